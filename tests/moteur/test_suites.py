# ruff: noqa: PLR2004  (figures counted by hand)
"""Sequences by civil year: their mechanisms, and a pension of Brume that uses them, on floats and on fractions."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from pays.fabrique import declarer, petite_loi

from egide.moteur.ecriture import ecrire
from egide.moteur.evaluation import evaluer
from egide.moteur.explication import expliquer
from egide.moteur.faits import Fait, Genre
from egide.moteur.mecanismes import JAMAIS, Bareme
from egide.moteur.periode import Periode, numero
from egide.moteur.suites import (
    Suite,
    annee_et_mois,
    chaque_annee,
    entier_superieur,
    mois_pleins_ou_entames,
    mois_revolus,
    moyenne_des_plus_grands,
    premier_du_mois_atteint,
    somme_des_annees,
    trimestre_du_cumul,
    valeur_de_l_annee,
)


def jour(annee: int, mois: int, quantieme: int) -> int:
    return numero(date(annee, mois, quantieme))


def double(x: Any, y: Any) -> Any:
    return 2 * x + y


def test_ce_qui_n_est_pas_une_suite_vaut_pour_chaque_annee() -> None:
    assert chaque_annee(double, Suite((1, 2, 3)), 10) == (12, 14, 16)
    assert chaque_annee(double, Suite((1, 2)), Suite((10, 20))) == (12, 24)


def test_deux_suites_de_longueurs_differentes_ne_se_lisent_pas_ensemble() -> None:
    with pytest.raises(ValueError, match="longueurs"):
        chaque_annee(double, Suite((1, 2)), Suite((1,)))


@pytest.mark.parametrize(("nombre", "attendu"), [(1, 9), (2, 7), (3, 5), (25, 5)])
def test_la_moyenne_ne_retient_que_ce_qui_depasse_zero(nombre: int, attendu: int) -> None:
    assert moyenne_des_plus_grands(Suite((1, 0, 9, 5, 0)), nombre) == attendu


def test_la_moyenne_d_aucune_annee_est_nulle() -> None:
    assert moyenne_des_plus_grands(Suite((0, 0)), 25) == 0
    assert somme_des_annees(Suite(())) == 0


@pytest.mark.parametrize(("annee", "attendu"), [(1999, 0), (2000, 5), (2001, 7), (2050, 7)])
def test_une_table_par_annee_ne_donne_rien_avant_sa_premiere(annee: int, attendu: int) -> None:
    assert valeur_de_l_annee(annee, Bareme((2000, 2001), (5, 7))) == attendu


@pytest.mark.parametrize(
    ("duree", "annee", "trimestre"), [(1, 2000, 1), (4, 2000, 4), (5, 2001, 1), (6, 2001, 2), (7, 2003, 1)]
)
def test_le_trimestre_ou_une_duree_est_atteinte(duree: int, annee: int, trimestre: int) -> None:
    annees, trimestres = Suite((2000, 2001, 2002, 2003)), Suite((4, 2, 0, 1))
    assert trimestre_du_cumul(annees, trimestres, duree) == annee * 4 + trimestre - 1


def test_une_duree_jamais_atteinte_est_au_loin() -> None:
    assert trimestre_du_cumul(Suite((2000,)), Suite((4,)), 5) == JAMAIS


def test_les_mois_entre_deux_jours() -> None:
    # The circular's own example: born on 8 November 1961, 67 in November 2028, pension on 1 April 2024.
    assert mois_pleins_ou_entames(jour(2024, 4, 1), jour(2028, 11, 8)) == 56
    assert mois_pleins_ou_entames(jour(2024, 4, 1), jour(2024, 5, 1)) == 1
    assert mois_pleins_ou_entames(jour(2024, 4, 1), jour(2024, 3, 1)) == 0
    assert mois_revolus(jour(2024, 4, 8), jour(2024, 6, 7)) == 1
    assert mois_revolus(jour(2024, 4, 8), jour(2024, 6, 8)) == 2


def test_le_premier_d_un_mois() -> None:
    assert premier_du_mois_atteint(jour(2026, 9, 1)) == jour(2026, 9, 1)
    assert premier_du_mois_atteint(jour(2026, 12, 2)) == jour(2027, 1, 1)
    assert annee_et_mois(jour(1963, 5, 31)) == 196305


@pytest.mark.parametrize(("x", "attendu"), [(18.66, 19), (18.0, 18), (Fraction(56, 3), 19), (Fraction(18), 18)])
def test_l_entier_superieur(x: Any, attendu: int) -> None:
    assert entier_superieur(x) == attendu


def moulins_de_l_annee(farine: Any, par_moulin: Any) -> Any:
    """Moulins d'une année."""
    return farine / par_moulin


def moulins(farines: Any, par_moulin: Any) -> Any:
    """Moulins de chaque année."""
    return chaque_annee(moulins_de_l_annee, farines, par_moulin)


def rente(moulins: Any, annees_retenues: Any) -> Any:
    """Rente du meunier."""
    return moyenne_des_plus_grands(moulins, annees_retenues)


@pytest.mark.parametrize("exact", [False, True], ids=["flottant", "exact"])
def test_une_rente_de_brume_se_calcule_et_s_explique(exact: bool) -> None:
    faits = [
        Fait("farines", Genre.SUITE, "farine de chaque année"),
        Fait("par_moulin", Genre.NOMBRE, "farine par moulin"),
        Fait("annees_retenues", Genre.NOMBRE, "années retenues"),
    ]
    loi = petite_loi(declarer(moulins), declarer(rente), faits=faits)
    donnees: Any = {
        ("farines", None, None): Suite((1.0, 4.0, 2.0)),
        ("par_moulin", None, None): 3.0,
        ("annees_retenues", None, None): 2.0,
    }
    evaluation = evaluer(loi.plan(("rente",), {}, Periode.de_l_annee(2024), donnes=donnees), donnees, exact=exact)
    assert evaluation["rente"] == pytest.approx(1.0)
    assert not exact or evaluation["rente"] == Fraction(1)
    etape = expliquer(evaluation, "rente")
    assert etape.lignes[-1].formule == "moyenne des annees_retenues plus grands de (moulins)"


def test_une_suite_s_ecrit_par_ses_bornes() -> None:
    assert ecrire(Suite((1.0, 4.0)), "trimestres") == "2 années, de 1 trimestres à 4 trimestres"
    assert ecrire(Suite(()), None) == "aucune année"
