"""The incomes at which a formula of a year changes its slope, read in the parameters of Égide."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import PurePath
from typing import Any

from egide.moteur.mecanismes import Bareme
from egide.services.loi import loi

PREMIERE_ANNEE_ASSIETTE_UNIQUE = 2025
REVENU_MAXIMAL = 400_000
THEMES_A_PART = ("mayotte", "trimestres_et_points")
"""Mayotte has its own scales, and what validates a quarter changes no contribution."""
CHAPITRES = ("commun", "cotisations")
"""The folders of parameters that bear on contributions."""


@cache
def seuils(annee: int) -> frozenset[int]:
    """Return the incomes, in whole euros, at which a formula of a year changes its slope, but for Mayotte's own."""
    euros = {"× plafond": valeur_au(annee, "pass_"), "€/an": 1.0, "h": valeur_au(annee, "smic_horaire")}
    trouves = {0.0}
    for nom, parametre in loi().parametres.items():
        valeur = valeur_au(annee, nom)
        chapitre, theme = PurePath(parametre.fichier).with_suffix("").parts
        if valeur is None or chapitre not in CHAPITRES or theme in THEMES_A_PART:
            continue
        if isinstance(valeur, Bareme):  # the thresholds of a scale may be years too
            trouves |= {seuil * euros[parametre.seuils] for seuil in valeur.seuils if parametre.seuils in euros}
        elif parametre.unite in euros:
            trouves.add(valeur * euros[parametre.unite])
    if annee >= PREMIERE_ANNEE_ASSIETTE_UNIQUE:
        trouves = _bruts(annee, trouves)
    return frozenset(round(t) for t in trouves if t <= REVENU_MAXIMAL)


def _bruts(annee: int, assiettes: set[float]) -> set[float]:
    """Return the gross incomes that have these bases, and those at the bounds of the allowance."""
    taux, pass_ = valeur_au(annee, "taux_abattement_assiette"), valeur_au(annee, "pass_")
    minimum, maximum = (valeur_au(annee, f"abattement_assiette_{borne}") * pass_ for borne in ("minimal", "maximal"))
    abattues = {a + min(max(a * taux / (1 - taux), minimum), maximum) for a in assiettes}
    return abattues | {minimum / taux, maximum / taux}


def valeur_au(annee: int, nom: str) -> Any:
    """Return a parameter on the first of January of a year, or None before it exists."""
    parametre, jour = loi().parametres[nom], date(annee, 1, 1)
    if jour < parametre.valeurs[0].depuis:
        return None
    valeur = parametre.au(jour)
    return valeur.flottant if valeur else None
