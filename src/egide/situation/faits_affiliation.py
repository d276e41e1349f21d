"""The facts that only the affiliation reads: the other activities, the other States, the options, the contract."""

from __future__ import annotations

from datetime import date
from enum import IntEnum

from egide.droit.commun.enumerations import Collectivite, LienAvecLeChef, LieuExercice
from egide.moteur.faits import Entite, Fait, Genre
from egide.moteur.periode import JOUR_MAX, numero

_JAMAIS = float(numero(JOUR_MAX))
_UN_JOUR = float(numero(date(2018, 1, 1)))


def _agregation(entite: Entite) -> str | None:
    return "principale" if entite == "activite" else None


def _oui_non(nom: str, libelle: str, entite: Entite = "activite") -> Fait:
    return Fait(nom, Genre.OUI_NON, libelle, None, entite, False, 0.0, _agregation(entite), essais=(1.0,))


def _jour(nom: str, libelle: str, entite: Entite = "activite") -> Fait:
    return Fait(nom, Genre.DATE, libelle, None, entite, False, _JAMAIS, _agregation(entite), essais=(_UN_JOUR,))


def _membre(nom: str, libelle: str, defaut: IntEnum) -> Fait:
    cls = type(defaut)
    essais = tuple(float(membre) for membre in cls if membre != defaut)
    return Fait(nom, Genre.ENUMERATION, libelle, None, "activite", False, float(defaut), "principale", cls, essais)


def _mesure(nom: str, libelle: str, unite: str, defaut: float, *, par_annee: bool = False) -> Fait:
    return Fait(nom, Genre.NOMBRE, libelle, unite, "activite", par_annee, defaut, "principale", essais=(defaut + 1.0,))


FAITS_AFFILIATION = (
    _membre("lieu_d_exercice", "lieu d'exercice de l'activité", LieuExercice.FRANCE),
    _membre("lien_avec_le_chef", "lien avec le chef d'entreprise", LienAvecLeChef.AUTRE),
    _membre("collectivite", "collectivité d'outre-mer de l'activité", Collectivite.AUCUNE),
    _oui_non("chef_assimile_salarie", "chef d'entreprise assimilé à un salarié"),
    _oui_non("avocat", "profession d'avocat"),
    _oui_non("remplacant", "exercice de la médecine à titre de remplacement"),
    _oui_non("non_conventionne", "exercice hors convention avec l'assurance maladie"),
    _oui_non("hors_champ_artistes_auteurs", "activité artistique hors du champ des artistes-auteurs"),
    _oui_non("location_gerance", "fonds mis en location-gérance"),
    _oui_non("demande_retroactive", "demande que l'assurance volontaire remonte à la fin ou au début de l'activité"),
    _oui_non("option_occasionnelle", "option pour le régime général de ventes ou services occasionnels"),
    _oui_non("autre_activite", "autre activité en cours"),
    _oui_non("micro_anterieur", "micro-entreprise au premier jour de la profession"),
    _oui_non("contrat_decrit", "contrat de travail décrit"),
    Fait(
        "contrat_indetermine",
        Genre.OUI_NON,
        "contrat à durée indéterminée",
        entite="activite",
        defaut=1.0,
        agregation="principale",
        essais=(0.0,),
    ),
    _mesure("contrat_mois", "durée du contrat", "mois", 0.0),
    _mesure("heures_mensuelles", "durée de travail prévue par mois", "h", 152.0),
    _mesure("recettes_des_trois_annees", "recettes des trois années avant la demande d'option", "€", 0.0),
    _mesure("recettes_par_annee", "recettes de chaque année", "€/an", 0.0, par_annee=True),
    _mesure("remuneration_par_annee", "rémunération de chaque année", "€/an", 0.0, par_annee=True),
    _jour("traitement_d_independant_le", "demande de rester traité en indépendant"),
    _jour("option_principale_le", "demande que l'activité soit la principale"),
    _jour("debut_anterieur", "début de la même profession, sous un autre statut"),
    _jour("debut_du_cumul", "premier jour de deux activités indépendantes de régimes différents", "personne"),
    _jour("certificat_du", "premier jour du certificat de législation", "personne"),
    _jour("certificat_au", "dernier jour du certificat de législation", "personne"),
    _oui_non("certificat_etranger", "certificat d'une législation étrangère", "personne"),
    _oui_non("salarie_en_france", "emploi salarié en France", "personne"),
    _oui_non("salarie_dans_l_union", "emploi salarié dans un autre État de l'Union", "personne"),
    _oui_non("independant_en_france", "activité indépendante en France", "personne"),
    _oui_non("independant_dans_l_union", "activité indépendante dans un autre État de l'Union", "personne"),
    Fait(
        "part_de_l_activite_en_france",
        Genre.NOMBRE,
        "part de l'activité exercée en France",
        "%",
        defaut=100.0,
        essais=(10.0,),
    ),
)
"""Read by `droit/affiliation`; those about other activities are put in by the service, day by day."""
