"""Les axes qui distinguent les personnes devant la question « à qui m'adresser ? »."""

from __future__ import annotations

from enum import IntEnum


class RessortPersonnel(IntEnum):
    """Territoire dont relèvent la santé et la retraite : celui de la résidence.

    DROM : Guadeloupe, Martinique, Guyane, La Réunion, et Saint-Martin qui relève de la Guadeloupe.
    HORS_CHAMP : îles du Pacifique et terres australes, où ces organismes n'existent pas.
    """

    METROPOLE = 1
    ILE_DE_FRANCE = 2
    LOZERE = 3
    DROM = 4
    SAINT_BARTHELEMY = 5
    MAYOTTE = 6
    SAINT_PIERRE_ET_MIQUELON = 7
    HORS_CHAMP = 8


class RessortActivite(IntEnum):
    """Territoire dont relèvent les cotisations : celui de l'activité. Les membres sont ceux de `RessortPersonnel`."""

    METROPOLE = 1
    ILE_DE_FRANCE = 2
    LOZERE = 3
    DROM = 4
    SAINT_BARTHELEMY = 5
    MAYOTTE = 6
    SAINT_PIERRE_ET_MIQUELON = 7
    HORS_CHAMP = 8


class Anciennete(IntEnum):
    """Début de la suite ininterrompue d'activités indépendantes en cours.

    REPRISE : une activité d'avant 2019 a cessé, une autre a commencé depuis le 1er janvier 2019.
    """

    AVANT_2018 = 1
    EN_2018 = 2
    DEPUIS_2019 = 3
    REPRISE = 4


class Rattachement(IntEnum):
    """Comment on connaît le jour où le dossier de santé passe à la caisse de la résidence."""

    NOTIFIE = 1
    NON_RECU = 2
    LOT_RAM = 3
    LOT_AUTRE = 4
    LOT_INCONNU = 5


class Convention(IntEnum):
    """Praticien ou auxiliaire médical conventionné (PAMC), dont la caisse primaire a toujours remboursé les soins."""

    HORS_CONVENTION = 1
    CONVENTIONNE = 2


class GestionnaireSante(IntEnum):
    """Qui tient le dossier de santé et qui rembourse."""

    CAISSE_RSI = 1
    AGENCE_ET_OC = 2
    OC_SEUL = 3
    CAISSE = 4


class Declaration(IntEnum):
    """Calcul des cotisations : sur le revenu réel, ou sur le chiffre d'affaires du micro-entrepreneur."""

    REELLE = 1
    MICRO = 2


class SectionLiberale(IntEnum):
    """La Cipav, dont l'Urssaf recouvre les cotisations depuis 2023, ou une autre section."""

    AUTRE = 1
    CIPAV = 2


class Titre(IntEnum):
    """Assurance liée à l'activité (ou à ses droits maintenus), assurance volontaire, ou activité terminée."""

    ACTIVITE = 1
    VOLONTAIRE = 2
    PASSEE = 3


class EffetSection(IntEnum):
    """Affiliation à la section de retraite libérale : pas encore d'effet, ou en cours."""

    ATTENDU = 1
    ATTEINT = 2
