"""Ce que chaque cotisation devient après exonération ; l'exonération des pensionnés d'invalidité."""

from egide.droit.commun.categories import Caisse, DomicileFiscal, Exoneration
from egide.droit.cotisations.commun import EXONEREES
from egide.moteur.mecanismes import arrondi_euro, au_moins, mois_du_jour
from egide.moteur.regle import regle


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 133-10 (2015-01-01)", pour=EXONEREES)
def cotisation_maladie_maternite__exoneree(
    cotisation_maladie_maternite_avant_exoneration, exoneration_maladie_maternite=0
):
    """Cotisation maladie-maternité, après exonération."""
    return au_moins(arrondi_euro(cotisation_maladie_maternite_avant_exoneration - exoneration_maladie_maternite), 0)


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 133-10 (2015-01-01)", pour=EXONEREES)
def cotisation_indemnites_journalieres__exoneree(
    cotisation_indemnites_journalieres_avant_exoneration, exoneration_indemnites_journalieres=0
):
    """Cotisation d'indemnités journalières, après exonération."""
    reste = cotisation_indemnites_journalieres_avant_exoneration - exoneration_indemnites_journalieres
    return au_moins(arrondi_euro(reste), 0)


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 133-10 (2015-01-01)", pour=EXONEREES)
def cotisation_allocations_familiales__exoneree(
    cotisation_allocations_familiales_avant_exoneration, exoneration_allocations_familiales=0
):
    """Cotisation d'allocations familiales, après exonération."""
    reste = cotisation_allocations_familiales_avant_exoneration - exoneration_allocations_familiales
    return au_moins(arrondi_euro(reste), 0)


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 133-10 (2015-01-01)", pour=EXONEREES)
def cotisation_retraite_base__exoneree(cotisation_retraite_base_avant_exoneration, exoneration_retraite_base=0):
    """Cotisation de retraite de base, après exonération."""
    return au_moins(arrondi_euro(cotisation_retraite_base_avant_exoneration - exoneration_retraite_base), 0)


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 133-10 (2015-01-01)", pour=(*EXONEREES, Caisse.SSI))
def cotisation_retraite_complementaire__exoneree(
    cotisation_retraite_complementaire_avant_exoneration, exoneration_retraite_complementaire=0
):
    """Cotisation de retraite complémentaire, après exonération."""
    reste = cotisation_retraite_complementaire_avant_exoneration - exoneration_retraite_complementaire
    return au_moins(arrondi_euro(reste), 0)


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 133-10 (2015-01-01)", pour=EXONEREES)
def cotisation_invalidite_deces__exoneree(
    cotisation_invalidite_deces_avant_exoneration, exoneration_invalidite_deces=0
):
    """Cotisation d'invalidité-décès, après exonération."""
    return au_moins(arrondi_euro(cotisation_invalidite_deces_avant_exoneration - exoneration_invalidite_deces), 0)


@regle(
    depuis="2018-01-01", unite="€/an", references="CSS L. 133-10 (2015-01-01)", pour=(DomicileFiscal.FRANCE, *EXONEREES)
)
def csg_deductible__exoneree(csg_deductible_avant_exoneration, exoneration_csg_deductible=0):
    """CSG déductible, après exonération."""
    return au_moins(arrondi_euro(csg_deductible_avant_exoneration - exoneration_csg_deductible), 0)


@regle(
    depuis="2018-01-01", unite="€/an", references="CSS L. 133-10 (2015-01-01)", pour=(DomicileFiscal.FRANCE, *EXONEREES)
)
def csg_crds_non_deductible__exoneree(csg_crds_non_deductible_avant_exoneration, exoneration_csg_crds_non_deductible=0):
    """CSG et CRDS non déductibles, après exonération."""
    return au_moins(arrondi_euro(csg_crds_non_deductible_avant_exoneration - exoneration_csg_crds_non_deductible), 0)


@regle(depuis="2018-01-01", unite="fraction", references="CSS D. 621-4 (2018-01-01)", pour=Exoneration.INVALIDITE)
def part_invalidite(invalidite_depuis, premier_jour_periode, mois_par_an):
    """Part de l'année sous pension d'invalidité, en mois, celui de l'attribution compris."""
    if invalidite_depuis <= premier_jour_periode:
        return 1
    return (mois_par_an + 1 - mois_du_jour(invalidite_depuis)) / mois_par_an


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references="CSS D. 621-4 (2018-01-01)",
    pour=Exoneration.INVALIDITE,
)
def exoneration_maladie_maternite__invalidite(cotisation_maladie_maternite_avant_exoneration, part_invalidite):
    """Exonération de la cotisation maladie-maternité d'un titulaire d'une pension d'invalidité."""
    return cotisation_maladie_maternite_avant_exoneration * part_invalidite


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references="CSS D. 621-4 (2018-01-01)",
    pour=(Exoneration.INVALIDITE, Caisse.SSI),
)
def exoneration_indemnites_journalieres__invalidite(
    cotisation_indemnites_journalieres_avant_exoneration, part_invalidite
):
    """Exonération de la cotisation d'indemnités journalières d'un titulaire d'une pension d'invalidité."""
    return cotisation_indemnites_journalieres_avant_exoneration * part_invalidite


@regle(depuis="2018-01-01", unite="€/an", references="CSS D. 635-2", pour=(Exoneration.INVALIDITE, Caisse.SSI))
def exoneration_retraite_complementaire__invalidite(
    cotisation_retraite_complementaire_avant_exoneration, part_invalidite
):
    """Exonération de la cotisation de retraite complémentaire d'un titulaire d'une pension d'invalidité."""
    return cotisation_retraite_complementaire_avant_exoneration * part_invalidite
