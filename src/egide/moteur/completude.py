"""How complete an answer is: what was given, assumed, missing, and which fact would change the result most."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from egide.moteur.erreurs import ErreurEgide
from egide.moteur.evaluation import Evaluation
from egide.moteur.faits import Cle, Fait


@dataclass(frozen=True, slots=True)
class Influence:
    """What giving an assumed fact could change.

    Attributes:
        cle, fait: the fact.
        essai: the other value that was tried.
        ecart: how much the target moves with it; None when the situation would no longer be covered.
    """

    cle: Cle
    fait: Fait
    essai: float
    ecart: float | None


def influences(evaluation: Evaluation, cible: str, recalculer: Callable[[Cle, float], float]) -> list[Influence]:
    """Return the assumed facts that can move a target, the most influential first.

    Args:
        evaluation: the answer, whose assumed facts are tried in turn.
        cible: the target watched.
        recalculer: value of the target with one fact given.
    """
    valeur = float(evaluation[cible])
    trouvees: list[Influence] = []
    for cle, fait in evaluation.supposes.items():
        essayees = [_essayer(cle, fait, essai, valeur, recalculer) for essai in fait.essais]
        if essayees:
            trouvees.append(max(essayees, key=_poids))
    return sorted((i for i in trouvees if _poids(i) > 0), key=_poids, reverse=True)


def _essayer(cle: Cle, fait: Fait, essai: float, valeur: float, recalculer: Callable[[Cle, float], float]) -> Influence:
    try:
        return Influence(cle, fait, essai, recalculer(cle, essai) - valeur)
    except ErreurEgide:
        return Influence(cle, fait, essai, None)


def _poids(influence: Influence) -> float:
    return abs(influence.ecart) if influence.ecart is not None else 0.5
