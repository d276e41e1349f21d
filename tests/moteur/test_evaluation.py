# ruff: noqa: PLR2004  (figures counted by hand)
"""Evaluating a plan for one person, on floats and exactly. The figures are counted by hand beside each test."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from pays import MEUNIER_NORD, MEUNIER_SUD, SAUNIER_NORD, TISSERAND_SUD, an, avec_base, brume, moulin
from pays.fabrique import declarer, parametre, petite_loi
from pays.lois.axes import Ordre

from egide.moteur.erreurs import FaitsManquants
from egide.moteur.evaluation import Evaluation, evaluer
from egide.moteur.faits import Cle, Donnees, Fait
from egide.moteur.faits import Genre as GenreDeFait
from egide.moteur.mecanismes import arrondi_euro, au_moins
from egide.moteur.periode import numero
from egide.moteur.regle import Categorie


def evalue(
    nom: str, categorie: Categorie, annee: int, donnees: Donnees, *, activites: int = 1, exact: bool = True
) -> Evaluation:
    plan = brume().plan((nom,), categorie, an(annee), donnes=donnees.keys(), activites=activites)
    return evaluer(plan, donnees, exact=exact)


def valeur(nom: str, categorie: Categorie, annee: int, donnees: Donnees, *, activites: int = 1) -> Any:
    """Return the exact value, once seen that the one on floats is the same to the last places."""
    exacte = evalue(nom, categorie, annee, donnees, activites=activites)[nom]
    flottante = evalue(nom, categorie, annee, donnees, activites=activites, exact=False)[nom]
    assert flottante == pytest.approx(float(exacte), rel=1e-12, abs=1e-12)
    return exacte


def deux_moulins() -> dict[Cle, float]:
    """Return 1000 − 200 and 500 this year; 0 − 300 and 100 the year before; 50 and nothing two years before."""
    donnees: dict[Cle, float] = {**moulin(2021, 1000, 500)}
    donnees["frais", 0, 2021] = 200
    donnees["ouverture", 1, None] = numero(date(2000, 1, 1))
    donnees |= {("recette", 0, 2020): 0, ("frais", 0, 2020): 300, ("recette", 1, 2020): 100}
    donnees |= {("recette", 0, 2019): 50, ("recette", 1, 2019): 0}
    donnees |= {("meules", 0, None): 3, ("meules_de_rechange", 0, None): 1}
    return donnees


@pytest.mark.parametrize(
    ("nom", "attendu"),
    [
        ("benefice", 1300),  # 800 + 500
        ("benefice_n_1", -200),  # −300 + 100
        ("perte_reportee", 200),  # nothing of 2019, which is a gain of 50
        ("base", 1100),
        ("meules_en_service", 2),  # the most of 3 − 1 and 1
        ("meules", 4),  # the fact itself is summed
        ("anciennete", 8035),  # the least: 22 years from 2000-01-01, 6 of them leap, less a day
        ("annee_d_ouverture", 2000),  # the latest of 1990 and 2000
        ("vieux_moulin", True),  # that of the first mill
        ("cens", 30),  # quarters of 325: twice 6.5 → 7 at 2 %, twice 8.125 → 8 at 2.5 %
        ("gabelle", 138),  # 12.5 % of 1100 = 137.5, one half up
        ("taux_de_grace", Fraction(1, 100)),  # 11 bushels, beyond the last point
        ("grace", 11),
        ("taille", 110),  # 10 % of 1100
        ("joyeuse_entree", 6),  # 0.5 % of 1100 = 5.5
        ("total_des_droits", 243),  # 110 + 138 + 6 − 11
    ],
)
def test_two_mills_in_2021(nom: str, attendu: Any) -> None:
    assert valeur(nom, MEUNIER_NORD, 2021, deux_moulins(), activites=2) == attendu


@pytest.mark.parametrize(
    ("nom", "attendu"),
    [
        ("corvee", 1156),  # two stones: 304 days at 1.5, 61 at 2
        ("veille", Fraction(380, 3)),  # December: 31 × 2 × 2 and a third of a quarter of 8
        ("charges_du_moulin", 1186),
    ],
)
def test_months_of_two_mills_in_2021(nom: str, attendu: Any) -> None:
    assert valeur(nom, MEUNIER_NORD, 2021, deux_moulins(), activites=2) == attendu


@pytest.mark.parametrize(
    ("categorie", "annee", "personne", "attendu"),
    [
        (MEUNIER_NORD, 2020, {}, 100),  # 10 %
        (MEUNIER_NORD, 2021, {}, 125),  # 12.5 %
        (SAUNIER_NORD, 2021, {}, 125),
        (MEUNIER_SUD, 2021, {}, 125),  # no difference between the banks yet
        (MEUNIER_NORD, 2022, {}, 74),  # 480 × 5 % + 400 × 12.5 %
        (SAUNIER_NORD, 2022, {}, 74),
        (MEUNIER_SUD, 2022, {}, 125),
        (MEUNIER_SUD, 2022, {"noble": 1}, 120),  # a bushel at most
        (MEUNIER_SUD, 2023, {"noble": 1}, 125),  # the bushel is 130
    ],
)
def test_the_law_of_a_date_and_a_category(
    categorie: Categorie, annee: int, personne: dict[str, float], attendu: int
) -> None:
    assert valeur("gabelle", categorie, annee, avec_base(annee, 1000, **personne)) == attendu


@pytest.mark.parametrize(
    ("annee", "base", "attendu"),
    [
        (2021, 0, "0.03"),
        (2021, 200, "0.03"),
        (2021, 600, "0.02"),  # half-way between 2 and 10 bushels
        (2021, 1000, "0.01"),
        (2022, 240, "0.03"),  # half-way between 1 and 3 bushels of 120
        (2022, 600, "0.0125"),  # half-way between 3 and 7
        (2022, 500, "0.0156"),  # 0.02 − 0.015 × 140 / 480 = 0.015625, rounded to the hundredth of a per cent
    ],
)
def test_a_rate_between_two_points(annee: int, base: float, attendu: str) -> None:
    assert valeur("taux_de_grace", MEUNIER_NORD, annee, avec_base(annee, base)) == Fraction(attendu)


@pytest.mark.parametrize(("noble", "enfants", "attendu"), [(0, 0, 10), (1, 0, 0), (1, 2, 0), (1, 3, 10), (0, 5, 10)])
def test_a_conditional_expression(noble: float, enfants: float, attendu: int) -> None:
    assert valeur("grace", MEUNIER_NORD, 2021, avec_base(2021, 1000, noble=noble, enfants=enfants)) == attendu


def test_an_absent_value_counts_as_its_default() -> None:
    # No salt tax for weavers: 10 % + 0.5 % − 1 % of 1000.
    assert valeur("total_des_droits", TISSERAND_SUD, 2021, avec_base(2021, 1000)) == 95
    # Nor joyous entry after 2021; the grace of 1000, beyond 7 bushels of 120, is 0.5 %: 15 % − 0.5 %.
    assert valeur("total_des_droits", TISSERAND_SUD, 2022, avec_base(2022, 1000)) == 145
    # Losses are not carried over in 2020.
    assert valeur("base", MEUNIER_NORD, 2020, moulin(2020, 700)) == 700


@pytest.mark.parametrize(("recette", "attendu"), [(-5, 0), (0, 0), (1, 1)])
def test_an_early_return(recette: float, attendu: float) -> None:
    assert valeur("base", MEUNIER_NORD, 2020, moulin(2020, recette)) == attendu


def test_a_fact_given_takes_the_place_of_the_rule() -> None:
    donnees = {**moulin(2021, 1000, 500), ("benefice", 1, 2021): 40.0}
    assert valeur("benefice", MEUNIER_NORD, 2021, donnees, activites=2) == 1040


def test_an_absent_target() -> None:
    evaluation = evalue("gabelle", TISSERAND_SUD, 2021, avec_base(2021, 1000))
    assert "gabelle" not in evaluation
    with pytest.raises(KeyError):
        evaluation["gabelle"]
    assert "gabelle" in evalue("gabelle", MEUNIER_SUD, 2021, avec_base(2021, 1000))


def test_assumed_facts_are_told() -> None:
    evaluation = evalue("grace", MEUNIER_NORD, 2021, avec_base(2021, 1000, enfants=1))
    assert {cle: fait.nom for cle, fait in evaluation.supposes.items()} == {("noble", None, None): "noble"}
    assert evaluation.manquants == {}


def test_missing_facts_are_told() -> None:
    evaluation = evalue("total_des_droits", MEUNIER_NORD, 2020, moulin(2020, noble=1))
    assert set(evaluation.manquants) == {("recette", 0, 2020)}
    assert set(evaluation.supposes) == {("frais", 0, 2020), ("enfants", None, None)}
    assert "total_des_droits" in evaluation
    assert evaluation.causes("total_des_droits") == ["recette"]
    with pytest.raises(FaitsManquants, match="il manque de quoi calculer « total_des_droits »") as erreur:
        evaluation["total_des_droits"]
    assert erreur.value.faits == ("recette",)


def test_a_missing_fact_spoils_only_what_it_is_needed_for() -> None:
    plan = brume().plan(("benefice", "vieux_moulin", "meules_en_service"), MEUNIER_NORD, an(2020), activites=2)
    donnees: Donnees = {("recette", 0, 2020): 10.0}
    evaluation = evaluer(plan, donnees)
    assert evaluation.valeurs[plan.par_activite["benefice"][0]] == 10
    assert evaluation.causes("benefice") == ["recette"]
    assert evaluation.causes("vieux_moulin") == ["ouverture"]
    assert evaluation["meules_en_service"] == 1


def test_a_fact_given_as_nothing_is_unknown() -> None:
    evaluation = evalue("benefice", MEUNIER_NORD, 2020, {**moulin(2020, 10), ("frais", 0, 2020): None})  # type: ignore[dict-item]
    assert evaluation.valeurs[evaluation.plan.cibles["benefice"]] is None
    assert evaluation.manquants == {}


@pytest.mark.parametrize("exact", [False, True])
def test_one_kind_of_number_throughout(exact: bool) -> None:
    plan = brume().plan(
        ("total_des_droits", "taux_de_grace", "perte_reportee", "cens"), MEUNIER_NORD, an(2021), activites=2
    )
    evaluation = evaluer(plan, deux_moulins(), exact=exact)
    etrangers = Fraction if not exact else float
    assert not [n.nom for n, v in zip(plan.noeuds, evaluation.valeurs, strict=True) if isinstance(v, etrangers)]


@pytest.mark.parametrize("exact", [False, True])
def test_a_rounded_nothing_is_of_the_kind_of_the_others(exact: bool) -> None:
    def perte(poids: float) -> Any:
        """Perte, jamais négative."""
        return arrondi_euro(au_moins(poids, 0))

    loi = petite_loi(declarer(perte), faits=[Fait("poids", GenreDeFait.NOMBRE, "Poids")])
    valeur_de_la_perte = evaluer(loi.plan(("perte",), {}, an(2021)), {("poids", None, None): -5}, exact=exact)["perte"]
    assert valeur_de_la_perte == 0
    assert not isinstance(valeur_de_la_perte, Fraction if not exact else float)


def test_sums_add_from_left_to_right_as_kernels_do() -> None:
    def part(poids: float) -> float:
        """Part."""
        return poids

    poids = Fait("poids", GenreDeFait.NOMBRE, "Poids", entite="activite")
    loi = petite_loi(declarer(part, entite="activite", agregation="somme"), faits=[poids])
    plan = loi.plan(("part",), {}, an(2021), activites=10)
    dixiemes: Donnees = {("poids", rang, None): 0.1 for rang in range(10)}
    assert evaluer(plan, dixiemes)["part"] == 0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1 != 1


def test_the_missing_fact_asked_first_is_the_most_direct() -> None:
    def proche(poids: float, lointain: float) -> float:
        """Proche."""
        return poids + lointain

    def lointain(bois: float) -> float:
        """Lointain."""
        return bois

    faits = [Fait(nom, GenreDeFait.NOMBRE, nom) for nom in ("poids", "bois")]
    loi = petite_loi(declarer(proche), declarer(lointain), faits=faits)
    assert evaluer(loi.plan(("proche",), {}, an(2021)), {}).causes("proche") == ["poids", "bois"]


def test_the_facts_of_a_rule_that_does_not_apply_are_not_missing() -> None:
    def taxe(poids: float, reserve: float) -> float:
        """Taxe."""
        return poids + reserve

    def reserve(poids: float) -> float:
        """Réserve."""
        return poids

    def total(taxe: float = 0) -> float:
        """Total."""
        return taxe

    loi = petite_loi(
        declarer(taxe),
        declarer(reserve, pour=Ordre.SAUNIER),
        declarer(total),
        faits=[Fait("poids", GenreDeFait.NOMBRE, "Poids")],
    )
    evaluation = evaluer(loi.plan(("total",), MEUNIER_NORD, an(2021)), {})
    assert evaluation["total"] == 0
    assert evaluation.manquants == {}


def test_quarters_of_an_activity_are_summed_for_that_activity_alone() -> None:
    def terme(poids: float) -> float:
        """Terme."""
        return poids

    def an_du_moulin(terme: float) -> float:
        """An du moulin."""
        return terme

    loi = petite_loi(
        declarer(terme, entite="activite", periode="trimestre", agregation="somme"),
        declarer(an_du_moulin, entite="activite", agregation="somme"),
        faits=[Fait("poids", GenreDeFait.NOMBRE, "Poids", entite="activite")],
    )
    plan = loi.plan(("an_du_moulin", "terme"), {}, an(2021), activites=2)
    evaluation = evaluer(plan, {("poids", 0, None): 1, ("poids", 1, None): 10})
    assert [evaluation.valeurs[r] for r in plan.par_activite["an_du_moulin"]] == [4, 40]
    assert evaluation["an_du_moulin"] == evaluation["terme"] == 44


def test_a_fact_of_the_person_replaces_the_rule_for_an_activity_too() -> None:
    def gage(prix: float) -> float:
        """Gage."""
        return prix

    def reste(gage: float, poids: float) -> float:
        """Reste."""
        return poids - gage

    loi = petite_loi(
        declarer(gage, periode="trimestre", agregation="max"),
        declarer(reste, entite="activite", agregation="somme"),
        parametres={"prix": parametre(("2020-01-01", "1"))},
        faits=[
            Fait("gage", GenreDeFait.NOMBRE, "Gage"),
            Fait("poids", GenreDeFait.NOMBRE, "Poids", entite="activite"),
        ],
    )
    donnees: Donnees = {("gage", None, None): 7, ("poids", 0, None): 100}
    plan = loi.plan(("reste",), {}, an(2021), donnes=donnees.keys())
    assert evaluer(plan, donnees)["reste"] == 93


def test_a_month_that_asks_for_the_year_before_gets_the_whole_of_it() -> None:
    def gage(prix: float) -> float:
        """Gage."""
        return prix

    def rappel(gage_n_1: float) -> float:
        """Rappel d'un douzième des gages de l'année d'avant."""
        return gage_n_1 / 12

    loi = petite_loi(
        declarer(gage, periode="mois", agregation="somme"),
        declarer(rappel, periode="mois", agregation="somme"),
        parametres={"prix": parametre(("2020-01-01", "5"))},
    )
    assert evaluer(loi.plan(("rappel",), {}, an(2021)), {}, exact=True)["rappel"] == 60
