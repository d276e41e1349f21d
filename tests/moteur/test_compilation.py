# ruff: noqa: PLR2004  (figures counted by hand)
"""Compiled kernels: row by row, the same result as the interpreted rules and as fractions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache

import numpy as np
import pytest
from pays import MEUNIER_NORD, MEUNIER_SUD, TISSERAND_SUD, an, brume

from egide.moteur import compilation
from egide.moteur.compilation import RANGEES_PAR_TUILE, Colonne, Noyau, compiler
from egide.moteur.erreurs import FaitsManquants
from egide.moteur.evaluation import evaluer
from egide.moteur.faits import Cle, Donnees
from egide.moteur.periode import numero
from egide.moteur.plan import Plan
from egide.moteur.regle import Categorie

RANGEES = 2 * RANGEES_PAR_TUILE + 500  # three tiles, the last one partial
COMPAREES = 1500
EN_SEGMENTS = ("dime", "octroi")
ARRONDIS = {"cens", "corvee", "gabelle", "joyeuse_entree", "taille", "taux_de_grace"}
"""What the law rounds: equal to its fraction to the last bit. What it does not round is equal to some 1e-13."""


REGLES_PAR_BOUCLE = 8
"""Fewer than this country has, so that values pass from one loop to the next."""


@pytest.fixture(autouse=True, scope="module")
def petites_boucles() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as m:
        m.setattr(compilation, "REGLES_PAR_BOUCLE", REGLES_PAR_BOUCLE)
        yield


def vides(noyau: Noyau, rangees: int) -> list[Colonne]:
    return [np.full(rangees, np.nan) for _ in noyau.sorties]


def tirer(annee: int) -> dict[Cle, Colonne]:
    """Draw two mills: whole euros, often on a threshold, at zero or at a loss."""
    alea = np.random.default_rng(annee)
    euros = [
        alea.integers(0, 4_000, RANGEES),
        alea.integers(0, 10**7, RANGEES),
        alea.integers(-500, 500, RANGEES),
        alea.choice([0, 1, 100, 120, 130, 200, 360, 600, 840, 1000, 2400], RANGEES),
    ]
    colonnes: dict[Cle, Colonne] = {}
    for activite in (0, 1):
        for reculee in (0, 1, 2):
            colonnes["recette", activite, annee - reculee] = np.choose(alea.integers(0, 4, RANGEES), euros).astype(
                float
            )
        colonnes["frais", activite, annee] = alea.integers(0, 900, RANGEES).astype(float)
        colonnes["force", activite, None] = alea.integers(1, 5, RANGEES).astype(float)
        colonnes["ouverture", activite, None] = alea.integers(9_000, 16_000, RANGEES).astype(float)
        colonnes["meules", activite, None] = alea.integers(0, 5, RANGEES).astype(float)
    colonnes["frais", 0, annee - 1] = alea.integers(0, 900, RANGEES).astype(float)
    for oui_non in ("noble", "habite_au_sud", "exil"):
        colonnes[oui_non, None, None] = alea.integers(0, 2, RANGEES).astype(float)
    colonnes["enfants", None, None] = alea.integers(0, 5, RANGEES).astype(float)
    return colonnes


@dataclass
class Execution:
    """A kernel, the columns it was run on, and what came out."""

    noyau: Noyau
    colonnes: dict[Cle, Colonne]
    resultats: dict[str, Colonne]

    def rangee(self, i: int) -> Donnees:
        return {cle: float(colonne[i]) for cle, colonne in self.colonnes.items()}


@cache
def execution(cas: str) -> Execution:
    """Compile and run one of the cases; compiling takes seconds, so the months are in one case only."""
    categorie, annee, choisies = CAS[cas]
    colonnes = tirer(annee)
    plan = brume().plan(choisies, categorie, an(annee), donnes=colonnes.keys(), activites=2)
    noyau = compiler(plan, {}, colonnes.keys())
    resultats = vides(noyau, RANGEES)
    noyau.executer(colonnes, resultats)
    return Execution(noyau, colonnes, dict(zip(noyau.sorties, resultats, strict=True)))


MOIS = ("corvee", "veille", "charges_du_moulin")
DROITS = ("gabelle", "taux_de_grace", "grace", "total_des_droits")
ANNEE = [nom for nom in brume().regles if nom not in (*EN_SEGMENTS, *MOIS)]
CAS: dict[str, tuple[Categorie, int, Sequence[str]]] = {
    "nord-2021": (MEUNIER_NORD, 2021, ANNEE),
    "nord-2022": (MEUNIER_NORD, 2022, DROITS),
    "sud-2022": (MEUNIER_SUD, 2022, DROITS),
    "mois-2021": (TISSERAND_SUD, 2021, MOIS),
    "segments-2021": (MEUNIER_NORD, 2021, EN_SEGMENTS),
    "segments-2022": (MEUNIER_NORD, 2022, EN_SEGMENTS),
}


@pytest.fixture(scope="module", params=CAS)
def lancee(request: pytest.FixtureRequest) -> Execution:
    return execution(request.param)


def test_every_rule_that_varies_is_computed(lancee: Execution) -> None:
    plan = lancee.noyau.plan
    assert {*lancee.noyau.sorties, *lancee.noyau.constantes} == set(plan.cibles)
    assert not any(np.isnan(resultat).any() for resultat in lancee.resultats.values())


def test_compiled_is_interpreted_to_the_last_bit(lancee: Execution) -> None:
    for i in range(COMPAREES):
        evaluation = evaluer(lancee.noyau.plan, lancee.rangee(i))
        for nom, resultat in lancee.resultats.items():
            assert resultat[i] == float(evaluation[nom]), (nom, i, lancee.rangee(i))


def test_compiled_is_exact_where_the_law_rounds(lancee: Execution) -> None:
    for i in range(RANGEES - COMPAREES // 3, RANGEES):
        evaluation = evaluer(lancee.noyau.plan, lancee.rangee(i), exact=True)
        for nom, resultat in lancee.resultats.items():
            exact = evaluation[nom]
            assert isinstance(exact, int | Fraction), nom
            if nom in ARRONDIS:
                assert resultat[i] == float(exact), (nom, i, lancee.rangee(i))
            else:
                assert resultat[i] == pytest.approx(float(exact), rel=1e-12, abs=1e-9), (nom, i)


@pytest.mark.parametrize("cas", ["nord-2022", "mois-2021", "segments-2021"])
def test_the_rows_listed_are_computed_and_no_other(cas: str) -> None:
    lancee = execution(cas)
    alea = np.random.default_rng(1)
    listees = alea.permutation(RANGEES)[: RANGEES_PAR_TUILE + 77]
    autres = np.setdiff1d(np.arange(RANGEES), listees)
    resultats = vides(lancee.noyau, RANGEES)
    lancee.noyau.executer_rangees(listees, lancee.colonnes, resultats)
    for nom, resultat in zip(lancee.noyau.sorties, resultats, strict=True):
        np.testing.assert_array_equal(resultat[listees], lancee.resultats[nom][listees], nom)
        assert np.isnan(resultat[autres]).all()


@pytest.mark.parametrize("rangees", [0, 1, RANGEES_PAR_TUILE - 1, RANGEES_PAR_TUILE, RANGEES_PAR_TUILE + 1])
def test_any_number_of_rows(rangees: int) -> None:
    lancee = execution("nord-2021")
    resultats = vides(lancee.noyau, rangees)
    lancee.noyau.executer({cle: c[:rangees].copy() for cle, c in lancee.colonnes.items()}, resultats)
    for nom, resultat in zip(lancee.noyau.sorties, resultats, strict=True):
        np.testing.assert_array_equal(resultat, lancee.resultats[nom][:rangees])


def test_rows_of_several_categories_make_one_result() -> None:
    nord, sud = execution("nord-2022"), execution("sud-2022")
    au_sud = nord.colonnes["habite_au_sud", None, None] == 1
    resultats = {nom: np.full(RANGEES, np.nan) for nom in nord.noyau.sorties}
    for lancee, rangees in ((nord, np.flatnonzero(~au_sud)), (sud, np.flatnonzero(au_sud))):
        lancee.noyau.executer_rangees(rangees, nord.colonnes, [resultats[nom] for nom in lancee.noyau.sorties])
    for nom, resultat in resultats.items():
        attendu = np.where(au_sud, sud.resultats[nom], nord.resultats[nom])
        np.testing.assert_array_equal(resultat, attendu, nom)


def test_more_than_one_loop_was_needed() -> None:
    noyau = execution("nord-2021").noyau
    assert noyau.source.count("def boucle_") > 2
    boucles = noyau.source.split("def boucle_")[1:]
    assert all(b.count(" * 1.0") <= REGLES_PAR_BOUCLE for b in boucles)


RECETTE: Cle = ("recette", 0, 2020)
FIXES: Mapping[Cle, float] = {("force", 0, None): 1.0, ("ouverture", 0, None): float(numero(date(1990, 1, 1)))}


def plan_2020(*cibles: str, categorie: Categorie = MEUNIER_NORD) -> Plan:
    return brume().plan(cibles, categorie, an(2020), donnes=[*FIXES, RECETTE])


def test_what_does_not_vary_is_computed_once() -> None:
    noyau = compiler(plan_2020("gabelle", "boisseau_de_l_an", "vieux_moulin", "corvee"), FIXES, [RECETTE])
    assert noyau.sorties == ("gabelle",)
    # 366 days at 1.5 if the months are those of 2020; the kernel keeps what the interpreter found.
    corvee = evaluer(noyau.plan, FIXES)["corvee"]
    assert noyau.constantes == {"boisseau_de_l_an": 100, "vieux_moulin": 1, "corvee": corvee}
    assert all(isinstance(v, float) for v in noyau.constantes.values())
    assert noyau.entrees == (RECETTE,)


def test_nothing_is_compiled_where_nothing_varies() -> None:
    prevenues: list[int] = []
    noyau = compiler(plan_2020("gabelle"), {**FIXES, RECETTE: 1000.0}, [], prevenir=prevenues.append)
    assert (noyau.sorties, noyau.constantes) == ((), {"gabelle": 100.0})
    noyau.executer({}, [])
    noyau.executer_rangees(np.arange(3), {}, [])
    assert prevenues == []


def test_columns_that_no_target_uses_are_not_read() -> None:
    noyau = compiler(plan_2020("gabelle"), FIXES, [RECETTE, ("noble", None, None), ("meules", 0, None)])
    assert noyau.entrees == (RECETTE,)


def test_a_fact_may_be_a_target() -> None:
    noyau = compiler(plan_2020("recette", "benefice"), FIXES, [RECETTE])
    colonne = np.array([1.0, 2.0, 3.0])
    resultats = vides(noyau, 3)
    noyau.executer({RECETTE: colonne}, resultats)
    assert dict(zip(noyau.sorties, (r.tolist() for r in resultats), strict=True)) == {
        "recette": [1, 2, 3],
        "benefice": [1, 2, 3],
    }
    reprises = vides(noyau, 3)
    noyau.executer_rangees(np.array([2]), {RECETTE: colonne}, reprises)
    assert [r[2] for r in reprises] == [3, 3]
    assert all(np.isnan(r[:2]).all() for r in reprises)


def test_a_fact_that_takes_the_place_of_a_rule_may_be_a_column() -> None:
    base: Cle = ("base", None, 2020)
    plan = brume().plan(("gabelle", "base"), MEUNIER_NORD, an(2020), donnes=[base])
    noyau = compiler(plan, {}, [base])
    resultats = vides(noyau, 2)
    noyau.executer({base: np.array([1000.0, 15.0])}, resultats)
    assert dict(zip(noyau.sorties, (r.tolist() for r in resultats), strict=True)) == {
        "gabelle": [100, 2],  # 1.5, one half up
        "base": [1000, 15],
    }


def test_missing_columns_are_named() -> None:
    with pytest.raises(FaitsManquants, match=r"il manque des colonnes pour calculer « gabelle » : recette\.") as erreur:
        compiler(plan_2020("gabelle"), FIXES, [("noble", None, None)])
    assert erreur.value.faits == ("recette",)


def test_a_missing_column_beside_one_that_varies_is_named() -> None:
    plan = brume().plan(("gabelle", "anciennete"), MEUNIER_NORD, an(2020), donnes=[RECETTE])
    with pytest.raises(FaitsManquants, match=r"« anciennete » : ouverture\."):
        compiler(plan, {}, [RECETTE])


@pytest.mark.parametrize(
    ("annee", "activites", "variable"), [(2020, 2, ("recette", 0, 2020)), (2021, 1, ("recette", 0, 2021))]
)
def test_a_missing_column_of_another_year_or_activity_is_named(annee: int, activites: int, variable: Cle) -> None:
    plan = brume().plan(("base",), MEUNIER_NORD, an(annee), donnes=[variable], activites=activites)
    with pytest.raises(FaitsManquants, match=r"« base » : recette"):
        compiler(plan, {}, [variable])
