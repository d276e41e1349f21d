# mypy: disallow-untyped-defs=False, disallow-incomplete-defs=False, disallow-untyped-decorators=False
"""Ce qui distingue les sujets de Brume : leur ordre, et la rive du fleuve qu'ils habitent."""

from enum import IntEnum

from egide.moteur.regle import regle


class Force(IntEnum):
    """Ce qui fait tourner un moulin."""

    VENT = 1
    EAU = 2
    BETE = 3
    FEU = 4


class Ordre(IntEnum):
    """Axe : l'ordre dont on est."""

    MEUNIER = 1
    SAUNIER = 2
    TISSERAND = 3


class RiveDuFleuve(IntEnum):
    """Axe : la rive qu'on habite."""

    NORD = 1
    SUD = 2


@regle(depuis="2020-01-01", unite="", entite="activite", agregation="principale")
def ordre(force):
    """Ordre du sujet.

    Celui de son premier moulin.
    """
    if force == Force.VENT or force == Force.EAU:  # noqa: PLR1714
        return Ordre.MEUNIER
    elif force == Force.BETE:  # noqa: RET505
        return Ordre.SAUNIER
    else:
        return Ordre.TISSERAND


@regle(depuis="2020-01-01", unite="")
def rive_du_fleuve(habite_au_sud):
    """Rive habitée."""
    return RiveDuFleuve.SUD if habite_au_sud else RiveDuFleuve.NORD
