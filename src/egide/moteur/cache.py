"""What is costly to make and can be made again: kept in the cache folder of the user."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from platformdirs import user_cache_path


def dossier_de_cache() -> Path:
    """Return the folder (it may not exist yet)."""
    return user_cache_path("egide")


def purger(dossier: Path, motif: str, garder: int) -> None:
    """Remove the files of a folder that match a pattern, but for the most recent ones."""
    with suppress(OSError):
        for vieux in sorted(dossier.glob(motif), key=lambda f: f.stat().st_mtime, reverse=True)[garder:]:
            vieux.unlink()


def ecrire(chemin: Path, contenu: bytes) -> bool:
    """Write a file at once, so that another process never reads half of it; return whether it could be written."""
    with suppress(OSError):
        chemin.parent.mkdir(parents=True, exist_ok=True)
        poignee, provisoire = tempfile.mkstemp(dir=chemin.parent)
        with os.fdopen(poignee, "wb") as fichier:
            fichier.write(contenu)
        Path(provisoire).replace(chemin)
        return True
    return False
