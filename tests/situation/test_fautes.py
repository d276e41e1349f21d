"""Every fault is told in French, at its place, all at once."""

from __future__ import annotations

import math
from datetime import date, datetime
from typing import Any

import pytest

from egide.situation import Faute, SituationInvalide, charger

AUJOURD_HUI = date(2026, 11, 24)

NATURES = (
    "artisanale, commerciale, liberale, agricole, salariee, artistique, location_meublee, location_biens, "
    "chambres_hotes ou vente_domicile"
)
MONTANT = "un montant en euros, de 0 à 10 milliards"
PERIODE = "un mois (2026-01) ou un trimestre (2026-T1)"
ANNEE = "une année sur quatre chiffres, de 1950 à 2100"
CLES = "un ensemble de clés (« cle: valeur »)"
MOIS = "un nombre entier de mois, de 0 à 12"


def personne(**cles: Any) -> dict[str, Any]:
    return {"personne": cles}


def activite(**cles: Any) -> dict[str, Any]:
    return {"activites": [cles]}


def exercice(**cles: Any) -> dict[str, Any]:
    return activite(exercices={2026: cles})


def fautes(document: Any) -> list[str]:
    with pytest.raises(SituationInvalide) as erreur:
        charger(document, aujourd_hui=AUJOURD_HUI)
    return [str(faute) for faute in erreur.value.fautes]


EXERCICE = "activites[0].exercices.2026"

FORME = [
    # Unknown fields
    (
        personne(date_naisance=None),
        "personne.date_naisance : champ inconnu ; vouliez-vous dire « date_naissance » ?",
    ),
    (
        exercice(ChiffreAffaire=1),
        f"{EXERCICE}.ChiffreAffaire : champ inconnu ; vouliez-vous dire « chiffre_affaires » ?",
    ),
    (
        activite(chiffre_affaires=1),
        "activites[0].chiffre_affaires : champ inconnu ; « chiffre_affaires » se donne dans "
        "activites[…].exercices.<année> ou activites[…].chef.exercices.<année>",
    ),
    (
        {"acte": {"deja_dans_l_annee": {"xyz": 1}}},
        "acte.deja_dans_l_annee.xyz : champ inconnu ; champs acceptés : participations, franchises",
    ),
    ({12: 1}, "12 : reçu 12 ; attendu : une clé en toutes lettres"),
    # Numbers
    (
        exercice(chiffre_affaires="42 000 €"),
        f"{EXERCICE}.chiffre_affaires : reçu « 42 000 € » ; attendu : {MONTANT}, "
        "sans guillemets, espaces ni symbole (écrire 42000)",
    ),
    (
        exercice(charges="1 234,50"),
        f"{EXERCICE}.charges : reçu « 1 234,50 » ; attendu : {MONTANT}, "
        "sans guillemets, espaces ni symbole (écrire 1234.50)",
    ),
    (exercice(charges="beaucoup"), f"{EXERCICE}.charges : reçu « beaucoup » ; attendu : {MONTANT}"),
    (exercice(chiffre_affaires=-5000), f"{EXERCICE}.chiffre_affaires : reçu -5000 ; attendu : {MONTANT}"),
    (exercice(chiffre_affaires=True), f"{EXERCICE}.chiffre_affaires : reçu true ; attendu : {MONTANT}"),
    (exercice(charges=math.nan), f"{EXERCICE}.charges : reçu NaN (pas un nombre) ; attendu : {MONTANT}"),
    (exercice(charges=math.inf), f"{EXERCICE}.charges : reçu un nombre infini ; attendu : {MONTANT}"),
    (
        exercice(revenu_brut=-math.inf),
        f"{EXERCICE}.revenu_brut : reçu un nombre infini ; attendu : un montant en euros, de -10 à 10 milliards",
    ),
    (exercice(charges=10**400), f"{EXERCICE}.charges : reçu un nombre démesuré ; attendu : {MONTANT}"),
    (exercice(charges=[1]), f"{EXERCICE}.charges : reçu une liste ; attendu : {MONTANT}"),
    (
        exercice(cotisations_payees_sur_dues=100),
        f"{EXERCICE}.cotisations_payees_sur_dues : reçu 100 ; attendu : une fraction, de 0 à 1 (la moitié : 0.5)",
    ),
    (personne(enfants=2.0), "personne.enfants : reçu 2.0 ; attendu : un nombre entier de 0 à 30"),
    (personne(enfants=True), "personne.enfants : reçu true ; attendu : un nombre entier de 0 à 30"),
    (personne(enfants=-1), "personne.enfants : reçu -1 ; attendu : un nombre entier de 0 à 30"),
    (
        activite(prelevement={"jour": 15}),
        "activites[0].prelevement.jour : reçu 15 ; attendu : 5 ou 20 (jour du mois)",
    ),
    (
        {"evenement": {"multiple": 1}},
        "evenement.multiple : reçu 1 ; attendu : false, true (jumeaux) ou le nombre d'enfants, de 2 à 8",
    ),
    (
        personne(invalidite={"categorie": 4}),
        "personne.invalidite.categorie : reçu 4 ; attendu : 1, 2, 3, partielle ou totale",
    ),
    (
        {"carriere": [{"trimestres": 5}]},
        "carriere[0].trimestres : reçu 5 ; attendu : un nombre entier de 0 à 4",
    ),
    (
        exercice(mois_reduction_covid={600: -1}),
        f"{EXERCICE}.mois_reduction_covid.600 : reçu -1 ; attendu : {MOIS}",
    ),
    (
        exercice(mois_reduction_covid={"250": 13}),
        f"{EXERCICE}.mois_reduction_covid.250 : reçu 13 ; attendu : {MOIS}",
    ),
    (
        exercice(mois_reduction_covid={300: 1.5}),
        f"{EXERCICE}.mois_reduction_covid.300 : reçu 1.5 ; attendu : {MOIS}",
    ),
    (
        exercice(mois_reduction_covid={500: 2}),
        f"{EXERCICE}.mois_reduction_covid.500 : reçu 500 ; attendu : 600, 300 ou 250 (réduction mensuelle en euros)",
    ),
    (
        exercice(mois_reduction_covid={600: 1, "600": 2}),
        f"{EXERCICE}.mois_reduction_covid : reçu un ensemble de clés ; attendu : chaque montant une seule fois "
        "(en double : 600)",
    ),
    (
        exercice(mois_reduction_covid=6),
        f"{EXERCICE}.mois_reduction_covid : reçu 6 ; attendu : {CLES}",
    ),
    (
        activite(zfu={"salaries": -1}),
        "activites[0].zfu.salaries : reçu -1 ; attendu : un nombre entier de 0 à 10000",
    ),
    (
        activite(zfu={"depuis": "2014"}),
        "activites[0].zfu.depuis : reçu « 2014 » ; attendu : une date AAAA-MM-JJ",
    ),
    (
        activite(zfu={"effectif": 2}),
        "activites[0].zfu.effectif : champ inconnu ; champs acceptés : depuis, salaries",
    ),
    # Yes and no
    (activite(acre=1), "activites[0].acre : reçu 1 ; attendu : true ou false, sans guillemets"),
    (activite(acre="oui"), "activites[0].acre : reçu « oui » ; attendu : true ou false, sans guillemets"),
    (activite(acre=0.0), "activites[0].acre : reçu 0.0 ; attendu : true ou false, sans guillemets"),
    # Dates
    (
        personne(date_naissance="2026-02-30"),
        "personne.date_naissance : reçu « 2026-02-30 » ; attendu : une date AAAA-MM-JJ qui existe au calendrier",
    ),
    (
        personne(date_naissance="17/05/1984"),
        "personne.date_naissance : reçu « 17/05/1984 » ; attendu : une date AAAA-MM-JJ (écrire 1984-05-17)",
    ),
    (
        personne(date_naissance=19840517),
        "personne.date_naissance : reçu 19840517 ; attendu : une date AAAA-MM-JJ (écrire 1984-05-17)",
    ),
    (
        personne(date_naissance="31/02/1984"),
        "personne.date_naissance : reçu « 31/02/1984 » ; attendu : une date AAAA-MM-JJ",
    ),
    (
        personne(date_naissance="1984-05-17T08:00"),
        "personne.date_naissance : reçu « 1984-05-17T08:00 » ; attendu : une date AAAA-MM-JJ, sans heure",
    ),
    (
        personne(date_naissance=datetime(1984, 5, 17, 8)),
        "personne.date_naissance : reçu 1984-05-17T08:00:00 ; attendu : une date AAAA-MM-JJ, sans heure",
    ),
    (personne(date_naissance=1984), "personne.date_naissance : reçu 1984 ; attendu : une date AAAA-MM-JJ"),
    (
        activite(debut="0212-03-01"),
        "activites[0].debut : reçu « 0212-03-01 » ; attendu : une date de 1900 à 2100",
    ),
    (
        activite(option_ssi=True),
        "activites[0].option_ssi : reçu true ; attendu : une date AAAA-MM-JJ, ou false",
    ),
    # Words
    (
        activite(nature="artisanal"),
        f"activites[0].nature : reçu « artisanal » ; attendu : {NATURES} ; vouliez-vous dire « artisanale » ?",
    ),
    (
        activite(nature="Libérale"),
        f"activites[0].nature : reçu « Libérale » ; attendu : {NATURES} ; vouliez-vous dire « liberale » ?",
    ),
    (activite(nature=1), f"activites[0].nature : reçu 1 ; attendu : {NATURES}"),
    (activite(imposition=True), "activites[0].imposition : reçu true ; attendu : ir ou is"),
    (
        activite(inscription="rne"),
        "activites[0].inscription : reçu « rne » ; attendu : aucune, rm, rcs ou rsac ; vouliez-vous dire « rm » ?",
    ),
    (
        activite(profession="plombié"),
        "activites[0].profession : reçu « plombié » ; attendu : une profession de l'annuaire ; "
        "vouliez-vous dire « plombier » ?",
    ),
    (
        activite(profession="dentiste"),
        "activites[0].profession : reçu « dentiste » ; attendu : une profession de l'annuaire ; "
        "vouliez-vous dire « chirurgien_dentiste » ?",
    ),
    (
        activite(profession=7),
        "activites[0].profession : reçu 7 ; attendu : une profession de l'annuaire (plombier, consultant, avocat…)",
    ),
    (
        personne(organisme_conventionne=""),
        "personne.organisme_conventionne : reçu un texte vide ; attendu : un texte de 1 à 200 caractères",
    ),
    # Places
    (
        personne(commune=True),
        "personne.commune : reçu true ; attendu : une commune : code INSEE entre guillemets (35238, 2A004, 97411), "
        "code postal ou nom",
    ),
    (
        personne(commune="Tourcouing"),
        "personne.commune : commune inconnue : « Tourcouing » n'est ni un code INSEE, ni un code postal, ni un "
        "nom ; vouliez-vous dire « Tourcoing (59599) » ? ; hors de France : "
        "residence_hors_de_france: true, sans commune",
    ),
    (
        personne(commune="99100"),
        "personne.commune : commune inconnue : « 99100 » n'est ni un code INSEE, ni un code postal (un code « cedex » "
        "n'en est pas un) ; hors de France : residence_hors_de_france: true, sans commune",
    ),
    (
        activite(commune="Saint-Denis"),
        "activites[0].commune : « Saint-Denis » : 4 communes possibles, donnez le code INSEE : Saint-Denis (11339, "
        "Aude), Saint-Denis (30247, Gard), Saint-Denis (93066, Seine-Saint-Denis), Saint-Denis (97411, La Réunion)",
    ),
    (
        personne(departement=1),
        'personne.departement : reçu 1 ; attendu : un code de département entre guillemets (01, 2A, 974) (écrire "01")',
    ),
    (
        personne(departement="20"),
        "personne.departement : reçu « 20 » ; attendu : un code de département entre guillemets (01, 2A, 974)",
    ),
    # Years and periods
    (activite(exercices={26: {}}), f"activites[0].exercices.26 : reçu 26 ; attendu : {ANNEE}"),
    (activite(exercices={1949: {}}), f"activites[0].exercices.1949 : reçu 1949 ; attendu : {ANNEE}"),
    (activite(exercices={"2101": {}}), f"activites[0].exercices.2101 : reçu « 2101 » ; attendu : {ANNEE}"),
    (activite(exercices={"an 1": {}}), f"activites[0].exercices.an 1 : reçu « an 1 » ; attendu : {ANNEE}"),
    (
        activite(exercices={2026: {}, "2026": {}}),
        "activites[0].exercices : reçu un ensemble de clés ; attendu : chaque année une seule fois (en double : 2026)",
    ),
    (
        activite(recettes={"2026-13": {}}),
        f"activites[0].recettes.2026-13 : reçu « 2026-13 » ; attendu : {PERIODE}",
    ),
    (
        activite(recettes={"2026-q1": {}}),
        f"activites[0].recettes.2026-q1 : reçu « 2026-q1 » ; attendu : {PERIODE} (écrire 2026-T1)",
    ),
    (
        activite(recettes={"2026-01": {"vente": 1}}),
        "activites[0].recettes.2026-01.vente : reçu « vente » ; attendu : ventes, prestations_bic, "
        "prestations_bnc, cipav, meuble_tourisme_classe ou meuble_tourisme ; vouliez-vous dire « ventes » ?",
    ),
    (
        activite(recettes={"2026-01": {"ventes": -1}}),
        f"activites[0].recettes.2026-01.ventes : reçu -1 ; attendu : {MONTANT}",
    ),
    (
        activite(micro={"declarations_manquantes": ["2026-01", "mars"]}),
        f"activites[0].micro.declarations_manquantes[1] : reçu « mars » ; attendu : {PERIODE}",
    ),
    # Shapes
    ({"personne": []}, f"personne : reçu une liste ; attendu : {CLES}"),
    ({"activites": [None]}, f"activites[0] : reçu une valeur vide ; attendu : {CLES}"),
    (activite(recettes={"2026-01": 2500}), f"activites[0].recettes.2026-01 : reçu 2500 ; attendu : {CLES}"),
    (
        {"activites": {"nature": "liberale"}},
        "activites : reçu un ensemble de clés ; attendu : une liste (chaque élément introduit par « - »)",
    ),
    (
        activite(parts={"personne": 101}),
        "activites[0].parts.personne : reçu 101 ; attendu : un pourcentage, de 0 à 100",
    ),
]


@pytest.mark.parametrize(("document", "attendue"), FORME)
def test_value_is_refused_where_it_stands(document: Any, attendue: str) -> None:
    assert fautes(document) == [attendue]


def test_all_faults_are_told_at_once_and_keep_their_rank() -> None:
    document = {
        "personne": {"commune": "Renes", "date_naissance": "2030-01-01"},
        "activites": [
            3,
            {"acre": 1, "debut": "2020-01-01", "fin": "2019-01-01", "exercices": {2026: {"charges": -1}}},
        ],
    }
    assert [faute.split(" : ")[0] for faute in fautes(document)] == [
        "personne.commune",
        "activites[0]",
        "activites[1].acre",
        "activites[1].exercices.2026.charges",
        "personne.date_naissance",
        "activites[1].fin",
    ]


def test_several_faulty_elements_of_one_list_do_not_hide_each_other() -> None:
    document = activite(micro={"declarations_manquantes": ["mars", "2026-01", "juin"]}, fin="2025-12-31")
    assert [faute.split(" : ")[0] for faute in fautes(document)] == [
        "activites[0].micro.declarations_manquantes[0]",
        "activites[0].micro.declarations_manquantes[2]",
        "activites[0].micro.declarations_manquantes[0]",
    ]


def test_fault_holds_field_value_and_message() -> None:
    with pytest.raises(SituationInvalide) as erreur:
        charger(personne(enfants=-1))
    (faute,) = erreur.value.fautes
    assert faute == Faute("personne.enfants", -1, "reçu -1 ; attendu : un nombre entier de 0 à 30")
    assert str(erreur.value) == str(faute)


def test_every_fault_is_one_line_however_long_the_value() -> None:
    (faute,) = fautes(activite(nature="a\nb" * 500))
    assert "\n" not in faute
    assert len(faute) < 350  # noqa: PLR2004


def test_the_document_given_is_left_as_it_was() -> None:
    document = {"personne": {"enfants": -1}, "activites": [3]}
    fautes(document)
    assert document == {"personne": {"enfants": -1}, "activites": [3]}


def test_endless_nesting_is_refused() -> None:
    document: dict[str, Any] = {}
    document["personne"] = document
    assert fautes(document) == ["document : reçu un ensemble de clés ; attendu : au plus 20 niveaux imbriqués"]
