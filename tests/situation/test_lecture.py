"""Where a situation is read from, and what is said when it cannot be read."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from egide.situation import Situation, SituationInvalide, charger

COMPLET = Path(__file__).with_name("complet.yaml")
YAML = 'personne: {enfants: 2, commune: "01004", date_naissance: 1984-05-17}\n'
JSON = '{"personne": {"enfants": 2, "commune": "01004", "date_naissance": "1984-05-17"}}'


@pytest.fixture
def attendue() -> Situation:
    return charger({"personne": {"enfants": 2, "commune": "01004", "date_naissance": "1984-05-17"}})


def faute(source: Any) -> str:
    with pytest.raises(SituationInvalide) as erreur:
        charger(source)
    (unique,) = erreur.value.fautes
    return str(unique)


def test_yaml_json_stream_and_mapping_say_the_same(
    tmp_path: Path, attendue: Situation, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "s.yaml").write_text(YAML, encoding="utf-8")
    (tmp_path / "s.json").write_text(JSON, encoding="utf-8")
    assert charger(tmp_path / "s.yaml") == charger(str(tmp_path / "s.json")) == attendue
    assert charger(io.StringIO(YAML)) == charger(io.BytesIO(JSON.encode())) == attendue
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(YAML.encode())))
    assert charger("-") == attendue
    assert charger(attendue) is attendue


def test_json_with_tabs_and_yaml_in_braces_are_read_from_a_stream(attendue: Situation) -> None:
    assert charger(io.StringIO(JSON.replace(" ", "\t"))) == attendue
    assert charger(io.StringIO('{personne: {enfants: 2, commune: "01004", date_naissance: 1984-05-17}}')) == attendue


def test_byte_order_mark_is_ignored(attendue: Situation, tmp_path: Path) -> None:
    (tmp_path / "s.json").write_bytes(b"\xef\xbb\xbf" + JSON.encode())
    assert charger(tmp_path / "s.json") == attendue
    assert charger(io.BytesIO(b"\xef\xbb\xbf" + YAML.encode())) == attendue


@pytest.mark.parametrize(
    ("texte", "attendu"),
    [
        (
            "personne:\n  enfants: 1\n  enfants: 2\n",
            "ligne 3, colonne 3 : clé donnée deux fois (« enfants »)",
        ),
        (
            "personne:\n\tenfants: 1\n",
            "ligne 2, colonne 1 : tabulation : YAML n'accepte que des espaces en début de ligne",
        ),
        (
            "personne:\n  enfants: 1\n commune: x\n",
            "ligne 3, colonne 2 : retrait irrégulier : les clés d'un même niveau doivent être alignées",
        ),
        (
            "personne: {enfants: 1\nactivites: []\n",
            "ligne 2, colonne 10 : virgule ou fermeture manquante entre accolades ou crochets",
        ),
        ('personne: "abc\n', "ligne 1, colonne 11 : guillemets non fermés"),
        (
            "personne: a: b\n",
            "ligne 1, colonne 12 : deux-points inattendu : retrait irrégulier, ou texte à mettre entre guillemets",
        ),
        ("a: &x 1\nb: *x\n", "ligne 2, colonne 4 : renvoi « * » non accepté : répéter la valeur"),
        ("!!python/object:os.system {}\n", "ligne 1, colonne 1 : étiquette « ! » non acceptée"),
        ("a: 1\n---\nb: 2\n", "ligne 2, colonne 1 : plusieurs documents : une seule situation est attendue"),
        ("personne: \0\n", " : caractère interdit ou construction trop profonde"),
        ("[" * 5000, " : caractère interdit ou construction trop profonde"),
    ],
)
def test_faults_of_yaml_syntax(texte: str, attendu: str) -> None:
    separateur = "" if attendu.startswith(" :") else " "
    assert faute(io.StringIO(texte)) == f"document : YAML incorrect{separateur}{attendu}"


@pytest.mark.parametrize(
    ("texte", "attendu"),
    [
        ('{"personne": {"enfants": 1}', "JSON incorrect ligne 1, colonne 28 : virgule ou fermeture attendue"),
        ('{"personne": oui}', "JSON incorrect ligne 1, colonne 14 : valeur attendue"),
        ('{"personne": {}} x', "JSON incorrect ligne 1, colonne 18 : texte en trop après la fin du document"),
        ('{"a": 1, "a": 2}', "JSON incorrect : clé donnée deux fois (« a »)"),
        ('{"a":' * 100_000, "JSON incorrect : trop de niveaux, ou nombre démesuré"),
    ],
)
def test_faults_of_json_syntax(tmp_path: Path, texte: str, attendu: str) -> None:
    fichier = tmp_path / "s.json"
    fichier.write_text(texte, encoding="utf-8")
    assert faute(fichier) == f"{fichier} : {attendu}"


def test_json_constants_that_are_not_numbers_are_faults_of_their_field(tmp_path: Path) -> None:
    fichier = tmp_path / "s.json"
    fichier.write_text('{"personne": {"enfants": NaN}}', encoding="utf-8")
    assert faute(fichier) == "personne.enfants : reçu NaN (pas un nombre) ; attendu : un nombre entier de 0 à 30"


def test_impossible_yaml_date_is_a_fault_of_its_field_not_of_the_file() -> None:
    assert faute(io.StringIO("personne: {date_naissance: 2026-02-30}")) == (
        "personne.date_naissance : reçu « 2026-02-30 » ; attendu : une date AAAA-MM-JJ qui existe au calendrier"
    )


@pytest.mark.parametrize(
    ("octets", "attendu"),
    [
        (b"", "document vide ; attendu : une situation (personne:, activites:…)"),
        (b"  \n\n", "document vide ; attendu : une situation (personne:, activites:…)"),
        (b"- 1\n", "reçu une liste ; attendu : un document fait de clés (personne:, activites:…)"),
        (b"bonjour\n", "reçu « bonjour » ; attendu : un document fait de clés (personne:, activites:…)"),
        (b"# rien\n", "reçu une valeur vide ; attendu : un document fait de clés (personne:, activites:…)"),
        (
            b"a: 1\nb: \xe9t\xe9\n",
            "texte illisible ligne 2 : il n'est pas en UTF-8 ; l'enregistrer avec l'encodage UTF-8",
        ),
        (b"a" * 5_000_001, "document trop long ; attendu : au plus 5 Mo"),
    ],
    ids=repr,
)
def test_documents_that_are_not_a_situation(tmp_path: Path, octets: bytes, attendu: str) -> None:
    fichier = tmp_path / "s.yaml"
    fichier.write_bytes(octets)
    assert faute(fichier) == f"{fichier} : {attendu}"


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    assert faute(tmp_path / "absent.yaml") == f"{tmp_path / 'absent.yaml'} : fichier introuvable"
    assert faute(tmp_path) == f"{tmp_path} : c'est un dossier ; attendu : un fichier YAML ou JSON"
    illisible = "fichier illisible ; attendu : le chemin d'un fichier YAML ou JSON"
    assert faute("a\0b") == f"a\0b : {illisible}"
    assert faute("personne:\n  enfants: 1") == "personne: enfants: 1 : fichier introuvable"


def test_unauthorised_file_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuser(*_args: Any, **_options: Any) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuser)
    assert faute("s.yaml") == "s.yaml : fichier illisible : lecture non autorisée"


def test_the_whole_contract_is_accepted_and_written_back_the_same() -> None:
    complete = charger(COMPLET)
    document = complete.document()
    assert charger(document) == complete
    assert charger(io.StringIO(json.dumps(document))) == complete
    assert document["activites"][0]["nature"] == "artisanale"
    assert document["activites"][0]["exercices"]["2026"]["revenu_brut"] == 42000  # noqa: PLR2004
    assert document["personne"]["date_naissance"] == "1984-05-17"


def test_document_holds_what_was_given_and_nothing_else() -> None:
    donne = {"personne": {"enfants": 2}, "activites": [{"option_ssi": False, "debut": "2019-03-01"}]}
    assert charger(donne).document() == donne


def test_a_situation_cannot_be_changed() -> None:
    situation = charger({})
    with pytest.raises(ValueError, match="frozen"):
        setattr(situation, "personne", None)  # noqa: B010 (mypy knows it is frozen)
    assert situation == Situation()


@pytest.mark.parametrize("cle", ["personne", "activites", "carriere", "releve", "evenement", "acte", "compte"])
def test_a_key_left_empty_is_a_key_not_given(cle: str) -> None:
    vide, rien = charger({cle: None}), charger({})
    assert getattr(vide, cle) == getattr(rien, cle)
    assert vide.donnees() == {}
