"""The comparison with the official simulators: its logic, without Node, npm or the network."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

Sortie = pytest.CaptureFixture[str]
Monkey = pytest.MonkeyPatch
OUTILS = Path(__file__).resolve().parents[2] / "tools"
MALADIE, CSG, TOTAL = "cotisation_maladie_maternite", "csg_crds", "total_cotisations_et_contributions"


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
def cas(outil: ModuleType) -> Any:
    faits = {"revenu_professionnel": 30_000, "nature": "artisanale", "rsa": True, "debut": "2019-01-01"}
    return outil.Cas(2024, faits, "conjoint")


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
        bilan.ajouter("1.0", cas, ecarts(outil, cas, {MALADIE: 990.0, CSG: 2_999.0}), causes)
        bilan.ajouter("1.0", cas, [], causes)
        assert not bilan.en_faute
        assert (bilan.situations["1.0", 2024, "conjoint"], bilan.egales["1.0", 2024, "conjoint"]) == (2, 1)
        assert [c.utilisee for c in causes] == [1, 1]

    def test_gap_without_or_with_two_explanations_is_a_fault(self, outil: ModuleType, cas: Any) -> None:
        bilan = outil.Bilan()
        bilan.ajouter("1.0", cas, ecarts(outil, cas, {MALADIE: 990.0}), [explication(outil), explication(outil)])
        assert bilan.en_faute
        assert (len(bilan.deux_fois), len(bilan.inexpliques)) == (1, 0)
        bilan = outil.Bilan()
        bilan.ajouter("1.0", cas, ecarts(outil, cas, {MALADIE: 990.0}), [])
        assert (len(bilan.deux_fois), len(bilan.inexpliques)) == (0, 1)

    def test_summary_has_a_row_for_each_family_and_a_column_for_each_version(
        self, outil: ModuleType, cas: Any, capsys: Sortie
    ) -> None:
        bilan = outil.Bilan()
        bilan.ajouter("1.0", cas, [], [])
        bilan.ajouter("1.0", cas, ecarts(outil, cas, {MALADIE: 990.0}), [explication(outil)])
        bilan.ajouter("2.0", outil.Cas(2023, cas.faits, "rsa"), [], [])
        bilan.sans_traduction["2.0", 2024, "conjoint"] += 3
        outil.afficher(bilan, [], 30)
        *_, annee, entete, rsa, conjoint, derniere = capsys.readouterr().out.splitlines()
        assert annee == "2.0, 2024 : 0 situations, 0 égales sur toute la ligne, 3 qu'elle ne sait pas entendre"
        assert entete.split() == ["égales/comparées", "1.0", "2.0"]
        assert [rsa.split(), conjoint.split()] == [["rsa", "—", "1/1"], ["conjoint", "1/2", "—"]]
        assert derniere.startswith("3 situations, 2 égales ; écarts expliqués : 1 à eux, 0 à nous, 0 par suite")


class TestVariante:
    def test_condition_sees_what_egide_answers_otherwise(
        self, outil: ModuleType, cas: Any, monkeypatch: Monkey
    ) -> None:
        demandes: list[Any] = []

        def valeurs_de(autre: Any) -> dict[str, float]:
            demandes.append(dict(autre.faits))
            return {MALADIE: 990.0, "assiette_sociale": 5.0}

        monkeypatch.setattr(sys.modules["pairs_explications"], "valeurs_de", valeurs_de)
        ecart = ecarts(outil, cas, {MALADIE: 990.0})[0]
        changement = {"rsa": None, "debut": "2018-01-01"}
        assert explication(outil, quand="eux == variante and variante_assiette == 5", variante=changement).explique(
            ecart
        )
        assert not explication(outil, quand="egide == variante", variante=changement).explique(ecart)
        assert demandes[0] == {"revenu_professionnel": 30_000, "nature": "artisanale", "debut": "2018-01-01"}

    def test_variant_that_egide_refuses_explains_nothing(self, outil: ModuleType, cas: Any) -> None:
        ecart = ecarts(outil, cas, {MALADIE: 990.0})[0]
        assert not explication(outil, quand="ecart == 10", variante={"nature": "agricole"}).explique(ecart)

    def test_groups_of_lines_are_read(self, outil: ModuleType, tmp_path: Path) -> None:
        fichier = tmp_path / "ecarts.yaml"
        fichier.write_text(
            "- {version: '1.0', annees: [2024], lignes: [du_conjoint], quand: acre, a_qui: eux, raison: x}\n",
            encoding="utf-8",
        )
        (lue,) = outil.lire_explications(fichier)
        assert lue.lignes == sys.modules["pairs_dialectes"].DU_CONJOINT

    @pytest.mark.parametrize(
        ("debut", "part"), [("2024-05-01", 1), ("2023-12-31", 364 / 365), ("2023-07-02", 182 / 365), ("2019-01-01", 0)]
    )
    def test_part_of_the_year_under_the_acre(self, outil: ModuleType, debut: str, part: float) -> None:
        lu = sys.modules["pairs_explications"]._part_acre(outil.Cas(2024, {"debut": debut}))
        assert lu == pytest.approx(part)


def simuler(outil: ModuleType, monkeypatch: Monkey, *, de_plus: float, explications: list[Any]) -> None:
    """Put in place of the peers a program that answers what Égide answers, with a gap on one line."""

    def demander(version: Any, cache: Path, demandes: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [{"id": d["id"], "valeurs": dict.fromkeys(d["cibles"], None)} for d in demandes]

    def cotisations(document: Any, annee: int, nature: str) -> Any:
        return SimpleNamespace(valeurs={"assiette_sociale": 1.0, MALADIE: de_plus})

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

    def test_node_starts_anew_before_its_memory_is_full(
        self, modeles: ModuleType, monkeypatch: Monkey, tmp_path: Path
    ) -> None:
        lots: list[str] = []

        def lancer(commande: list[str], *, input: str, **_: Any) -> Any:
            lots.append(input)
            return subprocess.CompletedProcess(commande, 0, stdout=input, stderr="")

        monkeypatch.setattr(modeles, "installer", lambda version, cache: tmp_path)
        monkeypatch.setattr(modeles, "_programme", lambda nom: nom)
        monkeypatch.setattr(modeles.subprocess, "run", lancer)
        demandes = [{"id": k} for k in range(2 * modeles.DEMANDES_PAR_MOTEUR + 1)]
        assert list(modeles.demander(modeles.PUBLIEES[0], tmp_path, demandes)) == demandes
        assert [lot.count("\n") for lot in lots] == [modeles.DEMANDES_PAR_MOTEUR] * 2 + [1]

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
        assert (version.nom, version.annees) == ("modele-ti", (2024, 2025, 2026))
        assert (*version.lignes(2026, {"conjoint_collaborateur": "forfait", "commune": "97608"}),) == modeles.LIGNES
