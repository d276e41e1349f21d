"""Égide: who insures a self-employed worker in France, what they owe, and which article says so."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from egide.services import comparer, cotisations, expliquer, inverser, parametres
from egide.situation import Situation, SituationInvalide, charger

if TYPE_CHECKING:
    from egide.services.affiliation import affiliation
    from egide.services.echeancier import echeancier
    from egide.services.interlocuteurs import interlocuteurs
    from egide.services.retraite import retraite

__all__ = [
    "Situation",
    "SituationInvalide",
    "affiliation",
    "charger",
    "comparer",
    "cotisations",
    "echeancier",
    "expliquer",
    "interlocuteurs",
    "inverser",
    "parametres",
    "retraite",
]

_A_LA_DEMANDE = {
    "affiliation": "egide.services.affiliation",
    "echeancier": "egide.services.echeancier",
    "interlocuteurs": "egide.services.interlocuteurs",
    "retraite": "egide.services.retraite",
}
"""Questions that read more than the others: who does not ask them does not wait for it."""


def __getattr__(nom: str) -> Any:
    if nom not in _A_LA_DEMANDE:
        raise AttributeError(f"module 'egide' has no attribute {nom!r}")
    return getattr(import_module(_A_LA_DEMANDE[nom]), nom)
