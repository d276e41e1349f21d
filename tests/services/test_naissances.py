"""Births: totals are the sums of the days, no day is paid twice, durations are not exceeded, rights follow income."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest

import egide
from egide.services.prestations import prestations
from egide.services.reponse_prestations import Jour

PREVUES = [date(a, m, 12) for a, m in product(range(2018, 2027), (4, 9)) if (a, m) != (2026, 9)]


def situation(evenement: dict[str, Any], revenu: int = 30_000) -> dict[str, Any]:
    annees = {annee: {"revenu_professionnel": revenu} for annee in range(2014, 2026)}
    activite = {"nature": "artisanale", "statut": "entreprise_individuelle", "debut": "2010-01-01", "exercices": annees}
    return {"activites": [activite], "evenement": evenement}


def micro(evenement: dict[str, Any], chiffre_affaires: float) -> dict[str, Any]:
    annees = {annee: {"chiffre_affaires": chiffre_affaires} for annee in range(2015, 2026)}
    activite = {
        "nature": "artisanale",
        "statut": "micro_entrepreneur",
        "debut": "2010-01-01",
        "micro": {"type_activite": "prestations_bic"},
        "exercices": annees,
    }
    return {"activites": [activite], "evenement": evenement}


@pytest.mark.parametrize("prevue", PREVUES, ids=str)
@pytest.mark.parametrize("ecart", [-70, -15, 0, 9])
def test_le_total_est_la_somme_des_jours(prevue: date, ecart: int) -> None:
    naissance = prevue + timedelta(days=ecart)
    for multiple, rang in ((False, 1), (False, 3), (True, 1), (3, 1)):
        evenement = {
            "type": "maternite",
            "accouchement_prevu": prevue.isoformat(),
            "naissance": naissance.isoformat(),
            "multiple": multiple,
            "rang_enfant": rang,
        }
        reponse = prestations(situation(evenement))
        valeurs, payes = reponse.valeurs, [j for j in reponse.calendrier if j.statut is Jour.INDEMNISE]
        jours = [j.du + timedelta(days=k) for j in payes for k in range(j.nombre)]
        assert len(set(jours)) == len(jours) == valeurs["jours_indemnises"] <= valeurs["duree_maximale"]
        assert valeurs["montant_total"] == pytest.approx(len(jours) * valeurs["indemnite_journaliere"], abs=0.01)
        somme = sum(v["montant"] for v in valeurs["versements"])
        assert somme == pytest.approx(valeurs["montant_total"] + valeurs["allocation_repos_maternel"], abs=0.01)


@pytest.mark.parametrize("annee", range(2018, 2027))
def test_les_droits_ne_baissent_jamais_quand_le_revenu_monte(annee: int) -> None:
    evenement = {"type": "maternite", "accouchement_prevu": f"{annee}-05-12"}
    lus = [prestations(micro(evenement, ca)).valeurs for ca in (10, 2000, 7000, 8000, 9000, 9300, 30000, 70000)]
    for nom in ("allocation_repos_maternel", "indemnite_journaliere"):
        montants = [v[nom] for v in lus]
        assert montants == sorted(montants)
        assert montants[0] == pytest.approx(montants[-1] / 10)


@pytest.mark.parametrize("jours", [0, 5, 30, 45])
def test_l_hospitalisation_du_nouveau_ne_ajoute_trente_jours_au_plus(jours: int) -> None:
    evenement = {"type": "paternite", "naissance": "2024-03-04", "hospitalisation_nouveau_ne_jours": jours}
    assert prestations(situation(evenement)).valeurs["jours_indemnises"] == 25 + min(jours, 30)


def test_une_paternite_hors_delai_n_est_pas_payee() -> None:
    evenement = {"type": "paternite", "naissance": "2020-03-04", "debut": "2020-06-30"}
    reponse = prestations(situation(evenement))
    assert reponse.valeurs["dernier_jour_indemnise"] == "2020-07-04"
    assert reponse.calendrier[-1].motif == "après la période indemnisée"


def test_chaque_exemple_repond() -> None:
    mere = egide.prestations("exemples/maternite_2026.yaml").valeurs
    pere = egide.prestations("exemples/paternite_2021.yaml").valeurs
    assert (mere["allocation_repos_maternel"], pere["jours_indemnises"]) == (4005, 25)
    consultation = egide.soins("exemples/consultation.yaml").valeurs
    assert (consultation["montant_rembourse"], consultation["reste_a_charge"]) == (19, 11)
    avant = egide.c2s("exemples/foyer_modeste.yaml", date="2019-10-31").valeurs
    apres = egide.c2s("exemples/foyer_modeste.yaml", date="2019-11-01").valeurs
    assert (avant["c2s_droit"], apres["c2s_droit"]) == ("acs", "payante")
