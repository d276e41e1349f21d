"""The chapter of micro-entrepreneurs: swept on every day of change, and the same cents by all three ways of running."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import cache
from itertools import product
from typing import Any

import numpy as np
import pytest

from egide.droit.commun.categories import MetierMicro, NatureMontant, ReductionMicro, RegimeSocial
from egide.droit.commun.enumerations import TypeActiviteMicro
from egide.moteur.compilation import compiler
from egide.moteur.evaluation import Evaluation, evaluer, situer_les_activites
from egide.moteur.faits import Cle
from egide.moteur.graphe import bornes
from egide.moteur.mecanismes import JAMAIS
from egide.moteur.periode import Periode
from egide.moteur.regle import Categorie
from egide.services.loi import PREMIERE_ANNEE, derniere_verification, loi
from egide.services.micro import CIBLES_MICRO
from egide.services.micro_dossier import AXES_DE_L_ACTIVITE, CATEGORIE

from .tirages_micro import LIGNES_PAR_ANNEE, tirer

CHAPITRE = "egide.droit.micro_entrepreneur"
REGLES = {
    nom: du_chapitre
    for nom, versions in loi().regles.items()
    if (du_chapitre := [v for v in versions if v.chapitre == CHAPITRE])
}
PARAMETRES = {n: p for n, p in loi().parametres.items() if p.fichier.startswith("micro_entrepreneur/")}
ANNEES = range(PREMIERE_ANNEE, derniere_verification().year + 1)
CATEGORIES: tuple[Categorie, ...] = tuple(
    {**CATEGORIE, TypeActiviteMicro: t, ReductionMicro: r, MetierMicro: m}
    for t, r, m in product(TypeActiviteMicro, ReductionMicro, MetierMicro)
)
ECART_ADMIS = 1e-12
"""Of what is not rounded, relative to one or to its value."""


@cache
def evaluation(annee: int, rang: int) -> Evaluation:
    """Evaluate every name of the chapter for a year and a category, with every fact given."""
    plan = loi().plan(tuple(REGLES), CATEGORIES[rang], Periode.de_l_annee(annee), extrapoler=True)
    faits = {cle: fait.defaut if fait.defaut is not None else 1.0 for cle, fait in plan.faits().items()}
    return evaluer(plan, faits)


@pytest.mark.parametrize("annee", ANNEES)
def test_tout_se_calcule_chaque_mois_et_dans_chaque_categorie(annee: int) -> None:
    for rang, categorie in enumerate(CATEGORIES):
        faite = evaluation(annee, rang)
        assert not faite.manquants, categorie
        assert _sans_raison(faite) == [], categorie
        assert {"total_a_payer", "revenu_net", "trimestres_annee", "sortie_du_regime"} <= faite.plan.cibles.keys()


def _sans_raison(faite: Evaluation) -> list[str]:
    """Return the values that are not known, though every figure they rest on is."""
    inconnus: set[int] = set()
    sans_raison = []
    for rang, (noeud, valeur) in enumerate(zip(faite.plan.noeuds, faite.valeurs, strict=True)):
        if valeur is None:
            inconnus.add(rang)
            if not noeud.parametre and not inconnus.intersection(noeud.arguments):
                sans_raison.append(noeud.nom)
    return sans_raison


def test_une_seule_version_de_chaque_regle_chaque_jour_de_changement() -> None:
    jours = {j for versions in REGLES.values() for r in versions for j in bornes(r)}
    jours |= {j for p in PARAMETRES.values() for v in p.valeurs for j in bornes(v)}
    assert {date(2021, 7, 1), date(2022, 10, 1), date(2024, 7, 1), date(2025, 1, 1), date(2026, 1, 1)} <= jours
    for nom, jour, categorie in product(REGLES, sorted(jours), CATEGORIES):
        lieux = [r.lieu for r in REGLES[nom] if r.depuis <= jour <= r.jusqu_au and r.convient(categorie)]
        assert len(lieux) <= 1, f"{nom} au {jour} : {lieux}"


def test_toute_regle_et_tout_parametre_servent_un_jour() -> None:
    noeuds = [n for annee in ANNEES for rang in range(len(CATEGORIES)) for n in evaluation(annee, rang).plan.noeuds]
    atteintes = {n.regle for n in noeuds if n.regle}
    exclusions = {r for versions in REGLES.values() for r in versions if r.exclusion}
    declarees = {r for versions in REGLES.values() for r in versions} - exclusions
    axes = {"type_activite_micro", "reduction_micro", "metier_micro"}
    assert [r.lieu for r in declarees - atteintes if r.nom not in axes] == []
    lus = {n.parametre.parametre.nom for n in noeuds if n.parametre}
    dans_les_refus = {a for r in exclusions for a in r.arguments}

    assert set(PARAMETRES) - lus - dans_les_refus == set()


def test_un_micro_entrepreneur_ne_suit_aucune_regle_ordinaire() -> None:
    for annee, rang in product(ANNEES, range(0, len(CATEGORIES), 5)):
        chapitres = {n.regle.chapitre for n in evaluation(annee, rang).plan.noeuds if n.regle}
        assert chapitres == {CHAPITRE}


@pytest.mark.parametrize("annee", ANNEES)
@pytest.mark.usefixtures("boucles_de_python")
def test_compile_interprete_et_exact_donnent_les_memes_centimes(annee: int) -> None:
    tirage, periode = tirer(annee), Periode.de_l_annee(annee)
    par_cellule: dict[tuple[int, ...], list[int]] = {}
    places: dict[tuple[int, ...], Categorie] = {}
    for k in range(LIGNES_PAR_ANNEE):
        faits = _faits(tirage, k, exact=False)
        (propre,) = situer_les_activites(loi(), AXES_DE_L_ACTIVITE, faits, periode, CATEGORIE, activites=1)
        cellule = tuple(int(m) for m in propre.values())
        places[cellule] = propre
        par_cellule.setdefault(cellule, []).append(k)
    for cellule, rangs in par_cellule.items():
        categorie = {**CATEGORIE, **places[cellule]}
        plan = loi().plan(CIBLES_MICRO, categorie, periode, donnes=tirage.keys(), extrapoler=True)
        colonnes = {cle: _colonne(cle, c[rangs]) for cle, c in tirage.items()}
        noyau = compiler(plan, {}, tuple(colonnes))
        sorties = [np.empty(len(rangs)) for _ in noyau.sorties]
        noyau.executer(colonnes, sorties)
        compilees = dict(zip(noyau.sorties, sorties, strict=True))
        for place, k in enumerate(rangs):
            interpretee = evaluer(plan, _faits(tirage, k, exact=False))
            exacte = evaluer(plan, _faits(tirage, k, exact=True), exact=True)
            for nom, rang in plan.cibles.items():
                compilee = compilees[nom][place] if nom in compilees else noyau.constantes.get(nom, np.nan)
                if exacte.valeurs[rang] is None:  # it rests on a figure that was not found
                    assert interpretee.valeurs[rang] is None
                    assert np.isnan(compilee)
                    continue
                attendue = float(exacte[nom])
                ecart = ECART_ADMIS * max(1.0, abs(attendue))
                assert abs(float(interpretee[nom]) - attendue) <= ecart, (annee, cellule, k, nom, "interprétée")
                assert abs(float(compilee) - attendue) <= ecart, (annee, cellule, k, nom, "compilée")


def test_le_tirage_touche_ce_qui_est_delicat() -> None:
    vus: set[tuple[int, ...]] = set()
    for annee in ANNEES:
        tirage, periode = tirer(annee), Periode.de_l_annee(annee)
        for k in range(LIGNES_PAR_ANNEE):
            faits = _faits(tirage, k, exact=False)
            (propre,) = situer_les_activites(loi(), AXES_DE_L_ACTIVITE, faits, periode, CATEGORIE, activites=1)
            vus.add(tuple(int(m) for m in propre.values()))
    assert len(vus) > len(CATEGORIES) * 0.9


def _colonne(cle: Cle, colonne: Any) -> Any:
    return colonne / 100 if cle[0] == "recettes" else colonne.astype(np.float64)


def _faits(tirage: dict[Cle, Any], k: int, *, exact: bool) -> dict[Cle, Any]:
    lus: dict[Cle, Any] = {}
    for cle, colonne in tirage.items():
        valeur = int(colonne[k])
        if cle[0] == "recettes":
            lus[cle] = Fraction(valeur, 100) if exact else valeur / 100
        else:
            lus[cle] = Fraction(valeur) if exact else float(valeur)
    return lus


@pytest.mark.parametrize("annee", ANNEES)
def test_plus_de_chiffre_d_affaires_ne_fait_pas_payer_moins(annee: int) -> None:
    """Around the threshold of chamber taxes and the limits of the reduced rates, a total never falls."""
    for rang in range(0, len(CATEGORIES), 3):
        cle: Cle = ("recettes", 0, annee * 100 + 6)
        plan = loi().plan(
            ("total_a_payer",), CATEGORIES[rang], Periode.de_l_annee(annee), donnes=(cle,), extrapoler=True
        )
        faits = {c: f.defaut if f.defaut is not None else 1.0 for c, f in plan.faits().items()}
        totaux = [float(evaluer(plan, {**faits, cle: x})["total_a_payer"]) for x in range(0, 220_000, 4_500)]
        assert totaux == sorted(totaux)
        assert totaux[-1] < JAMAIS


def test_les_axes_de_la_personne_sont_ceux_du_chapitre() -> None:
    assert CATEGORIE[RegimeSocial] is RegimeSocial.MICRO_SOCIAL
    assert CATEGORIE[NatureMontant] is NatureMontant.DEFINITIVES
    assert all(r.pour[RegimeSocial] == {RegimeSocial.MICRO_SOCIAL} for v in REGLES.values() for r in v)
