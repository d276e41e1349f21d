"""Check that every article cited by a rule or a parameter exists and was in force on the day cited."""

from __future__ import annotations

import argparse
import ast
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

from legi import Code, IndisponibleError, Version, charger_index, faute, texte_de_l_article
from platformdirs import user_cache_dir
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from egide.moteur.citation import Citation, lire_citation

SOURCES = Path(__file__).resolve().parents[1] / "src" / "egide"
Cite = tuple[str, Citation, date]
"""Where, what, and the day on which the article must have been in force."""
Lieu = tuple[str, Any, Any]
"""Where, references as written, first day of what they support."""


@dataclass(frozen=True)
class Constat:
    """Something to say about one citation at one place."""

    lieu: str
    citation: str
    message: str

    def __str__(self) -> str:
        return f"{self.lieu} : {self.citation} : {self.message}"


def _lever(constat: Constat) -> None:
    raise ValueError(str(constat))


def citations_de_la_loi(sources: Path = SOURCES, signaler: Callable[[Constat], None] = _lever) -> Iterator[Cite]:
    """Yield every citation of the parameters, then of the rules; `signaler` gets what cannot be read."""
    for lieu, references, depuis in chain(_des_parametres(sources, signaler), _des_regles(sources, signaler)):
        textes = [references] if isinstance(references, str) else references
        if not isinstance(textes, list | tuple) or not all(isinstance(texte, str) for texte in textes):
            signaler(Constat(lieu, str(references), "references doit être un texte ou une liste de textes"))
            continue
        for texte in textes:
            try:
                citation = lire_citation(texte)
                yield lieu, citation, citation.jour or _depuis(depuis)
            except ValueError as erreur:
                signaler(Constat(lieu, texte, str(erreur)))


def _depuis(valeur: object) -> date:
    try:
        return date.fromisoformat(str(valeur))
    except ValueError:
        raise ValueError(f"depuis doit être un jour (AAAA-MM-JJ), pas « {valeur} »") from None


def _des_parametres(sources: Path, signaler: Callable[[Constat], None]) -> Iterator[Lieu]:
    for chemin in sorted((sources / "parametres").rglob("*.yaml")):
        nom = chemin.relative_to(sources).as_posix()
        try:
            parametres = YAML(typ="safe").load(chemin)["parametres"]
            valeurs = [(p, valeur) for p, contenu in parametres.items() for valeur in contenu["valeurs"]]
            lieux = [(f"{nom}: {p} depuis {v['depuis']}", v.get("references", ()), v["depuis"]) for p, v in valeurs]
        except (YAMLError, ValueError, TypeError, KeyError, AttributeError) as erreur:
            raison = " ".join(f"{type(erreur).__name__} {erreur}".split())
            signaler(Constat(nom, "fichier de paramètres illisible", raison))
        else:
            yield from lieux


def _des_regles(sources: Path, signaler: Callable[[Constat], None]) -> Iterator[Lieu]:
    for chemin in sorted((sources / "droit").rglob("*.py")):
        nom = chemin.relative_to(sources).as_posix()
        try:
            arbre = ast.parse(chemin.read_text(encoding="utf-8"))
        except (SyntaxError, ValueError) as erreur:
            signaler(Constat(nom, "module illisible", str(erreur)))
            continue
        fonctions = [noeud for noeud in ast.walk(arbre) if isinstance(noeud, ast.FunctionDef)]
        for fonction, decorateur in ((f, d) for f in fonctions for d in f.decorator_list):
            # `regle`, or a decorator of a chapter that declares one: what cites is what counts.
            if not isinstance(decorateur, ast.Call) or not {"depuis", "references"} & {
                k.arg for k in decorateur.keywords
            }:
                continue
            lieu = f"{nom}:{decorateur.lineno} {fonction.name}"
            arguments = {a.arg: a.value for a in decorateur.keywords if a.arg in ("references", "depuis")}
            try:
                lus = {argument: ast.literal_eval(valeur) for argument, valeur in arguments.items()}
            except ValueError:
                signaler(Constat(lieu, "@regle", "references et depuis doivent être écrits en toutes lettres"))
            else:
                yield lieu, lus.get("references", ()), lus.get("depuis")


@dataclass
class Bilan:
    """What the check found; `au_dela` counts the days cited after the last state that is known."""

    verifiees: int = 0
    en_vigueur: int = 0
    au_dela: int = 0
    fautes: list[Constat] = field(default_factory=list)
    avertissements: list[Constat] = field(default_factory=list)
    non_verifiables: dict[str, int] = field(default_factory=dict)

    def comptes(self) -> dict[str, int]:
        """Return the counts of the last line."""
        return {
            "verifiees": self.verifiees,
            "en_vigueur": self.en_vigueur,
            "non_verifiables": sum(self.non_verifiables.values()),
            "fautes": len(self.fautes),
            "avertissements": len(self.avertissements),
        }


def verifier(citations: Iterable[Cite], index: dict[str, Code], bilan: Bilan) -> None:
    """Add to the summary what each citation is worth."""
    for lieu, citation, jour in citations:
        code = index.get(citation.code)
        if code is None or citation.article is None:
            nom = citation.sans_version
            bilan.non_verifiables[nom] = bilan.non_verifiables.get(nom, 0) + 1
            continue
        bilan.verifiees += 1
        refus = faute(citation.article, jour, code)
        if refus:
            bilan.fautes.append(Constat(lieu, citation.texte, refus))
            continue
        bilan.en_vigueur += 1
        bilan.au_dela += jour > code.jours[-1]
        for message in _reserves(code.articles[citation.article], jour, citation.jour):
            bilan.avertissements.append(Constat(lieu, citation.texte, message))


def _reserves(versions: list[Version], jour: date, jour_cite: date | None) -> Iterator[str]:
    du_jour = [v for v in versions if v.debut <= jour <= v.fin]
    if jour_cite and all(v.debut != jour_cite for v in du_jour):
        premiers = ", ".join(str(v.debut) for v in du_jour)
        yield f"aucune version ne commence ce jour-là ; celle qui était en vigueur : version du {premiers}"
    if all(v.vu and jour > v.vu for v in du_jour):
        entre = f"entre le {du_jour[-1].vu} et le {du_jour[-1].fin}"
        yield f"a pris fin {entre}, un jour inconnu : peut-être déjà plus en vigueur"


def afficher(bilan: Bilan, index: dict[str, Code]) -> None:
    """Print the report: one line a fault, the counts last."""
    for citation, nombre in sorted(bilan.non_verifiables.items()):
        print(f"non vérifiable ici : {citation} ({nombre} fois)")
    for constat in bilan.avertissements:
        print(f"attention : {constat}")
    for constat in bilan.fautes:
        print(f"FAUTE : {constat}")
    if bilan.au_dela:
        derniers = ", ".join(f"{nom} au {code.jours[-1]}" for nom, code in index.items())
        print(f"{bilan.au_dela} jour(s) cité(s) après le dernier état lu ({derniers}) : fin inconnue.")
    if not bilan.verifiees:
        print("attention : aucune citation à vérifier n'a été trouvée.")
    print(
        "{verifiees} citations vérifiées, {en_vigueur} en vigueur, {non_verifiables} non vérifiables ici, "
        "{fautes} fautes, {avertissements} avertissements.".format(**bilan.comptes())
    )


def _montrer(texte: str, jour: date | None, index: dict[str, Code], cache: Path) -> int:
    try:
        citation = lire_citation(texte)
        print(texte_de_l_article(citation, jour or citation.jour or date.today(), index, cache))
    except (IndisponibleError, ValueError) as erreur:
        print(f"ERREUR : {erreur}", file=sys.stderr)
        return 1
    return 0


def main(arguments: list[str] | None = None) -> int:
    analyseur = argparse.ArgumentParser(description="Vérifie les articles cités par les règles et les paramètres.")
    analyseur.add_argument("--json", action="store_true", help="résultat en JSON")
    analyseur.add_argument("--article", metavar="CITATION", help="affiche un article, par exemple « CSS D. 621-2 »")
    analyseur.add_argument("--jour", type=date.fromisoformat, help="avec --article : jour où il était en vigueur")
    options = analyseur.parse_args(arguments)
    cache = Path(user_cache_dir("egide")) / "legi-data"
    try:
        index = charger_index(cache)
    except (IndisponibleError, OSError) as erreur:
        print(f"ERREUR : rien n'a été vérifié. {erreur}", file=sys.stderr)
        return 1
    if options.article:
        return _montrer(options.article, options.jour, index, cache)
    bilan = Bilan()
    verifier(citations_de_la_loi(signaler=bilan.fautes.append), index, bilan)
    if options.json:
        print(json.dumps(asdict(bilan) | {"comptes": bilan.comptes()}, ensure_ascii=False, indent=2))
    else:
        afficher(bilan, index)
    return 1 if bilan.fautes else 0


if __name__ == "__main__":
    sys.exit(main())
