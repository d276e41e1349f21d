"""The situations put to Égide and to the official simulators, and the words they are said in."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any

import pytest

OUTILS = Path(__file__).resolve().parents[2] / "tools"
CSG, TOTAL = "csg_crds", "total_cotisations_et_contributions"
NOMBRE = 120


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
def dialectes(outil: ModuleType) -> ModuleType:
    return sys.modules["pairs_dialectes"]


@pytest.fixture
def cas(outil: ModuleType) -> Any:
    faits = {"revenu_professionnel": 30_000, "nature": "artisanale", "rsa": True, "debut": "2019-01-01"}
    return outil.Cas(2024, faits, "conjoint")


class TestSeuils:
    def test_are_incomes_only(self, situations: ModuleType) -> None:
        """Plafond of 2024: 46 368 €. Years in a zone, hours and what is Mayotte's own are no income."""
        attendus = {round(46_368 * part) for part in (0.115, 0.13, 0.4, 0.6, 0.75, 1, 1.1, 1.4, 2.5, 4, 5)}
        trouves = set(situations.seuils(2024))
        assert attendus <= trouves
        autres = trouves - attendus
        assert autres == {0, 390, 42_946, 5_242}, "overseas minimum, ceiling of the RCI, 450 hours at 11.65 €"

    def test_gross_incomes_of_the_reform_have_those_bases(self, situations: ModuleType) -> None:
        """Plafond of 2026: 48 060 €. Allowance of 26 %, from 1.76 % of the plafond (846 €) to 130 % (62 478 €)."""
        trouves = situations.seuils(2026)
        assert {846, round(0.0176 * 48_060 / 0.26), round(48_060 / 0.74), 5 * 48_060 + 62_478} <= trouves
        assert 48_060 + 846 not in trouves, "at the plafond the allowance is no longer the least one"


class TestSituations:
    def test_every_family_can_be_said_to_egide_and_to_a_peer(
        self, outil: ModuleType, situations: ModuleType, dialectes: ModuleType
    ) -> None:
        tires: dict[str, int] = {}
        for annee in (2021, 2022, 2024, 2025, 2026):
            cas = list(situations.tirer_du_chapitre(annee, 4))
            assert cas == list(situations.tirer_du_chapitre(annee, 4))
            for c in cas:
                assert situations.repondre(c)[TOTAL] >= 0, c
                tires[c.famille] = tires.get(c.famille, 0) + self._entendu(dialectes.MODELE_TI, c)
        assert set(tires) == {f.__name__ for f in situations.pairs_familles.DU_CHAPITRE}
        assert all(tires.values()), "no family that the widest dialect cannot say"

    @staticmethod
    def _entendu(dialecte: Any, cas: Any) -> bool:
        try:
            faits = {
                nom: v for nom, v in cas.faits.items() if nom not in ("dividendes_percus", "capital_et_compte_courant")
            }
            return bool(dialecte.situation(cas.annee, faits))
        except KeyError:
            return False

    def test_facts_go_where_egide_takes_them(self, situations: ModuleType) -> None:
        faits = {"debut": "2019-01-01", "nature": "liberale", "revenu_brut": 9, "invalidite": 3, "etranger": True}
        ecrit = situations.document(situations.Cas(2026, faits))
        assert ecrit["personne"] == {"domicile_fiscal_etranger": True, "invalidite": {"depuis": "2026-10-01"}}
        appels = {"debut": "2019-01-01", "nature": "artisanale", "revenu_professionnel": 9, "appels": "etabli"}
        assert situations.document(situations.Cas(2025, appels))["activites"][0]["exercices"] == {
            2024: {"revenu_professionnel": 9}
        }

    @pytest.mark.parametrize(
        ("option", "attendu"),
        [
            ("forfait", {"choix assiette": "'forfaitaire'"}),
            ("revenu_avec_partage_moitie", {"choix assiette": "'revenu avec partage'", "proportion": "'moitié'"}),
            ("revenu_sans_partage_tiers", {"choix assiette": "'revenu sans partage'", "proportion": "'tiers'"}),
        ],
    )
    def test_spouse_is_said_in_their_words(self, dialectes: ModuleType, option: str, attendu: dict[str, str]) -> None:
        dit = dialectes.MODELE_TI.situation(2026, {"conjoint_collaborateur": option})
        assert {nom.split(" . ")[-1]: dit[nom] for nom in dit if "choix assiette" in nom} == attendu
        assert dit["indépendant . conjoint collaborateur"] == "oui"

    @pytest.mark.parametrize(
        "faits",
        [
            {"fin": "2023-05-01"},
            {"appels": "seconde"},
            {"appels": "premiere", "etranger": True},
            {"commune": "97608"},
            {"imposition": "ir"},
        ],
    )
    def test_what_a_model_cannot_hear_is_not_said(self, dialectes: ModuleType, faits: dict[str, Any]) -> None:
        with pytest.raises(KeyError):
            dialectes.MODELE_SOCIAL_SANS_FIN.situation(2023, faits)

    def test_flat_calls_take_the_place_of_the_real_bases(self, dialectes: ModuleType) -> None:
        dit = dialectes.MODELE_TI.situation(2026, {"appels": "premiere"})
        base = "indépendant . cotisations et contributions"
        assert dit[f"{base} . assiette sociale"] == f"{base} . début activité . assiette forfaitaire"
        assert dialectes.MODELE_TI.situation(2026, {"appels": "etabli"}) == dialectes.MODELE_TI.situation(2026, {})

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
            "entreprise . ACRE": "non",
            "dirigeant . indépendant . revenu professionnel": "30000 €/an",
            "entreprise . catégorie d'activité": "'artisanale'",
            "entreprise . date de création": "01/01/2019",
            "entreprise . exercice . fin": "31/12/2021",
            "situation personnelle . RSA": "oui",
        }

    def test_a_fact_they_do_not_know_is_not_said(self, modeles: ModuleType) -> None:
        with pytest.raises(KeyError):
            modeles.MODELE_2021.situation(2021, {"saisonniere": True})


class TestLignes:
    def test_spouse_and_mayotte_are_compared_where_they_are(self, modeles: ModuleType, dialectes: ModuleType) -> None:
        version = modeles.Version("x", "1", dialectes.MODELE_TI, (2026,))
        rares = {*dialectes.DU_CONJOINT, *dialectes.DE_MAYOTTE}
        assert rares & set(version.lignes(2026, {})) == set()
        assert rares & set(version.lignes(2026, {"conjoint_collaborateur": "forfait"})) == set(dialectes.DU_CONJOINT)
        assert rares & set(version.lignes(2026, {"commune": dialectes.MAYOTTE})) == set(dialectes.DE_MAYOTTE)

    def test_model_without_the_reform_speaks_of_what_it_left_alone(self, modeles: ModuleType) -> None:
        avec_conjoint = {"conjoint_collaborateur": "forfait"}
        assert (*modeles.PUBLIEES[-1].lignes(2026, avec_conjoint),) == modeles.SANS_LA_REFORME
        assert CSG in modeles.PUBLIEES[-1].lignes(2025, {"appels": "etabli"}), "calls of 2025: on the old base"
        assert CSG not in modeles.PUBLIEES[-1].lignes(2026, {"appels": "premiere"})

    def test_dividends_become_what_of_them_is_in_the_base(self, outil: ModuleType, modeles: ModuleType) -> None:
        ti = modeles.Version("ti", "1", modeles.MODELE_TI, (2026,))
        faits = {"remuneration": 1, "dividendes_percus": 5_000, "capital_et_compte_courant": 20_000}
        leurs = outil._leurs_faits(ti, outil.Cas(2026, faits), {"assiette_sociale": 1.0})
        assert leurs == {"remuneration": 1, "dividendes_soumis": 3_000}

    def test_base_that_a_model_has_not(self, outil: ModuleType, modeles: ModuleType) -> None:
        ti, social = modeles.Version("ti", "1", modeles.MODELE_TI, (2025,)), modeles.PUBLIEES[-1]
        with pytest.raises(KeyError):
            outil._leurs_faits(ti, outil.Cas(2025, {"revenu_professionnel": 1}), {})
        leurs = outil._leurs_faits(social, outil.Cas(2025, {"revenu_brut": 9}), {"assiette_sociale": 7.0})
        assert leurs == {"revenu_professionnel": 7.0}
