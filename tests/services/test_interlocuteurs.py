"""Whom to talk to: the statements of the article of 28 February 2018, and the same person at other dates."""

# ruff: noqa: N802 — the tests of the article bear the names of its statements

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest
from click.testing import CliRunner

import egide
from egide.cli.commandes import groupe
from egide.droit.commun.enumerations import Sujet, slug
from egide.situation import SituationInvalide

ARTICLE = "2018-02-28"
COMMERCANTE: dict[str, Any] = {
    "personne": {"commune": "59350"},
    "activites": [
        {"nature": "commerciale", "statut": "entreprise_individuelle", "inscription": "rcs", "debut": "2014-03-01"}
    ],
}


def situation(*, debut: str = "2014-03-01", commune: str = "59350", fin: str | None = None) -> dict[str, Any]:
    activite = {**COMMERCANTE["activites"][0], "debut": debut, **({"fin": fin} if fin else {})}
    return {"personne": {"commune": commune}, "activites": [activite]}


def qui(document: dict[str, Any], jour: str, *sujets: str) -> list[str]:
    valeurs = egide.interlocuteurs(document, date=jour).valeurs
    return [valeurs[sujet]["organisme"] for sujet in sujets]


def test_S02_l_agence_est_celle_du_lieu_de_residence() -> None:
    document = situation(commune="59350")
    document["activites"][0]["commune"] = "35238"
    valeurs = egide.interlocuteurs(document, date=ARTICLE).valeurs
    assert valeurs["dossier_maladie"]["nom"] == "Agence SSI Nord - Pas-de-Calais"
    assert valeurs["cotisations"]["concours"]["nom"] == "Urssaf Bretagne"


def test_S03_qui_etait_deja_independant_garde_ses_interlocuteurs() -> None:
    avant = egide.interlocuteurs(COMMERCANTE, date="2017-12-31").valeurs
    apres = egide.interlocuteurs(COMMERCANTE, date="2018-01-01").valeurs
    assert avant["dossier_maladie"]["nom"].removeprefix("Caisse RSI ") == apres["dossier_maladie"]["nom"].removeprefix(
        "Agence SSI "
    )
    assert avant["remboursement_soins"]["organisme"] == apres["remboursement_soins"]["organisme"]
    assert "pour le compte du régime général" in apres["dossier_maladie"]["motif"]


def test_S04_qui_ne_l_etait_pas_est_affilie_a_l_agence_jusqu_a_la_fin_de_2018() -> None:
    assert qui(situation(debut="2018-02-01"), ARTICLE, "dossier_maladie") == ["agence_ssi"]
    assert qui(situation(debut="2018-12-31"), "2018-12-31", "dossier_maladie") == ["agence_ssi"]
    assert qui(situation(debut="2019-01-01"), "2019-01-01", "dossier_maladie") == ["cpam"]


def test_S05_l_integration_s_acheve_au_1er_janvier_2020() -> None:
    sujets = ("retraite_base", "retraite_complementaire", "cotisations", "invalidite_deces")
    assert qui(COMMERCANTE, "2019-12-31", *sujets) == ["agence_ssi"] * 4
    assert qui(COMMERCANTE, "2020-01-01", *sujets) == ["carsat", "carsat", "urssaf", "cpam"]


def test_S06_les_caisses_du_rsi_deviennent_des_agences() -> None:
    assert qui(COMMERCANTE, "2017-12-31", "dossier_maladie") == ["caisse_rsi"]
    valeur = egide.interlocuteurs(COMMERCANTE, date="2017-12-31").valeurs["dossier_maladie"]
    assert (valeur["jusqu_au"], valeur["ensuite"]["organisme"]) == ("2017-12-31", "agence_ssi")


@pytest.mark.parametrize(
    ("sujet", "organisme"),
    [
        pytest.param("dossier_maladie", "agence_ssi", id="S07"),
        pytest.param("cmu_c_acs", "agence_ssi", id="S08"),
        pytest.param("invalidite_deces", "agence_ssi", id="S09"),
        pytest.param("remboursement_soins", "organisme_conventionne", id="S10 soins"),
        pytest.param("indemnites_journalieres", "organisme_conventionne", id="S10 indemnités"),
        pytest.param("retraite_base", "agence_ssi", id="S11 base"),
        pytest.param("retraite_complementaire", "agence_ssi", id="S11 complémentaire"),
        pytest.param("cotisations", "agence_ssi", id="S12"),
        pytest.param("c3s", "caisse_nationale_deleguee", id="S13"),
    ],
)
def test_S07_a_S13_chaque_mission_au_jour_de_l_article(sujet: str, organisme: str) -> None:
    valeur = egide.interlocuteurs(COMMERCANTE, date=ARTICLE, sujet=sujet).valeurs[sujet]
    assert valeur["organisme"] == organisme
    assert valeur["articles"]
    assert not valeur["incertitudes"]


def test_S13_la_c3s_passe_a_une_urssaf_en_2019() -> None:
    assert qui(COMMERCANTE, "2018-12-31", "c3s") == ["caisse_nationale_deleguee"]
    assert qui(COMMERCANTE, "2019-01-01", "c3s") == ["urssaf"]


def test_S24_un_radie_reste_couvert_pour_la_maladie() -> None:
    radie = situation(fin="2018-01-31")
    assert qui(radie, ARTICLE, "dossier_maladie", "remboursement_soins") == ["agence_ssi", "organisme_conventionne"]


def test_S25_le_site_de_la_securite_sociale_des_independants() -> None:
    contact = egide.interlocuteurs(COMMERCANTE, date=ARTICLE).valeurs["dossier_maladie"]["contact"]
    assert "secu-independants.fr" in contact
    assert "source" in contact


@pytest.mark.parametrize("jour", ["2017-12-31", ARTICLE, "2019-11-15", "2020-01-25", "2026-11-24"])
def test_chaque_sujet_a_une_reponse_ou_un_motif(jour: str) -> None:
    valeurs = egide.interlocuteurs(COMMERCANTE, date=jour).to_dict()["valeurs"]
    assert set(valeurs) == {slug(sujet) for sujet in Sujet}
    for nom, valeur in valeurs.items():
        assert valeur["motif"], nom
        assert valeur["articles"], nom
        assert valeur["organisme"] == "aucun" or valeur["nom"] or valeur["candidats"], nom


@pytest.mark.parametrize("sujet", [slug(sujet) for sujet in Sujet])
def test_jusqu_au_est_le_dernier_jour_et_ensuite_ce_qui_suit(sujet: str) -> None:
    jour = date(2017, 12, 31)
    for _ in range(12):
        valeur = egide.interlocuteurs(COMMERCANTE, date=jour, sujet=sujet).valeurs[sujet]
        if valeur["jusqu_au"] is None:
            return
        dernier = date.fromisoformat(valeur["jusqu_au"])
        veille = egide.interlocuteurs(COMMERCANTE, date=dernier, sujet=sujet).valeurs[sujet]
        assert (veille["organisme"], veille["nom"]) == (valeur["organisme"], valeur["nom"])
        jour = dernier + timedelta(days=1)
        suivante = egide.interlocuteurs(COMMERCANTE, date=jour, sujet=sujet).valeurs[sujet]
        assert (suivante["organisme"], suivante["nom"]) == (valeur["ensuite"]["organisme"], valeur["ensuite"]["nom"])
    pytest.fail("plus de douze changements")


def test_qui_reprend_apres_une_cessation_est_traite_en_nouveau_et_c_est_dit() -> None:
    document = situation(fin="2018-12-31")
    document["activites"].append({**document["activites"][0], "debut": "2019-06-01", "fin": None})
    valeur = egide.interlocuteurs(document, date="2019-07-01").valeurs["dossier_maladie"]
    assert valeur["organisme"] == "cpam"
    assert any("reprise" in doute for doute in valeur["incertitudes"])


def test_qui_change_d_activite_sans_interruption_reste_ancien() -> None:
    document = situation(fin="2019-05-31")
    document["activites"].append({**document["activites"][0], "debut": "2019-06-01", "fin": None})
    assert qui(document, "2019-07-01", "dossier_maladie") == ["agence_ssi"]


def test_plusieurs_activites_la_seconde_dit_ce_qui_differe() -> None:
    document = situation()
    document["activites"].append(
        {"nature": "liberale", "profession": "avocat", "statut": "entreprise_individuelle", "debut": "2015-01-01"}
    )
    reponse = egide.interlocuteurs(document, date="2026-11-24").to_dict()
    assert [a["activite"] for a in reponse["activites"]] == [0, 1]
    assert "dossier_maladie" not in reponse["activites"][1]["valeurs"]


def test_residence_hors_de_france_la_cpam_du_lieu_d_activite() -> None:
    document = situation(commune="35238")
    document["personne"] = {"residence_hors_de_france": True}
    document["activites"][0]["commune"] = "35238"
    assert egide.interlocuteurs(document, date="2026-11-24").valeurs["dossier_maladie"]["code"] == "351"


@pytest.mark.parametrize(
    ("ecrit", "code"),
    [("75012", "751"), ("Lille", "595"), ("59000", "595"), ("20000", "201"), (59350, "595"), ("2A004", "201")],
)
def test_une_commune_se_donne_par_code_postal_ou_par_nom(ecrit: Any, code: str) -> None:
    document = situation()
    document["personne"]["commune"] = ecrit
    reponse = egide.interlocuteurs(document, date="2026-11-24")
    assert reponse.valeurs["dossier_maladie"]["code"] == code
    assert isinstance(ecrit, int) or ecrit == "2A004" or any("personne.commune" in h for h in reponse.hypotheses)


@pytest.mark.parametrize("ecrit", ["Saint-Denis", "Tourcouing", "99999"])
def test_une_commune_ambigue_ou_inconnue_est_refusee(ecrit: str) -> None:
    document = situation()
    document["personne"]["commune"] = ecrit
    with pytest.raises(SituationInvalide, match=r"personne\.commune"):
        egide.interlocuteurs(document, date="2026-11-24")


def test_la_commande_repond_en_table_et_en_json(tmp_path: Any) -> None:
    fichier = tmp_path / "s.json"
    fichier.write_text(json.dumps(COMMERCANTE))
    lisible = CliRunner().invoke(groupe, ["interlocuteurs", str(fichier), "--date", ARTICLE])
    assert lisible.exit_code == 0
    assert "Agence SSI Nord - Pas-de-Calais" in lisible.output
    un_sujet = CliRunner().invoke(
        groupe, ["interlocuteurs", str(fichier), "--date", ARTICLE, "--sujet", "retraite_base", "--json"]
    )
    document = json.loads(un_sujet.output)
    assert (document["question"], document["date"]) == ("interlocuteurs", ARTICLE)
    assert list(document["valeurs"]) == ["retraite_base"]
