"""CAVAMAC : retraite complémentaire et invalidité-décès des agents généraux d'assurance."""

from egide.droit.commun.categories import Caisse
from egide.droit.cotisations.commun import exonerable
from egide.moteur.mecanismes import arrondi_centime, arrondi_euro, au_plus
from egide.moteur.regle import regle

CAVAMAC = Caisse.CAVAMAC


@regle(
    depuis="2018-01-01",
    unite="oui/non",
    references="D. 67-1169",
    pour=CAVAMAC,
    a_confirmer="la première année, les cotisations de la CAVAMAC sont calculées sur le plafond, réduit ici en "
    "proportion des trimestres d'affiliation ; la caisse le réduit au mois de nomination.",
)
def premiere_annee_d_agent(annees_de_section):
    """Première année d'affiliation d'un agent général."""
    return annees_de_section <= 1


@regle(depuis="2018-01-01", unite="€/an", references="D. 67-1169", pour=CAVAMAC)
def commissions_retenues(
    premiere_annee_d_agent,
    plafond_section,
    chiffre_affaires_n_1,
    plafond_certain_cavamac,
    plafond_rco_cavamac,
):
    """Commissions retenues : celles de l'année précédente, sous un plafond ; la première année, le plafond annuel."""
    if premiere_annee_d_agent:
        return plafond_section
    if chiffre_affaires_n_1 <= plafond_certain_cavamac:
        return chiffre_affaires_n_1
    return au_plus(chiffre_affaires_n_1, plafond_rco_cavamac)


@regle(depuis="2018-01-01", unite="€/an", references="D. 67-1169", pour=CAVAMAC, arrondi=arrondi_euro)
def rco_entiere(commissions_retenues, taux_rco_cavamac):
    """Retraite complémentaire entière, part des compagnies d'assurance comprise."""
    return commissions_retenues * taux_rco_cavamac


@regle(depuis="2018-01-01", unite="€/an", references="D. 67-1169", pour=CAVAMAC, arrondi=arrondi_euro)
def participation_compagnies(commissions_retenues, part_compagnies_cavamac):
    """Part de la retraite complémentaire payée par les compagnies d'assurance."""
    return commissions_retenues * part_compagnies_cavamac


@regle(depuis="2018-01-01", unite="€/an", references=("D. 67-1169", "CSS L. 644-1"), pour=CAVAMAC)
def cotisation_retraite_complementaire__cavamac(rco_entiere, participation_compagnies):
    """Cotisation de retraite complémentaire.

    Une part des commissions de l'année précédente, moins ce que les compagnies en paient ; due pour l'année entière
    même si l'activité cesse.
    """
    return rco_entiere - participation_compagnies


@regle(depuis="2018-01-01", unite="points", references="D. 67-1169", pour=CAVAMAC)
def points_retraite_complementaire__cavamac(rco_entiere, prix_point_cavamac, acquiert_des_droits):
    """Points de retraite complémentaire acquis dans l'année : la cotisation entière, divisée par le prix du point."""
    if not acquiert_des_droits:
        return 0
    return arrondi_centime(rco_entiere / prix_point_cavamac)


@exonerable(depuis="2018-01-01", unite="€/an", references="CSS L. 644-2 (2018-06-14)", pour=(CAVAMAC,))
def cotisation_invalidite_deces__cavamac(
    premiere_annee_d_agent, commissions_retenues, taux_id_cavamac, part_jours_affiliation
):
    """Cotisation d'invalidité-décès.

    Une part des commissions de l'année précédente, en proportion des jours ; rien la première année.
    """
    if premiere_annee_d_agent:
        return 0
    return commissions_retenues * taux_id_cavamac * part_jours_affiliation
