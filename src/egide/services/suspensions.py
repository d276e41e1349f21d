"""The instalments that the Urssaf did not call during the health crisis, and the base halved in the autumn of 2020."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from egide.annuaire import profession
from egide.droit.commun.enumerations import SecteurCovid
from egide.services.etalement import Montants
from egide.services.revenus_connus import RevenusConnus, lire
from egide.situation.modele_activite import Activite

MOITIE_DE_2020 = date(2020, 9, 1)
"""The first instalments on half of the income were those of September 2020."""


class Suspension(NamedTuple):
    """Due dates that were not called, and since when that was known."""

    decidee_le: date
    dates: tuple[date, ...]
    texte: str


_JOURS = (5, 20)
_PRINTEMPS_2020 = (date(2020, 3, 20), *(date(2020, m, j) for m in range(4, 9) for j in _JOURS))
_AOUT_2020 = tuple(date(2020, 8, j) for j in _JOURS)
_AUTOMNE_2020 = tuple(date(2020, m, j) for m in (11, 12) for j in _JOURS)
_SECTEURS_2021 = tuple(date(2021, m, j) for m in range(1, 10) for j in _JOURS)


def soignant(activite: Activite) -> bool:
    """Tell whether an activity is that of a practitioner under convention."""
    return activite.profession is not None and profession(activite.profession).pamc


def suspensions(activite: Activite, annee: int) -> Iterator[Suspension]:
    """Yield what was suspended in a year for an activity."""
    texte = "Échéances suspendues pendant la crise sanitaire, sans majoration ; leur montant passe aux suivantes."
    if annee == _PRINTEMPS_2020[0].year:
        printemps = _PRINTEMPS_2020
        if soignant(activite):
            printemps = tuple(j for j in printemps if j not in _AOUT_2020)
        yield Suspension(date(2020, 3, 16), printemps, texte)
        if not soignant(activite):
            reste = "Échéances de novembre et décembre 2020 suspendues : leur montant relève d'un plan d'apurement."
            yield Suspension(date(2020, 10, 30), _AUTOMNE_2020, reste)
    if annee == _SECTEURS_2021[0].year and activite.secteur_covid in (SecteurCovid.S1, SecteurCovid.S1_BIS):
        yield Suspension(date(2021, 1, 1), _SECTEURS_2021, texte)


def moitie_du_revenu(revenus: RevenusConnus, annee: int) -> Montants | None:
    """Return what was called on half of the income known; None for who was left out: practitioners, beginners."""
    from egide.services.cotisations import ouvrir
    from egide.services.revenu import completer_revenu

    activite = revenus.activite
    if soignant(activite) or len(revenus.situation.activites) > 1:
        return None
    if activite.debut and activite.debut.year >= annee - 1:
        return None
    dossier = ouvrir(
        revenus.vue(annee, annee - 1), annee=annee, nature="provisionnelles", extrapoler=revenus.extrapoler
    )
    completer_revenu(dossier)
    for cle in list(dossier.donnees):
        if cle[0] == "revenu_professionnel" and cle[2] == annee:
            dossier.donnees[cle] = dossier.donnees[cle] / 2
    return dict(lire(dossier).montants)
