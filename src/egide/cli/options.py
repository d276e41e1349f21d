"""What the commands share: their options, and the writing of an answer in JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

import click

from egide.cli.francais import Nombre
from egide.moteur.periode import lire_jour

F = TypeVar("F", bound=Callable[..., Any])

en_json = click.option("--json", "json_", is_flag=True, help="Répond en JSON.")
annee = click.option(
    "--annee",
    type=Nombre("une année, par exemple 2026", entier=True),
    metavar="AAAA",
    help="Année du revenu (par défaut : la dernière vérifiée).",
)
nature = click.option(
    "--nature", metavar="NATURE", default="definitives", help="definitives (par défaut) ou provisionnelles."
)
extrapoler = click.option(
    "--extrapoler",
    is_flag=True,
    help="Prolonge les chiffres au-delà de leur dernière vérification ; la réponse le dit.",
)
situation = click.argument("situation", metavar="SITUATION")


def d_une_annee(fonction: F) -> F:
    """Add the options of a question about one income year."""
    for option in (en_json, extrapoler, nature, annee):
        fonction = option(fonction)
    return fonction


def jour_demande(texte: str | None, option: str = "--date") -> date | None:
    """Return the day written in an option, None where there is none."""
    try:
        return lire_jour(texte) if texte else None
    except ValueError as erreur:
        raise click.BadParameter(f"{option} : {erreur}") from None


def ecrire_explication(etape: Any, *, json_: bool) -> None:
    """Print how a value was obtained."""
    if json_:
        from egide.moteur.explication import en_dict

        ecrire_json({"question": "expliquer", **en_dict(etape)})
    else:
        from egide.cli.affichage import afficher_explication

        afficher_explication(etape)


def ecrire_json(document: Mapping[str, Any]) -> None:
    """Print an answer as JSON."""
    sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
