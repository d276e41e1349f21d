"""CNBF : retraite de base et complémentaire, invalidité-décès des avocats."""

from egide.droit.commun.categories import Caisse, Exoneration
from egide.droit.commun.enumerations import ClasseCnbf
from egide.droit.cotisations.acre import montant_acre
from egide.droit.cotisations.commun import exonerable
from egide.moteur.mecanismes import arrondi_euro, au_plus, bareme_marginal, palier_atteint
from egide.moteur.regle import regle

CNBF = Caisse.CNBF


@regle(
    depuis="2018-01-01",
    jusqu_au="2019-12-31",
    unite="€/an",
    references=("CSS L. 652-7 (2018-06-14)", "CSS R. 652-19 (2023-01-01)"),
    pour=CNBF,
)
def forfait_de_base__2018(
    annees_de_section,
    annees_pleine_anciennete_cnbf,
    forfait_cnbf_premiere_annee,
    forfait_cnbf_autres_annees,
    forfait_cnbf_pleine_anciennete,
):
    """Cotisation forfaitaire de l'année entière, selon l'année d'exercice."""
    if annees_de_section >= annees_pleine_anciennete_cnbf:
        return forfait_cnbf_pleine_anciennete
    if annees_de_section == 1:
        return forfait_cnbf_premiere_annee
    return forfait_cnbf_autres_annees


@regle(
    depuis="2020-01-01",
    unite="€/an",
    references=("CSS L. 652-7 (2018-06-14)", "CSS R. 652-19 (2023-01-01)"),
    pour=CNBF,
)
def forfait_de_base__2020(annees_de_section, forfaits_cnbf):
    """Cotisation forfaitaire de l'année entière, selon l'année d'exercice."""
    return palier_atteint(annees_de_section, forfaits_cnbf, 1)


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=(
        "CSS L. 652-7 (2018-06-14)",
        "CSS R. 652-19 (2023-01-01)",
        "CSS R. 652-20 (2019-07-08)",
        "CSS L. 652-8 (2018-06-14)",
    ),
    pour=CNBF,
)
def cotisation_forfaitaire_de_base(
    forfait_de_base,
    part_appelee_forfait_cnbf,
    part_affiliation,
    accouchement_dans_l_annee,
    part_exoneree_accouchement_cnbf,
):
    """Cotisation forfaitaire de retraite de base.

    En proportion des jours d'exercice ; un accouchement dans l'année exonère du quart.
    """
    du = forfait_de_base * part_appelee_forfait_cnbf * part_affiliation
    if accouchement_dans_l_annee:
        return arrondi_euro(du * (1 - part_exoneree_accouchement_cnbf))
    return arrondi_euro(du)


@regle(
    depuis="2018-01-01",
    jusqu_au="2024-12-31",
    unite="€/an",
    references=("CSS D. 652-1 (2019-07-08)", "CSS L. 652-7 (2018-06-14)"),
    pour=CNBF,
)
@regle(
    depuis="2025-01-01",
    unite="€/an",
    references=("CSS D. 652-1 (2025-11-14)", "CSS L. 652-7 (2018-06-14)"),
    pour=CNBF,
)
def cotisation_proportionnelle_de_base(assiette_section, plafond_base_cnbf, tranche_cnbf, taux_base_cnbf):
    """Cotisation proportionnelle de retraite de base, jusqu'à un multiple de la première tranche."""
    return arrondi_euro(au_plus(assiette_section, plafond_base_cnbf * tranche_cnbf) * taux_base_cnbf)


@exonerable(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS L. 652-7 (2018-06-14)", "CSS R. 652-21 (2019-07-08)"),
    pour=(CNBF,),
)
def cotisation_retraite_base__cnbf(
    cotisation_forfaitaire_de_base, cotisation_proportionnelle_de_base, invalidite_depuis, premier_jour_periode
):
    """Cotisation de retraite de base.

    Un forfait, qui croît avec les années d'exercice, et une part du revenu. Un avocat pensionné d'invalidité n'en doit
    pas.
    """
    if invalidite_depuis <= premier_jour_periode:
        return 0
    return cotisation_forfaitaire_de_base + cotisation_proportionnelle_de_base


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS L. 131-6-4 (2019-01-01)", "CSS D. 131-6-1 (2018-01-01)"),
    pour=(Exoneration.ACRE, CNBF),
)
def exoneration_retraite_base__acre_avocat(
    cotisation_forfaitaire_de_base,
    cotisation_retraite_base_avant_exoneration,
    revenu_acre,
    plafond_proratise,
    seuil_acre,
    part_acre,
    taux_base_cnbf,
):
    """Exonération de la cotisation de retraite de base au titre de l'Acre."""
    au_seuil = cotisation_forfaitaire_de_base + seuil_acre * plafond_proratise * taux_base_cnbf
    return (
        montant_acre(cotisation_retraite_base_avant_exoneration, au_seuil, revenu_acre, plafond_proratise, seuil_acre)
        * part_acre
    )


@regle(
    depuis="2018-01-01",
    unite="classe",
    entite="activite",
    agregation="principale",
    references="CSS L. 654-1 (2018-06-14)",
    pour=CNBF,
)
def classe_retraite_complementaire__cnbf(classe_par_defaut):
    """Classe de retraite complémentaire : C1, sauf choix d'une autre."""
    return classe_par_defaut


def retraite_complementaire_par_tranches(revenu, classe, bareme_c1, bareme_c2, bareme_c3, tranche):
    """Cotisation par tranches de revenu, au barème de la classe."""
    if classe == ClasseCnbf.C1:
        return bareme_marginal(revenu, bareme_c1, tranche)
    if classe == ClasseCnbf.C2:
        return bareme_marginal(revenu, bareme_c2, tranche)
    return bareme_marginal(revenu, bareme_c3, tranche)


@regle(
    depuis="2018-01-01",
    jusqu_au="2024-12-31",
    unite="€/an",
    references="CSS L. 654-1 (2018-06-14)",
    pour=CNBF,
    arrondi=arrondi_euro,
)
def cotisation_retraite_complementaire__cnbf_2018(
    assiette_section,
    classe_retraite_complementaire,
    bareme_rc_cnbf_c1,
    bareme_rc_cnbf_c2,
    bareme_rc_cnbf_c3,
    tranche_cnbf,
    plafond_rc_cnbf,
):
    """Cotisation de retraite complémentaire.

    Cinq tranches de revenu, à des taux qui dépendent de la classe.
    """
    return retraite_complementaire_par_tranches(
        au_plus(assiette_section, plafond_rc_cnbf * tranche_cnbf),
        classe_retraite_complementaire,
        bareme_rc_cnbf_c1,
        bareme_rc_cnbf_c2,
        bareme_rc_cnbf_c3,
        tranche_cnbf,
    )


@regle(
    depuis="2025-01-01",
    jusqu_au="2025-12-31",
    unite="oui/non",
    references="CSS L. 654-1 (2018-06-14)",
    pour=CNBF,
    a_confirmer="les taux de 2025 des classes C2 et C2+ sont ceux de l'ancienne assiette : celui de leur première "
    "tranche sur la nouvelle, que la classe C1 porte à 7 %, n'a pas été trouvé.",
)
def classe_superieure_de_2025(classe_retraite_complementaire):
    """Classe supérieure à C1, en 2025."""
    return classe_retraite_complementaire > ClasseCnbf.C1


@regle(
    depuis="2025-01-01",
    unite="€/an",
    references=("CSS L. 654-1 (2018-06-14)", "D. 2025-1076 art. 15"),
    pour=CNBF,
    arrondi=arrondi_euro,
)
def cotisation_retraite_complementaire__cnbf_2025(
    assiette_section,
    classe_retraite_complementaire,
    bareme_rc_cnbf_c1_assiette_unique,
    bareme_rc_cnbf_c2,
    bareme_rc_cnbf_c3,
    tranche_cnbf,
    plafond_rc_cnbf,
    classe_superieure_de_2025=0,
):
    """Cotisation de retraite complémentaire.

    Cinq tranches de revenu, à des taux qui dépendent de la classe.
    """
    revenu = au_plus(assiette_section, plafond_rc_cnbf * tranche_cnbf)
    if classe_superieure_de_2025 and classe_retraite_complementaire == ClasseCnbf.C2:
        return bareme_marginal(revenu, bareme_rc_cnbf_c2, tranche_cnbf)
    return retraite_complementaire_par_tranches(
        revenu,
        classe_retraite_complementaire,
        bareme_rc_cnbf_c1_assiette_unique,
        bareme_rc_cnbf_c2,
        bareme_rc_cnbf_c3,
        tranche_cnbf,
    )


@exonerable(depuis="2018-01-01", unite="€/an", references="CSS L. 652-9 (2018-06-14)", pour=(CNBF,))
def cotisation_invalidite_deces__cnbf(annees_de_section, montants_id_cnbf, part_affiliation):
    """Cotisation d'invalidité-décès.

    Un montant fixe, plus élevé à partir de la cinquième année d'exercice.
    """
    return palier_atteint(annees_de_section, montants_id_cnbf, 1) * part_affiliation
