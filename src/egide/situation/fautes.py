"""Faults of a situation: what was written, where, and what is accepted, one French line each."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from egide.droit.commun.enumerations import slug
from egide.moteur.erreurs import ErreurEgide

LONGUEUR_MONTREE = 60


@dataclass(frozen=True, slots=True)
class Faute:
    """One fault.

    Attributes:
        champ: path of the field ("activites[0].exercices.2026.chiffre_affaires"), or the name of the source
            when it could not be read at all.
        valeur: what was written there.
        message: the value and what is accepted, in French, without the path.
    """

    champ: str
    valeur: object
    message: str

    def __str__(self) -> str:
        return f"{self.champ} : {self.message}"


class SituationInvalide(ErreurEgide):
    """A situation that cannot be used: every fault found, one a line."""

    def __init__(self, fautes: Iterable[Faute]) -> None:
        self.fautes = tuple(fautes)
        super().__init__("\n".join(map(str, self.fautes)))


def refus(champ: str, valeur: object, attendu: str) -> Faute:
    """Return the fault of a value that is not accepted at a field."""
    return Faute(champ, valeur, f"reçu {montrer(valeur)} ; attendu : {attendu}")


def montrer(valeur: object) -> str:
    """Return a value as the person wrote it, short and on one line."""
    match valeur:
        case None:
            return "une valeur vide"
        case bool():
            return "true" if valeur else "false"
        case IntEnum():
            return f"« {slug(valeur)} »"
        case int():
            # Python refuses to write out an integer of thousands of digits.
            return str(valeur) if abs(valeur) < 10**30 else "un nombre démesuré"
        case float() if math.isnan(valeur):
            return "NaN (pas un nombre)"
        case float() if math.isinf(valeur):
            return "un nombre infini"
        case float():
            return repr(valeur)
        case date():
            return valeur.isoformat()
        case Mapping():
            return "un ensemble de clés"
        case list() | tuple():
            return "une liste"
        case str() if not valeur.strip():
            return "un texte vide"
        case _:
            texte = " ".join(str(valeur).split())
            return f"« {texte if len(texte) <= LONGUEUR_MONTREE else texte[: LONGUEUR_MONTREE - 1] + '…'} »"


def nombre(valeur: float) -> str:
    """Return a number without a useless decimal part: 42000.0 is "42000"."""
    return str(int(valeur)) if valeur.is_integer() else repr(valeur)
