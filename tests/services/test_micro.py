"""A micro-entrepreneur asked by every question: declarations, due dates, warnings, statuses, columns, speed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import egide
from egide.droit.commun.enumerations import Periodicite
from egide.moteur.erreurs import FaitsManquants, NomInconnu
from egide.population import ColonneInvalide, LignesHorsChamp, calculer
from egide.services.micro import ReponseMicro
from egide.services.micro_periodes import declarations
from egide.services.noms import NomRefuse
from egide.services.statuts import ComparaisonStatuts

SERVICES = str(Path(__file__).parents[2] / "exemples" / "micro_services.yaml")
MICRO_2026 = 2374 + 2629 + 2735 + 34 + 37 + 39 + 54 + 60 + 62
"""21.2 %, 0.3 % and 0.48 % of 11 200, 12 400 and 12 900 €, each rounded."""
NET = 30_000.0
Lancer = Callable[..., Any]


def micro(recettes: dict[str, Any], debut: str | None = "2012-05-02", **champs: Any) -> dict[str, Any]:
    """Return a shop that is a micro-business, with other fields in the place of its own."""
    activite = {
        "nature": "commerciale",
        "statut": "micro_entrepreneur",
        "debut": debut,
        "micro": {"type_activite": "ventes"},
        "recettes": recettes,
        **champs,
    }
    return {"activites": [activite]}


@pytest.mark.parametrize(
    ("debut", "periodicite", "annee", "nom", "limite"),
    [
        (date(2019, 7, 15), Periodicite.MENSUELLE, 2019, "2019-07 à 2019-10", date(2019, 11, 30)),
        (date(2019, 7, 15), Periodicite.TRIMESTRIELLE, 2019, "2019-07 à 2019-12", date(2020, 1, 31)),
        (date(2025, 11, 20), Periodicite.MENSUELLE, 2026, "2025-11 à 2026-02", date(2026, 3, 31)),
        (date(2025, 11, 20), Periodicite.TRIMESTRIELLE, 2026, "2025-11 à 2026-03", date(2026, 4, 30)),
        (date(2012, 5, 2), Periodicite.MENSUELLE, 2024, "2024-01", date(2024, 2, 29)),
        (date(2012, 5, 2), Periodicite.TRIMESTRIELLE, 2024, "2024-T1", date(2024, 4, 30)),
        (None, Periodicite.TRIMESTRIELLE, 2024, "2024-T1", date(2024, 4, 30)),
    ],
)
def test_la_premiere_declaration_couvre_ce_que_dit_le_decret(
    debut: date | None, periodicite: Periodicite, annee: int, nom: str, limite: date
) -> None:
    """Cases of service-public F36244 and of CSS R. 613-8 and R. 613-12."""
    premiere = declarations(debut, None, periodicite, annee)[0]
    assert (premiere.nom, premiere.date_limite) == (nom, limite)


def test_les_quatre_trimestres_ont_leur_date() -> None:
    dates = [d.date_limite for d in declarations(None, None, Periodicite.TRIMESTRIELLE, 2025)]
    assert dates == [date(2025, 4, 30), date(2025, 7, 31), date(2025, 10, 31), date(2026, 1, 31)]


def test_une_activite_finie_ne_declare_plus() -> None:
    faites = declarations(date(2012, 5, 2), date(2025, 5, 20), Periodicite.MENSUELLE, 2025)
    assert [d.nom for d in faites] == ["2025-01", "2025-02", "2025-03", "2025-04", "2025-05"]
    assert faites[-1].au == date(2025, 5, 20)


def test_la_reponse_donne_chaque_declaration() -> None:
    reponse = egide.cotisations(SERVICES, annee=2022)
    assert isinstance(reponse, ReponseMicro)
    document = reponse.to_dict()
    assert [d["date_limite"] for d in document["declarations"]] == [
        "2022-04-30",
        "2022-07-31",
        "2022-10-31",
        "2023-01-31",
    ]
    sociales = [li for d in document["declarations"] for li in d["lignes"] if li["nom"] == "cotisations_micro_social"]
    assert [li["taux"] for li in sociales] == [[0.22], [0.22], [0.22], [0.212]]
    assert [li["montant"] for li in sociales] == [1914, 2079, 1817, 2311]  # 8 700, 9 450, 8 260 et 10 900 €
    assert sum(d["montant"] for d in document["declarations"]) == document["valeurs"]["total_a_payer"]
    assert sum(li["montant"] for li in document["lignes"]) == document["valeurs"]["total_a_payer"]


def test_l_echeancier_va_de_date_en_date() -> None:
    document = egide.echeancier(SERVICES, annee=2026, au="2026-08-15").to_dict()
    echeances = document["valeurs"]["echeances"]
    assert [e["date"] for e in echeances] == ["2026-01-31", "2026-04-30", "2026-07-31", "2026-10-31"]
    assert [e["annee"] for e in echeances] == [2025, 2026, 2026, 2026]
    assert [e["passee"] for e in echeances] == [True, True, True, False]
    assert echeances[-1]["a_declarer"] is True
    assert echeances[0]["montant"] == 2788 + 39 + 63  # 13 150 € à 21,2 %, 0,3 % et 0,48 %


def test_la_premiere_declaration_reunit_deux_annees() -> None:
    recettes = {"2025-11": {"ventes": 1000}, "2025-12": {"ventes": 1000}, "2026-01": {"ventes": 1000}}
    premiere = egide.echeancier(micro(recettes, "2025-11-20"), annee=2026).to_dict()["declarations"][0]
    assert (premiere["du"], premiere["au"], premiere["date_limite"]) == ("2025-11-20", "2026-02-28", "2026-03-31")
    assert premiere["chiffre_affaires"] == {"ventes": 3000}
    assert premiere["montant"] == 246 + 2 + 123 + 1  # 12,3 % puis 0,1 %, chaque trimestre civil à part


def test_qui_n_est_pas_micro_n_a_pas_cet_echeancier() -> None:
    with pytest.raises(FaitsManquants, match="Il manque le revenu de 2024"):
        egide.echeancier({"activites": [{"nature": "artisanale", "statut": "entreprise_individuelle"}]}, annee=2026)


@pytest.mark.parametrize(
    ("recettes", "annee", "sujet", "quand", "prevu", "mot"),
    [
        ({"2025-T1": {"ventes": 100_000}}, 2025, "tva", date(2025, 3, 26), False, "93\u202f500"),
        ({"2025-T1": {"ventes": 30_000}, "2025-T2": {"ventes": 60_000}}, 2025, "tva", None, False, "85\u202f000"),
        ({"2026-T1": {"ventes": 90_000}, "2026-T2": {"ventes": 90_000}}, 2026, "plafond", None, True, "203\u202f100"),
        ({f"2024-T{k}": {"ventes": 60_000} for k in range(1, 5)}, 2024, "plafond", None, False, "188\u202f700"),
    ],
)
def test_les_seuils_franchis_ont_leur_jour(
    recettes: dict[str, Any], annee: int, sujet: str, quand: date | None, prevu: bool, mot: str
) -> None:
    reponse = egide.cotisations(micro(recettes), annee=annee)
    assert isinstance(reponse, ReponseMicro)
    (trouve,) = [a for a in reponse.avertissements if a.sujet == sujet]
    assert trouve.prevu is prevu
    assert mot in trouve.texte
    assert quand is None or trouve.le == quand


def test_le_rythme_prevoit_le_jour_du_plafond() -> None:
    """180 000 € in 181 days: 203 100 € are reached after 204.2 days, on 24 July."""
    reponse = egide.cotisations(micro({"2026-T1": {"ventes": 90_000}, "2026-T2": {"ventes": 90_000}}), annee=2026)
    assert isinstance(reponse, ReponseMicro)
    assert [a.le for a in reponse.avertissements if a.sujet == "plafond"] == [date(2026, 7, 24)]


def test_deux_annees_a_zero_annoncent_la_radiation() -> None:
    recettes = {"2022-T4": {"ventes": 500}, "2023-T1": {"ventes": 0}, "2024-T1": {"ventes": 0}}
    reponse = egide.cotisations(micro(recettes), annee=2024)
    assert isinstance(reponse, ReponseMicro)
    (trouve,) = [a for a in reponse.avertissements if a.sujet == "radiation"]
    assert trouve.le == date(2022, 12, 31)


def test_un_chiffre_d_affaires_annuel_est_reparti() -> None:
    document = micro({}, exercices={2025: {"chiffre_affaires": 12_000}})
    reponse = egide.cotisations(document, annee=2025)
    assert reponse.valeurs["cotisations_micro_social"] == 12 * 123  # 12,3 % de 1 000 €
    assert any("réparti également" in note for note in reponse.notes)


def test_deux_ans_de_suite_au_dessus_de_10_000_euros_font_un_compte_dedie() -> None:
    recettes = {"2023-T1": {"ventes": 10_001}, "2024-T1": {"ventes": 10_001}, "2025-T1": {"ventes": 1}}
    reponse = egide.cotisations(micro(recettes), annee=2025)
    assert isinstance(reponse, ReponseMicro)
    assert "compte_dedie" in {a.sujet for a in reponse.avertissements}


@pytest.mark.parametrize(
    ("debut", "recettes", "annee", "mots"),
    [
        ("2020-02-10", {"2020-T2": {"ventes": 10_000}}, 2020, ("1er avril 2020", "320\u202f€ de moins")),
        ("2026-07-06", {"2026-T3": {"ventes": 10_000}}, 2026, ("1er juillet 2026",)),
    ],
)
def test_une_lecture_incertaine_de_l_acre_est_dite(
    debut: str, recettes: dict[str, Any], annee: int, mots: tuple[str, ...]
) -> None:
    doutes = egide.cotisations(micro(recettes, debut, acre=True), annee=annee).a_confirmer
    assert [m for m in mots if not any(m in doute for doute in doutes)] == []
    sans = egide.cotisations(
        micro({f"{annee - 1}-T2": {"ventes": 10_000}}, f"{annee - 1}-02-04", acre=True), annee=annee - 1
    )
    assert not any(mots[0] in doute for doute in sans.a_confirmer)


def test_deux_statuts_se_comparent() -> None:
    comparaison = egide.comparer(SERVICES, annee=2026)
    assert isinstance(comparaison, ComparaisonStatuts)
    document = comparaison.to_dict()
    assert document["gauche"]["valeurs"]["contributions"] == MICRO_2026
    artisan = {"nature": "artisanale", "statut": "entreprise_individuelle", "debut": "2020-03-09"}
    artisan["exercices"] = {2026: {"chiffre_affaires": 36_500, "charges": 9_600}}  # type: ignore[assignment]
    seule = egide.cotisations({"activites": [artisan]}, annee=2026)
    assert document["droite"]["valeurs"]["contributions"] == seule.valeurs["total_cotisations_et_contributions"]
    assert document["droite"]["valeurs"]["revenu_net"] == seule.valeurs["revenu_net"]
    assert [a["annee"] for a in document["annees"]] == [2021, 2022, 2023, 2024, 2025, 2026]
    (croisement,) = document["croisements"]
    autour = [_net(croisement["chiffre_affaires"] + e, 9_600) for e in (-200, 200)]
    assert autour[0] < 0 < autour[1]


def _net(recettes: float, charges: float) -> float:
    """Return what the micro-business of 2026 leaves more than an individual business, for a turnover."""
    nets = []
    for statut in ("micro_entrepreneur", "entreprise_individuelle"):
        exercice = {"chiffre_affaires": recettes, "charges": charges}
        activite = {
            "nature": "artisanale",
            "statut": statut,
            "debut": "2020-03-09",
            "micro": {"type_activite": "prestations_bic"},
            "exercices": {2026: exercice},
        }
        nets.append(egide.cotisations({"activites": [activite]}, annee=2026).valeurs["revenu_net"])
    return float(nets[0] - nets[1])


def test_une_annee_se_compare_encore_a_une_autre() -> None:
    comparaison = egide.comparer(SERVICES, 2025, annee=2026)
    assert not isinstance(comparaison, ComparaisonStatuts)
    assert comparaison.ecarts[-1].nom == "total_a_payer"
    assert comparaison.ecarts[-1].montant == 10_033 - MICRO_2026


def test_un_statut_ne_se_compare_qu_a_une_micro_entreprise() -> None:
    artisan = {"activites": [{"nature": "artisanale", "statut": "entreprise_individuelle"}]}
    with pytest.raises(NomRefuse, match="micro-entrepreneur"):
        egide.comparer(artisan, "entreprise_individuelle", annee=2026)


def test_une_valeur_s_explique_jusqu_au_taux_du_mois() -> None:
    etape = egide.expliquer("cotisations_micro_social", SERVICES, annee=2022)
    mois = etape.entrees[0].entrees
    assert [m.valeur for m in mois] == [1914, 2079, 1817, 2311]
    assert [m.periode for m in mois] == ["2022-03", "2022-06", "2022-09", "2022-12"]


def test_un_revenu_net_donne_le_chiffre_d_affaires() -> None:
    (solution,) = egide.inverser("revenu_net", NET, SERVICES, sur="chiffre_affaires", annee=2025).solutions
    assert solution.valeur == NET
    with pytest.raises(NomInconnu, match="chiffre_affaires"):
        egide.inverser("revenu_net", NET, SERVICES, sur="charges", annee=2025)


def test_une_valeur_d_un_autre_regime_ne_s_applique_pas() -> None:
    with pytest.raises(FaitsManquants, match="ne s'applique pas"):
        egide.expliquer("cotisation_allocations_familiales", SERVICES, annee=2025)


def test_les_colonnes_donnent_ce_que_donne_une_personne() -> None:
    trimestres = {f"recettes__2024_t{k}": np.array([9_800.0, 4_000.0 * k]) for k in range(1, 5)}
    colonnes = {
        **trimestres,
        "statut": "micro_entrepreneur",
        "nature": "artisanale",
        "type_activite": ["prestations_bic", "ventes"],
        "debut": "2015-05-04",
    }
    rendues = calculer(colonnes, ["total_a_payer", "trimestres_annee"], annee=2024)
    for rang, type_ in enumerate(("prestations_bic", "ventes")):
        recettes = {f"2024-T{k}": {type_: float(trimestres[f"recettes__2024_t{k}"][rang])} for k in range(1, 5)}
        seule = egide.cotisations(
            micro(recettes, "2015-05-04", nature="artisanale", micro={"type_activite": type_}), annee=2024
        )
        assert rendues["total_a_payer"][rang] == seule.valeurs["total_a_payer"]
        assert rendues["trimestres_annee"][rang] == seule.valeurs["trimestres_annee"]


def test_des_lignes_de_deux_statuts_vont_chacune_a_leur_regime() -> None:
    colonnes = {
        "recettes__t1": np.array([10_000.0, 0.0]),
        "revenu_professionnel": np.array([0.0, 40_000.0]),
        "statut": ["micro_entrepreneur", "entreprise_individuelle"],
        "nature": "commerciale",
        "type_activite": "ventes",
    }
    rendues = calculer(colonnes, ["contribution_formation_professionnelle", "cotisations_micro_social"], annee=2024)
    assert rendues["contribution_formation_professionnelle"].tolist() == [10, 116]  # 0,1 % de 10 000 ; 0,25 % de 46 368
    assert rendues["cotisations_micro_social"].tolist()[:1] == [1230]
    assert np.isnan(rendues["cotisations_micro_social"][1])


@pytest.mark.parametrize(
    ("colonnes", "mot"),
    [
        ({"recettes__t1": [-1.0]}, "positif"),
        ({"recettes__t1": [1.0], "recettes__02": [1.0]}, "trimestre déjà donné"),
        ({"recettes__t5": [1.0]}, "colonne inconnue"),
    ],
)
def test_une_colonne_de_recettes_impossible_est_refusee(colonnes: dict[str, Any], mot: str) -> None:
    with pytest.raises(ColonneInvalide, match=mot):
        calculer({**colonnes, "nature": "commerciale", "type_activite": "ventes"}, ["total_a_payer"], annee=2024)


def test_une_ligne_que_le_regime_n_admet_pas_est_nan() -> None:
    colonnes = {"recettes__t1": [1.0, 1.0], "nature": ["commerciale", "agricole"], "type_activite": "ventes"}
    with pytest.warns(LignesHorsChamp, match="agricole"):
        rendues = calculer(colonnes, ["total_a_payer"], annee=2024)
    assert np.isnan(rendues["total_a_payer"]).tolist() == [False, True]


@pytest.mark.parametrize(
    ("commande", "mots"),
    [
        (["cotisations", SERVICES, "--annee", "2022"], ("2022-T4", "21,2 %", "8\u202f412")),
        (["cotisations", SERVICES, "--annee", "2026"], ("À surveiller", "Total à payer")),
        (["echeancier", SERVICES, "--annee", "2026"], ("31/01/2026", "Total des échéances")),
        (["comparer", SERVICES, "--annee", "2026"], ("Entreprise individuelle", "À charges égales", "Année par année")),
    ],
)
def test_la_ligne_de_commande_repond(commande: list[str], mots: tuple[str, ...], capsys: Any) -> None:
    from egide.cli.commandes import groupe

    groupe.main(commande, prog_name="egide", standalone_mode=False)
    lu = capsys.readouterr().out
    assert [m for m in mots if m not in lu and m.replace(" ", "\u202f") not in lu] == []
