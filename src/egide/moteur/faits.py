"""Facts: what a rule may ask that neither a rule nor a parameter gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, IntEnum
from fractions import Fraction
from typing import Literal, TypeAlias

from egide.moteur.periode import Periode

Nombre: TypeAlias = float | Fraction
"""A number of the engine: dates are day numbers (days since 1970-01-01), booleans 0 or 1."""

Entite = Literal["personne", "activite"]


class Genre(Enum):
    """What a fact holds; every genre is a number once inside the engine."""

    NOMBRE = "nombre"
    OUI_NON = "oui/non"
    DATE = "date"
    ENUMERATION = "énumération"
    SUITE = "une valeur par année civile"


@dataclass(frozen=True, slots=True)
class Fait:
    """One named fact of a person or of an activity.

    Attributes:
        nom: name under which rules ask for it.
        libelle: what it is, in the words of the person asked.
        unite: unit shown beside it ("€/an", "jours", …), or None.
        entite: whom it is a fact of.
        par_annee: True when each year has its own value (a turnover), False when it has one (a birth date).
        par_mois: True when each month has its own value; a rule of a wider period sees them combined.
        defaut: value assumed when it is not given; None when nothing may be assumed.
        agregation: how a rule of the person that names a fact of the activities sees it:
            "somme", "min", "max", "principale" (that of the first activity), or None (refused at load).
        enumeration: the IntEnum of an ENUMERATION.
        essais: other plausible values, tried to say which fact is worth giving next.
    """

    nom: str
    genre: Genre
    libelle: str
    unite: str | None = None
    entite: Entite = "personne"
    par_annee: bool = False
    defaut: float | None = None
    agregation: str | None = None
    enumeration: type[IntEnum] | None = None
    essais: tuple[float, ...] = ()
    par_mois: bool = False

    def cle(self, rang: int | None, periode: Periode) -> Cle:
        """Return the key of its value for an activity and a period."""
        if self.par_mois:
            return (self.nom, rang, cle_du_mois(periode.debut))
        return (self.nom, rang, periode.annee if self.par_annee else None)

    @property
    def unite_ecrite(self) -> str | None:
        """Unit in which its value is written: its own, or that of its genre."""
        return self.unite or (self.genre.value if self.genre in (Genre.OUI_NON, Genre.DATE) else None)


Cle: TypeAlias = tuple[str, int | None, int | None]
"""(name, rank of the activity or None, year, month written 202603, or None)."""


def cle_du_mois(jour: date) -> int:
    """Return how the month of a day is written in a key: 202603."""
    return jour.year * 100 + jour.month


Donnees: TypeAlias = Mapping[Cle, Nombre]
"""The facts given for one person; what is not in it is assumed or missing."""
