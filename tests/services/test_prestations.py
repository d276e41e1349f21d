"""Sick leave, invalidity, death: what must hold whatever the situation."""

from __future__ import annotations

import json
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import egide
from egide.droit.commun.enumerations import MotifArret
from egide.moteur.mecanismes import jour_apres_mois
from egide.moteur.periode import numero
from egide.services.calendrier_arret import Arret, Regles, calendrier
from egide.services.reponse_prestations import Jour, Jours

REGLES = Regles(
    carence=3,
    indemnite=40.0,
    a_temps_partiel=20.0,
    maximales=360,
    mois=36,
    reprise=12,
    temps_partiel=90,
    mois_temps_partiel=36,
)
DEBUT = date(2021, 1, 4)


def situation(debut: date, jours: int, revenu: float, **evenement: Any) -> dict[str, Any]:
    exercices = {annee: {"revenu_professionnel": revenu} for annee in range(debut.year - 3, debut.year)}
    return {
        "activites": [
            {
                "nature": "artisanale",
                "statut": "entreprise_individuelle",
                "debut": "2010-01-01",
                "exercices": exercices,
            }
        ],
        "evenement": {
            "type": "arret_maladie",
            "debut": debut.isoformat(),
            "fin": (debut + timedelta(days=jours - 1)).isoformat(),
            **evenement,
        },
    }


def jours_payes(runs: list[Jours]) -> list[date]:
    return [r.du + timedelta(days=k) for r in runs if r.statut is Jour.INDEMNISE for k in range(r.nombre)]


@st.composite
def suites_d_arrets(draw: st.DrawFn) -> tuple[Arret, list[Arret]]:
    """Draw some stops one after the other, the last one being asked about."""
    arrets, jour = [], DEBUT
    for _ in range(draw(st.integers(1, 5))):
        jour += timedelta(days=draw(st.sampled_from([0, 1, 20, 200, 400])))
        fin = jour + timedelta(days=draw(st.integers(1, 500)) - 1)
        arrets.append(
            Arret(
                jour,
                fin,
                ald=draw(st.booleans()),
                meme_affection=draw(st.booleans()),
                a_temps_partiel=draw(st.integers(0, 4)) == 0,
                motif=draw(st.sampled_from(list(MotifArret))),
                carence=3,
            )
        )
        jour = fin + timedelta(days=1)
    return arrets[-1], arrets[:-1]


@settings(max_examples=150, deadline=None)
@given(suites_d_arrets())
def test_every_day_is_there_once_and_is_one_thing(tirage: tuple[Arret, list[Arret]]) -> None:
    arret, avant = tirage
    runs = calendrier(arret, avant, REGLES)
    assert runs[0].du == arret.debut
    assert runs[-1].au == arret.fin
    assert all(b.du == a.au + timedelta(days=1) for a, b in pairwise(runs))
    assert sum(r.nombre for r in runs) == arret.jours
    assert all((r.montant > 0) == (r.statut is Jour.INDEMNISE) for r in runs)
    attente = [r for r in runs if r.statut is Jour.CARENCE]
    assert sum(r.nombre for r in attente) <= REGLES.carence
    assert all(r.du == arret.debut for r in attente)


@settings(max_examples=150, deadline=None)
@given(suites_d_arrets())
def test_counters_are_never_passed(tirage: tuple[Arret, list[Arret]]) -> None:
    arret, avant = tirage
    if arret.ald or arret.motif is MotifArret.COVID_DEROGATOIRE:
        return
    payes = jours_payes(calendrier(arret, avant, REGLES))
    assert len(payes) <= (REGLES.temps_partiel if arret.a_temps_partiel else REGLES.maximales)
    passes = [
        a.debut + timedelta(days=k)
        for rang, a in enumerate(avant)
        if not a.ald and a.a_temps_partiel == arret.a_temps_partiel and a.motif is not MotifArret.COVID_DEROGATOIRE
        for k in range(0 if rang and a.suit(avant[rang - 1]) else a.carence, a.jours)
    ]
    maximum = REGLES.temps_partiel if arret.a_temps_partiel else REGLES.maximales
    for jour in payes:
        ouverture = jour_apres_mois(numero(jour), -REGLES.mois)
        dans_la_periode = sum(ouverture < numero(autre) <= numero(jour) for autre in (*passes, *payes))
        assert dans_la_periode <= maximum


@settings(max_examples=60, deadline=None)
@given(st.dates(date(2018, 1, 1), date(2026, 9, 1)), st.integers(1, 100), st.integers(1, 100_000))
def test_the_total_is_the_sum_of_the_days(debut: date, jours: int, revenu: int) -> None:
    reponse = egide.prestations(situation(debut, jours, float(revenu)))
    valeurs = reponse.valeurs
    assert valeurs["jours_indemnises"] == sum(r.nombre for r in reponse.calendrier if r.statut is Jour.INDEMNISE)
    assert valeurs["montant_total"] == pytest.approx(valeurs["jours_indemnises"] * valeurs["indemnite_journaliere"])
    assert valeurs["montant_net"] + valeurs["prelevements"] == pytest.approx(valeurs["montant_total"])
    assert valeurs["jours_indemnises"] + min(valeurs["delai_carence"], jours) <= jours
    json.dumps(reponse.to_dict())


@settings(max_examples=40, deadline=None)
@given(st.dates(date(2018, 1, 1), date(2026, 9, 1)), st.integers(0, 90_000), st.integers(0, 20_000))
def test_more_income_never_gives_less(debut: date, revenu: int, de_plus: int) -> None:
    moins = egide.prestations(situation(debut, 30, float(revenu))).valeurs
    plus = egide.prestations(situation(debut, 30, float(revenu + de_plus))).valeurs
    assert plus["indemnite_journaliere"] >= moins["indemnite_journaliere"]
    assert plus["montant_total"] >= moins["montant_total"]


def test_a_longer_stop_never_gives_less_but_in_the_days_of_the_short_one() -> None:
    """Before 2020-05-25 a stop of seven days gives nothing, one of eight days gives five."""
    totaux = [
        egide.prestations(situation(date(2019, 3, 4), n, 73_000.0)).valeurs["jours_indemnises"] for n in range(1, 31)
    ]
    assert totaux == [0] * 7 + [n - 3 for n in range(8, 31)]


def test_a_liberal_is_paid_87_days_for_one_incapacity_in_two_stops() -> None:
    regles = Regles(3, 40.0, 20.0, 360, 36, 12, 90, 36, par_incapacite=87)
    premier = Arret(date(2024, 3, 4), date(2024, 5, 2), carence=3)
    suite = Arret(date(2024, 5, 3), date(2024, 7, 31))
    payes = len(jours_payes(calendrier(premier, [], regles)))
    assert payes == premier.jours - regles.carence
    assert payes + len(jours_payes(calendrier(suite, [premier], regles))) == regles.par_incapacite


def test_the_answer_says_whom_to_write_to_and_how_to_contest() -> None:
    reponse = egide.prestations(situation(date(2026, 3, 2), 30, 30_000.0))
    assert [d.articles for d in reponse.demarches]
    assert any("2026" in d.delai for d in reponse.demarches)
    assert any("recours amiable" in d.a_qui for d in reponse.demarches)
    assert all(d.a_qui for d in reponse.demarches)
    assert all(c.articles and c.chiffres for c in reponse.conditions)


@pytest.mark.parametrize("fichier", ["arret_artisan_2026", "arret_micro_2021", "invalidite_2026", "deces_2024"])
def test_the_examples_are_answered(fichier: str, capsys: pytest.CaptureFixture[str]) -> None:
    from egide.cli.affichage_prestations import afficher_prestations

    reponse = egide.prestations(f"exemples/{fichier}.yaml")
    assert reponse.valeurs["droit_ouvert"] is True
    afficher_prestations(reponse)
    assert "Droit ouvert" in capsys.readouterr().out
    assert json.loads(json.dumps(reponse.to_dict()))["question"] == "prestations"
