"""Acre d'une profession libérale et de son conjoint collaborateur : chacun la sienne, sur sa part du revenu."""

from egide.droit.commun.categories import Caisse, Conjoint
from egide.droit.cotisations.acre import montant_acre
from egide.droit.professions_liberales.commun import ACRE, LIBERALES, SECTIONS
from egide.moteur.mecanismes import arrondi_euro, au_plus
from egide.moteur.regle import regle

SUR_LE_REVENU = (Conjoint.SANS_PARTAGE, Conjoint.AVEC_PARTAGE)


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references="CSS L. 131-6-4, II (2019-01-01)",
    pour=(ACRE, *LIBERALES, *SUR_LE_REVENU),
)
def fraction_du_revenu__liberale(conjoint_assiette):
    """Fraction du revenu attribuée au conjoint, retirée de celle qui mesure l'Acre du professionnel."""
    return conjoint_assiette


@regle(
    depuis="2018-01-01",
    unite="oui/non",
    references="CSS L. 131-6-4, II (2019-01-01)",
    pour=(ACRE, *LIBERALES, *SUR_LE_REVENU),
    a_confirmer="la loi donne l'Acre au conjoint collaborateur (L. 131-6-4, II), sur la fraction du revenu qui lui est "
    "attribuée ; la pratique des sections n'a pas été trouvée, et le simulateur de l'Urssaf ne la donne qu'avec "
    "partage du revenu.",
)
def conjoint_exonere(acre):
    """Conjoint collaborateur qui a l'Acre avec le professionnel."""
    return acre


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS L. 131-6-4, II (2019-01-01)", "CSS D. 131-6-1 (2018-01-01)"),
    pour=(ACRE, *SECTIONS, *SUR_LE_REVENU),
)
def conjoint_cotisation_retraite_base_au_seuil(
    seuil_acre,
    plafond_proratise,
    conjoint_plafond,
    plafond_cnavpl_tranche_2,
    taux_cnavpl_tranche_1,
    taux_cnavpl_tranche_2,
):
    """Retraite de base que le conjoint devrait pour une part du revenu égale au seuil de l'Acre."""
    au_seuil = seuil_acre * plafond_proratise
    tranche_1 = au_plus(au_seuil, conjoint_plafond)
    tranche_2 = au_plus(au_seuil, plafond_cnavpl_tranche_2 * conjoint_plafond)
    return tranche_1 * taux_cnavpl_tranche_1 + tranche_2 * taux_cnavpl_tranche_2


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS L. 131-6-4, II (2019-01-01)", "CSS D. 652-4 (2019-07-08)"),
    pour=(ACRE, Caisse.CNBF, Conjoint.SANS_PARTAGE),
)
def conjoint_cotisation_retraite_base_au_seuil__avocat(
    cotisation_forfaitaire_de_base, part_choisie_du_conjoint, seuil_acre, plafond_proratise, taux_base_cnbf
):
    """Retraite de base que le conjoint devrait pour une part du revenu égale au seuil de l'Acre."""
    return cotisation_forfaitaire_de_base * part_choisie_du_conjoint + seuil_acre * plafond_proratise * taux_base_cnbf


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references="CSS L. 131-6-4, II (2019-01-01)",
    pour=(ACRE, *LIBERALES, *SUR_LE_REVENU),
)
def conjoint_cotisation_retraite_base__acre_liberale(
    conjoint_cotisation_retraite_base_avant_exoneration,
    conjoint_cotisation_retraite_base_au_seuil,
    conjoint_exonere,
    conjoint_assiette,
    plafond_proratise,
    seuil_acre,
    part_acre,
):
    """Retraite de base du conjoint collaborateur, après exonération."""
    if not conjoint_exonere:
        return arrondi_euro(conjoint_cotisation_retraite_base_avant_exoneration)
    exoneree = montant_acre(
        conjoint_cotisation_retraite_base_avant_exoneration,
        conjoint_cotisation_retraite_base_au_seuil,
        conjoint_assiette,
        plafond_proratise,
        seuil_acre,
    )
    return arrondi_euro(conjoint_cotisation_retraite_base_avant_exoneration - exoneree * part_acre)


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references="CSS L. 131-6-4, II (2019-01-01)",
    pour=(ACRE, *LIBERALES, *SUR_LE_REVENU),
)
def conjoint_cotisation_invalidite_deces__acre_liberale(
    conjoint_cotisation_invalidite_deces_avant_exoneration,
    conjoint_exonere,
    conjoint_assiette,
    plafond_proratise,
    seuil_acre,
    part_acre,
):
    """Invalidité-décès du conjoint collaborateur, après exonération."""
    if not conjoint_exonere:
        return arrondi_euro(conjoint_cotisation_invalidite_deces_avant_exoneration)
    exoneree = montant_acre(
        conjoint_cotisation_invalidite_deces_avant_exoneration,
        conjoint_cotisation_invalidite_deces_avant_exoneration,
        conjoint_assiette,
        plafond_proratise,
        seuil_acre,
    )
    return arrondi_euro(conjoint_cotisation_invalidite_deces_avant_exoneration - exoneree * part_acre)


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references="CSS L. 662-1 (2018-06-14)",
    pour=(ACRE, *SECTIONS, Conjoint.FORFAIT),
    arrondi=arrondi_euro,
)
def conjoint_cotisation_invalidite_deces__forfait_acre(
    cotisation_invalidite_deces_avant_exoneration, part_choisie_du_conjoint
):
    """Invalidité-décès d'un conjoint collaborateur au forfait.

    Une part de celle du professionnel, avant l'Acre de celui-ci : la loi mesure celle du conjoint sur une fraction du
    revenu, que le forfait n'est pas.
    """
    return cotisation_invalidite_deces_avant_exoneration * part_choisie_du_conjoint


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references="CSS L. 662-1 (2018-06-14)",
    pour=(ACRE, *LIBERALES, *SUR_LE_REVENU),
)
def conjoint_cotisation_invalidite_deces_avant_exoneration(
    cotisation_invalidite_deces_avant_exoneration, part_choisie_du_conjoint
):
    """Invalidité-décès du conjoint collaborateur : une part de celle du professionnel, avant exonération."""
    return cotisation_invalidite_deces_avant_exoneration * part_choisie_du_conjoint


@regle(
    depuis="2021-12-31",
    unite="€/an",
    references=("CSS L. 131-6-4, II (2019-01-01)", "CSS L. 662-1 (2022-08-18)"),
    pour=(ACRE, *SECTIONS, *SUR_LE_REVENU),
)
def conjoint_cotisation_indemnites_journalieres__acre_liberale(
    conjoint_cotisation_indemnites_journalieres_avant_exoneration,
    conjoint_exonere,
    conjoint_assiette,
    plafond_proratise,
    seuil_acre,
    part_acre,
):
    """Indemnités journalières du conjoint collaborateur, après exonération."""
    if not conjoint_exonere:
        return arrondi_euro(conjoint_cotisation_indemnites_journalieres_avant_exoneration)
    exoneree = montant_acre(
        conjoint_cotisation_indemnites_journalieres_avant_exoneration,
        conjoint_cotisation_indemnites_journalieres_avant_exoneration,
        conjoint_assiette,
        plafond_proratise,
        seuil_acre,
    )
    return arrondi_euro(conjoint_cotisation_indemnites_journalieres_avant_exoneration - exoneree * part_acre)
