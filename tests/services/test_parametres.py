"""A legal figure, its history, its source."""

from __future__ import annotations

import json
from datetime import date
from itertools import pairwise

import pytest

import egide
from egide.moteur.erreurs import HorsPlage, NomInconnu
from egide.services.loi import loi
from egide.services.parametres import ecrire_valeur

PLAFONDS = {2018: 39_732, 2019: 40_524, 2020: 41_136, 2021: 41_136, 2022: 41_136, 2023: 43_992, 2024: 46_368}
PLAFONDS |= {2025: 47_100, 2026: 48_060}
"""The ceilings of the orders of each year."""


@pytest.mark.parametrize(("annee", "plafond"), PLAFONDS.items())
def test_la_valeur_d_un_jour(annee: int, plafond: int) -> None:
    (histoire,) = egide.parametres("pass_", au=date(annee, 7, 1))
    (valeur,) = histoire.valeurs
    assert valeur.flottant == plafond
    assert valeur.source
    assert valeur.references


def test_toute_l_histoire_sans_trou() -> None:
    (histoire,) = egide.parametres("pass_")
    rendu = histoire.to_dict()
    assert {"nom", "libelle", "unite", "fichier", "valeurs"} <= set(rendu)
    assert (rendu["nom"], rendu["fichier"]) == ("pass_", "parametres/commun/plafonds.yaml")
    jours = [(date.fromisoformat(v["depuis"]), v["jusqu_au"]) for v in rendu["valeurs"]]
    assert jours == sorted(jours, key=lambda j: j[0])
    for (_, fin), (debut, _) in pairwise(jours):
        assert (debut - date.fromisoformat(fin)).days == 1
    assert jours[-1][1] is None


def test_sans_nom_tous_les_chiffres_ont_une_source_et_une_date() -> None:
    toutes = egide.parametres()
    assert {h.parametre.nom for h in toutes} == set(loi().parametres)
    for histoire in toutes:
        for valeur in json.loads(json.dumps(histoire.to_dict(), allow_nan=False))["valeurs"]:
            assert valeur["source"], histoire.parametre.nom
            assert date.fromisoformat(valeur["verifie_le"]) <= date(2026, 12, 31)


def test_sans_nom_un_jour_ne_garde_que_ce_qui_a_alors_une_valeur() -> None:
    noms = {h.parametre.nom for h in egide.parametres(au=date(2018, 1, 1))}
    assert "pass_" in noms
    assert "taux_abattement_assiette" not in noms
    assert all(len(h.valeurs) == 1 for h in egide.parametres(au=date(2026, 1, 1)))


def test_un_bareme_s_ecrit_avec_ses_points() -> None:
    (histoire,) = egide.parametres("bareme_allocations_familiales", au=date(2026, 1, 1))
    ecrit = ecrire_valeur(histoire.valeurs[0])
    assert ecrit == "1,1 × plafond → 0\u202f% ; 1,4 × plafond → 3,1\u202f%"


@pytest.mark.parametrize(
    ("nom", "jour", "erreur", "morceau"),
    [
        ("pas", None, NomInconnu, "paramètre inconnu : « pas ».*« pass_ »"),
        ("zzzz", None, NomInconnu, "paramètre inconnu : « zzzz »..*: egide parametres"),
        ("cotisation_retraite_base", None, NomInconnu, "egide expliquer cotisation_retraite_base SITUATION"),
        ("pass_", date(1990, 1, 1), HorsPlage, "n'a pas de valeur au 1990-01-01"),
        ("pass_", date(2030, 1, 1), HorsPlage, "extrapolation doit être demandée"),
    ],
)
def test_ce_qui_n_est_pas_connu_est_refuse(nom: str, jour: date | None, erreur: type[Exception], morceau: str) -> None:
    with pytest.raises(erreur, match=morceau):
        egide.parametres(nom, au=jour)


def test_une_valeur_se_prolonge_sur_demande() -> None:
    (histoire,) = egide.parametres("pass_", au=date(2030, 1, 1), extrapoler=True)
    assert histoire.valeurs[0].flottant == PLAFONDS[2026]
