# ruff: noqa: PLR2004  (figures counted by hand)
"""The source of a rule followed with values: every form of it, what decides, the brackets."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from pays.fabrique import declarer
from pays.lois.axes import Force

from egide.moteur.ecriture import ESPACE, ecrire
from egide.moteur.erreurs import LoiInvalide
from egide.moteur.explication import Etape
from egide.moteur.lecture import Lecture
from egide.moteur.mecanismes import (
    Bareme,
    arrondi_euro,
    au_moins,
    au_plus,
    bareme_marginal,
    prorata,
    taux_progressif,
)


def lire(fonction: Callable[..., Any], unites: dict[str, str | None] | None = None, **valeurs: Any) -> Lecture:
    """Follow a function with some values."""
    lecture = Lecture(declarer(fonction), valeurs, unites or {})
    lecture.suivre()
    return lecture


def lignes(de: Lecture | Etape) -> list[tuple[str, str, str, str]]:
    def sans_espaces_fines(texte: str) -> str:
        return texte.replace(ESPACE, " ")

    return [
        (x.nom, sans_espaces_fines(x.formule), sans_espaces_fines(x.chiffres), sans_espaces_fines(x.valeur))
        for x in de.lignes
    ]


def forme_addition(a: Any, b: Any, c: Any) -> Any:
    """Addition."""
    return a - (b - c) + (a - b)


def forme_produit(a: Any, b: Any, c: Any) -> Any:
    """Produit."""
    return (a + b) * c / (a * b)


def forme_comparaison(a: Any, b: Any, c: Any) -> Any:
    """Comparaison."""
    return a >= b or a != c


def forme_negation(a: Any, b: Any, c: Any) -> Any:
    """Négation."""
    return -(a + b) * c


def forme_fonction(a: Any, b: Any, c: Any) -> Any:
    """Fonction."""
    return max(a, b, 0) - min(b, c)


def forme_mecanismes(a: Any, b: Any, c: Any) -> Any:
    """Mécanismes."""
    return arrondi_euro(au_moins(a, au_plus(b, c)))


def forme_membre(a: Any, b: Any, c: Any) -> Any:
    """Membre."""
    return (a == Force.VENT) * b + c


def forme_conditionnelle(a: Any, b: Any, c: Any) -> Any:
    """Conditionnelle."""
    return (b + c if a > 2 else b - c) * 10


def forme_reprise(a: Any, b: Any, c: Any) -> Any:
    """Reprise d'une variable."""
    total = a
    total = total + b
    return total  # noqa: RET504


@pytest.mark.parametrize(
    ("fonction", "formule", "chiffres", "valeur"),
    [
        (forme_addition, "a − (b − c) + a − b", "1 − (2 − 4) + 1 − 2", "2"),
        (forme_produit, "(a + b) × c / (a × b)", "(1 + 2) × 4 / (1 × 2)", "6 €"),
        (forme_comparaison, "(a ≥ b) ou (a ≠ c)", "(1 ≥ 2) ou (1 ≠ 4)", "1"),
        (forme_negation, "−(a + b) × c", "−(1 + 2) × 4", "−12"),
        (forme_fonction, "max (a ; b ; 0) − min (b ; c)", "max (1 ; 2 ; 0) − min (2 ; 4)", "0"),
        (
            forme_mecanismes,
            "arrondi à l'euro de (le plus grand de (a ; le plus petit de (b ; c)))",
            "arrondi à l'euro de (le plus grand de (1 ; le plus petit de (2 ; 4)))",
            "2",
        ),
        (forme_membre, "(a = vent) × b + c", "(1 = vent) × 2 + 4", "6"),
        (forme_conditionnelle, "(b − c car non (a > 2)) × 10", "(2 − 4 car non (1 > 2)) × 10", "−20"),
        (forme_reprise, "total", "3", "3"),
    ],
)
def test_every_form_is_written(fonction: Callable[..., Any], formule: str, chiffres: str, valeur: str) -> None:
    ligne = lignes(lire(fonction, a=1, b=2, c=4))[-1]
    assert ligne[1:3] == (formule, chiffres)
    assert ligne[3].removesuffix(" €") == valeur.removesuffix(" €")


@pytest.mark.parametrize(
    ("fonction", "valeurs", "decisifs"),
    [
        (forme_addition, (1, 2, 4), {"a", "b", "c"}),
        (forme_produit, (1, 2, 0), {"a", "b", "c"}),  # a nil factor, but its divisor counts
        (forme_comparaison, (3, 2, 4), {"a", "b"}),  # the first side is enough
        (forme_comparaison, (1, 2, 1), {"a", "b", "c"}),
        (forme_negation, (1, 2, 0), {"c"}),  # a nil factor
        (forme_negation, (1, 0, 4), {"a", "c"}),  # nothing to add
        (forme_fonction, (1, 2, 4), {"b"}),
        (forme_fonction, (3, 2, 1), {"a", "c"}),
        (forme_fonction, (-3, -2, -1), {"b"}),  # a constant won the first
        (forme_mecanismes, (1, 2, 4), {"b"}),
        (forme_mecanismes, (9, 2, 4), {"a"}),
        (forme_membre, (2, 5, 4), {"c"}),  # another member: the product is nil
        (forme_conditionnelle, (3, 1, 0), {"a", "b"}),
        (forme_reprise, (1, 0, 9), {"a"}),
    ],
)
def test_what_decides(fonction: Callable[..., Any], valeurs: tuple[Any, ...], decisifs: set[str]) -> None:
    assert lire(fonction, **dict(zip("abc", valeurs, strict=True))).decisifs == decisifs


def branches(a: Any, b: Any, c: Any) -> Any:
    """Branches."""
    if a == 1:
        d = b
    elif a == 2:
        d = c
    else:
        d = 0
    if d > 10:
        return 10
    return d


@pytest.mark.parametrize(
    ("a", "conditions", "valeur", "decisifs"),
    [
        (1, ["oui", "non"], "5", {"a", "b"}),
        (2, ["non", "oui", "oui"], "10", {"a", "c"}),
        (3, ["non", "non", "non"], "0", {"a"}),
    ],
)
def test_branches_are_followed(a: int, conditions: list[str], valeur: str, decisifs: set[str]) -> None:
    lecture = lire(branches, a=a, b=5, c=12)
    assert [ligne[3] for ligne in lignes(lecture) if ligne[0] == "si"] == conditions
    assert lignes(lecture)[-1][3].removesuffix(" €") == valeur
    assert lecture.decisifs == decisifs


def test_values_are_written_with_their_units() -> None:
    unites: dict[str, str | None] = {"a": "fraction", "b": "€", "c": "× boisseau"}
    assert lignes(lire(forme_negation, unites, a=0.5, b=100, c=2))[0][2] == "−(50 % + 100 €) × 2"


def test_exact_values_are_written_like_the_others() -> None:
    assert (
        lignes(lire(forme_addition, a=Fraction(1, 2), b=Fraction(1, 4), c=0))[0][2] == "0,5 − (0,25 − 0) + 0,5 − 0,25"
    )


def parentheses_et(a: Any, b: Any, c: Any) -> Any:
    """Et."""
    return (a or b) and c


def parentheses_non(a: Any, b: Any, c: Any) -> Any:
    """Non."""
    return not (a or b or c)


def parentheses_prorata(a: Any, b: Any, c: Any) -> Any:
    """Prorata."""
    return prorata(a + b, c, 12)


def parentheses_quotient(a: Any, b: Any, c: Any) -> Any:
    """Quotient."""
    return a // (b * c)


@pytest.mark.parametrize(
    ("fonction", "formule"),
    [
        (parentheses_et, "(a ou b) et c"),
        (parentheses_non, "non (a ou b ou c)"),
        (parentheses_prorata, "(a + b) × c / 12"),
        (parentheses_quotient, "a ÷ (b × c)"),
    ],
)
def test_brackets_that_change_the_meaning_are_kept(fonction: Callable[..., Any], formule: str) -> None:
    assert lignes(lire(fonction, a=9, b=2, c=2))[-1][1] == formule


def cumul(a: Any, b: Any) -> Any:
    """Cumul."""
    total = a
    total += b
    return total


def deux_a_la_fois(a: Any, b: Any) -> Any:
    """Deux à la fois."""
    petit, grand = min(a, b), max(a, b)
    return grand - petit


def reste(a: Any, b: Any) -> Any:
    """Reste."""
    return a % b


def encadre(a: Any, b: Any) -> Any:
    """Encadré."""
    return 0 < a < b


@pytest.mark.parametrize(("fonction", "valeur"), [(cumul, 10), (deux_a_la_fois, 4), (reste, 3), (encadre, 1)])
def test_a_form_that_cannot_be_followed_is_not_shown_wrong(fonction: Callable[..., Any], valeur: float) -> None:
    assert fonction(3, 7) == valeur
    try:
        derniere = lignes(lire(fonction, a=3, b=7))[-1]
    except LoiInvalide:
        return  # refused by name is as good
    assert derniere[3].removesuffix(" €") == ecrire(valeur)
    assert "a" not in derniere[2].split()  # with its numbers


def selon_le_rang(a: Any, bareme: Any, unite: Any) -> Any:
    """Selon le rang."""
    return bareme_marginal(a, bareme, unite) if a > 100 else taux_progressif(a, bareme, unite)


def test_the_scale_of_a_branch_not_taken_is_not_shown() -> None:
    lecture = lire(selon_le_rang, a=50, bareme=Bareme((0, 1), (0, 1)), unite=10)
    assert len(lecture.baremes) == 1


def test_the_condition_of_a_conditional_expression_is_shown() -> None:
    lecture = lire(forme_conditionnelle, a=1, b=2, c=4)
    assert any("a > 2" in ligne[1] for ligne in lignes(lecture))


def jamais(a: Any) -> Any:
    """Jamais."""
    return False if a else True  # noqa: SIM211


def test_a_truth_is_not_a_number() -> None:
    lecture = Lecture(declarer(jamais, unite="oui/non"), {"a": 1}, {"a": "oui/non"})
    lecture.suivre()
    assert lignes(lecture)[-1] == ("jamais", "non car a", "non car oui", "non")


def double(x: Any) -> Any:
    """Double."""
    return x * 2


def appelante(a: Any, b: Any) -> Any:
    """Appelante."""
    return double(a) + b


def test_a_function_that_a_rule_calls_is_followed_first() -> None:
    assert lignes(lire(appelante, {"a": "€", "b": "€"}, a=3, b=1)) == [
        ("double", "x × 2", "3 € × 2", "6 €"),
        ("appelante", "double (a) + b", "double (3 €) + 1 €", "7 €"),
    ]
