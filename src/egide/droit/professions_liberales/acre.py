"""Acre des professions libérales : ce qu'elle retire à la maladie, selon que l'assurance maladie en prend une part."""

from egide.droit.commun.categories import DomicileFiscal, Praticien
from egide.droit.cotisations.acre import montant_acre
from egide.droit.professions_liberales.commun import (
    ACRE,
    AIDES_EN_MALADIE,
    CONVENTIONNES,
    LIBERALES,
    SANS_CONVENTION,
)
from egide.droit.professions_liberales.maladie import taux_maladie_liberale
from egide.moteur.mecanismes import arrondi_taux, au_moins, palier_atteint, taux_progressif
from egide.moteur.regle import regle

FRANCE = DomicileFiscal.FRANCE


@regle(
    depuis="2018-01-01",
    jusqu_au="2021-12-31",
    unite="€/an",
    references="CSS D. 131-6-1 (2018-01-01)",
    pour=(ACRE, *LIBERALES, *SANS_CONVENTION, FRANCE),
)
def exoneration_maladie_maternite__acre_liberale_2018(
    cotisation_maladie_maternite_avant_exoneration,
    revenu_acre,
    plafond_proratise,
    seuil_acre,
    part_acre,
    taux_maladie_liberale_plancher,
    taux_maladie_liberale_plein,
    seuil_maladie_liberale_taux_plein,
):
    """Exonération de la cotisation maladie-maternité au titre de l'Acre."""
    au_seuil = seuil_acre * plafond_proratise
    taux = taux_maladie_liberale(
        au_seuil,
        plafond_proratise,
        taux_maladie_liberale_plancher,
        taux_maladie_liberale_plein,
        seuil_maladie_liberale_taux_plein,
    )
    return (
        montant_acre(
            cotisation_maladie_maternite_avant_exoneration, au_seuil * taux, revenu_acre, plafond_proratise, seuil_acre
        )
        * part_acre
    )


@regle(
    depuis="2022-01-01",
    jusqu_au="2024-12-31",
    unite="€/an",
    references="CSS D. 131-6-1 (2018-01-01)",
    pour=(ACRE, *LIBERALES, *SANS_CONVENTION, FRANCE),
)
def exoneration_maladie_maternite__acre_liberale_2022(
    cotisation_maladie_maternite_avant_exoneration,
    revenu_acre,
    plafond_proratise,
    seuil_acre,
    part_acre,
    bareme_maladie_liberale,
):
    """Exonération de la cotisation maladie-maternité au titre de l'Acre."""
    au_seuil = seuil_acre * plafond_proratise
    taux = arrondi_taux(taux_progressif(au_seuil, bareme_maladie_liberale, plafond_proratise))
    return (
        montant_acre(
            cotisation_maladie_maternite_avant_exoneration, au_seuil * taux, revenu_acre, plafond_proratise, seuil_acre
        )
        * part_acre
    )


@regle(
    depuis="2025-01-01",
    unite="€/an",
    references=("CSS D. 131-6-1 (2018-01-01)", "CSS D. 621-2 (2024-07-07)"),
    pour=(ACRE, *LIBERALES, *SANS_CONVENTION, FRANCE),
)
def exoneration_maladie_maternite__acre_liberale_2025(
    cotisation_maladie_maternite_avant_exoneration,
    revenu_acre,
    plafond_proratise,
    seuil_acre,
    part_acre,
    bareme_maladie,
):
    """Exonération de la cotisation maladie-maternité au titre de l'Acre."""
    au_seuil = seuil_acre * plafond_proratise
    taux = arrondi_taux(taux_progressif(au_seuil, bareme_maladie, plafond_proratise))
    return (
        montant_acre(
            cotisation_maladie_maternite_avant_exoneration, au_seuil * taux, revenu_acre, plafond_proratise, seuil_acre
        )
        * part_acre
    )


@regle(
    depuis="2018-01-01",
    unite="oui/non",
    references=("CSS L. 131-6-4 (2019-01-01)", "CSS L. 162-14-1, 5°"),
    pour=(ACRE, *CONVENTIONNES),
    a_confirmer="l'Acre d'un praticien sous convention est calculée sur ce qu'il paie lui-même, une fois prise la part "
    "de l'assurance maladie ; l'ordre des deux n'a pas été trouvé. Jusqu'aux trois quarts du plafond, une exonération "
    "entière donne le même résultat dans les deux sens.",
)
def acre_d_un_praticien(acre):
    """Acre d'un praticien ou auxiliaire médical sous convention."""
    return acre


@regle(
    depuis="2018-01-01",
    unite="part",
    references="CSS L. 162-14-1, 5°",
    pour=(ACRE, *AIDES_EN_MALADIE),
)
def part_aidee_en_maladie(assiette_de_participation, assiette_sociale):
    """Part de l'assiette sur laquelle l'assurance maladie paie la cotisation maladie."""
    if assiette_sociale == 0:
        return 0
    return assiette_de_participation / assiette_sociale


def maladie_propre_au_seuil(au_seuil, taux, taux_propre, part_aidee):
    """Cotisation maladie que le praticien paierait lui-même pour un revenu égal au seuil."""
    return au_seuil * (taux - part_aidee * au_moins(taux - taux_propre, 0))


@regle(
    depuis="2018-01-01",
    jusqu_au="2022-12-31",
    unite="€/an",
    references=("CSS D. 131-6-1 (2018-01-01)", "CSS L. 131-6-4 (2019-01-01)"),
    pour=(ACRE, *LIBERALES, *CONVENTIONNES, FRANCE),
)
def exoneration_maladie_maternite__acre_convention_2018(
    cotisation_maladie_maternite_avant_exoneration,
    acre_d_un_praticien,
    revenu_acre,
    plafond_proratise,
    seuil_acre,
    part_acre,
    taux_maladie_liberale_plein,
    taux_maladie_propre_des_conventionnes,
    part_aidee_en_maladie=0,
):
    """Exonération de la cotisation maladie-maternité au titre de l'Acre, sur ce que paie le praticien."""
    if not acre_d_un_praticien:
        return 0
    au_seuil = maladie_propre_au_seuil(
        seuil_acre * plafond_proratise,
        taux_maladie_liberale_plein,
        taux_maladie_propre_des_conventionnes,
        part_aidee_en_maladie,
    )
    return (
        montant_acre(
            cotisation_maladie_maternite_avant_exoneration, au_seuil, revenu_acre, plafond_proratise, seuil_acre
        )
        * part_acre
    )


@regle(
    depuis="2023-01-01",
    jusqu_au="2024-12-31",
    unite="€/an",
    references=("CSS D. 131-6-1 (2018-01-01)", "CSS L. 131-6-4 (2019-01-01)"),
    pour=(ACRE, *LIBERALES, *CONVENTIONNES, FRANCE),
)
def exoneration_maladie_maternite__acre_convention_2023(
    cotisation_maladie_maternite_avant_exoneration,
    acre_d_un_praticien,
    revenu_acre,
    plafond_proratise,
    seuil_acre,
    part_acre,
    bareme_maladie_liberale,
    taux_maladie_propre_des_conventionnes,
    part_aidee_en_maladie=0,
):
    """Exonération de la cotisation maladie-maternité au titre de l'Acre, sur ce que paie le praticien."""
    if not acre_d_un_praticien:
        return 0
    limite = seuil_acre * plafond_proratise
    au_seuil = maladie_propre_au_seuil(
        limite,
        arrondi_taux(taux_progressif(limite, bareme_maladie_liberale, plafond_proratise)),
        taux_maladie_propre_des_conventionnes,
        part_aidee_en_maladie,
    )
    return (
        montant_acre(
            cotisation_maladie_maternite_avant_exoneration, au_seuil, revenu_acre, plafond_proratise, seuil_acre
        )
        * part_acre
    )


@regle(
    depuis="2025-01-01",
    unite="€/an",
    references=("CSS D. 131-6-1 (2018-01-01)", "CSS L. 131-6-4 (2019-01-01)", "CSS D. 621-2 (2024-07-07)"),
    pour=(ACRE, *LIBERALES, *CONVENTIONNES, FRANCE),
)
def exoneration_maladie_maternite__acre_convention_2025(
    cotisation_maladie_maternite_avant_exoneration,
    acre_d_un_praticien,
    revenu_acre,
    plafond_proratise,
    seuil_acre,
    part_acre,
    bareme_maladie,
    taux_maladie_propre_des_conventionnes,
    part_aidee_en_maladie=0,
):
    """Exonération de la cotisation maladie-maternité au titre de l'Acre, sur ce que paie le praticien."""
    if not acre_d_un_praticien:
        return 0
    limite = seuil_acre * plafond_proratise
    au_seuil = maladie_propre_au_seuil(
        limite,
        arrondi_taux(taux_progressif(limite, bareme_maladie, plafond_proratise)),
        taux_maladie_propre_des_conventionnes,
        part_aidee_en_maladie,
    )
    return (
        montant_acre(
            cotisation_maladie_maternite_avant_exoneration, au_seuil, revenu_acre, plafond_proratise, seuil_acre
        )
        * part_acre
    )


@regle(
    depuis="2018-01-01",
    unite="fraction",
    references="CSS L. 162-14-1, 5°",
    pour=(ACRE, Praticien.MEDECIN_SECTEUR_1),
)
def taux_compense_au_seuil_acre(bareme_compensation_csg_secteur_1, seuil_acre, plafond_proratise):
    """Part de la retraite de base que l'assurance maladie paie à un médecin du secteur 1, pour un revenu au seuil."""
    return palier_atteint(seuil_acre * plafond_proratise, bareme_compensation_csg_secteur_1, plafond_proratise)
