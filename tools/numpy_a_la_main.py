"""The contributions of 2022 and 2026, written by hand for NumPy: what Égide's compiled rules are measured against.

Written as a careful user of NumPy would: one pass a formula, scales by `np.interp`, work done in place where it can be.
The figures are those of an ordinary year (no exemption, whole year); `bench.py` checks that the results are equal.
"""

from __future__ import annotations

from math import floor
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Colonne: TypeAlias = NDArray[np.float64]

MARGE_ABSOLUE, MARGE_RELATIVE = 1e-9, 1e-15
CSG_DEDUCTIBLE, CSG_CRDS_NON_DEDUCTIBLE = 0.068, 0.029
FORMATION_ARTISAN, FORMATION_AUTRES = 0.0029, 0.0025
INVALIDITE_DECES, MINIMUM_INVALIDITE_DECES = 0.013, 0.115
MALADIE_AU_DELA, RETRAITE_PLAFONNEE = 0.065, 0.1715
FAMILLE = ([1.1, 1.4], [0.0, 0.031])
ARTISAN = 1

LIGNES = (
    "cotisation_maladie_maternite",
    "cotisation_indemnites_journalieres",
    "cotisation_allocations_familiales",
    "cotisation_retraite_base",
    "cotisation_retraite_complementaire",
    "cotisation_invalidite_deces",
    "csg_deductible",
    "csg_crds_non_deductible",
    "contribution_formation_professionnelle",
)
TOTAL, NET = "total_cotisations_et_contributions", "revenu_net"


def arrondi(x: Colonne, par_unite: float = 1.0) -> Colonne:
    """Round to the nearest, one half up, with the same margin as Égide; works on a copy, in place."""
    y = x * par_unite
    y += MARGE_RELATIVE * np.abs(y)
    y += 0.5 + MARGE_ABSOLUE
    np.floor(y, out=y)
    if par_unite != 1.0:
        y /= par_unite
    return y


def euro(x: float) -> float:
    """Round one number."""
    return float(floor(x + 0.5))


def _bareme(assiette: Colonne, plafond: float, points: tuple[list[float], list[float]]) -> Colonne:
    return np.interp(assiette, np.array(points[0]) * plafond, points[1])


def _deux_taux(assiette: Colonne, seuil: float, sous: Colonne | float, au_dela: Colonne | float) -> Colonne:
    basse = np.minimum(assiette, seuil)
    return basse * sous + (assiette - basse) * au_dela


def _fin(lignes: dict[str, Colonne], csg: Colonne, groupe: Colonne | float, plafond: float) -> Colonne:
    """Add the contributions that are the same every year; return the total."""
    lignes["csg_deductible"] = arrondi(csg * CSG_DEDUCTIBLE)
    lignes["csg_crds_non_deductible"] = arrondi(csg * CSG_CRDS_NON_DEDUCTIBLE)
    artisan, autres = (euro(plafond * t) for t in (FORMATION_ARTISAN, FORMATION_AUTRES))
    formation = np.where(groupe == ARTISAN, artisan, autres)
    lignes["contribution_formation_professionnelle"] = np.broadcast_to(formation, csg.shape).copy()
    total = lignes[LIGNES[0]].copy()
    for nom in LIGNES[1:]:
        total += lignes[nom]
    lignes[TOTAL] = total
    return total


def _invalidite_deces(assiette: Colonne, plafond: float) -> Colonne:
    base = np.clip(assiette, euro(MINIMUM_INVALIDITE_DECES * plafond), plafond)
    return arrondi(base * INVALIDITE_DECES)


def annee_2022(revenu: Colonne, groupe: Colonne | float) -> dict[str, Colonne]:
    """Compute the final contributions of 2022; `groupe` is 1 for a craftsman."""
    plafond, plafond_rci, minimum_retraite = 41_136.0, 38_916.0, 4_758.0
    quarante = euro(0.4 * plafond)
    assiette = arrondi(np.maximum(revenu, 0.0))
    taux_total = arrondi(_bareme(assiette, plafond, ([0.4, 0.6, 1.1], [0.005, 0.045, 0.072])), 10_000.0)
    taux_ij = np.minimum(0.0085, taux_total)
    taux_maladie = arrondi(taux_total - taux_ij, 10_000.0)
    indemnites = arrondi(np.clip(assiette, quarante, 5 * plafond) * taux_ij)
    ensemble = _deux_taux(np.maximum(assiette, quarante), 5 * plafond, taux_maladie + taux_ij, MALADIE_AU_DELA)
    base_retraite = np.maximum(assiette, minimum_retraite)
    tranche_1 = np.minimum(assiette, plafond_rci)
    tranche_2 = np.minimum(assiette, 4 * plafond) - tranche_1
    lignes = {
        "cotisation_maladie_maternite": arrondi(ensemble) - indemnites,
        "cotisation_indemnites_journalieres": indemnites,
        "cotisation_allocations_familiales": arrondi(assiette * _bareme(assiette, plafond, FAMILLE)),
        "cotisation_retraite_base": arrondi(
            np.minimum(base_retraite, plafond) * RETRAITE_PLAFONNEE + base_retraite * 0.006
        ),
        "cotisation_retraite_complementaire": arrondi(tranche_1 * 0.07 + tranche_2 * 0.08),
        "cotisation_invalidite_deces": _invalidite_deces(assiette, plafond),
    }
    cotisations = sum(lignes.values(), np.zeros_like(assiette))
    total = _fin(lignes, arrondi(np.maximum(revenu + cotisations, 0.0)), groupe, plafond)
    avant = revenu + cotisations + lignes["csg_deductible"] + lignes["contribution_formation_professionnelle"]
    lignes[NET] = avant - total
    return lignes


def annee_2026(revenu: Colonne, groupe: Colonne | float) -> dict[str, Colonne]:
    """Compute the final contributions of 2026 from the income before contributions."""
    plafond, smic_horaire = 48_060.0, 12.02
    quarante = euro(0.4 * plafond)
    abattement = arrondi(np.clip(0.26 * revenu, 0.0176 * plafond, 1.3 * plafond))
    assiette = arrondi(np.maximum(revenu - abattement, 0.0))
    points = ([0.2, 0.4, 0.6, 1.1, 2.0, 3.0], [0.0, 0.015, 0.04, 0.065, 0.077, 0.085])
    taux_maladie = arrondi(_bareme(assiette, plafond, points), 10_000.0)
    base_retraite = np.maximum(assiette, euro(450 * smic_horaire))
    lignes = {
        "cotisation_maladie_maternite": arrondi(_deux_taux(assiette, 3 * plafond, taux_maladie, MALADIE_AU_DELA)),
        "cotisation_indemnites_journalieres": arrondi(np.clip(assiette, quarante, 5 * plafond) * 0.005),
        "cotisation_allocations_familiales": arrondi(assiette * arrondi(_bareme(assiette, plafond, FAMILLE), 10_000.0)),
        "cotisation_retraite_base": arrondi(
            np.minimum(base_retraite, plafond) * RETRAITE_PLAFONNEE + base_retraite * 0.0072
        ),
        "cotisation_retraite_complementaire": arrondi(
            _deux_taux(np.minimum(assiette, 4 * plafond), plafond, 0.081, 0.091)
        ),
        "cotisation_invalidite_deces": _invalidite_deces(assiette, plafond),
    }
    lignes[NET] = revenu - _fin(lignes, assiette, groupe, plafond)
    return lignes
