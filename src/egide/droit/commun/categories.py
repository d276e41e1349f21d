"""Les axes qui distinguent les variantes d'une règle."""

from __future__ import annotations

from enum import IntEnum


class Groupe(IntEnum):
    """Groupe professionnel, dont dépend le barème des cotisations."""

    ARTISAN = 1
    COMMERCANT = 2
    PLNR = 3
    AUTRE = 4


class NatureMontant(IntEnum):
    """Un même montant a deux vies : appelé, puis régularisé."""

    DEFINITIVES = 1
    PROVISIONNELLES = 2
