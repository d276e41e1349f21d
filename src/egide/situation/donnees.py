"""From a situation to the facts of the engine: numbers keyed by (name, rank of the activity, year)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from egide.annuaire import departement_de_commune, profession, territoire_du_departement
from egide.droit.commun.enumerations import CategorieLiberale, Nature, Territoire
from egide.moteur.faits import Cle, Nombre
from egide.moteur.periode import numero
from egide.situation.faits import FAITS_EXERCICE, JAMAIS

if TYPE_CHECKING:
    from egide.situation.modele import Situation
    from egide.situation.modele_activite import Activite, Exercice
    from egide.situation.modele_personne import Personne


def mettre_a_plat(situation: Situation) -> dict[Cle, Nombre]:
    """Return the facts given in a situation; a fact that is absent or null has no key."""
    plat: dict[Cle, Nombre] = {}
    _poser(plat, _faits_personne(situation.personne), None, None)
    for rang, activite in enumerate(situation.activites):
        _poser(plat, _faits_activite(activite), rang, None)
        _poser(plat, {"territoire": territoire(activite, situation.personne)}, rang, None)
        for annee, exercice in activite.exercices.items():
            _poser(plat, _faits_exercice(exercice), rang, annee)
    return plat


def territoire(activite: Activite, personne: Personne) -> Territoire | None:
    """Return where an activity is carried on: its commune, else that of the person, else the person's département."""
    commune = activite.commune or personne.commune
    departement = personne.departement if commune is None else departement_de_commune(commune)
    return None if departement is None else territoire_du_departement(departement)


def categorie_liberale(activite: Activite) -> CategorieLiberale | None:
    """Return the section of an activity's profession: none is needed unless it is a liberal one."""
    if activite.nature is not None and activite.nature is not Nature.LIBERALE:
        return CategorieLiberale.SANS_OBJET
    return None if activite.profession is None else profession(activite.profession).categorie_liberale


def _faits_personne(personne: Personne) -> dict[str, object]:
    return {
        "rsa_ou_prime_activite": personne.rsa_ou_prime_activite,
        "domicile_fiscal_etranger": personne.domicile_fiscal_etranger,
        "residence_hors_de_france": personne.residence_hors_de_france,
        "incapacite_plus_de_6_mois": personne.incapacite_plus_de_6_mois,
        "regime_local_alsace_moselle": personne.regime_local_alsace_moselle,
        "enfants": personne.enfants,
        "date_naissance": personne.date_naissance,
        "invalidite_depuis": personne.invalidite.depuis,
        "retraite_depuis": personne.retraite.depuis,
    }


def _faits_activite(activite: Activite) -> dict[str, object]:
    return {
        "nature": activite.nature,
        "statut": activite.statut,
        "imposition": activite.imposition,
        "categorie_liberale": categorie_liberale(activite),
        "saisonniere": activite.saisonniere,
        "acre": activite.acre,
        "option_taux_specifiques_rci": activite.option_taux_specifiques_rci,
        "exoneration_age_invalidite_deces": activite.exoneration_age_invalidite_deces,
        "debut": activite.debut,
        "fin": activite.fin,
        # "No option" is an answer: the day that never comes.
        "option_ssi": JAMAIS if activite.option_ssi is False else activite.option_ssi,
        "conjoint_collaborateur_option": activite.conjoint_collaborateur,
        "secteur_covid": activite.secteur_covid,
        "zfu_depuis": activite.zfu.depuis,
        "zfu_salaries": activite.zfu.salaries,
    }


def _faits_exercice(exercice: Exercice) -> dict[str, object]:
    lus = {nom: getattr(exercice, nom) for nom in FAITS_EXERCICE}
    lus |= {f"mois_covid_{montant}": mois for montant, mois in exercice.mois_reduction_covid.items()}
    autres = ("revenu_brut", "chiffre_affaires", "remuneration")
    if lus["revenu_imposable"] is not None and all(lus[nom] is None for nom in autres):
        lus["micro_fiscal"] = True
    return lus


def _poser(plat: dict[Cle, Nombre], faits: dict[str, object], rang: int | None, annee: int | None) -> None:
    for nom, valeur in faits.items():
        if valeur is not None:
            plat[nom, rang, annee] = _nombre(valeur)


def _nombre(valeur: object) -> float:
    """Return a fact as a number: the day of a date, 0 or 1 for a boolean, the number of a member."""
    if isinstance(valeur, date):
        return float(numero(valeur))
    assert isinstance(valeur, int | float)
    return float(valeur)
