"""Les sommes : cotisations, total dû, revenu qui reste."""

from egide.moteur.regle import regle


@regle(depuis="2018-01-01", unite="€/an")
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


@regle(depuis="2018-01-01", unite="€/an")
def total_cotisations_et_contributions(
    cotisations_sociales,
    csg_deductible,
    csg_crds_non_deductible,
    contribution_formation_professionnelle,
):
    """Total des cotisations et contributions.

    La somme de toutes les lignes, chacune déjà arrondie.
    """
    return cotisations_sociales + csg_deductible + csg_crds_non_deductible + contribution_formation_professionnelle


@regle(depuis="2018-01-01", jusqu_au="2024-12-31", unite="€/an", references="CSS L. 131-6 (2020-01-01)")
def revenu_avant_cotisations__2018(
    revenu_professionnel,
    cotisations_sociales,
    csg_deductible,
    contribution_formation_professionnelle,
):
    """Revenu avant cotisations.

    Le revenu professionnel, auquel on rajoute ce qui en a été déduit : les cotisations, la CSG déductible et la
    formation professionnelle. La CSG et la CRDS non déductibles y sont déjà.
    """
    return revenu_professionnel + cotisations_sociales + csg_deductible + contribution_formation_professionnelle


@regle(depuis="2025-01-01", unite="€/an", references="CSS L. 136-3 (2025-02-28)")
def revenu_avant_cotisations__2025(revenu_brut):
    """Revenu avant cotisations : le revenu brut."""
    return revenu_brut


@regle(depuis="2018-01-01", unite="€/an")
def revenu_net(revenu_avant_cotisations, total_cotisations_et_contributions):
    """Revenu net.

    Ce qui reste après toutes les cotisations et contributions, avant l'impôt sur le revenu.
    """
    return revenu_avant_cotisations - total_cotisations_et_contributions
