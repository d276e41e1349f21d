"""A commune is given by INSEE code, postal code or name for every question, and the answer says which was taken."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import egide
from egide.cli.commandes import groupe
from egide.situation import SituationInvalide

QUESTIONS: dict[str, Callable[[Any], Any]] = {
    "affiliation": lambda s: egide.affiliation(s, date="2026-06-01"),
    "interlocuteurs": lambda s: egide.interlocuteurs(s, date="2026-06-01"),
    "cotisations": lambda s: egide.cotisations(s, annee=2025),
    "comparer": lambda s: egide.comparer(s, annee=2025, avec="2024"),
    "inverser": lambda s: egide.inverser("revenu_net", 20000, s, sur="revenu_brut", annee=2025),
}


def situation(commune: Any, *, activite: str | None = None) -> dict[str, Any]:
    exercices = {"2024": {"revenu_professionnel": 30000}, "2025": {"revenu_brut": 42000}}
    metier = {
        "nature": "artisanale",
        "statut": "entreprise_individuelle",
        "debut": "2015-03-01",
        "exercices": exercices,
    }
    return {"personne": {"commune": commune}, "activites": [{**metier, **({"commune": activite} if activite else {})}]}


@pytest.mark.parametrize("question", QUESTIONS)
def test_chaque_question_accepte_un_nom_et_dit_ce_qu_elle_a_choisi(question: str) -> None:
    nommee = QUESTIONS[question](situation("Rennes")).to_dict()
    codee = QUESTIONS[question](situation("35238")).to_dict()
    choix = "personne.commune : « Rennes » : Rennes (35238, Ille-et-Vilaine)"
    assert choix in nommee["hypotheses"]
    assert choix not in codee["hypotheses"]
    assert {k: v for k, v in nommee.items() if k != "hypotheses"} == {
        k: v for k, v in codee.items() if k != "hypotheses"
    }


@pytest.mark.parametrize("question", QUESTIONS)
def test_chaque_question_refuse_un_nom_ambigu_avec_ses_candidates(question: str) -> None:
    with pytest.raises(SituationInvalide, match=r"activites\[0\]\.commune : « Saint-Denis » : 4 communes.*97411"):
        QUESTIONS[question](situation("35238", activite="Saint-Denis"))


def test_expliquer_lit_le_territoire_d_un_nom() -> None:
    document = situation("Saint-Denis, La Réunion")
    assert egide.expliquer("total_cotisations_et_contributions", document, annee=2025).valeur == (
        egide.expliquer("total_cotisations_et_contributions", situation("97411"), annee=2025).valeur
    )


@pytest.mark.parametrize(
    ("ecrit", "code", "dit"),
    [
        ("35000", "35238", "code postal de Rennes"),
        ("35042", "35042", "si c'est un code « cedex » de Rennes, écrire 35238"),
        ("35042 Rennes cedex", "35238", "Rennes (35238"),
        ("Rennes Cedex 7", "35238", "Rennes (35238"),
        ("97400 Sainte-Marie", "97418", "Sainte-Marie (97418"),
        ("Saint-Denis (La Réunion)", "97411", "Saint-Denis (97411"),
        ("75012", "75056", "code postal de Paris"),
        ("69003", "69003", "c'est aussi le code postal de Lyon"),
        ("Marseille 8e", "13208", "Marseille 8e"),
        ("20004", "2A004", "ancien code INSEE, aujourd'hui Ajaccio"),
        ("59355", "59350", "aujourd'hui Lille"),
        (1004, "01004", "Ambérieu-en-Bugey"),
        ("2a004", "2A004", "Ajaccio"),
    ],
)
def test_ce_que_les_gens_ecrivent(ecrit: Any, code: str, dit: str) -> None:
    lue = egide.charger(situation(ecrit))
    assert lue.personne.commune == code
    assert len(lue.lieux) == 1
    assert dit in lue.lieux[0]


@pytest.mark.parametrize(
    ("ecrit", "dit"),
    [
        ("35042 cedex", "ne désigne pas une commune"),
        ("35708", "Rennes (35238)"),
        ("75000", "Paris (75056)"),
        ("69000", "Lyon (69123)"),
        ("Monaco", "residence_hors_de_france: true"),
        ("35999", "n'est ni un code INSEE, ni un code postal"),
        ("20200", "4 communes possibles"),
    ],
)
def test_ce_qui_n_est_pas_une_commune_est_refuse_d_une_ligne(ecrit: str, dit: str) -> None:
    with pytest.raises(SituationInvalide) as refus:
        egide.charger(situation(ecrit))
    assert dit in str(refus.value)
    assert len(str(refus.value).splitlines()) == 1


def test_un_code_insee_sans_equivoque_n_ouvre_ni_les_noms_ni_les_codes_postaux(tmp_path: Path) -> None:
    programme = (
        "import sys, egide; egide.charger({'personne': {'commune': '35238'}}); "
        "from egide.annuaire.communes import registre; "
        "assert registre.cache_info().currsize == 0; assert 'egide.annuaire.recherche' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", programme], check=True, cwd=tmp_path, env={"PYTHONPATH": ":".join(sys.path)})


def test_la_commande_dit_ce_qui_a_ete_choisi(tmp_path: Path) -> None:
    fichier = tmp_path / "s.yaml"
    fichier.write_text(
        "personne: {commune: Rennes}\nactivites:\n  - {nature: artisanale, statut: entreprise_individuelle, "
        "debut: 2015-03-01, exercices: {2025: {revenu_brut: 42000}}}\n"
    )
    for commande in (["cotisations", "--annee", "2025"], ["interlocuteurs"], ["affiliation"]):
        sortie = CliRunner().invoke(groupe, [commande[0], str(fichier), *commande[1:]])
        assert sortie.exit_code == 0, sortie.output
        assert "« Rennes » : Rennes (35238" in " ".join(sortie.output.split())
