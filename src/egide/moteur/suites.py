"""Sequences: one number for each civil year of a career, and the named mechanisms that read them.

A rule that takes or gives a sequence stays a plain function: what is done to one year is a scalar function, which
`chaque_annee` applies to all of them. The sequences of one person are aligned: one of them holds the years themselves.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from fractions import Fraction
from itertools import repeat
from typing import Any

from egide.moteur.mecanismes import (
    JAMAIS,
    MARGE_SUPERIEURE,
    Bareme,
    Mecanisme,
    annee_du_jour,
    jour_du_calendrier,
    mois_du_jour,
)


class Suite(tuple[Any, ...]):
    """One number for each civil year."""

    __slots__ = ()


def chaque_annee(fonction: Callable[..., Any], *valeurs: Any) -> Suite:
    """Apply a function to each year: sequences are read side by side, anything else is the same every year."""
    longueurs = {len(v) for v in valeurs if isinstance(v, Suite)}
    if len(longueurs) != 1:
        raise ValueError(f"des suites de longueurs différentes ne se lisent pas ensemble : {sorted(longueurs)}")
    return Suite(map(fonction, *(v if isinstance(v, Suite) else repeat(v) for v in valeurs)))


def somme_des_annees(suite: Suite) -> Any:
    """Add up a sequence, from the first year to the last."""
    total: Any = 0
    for x in suite:
        total = total + x
    return total


def moyenne_des_plus_grands(suite: Suite, nombre: Any) -> Any:
    """Return the mean of the `nombre` largest numbers above 0 of a sequence; of all of them where there are fewer."""
    retenus = les_plus_grands(suite, nombre)
    return somme_des_annees(Suite(retenus)) / max(len(retenus), 1)


def les_plus_grands(suite: Suite, nombre: Any) -> list[Any]:
    """Return the `nombre` largest numbers above 0 of a sequence, largest first."""
    return sorted((x for x in suite if x > 0), reverse=True)[: int(nombre)]


def valeur_de_l_annee(annee: Any, bareme: Bareme) -> Any:
    """Return what a table by year gives for a year; 0 before its first year, its last value after its last one."""
    rang = bisect_right(bareme.seuils, annee)
    return bareme.taux[rang - 1] if rang else 0


def trimestre_du_cumul(annees: Suite, trimestres: Suite, duree: Any) -> Any:
    """Return the rank (as `trimestre_du_jour`) of the civil quarter in which a duration is reached; far off if never.

    The quarters of a year are counted from January.
    """
    total: Any = 0
    for annee, valides in zip(annees, trimestres, strict=True):
        if total + valides >= duree:
            return annee * 4 + max(duree - total, 1) - 1
        total = total + valides
    return JAMAIS


def annee_et_mois(numero: Any) -> Any:
    """Return the year and the month of a day as one number, which grows with time: 196305 for a day of May 1963."""
    return annee_du_jour(numero) * 100 + mois_du_jour(numero)


def mois_pleins_ou_entames(de: Any, a: Any) -> Any:
    """Return how many months go from a day to another, a started month counting for a whole one; 0 if it is past."""
    mois = (annee_du_jour(a) - annee_du_jour(de)) * 12 + mois_du_jour(a) - mois_du_jour(de)
    reste = _quantieme(a) > _quantieme(de)
    return max(mois + (1 if reste else 0), 0)


def mois_revolus(de: Any, a: Any) -> Any:
    """Return how many whole months go from a day to another."""
    mois = (annee_du_jour(a) - annee_du_jour(de)) * 12 + mois_du_jour(a) - mois_du_jour(de)
    return max(mois - (1 if _quantieme(a) < _quantieme(de) else 0), 0)


def premier_du_mois_atteint(numero: Any) -> Any:
    """Return the day itself where it is the first of a month, else the first day of the next month."""
    if _quantieme(numero) == 1:
        return numero
    return jour_du_calendrier(annee_du_jour(numero), mois_du_jour(numero) + 1, 1)


def _quantieme(numero: Any) -> Any:
    """Return the day of the month of a day number."""
    return numero - jour_du_calendrier(annee_du_jour(numero), mois_du_jour(numero), 1) + 1


def entier_superieur(x: Any) -> Any:
    """Round up to a whole number."""
    return float(-((-x + MARGE_SUPERIEURE) // 1)) if isinstance(x, float) else Fraction(-(-x // 1))


MECANISMES_DES_SUITES: dict[Any, Mecanisme] = {
    somme_des_annees: Mecanisme("somme des années de {0}"),
    moyenne_des_plus_grands: Mecanisme("moyenne des {1} plus grands de ({0})"),
    valeur_de_l_annee: Mecanisme("{1} de l'année {0}"),
    trimestre_du_cumul: Mecanisme("rang du trimestre civil où la somme de {1} atteint {2}"),
    annee_et_mois: Mecanisme("année et mois de {0}"),
    mois_pleins_ou_entames: Mecanisme("mois, tout mois commencé comptant, de {0} à {1}"),
    mois_revolus: Mecanisme("mois révolus de {0} à {1}"),
    premier_du_mois_atteint: Mecanisme("premier jour d'un mois, à partir de {0}"),
    entier_superieur: Mecanisme("({0}) arrondi à l'entier supérieur"),
}
