"""Les points de retraite que donne le versement : complémentaires, et de base pour la Cipav."""

from egide.droit.micro_entrepreneur.commun import CIPAV, regle_du_mois
from egide.droit.micro_entrepreneur.droits import SSI
from egide.moteur.mecanismes import arrondi_centime, arrondi_dixieme, au_plus, palier_atteint
from egide.moteur.regle import regle

SUR_LE_VERSEMENT = (
    "Points de la Cipav comptés sur la part du versement au taux global, Acre ou outre-mer compris : ce qu'ils "
    "laissent de points n'a pas été lu."
)
AVANT_2022 = (
    "Points complémentaires de la Cipav d'avant 2022 : en proportion du versement, au prix de la première classe, "
    "comme les compte la caisse ; la Cour de cassation (23 janvier 2020) a donné ceux de la classe du "
    "revenu, 36 au moins."
)


@regle_du_mois(depuis="2022-10-01", unite="€", references="CSS D. 613-6", pour=SSI)
def complementaire_ssi(recettes_retenues, taux_global, repartition_retraite_complementaire):
    """Part de la retraite complémentaire des indépendants dans le versement au taux global."""
    return recettes_retenues * taux_global * repartition_retraite_complementaire


@regle_du_mois(depuis="2019-01-01", unite="€", references=("CSS D. 613-6", "CSS D. 131-5-3 (2018-12-13)"), pour=CIPAV)
def complementaire_cipav(recettes_retenues, taux_global, repartition_retraite_complementaire):
    """Part de la retraite complémentaire de la Cipav dans le versement au taux global."""
    return recettes_retenues * taux_global * repartition_retraite_complementaire


@regle_du_mois(depuis="2019-01-01", unite="€", references=("CSS D. 613-6", "CSS D. 131-5-3 (2018-12-13)"), pour=CIPAV)
def base_cipav_tranche_2(recettes_retenues, taux_global, repartition_cnavpl_tranche_2_cipav):
    """Part de la seconde tranche de la retraite de base de la Cipav dans le versement au taux global."""
    return recettes_retenues * taux_global * repartition_cnavpl_tranche_2_cipav


@regle_du_mois(depuis="2019-01-01", unite="€", references=("CSS D. 613-6", "CSS D. 131-5-3 (2018-12-13)"), pour=CIPAV)
def base_cipav_tranche_1(recettes_retenues, taux_global, repartition_retraite_base, repartition_cnavpl_tranche_2_cipav):
    """Part de la première tranche de la retraite de base de la Cipav dans le versement au taux global."""
    return recettes_retenues * taux_global * (repartition_retraite_base - repartition_cnavpl_tranche_2_cipav)


@regle(
    depuis="2019-01-01",
    unite="points",
    references=("CSS D. 643-1 (2024-07-07)", "CSS D. 643-1 (2015-01-01)", "CSS D. 613-6"),
    arrondi=arrondi_dixieme,
    a_confirmer=SUR_LE_VERSEMENT,
)
def points_retraite_base__micro(
    base_cipav_tranche_1,
    base_cipav_tranche_2,
    pass_,
    plafond_cnavpl_tranche_2,
    taux_cnavpl_tranche_1,
    taux_cnavpl_tranche_2,
    points_cnavpl_tranche_1,
    points_cnavpl_tranche_2,
):
    """Points de retraite de base de l'année, à la Cipav.

    Ceux de chaque tranche entière, en proportion de la part du versement qui lui revient.
    """
    entiere_1 = pass_ * taux_cnavpl_tranche_1
    entiere_2 = plafond_cnavpl_tranche_2 * pass_ * taux_cnavpl_tranche_2
    tranche_1 = points_cnavpl_tranche_1 * au_plus(base_cipav_tranche_1, entiere_1) / entiere_1
    tranche_2 = points_cnavpl_tranche_2 * au_plus(base_cipav_tranche_2, entiere_2) / entiere_2
    return tranche_1 + tranche_2


@regle(
    depuis="2022-01-01",
    unite="points",
    references=("CSS L. 635-1 (2018-01-01)", "CSS D. 613-6"),
    arrondi=arrondi_centime,
)
def points_rci_de_l_annee(complementaire_ssi, prix_achat_point_rci):
    """Points de retraite complémentaire des indépendants : la part du versement, au prix d'achat du point."""
    return complementaire_ssi / prix_achat_point_rci


@regle(
    depuis="2019-01-01",
    jusqu_au="2021-12-31",
    unite="€",
    references=("D. 79-262 art. 2", "CSS L. 644-1 (2005-08-03)"),
    a_confirmer=AVANT_2022,
)
def prix_du_point_cipav__classe(montants_classes_rc_cipav, points_classes_rc_cipav):
    """Prix d'un point de retraite complémentaire de la Cipav : la première classe, divisée par ses points.

    Le montant de la classe de 2020 n'a pas été trouvé.
    """
    return palier_atteint(1, montants_classes_rc_cipav, 1) / palier_atteint(1, points_classes_rc_cipav, 1)


@regle(depuis="2022-01-01", unite="€", references="CSS L. 644-1 (2005-08-03)")
def prix_du_point_cipav(prix_achat_point_cipav):
    """Prix d'un point de retraite complémentaire de la Cipav."""
    return prix_achat_point_cipav


@regle(
    depuis="2019-01-01",
    unite="points",
    references=("CSS L. 644-1 (2005-08-03)", "CSS D. 613-6"),
    arrondi=arrondi_centime,
)
def points_cipav_de_l_annee(complementaire_cipav, prix_du_point_cipav):
    """Points de retraite complémentaire de la Cipav : la part du versement, au prix d'achat du point."""
    return complementaire_cipav / prix_du_point_cipav


@regle(depuis="2019-01-01", jusqu_au="2021-12-31", unite="points", references="D. 79-262 art. 2")
def points_retraite_complementaire__cipav_seule(points_cipav_de_l_annee):
    """Points de retraite complémentaire de l'année : ceux de la Cipav, seuls connus alors."""
    return points_cipav_de_l_annee


@regle(depuis="2022-01-01", unite="points", references="CSS D. 613-6")
def points_retraite_complementaire(points_rci_de_l_annee=0, points_cipav_de_l_annee=0):
    """Points de retraite complémentaire de l'année."""
    return points_rci_de_l_annee + points_cipav_de_l_annee
