"""Sharing out loses nothing, and what was known later never counts."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import egide
from egide.services.etalement import par_nature, parts

NATURES = st.dictionaries(st.sampled_from("abcdef"), st.integers(-20_000, 20_000), min_size=1)


@given(NATURES, st.integers(1, 12))
def test_les_versements_font_chaque_contribution_et_chaque_somme(natures: dict[str, int], nombre: int) -> None:
    sommes = parts(sum(natures.values()), nombre)
    partages = par_nature(natures, sommes)
    assert [sum(p.values()) for p in partages] == sommes
    assert {n: sum(p[n] for p in partages) for n in natures} == natures


def situation(**prelevement: Any) -> dict[str, Any]:
    exercices = {
        2022: {"revenu_professionnel": 28000},
        2023: {"revenu_professionnel": 30000, "declare_le": "2024-05-14"},
        2024: {"revenu_professionnel": 33000, "declare_le": "2025-05-28"},
    }
    activite = {"nature": "artisanale", "statut": "entreprise_individuelle", "debut": "2015-03-01"}
    return {"activites": [{**activite, "prelevement": prelevement, "exercices": exercices}]}


@pytest.mark.parametrize("autre", [{"jour": 20}, {"periodicite": "trimestrielle"}])
def test_le_total_de_l_annee_ne_depend_pas_de_la_periodicite(autre: dict[str, Any]) -> None:
    totaux = [egide.echeancier(situation(**p), annee=2025).to_dict()["valeurs"]["total"] for p in ({}, autre)]
    assert totaux[0] == totaux[1]


@pytest.mark.parametrize("au", [date(2025, 1, 10), date(2025, 5, 27), date(2025, 7, 1)])
def test_rejouer_un_jour_n_utilise_pas_ce_qui_fut_connu_apres(au: date) -> None:
    connue = egide.echeancier(situation(), annee=2025, au=au).to_dict()["valeurs"]
    ignorant = situation()
    if au < date(2025, 5, 28):
        del ignorant["activites"][0]["exercices"][2024]
    attendue = egide.echeancier(ignorant, annee=2025, au=au).to_dict()["valeurs"]
    assert connue["montants_par_date"] == attendue["montants_par_date"]
