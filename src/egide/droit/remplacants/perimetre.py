"""Qui ne peut pas, ou plus, être au régime simplifié des médecins remplaçants."""

from egide.droit.commun.enumerations import ProfessionSante
from egide.droit.cotisations.commun import refus, refus_d_activite


@refus(depuis="2018-01-01", jusqu_au="2019-12-31", references="CSS L. 642-4-2 (2020-01-01)")
def hors_champ_simplifie_avant_2020(regime_simplifie):
    """Régime simplifié des médecins remplaçants (RSPM) : il n'existe que depuis le 1er janvier 2020.

    Avant, un médecin remplaçant cotise comme les autres : ne pas écrire regime_simplifie.
    """
    return regime_simplifie


@refus_d_activite(depuis="2020-01-01", references="CSS L. 642-4-2, I (2020-01-01)")
def hors_champ_simplifie_autre_profession(profession_sante):
    """Régime simplifié (RSPM) : il est réservé aux médecins et aux étudiants en médecine.

    Qui l'a choisi n'a pas d'autre activité indépendante. Écrire profession: medecin, ou ne pas écrire regime_simplifie.
    """
    return profession_sante != ProfessionSante.MEDECIN


@refus(depuis="2020-01-01", references="CSS R. 642-6 (2020-03-16)")
def hors_champ_simplifie_perdu(
    chiffre_affaires_n_1, chiffre_affaires_n_2, plafond_remplacants, multiple_perte_regime_simplifie
):
    """Régime simplifié (RSPM) perdu : le seuil a été dépassé deux années de suite, ou de deux fois l'an dernier.

    Les cotisations sont celles de tous les médecins : ne pas écrire regime_simplifie.
    """
    deux_annees = chiffre_affaires_n_1 > plafond_remplacants and chiffre_affaires_n_2 > plafond_remplacants
    return chiffre_affaires_n_1 > multiple_perte_regime_simplifie * plafond_remplacants or deux_annees
