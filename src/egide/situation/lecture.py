"""Reading a situation: a file, the standard input, an open file or a mapping."""

from __future__ import annotations

import os
import sys
import textwrap
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import IO, Any

from egide.situation.fautes import Faute, SituationInvalide, refus
from egide.situation.formats import DocumentIllisible, lire_json, lire_yaml
from egide.situation.modele import Situation
from egide.situation.validation import valider

Source = str | os.PathLike[str] | IO[str] | IO[bytes] | Mapping[str, Any] | Situation

TAILLE_MAXIMALE = 5_000_000
"""Bytes; a situation weighs a few thousand."""


LONGUEUR_NOM = 200


def charger(source: Source, *, aujourd_hui: date | None = None) -> Situation:
    """Read and validate a situation.

    Args:
        source: path of a JSON (.json) or YAML file, "-" for the standard input, an open file, or a mapping.
        aujourd_hui: day on which nobody born later can be insured; the current day unless told otherwise.

    Raises:
        SituationInvalide: with every fault, one French line each.
    """
    if isinstance(source, Situation):
        return source
    return valider(lire_document(source), aujourd_hui=aujourd_hui)


def lire_document(source: str | os.PathLike[str] | IO[str] | IO[bytes] | Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the document of a situation, not validated.

    Raises:
        SituationInvalide: it cannot be read, or is no mapping.
    """
    if isinstance(source, Mapping):
        return source
    nom, octets = _lire(source)
    try:
        document = _interpreter(octets, json_attendu=nom.lower().endswith(".json"))
    except DocumentIllisible as erreur:
        raise SituationInvalide([Faute(nom, None, str(erreur))]) from None
    if not isinstance(document, Mapping):
        attendu = "un document fait de clés (personne:, activites:…)"
        raise SituationInvalide([refus(nom, document, attendu)])
    return document


def _lire(source: str | os.PathLike[str] | IO[str] | IO[bytes]) -> tuple[str, bytes]:
    """Return the name under which a source is cited, and its bytes."""
    if source == "-":
        return "entrée standard", _borner("entrée standard", sys.stdin.buffer.read(TAILLE_MAXIMALE + 1))
    if isinstance(source, str | os.PathLike):
        nom = os.fspath(source)
        try:
            with Path(nom).open("rb") as fichier:
                return nom, _borner(nom, fichier.read(TAILLE_MAXIMALE + 1))
        except (OSError, ValueError) as erreur:
            raise SituationInvalide([Faute(_court(nom), nom, _cause(erreur))]) from None
    nom = str(getattr(source, "name", "document"))
    lu = source.read(TAILLE_MAXIMALE + 1)
    return nom, _borner(nom, lu.encode("utf-8", "surrogatepass") if isinstance(lu, str) else lu)


def _borner(nom: str, octets: bytes) -> bytes:
    if len(octets) > TAILLE_MAXIMALE:
        message = f"document trop long ; attendu : au plus {TAILLE_MAXIMALE // 1_000_000} Mo"
        raise SituationInvalide([Faute(nom, len(octets), message)])
    return octets


def _court(nom: str) -> str:
    """Return a name on one line: a text given instead of a path may be a whole document."""
    texte = " ".join(nom.split())
    return textwrap.shorten(texte, LONGUEUR_NOM, placeholder="…")


def _cause(erreur: OSError | ValueError) -> str:
    match erreur:
        case FileNotFoundError():
            return "fichier introuvable"
        case PermissionError():
            return "fichier illisible : lecture non autorisée"
        case IsADirectoryError():
            return "c'est un dossier ; attendu : un fichier YAML ou JSON"
        case _:
            return "fichier illisible ; attendu : le chemin d'un fichier YAML ou JSON"


def _interpreter(octets: bytes, *, json_attendu: bool) -> object:
    try:
        texte = octets.decode("utf-8-sig")
    except UnicodeDecodeError as erreur:
        ligne = octets[: erreur.start].count(b"\n") + 1
        raise DocumentIllisible(
            f"texte illisible ligne {ligne} : il n'est pas en UTF-8 ; l'enregistrer avec l'encodage UTF-8"
        ) from None
    if not texte.strip():
        raise DocumentIllisible("document vide ; attendu : une situation (personne:, activites:…)")
    if json_attendu:
        return lire_json(texte)
    if not texte.lstrip().startswith("{"):
        return lire_yaml(texte)
    try:
        return lire_json(texte)  # JSON may hold what YAML refuses: tabs
    except DocumentIllisible as erreur:
        if erreur.definitif:
            raise
        try:
            return lire_yaml(texte)  # a brace can also begin YAML
        except DocumentIllisible:
            raise erreur from None
