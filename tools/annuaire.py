"""Build the compact file of the communes, from the official code published as an npm package.

Only facts are carried over: code, name, postal codes, what a former commune became. The départements are a table kept
by hand beside it. Running this again changes nothing unless the package does.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from platformdirs import user_cache_dir

PAQUET = "@etalab/decoupage-administratif"
ETAT = "6.0.0"
SHA256 = "c189ffd5b33fe40c2f19e1a923ce557f190622f39228745d3195d746dfe00c4a"
"""Digest of the archive of that state."""
ENTETE = f"Insee, code officiel géographique 2026 ; La Poste, codes postaux (npm {PAQUET} {ETAT}, 2026-03-09)"
SORTIE = Path(__file__).resolve().parents[1] / "src" / "egide" / "annuaire" / "donnees" / "communes.gz"
NATURES = {
    "commune-actuelle": "",
    "arrondissement-municipal": "",
    "commune-deleguee": "commune déléguée",
    "commune-associee": "commune associée",
}
"""Natures of the package, in the order of the file, with what a former commune is now."""

Brute = Mapping[str, Any]


class IndisponibleError(Exception):
    """The package cannot be had; the message says why, in French."""


def archive(cache: Path) -> Path:
    """Return the archive of the package, downloaded if it is not in the cache."""
    chemin = cache / f"etalab-decoupage-administratif-{ETAT}.tgz"
    if not chemin.exists():
        _telecharger(chemin)
    if (lu := hashlib.sha256(chemin.read_bytes()).hexdigest()) != SHA256:
        raise IndisponibleError(f"{chemin} n'est pas l'archive attendue (SHA-256 {lu}) : supprimez-la et recommencez.")
    return chemin


def _telecharger(chemin: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        raise IndisponibleError(f"npm est introuvable : installez Node.js pour obtenir {PAQUET}@{ETAT}.")
    chemin.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=chemin.parent) as dossier:
        commande = [npm, "pack", f"{PAQUET}@{ETAT}", "--pack-destination", dossier, "--fetch-retries=1"]
        try:
            resultat = subprocess.run(commande, cwd=dossier, capture_output=True, text=True, timeout=300, check=False)
            erreur = "\n".join(resultat.stderr.splitlines()[:4]) if resultat.returncode else ""
        except subprocess.TimeoutExpired:
            erreur = "aucune réponse en cinq minutes"
        telecharges = list(Path(dossier).glob("*.tgz"))
        if erreur or not telecharges:
            raise IndisponibleError(f"npm n'a pas pu télécharger {PAQUET}@{ETAT} (réseau coupé ?) :\n{erreur}")
        telecharges[0].replace(chemin)


def lire_paquet(chemin: Path) -> list[Brute]:
    """Return the communes as the package gives them."""
    with tarfile.open(chemin) as tar:
        fichier = tar.extractfile("package/data/communes.json")
        communes: list[Brute] = json.loads(fichier.read() if fichier else b"[]")
    return communes


def compacter(communes: Iterable[Brute]) -> str:
    """Return one line a column, its cells between tabs: that is what is quickest to read, and smallest.

    After the source: codes, names, postal codes and former codes of the current communes; codes, names, postal codes
    and cities of the municipal arrondissements; codes, names, natures and communes of the delegated and associated
    ones. A former code that is among the last is not repeated with the former codes.
    """
    par_nature: dict[str, list[Brute]] = {nature: [] for nature in NATURES}
    for c in sorted(communes, key=lambda c: str(c["code"])):
        par_nature[c["type"]].append(c)
    actuelles, arrondissements, *anciennes = par_nature.values()
    rattachees = sorted((c for liste in anciennes for c in liste), key=lambda c: str(c["code"]))
    nommees = {c["code"] for c in rattachees}
    colonnes = [
        *_codes_et_noms(actuelles),
        _postaux(actuelles),
        [" ".join(sorted(set(c.get("anciensCodes", ())) - nommees)) for c in actuelles],
        *_codes_et_noms(arrondissements),
        _postaux(arrondissements),
        [c["commune"] for c in arrondissements],
        *_codes_et_noms(rattachees),
        [NATURES[c["type"]] for c in rattachees],
        [c["chefLieu"] for c in rattachees],
    ]
    if any("\t" in cellule or "\n" in cellule for colonne in colonnes for cellule in colonne):
        raise ValueError("un nom contient une tabulation ou un saut de ligne")
    return "\n".join([ENTETE, *("\t".join(colonne) for colonne in colonnes)]) + "\n"


def _codes_et_noms(communes: Iterable[Brute]) -> tuple[list[str], list[str]]:
    communes = list(communes)
    return [c["code"] for c in communes], [c["nom"] for c in communes]


def _postaux(communes: Iterable[Brute]) -> list[str]:
    return [" ".join(c.get("codesPostaux", ())) for c in communes]


def ecrire(texte: str, sortie: Path = SORTIE) -> bool:
    """Write the file unless it already says that: two versions of zlib compress the same text differently."""
    if sortie.exists() and gzip.decompress(sortie.read_bytes()).decode() == texte:
        return False
    sortie.write_bytes(gzip.compress(texte.encode(), compresslevel=9, mtime=0))
    return True


def main(arguments: list[str] | None = None) -> int:
    analyseur = argparse.ArgumentParser(description="Construit le fichier des communes de l'annuaire.")
    analyseur.add_argument("--archive", type=Path, help="archive du paquet, si elle est déjà là")
    analyseur.add_argument("--sortie", type=Path, default=SORTIE)
    options = analyseur.parse_args(arguments)
    try:
        communes = lire_paquet(options.archive or archive(Path(user_cache_dir("egide")) / "decoupage"))
    except (IndisponibleError, OSError, KeyError, ValueError, tarfile.TarError) as erreur:
        print(f"ERREUR : {erreur}", file=sys.stderr)
        return 1
    change = ecrire(compacter(communes), options.sortie)
    comptes = ", ".join(f"{n} {nature}" for nature, n in Counter(c["type"] for c in communes).most_common())
    etat = "écrit" if change else "inchangé"
    print(f"{options.sortie.name} {etat} ({options.sortie.stat().st_size // 1000} ko) : {comptes}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
