"""Les sommes des professions libérales : cotisations, Urssaf, caisse, total dû, part de l'assurance maladie."""

from egide.droit.commun.categories import AideCovid, Caisse, Praticien
from egide.droit.professions_liberales.commun import ACRE, CONVENTIONNES, LIBERALES, PAR_TRIMESTRE
from egide.moteur.mecanismes import arrondi_euro
from egide.moteur.regle import regle

A_LA_CAISSE = (*PAR_TRIMESTRE, Caisse.CNBF)


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 133-10 (2015-01-01)", pour=LIBERALES)
def cotisations_sociales__liberales(
    cotisation_maladie_maternite,
    cotisation_allocations_familiales,
    cotisation_retraite_base,
    cotisation_retraite_complementaire,
    cotisation_invalidite_deces=0,
    cotisation_indemnites_journalieres=0,
    contribution_additionnelle_maladie=0,
    cotisation_asv=0,
    cotisation_pcv=0,
):
    """Cotisations sociales obligatoires.

    Toutes les branches, celles de la caisse comprises, sans la CSG, la CRDS, la formation professionnelle ni la
    contribution aux unions de professions de santé.
    """
    sante = cotisation_maladie_maternite + cotisation_indemnites_journalieres + contribution_additionnelle_maladie
    retraite = cotisation_retraite_base + cotisation_retraite_complementaire + cotisation_asv + cotisation_pcv
    return sante + cotisation_allocations_familiales + retraite + cotisation_invalidite_deces


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 133-10 (2015-01-01)", pour=A_LA_CAISSE, partielle=True)
@regle(
    depuis="2018-01-01",
    jusqu_au="2022-12-31",
    unite="€/an",
    references="CSS L. 133-10 (2015-01-01)",
    pour=Caisse.CIPAV,
    partielle=True,
)
def total_urssaf(
    cotisation_maladie_maternite,
    cotisation_allocations_familiales,
    contribution_formation_professionnelle,
    cotisation_indemnites_journalieres=0,
    contribution_additionnelle_maladie=0,
    csg_deductible=0,
    csg_crds_non_deductible=0,
    curps=0,
):
    """Total versé à l'Urssaf."""
    sante = cotisation_maladie_maternite + cotisation_indemnites_journalieres + contribution_additionnelle_maladie
    csg_crds = csg_deductible + csg_crds_non_deductible
    return sante + cotisation_allocations_familiales + csg_crds + contribution_formation_professionnelle + curps


@regle(depuis="2023-01-01", unite="€/an", references="CSS L. 642-1 (2018-06-14)", pour=Caisse.CIPAV, partielle=True)
def total_urssaf__cipav(total_cotisations_et_contributions):
    """Total versé à l'Urssaf, qui recouvre aussi les cotisations de la Cipav depuis 2023."""
    return total_cotisations_et_contributions


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 133-10 (2015-01-01)", pour=A_LA_CAISSE, partielle=True)
@regle(
    depuis="2018-01-01",
    jusqu_au="2022-12-31",
    unite="€/an",
    references="CSS L. 133-10 (2015-01-01)",
    pour=Caisse.CIPAV,
    partielle=True,
)
def total_caisse_retraite(
    cotisation_retraite_base,
    cotisation_retraite_complementaire,
    cotisation_invalidite_deces=0,
    cotisation_asv=0,
    cotisation_pcv=0,
):
    """Total versé à la caisse de retraite."""
    retraite = cotisation_retraite_base + cotisation_retraite_complementaire + cotisation_asv + cotisation_pcv
    return retraite + cotisation_invalidite_deces


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references="CSS L. 133-10 (2015-01-01)",
    pour=(*LIBERALES, AideCovid.AUCUNE),
    partielle=True,
)
def total_cotisations_et_contributions__liberales(
    cotisation_maladie_maternite,
    cotisation_allocations_familiales,
    cotisation_retraite_base,
    cotisation_retraite_complementaire,
    contribution_formation_professionnelle,
    cotisation_invalidite_deces=0,
    cotisation_indemnites_journalieres=0,
    contribution_additionnelle_maladie=0,
    cotisation_asv=0,
    cotisation_pcv=0,
    csg_deductible=0,
    csg_crds_non_deductible=0,
    curps=0,
    conjoint_total_cotisations=0,
):
    """Total des cotisations et contributions.

    La somme de toutes les lignes, chacune déjà arrondie, celles du conjoint collaborateur comprises.
    """
    sante = cotisation_maladie_maternite + cotisation_indemnites_journalieres + contribution_additionnelle_maladie
    retraite = cotisation_retraite_base + cotisation_retraite_complementaire + cotisation_asv + cotisation_pcv
    cotisations = sante + cotisation_allocations_familiales + retraite + cotisation_invalidite_deces
    csg_crds = csg_deductible + csg_crds_non_deductible
    return cotisations + csg_crds + contribution_formation_professionnelle + curps + conjoint_total_cotisations


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 133-10 (2015-01-01)", pour=CONVENTIONNES, partielle=True)
@regle(
    depuis="2018-01-01",
    unite="€/an",
    references="CSS L. 133-10 (2015-01-01)",
    pour=Praticien.DIRECTEUR_DE_LABORATOIRE,
    partielle=True,
)
def participation_cpam(
    participation_cpam_asv=0,
    participation_cpam_maladie=0,
    participation_cpam_famille=0,
    participation_cpam_retraite_base=0,
):
    """Part des cotisations payée par l'assurance maladie, déjà retirée de ce qui est dû."""
    retraite = participation_cpam_retraite_base + participation_cpam_asv
    return participation_cpam_maladie + participation_cpam_famille + retraite


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references="CSS L. 131-6-4 (2019-01-01)",
    pour=(ACRE, *LIBERALES),
)
def exoneration_acre__liberales(
    cotisation_maladie_maternite_avant_exoneration,
    cotisation_maladie_maternite,
    cotisation_allocations_familiales_avant_exoneration,
    cotisation_allocations_familiales,
    cotisation_retraite_base_avant_exoneration,
    cotisation_retraite_base,
    cotisation_invalidite_deces_avant_exoneration=0,
    cotisation_invalidite_deces=0,
    cotisation_indemnites_journalieres_avant_exoneration=0,
    cotisation_indemnites_journalieres=0,
):
    """Exonération au titre de l'Acre.

    Ce que l'Acre retire aux cotisations ; elle ne touche ni la retraite complémentaire, ni la CSG et la CRDS, ni la
    formation professionnelle.
    """
    return (
        arrondi_euro(cotisation_maladie_maternite_avant_exoneration)
        + arrondi_euro(cotisation_indemnites_journalieres_avant_exoneration)
        + arrondi_euro(cotisation_allocations_familiales_avant_exoneration)
        + arrondi_euro(cotisation_retraite_base_avant_exoneration)
        + arrondi_euro(cotisation_invalidite_deces_avant_exoneration)
        - cotisation_maladie_maternite
        - cotisation_indemnites_journalieres
        - cotisation_allocations_familiales
        - cotisation_retraite_base
        - cotisation_invalidite_deces
    )
