"""From a file to a file: every row is computed or refused, once, whatever happens to the file or to the run."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq
import pytest

from egide.moteur.erreurs import ErreurEgide, FaitsManquants, NomInconnu
from egide.population import calculer
from egide.population.colonnes import ColonneInvalide
from egide.population.fichiers import Bilan, traiter
from egide.population.lots import Demande, DemandeInvalide
from egide.population.manifeste import EcritureImpossible
from egide.population.sources import FichierIllisible

TOTAL = "total_cotisations_et_contributions"
DEMANDE = Demande((TOTAL,), annee=2026)
LANCER = "from egide.cli import main; main()"
COUPURES = 20
LIGNES_DU_LONG_CALCUL = 600_000


def table(lignes: int = 4) -> pa.Table:
    """Return artisans and traders of different incomes."""
    return pa.table(
        {
            "revenu_brut": np.linspace(1_000.0, 90_000.0, lignes),
            "nature": pa.array(["artisanale", "commerciale"] * (lignes // 2)),
            "statut": ["entreprise_individuelle"] * lignes,
        }
    )


def lancer(tmp_path: Path, entree: pa.Table, demande: Demande = DEMANDE) -> tuple[Bilan, pa.Table, pa.Table]:
    """Compute a table through files; return what became of it, the results and the rejects."""
    pq.write_table(entree, tmp_path / "e.parquet")
    bilan = traiter(tmp_path / "e.parquet", tmp_path / "s.parquet", demande)
    resultats, rejets = pq.read_table(bilan.noms.resultats), pq.read_table(bilan.noms.rejets)
    lignes = sorted(resultats["ligne"].to_pylist() + rejets["ligne"].to_pylist())
    assert lignes == list(range(entree.num_rows)), "chaque ligne une fois, et une seule"
    assert (bilan.entrees, bilan.sorties, bilan.rejets) == (entree.num_rows, resultats.num_rows, rejets.num_rows)
    return bilan, resultats, rejets


def test_les_resultats_sont_ceux_des_colonnes(tmp_path: Path) -> None:
    entree = table(1000)
    _, resultats, rejets = lancer(tmp_path, entree)
    colonnes = {nom: np.array(entree[nom].to_pylist()) for nom in entree.column_names}
    attendus = calculer(colonnes, (TOTAL,), annee=2026)[TOTAL]
    assert np.array_equal(resultats[TOTAL].to_numpy(), attendus)
    assert rejets.num_rows == 0


def test_annees_et_categories_se_melangent_dans_un_fichier(tmp_path: Path) -> None:
    entree = table(60).append_column("annee", pa.array([2018, 2022, 2026] * 20))
    entree = entree.append_column("revenu_professionnel", entree["revenu_brut"])
    _, resultats, _ = lancer(tmp_path, entree, Demande((TOTAL,), garder=("annee",)))
    colonnes = {nom: np.array(entree[nom].to_pylist()) for nom in entree.column_names if nom != "annee"}
    for annee in (2018, 2022, 2026):
        ici = np.array(entree["annee"]) == annee
        attendus = calculer({nom: c[ici] for nom, c in colonnes.items()}, (TOTAL,), annee=annee)[TOTAL]
        assert np.array_equal(resultats[TOTAL].to_numpy()[ici], attendus)
    assert resultats["annee"].to_pylist() == entree["annee"].to_pylist()


def test_une_valeur_vide_est_une_colonne_absente_pour_cette_ligne(tmp_path: Path) -> None:
    entree = table(4).append_column("debut", pa.array([None, None, 20_000, 20_000], pa.int32()).cast(pa.date32()))
    entree = entree.append_column("dividendes", pa.array([None, 100.0, None, None]))
    entree = entree.append_column("saisonniere", pa.array([None, True, False, None]))
    _, resultats, _ = lancer(tmp_path, entree)
    une_a_une = []
    for ligne in entree.to_pylist():
        donnees = {nom: valeur for nom, valeur in ligne.items() if valeur is not None}
        une_a_une.append(calculer(donnees, (TOTAL,), annee=2026)[TOTAL][0])
    assert resultats[TOTAL].to_pylist() == une_a_une


@pytest.mark.parametrize(
    ("colonne", "valeurs", "dit"),
    [
        ("revenu_brut", [1.0, float("nan"), 3.0, 4.0], "attendu : un nombre fini"),
        ("revenu_brut", [1.0, float("inf"), 3.0, 4.0], "attendu : un nombre fini"),
        ("revenu_brut", [1.0, 1e30, 3.0, 4.0], "attendu : au plus 1e+12"),
        ("revenu_brut", ["1", "douze", "3,5", "4"], "« douze » ; attendu : un nombre"),
        ("nature", ["artisanale", "artisanal", "commerciale", "commerciale"], "« artisanal » ; attendu : l'un de"),
        ("debut", ["2020-01-01", "2020-02-31", "2020-01-01", "2020-01-01"], "attendu : une date AAAA-MM-JJ"),
        ("debut", ["2020-01-01", "0203-01-01", "2020-01-01", "2020-01-01"], "attendu : une date AAAA-MM-JJ"),
        ("acre", ["oui", "peut-être", "non", "1"], "attendu : oui ou non"),
        ("profession", ["boulanger", "boulangé", "boulanger", "boulanger"], "vouliez-vous dire « boulanger »"),
        ("departement", ["35", "350", "2A", "974"], "attendu : un code de département"),
        ("commune", ["35238", "99999", "75056", "13055"], "99999"),
        ("chiffre_affaires", [1.0, -1.0, 3.0, 4.0], "attendu : un nombre positif ou nul"),
    ],
)
def test_la_ligne_fautive_seule_est_refusee(tmp_path: Path, colonne: str, valeurs: list[Any], dit: str) -> None:
    entree = table(4)
    if colonne in entree.column_names:
        entree = entree.drop_columns([colonne])
    _, resultats, rejets = lancer(tmp_path, entree.append_column(colonne, pa.array(valeurs)))
    assert rejets["ligne"].to_pylist() == [1]
    assert rejets["colonne"].to_pylist() == [colonne]
    assert dit in rejets["motif"][0].as_py()
    assert resultats[TOTAL].null_count == 0


def test_ce_que_la_loi_refuse_est_un_rejet_avec_son_motif(tmp_path: Path) -> None:
    professions = pa.array(["medecin", None, None, None])
    natures = pa.array(["liberale", "artisanale", "commerciale", "artisanale"])
    entree = table(4).drop_columns(["nature"]).append_column("profession", professions).append_column("nature", natures)
    _, _, rejets = lancer(tmp_path, entree)
    assert rejets.to_pylist() == [
        {
            "ligne": 0,
            "colonne": "",
            "motif": "Médecin dont la position conventionnelle manque : ses cotisations en dépendent",
        }
    ]


def test_une_annee_hors_de_la_loi_refuse_la_ligne(tmp_path: Path) -> None:
    entree = table(4).append_column("annee", pa.array([2026, 1789, 2026, 2026]))
    _, _, rejets = lancer(tmp_path, entree, Demande((TOTAL,)))
    assert rejets["ligne"].to_pylist() == [1]
    assert "1789 n'est pas couverte" in rejets["motif"][0].as_py()


@pytest.mark.parametrize(
    ("changer", "demande", "erreur", "dit"),
    [
        (lambda t: t.rename_columns(["revenu_brutt", "nature", "statut"]), DEMANDE, ColonneInvalide, "revenu_brut »"),
        (lambda t: t, Demande(("totale",), annee=2026), NomInconnu, "cible inconnu"),
        (lambda t: t, Demande((), annee=2026), DemandeInvalide, "--cible"),
        (lambda t: t, Demande((TOTAL,)), DemandeInvalide, "colonne annee"),
        (lambda t: t, Demande((TOTAL,), annee=2026, garder=("siret",)), DemandeInvalide, "« siret »"),
        (lambda t: t.drop_columns(["revenu_brut"]), DEMANDE, FaitsManquants, "il manque des colonnes"),
        (lambda t: t.append_column("acre", pa.array([[1]] * 4)), DEMANDE, ColonneInvalide, "acre : type"),
    ],
)
def test_ce_qui_ne_peut_etre_calcule_est_refuse_d_emblee(
    tmp_path: Path, changer: Any, demande: Demande, erreur: type[ErreurEgide], dit: str
) -> None:
    pq.write_table(changer(table()), tmp_path / "e.parquet")
    with pytest.raises(erreur, match=dit):
        traiter(tmp_path / "e.parquet", tmp_path / "s.parquet", demande)
    assert not (tmp_path / "s.parquet").exists()


def test_csv_dossier_et_partition_donnent_les_memes_montants(tmp_path: Path) -> None:
    entree = table(40)
    _, attendus, _ = lancer(tmp_path, entree)
    lignes = ["revenu_brut;nature;statut"]
    lignes += [f"{r['revenu_brut']:.9f};{r['nature']};{r['statut']}".replace(".", ",") for r in entree.to_pylist()]
    (tmp_path / "e.csv").write_text("\n".join(lignes), encoding="utf-8")
    traiter(tmp_path / "e.csv", tmp_path / "csv", DEMANDE)
    assert pq.read_table(tmp_path / "csv" / "resultats.parquet")[TOTAL].to_pylist() == attendus[TOTAL].to_pylist()
    for nature in ("artisanale", "commerciale"):
        dossier = tmp_path / "parties" / f"nature={nature}"
        dossier.mkdir(parents=True)
        ici = np.array(entree["nature"].to_pylist()) == nature
        pq.write_table(entree.filter(pa.array(ici)).drop_columns(["nature"]), dossier / "a.parquet")
    traiter(tmp_path / "parties", tmp_path / "p.parquet", DEMANDE)
    lus = pq.read_table(tmp_path / "p.parquet", partitioning=None)[TOTAL].to_pylist()
    assert sorted(lus) == sorted(attendus[TOTAL].to_pylist())


def test_les_intermediaires_sont_les_valeurs_dont_la_cible_est_faite(tmp_path: Path) -> None:
    _, resultats, _ = lancer(tmp_path, table(), replace(DEMANDE, intermediaires=True))
    assert {"cotisation_maladie_maternite", "assiette_sociale"} <= set(resultats.column_names)
    attendus = calculer(table().to_pydict(), ("assiette_sociale",), annee=2026)["assiette_sociale"]
    assert resultats["assiette_sociale"].to_pylist() == attendus.tolist()


def test_un_fichier_coupe_est_nomme(tmp_path: Path) -> None:
    pq.write_table(table(400), tmp_path / "e.parquet")
    entier = (tmp_path / "e.parquet").read_bytes()
    (tmp_path / "coupe.parquet").write_bytes(entier[: len(entier) // 2])
    with pytest.raises(FichierIllisible, match=r"coupe\.parquet : illisible"):
        traiter(tmp_path / "coupe.parquet", tmp_path / "s.parquet", DEMANDE)


def test_un_disque_plein_est_dit_et_ne_laisse_rien(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pq.write_table(table(), tmp_path / "e.parquet")

    def plein(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("egide.population.manifeste.Journal.garder", plein)
    with pytest.raises(EcritureImpossible, match="plus de place sur le disque"):
        traiter(tmp_path / "e.parquet", tmp_path / "s.parquet", DEMANDE)
    assert not (tmp_path / "s.parquet").exists()


def test_une_ecriture_coupee_en_chemin_ne_laisse_rien_sous_le_nom(tmp_path: Path) -> None:
    pq.write_table(table(200_000), tmp_path / "e.parquet")
    limiter = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (2**19, 2**19)); {LANCER}"
    commande = [sys.executable, "-c", limiter, "population", str(tmp_path / "e.parquet"), str(tmp_path / "s.parquet")]
    rendu = subprocess.run(
        [*commande, "--cible", TOTAL, "--annee", "2026"], capture_output=True, text=True, check=False
    )
    assert "impossible d'écrire (fichier trop grand" in rendu.stderr
    assert "Traceback" not in rendu.stderr
    assert not list(tmp_path.glob("s.*"))


def test_un_dossier_qui_n_en_est_pas_un_est_dit(tmp_path: Path) -> None:
    pq.write_table(table(), tmp_path / "e.parquet")
    (tmp_path / "fichier").write_text("rien")
    with pytest.raises(EcritureImpossible, match="impossible d'écrire"):
        traiter(tmp_path / "e.parquet", tmp_path / "fichier" / "s.parquet", DEMANDE)


def test_un_calcul_tue_vingt_fois_finit_au_meme_octet(tmp_path: Path) -> None:
    pq.write_table(table(LIGNES_DU_LONG_CALCUL), tmp_path / "e.parquet")
    temoin = traiter(tmp_path / "e.parquet", tmp_path / "temoin.parquet", DEMANDE)
    commande = [sys.executable, "-c", LANCER, "population", str(tmp_path / "e.parquet")]
    commande += [str(tmp_path / "s.parquet"), "--cible", TOTAL, "--annee", "2026"]
    hasard = random.Random(20261124)
    tues = 0
    for _ in range(COUPURES):
        calcul = subprocess.Popen(commande, stderr=subprocess.DEVNULL)
        time.sleep(hasard.uniform(0.3, 2.5))
        if calcul.poll() is None:
            os.kill(calcul.pid, signal.SIGKILL)
            tues += 1
        calcul.wait()
        assert (
            not (tmp_path / "s.parquet").exists()
            or pq.read_metadata(tmp_path / "s.parquet").num_rows == LIGNES_DU_LONG_CALCUL
        )
    subprocess.run(commande, check=True, stderr=subprocess.DEVNULL)
    assert tues > 0
    for nom in ("resultats", "rejets", "manifeste"):
        attendu = getattr(temoin.noms, nom)
        assert (tmp_path / attendu.name.replace("temoin", "s")).read_bytes() == attendu.read_bytes(), nom
    parties = json.loads((tmp_path / "s.manifeste.json").read_text())["parties"]
    assert sum(partie["entrees"] for partie in parties) == LIGNES_DU_LONG_CALCUL
    assert not list(tmp_path.glob(".*en_cours"))
