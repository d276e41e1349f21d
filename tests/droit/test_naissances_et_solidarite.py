"""Births and the complementary cover: every rule and figure on every day of change, on floats and exactly."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import IntEnum
from fractions import Fraction
from itertools import product

import pytest

from egide.droit.commun.enumerations import TypeEvenement
from egide.droit.maternite.enumerations import Beneficiaire, GenreDeNaissance
from egide.droit.sante.enumerations import Carriere, CouvertureMaladie, OrigineDuRevenu
from egide.droit.solidarite.enumerations import BaseDesRevenus, C2sDroit
from egide.moteur.evaluation import Evaluation, evaluer
from egide.moteur.faits import Cle, Nombre
from egide.moteur.graphe import Legislation, bornes
from egide.moteur.periode import Periode, numero
from egide.moteur.regle import Regle
from egide.services.loi import derniere_verification, loi_de

PREMIER_JOUR = date(2018, 1, 1)
NAISSANCES = (TypeEvenement.MATERNITE, TypeEvenement.PATERNITE, TypeEvenement.ADOPTION)
ETABLI: dict[type[IntEnum], IntEnum] = {
    CouvertureMaladie: CouvertureMaladie.INDEPENDANT,
    Carriere: Carriere.ETABLIE,
    OrigineDuRevenu: OrigineDuRevenu.COMPTES,
}
CHAPITRES: dict[str, list[dict[type[IntEnum], IntEnum]]] = {
    "maternite": [
        {**ETABLI, TypeEvenement: t, Beneficiaire: b, GenreDeNaissance: g}
        for t, b, g in product(NAISSANCES, Beneficiaire, GenreDeNaissance)
    ],
    "solidarite": [{BaseDesRevenus: b, C2sDroit: d} for b, d in product(BaseDesRevenus, C2sDroit)],
}


def loi(chapitre: str) -> Legislation:
    return loi_de("sante", "maternite") if chapitre == "maternite" else loi_de(chapitre)


def regles(chapitre: str) -> list[Regle]:
    return [r for vs in loi(chapitre).regles.values() for r in vs if r.chapitre == f"egide.droit.{chapitre}"]


def jours(chapitre: str) -> list[date]:
    chiffres = [p for p in loi(chapitre).parametres.values() if p.fichier.startswith(f"{chapitre}/")]
    changements = {j for r in regles(chapitre) for j in bornes(r)}
    changements |= {j for p in chiffres for v in p.valeurs for j in bornes(v)}
    return sorted({PREMIER_JOUR} | {j for j in changements if PREMIER_JOUR <= j <= derniere_verification()})


def evaluations(chapitre: str, jour: date) -> Iterator[tuple[Evaluation, dict[Cle, Nombre]]]:
    for categorie in CHAPITRES[chapitre]:
        cibles = list(dict.fromkeys(r.nom for r in regles(chapitre)))
        plan = loi(chapitre).plan(cibles, categorie, Periode(jour, jour))
        donnees: dict[Cle, Nombre] = {}
        for cle, fait in plan.faits().items():
            if fait.unite_ecrite == "date":
                donnees[cle] = float(numero(jour))
            elif fait.enumeration is not None:
                donnees[cle] = float(next(iter(fait.enumeration)))
            else:
                donnees[cle] = fait.defaut or float(len(cle[0]) * 100 % 7 + 1)
        yield evaluer(plan, donnees), donnees


CAS = [(chapitre, jour) for chapitre in CHAPITRES for jour in jours(chapitre)]


@pytest.mark.parametrize(("chapitre", "jour"), CAS, ids=str)
def test_tout_se_calcule_chaque_jour_de_changement_et_exactement(chapitre: str, jour: date) -> None:
    for faite, donnees in evaluations(chapitre, jour):
        assert [n.nom for n, v in zip(faite.plan.noeuds, faite.valeurs, strict=True) if v is None] == []
        exacte = evaluer(faite.plan, {cle: Fraction(str(v)) for cle, v in donnees.items()}, exact=True)
        for nom in faite.plan.cibles:
            assert float(exacte[nom]) == pytest.approx(float(faite[nom]), abs=1e-9), nom


@pytest.mark.parametrize("chapitre", CHAPITRES)
def test_toute_regle_et_tout_chiffre_sont_lus_un_jour(chapitre: str) -> None:
    noeuds = [n for jour in jours(chapitre) for faite, _ in evaluations(chapitre, jour) for n in faite.plan.noeuds]
    atteintes = {n.regle for n in noeuds if n.regle}
    assert [r.lieu for r in regles(chapitre) if r not in atteintes] == []
    lus = {n.parametre.parametre.nom for n in noeuds if n.parametre}
    assert [
        n for n, p in loi(chapitre).parametres.items() if p.fichier.startswith(f"{chapitre}/") and n not in lus
    ] == []
