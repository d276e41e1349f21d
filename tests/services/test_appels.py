"""What is called during a year: on which income, under which text."""

from __future__ import annotations

from typing import Any

import pytest

import egide
from egide.moteur.erreurs import FaitsManquants

from .situations import ANNEE, BASE_30_000, PLOMBIER_30_000, TOTAL, TOTAL_30_000, activite, de_l_annee, situation


def appels(document: Any, annee: int = ANNEE) -> dict[str, Any]:
    return egide.cotisations(document, annee=annee, nature="provisionnelles").to_dict()


def du_revenu(revenus: dict[int, dict[str, Any]], **champs: Any) -> dict[str, Any]:
    return situation(activite(exercices=revenus, **champs))


def test_les_appels_portent_sur_le_revenu_de_l_annee_d_avant() -> None:
    """30 000 € in 2025: called in 2026 at the rates and ceiling of 2026."""
    rendu = appels(de_l_annee(2025, 30_000))
    assert {nom: rendu["valeurs"][nom] for nom in PLOMBIER_30_000} == PLOMBIER_30_000
    assert (rendu["nature"], rendu["valeurs"][TOTAL]) == ("provisionnelles", TOTAL_30_000)
    assert "Appels calculés sur le revenu de 2025." in rendu["hypotheses"]


def test_le_revenu_de_l_annee_appelee_ne_compte_pas() -> None:
    document = du_revenu({2025: {"revenu_brut": 30_000}, 2026: {"revenu_brut": 200_000}})
    assert appels(document)["valeurs"][TOTAL] == TOTAL_30_000


def test_a_defaut_le_revenu_d_il_y_a_deux_ans() -> None:
    """A professional income of 2024, in the words of before the reform: 17,87 % of 22 200 €."""
    rendu = appels(du_revenu({2024: {"revenu_professionnel": BASE_30_000}}))
    assert "Appels calculés sur le revenu de 2024." in rendu["hypotheses"]
    attendu = PLOMBIER_30_000["cotisation_retraite_base"]
    assert rendu["valeurs"]["cotisation_retraite_base"] == attendu
    assert rendu["valeurs"]["assiette_sociale"] == BASE_30_000


def test_sans_revenu_connu_les_appels_disent_lequel_ecrire() -> None:
    with pytest.raises(FaitsManquants, match=r"revenu de 2025 \(ou de 2024\).*activites\[0\]\.exercices\.2025"):
        appels(situation(activite(exercices={})))


@pytest.mark.parametrize("debut", ["2026-01-01", "2025-01-01"])
def test_les_deux_premieres_annees_civiles_une_base_forfaitaire(debut: str) -> None:
    """19 % of the ceiling of the first year: 48 060 € for 2026, 47 100 € for 2025."""
    plafond = {"2026-01-01": 48_060, "2025-01-01": 47_100}[debut]
    rendu = appels(situation(activite(debut=debut, exercices={})))
    assert rendu["valeurs"]["assiette_sociale"] == round(0.19 * plafond)
    assert any("base forfaitaire" in note for note in rendu["hypotheses"])


def test_le_forfait_d_une_annee_incomplete_suit_ses_jours() -> None:
    """From 1 July: 184 days of 365; 48 060 × 184 / 365 = 24 227,5, and 19 % of 24 228 €."""
    rendu = appels(situation(activite(debut="2026-07-01", exercices={})))
    assert rendu["valeurs"]["assiette_sociale"] == round(0.19 * 24_228)


def test_un_revenu_estime_prend_la_place_du_forfait_et_du_passe() -> None:
    debutant = du_revenu({2026: {"revenu_estime": 30_000}}, debut="2026-01-01")
    etabli = du_revenu({2025: {"revenu_brut": 90_000}, 2026: {"revenu_estime": 30_000}})
    for document in (debutant, etabli):
        rendu = appels(document)
        assert rendu["valeurs"][TOTAL] == TOTAL_30_000
        assert any("estimé par la personne" in note for note in rendu["hypotheses"])


def test_un_revenu_de_2025_estime_se_calcule_encore_sur_l_ancienne_assiette() -> None:
    """Calls of 2025 stay under the text of 2024: 17,75 % of 20 000 €."""
    rendu = appels(du_revenu({2024: {"revenu_professionnel": 50_000}, 2025: {"revenu_estime": 20_000}}), 2025)
    assert rendu["valeurs"]["cotisation_retraite_base"] == round(0.1775 * 20_000)


@pytest.mark.parametrize(("debut", "plafond"), [("2026-01-01", 48_060), ("2025-01-01", 47_100)])
def test_sur_la_base_forfaitaire_un_revenu_donne_ne_change_rien(debut: str, plafond: int) -> None:
    """Neither the income of the year nor that of the year before: 19 % of the ceiling, 17,87 % of it for retirement."""
    revenus = {an: {"revenu_brut": 90_000} for an in (2025, 2026) if an >= int(debut[:4])}
    rendu = appels(du_revenu(revenus, debut=debut))
    sans = appels(situation(activite(debut=debut, exercices={})))
    assert rendu["valeurs"] == sans["valeurs"] | {"revenu_brut": 90_000}
    assert rendu["valeurs"]["assiette_sociale"] == round(0.19 * plafond)
    assert rendu["valeurs"]["cotisation_retraite_base"] == round(0.1787 * round(0.19 * plafond))


@pytest.mark.parametrize(("debut", "appelees"), [("2012-01-01", 3_467), ("2024-01-01", 98)])
def test_les_appels_de_mayotte_ne_sont_jamais_ceux_du_reste_de_la_france(debut: str, appelees: int) -> None:
    """Nothing until 2024; in 2025, its own rates of the year on 20,000 €, but in the first twenty-four months."""
    exercices = {} if debut == "2024-01-01" else {2023: {"revenu_professionnel": 20_000}}
    document = du_revenu(exercices, debut=debut) | {"personne": {"commune": "97611"}}
    # 4.12 % of 20,000, 3.90 % and 1.45 % of half of it, 10.05 % of it, and 0.29 % of 33,852 for training.
    assert appels(document, 2024)["valeurs"]["total_cotisations_et_contributions"] == 0
    assert appels(document, 2025)["valeurs"]["total_cotisations_et_contributions"] == appelees


def test_un_revenu_de_2025_estime_a_tous_les_taux_de_l_ancienne_assiette() -> None:
    """40 % of 47 100 € for daily allowances at 0,5 %, 7 % and 1,3 % of 15 000 €: no allowance of 26 %."""
    valeurs = appels(du_revenu({2025: {"revenu_estime": 15_000}}), 2025)["valeurs"]
    attendu = {
        "assiette_sociale": 15_000,
        "cotisation_indemnites_journalieres": round(0.005 * 18_840),
        "cotisation_retraite_complementaire": 1_050,
        "cotisation_invalidite_deces": 195,
    }
    assert {nom: valeurs[nom] for nom in attendu} == attendu
    assert "abattement_assiette" not in valeurs


def test_les_appels_de_2025_suivent_le_texte_de_2024() -> None:
    """17,75 % (17,15 % and 0,60 %) and not 17,87 %, 7 % under the complementary ceiling and not 8,1 %."""
    valeurs = appels(du_revenu({2024: {"revenu_professionnel": 20_000}}), 2025)["valeurs"]
    attendu = {"cotisation_retraite_base": 3_550, "cotisation_retraite_complementaire": 1_400}
    assert {nom: valeurs[nom] for nom in attendu} == attendu
    assert "abattement_assiette" not in valeurs


def test_un_revenu_d_une_annee_incomplete_est_ramene_a_l_annee_appelee() -> None:
    """Begun on 1 July 2023: 18 400 € in 184 days are 36 500 € in 365."""
    rendu = appels(du_revenu({2023: {"revenu_professionnel": 18_400}}, debut="2023-07-01"), 2025)
    assert rendu["valeurs"]["assiette_sociale"] == 100 * 365
    assert "Revenu ramené à la durée d'activité de l'année appelée." in rendu["hypotheses"]


def test_un_revenu_d_avant_2025_se_retrouve_aussi_pour_les_appels() -> None:
    rendu = appels(du_revenu({2023: {"chiffre_affaires": 60_000, "charges": 20_000}}), 2024)
    definitif = egide.cotisations(du_revenu({2023: {"chiffre_affaires": 60_000, "charges": 20_000}}), annee=2023)
    assert rendu["valeurs"]["assiette_sociale"] == definitif.valeurs["assiette_sociale"]


def test_un_commencement_a_venir_ne_doit_rien() -> None:
    rendu = appels(situation(activite(debut="2026-03-01", exercices={})), 2025)
    assert "ne commence que le 01/03/2026" in rendu["motif"]
