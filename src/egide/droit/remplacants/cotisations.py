"""Ce que doit un médecin remplaçant au régime simplifié : le taux global, sa répartition, l'invalidité-décès."""

from egide.moteur.mecanismes import arrondi_centime, arrondi_euro, au_moins, au_plus, palier_atteint
from egide.moteur.regle import regle


@regle(depuis="2020-01-01", unite="€/an", references="CSS D. 642-4-1 (2020-01-01)")
def honoraires_sous_le_seuil(chiffre_affaires, plafond_remplacants):
    """Honoraires de remplacement de l'année, jusqu'au seuil du régime simplifié."""
    return au_plus(chiffre_affaires, plafond_remplacants)


@regle(depuis="2020-01-01", unite="€/an", references="CSS D. 642-4-3 (2020-01-02)")
def honoraires_au_dela_du_seuil(chiffre_affaires, plafond_remplacants):
    """Honoraires de remplacement de l'année qui dépassent le seuil du régime simplifié."""
    return au_moins(chiffre_affaires - plafond_remplacants, 0)


def assiette_regime_simplifie__honoraires(honoraires_sous_le_seuil):
    """L'autre lecture : les honoraires entiers."""
    return honoraires_sous_le_seuil


@regle(
    depuis="2020-01-01",
    unite="€/an",
    references=("CSS L. 642-4-2, I (2020-01-01)", "CSS L. 642-4-2, I (2026-01-01)", "CGI 102 ter"),
    a_confirmer="le taux global s'applique aux honoraires après l'abattement de 34 % de l'article 102 ter du code "
    "général des impôts, comme l'écrit la loi (L. 642-4-2) ; des présentations du régime l'appliquent aux honoraires "
    "entiers.",
    autrement=assiette_regime_simplifie__honoraires,
)
def assiette_regime_simplifie(honoraires_sous_le_seuil, taux_abattement_remplacants):
    """Assiette du taux global : les honoraires jusqu'au seuil, après abattement."""
    return arrondi_euro(honoraires_sous_le_seuil * (1 - taux_abattement_remplacants))


@regle(
    depuis="2020-01-01",
    unite="€/an",
    references=("CSS L. 642-4-2, I (2020-01-01)", "CSS D. 642-4-3 (2020-01-02)", "CGI 102 ter"),
)
def assiette_regime_simplifie_au_dela(honoraires_au_dela_du_seuil, taux_abattement_remplacants):
    """Assiette du taux global complémentaire : les honoraires au-delà du seuil, après abattement."""
    return arrondi_euro(honoraires_au_dela_du_seuil * (1 - taux_abattement_remplacants))


@regle(depuis="2020-01-01", unite="€/an", references="CSS D. 642-4-2, I (2020-01-01)", arrondi=arrondi_euro)
def cotisation_globale(assiette_regime_simplifie, taux_global_remplacants):
    """Cotisations et contributions jusqu'au seuil, au taux global."""
    return assiette_regime_simplifie * taux_global_remplacants


@regle(depuis="2020-01-01", unite="€/an", references="CSS D. 642-4-3, I (2020-01-02)", arrondi=arrondi_euro)
def cotisation_globale_au_dela(assiette_regime_simplifie_au_dela, taux_global_remplacants_au_dela):
    """Cotisations et contributions complémentaires, au-delà du seuil."""
    return assiette_regime_simplifie_au_dela * taux_global_remplacants_au_dela


def part_de_la_repartition(jusqu_au_seuil, part, au_dela, part_au_dela):
    """Part d'une branche dans les deux sommes, au centime."""
    return arrondi_centime(jusqu_au_seuil * part + au_dela * part_au_dela)


@regle(
    depuis="2020-01-01",
    unite="€/an",
    references=("CSS D. 642-4-2, II (2020-01-01)", "CSS D. 642-4-3, II (2020-01-02)"),
)
def cotisation_maladie_maternite__remplacant(
    cotisation_globale, part_maladie_remplacants, cotisation_globale_au_dela, part_maladie_remplacants_au_dela
):
    """Cotisation maladie-maternité.

    Sa part du taux global ; l'assurance maladie a déjà pris la sienne.
    """
    return part_de_la_repartition(
        cotisation_globale, part_maladie_remplacants, cotisation_globale_au_dela, part_maladie_remplacants_au_dela
    )


@regle(
    depuis="2022-01-01",
    unite="€/an",
    references=("CSS D. 642-4-2, II (2021-06-14)", "CSS D. 642-4-3, II (2021-06-14)"),
)
def cotisation_indemnites_journalieres__remplacant(
    cotisation_globale,
    part_indemnites_journalieres_remplacants,
    cotisation_globale_au_dela,
    part_indemnites_journalieres_remplacants_au_dela,
):
    """Cotisation d'indemnités journalières.

    Sa part du taux global.
    """
    return part_de_la_repartition(
        cotisation_globale,
        part_indemnites_journalieres_remplacants,
        cotisation_globale_au_dela,
        part_indemnites_journalieres_remplacants_au_dela,
    )


@regle(
    depuis="2020-01-01",
    unite="€/an",
    references=("CSS D. 642-4-2, II (2020-01-01)", "CSS D. 642-4-3, II (2020-01-02)"),
)
def cotisation_retraite_base__remplacant(
    cotisation_globale,
    part_retraite_base_remplacants,
    cotisation_globale_au_dela,
    part_retraite_base_remplacants_au_dela,
):
    """Cotisation de retraite de base.

    Sa part du taux global ; elle ouvre des droits à proportion.
    """
    return part_de_la_repartition(
        cotisation_globale,
        part_retraite_base_remplacants,
        cotisation_globale_au_dela,
        part_retraite_base_remplacants_au_dela,
    )


@regle(
    depuis="2020-01-01",
    unite="€/an",
    references=("CSS D. 642-4-2, II (2020-01-01)", "CSS D. 642-4-3, II (2020-01-02)"),
)
def cotisation_retraite_complementaire__remplacant(
    cotisation_globale,
    part_retraite_complementaire_remplacants,
    cotisation_globale_au_dela,
    part_retraite_complementaire_remplacants_au_dela,
):
    """Cotisation de retraite complémentaire.

    Sa part du taux global ; elle ouvre des droits à proportion.
    """
    return part_de_la_repartition(
        cotisation_globale,
        part_retraite_complementaire_remplacants,
        cotisation_globale_au_dela,
        part_retraite_complementaire_remplacants_au_dela,
    )


@regle(
    depuis="2020-01-01",
    unite="€/an",
    references=("CSS D. 642-4-3, II (2020-01-02)", "CSS D. 642-4-2, III (2020-01-01)"),
    arrondi=arrondi_centime,
)
def cotisation_asv__remplacant(cotisation_globale_au_dela, part_asv_remplacants_au_dela):
    """Cotisation d'allocation supplémentaire de vieillesse (ASV).

    Une part du seul taux complémentaire : sous le seuil, ni cotisation ni droit.
    """
    return cotisation_globale_au_dela * part_asv_remplacants_au_dela


@regle(
    depuis="2020-01-01",
    unite="€/an",
    references=("CSS D. 642-4-2, II (2020-01-01)", "CSS D. 642-4-3, II (2020-01-02)"),
    arrondi=arrondi_centime,
)
def csg_crds__remplacant(
    cotisation_globale,
    cotisation_globale_au_dela,
    cotisation_maladie_maternite,
    cotisation_retraite_base,
    cotisation_retraite_complementaire,
    cotisation_asv,
    cotisation_indemnites_journalieres=0,
):
    """CSG et CRDS.

    Le reste du taux global, une fois servies les autres branches.
    """
    retraite = cotisation_retraite_base + cotisation_retraite_complementaire + cotisation_asv
    autres = cotisation_maladie_maternite + cotisation_indemnites_journalieres + retraite
    return cotisation_globale + cotisation_globale_au_dela - autres


def invalidite_deces_du_remplacant(montant, reduite, part, retraite_depuis, premier_jour):
    """Montant de la première classe, ou sa part réduite sur demande ; rien pour un retraité en activité."""
    if retraite_depuis <= premier_jour:
        return 0
    return montant * part if reduite else montant


@regle(
    depuis="2020-01-01",
    jusqu_au="2024-12-31",
    unite="€/an",
    references="CSS L. 644-2 (2020-01-01)",
    arrondi=arrondi_euro,
)
def cotisation_invalidite_deces__remplacant_2020(
    montants_id_carmf,
    pass_,
    demande_reduction_invalidite_deces,
    part_id_reduite_remplacants,
    retraite_depuis,
    premier_jour_periode,
):
    """Cotisation d'invalidité-décès.

    Celle de la première classe des médecins, ou le quart sur demande, pour une couverture du quart ; payée avec la
    première déclaration de l'année, en plus du taux global.
    """
    return invalidite_deces_du_remplacant(
        palier_atteint(0, montants_id_carmf, pass_),
        demande_reduction_invalidite_deces,
        part_id_reduite_remplacants,
        retraite_depuis,
        premier_jour_periode,
    )


@regle(
    depuis="2025-01-01",
    unite="€/an",
    references="CSS L. 644-2 (2020-01-01)",
    arrondi=arrondi_euro,
)
def cotisation_invalidite_deces__remplacant_2025(
    id_carmf_classe_a,
    demande_reduction_invalidite_deces,
    part_id_reduite_remplacants,
    retraite_depuis,
    premier_jour_periode,
):
    """Cotisation d'invalidité-décès.

    Celle de la première classe des médecins, ou le quart sur demande, pour une couverture du quart ; payée avec la
    première déclaration de l'année, en plus du taux global.
    """
    return invalidite_deces_du_remplacant(
        id_carmf_classe_a,
        demande_reduction_invalidite_deces,
        part_id_reduite_remplacants,
        retraite_depuis,
        premier_jour_periode,
    )


@regle(depuis="2020-01-01", unite="€/an", references="CSS L. 642-4-2 (2020-01-01)")
def total_cotisations_et_contributions__remplacant(
    cotisation_globale, cotisation_globale_au_dela, cotisation_invalidite_deces
):
    """Total des cotisations et contributions.

    Le taux global sur les honoraires, celui des honoraires au-delà du seuil, et l'invalidité-décès.
    """
    return cotisation_globale + cotisation_globale_au_dela + cotisation_invalidite_deces


@regle(depuis="2020-01-01", unite="€/an")
def revenu_net__remplacant(chiffre_affaires, charges, total_cotisations_et_contributions):
    """Ce qui reste des honoraires après les charges et les cotisations, avant impôt sur le revenu."""
    return chiffre_affaires - charges - total_cotisations_et_contributions
