"""Les sommes : cotisations, total dû, revenu qui reste."""

from egide.droit.commun.categories import AideCovid, Assiette, Caisse, NatureMontant
from egide.droit.cotisations.commun import HORS_MAYOTTE
from egide.moteur.regle import regle


@regle(depuis="2018-01-01", unite="€/an", pour=(*HORS_MAYOTTE, Caisse.SSI))
def cotisations_sociales(
    cotisation_maladie_maternite,
    cotisation_indemnites_journalieres,
    cotisation_allocations_familiales,
    cotisation_retraite_base,
    cotisation_retraite_complementaire,
    cotisation_invalidite_deces,
):
    """Cotisations sociales obligatoires.

    Toutes les branches, sans la CSG, la CRDS ni la formation professionnelle.
    """
    return (
        cotisation_maladie_maternite
        + cotisation_indemnites_journalieres
        + cotisation_allocations_familiales
        + cotisation_retraite_base
        + cotisation_retraite_complementaire
        + cotisation_invalidite_deces
    )


@regle(depuis="2018-01-01", unite="€/an", pour=(AideCovid.AUCUNE, Caisse.SSI))
def total_cotisations_et_contributions(
    cotisations_sociales,
    contribution_formation_professionnelle,
    csg_deductible=0,
    csg_crds_non_deductible=0,
    conjoint_total_cotisations=0,
):
    """Total des cotisations et contributions.

    La somme de toutes les lignes, chacune déjà arrondie, celles du conjoint collaborateur comprises.
    """
    return (
        cotisations_sociales
        + csg_deductible
        + csg_crds_non_deductible
        + contribution_formation_professionnelle
        + conjoint_total_cotisations
    )


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references="CSS L. 131-6 (2018-06-14)",
    pour=(Assiette.ANCIENNE, AideCovid.AUCUNE),
)
@regle(
    depuis="2018-01-01",
    jusqu_au="2024-12-31",
    unite="€/an",
    references="CSS L. 131-6 (2018-06-14)",
    pour=(Assiette.FORFAIT, NatureMontant.DEFINITIVES, AideCovid.AUCUNE),
)
def revenu_avant_cotisations__ancienne(
    revenu_professionnel,
    cotisations_sociales,
    contribution_formation_professionnelle,
    csg_deductible=0,
    conjoint_total_cotisations=0,
    curps=0,
):
    """Revenu avant cotisations.

    Le revenu professionnel, auquel on rajoute ce qui en a été déduit : les cotisations, la CSG déductible, la
    formation professionnelle et la contribution aux unions de professions de santé. La CSG et la CRDS non déductibles
    y sont déjà.
    """
    deduit = cotisations_sociales + csg_deductible + contribution_formation_professionnelle + curps
    return revenu_professionnel + deduit + conjoint_total_cotisations


@regle(depuis="2025-01-01", unite="€/an", references="CSS L. 136-3 (2025-02-28)", pour=Assiette.UNIQUE)
@regle(
    depuis="2025-01-01",
    unite="€/an",
    references="CSS L. 136-3 (2025-02-28)",
    pour=(Assiette.FORFAIT, NatureMontant.DEFINITIVES, AideCovid.AUCUNE),
)
def revenu_avant_cotisations__unique(revenu_brut):
    """Revenu avant cotisations : le revenu brut."""
    return revenu_brut


@regle(depuis="2018-01-01", unite="€/an")
def revenu_net(revenu_avant_cotisations, total_cotisations_et_contributions):
    """Revenu net.

    Ce qui reste après toutes les cotisations et contributions, avant l'impôt sur le revenu.
    """
    return revenu_avant_cotisations - total_cotisations_et_contributions
