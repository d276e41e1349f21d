"""The facts about a person: one model, its validation, its units, its JSON Schema.

The names below are imported when first asked for: whoever loads the rules needs the declarations of the facts
and not the models, nor pydantic, which takes most of the time.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from egide.situation.faits import FAITS, JAMAIS
    from egide.situation.fautes import Faute, SituationInvalide
    from egide.situation.lecture import charger
    from egide.situation.modele import Situation
    from egide.situation.schema_json import schema

__all__ = ["FAITS", "JAMAIS", "Faute", "Situation", "SituationInvalide", "charger", "schema"]

_MODULES = {
    "FAITS": "faits",
    "JAMAIS": "faits",
    "Faute": "fautes",
    "SituationInvalide": "fautes",
    "charger": "lecture",
    "Situation": "modele",
    "schema": "schema_json",
}


def __getattr__(nom: str) -> Any:
    if nom not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {nom!r}")
    valeur = getattr(import_module(f"{__name__}.{_MODULES[nom]}"), nom)
    globals()[nom] = valeur
    return valeur
