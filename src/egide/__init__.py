"""Égide: what a self-employed worker in France owes, and which article says so."""

from egide.services import comparer, cotisations, expliquer, inverser, parametres
from egide.situation import Situation, SituationInvalide, charger

__all__ = [
    "Situation",
    "SituationInvalide",
    "charger",
    "comparer",
    "cotisations",
    "expliquer",
    "inverser",
    "parametres",
]
