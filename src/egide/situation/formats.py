"""The two ways of writing a document, JSON and YAML, with their faults of syntax told in French."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError


class DocumentIllisible(Exception):
    """A document that is neither JSON nor YAML.

    Attributes:
        definitif: True when trying the other format is pointless.
    """

    def __init__(self, message: str, *, definitif: bool = False) -> None:
        self.definitif = definitif
        super().__init__(message)


_JSON = {
    "Expecting property name enclosed in double quotes": "un nom de clé entre guillemets doubles est attendu "
    "(virgule en trop avant la fermeture ?)",
    "Expecting ':' delimiter": "deux-points attendu après le nom de la clé",
    "Expecting ',' delimiter": "virgule ou fermeture attendue",
    "Expecting value": "valeur attendue",
    "Unterminated string starting at": "guillemets non fermés",
    "Invalid control character at": "retour à la ligne ou tabulation dans un texte entre guillemets",
    "Extra data": "texte en trop après la fin du document",
    "Illegal trailing comma before end of object": "virgule en trop avant la fermeture",
    "Illegal trailing comma before end of array": "virgule en trop avant la fermeture",
}

# First fragment of ruamel's message that is found, and its meaning for who writes the file.
_YAML = (
    ("found duplicate key", "clé donnée deux fois"),
    ("'\\t'", "tabulation : YAML n'accepte que des espaces en début de ligne"),
    (
        "mapping values are not allowed",
        "deux-points inattendu : retrait irrégulier, ou texte à mettre entre guillemets",
    ),
    ("expected <block end>", "retrait irrégulier : les clés d'un même niveau doivent être alignées"),
    ("could not find expected ':'", "deux-points manquant après une clé"),
    ("unexpected end of stream", "guillemets non fermés"),
    ("expected ',' or", "virgule ou fermeture manquante entre accolades ou crochets"),
    ("expected the node content", "valeur attendue : accolade, crochet ou virgule mal placé"),
    ("cannot start any token", "caractère interdit à cette place : mettre le texte entre guillemets"),
    ("could not determine a constructor", "étiquette « ! » non acceptée"),
    ("expected a single document", "plusieurs documents : une seule situation est attendue"),
    ("unhashable key", "une clé doit être un mot ou un nombre"),
    ("unacceptable key", "une clé doit être un mot ou un nombre"),
    ("renvoi", "renvoi « * » non accepté : répéter la valeur"),
    (
        "unknown escape character",
        "barre oblique inverse entre guillemets doubles : utiliser des guillemets simples",
    ),
)


def lire_json(texte: str) -> object:
    """Return a JSON document; a key given twice in one object is a fault."""
    try:
        return json.loads(texte, object_pairs_hook=_sans_double)
    except json.JSONDecodeError as erreur:
        explication = _JSON.get(erreur.msg, "construction incorrecte")
        message = f"JSON incorrect ligne {erreur.lineno}, colonne {erreur.colno} : {explication}"
        raise DocumentIllisible(message) from None
    except (RecursionError, ValueError):
        raise DocumentIllisible("JSON incorrect : trop de niveaux, ou nombre démesuré", definitif=True) from None


def _sans_double(paires: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(paires)
    if len(table) < len(paires):
        noms = [nom for nom, _ in paires]
        double = next(nom for nom in noms if noms.count(nom) > 1)
        raise DocumentIllisible(f"JSON incorrect : clé donnée deux fois (« {double} »)", definitif=True)
    return table


def lire_yaml(texte: str) -> object:
    """Return a YAML document; dates stay texts, so that an impossible one is a fault of its field."""
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        return _yaml().load(texte)
    except MarkedYAMLError as erreur:
        raise DocumentIllisible(_expliquer(erreur)) from None
    except (YAMLError, RecursionError, ValueError):
        raise DocumentIllisible("YAML incorrect : caractère interdit ou construction trop profonde") from None


def _yaml() -> YAML:
    from ruamel.yaml import YAML
    from ruamel.yaml.composer import Composer, ComposerError
    from ruamel.yaml.constructor import SafeConstructor
    from ruamel.yaml.events import AliasEvent

    class SansRenvoi(Composer):
        """A composer without aliases: a few lines of them can unfold into billions of values."""

        def compose_node(self, parent: Any, index: Any) -> Any:
            if self.parser.check_event(AliasEvent):
                raise ComposerError(None, None, "renvoi", self.parser.peek_event().start_mark)
            return super().compose_node(parent, index)

    class DatesEnTexte(SafeConstructor):
        """A constructor for which a timestamp is a text."""

    DatesEnTexte.add_constructor("tag:yaml.org,2002:timestamp", SafeConstructor.construct_yaml_str)
    yaml = YAML(typ="safe", pure=True)
    yaml.Composer = SansRenvoi
    yaml.Constructor = DatesEnTexte
    return yaml


def _expliquer(erreur: MarkedYAMLError) -> str:
    probleme = f"{erreur.problem} {erreur.context or ''}"
    explication = next((sens for fragment, sens in _YAML if fragment in probleme), "construction incorrecte")
    if explication == "clé donnée deux fois":
        double = probleme.split('"')[1]
        explication += f" (« {double} »)"
    # Quotes that are never closed are found at the end of the file, and mended where they open.
    ouverture = explication == "guillemets non fermés"
    marque = (erreur.context_mark if ouverture else None) or erreur.problem_mark or erreur.context_mark
    ou = f" ligne {marque.line + 1}, colonne {marque.column + 1}" if marque is not None else ""
    return f"YAML incorrect{ou} : {explication}"
