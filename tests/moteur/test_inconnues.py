# ruff: noqa: PLR2004  (figures counted by hand)
"""Figures that are not known: what they keep from being told, what they do not, and what a sum says it lacks."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from pays import an
from pays.fabrique import declarer, petite_loi
from pydantic import ValidationError

from egide.moteur import fichiers
from egide.moteur.compilation import compiler
from egide.moteur.erreurs import FaitsManquants
from egide.moteur.evaluation import Evaluation, evaluer
from egide.moteur.explication import expliquer
from egide.moteur.faits import Cle, Fait
from egide.moteur.faits import Genre as GenreDeFait
from egide.moteur.graphe import Legislation

BASE = Fait("base", GenreDeFait.NOMBRE, "Base", "€/an")
AINE = Fait("aine", GenreDeFait.NOMBRE, "Droit d'aînesse", "€/an")


def peage(base, prix_du_pont):  # type: ignore[no-untyped-def]
    """Péage du pont.

    Dû au-dessus de mille.
    """
    if base < 1000:
        return 0
    return prix_du_pont


def sel(base):  # type: ignore[no-untyped-def]
    """Sel."""
    return base * 2


def cadet(aine):  # type: ignore[no-untyped-def]
    """Droit du cadet."""
    return aine / 2


def total(sel, peage=0, cadet=0):  # type: ignore[no-untyped-def]
    """Total des droits."""
    return sel + peage + cadet


def double_total(total):  # type: ignore[no-untyped-def]
    """Double du total."""
    return total * 2


def grand_total(total, sel):  # type: ignore[no-untyped-def]
    """Total des droits, et le sel encore."""
    return total + sel


def loi() -> Legislation:
    ligne = {"references": ["Statuts Brume art. 1"], "source": "registre"}
    valeurs = [
        {"depuis": "2020-01-01", "inconnue": "la page du registre est perdue", **ligne},
        {"depuis": "2021-01-01", "valeur": 7, **ligne},
    ]
    entree = fichiers.Entree.model_validate({"libelle": "Prix du pont", "unite": "€", "valeurs": valeurs})
    prix = {"fichier": "essai.yaml", **fichiers._brut(entree, an(2029).fin)}
    simples: tuple[Callable[..., Any], ...] = (peage, sel, cadet, double_total)
    regles = [declarer(f) for f in simples]
    regles += [declarer(f, partielle=True) for f in (total, grand_total)]
    return petite_loi(*regles, parametres={"prix_du_pont": prix}, faits=(BASE, AINE))


def pour(annee: int, base: float, *, exact: bool = False, aine: float | None = 10) -> Evaluation:
    donnees: dict[Cle, float] = {("base", None, None): base}
    if aine is not None:
        donnees["aine", None, None] = aine
    plan = loi().plan(("peage", "cadet", "total", "double_total", "grand_total"), {}, an(annee), donnes=donnees.keys())
    return evaluer(plan, donnees, exact=exact)


@pytest.mark.parametrize("exact", [False, True])
def test_a_known_figure_is_used(exact: bool) -> None:
    faite = pour(2021, 1000, exact=exact)
    assert (faite["peage"], faite["total"], faite["double_total"]) == (7, 2012, 4024)
    assert not faite.partielles
    assert isinstance(faite["cadet"], Fraction) is exact


@pytest.mark.parametrize("exact", [False, True])
def test_an_unknown_figure_keeps_back_what_uses_it_and_a_sum_goes_without(exact: bool) -> None:
    faite = pour(2020, 1000, exact=exact)
    with pytest.raises(FaitsManquants, match=r"Prix du pont.*page du registre est perdue"):
        faite["peage"]
    assert faite["total"] == 2005
    assert faite["grand_total"] == 4005  # a sum may add up another that lacks something, and lacks it too
    with pytest.raises(FaitsManquants):
        faite["double_total"]  # no other rule may
    absents = {nom: [n.nom for n in faite.absents(nom)] for nom in ("peage", "total", "grand_total", "cadet")}
    assert absents == {
        "peage": ["prix_du_pont"],
        "total": ["prix_du_pont"],
        "grand_total": ["prix_du_pont"],
        "cadet": [],
    }


def test_an_unknown_figure_that_is_not_used_does_not_matter() -> None:
    faite = pour(2020, 999)
    assert (faite["peage"], faite["total"]) == (0, 2003)
    assert not faite.partielles


def test_a_missing_fact_is_lacking_too_and_nothing_known_is_no_sum() -> None:
    faite = pour(2021, 1000, aine=None)
    assert faite["total"] == 2007
    assert [n.nom for n in faite.absents("total")] == ["aine"]
    plan = loi().plan(("total",), {}, an(2021), donnes=())
    vide = evaluer(plan, {})
    with pytest.raises(FaitsManquants):
        vide["total"]
    assert vide.causes("total") == ["base", "aine"]


def test_an_explanation_names_the_figure() -> None:
    etape = expliquer(pour(2020, 1000), "total")
    inconnue = etape.entrees[1].entrees[0]
    assert (inconnue.nom, inconnue.origine, inconnue.note) == (
        "prix_du_pont",
        "paramètre inconnu",
        "la page du registre est perdue",
    )
    assert etape.entrees[0].ecrit == "2 000 €".replace(" ", "\u202f")


def test_a_rule_that_did_without_it_is_explained_as_any_other() -> None:
    etape = expliquer(pour(2020, 999), "peage")
    assert [ligne.nom for ligne in etape.lignes] == ["si", "peage"]


def test_a_column_has_no_value_that_rests_on_it_not_even_in_part() -> None:
    cles: list[Cle] = [("base", None, None), ("aine", None, None)]
    plan = loi().plan(("peage", "cadet", "total"), {}, an(2020), donnes=cles)
    noyau = compiler(plan, {}, cles)
    assert noyau.sorties == ("cadet",)
    assert noyau.constantes == {}
    resultat = np.empty(2)
    noyau.executer({cles[1]: np.array([4.0, 6.0])}, [resultat])
    assert resultat.tolist() == [2, 3]


@pytest.mark.parametrize("champs", [{}, {"valeur": 1, "inconnue": "perdue"}])
def test_a_value_is_a_number_a_scale_or_unknown(champs: dict[str, object]) -> None:
    with pytest.raises(ValidationError, match="soit `inconnue`"):
        fichiers.Ligne.model_validate(
            {"depuis": "2020-01-01", "references": ["Statuts Brume art. 1"], "source": "registre", **champs}
        )
