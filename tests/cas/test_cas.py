"""Every case of the folder: a situation, a date, and values that come from outside Égide, each with its source."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Iterator
from fractions import Fraction
from math import floor
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

import egide
from egide.moteur.erreurs import ErreurEgide, FaitsManquants, HorsChamp

DOSSIER = Path(__file__).parent
CLES = {
    "titre",
    "question",
    "annee",
    "nature",
    "date",
    "au",
    "sujet",
    "extrapoler",
    "situation",
    "suppose",
    "attendu",
    "absent",
    "a_confirmer_attendu",
    "refus",
}
CLES_D_UNE_VALEUR = {"valeur", "source", "calcul", "tolerance", "pourquoi"}
CODES = {FaitsManquants: 3, HorsChamp: 3}
OPERATIONS: dict[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def arrondi(x: Fraction) -> Fraction:
    """Round to the nearest whole number, one half up."""
    return Fraction(floor(x + Fraction(1, 2)))


def arrondi_comme(x: Fraction, attendu: Fraction) -> Fraction:
    """Round to the nearest euro, or to the nearest cent where the value expected has cents."""
    return arrondi(x) if attendu.denominator == 1 else arrondi(x * 100) / 100


FONCTIONS: dict[str, Callable[..., Fraction]] = {"min": min, "max": max, "arrondi": arrondi}


def calculer(texte: str) -> Fraction:
    """Compute the arithmetic written in a case, exactly, without a line of Égide."""

    def valeur(noeud: ast.expr) -> Fraction:
        if isinstance(noeud, ast.Constant):
            return Fraction(str(noeud.value))
        if isinstance(noeud, ast.BinOp):
            return Fraction(OPERATIONS[type(noeud.op)](valeur(noeud.left), valeur(noeud.right)))
        if isinstance(noeud, ast.Call) and isinstance(noeud.func, ast.Name):
            return FONCTIONS[noeud.func.id](*map(valeur, noeud.args))
        raise ValueError(f"arithmétique illisible : {ast.unparse(noeud)}")

    return valeur(ast.parse(texte, mode="eval").body)


def cas() -> Iterator[Any]:
    """Yield every case, named by its file and title."""
    for fichier in sorted(DOSSIER.rglob("*.yaml")):
        for document in YAML(typ="safe").load_all(fichier):
            yield pytest.param(document, id=f"{fichier.stem}: {document['titre']}")


CAS = list(cas())


OPTIONS = ("annee", "nature", "date", "au", "sujet", "extrapoler")
"""What a question may be asked with, beside the situation."""


def poser(document: dict[str, Any]) -> Any:
    question = getattr(egide, document["question"])
    return question(document["situation"], **{nom: document[nom] for nom in OPTIONS if nom in document})


def lire(valeurs: Any, chemin: str) -> Any:
    """Return a value by its path: `activites.0.regime` goes through keys and ranks."""
    for pas in chemin.split("."):
        valeurs = valeurs[int(pas)] if isinstance(valeurs, list) else valeurs[pas]
    return valeurs


def verifier(lue: Any, attendu: dict[str, Any], chemin: str) -> None:
    """Compare a value with the one expected: an amount within a hair, anything else exactly."""
    if isinstance(attendu["valeur"], int | float) and not isinstance(attendu["valeur"], bool):
        assert lue == pytest.approx(attendu["valeur"], abs=attendu.get("tolerance", 1e-9)), chemin
    else:
        assert lue == attendu["valeur"], chemin


@pytest.mark.parametrize("document", [c for c in CAS if "attendu" in c.values[0]])
def test_cas(document: dict[str, Any]) -> None:
    reponse = poser(document)
    valeurs = reponse.to_dict()["valeurs"]
    for nom, attendu in document["attendu"].items():
        verifier(lire(valeurs, nom), attendu, nom)
    assert not set(document.get("absent", ())) & set(valeurs)
    for nom, suppose in document.get("suppose", {}).items():
        assert reponse.supposes[nom] == suppose
    assert reponse.a_confirmer or not document.get("a_confirmer_attendu")


@pytest.mark.parametrize("document", [c for c in CAS if "refus" in c.values[0]])
def test_refus(document: dict[str, Any]) -> None:
    refus = document["refus"]
    with pytest.raises(ErreurEgide) as leve:
        poser(document)
    assert CODES.get(leve.type, 2) == refus["code"], leve.value
    assert refus.get("contient", "").lower() in str(leve.value).lower()


@pytest.mark.parametrize("document", CAS)
def test_un_cas_est_complet_et_son_arithmetique_juste(document: dict[str, Any]) -> None:
    assert set(document) <= CLES
    assert ("attendu" in document) != ("refus" in document)
    for nom, attendu in document.get("attendu", {}).items():
        assert set(attendu) <= CLES_D_UNE_VALEUR, nom
        assert len(attendu.get("source", "")) > len("CSS"), f"{nom} : une valeur attendue dit d'où elle vient (source)"
        assert "tolerance" not in attendu or attendu["pourquoi"], nom
        if "calcul" in attendu:
            calcul = calculer(str(attendu["calcul"]))
            attendue = Fraction(str(attendu["valeur"]))
            assert (calcul if nom.startswith("taux_") else arrondi_comme(calcul, attendue)) == attendue, nom
