"""The complementary cover: the right never falls with income, ceilings grow with the household, steps are dated."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

import pytest

import egide
from egide.droit.solidarite.enumerations import C2sDroit
from egide.moteur.graphe import bornes
from egide.services.loi import loi_de
from egide.services.reponse_droits import ReponseDroits

RANGS = {"aucun": 0, "acs": 1, "payante": 1, "cmu_c": 2, "gratuite": 2}
PLAFOND = loi_de("solidarite").parametres["plafond_d_une_personne"]
JOURS = [max(j, date(2018, 1, 1)) for v in PLAFOND.valeurs for j in bornes(v)] + [date(2019, 10, 31), date(2019, 11, 1)]


def foyer(jour: date, **champs: Any) -> ReponseDroits:
    base = {"personnes": 1, "ressources_annuelles": 9000}
    document = {"personne": {"date_naissance": "1984-05-17", "commune": "35238", "foyer": {**base, **champs}}}
    return egide.c2s(document, date=jour)


@pytest.mark.parametrize("jour", JOURS, ids=str)
def test_le_droit_ne_s_ameliore_jamais_quand_les_ressources_montent(jour: date) -> None:
    droits = [RANGS[foyer(jour, ressources_annuelles=r).valeurs["c2s_droit"]] for r in range(0, 20_000, 250)]
    assert droits == sorted(droits, reverse=True)
    assert set(droits) == {0, 1, 2}


@pytest.mark.parametrize("jour", JOURS, ids=str)
def test_le_plafond_grandit_avec_le_foyer_et_le_forfait_ne_diminue_pas(jour: date) -> None:
    lus = [foyer(jour, personnes=n, proprietaire_ou_loge_gratuitement=True).valeurs for n in range(1, 9)]
    assert all(a["c2s_plafond"] < b["c2s_plafond"] for a, b in pairwise(lus))
    assert all(a["forfait_logement"] <= b["forfait_logement"] for a, b in pairwise(lus))
    assert all(v["c2s_plafond"] < v["c2s_plafond_payante"] for v in lus)


def test_la_participation_reste_sous_cinq_pour_cent_du_plafond() -> None:
    for naissance in ("2010-01-01", "1990-01-01", "1970-01-01", "1960-01-01", "1940-01-01"):
        document = {"personne": {"date_naissance": naissance, "foyer": {"personnes": 1, "ressources_annuelles": 12000}}}
        valeurs = egide.c2s(document, date="2025-06-01").valeurs
        assert valeurs["c2s_participation_mensuelle"] * 12 <= 0.05 * valeurs["c2s_plafond"]


def test_qui_recoit_la_demande_change_avec_les_dates() -> None:
    document = {
        "personne": {"commune": "35238", "foyer": {"personnes": 1, "ressources_annuelles": 9000}},
        "activites": [
            {
                "nature": "artisanale",
                "profession": "plombier",
                "statut": "entreprise_individuelle",
                "debut": "2012-01-01",
            }
        ],
    }
    assert egide.c2s(document, date="2019-06-01").valeurs["organisme"] == "agence_ssi"
    assert egide.c2s(document, date="2024-06-01").valeurs["organisme"] == "cpam"


def test_les_demarches_sont_datees() -> None:
    reponse = foyer(date(2025, 6, 10))
    (demande, renouvellement, recours) = reponse.demarches
    assert "10/08/2025" in demande.delai  # two months, then the first of the next month
    assert "01/09/2025" in demande.delai
    assert "31/08/2026" in renouvellement.delai
    assert "01/05/2026 au 01/07/2026" in renouvellement.delai
    assert recours.articles == ("CSS L. 142-4", "CSS R. 142-1", "CSS R. 142-1-A")


def test_les_droits_sont_ceux_du_contrat() -> None:
    assert {m.name.lower() for m in C2sDroit} == set(RANGS)
