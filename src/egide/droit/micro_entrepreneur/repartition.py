"""Ce que le versement du micro-entrepreneur apporte à chaque branche."""

from egide.droit.micro_entrepreneur.commun import regle_du_mois
from egide.moteur.mecanismes import arrondi_centime
from egide.moteur.regle import regle


@regle_du_mois(depuis="2019-01-01", unite="€", references="CSS D. 613-6")
def part_maladie_maternite(cotisation_de_la_periode, repartition_maladie_maternite):
    """Part du versement du mois qui va à la branche : maladie-maternité."""
    return cotisation_de_la_periode * repartition_maladie_maternite


@regle_du_mois(depuis="2019-01-01", unite="€", references="CSS D. 613-6")
def part_indemnites_journalieres(cotisation_de_la_periode, repartition_indemnites_journalieres):
    """Part du versement du mois qui va à la branche : indemnités journalières."""
    return cotisation_de_la_periode * repartition_indemnites_journalieres


@regle_du_mois(depuis="2019-01-01", unite="€", references="CSS D. 613-6")
def part_invalidite_deces(cotisation_de_la_periode, repartition_invalidite_deces):
    """Part du versement du mois qui va à la branche : invalidité-décès."""
    return cotisation_de_la_periode * repartition_invalidite_deces


@regle_du_mois(depuis="2019-01-01", unite="€", references="CSS D. 613-6")
def part_retraite_base(cotisation_de_la_periode, repartition_retraite_base):
    """Part du versement du mois qui va à la branche : retraite de base."""
    return cotisation_de_la_periode * repartition_retraite_base


@regle_du_mois(depuis="2019-01-01", unite="€", references="CSS D. 613-6")
def part_retraite_complementaire(cotisation_de_la_periode, repartition_retraite_complementaire):
    """Part du versement du mois qui va à la branche : retraite complémentaire."""
    return cotisation_de_la_periode * repartition_retraite_complementaire


@regle_du_mois(depuis="2019-01-01", unite="€", references="CSS D. 613-6")
def part_csg_crds(cotisation_de_la_periode, repartition_csg_crds):
    """Part du versement du mois qui va à la branche : CSG et CRDS."""
    return cotisation_de_la_periode * repartition_csg_crds


@regle(depuis="2019-01-01", unite="€/an", references="CSS D. 613-6", arrondi=arrondi_centime)
def cotisation_maladie_maternite__micro(part_maladie_maternite):
    """Cotisation maladie-maternité : sa part du versement de l'année."""
    return part_maladie_maternite


@regle(depuis="2019-01-01", unite="€/an", references="CSS D. 613-6", arrondi=arrondi_centime)
def cotisation_indemnites_journalieres__micro(part_indemnites_journalieres):
    """Cotisation d'indemnités journalières : sa part du versement de l'année."""
    return part_indemnites_journalieres


@regle(depuis="2019-01-01", unite="€/an", references="CSS D. 613-6", arrondi=arrondi_centime)
def cotisation_invalidite_deces__micro(part_invalidite_deces):
    """Cotisation d'invalidité-décès : sa part du versement de l'année."""
    return part_invalidite_deces


@regle(depuis="2019-01-01", unite="€/an", references="CSS D. 613-6", arrondi=arrondi_centime)
def cotisation_retraite_base__micro(part_retraite_base):
    """Cotisation de retraite de base : sa part du versement de l'année."""
    return part_retraite_base


@regle(depuis="2019-01-01", unite="€/an", references="CSS D. 613-6", arrondi=arrondi_centime)
def cotisation_retraite_complementaire__micro(part_retraite_complementaire):
    """Cotisation de retraite complémentaire : sa part du versement de l'année."""
    return part_retraite_complementaire


@regle(depuis="2019-01-01", unite="€/an", references="CSS D. 613-6", arrondi=arrondi_centime)
def csg_crds__micro(part_csg_crds):
    """CSG et CRDS ensemble : sa part du versement de l'année."""
    return part_csg_crds
