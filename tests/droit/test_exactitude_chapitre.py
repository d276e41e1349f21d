"""Over every category of the chapter: the compiled rules, the interpreted rules and exact arithmetic agree."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from egide.droit.commun.categories import Exoneration, NatureMontant
from egide.moteur.evaluation import evaluer, situer
from egide.moteur.faits import Cle
from egide.moteur.graphe import Legislation
from egide.moteur.periode import Periode
from egide.population import LignesHorsChamp, calculer
from egide.services.cotisations import CIBLES
from egide.services.loi import AXES, loi

from .tirages import ANNEES
from .tirages_chapitre import TirageDuChapitre, profils, tirer_le_chapitre

LIGNES_PAR_ANNEE = 3_000
ECART_ADMIS = 1e-12
CENTIME_ADMIS = 1e-7
"""Of an amount in cents that is the difference of two others, each a float."""
"""Valeurs par nom."""
DEFINITIVES = {NatureMontant: NatureMontant.DEFINITIVES}

Valeurs = dict[str, NDArray[np.float64]]


def cibles(annee: int, donnes: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the targets of a year: what is a mere fact and is not given is left out."""
    intermediaires = [n for n in loi().regles if n.endswith("_avant_exoneration")]
    return tuple(dict.fromkeys([*(c for c in CIBLES if c in loi().regles or c in donnes), *intermediaires]))


@pytest.mark.parametrize("annee", ANNEES)
def test_chaque_categorie_donne_les_memes_centimes_compilee_interpretee_et_exacte(annee: int) -> None:
    tirage = tirer_le_chapitre(annee)
    voulues = cibles(annee, tirage.colonnes)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", LignesHorsChamp)
        compilees = calculer(tirage.colonnes, voulues, annee=annee)
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
