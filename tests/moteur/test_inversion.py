"""Finding where an artificial function is worth what is wanted: lines, staircases, plateaus, ups and downs."""

from __future__ import annotations

from collections.abc import Callable
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egide.moteur.erreurs import SansSolution
from egide.moteur.inversion import PAS, Solution, inverser, premier_centime

MAXIMUM = 100_000.0


def chercher(calcul: Callable[[float], float], voulue: float, maximum: float = MAXIMUM) -> list[Solution]:
    return inverser(calcul, voulue, minimum=0.0, maximum=maximum)


def marches(x: float) -> float:
    """Rise by one every cent but for every tenth euro, where it rises by two thousand."""
    return round(x * 100) + 2_000 * floor(x / 10)


@pytest.mark.parametrize("voulue", [1.0, 0.01, 33_333.33, 99_999.99])
def test_une_droite_est_atteinte_au_centime(voulue: float) -> None:
    assert chercher(lambda x: x, voulue) == [Solution(voulue, voulue, voulue)]


def test_une_droite_qui_descend() -> None:
    assert chercher(lambda x: -x, -33.33) == [Solution(33.33, 33.33, -33.33)]


def test_une_valeur_atteinte_en_montant_et_en_descendant_a_deux_reponses() -> None:
    assert [(s.de, s.a) for s in chercher(lambda x: abs(x - 50), 10, 100.0)] == [(40, 40), (60, 60)]


def test_les_bornes_de_la_plage_comptent() -> None:
    assert chercher(lambda x: x, 0.0)[0].de == 0
    assert chercher(lambda x: x, MAXIMUM) == [Solution(MAXIMUM, MAXIMUM, MAXIMUM)]


def test_une_constante_est_atteinte_partout() -> None:
    assert chercher(lambda _: 5.0, 5.0) == [Solution(0.0, MAXIMUM, 5.0)]


def test_un_palier_entre_deux_points_releves_a_ses_deux_bornes() -> None:
    """From 30,00 € to 30,99 € the whole euros are 30: too short for the survey to fall in it."""
    assert chercher(lambda x: float(floor(x)), 90_030.0) == [Solution(90_030.0, 90_030.99, 90_030.0)]


def test_un_palier_qui_finit_avec_la_plage() -> None:
    assert chercher(lambda x: min(floor(x), 50) * 1.0, 50.0, 50.5)[-1].a == pytest.approx(50.5)


@pytest.mark.parametrize("sens", [1, -1], ids=["en montant", "en descendant"])
@pytest.mark.parametrize(("pas", "debut"), [(1_000, 3_000), (20_000, 60_000)])
def test_un_long_palier_a_ses_deux_bornes(pas: int, debut: int, sens: int) -> None:
    voulue = float(sens * debut)
    attendue = Solution(float(debut), debut + pas - PAS, voulue)
    assert chercher(lambda x: float(sens * pas * floor(x / pas)), voulue) == [attendue]


@given(centimes=st.integers(1, 10**6), longueur=st.integers(1, 10**6))
def test_un_palier_quelconque_est_trouve_entier(centimes: int, longueur: int) -> None:
    """One plateau on a rising line: it begins and ends at its own cents, wherever the survey falls."""
    debut, fin = centimes / 100, (centimes + longueur) / 100

    def palier(x: float) -> float:
        return min(x, debut) + max(x - fin, 0.0)

    assert chercher(palier, debut) == [Solution(debut, fin, debut)]


def test_un_sommet_entre_deux_points_releves_echappe() -> None:
    """It is written in the docstring: 30,50 € falls between two points of the survey."""
    sommet = 90_030.5
    with pytest.raises(SansSolution, match=r"entre les deux|d'un saut"):
        chercher(lambda x: -abs(x - sommet), 0.0)


def test_ce_qui_ne_depend_pas_du_fait_est_dit() -> None:
    with pytest.raises(SansSolution, match=r"vaut toujours 5\.00, il n'en dépend pas"):
        chercher(lambda _: 5.0, 6.0)


def test_une_marche_qui_saute_la_valeur_donne_le_premier_centime_d_apres() -> None:
    (solution,) = chercher(lambda x: 3.0 * floor(x), 100.0)
    assert solution == Solution(34.0, 34.0, 102.0)


def test_un_saut_plus_haut_que_la_tolerance_n_est_pas_une_reponse() -> None:
    calcul = lambda x: 100.0 if x >= 30 else 0.0  # noqa: E731, PLR2004
    with pytest.raises(SansSolution, match=r"entre 0 et 100000 ne donne 50\.00 : le résultat y va de 0\.00 à 100\.00"):
        chercher(calcul, 50.0)
    assert inverser(calcul, 50.0, minimum=0.0, maximum=MAXIMUM, tolerance=50.0) == [Solution(30.0, 30.0, 100.0)]


@pytest.mark.parametrize("voulue", [-0.01, 100_000.01])
def test_hors_de_ce_que_la_fonction_atteint_il_n_y_a_pas_de_reponse(voulue: float) -> None:
    with pytest.raises(SansSolution, match=r"le résultat y va de 0\.00 à 100000\.00"):
        chercher(lambda x: x, voulue)


@given(centimes=st.integers(1, 9_999_999))
def test_la_valeur_est_atteinte_a_la_reponse_et_pas_un_centime_avant(centimes: int) -> None:
    voulue = marches(centimes / 100)
    (solution,) = chercher(marches, voulue)
    assert solution.de == centimes / 100
    assert marches(solution.de) == voulue
    assert marches(round(solution.de - PAS, 2)) < voulue


@given(centimes=st.integers(1, 10**9), bas=st.integers(0, 10**6))
def test_le_premier_centime_ou_une_condition_devient_vraie(centimes: int, bas: int) -> None:
    seuil, haut = (bas + centimes) / 100, (bas + centimes + 12_345) / 100
    assert premier_centime(lambda c: c >= seuil - PAS / 2, bas / 100, haut) == seuil


def test_la_condition_est_vraie_au_centime_rendu() -> None:
    limite = 0.35
    assert premier_centime(lambda c: c > limite, 0.0, 1.0) > limite
