"""Laws that the special categories obey whatever the figures, on rows drawn over all of them."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from egide.droit.commun.enumerations import Imposition, OptionConjoint, Territoire
from egide.population import calculer
from egide.services.cotisations import CIBLES, LIGNES, LIGNES_DE_MAYOTTE, TOTAL
from egide.services.loi import loi

from .tirages import ANNEES, PREMIERE_ANNEE_ASSIETTE_UNIQUE, exact
from .tirages_chapitre import (
    ANNEES_COVID,
    ENTIERE,
    JAMAIS,
    PREMIERE_ANNEE_MAYOTTE,
    Colonne,
    TirageDuChapitre,
    _jour,
    tirer_le_chapitre,
)

PAR_PROFIL = 50
INFIME = 1e-9
DEGRESSIVITE_OUTRE_MER = (1.5, 2.5)
"""Ceilings between which the exemption overseas fades out (CSS D. 756-4, II)."""
DU_REGIME = [o for o in OptionConjoint if o and not o.name.endswith("QUART")]
"""Bases that a spouse may choose here: the quarter is that of the sections."""
TOUTES_LES_LIGNES = (*LIGNES_DE_MAYOTTE, *LIGNES)
RETRAITE, DECES, FAMILLE = (
    "cotisation_retraite_base",
    "cotisation_invalidite_deces",
    "cotisation_allocations_familiales",
)
MALADIE, INDEMNITES = "cotisation_maladie_maternite", "cotisation_indemnites_journalieres"
DE_L_ACRE = (MALADIE, INDEMNITES, FAMILLE, RETRAITE, DECES)
EXONERABLES = (*DE_L_ACRE, "cotisation_retraite_complementaire", "csg_deductible", "csg_crds_non_deductible")
AVANT = tuple(f"{nom}_avant_exoneration" for nom in EXONERABLES)
DE_MAYOTTE = (*LIGNES_DE_MAYOTTE, FAMILLE, RETRAITE)
INTERMEDIAIRES = ("cotisations_sociales", "coefficient_outre_mer", "revenu_d_activite", "revenu_acre")

annees = pytest.mark.parametrize("annee", ANNEES)
annees_de_mayotte = pytest.mark.parametrize("annee", [a for a in ANNEES if a >= PREMIERE_ANNEE_MAYOTTE])
pytestmark = pytest.mark.usefixtures("boucles_de_python")


@cache
def tirage(annee: int) -> TirageDuChapitre:
    return tirer_le_chapitre(annee, PAR_PROFIL).couvertes()


def rangees(annee: int, *mots: str) -> TirageDuChapitre:
    """Return the rows of the profiles whose name begins with a word."""
    tire = tirage(annee)
    return tire.prendre(np.array([str(p).startswith(mots) for p in tire.profil]))


def valeurs(tire: TirageDuChapitre, **autres: float | Colonne) -> dict[str, Colonne]:
    """Compute every target, with some facts put in the place of those drawn; 0 where a line does not apply."""
    colonnes = {**tire.colonnes, **{nom: np.full(len(tire.profil), v) for nom, v in autres.items()}}
    avant = tuple(f"{nom}_avant_exoneration" for nom in DE_MAYOTTE)
    connues = [c for c in CIBLES if c in loi().regles or c in colonnes]
    voulues = dict.fromkeys([*connues, *AVANT, *avant, *INTERMEDIAIRES])
    calculees = calculer(colonnes, tuple(voulues), annee=tire.annee)
    return {nom: np.nan_to_num(c) if nom in (*LIGNES, *LIGNES_DE_MAYOTTE) else c for nom, c in calculees.items()}


def arrondi(x: Colonne) -> Colonne:
    entier: Colonne = np.floor(np.nan_to_num(x) + 0.5 + INFIME)
    return entier


def somme(v: dict[str, Colonne], noms: tuple[str, ...]) -> Colonne:
    total: Colonne = np.sum([v[nom] for nom in noms], axis=0)
    return total


@annees
def test_chaque_ligne_est_un_nombre_entier_et_positif_et_le_total_leur_somme(annee: int) -> None:
    tire = tirage(annee)
    v = valeurs(tire)
    for nom in (*TOUTES_LES_LIGNES, TOTAL):
        assert v[nom].min() >= 0, nom
        np.testing.assert_array_equal(v[nom], np.floor(v[nom]), nom)
    aides = np.isfinite(v["reduction_covid"]) if annee in ANNEES_COVID else np.zeros(len(tire.profil), dtype=bool)
    lignes = somme(v, TOUTES_LES_LIGNES)
    np.testing.assert_array_equal(v[TOTAL][~aides], lignes[~aides])
    assert aides.any() == (annee in ANNEES_COVID)


@pytest.mark.parametrize("annee", ANNEES_COVID)
def test_la_reduction_de_la_crise_ne_depasse_pas_ce_qui_est_du_et_ne_touche_pas_la_formation(annee: int) -> None:
    v = valeurs(rangees(annee, "covid"))
    aides = np.isfinite(v["reduction_covid"])
    lignes, formation = somme(v, TOUTES_LES_LIGNES), v["contribution_formation_professionnelle"]
    assert (v["reduction_covid"][aides] >= 0).all()
    # The reduction lowers contributions, and so the base of CSG and CRDS: the total falls by more than itself.
    assert (v[TOTAL][aides] <= (lignes - v["reduction_covid"])[aides]).all()
    assert (v[TOTAL][aides] >= formation[aides]).all()
    entieres = aides & (v["reduction_covid"] == lignes - formation)
    assert entieres.any()
    np.testing.assert_array_equal(v[TOTAL][entieres], formation[entieres])


@annees
def test_apres_exoneration_une_ligne_n_est_jamais_plus_haute(annee: int) -> None:
    v = valeurs(tirage(annee))
    for nom in EXONERABLES:
        avant = v[f"{nom}_avant_exoneration"]
        concernees = np.isfinite(avant)
        assert concernees.any(), nom
        assert (v[nom] <= arrondi(avant))[concernees].all(), nom


@annees
@pytest.mark.parametrize(
    ("mots", "sans"),
    [(("acre",), {"acre": 0}), (("invalidité",), {"invalidite_depuis": JAMAIS}), (("zfu",), {"zfu_depuis": JAMAIS})],
    ids=["acre", "invalidité", "zfu"],
)
def test_une_exoneration_ne_fait_jamais_payer_plus(annee: int, mots: tuple[str, ...], sans: dict[str, float]) -> None:
    tire = rangees(annee, *mots)
    avec, plein = valeurs(tire), valeurs(tire, **sans)
    assert (avec[TOTAL] <= plein[TOTAL]).all()
    assert (avec[TOTAL] < plein[TOTAL]).mean() > 1 / 10
    for nom in TOUTES_LES_LIGNES:
        assert (avec[nom] <= plein[nom]).all(), nom


@annees
def test_l_exonere_et_le_du_font_le_plein(annee: int) -> None:
    for mots, sans, nom, lignes in (
        ("acre", {"acre": 0.0}, "exoneration_acre", DE_L_ACRE),
        ("zfu", {"zfu_depuis": JAMAIS}, "exoneration_zfu", (MALADIE,)),
    ):
        tire = rangees(annee, mots)
        avec, plein = valeurs(tire), valeurs(tire, **sans)
        exoneres = np.isfinite(avec[nom])
        assert exoneres.mean() > 1 / 4
        retire = somme(plein, lignes) - somme(avec, lignes)
        np.testing.assert_array_equal(avec[nom][exoneres], retire[exoneres], nom)
        assert (avec[nom][exoneres] >= 0).all()


@annees
def test_outre_mer_l_exonere_et_le_du_font_le_plein(annee: int) -> None:
    v = valeurs(rangees(annee, "drom"))
    avant = np.sum([arrondi(v[nom]) for nom in AVANT], axis=0)
    np.testing.assert_array_equal(v["exoneration_drom"] + somme(v, EXONERABLES), avant)
    assert (v["exoneration_drom"] > 0).any()


@annees
def test_l_acre_est_entiere_jusqu_aux_trois_quarts_du_plafond_et_nulle_au_plafond(annee: int) -> None:
    tire = rangees(annee, "acre")
    v = valeurs(tire)
    part = exact("seuil_acre", annee)
    assert part == exact("seuil_acre", ANNEES[0])
    premiere_annee = np.isfinite(v["exoneration_acre"]) & (tire.colonnes["debut"] >= _jour(annee))
    plafond = v["plafond_proratise"]
    entiere = premiere_annee & (v["revenu_acre"] <= float(part) * plafond)
    nulle = np.isfinite(v["exoneration_acre"]) & (v["revenu_acre"] >= plafond)
    assert entiere.sum() > PAR_PROFIL // 5
    assert nulle.sum() > PAR_PROFIL // 5
    taux = float(exact("taux_exoneration_acre", annee))
    for nom in DE_L_ACRE:
        reste = v[f"{nom}_avant_exoneration"][entiere] * (1 - taux)
        np.testing.assert_array_equal(v[nom][entiere], arrondi(reste), nom)
    np.testing.assert_array_equal(v["exoneration_acre"][nulle], 0)


@annees
def test_le_coefficient_d_outre_mer_decroit_d_une_fois_et_demie_a_deux_fois_et_demie_le_plafond(annee: int) -> None:
    v = valeurs(rangees(annee, "drom"), conjoint_collaborateur_option=0.0)
    rapport = v["revenu_d_activite"] / v["plafond_proratise"]
    attendu = np.interp(rapport, DEGRESSIVITE_OUTRE_MER, [1, 0])
    np.testing.assert_allclose(v["coefficient_outre_mer"], attendu, atol=INFIME)
    assert {0.0, 1.0} < set(attendu)


@annees
def test_le_partage_du_revenu_ne_change_pas_le_coefficient_d_outre_mer(annee: int) -> None:
    tire = rangees(annee, "drom")
    etablis = tire.prendre(tire.colonnes["debut"] < _jour(annee - 1))
    seul, avec = (
        valeurs(etablis, conjoint_collaborateur_option=float(option))
        for option in (OptionConjoint.AUCUNE, OptionConjoint.REVENU_AVEC_PARTAGE_MOITIE)
    )
    np.testing.assert_array_equal(avec["coefficient_outre_mer"], seul["coefficient_outre_mer"])


@annees
@pytest.mark.parametrize("option", DU_REGIME, ids=lambda o: o.name.lower())
def test_un_conjoint_ne_fait_jamais_baisser_le_total(annee: int, option: OptionConjoint) -> None:
    """But under the Acre, whose test the spouse's part lowers, and overseas in two first years of shared income.

    The base pension is then on a flat base, and each half of the real income has its own lower slice in the
    complementary pension. In Mayotte nothing of the spouse is due while nothing of the head is.
    """
    tire = rangees(annee, "année", "invalidité", "option", "étranger", "drom", "saint", "zfu", "mayotte", "micro", "is")
    partage = option in (OptionConjoint.REVENU_AVEC_PARTAGE_TIERS, OptionConjoint.REVENU_AVEC_PARTAGE_MOITIE)
    forfait_outre_mer = (tire.colonnes["territoire"] == Territoire.DROM) & (tire.colonnes["debut"] >= _jour(annee - 1))
    tire = tire.prendre((tire.colonnes["acre"] == 0) & ~(forfait_outre_mer & partage))
    seul = valeurs(tire, conjoint_collaborateur_option=float(OptionConjoint.AUCUNE))
    avec = valeurs(tire, conjoint_collaborateur_option=float(option))
    # The last day carried on, and one day more than two years after the first at the latest.
    dernier = np.minimum(tire.colonnes["fin"], _jour(annee + 1) - 1.0)
    deux_ans = tire.colonnes["debut"] + 2 * ENTIERE + 1
    exoneres = (tire.colonnes["territoire"] == Territoire.MAYOTTE) & (deux_ans > dernier)
    assert (avec[TOTAL] > seul[TOTAL])[~exoneres].all()
    assert (avec[TOTAL] >= seul[TOTAL]).all()
    conjoint = tuple(nom for nom in LIGNES if nom.startswith("conjoint_"))
    np.testing.assert_array_equal(avec["conjoint_total_cotisations"], somme(avec, conjoint))


@annees
def test_plus_de_jours_elevent_le_plafond_et_ce_qui_en_depend(annee: int) -> None:
    """At the same income: retirement and invalidity bear on more, sickness and family at a lower rate."""
    tire = rangees(annee, "année", "conjoint au", "option", "étranger")
    courtes, longues = _deux_durees(tire)
    dues = [RETRAITE, DECES, f"conjoint_{RETRAITE}", f"conjoint_{DECES}", "conjoint_cotisation_retraite_complementaire"]
    for nom in ("plafond_proratise", *dues):
        assert (longues[nom] >= courtes[nom]).all(), nom
        assert (longues[nom] > courtes[nom]).any(), nom
    for nom in ("taux_cotisation_maladie_maternite", "taux_cotisation_allocations_familiales"):
        assert (longues[nom] <= courtes[nom] + INFIME).all(), nom


@annees_de_mayotte
def test_a_mayotte_plus_de_jours_ne_font_pas_baisser_ce_qui_depend_du_plafond(annee: int) -> None:
    tire = rangees(annee, "mayotte")
    courtes, longues = _deux_durees(tire)
    for nom in ("plafond_proratise", RETRAITE, FAMILLE):
        assert (longues[nom] >= courtes[nom]).all(), nom
        assert (longues[nom] > courtes[nom]).any(), nom


def _deux_durees(tire: TirageDuChapitre) -> tuple[dict[str, Colonne], dict[str, Colonne]]:
    """Compute the same persons, established of old, over two lengths of activity in the year."""
    hasard = np.random.default_rng(tire.annee)
    jours = np.sort(hasard.integers(1, ENTIERE + 1, (2, len(tire.profil))), axis=0)
    debut = float(_jour(tire.annee - 10))
    fixes = {"debut": debut, "categorie_liberale": 0.0}
    courte, longue = (valeurs(tire, **fixes, fin=_jour(tire.annee) + j - 1.0) for j in jours)
    return courte, longue


@annees_de_mayotte
def test_a_mayotte_l_exonere_et_le_du_font_le_plein_et_seules_les_cotisations_locales_sont_dues(annee: int) -> None:
    tire = rangees(annee, "mayotte")
    v = valeurs(tire)
    avant = np.sum([arrondi(v[f"{nom}_avant_exoneration"]) for nom in DE_MAYOTTE], axis=0)
    np.testing.assert_array_equal(v["exoneration_mayotte"] + somme(v, DE_MAYOTTE), avant)
    seules = {*DE_MAYOTTE, f"conjoint_{RETRAITE}", "contribution_formation_professionnelle"}
    assert {nom for nom in TOUTES_LES_LIGNES if v[nom].any()} == seules
    recents = tire.colonnes["debut"] >= _jour(annee - 1)
    assert recents.any()
    assert not somme(v, DE_MAYOTTE)[recents].any()
    anciens = valeurs(tire, debut=float(_jour(annee - 10)), fin=JAMAIS)
    assert (v[TOTAL] <= anciens[TOTAL])[tire.colonnes["fin"] == JAMAIS].all()
    assert not anciens["exoneration_mayotte"].any()


@annees
def test_sans_domicile_fiscal_en_france_ni_csg_ni_crds(annee: int) -> None:
    v = valeurs(rangees(annee, "étranger", "drom, étranger", "invalidité, option, étranger"))
    for nom in ("csg_deductible", "csg_crds_non_deductible"):
        assert not v[nom].any(), nom
    assert np.isnan(v["csg_crds"]).all()


@annees
def test_un_petit_revenu_de_saint_pierre_et_miquelon_ne_doit_que_ce_que_doit_la_metropole_ou_moins(annee: int) -> None:
    tire = rangees(annee, "saint")
    la_bas, ici = valeurs(tire), valeurs(tire, territoire=float(Territoire.METROPOLE))
    for nom in TOUTES_LES_LIGNES:
        assert (la_bas[nom] <= ici[nom]).all(), nom
    tres_petits = la_bas["assiette_sociale"] <= float(exact("seuil_retraite_outre_mer", annee))
    assert tres_petits.any()
    for nom in (RETRAITE, "cotisation_retraite_complementaire"):
        assert not la_bas[nom][tres_petits].any(), nom


@annees
def test_le_tirage_des_lois_a_des_revenus_de_part_et_d_autre(annee: int) -> None:
    assiettes = valeurs(tirage(annee))["assiette_sociale"]
    plafond = float(exact("pass_", annee))
    assert (assiettes == 0).any()
    assert (assiettes > 3 * plafond).any()
    assert (annee >= PREMIERE_ANNEE_ASSIETTE_UNIQUE) == ("micro_fiscal" in tirage(annee).colonnes)


@annees
def test_outre_mer_rien_n_est_du_pendant_vingt_quatre_mois_sous_110_pour_cent_du_plafond(annee: int) -> None:
    tire = rangees(annee, "drom")
    recents = tire.prendre(tire.colonnes["debut"] >= _jour(annee - 1))
    v = valeurs(recents, conjoint_collaborateur_option=0.0)
    bas = v["revenu_d_activite"] <= 1.1 * v["plafond_proratise"]
    assert bas.any()
    for nom in set(EXONERABLES) - {"cotisation_retraite_complementaire"}:
        assert not v[nom][bas].any(), nom


@annees
def test_outre_mer_rien_n_est_exonere_au_dela_de_deux_fois_et_demie_le_plafond(annee: int) -> None:
    v = valeurs(rangees(annee, "drom"))
    hauts = v["coefficient_outre_mer"] == 0
    # A flat base of a few days is a very small income, whatever is earned.
    hauts &= v["assiette_sociale"] > float(exact("seuil_retraite_outre_mer", annee))
    assert hauts.any()
    np.testing.assert_array_equal(v["exoneration_drom"][hauts], 0)


@annees
def test_l_acre_exonere_les_allocations_familiales_quand_la_part_du_conjoint_ramene_sous_le_seuil(annee: int) -> None:
    tire = rangees(annee, "acre, conjoint sans partage", "acre, conjoint avec partage")
    plafond = float(exact("pass_", annee))
    assiettes = (
        np.linspace(1.15, 1.49, len(tire.profil)) * plafond
    )  # contributions of the family branch; half of it: none
    revenus: dict[str, float | Colonne] = {"revenu_professionnel": assiettes}
    if annee >= PREMIERE_ANNEE_ASSIETTE_UNIQUE:
        revenus = {"chiffre_affaires": assiettes / 0.74, "charges": 0.0, "imposition": float(Imposition.IR)}
    revenus |= {"revenus_remplacement": 0.0, "revenus_etrangers": 0.0, "revenus_debit_tabac": 0.0}
    moitie = float(OptionConjoint.REVENU_SANS_PARTAGE_MOITIE)
    v = valeurs(tire, conjoint_collaborateur_option=moitie, debut=float(_jour(annee)), fin=JAMAIS, **revenus)
    avant = v[f"{FAMILLE}_avant_exoneration"]
    assert avant.all()
    np.testing.assert_array_equal(v[FAMILLE], arrondi(avant * (1 - float(exact("taux_exoneration_acre", annee)))))
