"""Les axes qui distinguent les variantes d'une règle. Chacun est lu par la règle, ou le fait, du même nom."""

from __future__ import annotations

from enum import IntEnum


class Groupe(IntEnum):
    """Groupe professionnel."""

    ARTISAN = 1
    COMMERCANT = 2
    PLNR = 3
    AUTRE = 4


class NatureMontant(IntEnum):
    """Un même montant a deux vies : appelé, puis régularisé."""

    DEFINITIVES = 1
    PROVISIONNELLES = 2


class Assiette(IntEnum):
    """Ce sur quoi l'on cotise.

    ANCIENNE : le revenu professionnel ; UNIQUE : le revenu brut après abattement, depuis la réforme de 2025 ;
    MICRO_FISCALE : le bénéfice après abattement fiscal ; FORFAIT : la base des deux premières années.
    """

    ANCIENNE = 1
    UNIQUE = 2
    MICRO_FISCALE = 3
    FORFAIT = 4


class DomicileFiscal(IntEnum):
    """Pays du domicile fiscal."""

    FRANCE = 1
    ETRANGER = 2


class Exoneration(IntEnum):
    """Exonération dont bénéficie la personne : elles ne se cumulent pas.

    MAYOTTE : les cotisations propres à Mayotte, avec leurs exonérations.
    """

    AUCUNE = 1
    ACRE = 2
    INVALIDITE = 3
    OUTRE_MER = 4
    ZFU = 5
    PETIT_REVENU = 6
    MAYOTTE = 7


class Conjoint(IntEnum):
    """Présence d'un conjoint collaborateur, et partage ou non du revenu avec lui ; à Mayotte, une base unique."""

    SANS = 1
    FORFAIT = 2
    SANS_PARTAGE = 3
    AVEC_PARTAGE = 4
    MAYOTTE = 5


class AideCovid(IntEnum):
    """Réduction de cotisations de la crise sanitaire."""

    AUCUNE = 1
    ACCORDEE = 2


class OptionRci(IntEnum):
    """Taux de la retraite complémentaire."""

    NORMALE = 1
    SPECIFIQUE = 2
