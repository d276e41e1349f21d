"""The articles of two codes, version by version, from dated states published as an npm package.

The states are downloaded once into the user's cache, beside an index of the versions of every article. One
state is not enough: an article repealed since, and the texts of past versions, are only in the older ones.
"""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
import sys
import tarfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from difflib import get_close_matches
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from egide.moteur.citation import Citation

PAQUET = "@socialgouv/legi-data"
ETATS = ("1.1.19", "1.46.0", "2.24.0", "2.100.0", "2.229.0", "2.263.0", "2.513.0")
"""Versions of the package: March and Nov. 2020, Jan. and Dec. 2021, Feb. and June 2023, March 2026."""
CODES = {"CSS": "LEGITEXT000006073189", "c. trav.": "LEGITEXT000006072050"}
MONTRES = 4
"""How many numbers or versions an error names."""
FORMAT = 1
"""Number of the layout of the cached index; raising it has the index rebuilt."""
SANS_FIN = date(2222, 1, 1)
"""From this year on, the last day of a version stands for "no end known" (the data say 2222 or 2999)."""

Arbre = dict[str, Any]


class IndisponibleError(Exception):
    """The states of the codes cannot be had; the message says why and what to do, in French."""


class Version(NamedTuple):
    """One version of an article.

    `vu` is set when no state says how the article ended, only that it is in the state of the day `vu` and no
    longer in the next: `fin` is then the last day possible. `etat` is the rank of the last state that has its
    text, None when none has it.
    """

    id: str
    debut: date
    fin: date
    vu: date | None
    etat: int | None

    def __str__(self) -> str:
        if self.fin >= SANS_FIN:
            return f"depuis le {self.debut}"
        return f"du {self.debut} au {self.fin}{' au plus tard' if self.vu else ''}"


@dataclass(frozen=True)
class Code:
    """The articles of one code over all the states, whose days are `jours`."""

    jours: list[date]
    articles: dict[str, list[Version]]


def archive(etat: str, cache: Path) -> Path:
    """Return the tarball of one state, downloaded if it is not in the cache.

    Raises:
        IndisponibleError: npm or the network is missing.
    """
    chemin = cache / f"socialgouv-legi-data-{etat}.tgz"
    if chemin.exists():
        return chemin
    npm = shutil.which("npm")
    if npm is None:
        raise IndisponibleError(
            f"npm est introuvable : installez Node.js, qui l'apporte, pour obtenir {PAQUET}@{etat}."
        )
    print(f"Téléchargement de {PAQUET}@{etat} (une seule fois)…", file=sys.stderr)
    cache.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=cache) as dossier:
        commande = [npm, "pack", f"{PAQUET}@{etat}", "--pack-destination", dossier, "--fetch-retries=1"]
        try:
            resultat = subprocess.run(commande, cwd=dossier, capture_output=True, text=True, timeout=600, check=False)
            erreur = "\n".join(resultat.stderr.splitlines()[:4]) if resultat.returncode else ""
        except subprocess.TimeoutExpired:
            erreur = "aucune réponse en dix minutes"
        telecharges = list(Path(dossier).glob("*.tgz"))
        if erreur or not telecharges:
            raise IndisponibleError(f"npm n'a pas pu télécharger {PAQUET}@{etat} (réseau coupé ?) :\n{erreur}")
        # A name in the cache always stands for a whole file, even if this run is interrupted.
        telecharges[0].replace(chemin)
    return chemin


def lire_arbre(etat: str, code: str, cache: Path) -> Arbre:
    """Return the tree of one code in one state."""
    chemin = archive(etat, cache)
    try:
        with tarfile.open(chemin) as tar:
            fichier = tar.extractfile(f"package/data/{CODES[code]}.json")
            arbre: Arbre = json.loads(fichier.read() if fichier else b"")
    except (OSError, EOFError, KeyError, ValueError, tarfile.TarError, zlib.error) as erreur:
        raise IndisponibleError(f"{chemin} est illisible ({erreur}) : supprimez-le et recommencez.") from erreur
    return arbre


def articles(arbre: Arbre) -> Iterator[Arbre]:
    """Yield the data of every article of a tree."""
    pile = [arbre]
    while pile:
        noeud = pile.pop()
        if noeud["type"] == "article":
            yield noeud["data"]
        pile.extend(noeud.get("children", ()))


def _jour(ms: int) -> date:
    return date(1970, 1, 1) + timedelta(days=ms // 86_400_000)


def indexer(arbres: Iterable[Arbre]) -> Code:
    """Merge the states of one code, given oldest first.

    The versions of an article are those of the last state that has it: a version announced, then cancelled
    before its first day, is only in older ones. An article missing from a later state had ended by then.
    """
    jours: list[date] = []
    histoires: dict[tuple[str, str], tuple[int, list[Arbre]]] = {}
    textes: dict[str, int] = {}
    for rang, arbre in enumerate(arbres):
        jours.append(date.fromisoformat(arbre["data"]["dateDebutVersion"]))
        for article in articles(arbre):
            numero = (article["num"] or "").strip().replace(".", "")
            histoires[article["cid"], numero] = (rang, article["articleVersions"])
            textes[article["id"]] = rang
    code = Code(jours, {})
    for (_, numero), (rang, versions) in histoires.items():
        suivant = jours[rang + 1] if rang + 1 < len(jours) else None
        for brute in versions:
            debut, fin, vu = _jour(brute["dateDebut"]), _jour(brute["dateFin"]) - timedelta(days=1), None
            if suivant and fin >= suivant:
                fin, vu = suivant - timedelta(days=1), jours[rang]
            # A version replaced before its first day was never in force.
            if debut <= fin and brute["etat"] != "MODIFIE_MORT_NE":
                version = Version(brute["id"], debut, fin, vu, textes.get(brute["id"]))
                code.articles.setdefault(numero, []).append(version)
    for suite in code.articles.values():
        suite.sort(key=lambda version: (version.debut, version.fin))
    return code


def charger_index(cache: Path) -> dict[str, Code]:
    """Return the index of every code, from the cache when it is there."""
    chemin = cache / "index.json"
    try:
        lu = json.loads(chemin.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        lu = {}
    if lu.get("format") == FORMAT and lu.get("etats") == list(ETATS):
        return {nom: _code_lu(code) for nom, code in lu["codes"].items()}
    for etat in ETATS:
        archive(etat, cache)
    print("Lecture des états des codes (une seule fois, moins d'une minute)…", file=sys.stderr)
    index = {nom: indexer(lire_arbre(etat, nom, cache) for etat in ETATS) for nom in CODES}
    brouillon = chemin.with_suffix(".tmp")
    contenu = {"format": FORMAT, "etats": ETATS, "codes": {nom: asdict(code) for nom, code in index.items()}}
    brouillon.write_text(json.dumps(contenu, default=str, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    brouillon.replace(chemin)
    return index


def _code_lu(lu: Arbre) -> Code:
    jour = date.fromisoformat
    versions = {
        numero: [
            Version(i, jour(debut), jour(fin), jour(vu) if vu else None, etat) for i, debut, fin, vu, etat in liste
        ]
        for numero, liste in lu["articles"].items()
    }
    return Code([jour(j) for j in lu["jours"]], versions)


def faute(article: str, jour: date, code: Code) -> str | None:
    """Say why the article is not one that was in force that day, or None."""
    versions = code.articles.get(article)
    if versions is None:
        chiffres = article.lstrip("LORDA")
        memes = [numero for numero in code.articles if numero.lstrip("LORDA") == chiffres]
        numeros = list(dict.fromkeys(memes + get_close_matches(article, code.articles, n=3, cutoff=0.7)))[:MONTRES]
        premier = code.jours[0]
        avant = f" (un article abrogé avant le {premier} n'est dans aucun état lu)" if jour < premier else ""
        return f"article inconnu{avant} ; numéros les plus proches : {', '.join(numeros) or 'aucun'}"
    if any(v.debut <= jour <= v.fin for v in versions):
        return None
    proches = sorted(versions, key=lambda v: max(v.debut - jour, jour - v.fin))[:MONTRES]
    dates = ", ".join(str(v) for v in versions if v in proches)
    autres = f", et {len(versions) - MONTRES} autres" if len(versions) > MONTRES else ""
    return f"pas en vigueur le {jour} ; versions : {dates}{autres}"


def texte_de_l_article(citation: Citation, jour: date, index: dict[str, Code], cache: Path) -> str:
    """Return the text in force that day.

    Raises:
        ValueError: in French, when the article, the day or the text is not in the states.
    """
    code = index.get(citation.code)
    if code is None or citation.article is None:
        raise ValueError(f"{citation.sans_version} : seuls les articles de {' et '.join(CODES)} sont consultables.")
    refus = faute(citation.article, jour, code)
    if refus:
        raise ValueError(f"{citation.sans_version} : {refus}")
    version = [v for v in code.articles[citation.article] if v.debut <= jour <= v.fin][-1]
    if version.etat is None:
        lisibles = ", ".join(str(v) for v in code.articles[citation.article] if v.etat is not None)
        raise ValueError(f"{citation.sans_version} : version {version}, sans texte ici ; avec texte : {lisibles}")
    arbre = lire_arbre(ETATS[version.etat], citation.code, cache)
    article = next(a for a in articles(arbre) if a["id"] == version.id)
    titre = f"{citation.sans_version}, en vigueur {version} (texte lu dans l'état du {code.jours[version.etat]})"
    nota = f"\n\nNota : {_sans_balises(article['notaHtml'])}" if article.get("notaHtml") else ""
    return f"{titre}\n\n{_sans_balises(article['texteHtml'])}{nota}"


def _sans_balises(balise: str) -> str:
    lignes = re.sub(r"<br\s*/?>|</(?:p|div|li|tr|h\d)>", "\n", balise)
    texte = html.unescape(re.sub(r"<[^>]+>", " ", lignes))
    return "\n".join(propre for ligne in texte.splitlines() if (propre := " ".join(ligne.split())))
