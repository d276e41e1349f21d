# ruff: noqa: PLR2004  (figures counted by hand)
"""The mechanisms of the law: rounding of exact halves, scales on their bounds, floats against fractions."""

from __future__ import annotations

import inspect
from calendar import monthrange
from datetime import date
from fractions import Fraction
from itertools import pairwise, product
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from egide.moteur import mecanismes
from egide.moteur.mecanismes import (
    MECANISMES,
    Bareme,
    annee_du_jour,
    arrondi_centime,
    arrondi_dixieme,
    arrondi_euro,
    arrondi_taux,
    atteint,
    au_moins,
    au_plus,
    bareme_marginal,
    mois_du_jour,
    palier_atteint,
    palier_depasse,
    partie_entiere,
    prorata,
    taux_progressif,
    tranches_atteintes,
    tranches_depassees,
    tranches_marginales,
    tranches_progressives,
    tronque_centime,
)
from egide.moteur.periode import numero

# Rates as the law writes them: some thousandths or hundred-thousandths.
TAUX = [Fraction(n, d) for n, d in product((1, 5, 13, 35, 67, 87, 175, 487, 999, 1775), (1000, 10000, 100000))]


@pytest.mark.parametrize(
    ("x", "euros"),
    [(0.5, 1), (1.5, 2), (2.5, 3), (0.49, 0), (0.4999, 0), (-0.5, 0), (-1.5, -1), (-0.51, -1), (1e12 + 0.5, 1e12 + 1)],
)
def test_rounds_one_half_up(x: float, euros: float) -> None:
    assert arrondi_euro(x) == euros
    assert arrondi_euro(Fraction(x)) == euros
    assert isinstance(arrondi_euro(x), float)
    assert isinstance(arrondi_euro(Fraction(x)), Fraction)


@pytest.mark.parametrize(
    ("x", "centimes"), [("1.005", "1.01"), ("2.675", "2.68"), ("0.0049", "0"), ("-0.005", "0"), ("1.115", "1.12")]
)
def test_rounds_to_the_cent_decimals_that_a_float_cannot_hold(x: str, centimes: str) -> None:
    assert arrondi_centime(float(x)) == float(centimes)
    assert arrondi_centime(Fraction(x)) == Fraction(centimes)


@pytest.mark.parametrize(("x", "taux"), [("0.00005", "0.0001"), ("0.04875", "0.0488"), ("0.048749", "0.0487")])
def test_rounds_a_rate(x: str, taux: str) -> None:
    assert arrondi_taux(float(x)) == float(taux)
    assert arrondi_taux(Fraction(x)) == Fraction(taux)


@pytest.mark.parametrize("arrondi", [arrondi_euro, arrondi_centime])
def test_the_product_of_a_rate_and_whole_euros_rounds_as_its_fraction(arrondi: Any) -> None:
    for taux, euros in product(TAUX, [*range(0, 2000), *range(39_000, 42_000, 7), *range(9_999_000, 10_000_000, 11)]):
        assert arrondi(float(taux) * euros) == float(arrondi(taux * euros)), (taux, euros)


@pytest.mark.parametrize(("arrondi", "pas"), [(arrondi_euro, 1), (arrondi_centime, 100), (arrondi_taux, 10000)])
def test_exact_halves_round_up_whatever_the_rate(arrondi: Any, pas: int) -> None:
    # p / q × e, p being odd, is one half where e is an odd multiple of q / 2; a rate `pas` times smaller, half a step.
    pairs = [t for t in TAUX if t.denominator % 2 == 0]
    assert len(pairs) > 5
    for taux, impair in product(pairs, range(1, 1001, 2)):
        euros = taux.denominator // 2 * impair
        exact = taux / pas * euros
        assert (exact * pas).denominator == 2
        assert arrondi(float(taux / pas) * euros) == float(arrondi(exact)), (taux, euros)
        assert arrondi(exact) - exact == Fraction(1, 2 * pas)


@given(st.sampled_from(TAUX), st.sampled_from(TAUX), st.integers(0, 10**8), st.integers(0, 10**8))
def test_sums_of_products_round_as_their_fraction(a: Fraction, b: Fraction, x: int, y: int) -> None:
    assert arrondi_euro(float(a) * x + float(b) * y) == arrondi_euro(a * x + b * y)


@given(st.sampled_from(TAUX), st.integers(0, 10**7), st.integers(1, 366))
def test_prorated_products_round_as_their_fraction(taux: Fraction, x: int, jours: int) -> None:
    assert arrondi_euro(prorata(x * float(taux), jours, 365)) == arrondi_euro(prorata(x * taux, jours, 365))


@given(st.fractions(-(10**6), 10**6, max_denominator=10**6))
def test_rounding_stays_within_one_half_and_does_not_move_again(x: Fraction) -> None:
    assert -Fraction(1, 2) < arrondi_euro(x) - x <= Fraction(1, 2)
    assert arrondi_euro(arrondi_euro(x)) == arrondi_euro(x)
    assert arrondi_centime(arrondi_centime(x)) == arrondi_centime(x)
    assert arrondi_euro(float(arrondi_euro(x))) == arrondi_euro(x)


def test_floor_ceiling_and_share() -> None:
    assert (au_moins(3, 5), au_moins(7, 5)) == (5, 7)
    assert (au_plus(3, 5), au_plus(7, 5)) == (3, 5)
    assert prorata(Fraction(100), 1, 3) == Fraction(100, 3)
    assert prorata(90.0, 91, 365) == 90 * 91 / 365


GABELLE = Bareme((0.0, 1.0, 5.0), (0.0, 0.05, 0.125))


@pytest.mark.parametrize(
    ("x", "droit"),
    [
        (0, 0),
        (100, 0),  # the threshold itself is still in the slice below
        (101, 0.05),
        (500, 20),  # 400 × 5 %
        (501, 20.125),
        (1500, 145),  # 400 × 5 % + 1000 × 12.5 %
    ],
)
def test_marginal_scale(x: float, droit: float) -> None:
    assert bareme_marginal(float(x), GABELLE, 100.0) == pytest.approx(droit, rel=1e-12)


GRACE = Bareme((Fraction(1), Fraction(3), Fraction(7)), (Fraction("0.04"), Fraction("0.02"), Fraction("0.005")))


@pytest.mark.parametrize(
    ("x", "taux"),
    [
        (-5, "0.04"),
        (0, "0.04"),
        (100, "0.04"),
        (200, "0.03"),
        (300, "0.02"),
        (500, "0.0125"),
        (700, "0.005"),
        (10**9, "0.005"),
    ],
)
def test_progressive_rate(x: int, taux: str) -> None:
    assert taux_progressif(Fraction(x), GRACE, 100) == Fraction(taux)


@st.composite
def baremes(tirer: st.DrawFn, *, depuis_zero: bool = False, croissant: bool = False) -> Bareme:
    suite = st.fractions(0, 20, max_denominator=100)
    seuils = sorted(tirer(st.sets(suite, min_size=2, max_size=6)))
    taux = tirer(st.lists(st.fractions(0, 1, max_denominator=1000), min_size=len(seuils), max_size=len(seuils)))
    if depuis_zero:
        seuils[0] = Fraction(0)
    return Bareme(tuple(seuils), tuple(sorted(taux) if croissant else taux))


BASES = st.fractions(0, 3000, max_denominator=100)


@given(baremes(depuis_zero=True), BASES)
def test_a_marginal_scale_is_the_sum_of_its_slices(bareme: Bareme, x: Fraction) -> None:
    total = Fraction(0)
    for k, (seuil, taux) in enumerate(zip(*bareme, strict=True)):
        haut = bareme.seuils[k + 1] * 100 if k + 1 < len(bareme.seuils) else x
        total += max(min(x, haut) - seuil * 100, 0) * taux
    assert bareme_marginal(x, bareme, Fraction(100)) == total


@given(baremes(depuis_zero=True), BASES, BASES)
def test_a_marginal_scale_rises_with_its_base(bareme: Bareme, x: Fraction, y: Fraction) -> None:
    bas, haut = sorted((x, y))
    ecart = bareme_marginal(haut, bareme, 100) - bareme_marginal(bas, bareme, 100)
    assert min(bareme.taux) * (haut - bas) <= ecart <= max(bareme.taux) * (haut - bas)


@given(baremes(croissant=True), BASES, BASES)
def test_a_progressive_rate_of_a_rising_scale_rises(bareme: Bareme, x: Fraction, y: Fraction) -> None:
    bas, haut = sorted((x, y))
    assert taux_progressif(bas, bareme, 100) <= taux_progressif(haut, bareme, 100)


@given(baremes(), BASES, st.fractions(0, 1, max_denominator=1000))
def test_a_progressive_rate_does_not_jump(bareme: Bareme, x: Fraction, pas: Fraction) -> None:
    points = list(zip(*bareme, strict=True))
    pente = max(abs((b[1] - a[1]) / (100 * (b[0] - a[0]))) for a, b in pairwise(points))
    ecart = taux_progressif(x + pas, bareme, 100) - taux_progressif(x, bareme, 100)
    assert abs(ecart) <= pente * pas


@given(baremes())
def test_a_progressive_rate_goes_through_its_points(bareme: Bareme) -> None:
    for seuil, taux in zip(*bareme, strict=True):
        assert taux_progressif(seuil * 100, bareme, 100) == taux


@given(baremes(depuis_zero=True), st.integers(0, 3000))
@example(Bareme((Fraction(0), Fraction(1)), (Fraction(0), Fraction(1, 20))), 100)
def test_scales_on_floats_are_close_to_exact(bareme: Bareme, x: int) -> None:
    flottant = Bareme(tuple(map(float, bareme.seuils)), tuple(map(float, bareme.taux)))
    for mecanisme in (bareme_marginal, taux_progressif):
        exact = float(mecanisme(Fraction(x), bareme, Fraction(100)))
        assert mecanisme(float(x), flottant, 100.0) == pytest.approx(exact, rel=1e-9, abs=1e-9)


def test_the_slices_of_a_marginal_scale() -> None:
    tranches = tranches_marginales(500.0, GABELLE, 100.0)
    assert [tuple(t) for t in tranches] == [
        (0, 100, 0, 0, True),
        (100, 500, 0.05, 0.05, True),
        (500, None, 0.125, 0.125, False),  # 500 does not go over 500
    ]
    assert [t.active for t in tranches_marginales(0.0, GABELLE, 100.0)] == [True, False, False]


@pytest.mark.parametrize(
    ("x", "active"), [(0, 0), (99, 0), (100, 1), (299, 1), (300, 2), (699, 2), (700, 3), (10**6, 3)]
)
def test_one_slice_of_a_progressive_scale_is_active(x: int, active: int) -> None:
    tranches = tranches_progressives(Fraction(x), GRACE, Fraction(100))
    assert [t.active for t in tranches].index(True) == active
    assert sum(t.active for t in tranches) == 1


def test_the_slices_of_a_progressive_scale() -> None:
    tranches = tranches_progressives(Fraction(0), GRACE, Fraction(100))
    assert [(t.de, t.a) for t in tranches] == [(0, 100), (100, 300), (300, 700), (700, None)]
    assert [float(t.taux_de) for t in tranches] == [0.04, 0.04, 0.02, 0.005]
    assert [float(t.taux_a) for t in tranches] == [0.04, 0.02, 0.005, 0.005]


def test_every_mechanism_says_how_it_is_written() -> None:
    fonctions = {
        f for _, f in inspect.getmembers(mecanismes, inspect.isfunction) if f.__module__ == mecanismes.__name__
    }
    assert set(MECANISMES) == {f for f in fonctions if not f.__name__.startswith(("_", "tranches"))}


@given(st.dates(date(1880, 1, 1), date(2120, 12, 31)))
@example(date(1999, 12, 31))
@example(date(2000, 1, 1))
@example(date(1900, 2, 28))
@example(date(1900, 3, 1))
def test_the_year_and_the_month_of_a_day(jour: date) -> None:
    assert annee_du_jour(float(numero(jour))) == jour.year
    assert annee_du_jour(Fraction(numero(jour))) == jour.year
    assert mois_du_jour(float(numero(jour))) == jour.month
    assert mois_du_jour(Fraction(numero(jour))) == jour.month


@pytest.mark.parametrize("x", [0, 3, -2])
def test_a_whole_number_rounds_to_itself_and_keeps_exact_computations_exact(x: int) -> None:
    for arrondi in (arrondi_euro, arrondi_centime, arrondi_taux):
        assert arrondi(x) == x
        assert isinstance(arrondi(x) * Fraction(1, 3), Fraction)


JOURS = st.dates(date(1900, 3, 1), date(2400, 12, 31))


@given(JOURS)
@example(date(2024, 2, 29))
def test_a_day_of_the_calendar_is_numbered(jour: date) -> None:
    assert mecanismes.jour_du_calendrier(jour.year, jour.month, jour.day) == numero(jour)
    assert mecanismes.jour_du_calendrier(jour.year - 1, jour.month + 12, jour.day) == numero(jour)
    assert mecanismes.jour_du_calendrier(float(jour.year + 2), jour.month - 24.0, float(jour.day)) == numero(jour)
    assert mecanismes.dernier_jour_de_l_annee(jour.year) == numero(date(jour.year, 12, 31))


@given(JOURS, st.integers(0, 60))
@example(date(2024, 2, 29), 12)
@example(date(2023, 10, 31), 4)
def test_some_months_later_is_the_same_day_of_the_month_or_its_last(jour: date, mois: int) -> None:
    rang = jour.year * 12 + jour.month - 1 + mois
    candidats = [
        date(rang // 12, rang % 12 + 1, quantieme)
        for quantieme in range(1, jour.day + 1)
        if quantieme <= monthrange(rang // 12, rang % 12 + 1)[1]
    ]
    assert mecanismes.jour_apres_mois(float(numero(jour)), mois) == numero(candidats[-1])


@given(JOURS)
def test_the_next_quarter_begins_on_the_first_day_of_one_of_four_months(jour: date) -> None:
    suivants = [date(annee, mois, 1) for annee in (jour.year, jour.year + 1) for mois in (1, 4, 7, 10)]
    assert mecanismes.trimestre_suivant(float(numero(jour))) == numero(next(s for s in suivants if s > jour))


PALIERS = Bareme((Fraction(0), Fraction(7, 5), Fraction(5, 2)), (Fraction(1), Fraction(2), Fraction(3)))
EN_FLOTTANTS = Bareme(tuple(map(float, PALIERS.seuils)), tuple(map(float, PALIERS.taux)))


@pytest.mark.parametrize("unite", [1, 48060, 47100])
@pytest.mark.parametrize("ecart", [-1, 0, 1])
@pytest.mark.parametrize("rang", [1, 2])
def test_a_step_is_reached_at_its_threshold_and_passed_above_it(unite: int, ecart: int, rang: int) -> None:
    seuil = arrondi_euro(PALIERS.seuils[rang] * unite)
    x = seuil + ecart
    atteint, depasse = rang + (x >= PALIERS.seuils[rang] * unite), rang + (x > seuil)
    if unite > 1:
        assert palier_atteint(x, PALIERS, unite) == palier_atteint(float(x), EN_FLOTTANTS, unite) == atteint
        assert palier_depasse(x, PALIERS, unite) == palier_depasse(float(x), EN_FLOTTANTS, unite) == depasse


def test_a_threshold_is_met_by_a_mean_that_floats_make_smaller() -> None:
    moyenne = (0.1 + 0.7) / 8
    assert moyenne < 0.1
    assert atteint(moyenne, 0.1)
    assert not atteint(0.0999, 0.1)
    assert atteint(Fraction(1, 10), Fraction(1, 10))
    assert not atteint(Fraction(1, 10) - Fraction(1, 10**9), Fraction(1, 10))


def test_a_threshold_that_floats_miss_is_still_met() -> None:
    assert 0.1 + 0.2 != 0.3
    bareme = Bareme((0.0, 0.1 + 0.2), (1.0, 2.0))
    assert palier_atteint(0.3, bareme, 1) == 2
    assert palier_depasse(0.3 * 1e6, bareme, 1e6) == 1


@pytest.mark.parametrize(("x", "active"), [(0, 0), (13, 0), (14, 1), (25, 2)])
def test_steps_are_shown_with_the_one_that_counts(x: int, active: int) -> None:
    marches = tranches_atteintes(x, PALIERS, 10)
    assert [m.active for m in marches] == [k == active for k in range(3)]
    assert [(m.de, m.a, m.taux_de) for m in marches] == [(0, 14, 1), (14, 25, 2), (25, None, 3)]
    assert [m.active for m in tranches_depassees(x, PALIERS, 10)].index(True) == active - (x in (14, 25))


@pytest.mark.parametrize(("x", "entier"), [("3", 3), ("2.99", 2), ("-0.5", -1), ("5071.5", 5071)])
def test_a_whole_part_and_what_is_truncated(x: str, entier: int) -> None:
    assert partie_entiere(float(x)) == partie_entiere(Fraction(x)) == entier
    assert partie_entiere(5071.5 / (150 * 11.27)) == 3
    assert tronque_centime(40.546) == 40.54
    assert tronque_centime(Fraction("40.546")) == Fraction("40.54")
    assert arrondi_dixieme(75.949) == 75.9
