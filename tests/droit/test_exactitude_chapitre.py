"""Over every category of the chapter: the compiled rules, the interpreted rules and exact arithmetic agree.

A kernel a category and a year would take minutes to compile: every category of every year runs here with each rule
compiled and the loops over rows left to Python, and each category in one year, or more, with its whole kernel.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from fractions import Fraction
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from egide.droit.commun.categories import Groupe, NatureMontant
from egide.moteur import compilation
from egide.moteur.evaluation import evaluer, situer
from egide.moteur.faits import Cle
from egide.moteur.graphe import Legislation
from egide.moteur.periode import Periode
from egide.population import LignesHorsChamp, calculer
from egide.services.cotisations import CIBLES
from egide.services.loi import AXES, loi

from .tirages import ANNEES
from .tirages_chapitre import PROFILS, TirageDuChapitre, profils, tirer_le_chapitre

LIGNES_PAR_ANNEE = 3_000
ECART_ADMIS = 1e-12
CENTIME_ADMIS = 1e-7
"""Of an amount in cents that is the difference of two others, each a float."""
DEFINITIVES = {NatureMontant: NatureMontant.DEFINITIVES}

Valeurs = dict[str, NDArray[np.float64]]


def cibles(donnes: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the targets of a year: what is a mere fact and is not given is left out."""
    intermediaires = [n for n in loi().regles if n.endswith("_avant_exoneration")]
    return tuple(dict.fromkeys([*(c for c in CIBLES if c in loi().regles or c in donnes), *intermediaires]))


@pytest.fixture
def boucles_de_python(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the loops of kernels to Python: only the rules they call are compiled."""

    def module(source: str, *_: Any) -> ModuleType:
        noyau = ModuleType("noyau")
        exec(source.replace("from numba import njit", "njit = lambda **_: lambda f: f"), noyau.__dict__)
        return noyau

    monkeypatch.setattr(compilation, "_module", module)


@pytest.mark.usefixtures("boucles_de_python")
@pytest.mark.parametrize("annee", ANNEES)
def test_chaque_regle_de_chaque_categorie_donne_les_memes_centimes(annee: int) -> None:
    tirage = tirer_le_chapitre(annee)
    assert len(tirage.profil) >= LIGNES_PAR_ANNEE
    comparer(tirage)


@pytest.mark.parametrize("annee", ANNEES)
def test_les_noyaux_entiers_donnent_les_memes_centimes(annee: int) -> None:
    comparer(tirer_le_chapitre(annee).prendre(profils_compiles(annee)))


def profils_compiles(annee: int) -> list[str]:
    """Return the profiles whose kernels are compiled for a year: each has its turn among the years that know it."""
    return [nom for nom in PROFILS if (ans := annees_du(nom))[list(PROFILS).index(nom) % len(ans)] == annee]


def annees_du(profil: str) -> list[int]:
    return [annee for annee in ANNEES if profil in profils(annee)]


def test_le_tirage_passe_par_toutes_les_categories() -> None:
    assert sorted(nom for annee in ANNEES for nom in profils_compiles(annee)) == sorted(PROFILS)
    vues: dict[type, set[int]] = {axe: set() for axe in AXES}
    for annee in ANNEES:
        for categorie in categories(tirer_le_chapitre(annee)):
            for axe in AXES:
                vues[axe].add(categorie[axe])
    assert {axe.__name__: set(axe) - vues[axe] for axe in AXES if set(axe) - vues[axe]} == {
        "Groupe": {Groupe.AUTRE}  # refused by its name
    }


def categories(tirage: TirageDuChapitre) -> Iterator[Mapping[type, int]]:
    """Yield where each row that is not refused stands."""
    periode = Periode.de_l_annee(tirage.annee)
    for faits in tirage.faits():
        if not refusee(loi(), faits, periode):
            yield situer(loi(), AXES, faits, periode, DEFINITIVES)


def comparer(tirage: TirageDuChapitre) -> None:
    voulues = cibles(tirage.colonnes)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", LignesHorsChamp)
        compilees = calculer(tirage.colonnes, voulues, annee=tirage.annee)
    interpretees, exactes = une_a_une(tirage, voulues)
    for nom, compilee in compilees.items():
        atol = ECART_ADMIS if nom.startswith("taux_") else CENTIME_ADMIS
        for autre, laquelle in ((interpretees[nom], "interprétée"), (exactes[nom], "exacte")):
            memes = np.isclose(compilee, autre, rtol=ECART_ADMIS, atol=atol, equal_nan=True)
            assert memes.all(), difference(tirage, nom, laquelle, ~memes, compilee, autre)


def une_a_une(tirage: TirageDuChapitre, voulues: tuple[str, ...]) -> tuple[Valeurs, Valeurs]:
    """Evaluate every row by the interpreter, on floats and on `Fraction`; NaN where a rule refuses the row."""
    rangees = tirage.faits()
    flottants, exacts = ({nom: np.full(len(rangees), np.nan) for nom in voulues} for _ in range(2))
    for k, faits in enumerate(rangees):
        en_fractions = {c: Fraction(str(v)) for c, v in faits.items()}
        evaluer_rangee(tirage.annee, faits, voulues, flottants, k, exact=False)
        evaluer_rangee(tirage.annee, en_fractions, voulues, exacts, k, exact=True)
    return flottants, exacts


def evaluer_rangee(
    annee: int, faits: Mapping[Cle, Any], voulues: tuple[str, ...], dans: Valeurs, k: int, *, exact: bool
) -> None:
    periode = Periode.de_l_annee(annee)
    if refusee(loi(), faits, periode):
        return
    categorie = situer(loi(), AXES, faits, periode, DEFINITIVES)
    plan = loi().plan(voulues, categorie, periode, donnes=faits.keys())
    valeurs = evaluer(plan, faits, exact=exact).valeurs
    for nom, rang in plan.cibles.items():
        dans[nom][k] = valeurs[rang]


def refusee(legislation: Legislation, faits: Mapping[Cle, Any], periode: Periode) -> bool:
    plan = legislation.plan(legislation.exclusions, DEFINITIVES, periode, donnes=faits.keys())
    valeurs = evaluer(plan, faits).valeurs
    return any(valeurs[r] for r in plan.cibles.values())


def difference(
    tirage: TirageDuChapitre,
    nom: str,
    laquelle: str,
    masque: NDArray[np.bool_],
    compilee: NDArray[np.float64],
    autre: NDArray[np.float64],
) -> str:
    k = int(np.flatnonzero(masque)[0])
    par_profil = dict(zip(*np.unique(tirage.profil[masque], return_counts=True), strict=True))
    faits = {n: c[k].item() for n, c in tirage.colonnes.items()}
    return (
        f"{tirage.annee} {nom} : {masque.sum()} écarts ({par_profil}), par exemple {tirage.profil[k]} {faits} : "
        f"compilée {compilee[k]!r}, {laquelle} {autre[k]!r}"
    )
