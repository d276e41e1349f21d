# mypy: disallow-untyped-defs=False, disallow-incomplete-defs=False, disallow-untyped-decorators=False
"""Axes qui dépendent les uns des autres : la guilde selon l'ordre, la table selon la guilde et la rive."""

from enum import IntEnum

from egide.moteur.mecanismes import arrondi_euro
from egide.moteur.regle import regle
from pays.lois.axes import Ordre, RiveDuFleuve


class Guilde(IntEnum):
    """Axe : la guilde dont on est ; les tisserands n'en ont pas."""

    BRISE = 1
    SEL = 2


class Table(IntEnum):
    """Axe : la table où l'on dîne."""

    HAUTE = 1
    BASSE = 2
    CUISINE = 3


@regle(depuis="2020-01-01", unite="", pour=Ordre.MEUNIER)
def guilde__meunier(noble):
    """Guilde des meuniers."""
    return Guilde.SEL if noble else Guilde.BRISE


@regle(depuis="2020-01-01", unite="", pour=Ordre.SAUNIER)
def guilde__saunier(noble):
    """Guilde des sauniers."""
    return Guilde.SEL


@regle(depuis="2020-01-01", unite="", pour=Guilde.BRISE)
def table__brise(enfants):
    """Table de la Brise, au nombre des enfants."""
    if enfants > 3:  # noqa: PLR2004
        return Table.CUISINE
    return Table.BASSE


@regle(depuis="2020-01-01", unite="", pour=(Guilde.SEL, RiveDuFleuve.NORD))
def table__sel(noble):
    """Table du Sel, sur la rive nord seulement."""
    return Table.HAUTE if noble else Table.BASSE


@regle(depuis="2020-01-01", unite="€/an", pour=(Table.BASSE, Table.CUISINE))
@regle(depuis="2020-01-01", unite="€/an", pour=(Table.HAUTE, RiveDuFleuve.SUD))
def ecot__bas(base, taux_dime):
    """Écot de qui ne dîne pas à la haute table."""
    return arrondi_euro(base * taux_dime)


@regle(depuis="2020-01-01", jusqu_au="2021-12-31", unite="€/an", pour=(Table.HAUTE, RiveDuFleuve.NORD))
def ecot__haut_2020(enfants):
    """Écot de la haute table, par tête."""
    return 12 * (enfants + 1)


@regle(depuis="2022-01-01", unite="€/an", pour=(Table.HAUTE, RiveDuFleuve.NORD))
def ecot__haut_2022(ecot_de_guilde, enfants):
    """Écot de la haute table : celui de la guilde, par tête."""
    return ecot_de_guilde * (enfants + 1)


@regle(depuis="2020-01-01", unite="€", pour=Guilde.SEL, entite="activite", agregation="somme")
def ecot_de_guilde(benefice):
    """Part de la guilde du Sel, d'un moulin."""
    return benefice / 8


@regle(depuis="2020-01-01", unite="€", pour=Guilde.SEL, entite="activite", agregation="max")
def plus_grosse_part(benefice):
    """Plus grosse part de la guilde du Sel."""
    return benefice / 8


@regle(depuis="2020-01-01", unite="€/an")
def depense(ecot=7, ecot_de_guilde=0):
    """Dépense : l'écot, ou sept pour qui n'a pas de table, et la part de la guilde."""
    return ecot + ecot_de_guilde
