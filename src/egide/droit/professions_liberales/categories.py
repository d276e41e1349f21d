"""Où se place une profession libérale : sa caisse, et sa convention avec l'assurance maladie."""

from egide.droit.commun.categories import Caisse, Praticien
from egide.droit.commun.enumerations import CategorieLiberale, Conventionnement, ProfessionSante
from egide.moteur.mecanismes import DE_LONGUE_DATE
from egide.moteur.regle import regle


@regle(
    depuis="2018-01-01",
    unite="",
    references=("CSS L. 640-1 (2023-12-28)", "CSS L. 651-1", "CSS R. 641-1", "L. 2017-1836 art. 15"),
    entite="activite",
    agregation="principale",
)
def caisse(
    categorie_liberale, profession_sante, option_ssi, debut, premier_jour_periode, date_affiliation_ssi_liberales
):
    """Caisse de retraite.

    Celle de la profession. Une profession libérale sortie de la liste de la Cipav y reste si elle a commencé avant
    2019, sauf option pour la sécurité sociale des indépendants, qui vaut à partir du 1er janvier qui la suit.
    """
    if categorie_liberale == CategorieLiberale.SANS_OBJET:
        return Caisse.SSI
    if categorie_liberale == CategorieLiberale.NON_REGLEMENTEE:
        commencee_avant = debut > DE_LONGUE_DATE and debut < date_affiliation_ssi_liberales
        return Caisse.CIPAV if commencee_avant and option_ssi >= premier_jour_periode else Caisse.SSI
    if categorie_liberale == CategorieLiberale.CIPAV:
        return Caisse.CIPAV
    if categorie_liberale == CategorieLiberale.CARMF:
        return Caisse.CARMF
    if categorie_liberale == CategorieLiberale.CARCDSF:
        sage_femme = profession_sante == ProfessionSante.SAGE_FEMME
        return Caisse.CARCDSF_SAGE_FEMME if sage_femme else Caisse.CARCDSF_DENTISTE
    if categorie_liberale == CategorieLiberale.CARPIMKO:
        return Caisse.CARPIMKO
    if categorie_liberale == CategorieLiberale.CAVP:
        return Caisse.CAVP
    if categorie_liberale == CategorieLiberale.CARPV:
        return Caisse.CARPV
    if categorie_liberale == CategorieLiberale.CAVEC:
        return Caisse.CAVEC
    if categorie_liberale == CategorieLiberale.CAVAMAC:
        return Caisse.CAVAMAC
    if categorie_liberale == CategorieLiberale.CAVOM:
        return Caisse.CAVOM
    if categorie_liberale == CategorieLiberale.CPRN:
        return Caisse.CPRN
    return Caisse.CNBF


@regle(
    depuis="2018-01-01",
    unite="",
    references="CSS L. 646-1 (2018-06-14)",
    entite="activite",
    agregation="principale",
)
def praticien(profession_sante, conventionne):
    """Praticien ou auxiliaire médical sous convention avec l'assurance maladie."""
    if profession_sante == ProfessionSante.DIRECTEUR_DE_LABORATOIRE:
        return Praticien.DIRECTEUR_DE_LABORATOIRE
    if conventionne == Conventionnement.NON_CONVENTIONNE:
        return Praticien.AUCUN
    if profession_sante == ProfessionSante.MEDECIN:
        secteur_1 = conventionne == Conventionnement.SECTEUR_1
        return Praticien.MEDECIN_SECTEUR_1 if secteur_1 else Praticien.MEDECIN_SECTEUR_2
    if profession_sante == ProfessionSante.CHIRURGIEN_DENTISTE:
        return Praticien.CHIRURGIEN_DENTISTE
    if profession_sante == ProfessionSante.SAGE_FEMME:
        return Praticien.SAGE_FEMME
    if profession_sante == ProfessionSante.AUXILIAIRE_MEDICAL:
        return Praticien.AUXILIAIRE_MEDICAL
    return Praticien.AUCUN
