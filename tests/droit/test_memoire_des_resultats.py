"""The memory of results is taken again once they are dropped, and never before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from egide.population import memoire


@pytest.fixture(autouse=True)
def reserve_vide() -> Iterator[None]:
    memoire.vider()
    yield
    memoire.vider()


def _adresse(tableau: Any) -> int:
    return int(tableau.__array_interface__["data"][0])


def test_ce_qui_est_rendu_est_repris() -> None:
    premier = memoire.tableau(3, 1000)
    adresse = _adresse(premier)
    del premier
    assert _adresse(memoire.tableau(2, 900)) == adresse


def test_une_seule_rangee_gardee_garde_tout() -> None:
    premier = memoire.tableau(3, 1000)
    adresse, rangee = _adresse(premier), premier[1][10:20]
    rangee[:] = 7.0
    del premier
    second = memoire.tableau(3, 1000)
    second[:] = 0.0
    assert _adresse(second) != adresse
    np.testing.assert_array_equal(rangee, 7.0)


def test_un_grand_bloc_ne_sert_pas_a_peu() -> None:
    premier = memoire.tableau(3, 1000)
    adresse = _adresse(premier)
    del premier
    petit = memoire.tableau(1, 1000)
    assert _adresse(petit) != adresse


def test_la_reserve_est_bornee(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memoire, "OCTETS_GARDES", 8_000)
    vieux, recent = memoire.tableau(1, 1000), memoire.tableau(1, 1000)
    adresse = _adresse(recent)
    del vieux
    del recent
    assert [_adresse(b) for b in memoire._reserve] == [adresse]


def test_un_tableau_se_lit_et_s_ecrit() -> None:
    tableau = memoire.tableau(2, 3)
    tableau[:] = [[1, 2, 3], [4, 5, 6]]
    assert tableau.shape == (2, 3)
    assert tableau.dtype == np.float64
    assert tableau.flags.writeable
    assert tableau.tolist() == [[1, 2, 3], [4, 5, 6]]
