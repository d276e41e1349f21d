"""The next working day: no article moves the due date of a self-employed person, the bank only does."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

FERIES_FIXES = ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25))
APRES_PAQUES = (1, 39, 50)
SAMEDI = 5


@lru_cache(maxsize=64)
def jours_feries(annee: int) -> frozenset[date]:
    """Return the public holidays of a year (C. trav. L. 3133-1)."""
    dimanche = paques(annee)
    mobiles = (dimanche + timedelta(days=k) for k in APRES_PAQUES)
    return frozenset((*(date(annee, m, j) for m, j in FERIES_FIXES), *mobiles))


def paques(annee: int) -> date:
    """Return Easter Sunday (Gregorian computus of Meeus)."""
    a, (b, c) = annee % 19, divmod(annee, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    reste = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * reste) // 451
    mois, quantieme = divmod(h + reste - 7 * m + 114, 31)
    return date(annee, mois, quantieme + 1)


def jour_ouvre(jour: date) -> date:
    """Return the day itself, or the next one that is neither a Saturday, a Sunday nor a public holiday."""
    while jour.weekday() >= SAMEDI or jour in jours_feries(jour.year):
        jour += timedelta(days=1)
    return jour
