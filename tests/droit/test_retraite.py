# ruff: noqa: PLR2004  (figures of published examples)
"""Rules of pensions against the examples that the funds publish; every rule and figure of the chapter serves."""

from __future__ import annotations

from datetime import date

import pytest

from egide.droit.retraite.base import minimum_garanti, surcote, trimestres_jusqu_au_taux_plein, trimestres_manquants
from egide.droit.retraite.points import abattement_rci
from egide.droit.retraite.trimestres import majoration_pour_age
from egide.moteur.graphe import nom_demande
from egide.moteur.periode import numero
from egide.moteur.regle import regle_de
from egide.services.retraite import AGES, DUREES, LIBERALE, MONTANTS, NET, PAR_ANNEE, POINTS, loi_retraite


def test_le_minimum_majore_de_service_public() -> None:
    # service-public A15703 (2026-02-12): born 1964, 170 quarters of which 135 contributed, 873.53 € a month.
    assert round(minimum_garanti(170.0, 170.0, 135.0, 170.0, 756.29, 903.93, 120.0), 2) == 873.53
    # Under 120 contributed quarters, the simple one.
    assert minimum_garanti(170.0, 170.0, 119.0, 170.0, 756.29, 903.93, 120.0) == pytest.approx(756.29)


def test_la_surcote_de_la_circulaire_est_tronquee() -> None:
    # Circulaire Cnav 2018-4, § 3.4: 621 € and two quarters give 15.525 €, paid 15.52 €.
    regle = regle_de(surcote)
    assert regle is not None
    assert regle.calculer(621.0, 2.0, 0.0125, 0.0) == 15.52


def test_un_mois_commence_compte_dans_les_trimestres_de_l_age() -> None:
    # Circulaire Cnav 2026-07: born on 8 November 1961, pension on 1 April 2024: 56 months, 18.66, so 19 quarters.
    assert trimestres_jusqu_au_taux_plein(numero(date(2024, 4, 1)), numero(date(2028, 11, 8)), 3.0) == 19


@pytest.mark.parametrize(
    ("trimestres", "age", "attendu"),
    [(160.0, 19.0, 9.0), (100.0, 19.0, 19.0), (100.0, 30.0, 20.0), (170.0, 19.0, 0.0)],
)
def test_les_trimestres_manquants(trimestres: float, age: float, attendu: float) -> None:
    assert trimestres_manquants(0, 169.0, trimestres, age, 20.0) == attendu
    assert trimestres_manquants(1, 169.0, trimestres, age, 20.0) == 0


def test_la_majoration_apres_l_age_du_taux_plein() -> None:
    # Circulaire Cnav 22/83: 60 quarters and five more after the age of full rate give 68.
    age, effet = numero(date(2025, 1, 15)), numero(date(2026, 5, 1))
    assert 60 + majoration_pour_age(effet, age, 167.0, 60.0, 60.0, 0.025, 3.0) == 68
    # Never above the required duration, and none before that age.
    assert majoration_pour_age(effet, age, 167.0, 164.0, 164.0, 0.025, 3.0) == 3
    assert majoration_pour_age(age - 1, age, 167.0, 60.0, 60.0, 0.025, 3.0) == 0


def test_l_abattement_de_la_complementaire() -> None:
    # Règlement of the RCI: 12 % at twelve quarters, 22 % at twenty.
    assert abattement_rci(12.0, 12.0, 0.01, 0.0125) == pytest.approx(0.12)
    assert abattement_rci(20.0, 12.0, 0.01, 0.0125) == pytest.approx(0.22)


def test_toute_regle_et_tout_chiffre_du_chapitre_servent() -> None:
    loi = loi_retraite()
    a_voir, vus = [*AGES, *DUREES, *MONTANTS, *POINTS, *LIBERALE, *NET, *PAR_ANNEE, "age_atteint"], set()
    while a_voir:
        nom = a_voir.pop()
        if nom not in vus:
            vus.add(nom)
            a_voir += [nom_demande(a) for regle in loi.regles.get(nom, ()) for a in regle.arguments]
    figures = {nom for nom, p in loi.parametres.items() if p.fichier.startswith("retraite/")}
    assert set(loi.regles) - vus == set()
    assert figures - vus == set()
    assert set(loi.faits) - vus == set()
