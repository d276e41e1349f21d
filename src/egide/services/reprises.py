"""Activities taken up again: what is no start (CSS R. 131-3), and what it continues."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from egide.droit.commun.enumerations import Nature, Statut
from egide.moteur.faits import Cle, Donnees, Nombre
from egide.moteur.mecanismes import DE_LONGUE_DATE
from egide.moteur.periode import numero
from egide.situation import Situation
from egide.situation.modele_activite import Activite

_STATUTS = (
    Statut.ENTREPRISE_INDIVIDUELLE,
    Statut.GERANT_MAJORITAIRE,
    Statut.GERANT_ASSOCIE_UNIQUE,
    Statut.ASSOCIE_SNC,
)
_NATURES = (Nature.ARTISANALE, Nature.COMMERCIALE, Nature.LIBERALE)


def reprises(situation: Situation, retenues: Iterable[int]) -> dict[int, list[int]]:
    """Return, for each activity retained that takes up others again, the ranks of these, the last first.

    An activity begun in the year in which another has ended, or in the following one, is no start.
    """
    retenues = list(retenues)
    suites = {rang: list(_d_avant(situation, rang)) for rang in retenues}
    return {rang: suite for rang, suite in suites.items() if suite and not set(suite) & set(retenues)}


def _d_avant(situation: Situation, rang: int) -> Iterator[int]:
    vues = {rang}
    while (avant := _reprise(situation, rang)) is not None and avant not in vues:
        yield avant
        vues.add(avant)
        rang = avant


def _reprise(situation: Situation, rang: int) -> int | None:
    """Return the rank of the last activity that one takes up again, if there is one."""
    activite = situation.activites[rang]
    if activite.debut is None or not _independante(activite):
        return None
    finies = [
        (autre.fin, k)
        for k, autre in enumerate(situation.activites)
        if autre.fin and _independante(autre) and _suit(activite.debut, autre.fin)
    ]
    return max(finies)[1] if finies else None


def _suit(debut: date, fin: date) -> bool:
    return fin < debut and debut.year - fin.year <= 1


def _independante(activite: Activite) -> bool:
    return activite.statut in _STATUTS and activite.nature in _NATURES


def debut_d_avant(situation: Situation, suite: list[int]) -> float:
    """Return the first day of what an activity takes up again."""
    debuts = [situation.activites[rang].debut for rang in suite]
    return float(min(numero(debut) if debut else DE_LONGUE_DATE for debut in debuts))


def comptes_d_avant(donnees: Donnees, rang: int, suite: list[int]) -> dict[Cle, Nombre]:
    """Return the accounts of the years in which an activity was not carried on, but those it takes up again were."""
    connues = {annee for _, r, annee in donnees if r == rang}
    comptes: dict[Cle, Nombre] = {}
    for avant in suite:
        siens = {cle: valeur for cle, valeur in donnees.items() if cle[1] == avant and cle[2] not in connues}
        comptes |= {(nom, rang, annee): valeur for (nom, _, annee), valeur in siens.items() if annee is not None}
        connues |= {annee for _, _, annee in siens}
    return comptes
