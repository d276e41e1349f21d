"""Persons drawn with one activity or several, as situations and as the same columns."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import numpy as np

from egide.annuaire import professions
from egide.droit.commun.enumerations import Forme, Inscription, Nature, Statut, slug
from egide.moteur.mecanismes import DE_LONGUE_DATE, JAMAIS
from egide.moteur.periode import numero
from egide.situation import Situation, charger
from egide.situation.donnees_affiliation import nature_du_metier
from egide.situation.fautes import SituationInvalide

COMMUNES = ("35238", "75114", "48095", "97411", "97105", "97701", "97611", "97502", "98735", "2A004", "97801")
"""One commune at least of each territory that bodies tell apart."""
CAISSES = ("RAM", "Harmonie Mutuelle", "")
PARTS = ("personne", "conjoint", "enfants_mineurs", "autres_gerants")
PREMIER_JOUR, DERNIER_JOUR = date(2005, 1, 1), date(2026, 6, 30)

Personne = dict[str, Any]
"""What is drawn of a person: names of columns to words, numbers, booleans and days; None where it is not known."""


def tirer(combien: int, graine: int, activites: int = 1, *, natures: bool = True) -> list[Personne]:
    """Draw persons of every profession, status, form, place and age, whose situation is without contradiction."""
    hasard = np.random.default_rng(graine)
    tirees: list[Personne] = []
    while len(tirees) < combien:
        personne = _personne(hasard, activites, natures)
        try:
            situation(personne, 2020)
        except SituationInvalide:
            continue
        tirees.append(personne)
    return tirees


def _parmi(hasard: np.random.Generator, choix: Sequence[Any]) -> Any:
    return choix[int(hasard.integers(len(choix)))]


def _personne(hasard: np.random.Generator, activites: int, natures: bool) -> Personne:
    personne: Personne = {
        "personne__commune": _parmi(hasard, COMMUNES),
        "residence_hors_de_france": _parmi(hasard, [False] * 8 + [True]),
        "organisme_conventionne": _parmi(hasard, CAISSES),
        "rattachement_cpam_notifie": _parmi(
            hasard, [None, None, date(2020, 1, 20), date(2020, 2, 10), date(2020, 3, 5)]
        ),
        "date_naissance": _jour(hasard, date(1950, 1, 1), date(1985, 1, 1)),
    }
    for rang in range(activites):
        personne |= {f"activites__{rang}__{nom}": valeur for nom, valeur in _activite(hasard, natures).items()}
    return personne


def _activite(hasard: np.random.Generator, natures: bool) -> dict[str, Any]:
    debut = _jour(hasard, PREMIER_JOUR, DERNIER_JOUR)
    metier = _parmi(hasard, list(professions()))
    parts = hasard.choice([0, 0, 20, 25, 50, 60, 100], len(PARTS))
    return {
        "profession": metier,
        **({"nature": slug(_parmi(hasard, [*Nature, *[nature_du_metier(metier)] * 9]))} if natures else {}),
        "statut": slug(_parmi(hasard, [*Statut, *[Statut.ENTREPRISE_INDIVIDUELLE, Statut.MICRO_ENTREPRENEUR] * 5])),
        "forme": slug(_parmi(hasard, list(Forme))),
        "inscription": slug(_parmi(hasard, list(Inscription))),
        "remunere": _parmi(hasard, [False, True, True]),
        "commune": _parmi(hasard, COMMUNES),
        "debut": debut,
        "fin": _parmi(hasard, [None, None, min(debut + timedelta(days=int(hasard.integers(100, 6000))), DERNIER_JOUR)]),
        "option_ssi": _parmi(hasard, [None, None, date(2019, 6, 1), date(2022, 3, 3)]),
        "demande_le": _parmi(hasard, [None, None, _jour(hasard, PREMIER_JOUR, DERNIER_JOUR)]),
        "chiffre_affaires": int(hasard.choice([0, 1_000, 20_000, 60_000])),
        "chiffre_affaires_n_1": int(hasard.choice([0, 0, 5_000, 60_000])),
        "chiffre_affaires_n_2": int(hasard.choice([0, 0, 5_000, 60_000])),
        **{f"part_{qui}": int(part) for qui, part in zip(PARTS, parts, strict=True)},
    }


def _jour(hasard: np.random.Generator, du: date, au: date) -> date:
    return du + timedelta(days=int(hasard.integers((au - du).days)))


def colonnes(personnes: Sequence[Personne]) -> dict[str, Any]:
    """Return persons as columns; what is not known of one of them is what is assumed of who does not say it."""
    return {nom: [_en_colonne(nom, p[nom]) for p in personnes] for nom in personnes[0]}


def _en_colonne(nom: str, valeur: Any) -> Any:
    if isinstance(valeur, date):
        return numero(valeur)
    if valeur is None:
        return int(DE_LONGUE_DATE if nom == "rattachement_cpam_notifie" else JAMAIS)
    return valeur


def situation(personne: Personne, annee: int) -> Situation:
    """Return a drawn person as a situation; the turnovers are those of a year and the two before, while it lasts."""
    lue: dict[str, Any] = {}
    activites: dict[str, dict[str, Any]] = {}
    for nom, valeur in personne.items():
        if valeur in (None, ""):
            continue
        if nom.startswith("activites__"):
            _, rang, fait = nom.split("__")
            activites.setdefault(rang, {})[fait] = valeur
        else:
            lue[nom.removeprefix("personne__")] = valeur
    return charger({"personne": lue, "activites": [_ecrite(a, annee) for a in activites.values()]})


def _ecrite(activite: dict[str, Any], annee: int) -> dict[str, Any]:
    """Return an activity as it is written in a situation."""
    ecrite = dict(activite)
    ventes = [ecrite.pop(f"chiffre_affaires{suite}") for suite in ("", "_n_1", "_n_2")]
    fin = activite.get("fin", date.max)
    exercees = [k for k in range(3) if activite["debut"].year <= annee - k <= fin.year]
    ecrite["exercices"] = {annee - k: {"chiffre_affaires": ventes[k]} for k in exercees}
    ecrite["parts"] = {qui: ecrite.pop(f"part_{qui}") for qui in PARTS}
    if "demande_le" in ecrite:
        ecrite["demande_volontaire"] = {"le": ecrite.pop("demande_le")}
    return ecrite
