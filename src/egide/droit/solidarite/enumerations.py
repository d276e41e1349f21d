"""Ce que ce chapitre distingue."""

from enum import IntEnum


class C2sDroit(IntEnum):
    """Droit à une couverture complémentaire au titre des ressources."""

    AUCUN = 0
    CMU_C = 1
    ACS = 2
    GRATUITE = 3
    PAYANTE = 4


class BaseDesRevenus(IntEnum):
    """Ce qui tient lieu de revenu d'une activité indépendante.

    DERNIER_AVIS : le revenu du dernier avis d'imposition connu. CHIFFRE_AFFAIRES : rien n'a encore été déclaré.
    """

    DERNIER_AVIS = 1
    CHIFFRE_AFFAIRES = 2
