"""CARPIMKO : retraite complémentaire, prestations complémentaires et invalidité-décès des auxiliaires médicaux."""

from egide.droit.commun.categories import Caisse, NatureMontant, Praticien
from egide.droit.cotisations.commun import exonerable
from egide.moteur.mecanismes import arrondi_centime, arrondi_euro, au_moins, au_plus
from egide.moteur.regle import regle

CARPIMKO = Caisse.CARPIMKO
CONVENTIONNE = Praticien.AUXILIAIRE_MEDICAL


@regle(depuis="2018-01-01", unite="€/an", references="D. 84-143", pour=(CARPIMKO, NatureMontant.DEFINITIVES))
def revenu_retraite_complementaire__carpimko(revenu_retenu_n_1):
    """Revenu retenu pour la retraite complémentaire : celui de l'année précédente."""
    return revenu_retenu_n_1


@regle(depuis="2018-01-01", unite="€/an", references="D. 84-143", pour=(CARPIMKO, NatureMontant.PROVISIONNELLES))
def revenu_retraite_complementaire__carpimko_appels(revenu_retenu_n_2):
    """Revenu retenu pour la retraite complémentaire : celui de l'avant-dernière année, à titre provisionnel."""
    return revenu_retenu_n_2


@regle(
    depuis="2018-01-01",
    jusqu_au="2025-12-31",
    unite="€/an",
    references=("D. 84-143", "CSS L. 644-1"),
    pour=CARPIMKO,
    arrondi=arrondi_euro,
)
def cotisation_retraite_complementaire__carpimko_2018(
    annees_de_section,
    annees_de_debut,
    revenu_retraite_complementaire,
    rc_forfait_carpimko,
    rc_plancher_carpimko,
    rc_plafond_carpimko,
    rc_taux_carpimko,
    part_affiliation,
):
    """Cotisation de retraite complémentaire.

    Un forfait, seul dû les deux premières années, et une part proportionnelle du revenu entre deux limites.
    """
    if annees_de_section <= annees_de_debut:
        return rc_forfait_carpimko * part_affiliation
    depassement = au_moins(au_plus(revenu_retraite_complementaire, rc_plafond_carpimko) - rc_plancher_carpimko, 0)
    return (rc_forfait_carpimko + depassement * rc_taux_carpimko) * part_affiliation


@regle(
    depuis="2026-01-01",
    unite="€/an",
    references=("D. 84-143", "D. 2025-1076 art. 7"),
    pour=CARPIMKO,
    arrondi=arrondi_euro,
)
def cotisation_retraite_complementaire__carpimko_2026(
    annees_de_section,
    annees_de_debut,
    revenu_retraite_complementaire,
    rc_assiette_minimale_carpimko,
    rc_assiette_maximale_carpimko,
    rc_taux_unique_carpimko,
    pass_,
    part_affiliation,
):
    """Cotisation de retraite complémentaire.

    Un taux unique sur le revenu, entre un minimum, seul dû les deux premières années, et un maximum.
    """
    minimum = rc_assiette_minimale_carpimko * pass_
    if annees_de_section <= annees_de_debut:
        return minimum * rc_taux_unique_carpimko * part_affiliation
    plafonnee = au_plus(revenu_retraite_complementaire, rc_assiette_maximale_carpimko * pass_)
    return au_moins(plafonnee, minimum) * rc_taux_unique_carpimko * part_affiliation


@regle(depuis="2018-01-01", jusqu_au="2025-12-31", unite="points", references="D. 84-143", pour=CARPIMKO)
def points_retraite_complementaire__carpimko_2018(
    cotisation_retraite_complementaire, rc_forfait_carpimko, points_du_forfait_carpimko, acquiert_des_droits
):
    """Points de retraite complémentaire acquis dans l'année : la cotisation, au prix que le forfait donne au point."""
    if not acquiert_des_droits:
        return 0
    return arrondi_centime(cotisation_retraite_complementaire * points_du_forfait_carpimko / rc_forfait_carpimko)


@regle(depuis="2026-01-01", unite="points", references=("D. 84-143", "D. 2025-1076 art. 7"), pour=CARPIMKO)
def points_retraite_complementaire__carpimko_2026(
    cotisation_retraite_complementaire, prix_point_carpimko, acquiert_des_droits
):
    """Points de retraite complémentaire acquis dans l'année : la cotisation, divisée par le prix du point."""
    if not acquiert_des_droits:
        return 0
    return arrondi_centime(cotisation_retraite_complementaire / prix_point_carpimko)


@exonerable(depuis="2018-01-01", unite="€/an", references="CSS L. 644-2 (2018-06-14)", pour=(CARPIMKO,))
def cotisation_invalidite_deces__carpimko(id_forfait_carpimko, part_affiliation):
    """Cotisation d'invalidité-décès.

    Un montant fixe.
    """
    return id_forfait_carpimko * part_affiliation


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references="CSS L. 645-2 (2015-01-01)",
    pour=(CARPIMKO, CONVENTIONNE),
)
def assiette_pcv__auxiliaire(
    annees_de_section,
    annees_de_debut,
    plafond_section,
    taux_assiette_debut_activite,
    revenu_retenu_n_2,
    part_recettes_conventionnees_n_2,
    part_depassements_n_2,
    part_affiliation,
):
    """Assiette de la part proportionnelle des prestations complémentaires de vieillesse.

    Le revenu sous convention de l'avant-dernière année, sans les dépassements ; une base forfaitaire les deux
    premières années.
    """
    if annees_de_section <= annees_de_debut:
        return arrondi_euro(taux_assiette_debut_activite * plafond_section)
    sous_convention = revenu_retenu_n_2 * part_recettes_conventionnees_n_2 * (1 - part_depassements_n_2)
    return sous_convention * part_affiliation


def assiette_pcv__simulateur(assiette_de_participation):
    """Le simulateur de l'Urssaf : le revenu sous convention de l'année."""
    return assiette_de_participation


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references="CSS L. 645-2 (2015-01-01)",
    pour=(CARPIMKO, CONVENTIONNE),
    a_confirmer="la part proportionnelle est calculée sur le revenu de l'avant-dernière année, comme l'écrit la "
    "CARPIMKO en 2018 ; le simulateur de l'Urssaf prend celui de l'année.",
    autrement=assiette_pcv__simulateur,
)
def pcv_proportionnelle__auxiliaire(assiette_pcv, taux_pcv_auxiliaires):
    """Part proportionnelle entière des prestations complémentaires de vieillesse."""
    return assiette_pcv * taux_pcv_auxiliaires


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references="CSS L. 645-2 (2015-01-01)",
    pour=(CARPIMKO, CONVENTIONNE),
)
def cotisation_pcv__auxiliaire(
    pcv_forfait_auxiliaires,
    diviseur_pcv_auxiliaires,
    part_affiliation,
    pcv_proportionnelle,
    part_propre_pcv_auxiliaires,
):
    """Prestations complémentaires de vieillesse (PCV).

    Le tiers d'un forfait et une part d'une cotisation proportionnelle ; l'assurance maladie paie le reste.
    """
    forfait = arrondi_euro(pcv_forfait_auxiliaires * part_affiliation / diviseur_pcv_auxiliaires)
    return forfait + arrondi_euro(pcv_proportionnelle * part_propre_pcv_auxiliaires)


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references="CSS L. 645-2 (2015-01-01)",
    pour=(CARPIMKO, CONVENTIONNE),
)
def participation_cpam_asv__auxiliaire(pcv_forfait_auxiliaires, part_affiliation, pcv_proportionnelle, cotisation_pcv):
    """Part des prestations complémentaires de vieillesse payée par l'assurance maladie."""
    entiere = arrondi_euro(pcv_forfait_auxiliaires * part_affiliation) + arrondi_euro(pcv_proportionnelle)
    return entiere - cotisation_pcv
