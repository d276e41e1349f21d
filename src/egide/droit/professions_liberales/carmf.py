"""CARMF : retraite complémentaire, ASV et invalidité-décès des médecins."""

from egide.droit.commun.categories import Caisse
from egide.droit.commun.enumerations import ClasseCarmf
from egide.droit.cotisations.commun import exonerable
from egide.droit.professions_liberales.commun import MEDECINS
from egide.moteur.mecanismes import (
    arrondi_centime,
    arrondi_euro,
    au_plus,
    jour_apres_mois,
    palier_atteint,
)
from egide.moteur.regle import regle

CARMF = Caisse.CARMF
SECTEUR_1, SECTEUR_2 = MEDECINS


@regle(depuis="2018-01-01", unite="oui/non", references="D. 49-579", pour=CARMF)
def dispense_rc_de_debut(
    annees_de_section, annees_de_debut, naissance_connue, effet_caisse, age_dispense_rc_carmf, mois_par_an
):
    """Dispense de retraite complémentaire des deux premières années, sous un âge à l'affiliation."""
    anniversaire = jour_apres_mois(naissance_connue, age_dispense_rc_carmf * mois_par_an)
    jeune = naissance_connue < effet_caisse and anniversaire > effet_caisse
    return annees_de_section <= annees_de_debut and jeune


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("D. 49-579", "CSS L. 644-1"),
    pour=CARMF,
    arrondi=arrondi_euro,
)
def cotisation_retraite_complementaire__carmf(
    dispense_rc_de_debut, revenu_retenu_n_2, plafond_rc_carmf, pass_, taux_rc_carmf, part_affiliation
):
    """Cotisation de retraite complémentaire.

    Sur le revenu de l'avant-dernière année, jusqu'à un multiple du plafond, sans régularisation.
    """
    if dispense_rc_de_debut:
        return 0
    return au_plus(revenu_retenu_n_2, plafond_rc_carmf * pass_) * taux_rc_carmf * part_affiliation


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references="D. 2011-1644 art. 2",
    pour=(CARMF, *MEDECINS),
)
def assiette_asv_ajustement(
    annees_de_section,
    annees_de_debut,
    plafond_section,
    taux_assiette_debut_activite,
    revenu_retenu_n_2,
    part_recettes_conventionnees_n_2,
    plafond_asv_ajustement,
    pass_,
    part_affiliation,
):
    """Assiette de la part d'ajustement de l'ASV.

    Le revenu sous convention de l'avant-dernière année, jusqu'à un multiple du plafond ; une base forfaitaire les deux
    premières années.
    """
    if annees_de_section <= annees_de_debut:
        return arrondi_euro(taux_assiette_debut_activite * plafond_section)
    sous_convention = revenu_retenu_n_2 * part_recettes_conventionnees_n_2
    return au_plus(sous_convention, plafond_asv_ajustement * pass_) * part_affiliation


@regle(depuis="2018-01-01", unite="€/an", references="D. 2011-1644 art. 2", pour=(CARMF, *MEDECINS))
def asv_entiere(asv_forfait_medecins, part_affiliation, assiette_asv_ajustement, taux_asv_ajustement):
    """Cotisation d'ASV entière, part de l'assurance maladie comprise."""
    return arrondi_euro(asv_forfait_medecins * part_affiliation) + arrondi_euro(
        assiette_asv_ajustement * taux_asv_ajustement
    )


@regle(depuis="2018-01-01", unite="€/an", references="D. 2011-1644 art. 2", pour=(CARMF, SECTEUR_1))
def asv_forfait__secteur_1(asv_forfait_medecins, part_affiliation, diviseur_asv_secteur_1):
    """Part forfaitaire de l'ASV : l'assurance maladie paie le reste."""
    return arrondi_euro(asv_forfait_medecins * part_affiliation / diviseur_asv_secteur_1)


@regle(depuis="2018-01-01", unite="€/an", references="D. 2011-1644 art. 2", pour=(CARMF, SECTEUR_2))
def asv_forfait__secteur_2(asv_forfait_medecins, part_affiliation):
    """Part forfaitaire de l'ASV."""
    return arrondi_euro(asv_forfait_medecins * part_affiliation)


@regle(depuis="2018-01-01", unite="€/an", references="D. 2011-1644 art. 2", pour=(CARMF, SECTEUR_1))
def asv_ajustement__secteur_1(assiette_asv_ajustement, taux_asv_ajustement, diviseur_asv_secteur_1):
    """Part d'ajustement de l'ASV : l'assurance maladie paie le reste."""
    return arrondi_euro(assiette_asv_ajustement * taux_asv_ajustement / diviseur_asv_secteur_1)


@regle(depuis="2018-01-01", unite="€/an", references="D. 2011-1644 art. 2", pour=(CARMF, SECTEUR_2))
def asv_ajustement__secteur_2(assiette_asv_ajustement, taux_asv_ajustement):
    """Part d'ajustement de l'ASV."""
    return arrondi_euro(assiette_asv_ajustement * taux_asv_ajustement)


@regle(depuis="2018-01-01", jusqu_au="2019-12-31", unite="€/an", references="D. 2011-1644 art. 2", pour=CARMF)
def cotisation_asv__2018(asv_forfait, asv_ajustement):
    """Cotisation d'allocation supplémentaire de vieillesse (ASV).

    Une part forfaitaire, et une part d'ajustement selon le revenu sous convention.
    """
    return asv_forfait + asv_ajustement


@regle(
    depuis="2020-01-01",
    unite="oui/non",
    references=("CSS D. 645-2 (2020-01-01)", "CSS L. 645-2-1 (2020-01-01)"),
    pour=(CARMF, *MEDECINS),
    a_confirmer="l'ASV d'un médecin retraité en activité est de 3 % de son revenu sous convention de l'année, sans "
    "dépasser celle d'un autre médecin ; l'année du revenu et la part de l'assurance maladie n'ont pas été trouvées.",
)
def medecin_retraite(retraite_depuis, premier_jour_periode):
    """Médecin retraité en activité le 1er janvier."""
    return retraite_depuis <= premier_jour_periode


@regle(depuis="2020-01-01", unite="€/an", references="CSS D. 645-2 (2020-01-01)", pour=(CARMF, *MEDECINS))
def asv_du_retraite(assiette_sociale, part_recettes_conventionnees, taux_asv_cumul):
    """ASV d'un médecin retraité en activité, avant de la limiter à celle d'un autre médecin."""
    return arrondi_euro(assiette_sociale * part_recettes_conventionnees * taux_asv_cumul)


@regle(
    depuis="2020-01-01",
    unite="€/an",
    references=("CSS D. 645-2 (2020-01-01)", "CSS D. 645-3 (2020-01-01)"),
    pour=CARMF,
)
def cotisation_asv__2020(asv_forfait, asv_ajustement, medecin_retraite, demande_asv_proportionnelle, asv_du_retraite):
    """Cotisation d'allocation supplémentaire de vieillesse (ASV).

    Une part forfaitaire, et une part d'ajustement selon le revenu sous convention. Un médecin retraité en activité, ou
    qui l'a demandé avant la fin de février, cotise à un taux propre, sans payer plus.
    """
    if medecin_retraite or demande_asv_proportionnelle:
        return au_plus(asv_du_retraite, asv_forfait + asv_ajustement)
    return asv_forfait + asv_ajustement


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 645-2 (2015-01-01)", pour=(CARMF, SECTEUR_1))
def participation_cpam_asv__secteur_1(
    asv_entiere, asv_forfait, asv_ajustement, demande_asv_proportionnelle, medecin_retraite=0
):
    """Part de l'ASV payée par l'assurance maladie."""
    if medecin_retraite or demande_asv_proportionnelle:
        return 0
    return asv_entiere - asv_forfait - asv_ajustement


@regle(depuis="2018-01-01", unite="points", references="D. 2011-1644 art. 2", pour=(CARMF, *MEDECINS))
def points_asv__medecin(
    asv_forfait_medecins,
    assiette_asv_ajustement,
    taux_asv_ajustement,
    part_affiliation,
    points_asv_forfait,
    points_asv_par_forfait_d_ajustement,
    points_asv_maximum,
    demande_asv_proportionnelle,
    points_asv_proportionnelle,
    medecin_retraite=0,
):
    """Points d'ASV acquis dans l'année : ceux du forfait, puis de l'ajustement, avec un maximum."""
    if medecin_retraite:
        return 0
    if demande_asv_proportionnelle:
        return points_asv_proportionnelle
    ajustement = assiette_asv_ajustement * taux_asv_ajustement / asv_forfait_medecins
    points = points_asv_forfait * part_affiliation + points_asv_par_forfait_d_ajustement * ajustement
    return arrondi_centime(au_plus(points, points_asv_maximum * part_affiliation))


@exonerable(
    depuis="2018-01-01",
    jusqu_au="2024-12-31",
    unite="€/an",
    references="CSS L. 644-2 (2018-06-14)",
    pour=(CARMF,),
)
def cotisation_invalidite_deces__carmf_2018(
    annees_de_section,
    annees_de_debut,
    revenu_retenu_n_2,
    pass_,
    montants_id_carmf,
    part_affiliation,
    retraite_depuis,
    premier_jour_periode,
):
    """Cotisation d'invalidité-décès.

    Un montant par classe de revenu de l'avant-dernière année, le premier les deux premières années ; rien pour un
    retraité en activité.
    """
    if retraite_depuis <= premier_jour_periode:
        return 0
    if annees_de_section <= annees_de_debut:
        return palier_atteint(0, montants_id_carmf, pass_) * part_affiliation
    return palier_atteint(revenu_retenu_n_2, montants_id_carmf, pass_) * part_affiliation


@regle(
    depuis="2025-01-01",
    unite="classe",
    entite="activite",
    agregation="principale",
    references="CSS L. 644-2 (2020-01-01)",
    pour=CARMF,
)
def classe_invalidite_deces__carmf(annees_de_section, annees_de_debut, revenu_retenu_n_2, pass_, classes_id_carmf):
    """Classe d'invalidité-décès, selon le revenu de l'avant-dernière année : la première les deux premières années."""
    if annees_de_section <= annees_de_debut:
        return palier_atteint(0, classes_id_carmf, pass_)
    return palier_atteint(revenu_retenu_n_2, classes_id_carmf, pass_)


@exonerable(depuis="2025-01-01", unite="€/an", references="CSS L. 644-2 (2020-01-01)", pour=(CARMF,))
def cotisation_invalidite_deces__carmf_2025(
    classe_invalidite_deces,
    revenu_retenu_n_2,
    id_carmf_classe_a,
    id_carmf_classe_b_forfait,
    id_carmf_classe_b_taux,
    id_carmf_classe_c,
    part_affiliation,
    retraite_depuis,
    premier_jour_periode,
):
    """Cotisation d'invalidité-décès.

    Un montant en classes A et C, une part fixe et une part du revenu en classe B ; rien pour un retraité en activité.
    """
    if retraite_depuis <= premier_jour_periode:
        return 0
    if classe_invalidite_deces == ClasseCarmf.A:
        return id_carmf_classe_a * part_affiliation
    if classe_invalidite_deces == ClasseCarmf.B:
        return (id_carmf_classe_b_forfait + id_carmf_classe_b_taux * revenu_retenu_n_2) * part_affiliation
    return id_carmf_classe_c * part_affiliation
