"""Everyday occupations: their nature and their old-age fund by start date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from egide.annuaire.noms import proches, vouliez_vous_dire
from egide.droit.commun.enumerations import CategorieLiberale
from egide.moteur.erreurs import ErreurEgide

_FICHIER = Path(__file__).with_name("professions.csv")


@dataclass(frozen=True, slots=True)
class Profession:
    """One occupation.

    Attributes:
        slug: name under which a situation gives it.
        libelle: the occupation in the directory's own words.
        nature: nature in the one-stop shop's list (finer than the nature of an activity).
        caisse_vieillesse_avant_2018: old-age fund of an activity begun before 2018, in words.
        caisse_si_debut_2018: that of an activity begun in 2018, in words.
        caisse_si_debut_depuis_2019: that of an activity begun since 2019, in words.
        pamc: True for the practitioners and medical auxiliaries under convention.
        source: where the row was read.
    """

    slug: str
    libelle: str
    nature: str
    caisse_vieillesse_avant_2018: str
    caisse_si_debut_2018: str
    caisse_si_debut_depuis_2019: str
    pamc: bool
    source: str

    @property
    def categorie_liberale(self) -> CategorieLiberale:
        """Section of the profession when it is liberal, told from the fund of those who start today.

        A fund written with conditions ("SSI si ouvert … ; CIPAV si ouvert depuis …") counts for the section
        that it names; a profession without a section today but once the CIPAV's is NON_REGLEMENTEE.
        """
        mots = set(self.caisse_si_debut_depuis_2019.split())
        for categorie in CategorieLiberale:
            if categorie.name in mots:
                return categorie
        if "CIPAV" in self.caisse_vieillesse_avant_2018.split():
            return CategorieLiberale.NON_REGLEMENTEE
        return CategorieLiberale.SANS_OBJET


class ProfessionInconnue(ErreurEgide, LookupError):
    """A slug that the directory does not hold."""

    def __init__(self, nom: str) -> None:
        self.nom = nom
        self.proches = proches(nom, professions())
        super().__init__(f"profession inconnue : « {nom} »{vouliez_vous_dire(self.proches)}")


@cache
def professions() -> Mapping[str, Profession]:
    """Return every occupation by slug (the file is read once, when first asked for)."""
    import csv

    with _FICHIER.open(encoding="utf-8", newline="") as fichier:
        lues = (
            Profession(**{**ligne, "pamc": ligne["pamc"] == "1"})  # type: ignore[arg-type]
            for ligne in csv.DictReader(fichier)
        )
        return MappingProxyType({p.slug: p for p in lues})


def profession(slug: str) -> Profession:
    """Return the occupation of that slug, or raise ProfessionInconnue with the nearest names."""
    try:
        return professions()[slug]
    except KeyError:
        raise ProfessionInconnue(slug) from None
