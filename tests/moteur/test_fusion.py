# ruff: noqa: PLR2004  (figures counted by hand)
"""Kernels that differ by figures only, merged into one."""

from __future__ import annotations

import sys

import numpy as np
from pays import MEUNIER_NORD, MEUNIER_SUD, an, brume
from pays.fabrique import declarer, parametre, petite_loi

from egide.moteur.compilation import Colonne, Noyau, compiler, fusionner
from egide.moteur.faits import Cle


def vides(noyau: Noyau, rangees: int) -> list[Colonne]:
    return [np.full(rangees, np.nan) for _ in noyau.sorties]


def test_kernels_that_differ_by_figures_only_are_merged() -> None:
    base: dict[int, Cle] = {annee: ("base", None, annee) for annee in (2020, 2021)}
    noyaux = [
        compiler(brume().plan(("gabelle", "boisseau_de_l_an"), c, an(2021), donnes=[base[2021]]), {}, [base[2021]])
        for c in (MEUNIER_NORD, MEUNIER_SUD)
    ]
    fusionne = fusionner(dict(enumerate(noyaux)), 3)
    assert fusionne is not None
    assert fusionne.tables == ()  # the same law in 2021
    assert fusionne.constantes == {"boisseau_de_l_an": 100}


def test_kernels_of_different_columns_are_not_merged() -> None:
    noyaux = []
    for annee in (2020, 2021):
        base: Cle = ("base", None, annee)
        noyaux.append(compiler(brume().plan(("gabelle",), MEUNIER_NORD, an(annee), donnes=[base]), {}, [base]))
    assert noyaux[0].source == noyaux[1].source
    assert fusionner(dict(enumerate(noyaux)), 3) is None


def test_kernels_of_different_rules_are_not_merged() -> None:
    base: Cle = ("base", None, 2022)
    noyaux = [
        compiler(brume().plan(("gabelle",), c, an(2022), donnes=[base]), {}, [base])
        for c in (MEUNIER_NORD, MEUNIER_SUD)
    ]
    assert fusionner(dict(enumerate(noyaux)), 3) is None


def fusion_de_deux_ans(*cibles: str) -> tuple[Noyau, list[Noyau]]:
    def droit(poids: float, prix: float) -> float:
        """Droit."""
        return poids * prix

    def minimum(prix: float, plancher: float) -> float:
        """Minimum."""
        return prix if prix > plancher else plancher

    def double(prix: float) -> float:
        """Double."""
        return prix * 2

    for fonction in (droit, minimum, double):
        fonction.__module__ = "pays.fabrique"
        setattr(sys.modules["pays.fabrique"], fonction.__name__, fonction)
    from egide.moteur.faits import Fait, Genre

    loi = petite_loi(
        declarer(droit),
        declarer(minimum),
        declarer(double),
        parametres={
            "prix": parametre(("2020-01-01", "2"), ("2021-01-01", "3")),
            "plancher": parametre(("2020-01-01", "10")),
        },
        faits=[Fait("poids", Genre.NOMBRE, "Poids")],
    )
    poids: Cle = ("poids", None, None)
    noyaux = [compiler(loi.plan(cibles, {}, an(annee), donnes=[poids]), {}, [poids]) for annee in (2020, 2021)]
    fusionne = fusionner(dict(enumerate(noyaux)), 3)
    assert fusionne is not None
    return fusionne, noyaux


def executer_fusion(fusionne: Noyau, poids: list[float], numeros: list[int]) -> dict[str, list[float]]:
    colonnes: dict[Cle, Colonne] = {("poids", None, None): np.array(poids)}
    resultats = vides(fusionne, len(poids))
    fusionne.executer(colonnes, resultats, np.array(numeros, dtype=np.uint32))
    return dict(zip(fusionne.sorties, (r.tolist() for r in resultats), strict=True))


def test_figures_that_differ_are_read_by_number() -> None:
    fusionne, _ = fusion_de_deux_ans("droit", "double")
    assert sorted(table[:2].tolist() for table in fusionne.tables) == [[2, 3], [4, 6]]
    assert executer_fusion(fusionne, [1, 1, 10], [0, 1, 1]) == {"droit": [2, 3, 30], "double": [4, 6, 6]}


def test_a_row_of_no_kernel_reads_no_figure() -> None:
    fusionne, _ = fusion_de_deux_ans("droit")
    assert [len(table) for table in fusionne.tables] == [3]
    resultats = executer_fusion(fusionne, [1, 1, 10], [0, 2, 1])["droit"]
    assert resultats[::2] == [2, 30]
    assert np.isnan(resultats[1])


def test_a_constant_that_is_the_same_for_all_stays_one_after_a_merger() -> None:
    fusionne, noyaux = fusion_de_deux_ans("droit", "minimum")
    assert [n.constantes for n in noyaux] == [{"minimum": 10}, {"minimum": 10}]
    resultats = executer_fusion(fusionne, [1, 1], [0, 1])
    assert resultats["droit"] == [2, 3]
    assert fusionne.constantes.get("minimum", 10) == 10
    assert resultats.get("minimum", [10, 10]) == [10, 10]
