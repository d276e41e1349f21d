"""The days of several activities together: a day on which two go on counts once."""

from __future__ import annotations

from egide.moteur.faits import Donnees
from egide.moteur.mecanismes import DE_LONGUE_DATE, JAMAIS


def premiers_jours_comptes(donnees: Donnees, activites: int) -> dict[int, float]:
    """Return, for each activity begun during others, the first day on which it alone goes on.

    The day that never comes where there is none. An activity without any date is left alone: it lasts the whole year,
    beyond which no day counts.
    """
    debuts = [float(donnees.get(("debut", rang, None), DE_LONGUE_DATE)) for rang in range(activites)]
    fins = [float(donnees.get(("fin", rang, None), JAMAIS)) for rang in range(activites)]
    comptes: dict[int, float] = {}
    occupe = DE_LONGUE_DATE - 1
    for rang in sorted(range(activites), key=debuts.__getitem__):
        debut, fin = debuts[rang], fins[rang]
        if debut <= occupe and (debut, fin) != (DE_LONGUE_DATE, JAMAIS):
            comptes[rang] = occupe + 1 if occupe < fin else JAMAIS
        occupe = max(occupe, fin)
    return comptes
