"""Writing numbers for a French reader."""

from __future__ import annotations

from datetime import date
from enum import IntEnum
from typing import Any

from egide.moteur.inconnu import INCONNU
from egide.moteur.mecanismes import Bareme
from egide.moteur.periode import JOUR_MAX, JOUR_MIN, jour, numero
from egide.moteur.suites import Suite

ESPACE = "\u202f"


def ecrire_jour(jour: date) -> str:
    """Write a day as a French reader does: 02/03/2026."""
    return f"{jour:%d/%m/%Y}"


def ecrire(valeur: Any, unite: str | None = None, enumeration: type[IntEnum] | None = None) -> str:
    """Write a value with its unit: `31080.0, "€/an"` → "31 080 €", `0.0487, "fraction"` → "4,87 %".

    Args:
        valeur: a number of the engine, a `Bareme`, or None (unknown).
        unite: its unit; None writes the bare number.
        enumeration: for the number of a member, its IntEnum.
    """
    if valeur is None or valeur is INCONNU:
        return "inconnu"
    if isinstance(valeur, Bareme):
        return "barème"
    if isinstance(valeur, Suite):
        bornes = (ecrire(extreme(valeur), unite) for extreme in (min, max))
        return f"{len(valeur)} années, de {' à '.join(bornes)}" if valeur else "aucune année"
    if enumeration is not None:
        return enumeration(int(valeur)).name.lower()
    if isinstance(valeur, IntEnum):
        return valeur.name.lower()
    if unite == "oui/non":
        return "oui" if valeur else "non"
    if unite == "date":
        extremes = {numero(JOUR_MAX): "jamais", numero(JOUR_MIN): "de longue date"}
        return extremes.get(int(valeur)) or jour(valeur).isoformat()
    if unite == "année":
        return str(int(valeur))
    if unite == "fraction":
        return f"{_decimal(float(valeur) * 100, 4)}{ESPACE}%"
    if unite and unite.startswith("€"):
        return f"{_euros(float(valeur))}{ESPACE}{unite.removesuffix('/an')}"
    return _decimal(float(valeur), 6) + (f" {unite}" if unite else "")


def _euros(x: float) -> str:
    return _grouper(f"{x:,.0f}" if round(x, 2) == round(x) else f"{x:,.2f}")


def _decimal(x: float, decimales: int) -> str:
    texte = f"{x:,.{decimales}f}"
    return _grouper(texte.rstrip("0").rstrip(".") if "." in texte else texte)


def _grouper(texte: str) -> str:
    if not texte.strip("-0."):  # a number that rounds to nothing has no sign
        texte = texte.removeprefix("-")
    return texte.replace(",", ESPACE).replace(".", ",").replace("-", "−")
