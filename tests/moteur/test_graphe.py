# ruff: noqa: PLR2004  (figures counted by hand)
"""The law as a graph: what is refused at load, which version is picked, how a plan is drawn."""

from __future__ import annotations

from datetime import date
from enum import IntEnum
from typing import Any

import pytest
from pays import FAITS, MEUNIER_NORD, MEUNIER_SUD, SAUNIER_NORD, TISSERAND_SUD, an, brume, parametres
from pays.fabrique import declarer, parametre, petite_loi
from pays.lois.axes import Ordre, RiveDuFleuve

from egide.moteur import graphe
from egide.moteur.erreurs import HorsPlage, LoiInvalide, NomInconnu
from egide.moteur.faits import Fait
from egide.moteur.faits import Genre as GenreDeFait
from egide.moteur.graphe import Legislation, sans_decalage
from egide.moteur.periode import Periode
from egide.moteur.plan import Genre, Plan
from egide.moteur.regle import Categorie

CATEGORIES = [MEUNIER_NORD, MEUNIER_SUD, SAUNIER_NORD, TISSERAND_SUD]


def sel(poids: float) -> float:
    """Sel."""
    return poids


def sel__bis(poids: float) -> float:
    """Sel."""
    return 2 * poids


POIDS = Fait("poids", GenreDeFait.NOMBRE, "Poids", par_annee=True)


def test_rules_that_call_each_other_round_are_named() -> None:
    def poule(oeuf: float) -> float:
        """Poule."""
        return oeuf

    def oeuf(poule: float) -> float:
        """Œuf."""
        return poule

    def omelette(oeuf: float) -> float:
        """Omelette."""
        return oeuf

    loi = petite_loi(declarer(poule), declarer(oeuf), declarer(omelette))
    with pytest.raises(LoiInvalide, match="s'appellent en rond au 2021-01-01 : oeuf → poule → oeuf"):
        loi.plan(("omelette",), {}, an(2021))


@pytest.mark.parametrize("options", [{"entite": "activite"}, {"periode": "mois"}])
def test_what_is_narrower_needs_a_declared_aggregation(options: dict[str, Any]) -> None:
    def taxe(sel: float) -> float:
        """Taxe."""
        return sel

    poids = Fait("poids", GenreDeFait.NOMBRE, "Poids", entite=options.get("entite", "personne"))
    loi = petite_loi(declarer(sel, **options), declarer(taxe), faits=[poids])
    with pytest.raises(LoiInvalide, match="« sel » est d'une activité ou d'une période plus courte"):
        loi.plan(("taxe",), {}, an(2021))


def test_a_fact_of_the_activities_needs_a_declared_aggregation() -> None:
    poids = Fait("poids", GenreDeFait.NOMBRE, "Poids", entite="activite")
    with pytest.raises(LoiInvalide, match="« poids » est d'une activité"):
        petite_loi(declarer(sel), faits=[poids]).plan(("sel",), {}, an(2021))


@pytest.mark.parametrize("nom", ["gabele", "taux_dime", "annee"])
def test_a_target_is_a_rule_or_a_fact(nom: str) -> None:
    with pytest.raises(NomInconnu, match=f"nom inconnu : « {nom} »"):
        brume().plan((nom,), MEUNIER_NORD, an(2021))


def test_an_unknown_target_is_told_with_the_nearest() -> None:
    with pytest.raises(NomInconnu, match=r"Vouliez-vous dire « gabelle » \?"):
        brume().plan(("gabele",), MEUNIER_NORD, an(2021))


@pytest.mark.parametrize(
    ("nom", "attendu"),
    [("benefice", ("benefice", 0)), ("x_n_1", ("x", 1)), ("x_n_9", ("x", 9)), ("x_n_0", ("x_n_0", 0))],
)
def test_the_year_in_a_name(nom: str, attendu: tuple[str, int]) -> None:
    assert sans_decalage(nom) == attendu


@pytest.mark.parametrize(
    ("categorie", "jour", "fonction"),
    [
        (MEUNIER_NORD, date(2021, 12, 31), "gabelle__2020"),
        (SAUNIER_NORD, date(2020, 1, 1), "gabelle__2020"),
        (MEUNIER_NORD, date(2022, 1, 1), "gabelle__2022_nord"),
        (MEUNIER_SUD, date(2022, 1, 1), "gabelle__2022_sud"),
        (MEUNIER_NORD, date(2019, 12, 31), None),
        (TISSERAND_SUD, date(2022, 1, 1), None),
        ({}, date(2021, 1, 1), None),
    ],
)
def test_picks_the_version_of_a_day_and_a_category(categorie: Categorie, jour: date, fonction: str | None) -> None:
    variante = brume().variante("gabelle", categorie, jour)
    assert (variante and variante.fonction.__name__) == fonction


def test_names_and_definitions() -> None:
    loi = brume()
    assert {"gabelle", "taux_dime", "recette", "annee", "premier_jour_periode"} <= loi.noms()
    assert loi.definition("octroi") is loi.regles["octroi"][1]
    assert loi.definition("recette") is FAITS["recette"]
    assert loi.definition("base") is loi.regles["base"][0]  # the rule comes before the fact of the same name
    assert loi.definition("taux_dime") is parametres()["taux_dime"]
    with pytest.raises(NomInconnu):
        loi.definition("moulin")


def test_the_days_on_which_the_law_changes() -> None:
    jours = brume().jours_de_changement()
    assert jours == sorted(set(jours))
    assert set(jours) >= {date(2020, 1, 1), date(2021, 7, 1), date(2021, 10, 1), date(2022, 3, 1), date(2022, 5, 1)}
    assert date(2021, 8, 15) not in jours


def test_exclusions_are_listed() -> None:
    assert brume().exclusions == ("hors_champ_feu", "hors_champ_exil")


def tout(loi: Legislation, categorie: Categorie, annee: int, activites: int = 1) -> Plan:
    return loi.plan(tuple(loi.regles), categorie, an(annee), activites=activites, extrapoler=True)


@pytest.mark.parametrize("annee", [2020, 2021, 2022, 2023])
@pytest.mark.parametrize("activites", [1, 3])
@pytest.mark.parametrize("categorie", CATEGORIES)
def test_every_value_comes_after_those_it_uses(annee: int, activites: int, categorie: Categorie) -> None:
    plan = tout(brume(), categorie, annee, activites)
    for rang, noeud in enumerate(plan.noeuds):
        assert all(a < rang for a in noeud.arguments)
        if noeud.genre is Genre.REGLE:
            assert noeud.regle is not None
            assert len(noeud.arguments) == len(noeud.regle.arguments)


def test_old_plans_leave_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graphe, "PLANS_GARDES", 2)
    loi = petite_loi(declarer(sel), faits=(POIDS,))
    premier, deuxieme = (loi.plan(["sel"], {}, an(annee)) for annee in (2020, 2021))
    assert loi.plan(["sel"], {}, an(2020)) is premier
    loi.plan(["sel"], {}, an(2022))
    assert loi.plan(["sel"], {}, an(2021)) is deuxieme
    assert loi.plan(["sel"], {}, an(2020)) is not premier


def test_the_same_request_gives_the_same_plan() -> None:
    loi = brume()
    plan = loi.plan(("taille",), MEUNIER_NORD, an(2021))
    assert loi.plan(["taille"], dict(reversed(list(MEUNIER_NORD.items()))), an(2021)) is plan
    assert loi.plan(("taille",), MEUNIER_NORD, an(2021), donnes=[("noble", None, None)]) is plan
    autres = [
        loi.plan(("taille", "dime"), MEUNIER_NORD, an(2021)),
        loi.plan(("taille",), MEUNIER_SUD, an(2021)),
        loi.plan(("taille",), MEUNIER_NORD, an(2022)),
        loi.plan(("taille",), MEUNIER_NORD, an(2021), activites=2),
        loi.plan(("taille",), MEUNIER_NORD, an(2021), extrapoler=True),
        loi.plan(("taille",), MEUNIER_NORD, an(2021), droit_du=date(2020, 6, 1)),
        loi.plan(("taille",), MEUNIER_NORD, an(2021), donnes=[("base", None, 2021)]),
    ]
    assert all(autre is not plan for autre in autres)


def test_a_value_used_twice_is_computed_once() -> None:
    plan = brume().plan(("total_des_droits",), MEUNIER_NORD, an(2021))
    assert [n.nom for n in plan.noeuds if n.genre is Genre.REGLE].count("base") == 1
    assert [n.nom for n in plan.noeuds if n.genre is Genre.FAIT].count("noble") == 1


def test_what_does_not_apply_is_absent() -> None:
    plan = tout(brume(), TISSERAND_SUD, 2022)
    assert "gabelle" not in plan.cibles  # no rule for the weavers
    assert "joyeuse_entree" not in plan.cibles  # its rate ended with 2021
    assert "total_des_droits" in plan.cibles  # both have a default there
    assert "gabelle" in tout(brume(), MEUNIER_SUD, 2022).cibles
    assert "perte_reportee" not in tout(brume(), MEUNIER_SUD, 2020).cibles


def test_what_needs_an_absent_value_without_default_is_absent() -> None:
    def taxe(sel: float) -> float:
        """Taxe."""
        return sel

    loi = petite_loi(declarer(sel, pour=Ordre.SAUNIER), declarer(taxe), faits=[POIDS])
    assert loi.plan(("taxe",), MEUNIER_NORD, an(2021)).cibles == {}
    assert set(loi.plan(("taxe",), SAUNIER_NORD, an(2021)).cibles) == {"taxe"}


def test_the_default_of_an_absent_value_is_a_constant() -> None:
    plan = brume().plan(("base",), MEUNIER_NORD, an(2020))
    base = plan.noeuds[plan.cibles["base"]]
    defaut = plan.noeuds[base.arguments[1]]
    assert (defaut.genre, defaut.nom, defaut.constante) == (Genre.CONSTANTE, "perte_reportee", 0)


def test_a_target_of_an_earlier_year() -> None:
    plan = brume().plan(("benefice", "benefice_n_1"), MEUNIER_NORD, an(2021))
    assert plan.noeuds[plan.cibles["benefice_n_1"]].periode == an(2020)
    assert ("recette", 0, 2020) in plan.faits()


def test_an_earlier_year_reads_the_facts_and_the_law_of_that_year() -> None:
    def taxe(sel_n_1: float, prix_n_1: float, prix: float) -> float:
        """Taxe."""
        return sel_n_1 * prix_n_1 * prix

    loi = petite_loi(
        declarer(sel),
        declarer(taxe),
        faits=[POIDS],
        parametres={"prix": parametre(("2020-01-01", "2"), ("2021-01-01", "3"))},
    )
    plan = loi.plan(("taxe",), {}, an(2021))
    assert set(plan.faits()) == {("poids", None, 2020)}
    lus = [n.parametre.flottant for n in plan.noeuds if n.parametre]
    assert lus == [2.0, 3.0]


def test_facts_given_take_the_place_of_rules() -> None:
    loi = brume()
    plan = loi.plan(("taille",), MEUNIER_NORD, an(2021), donnes=[("base", None, 2021)])
    assert set(plan.faits()) == {("base", None, 2021)}
    assert not any(n.nom == "benefice" for n in plan.noeuds)
    # A fact of another year replaces nothing this year.
    plan = loi.plan(("taille",), MEUNIER_NORD, an(2021), donnes=[("base", None, 2020)])
    assert ("recette", 0, 2021) in plan.faits()


def test_a_fact_given_for_one_activity_replaces_the_rule_of_that_one() -> None:
    plan = brume().plan(("benefice",), MEUNIER_NORD, an(2021), donnes=[("benefice", 1, 2021)], activites=2)
    assert set(plan.faits()) == {("recette", 0, 2021), ("frais", 0, 2021), ("benefice", 1, 2021)}


def test_the_activities_are_combined_for_the_person_and_kept_apart() -> None:
    plan = brume().plan(("benefice", "vieux_moulin"), MEUNIER_NORD, an(2021), activites=3)
    somme = plan.noeuds[plan.cibles["benefice"]]
    assert (somme.genre, somme.mode, somme.poids) == (Genre.COMBINAISON, "somme", ((1, 1),) * 3)
    assert somme.arguments == plan.par_activite["benefice"]
    assert [plan.noeuds[r].rang for r in plan.par_activite["benefice"]] == [0, 1, 2]
    assert plan.cibles["vieux_moulin"] == plan.par_activite["vieux_moulin"][0]


def test_one_activity_needs_no_combination() -> None:
    plan = brume().plan(("benefice",), MEUNIER_NORD, an(2021))
    assert plan.noeuds[plan.cibles["benefice"]].genre is Genre.REGLE


def test_the_parts_of_a_year_are_summed() -> None:
    plan = brume().plan(("cens", "corvee"), MEUNIER_NORD, an(2021))
    trimestres, mois = (plan.noeuds[plan.cibles[n]] for n in ("cens", "corvee"))
    assert [plan.noeuds[r].periode.debut.month for r in trimestres.arguments] == [1, 4, 7, 10]
    assert [plan.noeuds[r].periode.debut.month for r in mois.arguments] == list(range(1, 13))
    taux = [plan.noeuds[plan.noeuds[r].arguments[1]].parametre for r in trimestres.arguments]
    assert [t.flottant for t in taux if t] == [0.02, 0.02, 0.025, 0.025]


def test_a_month_sees_the_quarter_that_holds_it() -> None:
    plan = brume().plan(("veille",), MEUNIER_NORD, an(2021))
    for rang in plan.noeuds[plan.cibles["veille"]].arguments:
        mois = plan.noeuds[rang]
        cens, corvee = (plan.noeuds[a] for a in mois.arguments)
        assert corvee.periode == mois.periode
        assert cens.periode == mois.periode.englobante("trimestre")


def test_a_plan_of_a_quarter_takes_its_own_months() -> None:
    trimestre = Periode(date(2021, 4, 1), date(2021, 6, 30))
    plan = brume().plan(("corvee",), MEUNIER_NORD, trimestre)
    assert [plan.noeuds[r].periode.debut.month for r in plan.noeuds[plan.cibles["corvee"]].arguments] == [4, 5, 6]


def test_a_rule_of_a_day_is_combined_over_the_year() -> None:
    def taxe(poids: float, premier_jour_periode: float) -> float:
        """Taxe."""
        return poids * premier_jour_periode

    loi = petite_loi(declarer(taxe, periode="jour", agregation="max"), faits=[POIDS])
    plan = loi.plan(("taxe",), {}, an(2024))
    assert len(plan.noeuds[plan.cibles["taxe"]].arguments) == 366


def lus(plan: Plan) -> dict[str, date | None]:
    """Return the day on which each figure of a plan was read."""
    return {n.nom: n.lu_le for n in plan.noeuds if n.parametre}


def test_a_year_is_charged_under_an_earlier_text() -> None:
    plan = brume().plan(("gabelle",), MEUNIER_NORD, an(2022), droit_du=date(2021, 6, 1))
    gabelle = plan.noeuds[plan.cibles["gabelle"]]
    assert gabelle.regle
    assert gabelle.regle.fonction.__name__ == "gabelle__2020"
    assert gabelle.periode == an(2022)
    assert lus(plan) == {"taux_gabelle": date(2021, 6, 1)}
    assert ("recette", 0, 2022) in plan.faits()


def test_a_figure_of_the_period_is_that_of_the_period_under_any_text() -> None:
    plan = brume().plan(("gabelle",), MEUNIER_NORD, an(2023), droit_du=date(2022, 12, 1))
    assert lus(plan) == {"bareme_gabelle": date(2022, 12, 1), "boisseau": date(2023, 1, 1)}


def test_a_later_text_changes_nothing() -> None:
    plan = brume().plan(("gabelle",), MEUNIER_NORD, an(2021), droit_du=date(2022, 12, 1))
    assert lus(plan) == {"taux_gabelle": date(2021, 1, 1)}


def test_a_rule_later_than_the_text_does_not_apply() -> None:
    assert brume().plan(("perte_reportee",), MEUNIER_NORD, an(2022), droit_du=date(2020, 12, 31)).cibles == {}


def test_a_figure_needed_before_it_is_known_is_refused() -> None:
    loi = petite_loi(declarer(sel, depuis="2018-01-01"), parametres={"poids": parametre(("2020-01-01", "1"))}, faits=[])
    with pytest.raises(HorsPlage, match="« poids » n'a pas de valeur au 2019-01-01"):
        loi.plan(("sel",), {}, an(2019))
    assert loi.plan(("sel",), {}, an(2020)).cibles


def test_a_figure_needed_after_its_last_check_is_refused_or_marked() -> None:
    loi = brume()
    with pytest.raises(HorsPlage, match="« bareme_gabelle » n'est vérifié que du 2022-01-01 au 2023-06-30"):
        loi.plan(("gabelle",), MEUNIER_NORD, an(2024))
    plan = loi.plan(("gabelle",), MEUNIER_NORD, an(2024), extrapoler=True)
    assert plan.extrapoles["boisseau"] is parametres()["boisseau"].valeurs[-1]
    assert set(plan.extrapoles) == {"boisseau", "bareme_gabelle"}
    assert loi.plan(("gabelle",), MEUNIER_NORD, an(2023), extrapoler=True).extrapoles == {}


def test_the_calendar_is_given() -> None:
    def taxe(annee: float, premier_jour_periode: float, dernier_jour_periode: float) -> float:
        """Taxe."""
        return annee + premier_jour_periode + dernier_jour_periode

    loi = petite_loi(declarer(taxe, depuis="1970-01-01", periode="trimestre", agregation="somme"))
    plan = loi.plan(("taxe",), {}, an(1970))
    second = plan.noeuds[plan.noeuds[plan.cibles["taxe"]].arguments[1]]
    # 1970: January to March are days 0 to 89, April to June days 90 to 180.
    assert [plan.noeuds[a].constante for a in second.arguments] == [1970, 90, 180]


def test_a_category_names_an_axis_by_its_class() -> None:
    class Ordre(IntEnum):
        """Another axis of the same name."""

        MEUNIER = 1

    assert brume().plan(("gabelle",), {Ordre: Ordre.MEUNIER, RiveDuFleuve: RiveDuFleuve.SUD}, an(2021)).cibles == {}


def test_the_axes_of_a_target_are_those_on_which_what_is_behind_it_differs() -> None:
    assert brume().axes(("taille",)) == ()
    assert brume().axes(("gabelle",)) == (Ordre, RiveDuFleuve)
    assert brume().axes(("total_des_droits", "taille")) == (Ordre, RiveDuFleuve)


def test_a_chapter_is_refused_by_its_own_exclusions_only() -> None:
    def exil(banni: float) -> bool:
        """Exil."""
        return banni > 0

    def peage(poids: float) -> float:
        """Péage."""
        return poids

    def aumone(poids: float) -> float:
        """Aumône."""
        return poids

    exil.__module__ = peage.__module__ = "pays.douane.droits"
    aumone.__module__ = "pays.charite.dons"
    faits = [Fait("poids", GenreDeFait.NOMBRE, "Poids"), Fait("banni", GenreDeFait.OUI_NON, "Banni")]
    loi = petite_loi(declarer(exil, exclusion=True), declarer(peage), declarer(aumone), faits=faits)
    assert loi.exclusions_de(("peage", "aumone")) == ("exil",)
    assert loi.exclusions_de(("aumone",)) == ()
