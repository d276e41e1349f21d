"""Égide: what a self-employed worker in France owes, and which article says so."""

from egide.services import affiliation, comparer, cotisations, expliquer, interlocuteurs, inverser, parametres
from egide.situation import Situation, SituationInvalide, charger

__all__ = [
    "Situation",
    "SituationInvalide",
    "affiliation",
    "charger",
    "comparer",
    "cotisations",
    "expliquer",
    "interlocuteurs",
    "inverser",
    "parametres",
]
