"""The facts that only liberal professions have: convention, classes chosen, what was asked of the fund."""

from __future__ import annotations

from enum import IntEnum

from egide.droit.commun.enumerations import Conventionnement, ProfessionSante
from egide.moteur.faits import Fait, Genre


def _oui_non(nom: str, libelle: str) -> Fait:
    return Fait(nom, Genre.OUI_NON, libelle, None, "activite", False, 0.0, "principale", essais=(1.0,))


def _membre(nom: str, libelle: str, defaut: IntEnum) -> Fait:
    cls = type(defaut)
    essais = tuple(float(membre) for membre in cls if membre != defaut)
    return Fait(nom, Genre.ENUMERATION, libelle, None, "activite", False, float(defaut), "principale", cls, essais)


def _classe(nom: str, libelle: str) -> Fait:
    return Fait(nom, Genre.NOMBRE, libelle, entite="activite", agregation="principale")


def _fraction(nom: str, libelle: str, defaut: float, essai: float) -> Fait:
    return Fait(nom, Genre.NOMBRE, libelle, "fraction", "activite", True, defaut, "principale", essais=(essai,))


DEMANDES = {
    "reduction_retraite_complementaire": "demande de réduction de la retraite complémentaire",
    "dispense_retraite_complementaire": "demande de dispense de retraite complémentaire",
    "asv_proportionnelle": "demande d'une ASV proportionnelle au revenu",
    "reduction_invalidite_deces": "demande de cotisation réduite d'invalidité-décès",
    "dispense_invalidite_deces": "demande de dispense d'invalidité-décès",
    "dispense_indemnites_journalieres": "demande de dispense d'indemnités journalières",
}
"""What a member may ask, by the name of the field of the situation; nothing is supposed asked."""

FAITS_LIBERAUX = (
    _membre("profession_sante", "profession de santé", ProfessionSante.AUCUNE),
    _membre("conventionne", "position conventionnelle", Conventionnement.SECTEUR_1),
    _oui_non("convention_connue", "position conventionnelle donnée"),
    _classe("classe_retraite_complementaire", "classe de retraite complémentaire choisie"),
    _classe("classe_invalidite_deces", "classe d'invalidité-décès choisie"),
    _fraction("part_recettes_conventionnees", "part des recettes sous convention", 1.0, 0.5),
    _fraction("part_depassements", "part des dépassements dans les recettes sous convention", 0.0, 0.2),
    _fraction("taux_urssaf", "taux Urssaf des dépassements, au relevé annuel du chirurgien-dentiste", 0.0, 0.4),
    _oui_non("regime_simplifie", "option d'un médecin remplaçant pour le régime simplifié"),
    _oui_non("zone_montagne_sous_dotee", "exercice d'un médecin retraité en zone de montagne sous-dotée"),
    Fait("cumul_integral", Genre.OUI_NON, "cumul intégral d'une pension et d'une activité", defaut=0.0, essais=(1.0,)),
    Fait(
        "assistance_tierce_personne",
        Genre.OUI_NON,
        "invalidité qui oblige à l'assistance d'une tierce personne",
        defaut=0.0,
        essais=(1.0,),
    ),
    Fait(
        "accouchement_dans_l_annee",
        Genre.OUI_NON,
        "accouchement dans l'année",
        par_annee=True,
        defaut=0.0,
        essais=(1.0,),
    ),
    *(_oui_non(f"demande_{nom}", libelle) for nom, libelle in DEMANDES.items()),
)
"""What tells apart the liberal professions, and the practitioners under convention."""
