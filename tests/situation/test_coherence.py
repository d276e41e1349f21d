"""Contradictions between sound values, and what only looks like one."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from egide.situation import SituationInvalide, charger

AUJOURD_HUI = date(2026, 11, 24)


def fautes(document: dict[str, Any]) -> list[str]:
    with pytest.raises(SituationInvalide) as erreur:
        charger(document, aujourd_hui=AUJOURD_HUI)
    return [str(faute) for faute in erreur.value.fautes]


def personne(**cles: Any) -> dict[str, Any]:
    return {"personne": cles}


def activite(**cles: Any) -> dict[str, Any]:
    return {"activites": [cles]}


CONTRADICTIONS = [
    (
        personne(date_naissance="2026-11-25"),
        "personne.date_naissance : reçu 2026-11-25 ; attendu : une date de naissance passée",
    ),
    (
        personne(date_naissance="1990-01-01", retraite={"depuis": "1989-12-31"}),
        "personne.retraite.depuis : 1989-12-31 précède 1990-01-01 (date de naissance) ; "
        "attendu : au plus tôt 1990-01-01",
    ),
    (
        personne(retraite={"depuis": "2024-01-01", "reprise": "2023-12-31"}),
        "personne.retraite.reprise : 2023-12-31 précède 2024-01-01 (départ en retraite) ; "
        "attendu : au plus tôt 2024-01-01",
    ),
    (
        personne(commune="35238", departement="22"),
        "personne.departement : « 22 » contredit la commune « 35238 » ; attendu : « 35 », ou rien",
    ),
    (
        personne(date_naissance="1990-06-01") | activite(debut="1990-05-31"),
        "activites[0].debut : 1990-05-31 précède 1990-06-01 (date de naissance) ; attendu : au plus tôt 1990-06-01",
    ),
    (
        activite(debut="2020-01-01", fin="2019-12-31"),
        "activites[0].fin : 2019-12-31 précède 2020-01-01 (début de l'activité) ; attendu : au plus tôt 2020-01-01",
    ),
    (
        activite(option_ssi="2018-12-31"),
        "activites[0].option_ssi : le 2018-12-31, l'option n'était pas ouverte ; "
        "attendu : une date du 2019-01-01 au 2023-12-31, ou false",
    ),
    (
        activite(option_ssi="2024-01-01"),
        "activites[0].option_ssi : le 2024-01-01, l'option n'était pas ouverte ; "
        "attendu : une date du 2019-01-01 au 2023-12-31, ou false",
    ),
    (
        activite(parts={"personne": 60, "conjoint": 40.5}),
        "activites[0].parts : la somme des parts est 100.5 ; attendu : au plus 100",
    ),
    (
        activite(statut="president_sas", forme="sarl"),
        "activites[0].forme : « sarl » contredit le statut « president_sas » ; attendu : sas, sasu, selas",
    ),
    (
        activite(statut="micro_entrepreneur", imposition="is"),
        "activites[0].imposition : « is » contredit le statut « micro_entrepreneur » ; attendu : ir",
    ),
    (
        activite(statut="gerant", chef={"exercices": {}}),
        "activites[0].chef : contredit le statut « gerant » ; "
        "attendu : seulement avec conjoint_collaborateur, "
        "conjoint_associe, aide_familial, assure_volontaire",
    ),
    (
        activite(statut="president_sas", conjoint_collaborateur="forfait"),
        "activites[0].conjoint_collaborateur : « forfait » contredit le statut « president_sas », qui n'a pas de "
        "conjoint collaborateur ; attendu : entreprise_individuelle, gerant_majoritaire ou gerant_associe_unique, "
        "ou pas d'option",
    ),
    (
        activite(nature="artisanale", option_taux_specifiques_rci=True),
        "activites[0].option_taux_specifiques_rci : true contredit la nature « artisanale » ; "
        "attendu : false, ou nature: liberale",
    ),
    (
        activite(acre=True),
        "activites[0].debut : l'Acre court à partir du premier jour de l'activité, qui manque ; "
        "attendu : une date AAAA-MM-JJ",
    ),
    (
        activite(statut="entreprise_individuelle", exercices={2026: {"revenu_brut": 1, "dividendes_percus": 5000}}),
        "activites[0].exercices.2026.dividendes_percus : 5000 € de dividendes, alors que l'activité est à l'impôt sur "
        "le revenu ; attendu : 0, ou imposition: is",
    ),
    (
        activite(imposition="ir", exercices={2026: {"revenu_brut": 1, "dividendes": 0.5}}),
        "activites[0].exercices.2026.dividendes : 0.5 € de dividendes, alors que l'activité est à l'impôt sur "
        "le revenu ; attendu : 0, ou imposition: is",
    ),
    (
        activite(nature="artisanale", profession="avocat"),
        "activites[0].nature : « artisanale » contredit la profession « avocat » ; attendu : liberale",
    ),
    (
        activite(debut="2019-03-01", exercices={2018: {}}),
        "activites[0].exercices.2018 : période antérieure au début de l'activité (2019-03-01)",
    ),
    (
        activite(fin="2020-03-01", exercices={2021: {}}),
        "activites[0].exercices.2021 : période postérieure à la fin de l'activité (2020-03-01)",
    ),
    (
        activite(exercices={2025: {"chiffre_affaires": 61000, "charges": 22000, "revenu_brut": 42000}}),
        "activites[0].exercices.2025.revenu_brut : 42000 contredit chiffre_affaires - charges = 39000 ; "
        "attendu : la même valeur, ou l'un des deux seulement",
    ),
    (
        activite(chef={"exercices": {2025: {"chiffre_affaires": 5, "charges": 1, "revenu_brut": 9}}}),
        "activites[0].chef.exercices.2025.revenu_brut : 9 contredit chiffre_affaires - charges = 4 ; "
        "attendu : la même valeur, ou l'un des deux seulement",
    ),
    (
        activite(exercices={2025: {"chiffre_affaires": 100, "recettes_conventionnees": 200}}),
        "activites[0].exercices.2025.recettes_conventionnees : 200 dépasse le chiffre d'affaires ; "
        "attendu : au plus 100",
    ),
    (
        activite(exercices={2025: {"declare": False, "declare_le": "2026-05-01"}}),
        "activites[0].exercices.2025.declare_le : 2026-05-01 contredit declare: false ; "
        "attendu : l'un des deux seulement",
    ),
    (
        activite(exercices={2025: {"declare_le": "2024-12-31"}}),
        "activites[0].exercices.2025.declare_le : 2024-12-31 précède l'année déclarée ; "
        "attendu : au plus tôt 2025-01-01",
    ),
    (
        activite(debut="2026-02-01", recettes={"2026-01": {"ventes": 1}}),
        "activites[0].recettes.2026-01 : période antérieure au début de l'activité (2026-02-01)",
    ),
    (
        activite(fin="2026-03-31", recettes={"2026-T2": {"ventes": 1}}),
        "activites[0].recettes.2026-T2 : période postérieure à la fin de l'activité (2026-03-31)",
    ),
    (
        activite(recettes={"2026-T1": {"ventes": 3}, "2026-03": {"ventes": 1}}),
        "activites[0].recettes.2026-T1 : trimestre déjà donné par mois (2026-03) ; attendu : l'un ou l'autre",
    ),
    (
        activite(recettes={"2026-01": {"ventes": 3}}, micro={"declarations_manquantes": ["2026-01"]}),
        "activites[0].micro.declarations_manquantes[0] : « 2026-01 » figure aussi dans recettes ; "
        "attendu : l'un ou l'autre",
    ),
    (
        activite(recettes={"2026-01": {"ventes": 300}}, exercices={2026: {"chiffre_affaires": 200}}),
        "activites[0].exercices.2026.chiffre_affaires : 200 "
        "contredit la somme des recettes de l'année (300) ; "
        ""
        "attendu : la même valeur, ou l'un des deux seulement",
    ),
    (
        activite(
            recettes={f"2026-T{t}": {"ventes": 100} for t in (1, 2, 3, 4)},
            exercices={2026: {"chiffre_affaires": 500}},
        ),
        "activites[0].exercices.2026.chiffre_affaires : 500 "
        "contredit la somme des recettes de l'année (400) ; "
        ""
        "attendu : la même valeur, ou l'un des deux seulement",
    ),
    (
        personne(date_naissance="1990-01-01") | {"carriere": [{"annee": 1989}]},
        "carriere[0].annee : 1989 précède la naissance ; attendu : une année à partir de 1990",
    ),
    (
        {"evenement": {"debut": "2026-03-02", "fin": "2026-03-01"}},
        "evenement.fin : 2026-03-01 précède 2026-03-02 (début de l'événement) ; attendu : au plus tôt 2026-03-02",
    ),
    (
        {"acte": {"entree": "2026-03-02", "sortie": "2026-03-01"}},
        "acte.sortie : 2026-03-01 précède 2026-03-02 (entrée à l'hôpital) ; attendu : au plus tôt 2026-03-02",
    ),
    (
        {"societe": {"chiffre_affaires": {2025: 100}, "marge_brute": {2025: 101}}},
        "societe.marge_brute.2025 : 101 dépasse le chiffre d'affaires ; attendu : au plus 100",
    ),
    (
        {"societe": {"debut": "2020-05-01", "chiffre_affaires": {2019: 1}}},
        "societe.chiffre_affaires.2019 : année antérieure à la création (2020-05-01)",
    ),
    (
        {"defunt": {"date_naissance": "1950-01-01", "deces": "1949-01-01"}},
        "defunt.deces : 1949-01-01 précède 1950-01-01 (date de naissance) ; attendu : au plus tôt 1950-01-01",
    ),
    (
        {"defunt": {"mariages": [{"du": "2000-01-01", "au": "1999-01-01"}]}},
        "defunt.mariages[0].au : 1999-01-01 précède 2000-01-01 (date du mariage) ; attendu : au plus tôt 2000-01-01",
    ),
    (
        {"defunt": {"deces": "2020-01-01", "mariages": [{"du": "2021-01-01"}]}},
        "defunt.mariages[0].du : 2021-01-01 suit le décès ; attendu : au plus tard 2020-01-01",
    ),
]


@pytest.mark.parametrize(("document", "attendue"), CONTRADICTIONS)
def test_contradiction_is_told(document: dict[str, Any], attendue: str) -> None:
    assert fautes(document) == [attendue]


@pytest.mark.parametrize(
    "document",
    [
        personne(date_naissance="2026-11-24"),
        activite(debut="2020-01-01", fin="2020-01-01", exercices={2020: {}}),
        activite(parts={"personne": 33.3, "conjoint": 33.3, "autres_gerants": 33.4}),
        # Accounts are often given rounded; at the IS the gross income is pay and dividends.
        activite(exercices={2025: {"chiffre_affaires": 61000.4, "charges": 22000, "revenu_brut": 39000}}),
        activite(imposition="is", exercices={2025: {"chiffre_affaires": 9, "charges": 1, "revenu_brut": 42}}),
        activite(exercices={2025: {"charges": 22000, "revenu_brut": -5}}),
        activite(recettes={"2026-01": {"ventes": 300}}, exercices={2026: {"chiffre_affaires": 4000}}),
        activite(recettes={"2026-T1": {"ventes": 3}, "2026-04": {"ventes": 1}}),
        activite(debut="2026-02-15", recettes={"2026-T1": {"ventes": 3}}),
        activite(nature="salariee", profession="medecin"),
        activite(statut="gerant_majoritaire", conjoint_collaborateur="forfait"),
        activite(nature="liberale", option_taux_specifiques_rci=True),
        activite(nature="artisanale", option_taux_specifiques_rci=False),
        activite(option_ssi="2019-01-01"),
        activite(option_ssi="2023-12-31"),
        activite(acre=True, debut="2026-01-01"),
        activite(imposition="is", statut="entreprise_individuelle", exercices={2026: {"dividendes_percus": 5000}}),
        activite(imposition="ir", exercices={2026: {"dividendes": 0, "capital_et_compte_courant": 100}}),
        activite(statut="gerant_majoritaire", exercices={2026: {"dividendes_percus": 5000}}),
        activite(nature="commerciale", profession="disc_jockey"),
        personne(commune="2A004", departement="2A"),
    ],
)
def test_what_is_possible_is_accepted(document: dict[str, Any]) -> None:
    charger(document, aujourd_hui=AUJOURD_HUI)
