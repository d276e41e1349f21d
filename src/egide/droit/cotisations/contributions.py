"""CSG, CRDS et contribution à la formation professionnelle."""

from egide.droit.commun.categories import Assiette, Conjoint, DomicileFiscal, Groupe
from egide.droit.cotisations.commun import HORS_MAYOTTE, exonerable
from egide.moteur.mecanismes import arrondi_euro
from egide.moteur.regle import regle

HORS_ARTISANAT = (Groupe.COMMERCANT, Groupe.PLNR, Groupe.LIBERAL)


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 136-8, II (2018-01-01)", pour=Assiette.ANCIENNE)
def csg_deductible_remplacement(revenus_remplacement, taux_csg_deductible_remplacement):
    """CSG déductible sur les revenus de remplacement."""
    return revenus_remplacement * taux_csg_deductible_remplacement


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 136-8, II (2018-01-01)", pour=Assiette.ANCIENNE)
def csg_crds_non_deductible_remplacement(revenus_remplacement, taux_csg_crds_non_deductible_remplacement):
    """CSG et CRDS non déductibles sur les revenus de remplacement."""
    return revenus_remplacement * taux_csg_crds_non_deductible_remplacement


@exonerable(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS L. 136-8 (2018-01-01)", "CGI 154 quinquies"),
    pour=(DomicileFiscal.FRANCE,),
)
def csg_deductible(assiette_csg_crds, taux_csg_deductible, csg_deductible_remplacement=0):
    """CSG déductible.

    La part de la contribution sociale généralisée qui se déduit du revenu imposable.
    """
    return assiette_csg_crds * taux_csg_deductible + csg_deductible_remplacement


@exonerable(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS L. 136-8 (2018-01-01)", "CGI 154 quinquies"),
    pour=(DomicileFiscal.FRANCE,),
)
def csg_crds_non_deductible(assiette_csg_crds, taux_csg_crds_non_deductible, csg_crds_non_deductible_remplacement=0):
    """CSG et CRDS non déductibles.

    Le reste de la contribution sociale généralisée, et la contribution au remboursement de la dette sociale.
    """
    return assiette_csg_crds * taux_csg_crds_non_deductible + csg_crds_non_deductible_remplacement


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 136-8 (2018-01-01)", pour=DomicileFiscal.FRANCE)
def csg_crds(csg_deductible, csg_crds_non_deductible):
    """CSG et CRDS ensemble."""
    return csg_deductible + csg_crds_non_deductible


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references="c. trav. L. 6331-48 (2020-01-01)",
    pour=(Groupe.ARTISAN, *HORS_MAYOTTE),
)
def contribution_formation_professionnelle__artisan(pass_, taux_formation_artisan):
    """Contribution à la formation professionnelle.

    Un montant fixe, part du plafond annuel, quel que soit le revenu ou la durée d'activité dans l'année.
    """
    return arrondi_euro(pass_ * taux_formation_artisan)


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references="c. trav. L. 6331-48 (2020-01-01)",
    pour=(*HORS_ARTISANAT, *HORS_MAYOTTE, Conjoint.SANS),
)
def contribution_formation_professionnelle(pass_, taux_formation_commercant_liberal):
    """Contribution à la formation professionnelle.

    Un montant fixe, part du plafond annuel, quel que soit le revenu ou la durée d'activité dans l'année.
    """
    return arrondi_euro(pass_ * taux_formation_commercant_liberal)


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references="c. trav. L. 6331-48 (2020-01-01)",
    pour=(*HORS_ARTISANAT, Conjoint.FORFAIT, Conjoint.SANS_PARTAGE, Conjoint.AVEC_PARTAGE),
)
def contribution_formation_professionnelle__conjoint(pass_, taux_formation_avec_conjoint_collaborateur):
    """Contribution à la formation professionnelle.

    Un montant fixe, part du plafond annuel, plus élevé avec un conjoint collaborateur.
    """
    return arrondi_euro(pass_ * taux_formation_avec_conjoint_collaborateur)
