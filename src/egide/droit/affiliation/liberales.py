"""Les professions libérales : une section de la CNAVPL, la CNBF, ou la sécurité sociale des indépendants."""

from egide.droit.affiliation.commun import de_l_activite
from egide.droit.commun.categories import Fondement
from egide.droit.commun.enumerations import CategorieLiberale, Nature, ProfessionParticuliere, Regime, Statut
from egide.moteur.mecanismes import JAMAIS, annee_du_jour, au_plus, dernier_jour_de_l_annee


@de_l_activite(
    depuis="2017-12-31",
    unite="date",
    references=("L. 2017-1836 art. 15", "CSS L. 640-1 (2018-06-14)"),
)
def depart_des_non_reglementees(
    statut, debut_anterieur, micro_anterieur, date_depart_cipav_micro, date_depart_cipav_autres
):
    """Premier jour à partir duquel une profession sortie de la liste relève des indépendants.

    La loi a réduit la liste des professions de la Cipav. Les activités commencées avant ce jour y restent. Le jour est
    plus tôt d'un an pour qui a commencé en micro-entreprise.
    """
    if debut_anterieur == JAMAIS and statut == Statut.MICRO_ENTREPRENEUR:
        return date_depart_cipav_micro
    if debut_anterieur < JAMAIS and micro_anterieur:
        return date_depart_cipav_micro
    return date_depart_cipav_autres


@de_l_activite(
    depuis="2017-12-31",
    unite="date",
    references=("L. 2017-1836 art. 15", "CSS L. 640-1 (2018-06-14)"),
)
def debut_de_la_profession(debut, debut_anterieur):
    """Premier jour de la profession, sans interruption : en changer le statut n'en fait pas une activité nouvelle."""
    return au_plus(debut, debut_anterieur)


@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 640-1 (2018-06-14)", "CSS L. 640-1 (2022-12-25)"),
    a_confirmer=(
        "Les psychomotriciens ne sont nommés par la loi que depuis le 25 décembre 2022 ; leur retour à la Cipav dès le "
        "1er juillet 2021 (nouveaux cabinets) puis le 1er janvier 2022 (tous) suit la pratique."
    ),
)
def fondement_psychomotricien(
    profession_particuliere,
    debut_de_la_profession,
    premier_jour_periode,
    depart_des_non_reglementees,
    date_retour_psychomotriciens_nouveaux,
    date_retour_psychomotriciens_tous,
):
    """Psychomotricien : Cipav, puis indépendants pour qui a ouvert de 2018 ou 2019 à la mi-2021, puis Cipav."""
    if profession_particuliere != ProfessionParticuliere.PSYCHOMOTRICIEN:
        return Fondement.AUCUN
    if debut_de_la_profession < depart_des_non_reglementees:
        return Fondement.PSYCHOMOTRICIEN_CIPAV
    if debut_de_la_profession >= date_retour_psychomotriciens_nouveaux:
        return Fondement.PSYCHOMOTRICIEN_CIPAV
    if premier_jour_periode >= date_retour_psychomotriciens_tous:
        return Fondement.PSYCHOMOTRICIEN_CIPAV
    return Fondement.PSYCHOMOTRICIEN_SSI


@de_l_activite(depuis="2017-12-31", unite="date", references=("D. 2019-1358 art. 2", "L. 2017-1836 art. 15"))
def effet_de_l_option(option_ssi, fin_option_ssi):
    """Premier jour où vaut l'option pour la sécurité sociale des indépendants : le 1er janvier qui la suit."""
    if option_ssi > fin_option_ssi:
        return JAMAIS
    return dernier_jour_de_l_annee(annee_du_jour(option_ssi)) + 1


@de_l_activite(
    depuis="2017-12-31",
    references=("L. 2017-1836 art. 15", "CSS L. 640-1 (2018-06-14)", "CSS L. 631-1 (2018-06-14)"),
)
def fondement_non_reglementee(
    categorie_liberale, debut_de_la_profession, premier_jour_periode, effet_de_l_option, depart_des_non_reglementees
):
    """Profession libérale sans section à elle : Cipav, ou sécurité sociale des indépendants selon son début.

    Qui était à la Cipav y reste, sauf s'il a opté pour les indépendants entre 2019 et 2023 ; l'option est définitive.
    """
    if categorie_liberale == CategorieLiberale.SANS_OBJET or debut_de_la_profession >= depart_des_non_reglementees:
        return Fondement.LIBERALE_SSI
    if effet_de_l_option <= premier_jour_periode:
        return Fondement.LIBERALE_OPTION_SSI
    return Fondement.LIBERALE_ANCIENNE_CIPAV


@de_l_activite(depuis="2017-12-31", references=("CSS L. 640-1 (2018-06-14)", "CSS L. 651-1 (2018-06-14)"))
def fondement_liberal(
    nature,
    categorie_liberale,
    profession_particuliere,
    hors_champ_artistes_auteurs,
    fondement_psychomotricien,
    fondement_non_reglementee,
):
    """Affiliation d'une profession libérale : celle que la loi donne à la profession, à la date de son début."""
    if categorie_liberale == CategorieLiberale.CNBF:
        return Fondement.AVOCAT
    artiste = nature == Nature.ARTISTIQUE or profession_particuliere == ProfessionParticuliere.ARTISTE_AUTEUR
    if artiste and hors_champ_artistes_auteurs:
        return Fondement.ARTISTE_HORS_CHAMP
    if profession_particuliere == ProfessionParticuliere.MONITEUR_DE_SKI:
        return Fondement.MONITEUR_DE_SKI
    if profession_particuliere == ProfessionParticuliere.MANDATAIRE_PROTECTION_MAJEURS:
        return Fondement.MANDATAIRE_PROTECTION_MAJEURS
    if profession_particuliere == ProfessionParticuliere.COMMISSAIRE_AUX_COMPTES:
        return Fondement.COMMISSAIRE_AUX_COMPTES
    if fondement_psychomotricien != Fondement.AUCUN:
        return fondement_psychomotricien
    if categorie_liberale > CategorieLiberale.NON_REGLEMENTEE:
        return Fondement.LIBERALE_SECTION
    if nature == Nature.LIBERALE:
        return fondement_non_reglementee
    return Fondement.AUCUN


@de_l_activite(depuis="2017-12-31", references=("CSS L. 640-1 (2018-06-14)", "CSS R. 641-1 (2012-05-06)"))
def section_de_la_profession(fondement_liberal, categorie_liberale):
    """Section de retraite de la profession libérale."""
    if fondement_liberal == Fondement.LIBERALE_ANCIENNE_CIPAV or fondement_liberal == Fondement.PSYCHOMOTRICIEN_CIPAV:  # noqa: PLR1714
        return CategorieLiberale.CIPAV
    if fondement_liberal == Fondement.ARTISTE_HORS_CHAMP:
        return CategorieLiberale.CIPAV
    if fondement_liberal >= Fondement.LIBERALE_OPTION_SSI and fondement_liberal <= Fondement.PSYCHOMOTRICIEN_SSI:
        return CategorieLiberale.SANS_OBJET
    if fondement_liberal == Fondement.AUCUN:
        return CategorieLiberale.SANS_OBJET
    return categorie_liberale


@de_l_activite(depuis="2017-12-31", jusqu_au="2017-12-31", references="CSS L. 611-1 (2017-01-01)")
def regime_de_la_profession__2017(section_de_la_profession):
    """Régime de retraite de la profession : le RSI, une section de la CNAVPL ou la CNBF."""
    if section_de_la_profession == CategorieLiberale.CNBF:
        return Regime.CNBF
    if section_de_la_profession == CategorieLiberale.SANS_OBJET:
        return Regime.RSI
    return Regime.CNAVPL


@de_l_activite(
    depuis="2018-01-01",
    references=("CSS L. 631-1 (2018-06-14)", "CSS L. 640-1 (2018-06-14)", "CSS L. 651-1 (2018-06-14)"),
)
def regime_de_la_profession__2018(section_de_la_profession):
    """Régime de retraite de la profession : les indépendants, une section de la CNAVPL ou la CNBF."""
    if section_de_la_profession == CategorieLiberale.CNBF:
        return Regime.CNBF
    if section_de_la_profession == CategorieLiberale.SANS_OBJET:
        return Regime.SSI
    return Regime.CNAVPL
