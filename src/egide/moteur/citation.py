"""Citations of legal texts: one spelling, read in one place, shown without the version that was read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_CODES = ("CSS", "c. trav.", "c. com.", "c. civ.", "CASF", "CSP", "CRPM", "CMF", "CPCE", "CRPA", "LPF")
"""Codes whose articles are numbered by a letter (L., R., D.…)."""

_EXEMPLES = "« CSS D. 621-2 (2022-12-10) », « c. trav. L. 6331-48 », « CGI 154 bis », « L. 2025-199 art. 13 »"

_ALTERNATIVE_CODES = "|".join(re.escape(code) for code in _CODES)
_RANG = r"(?:bis|ter|quater|[a-z]+ies|[A-Z]{1,2})"
_NUMERO = r"\d+(?:-\d+)*(?:[ -][A-Z])?"
_ARTICLE_DE_TEXTE = rf"(?: art\. (?P<article>\d+(?:[-.]\d+)*(?: {_RANG})*))?"
# The alinéa is free text: nothing checks it, it only has to stay readable beside the article.
_SUITE = r"(?:, (?P<alinea>[^()\s](?:[^()]*[^()\s])?))?(?: \((?P<jour>\d{4}-\d\d-\d\d)\))?"

_FORMES = tuple(
    re.compile(forme + _SUITE)
    for forme in (
        rf"(?P<code>{_ALTERNATIVE_CODES}) (?P<lettre>LO|[LRDA])\. (?P<numero>{_NUMERO})",
        rf"(?P<code>CGI(?: ann\. [IV]+)?) (?P<article>\d+(?:-\d+)?(?: {_RANG})*)",
        # A year has two or four digits: « D. 621-2 » is an article whose code was forgotten, not a decree.
        rf"(?P<code>LO|L\.|D\.|Ord\.) (?:19\d\d|20\d\d|\d\d)-\d+{_ARTICLE_DE_TEXTE}",
        rf"(?P<code>Règl\.) \d+/(?:19|20)\d\d{_ARTICLE_DE_TEXTE}",
        rf"(?P<code>Arr\.) \d{{4}}-\d\d-\d\d{_ARTICLE_DE_TEXTE}",
        r"(?P<code>Statuts) (?P<organisme>[A-Z][\w'-]*) art\. (?P<article>\d+(?:[-.]\d+)*)",
    )
)
_MAL_ECRITE = re.compile(
    rf"(?P<code>{_ALTERNATIVE_CODES})?\s*(?:art\.?\s*)?(?P<lettre>LO|[LRDA])\.?\s*(?P<numero>{_NUMERO})\b"
)
_VERSION = re.compile(r" \(\d{4}-\d\d-\d\d\)$")


@dataclass(frozen=True, slots=True)
class Citation:
    """One article, or one text that is not codified.

    Attributes:
        texte: the citation as it was written.
        code: the code ("CSS", "c. trav.", "CGI"…) or the kind of text ("D.", "L.", "Ord."…).
        article: its number without dot nor space after the letter ("D621-2"), or the number inside a
            text that is not codified ("13"); None where a whole text is cited.
        jour: first day of the version that was read, if the citation says so.
    """

    texte: str
    code: str
    article: str | None
    jour: date | None

    @property
    def sans_version(self) -> str:
        """The citation as shown to people: without the day of the version."""
        return _VERSION.sub("", self.texte)


def lire_citation(texte: str) -> Citation:
    """Read a citation such as "CSS D. 621-2 (2022-12-10)".

    Raises:
        ValueError: in French, for one that cannot be read; only one spelling is accepted, so that the
            same article is shown in the same way everywhere.
    """
    lue = next((m for forme in _FORMES if (m := forme.fullmatch(texte))), None)
    if lue is None:
        raise ValueError(f"Citation illisible : « {texte} ». {_conseil(texte)}")
    groupes = lue.groupdict()
    article = f"{groupes['lettre']}{groupes['numero']}" if groupes.get("numero") else groupes["article"]
    return Citation(texte, groupes["code"], article, _lire_jour(groupes["jour"], texte))


def _lire_jour(jour: str | None, texte: str) -> date | None:
    try:
        return date.fromisoformat(jour) if jour else None
    except ValueError:
        raise ValueError(f"Citation illisible : « {texte} ». Le {jour} n'existe pas.") from None


def _conseil(texte: str) -> str:
    """Say what was probably meant, or what is accepted."""
    voisine = _MAL_ECRITE.match(texte.strip())
    if voisine is None:
        return f"On attend par exemple {_EXEMPLES}."
    probable = f"{voisine['code'] or 'CSS'} {voisine['lettre']}. {voisine['numero']}"
    if voisine["code"] is None:
        return f"Le code manque : par exemple « {probable} »."
    if texte.startswith(probable):
        attendu = "un alinéa après une virgule et un jour entre parenthèses (AAAA-MM-JJ)"
        return f"Après « {probable} », on n'attend qu'{attendu}."
    return f"Faut-il lire « {probable} » ?"
