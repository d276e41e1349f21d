"""Ce que partagent les règles de ce chapitre : qui est exonéré, et comment se déclare une cotisation exonérable."""

from egide.droit.commun.categories import Assiette, Exoneration, NatureMontant
from egide.moteur.mecanismes import arrondi_euro
from egide.moteur.regle import regle

HORS_MAYOTTE = tuple(e for e in Exoneration if e is not Exoneration.MAYOTTE)
EXONEREES = tuple(e for e in HORS_MAYOTTE if e is not Exoneration.AUCUNE)
HORS_OUTRE_MER = tuple(e for e in HORS_MAYOTTE if e is not Exoneration.OUTRE_MER)
SUR_REVENU = (Assiette.ANCIENNE, Assiette.UNIQUE, Assiette.MICRO_FISCALE)
FORFAIT_DEFINITIF = (Assiette.FORFAIT, NatureMontant.DEFINITIVES)
"""La base forfaitaire des deux premières années, définitive outre-mer seulement (L. 756-3)."""


def exonerable(*, pour=(), arrondi=arrondi_euro, **declaration):
    """Déclare une cotisation, arrondie, à l'euro sauf indication contraire.

    Pour les personnes exonérées, la même formule avant exonération.

    Celle-ci n'est pas arrondie : seul ce qui reste dû l'est.
    """

    def declarer(fonction):
        nom = fonction.__name__.split("__", 1)[0]
        regle(pour=(*pour, Exoneration.AUCUNE), arrondi=arrondi, **declaration)(fonction)
        regle(pour=(*pour, *EXONEREES), nom=f"{nom}_avant_exoneration", **declaration)(fonction)
        return fonction

    return declarer


def refus(**declaration):
    """Déclare une situation que ce chapitre ne calcule pas : vraie, sa docstring dit à qui s'adresser."""
    return regle(unite="oui/non", exclusion=True, **declaration)


def refus_d_activite(**declaration):
    """Déclare une activité que ce chapitre ne calcule pas : une seule suffit pour que la personne soit refusée."""
    return refus(entite="activite", agregation="max", **declaration)
