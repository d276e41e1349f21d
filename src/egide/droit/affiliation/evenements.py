"""Ce qui change pour une activité, et quel jour : chaque règle donne un jour, sa docstring dit ce qui change.

Un jour déjà passé dit ce qui a changé ; « jamais » veut dire que rien n'est prévu.
"""

from egide.droit.affiliation.cessation import jour_d_effet
from egide.droit.affiliation.commun import INDEPENDANTS, METIERS, SECTIONS, de_l_activite
from egide.droit.commun.categories import Fondement
from egide.droit.commun.enumerations import CategorieLiberale
from egide.moteur.mecanismes import JAMAIS, annee_du_jour, dernier_jour_de_l_annee, jour_apres_mois


@de_l_activite(depuis="2017-12-31", unite="date", references="CSS R. 611-3 (2018-01-01)", pour=Fondement.PAS_COMMENCEE)
def evenement_debut(debut):
    """L'activité commence : l'affiliation prend effet ce jour-là pour la santé."""
    return debut


@de_l_activite(
    depuis="2017-12-31",
    jusqu_au="2017-12-31",
    unite="date",
    references=("L. 2017-1836 art. 15", "CSS L. 611-1 (2018-06-14)"),
    pour=INDEPENDANTS,
)
def evenement_regime_general(date_regime_general):
    """Le RSI disparaît : les indépendants dépendent du régime général."""
    return date_regime_general


@de_l_activite(
    depuis="2017-12-31",
    unite="date",
    references=("CSS R. 643-1 (2018-01-01)", "CSS R. 643-1 (2023-03-05)"),
    pour=(
        *SECTIONS,
        Fondement.GERANT_MAJORITAIRE,
        Fondement.GERANT_ASSOCIE_UNIQUE,
        Fondement.ASSOCIE_EXERCANT,
        Fondement.CONJOINT_COLLABORATEUR,
    ),
)
def evenement_effet_de_section(effet, debut):
    """L'affiliation à la section de retraite prend effet, au trimestre civil qui suit le début."""
    if effet > debut:
        return effet
    return JAMAIS


@de_l_activite(
    depuis="2017-12-31",
    unite="date",
    references="CSS L. 622-1 (2021-07-01)",
    pour=SECTIONS,
)
def evenement_indemnites_journalieres(date_ij_liberales):
    """Les professions libérales ont des indemnités journalières maladie, servies par la CPAM."""
    return date_ij_liberales


@de_l_activite(
    depuis="2017-12-31",
    unite="date",
    references=("L. 2017-1836 art. 15", "D. 2019-1358"),
    pour=Fondement.LIBERALE_ANCIENNE_CIPAV,
)
def evenement_ouverture_de_l_option(debut_option_ssi):
    """L'option pour la sécurité sociale des indépendants s'ouvre aux anciens affiliés de la Cipav."""
    return debut_option_ssi


@de_l_activite(
    depuis="2017-12-31",
    unite="date",
    references=("L. 2017-1836 art. 15", "D. 2019-1358"),
    pour=Fondement.LIBERALE_ANCIENNE_CIPAV,
)
def evenement_fin_de_l_option(fin_option_ssi):
    """Dernier jour pour opter, sans retour, pour la sécurité sociale des indépendants."""
    return fin_option_ssi


@de_l_activite(
    depuis="2017-12-31",
    unite="date",
    references=("D. 2019-1358 art. 2", "L. 2017-1836 art. 15"),
    pour=Fondement.LIBERALE_ANCIENNE_CIPAV,
)
def evenement_effet_de_l_option(effet_de_l_option):
    """L'option pour la sécurité sociale des indépendants prend effet, sans retour."""
    return effet_de_l_option


@de_l_activite(
    depuis="2017-12-31",
    unite="date",
    references="CSS R. 643-1 (2023-03-05)",
    pour=(
        Fondement.LIBERALE_ANCIENNE_CIPAV,
        Fondement.LIBERALE_SECTION,
        Fondement.PSYCHOMOTRICIEN_CIPAV,
        Fondement.MONITEUR_DE_SKI,
    ),
)
def evenement_cipav_au_jour(section, date_cipav_au_jour):
    """Une cessation à la Cipav vaut désormais du jour même, et non du trimestre suivant."""
    if section == CategorieLiberale.CIPAV:
        return date_cipav_au_jour
    return JAMAIS


@de_l_activite(
    depuis="2017-12-31",
    unite="date",
    references=("CSS L. 640-1 (2022-12-25)", "L. 2017-1836 art. 15"),
    pour=Fondement.PSYCHOMOTRICIEN_SSI,
)
def evenement_retour_psychomotricien(date_retour_psychomotriciens_tous):
    """Tous les psychomotriciens relèvent de nouveau de la Cipav."""
    return date_retour_psychomotriciens_tous


@de_l_activite(depuis="2017-12-31", unite="date", references="CSS L. 311-3 (2023-01-01)", pour=METIERS)
def evenement_registre_national(date_registre_national):
    """Le Registre national des entreprises remplace le répertoire des métiers, et un guichet unique les formalités."""
    return date_registre_national


@de_l_activite(
    depuis="2022-01-01",
    unite="date",
    references=("c. com. L. 121-4", "L. 2021-1754 art. 24"),
    pour=Fondement.CONJOINT_COLLABORATEUR,
)
def evenement_fin_de_collaborateur(dernier_jour_de_collaborateur):
    """Dernier jour du statut de conjoint collaborateur : choisir avant celui de salarié ou d'associé.

    À défaut, le conjoint est réputé salarié.
    """
    return dernier_jour_de_collaborateur


@de_l_activite(
    depuis="2022-01-01",
    unite="date",
    references="CSS L. 661-2 (2022-01-01)",
    pour=(Fondement.CONJOINT_COLLABORATEUR, Fondement.CONJOINT_COLLABORATEUR_REPUTE_SALARIE),
)
def evenement_radiation_du_conjoint(dernier_jour_de_collaborateur):
    """L'organisme peut radier l'ancien statut de conjoint collaborateur, avec effet à la fin de cette année civile."""
    if dernier_jour_de_collaborateur == JAMAIS:
        return JAMAIS
    return dernier_jour_de_l_annee(annee_du_jour(dernier_jour_de_collaborateur))


@de_l_activite(
    depuis="2017-12-31",
    unite="date",
    references=("CSS R. 611-3 (2018-01-01)", "CSS R. 643-1 (2018-01-01)"),
    pour=INDEPENDANTS,
)
def evenement_fin_d_affiliation(dernier_jour_d_affiliation):
    """Dernier jour de l'affiliation obligatoire."""
    return dernier_jour_d_affiliation


@de_l_activite(
    depuis="2017-12-31",
    unite="date",
    references=("CSS L. 161-8 (2018-01-01)", "CSS R. 161-3 (2019-01-01)"),
    pour=(*INDEPENDANTS, Fondement.RADIE_MAINTENU),
)
def evenement_fin_des_droits_maintenus(dernier_jour_des_droits_maintenus):
    """Dernier jour des prestations en espèces maintenues après la fin de l'activité."""
    return dernier_jour_des_droits_maintenus


@de_l_activite(
    depuis="2017-12-31",
    unite="date",
    references="CSS D. 742-15 (2020-05-25)",
    pour=(Fondement.RADIE_MAINTENU,),
)
def evenement_limite_assurance_volontaire(
    dernier_jour_d_activite, section_de_la_profession, date_cipav_au_jour, delai_volontaire
):
    """Dernier jour pour demander l'assurance volontaire vieillesse et invalidité-décès."""
    radiation = jour_d_effet(dernier_jour_d_activite, section_de_la_profession, date_cipav_au_jour)
    return jour_apres_mois(radiation, delai_volontaire)


@de_l_activite(
    depuis="2018-01-01",
    unite="date",
    references=("CSS L. 613-4 (2019-07-01)", "CSS R. 611-2 (2018-01-01)"),
    pour=INDEPENDANTS,
)
def evenement_seconde_annee_sans_revenu(annee, annee_sans_revenu_n_1=False, radiation_faute_de_revenu_n_1=JAMAIS):
    """Si cette année finit aussi sans revenu ni déclaration, l'activité est présumée terminée et la radiation possible.

    Déclarer avant suffit à l'éviter, dès lors qu'il y a un chiffre d'affaires.
    """
    if annee_sans_revenu_n_1 and radiation_faute_de_revenu_n_1 == JAMAIS:
        return dernier_jour_de_l_annee(annee)
    return JAMAIS


@de_l_activite(
    depuis="2018-01-01",
    unite="date",
    references=("CSS D. 171-12 (2018-01-01)", "CSS D. 171-13 (2015-07-19)"),
    pour=(*INDEPENDANTS, Fondement.AGRICOLE),
)
def evenement_option_principale(ouverture_de_l_option_principale):
    """L'activité au plus fort chiffre d'affaires de trois années peut être choisie comme principale, sur demande.

    Le texte de l'option ne nomme que les activités agricoles et non agricoles.
    """
    return ouverture_de_l_option_principale


@de_l_activite(depuis="2017-12-31", unite="date", references="Règl. 883/2004 art. 12")
def evenement_fin_du_certificat(certificat_au):
    """Dernier jour du certificat de législation : demander avant son renouvellement."""
    return certificat_au


@de_l_activite(
    depuis="2020-12-16", unite="date", references="CSS L. 311-3 (2020-12-16)", pour=Fondement.OPTION_OCCASIONNELLE
)
def evenement_perte_de_l_option(
    annee, depassement_du_triple, depassement_occasionnel, depassement_occasionnel_n_1=False
):
    """L'option pour le régime général cesse de s'appliquer : les recettes ont dépassé la limite."""
    if depassement_du_triple or (depassement_occasionnel and depassement_occasionnel_n_1):
        return dernier_jour_de_l_annee(annee) + 1
    return JAMAIS
