"""The comparison with the official simulators: its logic, without Node, npm or the network."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any

import pytest

Sortie = pytest.CaptureFixture[str]
Monkey = pytest.MonkeyPatch
OUTILS = Path(__file__).resolve().parents[2] / "tools"
MALADIE, CSG, TOTAL = "cotisation_maladie_maternite", "csg_crds", "total_cotisations_et_contributions"
NOMBRE = 240


@pytest.fixture(scope="module")
def outil() -> ModuleType:
    sys.path.insert(0, str(OUTILS))
    try:
        return importlib.import_module("pairs")
    finally:
        sys.path.remove(str(OUTILS))


@pytest.fixture
def modeles(outil: ModuleType) -> ModuleType:
    return sys.modules["pairs_modeles"]


@pytest.fixture
def situations(outil: ModuleType) -> ModuleType:
    return sys.modules["pairs_situations"]


@pytest.fixture
def cas(outil: ModuleType) -> Any:
    return outil.Cas(2024, {"revenu_professionnel": 30_000, "nature": "artisanale", "rsa": True, "debut": "2019-01-01"})


NOS = {"assiette_sociale": 30_000.0, MALADIE: 1_000.0, CSG: 3_000.0, TOTAL: 4_000.0}
LEURS = {MALADIE: 990.0, CSG: 2_999.0, TOTAL: 3_989.0}


def explication(outil: ModuleType, **champs: Any) -> Any:
    defauts = {"version": ("1.0",), "annees": (2024,), "lignes": (MALADIE,), "quand": "ecart == 10", "a_qui": "eux"}
    return outil.Explication(**{**defauts, "raison": "CSS D. 621-2", **champs})


def ecarts(outil: ModuleType, cas: Any, leurs: Mapping[str, float | None]) -> list[Any]:
    trouves: list[Any] = outil.comparer("1.0", cas, NOS, leurs, 46_368)
    return trouves


class TestComparaison:
    def test_finds_the_lines_that_differ(self, outil: ModuleType, cas: Any) -> None:
        trouves = ecarts(outil, cas, LEURS)
        assert {e.ligne: e.montant for e in trouves} == {MALADIE: 10, CSG: 1, TOTAL: 11}
        contextes = {e.ligne: (e.contexte["ecart_cotisations"], e.contexte["ecart_lignes"]) for e in trouves}
        assert set(contextes.values()) == {(10, 11)}

    def test_ignores_the_noise_of_floats_and_what_does_not_apply(self, outil: ModuleType, cas: Any) -> None:
        leurs = {MALADIE: 1_000.0000001, "cotisation_allocations_familiales": None}
        assert ecarts(outil, cas, leurs) == []

    def test_compares_only_the_lines_asked(self, outil: ModuleType, cas: Any) -> None:
        assert [e.ligne for e in ecarts(outil, cas, {CSG: 2_999.0})] == [CSG]


class TestExplications:
    @pytest.mark.parametrize(
        ("champs", "attendu"),
        [
            ({}, True),
            ({"version": ("*",)}, True),
            ({"version": ("2.0", "1.0")}, True),
            ({"version": ("2.0",)}, False),
            ({"annees": (2023,)}, False),
            ({"lignes": (CSG,)}, False),
            ({"quand": "rsa and not saisonniere and nature == 'artisanale'"}, True),
            ({"quand": "0.4 * pass_ <= assiette < 1.1 * pass_ and abs(ecart) % 3 == 1"}, True),
            ({"quand": "revenu < 0.4 * pass_ or egide < eux"}, False),
        ],
    )
    def test_holds_under_its_condition(
        self, outil: ModuleType, cas: Any, champs: dict[str, Any], attendu: bool
    ) -> None:
        ecart = ecarts(outil, cas, {MALADIE: 990.0})[0]
        assert explication(outil, **champs).explique(ecart) is attendu

    @pytest.mark.parametrize(
        "champs",
        [
            {"quand": "revenus > 3"},
            {"quand": "__import__('os')"},
            {"quand": "egide.__class__"},
            {"quand": "ecart =="},
            {"a_qui": "personne"},
            {"lignes": ("maladie",)},
            {"raison": " "},
        ],
    )
    def test_refuses_what_it_cannot_read(self, outil: ModuleType, champs: dict[str, Any]) -> None:
        with pytest.raises(outil.ExplicationInvalide):
            explication(outil, **champs)

    def test_unknown_key_is_an_error(self, outil: ModuleType, tmp_path: Path) -> None:
        fichier = tmp_path / "ecarts.yaml"
        fichier.write_text("- {version: '1.0', annees: [2024], lignes: [csg_crds], quand: rsa, pourquoi: x}\n")
        with pytest.raises(outil.ExplicationInvalide, match=r"ecarts\.yaml"):
            outil.lire_explications(fichier)

    def test_file_of_the_project_is_about_what_is_compared(self, outil: ModuleType, modeles: ModuleType) -> None:
        connues = {v.nom: set(v.annees) for v in modeles.PUBLIEES} | {
            "modele-ti": set(modeles.ANNEES_DES_FICHIERS[True])
        }
        for e in outil.lire_explications():
            for version in set(e.version) - {"*"}:
                assert set(e.annees) & connues[version], e.raison


class TestBilan:
    def test_every_gap_is_explained_once(self, outil: ModuleType, cas: Any) -> None:
        causes = [explication(outil), explication(outil, lignes=(CSG,), quand="ecart == 1", a_qui="suite")]
        bilan = outil.Bilan()
        bilan.ajouter("1.0", 2024, ecarts(outil, cas, {MALADIE: 990.0, CSG: 2_999.0}), causes)
        bilan.ajouter("1.0", 2024, [], causes)
        assert not bilan.en_faute
        assert (bilan.situations["1.0", 2024], bilan.egales["1.0", 2024]) == (2, 1)
        assert [c.utilisee for c in causes] == [1, 1]

    def test_gap_without_or_with_two_explanations_is_a_fault(self, outil: ModuleType, cas: Any) -> None:
        bilan = outil.Bilan()
        bilan.ajouter("1.0", 2024, ecarts(outil, cas, {MALADIE: 990.0}), [explication(outil), explication(outil)])
        assert bilan.en_faute
        assert (len(bilan.deux_fois), len(bilan.inexpliques)) == (1, 0)
        bilan = outil.Bilan()
        bilan.ajouter("1.0", 2024, ecarts(outil, cas, {MALADIE: 990.0}), [])
        assert (len(bilan.deux_fois), len(bilan.inexpliques)) == (0, 1)


class TestSituations:
    def test_are_always_the_same_and_can_be_said_to_both(self, situations: ModuleType, modeles: ModuleType) -> None:
        for annee in (2021, 2026):
            tirage = list(situations.tirer(annee, NOMBRE, Random(annee)))
            assert tirage == list(situations.tirer(annee, NOMBRE, Random(annee)))
            assert len(tirage) == NOMBRE
            for c in tirage:
                exercice = situations.document(c)["activites"][0]["exercices"][annee]
                assert exercice == {situations.nom_du_revenu(annee): c.revenu}
                modeles.MODELE_TI.situation(annee, c.faits)

    def test_are_said_in_their_words(self, modeles: ModuleType, cas: Any) -> None:
        assert modeles.MODELE_2021.situation(2021, cas.faits) == {
            "dirigeant": "'indépendant'",
            "dirigeant . indépendant . revenu professionnel": "30000 €/an",
            "entreprise . catégorie d'activité": "'artisanale'",
            "entreprise . date de création": "01/01/2019",
            "entreprise . exercice . fin": "31/12/2021",
            "situation personnelle . RSA": "oui",
        }

    def test_a_fact_they_do_not_know_is_not_said(self, modeles: ModuleType) -> None:
        with pytest.raises(KeyError):
            modeles.MODELE_2021.situation(2021, {"saisonniere": True})


def simuler(outil: ModuleType, monkeypatch: Monkey, *, de_plus: float, explications: list[Any]) -> None:
    """Put in place of the peers a program that answers what Égide answers, with a gap on one line."""

    def demander(version: Any, cache: Path, demandes: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [{"id": d["id"], "valeurs": dict.fromkeys(d["cibles"], None)} for d in demandes]

    def cotisations(document: Any, annee: int) -> Any:
        class Reponse:
            def to_dict(self) -> dict[str, Any]:
                parametres = [{"nom": "pass_", "valeur": "46368"}]
                return {"valeurs": {"assiette_sociale": 1.0, MALADIE: de_plus}, "parametres": parametres}

        return Reponse()

    monkeypatch.setattr(outil, "demander", demander)
    monkeypatch.setattr(outil.egide, "cotisations", cotisations)
    monkeypatch.setattr(outil, "lire_explications", lambda: explications)


class TestCommande:
    ARGUMENTS = ("--versions", "3.0.0", "--annees", "2024", "--situations", "5")

    def test_succeeds_when_all_is_equal(self, outil: ModuleType, monkeypatch: Monkey, capsys: Sortie) -> None:
        simuler(outil, monkeypatch, de_plus=0, explications=[explication(outil, version=("3.0.0",))])
        assert outil.main([*self.ARGUMENTS]) == 0
        sortie = capsys.readouterr().out
        assert "attention : explication qui ne sert plus (3.0.0) : CSS D. 621-2" in sortie
        assert "0 inexpliqués" in sortie.splitlines()[-1]

    def test_explained_gap_is_shown_with_its_cause(
        self, outil: ModuleType, monkeypatch: Monkey, capsys: Sortie
    ) -> None:
        simuler(outil, monkeypatch, de_plus=10, explications=[explication(outil, version=("3.0.0",))])
        assert outil.main([*self.ARGUMENTS]) == 0
        assert "eux : CSS D. 621-2" in capsys.readouterr().out

    def test_fails_on_a_gap_without_explanation(self, outil: ModuleType, monkeypatch: Monkey, capsys: Sortie) -> None:
        simuler(outil, monkeypatch, de_plus=3, explications=[])
        assert outil.main([*self.ARGUMENTS]) == 1
        assert f"INEXPLIQUÉ : 3.0.0, 2024, {MALADIE} : Égide 3, eux 0" in capsys.readouterr().out

    def test_says_that_node_is_missing(
        self, outil: ModuleType, modeles: ModuleType, monkeypatch: Monkey, capsys: Sortie, tmp_path: Path
    ) -> None:
        simuler(outil, monkeypatch, de_plus=0, explications=[])
        monkeypatch.setattr(outil, "demander", modeles.demander)
        monkeypatch.setattr(outil, "user_cache_dir", lambda _: str(tmp_path))
        monkeypatch.setenv("PATH", "")
        assert outil.main([*self.ARGUMENTS]) == 1
        assert "ERREUR : la comparaison n'a pas été faite. node est introuvable" in capsys.readouterr().err

    def test_says_that_the_network_is_missing(
        self, outil: ModuleType, modeles: ModuleType, monkeypatch: Monkey, capsys: Sortie, tmp_path: Path
    ) -> None:
        simuler(outil, monkeypatch, de_plus=0, explications=[])
        monkeypatch.setattr(outil, "demander", modeles.demander)
        monkeypatch.setattr(outil, "user_cache_dir", lambda _: str(tmp_path))
        for programme in ("node", "npm"):
            (tmp_path / programme).write_text("#!/bin/sh\necho ENOTFOUND >&2\nexit 1\n")
            (tmp_path / programme).chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path))
        assert outil.main([*self.ARGUMENTS]) == 1
        erreur = capsys.readouterr().err
        assert "npm n'a pas pu installer publicodes@1.3.3, modele-social@3.0.0 (réseau coupé ?)" in erreur
        assert "ENOTFOUND" in erreur

    @pytest.mark.parametrize("contenu", ["[", "{}", "[]", json.dumps({"autre": 1})])
    def test_refuses_a_file_that_holds_no_rules(
        self, outil: ModuleType, capsys: Sortie, tmp_path: Path, contenu: str
    ) -> None:
        fichier = tmp_path / "regles.json"
        fichier.write_text(contenu, encoding="utf-8")
        assert outil.main(["--versions", "-", "--regles", str(fichier)]) == 1
        assert "regles.json" in capsys.readouterr().err

    def test_file_is_asked_about_the_years_of_its_model(self, modeles: ModuleType, tmp_path: Path) -> None:
        fichier = tmp_path / "modele-ti.json"
        fichier.write_text(json.dumps({"indépendant . revenu brut": {}}), encoding="utf-8")
        version = modeles.version_du_fichier(fichier)
        assert (version.nom, version.annees, version.lignes(2026)) == ("modele-ti", (2024, 2025, 2026), modeles.LIGNES)
        assert modeles.PUBLIEES[-1].lignes(2026) == modeles.SANS_LA_REFORME
