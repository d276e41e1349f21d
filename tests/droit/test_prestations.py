"""Sickness, invalidity, death: every rule on every day of change, and three ways of running that agree."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import cache
from itertools import product
from typing import Any

import numpy as np
import pytest

from egide.droit.commun.enumerations import Regime, Statut
from egide.droit.sante.enumerations import Carriere, CouvertureMaladie, OrigineDuRevenu
from egide.moteur.evaluation import Evaluation, evaluer, situer
from egide.moteur.faits import Cle, Nombre
from egide.moteur.graphe import bornes
from egide.moteur.periode import Periode, numero
from egide.population import calculer
from egide.services.dossier_prestations import AXES, CHAPITRES
from egide.services.loi import derniere_verification, loi_de

LOI = loi_de(*CHAPITRES)
PARAMETRES = {n: p for n, p in LOI.parametres.items() if p.fichier.startswith(("sante/", "invalidite_deces/"))}
JOURS = sorted(
    {
        jour
        for jour in (
            date(2018, 1, 1),
            *(j for versions in LOI.regles.values() for r in versions for j in bornes(r)),
            *(j for p in PARAMETRES.values() for v in p.valeurs for j in bornes(v)),
        )
        if date(2018, 1, 1) <= jour <= derniere_verification()
    }
)
CATEGORIES = list(product(CouvertureMaladie, Carriere, OrigineDuRevenu))
CIBLES = ("indemnite_journaliere", "droit_ouvert", "delai_carence", "indemnite_a_temps_partiel")


@cache
def evaluation(jour: date, couverture: CouvertureMaladie, carriere: Carriere, origine: OrigineDuRevenu) -> Evaluation:
    """Evaluate every name on a day, every fact being given."""
    categorie = {CouvertureMaladie: couverture, Carriere: carriere, OrigineDuRevenu: origine}
    plan = LOI.plan(list(LOI.regles), categorie, Periode(jour, jour))
    donnees: dict[Cle, Nombre] = {}
    for cle, fait in plan.faits().items():
        donnees[cle] = 1.0 if fait.defaut is None else fait.defaut
        if fait.nom == "premiere_affiliation":
            donnees[cle] = float(numero(jour) - 400)
    return evaluer(plan, donnees)


@pytest.mark.parametrize("jour", JOURS, ids=str)
def test_everything_is_computed_on_every_day_of_change(jour: date) -> None:
    for categorie in CATEGORIES:
        faite = evaluation(jour, *categorie)
        assert "indemnite_journaliere" in faite
        assert [n.nom for n, v in zip(faite.plan.noeuds, faite.valeurs, strict=True) if v is None] == [], categorie


def test_every_rule_and_every_figure_is_read_some_day() -> None:
    faites = [evaluation(jour, *categorie) for jour, categorie in product(JOURS, CATEGORIES)]
    atteintes = {n.regle for e in faites for n in e.plan.noeuds if n.regle}
    assert [r.lieu for versions in LOI.regles.values() for r in versions if r not in atteintes] == []
    lus = {n.nom for e in faites for n in e.plan.noeuds if n.parametre}
    # How many years are kept is read by who lays out the statement of career.
    assert set(PARAMETRES) - lus - {"annees_du_revenu_d_invalidite"} == set()


def tirees(jour: date, lignes: int = 240) -> dict[str, Any]:
    """Draw persons around what decides: the threshold of income, the ceiling, the years of affiliation."""
    hasard = np.random.default_rng(numero(jour))
    annuels = {
        f"revenu_professionnel_n_{n}": np.round(hasard.uniform(-2000, 150_000, lignes), 2) for n in (1, 2, 3)
    } | {f"cotisations_payees_sur_dues_n_{n}": hasard.choice([1.0, 1.0, 0.5, 0.0], lignes) for n in (1, 2, 3)}
    recettes = {f"recettes_ventes_n_{n}": np.round(hasard.uniform(0, 30_000, lignes)) for n in (1, 2, 3)}
    return {
        "regime": hasard.choice([Regime.SSI, Regime.CNAVPL, Regime.CNBF], lignes).astype(float),
        "statut": hasard.choice(
            [Statut.ENTREPRISE_INDIVIDUELLE, Statut.MICRO_ENTREPRENEUR, Statut.CONJOINT_COLLABORATEUR], lignes
        ).astype(float),
        "premiere_affiliation": numero(jour) - hasard.integers(1, 2500, lignes).astype(float),
        "assure_sans_interruption_depuis": numero(jour) - hasard.integers(1, 2500, lignes).astype(float),
        "revenu_a_ce_jour": np.round(hasard.uniform(0, 20_000, lignes), 2),
        "rsa_ou_prime_activite": hasard.integers(0, 6, lignes).astype(float) // 5,
        "duree_arret": hasard.integers(1, 15, lignes).astype(float),
        "hospitalisation": hasard.integers(0, 2, lignes).astype(float),
        **annuels,
        **recettes,
    }


def exacte(colonnes: dict[str, Any], rang: int, jour: date) -> tuple[Evaluation, Evaluation]:
    """Return the answer for one row, on floats and on fractions."""
    donnees: dict[Cle, Nombre] = {}
    for nom, valeurs in colonnes.items():
        base, _, annees = nom.partition("_n_")
        fait = LOI.faits[base]
        annee = jour.year - int(annees or 0) if fait.par_annee else None
        donnees[base, 0 if fait.entite == "activite" else None, annee] = float(valeurs[rang])
    periode = Periode(jour, jour)
    categorie = situer(LOI, AXES, donnees, periode)
    plan = LOI.plan(CIBLES, categorie, periode, donnes=donnees.keys())
    rationnels = {cle: Fraction(str(valeur)) for cle, valeur in donnees.items()}
    return evaluer(plan, donnees), evaluer(plan, rationnels, exact=True)


@pytest.mark.usefixtures("boucles_de_python")
@pytest.mark.parametrize("jour", [date(2019, 4, 1), date(2021, 9, 6), date(2026, 3, 2)], ids=str)
def test_columns_one_person_and_fractions_agree(jour: date) -> None:
    colonnes = tirees(jour)
    calculees = calculer(colonnes, CIBLES, date=jour)
    for rang in range(len(colonnes["regime"])):
        flottants, exacts = exacte(colonnes, rang, jour)
        for nom in CIBLES:
            lue = calculees[nom][rang]
            if nom not in exacts:
                assert np.isnan(lue), (rang, nom)
                continue
            assert lue == pytest.approx(float(exacts[nom]), abs=1e-9), (rang, nom)
            assert float(flottants[nom]) == pytest.approx(float(exacts[nom]), abs=1e-9), (rang, nom)


def test_columns_take_the_nature_and_the_first_day_of_the_activity() -> None:
    colonnes = {"nature": np.array(["artisanale", "liberale"]), "profession": np.array(["plombier", "architecte"])}
    revenus = {f"revenu_professionnel_n_{n}": np.array([24_500.0, 300_000.0]) for n in (1, 2, 3)}
    autres = {"debut": np.array(["2015-03-01", "2010-01-04"], dtype="datetime64[D]")}
    lues = calculer({**colonnes, **revenus, **autres}, ("indemnite_journaliere",), date="2024-05-06")
    assert lues["indemnite_journaliere"].tolist() == [33.56, 190.55]
