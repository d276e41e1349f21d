"""No figure here: every rule on every day on which something changes, to prove neither gap nor overlap."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import IntEnum
from functools import cache
from itertools import pairwise, product

import pytest

from egide.droit.commun.categories import Groupe, NatureMontant
from egide.moteur.evaluation import Evaluation, evaluer
from egide.moteur.faits import Cle, Fait
from egide.moteur.periode import JOUR_MAX, Periode
from egide.services.loi import PREMIERE_ANNEE, derniere_verification, loi

ANNEES = range(PREMIERE_ANNEE, derniere_verification().year + 1)
PREMIER_JOUR = date(PREMIERE_ANNEE, 1, 1)
JOURS = [j for j in loi().jours_de_changement() if PREMIER_JOUR <= j <= derniere_verification()]
PERIODES = {
    **{str(j): Periode(j, date(j.year, 12, 31)) for j in JOURS},
    **{str(annee): Periode.de_l_annee(annee) for annee in ANNEES},
}


AXES = sorted({axe for versions in loi().regles.values() for r in versions for axe in r.pour}, key=lambda a: a.__name__)
ORDINAIRE: dict[type[IntEnum], IntEnum] = {**{axe: min(axe) for axe in AXES}, NatureMontant: NatureMontant.DEFINITIVES}
"""The first member of every axis is the one of most people."""
CATEGORIES: dict[str, dict[type[IntEnum], IntEnum]] = {
    f"{groupe.name}-{membre.name}": {**ORDINAIRE, Groupe: groupe, axe: membre}
    for groupe in Groupe
    for axe in AXES
    for membre in (axe if axe is not Groupe else [groupe])
}
"""Every group with every member of each other axis, one axis at a time."""


@cache
def evaluation(nom_periode: str, categorie: str) -> Evaluation:
    """Evaluate every name of the law from one day on, with every fact given."""
    plan = loi().plan(list(loi().regles), CATEGORIES[categorie], PERIODES[nom_periode])
    return evaluer(plan, {cle: _plausible(cle, fait) for cle, fait in plan.faits().items()})


def _plausible(cle: Cle, fait: Fait) -> float:
    """Return any value a fact may take: this test looks at no result."""
    if fait.defaut is not None:
        return fait.defaut
    return float(next(iter(fait.enumeration))) if fait.enumeration else float(len(cle[0]))


def toutes() -> Iterator[Evaluation]:
    for nom_periode, categorie in product(PERIODES, CATEGORIES):
        yield evaluation(nom_periode, categorie)


@pytest.mark.parametrize("categorie", CATEGORIES)
@pytest.mark.parametrize("nom_periode", PERIODES)
def test_tout_se_calcule_chaque_jour_de_changement(nom_periode: str, categorie: str) -> None:
    faite = evaluation(nom_periode, categorie)
    assert faite.plan.cibles
    assert not faite.manquants
    assert [n.nom for n, v in zip(faite.plan.noeuds, faite.valeurs, strict=True) if v is None] == []


@pytest.mark.parametrize("nom_periode", PERIODES)
def test_une_seule_version_de_chaque_regle_chaque_jour(nom_periode: str) -> None:
    """Read the declarations again, without the engine's own choice among them."""
    jour = PERIODES[nom_periode].debut
    for nom, versions in loi().regles.items():
        du_jour = [r for r in versions if r.depuis <= jour <= r.jusqu_au]
        for categorie, membres in CATEGORIES.items():
            applicables = [r.lieu for r in du_jour if r.convient(membres)]
            assert len(applicables) <= 1, f"{nom} au {jour} ({categorie}) : {applicables}"


def test_le_balayage_passe_par_chaque_annee_et_chaque_jour() -> None:
    assert JOURS[0] == PREMIER_JOUR
    assert {j.year for j in JOURS} == set(ANNEES)
    assert any((j.month, j.day) != (1, 1) for j in JOURS)


def test_toute_regle_est_atteinte_un_jour() -> None:
    atteintes = {n.regle for e in toutes() for n in e.plan.noeuds if n.regle}
    inatteignables = [
        f"{r.nom} ({r.lieu})" for versions in loi().regles.values() for r in versions if r not in atteintes
    ]
    assert inatteignables == []


def test_tout_parametre_est_lu_un_jour() -> None:
    lus = {n.parametre.parametre.nom for e in toutes() for n in e.plan.noeuds if n.parametre}
    jamais_lus = [f"{nom} (parametres/{loi().parametres[nom].fichier})" for nom in set(loi().parametres) - lus]
    assert sorted(jamais_lus) == []


@pytest.mark.parametrize("categorie", CATEGORIES)
@pytest.mark.parametrize(("annee", "suivante"), list(pairwise(ANNEES)))
def test_ce_qui_s_applique_une_annee_s_applique_la_suivante_ou_finit_par_son_texte(
    annee: int, suivante: int, categorie: str
) -> None:
    avant, apres = (evaluation(str(a), categorie).plan.cibles for a in (annee, suivante))
    for nom in [n for n in avant if n not in apres]:
        versions = [r for r in loi().regles[nom] if r.convient(CATEGORIES[categorie])]
        derniere = max(versions, key=lambda r: r.depuis)
        assert derniere.jusqu_au != JOUR_MAX, f"{nom} disparaît en {suivante} sans jusqu_au : {derniere.lieu}"
        assert derniere.jusqu_au.year == annee, nom
