"""The affiliation over columns: the same rules, compiled, give what they give to one person."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import numpy as np
import pytest
from numpy.typing import NDArray

from egide.droit.commun.categories import Fondement, NatureMontant
from egide.droit.commun.enumerations import CategorieLiberale, LienAvecLeChef, LieuExercice, Nature, Statut
from egide.moteur.evaluation import evaluer
from egide.moteur.faits import Cle
from egide.moteur.periode import Periode, numero
from egide.moteur.regle import Categorie
from egide.population.noyaux import Noyaux
from egide.services.loi import loi

CIBLES = ("regime", "section", "assure_a_titre")
LIGNES = 300
JOURS = [date(2017, 12, 31), date(2018, 2, 28), date(2019, 1, 1), date(2022, 1, 1), date(2026, 11, 23)]

DEFINITIVES: Categorie = {NatureMontant: NatureMontant.DEFINITIVES}


def tirer() -> dict[Cle, NDArray[np.float64]]:
    """Draw activities of every nature, status and section."""
    hasard = np.random.default_rng(4)

    def parmi(membres: list[int]) -> NDArray[np.float64]:
        return hasard.choice(membres, LIGNES).astype(np.float64)

    nature = parmi([int(m) for m in Nature])
    section = np.where(nature == Nature.LIBERALE, parmi([int(m) for m in CategorieLiberale]), 0.0)
    debut = hasard.integers(numero(date(2005, 1, 1)), numero(date(2024, 1, 1)), LIGNES).astype(np.float64)
    return {
        ("nature", 0, None): nature,
        ("statut", 0, None): parmi([int(m) for m in Statut]),
        ("categorie_liberale", 0, None): section,
        ("debut", 0, None): debut,
        ("fin", 0, None): debut + hasard.integers(100, 6000, LIGNES),
        ("part_personne", 0, None): parmi([0, 30, 50, 80]),
        ("parts_connues", 0, None): np.ones(LIGNES),
        ("lieu_d_exercice", 0, None): parmi([int(m) for m in (LieuExercice.FRANCE, *LieuExercice)]),
        ("lien_avec_le_chef", 0, None): parmi([int(m) for m in LienAvecLeChef]),
        ("option_occasionnelle", 0, None): parmi([0, 1]),
        ("traitement_d_independant_le", 0, None): debut + 400,
    }


def seul(faits: Mapping[Cle, float], jour: date) -> dict[str, float]:
    """Return what the interpreted rules give to one row."""
    periode = Periode(jour, jour)
    fondement = evaluer(loi().plan(("fondement",), {}, periode), faits)["fondement"]
    evaluation = evaluer(loi().plan(CIBLES, {Fondement: Fondement(int(fondement))}, periode), faits)
    return {nom: float(evaluation[nom]) for nom in CIBLES}


@pytest.mark.parametrize("jour", JOURS, ids=str)
def test_les_colonnes_donnent_ce_que_donne_une_personne(boucles_de_python: None, jour: date) -> None:
    tableaux = tirer()
    noyaux = Noyaux(Periode(jour, jour), DEFINITIVES, False, CIBLES, {}, tuple(tableaux))
    numeros = np.empty(LIGNES, dtype=np.uint32)
    noyaux.rangement.executer(tableaux, [numeros])
    for rang in range(LIGNES):
        faits = {cle: float(colonne[rang]) for cle, colonne in tableaux.items()}
        noyau = noyaux.de(int(numeros[rang]))
        sorties = {nom: np.empty(1) for nom in noyau.sorties}
        noyau.executer({cle: colonne[rang : rang + 1] for cle, colonne in tableaux.items()}, list(sorties.values()))
        lues = {**noyau.constantes, **{nom: float(s[0]) for nom, s in sorties.items()}}
        assert {nom: lues[nom] for nom in CIBLES} == seul(faits, jour), faits
