# ruff: noqa: PLR2004  (figures counted by hand)
"""A year cut at every day on which the law changes, each segment under its own law, weighted by its days."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pays import MEUNIER_NORD, an, brume, moulin
from pays.fabrique import declarer, parametre, petite_loi

from egide.moteur.evaluation import evaluer
from egide.moteur.faits import Fait
from egide.moteur.faits import Genre as GenreDeFait
from egide.moteur.graphe import Legislation
from egide.moteur.plan import Genre, Plan


def plan_de(nom: str, annee: int, loi: Legislation | None = None) -> Plan:
    return (loi or brume()).plan((nom,), MEUNIER_NORD, an(annee), extrapoler=True)


def exact(nom: str, annee: int, base: float, loi: Legislation | None = None) -> Any:
    loi = loi or brume()
    donnees = {**moulin(annee), ("base", None, annee): base}
    plan = loi.plan((nom,), MEUNIER_NORD, an(annee), donnes=donnees.keys(), extrapoler=True)
    evaluation = evaluer(plan, donnees, exact=True)
    flottant = evaluer(plan, donnees)
    assert flottant[nom] == pytest.approx(float(evaluation[nom]), rel=1e-12, abs=1e-12)
    return evaluation[nom]


def test_a_year_is_cut_where_a_figure_changes_twice() -> None:
    plan = plan_de("dime", 2021)
    somme = plan.noeuds[plan.cibles["dime"]]
    assert (somme.genre, somme.mode) == (Genre.COMBINAISON, "somme")
    # 31 + 28 + 31 + 30 + 31 + 30 = 181 days, then 31 + 31 + 30 = 92, then 31 + 30 + 31 = 92.
    assert somme.poids == ((181, 365), (92, 365), (92, 365))
    segments = [plan.noeuds[r] for r in somme.arguments]
    assert [s.periode.debut for s in segments] == [date(2021, 1, 1), date(2021, 7, 1), date(2021, 10, 1)]
    taux = [plan.noeuds[s.arguments[1]].parametre for s in segments]
    assert [t.flottant for t in taux if t] == [0.1, 0.12, 0.15]


@given(st.integers(0, 10**6))
def test_the_tithe_of_2021(base: int) -> None:
    # (10 % × 181 + 12 % × 92 + 15 % × 92) / 365 = 42.94 / 365 of what is above the bushel of the first of January.
    assert exact("dime", 2021, base) == max(base - 100, 0) * Fraction("42.94") / 365


def test_a_value_of_the_year_keeps_the_law_of_its_own_first_day_inside_a_segment() -> None:
    plan = plan_de("dime", 2021)
    boisseaux = [n for n in plan.noeuds if n.nom == "boisseau_de_l_an"]
    assert [n.periode for n in boisseaux] == [an(2021)]  # one, although the bushel changes on the first of July
    assert exact("boisseau_de_l_an", 2021, 0) == 100
    assert exact("boisseau_de_l_an", 2022, 0) == 1000


def test_a_year_without_change_is_not_cut() -> None:
    plan = plan_de("dime", 2022)
    assert plan.noeuds[plan.cibles["dime"]].genre is Genre.REGLE
    assert exact("dime", 2022, 5000) == 600  # 15 % of 4000


def test_the_version_of_the_rule_changes_within_the_year() -> None:
    plan = plan_de("octroi", 2022)
    segments = [plan.noeuds[r] for r in plan.noeuds[plan.cibles["octroi"]].arguments]
    assert [s.regle.fonction.__name__ for s in segments if s.regle] == ["octroi__2020", "octroi__2020", "octroi__2022"]
    # 5 % for 59 days, 6 % for 61, then a bushel of 120 for 245.
    assert exact("octroi", 2022, 1000) == Fraction(59 * 50 + 61 * 60 + 245 * 120, 365)


def test_a_leap_year_has_366_days() -> None:
    # The bushel of 2024 is that of 2023, carried on.
    assert exact("octroi", 2024, 1000) == 130
    loi = petite_loi(
        declarer(droit, texte="segments"), parametres={"prix": parametre(("2020-01-01", "0"), ("2024-12-31", "366"))}
    )
    assert exact("droit", 2024, 0, loi) == 1


def droit(prix: float) -> float:
    """Droit."""
    return prix


def droit__bis(prix: float) -> float:
    """Droit."""
    return prix * 2


PRIX = {"prix": parametre(("2020-01-01", "365"))}


def test_a_rule_that_begins_within_the_year_is_prorated() -> None:
    loi = petite_loi(declarer(droit, depuis="2021-12-01", texte="segments"), parametres=PRIX)
    assert exact("droit", 2021, 0, loi) == 31


def test_a_rule_that_ends_within_the_year_is_prorated() -> None:
    loi = petite_loi(declarer(droit, jusqu_au="2021-01-31", texte="segments"), parametres=PRIX)
    assert exact("droit", 2021, 0, loi) == 31


def test_a_figure_that_ends_within_the_year_is_prorated() -> None:
    prix = {"prix": parametre(("2020-01-01", "365", "2021-01-31"))}
    loi = petite_loi(declarer(droit, texte="segments"), parametres=prix)
    assert exact("droit", 2021, 0, loi) == 31


def test_the_days_on_which_the_law_ends_are_days_of_change() -> None:
    prix = {"prix": parametre(("2020-01-01", "365", "2021-01-31"))}
    loi = petite_loi(declarer(droit, jusqu_au="2021-03-31"), parametres=prix)
    assert {date(2021, 2, 1), date(2021, 4, 1)} <= set(loi.jours_de_changement())


def test_segments_follow_those_of_the_values_they_use() -> None:
    def double(droit: float) -> float:
        """Double."""
        return droit * 2

    prix = {"prix": parametre(("2020-01-01", "0"), ("2021-12-22", "365"))}
    loi = petite_loi(declarer(droit, texte="segments"), declarer(double, texte="segments"), parametres=prix)
    plan = plan_de("double", 2021, loi)
    assert plan.noeuds[plan.cibles["double"]].poids == ((355, 365), (10, 365))
    assert exact("double", 2021, 0, loi) == 20


def test_a_month_is_cut_like_a_year() -> None:
    prix = {"prix": parametre(("2020-01-01", "0"), ("2021-04-16", "30"))}
    loi = petite_loi(declarer(droit, texte="segments", periode="mois", agregation="somme"), parametres=prix)
    # Nothing for three months, half of April (15 days of 30), then eight months of 30.
    assert exact("droit", 2021, 0, loi) == 15 + 8 * 30


def test_months_cut_in_segments_are_whole_inside_a_year_that_is_not_cut() -> None:
    def an_entier(droit: float) -> float:
        """An entier."""
        return droit

    loi = petite_loi(
        declarer(droit, texte="segments", periode="mois", agregation="somme"),
        declarer(an_entier),
        parametres={"prix": parametre(("2020-01-01", "10"), ("2021-07-01", "20"))},
    )
    assert exact("an_entier", 2021, 0, loi) == 180


def test_months_cut_in_segments_are_not_prorated_twice() -> None:
    def an_coupe(droit: float) -> float:
        """An coupé."""
        return droit

    loi = petite_loi(
        declarer(droit, texte="segments", periode="mois", agregation="somme"),
        declarer(an_coupe, texte="segments"),
        parametres={"prix": parametre(("2020-01-01", "10"), ("2021-07-01", "20"))},
    )
    assert exact("an_coupe", 2021, 0, loi) == 180


def test_versions_of_another_category_do_not_cut() -> None:
    from pays.lois.axes import Ordre

    loi = petite_loi(
        declarer(droit, texte="segments", pour=Ordre.MEUNIER),
        declarer(droit__bis, texte="segments", pour=Ordre.SAUNIER, depuis="2021-05-01"),
        parametres=PRIX,
    )
    plan = plan_de("droit", 2021, loi)
    assert plan.noeuds[plan.cibles["droit"]].genre is Genre.REGLE


def test_the_activities_are_cut_one_by_one_then_summed() -> None:
    def part(poids: float, prix: float) -> float:
        """Part."""
        return poids * prix

    poids = Fait("poids", GenreDeFait.NOMBRE, "Poids", entite="activite")
    loi = petite_loi(
        declarer(part, texte="segments", entite="activite", agregation="somme"),
        parametres={"prix": parametre(("2020-01-01", "0"), ("2021-12-22", "365"))},
        faits=[poids],
    )
    plan = loi.plan(("part",), {}, an(2021), activites=2)
    evaluation = evaluer(plan, {("poids", 0, None): 1, ("poids", 1, None): 3}, exact=True)
    assert evaluation["part"] == 40  # 10 days of 365 × (1 + 3)
    assert [evaluation.valeurs[r] for r in plan.par_activite["part"]] == [10, 30]


def test_a_rule_may_use_its_own_value_of_the_year_before() -> None:
    def dette(droit: float, dette_n_1: float = 0) -> float:
        """Dette, qui s'ajoute à celle de l'année d'avant."""
        return droit + dette_n_1

    loi = petite_loi(declarer(droit), declarer(dette), parametres=PRIX)
    assert exact("dette", 2022, 0, loi) == 3 * 365
