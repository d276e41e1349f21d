"""Ce que ce chapitre distingue."""

from enum import IntEnum


class Beneficiaire(IntEnum):
    """À quel titre une naissance ouvre des droits : assuré pour lui-même, ou conjoint collaborateur."""

    ASSURE = 1
    CONJOINT = 2


class GenreDeNaissance(IntEnum):
    """Les durées de la maternité : première ou deuxième naissance, suivantes, jumeaux, triplés et plus."""

    SIMPLE = 1
    TROISIEME_ENFANT = 2
    JUMEAUX = 3
    TRIPLES = 4
