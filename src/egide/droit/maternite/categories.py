"""Où se place la personne devant une naissance."""

from egide.droit.commun.enumerations import Statut
from egide.droit.maternite.enumerations import Beneficiaire
from egide.moteur.regle import regle


@regle(depuis="2018-01-01", unite="", references=("CSS L. 623-1", "CSS L. 663-1 (2018-06-14)"))
def beneficiaire(statut):
    """À quel titre la naissance ouvre des droits : assuré pour lui-même, ou conjoint collaborateur."""
    return Beneficiaire.CONJOINT if statut == Statut.CONJOINT_COLLABORATEUR else Beneficiaire.ASSURE
