"""What is given and counts for nothing, what is not given and left aside, what the law does not grant together."""

from __future__ import annotations

from typing import Any

import pytest

import egide
from egide.moteur.erreurs import FaitsManquants, HorsChamp
from egide.situation import SituationInvalide

from .situations import ANNEE, TOTAL, TOTAL_30_000, activite, commerce, de_l_annee, situation

SANS_EFFET = "Donné, mais sans effet sur les cotisations de"


def notes(document: Any, annee: int = ANNEE, **options: Any) -> list[str]:
    return egide.cotisations(document, annee=annee, **options).notes


def sans_effet(document: Any, annee: int = ANNEE, **options: Any) -> str:
    return next((note for note in notes(document, annee, **options) if note.startswith("Donné")), "")


def aidee(annee: int, revenu: str) -> dict[str, Any]:
    return situation(activite(exercices={annee: {revenu: 20_000, "mois_reduction_covid": {600: 2}}}))


@pytest.mark.parametrize("annee", [2019, 2023, 2024])
def test_la_reduction_d_une_annee_qui_n_en_a_pas_est_dite_sans_effet(annee: int) -> None:
    note = sans_effet(aidee(annee, "revenu_professionnel"), annee)
    assert note.startswith(f"{SANS_EFFET} {annee} : activites[0].exercices.{annee}.mois_reduction_covid")
    sans = egide.cotisations(de_l_annee(annee, 20_000), annee=annee)
    assert egide.cotisations(aidee(annee, "revenu_professionnel"), annee=annee).valeurs == sans.valeurs


@pytest.mark.parametrize("annee", [2020, 2021, 2022])
def test_celle_d_une_annee_qui_en_a_une_compte(annee: int) -> None:
    assert sans_effet(aidee(annee, "revenu_professionnel"), annee) == ""


@pytest.mark.parametrize(
    ("champs", "morceau"),
    [
        ({"exercices": {ANNEE: {"revenu_brut": 30_000, "revenu_professionnel": 9_000}}}, "revenu_professionnel"),
        ({"exercices": {ANNEE: {"revenu_brut": 30_000, "cotisations_facultatives": 900}}}, "cotisations_facultatives"),
        ({"exercices": {ANNEE: {"revenu_brut": 30_000, "chiffre_affaires": 50_000}}}, "chiffre_affaires"),
        ({"secteur_covid": "s1"}, "activites[0].secteur_covid"),
        ({"zfu": {"salaries": 3}}, "activites[0].zfu.salaries"),
    ],
)
def test_un_fait_que_rien_ne_lit_cette_annee_est_dit_sans_effet(champs: dict[str, Any], morceau: str) -> None:
    reponse = egide.cotisations(situation(activite(**champs)), annee=ANNEE)
    assert reponse.valeurs[TOTAL] == TOTAL_30_000
    assert morceau in next(note for note in reponse.notes if note.startswith(f"{SANS_EFFET} {ANNEE}"))


@pytest.mark.parametrize(
    "document",
    [
        situation(),
        # What serves other questions, and what says what would be assumed.
        situation(date_naissance="1980-01-01", enfants=2, retraite={"depuis": "2020-01-01"}, commune="35238"),
        situation(activite(acre=False, saisonniere=False, exercices={ANNEE: {"revenu_brut": 30_000, "dividendes": 0}})),
        situation(activite(exercices={ANNEE: {"chiffre_affaires": 50_000, "charges": 20_000}})),
        situation(activite(), commerce()),
    ],
)
def test_ce_qui_sert_ou_ne_dit_rien_n_est_pas_signale(document: dict[str, Any]) -> None:
    assert sans_effet(document) == ""


def test_les_comptes_dont_on_retrouve_le_revenu_d_avant_2025_comptent() -> None:
    exercice = {"chiffre_affaires": 60_000, "charges": 20_000}
    assert sans_effet(situation(activite(exercices={2024: exercice})), 2024) == ""
    assert sans_effet(situation(activite(exercices={2024: exercice})), 2025, nature="provisionnelles") == ""


def test_un_second_metier_saisonnier_ne_dispense_pas_et_c_est_dit() -> None:
    document = situation(activite(), commerce(saisonniere=True))
    assert "activites[1].saisonniere" in sans_effet(document)


def test_un_statut_qui_manque_est_dit_avec_l_endroit_ou_l_ecrire() -> None:
    (note,) = notes(situation(activite(statut=None)))
    assert note.startswith("Non donné")
    assert "activites[0].statut" in note
    inversion = egide.inverser("revenu_net", 20_000, situation(activite(statut=None)), sur="revenu_brut", annee=ANNEE)
    assert note in inversion.to_dict()["hypotheses"]


def test_la_place_sur_chaque_axe_est_supposee_et_dite() -> None:
    hypotheses = egide.cotisations(situation(), annee=ANNEE).hypotheses
    for suppose in ("bénéfice de l'Acre : non", "domicile fiscal hors de France : non"):
        assert suppose in hypotheses
    donnes = situation(activite(acre=False), domicile_fiscal_etranger=False)
    assert not {h for h in egide.cotisations(donnes, annee=ANNEE).hypotheses if "Acre" in h or "domicile" in h}


def test_la_residence_hors_de_france_renvoie_au_domicile_fiscal() -> None:
    """CSS L. 131-9 and L. 136-1: what counts is where one is taxed."""
    (note,) = notes(situation(residence_hors_de_france=True))
    assert "personne.domicile_fiscal_etranger" in note
    assert notes(situation(residence_hors_de_france=True, domicile_fiscal_etranger=True)) == []
    assert notes(situation(residence_hors_de_france=False)) == []


@pytest.mark.parametrize(
    "personne",
    [{"commune": "97411"}, {"commune": "97502"}, {"commune": "97611"}, {"invalidite": {"depuis": "2026-01-01"}}],
)
def test_une_exoneration_de_droit_prend_la_place_de_l_acre_et_c_est_dit(personne: dict[str, Any]) -> None:
    """CSS L. 131-6-4, III: the Acre is not added to any other exemption."""
    champs = {"debut": "2026-01-01", "exercices": {ANNEE: {"revenu_brut": 30_000}}}
    avec = egide.cotisations(situation(activite(acre=True, **champs), **personne), annee=ANNEE)
    sans = egide.cotisations(situation(activite(acre=False, **champs), **personne), annee=ANNEE)
    assert any(note.startswith("Acre sans effet") for note in avec.notes)
    assert avec.valeurs == sans.valeurs


@pytest.mark.parametrize(
    "document",
    [
        situation(activite(zfu={"depuis": "2016-01-01"})),  # no settlement counts after 2014
        situation(activite(zfu={"depuis": "2014-01-01"}), commune="97411"),
        situation(activite(zfu={"depuis": "2014-01-01"}), invalidite={"depuis": "2015-01-01"}),
    ],
)
def test_une_zone_franche_sans_effet_est_dite(document: dict[str, Any]) -> None:
    assert any(note.startswith("Zone franche urbaine sans effet") for note in notes(document))


def test_l_acre_d_une_seconde_activite_non_comptee_est_dite() -> None:
    seconde = commerce(debut=f"{ANNEE}-02-01", acre=True)
    assert any("Acre de activites[1] non comptée" in note for note in notes(situation(activite(), seconde)))
    seule = situation(activite(debut=f"{ANNEE}-02-01", acre=True))
    assert not any("Acre" in note for note in notes(seule) if "non comptée" in note)


@pytest.mark.parametrize(("option", "dite"), [("forfait", True), (None, False)])
def test_la_duree_supposee_du_conjoint_est_dite(option: str | None, dite: bool) -> None:
    document = situation(activite(conjoint_collaborateur=option))
    assert any("Conjoint collaborateur supposé" in note for note in notes(document)) is dite


def test_l_acre_et_la_zone_franche_ne_se_cumulent_pas() -> None:
    document = situation(activite(debut="2026-02-01", acre=True, zfu={"depuis": "2014-01-01"}))
    with pytest.raises(SituationInvalide, match=r"activites\[0\]\.zfu : ne se cumule pas avec l'Acre"):
        notes(document)
    # Twelve months later the Acre is over.
    fini = situation(activite(debut="2020-02-01", acre=True, zfu={"depuis": "2014-01-01"}))
    assert not any("Acre" in note for note in notes(fini))


def deux_acres(premiere: dict[str, Any], debut: str) -> dict[str, Any]:
    annee = int(debut[:4])
    revenu = "revenu_brut" if annee >= 2025 else "revenu_professionnel"  # noqa: PLR2004
    seconde = commerce(acre=True, debut=debut, exercices={annee: {revenu: 9_000}})
    return situation(activite(acre=True, exercices={}, **premiere), seconde)


@pytest.mark.parametrize(
    ("premiere", "refuse", "permis"),
    [
        ({"debut": "2019-03-01", "fin": "2021-05-31"}, "2023-02-28", "2023-03-01"),  # twelve months, then three years
        # Where the last month has no such day, its last one (c. proc. civ. art. 641).
        ({"debut": "2020-02-29", "fin": "2021-05-31"}, "2024-02-27", "2024-02-28"),
        ({"debut": "2021-01-01", "fin": "2021-06-30"}, "2024-06-30", "2024-07-01"),  # ended before its twelve months
    ],
)
def test_l_acre_ne_revient_pas_avant_trois_ans(premiere: dict[str, Any], refuse: str, permis: str) -> None:
    """CSS L. 131-6-4, IV: three years from the day on which the person ceased to have it."""
    with pytest.raises(SituationInvalide, match=rf"activites\[1\]\.acre.*{permis}.*L\. 131-6-4, IV"):
        notes(deux_acres(premiere, refuse), int(refuse[:4]))
    egide.cotisations(deux_acres(premiere, permis), annee=int(permis[:4]))


@pytest.mark.parametrize(
    ("champs", "morceau"),
    [
        ({"nature": "liberale", "profession": "medecin"}, "conventionne"),
        ({"nature": "agricole", "profession": None}, "MSA"),
        ({"nature": "salariee", "profession": None, "statut": "salarie"}, "salariés"),
        ({"nature": "artistique", "profession": None}, "artiste-auteur"),
        ({"nature": "location_meublee", "profession": None}, "Location"),
        ({"statut": "president_sas"}, "président de SAS"),
    ],
)
def test_un_refus_ne_se_dit_qu_une_fois(champs: dict[str, Any], morceau: str) -> None:
    with pytest.raises(HorsChamp) as leve:
        notes(situation(activite(**champs)))
    assert len(leve.value.motifs) == 1
    assert morceau in str(leve.value)
    assert "\n" not in str(leve.value)


@pytest.mark.parametrize(
    ("document", "annee", "options", "morceaux"),
    [
        # The year to write is that of the income which calls rest on.
        (
            situation(activite(exercices={2024: {"revenu_imposable": 9_000}})),
            2025,
            {"nature": "provisionnelles"},
            ["activites[0].exercices.2024.revenu_professionnel"],
        ),
        (
            situation(activite(exercices={2021: {"remuneration": 9_000}})),
            2022,
            {"nature": "provisionnelles"},
            ["activites[0].exercices.2021.revenu_professionnel"],
        ),
        (
            situation(activite(exercices={2026: {"revenu_estime": 9_000}}), commerce(exercices={})),
            2026,
            {"nature": "provisionnelles"},
            ["activites[1].exercices.2026.revenu_estime", "pour chacune"],
        ),
        (
            situation(
                activite(exercices={2024: {"chiffre_affaires": 9_000}}),
                commerce(exercices={2024: {"chiffre_affaires": 9_000}}),
            ),
            2024,
            {},
            ["activites[0].exercices.2024.revenu_professionnel", "plusieurs activités", "pour chacune"],
        ),
        # The rank is that of the situation, where an activity is left aside.
        (
            situation({"nature": "salariee", "statut": "salarie"}, activite(exercices={})),
            2026,
            {},
            ["activites[1].exercices.2026.revenu_brut"],
        ),
        (
            situation(activite(exercices={2026: {"revenu_imposable": 9_000}}), commerce()),
            2026,
            {},
            ["activites[1].exercices.2026.revenu_imposable", "ou aucune"],
        ),
    ],
)
def test_ce_qui_manque_est_dit_a_sa_place(
    document: dict[str, Any], annee: int, options: dict[str, Any], morceaux: list[str]
) -> None:
    with pytest.raises(FaitsManquants) as leve:
        egide.cotisations(document, annee=annee, **options)
    assert [m for m in morceaux if m not in str(leve.value)] == [], leve.value
