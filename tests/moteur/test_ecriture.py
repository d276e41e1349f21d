"""Numbers as a French reader writes them. Thin spaces and the true minus sign are written as escapes."""

from __future__ import annotations

from datetime import date
from enum import IntEnum
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pays.lois.axes import Force, Ordre

from egide.moteur.ecriture import ecrire
from egide.moteur.mecanismes import Bareme
from egide.moteur.periode import JOUR_MAX, numero


@pytest.mark.parametrize(
    ("valeur", "unite", "ecrit"),
    [
        (31080.0, "€/an", "31\u202f080\u202f€"),
        (1234567, "€", "1\u202f234\u202f567\u202f€"),
        (0, "€", "0\u202f€"),
        (2.5, "€", "2,50\u202f€"),
        (1234.56, "€/an", "1\u202f234,56\u202f€"),
        (1.999, "€", "2\u202f€"),
        (11.88, "€/h", "11,88\u202f€/h"),
        (-1234.5, "€", "\u22121\u202f234,50\u202f€"),
        (Fraction(5, 2), "€", "2,50\u202f€"),
        (0.0487, "fraction", "4,87\u202f%"),
        (0.1, "fraction", "10\u202f%"),
        (0.000123, "fraction", "0,0123\u202f%"),
        (Fraction(1, 8), "fraction", "12,5\u202f%"),
        (1, "oui/non", "oui"),
        (0.0, "oui/non", "non"),
        (False, "oui/non", "non"),
        (numero(date(2024, 2, 29)), "date", "2024-02-29"),
        (float(numero(JOUR_MAX)), "date", "jamais"),
        (90, "jours", "90 jours"),
        (0.4, "× plafond", "0,4 × plafond"),
        (1234.5, None, "1\u202f234,5"),
        (1234.5, "", "1\u202f234,5"),
        (1 / 3, None, "0,333333"),
        (100, None, "100"),
        (Ordre.SAUNIER, "", "saunier"),
        (None, "€", "inconnu"),
        (Bareme((0, 1), (0, 1)), "fraction", "barème"),
    ],
)
def test_is_written(valeur: Any, unite: str | None, ecrit: str) -> None:
    assert ecrire(valeur, unite) == ecrit


@pytest.mark.parametrize(("enumeration", "numero_", "ecrit"), [(Force, 2.0, "eau"), (Ordre, 3, "tisserand")])
def test_a_member_is_written_by_its_name(enumeration: type[IntEnum], numero_: float, ecrit: str) -> None:
    assert ecrire(numero_, None, enumeration) == ecrit


@pytest.mark.parametrize("unite", ["€", "€/an", "fraction", "jours", None])
@pytest.mark.parametrize("presque_zero", [-0.0, -1e-12, -1e-7])
def test_nothing_has_no_sign(unite: str | None, presque_zero: float) -> None:
    assert "\u2212" not in ecrire(presque_zero, unite)


@given(st.integers(-(10**12), 10**12), st.sampled_from(["€", None, "jours"]))
def test_whole_numbers_lose_no_digit(valeur: int, unite: str | None) -> None:
    ecrit = ecrire(float(valeur), unite)
    chiffres = "".join(c for c in ecrit.replace("\u2212", "-") if c.isdigit() or c == "-")
    assert int(chiffres) == valeur
