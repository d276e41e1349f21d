# ruff: noqa: PLR2004  (figures counted by hand)
"""Periods: how a year is cut, and days as numbers."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egide.moteur.periode import Granularite, Periode, jour, lire_jour, numero

ANNEES = st.integers(1900, 2100)
JOURS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@given(JOURS)
def test_a_day_and_its_number_are_one(j: date) -> None:
    assert jour(numero(j)) == j
    assert jour(float(numero(j))) == j


def test_days_are_counted_from_1970() -> None:
    assert numero(date(1970, 1, 1)) == 0
    assert numero(date(1971, 1, 1)) == 365
    assert numero(date(1969, 12, 31)) == -1


def test_reads_a_day() -> None:
    assert lire_jour("2024-02-29") == date(2024, 2, 29)
    assert lire_jour(date(2024, 2, 29)) == date(2024, 2, 29)


@pytest.mark.parametrize("texte", ["2023-02-29", "29/02/2024", "", "demain"])
def test_refuses_what_is_no_day(texte: str) -> None:
    with pytest.raises(ValueError, match="date illisible") as erreur:
        lire_jour(texte)
    assert repr(texte) in str(erreur.value)


def test_a_year() -> None:
    annee = Periode.de_l_annee(2024)
    assert (annee.debut, annee.fin, annee.annee, annee.jours) == (date(2024, 1, 1), date(2024, 12, 31), 2024, 366)
    assert annee.annees_avant(0) is annee
    assert annee.annees_avant(2) == Periode.de_l_annee(2022)


def test_an_earlier_year_is_a_whole_one() -> None:
    assert Periode(date(2024, 4, 1), date(2024, 6, 30)).annees_avant(1) == Periode.de_l_annee(2023)


@pytest.mark.parametrize(
    ("granularite", "nombre", "debut_du_second"),
    [("mois", 12, date(2024, 2, 1)), ("trimestre", 4, date(2024, 4, 1))],
)
def test_cuts_a_year(granularite: Granularite, nombre: int, debut_du_second: date) -> None:
    parts = Periode.de_l_annee(2024).decoupee(granularite)
    assert len(parts) == nombre
    assert parts[1].debut == debut_du_second


@given(ANNEES, st.sampled_from(["annee", "trimestre", "mois", "jour"]))
def test_parts_follow_each_other_and_fill_the_year(annee: int, granularite: Granularite) -> None:
    entiere = Periode.de_l_annee(annee)
    parts = entiere.decoupee(granularite)
    assert parts[0].debut == entiere.debut
    assert parts[-1].fin == entiere.fin
    assert all(numero(b.debut) == numero(a.fin) + 1 for a, b in itertools.pairwise(parts))
    assert sum(p.jours for p in parts) == entiere.jours


def test_a_quarter_is_three_months() -> None:
    trimestre = Periode(date(2024, 4, 1), date(2024, 6, 30))
    assert [p.debut.month for p in trimestre.decoupee("mois")] == [4, 5, 6]
    assert trimestre.decoupee("trimestre") == (trimestre,)


@given(JOURS, st.sampled_from(["annee", "trimestre", "mois"]))
def test_the_part_that_holds_a_day(j: date, granularite: Granularite) -> None:
    grande = Periode(j, j).englobante(granularite)
    assert grande.debut <= j <= grande.fin
    assert grande in Periode.de_l_annee(j.year).decoupee(granularite)


def test_cuts_at_the_days_of_change_that_fall_inside() -> None:
    annee = Periode.de_l_annee(2021)
    coupures = [
        date(2021, 10, 1),
        date(2021, 7, 1),
        date(2021, 7, 1),
        date(2021, 1, 1),
        date(2022, 1, 1),
        date(2020, 5, 1),
    ]
    assert annee.segments(coupures) == (
        Periode(date(2021, 1, 1), date(2021, 6, 30)),
        Periode(date(2021, 7, 1), date(2021, 9, 30)),
        Periode(date(2021, 10, 1), date(2021, 12, 31)),
    )
    assert annee.segments([]) == (annee,)


def test_a_change_on_the_last_day_makes_a_segment_of_one_day() -> None:
    parts = Periode.de_l_annee(2021).segments([date(2021, 12, 31)])
    assert [p.jours for p in parts] == [364, 1]


@given(ANNEES, st.lists(JOURS, max_size=8))
def test_segments_lose_no_day(annee: int, coupures: list[date]) -> None:
    entiere = Periode.de_l_annee(annee)
    parts = entiere.segments(coupures)
    assert sum(p.jours for p in parts) == entiere.jours
    assert {p.debut for p in parts} == {entiere.debut, *(c for c in coupures if c.year == annee)}


@pytest.mark.parametrize(
    ("periode", "ecrite"),
    [
        (Periode.de_l_annee(2024), "2024"),
        (Periode(date(2024, 2, 29), date(2024, 2, 29)), "2024-02-29"),
        (Periode(date(2024, 2, 1), date(2024, 2, 29)), "2024-02"),
    ],
)
def test_is_written(periode: Periode, ecrite: str) -> None:
    assert str(periode) == ecrite
