# ruff: noqa: PLR2004  (figures counted by hand)
"""The pension: coefficients recomputed, laws that hold whatever the career, what the answer says."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from itertools import pairwise
from math import floor
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from egide.cli.commandes import groupe
from egide.moteur.erreurs import NomInconnu
from egide.moteur.evaluation import evaluer
from egide.moteur.explication import en_dict
from egide.services.departs import departs
from egide.services.loi import chiffres
from egide.services.retraite import retraite

EXEMPLE = "exemples/carriere_artisan_1963.yaml"
TAUX_DEPUIS_2018 = {
    2019: "1.015",
    2020: "1.01",
    2021: "1.004",
    2022: "1.011",
    2023: "1.008",
    2024: "1.053",
    2025: "1.022",
    2026: "1.009",
}
"""Revaluation of each 1 January; that of 1 July 2022 (4 %) comes besides."""
JUILLET_2022 = "1.04"
ANCIENNES = {1980: "2.924", 1990: "1.704", 2000: "1.480", 2010: "1.267"}
"""Coefficients of 2026 published for some years: they come out of the chain of 1 October 2017."""


def tronque(x: Fraction) -> Fraction:
    return Fraction(floor(x * 1000), 1000)


def table(depuis: str) -> dict[int, Fraction]:
    valeurs = chiffres()["coefficients_de_revalorisation"].valeurs
    (lue,) = [v for v in valeurs if v.depuis.isoformat() == depuis]
    return dict(zip(map(int, lue.exact.seuils), lue.exact.taux, strict=True))


@pytest.mark.parametrize("annee", [1950, 1972, 1980, 1990, 2000, 2010, 2016])
def test_les_coefficients_se_recalculent_par_troncature(annee: int) -> None:
    coefficient = table("2018-01-01")[annee]
    for an, taux in TAUX_DEPUIS_2018.items():
        coefficient = tronque(coefficient * Fraction(taux))
        assert table(f"{an}-01-01")[annee] == coefficient
        if an == 2022:
            coefficient = tronque(coefficient * Fraction(JUILLET_2022))
            assert table("2022-07-01")[annee] == coefficient
    assert annee not in ANCIENNES or coefficient == Fraction(ANCIENNES[annee])


def carriere(revenus: list[int], *, jusqu_a: int = 2025) -> list[dict[str, Any]]:
    premiere = jusqu_a - len(revenus) + 1
    return [{"annee": premiere + k, "regime": "ssi", "revenu": r} for k, r in enumerate(revenus)]


def pension(revenus: list[int], date: str = "2026-10-01", **personne: Any) -> dict[str, Any]:
    situation = {"personne": {"date_naissance": "1961-06-10", **personne}, "carriere": carriere(revenus)}
    return retraite(situation, date=date).valeurs


suites = st.lists(st.integers(0, 60_000), min_size=5, max_size=44).filter(any)


@settings(max_examples=25, deadline=None)
@given(suites, st.integers(1, 20_000), st.data())
def test_un_revenu_de_plus_ne_baisse_rien_et_partir_plus_tard_ne_reduit_pas(
    revenus: list[int], plus: int, tirage: Any
) -> None:
    rang = tirage.draw(st.integers(0, len(revenus) - 1))
    mieux = [r + plus if k == rang else r for k, r in enumerate(revenus)]
    avant, apres = pension(revenus), pension(mieux)
    assert apres["trimestres_valides"] >= avant["trimestres_valides"]
    # A year that newly counts may lower the mean of a short career; where both count the same years it cannot.
    if apres["trimestres_cotises"] == avant["trimestres_cotises"]:
        assert apres["salaire_annuel_moyen"] >= avant["salaire_annuel_moyen"]
    plus_tard = pension(revenus, "2026-12-01")
    assert plus_tard["pension_base_totale"] >= avant["pension_base_totale"]


@settings(max_examples=25, deadline=None)
@given(suites)
def test_une_annee_ne_compte_jamais_plus_de_quatre_trimestres(revenus: list[int]) -> None:
    situation = {"personne": {"date_naissance": "1961-06-10"}, "carriere": carriere(revenus)}
    annees = retraite(situation, date="2026-10-01").annees
    assert all(0 <= a["trimestres_par_annee"] <= 4 for a in annees)


def test_les_meres_perdent_les_moins_bonnes_annees_a_partir_de_septembre_2026() -> None:
    revenus = [20_000 + 500 * k for k in range(40)]
    seules = pension(revenus)
    meres = pension(revenus, enfants=2, trimestres_enfants=16)
    assert (seules["annees_retenues"], meres["annees_retenues"]) == (25, 23)
    assert pension(revenus, "2026-08-01", enfants=2, trimestres_enfants=16)["annees_retenues"] == 25


def test_trois_enfants_majorent_la_pension_d_un_dixieme() -> None:
    valeurs = pension([30_000] * 44, enfants=3)
    assert valeurs["majoration_enfants"] == pytest.approx(
        floor((valeurs["pension_base_brute"] + valeurs["minimum_contributif"]) * 10 + 1e-6) / 100
    )


def test_qui_est_trop_jeune_a_ses_ages_et_ses_trimestres_sans_montant() -> None:
    reponse = retraite(EXEMPLE, date="2025-01-01")
    assert reponse.valeurs["date_effet_au_plus_tot"] == "2026-03-01"
    assert reponse.valeurs["trimestres_valides"] == 164
    assert "pension_base_brute" not in reponse.valeurs


def test_une_date_en_cours_de_mois_passe_au_premier_du_mois_suivant() -> None:
    reponse = retraite(EXEMPLE, date="2026-09-15")
    assert reponse.date_effet.isoformat() == "2026-10-01"
    assert any("01/10/2026" in h for h in reponse.hypotheses)


def test_le_releve_est_controle() -> None:
    lignes = [
        {"annee": 2000, "regime": "ssi", "revenu": 100_000, "trimestres": 4},
        {"annee": 2001, "regime": "ssi", "revenu": 9_000, "trimestres": 0},
        {"annee": 2005, "regime": "ssi", "revenu": 9_000, "trimestres": 4},
        {"annee": 2005, "regime": "regime_general", "revenu": 9_000, "trimestres": 4},
    ]
    remarques = retraite({"personne": {"date_naissance": "1963-05-20"}, "carriere": lignes}).remarques
    assert [r.split(" : ")[0] for r in remarques] == ["2000", "2001", "2005", "de 2002 à 2004"]


def test_les_annees_que_le_releve_n_a_pas_viennent_des_activites() -> None:
    activite = {
        "nature": "artisanale",
        "profession": "plombier",
        "statut": "entreprise_individuelle",
        "debut": "2015-01-01",
        "exercices": {2024: {"revenu_professionnel": 30_000}},
    }
    lignes = [{"annee": 2023, "regime": "ssi", "revenu": 29_000, "trimestres": 4}]
    situation = {"personne": {"date_naissance": "1963-05-20"}, "carriere": lignes, "activites": [activite]}
    reponse = retraite(situation, date="2026-10-01")
    annees = {a["annee"]: a for a in reponse.annees}
    assert (annees[2024]["origine"], annees[2024]["revenu"]) == ("activités", 30_000)
    # 30 000 € at 7 %, at 20.734 € a point: 2 100 / 20.734 = 101.28.
    assert reponse.valeurs["points_rci"] == 101


def test_la_commande_ecrit_le_tableau_et_le_json(capsys: pytest.CaptureFixture[str]) -> None:
    groupe.main(["retraite", EXEMPLE, "--date", "2026-10-01"], standalone_mode=False)
    ecrit = capsys.readouterr().out
    assert "Retraite au 01/10/2026" in ecrit
    assert "62 ans et 9 mois" in ecrit
    groupe.main(["retraite", EXEMPLE, "--date", "2026-10-01", "--json"], standalone_mode=False)
    document = json.loads(capsys.readouterr().out)
    assert document["question"] == "retraite"
    assert document["valeurs"]["pension_base_mensuelle"] == 1480.98
    assert document["carriere"][-1]["retenue"] is False


def test_chaque_mois_de_depart_jusqu_a_70_ans_ne_donne_jamais_moins() -> None:
    compares = departs("exemples/carriere_mixte_salarie_independant.yaml")
    assert [d.age for d in compares][-1] == 70 * 12
    assert all(apres.total >= avant.total for avant, apres in pairwise(compares))
    assert (compares[0].equilibre, compares[0].trimestres_manquants) == (None, 6)
    attente = next(d for d in compares if d.date.isoformat() == "2027-04-01")
    # Four months of the first pension are not received; the gain of each month pays them back.
    gain = attente.total - compares[0].total
    assert attente.equilibre is not None
    assert gain * (attente.equilibre - 1) < 4 * compares[0].total <= gain * attente.equilibre + 0.01


def test_le_graphique_se_lit_sans_couleur(tmp_path: Path) -> None:
    fichier = tmp_path / "departs.svg"
    groupe.main(["retraite", EXEMPLE, "--graphique", str(fichier)], standalone_mode=False)
    racine = ElementTree.parse(fichier).getroot()
    espace = "{http://www.w3.org/2000/svg}"
    assert racine.get("role") == "img"
    assert "par mois" in (racine.findtext(f"{espace}desc") or "")
    courbes = racine.findall(f"{espace}polyline")
    assert [c.get("stroke-dasharray") for c in courbes] == ["6 4", None]


@settings(max_examples=20, deadline=None)
@given(suites, st.dates(date(1955, 1, 1), date(1964, 6, 30)), st.integers(0, 3))
def test_les_flottants_donnent_ce_que_donnent_les_fractions(revenus: list[int], naissance: date, enfants: int) -> None:
    personne = {"date_naissance": naissance.isoformat(), "enfants": enfants, "trimestres_enfants": 8 * enfants}
    reponse = retraite({"personne": personne, "carriere": carriere(revenus)}, date="2026-12-01")
    exacte = evaluer(reponse.evaluation.plan, reponse.donnees, exact=True)
    for nom in reponse.noms:
        assert reponse.evaluation[nom] == pytest.approx(float(exacte[nom]), abs=1e-9), nom


def test_chaque_valeur_et_chaque_suite_s_expliquent() -> None:
    reponse = retraite("exemples/micro_longue.yaml", date="2026-07-01")
    for nom in (*reponse.noms, "revenus_revalorises", "trimestres_cotises_alignes"):
        etape = reponse.expliquer(nom)
        assert en_dict(etape)["nom"] == nom
    moyenne = reponse.expliquer("salaire_annuel_moyen").lignes[-1]
    assert "moyenne des annees_retenues plus grands de (revenus_revalorises)" in moyenne.formule
    with pytest.raises(NomInconnu, match="salaire_annuel_moyen"):
        reponse.expliquer("salaire_anuel_moyen")
