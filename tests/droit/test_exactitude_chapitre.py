"""Over every category of the chapter: the compiled rules, the interpreted rules and exact arithmetic agree.

A kernel a category and a year would take minutes to compile: every category of every year runs here with each rule
compiled and the loops over rows left to Python; whole kernels are compiled for some, each in one year.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from egide.droit.commun.categories import Caisse, Groupe, NatureMontant, Praticien
from egide.droit.commun.enumerations import Territoire
from egide.moteur.evaluation import evaluer, situer
from egide.moteur.faits import Cle
from egide.moteur.periode import Periode
from egide.moteur.regle import Categorie
from egide.population import LignesHorsChamp, calculer
from egide.services.cotisations import CIBLES, TOTAL
from egide.services.dossier_annuel import DossierAnnuel
from egide.services.loi import AXES, loi

from .tirages import ANNEES
from .tirages_chapitre import DEFINITIVES, TirageDuChapitre, profils, refusee, tirer_le_chapitre

LIGNES_PAR_ANNEE = 3_000
APPELS_PAR_PROFIL = 25
ACTIVITES_PAR_PROFIL = 20
PERSONNES_A_PLUSIEURS_ACTIVITES = 120
ECART_ADMIS = 1e-12
CENTIME_ADMIS = 1e-7
"""Of an amount in cents that is the difference of two others, each a float."""
NOYAUX = (
    "année incomplète",
    "acre, conjoint avec partage",
    "acre, conjoint au forfait, étranger",
    "invalidité",
    "conjoint sans partage",
    "option",
    "drom",
    "saint-pierre-et-miquelon",
    "zfu",
    "covid, acre, conjoint avec partage",
    "mayotte, conjoint",
    "micro-fiscal",
    "is",
)
"""Profiles whose kernels are compiled: every member of every axis is in one of them."""
APPELS: Categorie = {NatureMontant: NatureMontant.PROVISIONNELLES}

Valeurs = dict[str, NDArray[np.float64]]


def cibles(donnes: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the targets of a year: what is a mere fact and is not given is left out."""
    intermediaires = [n for n in loi().regles if n.endswith("_avant_exoneration")]
    return tuple(dict.fromkeys([*(c for c in CIBLES if c in loi().regles or c in donnes), *intermediaires]))


@pytest.mark.usefixtures("boucles_de_python")
@pytest.mark.parametrize("annee", ANNEES)
def test_chaque_regle_de_chaque_categorie_donne_les_memes_centimes(annee: int) -> None:
    tirage = tirer_le_chapitre(annee)
    couvertes = tirage.couvertes()
    assert len(couvertes.profil) >= LIGNES_PAR_ANNEE
    comparer(couvertes)


@pytest.mark.parametrize("annee", ANNEES)
def test_les_noyaux_entiers_donnent_les_memes_centimes(annee: int) -> None:
    tirage = tirer_le_chapitre(annee)
    comparer(tirage.prendre(np.isin(tirage.profil, noyaux(annee))))


@pytest.mark.parametrize("annee", ANNEES)
def test_les_appels_interpretes_et_exacts_donnent_les_memes_centimes(annee: int) -> None:
    """Calls are not compiled: floats against exact arithmetic, under the text that each year was called on."""
    hasard = np.random.default_rng(annee)
    options = DossierAnnuel(loi(), annee, NatureMontant.PROVISIONNELLES).options() | {"activites": 1}
    rangees = [f for f in tirer_le_chapitre(annee, APPELS_PAR_PROFIL).faits() if not refusee(annee, f)]
    for faits in rangees:
        if faits["territoire", 0, None] == Territoire.MAYOTTE:
            continue  # refused: calls are not computed there
        faits["annee_de_reference", None, None] = float(annee - hasard.integers(0, 3))
        faits.setdefault(("revenu_professionnel", 0, annee), faits.get(("remuneration", 0, annee), 0.0))
        flottants = valeurs_de(annee, faits, CIBLES, APPELS, exact=False, **options)
        en_fractions = {c: Fraction(str(v)) for c, v in faits.items()}
        exactes = valeurs_de(annee, en_fractions, CIBLES, APPELS, exact=True, **options)
        assert TOTAL in flottants
        for nom, valeur in flottants.items():
            atol = ECART_ADMIS if nom.startswith("taux_") else CENTIME_ADMIS
            assert valeur == pytest.approx(float(exactes[nom]), rel=ECART_ADMIS, abs=atol), (nom, faits)


@pytest.mark.parametrize("annee", ANNEES)
def test_plusieurs_activites_interpretees_et_exactes_donnent_les_memes_centimes(annee: int) -> None:
    """Two or three activities of one person, each drawn on its own: their incomes add up, the first gives the group."""
    hasard = np.random.default_rng(annee)
    personnes = 0
    for activites in par_profil(annee, hasard):
        faits = reunir(activites)
        flottants = valeurs_de(annee, faits, CIBLES, DEFINITIVES, exact=False, activites=len(activites))
        en_fractions = {c: Fraction(str(v)) for c, v in faits.items()}
        exactes = valeurs_de(annee, en_fractions, CIBLES, DEFINITIVES, exact=True, activites=len(activites))
        assert TOTAL in flottants
        for nom, valeur in flottants.items():
            atol = ECART_ADMIS if nom.startswith("taux_") else CENTIME_ADMIS
            assert valeur == pytest.approx(float(exactes[nom]), rel=ECART_ADMIS, abs=atol), (nom, faits)
        personnes += 1
    assert personnes >= PERSONNES_A_PLUSIEURS_ACTIVITES


def par_profil(annee: int, hasard: np.random.Generator) -> Iterator[list[dict[Cle, float]]]:
    """Yield two or three rows of a profile at a time, none refused: the activities of one person."""
    tirage = tirer_le_chapitre(annee, ACTIVITES_PAR_PROFIL).couvertes()
    for profil in dict.fromkeys(tirage.profil.tolist()):
        rangees = tirage.prendre(tirage.profil == profil).faits()
        while len(rangees) > 1:
            combien = int(hasard.integers(2, 4))
            yield rangees[:combien]
            rangees = rangees[combien:]


def reunir(activites: list[dict[Cle, float]]) -> dict[Cle, float]:
    """Return the facts of one person: what is personal comes from the first row, each row gives an activity."""
    de_la_personne = {cle: v for cle, v in activites[0].items() if cle[1] is None}
    des_activites: dict[Cle, float] = {
        (nom, rang, an): v for rang, faits in enumerate(activites) for (nom, k, an), v in faits.items() if k is not None
    }
    return {**de_la_personne, **des_activites}


def noyaux(annee: int) -> list[str]:
    """Return the profiles whose kernels are compiled for a year: each has its turn among the years that know it."""
    return [nom for k, nom in enumerate(NOYAUX) if (ans := annees_du(nom))[k % len(ans)] == annee]


def annees_du(profil: str) -> list[int]:
    return [annee for annee in ANNEES if profil in profils(annee)]


def test_le_tirage_et_les_noyaux_passent_par_toutes_les_categories() -> None:
    assert sorted(nom for annee in ANNEES for nom in noyaux(annee)) == sorted(NOYAUX)
    du_tirage, des_noyaux = ({axe: set[int]() for axe in AXES} for _ in range(2))
    for annee in ANNEES:
        tirage, compiles = tirer_le_chapitre(annee, 60), noyaux(annee)
        for profil, faits in zip(tirage.profil, tirage.faits(), strict=True):
            if refusee(annee, faits):
                continue
            categorie = situer(loi(), AXES, faits, Periode.de_l_annee(annee), DEFINITIVES)
            for axe in AXES:
                du_tirage[axe].add(categorie[axe])
                if profil in compiles:
                    des_noyaux[axe].add(categorie[axe])
    tous: dict[type, set[int]] = {axe: set(axe) for axe in AXES}
    tous[Groupe] -= {Groupe.AUTRE, Groupe.LIBERAL}  # the first is refused by its name, the second has its own draws
    tous[Caisse], tous[Praticien] = {Caisse.SSI}, {Praticien.AUCUN}
    assert du_tirage == des_noyaux == tous


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
    if not refusee(annee, faits):
        for nom, valeur in valeurs_de(annee, faits, voulues, DEFINITIVES, exact=exact).items():
            dans[nom][k] = valeur


def valeurs_de(
    annee: int, faits: Mapping[Cle, Any], voulues: tuple[str, ...], montants: Categorie, *, exact: bool, **options: Any
) -> dict[str, Any]:
    """Return the targets that apply to one person."""
    periode = Periode.de_l_annee(annee)
    categorie = situer(loi(), AXES, faits, periode, montants, **options)
    plan = loi().plan(voulues, categorie, periode, donnes=faits.keys(), **options)
    valeurs = evaluer(plan, faits, exact=exact).valeurs
    return {nom: valeurs[rang] for nom, rang in plan.cibles.items() if valeurs[rang] is not None}


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
