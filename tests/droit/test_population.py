"""Columns in, columns out: what is refused and how it is said, what is out of scope, what must not matter."""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping
from datetime import date
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

import egide
from egide.droit.commun.enumerations import CategorieLiberale, Nature
from egide.moteur.erreurs import ErreurEgide, FaitsManquants, HorsChamp, HorsPlage, NomInconnu
from egide.moteur.mecanismes import JAMAIS
from egide.moteur.periode import numero
from egide.population import LignesHorsChamp, calcul, calculer
from egide.population.colonnes import ColonneInvalide
from egide.services.cotisations import TOTAL
from egide.situation import FAITS

from .tirages import ANNEES, LIGNES_PROPRES, PREMIERE_ANNEE_ASSIETTE_UNIQUE, nom_du_revenu, tirer

ANNEE = 2026
RETRAITE = "cotisation_retraite_base"
BASE: Mapping[str, Any] = {"revenu_brut": [30_000.0, 60_000.0], "nature": "artisanale"}
CIBLES = (*LIGNES_PROPRES, TOTAL, "revenu_net")


def retraite(**colonnes: Any) -> list[float]:
    """Return one contribution for the columns of BASE with others in their place."""
    return list(calculer({**BASE, **colonnes}, [RETRAITE], annee=ANNEE)[RETRAITE])


ATTENDU = retraite()


@pytest.mark.parametrize(
    ("colonnes", "morceaux"),
    [
        ({"revenu_brutt": [1.0, 2.0]}, ["colonne inconnue : « revenu_brutt »", "Vouliez-vous dire « revenu_brut »"]),
        ({"proffession": "plombier"}, ["colonne inconnue", "« profession »"]),
        ({"rsa_ou_prime_activite": [0, 1, 0]}, ["même longueur", "revenu_brut : 2", "rsa_ou_prime_activite : 3"]),
        ({"revenu_brut": [1.0, np.nan]}, ["revenu_brut : nan ligne 1", "nombre fini"]),
        ({"revenu_brut": [np.inf, 1.0]}, ["revenu_brut : inf ligne 0"]),
        ({"revenu_brut": [-np.inf, np.inf]}, ["revenu_brut : -inf ligne 0"]),
        ({"revenu_brut": np.nan}, ["revenu_brut : nan ligne 0"]),
        ({"chiffre_affaires": [1.0, -2.0]}, ["chiffre_affaires : -2.0 ligne 1", "positif ou nul"]),
        ({"chiffre_affaires_n_1": [-3.0, 0.0]}, ["chiffre_affaires_n_1 : -3.0 ligne 0"]),
        ({"revenu_brut": ["30000", "2"]}, ["revenu_brut : type <U5 refusé", "nombres"]),
        ({"revenu_brut": [None, 2.0]}, ["revenu_brut : type object refusé"]),
        ({"revenu_brut": [[1.0, 2.0]]}, ["revenu_brut : tableau à 2 dimensions"]),
        ({"nature": ["artisanale", "comerciale"]}, ["« comerciale » inconnu", "Vouliez-vous dire « commerciale »"]),
        ({"nature": "artisan"}, ["« artisan » inconnu", "liberale", "Vouliez-vous dire « artisanale »"]),
        ({"nature": [1, 99]}, ["nature : 99.0 ligne 1", "énumération"]),
        ({"nature": [1, 0]}, ["nature : 0.0 ligne 1"]),
        ({"nature": [1.0, 1.5]}, ["nature : 1.5 ligne 1"]),
        ({"debut": ["2010-01-01", "31/12/2010"]}, ["debut : date illisible", "AAAA-MM-JJ"]),
        ({"debut": np.array(["2010-01-01", "NaT"], "M8[D]")}, ["debut : NaT ligne 1", "une date"]),
        (
            {"option_ssi": np.array(["2019-01-01", "2018-12-31"], "M8[D]")},
            ["option_ssi : le 2018-12-31, l'option n'était pas ouverte", "2019-01-01 au 2023-12-31", "ligne 1"],
        ),
        ({"option_ssi": date(2024, 1, 1)}, ["option_ssi : le 2024-01-01, l'option n'était pas ouverte", "sans option"]),
        ({"option_ssi": False}, ["option_ssi : le 1970-01-01, l'option n'était pas ouverte"]),
        ({"profession": ["plombier", "plonbier"]}, ["« plonbier »", "« plombier »"]),
        ({"commune": ["35238", "3523"]}, ["« 3523 »", "code INSEE"]),
    ],
)
def test_une_colonne_fautive_est_refusee_et_dit_pourquoi(colonnes: dict[str, Any], morceaux: list[str]) -> None:
    with pytest.raises(ErreurEgide) as leve:
        retraite(**colonnes)
    assert [m for m in morceaux if m not in str(leve.value)] == [], leve.value


def test_une_option_de_la_periode_ou_aucune_est_lue() -> None:
    jours = np.array([numero(date(2019, 1, 1)), numero(date(2023, 12, 31)), JAMAIS])
    assert np.isfinite(retraite(option_ssi=jours, revenu_brut=[1.0, 2.0, 3.0])).all()


def test_le_refus_d_une_colonne_est_de_sa_classe() -> None:
    with pytest.raises(ColonneInvalide):
        retraite(revenu_brut=[1.0, np.nan])


@pytest.mark.parametrize("annee", [1990, ANNEES[0] - 1, ANNEES[-1] + 1])
def test_une_annee_hors_plage_est_refusee(annee: int) -> None:
    with pytest.raises(HorsPlage, match=f"{annee} n'est pas couverte.*{ANNEES[0]} à {ANNEES[-1]}"):
        calculer(BASE, [RETRAITE], annee=annee)


def test_une_annee_a_venir_se_calcule_sur_demande() -> None:
    valeurs = calculer(BASE, [RETRAITE], annee=ANNEES[-1] + 1, extrapoler=True)[RETRAITE]
    np.testing.assert_array_equal(valeurs, calculer(BASE, [RETRAITE], annee=ANNEES[-1])[RETRAITE])


@pytest.mark.parametrize(("cible", "proche"), [("cotisation_retraite_bas", RETRAITE), ("total", None), ("pass_", None)])
def test_une_cible_inconnue_est_refusee(cible: str, proche: str | None) -> None:
    with pytest.raises(NomInconnu, match=f"« {cible} »" + (f".*« {proche} »" if proche else "")):
        calculer(BASE, [cible], annee=ANNEE)


@pytest.mark.parametrize(
    ("colonnes", "manque"),
    [
        ({"revenu_brut": [1.0]}, "nature"),
        ({"nature": ["artisanale"]}, "chiffre_affaires"),
        ({"revenu_brut": [1.0, 2.0], "nature": ["liberale", "artisanale"]}, "categorie_liberale"),
    ],
)
def test_une_colonne_qui_manque_est_nommee(colonnes: dict[str, Any], manque: str) -> None:
    with pytest.raises(FaitsManquants, match=manque):
        calculer(colonnes, [RETRAITE], annee=ANNEE)


def test_une_autre_nature_de_montants_est_refusee() -> None:
    with pytest.raises(HorsChamp, match="provisionnelles"):
        calculer(BASE, [RETRAITE], annee=ANNEE, nature="provisionnelles")


def test_mots_numeros_et_scalaires_disent_la_meme_chose() -> None:
    assert retraite(nature=["artisanale", "artisanale"]) == ATTENDU
    assert retraite(nature=np.array(["artisanale", "artisanale"], dtype=object)) == ATTENDU
    assert retraite(nature=[Nature.ARTISANALE, Nature.ARTISANALE]) == ATTENDU
    assert retraite(nature=Nature.ARTISANALE) == ATTENDU
    assert retraite(nature=np.array([1, 1], dtype=np.int8)) == ATTENDU
    assert retraite(revenu_brut=np.array([30_000, 60_000], dtype=np.int32)) == ATTENDU
    assert retraite(revenu_brut=np.array([30_000, 0, 60_000, 0], dtype=np.float32)[::2]) == ATTENDU
    assert retraite(revenu_brut=30_000) == ATTENDU[:1]
    assert retraite(rsa_ou_prime_activite=[True, False]) == retraite(rsa_ou_prime_activite=[1.0, 0.0])


def test_un_fait_change_le_resultat_de_sa_ligne_seule() -> None:
    faibles = retraite(revenu_brut=[1_000.0, 1_000.0], rsa_ou_prime_activite=[True, False])
    assert faibles[0] < faibles[1] == retraite(revenu_brut=[1_000.0, 1_000.0])[0]


def test_le_revenu_brut_peut_venir_de_ses_parts() -> None:
    parts = {"chiffre_affaires": [50_000.0, 80_000.0], "charges": [20_000.0, 20_000.0], "nature": "artisanale"}
    assert calculer(parts, [RETRAITE], annee=ANNEE)[RETRAITE].tolist() == ATTENDU


def test_profession_et_commune_donnent_leurs_faits() -> None:
    liberales = {"nature": "liberale", "profession": ["consultant", "consultant"]}
    sans_section = {"nature": "liberale", "categorie_liberale": float(CategorieLiberale.NON_REGLEMENTEE)}
    assert retraite(**liberales) == retraite(**sans_section) == ATTENDU
    assert retraite(**{**liberales, "profession": "consultant"}) == ATTENDU
    assert retraite(commune="35238") == retraite(commune=["35238", "2A004"]) == ATTENDU
    assert retraite(commune=35238) == retraite(commune=[35238, 35238]) == ATTENDU


@pytest.mark.parametrize(
    "jours",
    [
        ["2010-03-01", "2026-07-01"],
        np.array(["2010-03-01", "2026-07-01"], "M8[D]"),
        [date(2010, 3, 1), date(2026, 7, 1)],
        [14_669, 20_635],
    ],
    ids=["texte", "numpy", "dates", "numeros"],
)
def test_une_colonne_de_dates_se_lit_de_toutes_ses_facons(jours: Any) -> None:
    plafonds = calculer({**BASE, "debut": jours}, ["plafond_proratise"], annee=ANNEE)["plafond_proratise"]
    seuls = [
        calculer({**BASE, "debut": jour}, ["plafond_proratise"], annee=ANNEE)["plafond_proratise"][0]
        for jour in (date(2010, 3, 1), "2026-07-01")
    ]
    assert plafonds.tolist() == seuls
    assert plafonds[1] < plafonds[0]


@pytest.mark.parametrize(
    ("colonnes", "perdues", "motifs"),
    [
        ({"nature": ["artisanale", "agricole"]}, [1], ["1 ligne(s) : Activité agricole"]),
        ({"nature": ["artistique", "salariee"]}, [0, 1], ["1 ligne(s) : Activité d'artiste", "1 ligne(s) : "]),
        ({"nature": "liberale", "profession": ["consultant", "medecin"]}, [1], ["1 ligne(s) : "]),
        ({"nature": "agricole", "statut": "micro_entrepreneur"}, [0, 1], ["2 ligne(s) : "]),
        ({"statut": ["micro_entrepreneur", "entreprise_individuelle"]}, [0], ["1 ligne(s) : Micro-entrepreneur"]),
        ({"statut": "micro_entrepreneur"}, [0, 1], ["2 ligne(s) : Micro-entrepreneur"]),
        ({"commune": ["98735", "35238"]}, [0], ["1 ligne(s) : "]),
    ],
)
def test_une_ligne_hors_champ_est_nan_et_comptee(
    colonnes: dict[str, Any], perdues: list[int], motifs: list[str]
) -> None:
    with pytest.warns(LignesHorsChamp) as alertes:
        valeurs = retraite(**colonnes)
    assert np.flatnonzero(np.isnan(valeurs)).tolist() == perdues
    assert [v for v in valeurs if not np.isnan(v)] == [a for k, a in enumerate(ATTENDU) if k not in perdues]
    assert len(alertes) == 1
    assert alertes[0].filename == __file__
    message = str(alertes[0].message)
    assert [m for m in motifs if m not in message] == []
    comptees = sum(int(n) for n in re.findall(r"(\d+) ligne\(s\)", message))
    assert comptees == len(perdues), "une ligne n'est comptée qu'une fois"
    comptees = sum(map(int, re.findall(r"(\d+) ligne\(s\)", str(alertes[0].message))))
    assert comptees == len(perdues), "une ligne n'est comptée qu'une fois"


def test_les_comptes_s_ajoutent_d_un_lot_a_l_autre(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calcul, "LIGNES_PAR_LOT", 3)
    natures = ["artisanale", "agricole", "commerciale", "agricole", "agricole", "artisanale", "commerciale"]
    with pytest.warns(LignesHorsChamp, match=r"3 ligne\(s\) : Activité agricole"):
        calculer({"revenu_brut": [1.0] * 7, "nature": natures}, [RETRAITE], annee=ANNEE)


def test_rien_n_est_dit_quand_tout_est_dans_le_champ() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        retraite()


def test_ce_qui_ne_s_applique_pas_est_nan() -> None:
    valeurs = calculer(
        {**BASE, "revenu_professionnel": 1.0}, ["assiette_maladie_maternite", "abattement_assiette"], annee=2024
    )
    assert np.isnan(valeurs["abattement_assiette"]).all()
    assert not np.isnan(valeurs["assiette_maladie_maternite"]).any()


@pytest.mark.parametrize("nature", ["artisanale", []])
@pytest.mark.parametrize("revenus", [[], np.array([])])
def test_des_colonnes_vides_donnent_des_colonnes_vides(nature: Any, revenus: Any) -> None:
    resultats = calculer({"revenu_brut": revenus, "nature": nature}, CIBLES, annee=ANNEE)
    assert list(resultats) == list(CIBLES)
    assert {(len(r), r.dtype) for r in resultats.values()} == {(0, np.dtype(np.float64))}


def test_aucune_cible_ne_donne_rien() -> None:
    assert calculer(BASE, [], annee=ANNEE) == {}


def test_les_colonnes_recues_ne_sont_pas_touchees() -> None:
    revenus, natures = np.array([30_000.0, 60_000.0]), np.array([1, 2])
    resultats = calculer({"revenu_brut": revenus, "nature": natures}, ["revenu_brut", RETRAITE], annee=ANNEE)
    resultats["revenu_brut"][:] = 0
    assert revenus.tolist() == [30_000.0, 60_000.0]
    assert natures.tolist() == [1, 2]


def _melangees(annee: int, lignes: int = 600) -> dict[str, Any]:
    tirage, choix = tirer(annee), np.random.default_rng(7).integers(0, 24_000, lignes)
    natures = np.array(["artisanale", "commerciale", "liberale", "agricole"])[np.arange(lignes) % 4]
    colonnes = tirage.colonnes()
    return {
        nom_du_revenu(annee): np.asarray(colonnes[nom_du_revenu(annee)])[choix],
        "nature": natures,
        "categorie_liberale": 0,
        "rsa_ou_prime_activite": tirage.rsa[choix],
        "saisonniere": tirage.saisonniere[choix],
    }


def _calculees(colonnes: Mapping[str, Any], annee: int) -> dict[str, NDArray[np.float64]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", LignesHorsChamp)
        return calculer(colonnes, CIBLES, annee=annee)


def _prises(colonnes: Mapping[str, Any], lesquelles: Any) -> dict[str, Any]:
    return {nom: c if np.ndim(c) == 0 else np.asarray(c)[lesquelles] for nom, c in colonnes.items()}


@pytest.mark.parametrize("annee", [2022, PREMIERE_ANNEE_ASSIETTE_UNIQUE])
def test_l_ordre_et_le_melange_des_categories_ne_changent_rien(annee: int) -> None:
    colonnes = _melangees(annee)
    ensemble = _calculees(colonnes, annee)
    ordre = np.random.default_rng(1).permutation(len(colonnes["nature"]))
    permutees = _calculees(_prises(colonnes, ordre), annee)
    for nom in CIBLES:
        np.testing.assert_array_equal(permutees[nom], ensemble[nom][ordre], nom)
    for nature in np.unique(colonnes["nature"]):
        siennes = colonnes["nature"] == nature
        seules = _calculees(_prises(colonnes, siennes), annee)
        for nom in CIBLES:
            np.testing.assert_array_equal(seules[nom], ensemble[nom][siennes], f"{nom} {nature}")


@pytest.mark.parametrize("annee", [2022, PREMIERE_ANNEE_ASSIETTE_UNIQUE])
def test_une_ligne_seule_donne_ce_qu_elle_donne_parmi_les_autres(annee: int) -> None:
    colonnes = _melangees(annee, 40)
    ensemble = _calculees(colonnes, annee)
    for k in range(40):
        seule = _calculees(_prises(colonnes, [k]), annee)
        assert all(np.array_equal(seule[nom], ensemble[nom][k : k + 1], equal_nan=True) for nom in CIBLES), k


@pytest.mark.parametrize("par_lot", [1, 7, 64, 599, 600, 601])
def test_les_bornes_des_lots_ne_changent_rien(par_lot: int, monkeypatch: pytest.MonkeyPatch) -> None:
    colonnes = _melangees(2022)
    # Categories whose rules differ, and whole batches of one, then of two.
    lignes = len(colonnes["nature"])
    colonnes["territoire"] = np.repeat(["metropole", "drom"], [lignes // 3, lignes - lignes // 3])
    colonnes["debut"] = date(2010, 1, 1)
    ensemble = _calculees(colonnes, 2022)
    monkeypatch.setattr(calcul, "LIGNES_PAR_LOT", par_lot)
    par_lots = _calculees(colonnes, 2022)
    for nom in CIBLES:
        np.testing.assert_array_equal(par_lots[nom], ensemble[nom], nom)


def test_une_colonne_et_une_personne_donnent_la_meme_reponse() -> None:
    revenus = [0.0, 12_345.67, 40_000.0, 250_000.0]
    colonnes = calculer({"revenu_brut": revenus, "nature": "commerciale"}, CIBLES, annee=ANNEE)
    for k, revenu in enumerate(revenus):
        activite = {"nature": "commerciale", "statut": "entreprise_individuelle", "debut": "2012-01-01"}
        situation = {"activites": [{**activite, "exercices": {ANNEE: {"revenu_brut": revenu}}}]}
        valeurs = egide.cotisations(situation, annee=ANNEE).to_dict()["valeurs"]
        assert {nom: colonnes[nom][k] for nom in CIBLES} == pytest.approx({nom: valeurs[nom] for nom in CIBLES})


def test_les_numeros_d_une_enumeration_se_suivent() -> None:
    """What the check of a column of numbers relies on."""
    for enumeration in {f.enumeration for f in FAITS.values() if f.enumeration}:
        assert sorted(enumeration) == list(range(min(enumeration), max(enumeration) + 1)), enumeration


def test_les_taux_specifiques_ne_valent_que_pour_une_profession_liberale_non_reglementee() -> None:
    """D. 2019-386: the option is that of those who left the Cipav's list; up to the ceiling its rate is nil."""
    colonnes = calculer(
        {
            "revenu_brut": [30_000.0, 30_000.0],
            "nature": ["artisanale", "liberale"],
            "categorie_liberale": np.array([CategorieLiberale.SANS_OBJET, CategorieLiberale.NON_REGLEMENTEE]),
            "option_taux_specifiques_rci": 1.0,
        },
        ["assiette_sociale", "cotisation_retraite_complementaire"],
        annee=2026,
    )
    assiette = 30_000 - 7_800  # 26 %
    assert colonnes["assiette_sociale"].tolist() == [assiette, assiette]
    assert colonnes["cotisation_retraite_complementaire"].tolist() == [round(assiette * 0.081), 0]
