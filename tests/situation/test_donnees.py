"""The facts of the engine that a situation gives."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from enum import IntEnum
from pathlib import Path
from typing import Any

import pytest

import egide
from egide.droit.commun.enumerations import (
    CategorieLiberale,
    Nature,
    OptionConjoint,
    SecteurCovid,
    Statut,
    Territoire,
)
from egide.moteur.faits import Fait, Genre
from egide.moteur.periode import numero
from egide.situation import FAITS, JAMAIS, charger

COMPLET = Path(__file__).with_name("complet.yaml")


def test_day_numbers() -> None:
    assert numero(date(1970, 1, 1)) == 0
    assert numero(date(2026, 1, 1)) == 20454  # noqa: PLR2004
    assert numero(date(9999, 12, 31)) == JAMAIS


def test_complete_document() -> None:
    donnees = charger(COMPLET).donnees()
    assert donnees["date_naissance", None, None] == numero(date(1984, 5, 17))
    assert donnees["territoire", 0, None] == Territoire.METROPOLE
    assert donnees["rsa_ou_prime_activite", None, None] == 0
    assert donnees["nature", 0, None] == Nature.ARTISANALE
    assert donnees["statut", 0, None] == Statut.ENTREPRISE_INDIVIDUELLE
    assert donnees["categorie_liberale", 0, None] == CategorieLiberale.SANS_OBJET
    assert donnees["debut", 0, None] == numero(date(2019, 3, 1))
    assert donnees["revenu_professionnel", 0, 2024] == 30000  # noqa: PLR2004
    assert (donnees["chiffre_affaires", 0, 2025], donnees["charges", 0, 2025]) == (61000, 22000)
    assert donnees["revenu_brut", 0, 2026] == 42000  # noqa: PLR2004
    assert donnees["option_ssi", 0, None] == JAMAIS  # an artisan has nothing to choose
    assert (donnees["mois_covid_600", 0, 2021], donnees["mois_covid_250", 0, 2021]) == (3, 2)
    for absent in (
        ("fin", 0, None),
        ("revenu_imposable", 0, 2026),
        ("charges", 0, 2026),
        ("mois_covid_300", 0, 2021),
        ("zfu_depuis", 0, None),
    ):
        assert absent not in donnees
    assert all(type(valeur) is float for valeur in donnees.values())


def test_nothing_given_gives_nothing() -> None:
    assert charger({}).donnees() == {}
    assert charger({"activites": [{}]}).donnees() == {}


def test_every_key_is_a_declared_fact_with_the_right_rank_and_year() -> None:
    for (nom, rang, annee), valeur in charger(COMPLET).donnees().items():
        fait = FAITS[nom]
        assert (rang is not None) == (fait.entite == "activite"), nom
        assert (annee is not None) == fait.par_annee, nom
        if fait.enumeration is not None:
            fait.enumeration(int(valeur))


def test_activities_keep_their_rank_and_years_given_as_texts_are_numbers() -> None:
    donnees = charger({"activites": [{"saisonniere": True}, {"exercices": {"2025": {"dividendes": 3}}}]}).donnees()
    assert donnees == {("saisonniere", 0, None): 1.0, ("dividendes", 1, 2025): 3.0}


@pytest.mark.parametrize(
    ("document", "attendu"),
    [
        ({"personne": {"commune": "97411"}}, Territoire.DROM),
        ({"personne": {"commune": "97701"}}, Territoire.DROM),
        ({"personne": {"commune": "97801"}}, Territoire.DROM),
        ({"personne": {"commune": "97502"}}, Territoire.COLLECTIVITE),
        ({"personne": {"commune": "97608"}}, Territoire.MAYOTTE),
        ({"personne": {"commune": "98735"}}, Territoire.AUTRE),
        ({"personne": {"departement": "976"}}, Territoire.MAYOTTE),
        ({"personne": {"departement": "2A"}}, Territoire.METROPOLE),
        # Contributions follow the place of the activity.
        ({"personne": {"departement": "35"}, "activites": [{"commune": "97302"}]}, Territoire.DROM),
        ({"personne": {"commune": "97302"}, "activites": [{"commune": "35238"}]}, Territoire.METROPOLE),
    ],
)
def test_territory(document: dict[str, Any], attendu: IntEnum | None) -> None:
    assert charger({"activites": [{}], **document}).donnees()["territoire", 0, None] == attendu


@pytest.mark.parametrize(
    ("activite", "attendu"),
    [
        ({"nature": "liberale", "profession": "consultant"}, CategorieLiberale.NON_REGLEMENTEE),
        ({"nature": "liberale", "profession": "architecte"}, CategorieLiberale.CIPAV),
        ({"nature": "liberale", "profession": "medecin"}, CategorieLiberale.CARMF),
        ({"profession": "avocat"}, CategorieLiberale.CNBF),
        ({"nature": "liberale", "profession": "exploitant_auto_ecole"}, CategorieLiberale.SANS_OBJET),
        ({"nature": "salariee", "profession": "medecin"}, CategorieLiberale.SANS_OBJET),
        ({"nature": "commerciale"}, CategorieLiberale.SANS_OBJET),
        ({"nature": "liberale"}, None),
        ({}, None),
    ],
)
def test_liberal_category(activite: dict[str, Any], attendu: IntEnum | None) -> None:
    assert charger({"activites": [activite]}).donnees().get(("categorie_liberale", 0, None)) == attendu


def test_derived_and_renamed_facts() -> None:
    donnees = charger(
        {
            "personne": {"invalidite": {"depuis": "2020-01-01"}, "retraite": {"depuis": "2021-01-01"}},
            "activites": [
                {"option_ssi": False, "conjoint_collaborateur": "forfait", "secteur_covid": "s1_bis"},
                {
                    "option_ssi": "2019-06-01",
                    "zfu": {"depuis": "2014-03-01", "salaries": 4},
                    "exercices": {"2021": {"mois_reduction_covid": {"600": 2, 300: 0}}},
                },
            ],
        }
    ).donnees()
    assert donnees == {
        ("invalidite_depuis", None, None): numero(date(2020, 1, 1)),
        ("retraite_depuis", None, None): numero(date(2021, 1, 1)),
        ("option_ssi", 0, None): JAMAIS,
        ("conjoint_collaborateur_option", 0, None): OptionConjoint.FORFAIT,
        ("secteur_covid", 0, None): SecteurCovid.S1_BIS,
        ("option_ssi", 1, None): numero(date(2019, 6, 1)),
        ("zfu_depuis", 1, None): numero(date(2014, 3, 1)),
        ("zfu_salaries", 1, None): 4,
        ("mois_covid_600", 1, 2021): 2,
        ("mois_covid_300", 1, 2021): 0,
    }


@pytest.mark.parametrize("fait", FAITS.values(), ids=lambda fait: fait.nom)
def test_declarations_hold_together(fait: Fait) -> None:
    assert FAITS[fait.nom] is fait
    assert (fait.agregation is None) == (fait.entite == "personne")
    assert (fait.enumeration is not None) == (fait.genre is Genre.ENUMERATION)
    if fait.enumeration is not None:
        assert issubclass(fait.enumeration, IntEnum)
        for numero in (fait.defaut, *fait.essais):
            assert numero is None or fait.enumeration(int(numero)) == numero
    assert fait.defaut not in fait.essais
    sans_essai = ("debut", "fin", "annee_de_reference")
    assert bool(fait.essais) == (fait.defaut is not None and fait.nom not in (*sans_essai, "micro_fiscal"))
    assert not fait.par_annee or fait.genre is Genre.OUI_NON or fait.unite in ("€/an", "mois", "fraction")


def test_facts_are_declared_without_loading_the_models() -> None:
    code = "import sys, egide.situation.faits as f; f.FAITS; sys.exit('egide.situation.modele' in sys.modules)"
    sans_services = "import sys, types; m = types.ModuleType('egide'); m.__path__ = [sys.argv[1]]; "
    sans_services += "sys.modules['egide'] = m; " + code
    racine = Path(egide.__file__).parent
    assert subprocess.run([sys.executable, "-c", sans_services, str(racine)], check=False).returncode == 0
