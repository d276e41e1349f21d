"""What an answer says of a liberal profession whose every figure is not known."""

from __future__ import annotations

from typing import Any

import pytest

import egide
from egide.moteur.erreurs import FaitsManquants
from egide.services.cotisations import TOTAL


def activite(profession: str, exercices: dict[int, Any], **champs: Any) -> dict[str, Any]:
    ici = {"nature": "liberale", "profession": profession, "statut": "entreprise_individuelle", "debut": "2005-02-01"}
    return {"activites": [{**ici, "exercices": exercices, **champs}]}


def test_une_cotisation_sans_son_chiffre_est_dite_manquante_et_le_total_va_sans_elle() -> None:
    reponse = egide.cotisations(
        activite("architecte", {2018: {"revenu_professionnel": 40000}, 2020: {"revenu_professionnel": 40000}}),
        annee=2020,
    ).to_dict()
    manquantes = {i["nom"]: i["manque"] for i in reponse["indisponibles"]}
    assert list(manquantes) == ["cotisation_retraite_complementaire", "csg_deductible", "csg_crds_non_deductible"]
    assert "2020" in manquantes["cotisation_retraite_complementaire"][0]
    assert reponse["valeurs"][TOTAL] == sum(ligne["montant"] for ligne in reponse["lignes"])
    assert "revenu_net" not in reponse["valeurs"]
    assert "cotisation_retraite_complementaire" not in reponse["valeurs"]


def test_le_revenu_d_une_annee_passee_qui_manque_est_nomme_a_sa_place() -> None:
    reponse = egide.cotisations(activite("infirmier", {2024: {"revenu_professionnel": 30000}}), annee=2024)
    manque = {i.nom: i.manque[0] for i in reponse.indisponibles}
    assert manque["cotisation_retraite_complementaire"].startswith("activites[0].exercices.2023.revenu_professionnel (")
    assert manque["cotisation_pcv"].startswith("activites[0].exercices.2022.revenu_professionnel (")


def test_le_revenu_d_une_annee_passee_se_retrouve_a_partir_du_revenu_avant_cotisations() -> None:
    """The income retained of 2023 is the one whose own contributions, added back, give what was earned."""
    bruts: dict[int, Any] = {an: {"revenu_professionnel": 30000} for an in (2021, 2022)}
    bruts |= {2023: {"revenu_brut": 40000}, 2024: {"revenu_professionnel": 30000}}
    reponse = egide.cotisations(activite("infirmier", bruts), annee=2024)
    assert not reponse.indisponibles
    assert any("Revenu professionnel de 2023 retrouvé" in note for note in reponse.notes)


def test_le_revenu_de_l_annee_elle_meme_reste_demande() -> None:
    with pytest.raises(FaitsManquants, match=r"exercices\.2024\.revenu_professionnel"):
        egide.cotisations(activite("infirmier", {2023: {"revenu_professionnel": 30000}}), annee=2024)


def test_une_classe_choisie_prend_la_place_de_celle_du_revenu() -> None:
    exercices = {2022: {"revenu_professionnel": 200000}, 2023: {"revenu_professionnel": 200000}}
    seule = egide.cotisations(activite("veterinaire", exercices), annee=2023)
    choisie = egide.cotisations(
        activite("veterinaire", exercices, classes={"retraite_complementaire": "b"}), annee=2023
    )
    assert (seule.valeurs["classe_retraite_complementaire"], choisie.valeurs["points_retraite_complementaire"]) == (
        4,
        16,
    )


def test_la_cipav_depuis_2023_se_paie_toute_a_l_urssaf() -> None:
    exercices = {an: {"revenu_professionnel": 40000} for an in (2020, 2022, 2023)}
    avant, depuis = (egide.cotisations(activite("architecte", exercices), annee=an).valeurs for an in (2022, 2023))
    assert avant["total_urssaf"] + avant["total_caisse_retraite"] == avant[TOTAL]
    assert depuis["total_urssaf"] == depuis[TOTAL]
    assert "total_caisse_retraite" not in depuis
