"""La fin de l'activité : cessation, radiation faute de revenu, droits maintenus."""

from egide.droit.affiliation.commun import de_l_activite
from egide.droit.commun.categories import Fondement
from egide.droit.commun.enumerations import CategorieLiberale
from egide.moteur.mecanismes import JAMAIS, au_plus, dernier_jour_de_l_annee, jour_apres_mois, trimestre_suivant


@de_l_activite(depuis="2017-01-01", unite="oui/non", references="CSS L. 613-4 (2018-01-01)")
def annee_sans_revenu(revenu_nul, declare, debut, annee):
    """Année civile entière sans chiffre d'affaires ni revenu, ou non déclarée."""
    if declare and not revenu_nul:
        return False
    return debut <= dernier_jour_de_l_annee(annee - 1) + 1


@de_l_activite(depuis="2017-01-01", unite="année", references="CSS L. 613-4 (2018-01-01)")
def derniere_annee_connue(declare, annee, derniere_annee_connue_n_1=0):
    """Dernière année dont le revenu est connu : une année déclarée à zéro l'est, une année non déclarée non."""
    if declare:
        return annee
    if derniere_annee_connue_n_1 > 0:
        return derniere_annee_connue_n_1
    return annee - 1


@de_l_activite(
    depuis="2018-01-01",
    unite="date",
    references=("CSS L. 613-4 (2019-07-01)", "CSS R. 611-2 (2023-01-01)"),
)
def radiation_faute_de_revenu(
    annee_sans_revenu, derniere_annee_connue, annee_sans_revenu_n_1=0, radiation_faute_de_revenu_n_1=JAMAIS
):
    """Jour d'effet de la radiation après deux années civiles de suite sans revenu.

    C'est la fin de la dernière année dont le revenu est connu : celle du zéro déclaré, ou celle d'avant s'il n'y a pas
    eu de déclaration.
    """
    if radiation_faute_de_revenu_n_1 < JAMAIS:
        return radiation_faute_de_revenu_n_1
    if annee_sans_revenu and annee_sans_revenu_n_1:
        return dernier_jour_de_l_annee(derniere_annee_connue)
    return JAMAIS


@de_l_activite(depuis="2017-12-31", unite="date", references=("CSS R. 611-3 (2018-01-01)", "CSS L. 613-4 (2019-07-01)"))
def dernier_jour_d_activite(fin, cas_de_volontaire, demande_le, radiation_faute_de_revenu_n_1=JAMAIS):
    """Dernier jour de l'activité, ou jour d'effet de la radiation si elle vient plus tôt.

    Pour un assuré volontaire, une fin d'avant la demande est celle de l'activité d'avant.
    """
    if cas_de_volontaire != Fondement.AUCUN and demande_le < JAMAIS and fin < demande_le:
        return JAMAIS
    return au_plus(fin, radiation_faute_de_revenu_n_1)


def jour_d_effet(jour, section, date_cipav_au_jour):
    """Rend le jour où vaut un début ou une fin : le jour même, ou le trimestre suivant pour les sections."""
    if section < CategorieLiberale.CIPAV or section == CategorieLiberale.CNBF:
        return jour
    if section == CategorieLiberale.CIPAV and jour >= date_cipav_au_jour:
        return jour
    return trimestre_suivant(jour)


@de_l_activite(depuis="2017-12-31", unite="date", references=("CSS R. 611-3 (2018-01-01)", "CSS R. 643-1 (2018-01-01)"))
def dernier_jour_d_affiliation(dernier_jour_d_activite, independant, section_de_la_profession, date_cipav_au_jour):
    """Dernier jour de l'affiliation : celui de l'activité, ou la veille du trimestre suivant dans une section.

    La Cipav suit le jour même depuis le 5 mars 2023.
    """
    if dernier_jour_d_activite == JAMAIS or not independant:
        return dernier_jour_d_activite
    effet = jour_d_effet(dernier_jour_d_activite, section_de_la_profession, date_cipav_au_jour)
    if effet == dernier_jour_d_activite:
        return effet
    return effet - 1


@de_l_activite(depuis="2017-12-31", unite="date", references=("CSS L. 161-8 (2018-01-01)", "CSS R. 161-3 (2019-01-01)"))
def dernier_jour_des_droits_maintenus(dernier_jour_d_activite, duree_maintien_des_droits):
    """Dernier jour du maintien des prestations en espèces : douze mois après la fin de l'activité."""
    if dernier_jour_d_activite == JAMAIS:
        return JAMAIS
    return jour_apres_mois(dernier_jour_d_activite + 1, duree_maintien_des_droits) - 1


@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 161-8 (2018-01-01)", "CSS R. 161-3 (2019-01-01)", "CSS L. 160-1 (2016-01-01)"),
)
def fondement_apres_cessation(
    independant, section_de_la_profession, premier_jour_periode, dernier_jour_des_droits_maintenus
):
    """Après la fin de l'activité : les prestations en espèces d'un indépendant sont maintenues un an."""
    if not independant:
        return Fondement.TERMINEE
    if section_de_la_profession == CategorieLiberale.CNBF:
        return Fondement.RADIE
    if premier_jour_periode <= dernier_jour_des_droits_maintenus:
        return Fondement.RADIE_MAINTENU
    return Fondement.RADIE
