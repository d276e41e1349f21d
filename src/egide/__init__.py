"""Égide: who insures a self-employed worker in France, what they owe, and which article says so."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from egide.services import comparer, cotisations, expliquer, inverser, parametres
from egide.situation import Situation, SituationInvalide, charger

if TYPE_CHECKING:
    from egide.services.affiliation import affiliation
    from egide.services.c2s import c2s
    from egide.services.c3s import c3s
    from egide.services.echeancier import echeancier
    from egide.services.interlocuteurs import interlocuteurs
    from egide.services.majorations import majorations
    from egide.services.prestations import prestations
    from egide.services.prevision import prevision
    from egide.services.retraite import retraite
    from egide.services.soins import soins
    from egide.services.verifier_appel import verifier_appel

__all__ = [
    "Situation",
    "SituationInvalide",
    "affiliation",
    "c2s",
    "c3s",
    "charger",
    "comparer",
    "cotisations",
    "echeancier",
    "expliquer",
    "interlocuteurs",
    "inverser",
    "majorations",
    "parametres",
    "prestations",
    "prevision",
    "retraite",
    "soins",
    "verifier_appel",
]

_A_LA_DEMANDE = {
    "affiliation": "egide.services.affiliation",
    "c2s": "egide.services.c2s",
    "c3s": "egide.services.c3s",
    "echeancier": "egide.services.echeancier",
    "interlocuteurs": "egide.services.interlocuteurs",
    "prestations": "egide.services.prestations",
    "soins": "egide.services.soins",
    "majorations": "egide.services.majorations",
    "prevision": "egide.services.prevision",
    "verifier_appel": "egide.services.verifier_appel",
    "retraite": "egide.services.retraite",
}
"""Questions that read more than the others: who does not ask them does not wait for it."""


def __getattr__(nom: str) -> Any:
    if nom not in _A_LA_DEMANDE:
        raise AttributeError(f"module 'egide' has no attribute {nom!r}")
    return getattr(import_module(_A_LA_DEMANDE[nom]), nom)
