"""Choosing between the versions of a rule by axes that the plan itself reads from the facts.

A plan is drawn for a category, and over many rows each category is a plan. Where categories are too many, or where the
place on one axis depends on the place on another, one plan holds every version of each rule, and each row chooses.
What does not apply to a row is NaN: no rule is called on it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

SANS_OBJET = float("nan")
NEUTRES = {"somme": "0.0", "max": "-np.inf", "min": "np.inf"}
"""What a value that does not apply is counted as, in a combination of several."""


class Branche(NamedTuple):
    """One way of a choice: the argument at place `valeur`, where each axis (its place, its members) is among them."""

    conditions: tuple[tuple[int, frozenset[int]], ...]
    valeur: int


def brancher(voies: Sequence[tuple[dict[int, frozenset[int]], int]]) -> tuple[tuple[int, ...], tuple[Branche, ...]]:
    """Return the arguments of a choice and its branches, from its ways: members by rank of their axis, then a rank.

    That rank is the one of the value; a value that several versions give is one argument.
    """
    axes = dict.fromkeys(axe for conditions, _ in voies for axe in conditions)
    arguments = (*axes, *dict.fromkeys(valeur for _, valeur in voies))
    axe_a, valeur_a = {rang: place for place, rang in enumerate(axes)}, {r: k for k, r in enumerate(arguments)}
    branches = (
        Branche(tuple((axe_a[axe], membres) for axe, membres in conditions.items()), valeur_a[valeur])
        for conditions, valeur in voies
    )
    return arguments, tuple(branches)


def choisir(branches: Sequence[Branche], arguments: Sequence[Any]) -> Any:
    """Return the value of the branch that applies; None where a fact is missing to tell, or to know it."""
    inconnue = False
    for branche in branches:
        tenues = [None if (v := arguments[place]) is None else v in membres for place, membres in branche.conditions]
        if all(tenues):
            return arguments[branche.valeur]
        inconnue = inconnue or (None in tenues and False not in tenues)
    return None if inconnue else SANS_OBJET


def s_applique(valeur: Any) -> bool:
    """Tell whether a value applies to the row."""
    return bool(valeur == valeur)  # noqa: PLR0124  (a NaN is not equal to itself)


def ecrire_choix(branches: Sequence[Branche], arguments: Sequence[str]) -> str:
    """Write a choice as an expression: tests without jumps, so that LLVM keeps its SIMD."""
    par_valeur: dict[int, list[str]] = {}
    for branche in branches:
        tests = [_parmi(arguments[place], membres) for place, membres in branche.conditions]
        par_valeur.setdefault(branche.valeur, []).append(" & ".join(tests) or "True")
    voies = [f"{arguments[place]} if {' | '.join(f'({t})' for t in tests)}" for place, tests in par_valeur.items()]
    return f"({' else '.join(voies)} else np.nan)"


def _parmi(axe: str, membres: Collection[int]) -> str:
    """Write that an axis is among some members: neighbours are one test."""
    suites: list[list[int]] = []
    for membre in sorted(membres):
        if suites and membre == suites[-1][1] + 1:
            suites[-1][1] = membre
        else:
            suites.append([membre, membre])
    tests = [
        f"({axe} == {premier}.0)" if premier == dernier else f"(({axe} >= {premier}.0) & ({axe} <= {dernier}.0))"
        for premier, dernier in suites
    ]
    return f"({' | '.join(tests)})"


def ecrire_si_applicable(expression: str, arguments: Sequence[str]) -> str:
    """Write an expression that is computed where all its inputs apply."""
    tests = " & ".join(f"({a} == {a})" for a in arguments)
    return f"({expression} if {tests} else np.nan)" if tests else expression


def ecrire_combinaison(mode: str, valeurs: Sequence[str], poids: Sequence[tuple[int, int]], *, incertaine: bool) -> str:
    """Write a combination: a value that does not apply is left out, and what is left is NaN where none applies."""
    if mode == "repli":
        premier, second = valeurs
        return f"({premier} if {premier} == {premier} else {second})"
    termes = list(valeurs)
    if mode == "somme":
        termes = [v if p == q else f"{v} * {p}.0 / {q}.0" for v, (p, q) in zip(valeurs, poids, strict=True)]
    if incertaine:
        termes = [f"({t} if {v} == {v} else {NEUTRES[mode]})" for t, v in zip(termes, valeurs, strict=True)]
    ecrite = " + ".join(termes) if mode == "somme" else f"{mode}({', '.join(termes)})"
    return f"({ecrite} if {' | '.join(f'({v} == {v})' for v in valeurs)} else np.nan)" if incertaine else ecrite
