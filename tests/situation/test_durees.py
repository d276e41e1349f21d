"""The days of several activities together, on day numbers."""

from __future__ import annotations

from itertools import product

import pytest

from egide.moteur.faits import Cle, Nombre
from egide.moteur.mecanismes import DE_LONGUE_DATE, JAMAIS
from egide.situation.durees import premiers_jours_comptes

Dates = tuple[float | None, float | None]


def compter(*dates: Dates) -> dict[int, float]:
    donnees: dict[Cle, Nombre] = {
        (nom, rang, None): jour
        for rang, activite in enumerate(dates)
        for nom, jour in zip(("debut", "fin"), activite, strict=True)
        if jour is not None
    }
    return premiers_jours_comptes(donnees, len(dates))


@pytest.mark.parametrize(
    ("dates", "attendu"),
    [
        ([(100, 200)], {}),
        ([(None, None)], {}),
        ([(100, 200), (201, 300)], {}),
        ([(100, 200), (200, 300)], {1: 201}),
        ([(150, 300), (100, 200)], {0: 201}),
        ([(100, 200), (120, 200)], {1: JAMAIS}),
        ([(100, None), (120, 200)], {1: JAMAIS}),
        ([(100, 300), (120, 150), (200, 400)], {1: JAMAIS, 2: 301}),
        # 1 January 1970 is day 0, and a day as any other.
        ([(-5, 3), (0, 8)], {1: 4}),
        # Without any date, an activity lasts all the year; beyond it no day counts.
        ([(None, None), (None, None)], {}),
        ([(None, None), (100, None)], {1: JAMAIS}),
        ([(None, 200), (None, 100)], {1: JAMAIS}),
    ],
)
def test_the_first_day_of_an_activity_that_counts(dates: list[Dates], attendu: dict[int, float]) -> None:
    assert compter(*dates) == attendu


def test_every_day_counts_once_whatever_the_activities() -> None:
    intervalles = [(debut, fin) for debut in (None, 0, 2, 5) for fin in (None, 1, 4, 6) if (fin or 9) >= (debut or 0)]
    for dates in product(intervalles, repeat=3):
        comptes = compter(*dates)
        vus = [
            jour
            for rang, (debut, fin) in enumerate(dates)
            for jour in range(10)
            if comptes.get(rang, DE_LONGUE_DATE if debut is None else debut) <= jour <= (JAMAIS if fin is None else fin)
        ]
        un_au_moins = {
            jour for debut, fin in dates for jour in range(10) if (debut or 0) <= jour <= (9 if fin is None else fin)
        }
        assert set(vus) == un_au_moins
        if (None, None) not in dates:
            assert len(vus) == len(un_au_moins)
