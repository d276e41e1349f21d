# ruff: noqa: PLR2004  (figures counted by hand)
"""Axes that depend on others: one plan in which each row chooses gives what the categories give one after the other."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from pays import an, brume
from pays.lois.axes import Force, Ordre, RiveDuFleuve
from pays.lois.guildes import Guilde, Table

from egide.moteur.choix import Branche, choisir, ecrire_choix
from egide.moteur.compilation import Colonne, compiler
from egide.moteur.erreurs import FaitsManquants, LoiInvalide
from egide.moteur.evaluation import evaluer
from egide.moteur.faits import Cle, Donnees
from egide.moteur.periode import numero
from egide.moteur.plan import Genre, Plan
from egide.moteur.regle import Categorie, nom_d_axe

CIBLES = ("ecot", "depense", "table", "guilde", "ecot_de_guilde", "plus_grosse_part", "rive_du_fleuve", "gabelle")
AXES = (Ordre, RiveDuFleuve, Guilde, Table)
RANGEES = 400
annees = pytest.mark.parametrize("annee", [2021, 2022])


def tirer(annee: int) -> dict[Cle, Colonne]:
    """Draw persons of two mills over every category."""
    hasard = np.random.default_rng(annee)
    lues: dict[Cle, Any] = {
        ("habite_au_sud", None, None): hasard.integers(0, 2, RANGEES),
        ("noble", None, None): hasard.integers(0, 2, RANGEES),
        ("enfants", None, None): hasard.integers(0, 6, RANGEES),
        ("base", None, annee): hasard.integers(0, 2_000, RANGEES),
    }
    for rang in (0, 1):
        lues["force", rang, None] = hasard.integers(1, 4 + 1, RANGEES)
        lues["benefice", rang, annee] = hasard.integers(-500, 2_000, RANGEES)
    return {cle: colonne.astype(float) for cle, colonne in lues.items()}


def plan(annee: int, lues: dict[Cle, Colonne]) -> Plan:
    return brume().plan(CIBLES, {}, an(annee), donnes=lues.keys(), activites=2, lus=AXES)


def par_etages(annee: int, donnees: Donnees) -> tuple[Categorie, dict[str, float]]:
    """Place a person on the axes level by level, then compute by their category; NaN where a target does not apply."""
    categorie: dict[Any, Any] = {}
    for axe in AXES:
        nom = nom_d_axe(axe)
        dresse = brume().plan((nom,), categorie, an(annee), donnes=donnees.keys(), activites=2)
        if nom in dresse.cibles:
            categorie[axe] = axe(int(evaluer(dresse, donnees)[nom]))
    dresse = brume().plan(CIBLES, categorie, an(annee), donnes=donnees.keys(), activites=2)
    valeurs = evaluer(dresse, donnees)
    return categorie, {nom: float(valeurs[nom]) if nom in valeurs else math.nan for nom in CIBLES}


@annees
def test_each_row_chooses_what_its_category_would_give(annee: int) -> None:
    lues = tirer(annee)
    dresse = plan(annee, lues)
    noyau = compiler(dresse, {}, lues.keys())
    sorties = {nom: np.full(RANGEES, -1.0) for nom in noyau.sorties}
    noyau.executer(lues, list(sorties.values()))
    vues = set()
    for i in range(RANGEES):
        donnees = {cle: float(colonne[i]) for cle, colonne in lues.items()}
        categorie, attendues = par_etages(annee, donnees)
        vues.add(tuple(categorie.values()))
        flottants = evaluer(dresse, donnees)
        exacts = evaluer(dresse, {cle: Fraction(v) for cle, v in donnees.items()}, exact=True)
        for nom, attendue in attendues.items():
            compilee = sorties[nom][i] if nom in sorties else noyau.constantes.get(nom, math.nan)
            lues_ = [compilee, float(flottants[nom]), float(exacts[nom])]
            assert lues_ == pytest.approx([attendue] * 3, rel=1e-12, nan_ok=True), (nom, categorie, donnees)
    assert {len(v) for v in vues} == {2, 3, 4}, "every depth of the axes is drawn"
    assert {v[3] for v in vues if len(v) == len(AXES)} == set(Table)


def test_versions_of_one_function_are_one_branch() -> None:
    dresse = plan(2022, tirer(2022))
    ecot = dresse.noeuds[dresse.cibles["ecot"]]
    assert ecot.genre is Genre.CHOIX
    assert len(ecot.branches) == 3
    assert len({branche.valeur for branche in ecot.branches}) == 2


def test_an_axis_already_known_is_no_choice() -> None:
    lues = tirer(2022)
    connue = {Ordre: Ordre.MEUNIER, RiveDuFleuve: RiveDuFleuve.NORD}
    dresse = brume().plan(("gabelle",), connue, an(2022), donnes=lues.keys(), activites=2, lus=AXES)
    assert {n.genre for n in dresse.noeuds}.isdisjoint({Genre.CHOIX})


def test_a_fact_given_takes_the_place_of_what_would_be_chosen() -> None:
    lues = tirer(2022)
    noms = {n.nom for n in plan(2022, lues).noeuds}
    assert "base" in noms
    assert "perte_reportee" not in noms


def test_what_a_choice_needs_is_asked_for() -> None:
    """A fact of one category only is asked for too: any row may be of it."""
    sans_force = {cle: c for cle, c in tirer(2022).items() if cle[0] != "force"}
    with pytest.raises(FaitsManquants, match="force"):
        compiler(plan(2022, sans_force), {}, sans_force.keys())


def test_a_missing_fact_of_a_branch_not_taken_does_not_matter() -> None:
    donnees: Donnees = {
        ("force", 0, None): Force.FEU,
        ("force", 1, None): Force.FEU,
        ("ouverture", 0, None): numero(an(2000).debut),
    }
    evaluation = evaluer(
        brume().plan(("depense",), {}, an(2022), donnes=donnees.keys(), activites=2, lus=AXES), donnees
    )
    assert evaluation["depense"] == 7


@pytest.mark.parametrize(
    ("arguments", "attendue"),
    [
        ([1.0, 10.0, 20.0], 10.0),
        ([2.0, 10.0, 20.0], 20.0),
        ([3.0, 10.0, 20.0], 20.0),
        ([4.0, 10.0, 20.0], math.nan),
        ([math.nan, 10.0, 20.0], math.nan),
        ([None, 10.0, 20.0], None),
        ([1.0, None, 20.0], None),
        ([2.0, None, 20.0], 20.0),
    ],
)
def test_choosing(arguments: list[float | None], attendue: float | None) -> None:
    branches = (Branche(((0, frozenset({1})),), 1), Branche(((0, frozenset({2, 3})),), 2))
    valeur = choisir(branches, arguments)
    if None not in arguments:
        ecrite = eval(ecrire_choix(branches, ["a", "b", "c"]), dict(zip("abc", arguments, strict=True)) | {"np": np})
        assert ecrite == pytest.approx(valeur, nan_ok=True)
    assert valeur is attendue if attendue is None else valeur == pytest.approx(attendue, nan_ok=True)


def test_rules_that_call_one_another_from_one_category_to_another_cannot_be_one_plan() -> None:
    from pays.fabrique import declarer, petite_loi

    def rive_du_fleuve(noble):  # type: ignore[no-untyped-def]
        """Rive."""
        return noble

    def amont__nord(aval):  # type: ignore[no-untyped-def]
        """Amont."""
        return aval

    def amont__sud(noble):  # type: ignore[no-untyped-def]
        """Amont."""
        return noble

    def aval__nord(noble):  # type: ignore[no-untyped-def]
        """Aval."""
        return noble

    def aval__sud(amont):  # type: ignore[no-untyped-def]
        """Aval."""
        return amont

    nord, sud = RiveDuFleuve
    regles = [declarer(rive_du_fleuve), declarer(amont__nord, pour=nord), declarer(amont__sud, pour=sud)]
    regles += [declarer(aval__nord, pour=nord), declarer(aval__sud, pour=sud)]
    loi = petite_loi(*regles, faits=[brume().faits["noble"]])
    assert "amont" in loi.plan(("amont",), {RiveDuFleuve: nord}, an(2022)).cibles
    with pytest.raises(LoiInvalide, match=r"en rond.*amont → aval → amont"):
        loi.plan(("amont",), {}, an(2022), lus=(RiveDuFleuve,))
