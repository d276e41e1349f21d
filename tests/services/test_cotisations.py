"""What a person owes: values, envelope, what is said when nothing is due or something is missing."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

import egide
from egide.moteur.erreurs import ErreurEgide, FaitsManquants, HorsChamp, HorsPlage, NomInconnu
from egide.situation import charger

from .situations import ANNEE, PLOMBIER_30_000, TOTAL, TOTAL_30_000, activite, commerce, de_l_annee, ecrire, situation

CAS = Path(__file__).parents[1] / "cas"
ENVELOPPE = ["question", "annee", "nature", "valeurs", "activites", "hypotheses", "a_confirmer", "references"]
"""Keys of the contract; an answer may have others."""


def reponse(document: Any, annee: int = ANNEE, **options: Any) -> dict[str, Any]:
    """Return an answer as JSON gives it back."""
    dictionnaire = egide.cotisations(document, annee=annee, **options).to_dict()
    lu: dict[str, Any] = json.loads(json.dumps(dictionnaire, allow_nan=False))
    assert lu == dictionnaire
    return lu


def test_chaque_ligne_et_le_total_sont_ceux_du_calcul_a_la_main() -> None:
    valeurs = reponse(situation())["valeurs"]
    assert {nom: valeurs[nom] for nom in PLOMBIER_30_000} == PLOMBIER_30_000
    assert valeurs[TOTAL] == sum(PLOMBIER_30_000.values()) == TOTAL_30_000
    bases = {"abattement_assiette": 7_800, "assiette_sociale": 22_200}
    assert {nom: valeurs[nom] for nom in bases} == bases
    assert valeurs["revenu_net"] == 30_000 - TOTAL_30_000
    assert valeurs["csg_crds"] == 1510 + 644


def test_les_cles_de_l_enveloppe() -> None:
    rendu = reponse(situation())
    assert [cle for cle in ENVELOPPE if cle not in rendu] == []
    assert (rendu["question"], rendu["annee"], rendu["nature"]) == ("cotisations", ANNEE, "definitives")
    assert "motif" not in rendu
    assert rendu["activites"] == []
    assert {"nom", "articles"} == set(rendu["references"][0])
    retraite = next(r for r in rendu["references"] if r["nom"] == "cotisation_retraite_base")
    assert "CSS D. 633-3" in retraite["articles"]


def test_absent_quand_rien_ne_s_applique_et_zero_quand_rien_n_est_du() -> None:
    valeurs = reponse(situation())["valeurs"]
    assert valeurs["cotisation_allocations_familiales"] == 0
    absents = {"exoneration_acre", "exoneration_drom", "exoneration_mayotte", "reduction_covid", "csg_crds_en_moins"}
    absents |= {"revenu_professionnel"}
    assert not {nom for nom in valeurs if nom in absents or nom.startswith("conjoint_")}
    etranger = reponse(situation(domicile_fiscal_etranger=True))["valeurs"]
    assert not {"csg_crds", "csg_deductible", "csg_crds_non_deductible"} & set(etranger)


def test_chaque_ligne_montre_sa_base_son_taux_et_ses_articles() -> None:
    lignes = {ligne["nom"]: ligne for ligne in reponse(situation())["lignes"]}
    assert {nom: ligne["montant"] for nom, ligne in lignes.items()} == PLOMBIER_30_000
    retraite = lignes["cotisation_retraite_base"]
    assert (retraite["assiette"], retraite["taux"]) == (22_200, [0.1715, 0.0072])
    assert all(ligne["articles"] and ligne["titre"] for ligne in lignes.values())
    assert not any("avant_exoneration" in ligne for ligne in lignes.values())


def test_une_ligne_exoneree_montre_ce_qu_elle_etait() -> None:
    """Begun in July 2025 with the Acre: the whole year up to three quarters of the ceiling of its days."""
    creatrice = activite(debut="2025-07-01", acre=True, exercices={2025: {"revenu_brut": 10_000}})
    rendu = reponse(situation(creatrice), 2025)
    retraite = next(ligne for ligne in rendu["lignes"] if ligne["nom"] == "cotisation_retraite_base")
    assert retraite["montant"] == 0
    assert retraite["avant_exoneration"] == pytest.approx(0.1787 * 7_400)  # 26 % off 10 000 €
    assert rendu["valeurs"]["cotisation_retraite_base"] == 0
    assert rendu["valeurs"]["exoneration_acre"] >= round(0.1787 * 7_400)


@pytest.mark.parametrize("revenu", [30_000, 33_333.33, 41_234.56])
def test_aucun_nombre_ne_porte_le_bruit_des_flottants(revenu: float) -> None:
    reunion = reponse(situation(activite(exercices={2024: {"revenu_professionnel": revenu}}), commune="97411"), 2024)
    for ligne in reunion["lignes"]:
        for nombre in (ligne["montant"], ligne["assiette"], ligne.get("avant_exoneration", 0), *ligne["taux"]):
            assert len(repr(nombre).replace(".", "").strip("0")) <= 12, ligne  # noqa: PLR2004


def test_les_lignes_font_toujours_le_total() -> None:
    """Over every case of the folder: contributions, and what is taken off after them."""
    lus = 0
    for fichier in sorted(CAS.glob("cotisations/*.yaml")):
        for cas in YAML(typ="safe").load_all(fichier):
            if "refus" in cas:
                continue
            rendu = egide.cotisations(cas["situation"], annee=cas["annee"], nature=cas.get("nature", "definitives"))
            assert sum(ligne.montant for ligne in rendu.lignes) == rendu.valeurs[TOTAL], cas["titre"]
            retires = {ligne.nom for ligne in rendu.lignes if ligne.deduction}
            assert not retires or "reduction_covid" in rendu.valeurs, cas["titre"]
            lus += 1
    assert lus > 500  # noqa: PLR2004


@pytest.mark.parametrize("forme", ["dict", "fichier", "objet"])
def test_une_situation_se_donne_de_trois_facons(forme: str, tmp_path: Path) -> None:
    formes = {"dict": situation(), "fichier": ecrire(tmp_path, situation()), "objet": charger(situation())}
    assert reponse(formes[forme])["valeurs"][TOTAL] == TOTAL_30_000


def test_l_annee_est_par_defaut_la_derniere_verifiee() -> None:
    assert egide.cotisations(situation()).to_dict()["annee"] == ANNEE


@pytest.mark.parametrize(
    ("champs", "annee", "morceaux"),
    [
        ({"debut": "2026-03-01"}, 2025, ["2025", "activites[0] ne commence que le 01/03/2026"]),
        (
            {"debut": "2012-01-01", "fin": "2020-06-30", "exercices": {}},
            2021,
            ["activites[0] a pris fin le 30/06/2020"],
        ),
    ],
)
def test_qui_n_a_pas_travaille_ne_doit_rien_et_sait_pourquoi(
    champs: dict[str, Any], annee: int, morceaux: list[str]
) -> None:
    rendu = reponse(situation(activite(**champs)), annee)
    assert [m for m in morceaux if m not in rendu["motif"]] == []
    assert (rendu["valeurs"], rendu["lignes"]) == ({}, [])
    assert [cle for cle in ENVELOPPE if cle not in rendu] == []


def test_une_activite_salariee_est_laissee_de_cote_et_c_est_dit() -> None:
    salariee = {"nature": "salariee", "statut": "salarie"}
    rendu = reponse(situation(salariee, activite()))
    assert rendu["valeurs"][TOTAL] == TOTAL_30_000
    assert any("salariée laissée de côté" in note for note in rendu["hypotheses"])
    with pytest.raises(HorsChamp, match="régime général des salariés"):
        reponse(situation(salariee))


def test_plusieurs_activites_s_additionnent_et_chacune_a_sa_part() -> None:
    """20 000 € and 10 000 €: the base of 30 000 €; the group, and so training, is that of the first activity."""
    premiere = activite(exercices={ANNEE: {"revenu_brut": 20_000}})
    seconde = commerce(exercices={ANNEE: {"revenu_brut": 10_000}})
    rendu = reponse(situation(premiere, seconde))
    assert rendu["valeurs"][TOTAL] == TOTAL_30_000
    parts = rendu["activites"]
    assert [(p["activite"], p["revenu_brut"]) for p in parts] == [(0, 20_000), (1, 10_000)]
    assert [p[TOTAL] for p in parts] == [round(TOTAL_30_000 * 2 / 3, 2), round(TOTAL_30_000 / 3, 2)]
    assert any("Plusieurs activités" in doute for doute in rendu["a_confirmer"])
    commercant = reponse(situation(seconde, premiere))["valeurs"]["contribution_formation_professionnelle"]
    assert commercant == round(0.0025 * 48_060)


def test_plusieurs_activites_sans_revenu_n_ont_pas_de_part() -> None:
    """On the flat base of the first two years no income is read: 19 % of 48 060 €."""
    debut = "2026-01-01"
    document = situation(activite(debut=debut, exercices={}), commerce(debut=debut, exercices={}))
    rendu = reponse(document, nature="provisionnelles")
    assert rendu["valeurs"]["assiette_sociale"] == round(0.19 * 48_060)
    assert rendu["activites"] == [{"activite": 0}, {"activite": 1}]


def test_plusieurs_activites_au_regime_fiscal_micro_ont_leur_part() -> None:
    premiere, seconde = ({ANNEE: {"revenu_imposable": montant}} for montant in (14_800, 7_400))
    rendu = reponse(situation(activite(exercices=premiere), commerce(exercices=seconde)))
    assert rendu["valeurs"]["cotisation_retraite_base"] == PLOMBIER_30_000["cotisation_retraite_base"]
    assert [(p["activite"], p["revenu_imposable"]) for p in rendu["activites"]] == [(0, 14_800), (1, 7_400)]


def test_le_revenu_brut_est_le_chiffre_d_affaires_moins_les_charges() -> None:
    par_les_parts = situation(activite(exercices={ANNEE: {"chiffre_affaires": 52_500, "charges": 22_500}}))
    assert reponse(par_les_parts)["valeurs"][TOTAL] == TOTAL_30_000


def test_avant_2025_le_revenu_professionnel_se_retrouve_depuis_le_chiffre_d_affaires() -> None:
    rendu = reponse(situation(activite(exercices={2024: {"chiffre_affaires": 60_000, "charges": 20_000}})), 2024)
    # The first cent that gives at least as much; contributions are in whole euros.
    assert rendu["valeurs"]["revenu_avant_cotisations"] == pytest.approx(60_000 - 20_000, abs=1)
    assert any("retrouvé à partir du revenu avant cotisations" in note for note in rendu["hypotheses"])
    retenu = rendu["valeurs"]["revenu_professionnel"]
    assert reponse(de_l_annee(2024, retenu), 2024)["valeurs"] == rendu["valeurs"]


def test_a_l_impot_sur_les_societes_la_remuneration_et_les_dividendes_au_dela_du_dixieme() -> None:
    """24 000 € of pay, 7 000 € of dividends less a tenth of 10 000 € of capital: 30 000 €."""
    exercice = {"remuneration": 24_000, "dividendes_percus": 7_000, "capital_et_compte_courant": 10_000}
    gerant = activite(statut="gerant_majoritaire", imposition="is", exercices={ANNEE: exercice})
    assert reponse(situation(gerant))["valeurs"][TOTAL] == TOTAL_30_000


@pytest.mark.parametrize("annee", [2027, 2031])
def test_une_annee_a_venir_se_prolonge_sur_demande_et_c_est_dit(annee: int) -> None:
    with pytest.raises(HorsPlage, match=f"{annee} n'est pas couverte"):
        reponse(de_l_annee(annee, 30_000), annee)
    rendu = reponse(de_l_annee(annee, 30_000), annee, extrapoler=True)
    assert rendu["valeurs"][TOTAL] == TOTAL_30_000
    assert any(doute.startswith("extrapolation :") for doute in rendu["a_confirmer"])


@pytest.mark.parametrize(
    ("document", "annee", "erreur", "morceaux"),
    [
        (situation(), 1990, HorsPlage, ["1990", "2018 à 2026"]),
        (situation(), 2024, FaitsManquants, ["activites[0].exercices.2024.revenu_professionnel", "donnés : 2026"]),
        ({"activites": []}, ANNEE, FaitsManquants, ["aucune activité"]),
        (situation(activite(exercices={})), ANNEE, FaitsManquants, ["activites[0].exercices.2026.revenu_brut"]),
        (situation(activite(nature=None)), ANNEE, FaitsManquants, ["activites[0].nature"]),
        (
            situation(activite(imposition="is", exercices={ANNEE: {"dividendes_percus": 5_000}})),
            ANNEE,
            FaitsManquants,
            ["activites[0].exercices.2026.remuneration"],
        ),
        (
            situation(activite(), commerce(exercices={})),
            ANNEE,
            FaitsManquants,
            ["activites[1].exercices.2026.revenu_brut"],
        ),
        (situation(activite(statut="micro_entrepreneur")), ANNEE, FaitsManquants, ["activites[0].micro.type_activite"]),
        (situation(activite(nature="agricole", profession=None)), ANNEE, HorsChamp, ["MSA"]),
        (situation(commune="98735"), ANNEE, HorsChamp, ["Polynésie"]),
    ],
)
def test_ce_qui_ne_se_calcule_pas_dit_pourquoi(
    document: dict[str, Any], annee: int, erreur: type[ErreurEgide], morceaux: list[str]
) -> None:
    with pytest.raises(ErreurEgide) as leve:
        reponse(document, annee)
    assert leve.type is erreur
    assert [m for m in morceaux if m not in str(leve.value)] == [], leve.value


def test_un_statut_qui_manque_n_exclut_personne_mais_est_signale() -> None:
    rendu = reponse(situation(activite(statut=None)))
    assert rendu["valeurs"][TOTAL] == TOTAL_30_000
    assert rendu["completude"]["manquants"] == ["statut"]


def test_un_total_qui_ne_s_applique_pas_est_refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    """No rule of the total for a category: said, and not a missing key."""
    monkeypatch.setattr(sys.modules["egide.services.cotisations"], "TOTAL", "exoneration_acre")
    with pytest.raises(FaitsManquants, match="« exoneration_acre » ne s'applique pas à cette personne en 2026"):
        egide.cotisations(situation(), annee=ANNEE)


def test_une_nature_inconnue_est_refusee() -> None:
    with pytest.raises(NomInconnu, match=r"inconnue : « definitive ».*« definitives ».*provisionnelles"):
        reponse(situation(), nature="definitive")


def test_ce_qui_est_suppose_est_dit_et_ne_l_est_plus_une_fois_donne() -> None:
    suppose = "perception du RSA ou de la prime d'activité : non"
    rendu, donne = reponse(situation()), reponse(situation(rsa_ou_prime_activite=False))
    assert suppose in rendu["hypotheses"]
    assert suppose not in donne["hypotheses"]
    assert "rsa_ou_prime_activite" in donne["completude"]["donnes"]
    assert "rsa_ou_prime_activite" in rendu["completude"]["supposes"]


def test_le_prochain_fait_utile_dit_de_combien_il_changerait_le_total() -> None:
    utile = reponse(situation())["completude"]["prochain_fait_utile"]
    assert {"nom", "libelle", "essai", "ecart"} == set(utile)
    mayotte = reponse(situation(commune="97611"))["valeurs"][TOTAL]
    assert (utile["nom"], utile["essai"], utile["ecart"]) == ("territoire", "mayotte", mayotte - TOTAL_30_000)
