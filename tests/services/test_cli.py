"""The command line as people meet it: exit codes, French faults of one line, tables, JSON."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import egide
from egide.cli import main

from .situations import (
    ANNEE,
    PLOMBIER_30_000,
    TOTAL,
    TOTAL_30_000,
    activite,
    commerce,
    de_l_annee,
    ecrire,
    situation,
)

NAN = '{"activites": [{"nature": "artisanale", "exercices": {"2026": {"revenu_brut": NaN}}}]}'
FINE = "\u202f"
ANGLAIS = ("Error", "Usage:", "Try ", "Invalid", "Missing", "No such", "Traceback", "Got ", "expected")


class Sortie(NamedTuple):
    """What a command gave back."""

    code: int
    out: str
    err: str


Lancer = Callable[..., Sortie]


@pytest.fixture
def lancer(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Lancer:
    """Run a command in this process; an error that is not said as one fails the test."""

    def executer(*arguments: str) -> Sortie:
        monkeypatch.setattr(sys, "argv", ["egide", *arguments])
        try:
            main()
            code = 0
        except SystemExit as sortie:
            code = int(sortie.code or 0)
        lus = capsys.readouterr()
        return Sortie(code, lus.out, lus.err)

    return executer


def verifier_le_refus(sortie: Sortie, code: int, *morceaux: str, fautes: int = 1) -> None:
    lignes = sortie.err.splitlines()
    assert sortie.code == code, sortie
    assert sortie.out == ""
    assert len(lignes) == fautes, lignes
    assert all(ligne.startswith("egide : ") for ligne in lignes)
    assert [m for m in morceaux if m not in sortie.err] == [], sortie.err
    assert [mot for mot in ANGLAIS if mot in sortie.err] == [], sortie.err


DOCUMENTS: list[tuple[str, Any, tuple[str, ...]]] = [
    ("NaN", NAN, ("activites[0].exercices.2026.revenu_brut", "NaN")),
    ("infini", NAN.replace("NaN", "Infinity"), ("revenu_brut", "infini")),
    ("démesuré", de_l_annee(ANNEE, 1e300), ("revenu_brut", "10 milliards")),
    ("texte pour un montant", situation(activite(exercices={ANNEE: {"revenu_brut": "x"}})), ("« x »", "montant")),
    ("chiffre d'affaires négatif", situation(activite(exercices={ANNEE: {"chiffre_affaires": -5}})), ("-5",)),
    ("champ inconnu", situation(activite(natures="x")), ("activites[0].natures", "« nature »")),
    ("nature inconnue", situation(activite(nature="artisan")), ("« artisan »", "« artisanale »")),
    ("profession inconnue", situation(activite(profession="plonbier")), ("« plonbier »", "« plombier »")),
    ("statut inconnu", situation(activite(statut="patron")), ("« patron »", "gerant_majoritaire")),
    ("date qui n'existe pas", situation(activite(debut="2012-13-01")), ("2012-13-01", "calendrier")),
    ("date illisible", situation(activite(debut="hier")), ("« hier »", "AAAA-MM-JJ")),
    ("fin avant le début", situation(activite(fin="2010-01-01", exercices={})), ("activites[0].fin", "précède")),
    ("commune tronquée", situation(commune="3523"), ("personne.commune", "INSEE")),
    (
        "deux exonérations",
        situation(activite(debut="2026-01-01", acre=True, zfu={"depuis": "2014-01-01"})),
        ("activites[0].zfu", "ne se cumule pas", "Acre"),
    ),
    (
        "deux Acre",
        situation(
            activite(debut="2023-01-01", fin="2024-12-31", acre=True, exercices={}),
            activite(debut="2026-01-01", acre=True),
        ),
        ("activites[1].acre", "2027-01-01"),
    ),
    (
        "option du conjoint",
        situation(activite(statut="associe_snc", conjoint_collaborateur="forfait")),
        ("activites[0].conjoint_collaborateur", "associe_snc"),
    ),
    ("Acre sans date", situation(activite(debut=None, acre=True)), ("activites[0].debut", "AAAA-MM-JJ")),
    (
        "dividendes à l'IR",
        situation(activite(exercices={ANNEE: {"revenu_brut": 9, "dividendes_percus": 5}})),
        ("activites[0].exercices.2026.dividendes_percus", "imposition: is"),
    ),
    ("vide", "", ("document vide",)),
    ("liste", "- 1\n", ("une liste",)),
    ("YAML cassé", "activites: [\n", ("YAML incorrect ligne 2",)),
    ("clé en double", "activites: []\nactivites: []\n", ("deux fois",)),
    ("image", b"\x89PNG\x00\x01\xff\xfe", ("UTF-8",)),
]


@pytest.mark.parametrize(("document", "morceaux"), [d[1:] for d in DOCUMENTS], ids=[d[0] for d in DOCUMENTS])
def test_un_document_fautif_est_refuse_d_une_ligne(
    document: Any, morceaux: tuple[str, ...], lancer: Lancer, tmp_path: Path
) -> None:
    verifier_le_refus(lancer("cotisations", ecrire(tmp_path, document, "s.yaml")), 2, *morceaux)


def test_plusieurs_fautes_font_autant_de_lignes(lancer: Lancer, tmp_path: Path) -> None:
    chemin = ecrire(tmp_path, situation(activite(nature="artisan", debut="hier", profession=None)))
    verifier_le_refus(lancer("cotisations", chemin), 2, "« artisan »", "« hier »", fautes=2)


@pytest.mark.parametrize(
    ("arguments", "morceaux"),
    [
        (["cotisations", "absent.yaml"], ("absent.yaml : fichier introuvable",)),
        (["cotisations", "."], ("c'est un dossier",)),
        (["cotisations"], ("il manque SITUATION",)),
        (["cotisation", "S"], ("commande inconnue : « cotisation »", "« cotisations »")),
        (["cotisations", "S", "autre"], ("argument en trop : autre",)),
        (["cotisations", "S", "--anee", "2026"], ("option inconnue : --anee", "« --annee »")),
        (["cotisations", "S", "--annee"], ("--annee attend une valeur",)),
        (["cotisations", "S", "--annee", "x"], ("--annee : « x »", "une année")),
        (["cotisations", "S", "--annee", "2026.5"], ("« 2026.5 »",)),
        (["cotisations", "S", "--annee", "1990"], ("1990 n'est pas couverte", "2018 à 2026")),
        (["cotisations", "S", "--annee", "2031"], ("2031 n'est pas couverte", "--extrapoler")),
        (["cotisations", "S", "--nature", "definitive"], ("« definitive »", "« definitives »")),
        (["comparer", "S", "--avec", "absent.yaml"], ("absent.yaml : fichier introuvable",)),
        (["comparer", "S", "--avec", "definitive"], ("ni une nature", "« definitives »")),
        (["expliquer", "pass_", "S"], ("egide parametres pass_",)),
        (["inverser", "revenu_net=3", "S", "--sur", "micro_fiscal"], ("ne peut être cherché", "revenu_brut")),
        (["parametres", "zzzz"], ("« zzzz »", "egide parametres")),
        (["comparer", "S", "--avec", "1990"], ("1990 n'est pas couverte",)),
        (["expliquer", "cotisation_x", "S"], ("nom inconnu : « cotisation_x »",)),
        (["expliquer", "S"], ("il manque SITUATION",)),
        (["inverser", "revenu_net=3", "S"], ("il manque --sur",)),
        (["inverser", "revenu_net", "S", "--sur", "revenu_brut"], ("NOM=VALEUR",)),
        (["inverser", "=3", "S", "--sur", "revenu_brut"], ("NOM=VALEUR",)),
        (["inverser", "revenu_net=nan", "S", "--sur", "revenu_brut"], ("« nan »", "un nombre après revenu_net=")),
        (["inverser", "revenu_ne=3", "S", "--sur", "revenu_brut"], ("« revenu_ne »", "« revenu_net »")),
        (["inverser", "revenu_net=3", "S", "--sur", "revenu_bru"], ("montant annuel inconnu", "« revenu_brut »")),
        (["parametres", "pas"], ("paramètre inconnu : « pas »", "« pass_ »")),
        (["parametres", "pass_", "--date", "hier"], ("--date", "AAAA-MM-JJ")),
        (["parametres", "pass_", "--date", "1990-01-01"], ("1990-01-01",)),
        (["parametres", "pass_", "--date", "2030-01-01"], ("2030-01-01", "extrapolation")),
    ],
    ids=lambda v: " ".join(v) if isinstance(v, list) else "",
)
def test_une_commande_fautive_est_refusee_d_une_ligne(
    arguments: list[str], morceaux: tuple[str, ...], lancer: Lancer, tmp_path: Path
) -> None:
    chemin = ecrire(tmp_path, situation())
    verifier_le_refus(lancer(*(chemin if a == "S" else a for a in arguments)), 2, *morceaux)


def test_sans_commande_l_aide_se_lit(lancer: Lancer) -> None:
    sortie = lancer()
    assert sortie == lancer("--help")
    assert (sortie.code, sortie.err) == (0, "")
    assert "Commandes :" in sortie.out


def test_la_situation_de_l_aide_est_une_situation(lancer: Lancer, tmp_path: Path) -> None:
    """26 % off 42 000 €, 31 080 €: 17,87 % of it for retirement."""
    aide = lancer("--help").out
    exemple = aide[aide.index("  activites:") : aide.index("Options")]
    chemin = ecrire(tmp_path, exemple, "s.yaml")
    valeurs = json.loads(lancer("cotisations", chemin, "--json", "--annee", str(ANNEE)).out)["valeurs"]
    assert valeurs["cotisation_retraite_base"] == round(0.1787 * 31_080)


@pytest.mark.parametrize(
    ("document", "options", "morceaux"),
    [
        (situation(), ["--annee", "2024"], ("activites[0].exercices.2024.revenu_professionnel", "donnés : 2026")),
        (situation(), ["--nature", "provisionnelles"], ("revenu de 2025 (ou de 2024)", "exercices.2025")),
        ({"activites": []}, [], ("aucune activité",)),
        (situation(activite(), commerce(exercices={})), [], ("activites[1].exercices.2026.revenu_brut",)),
        (situation(activite(statut="micro_entrepreneur")), [], ("activites[0].micro.type_activite", "ventes")),
        (situation(commune="97611", **{}) | {"activites": [activite()]}, ["--nature", "provisionnelles"], ("2025",)),
    ],
)
def test_ce_qui_manque_a_la_loi_sort_en_3(
    document: Any, options: list[str], morceaux: tuple[str, ...], lancer: Lancer, tmp_path: Path
) -> None:
    verifier_le_refus(lancer("cotisations", ecrire(tmp_path, document), *options), 3, *morceaux)


def test_une_inversion_sans_reponse_et_une_valeur_sans_objet_sortent_en_3(lancer: Lancer, tmp_path: Path) -> None:
    chemin = ecrire(tmp_path, situation())
    verifier_le_refus(lancer("inverser", "revenu_net=1e12", chemin, "--sur", "revenu_brut"), 3, "ne donne")
    verifier_le_refus(lancer("expliquer", "exoneration_acre", chemin), 3, "ne s'applique pas")
    verifier_le_refus(lancer("comparer", chemin), 3, "exercices.2025")


def test_le_tableau_a_chaque_ligne_et_le_total(lancer: Lancer, tmp_path: Path) -> None:
    sortie = lancer("cotisations", ecrire(tmp_path, situation()))
    assert (sortie.code, sortie.err) == (0, "")
    total = next(ligne for ligne in sortie.out.splitlines() if "Total dû" in ligne)
    assert euros(TOTAL_30_000) in total
    for montant in PLOMBIER_30_000.values():
        assert any(euros(montant) in ligne for ligne in sortie.out.splitlines())
    assert f"17,15{FINE}% + 0,72{FINE}%" in sortie.out
    assert f"revenu net avant impôt {euros(30_000 - TOTAL_30_000)}" in sortie.out
    assert "ne vaut pas décision" in sortie.out


def euros(montant: float) -> str:
    return f"{montant:,.0f}{FINE}€".replace(",", FINE)


@pytest.mark.parametrize("annee", [2020, 2021, 2022])
def test_sous_la_reduction_de_la_crise_le_tableau_fait_encore_son_total(
    annee: int, lancer: Lancer, tmp_path: Path
) -> None:
    exercice = {"revenu_professionnel": 30_000, "mois_reduction_covid": {600: 1}}
    sortie = lancer(
        "cotisations", ecrire(tmp_path, situation(activite(exercices={annee: exercice}))), "--annee", str(annee)
    )
    assert sortie.code == 0
    lignes = sortie.out.partition("Montant")[2].partition("Revenu avant cotisations")[0].splitlines()
    montants = [m for ligne in lignes if (m := montant_de(ligne)) is not None]
    assert sum(montants[:-1]) == montants[-1]
    assert any("crise sanitaire" in ligne for ligne in lignes)


def montant_de(ligne: str) -> float | None:
    """Return the last amount in euros of a row of the table."""
    mots = [mot for mot in ligne.replace(FINE, "").split() if mot.endswith("€")]
    return float(mots[-1].removesuffix("€").replace("−", "-").replace(",", ".")) if mots else None


def test_un_tableau_sans_activite_dit_pourquoi(lancer: Lancer, tmp_path: Path) -> None:
    sortie = lancer("cotisations", ecrire(tmp_path, situation(activite(debut="2026-03-01"))), "--annee", "2025")
    assert sortie.code == 0
    assert "ne commence que le 01/03/2026" in sortie.out


@pytest.mark.parametrize("nature", ["definitives", "provisionnelles"])
def test_le_json_est_la_reponse_de_python(nature: str, lancer: Lancer, tmp_path: Path) -> None:
    document = situation(activite(exercices={2025: {"revenu_brut": 40_000}, 2026: {"revenu_brut": 30_000}}))
    chemin = ecrire(tmp_path, document)
    sortie = lancer("cotisations", chemin, "--nature", nature, "--json")
    assert sortie.code == 0
    assert json.loads(sortie.out) == egide.cotisations(document, nature=nature).to_dict()
    comparaison = json.loads(lancer("comparer", chemin, "--nature", nature, "--avec", "2026", "--json").out)
    assert comparaison == json.loads(json.dumps(egide.comparer(document, 2026, nature=nature).to_dict()))


def test_les_autres_questions_rendent_aussi_leur_json(lancer: Lancer, tmp_path: Path) -> None:
    chemin = ecrire(tmp_path, situation())
    inversion = json.loads(lancer("inverser", "revenu_net=25000", chemin, "--sur", "revenu_brut", "--json").out)
    assert inversion == egide.inverser("revenu_net", 25_000, situation(), sur="revenu_brut").to_dict() | {
        "hypotheses": inversion["hypotheses"]
    }
    explication = json.loads(lancer("expliquer", TOTAL, chemin, "--json").out)
    assert (explication["question"], explication["nom"]) == ("expliquer", TOTAL)
    parametres = json.loads(lancer("parametres", "pass_", "--json").out)["parametres"]
    assert parametres == [h.to_dict() for h in egide.parametres("pass_")]


def test_les_autres_questions_se_lisent(lancer: Lancer, tmp_path: Path) -> None:
    chemin = ecrire(tmp_path, situation())
    inverse = lancer("inverser", f"revenu_net={30_000 - TOTAL_30_000}", chemin, "--sur", "revenu_brut").out
    assert euros(30_000) in inverse
    explication = lancer("expliquer", "cotisation_allocations_familiales", chemin).out
    for morceau in ("assiette_sociale × taux_cotisation", f"22{FINE}200{FINE}€ × 0{FINE}%", "CSS D. 613-1", "▶"):
        assert morceau in explication
    compare = lancer("comparer", chemin, "--avec", ecrire(tmp_path, situation(commerce()), "autre.json")).out
    assert f"−19{FINE}€" in next(ligne for ligne in compare.splitlines() if ligne.strip().startswith("Total"))
    histoire = lancer("parametres", "pass_").out
    assert euros(48_060) in histoire
    assert "depuis le 2026-01-01" in histoire
    assert len(lancer("parametres").out.splitlines()) > len(histoire.splitlines())


def test_la_situation_vient_aussi_de_l_entree_standard(lancer: Lancer, monkeypatch: pytest.MonkeyPatch) -> None:
    octets = json.dumps(situation()).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(octets)))
    sortie = lancer("cotisations", "-", "--json")
    assert json.loads(sortie.out)["valeurs"][TOTAL] == TOTAL_30_000


@pytest.mark.parametrize("arguments", [["--help"], ["cotisations", "--help"], ["--version"]])
def test_l_aide_est_en_francais(arguments: list[str], lancer: Lancer) -> None:
    sortie = lancer(*arguments)
    assert (sortie.code, sortie.err) == (0, "")
    assert [mot for mot in ANGLAIS if mot in sortie.out] == []


def test_un_json_n_importe_ni_numpy_ni_numba_ni_rich(tmp_path: Path) -> None:
    programme = (
        "import sys; from egide.cli import main\n"
        "try: main()\nexcept SystemExit as s: assert not s.code, s.code\n"
        "print(*sorted({m.partition('.')[0] for m in sys.modules} & {'numpy', 'numba', 'rich'}), file=sys.stderr)"
    )
    commande = [sys.executable, "-c", programme, "cotisations", ecrire(tmp_path, situation()), "--json"]
    fini = subprocess.run(commande, capture_output=True, text=True, check=True)
    assert fini.stderr.strip() == ""
    assert json.loads(fini.stdout)["valeurs"][TOTAL] == TOTAL_30_000


def test_le_programme_installe_rend_le_code_de_sortie(tmp_path: Path) -> None:
    egide_ = str(Path(sys.executable).with_name("egide"))
    for document, annee, code in ((situation(), "2026", 0), (situation(), "1990", 2), (situation(), "2024", 3)):
        commande = [egide_, "cotisations", ecrire(tmp_path, document), "--annee", annee]
        fini = subprocess.run(commande, capture_output=True, text=True, check=False)
        assert fini.returncode == code
        assert "Traceback" not in fini.stderr
