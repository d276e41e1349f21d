"""Nearest known names, for whoever misspelt one."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def proches(nom: str, connus: Iterable[str], nombre: int = 3) -> tuple[str, ...]:
    """Return the known names nearest to a name: misspelt, or holding it ("dentiste", "coach")."""
    connus = list(connus)
    prolonges = sorted(c for c in connus if nom and f"_{nom}_" in f"_{c}_" and c != nom)
    # Beside names that hold it whole, only a near-perfect likeness is worth saying.
    ressemblants = get_close_matches(nom, connus, n=1, cutoff=0.85 if prolonges else 0.6)
    return tuple(dict.fromkeys([*ressemblants, *prolonges]))[:nombre]


def vouliez_vous_dire(noms: Iterable[str]) -> str:
    """Return " ; vouliez-vous dire « a » ou « b » ?", or nothing without a name."""
    cites = [f"« {nom} »" for nom in noms]
    return f" ; vouliez-vous dire {' ou '.join(cites)} ?" if cites else ""
