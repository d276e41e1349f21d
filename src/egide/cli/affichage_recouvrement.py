"""Schedules, forecasts, late increases, checked calls and the C3S, made to be read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from rich import box
from rich.table import Table
from rich.text import Text

from egide.cli.affichage import _console, _liste
from egide.moteur.ecriture import ecrire, ecrire_jour
from egide.services.reponse import AVERTISSEMENT

if TYPE_CHECKING:
    from egide.services.c3s import ReponseC3S
    from egide.services.echeancier_appels import Echeance, EcheancierAppels
    from egide.services.majorations import Majorations
    from egide.services.prevision import Prevision
    from egide.services.verifier_appel import Verification

NATURES = {
    "provisionnelles": "Provisionnelles",
    "regularisation": "Régularisation",
    "contribution_formation_professionnelle": "Formation",
    "remboursement": "Remboursement",
}
TITRES = {
    "cotisation_maladie_maternite": "Maladie",
    "contribution_additionnelle_maladie": "Maladie (add.)",
    "cotisation_indemnites_journalieres": "Indemnités jour.",
    "cotisation_allocations_familiales": "Famille",
    "cotisation_retraite_base": "Retraite de base",
    "cotisation_retraite_complementaire": "Retraite compl.",
    "cotisation_invalidite_deces": "Invalidité-décès",
    "csg_crds": "CSG-CRDS",
    "contribution_formation_professionnelle": "Formation",
}


def afficher_appels(reponse: EcheancierAppels) -> None:
    """Print the calls of a year: one line a sum, then what each contribution comes to."""
    console = _console()
    console.print(f"\n[bold]À payer en {reponse.annee}[/], tel que connu le {ecrire_jour(reponse.au)}\n")
    table = Table(box=box.SIMPLE_HEAD, show_footer=True, pad_edge=False)
    table.add_column("Date", Text("Total", style="bold"))
    table.add_column("Quoi")
    table.add_column("Montant", Text(ecrire(reponse.total, "€"), style="bold"), justify="right")
    table.add_column("Calculé sur")
    table.add_column("Article", style="dim")
    precedente = None
    for ligne in reponse.lignes:
        quand = "" if ligne.jour == precedente else ecrire_jour(ligne.jour)
        precedente = ligne.jour
        style = "dim strike" if ligne.impayee else ""
        table.add_row(quand, _quoi(ligne), ecrire(ligne.montant, "€"), ligne.base, ligne.articles[-1], style=style)
    console.print(table)
    console.print(_par_contribution(reponse.dues))
    a_venir = [p for p in reponse.serie() if p["date"] >= reponse.au.isoformat()]
    if a_venir:
        prochaine = date.fromisoformat(a_venir[0]["date"])
        console.print(
            f"Prochaine échéance : [bold]{ecrire(a_venir[0]['montant'], '€')}[/] le {ecrire_jour(prochaine)}.\n"
        )
    if reponse.caisse:
        console.print(f"La caisse de retraite appelle à part {ecrire(reponse.caisse, '€')} pour l'année.\n")
    _liste(console, "À savoir", reponse.notes)
    _liste(console, "À confirmer", reponse.a_confirmer, style="yellow")
    console.print(f"[dim]{AVERTISSEMENT}[/]\n")


def _quoi(ligne: Echeance) -> str:
    titre = f"{NATURES.get(ligne.nature, ligne.nature)} {ligne.annee}"
    return f"{titre} (non payée, rappelée ensuite)" if ligne.impayee else titre


def _par_contribution(lignes: Iterable[Echeance]) -> Table:
    par_annee: dict[int, dict[str, int]] = {}
    for ligne in lignes:
        for nom, montant in ligne.natures.items():
            sommes = par_annee.setdefault(ligne.annee, {})
            sommes[nom] = sommes.get(nom, 0) + montant
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, title="Par contribution", title_justify="left")
    table.add_column("")
    annees = sorted(par_annee)
    for annee in annees:
        table.add_column(f"au titre de {annee}", justify="right")
    for nom in dict.fromkeys(n for sommes in par_annee.values() for n in sommes):
        montants = (par_annee[a].get(nom) for a in annees)
        table.add_row(TITRES.get(nom, nom), *("" if m is None else ecrire(m, "€") for m in montants))
    return table


def afficher_prevision(reponse: Prevision) -> None:
    """Print the calls of the next months, and what to set aside each of them."""
    console = _console()
    console.print(f"\n[bold]Trésorerie : les {len(reponse.mois)} mois après le {ecrire_jour(reponse.au)}[/]\n")
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for titre in ("Mois", "Appelé", "À mettre de côté", "Réserve après paiement"):
        table.add_column(titre, justify="left" if titre == "Mois" else "right")
    for m in reponse.mois:
        montants = (m["appele"], m["mise_de_cote"], m["reserve"])
        table.add_row(m["mois"], *(ecrire(x, "€") for x in montants))
    console.print(table)
    console.print(
        f"Mettre de côté [bold]{ecrire(reponse.mise_de_cote, '€')}[/] chaque mois couvre chaque appel à sa date.\n"
    )
    _liste(console, "À savoir", reponse.notes)
    _liste(console, "À confirmer", reponse.a_confirmer, style="yellow")
    console.print(f"[dim]{AVERTISSEMENT}[/]\n")


def afficher_majorations(reponse: Majorations) -> None:
    """Print what each late instalment costs, and the days that count."""
    console = _console()
    console.print(f"\n[bold]Retards de paiement, au {ecrire_jour(reponse.au)}[/]\n")
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for titre in ("Échéance", "Appelé", "Payé", "Reste", "Majoration", "Par mois", "Prescrite le"):
        table.add_column(titre, justify="left" if titre == "Échéance" else "right")
    for e in reponse.echeances:
        sommes = (e.montant, e.paye, e.reste, e.majoration_retard, e.majoration_complementaire)
        table.add_row(ecrire_jour(e.jour), *(ecrire(x, "€") for x in sommes), ecrire_jour(e.prescription_le))
    console.print(table)
    v = reponse.valeurs()
    console.print(
        f"Majorations : [bold]{ecrire(v['majoration_retard'] + v['majoration_complementaire'], '€')}[/] ; reste dû en "
        f"principal : {ecrire(v['reste_du'], '€')}.\n"
    )
    for e in reponse.echeances:
        _liste(console, f"Échéance du {ecrire_jour(e.jour)}", e.explications)
    _liste(console, "Délais", reponse.delais)
    _liste(console, "À savoir", reponse.notes)
    _liste(console, "À confirmer", reponse.a_confirmer, style="yellow")
    console.print(f"[dim]{', '.join(reponse.articles)}. {AVERTISSEMENT}[/]\n")


def afficher_verification(reponse: Verification) -> None:
    """Print a call received against the one computed, line by line, with the likely cause of each gap."""
    console = _console()
    console.print("\n[bold]Appel reçu, comparé au calcul d'Égide[/]\n")
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for titre in ("Échéance", "Ligne", "Reçu", "Calculé", "Écart", "Cause probable"):
        table.add_column(titre, justify="right" if titre in ("Reçu", "Calculé", "Écart") else "left")
    for ecart in reponse.ecarts:
        sommes = (ecart.recu, ecart.calcule, ecart.ecart)
        nom = TITRES.get(ecart.nature, ecart.nature)
        table.add_row(ecrire_jour(ecart.jour), nom, *(ecrire(x, "€") for x in sommes), ecart.cause)
    console.print(table)
    console.print(f"{reponse.conclusion}\n")
    _liste(console, "À savoir", reponse.notes)
    console.print(f"[dim]{AVERTISSEMENT}[/]\n")


def afficher_c3s(reponse: ReponseC3S) -> None:
    """Print the C3S of a company: condition by condition, then the amount, its date, its collector."""
    console, v = _console(), reponse.valeurs
    console.print(f"\n[bold]C3S due en {reponse.annee}[/]\n")
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for titre in ("", "Montant", "Article"):
        table.add_column(titre, justify="right" if titre == "Montant" else "left")
    for ligne in reponse.lignes:
        table.add_row(ligne["titre"], ecrire(ligne["valeur"], ligne["unite"]), ", ".join(ligne["articles"]))
    console.print(table)
    console.print(f"C3S : [bold]{ecrire(v['c3s'], '€')}[/]. {reponse.conclusion}\n")
    _liste(console, "En cas de retard, au plus", reponse.retards)
    _liste(console, "À savoir", reponse.notes)
    _liste(console, "À confirmer", reponse.a_confirmer, style="yellow")
    console.print(f"[dim]{AVERTISSEMENT}[/]\n")
