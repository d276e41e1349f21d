"""CARCDSF : retraite complémentaire, ASV et invalidité-décès des chirurgiens-dentistes et des sages-femmes."""

from egide.droit.commun.categories import Caisse, Praticien
from egide.droit.cotisations.commun import exonerable
from egide.droit.professions_liberales.commun import CARCDSF
from egide.moteur.mecanismes import (
    arrondi_centime,
    arrondi_euro,
    au_moins,
    au_plus,
    palier_atteint,
    tronque_centime,
)
from egide.moteur.regle import regle

DENTISTES, SAGES_FEMMES = CARCDSF
DENTISTE = (Caisse.CARCDSF_DENTISTE, Praticien.CHIRURGIEN_DENTISTE)
SAGE_FEMME = (Caisse.CARCDSF_SAGE_FEMME, Praticien.SAGE_FEMME)


@regle(
    depuis="2018-01-01",
    jusqu_au="2019-12-31",
    unite="€/an",
    references="D. 50-28",
    pour=CARCDSF,
    a_confirmer="la retraite complémentaire est calculée sur le revenu de l'année précédente, comme depuis 2020 ; en "
    "2017 elle l'était sur celui de l'avant-dernière année, puis régularisée.",
)
@regle(depuis="2020-01-01", unite="€/an", references="D. 50-28", pour=CARCDSF)
def revenu_retraite_complementaire__carcdsf(revenu_retenu_n_1):
    """Revenu retenu pour la retraite complémentaire : celui de l'année précédente."""
    return revenu_retenu_n_1


@regle(depuis="2018-01-01", unite="€/an", references="D. 50-28", pour=CARCDSF)
def rc_proportionnelle_carcdsf(
    annees_de_section,
    annees_de_debut,
    revenu_retraite_complementaire,
    rc_plancher_carcdsf,
    rc_plafond_carcdsf,
    rc_taux_carcdsf,
    pass_,
    part_affiliation,
):
    """Part proportionnelle de la retraite complémentaire, nulle les deux premières années."""
    if annees_de_section <= annees_de_debut:
        return 0
    plafonne = au_plus(revenu_retraite_complementaire, rc_plafond_carcdsf * pass_)
    return au_moins(plafonne - rc_plancher_carcdsf * pass_, 0) * rc_taux_carcdsf * part_affiliation


@regle(depuis="2018-01-01", unite="part", references="D. 50-28", pour=CARCDSF)
def part_du_forfait_carcdsf(
    annees_de_section,
    annees_de_debut,
    revenu_retraite_complementaire,
    rc_plancher_carcdsf,
    pass_,
    demande_reduction_retraite_complementaire,
    demande_dispense_retraite_complementaire,
):
    """Part due du forfait de retraite complémentaire.

    Sur demande, rien les deux premières années, et ensuite, sous un revenu, la proportion de ce revenu.
    """
    if annees_de_section <= annees_de_debut:
        if demande_dispense_retraite_complementaire:
            return 0
        return 1
    if demande_reduction_retraite_complementaire:
        return au_plus(revenu_retraite_complementaire / (rc_plancher_carcdsf * pass_), 1)
    return 1


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("D. 50-28", "CSS L. 644-1"),
    pour=CARCDSF,
    arrondi=arrondi_centime,
)
def cotisation_retraite_complementaire__carcdsf(
    rc_forfait_carcdsf, part_du_forfait_carcdsf, part_affiliation, rc_proportionnelle_carcdsf
):
    """Cotisation de retraite complémentaire.

    Un forfait, et une part proportionnelle du revenu entre deux limites.
    """
    return rc_forfait_carcdsf * part_du_forfait_carcdsf * part_affiliation + rc_proportionnelle_carcdsf


@regle(depuis="2018-01-01", unite="points", references="D. 50-28", pour=CARCDSF)
def points_retraite_complementaire__carcdsf(
    rc_forfait_carcdsf,
    part_du_forfait_carcdsf,
    part_affiliation,
    rc_proportionnelle_carcdsf,
    points_du_forfait_carcdsf,
    acquiert_des_droits,
):
    """Points de retraite complémentaire acquis dans l'année : la cotisation, au prix que le forfait donne au point."""
    if not acquiert_des_droits:
        return 0
    en_plus = rc_proportionnelle_carcdsf * points_du_forfait_carcdsf / rc_forfait_carcdsf
    return tronque_centime(points_du_forfait_carcdsf * part_du_forfait_carcdsf * part_affiliation + en_plus)


@exonerable(
    depuis="2018-01-01",
    unite="€/an",
    references="CSS L. 644-2 (2018-06-14)",
    pour=(DENTISTES,),
    arrondi=arrondi_centime,
)
def cotisation_invalidite_deces__dentiste(id_dentiste, part_affiliation):
    """Cotisation d'invalidité-décès.

    Un montant fixe.
    """
    return id_dentiste * part_affiliation


@regle(
    depuis="2018-01-01",
    jusqu_au="2022-12-31",
    unite="classe",
    entite="activite",
    agregation="principale",
    references="CSS L. 644-2 (2018-06-14)",
    pour=SAGES_FEMMES,
)
def classe_invalidite_deces__sage_femme(classe_par_defaut):
    """Classe d'invalidité-décès : la première, sauf choix d'une autre."""
    return classe_par_defaut


@exonerable(
    depuis="2018-01-01",
    jusqu_au="2022-12-31",
    unite="€/an",
    references="CSS L. 644-2 (2018-06-14)",
    pour=(SAGES_FEMMES,),
)
def cotisation_invalidite_deces__sage_femme_2018(
    classe_invalidite_deces, montants_classes_id_sage_femme, part_affiliation
):
    """Cotisation d'invalidité-décès.

    Un montant fixe, selon la classe choisie.
    """
    return palier_atteint(classe_invalidite_deces, montants_classes_id_sage_femme, 1) * part_affiliation


@exonerable(
    depuis="2023-01-01",
    unite="€/an",
    references="CSS L. 644-2 (2020-01-01)",
    pour=(SAGES_FEMMES,),
    arrondi=arrondi_centime,
)
def cotisation_invalidite_deces__sage_femme_2023(id_sage_femme, part_affiliation):
    """Cotisation d'invalidité-décès.

    Un montant fixe.
    """
    return id_sage_femme * part_affiliation


@regle(
    depuis="2018-01-01",
    unite="oui/non",
    references="CSS L. 645-2 (2015-01-01)",
    pour=DENTISTE,
    a_confirmer="un chirurgien-dentiste dont les recettes ne dépassent pas 500 consultations est dispensé d'ASV : ses "
    "recettes, qui dépassent son revenu, sont supposées au-dessus.",
)
def asv_dispensable(assiette_sociale, seuil_asv_dentiste):
    """Revenu si faible que les recettes peuvent dispenser de l'ASV."""
    return assiette_sociale <= seuil_asv_dentiste


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 645-2 (2015-01-01)", pour=DENTISTE)
def asv_forfait__dentiste(asv_forfait_dentiste, diviseur_asv_carcdsf, part_affiliation):
    """Part forfaitaire de l'ASV : l'assurance maladie paie le reste."""
    return arrondi_centime(asv_forfait_dentiste * part_affiliation / diviseur_asv_carcdsf)


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 645-2 (2015-01-01)", pour=DENTISTE)
def asv_proportionnelle_dentiste(assiette_section, plafond_asv_dentiste, plafond_section, taux_asv_dentiste):
    """Part proportionnelle entière de l'ASV."""
    return au_plus(assiette_section, plafond_asv_dentiste * plafond_section) * taux_asv_dentiste


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 645-2 (2015-01-01)", pour=DENTISTE)
def asv_ajustement__dentiste(asv_proportionnelle_dentiste, part_propre_asv_dentiste):
    """Part proportionnelle de l'ASV : l'assurance maladie paie le reste."""
    return arrondi_centime(asv_proportionnelle_dentiste * part_propre_asv_dentiste)


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 645-2 (2015-01-01)", pour=DENTISTE)
def cotisation_asv__dentiste(asv_forfait, asv_ajustement, asv_dispensable):
    """Cotisation d'allocation supplémentaire de vieillesse (ASV).

    Le tiers d'un forfait, et la moitié d'une cotisation proportionnelle au revenu ; l'assurance maladie paie le reste.
    """
    if asv_dispensable:
        return asv_forfait + asv_ajustement
    return asv_forfait + asv_ajustement


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 645-2 (2015-01-01)", pour=DENTISTE)
def participation_cpam_asv__dentiste(
    asv_forfait_dentiste, part_affiliation, asv_proportionnelle_dentiste, cotisation_asv
):
    """Part de l'ASV payée par l'assurance maladie."""
    entiere = asv_forfait_dentiste * part_affiliation + asv_proportionnelle_dentiste
    return arrondi_centime(entiere) - cotisation_asv


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 645-2 (2015-01-01)", pour=SAGE_FEMME)
def asv_entiere_sage_femme(
    asv_forfait_sage_femme, part_affiliation, assiette_section, part_recettes_conventionnees, seuil_asv_sage_femme
):
    """ASV entière d'une sage-femme, nulle sous un petit revenu sous convention."""
    if assiette_section * part_recettes_conventionnees <= seuil_asv_sage_femme:
        return 0
    return asv_forfait_sage_femme * part_affiliation


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references="CSS L. 645-2 (2015-01-01)",
    pour=SAGE_FEMME,
    arrondi=arrondi_euro,
)
def cotisation_asv__sage_femme(asv_entiere_sage_femme, diviseur_asv_carcdsf):
    """Cotisation d'allocation supplémentaire de vieillesse (ASV).

    Le tiers d'un forfait ; l'assurance maladie paie le reste.
    """
    return asv_entiere_sage_femme / diviseur_asv_carcdsf


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 645-2 (2015-01-01)", pour=SAGE_FEMME)
def participation_cpam_asv__sage_femme(asv_entiere_sage_femme, cotisation_asv):
    """Part de l'ASV payée par l'assurance maladie."""
    return arrondi_euro(asv_entiere_sage_femme) - cotisation_asv
