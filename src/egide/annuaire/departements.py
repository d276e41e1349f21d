"""Départements and the territories overseas that stand for one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from egide.annuaire.lecture import LUE, Marque, lire
from egide.annuaire.noms import normaliser, proches, vouliez_vous_dire
from egide.moteur.erreurs import ErreurEgide

SOURCE = "Insee, code officiel géographique 2026 (npm @etalab/decoupage-administratif 6.0.0, 2026-03-09)"


@dataclass(frozen=True, slots=True)
class Departement:
    """A département, or a territory overseas whose communes have codes of their own.

    Attributes:
        code: "35", "2A", "974".
        region: code of its region, its own for a territory without one.
        type: "metropole", "drom" or "com".
    """

    code: str
    nom: str
    region: str
    nom_region: str
    type: str
    marque: Marque = LUE
    source: str = SOURCE

    def __str__(self) -> str:
        return f"{self.nom} ({self.code})"


class DepartementInconnu(ErreurEgide, LookupError):
    """A text that is neither the code nor the name of a département."""

    def __init__(self, texte: str) -> None:
        self.texte = texte
        noms = {normaliser(d.nom): d.nom for d in departements().values()}
        self.proches = tuple(noms[n] for n in proches(normaliser(texte), noms))
        super().__init__(f"département inconnu : « {texte} »{vouliez_vous_dire(self.proches)}")


@cache
def departements() -> Mapping[str, Departement]:
    """Return every département by code."""
    return {
        r["code"]: Departement(r["code"], r["nom"], r["region"], r["nom_region"], r["type"])
        for r in lire("departements")
    }


@cache
def _par_nom() -> Mapping[str, Departement]:
    return {normaliser(d.nom): d for d in departements().values()}


def departement(texte: str) -> Departement:
    """Return a département by its code ("35", "1", "2a", "974") or its name.

    Raises:
        DepartementInconnu: with the nearest names.
    """
    code = texte.strip().upper()
    trouve = departements().get(code) or departements().get(code.zfill(2)) or _par_nom().get(normaliser(texte))
    if trouve is None:
        raise DepartementInconnu(texte)
    return trouve
