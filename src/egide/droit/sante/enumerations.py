"""Ce qui distingue les assurés et les arrêts devant les indemnités journalières."""

from enum import IntEnum


class CouvertureMaladie(IntEnum):
    """À quel titre une personne a, ou n'a pas, d'indemnités journalières d'indépendant."""

    INDEPENDANT = 1
    LIBERAL = 2
    CONJOINT_D_INDEPENDANT = 3
    CONJOINT_DE_LIBERAL = 4
    AVOCAT = 5
    AUTRE = 6


class Carriere(IntEnum):
    """Combien d'années civiles l'affiliation a duré au jour du constat."""

    PREMIERE_ANNEE = 1
    DEUXIEME_ANNEE = 2
    TROISIEME_ANNEE = 3
    ETABLIE = 4


class OrigineDuRevenu(IntEnum):
    """D'où vient le revenu d'une année : des comptes, ou du chiffre d'affaires d'un micro-entrepreneur."""

    COMPTES = 1
    RECETTES = 2


class ExceptionCarence(IntEnum):
    """Pourquoi un arrêt est indemnisé dès son premier jour."""

    AUCUNE = 0
    RECHUTE_ALD = 1
    MEME_ACCIDENT = 2
    PROLONGATION = 3
    DECES_D_ENFANT = 4
    GROSSESSE = 5
