"""The compiled rules, the interpreted rules and exact arithmetic give the same cents, on drawn situations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from fractions import Fraction
from math import gcd
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from egide.droit.commun.categories import NatureMontant
from egide.droit.commun.enumerations import Nature
from egide.moteur import mecanismes
from egide.moteur.evaluation import evaluer, situer
from egide.moteur.faits import Cle
from egide.moteur.mecanismes import DEMI
from egide.moteur.periode import Periode
from egide.moteur.plan import Plan
from egide.population import calculer
from egide.services.loi import AXES, loi

from .tirages import (
    ANNEES,
    LIGNES_PAR_ANNEE,
    NATURES,
    REVENU_MAXIMAL,
    Tirage,
    cibles,
    nom_du_revenu,
    revenus_des_seuils,
    tirer,
)

RSA: Cle = ("rsa_ou_prime_activite", None, None)
SAISONNIERE: Cle = ("saisonniere", 0, None)
TRES_HAUT = 10**8
"""A million euros, in cents."""
DEMIS_ATTENDUS = 1_000
LIGNES_DISTINCTES = 18_000
"""Thresholds and halves come back: the same one may be drawn with the same nature and the same exemption."""
ECART_ADMIS = 1e-12
"""Of what is not rounded by the law (a rate before 2025, an income in cents), relative to one or to its value."""


@pytest.fixture
def demis(monkeypatch: pytest.MonkeyPatch) -> list[Fraction]:
    """Amounts that were exactly one half when the law rounded them, gathered during a test."""
    gardes: list[Fraction] = []
    arrondir = mecanismes._demi_vers_le_haut

    def compter(x: Any, par_unite: int) -> Any:
        # The denominator of x × par_unite, without the product: it is asked a million times.
        if isinstance(x, Fraction) and x.denominator // gcd(x.denominator, par_unite) == DEMI.denominator:
            gardes.append(x)
        return arrondir(x, par_unite)

    monkeypatch.setattr(mecanismes, "_demi_vers_le_haut", compter)
    return gardes


@pytest.mark.parametrize("annee", ANNEES)
def test_compile_interprete_et_exact_donnent_les_memes_centimes(annee: int, demis: list[Fraction]) -> None:
    tirage = tirer(annee)
    compilees = calculer(tirage.colonnes(), cibles(annee), annee=annee)
    interpretees, exactes = _une_a_une(tirage)
    for nom, compilee in compilees.items():
        for autre, laquelle in ((interpretees[nom], "interprétée"), (exactes[nom], "exacte")):
            memes = np.isclose(compilee, autre, rtol=ECART_ADMIS, atol=ECART_ADMIS, equal_nan=True)
            assert memes.all(), _difference(tirage, nom, laquelle, ~memes, compilee, autre)
    assert len(demis) > DEMIS_ATTENDUS, "trop peu de montants tombent sur un demi exact pour éprouver l'arrondi"


@pytest.mark.parametrize("annee", ANNEES)
def test_le_tirage_touche_ce_qui_est_delicat(annee: int) -> None:
    tirage = tirer(annee)
    assert len(tirage.centimes) == LIGNES_PAR_ANNEE
    assert (tirage.centimes < 0).sum() > LIGNES_PAR_ANNEE // 20
    assert (tirage.centimes > TRES_HAUT).sum() > LIGNES_PAR_ANNEE // 20
    assert {0, REVENU_MAXIMAL, *revenus_des_seuils(annee)} <= set(tirage.centimes.tolist())
    cas = set(zip(tirage.nature.tolist(), tirage.rsa.tolist(), tirage.saisonniere.tolist(), strict=True))
    assert len(cas) == len(NATURES) * 2 * 2
    tout = (tirage.centimes, tirage.nature, tirage.rsa, tirage.saisonniere)
    assert len(set(zip(*(c.tolist() for c in tout), strict=True))) >= LIGNES_DISTINCTES


def _une_a_une(tirage: Tirage) -> tuple[dict[str, NDArray[np.float64]], dict[str, NDArray[np.float64]]]:
    """Evaluate every row by the interpreter, on floats and on `Fraction`; one drawn twice is evaluated once."""
    voulues, cle_du_revenu = cibles(tirage.annee), (nom_du_revenu(tirage.annee), 0, tirage.annee)
    plans = {nature: _plan(tirage.annee, nature) for nature in NATURES}
    flottants = {nom: np.full(len(tirage.centimes), np.nan) for nom in voulues}
    exacts = {nom: np.full(len(tirage.centimes), np.nan) for nom in voulues}
    rangees = zip(
        tirage.centimes.tolist(),
        tirage.nature.tolist(),
        tirage.rsa.tolist(),
        tirage.saisonniere.tolist(),
        strict=True,
    )
    tirees: dict[tuple[int, int, int, int], list[int]] = defaultdict(list)
    for k, rangee in enumerate(rangees):
        tirees[rangee].append(k)
    for (centimes, nature, rsa, saisonniere), rangs in tirees.items():
        plan = plans[Nature(nature)]
        faits: dict[Cle, Any] = {cle_du_revenu: centimes / 100, RSA: rsa, SAISONNIERE: saisonniere}
        _ranger(plan, evaluer(plan, faits).valeurs, flottants, rangs)
        faits[cle_du_revenu] = Fraction(centimes, 100)
        _ranger(plan, evaluer(plan, faits, exact=True).valeurs, exacts, rangs)
    return flottants, exacts


def _plan(annee: int, nature: Nature) -> Plan:
    donnees: dict[Cle, float] = {
        (nom_du_revenu(annee), 0, annee): 0.0,
        ("nature", 0, None): float(nature),
        ("categorie_liberale", 0, None): 0.0,
        RSA: 0.0,
        SAISONNIERE: 0.0,
    }
    periode = Periode.de_l_annee(annee)
    categorie = situer(loi(), AXES, donnees, periode, {NatureMontant: NatureMontant.DEFINITIVES})
    return loi().plan(cibles(annee), categorie, periode, donnes=donnees.keys())


def _ranger(plan: Plan, valeurs: list[Any], dans: Mapping[str, NDArray[np.float64]], rangees: list[int]) -> None:
    for nom, rang in plan.cibles.items():
        for k in rangees:
            dans[nom][k] = valeurs[rang]


def _difference(
    tirage: Tirage,
    nom: str,
    laquelle: str,
    masque: NDArray[np.bool_],
    compilee: NDArray[np.float64],
    autre: NDArray[np.float64],
) -> str:
    k = int(np.flatnonzero(masque)[0])
    return (
        f"{tirage.annee} {nom} : {masque.sum()} écarts, par exemple revenu {tirage.centimes[k] / 100!r}, nature "
        f"{tirage.nature[k]}, rsa {tirage.rsa[k]}, saisonnière {tirage.saisonniere[k]} : "
        f"compilée {compilee[k]!r}, {laquelle} {autre[k]!r}"
    )
