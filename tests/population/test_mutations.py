"""Files damaged at random: each is refused with what is wrong with it, or each of its rows is computed or refused.

`EGIDE_MUTATIONS=10000` draws more of them.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from egide.moteur.erreurs import ErreurEgide
from egide.population.fichiers import traiter
from egide.population.lots import Demande
from egide.population.sources import FichierIllisible

TOTAL = "total_cotisations_et_contributions"
MUTATIONS = int(os.environ.get("EGIDE_MUTATIONS", "600"))
LIGNES = 12
PAR_ESSAI = 100
PART_ENTIERE, PART_COUPEE, PART_DATEE = 0.8, 0.5, 0.9

Colonnes = dict[str, list[Any]]

ABSURDES: tuple[Any, ...] = (
    None,
    "",
    "NaN",
    "-1e400",
    "douze",
    "31/02/2020",
    "0000-00-00",
    "99999-01-01",
    "2020-02-30",
    "artisannale",
    "\x00",
    "é" * 50,
    "1 234,5",
    "oui",
    "-5",
    "9999-12-31",
)
NOMBRES = (float("nan"), float("inf"), -float("inf"), 1e308, -1e308, -1.0, 0.5, 2.0**63, 5e-324)


def saines() -> Colonnes:
    """Return rows that can all be computed."""
    return {
        "revenu_brut": [1000.0 * rang for rang in range(LIGNES)],
        "nature": ["artisanale", "commerciale"] * (LIGNES // 2),
        "statut": ["entreprise_individuelle"] * LIGNES,
        "debut": ["2015-03-01"] * LIGNES,
        "fin": ["9999-12-31"] * LIGNES,
        "acre": [False] * LIGNES,
        "profession": ["boulanger"] * LIGNES,
        "commune": ["35238"] * LIGNES,
        "annee": [2026] * LIGNES,
    }


def des_valeurs(hasard: random.Random, colonnes: Colonnes) -> None:
    nom = hasard.choice(list(colonnes))
    for rang in hasard.sample(range(LIGNES), hasard.randint(1, 4)):
        colonnes[nom][rang] = hasard.choice(ABSURDES)
    if any(isinstance(v, str) for v in colonnes[nom]):
        colonnes[nom] = [None if v is None else str(v) for v in colonnes[nom]]


def des_nombres(hasard: random.Random, colonnes: Colonnes) -> None:
    nom = hasard.choice(list(colonnes))
    colonnes[nom] = [float(rang) for rang in range(LIGNES)]
    for rang in hasard.sample(range(LIGNES), hasard.randint(1, LIGNES)):
        colonnes[nom][rang] = hasard.choice(NOMBRES)


def un_type(hasard: random.Random, colonnes: Colonnes) -> None:
    nom = hasard.choice(list(colonnes))
    colonnes[nom] = [hasard.choice(([1], b"\xff", {"a": 1}, True, 7)) for _ in range(1)] * LIGNES


def un_nom(hasard: random.Random, colonnes: Colonnes) -> None:
    nom = hasard.choice(list(colonnes))
    autre = hasard.choice(
        [nom + "x", nom.upper(), "personne__" + nom, "activites__1__" + nom, nom + "_n_1", "", "ligne"]
    )
    colonnes[autre] = colonnes.pop(nom)


def une_absence(hasard: random.Random, colonnes: Colonnes) -> None:
    del colonnes[hasard.choice(list(colonnes))]


GESTES: tuple[Callable[[random.Random, Colonnes], None], ...] = (des_valeurs, des_nombres, un_type, un_nom, une_absence)


def abimer(hasard: random.Random, chemin: Path) -> bool:
    """Write a damaged file; return whether its bytes are damaged too."""
    colonnes = saines()
    for _ in range(hasard.randint(1, 3)):
        if colonnes:
            hasard.choice(GESTES)(hasard, colonnes)
    pq.write_table(pa.table(colonnes), chemin)
    if hasard.random() < PART_ENTIERE:
        return False
    octets = bytearray(chemin.read_bytes())
    if hasard.random() < PART_COUPEE:
        octets = octets[: hasard.randrange(len(octets))]
    else:
        for _ in range(hasard.randint(1, 20)):
            octets[hasard.randrange(len(octets))] = hasard.randrange(256)
    chemin.write_bytes(octets)
    return True


@pytest.mark.parametrize("essai", range(MUTATIONS // PAR_ESSAI))
def test_un_fichier_abime_est_dit_ou_compte(essai: int, tmp_path: Path) -> None:
    hasard = random.Random(essai)
    for rang in range(PAR_ESSAI):
        entree, sortie = tmp_path / f"{rang}.parquet", tmp_path / f"s{rang}.parquet"
        octets = abimer(hasard, entree)
        demande = Demande((TOTAL,), annee=None if hasard.random() < PART_DATEE else 2026)
        try:
            bilan = traiter(entree, sortie, demande)
        except ErreurEgide as erreur:
            _exiger_un_motif(erreur, octets)
            continue
        resultats, rejets = pq.read_table(bilan.noms.resultats), pq.read_table(bilan.noms.rejets)
        lignes = sorted(resultats["ligne"].to_pylist() + rejets["ligne"].to_pylist())
        assert lignes == list(range(bilan.entrees))
        assert all(motif for motif in rejets["motif"].to_pylist())


def _exiger_un_motif(erreur: ErreurEgide, octets: bool) -> None:
    assert str(erreur).strip()
    assert octets or not isinstance(erreur, FichierIllisible), f"un fichier entier a été dit illisible : {erreur}"
