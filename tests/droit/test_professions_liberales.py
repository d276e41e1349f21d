"""Every fund, every year: neither gap nor unread figure; floats, fractions and columns give the same cents."""

from __future__ import annotations

import warnings
from datetime import date
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from egide.droit.commun.categories import Caisse, NatureMontant, Praticien
from egide.moteur.evaluation import Evaluation, evaluer, situer
from egide.moteur.faits import Cle
from egide.moteur.periode import Periode, numero
from egide.population import LignesHorsChamp, calculer
from egide.services.cotisations import CIBLES, TOTAL
from egide.services.dossier_annuel import DossierAnnuel
from egide.services.loi import AXES, PREMIERE_ANNEE, derniere_verification, loi

from .tirages_liberaux import MEMBRES, Membre, colonnes, faits

ANNEES = range(PREMIERE_ANNEE, derniere_verification().year + 1)
CHAPITRE = "egide.droit.professions_liberales"
DEFINITIVES, PROVISIONNELLES = NatureMontant.DEFINITIVES, NatureMontant.PROVISIONNELLES
PERSONNES, LIGNES = 12, 25
ECART_ADMIS, CENTIME_ADMIS = 1e-12, 1e-7
CHAQUE_MEMBRE = pytest.mark.parametrize("membre", MEMBRES, ids=lambda m: f"{m.caisse.name}-{m.praticien.name}".lower())
PLACE = ("caisse", "praticien", "premiere_caisse", "derniere_caisse")
"""Rules that tell where a person stands, or who is refused: no amount reads them."""
NOMS = [nom for nom in CIBLES if nom in loi().regles]


def evaluation(annee: int, donnees: dict[Cle, Any], nature: NatureMontant, *, exact: bool = False) -> Evaluation:
    periode = Periode.de_l_annee(annee)
    options = DossierAnnuel(loi(), annee, nature).options() | {"activites": 1}
    if nature is PROVISIONNELLES:  # calls of 2025 still take the income of before the reform
        ancien: dict[Cle, Any] = {("revenu_professionnel", 0, annee): donnees.get(("revenu_brut", 0, annee))}
        # The first two years are on the flat base as long as the income of the first one is not declared.
        debute = donnees["debut", 0, None] >= numero(date(annee - 1, 1, 1))
        reference = type(next(iter(donnees.values())))(annee - (2 if debute else 1))
        donnees = {**ancien, **donnees, ("annee_de_reference", None, None): reference}
    categorie = situer(loi(), AXES, donnees, periode, {NatureMontant: nature}, **options)
    plan = loi().plan(NOMS, categorie, periode, donnes=donnees.keys(), **options)
    return evaluer(plan, donnees, exact=exact)


def inconnus(faite: Evaluation) -> set[int]:
    """Return the ranks of what rests on a figure that is not known."""
    touches: set[int] = set()
    for rang, noeud in enumerate(faite.plan.noeuds):
        if (noeud.parametre and noeud.parametre.inconnue) or touches.intersection(noeud.arguments):
            touches.add(rang)
    return touches


@CHAQUE_MEMBRE
def test_chaque_caisse_a_chaque_branche_chaque_annee(membre: Membre) -> None:
    """What is not known rests on a figure said to be so; base, complementary pension and total apply every year."""
    for annee in ANNEES:
        for nature in NatureMontant:
            for donnees in faits(colonnes(membre, annee, PERSONNES), annee):
                faite = evaluation(annee, donnees, nature)
                assert faite.plan.categorie[Caisse] is membre.caisse
                assert faite.plan.categorie[Praticien] is membre.praticien
                assert {TOTAL, "cotisation_retraite_base", "cotisation_retraite_complementaire"} <= set(
                    faite.plan.cibles
                )
                touches = inconnus(faite)
                sans_valeur = [r for r, v in enumerate(faite.valeurs) if v is None and r not in touches]
                assert [faite.plan.noeuds[r].nom for r in sans_valeur] == []
                assert set(faite.partielles) <= touches


def test_toute_regle_est_atteinte_et_tout_parametre_lu() -> None:
    atteintes, lus = set(), set()
    for membre in MEMBRES:
        for annee in ANNEES:
            for nature in NatureMontant:
                for donnees in faits(colonnes(membre, annee, PERSONNES), annee):
                    noeuds = evaluation(annee, donnees, nature).plan.noeuds
                    atteintes |= {n.regle for n in noeuds if n.regle}
                    lus |= {n.parametre.parametre.nom for n in noeuds if n.parametre}
    regles = [r for versions in loi().regles.values() for r in versions if r.chapitre == CHAPITRE]
    manquees = [r for r in regles if r not in atteintes and not r.exclusion and r.nom not in PLACE]
    assert [f"{r.nom} ({r.lieu})" for r in manquees] == []
    parametres = [n for n, p in loi().parametres.items() if p.fichier.startswith("professions_liberales/")]
    assert sorted(set(parametres) - lus) == []


@CHAQUE_MEMBRE
def test_en_fractions_les_montants_sont_les_memes(membre: Membre) -> None:
    for annee in ANNEES:
        for nature in NatureMontant:
            for donnees in faits(colonnes(membre, annee, PERSONNES, graine=1), annee):
                flottante = evaluation(annee, donnees, nature)
                exacte = evaluation(annee, {c: Fraction(str(v)) for c, v in donnees.items()}, nature, exact=True)
                for nom, rang in flottante.plan.cibles.items():
                    valeur, juste = flottante.valeurs[rang], exacte.valeurs[exacte.plan.cibles[nom]]
                    assert (valeur is None) == (juste is None), nom
                    if valeur is not None:
                        atol = ECART_ADMIS if nom.startswith("taux_") else CENTIME_ADMIS
                        assert valeur == pytest.approx(float(juste), rel=ECART_ADMIS, abs=atol), (nom, donnees)


@pytest.mark.usefixtures("boucles_de_python")
@pytest.mark.parametrize("annee", ANNEES)
def test_en_colonnes_les_montants_sont_les_memes(annee: int) -> None:
    """A column is NaN where a figure is not known: nobody would read, beside it, what a sum lacks."""
    for membre in MEMBRES:
        tirees = colonnes(membre, annee, LIGNES, graine=2)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", LignesHorsChamp)
            calculees = calculer(tirees, NOMS, annee=annee)
        for k, donnees in enumerate(faits(tirees, annee)):
            if donnees["debut", 0, None] > donnees["fin", 0, None]:
                continue
            faite = evaluation(annee, donnees, DEFINITIVES)
            touches = inconnus(faite)
            if np.isnan(calculees["assiette_sociale"][k]):
                continue  # refused: no day of activity in the year
            for nom in NOMS:
                rang = faite.plan.cibles.get(nom)
                valeur = None if rang is None or rang in touches else faite.valeurs[rang]
                lue = calculees[nom][k]
                assert np.isnan(lue) == (valeur is None), (membre, nom, donnees)
                if valeur is not None:
                    assert lue == pytest.approx(valeur, rel=ECART_ADMIS, abs=CENTIME_ADMIS), (membre, nom, donnees)
