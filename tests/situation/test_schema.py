"""The JSON Schema says in French what the model accepts."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from egide.annuaire import professions
from egide.droit.commun.enumerations import Nature, Statut, slug
from egide.situation import charger, schema

COMPLET = Path(__file__).with_name("complet.yaml")


def proprietes(nom: str) -> dict[str, Any]:
    corps = schema()
    trouvees: dict[str, Any] = (corps if nom == "Situation" else corps["$defs"][nom])["properties"]
    return trouvees


def sans_null(champ: dict[str, Any]) -> dict[str, Any]:
    trouve: dict[str, Any] = next(choix for choix in champ["anyOf"] if choix != {"type": "null"})
    return trouve


@pytest.mark.parametrize("nom", ["Situation", *schema()["$defs"]])
def test_every_field_is_described_accepts_null_and_has_no_english_title(nom: str) -> None:
    for champ, contenu in proprietes(nom).items():
        assert contenu["description"], champ
        assert {"type": "null"} in contenu["anyOf"], champ
        assert "title" not in contenu, champ


def test_parts_are_closed_and_titled_in_french() -> None:
    corps = schema()
    assert corps["title"] == "Situation"
    assert corps["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    for part in (corps, *corps["$defs"].values()):
        assert part["additionalProperties"] is False
        assert part["title"]
        assert part["description"].endswith((".", "besoin."))
    assert corps["$defs"]["DemandeVolontaire"]["title"] == "Demande d'assurance volontaire"


def test_words_units_and_bounds() -> None:
    activite, exercice = proprietes("Activite"), proprietes("Exercice")
    assert sans_null(activite["nature"])["enum"] == [slug(membre) for membre in Nature]
    assert sans_null(activite["statut"])["enum"] == [slug(membre) for membre in Statut]
    assert sans_null(exercice["chiffre_affaires"]) == {"type": "number", "minimum": 0, "maximum": 1e10}
    assert exercice["chiffre_affaires"]["unite"] == "€/an"
    assert exercice["chiffre_affaires"]["description"] == "Chiffre d'affaires ou recettes, hors taxes (en €/an)"
    annees = re.compile(sans_null(activite["exercices"])["propertyNames"]["pattern"])
    assert [a for a in ("1949", "1950", "2026", "2100", "2101", "26") if annees.search(a)] == [
        "1950",
        "2026",
        "2100",
    ]


def test_months_of_reduction_are_keyed_by_their_amount() -> None:
    mois = sans_null(proprietes("Exercice")["mois_reduction_covid"])
    montants = re.compile(mois["propertyNames"]["pattern"])
    assert [m for m in ("250", "300", "600", "500", "6000") if montants.search(m)] == ["250", "300", "600"]
    assert mois["additionalProperties"] == {"type": "integer", "minimum": 0, "maximum": 12}


def test_patterns_of_the_schema_accept_what_the_readers_accept() -> None:
    activite, personne = proprietes("Activite"), proprietes("Personne")
    for nom in professions():
        assert re.search(sans_null(activite["profession"])["pattern"], nom)
    for commune in ("35238", "2A004", "97411"):
        assert re.search(sans_null(personne["commune"])["pattern"], commune)
        charger({"personne": {"commune": commune}})


def test_the_complete_document_gives_every_field_of_the_schema() -> None:
    """A field that the contract names and the model forgets, or the reverse, shows here."""
    document = charger(COMPLET).document()
    manquants = {champ for champ in proprietes("Situation") if champ not in document}
    manquants |= {f"personne.{champ}" for champ in proprietes("Personne") if champ not in document["personne"]}
    manquants |= {f"activites.{champ}" for champ in proprietes("Activite") if champ not in document["activites"][0]}
    donnes = {cle for exercice in document["activites"][0]["exercices"].values() for cle in exercice}
    manquants |= {f"exercices.{champ}" for champ in proprietes("Exercice") if champ not in donnes}
    assert manquants == set()
