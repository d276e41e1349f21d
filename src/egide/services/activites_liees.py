"""What is read of an activity from the others of the person, on a day: employments, other States, what came before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial

from egide.droit.commun.enumerations import LieuExercice, Nature, Statut
from egide.moteur.faits import Cle, Nombre
from egide.moteur.periode import numero
from egide.situation.donnees_affiliation import STATUTS_DE_SALARIE
from egide.situation.modele_activite import Activite, Exercice

ANNEES_COMPAREES = 3
"""Civil years whose turnover is compared when a main activity is chosen (CSS D. 171-12, III)."""
_MANDATS_ET_ETUDES = (Statut.ELU_LOCAL, Statut.ETUDIANT_JUNIOR_ENTREPRISE, Statut.COLLABORATEUR_OCCASIONNEL)
_SANS_AFFILIATION = (Statut.ASSURE_VOLONTAIRE, Statut.AIDE_FAMILIAL, Statut.ASSOCIE)


def liens_du_jour(activites: Sequence[Activite], rang: int, au: date) -> dict[Cle, Nombre]:
    """Return the facts of an activity, at rank 0, that its neighbours of the day give, but those that are false."""
    en_cours = [a for a in activites if _en_cours(a, au)]
    faits: dict[Cle, Nombre] = {(nom, None, None): 1.0 for nom in _etats(en_cours)}
    autres = [a for k, a in enumerate(activites) if k != rang and _en_cours(a, au)]
    if any(a.statut not in _SANS_AFFILIATION for a in autres):
        faits["autre_activite", 0, None] = 1.0
    return faits


def _en_cours(activite: Activite, au: date) -> bool:
    return (activite.debut or date.min) <= au <= (activite.fin or date.max)


def _etats(activites: Iterable[Activite]) -> Iterator[str]:
    """Yield what tells in which States the person works, and how; offices and studies tie nobody to a State."""
    for activite in activites:
        lieu = activite.lieu_d_exercice or LieuExercice.FRANCE
        if lieu is LieuExercice.AILLEURS or activite.statut in (*_MANDATS_ET_ETUDES, *_SANS_AFFILIATION):
            continue
        salariee = activite.nature is Nature.SALARIEE or activite.statut in STATUTS_DE_SALARIE
        qualite = "salarie" if salariee else "independant"
        yield f"{qualite}_{'en_france' if lieu is LieuExercice.FRANCE else 'dans_l_union'}"


def debut_anterieur(activites: Sequence[Activite], rang: int) -> tuple[date, bool] | None:
    """Return when the same profession began, without a break, under another status, and whether as a micro-business."""
    activite, trouve = activites[rang], None
    while activite.debut is not None:
        veille = activite.debut - timedelta(days=1)
        avant = [a for a in activites if a is not activite and a.fin == veille and _meme_metier(a, activites[rang])]
        if not avant or avant[0].debut is None:
            break
        activite = trouve = avant[0]
    if trouve is None or trouve.debut is None:
        return None
    return trouve.debut, trouve.statut is Statut.MICRO_ENTREPRENEUR


def _meme_metier(une: Activite, autre: Activite) -> bool:
    return une.profession is not None and une.profession == autre.profession and une.nature is autre.nature


def recettes_de(activite: Activite, annee: int) -> float | None:
    """Return the turnover of a year: that of its accounts, else the sum of what was cashed; None if not given."""
    exercice = activite.exercices.get(annee)
    if exercice is not None and exercice.chiffre_affaires is not None:
        return exercice.chiffre_affaires
    encaisse = [sum(m.values()) for p, m in activite.recettes.items() if int(p[:4]) == annee]
    return sum(encaisse) if encaisse else None


def annees_decrites(activite: Activite) -> set[int]:
    """Return the years of which something is known."""
    return {*activite.exercices, *(int(p[:4]) for p in activite.recettes)}


def comptes_par_annee(activite: Activite) -> Iterator[tuple[str, int, float]]:
    """Yield what each year brought in, by name of the fact."""
    for annee in annees_decrites(activite):
        if recettes := recettes_de(activite, annee):
            yield "recettes_par_annee", annee, recettes
        exercice = activite.exercices.get(annee)
        if exercice is not None and exercice.remuneration:
            yield "remuneration_par_annee", annee, exercice.remuneration


def ordre_des_annees(au: date, annee: int) -> tuple[bool, int]:
    """Return what sorts years by how well their accounts tell a day: its own, else the last before, else the next."""
    return annee > au.year, abs(annee - au.year)


def comptes_du_jour(activite: Activite, au: date) -> dict[Cle, Nombre]:
    """Return the receipts and the taxable income of the year, else of the last one before it, else of the next."""
    for annee in sorted(annees_decrites(activite), key=partial(ordre_des_annees, au)):
        exercice = activite.exercices.get(annee) or Exercice()
        recettes = exercice.remuneration if activite.statut is Statut.ELU_LOCAL else recettes_de(activite, annee)
        lu = exercice.revenu_imposable if activite.nature is Nature.CHAMBRES_HOTES else recettes
        if lu is not None:
            return {
                ("recettes_connues", 0, None): 1.0,
                ("recettes_de_l_annee", 0, None): float(recettes or 0),
                ("revenu_imposable_de_l_annee", 0, None): float(exercice.revenu_imposable or 0),
            }
    return {}


def faits_du_cumul(activites: Sequence[Activite], rangs: Sequence[int]) -> dict[Cle, Nombre]:
    """Return the facts of several activities of different schemes, at their place in `rangs`: since when, how much."""
    debuts = sorted(activites[rang].debut or date.min for rang in rangs)
    faits: dict[Cle, Nombre] = {("debut_du_cumul", None, None): float(numero(debuts[1]))}
    demandes = [d for rang in rangs if isinstance(d := activites[rang].option_activite_principale, date)]
    if demandes:
        premiere = max(demandes).year - ANNEES_COMPAREES
        for place, rang in enumerate(rangs):
            annees = range(premiere, premiere + ANNEES_COMPAREES)
            somme = sum(recettes_de(activites[rang], annee) or 0.0 for annee in annees)
            faits["recettes_des_trois_annees", place, None] = somme
    return faits
