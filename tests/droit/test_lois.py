"""Laws that amounts obey whatever the figures: they rise with income, with no jump that rounding does not explain.

What rounds: each contribution to the euro, and the rates read on a scale to the hundredth of a per cent. A rate that
moves by one such hundredth moves the whole contribution at once: that is the only jump, and it is bounded below.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from egide.droit.commun.enumerations import Nature
from egide.moteur.mecanismes import Bareme, arrondi_euro
from egide.population import calculer
from egide.services.cotisations import TOTAL

from .tirages import (
    ANNEES,
    LIGNES_PROPRES,
    NATURES,
    PREMIERE_ANNEE_ASSIETTE_UNIQUE,
    REVENU_MAXIMAL,
    UNITES_DE_TAUX,
    cibles,
    exact,
    nom_du_revenu,
    revenus_des_seuils,
    seuils,
)

PLUS_HAUT_ENTIER = 400_000
PAS_DE_TAUX = 1 / UNITES_DE_TAUX
INFIME = 1e-9
MALADIE, INDEMNITES = "cotisation_maladie_maternite", "cotisation_indemnites_journalieres"
FAMILLE, FORMATION = "cotisation_allocations_familiales", "contribution_formation_professionnelle"
UN_SEUL_TAUX_MALADIE = (2022, 2023, 2024)
"""Sickness is then one amount, rounded once, from which the daily allowances' share is taken off."""
INDEMNITES_SUR_BAREME = (2022, 2023)
"""The daily allowances' rate is then capped by the whole sickness rate, which is read on a scale."""
TAUX_DE = {
    INDEMNITES: ("taux_indemnites_journalieres",),
    "cotisation_retraite_base": ("taux_retraite_base_plafonne", "taux_retraite_base_deplafonne"),
    "cotisation_retraite_complementaire": ("taux_retraite_complementaire_tranche_2",),
    "cotisation_invalidite_deces": ("taux_invalidite_deces",),
    FORMATION: (),
}
"""The figures whose sum is the steepest rise of a contribution, for those whose rates are constant by slice."""
TAUX_DE_LA_CSG = {"csg_deductible": "taux_csg_deductible", "csg_crds_non_deductible": "taux_csg_crds_non_deductible"}
MINIMUMS = {
    "assiette_maladie_maternite": "assiette_minimale_maladie",
    "assiette_indemnites_journalieres": "assiette_minimale_indemnites_journalieres",
    "assiette_invalidite_deces": "assiette_minimale_invalidite_deces",
}
"""Bases that have a minimum written as a share of the ceiling."""
ASSIETTES = (*MINIMUMS, "assiette_retraite_base", "assiette_sociale", "assiette_csg_crds")

Colonnes = dict[str, NDArray[np.float64]]
annees = pytest.mark.parametrize("annee", ANNEES, scope="module")
"""The tests of a year run in a row: what is kept is that of one year, some hundreds of megabytes."""
GARDEES = len(NATURES) * 2
natures = pytest.mark.parametrize("nature", NATURES, ids=lambda n: n.name.lower())
dispenses = pytest.mark.parametrize("dispense", [False, True], ids=["", "dispensé"])


def calculees(annee: int, nature: Nature, dispense: bool, revenus: NDArray[np.float64]) -> Colonnes:
    """Compute every target; the columns are the ones of the other tests, so that the same kernels serve."""
    lignes = len(revenus)
    colonnes = {
        nom_du_revenu(annee): revenus,
        "nature": np.full(lignes, int(nature)),
        "categorie_liberale": 0,
        "rsa_ou_prime_activite": np.full(lignes, int(dispense)),
        "saisonniere": np.zeros(lignes),
    }
    voulues = (*cibles(annee), "assiette_minimale_retraite_base", "cotisations_sociales")
    return calculer(colonnes, voulues, annee=annee)


@lru_cache(GARDEES)
def en_euros(annee: int, nature: Nature, dispense: bool) -> Colonnes:
    """Return the targets for every whole income of a range that holds all thresholds but the last ones."""
    return calculees(annee, nature, dispense, np.arange(PLUS_HAUT_ENTIER, dtype=np.float64))


@lru_cache(GARDEES)
def en_centimes(annee: int, nature: Nature, dispense: bool) -> Colonnes:
    """Return the targets around each threshold, cent by cent, and far above."""
    autour = {s + k for s in revenus_des_seuils(annee) for k in range(-150, 151)}
    loin = np.geomspace(10**6, REVENU_MAXIMAL, 20_000).astype(np.int64)
    centimes = sorted({c for c in autour | set(loin.tolist()) if 0 <= c <= REVENU_MAXIMAL})
    return calculees(annee, nature, dispense, np.array(centimes) / 100)


def pente_du_bareme(nom: str, annee: int) -> tuple[float, float]:
    """Return the highest rate of a scale, and the steepest rise of the rate for one euro."""
    bareme = exact(nom, annee)
    assert isinstance(bareme, Bareme)
    pass_ = exact("pass_", annee)
    points = list(zip(bareme.seuils, bareme.taux, strict=True))
    pentes = [(t2 - t1) / ((s2 - s1) * pass_) for (s1, t1), (s2, t2) in pairwise(points)]
    return float(max(bareme.taux)), float(max(pentes))


def taux_maladie(annee: int) -> tuple[float, float]:
    """Return the highest sickness rate of a year, daily allowances included, and the steepest rise of it."""
    if annee >= UN_SEUL_TAUX_MALADIE[0]:
        nom = "bareme_maladie_total" if annee < UN_SEUL_TAUX_MALADIE[-1] else "bareme_maladie"
        return pente_du_bareme(nom, annee)
    plein, milieu, plancher = (exact(f"taux_maladie_{t}", annee) for t in ("plein", "intermediaire", "plancher"))
    premier, dernier = (exact(f"seuil_maladie_{s}", annee) for s in ("reduction", "taux_plein"))
    pentes = (plein - milieu) / dernier + (milieu - plancher) / premier
    return float(plein), float(pentes / exact("pass_", annee))


def saut_admis(nom: str, annee: int, base: NDArray[np.float64], hausse: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the most a contribution may move between two incomes whose bases differ by `hausse`, up to `base`.

    One euro is for the roundings at both ends; the sickness contribution of one rate bears one more.
    """
    if nom in TAUX_DE_LA_CSG:
        return float(exact(TAUX_DE_LA_CSG[nom], annee)) * hausse + 1
    if nom == MALADIE or (nom == INDEMNITES and annee in INDEMNITES_SUR_BAREME):
        plus_haut, pente = taux_maladie(annee)
        au_dela = float(exact("taux_maladie_au_dela", annee))
        return max(plus_haut, au_dela) * hausse + base * (PAS_DE_TAUX + pente * hausse) + 2
    if nom == FAMILLE:
        plus_haut, pente = pente_du_bareme("bareme_allocations_familiales", annee)
        arrondi = PAS_DE_TAUX if annee >= PREMIERE_ANNEE_ASSIETTE_UNIQUE else 0.0
        return plus_haut * hausse + base * (arrondi + pente * hausse) + 1
    return float(sum(exact(t, annee) for t in TAUX_DE[nom])) * hausse + 1


def base_de(nom: str, annee: int, valeurs: Colonnes) -> NDArray[np.float64]:
    """Return the base on which a change of rate bears: only the part of income that a scale of rates can reach."""
    if nom in TAUX_DE_LA_CSG:
        return valeurs["assiette_csg_crds"]
    if nom != MALADIE:
        return valeurs["assiette_sociale"]
    plancher = valeurs["assiette_maladie_maternite"]
    return np.minimum(plancher, float(exact("seuil_maladie_taux_reduit", annee) * exact("pass_", annee)))


@annees
@natures
@dispenses
def test_en_euros_entiers_rien_ne_baisse_quand_le_revenu_monte(annee: int, nature: Nature, dispense: bool) -> None:
    valeurs = en_euros(annee, nature, dispense)
    for nom in (*LIGNES_PROPRES, *ASSIETTES, TOTAL, "csg_crds", "cotisations_sociales"):
        baisse = -np.diff(valeurs[nom]).min()
        # A daily allowance rounded up takes from sickness the euro it gains: the sum of the two does not fall.
        permise = 1 if nom == MALADIE and annee in UN_SEUL_TAUX_MALADIE else 0
        assert baisse <= permise, f"{nom} baisse de {baisse} €"
    assert np.diff(valeurs[MALADIE] + valeurs[INDEMNITES]).min() >= 0
    for nom in [n for n in valeurs if n.startswith("taux_")]:
        assert np.diff(valeurs[nom]).min() >= -INFIME * PAS_DE_TAUX, nom


@annees
@natures
@dispenses
def test_au_centime_une_baisse_n_est_que_l_arrondi_d_une_base(annee: int, nature: Nature, dispense: bool) -> None:
    """From 2025 the base is a rounded income less a rounded allowance: a cent may take a euro off it."""
    valeurs = en_centimes(annee, nature, dispense)
    baisse_de_base = 1 if annee >= PREMIERE_ANNEE_ASSIETTE_UNIQUE else 0
    assert np.diff(valeurs["assiette_sociale"]).min() >= -baisse_de_base
    for nom in LIGNES_PROPRES:
        baisse = np.maximum(-np.diff(valeurs[nom]), 0)
        base = base_de(nom, annee, valeurs)[:-1]
        retrait = np.maximum(-np.diff(base_de(nom, annee, valeurs)), 0)
        assert (baisse <= saut_admis(nom, annee, base, retrait)).all(), nom
        assert ((baisse == 0) | (retrait > 0) | (nom == MALADIE)).all(), nom


@annees
@natures
@dispenses
def test_aucun_saut_que_l_arrondi_n_explique(annee: int, nature: Nature, dispense: bool) -> None:
    valeurs = en_euros(annee, nature, dispense)
    for nom in LIGNES_PROPRES:
        base = base_de(nom, annee, valeurs)
        hausse = np.diff(base)
        permis = saut_admis(nom, annee, base[1:], hausse)
        saut = np.abs(np.diff(valeurs[nom]))
        pire = int((saut - permis).argmax())
        assert saut[pire] <= permis[pire] + INFIME, f"{nom} : {saut[pire]} € entre {pire} € et {pire + 1} €"


@annees
@natures
@dispenses
def test_le_revenu_net_monte_avec_le_revenu(annee: int, nature: Nature, dispense: bool) -> None:
    """A step of a rate may take more than one euro gained; over a longer way something is always left."""
    valeurs = en_euros(annee, nature, dispense)
    net = valeurs["revenu_net"]
    recul = np.maximum.accumulate(net) - net
    permis = np.zeros(len(net))
    for nom in LIGNES_PROPRES:
        permis += saut_admis(nom, annee, base_de(nom, annee, valeurs), np.ones(len(net)))
    assert (recul <= permis).all()
    ecart = 2_000
    assert (net[ecart:] > net[:-ecart]).all()
    assert (net[ecart:] - net[:-ecart] <= ecart + permis[ecart:]).all()


@annees
@natures
@dispenses
def test_les_sommes_sont_celles_de_leurs_parts(annee: int, nature: Nature, dispense: bool) -> None:
    for valeurs in (en_euros(annee, nature, dispense), en_centimes(annee, nature, dispense)):
        np.testing.assert_array_equal(valeurs[TOTAL], sum(valeurs[nom] for nom in LIGNES_PROPRES))
        np.testing.assert_array_equal(
            valeurs["csg_crds"], valeurs["csg_deductible"] + valeurs["csg_crds_non_deductible"]
        )
        reste = valeurs["revenu_avant_cotisations"] - valeurs[TOTAL]
        np.testing.assert_allclose(valeurs["revenu_net"], reste, rtol=1e-14)
        for nom in LIGNES_PROPRES:
            assert valeurs[nom].min() >= 0, nom
            np.testing.assert_array_equal(valeurs[nom], np.floor(valeurs[nom]))


@annees
@natures
def test_sans_revenu_on_cotise_sur_les_minimums(annee: int, nature: Nature) -> None:
    valeurs = en_euros(annee, nature, False)
    attendus = {nom: exact(figure, annee) for nom, figure in MINIMUMS.items()}
    minimums = {nom: float(arrondi_euro(part * exact("pass_", annee))) for nom, part in attendus.items() if part}
    minimums["assiette_retraite_base"] = valeurs["assiette_minimale_retraite_base"][0]
    assert len(minimums) == len(MINIMUMS) + (1 if annee < PREMIERE_ANNEE_ASSIETTE_UNIQUE else 0)
    for nom, minimum in minimums.items():
        assiette = valeurs["assiette_sociale"]
        assert minimum > 0
        assert (valeurs[nom][assiette <= minimum] == minimum).all(), nom
        assert (valeurs[nom][assiette > minimum] > minimum).all(), nom


@annees
@natures
def test_sans_revenu_une_personne_dispensee_ne_doit_que_la_formation(annee: int, nature: Nature) -> None:
    valeurs = en_euros(annee, nature, True)
    assert {nom: valeurs[nom][0] for nom in LIGNES_PROPRES if valeurs[nom][0]} == {FORMATION: valeurs[TOTAL][0]}


@annees
@natures
def test_une_personne_dispensee_ne_cotise_jamais_sur_plus(annee: int, nature: Nature) -> None:
    """Bases first; a rate rounded to the hundredth of a per cent may cost a euro or two just under a minimum base."""
    dispensees, autres = en_euros(annee, nature, True), en_euros(annee, nature, False)
    for nom in (*MINIMUMS, "assiette_retraite_base", "assiette_sociale"):
        assert (dispensees[nom] <= autres[nom]).all(), nom
    for nom in (*LIGNES_PROPRES, TOTAL, "assiette_csg_crds"):
        surcout = np.maximum(dispensees[nom] - autres[nom], 0)
        # In the total the sickness line and, as it is added back to their base, both lines of CSG and CRDS.
        lignes = 3 if nom == TOTAL else 1
        assert (surcout <= lignes * np.ceil(PAS_DE_TAUX * dispensees["assiette_sociale"])).all(), nom
        memes_taux = dispensees["taux_cotisation_maladie_maternite"] <= autres["taux_cotisation_maladie_maternite"]
        assert (surcout[memes_taux] == 0).all(), nom
    assert (dispensees[TOTAL] < autres[TOTAL]).any()


@annees
@dispenses
def test_les_groupes_ne_different_que_par_la_formation(annee: int, dispense: bool) -> None:
    artisan, commercant, liberal = (en_euros(annee, nature, dispense) for nature in NATURES)
    ecart = artisan[FORMATION] - commercant[FORMATION]
    assert (ecart > 0).all()
    qui_en_dependent = {FORMATION: 1, TOTAL: 1, "revenu_avant_cotisations": 1, "revenu_net": 0}
    if annee >= PREMIERE_ANNEE_ASSIETTE_UNIQUE:
        qui_en_dependent |= {"revenu_avant_cotisations": 0, "revenu_net": -1}
    for nom in set(artisan) - {n for n in artisan if np.isnan(artisan[n]).all()}:
        np.testing.assert_array_equal(artisan[nom] - commercant[nom], ecart * qui_en_dependent.get(nom, 0), nom)
        np.testing.assert_array_equal(liberal[nom], commercant[nom], nom)


def test_la_grille_contient_les_seuils() -> None:
    for annee, nature in product(ANNEES, NATURES):
        assert len(en_centimes(annee, nature, False)[TOTAL]) > len(revenus_des_seuils(annee))
        assert sum(s < PLUS_HAUT_ENTIER for s in seuils(annee)) >= len(seuils(annee)) - 1


@settings(max_examples=60, deadline=None)
@given(
    annee=st.sampled_from(ANNEES),
    nature=st.sampled_from(NATURES),
    dispense=st.booleans(),
    revenu=st.integers(0, REVENU_MAXIMAL // 100),
    hausse=st.integers(0, REVENU_MAXIMAL // 100),
)
def test_qui_gagne_plus_ne_paie_pas_moins(annee: int, nature: Nature, dispense: bool, revenu: int, hausse: int) -> None:
    valeurs = calculees(annee, nature, dispense, np.array([revenu, revenu + hausse], dtype=np.float64))
    for nom in (*LIGNES_PROPRES, *ASSIETTES, TOTAL):
        moins, plus = valeurs[nom]
        permise = 1 if nom == MALADIE and annee in UN_SEUL_TAUX_MALADIE else 0
        assert plus >= moins - permise, nom


@settings(max_examples=60, deadline=None)
@given(
    annee=st.sampled_from([a for a in ANNEES if a < PREMIERE_ANNEE_ASSIETTE_UNIQUE]),
    nature=st.sampled_from(NATURES),
    dispense=st.booleans(),
    deficit=st.integers(0, REVENU_MAXIMAL),
)
def test_un_deficit_compte_pour_zero(annee: int, nature: Nature, dispense: bool, deficit: int) -> None:
    valeurs = calculees(annee, nature, dispense, np.array([0, -deficit / 100]))
    for nom in LIGNES_PROPRES:
        rien, perte = valeurs[nom]
        if nom in TAUX_DE_LA_CSG:
            assert 0 <= perte <= rien, nom
        else:
            assert perte == rien, nom
