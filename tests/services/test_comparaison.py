"""Two calculations line by line: the causes of a gap make it up, and the gaps of the lines that of the total."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import egide
from egide.moteur.erreurs import ErreurEgide, FaitsManquants, HorsPlage, NomInconnu
from egide.services.comparaison import Comparaison

from .situations import ANNEE, TOTAL, TOTAL_30_000, activite, commerce, de_l_annee, ecrire, situation

ADMIS = 0.02
REVENUS = {2018: 27_800, 2019: 12_000, 2020: 3_000, 2021: 61_234.56, 2022: 41_136, 2023: 95_000, 2024: 250_000}
EXERCICES: dict[int, dict[str, Any]] = {
    **{annee: {"revenu_professionnel": revenu} for annee, revenu in REVENUS.items()},
    2025: {"revenu_brut": 43_500},
    2026: {"revenu_brut": 12_000},
}


def personne(*, depuis: int = 2012, domicile: dict[str, Any] | None = None, **champs: Any) -> dict[str, Any]:
    exercices = {an: exercice for an, exercice in EXERCICES.items() if an >= depuis}
    return situation(activite(debut=f"{depuis}-06-15", exercices=exercices, **champs), **(domicile or {}))


def verifier(comparaison: Comparaison) -> None:
    *lignes, total = comparaison.ecarts
    assert total.nom == TOTAL
    for ecart in lignes:
        assert sum(c.montant for c in ecart.causes) == pytest.approx(ecart.montant, abs=ADMIS), ecart
        assert all(c.texte and c.nature for c in ecart.causes)
    assert sum(e.montant for e in lignes) == pytest.approx(total.montant, abs=ADMIS)
    assert comparaison.gauche.valeurs[TOTAL] + total.montant == comparaison.droite.valeurs[TOTAL]


@pytest.mark.parametrize("annee", range(2019, 2027))
def test_les_causes_font_l_ecart_d_une_annee_a_l_autre(annee: int) -> None:
    comparaison = egide.comparer(personne(), annee=annee)
    assert (comparaison.gauche.annee, comparaison.droite.annee) == (annee, annee - 1)
    verifier(comparaison)


@pytest.mark.parametrize("annee", EXERCICES)
@pytest.mark.parametrize(
    "autre",
    [
        {"conjoint_collaborateur": "revenu_avec_partage_moitie"},
        {"conjoint_collaborateur": "forfait"},
        {"nature": "commerciale", "profession": None},
        {"domicile": {"commune": "97411"}},
        {"domicile": {"domicile_fiscal_etranger": True}},
        {"domicile": {"invalidite": {"depuis": "2015-01-01"}}},
        {"domicile": {"rsa_ou_prime_activite": True}},
        {"zfu": {"depuis": "2012-06-15", "salaries": 2}},
    ],
    ids=str,
)
def test_les_causes_font_l_ecart_d_une_situation_a_l_autre(annee: int, autre: dict[str, Any]) -> None:
    verifier(egide.comparer(personne(), personne(**autre), annee=annee))


@pytest.mark.parametrize("annee", range(2019, 2027))
def test_les_causes_font_l_ecart_de_l_acre(annee: int) -> None:
    comparaison = egide.comparer(personne(depuis=annee), personne(depuis=annee, acre=True), annee=annee)
    verifier(comparaison)
    natures = {cause.nature for ecart in comparaison.ecarts for cause in ecart.causes}
    assert "exonération" in natures or comparaison.ecarts[-1].montant == 0


@pytest.mark.parametrize("annee", range(2019, 2027))
def test_les_causes_font_l_ecart_des_appels(annee: int) -> None:
    comparaison = egide.comparer(personne(), "provisionnelles", annee=annee)
    assert (comparaison.gauche.nature, comparaison.droite.nature) == ("definitives", "provisionnelles")
    verifier(comparaison)


AIDES: list[dict[str, Any]] = [
    {},
    {"conjoint_collaborateur": "forfait"},
    {"conjoint_collaborateur": "revenu_avec_partage_moitie"},
    {"domicile": {"commune": "97411"}},
    {"domicile": {"domicile_fiscal_etranger": True}},
]


@pytest.mark.parametrize("annee", [2020, 2021, 2022])
@pytest.mark.parametrize("mois", [1, 4, 12])  # twelve exceed what is due on a low income
@pytest.mark.parametrize("autre", AIDES, ids=str)
def test_les_causes_font_l_ecart_de_la_reduction_de_la_crise(annee: int, mois: int, autre: dict[str, Any]) -> None:
    sans, avec, encore = personne(**autre), personne(secteur_covid="s1", **autre), personne(**autre)
    for document, nombre in ((avec, mois), (encore, 2)):
        exercices = document["activites"][0]["exercices"]
        exercices[annee] = {**EXERCICES[annee], "mois_reduction_covid": {600: nombre}}
    for gauche, droite in ((sans, avec), (avec, sans), (avec, encore)):
        verifier(egide.comparer(gauche, droite, annee=annee))


def test_la_reduction_de_la_crise_a_sa_ligne_et_sa_cause() -> None:
    """Four months at 600 €: 2 400 € taken off, and the rest of the gap comes from the CSG on lower contributions."""
    sans, avec = de_l_annee(2021, 35_000), de_l_annee(2021, 35_000)
    avec["activites"][0]["exercices"][2021]["mois_reduction_covid"] = {600: 4}
    *lignes, total = egide.comparer(sans, avec, annee=2021).ecarts
    changees = {e.nom: e for e in lignes if e.montant}
    assert set(changees) == {"reduction_covid", "csg_crds_en_moins"}
    reduction = changees["reduction_covid"]
    assert (reduction.gauche, reduction.droite) == (None, -2_400)
    assert [(c.nature, c.montant) for c in reduction.causes] == [("réduction", -2_400)]
    assert changees["csg_crds_en_moins"].montant == total.montant + 2_400 < 0


@pytest.mark.parametrize("annee", [2025, 2026])
def test_les_causes_font_l_ecart_des_cotisations_propres_a_mayotte(annee: int) -> None:
    for debut, conjoint in (("2012-01-01", None), (f"{annee}-03-01", None), ("2012-01-01", "forfait")):
        exercices = {annee: {"revenu_brut": 60_000}}
        ici = activite(debut=debut, exercices=exercices, conjoint_collaborateur=conjoint)
        verifier(egide.comparer(situation(ici), situation(ici, commune="97611"), annee=annee))


@pytest.mark.parametrize("annee", [2025, 2026])
def test_les_causes_font_l_ecart_du_regime_fiscal(annee: int) -> None:
    brut, micro = ({annee: {nom: 34_567.89}} for nom in ("revenu_brut", "revenu_imposable"))
    gerant = {annee: {"remuneration": 30_000, "dividendes_percus": 9_000, "capital_et_compte_courant": 1_000}}
    societe = activite(statut="gerant_majoritaire", imposition="is", exercices=gerant)
    for autre in (activite(exercices=micro), societe):
        verifier(egide.comparer(situation(activite(exercices=brut)), situation(autre), annee=annee))


@pytest.mark.parametrize("annee", range(2019, 2027))
def test_les_causes_font_l_ecart_de_l_acre_avec_un_conjoint(annee: int) -> None:
    for option in ("forfait", "revenu_sans_partage_tiers", "revenu_avec_partage_moitie"):
        sans = personne(depuis=annee, conjoint_collaborateur=option)
        avec = personne(depuis=annee, conjoint_collaborateur=option, acre=True)
        verifier(egide.comparer(sans, avec, annee=annee))


def test_d_un_artisan_a_un_commercant_seule_la_formation_change() -> None:
    """0,29 % then 0,25 % of 48 060 €: 139 € then 120 €."""
    autre = situation(commerce(exercices={ANNEE: {"revenu_brut": 30_000}}))
    ecarts = {e.nom: e for e in egide.comparer(situation(), autre, annee=ANNEE).ecarts if e.montant}
    assert {nom: e.montant for nom, e in ecarts.items()} == {"contribution_formation_professionnelle": -19, TOTAL: -19}
    (cause,) = ecarts["contribution_formation_professionnelle"].causes
    assert cause.nature == "taux"
    assert cause.montant == pytest.approx(-19, abs=ADMIS)
    assert "0,29\u202f%" in cause.texte
    assert "0,25\u202f%" in cause.texte


def test_une_ligne_que_seul_un_cote_a_est_un_ecart_entier() -> None:
    avec = situation(activite(conjoint_collaborateur="forfait"))
    ecarts = {e.nom: e for e in egide.comparer(situation(), avec, annee=ANNEE).ecarts}
    deces = ecarts["conjoint_cotisation_invalidite_deces"]
    assert (deces.gauche, deces.droite, deces.montant) == (None, 208, 208)  # 1,3 % of a third of 48 060 €
    assert [(c.nature, c.montant) for c in deces.causes] == [("ligne", 208)]


def test_la_meme_situation_n_a_aucun_ecart() -> None:
    comparaison = egide.comparer(situation(), situation(), annee=ANNEE)
    assert not any(e.montant or e.causes for e in comparaison.ecarts)


def test_l_autre_cote_est_une_annee_une_nature_ou_un_fichier(tmp_path: Path) -> None:
    chemin = ecrire(tmp_path, situation(), "voisine.json")
    for avec in (2023, "2023"):
        assert egide.comparer(personne(), avec, annee=2025).droite.annee == int(avec)
    comparaison = egide.comparer(personne(), chemin, annee=ANNEE)
    assert comparaison.droite.valeurs[TOTAL] == TOTAL_30_000
    assert comparaison.noms == ("situation 2026, definitives", "voisine 2026, definitives")


def test_le_dictionnaire_d_une_comparaison() -> None:
    rendu = egide.comparer(personne(), annee=ANNEE).to_dict()
    assert rendu["question"] == "comparer"
    assert rendu["gauche"] == {"nom": "2026, definitives", "annee": 2026, "nature": "definitives"}
    assert rendu["droite"] == {"nom": "2025, definitives", "annee": 2025, "nature": "definitives"}
    assert {"nom", "titre", "gauche", "droite", "causes", "ecart"} == set(rendu["ecarts"][0])
    assert rendu["ecarts"][-1]["nom"] == TOTAL


def test_le_dictionnaire_dit_ce_qui_est_note_et_suppose_de_chaque_cote() -> None:
    rendu = egide.comparer(personne(), "provisionnelles", annee=ANNEE).to_dict()["hypotheses"]
    assert "2026, provisionnelles : Appels calculés sur le revenu de 2025." in rendu
    assert "perception du RSA ou de la prime d'activité : non" in rendu  # on both sides: said once
    autre = situation(activite(statut=None))
    notes = egide.comparer(situation(rsa_ou_prime_activite=False), autre, annee=ANNEE).to_dict()["hypotheses"]
    assert any(n.startswith("situation 2026, definitives : Non donné") for n in notes)
    assert any(n.startswith("situation 2026, definitives : perception du RSA") for n in notes)


def test_le_dictionnaire_dit_pourquoi_un_cote_est_vide() -> None:
    rendu = egide.comparer(personne(depuis=2026), annee=2026).to_dict()
    assert "ne commence que le 15/06/2026" in rendu["droite"]["motif"]
    assert "motif" not in rendu["gauche"]


@pytest.mark.parametrize(
    ("avec", "erreur", "morceau"),
    [
        (1990, HorsPlage, "1990"),
        ("definitive", NomInconnu, "ni une nature.*Vouliez-vous dire « definitives »"),
        (2024, FaitsManquants, "exercices.2024"),
        ("absent.yaml", ErreurEgide, "introuvable"),
    ],
)
def test_un_cote_qui_ne_se_calcule_pas_est_refuse(avec: Any, erreur: type[ErreurEgide], morceau: str) -> None:
    with pytest.raises(erreur, match=morceau):
        egide.comparer(de_l_annee(ANNEE, 30_000), avec, annee=ANNEE)


def test_la_premiere_annee_couverte_n_a_pas_d_annee_d_avant() -> None:
    with pytest.raises(HorsPlage, match="dire avec quoi comparer 2018"):
        egide.comparer(personne(), annee=2018)


def test_une_annee_sans_activite_est_un_cote_vide() -> None:
    comparaison = egide.comparer(personne(depuis=2026), annee=2026)
    assert comparaison.droite.motif
    assert all(e.droite is None for e in comparaison.ecarts[:-1])
