"""Ce que partagent les règles de ce chapitre : une activité, un mois, une année."""

from egide.droit.commun.enumerations import TypeActiviteMicro
from egide.moteur.regle import regle

VENTES = TypeActiviteMicro.VENTES
SERVICES = (TypeActiviteMicro.PRESTATIONS_BIC, TypeActiviteMicro.MEUBLE_TOURISME)
LIBERAL, CIPAV = TypeActiviteMicro.PRESTATIONS_BNC, TypeActiviteMicro.CIPAV
CLASSE, NON_CLASSE = TypeActiviteMicro.MEUBLE_TOURISME_CLASSE, TypeActiviteMicro.MEUBLE_TOURISME
BIC = (VENTES, *SERVICES)
LOGEMENT_ET_VENTES = (VENTES, CLASSE)
HORS_VENTES = tuple(t for t in TypeActiviteMicro if t not in LOGEMENT_ET_VENTES)


def regle_d_activite(**declaration):
    """Déclare ce qu'est une activité ; pour la personne, celui de la première."""
    return regle(entite="activite", agregation="principale", **declaration)


def regle_du_mois(**declaration):
    """Déclare une valeur d'une activité, un mois : l'année et la personne en ont la somme."""
    return regle(entite="activite", periode="mois", agregation="somme", **declaration)


def refus_micro(**declaration):
    """Déclare une activité que le micro-social n'admet pas : vraie, sa docstring dit à qui s'adresser."""
    return regle(unite="oui/non", exclusion=True, entite="activite", agregation="max", **declaration)
