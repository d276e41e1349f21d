"""The tool that builds the file of the communes, on a few: no network, no cache of the user."""

from __future__ import annotations

import gzip
import importlib
import io
import json
import subprocess
import sys
import tarfile
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

OUTILS = Path(__file__).resolve().parents[2] / "tools"
COMMUNES: list[dict[str, Any]] = [
    {"code": "75056", "nom": "Paris", "type": "commune-actuelle", "codesPostaux": ["75001", "75116"]},
    {
        "code": "75116",
        "nom": "Paris 16e",
        "type": "arrondissement-municipal",
        "commune": "75056",
        "codesPostaux": ["75116"],
    },
    {
        "code": "01015",
        "nom": "Arboys",
        "type": "commune-actuelle",
        "codesPostaux": ["01300"],
        "anciensCodes": ["01340", "01999"],
    },
    {"code": "01340", "nom": "Saint-Bois", "type": "commune-deleguee", "chefLieu": "01015"},
    {"code": "01015", "nom": "Arbignieu", "type": "commune-associee", "chefLieu": "01015"},
    {"code": "98411", "nom": "Îles", "type": "commune-actuelle"},
]
COLONNES = [
    "01015\t75056\t98411",
    "Arboys\tParis\tÎles",
    "01300\t75001 75116\t",
    "01999\t\t",
    "75116",
    "Paris 16e",
    "75116",
    "75056",
    "01015\t01340",
    "Arbignieu\tSaint-Bois",
    "commune associée\tcommune déléguée",
    "01015\t01015",
]


@pytest.fixture(scope="module")
def outil() -> ModuleType:
    sys.path.insert(0, str(OUTILS))
    try:
        return importlib.import_module("annuaire")
    finally:
        sys.path.remove(str(OUTILS))


@pytest.fixture
def paquet(tmp_path: Path) -> Path:
    contenu = json.dumps(COMMUNES).encode()
    chemin = tmp_path / "paquet.tgz"
    with tarfile.open(chemin, "w:gz") as tar:
        entree = tarfile.TarInfo("package/data/communes.json")
        entree.size = len(contenu)
        tar.addfile(entree, io.BytesIO(contenu))
    return chemin


def test_columns(outil: ModuleType) -> None:
    source, *colonnes = outil.compacter(COMMUNES).splitlines()
    assert source == outil.ENTETE
    assert colonnes == COLONNES
    assert outil.compacter(reversed(COMMUNES)) == outil.compacter(COMMUNES)


def test_a_separator_in_a_name_is_refused(outil: ModuleType) -> None:
    with pytest.raises(ValueError, match="tabulation"):
        outil.compacter([{**COMMUNES[0], "nom": "Pa\tris"}])


def test_the_file_is_written_once(
    outil: ModuleType, paquet: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sortie = tmp_path / "communes.gz"
    commande = ["--archive", str(paquet), "--sortie", str(sortie)]
    assert outil.main(commande) == 0
    assert "communes.gz écrit" in capsys.readouterr().out
    octets = sortie.read_bytes()
    # The same text as another zlib might compress it is left alone.
    sortie.write_bytes(gzip.compress(gzip.decompress(octets), compresslevel=1, mtime=0))
    assert outil.main(commande) == 0
    assert "inchangé" in capsys.readouterr().out
    assert sortie.read_bytes() != octets


def test_a_wrong_archive_is_refused(outil: ModuleType, tmp_path: Path) -> None:
    (tmp_path / f"etalab-decoupage-administratif-{outil.ETAT}.tgz").write_bytes(b"")
    with pytest.raises(outil.IndisponibleError, match="n'est pas l'archive attendue"):
        outil.archive(tmp_path)


def test_a_missing_archive_is_one_line(outil: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert outil.main(["--archive", str(tmp_path / "absente.tgz"), "--sortie", str(tmp_path / "x.gz")]) == 1
    assert capsys.readouterr().err.startswith("ERREUR : ")


def test_nothing_is_read_at_import() -> None:
    programme = """
import sys
lus = []
sys.addaudithook(lambda nom, arguments: lus.append(str(arguments[0])) if nom == "open" else None)
from egide.annuaire import maladie, recherche, reperes, reseaux
print([lu for lu in lus if lu.endswith((".csv", ".gz"))])
"""
    resultat = subprocess.run([sys.executable, "-c", programme], capture_output=True, text=True, check=True)
    assert resultat.stdout.strip() == "[]"
