"""The synthetic population: the same for the same seed, plausible, and computed as each of its persons alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import egide
from egide.droit.commun.enumerations import Regime
from egide.population.fichiers import traiter
from egide.population.lots import Demande
from egide.population.synthese import AGES_DES_MICRO, PART_DES_MICRO, SECTEURS, synthetiser, tirer
from egide.services.cotisations import LIGNES, TOTAL
from egide.services.micro import TOTAL_MICRO

PERSONNES = 300
ECART_DE_PART = 0.01


@pytest.fixture(scope="module")
def lot() -> pa.RecordBatch:
    return tirer(1, 0)


def test_la_meme_graine_donne_les_memes_octets(tmp_path: Path) -> None:
    for nom in ("a", "b"):
        synthetiser(1000, 7, tmp_path / f"{nom}.parquet")
    synthetiser(1000, 8, tmp_path / "c.parquet")
    a, b, c = ((tmp_path / f"{nom}.parquet").read_bytes() for nom in "abc")
    assert a == b != c


def test_plus_de_personnes_ne_changent_pas_les_premieres(tmp_path: Path) -> None:
    for combien in (100, 140_000):
        synthetiser(combien, 1, tmp_path / f"{combien}.parquet")
    assert pq.read_table(tmp_path / "100.parquet").equals(pq.read_table(tmp_path / "140000.parquet").slice(0, 100))


def test_les_parts_sont_celles_qui_sont_publiees(lot: pa.RecordBatch) -> None:
    micro = np.array(lot["statut"].to_pylist()) == "micro_entrepreneur"
    assert micro.mean() == pytest.approx(PART_DES_MICRO, abs=ECART_DE_PART)
    naissances = np.array(lot["date_naissance"].to_pylist(), dtype="datetime64[D]")
    jeunes = naissances[micro] > np.datetime64("1992-12-31")
    assert jeunes.mean() == pytest.approx(AGES_DES_MICRO[0] / 100, abs=ECART_DE_PART)
    soignants = np.array([mot is not None for mot in lot["conventionne"].to_pylist()])
    part = SECTEURS[-1].milliers / sum(s.milliers for s in SECTEURS)
    assert soignants[~micro].mean() == pytest.approx(part, abs=ECART_DE_PART)
    revenus = np.array([revenu for revenu in lot["revenu_brut"].to_pylist() if revenu is not None])[soignants[~micro]]
    assert np.median(revenus[revenus > 0]) / 12 == pytest.approx(4050, rel=0.03)  # Insee, santé : médiane de 4 050 €


def test_le_fichier_donne_ce_que_donne_chaque_personne(tmp_path: Path) -> None:
    """The file goes through compiled kernels; the answer to a person, through the interpreter."""
    synthetiser(PERSONNES, 3, tmp_path / "p.parquet")
    cibles = (TOTAL, TOTAL_MICRO, *(ligne for ligne in LIGNES if not ligne.startswith("conjoint_")))
    bilan = traiter(tmp_path / "p.parquet", tmp_path / "r.parquet", Demande(cibles, annee=2026))
    assert (bilan.sorties, bilan.rejets) == (PERSONNES, 0)
    personnes = pq.read_table(tmp_path / "p.parquet").to_pylist()
    comparees = 0
    for personne, ligne in zip(personnes, pq.read_table(tmp_path / "r.parquet").to_pylist(), strict=True):
        if personne["statut"] == "micro_entrepreneur":
            assert ligne[TOTAL] is None
            assert ligne[TOTAL_MICRO] is not None
            continue
        valeurs = egide.cotisations(_situation(personne), annee=2026).to_dict()["valeurs"]
        for cible in cibles:
            assert ligne[cible] == pytest.approx(valeurs.get(cible), abs=0.005), (cible, personne)
            comparees += 1
    assert comparees > PERSONNES


def test_un_jour_ne_lit_pas_le_chiffre_d_affaires_des_trimestres(tmp_path: Path) -> None:
    synthetiser(PERSONNES, 3, tmp_path / "p.parquet")
    bilan = traiter(tmp_path / "p.parquet", tmp_path / "r.parquet", Demande(("regime",), date=date(2026, 3, 1)))
    regimes = pq.read_table(tmp_path / "r.parquet")["regime"].to_pylist()
    assert (bilan.sorties, bilan.rejets) == (PERSONNES, 0)
    assert set(regimes) <= set(map(float, Regime))


def _situation(personne: dict[str, Any]) -> dict[str, Any]:
    exercices: dict[int, dict[str, Any]] = {2026: {"revenu_brut": personne["revenu_brut"]}}
    activite = {nom: personne[nom] for nom in ("nature", "profession", "statut")}
    if personne["conventionne"]:
        activite["conventionne"] = personne["conventionne"]
        exercices[2025] = {"chiffre_affaires": personne["chiffre_affaires_n_1"]}
        exercices[2024] = {"revenu_professionnel": personne["revenu_professionnel_n_2"]}
    activite |= {"debut": personne["debut"].isoformat(), "exercices": exercices}
    return {"personne": {"date_naissance": personne["date_naissance"].isoformat()}, "activites": [activite]}
