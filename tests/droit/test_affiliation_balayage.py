"""No figure here: every rule of the affiliation, for every ground, on every day on which something changes."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import pytest

from egide.droit.affiliation.commun import INDEPENDANTS
from egide.droit.commun.categories import Fondement
from egide.moteur.evaluation import Evaluation, evaluer
from egide.moteur.faits import Fait
from egide.moteur.periode import Periode
from egide.services.chronologie import jours_de_la_loi
from egide.services.dossier_affiliation import CHAPITRE
from egide.services.loi import derniere_verification, loi

REGLES = {nom: versions for nom, versions in loi().regles.items() if versions[0].chapitre == CHAPITRE}
OUVERTURE = date(2017, 12, 31)
UN_JOUR = timedelta(days=1)
JOURS = sorted({j + k * UN_JOUR for j in jours_de_la_loi(loi()) for k in (-1, 0)} | {derniere_verification()})
JOURS = [j for j in JOURS if OUVERTURE <= j <= derniere_verification()]
COMPLETES = ("regime", "section", "assure_a_titre", "regime_maladie", "regime_invalidite_deces", "regime_famille")
NE_EXISTE_PAS_ENCORE = {
    Fondement.CONJOINT_COLLABORATEUR_REPUTE_SALARIE: date(2022, 1, 1),
    Fondement.LIBERALE_OPTION_SSI: date(2018, 1, 1),
    Fondement.PSYCHOMOTRICIEN_SSI: date(2018, 1, 1),
}
"""Grounds that the law makes from that day on only."""


def _plausible(nom: str, fait: Fait) -> float:
    if fait.defaut is not None:
        return fait.defaut
    return float(next(iter(fait.enumeration))) if fait.enumeration else float(len(nom))


def existe(fondement: Fondement, jour: date) -> bool:
    return fondement is not Fondement.AUCUN and jour >= NE_EXISTE_PAS_ENCORE.get(fondement, OUVERTURE)


@cache
def evaluation(fondement: Fondement, jour: date) -> Evaluation:
    plan = loi().plan(tuple(REGLES), {Fondement: fondement}, Periode(jour, jour))
    return evaluer(plan, {cle: _plausible(cle[0], fait) for cle, fait in plan.faits().items()})


@pytest.mark.parametrize("jour", JOURS, ids=str)
def test_chaque_fondement_a_chaque_jour_un_regime_un_titre_et_ses_branches(jour: date) -> None:
    for fondement in Fondement:
        if existe(fondement, jour):
            faite = evaluation(fondement, jour)
            assert not faite.manquants
            assert [n for n in COMPLETES if n not in faite] == [], fondement
            assert [n.nom for n, v in zip(faite.plan.noeuds, faite.valeurs, strict=True) if v is None] == [], fondement


@pytest.mark.parametrize("jour", JOURS, ids=str)
def test_un_independant_a_un_jour_d_effet(jour: date) -> None:
    sans = [f.name for f in INDEPENDANTS if existe(f, jour) and "effet" not in evaluation(f, jour)]
    assert sans == []


@pytest.mark.parametrize("jour", JOURS, ids=str)
def test_une_seule_version_de_chaque_regle_chaque_jour(jour: date) -> None:
    """Read the declarations again, without the engine's own choice among them."""
    for nom, versions in REGLES.items():
        du_jour = [r for r in versions if r.depuis <= jour <= r.jusqu_au]
        for fondement in Fondement:
            assert sum(r.convient({Fondement: fondement}) for r in du_jour) <= 1, (nom, fondement)


def test_toute_regle_est_atteinte_un_jour() -> None:
    atteintes = {
        n.regle for jour in JOURS for f in Fondement if existe(f, jour) for n in evaluation(f, jour).plan.noeuds
    }
    assert [r.lieu for versions in REGLES.values() for r in versions if r not in atteintes] == []


def test_tout_parametre_est_lu_un_jour() -> None:
    lus = {
        n.parametre.parametre.nom
        for jour in JOURS
        for f in Fondement
        if existe(f, jour)
        for n in evaluation(f, jour).plan.noeuds
        if n.parametre
    }
    assert sorted(n for n, p in loi().parametres.items() if p.fichier.startswith("affiliation/") and n not in lus) == []


def test_les_independants_se_suivent_sans_trou() -> None:
    """The rule `independant` compares with the first and the last: no other ground may stand between them."""
    numeros = sorted(INDEPENDANTS)
    assert numeros == [f for f in Fondement if Fondement.ARTISAN <= f <= Fondement.AVOCAT]


def test_le_balayage_passe_par_les_jours_du_dossier() -> None:
    assert JOURS[0] == OUVERTURE
    assert {date(2018, 1, 1), date(2020, 12, 16), date(2022, 1, 1), date(2023, 3, 5)} <= set(JOURS)
