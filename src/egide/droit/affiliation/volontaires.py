"""Assurance volontaire : qui peut la demander, dans quel délai, et depuis quand elle vaut."""

from egide.droit.affiliation.cessation import jour_d_effet
from egide.droit.affiliation.commun import de_l_activite
from egide.droit.commun.categories import Fondement
from egide.droit.commun.enumerations import CategorieLiberale, LienAvecLeChef, Nature, Statut
from egide.moteur.mecanismes import DE_LONGUE_DATE, JAMAIS, au_moins, jour_apres_mois, trimestre_suivant


@de_l_activite(
    depuis="2017-12-31",
    unite="date",
    references=("CSS D. 742-15 (2020-05-25)", "CSS R. 611-3 (2018-01-01)", "CSS R. 643-1 (2018-01-01)"),
)
def radiation_avant_demande(fin, demande_le, debut, radiation_precedente, section_de_la_profession, date_cipav_au_jour):
    """Jour d'effet de la radiation qui précède l'assurance volontaire.

    Celui de l'activité elle-même si elle a pris fin avant la demande, sinon celui de l'activité précédente. Dans une
    section de retraite libérale, c'est le premier jour du trimestre qui suit la fin.
    """
    if fin < demande_le:
        return jour_d_effet(fin, section_de_la_profession, date_cipav_au_jour)
    if radiation_precedente > DE_LONGUE_DATE:
        return jour_d_effet(radiation_precedente, section_de_la_profession, date_cipav_au_jour)
    return debut


@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 742-6 (2018-06-14)", "CSS D. 742-17 (2020-05-25)"),
)
def cas_de_volontaire(statut, residence_hors_de_france):
    """Cas d'assurance volontaire : à l'étranger, après une cessation, ou aide familial."""
    if statut == Statut.AIDE_FAMILIAL:
        return Fondement.AIDE_FAMILIAL
    if statut != Statut.ASSURE_VOLONTAIRE:
        return Fondement.AUCUN
    if residence_hors_de_france:
        return Fondement.VOLONTAIRE_A_L_ETRANGER
    return Fondement.VOLONTAIRE_APRES_CESSATION


@de_l_activite(depuis="2017-12-31", unite="date", references="CSS D. 742-15 (2020-05-25)")
def limite_de_la_demande(
    cas_de_volontaire,
    debut,
    demande_le,
    radiation_avant_demande,
    lien_avec_le_chef,
    date_delai_a_l_etranger,
    delai_volontaire_a_l_etranger,
    delai_volontaire,
):
    """Dernier jour pour demander l'assurance volontaire.

    Six mois après la radiation, ou après le début de la participation d'un aide familial, mais aucun délai pour le
    conjoint du chef d'entreprise ; à l'étranger, dix ans après le premier jour de l'activité, délai qui n'était pas
    écrit pour les demandes d'avant le 25 mai 2020.
    """
    conjoint = lien_avec_le_chef == LienAvecLeChef.MARIAGE
    if cas_de_volontaire == Fondement.AIDE_FAMILIAL and conjoint:
        return JAMAIS
    if cas_de_volontaire == Fondement.VOLONTAIRE_A_L_ETRANGER and demande_le < date_delai_a_l_etranger:
        return JAMAIS
    if cas_de_volontaire == Fondement.VOLONTAIRE_A_L_ETRANGER:
        return jour_apres_mois(debut, delai_volontaire_a_l_etranger)
    if cas_de_volontaire == Fondement.VOLONTAIRE_APRES_CESSATION:
        return jour_apres_mois(radiation_avant_demande, delai_volontaire)
    if cas_de_volontaire == Fondement.AIDE_FAMILIAL:
        return jour_apres_mois(debut, delai_volontaire)
    return JAMAIS


@de_l_activite(
    depuis="2017-12-31",
    unite="oui/non",
    references=(
        "CSS L. 742-6 (2018-06-14)",
        "CSS D. 742-13 (2020-05-25)",
        "CSS D. 742-14 (2020-05-25)",
        "CSS D. 742-15 (2020-05-25)",
    ),
)
def recevable(
    cas_de_volontaire,
    demande_le,
    limite_de_la_demande,
    annees_regimes_francais,
    duree_minimale_a_l_etranger,
    retraite_depuis,
    autre_activite,
    location_gerance,
    nature,
):
    """La demande d'assurance volontaire est recevable : dans le délai, et les conditions du cas remplies.

    À l'étranger, il faut cinq années dans des régimes obligatoires français ; après une cessation, ne pas avoir déjà
    pris sa retraite ni exercer une activité qui affilie, sauf location-gérance du fonds ; un aide familial ne peut être
    affilié par une autre activité, ni l'être d'une profession libérale.
    """
    if demande_le < JAMAIS and demande_le > limite_de_la_demande:
        return False
    if cas_de_volontaire == Fondement.VOLONTAIRE_A_L_ETRANGER:
        return annees_regimes_francais >= duree_minimale_a_l_etranger
    if autre_activite and not location_gerance:
        return False
    if cas_de_volontaire == Fondement.VOLONTAIRE_APRES_CESSATION:
        return retraite_depuis > demande_le or retraite_depuis == JAMAIS
    return nature != Nature.LIBERALE


@de_l_activite(depuis="2017-12-31", references=("CSS L. 742-6 (2018-06-14)", "CSS D. 742-15 (2020-05-25)"))
def fondement_volontaire(cas_de_volontaire, recevable):
    """Assurance volontaire : le cas, si la demande est recevable."""
    if cas_de_volontaire == Fondement.AUCUN or recevable:
        return cas_de_volontaire
    return Fondement.VOLONTAIRE_REFUSE


@de_l_activite(depuis="2017-12-31", unite="date", references="CSS D. 742-18 (2020-05-25)")
def effet_retroactif(
    cas_de_volontaire,
    debut,
    demande_le,
    radiation_avant_demande,
    section_de_la_profession,
    recul_des_liberaux_a_l_etranger,
):
    """Premier jour de l'assurance volontaire pour qui demande qu'elle remonte.

    La date de la radiation après une cessation ; sinon le trimestre civil qui suit le début de l'activité, à
    l'étranger, cinq années au plus avant la demande pour une profession libérale, ou de la participation.
    """
    if cas_de_volontaire == Fondement.VOLONTAIRE_APRES_CESSATION:
        return radiation_avant_demande
    if cas_de_volontaire == Fondement.AIDE_FAMILIAL or section_de_la_profession == CategorieLiberale.SANS_OBJET:
        return trimestre_suivant(debut)
    au_plus_tot = jour_apres_mois(trimestre_suivant(demande_le), -recul_des_liberaux_a_l_etranger)
    return au_moins(trimestre_suivant(debut), au_plus_tot)


@de_l_activite(depuis="2017-12-31", unite="date", references="CSS D. 742-18 (2020-05-25)")
def effet_volontaire(demande_le, debut, demande_retroactive, effet_retroactif):
    """Premier jour de l'assurance volontaire : le trimestre civil qui suit la demande, ou plus tôt si on le demande."""
    if demande_le == JAMAIS:
        return debut
    if demande_retroactive:
        return effet_retroactif
    return trimestre_suivant(demande_le)
