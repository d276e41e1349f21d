"""Tables of the directory: read when first asked for, with what each row is worth."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

DONNEES = Path(__file__).with_name("donnees")

Ligne = Mapping[str, str]


class Preuve(StrEnum):
    """What a value rests on."""

    DEUX_SOURCES = "2S"
    LUE = "S"
    DEDUITE = "D"
    MEMOIRE = "M"
    INCONNUE = "Open"


_DITES = {Preuve.MEMOIRE: "de mémoire, non vérifié", Preuve.INCONNUE: "non établi"}
# A letter by itself, and in brackets what it is about: "S(code) M(nom usuel)", "S / Open", "2S (CCSS)".
_PARTIE = re.compile(r"\b(2S|S|M|D|Open)\b\s*(?:\(([^)]*)\))?")


@dataclass(frozen=True, slots=True)
class Marque:
    """What the values of a row rest on, as the survey noted it.

    Attributes:
        texte: the mark itself: "S", "2S", "S(code) M(nom usuel)"…
    """

    texte: str

    @property
    def parties(self) -> tuple[tuple[Preuve, str], ...]:
        """Each proof with what it is about ("" = the whole row)."""
        return tuple((Preuve(lettre), objet or "") for lettre, objet in _PARTIE.findall(self.texte))

    @property
    def incertitudes(self) -> tuple[str, ...]:
        """What must be shown as uncertain, in French: "code : de mémoire, non vérifié"."""
        return tuple(
            f"{objet} : {_DITES[preuve]}" if objet else _DITES[preuve]
            for preuve, objet in self.parties
            if preuve in _DITES
        )

    @property
    def certaine(self) -> bool:
        """True when nothing in the row comes from memory or is unknown."""
        return not self.incertitudes

    def __str__(self) -> str:
        return self.texte


LUE = Marque("S")
"""Mark of the official code of the communes."""


@cache
def lire(table: str) -> tuple[Ligne, ...]:
    """Return the rows of a table; a source written @n is the text that several rows share."""
    import csv

    with (DONNEES / f"{table}.csv").open(encoding="utf-8", newline="") as fichier:
        lignes = list(csv.DictReader(fichier))
    if table != "sources":
        for ligne in lignes:
            ligne["source"] = source(ligne.get("source", ""))
    return tuple(lignes)


def source(texte: str) -> str:
    """Return the text of a source, be it written there or shared."""
    return _sources()[texte] if texte.startswith("@") else texte


@cache
def _sources() -> Mapping[str, str]:
    return {ligne["cle"]: ligne["texte"] for ligne in lire("sources")}


def jour(texte: str) -> date | None:
    """Return the day of a cell, None for an empty one."""
    return date.fromisoformat(texte) if texte else None


def couvre(du: date | None, au: date | None, le: date) -> bool:
    """Tell whether a period, open where it has no bound, holds a day."""
    return (du is None or du <= le) and (au is None or le <= au)
