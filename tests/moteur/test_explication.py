# ruff: noqa: PLR2004  (figures counted by hand)
"""Explanations: formula, numbers, the branch followed, the inputs that decided. Thin spaces are replaced."""

from __future__ import annotations

import json
from datetime import date

import numpy as np
import pytest
from pays import MEUNIER_NORD, MEUNIER_SUD, an, avec_base, brume, moulin
from pays.fabrique import declarer, petite_loi
from pays.lois.axes import Force

from egide.moteur.ecriture import ESPACE
from egide.moteur.evaluation import evaluer
from egide.moteur.explication import Etape, en_dict, expliquer
from egide.moteur.faits import Cle, Donnees, Fait
from egide.moteur.faits import Genre as GenreDeFait
from egide.moteur.lecture import Lecture
from egide.moteur.periode import numero
from egide.moteur.regle import Categorie


def lignes(de: Lecture | Etape) -> list[tuple[str, str, str, str]]:
    def sans_espaces_fines(texte: str) -> str:
        return texte.replace(ESPACE, " ")

    return [
        (x.nom, sans_espaces_fines(x.formule), sans_espaces_fines(x.chiffres), sans_espaces_fines(x.valeur))
        for x in de.lignes
    ]


def etape(nom: str, categorie: Categorie, annee: int, donnees: Donnees, *, activites: int = 1) -> Etape:
    plan = brume().plan((nom,), categorie, an(annee), donnes=donnees.keys(), activites=activites)
    return expliquer(evaluer(plan, donnees), nom)


def noms(etapes: list[Etape]) -> list[str]:
    return [e.nom for e in etapes]


def test_a_formula_and_its_numbers() -> None:
    e = etape("benefice", MEUNIER_NORD, 2020, {**moulin(2020, 1500), ("frais", 0, 2020): 200.5})
    assert lignes(e) == [("benefice", "recette − frais", "1 500 € − 200,50 €", "1 299,50 €")]
    assert (e.titre, e.texte) == ("Bénéfice d'un moulin", "Bénéfice d'un moulin.\n\nSa recette diminuée de ses frais.")
    assert (e.valeur, e.unite, e.periode, e.origine) == (1299.5, "€/an", "2020", "règle")
    assert e.articles == ("Statuts Brume art. 1",)
    assert noms(e.entrees) == ["recette", "frais"]
    assert e.sans_effet == []


def test_facts_say_where_they_come_from() -> None:
    recette, frais = etape("benefice", MEUNIER_NORD, 2020, {**moulin(2020, 5), ("frais", 0, 2020): 1}).entrees
    assert (recette.titre, recette.origine, recette.ecrit.replace(ESPACE, " ")) == ("Recette", "fait donné", "5 €")
    assert frais.origine == "fait donné"
    (force,) = etape("ordre", {}, 2020, moulin(2020, 5, force=Force.BETE)).entrees
    assert force.ecrit == "bete"
    (sud,) = etape("rive_du_fleuve", {}, 2020, {}).entrees
    assert (sud.origine, sud.ecrit) == ("fait supposé", "non")


def test_figures_say_where_they_were_read() -> None:
    base, taux = etape("gabelle", MEUNIER_NORD, 2021, avec_base(2021, 1100)).entrees
    assert base.nom == "base"
    assert (taux.titre, taux.origine, taux.ecrit.replace(ESPACE, " ")) == ("Taux de la gabelle", "paramètre", "12,5 %")
    assert (taux.source, taux.verifie_le, taux.periode) == ("tarif du sel", "2023-06-30", "depuis le 2021-01-01")
    assert taux.articles == ("Statuts Salines art. 4",)
    assert (taux.note, taux.a_confirmer) == (None, None)


def test_notes_and_doubts_of_a_figure_are_shown() -> None:
    e = etape("charges_du_moulin", MEUNIER_NORD, 2021, moulin(2021, 1000))
    cens, corvee = e.entrees
    doutes = {t.a_confirmer for trimestre in cens.entrees for t in trimestre.entrees if t.nom == "taux_cens"}
    assert doutes == {None, "feuillet taché"}
    notes = {t.note for mois in corvee.entrees for t in mois.entrees if t.nom == "prix_du_jour"}
    assert notes == {None, "relevé après la moisson"}


def test_doubts_of_a_rule_are_shown_where_it_counts() -> None:
    assert etape("gabelle", MEUNIER_NORD, 2022, avec_base(2022, 1000)).a_confirmer == "le greffe n'a pas scellé l'édit"
    assert etape("gabelle", MEUNIER_NORD, 2022, avec_base(2022, 0)).a_confirmer is None
    assert etape("gabelle", MEUNIER_SUD, 2022, avec_base(2022, 1000)).a_confirmer is None


def test_the_branch_followed_is_shown_and_no_other() -> None:
    noble = etape("gabelle", MEUNIER_SUD, 2022, avec_base(2022, 1000, noble=1))
    assert lignes(noble) == [
        ("droit", "base × taux_gabelle", "1 000 € × 12,5 %", "125 €"),
        ("si", "noble", "oui", "oui"),
        (
            "gabelle",
            "arrondi à l'euro de (le plus petit de (droit ; boisseau))",
            "arrondi à l'euro de (le plus petit de (125 € ; 120 €))",
            "120 €",
        ),
    ]
    # The bushel won: what the duty was made of did not count.
    assert noms(noble.entrees) == ["boisseau", "noble"]
    assert noble.sans_effet == ["base", "taux_gabelle"]
    roturier = etape("gabelle", MEUNIER_SUD, 2022, avec_base(2022, 1000))
    assert lignes(roturier)[1:] == [
        ("si", "noble", "non", "non"),
        ("gabelle", "arrondi à l'euro de (droit)", "arrondi à l'euro de (125 €)", "125 €"),
    ]
    assert noms(roturier.entrees) == ["base", "taux_gabelle", "noble"]
    assert roturier.sans_effet == ["boisseau"]


def test_an_early_return_ends_the_computation() -> None:
    e = etape("base", MEUNIER_NORD, 2020, moulin(2020, -5))
    assert lignes(e) == [
        ("reste", "benefice − perte_reportee", "−5 € − 0", "−5 €"),
        ("si", "reste ≤ 0", "−5 € ≤ 0", "oui"),
        ("base", "0", "0", "0 €"),
    ]
    assert e.sans_effet == ["perte_reportee"]  # nothing to subtract


def test_what_is_worth_nothing_is_folded() -> None:
    e = etape("total_des_droits", MEUNIER_NORD, 2022, avec_base(2022, 0))
    assert e.valeur == 0
    e = etape("total_des_droits", MEUNIER_NORD, 2022, avec_base(2022, 1000, noble=1))
    assert noms(e.entrees) == ["taille", "gabelle"]
    assert e.sans_effet == ["grace", "joyeuse_entree"]


def test_a_marginal_scale_is_shown_with_its_slices() -> None:
    e = etape("gabelle", MEUNIER_NORD, 2022, avec_base(2022, 1000))
    assert lignes(e) == [
        (
            "gabelle",
            "arrondi à l'euro de (barème par tranches bareme_gabelle sur base)",
            "arrondi à l'euro de (barème par tranches barème sur 1 000 €)",
            "74 €",
        )
    ]
    ((nom, tranches),) = e.baremes
    assert nom == "bareme_gabelle"
    assert [tuple(t) for t in tranches] == [
        (0, 120, 0, 0, True),
        (120, 600, 0.05, 0.05, True),
        (600, 2400, 0.125, 0.125, True),
        (2400, None, 0.08, 0.08, False),
    ]


def test_a_rate_read_on_a_line_is_shown_with_the_line() -> None:
    e = etape("taux_de_grace", MEUNIER_NORD, 2022, avec_base(2022, 500))
    lu, resultat = lignes(e)
    assert lu[0] == "taux lu"
    assert lu[2:] == ("2 % + (0,5 % − 2 %) × (500 € − 360 €) / (840 € − 360 €)", "1,5625 %")
    assert resultat[0] == "taux_de_grace"
    assert resultat[3] == "1,56 %"
    ((_, tranches),) = e.baremes
    assert [t.active for t in tranches] == [False, False, True, False]


def test_a_rate_outside_the_line_has_no_line() -> None:
    for base in (50, 5000):
        assert [ligne[0] for ligne in lignes(etape("taux_de_grace", MEUNIER_NORD, 2022, avec_base(2022, base)))] == [
            "taux_de_grace"
        ]


def test_activities_are_summed_before_the_eyes() -> None:
    e = etape("benefice", MEUNIER_NORD, 2020, moulin(2020, 5, 6), activites=2)
    assert e.origine == "combinaison"
    assert e.titre == "Bénéfice d'un moulin"
    assert lignes(e)[0][2:] == ("5 € + 6 €", "11 €")
    assert noms(e.entrees) == ["benefice", "benefice"]


def test_the_most_and_the_least_of_the_activities_are_listed() -> None:
    donnees = {**moulin(2020, 5, 6), ("meules", 0, None): 3}
    assert lignes(etape("meules_en_service", MEUNIER_NORD, 2020, donnees, activites=2))[0][2:] == (
        "3 meules ; 1 meules",
        "3 meules",
    )


def test_the_parts_of_a_year_are_told_by_their_days() -> None:
    e = etape("cens", MEUNIER_NORD, 2021, moulin(2021, 1300))
    (ligne,) = lignes(e)
    assert ligne[1].startswith("cens (2021-01-01 → 2021-03-31) + cens (2021-04-01 → 2021-06-30)")
    assert ligne[2:] == ("7 € + 7 € + 8 € + 8 €", "30 €")
    assert lignes(e.entrees[0]) == [
        (
            "cens",
            "arrondi à l'euro de (benefice × 1 / 4 × taux_cens)",
            "arrondi à l'euro de (1 300 € × 1 / 4 × 2 %)",
            "7 €",
        )
    ]


def test_segments_are_weighted_before_the_eyes() -> None:
    (ligne,) = lignes(etape("dime", MEUNIER_NORD, 2021, avec_base(2021, 1000)))
    assert ligne[2:] == ("90 € × 181/365 + 108 € × 92/365 + 135 € × 92/365", "105,88 €")


def test_what_is_missing_is_followed_to_its_fact() -> None:
    e = etape("total_des_droits", MEUNIER_NORD, 2020, moulin(2020, noble=1))
    assert (e.valeur, e.ecrit, lignes(e)) == (None, "inconnu", [])
    chemin = [e.nom]
    while e.entrees:
        e = e.entrees[0]
        chemin.append(e.nom)
    assert (chemin[-2:], e.origine) == (["benefice", "recette"], "fait manquant")


def test_a_target_that_does_not_apply_has_no_explanation() -> None:
    with pytest.raises(KeyError):
        etape("perte_reportee", MEUNIER_NORD, 2020, moulin(2020, 5))


def test_an_explanation_is_plain_values_for_json() -> None:
    donnees = avec_base(2022, 500)
    plan = brume().plan(("taux_de_grace",), MEUNIER_NORD, an(2022), donnes=donnees.keys())
    document = en_dict(expliquer(evaluer(plan, donnees, exact=True), "taux_de_grace"))
    relu = json.loads(json.dumps(document))
    assert relu["valeur"] == 0.0156
    bareme = next(e for e in relu["entrees"] if e["nom"] == "bareme_grace")
    assert bareme["valeur"][0] == {"seuil": 1, "taux": 0.04}
    assert relu["baremes"][0][1][2] == {"de": 360, "a": 840, "taux_de": 0.02, "taux_a": 0.005, "active": True}


ANNEES_TIREES = [(MEUNIER_NORD, 2021), (MEUNIER_NORD, 2022), (MEUNIER_SUD, 2022)]


@pytest.mark.parametrize(("categorie", "annee"), ANNEES_TIREES)
def test_what_is_shown_is_what_is_computed(categorie: Categorie, annee: int) -> None:
    """Whatever the values, the last line of each step is worth the value of the step."""
    alea = np.random.default_rng(annee)
    choix = ("total_des_droits", "meules_en_service", "anciennete", "vieux_moulin", "cens", "perte_reportee", "ordre")
    for _ in range(60):
        donnees: dict[Cle, float] = {
            **moulin(annee, noble=float(alea.integers(0, 2)), enfants=float(alea.integers(0, 5)))
        }
        for activite in (0, 1):
            donnees["force", activite, None] = float(alea.integers(1, 5))
            donnees["ouverture", activite, None] = float(alea.integers(9_000, 16_000))
            for recul in (0, 1, 2):
                donnees["recette", activite, annee - recul] = float(alea.choice([-50, 0, 60, 120, 1500, 10**6]))
        plan = brume().plan(choix, categorie, an(annee), donnes=donnees.keys(), activites=2)
        evaluation = evaluer(plan, donnees)
        for nom in plan.cibles:
            a_voir = [expliquer(evaluation, nom)]
            while a_voir:
                ici = a_voir.pop()
                a_voir += ici.entrees
                if ici.lignes:
                    assert ici.lignes[-1].nom == ici.nom
                    assert ici.lignes[-1].valeur == ici.ecrit
                if ici.origine == "règle":
                    regle = brume().variante(ici.nom, categorie, date(annee, 1, 1))
                    assert regle
                    assert len(ici.entrees) + len(ici.sans_effet) == len(regle.arguments)


def test_a_member_found_by_a_rule_is_named() -> None:
    e = etape("ordre", {}, 2020, moulin(2020, 5, force=Force.BETE))
    assert e.ecrit == "saunier"
    assert lignes(e)[-1] == ("ordre", "saunier", "saunier", "saunier")


def test_a_member_is_named_in_the_numbers_too() -> None:
    e = etape("ordre", {}, 2020, moulin(2020, 5, force=Force.BETE))
    assert "bete = vent" in lignes(e)[0][2]


def test_a_day_of_the_calendar_is_a_date() -> None:
    e = etape("anciennete", MEUNIER_NORD, 2020, moulin(2020, 5))
    assert lignes(e)[0][2] == "2020-12-31 − 1990-01-01"
    assert [i.ecrit for i in e.entrees if i.nom == "dernier_jour_periode"] == ["2020-12-31"]


def test_a_year_has_no_thousands() -> None:
    def age(annee: float, naissance: float) -> float:
        """Âge."""
        return annee - naissance

    loi = petite_loi(declarer(age, unite="ans"), faits=[Fait("naissance", GenreDeFait.NOMBRE, "Naissance")])
    plan = loi.plan(("age",), {}, an(2021))
    e = expliquer(evaluer(plan, {("naissance", None, None): 90}), "age")
    assert lignes(e)[0][2] == "2021 − 90"


def test_a_date_is_written_as_one() -> None:
    e = etape("vieux_moulin", MEUNIER_NORD, 2020, moulin(2020, 5))
    assert lignes(e) == [("vieux_moulin", "ouverture < jour_de_la_crue", "1990-01-01 < 1999-03-15", "oui")]
    assert e.entrees[0].valeur == numero(date(1990, 1, 1))
