"""Persons of the tests of the services, and amounts worked out by hand from the articles."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

TOTAL = "total_cotisations_et_contributions"
ANNEE = 2026

PLOMBIER_30_000: Mapping[str, float] = {
    "cotisation_maladie_maternite": 504,  # 2,27 % : entre 0 à 20 % et 1,5 % à 40 % du plafond, puis 4 % à 60 %
    "cotisation_indemnites_journalieres": 111,  # 0,5 % × 22 200
    "cotisation_allocations_familiales": 0,  # sous 110 % du plafond
    "cotisation_retraite_base": 3967,  # 17,87 % × 22 200 = 3 967,14
    "cotisation_retraite_complementaire": 1798,  # 8,1 % × 22 200 = 1 798,20
    "cotisation_invalidite_deces": 289,  # 1,3 % × 22 200 = 288,60
    "csg_deductible": 1510,  # 6,8 % × 22 200 = 1 509,60
    "csg_crds_non_deductible": 644,  # 2,9 % × 22 200 = 643,80
    "contribution_formation_professionnelle": 139,  # 0,29 % × 48 060 = 139,37
}
"""Lines of 2026 for 30 000 € before contributions: 26 % of it off, a base of 22 200 €, a ceiling of 48 060 €."""
BRUT, BASE_30_000, TOTAL_30_000 = 30_000, 22_200, 8962


def activite(**champs: Any) -> dict[str, Any]:
    """Return an established plumber, with other fields in the place of his; None takes one away."""
    base = {
        "nature": "artisanale",
        "profession": "plombier",
        "statut": "entreprise_individuelle",
        "debut": "2012-01-01",
        "exercices": {ANNEE: {"revenu_brut": 30_000}},
    }
    return {nom: valeur for nom, valeur in {**base, **champs}.items() if valeur is not None}


def commerce(**champs: Any) -> dict[str, Any]:
    return activite(**{"nature": "commerciale", "profession": None, **champs})


def situation(*activites: dict[str, Any], **personne: Any) -> dict[str, Any]:
    return {"personne": personne, "activites": list(activites) or [activite()]}


def de_l_annee(annee: int, revenu: float, **champs: Any) -> dict[str, Any]:
    """Return a plumber who earned an income in a year, in the words of that year."""
    nom = "revenu_brut" if annee >= 2025 else "revenu_professionnel"  # noqa: PLR2004
    return situation(activite(exercices={annee: {nom: revenu}}, **champs))


def ecrire(dossier: Path, document: Any, nom: str = "situation.json") -> str:
    """Write a situation, or any bytes or text, in a file; return its path."""
    chemin = dossier / nom
    texte = document if isinstance(document, str | bytes) else json.dumps(document)
    chemin.write_bytes(texte if isinstance(texte, bytes) else texte.encode())
    return str(chemin)
