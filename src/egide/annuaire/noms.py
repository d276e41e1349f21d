"""Names made comparable, and the nearest known ones for whoever misspelt one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache

_ABREGE = re.compile(r"\bst(e?)\b")
_ESPACES = re.compile(r" {2,}")
_LETTRES = {"œ": "oe", "æ": "ae", "’": "'", "–": "-", "\xa0": " "}


@cache
def _separateurs() -> bytes:
    """Return the table that makes a space of everything but letters, figures and tabs."""
    return bytes(n if n == ord("\t") or (chr(n).isalnum() and n < 0x80) else ord(" ") for n in range(256))  # noqa: PLR2004


def sans_accents(texte: str) -> str:
    """Return names in small letters without accents, hyphens or apostrophes; names between tabs stay apart.

    All the names of the communes take a few milliseconds in one call, a hundred in as many calls.
    """
    import unicodedata

    simple = texte.lower()
    for lettre, remplacement in _LETTRES.items():
        simple = simple.replace(lettre, remplacement)
    octets = unicodedata.normalize("NFD", simple).encode("ascii", "ignore").translate(_separateurs())
    return _ESPACES.sub(" ", octets.decode()).replace(" \t", "\t").strip(" ")


def normaliser(texte: str) -> str:
    """Return a name as `sans_accents` does, "St" and "Ste" in full."""
    return _ABREGE.sub(r"saint\1", sans_accents(texte))


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
