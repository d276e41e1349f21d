"""Who insures me: the article of 28 February 2018 statement by statement, what changes, what is refused."""

from __future__ import annotations

import json
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pytest

import egide
from egide.cli import main
from egide.droit.commun.enumerations import Nature, Statut, slug
from egide.moteur.erreurs import ErreurEgide, FaitsManquants, HorsPlage
from egide.moteur.evaluation import evaluer
from egide.services.affiliation import ReponseAffiliation
from egide.situation import SituationInvalide

EXEMPLES = Path(__file__).parents[2] / "exemples"
EXEMPLES_D_ACTIVITE = sorted(p.stem for p in EXEMPLES.glob("*.yaml") if "\nactivites:" in p.read_text(encoding="utf-8"))
JOUR_DE_L_ARTICLE = "2018-02-28"
VEILLE_DE_LA_REFORME = "2017-12-31"
EI = "entreprise_individuelle"
COMMERCANT = {"nature": "commerciale", "statut": EI, "inscription": "rcs", "debut": "2014-03-01"}


def poser(*activites: dict[str, Any], au: str = JOUR_DE_L_ARTICLE, **personne: Any) -> ReponseAffiliation:
    return egide.affiliation({"personne": personne, "activites": list(activites)}, date=au)


def une(*activites: dict[str, Any], au: str = JOUR_DE_L_ARTICLE, **personne: Any) -> dict[str, Any]:
    """Return what is answered for the first activity."""
    return poser(*activites, au=au, **personne).activites[0]


# The article, statement by statement: those that say who is affiliated, and where


def test_S01_les_independants_dependent_du_regime_general_depuis_le_1er_janvier_2018() -> None:  # noqa: N802
    avant, apres = une(COMMERCANT, au=VEILLE_DE_LA_REFORME), une(COMMERCANT, au="2018-01-01")
    assert (avant["regime"], avant["branches"]["maladie"]) == ("rsi", "rsi")
    assert (apres["regime"], apres["branches"]["maladie"]) == ("ssi", "regime_general")
    assert avant["changements"][0]["date"] == "2018-01-01"
    assert "CSS L. 611-1" in apres["articles"]


def test_S03_deja_independant_avant_2018_il_reste_affilie_depuis_son_debut() -> None:  # noqa: N802
    assert une(COMMERCANT)["effet"] == "2014-03-01"


def test_S04_qui_commence_en_2018_est_affilie_du_jour_de_son_debut() -> None:  # noqa: N802
    lu = une({**COMMERCANT, "debut": "2018-02-01"})
    assert (lu["regime"], lu["effet"], lu["assure_a_titre"]) == ("ssi", "2018-02-01", "obligatoire")


def test_S14_les_artisans_inscrits_au_repertoire_des_metiers() -> None:  # noqa: N802
    lu = une(
        {"nature": "artisanale", "profession": "plombier", "statut": EI, "inscription": "rm", "debut": "2012-05-02"}
    )
    assert (lu["regime"], lu["fondement"], lu["assure_a_titre"]) == ("ssi", "artisan", "obligatoire")


def test_S15_les_commercants_inscrits_au_registre_du_commerce() -> None:  # noqa: N802
    assert (une(COMMERCANT)["regime"], une(COMMERCANT)["fondement"]) == ("ssi", "commercant")


@pytest.mark.parametrize(
    ("societe", "regime"),
    [
        ({"statut": "gerant", "forme": "sarl", "parts": {"personne": 51}}, "ssi"),
        ({"statut": "gerant", "forme": "sarl", "parts": {"personne": 50}}, "regime_general_salarie"),
        ({"statut": "gerant_associe_unique", "forme": "eurl"}, "ssi"),
        ({"statut": "associe_snc", "forme": "snc"}, "ssi"),
        ({"statut": "president_sas", "forme": "sas"}, "regime_general_salarie"),
        ({"statut": "associe", "forme": "sarl", "parts": {"personne": 10}}, "aucun"),
    ],
)
def test_S16_certains_dirigeants_ou_associes(societe: dict[str, Any], regime: str) -> None:  # noqa: N802
    assert une({"nature": "commerciale", "debut": "2010-01-01", **societe})["regime"] == regime


def test_S17_les_conjoints_qui_ont_choisi_d_etre_collaborateurs() -> None:  # noqa: N802
    lu = une({"nature": "artisanale", "statut": "conjoint_collaborateur", "debut": "2012-01-01"})
    assert (lu["regime"], lu["fondement"]) == ("ssi", "conjoint_collaborateur")


@pytest.mark.parametrize("profession", ["agent_commercial", "exploitant_auto_ecole", "chef_etablissement_enseignement"])
def test_S18_certaines_professions(profession: str) -> None:  # noqa: N802
    nature = "commerciale" if profession == "agent_commercial" else "liberale"
    lu = une({"nature": nature, "profession": profession, "statut": EI, "debut": "2010-01-01"})
    assert (lu["regime"], lu["assure_a_titre"]) == ("ssi", "obligatoire")


@pytest.mark.parametrize(
    ("profession", "regime", "section"),
    [("architecte", "cnavpl", "cipav"), ("medecin", "cnavpl", "carmf"), ("avocat", "cnbf", "cnbf")],
)
def test_S19_les_professionnels_liberaux_pour_la_sante_et_pas_toujours_la_retraite(  # noqa: N802
    profession: str, regime: str, section: str
) -> None:
    lu = une({"nature": "liberale", "profession": profession, "statut": EI, "debut": "2010-01-01"})
    assert lu["branches"]["maladie"] == "regime_general"
    assert (lu["regime"], lu["section"]) == (regime, section)


def test_S20_les_volontaires_qui_ont_cesse_et_continuent_a_cotiser() -> None:  # noqa: N802
    cessee = {**COMMERCANT, "debut": "2005-01-01", "fin": "2017-11-30"}
    volontaire = {
        "nature": "commerciale",
        "statut": "assure_volontaire",
        "debut": "2017-12-01",
        "demande_volontaire": {"le": "2017-12-15"},
    }
    lu = une(volontaire, cessee)
    assert (lu["regime"], lu["assure_a_titre"], lu["recevable"]) == ("ssi", "volontaire", True)
    assert lu["effet"] == "2018-01-01"


def test_S21_les_volontaires_qui_resident_a_l_etranger_sans_condition_de_nationalite() -> None:  # noqa: N802
    volontaire = {
        "nature": "artisanale",
        "statut": "assure_volontaire",
        "debut": "2017-06-01",
        "demande_volontaire": {"le": "2017-12-15", "annees_regimes_francais": 7},
    }
    lu = une(volontaire, residence_hors_de_france=True)
    assert (lu["regime"], lu["assure_a_titre"]) == ("cfe", "volontaire")
    assert lu["branches"]["maladie"] == "aucun"


def test_S22_les_aides_familiaux() -> None:  # noqa: N802
    aide = {
        "nature": "artisanale",
        "statut": "aide_familial",
        "debut": "2017-11-01",
        "demande_volontaire": {"le": "2017-12-20"},
    }
    assert (une(aide)["regime"], une(aide)["assure_a_titre"]) == ("ssi", "volontaire")


@pytest.mark.parametrize(
    ("metier", "regime"),
    [
        ({"nature": "artisanale", "profession": "plombier"}, "ssi"),
        ({"nature": "commerciale"}, "ssi"),
        ({"nature": "liberale", "profession": "consultant"}, "ssi"),
        ({"nature": "liberale", "profession": "architecte"}, "cnavpl"),
    ],
)
def test_S23_les_micro_entrepreneurs_ont_l_affiliation_de_leur_metier(metier: dict[str, Any], regime: str) -> None:  # noqa: N802
    assert une({**metier, "statut": "micro_entrepreneur", "debut": "2018-02-01"})["regime"] == regime


def test_S24_les_radies_restent_couverts_pour_la_maladie_et_la_maternite() -> None:  # noqa: N802
    lu = une({**COMMERCANT, "fin": "2017-12-31"})
    assert (lu["assure_a_titre"], lu["branches"]["maladie"]) == ("maintien_de_droits", "regime_general")
    assert lu["branches"]["retraite"] == "aucun"
    assert lu["changements"][-1]["date"] >= "2018-12-31"


# The timeline, and what changes next


def test_la_chronologie_se_suit_sans_trou() -> None:
    reponse = poser({**COMMERCANT, "fin": "2021-05-20"}, au="2020-01-01")
    periodes = reponse.to_dict()["chronologie"]
    assert [(p["du"], p["au"], p["activites"][0]["fondement"]) for p in periodes] == [
        ("2017-12-31", "2017-12-31", "commercant"),
        ("2018-01-01", "2021-05-20", "commercant"),
        ("2021-05-21", "2022-05-20", "radie_maintenu"),
        ("2022-05-21", None, "radie"),
    ]


def test_ce_qui_change_ensuite_est_dans_l_avenir_et_cite_ses_articles() -> None:
    for au in ("2017-12-31", "2019-06-01", "2022-01-01", "2026-11-23"):
        lu = une({"nature": "artisanale", "statut": "conjoint_collaborateur", "debut": "2012-01-01"}, au=au)
        dates = [c["date"] for c in lu["changements"]]
        assert dates == sorted(dates)
        assert all(jour > au for jour in dates)
        assert all(c["articles"] and c["quoi"] for c in lu["changements"])


def test_l_echeance_des_conjoints_est_annoncee_avec_ses_articles() -> None:
    lu = une({"nature": "artisanale", "statut": "conjoint_collaborateur", "debut": "2012-01-01"}, au="2026-11-23")
    fin = next(c for c in lu["changements"] if c["date"] == "2026-12-31")
    assert "L. 2021-1754 art. 24" in fin["articles"]
    assert any("naissance" in r["quoi"] for r in lu["remarques"])


def test_ce_qu_il_faut_declarer_et_dans_quel_delai() -> None:
    lu = une({**COMMERCANT, "debut": "2018-02-20"})
    assert lu["a_declarer"][0]["avant_le"] == "2018-03-22"
    assert {d["delai_jours"] for d in lu["a_declarer"]} == {30}
    assert all("CSS R. 611-1" in d["articles"] for d in lu["a_declarer"])


def test_un_fait_suppose_qui_changerait_la_reponse_est_dit() -> None:
    reponse = poser({"nature": "commerciale", "statut": "president_sas", "forme": "sas", "debut": "2010-01-01"})
    assert any(h.startswith("rémunération : oui") and "aucun" in h for h in reponse.hypotheses)


def test_ce_qui_est_douteux_est_dit() -> None:
    medecin = {"nature": "liberale", "profession": "avocat", "statut": EI, "debut": "2010-01-01"}
    assert any("CNBF" in texte for texte in poser(medecin).a_confirmer)
    assert poser(COMMERCANT).a_confirmer == []


def test_l_enveloppe_est_celle_de_toutes_les_reponses() -> None:
    document = poser(COMMERCANT).to_dict()
    assert document["question"] == "affiliation"
    assert document["date"] == JOUR_DE_L_ARTICLE
    attendues = {"valeurs", "activites", "chronologie", "hypotheses", "a_confirmer", "references", "verifie_le"}
    assert attendues <= set(document)


@pytest.mark.parametrize("exemple", EXEMPLES_D_ACTIVITE)
def test_chaque_exemple_se_repond(exemple: str) -> None:
    for au in ("2017-12-31", "2018-02-28", "2020-03-01", None):
        assert egide.affiliation(str(EXEMPLES / f"{exemple}.yaml"), date=au).to_dict()["chronologie"]


# What is refused: one line, and what is accepted


@pytest.mark.parametrize(
    ("activites", "au", "classe", "contient"),
    [
        ([COMMERCANT], "2017-12-30", HorsPlage, "2017-12-31"),
        ([COMMERCANT], "2027-01-01", HorsPlage, "extrapoler"),
        ([COMMERCANT], "le 1er mai", HorsPlage, "AAAA-MM-JJ"),
        ([{**COMMERCANT, "fin": "2013-01-01"}], "2020-01-01", SituationInvalide, "précède"),
        ([COMMERCANT, {**COMMERCANT, "statut": "micro_entrepreneur"}], "2020-01-01", SituationInvalide, "s'excluent"),
        ([{**COMMERCANT, "profession": "librère"}], "2020-01-01", SituationInvalide, "libraire"),
        (
            [{**COMMERCANT, "statut": "gerant", "parts": {"personne": 60, "conjoint": 50}}],
            "2020-01-01",
            SituationInvalide,
            "au plus 100",
        ),
        ([{**COMMERCANT, "statut": "gerant"}], "2020-01-01", FaitsManquants, "parts"),
        ([{"nature": "liberale", "statut": EI}], "2020-01-01", FaitsManquants, "profession"),
        ([{"statut": EI}], "2020-01-01", FaitsManquants, "nature"),
        ([{"nature": "location_biens", "debut": "2020-01-01"}], "2020-01-01", FaitsManquants, "exercices"),
        ([], "2020-01-01", FaitsManquants, "aucune activité"),
    ],
)
def test_une_demande_fautive_est_refusee_en_une_ligne(
    activites: list[dict[str, Any]], au: str, classe: type[ErreurEgide], contient: str
) -> None:
    with pytest.raises(classe) as leve:
        poser(*activites, au=au)
    assert contient in str(leve.value)
    assert len(str(leve.value).splitlines()) == 1


def test_des_activites_exclusives_qui_se_suivent_sont_acceptees() -> None:
    micro = {**COMMERCANT, "statut": "micro_entrepreneur", "debut": "2014-03-01", "fin": "2018-12-31"}
    assert len(poser(micro, {**COMMERCANT, "debut": "2019-01-01"}).activites) == 2  # noqa: PLR2004


def test_le_jour_par_defaut_est_le_dernier_verifie() -> None:
    assert egide.affiliation({"activites": [COMMERCANT]}).date >= date(2026, 11, 1)


@pytest.mark.parametrize(
    ("activite", "options", "code"),
    [
        (COMMERCANT, ["--date", JOUR_DE_L_ARTICLE], None),
        (COMMERCANT, ["--date", "2017-01-01"], 2),
        ({**COMMERCANT, "statut": "gerant"}, [], 3),
    ],
)
def test_la_commande_rend_son_code_et_une_ligne(
    activite: dict[str, Any],
    options: list[str],
    code: int | None,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fichier = tmp_path / "situation.json"
    fichier.write_text(json.dumps({"activites": [activite]}), encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["egide", "affiliation", str(fichier), *options])
    if code is None:
        main()
        assert "sécurité sociale des indépendants" in capsys.readouterr().out
    else:
        with pytest.raises(SystemExit) as leve:
            main()
        assert leve.value.code == code
        assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize("statut", [slug(s) for s in Statut])
def test_chaque_statut_et_chaque_nature_ont_une_reponse_ou_disent_ce_qui_manque(statut: str) -> None:
    for nature, au in product(map(slug, Nature), ("2017-12-31", "2020-12-16", "2026-11-23")):
        metier = {"profession": "consultant"} if nature == "liberale" else {}
        activite = {"nature": nature, "statut": statut, "debut": "2012-06-01", **metier}
        try:
            lu = poser(activite, au=au).to_dict()["valeurs"]["activites"][0]
            sue = all((lu["branches"], lu["motif"], lu["articles"]))
        except FaitsManquants as manque:
            sue = str(manque).startswith("Il manque activites[0].")
        except SituationInvalide as contradiction:
            sue = f"contredit le statut « {statut} »" in str(contradiction)
        assert sue, (nature, au)


# Who to turn to, the health file, several activities


def test_chaque_voisin_dit_a_qui_s_adresser() -> None:
    for statut in ("fonctionnaire", "elu_local", "etudiant_junior_entreprise", "collaborateur_occasionnel", "salarie"):
        assert une({"statut": statut, "debut": "2016-01-01"}, au="2024-06-01")["s_adresser_a"], statut
    for departement in ("975", "984", "986", "987", "988"):
        assert une(COMMERCANT, au="2024-06-01", departement=departement)["s_adresser_a"], departement


def test_qui_suit_l_activite_principale_s_adresse_a_son_organisme() -> None:
    ferme = {"nature": "agricole", "statut": EI, "debut": "2010-01-01"}
    commerce = poser(ferme, COMMERCANT, au="2024-06-01").activites[1]
    assert commerce["regime"] == "msa"
    assert "MSA" in commerce["s_adresser_a"][0]["quoi"]
    assert commerce["branches"]["maladie"] == "msa"


def test_un_retraite_peut_laisser_son_dossier_au_regime_de_sa_pension() -> None:
    reponse = poser(COMMERCANT, au="2024-06-01", retraite={"depuis": "2023-01-01", "regime": "msa"})
    assert reponse.to_dict()["valeurs"]["sante"]["au_choix"] == "msa"
    assert poser(COMMERCANT, au="2024-06-01").to_dict()["valeurs"]["sante"]["au_choix"] is None


def test_ce_qui_valait_avant_est_dit() -> None:
    assert une(COMMERCANT)["avant"]["regime"] == "rsi"
    assert une({**COMMERCANT, "debut": "2018-02-01"})["avant"] is None


@pytest.mark.parametrize("exemple", EXEMPLES_D_ACTIVITE)
def test_ce_qui_n_est_calcule_qu_une_fois_l_est_comme_a_part(exemple: str) -> None:
    for au in ("2017-12-31", "2019-06-01", "2024-06-01"):
        reponse = egide.affiliation(str(EXEMPLES / f"{exemple}.yaml"), date=au)
        seules = [d for d in reponse.decisions if d.suit is None and d.depuis is None]
        for decision in seules:
            faits = reponse.dossier.faits_de(decision.rang, reponse.date)
            assert decision.evaluation.valeurs == evaluer(decision.evaluation.plan, faits).valeurs
