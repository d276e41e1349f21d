"""The rights that an event opens, as tables: conditions, amounts, days, what to do."""

from __future__ import annotations

from rich import box
from rich.markup import escape
from rich.table import Table

from egide.cli.affichage import _console, _liste
from egide.droit.commun.enumerations import TypeEvenement
from egide.moteur.ecriture import ecrire, ecrire_jour
from egide.services.reponse_prestations import Condition, Demarche, Jour, Jours, Montant, ReponsePrestations

TITRES = {
    TypeEvenement.ARRET_MALADIE: "Arrêt de travail",
    TypeEvenement.MATERNITE: "Maternité",
    TypeEvenement.PATERNITE: "Paternité et accueil de l'enfant",
    TypeEvenement.ADOPTION: "Adoption",
    TypeEvenement.INVALIDITE: "Invalidité",
    TypeEvenement.DECES: "Décès",
}
STATUTS = {Jour.CARENCE: "carence", Jour.INDEMNISE: "indemnisé", Jour.NON_INDEMNISE: "non indemnisé"}
REPONSES = {True: ("oui", "green"), False: ("non", "red"), None: ("à établir", "yellow")}


def afficher_prestations(reponse: ReponsePrestations) -> None:
    """Print whether the right is open and why, the amounts, the days, and what to do."""
    console = _console()
    ouvert = "Droit ouvert" if reponse.valeurs.get("droit_ouvert") else "Pas de droit"
    console.print(f"\n[bold]{TITRES[reponse.evenement]} : droits au {ecrire_jour(reponse.date)}[/]\n")
    motif = reponse.valeurs.get("motif")
    console.print(f"[bold]{ouvert}[/]{f' : {escape(motif)}' if motif else ''}\n", highlight=False)
    if reponse.conditions:
        console.print(_conditions(reponse.conditions))
    if reponse.montants:
        console.print(_montants(reponse.montants))
    if reponse.calendrier:
        console.print(_calendrier(reponse.calendrier))
        _total(console, reponse)
    if reponse.demarches:
        console.print(_demarches(reponse.demarches))
    _liste(console, "Choisi ou supposé", [*reponse.notes, *reponse.hypotheses])
    _liste(console, "À confirmer", reponse.a_confirmer, style="yellow")
    console.print(
        f"[dim]Chiffres vérifiés jusqu'au {ecrire_jour(reponse.verifie_le)}. {reponse.to_dict()['avertissement']}[/]\n"
    )


def _tableau(*titres: str, droite: tuple[str, ...] = ()) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for titre in titres:
        table.add_column(titre, justify="right" if titre in droite else "left")
    return table


def _conditions(conditions: list[Condition]) -> Table:
    table = _tableau("Condition", "Chiffres", "Remplie", "Article")
    for condition in conditions:
        mot, style = REPONSES[condition.remplie]
        table.add_row(
            escape(condition.libelle),
            escape(condition.chiffres),
            f"[{style}]{mot}[/]",
            escape(", ".join(condition.articles)),
        )
    return table


def _montants(montants: list[Montant]) -> Table:
    table = _tableau("Montant", "", "Article", droite=("",))
    for montant in montants:
        table.add_row(escape(montant.titre), ecrire(montant.valeur, montant.unite), escape(", ".join(montant.articles)))
    return table


def _calendrier(calendrier: list[Jours]) -> Table:
    table = _tableau("Du", "Au", "Jours", "", "Par jour", "Total", "Pourquoi", droite=("Jours", "Par jour", "Total"))
    for jours in calendrier:
        paye = jours.statut is Jour.INDEMNISE
        table.add_row(
            ecrire_jour(jours.du),
            ecrire_jour(jours.au),
            str(jours.nombre),
            STATUTS[jours.statut],
            ecrire(jours.montant, "€") if paye else "",
            ecrire(jours.total, "€") if paye else "",
            escape(jours.motif),
            style="" if paye else "dim",
        )
    return table


def _total(console: object, reponse: ReponsePrestations) -> None:
    valeurs = reponse.valeurs
    texte = f"{valeurs['jours_indemnises']} jours indemnisés, {ecrire(valeurs['montant_total'], '€')} en tout"
    if "montant_net" in valeurs:
        retenue = ecrire(valeurs["prelevements"], "€")
        texte += f", {ecrire(valeurs['montant_net'], '€')} après {retenue} de CSG et de CRDS retenues"
    console.print(f"{texte}.\n", highlight=False)  # type: ignore[attr-defined]


def _demarches(demarches: list[Demarche]) -> Table:
    table = _tableau("À faire", "Auprès de", "Délai", "Article")
    for demarche in demarches:
        table.add_row(*map(escape, (demarche.quoi, demarche.a_qui, demarche.delai, ", ".join(demarche.articles))))
    return table
