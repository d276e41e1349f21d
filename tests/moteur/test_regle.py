# ruff: noqa: PLR2004  (figures counted by hand)
"""Declaring a rule: what is kept, what is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from enum import IntEnum
from typing import Any

import pytest
from pays import lois
from pays.lois.axes import Ordre, RiveDuFleuve
from pays.lois.droits import gabelle__2020

from egide.moteur import regle as module_regle
from egide.moteur.erreurs import LoiInvalide
from egide.moteur.periode import JOUR_MAX
from egide.moteur.regle import Regle, nom_d_axe, regle, regles_du_paquet


@pytest.fixture(autouse=True)
def declarations() -> Iterator[dict[str, list[Regle]]]:
    """Take the rules declared here out of the register of the engine."""
    yield module_regle._REGLES
    module_regle._REGLES.pop(__name__, None)


def impot(revenu: float, taux: float, abattement: float = 3) -> float:
    """Impôt sur le pain.

    Deux sous par miche.
    """
    return (revenu - abattement) * taux


def declarer(fonction: Callable[..., Any] = impot, **options: Any) -> Regle:
    regle(**{"depuis": "2020-01-01", "unite": "€", **options})(fonction)
    return module_regle._REGLES[__name__][-1]


def test_what_is_declared_is_kept() -> None:
    declaree = declarer(
        jusqu_au="2021-12-31",
        references=["Statuts Brume art. 1", "Statuts Brume art. 2 (2020-02-01)"],
        entite="activite",
        periode="mois",
        texte="segments",
        agregation="somme",
        a_confirmer="à voir",
        exclusion=True,
    )
    assert declaree.nom == "impot"
    assert declaree.arguments == ("revenu", "taux", "abattement")
    assert declaree.defauts == {"abattement": 3}
    assert (declaree.depuis, declaree.jusqu_au) == (date(2020, 1, 1), date(2021, 12, 31))
    assert [c.article for c in declaree.references] == ["1", "2"]
    assert (declaree.entite, declaree.periode, declaree.texte) == ("activite", "mois", "segments")
    assert (declaree.agregation, declaree.a_confirmer, declaree.exclusion) == ("somme", "à voir", True)


def test_what_is_not_declared() -> None:
    declaree = declarer()
    assert declaree.jusqu_au == JOUR_MAX
    assert (declaree.references, declaree.pour, declaree.defauts) == ((), {}, {"abattement": 3})
    assert (declaree.entite, declaree.periode, declaree.texte) == ("personne", "annee", "debut")
    assert (declaree.agregation, declaree.a_confirmer, declaree.exclusion) == (None, None, False)


def test_the_function_stays_a_plain_function() -> None:
    assert regle(depuis="2020-01-01", unite="€")(impot) is impot
    assert impot(13, 2) == 20
    assert gabelle__2020(1000, 0.1) == 100


def test_the_docstring_is_the_explanation() -> None:
    declaree = declarer()
    assert declaree.titre == "Impôt sur le pain"
    assert declaree.explication == "Impôt sur le pain.\n\nDeux sous par miche."


def test_its_place_is_that_of_its_first_line() -> None:
    assert declarer().lieu == f"{__name__}:{impot.__code__.co_firstlineno}"


def test_what_follows_two_underscores_is_not_the_name() -> None:
    def gabelle__2020__nord(sel: float) -> float:
        """Gabelle."""
        return sel

    assert declarer(gabelle__2020__nord).nom == "gabelle"


def test_another_name_may_be_declared_for_the_same_formula(declarations: dict[str, list[Regle]]) -> None:
    declarer()
    declarer(nom="taxe_sur_le_pain")
    assert [r.nom for r in declarations[__name__]] == ["impot", "taxe_sur_le_pain"]


def test_one_reference_or_one_member_needs_no_list() -> None:
    declaree = declarer(references="Statuts Brume art. 1", pour=Ordre.SAUNIER)
    assert [c.texte for c in declaree.references] == ["Statuts Brume art. 1"]
    assert declaree.pour == {Ordre: frozenset({Ordre.SAUNIER})}


def test_members_are_kept_by_axis_even_when_they_share_a_number() -> None:
    declaree = declarer(pour=(Ordre.MEUNIER, RiveDuFleuve.NORD, Ordre.TISSERAND))
    assert declaree.pour == {
        Ordre: frozenset({Ordre.MEUNIER, Ordre.TISSERAND}),
        RiveDuFleuve: frozenset({RiveDuFleuve.NORD}),
    }


@pytest.mark.parametrize(
    ("categorie", "convient"),
    [
        ({Ordre: Ordre.MEUNIER, RiveDuFleuve: RiveDuFleuve.NORD}, True),
        ({Ordre: Ordre.TISSERAND, RiveDuFleuve: RiveDuFleuve.NORD}, True),
        ({Ordre: Ordre.SAUNIER, RiveDuFleuve: RiveDuFleuve.NORD}, False),
        ({Ordre: Ordre.MEUNIER, RiveDuFleuve: RiveDuFleuve.SUD}, False),
        ({Ordre: Ordre.MEUNIER}, False),
        ({}, False),
    ],
)
def test_suits_whoever_is_named_on_every_axis(categorie: dict[type[IntEnum], IntEnum], convient: bool) -> None:
    declaree = declarer(pour=(Ordre.MEUNIER, Ordre.TISSERAND, RiveDuFleuve.NORD))
    assert declaree.convient(categorie) is convient


def test_suits_everybody_where_no_axis_is_named() -> None:
    assert declarer().convient({})


def test_one_function_may_be_declared_twice(declarations: dict[str, list[Regle]]) -> None:
    declarer(jusqu_au="2020-12-31")
    declarer(depuis="2021-06-01")
    assert [r.depuis.year for r in declarations[__name__]] == [2020, 2021]
    assert declarations[__name__][0].fonction is declarations[__name__][1].fonction


def test_a_rule_without_docstring_is_refused() -> None:
    def muette(x: float) -> float:
        return x

    with pytest.raises(LoiInvalide, match=r"muette : une règle doit porter une docstring") as erreur:
        declarer(muette)
    assert f"{__name__}:{muette.__code__.co_firstlineno}" in str(erreur.value)


def test_arguments_that_are_not_plain_names_are_refused() -> None:
    def etoile(*x: float) -> float:
        """Étoile."""
        return sum(x)

    def par_nom(*, x: float) -> float:
        """Par nom."""
        return x

    def par_rang(x: float, /) -> float:
        """Par rang."""
        return x

    def reste(**x: float) -> float:
        """Reste."""
        return len(x)

    for fonction in (etoile, par_nom, par_rang, reste):
        with pytest.raises(LoiInvalide, match=f"{fonction.__name__} : les arguments d'une règle"):
            declarer(fonction)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"depuis": "1er janvier"}, "date illisible : '1er janvier'"),
        ({"jusqu_au": "2020-02-30"}, "date illisible : '2020-02-30'"),
        ({"references": "Grimoire p. 3"}, "Citation illisible : « Grimoire p. 3 »"),
        ({"references": ["Statuts Brume art. 1", "x"]}, "Citation illisible : « x »"),
        ({"jusqu_au": "2019-12-31"}, "jusqu_au (2019-12-31) précède depuis (2020-01-01)"),
    ],
)
def test_a_declaration_that_cannot_be_read_is_refused(
    options: dict[str, Any], message: str, declarations: dict[str, list[Regle]]
) -> None:
    with pytest.raises(LoiInvalide) as erreur:
        declarer(**options)
    assert f"{__name__}:{impot.__code__.co_firstlineno} impot : {message}" in str(erreur.value)
    assert __name__ not in declarations


def test_a_rule_of_one_day() -> None:
    assert declarer(jusqu_au="2020-01-01").jusqu_au == date(2020, 1, 1)


def test_the_name_of_an_axis() -> None:
    assert nom_d_axe(Ordre) == "ordre"
    assert nom_d_axe(RiveDuFleuve) == "rive_du_fleuve"


def test_gathers_a_package_in_the_order_of_its_files() -> None:
    regles = regles_du_paquet(lois)
    modules = list(dict.fromkeys(r.fonction.__module__ for r in regles))
    assert modules == ["pays.lois.axes", "pays.lois.droits", "pays.lois.guildes", "pays.lois.moulins"]
    assert [r.fonction.__name__ for r in regles if r.nom == "gabelle"] == [
        "gabelle__2020",
        "gabelle__2022_nord",
        "gabelle__2022_sud",
    ]


def test_gathers_a_module_that_is_not_a_package() -> None:
    from pays.lois import axes

    assert {r.nom for r in regles_du_paquet(axes)} == {"ordre", "rive_du_fleuve"}
