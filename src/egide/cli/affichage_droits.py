"""Care and the complementary health cover, as tables: conditions, amounts, what to do."""

from __future__ import annotations

from rich.markup import escape

from egide.cli.affichage import _console, _liste
from egide.cli.affichage_prestations import _conditions, _demarches, _montants
from egide.moteur.ecriture import ecrire_jour
from egide.services.loi import derniere_verification
from egide.services.reponse import AVERTISSEMENT
from egide.services.reponse_droits import ReponseDroits

TITRES = {"soins": "Remboursement de soins", "c2s": "Complémentaire santé selon les ressources"}


def afficher_droits(reponse: ReponseDroits) -> None:
    """Print the answer: what decides, the amounts, what to do, and what it rests on."""
    console = _console()
    console.print(f"\n[bold]{TITRES[reponse.question]}, au {ecrire_jour(reponse.date)}[/]\n")
    if motif := reponse.valeurs.get("motif"):
        console.print(f"{escape(motif)}\n", highlight=False)
    if reponse.conditions:
        console.print(_conditions(reponse.conditions))
    if reponse.montants:
        console.print(_montants(reponse.montants))
    if reponse.demarches:
        console.print(_demarches(reponse.demarches))
    _liste(console, "Choisi ou supposé", [*reponse.notes, *reponse.hypotheses])
    _liste(console, "À confirmer", reponse.a_confirmer, style="yellow")
    console.print(f"[dim]Chiffres vérifiés jusqu'au {ecrire_jour(derniere_verification())}. {AVERTISSEMENT}[/]\n")
