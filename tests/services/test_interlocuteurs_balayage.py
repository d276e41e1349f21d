"""Drawn persons, on the days of change and their eves: one body, several named, or why none; and what comes next."""

from __future__ import annotations

import random
from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest

import egide

RELEVE = [
    "2018-01-01",
    "2019-01-01",
    "2019-11-01",
    "2020-01-01",
    "2020-01-20",
    "2020-02-03",
    "2020-02-17",
    "2020-05-25",
]
RELEVE += ["2021-07-01", "2022-01-01", "2023-01-01", "2023-03-05", "2024-01-01", "2026-11-20"]
JOURS = [j for r in map(date.fromisoformat, RELEVE) for j in (r - timedelta(days=1), r)]
LIEUX = ["Lille", "62041", "76351", "64102", "75112", "48095", "67482", "57463", "2A004", "97105", "97411"]
LIEUX += ["97701", "97801", "97611", "97502", "98818"]
ACTIVITES: list[dict[str, Any]] = [
    {"nature": "artisanale", "statut": "entreprise_individuelle"},
    {"nature": "commerciale", "statut": "micro_entrepreneur", "inscription": "rcs"},
    {"nature": "commerciale", "statut": "gerant_majoritaire", "forme": "sarl"},
    {"nature": "liberale", "profession": "consultant", "statut": "entreprise_individuelle"},
    {"nature": "liberale", "profession": "architecte", "statut": "micro_entrepreneur"},
    {"nature": "liberale", "profession": "psychomotricien", "statut": "entreprise_individuelle"},
    {"nature": "liberale", "profession": "infirmier", "statut": "entreprise_individuelle"},
    {"nature": "liberale", "profession": "avocat", "statut": "entreprise_individuelle"},
    {"nature": "artisanale", "statut": "conjoint_collaborateur"},
    {"nature": "commerciale", "statut": "president_sas", "forme": "sas"},
    {"nature": "agricole", "statut": "entreprise_individuelle"},
    {"nature": "salariee", "statut": "salarie"},
    {"profession": "plombier"},
]
DATES = [("2012-03-01", None), ("2018-02-01", None), ("2019-03-01", None), ("2012-03-01", "2018-06-30")]
DATES += [("2021-01-01", None), ("2015-01-01", "2025-06-30")]
PERSONNES: list[dict[str, Any]] = [
    {},
    {"organisme_conventionne": "RAM"},
    {"organisme_conventionne": "Mut'Est"},
    {"rattachement_cpam_notifie": "2020-03-10"},
    {"rattachement_cpam_notifie": False},
]
TIRAGES = 260
"""Persons drawn among some five thousand, each on three days."""


def tirages() -> list[tuple[dict[str, Any], date]]:
    alea = random.Random(2018)
    toutes = list(product(LIEUX, ACTIVITES, DATES, PERSONNES))
    situations = []
    for lieu, activite, (debut, fin), personne in alea.sample(toutes, TIRAGES):
        dates = {"debut": debut, **({"fin": fin} if fin else {})}
        document = {"personne": {"commune": lieu, **personne}, "activites": [{**activite, **dates}]}
        situations += [(document, jour) for jour in alea.sample(JOURS, 3)]
    return situations


@pytest.mark.parametrize("lot", range(13))
def test_une_reponse_ou_un_motif_et_un_avenir_qui_se_verifie(lot: int) -> None:
    for document, jour in tirages()[lot::13]:
        lue = egide.charger(document)
        valeurs = egide.interlocuteurs(lue, date=jour).valeurs
        for sujet, valeur in valeurs.items():
            ici = (document, jour, sujet)
            assert valeur["motif"], ici
            assert valeur["articles"], ici
            if valeur["organisme"] == "aucun":
                assert "Aucun" in valeur["motif"], ici
            else:
                assert valeur["nom"] or len(valeur["candidats"]) > 1 or "non établi" in valeur["motif"], ici
        verifier_la_suite(lue, valeurs)


def verifier_la_suite(lue: Any, valeurs: dict[str, Any]) -> None:
    """Ask again on the last day of each answer, and on the next one."""
    cles = ("organisme", "nom", "code")
    for fin in {v["jusqu_au"] for v in valeurs.values() if v["jusqu_au"] and v["jusqu_au"] < "2026-12-31"}:
        dernier = date.fromisoformat(fin)
        alors, apres = (egide.interlocuteurs(lue, date=dernier + timedelta(days=n)).valeurs for n in (0, 1))
        for sujet, valeur in valeurs.items():
            if valeur["jusqu_au"] == fin:
                ici = (lue.document(), fin, sujet)
                assert [alors[sujet][c] for c in cles] == [valeur[c] for c in cles], ici
                assert [apres[sujet][c] for c in cles] == [valeur["ensuite"][c] for c in cles], ici
