"""A pension as it is read: the career, each step of the computation, what was assumed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from rich import box
from rich.table import Table

from egide.cli.affichage import _console, _liste
from egide.moteur.ecriture import ecrire
from egide.services.departs import Depart
from egide.services.reponse import articles_de
from egide.services.retraite import AGES, DUREES, LIBERALE, MONTANTS, NET, POINTS, ReponseRetraite

_MOIS_PAR_AN = 12
_SANS_INTERET_A_ZERO = {
    "majoration_pour_age",
    "surcote_parentale",
    "trimestres_de_surcote",
    "surcote",
    "minimum_contributif",
    "majoration_enfants",
    "abattement_rci",
    "trimestres_manquants",
}
"""Steps that say nothing where they are nil."""


def afficher_retraite(reponse: ReponseRetraite) -> None:
    """Print the pension: a sentence, the steps, the career, the remarks."""
    console = _console()
    console.print(f"\n[bold]Retraite au {reponse.date_effet:%d/%m/%Y}[/]\n")
    console.print(_resume(reponse) + "\n", highlight=False)
    console.print(_etapes(reponse))
    console.print(_carriere(reponse))
    _liste(console, "À vérifier dans le relevé de carrière", reponse.remarques)
    _liste(console, "Supposé", reponse.hypotheses)
    _liste(console, "À confirmer", reponse.a_confirmer, style="yellow")
    console.print(f"[dim]{reponse.to_dict()['avertissement']}[/]\n")


def _resume(reponse: ReponseRetraite) -> str:
    valeurs = reponse.valeurs
    if not reponse.ouverte:
        premier = date.fromisoformat(valeurs["date_effet_au_plus_tot"])
        return f"L'âge n'est pas atteint à cette date : la première date d'effet possible est le {premier:%d/%m/%Y}."
    complementaire = valeurs.get("pension_rci_mensuelle", 0)
    phrase = f"Pension de base : {ecrire(valeurs['pension_base_mensuelle'], '€')} bruts par mois"
    if complementaire:
        phrase += f" ; complémentaire des indépendants : {ecrire(complementaire, '€')} bruts par mois"
    return phrase + "."


def _etapes(reponse: ReponseRetraite) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1))
    table.add_column("Étape")
    table.add_column("Valeur", justify="right", no_wrap=True)
    table.add_column("Article")
    noeuds, cibles = reponse.evaluation.plan.noeuds, reponse.evaluation.plan.cibles
    for nom in (*AGES, *DUREES, *MONTANTS, *POINTS, *LIBERALE, *NET):
        if nom not in reponse.valeurs or (nom in _SANS_INTERET_A_ZERO and not reponse.valeurs[nom]):
            continue
        regle = noeuds[cibles[nom]].regle
        assert regle is not None
        titre = regle.titre.split(" :", 1)[0]
        articles = ", ".join(articles_de(regle))
        table.add_row(titre, _ecrit(nom, reponse.valeurs[nom], regle.unite), articles)
    return table


def _ecrit(nom: str, valeur: Any, unite: str) -> str:
    if nom.startswith("age_"):
        ans, mois = divmod(int(valeur), _MOIS_PAR_AN)
        return f"{ans} ans" + (f" et {mois} mois" if mois else "")
    if unite == "date":
        return f"{date.fromisoformat(valeur):%d/%m/%Y}"
    return ecrire(valeur, unite.removesuffix("/an").removesuffix("/mois") if unite.startswith("€") else unite)


def _carriere(reponse: ReponseRetraite) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1), title="La carrière (* : année retenue dans la moyenne)")
    for titre in ("Année", "Trimestres", "Revenu", "Plafond", "Coefficient", "Revalorisé"):
        table.add_column(titre, justify="right", no_wrap=True)
    for a in reponse.annees:
        marque = " *" if a["retenue"] else ""
        table.add_row(
            str(a["annee"]),
            ecrire(a["trimestres_par_annee"]),
            ecrire(a["revenu"], "€"),
            ecrire(a["plafonds_de_la_carriere"], "€"),
            ecrire(a["coefficients_de_la_carriere"]),
            ecrire(a["revenus_revalorises"], "€") + marque,
        )
    return table


def afficher_departs(departs: Sequence[Depart]) -> None:
    """Print the months of departure at which the pension changes."""
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1), title="Selon le mois de départ (les mois où la pension change)")
    for titre in ("Départ", "Âge", "Base", "Complémentaire", "Total par mois", "Manquants", "Surcote", "Rattrapé en"):
        table.add_column(titre, justify="right", no_wrap=True)
    avant = None
    for depart in departs:
        if depart.total == avant:
            continue
        avant = depart.total
        ans, mois = divmod(depart.age, _MOIS_PAR_AN)
        table.add_row(
            f"{depart.date:%m/%Y}",
            f"{ans} ans {mois}",
            ecrire(depart.base, "€"),
            ecrire(depart.complementaire, "€"),
            ecrire(depart.total, "€"),
            str(depart.trimestres_manquants),
            str(depart.trimestres_de_surcote),
            f"{depart.equilibre} mois" if depart.equilibre else "",
        )
    _console().print(table)
