"""What was done of a run: which parts, of what, by which rules. A run that was killed goes on from there."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.ipc

import egide
from egide.moteur.erreurs import ErreurEgide


class EcritureImpossible(ErreurEgide):
    """A place where nothing can be written: which one, why, how to mend it."""


@cache
def empreinte_des_regles() -> str:
    """Return a hash of all that determines an amount: the rules, the parameters, the engine."""
    racine = Path(next(iter(egide.__path__)))
    empreinte = hashlib.sha256()
    for fichier in sorted(
        f for f in racine.rglob("*") if f.suffix in (".py", ".yaml", ".csv") and "cli" not in f.parts
    ):
        empreinte.update(fichier.relative_to(racine).as_posix().encode() + b"\0" + fichier.read_bytes())
    return empreinte.hexdigest()


@dataclass(frozen=True)
class Noms:
    """The files of a run.

    A name that ends in `.parquet` is that of the results, and the others are named after it; any other is a folder.
    """

    resultats: Path
    rejets: Path
    manifeste: Path
    en_cours: Path

    @classmethod
    def de(cls, sortie: Path) -> Noms:
        """Return the names for the output asked for."""
        if sortie.suffix == ".parquet":
            base = sortie.with_suffix("")
            return cls(
                sortie,
                base.with_name(f"{base.name}.rejets.parquet"),
                base.with_name(f"{base.name}.manifeste.json"),
                sortie.with_name(f".{sortie.name}.en_cours"),
            )
        return cls(*(sortie / nom for nom in ("resultats.parquet", "rejets.parquet", "manifeste.json", ".en_cours")))


@contextmanager
def ecriture(chemin: Path) -> Iterator[None]:
    """Say in French why nothing could be written."""
    try:
        yield
    except OSError as erreur:
        motif = os.strerror(erreur.errno) if erreur.errno else str(erreur)
        raise EcritureImpossible(
            f"{chemin} : impossible d'écrire ({_francais(erreur.errno) or motif}). Aucun fichier partiel n'est laissé "
            "sous ce nom ; la même commande reprendra où elle s'est arrêtée."
        ) from None


def _francais(numero: int | None) -> str:
    return {
        errno.ENOSPC: "plus de place sur le disque",
        errno.EDQUOT: "quota de disque dépassé",
        errno.EROFS: "disque en lecture seule",
        errno.EACCES: "dossier sans droit d'écriture",
        errno.EPERM: "dossier sans droit d'écriture",
        errno.ENOENT: "ce dossier n'existe pas",
        errno.EFBIG: "fichier trop grand pour ce disque",
        errno.ENOTDIR: "ce n'est pas un dossier",
    }.get(numero or 0, "")


class Journal:
    """The parts done so far, in a folder beside the output: each appears whole or not at all.

    Args:
        dossier: where they are.
        cle: what they depend on; parts of another run are dropped.
    """

    def __init__(self, dossier: Path, cle: Mapping[str, Any]) -> None:
        self._dossier = dossier
        self._texte = json.dumps(cle, ensure_ascii=False, sort_keys=True, indent=2)
        if not self._est_le_mien():
            shutil.rmtree(dossier, ignore_errors=True)
            dossier.mkdir(parents=True)
            ecrire_d_un_coup(dossier / "cle.json", self._texte.encode())

    def _est_le_mien(self) -> bool:
        cle = self._dossier / "cle.json"
        return cle.exists() and cle.read_text(encoding="utf-8") == self._texte

    def reprendre(self, rang: int, lignes: int) -> tuple[pa.RecordBatch, pa.RecordBatch] | None:
        """Return a part that was done, None when it is to be done."""
        parties = []
        for sorte in ("resultats", "rejets"):
            try:
                with pa.OSFile(str(self._chemin(rang, sorte))) as fichier:
                    parties.append(pa.ipc.open_file(fichier).get_batch(0))
            except (OSError, pa.ArrowInvalid):
                return None
        resultats, rejets = parties
        return (resultats, rejets) if resultats.num_rows + rejets.num_rows == lignes else None

    def garder(self, rang: int, resultats: pa.RecordBatch, rejets: pa.RecordBatch) -> None:
        """Keep a part."""
        for sorte, lot in (("rejets", rejets), ("resultats", resultats)):
            chemin = self._chemin(rang, sorte)
            provisoire = chemin.with_suffix(".tmp")
            with pa.OSFile(str(provisoire), "wb") as fichier, pa.ipc.new_file(fichier, lot.schema) as ecrivain:
                ecrivain.write_batch(lot)
            provisoire.replace(chemin)

    def fichier(self, nom: str) -> Path:
        """Return the name of a file under way."""
        return self._dossier / nom

    def fermer(self) -> None:
        """Drop the parts, once the output is there."""
        shutil.rmtree(self._dossier, ignore_errors=True)

    def _chemin(self, rang: int, sorte: str) -> Path:
        return self._dossier / f"{rang:06d}.{sorte}.arrow"


def ecrire_d_un_coup(chemin: Path, contenu: bytes) -> None:
    """Write a file that appears whole."""
    provisoire = chemin.with_name(f".{chemin.name}.tmp")
    provisoire.write_bytes(contenu)
    provisoire.replace(chemin)


def cle_de(entree: str, demande: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a run depends on."""
    return {
        "egide": version("egide"),
        "pyarrow": pa.__version__,
        "regles_et_parametres": empreinte_des_regles(),
        "entree": entree,
        "demande": dict(demande),
    }
