"""Inversion: which fact gives a wanted value.

The law rounds, so a value rises by steps: the answer is the interval of the fact over which the value wanted is
reached, to the cent. The function may go up and down: every crossing of the range searched is looked for, between the
points of a survey. What happens whole between two of them is not seen: a summit that only touches the value wanted, or
a rise above it and the fall that follows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from egide.moteur.erreurs import SansSolution

PAS = 0.01
"""Precision of the fact: one cent."""


@dataclass(frozen=True, slots=True)
class Solution:
    """An interval of the fact over which the wanted value is reached.

    Attributes:
        de, a: its bounds, to the cent.
        valeur: the value at `de`; it differs from the value wanted when a step of the law jumps over it.
    """

    de: float
    a: float
    valeur: float


def inverser(
    calcul: Callable[[float], float],
    voulue: float,
    *,
    minimum: float,
    maximum: float,
    tolerance: float = 5.0,
    points: int = 400,
) -> list[Solution]:
    """Return every interval of `[minimum, maximum]` over which `calcul` is worth `voulue`.

    Args:
        calcul: value for a given fact; it may be a staircase and may go up and down.
        voulue: the value wanted.
        minimum, maximum: range searched.
        tolerance: a step that jumps over the value wanted by no more than this is an answer.
        points: points of the first survey, closer together near `minimum`, where the law has its thresholds.

    Raises:
        SansSolution: no answer in the range; the message says between which values the result moves.
    """
    releve = [(x, calcul(x) - voulue) for x in _points(minimum, maximum, points)]
    solutions: list[Solution] = []
    for (x, ecart), (suivant, ecart_suivant) in pairwise(releve):
        if ecart * ecart_suivant <= 0:
            debut, fin = _bornes(calcul, voulue, x, suivant, ecart, ecart_suivant)
            valeur = calcul(debut)
            if abs(valeur - voulue) > tolerance:
                continue
            if solutions and round((debut - solutions[-1].a) / PAS) <= 1:
                solutions[-1] = Solution(solutions[-1].de, fin, solutions[-1].valeur)
            else:
                solutions.append(Solution(debut, fin, valeur))
    if not solutions:
        raise SansSolution(_pourquoi(minimum, maximum, voulue, [voulue + ecart for _, ecart in releve]))
    return solutions


def _pourquoi(minimum: float, maximum: float, voulue: float, atteints: list[float]) -> str:
    """Say why nothing gives the value wanted, and what could be asked instead."""
    bas, haut = min(atteints), max(atteints)
    texte = f"aucune valeur entre {minimum:.0f} et {maximum:.0f} ne donne {voulue:.2f} : "
    if bas == haut:
        return f"{texte}le résultat y vaut toujours {bas:.2f}, il n'en dépend pas ; chercher sur un autre montant."
    if bas <= voulue <= haut:
        return f"{texte}le résultat y va de {bas:.2f} à {haut:.2f}, mais d'un saut par-dessus cette valeur."
    return f"{texte}le résultat y va de {bas:.2f} à {haut:.2f} ; demander une valeur entre les deux."


def _points(minimum: float, maximum: float, nombre: int) -> Iterator[float]:
    for k in range(nombre + 1):
        yield round(minimum + (maximum - minimum) * (k / nombre) ** 3, 2)


def _bornes(
    calcul: Callable[[float], float], voulue: float, x: float, suivant: float, ecart: float, ecart_suivant: float
) -> tuple[float, float]:
    """Return the first and last cent of `[x, suivant]` at which the value is reached (once, if it is jumped over)."""
    sens = 1.0 if ecart_suivant >= ecart else -1.0
    if ecart == 0 == ecart_suivant:
        return x, suivant
    debut = x if ecart == 0 else premier_centime(lambda c: sens * (calcul(c) - voulue) >= 0, x, suivant)
    if calcul(debut) != voulue:
        return debut, debut
    if ecart_suivant == 0:
        return debut, suivant
    return debut, round(premier_centime(lambda c: calcul(c) != voulue, debut, suivant) - PAS, 2)


def premier_centime(vrai: Callable[[float], bool], bas: float, haut: float) -> float:
    """Return the first cent of `]bas, haut]` at which a condition, false at `bas`, becomes true."""
    a, b = round(bas / PAS), round(haut / PAS)
    while b - a > 1:
        milieu = (a + b) // 2
        if vrai(round(milieu * PAS, 2)):
            b = milieu
        else:
            a = milieu
    return round(b * PAS, 2)
