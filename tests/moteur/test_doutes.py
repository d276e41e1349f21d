# mypy: disallow-untyped-defs=False, disallow-incomplete-defs=False, disallow-untyped-decorators=False
# ruff: noqa: PLR2004  (figures counted by hand)
"""A doubt that bears on a value without entering its formula: told with it, computed otherwise, and never compiled."""

from __future__ import annotations

from typing import Any

import pytest
from pays import an
from pays.fabrique import declarer, petite_loi

from egide.moteur.compilation import compiler
from egide.moteur.doutes import doutes
from egide.moteur.erreurs import LoiInvalide
from egide.moteur.evaluation import evaluer
from egide.moteur.faits import Cle, Fait, Genre, Nombre
from egide.moteur.graphe import Legislation

BASE = Fait("base", Genre.NOMBRE, "Base", "€/an")
JOURS = Fait("jours", Genre.NOMBRE, "Jours de l'année où l'on moud", "jours", par_annee=True)


def dime(plein_boisseau):
    """Dîme."""
    return plein_boisseau * 2


def plein_boisseau(base):
    """Boisseau, que le greffe ne réduit pas."""
    return base


def plein_boisseau__edit(base, jours):
    """L'édit : selon les jours."""
    return base * jours / 100


def annee_courte(jours):
    """Année où l'on n'a pas moulu cent jours."""
    return jours < 100


def loi(**options: Any) -> Legislation:
    courte = declarer(
        annee_courte, unite="oui/non", a_confirmer="l'édit dirait autrement", autrement=plein_boisseau__edit
    )
    return petite_loi(declarer(dime), declarer(plein_boisseau, **options), courte, faits=(BASE, JOURS))


@pytest.mark.parametrize(("jours", "autrement"), [(50, [1000.0]), (100, [])])
def test_the_doubt_is_told_where_it_is_true(jours: int, autrement: list[float]) -> None:
    donnees: dict[Cle, Nombre] = {("base", None, None): 1000.0, ("jours", None, 2021): float(jours)}
    plan = loi(sous_reserve="annee_courte").plan(["dime"], {}, an(2021))
    evaluation = evaluer(plan, donnees)
    assert evaluation["dime"] == 2000
    assert [d.autrement for d in doutes(evaluation, donnees, "dime")] == autrement


def test_the_doubt_does_not_enter_the_formula() -> None:
    plan = loi(sous_reserve="annee_courte").plan(["dime"], {}, an(2021))
    boisseau = next(n for n in plan.noeuds if n.nom == "plein_boisseau")
    assert [plan.noeuds[a].nom for a in boisseau.arguments] == ["base"]
    assert [plan.noeuds[a].nom for a in boisseau.reserves] == ["annee_courte"]
    noyau = compiler(plan, {}, [("base", None, None), ("jours", None, 2021)])
    assert [cle[0] for cle in noyau.entrees] == ["base"]


def test_a_doubt_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(LoiInvalide, match=r"demande « annee_court », qui n'existe pas\. Vouliez-vous"):
        loi(sous_reserve="annee_court")
