"""Occupations and territories."""

from __future__ import annotations

import re

import pytest

from egide.annuaire import (
    DEPARTEMENTS,
    CommuneInvalide,
    ProfessionInconnue,
    departement_de_commune,
    profession,
    professions,
)
from egide.droit.commun.enumerations import CategorieLiberale

SECTIONS = {
    "consultant": "NON_REGLEMENTEE",
    "formateur": "NON_REGLEMENTEE",
    "sophrologue": "NON_REGLEMENTEE",
    "agent_commercial": "SANS_OBJET",
    "exploitant_auto_ecole": "SANS_OBJET",
    "chef_etablissement_enseignement": "SANS_OBJET",
    "architecte": "CIPAV",
    "psychologue": "CIPAV",
    "psychomotricien": "CIPAV",
    "osteopathe": "CIPAV",
    "moniteur_de_ski": "CIPAV",
    "guide_de_haute_montagne": "CIPAV",
    "medecin": "CARMF",
    "chirurgien_dentiste": "CARCDSF",
    "sage_femme": "CARCDSF",
    "infirmier": "CARPIMKO",
    "masseur_kinesitherapeute": "CARPIMKO",
    "pharmacien": "CAVP",
    "veterinaire": "CARPV",
    "expert_comptable": "CAVEC",
    "notaire": "CPRN",
    "commissaire_de_justice": "CAVOM",
    "agent_general_assurance": "CAVAMAC",
    "avocat": "CNBF",
    "plombier": "SANS_OBJET",
}


@pytest.mark.parametrize(("slug", "section"), SECTIONS.items())
def test_named_professions_exist_with_their_section(slug: str, section: str) -> None:
    assert profession(slug).categorie_liberale is CategorieLiberale[section]


def test_pamc_are_the_practitioners_and_auxiliaries() -> None:
    pamc = {slug for slug in SECTIONS if profession(slug).pamc}
    assert pamc == {"medecin", "chirurgien_dentiste", "sage_femme", "infirmier", "masseur_kinesitherapeute"}


def test_every_row_is_whole() -> None:
    assert len(professions()) > 300  # noqa: PLR2004
    for slug, metier in professions().items():
        assert re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)*", slug)
        assert metier.slug == slug
        assert metier.libelle
        assert metier.nature
        assert metier.caisse_vieillesse_avant_2018
        assert metier.caisse_si_debut_2018
        assert metier.caisse_si_debut_depuis_2019
        assert metier.source
        if metier.nature == "artisanale":
            assert metier.categorie_liberale is CategorieLiberale.SANS_OBJET


def test_every_section_has_a_profession() -> None:
    assert {metier.categorie_liberale for metier in professions().values()} == set(CategorieLiberale)


@pytest.mark.parametrize(
    ("nom", "message"),
    [
        ("plombié", "profession inconnue : « plombié » ; vouliez-vous dire « plombier » ?"),
        ("dentiste", "profession inconnue : « dentiste » ; vouliez-vous dire « chirurgien_dentiste » ?"),
        ("xyzxyz", "profession inconnue : « xyzxyz »"),
    ],
)
def test_unknown_profession(nom: str, message: str) -> None:
    with pytest.raises(ProfessionInconnue) as erreur:
        profession(nom)
    assert str(erreur.value) == message
    assert isinstance(erreur.value, LookupError)


@pytest.mark.parametrize(
    ("code", "departement"),
    [("01004", "01"), ("35238", "35"), ("2A004", "2A"), ("2B033", "2B"), ("97411", "974"), ("98735", "987")],
)
def test_departement_of_a_commune(code: str, departement: str) -> None:
    assert departement_de_commune(code) == departement


@pytest.mark.parametrize("code", ["", "1004", "352380", "20004", "2C004", "2AA04", "3523A", "97911", "99100", "35٢٣٨"])
def test_codes_that_no_commune_can_have(code: str) -> None:
    with pytest.raises(CommuneInvalide):
        departement_de_commune(code)


def test_departements() -> None:
    assert len(DEPARTEMENTS) == 109  # noqa: PLR2004
    assert "20" not in DEPARTEMENTS
