"""The answer to « what am I entitled to »: conditions one by one, the calendar of days, what to do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date as Date  # noqa: N812 — `date` is a field of the answer
from datetime import timedelta
from enum import IntEnum
from itertools import groupby
from typing import Any

from egide.droit.commun.enumerations import TypeEvenement, slug
from egide.services.reponse import AVERTISSEMENT


class Jour(IntEnum):
    """What a day of an event is."""

    CARENCE = 1
    INDEMNISE = 2
    NON_INDEMNISE = 3


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of the right.

    Attributes:
        libelle: what it asks for.
        chiffres: the figures that decide it, those of the person and those of the law.
        remplie: whether it is met; None where the facts given cannot tell.
    """

    libelle: str
    chiffres: str
    remplie: bool | None
    articles: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        return {
            "libelle": self.libelle,
            "chiffres": self.chiffres,
            "remplie": self.remplie,
            "articles": list(self.articles),
        }


@dataclass(frozen=True, slots=True)
class Jours:
    """A run of days of one kind.

    Attributes:
        du, au: first and last day, both included.
        motif: why these days are what they are.
        montant: what each day is paid, in euros.
    """

    du: Date
    au: Date
    statut: Jour
    motif: str
    montant: float = 0.0

    @property
    def nombre(self) -> int:
        return (self.au - self.du).days + 1

    @property
    def total(self) -> float:
        """What the run is paid, in whole cents."""
        return round(self.nombre * self.montant, 2)

    def to_dict(self) -> dict[str, Any]:
        return {
            "du": self.du.isoformat(),
            "au": self.au.isoformat(),
            "jours": self.nombre,
            "statut": slug(self.statut),
            "motif": self.motif,
            "montant_par_jour": self.montant,
            "total": self.total,
        }


@dataclass(frozen=True, slots=True)
class Demarche:
    """Something to do.

    Attributes:
        quoi: what to send, or to do.
        a_qui: to whom: the body, and how to reach it where it is known.
        delai: until when.
    """

    quoi: str
    a_qui: str
    delai: str
    articles: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        return {"quoi": self.quoi, "a_qui": self.a_qui, "delai": self.delai, "articles": list(self.articles)}


@dataclass(slots=True)
class Montant:
    """A sum as the table shows it: what it is called, how much, in what, and the articles."""

    nom: str
    titre: str
    valeur: float
    unite: str
    articles: tuple[str, ...] = ()


@dataclass(slots=True)
class ReponsePrestations:
    """The rights that one event opens.

    Attributes:
        date: day whose law applies.
        valeurs: values by the names of the contract; absent = not applicable.
        montants: those of the values that the table shows as lines, in order.
        notes: what was chosen or left aside before any rule, in sentences.
    """

    evenement: TypeEvenement
    date: Date
    verifie_le: Date
    valeurs: dict[str, Any] = field(default_factory=dict)
    montants: list[Montant] = field(default_factory=list)
    conditions: list[Condition] = field(default_factory=list)
    calendrier: list[Jours] = field(default_factory=list)
    demarches: list[Demarche] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    hypotheses: list[str] = field(default_factory=list)
    supposes: dict[str, float] = field(default_factory=dict)
    a_confirmer: list[str] = field(default_factory=list)
    references: dict[str, tuple[str, ...]] = field(default_factory=dict)
    parametres: list[dict[str, Any]] = field(default_factory=list)

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON envelope: absent = not applicable to this person; 0 = applicable and nil."""
        return {
            "question": "prestations",
            "evenement": slug(self.evenement),
            "date": self.date.isoformat(),
            "valeurs": self.valeurs,
            "conditions": [c.to_dict() for c in self.conditions],
            "calendrier": [j.to_dict() for j in self.calendrier],
            "demarches": [d.to_dict() for d in self.demarches],
            "hypotheses": [*self.notes, *self.hypotheses],
            "a_confirmer": self.a_confirmer,
            "references": [{"nom": nom, "articles": list(articles)} for nom, articles in self.references.items()],
            "parametres": self.parametres,
            "verifie_le": self.verifie_le.isoformat(),
            "avertissement": AVERTISSEMENT,
        }


def suites(jours: Iterable[tuple[Date, Jour, str, float]]) -> list[Jours]:
    """Return consecutive days, each with what it is, as runs of equal days."""
    runs: list[Jours] = []
    for (statut, motif, montant), groupe in groupby(jours, key=lambda j: j[1:]):
        dates = [d for d, *_ in groupe]
        runs.append(Jours(dates[0], dates[-1], statut, motif, montant))
    return runs


def compter(calendrier: Sequence[Jours], valeurs: dict[str, Any]) -> None:
    """Write what the calendar adds up to: days paid, the first and the last, the total."""
    payes = [j for j in calendrier if j.statut is Jour.INDEMNISE]
    valeurs["jours_indemnises"] = sum(j.nombre for j in payes)
    valeurs["montant_total"] = round(sum(j.total for j in payes), 2)
    if payes:
        valeurs["premier_jour_indemnise"] = payes[0].du.isoformat()
        valeurs["dernier_jour_indemnise"] = payes[-1].au.isoformat()


def lendemain(jour: Date, jours: int = 1) -> Date:
    """Return the day that comes after a number of days."""
    return jour + timedelta(days=jours)
