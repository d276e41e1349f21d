"""Compare Égide, line by line, with the rules of the official simulators (npm: modele-social, publicodes).

Every gap must be explained, once, in `pairs_ecarts.yaml`. Nothing of theirs is shipped: npm fetches it into the cache
of the user. `--regles FICHIER.json` compares a file of publicodes rules too.
"""

from __future__ import annotations

import argparse
import ast
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from types import CodeType
from typing import Any

from pairs_modeles import (
    LIGNES,
    PREMIERE_ANNEE_ASSIETTE_UNIQUE,
    PUBLIEES,
    PairsIndisponibles,
    Version,
    demander,
    version_du_fichier,
)
from pairs_situations import Cas, document, tirer
from platformdirs import user_cache_dir
from ruamel.yaml import YAML

import egide
from egide.moteur.erreurs import ErreurEgide, FaitsManquants, HorsChamp

ECARTS = Path(__file__).with_name("pairs_ecarts.yaml")
COTISATIONS = LIGNES[:6]
TOTAL = LIGNES[-1]
DEMI_CENTIME = 0.005
"""Their amounts are floats: below this, two amounts are the same."""
NOMS = {"annee", "ligne", "ecart", "egide", "eux", "ecart_cotisations", "ecart_lignes", "assiette", "pass_", "revenu"}
NOMS |= {"nature", "rsa", "saisonniere", "indemnites_journalieres"}
"""What the condition of an explanation may name."""
_PERMIS: tuple[type[ast.AST], ...] = (ast.Expression, ast.Name, ast.Load, ast.Constant, ast.Call)
_PERMIS += (ast.Compare, ast.cmpop, ast.BoolOp, ast.boolop, ast.BinOp, ast.operator, ast.UnaryOp, ast.unaryop)
_FONCTIONS = {"abs": abs, "min": min, "max": max}


class ExplicationInvalide(ValueError):
    """An entry of the file of explanations cannot be read."""


@dataclass(frozen=True)
class Ecart:
    """One line on which two programs differ; `contexte` is what the condition of an explanation sees."""

    version: str
    cas: Cas
    ligne: str
    egide: float
    eux: float
    contexte: Mapping[str, Any]

    @property
    def montant(self) -> float:
        return self.egide - self.eux

    def __str__(self) -> str:
        faits = ", ".join(f"{nom}={valeur}" for nom, valeur in self.cas.faits.items() if nom != "debut")
        return f"{self.version}, {self.cas.annee}, {self.ligne} : Égide {self.egide:g}, eux {self.eux:g} ({faits})"


@dataclass(eq=False)
class Explication:
    """Why some lines differ.

    Attributes:
        version: the versions it is about, or all of them ("*").
        annees, lignes: what it is about.
        quand: a condition on the case, in the names of `NOMS`.
        a_qui: eux, nous, or suite (the consequence of gaps explained elsewhere).
        raison: in French, with the article.
    """

    version: tuple[str, ...]
    annees: tuple[int, ...]
    lignes: tuple[str, ...]
    quand: str
    a_qui: str
    raison: str
    utilisee: int = 0
    _condition: CodeType = field(init=False, repr=False)

    def __post_init__(self) -> None:
        inconnues = set(self.lignes) - set(LIGNES)
        if inconnues or self.a_qui not in ("eux", "nous", "suite") or not self.raison.strip():
            raise ExplicationInvalide(f"« {self.raison} » : lignes, a_qui (eux, nous, suite) et raison à revoir")
        self._condition = _compiler(self.quand)

    def concerne(self, version: str, annee: int) -> bool:
        return annee in self.annees and bool({"*", version} & set(self.version))

    def explique(self, ecart: Ecart) -> bool:
        if not self.concerne(ecart.version, ecart.cas.annee) or ecart.ligne not in self.lignes:
            return False
        return bool(eval(self._condition, {"__builtins__": {}} | _FONCTIONS, dict(ecart.contexte)))


def _compiler(quand: str) -> CodeType:
    try:
        arbre = ast.parse(quand, mode="eval")
    except SyntaxError as erreur:
        raise ExplicationInvalide(f"quand : « {quand} » ne se lit pas") from erreur
    for noeud in ast.walk(arbre):
        nom = noeud.id if isinstance(noeud, ast.Name) else None
        if not isinstance(noeud, _PERMIS) or (nom and nom not in NOMS | set(_FONCTIONS)):
            raise ExplicationInvalide(f"quand : « {quand} » : {nom or type(noeud).__name__} n'est pas permis ici")
    return compile(arbre, "<quand>", "eval")


def lire_explications(chemin: Path = ECARTS) -> list[Explication]:
    """Return the explanations of a file."""
    explications = []
    for brut in YAML(typ="safe").load(chemin) or ():
        try:
            version = brut["version"]
            versions = (version,) if isinstance(version, str) else tuple(version)
            champs = dict(brut) | {
                "version": versions,
                "annees": tuple(brut["annees"]),
                "lignes": tuple(brut["lignes"]),
            }
            explications.append(Explication(**champs | {"quand": str(brut["quand"])}))
        except (KeyError, TypeError) as erreur:
            raise ExplicationInvalide(f"{chemin.name} : {erreur} : {brut}") from erreur
    return explications


def comparer(
    version: str, cas: Cas, nos: Mapping[str, float], leurs: Mapping[str, float | None], pass_: float
) -> list[Ecart]:
    """Return the lines of `leurs` on which the two differ; what does not apply is nil."""
    montants = {ligne: (float(nos.get(ligne, 0)), float(valeur or 0)) for ligne, valeur in leurs.items()}
    ecarts = {ligne: a - b for ligne, (a, b) in montants.items() if abs(a - b) > DEMI_CENTIME}
    commun = {
        "annee": cas.annee,
        "assiette": nos["assiette_sociale"],
        "indemnites_journalieres": nos.get("cotisation_indemnites_journalieres", 0),
        "pass_": pass_,
        "ecart_cotisations": sum(ecarts.get(ligne, 0) for ligne in COTISATIONS),
        "ecart_lignes": sum(montant for ligne, montant in ecarts.items() if ligne != TOTAL),
        "rsa": False,
        "saisonniere": False,
        "nature": cas.faits["nature"],
        "revenu": cas.revenu,
    }
    commun |= {nom: valeur for nom, valeur in cas.faits.items() if nom in NOMS}
    return [
        Ecart(
            version,
            cas,
            ligne,
            *montants[ligne],
            commun | {"ligne": ligne, "ecart": ecart, "egide": montants[ligne][0], "eux": montants[ligne][1]},
        )
        for ligne, ecart in ecarts.items()
    ]


@dataclass
class Bilan:
    """What the comparison found."""

    situations: Counter[tuple[str, int]] = field(default_factory=Counter)
    egales: Counter[tuple[str, int]] = field(default_factory=Counter)
    sans_traduction: Counter[tuple[str, int]] = field(default_factory=Counter)
    expliques: dict[tuple[str, int, str, Explication], list[Ecart]] = field(default_factory=lambda: defaultdict(list))
    inexpliques: list[Ecart] = field(default_factory=list)
    deux_fois: list[tuple[Ecart, list[Explication]]] = field(default_factory=list)
    refus: list[str] = field(default_factory=list)

    def ajouter(self, version: str, annee: int, ecarts: Iterable[Ecart], explications: Iterable[Explication]) -> None:
        """Count one situation and file its gaps under their causes."""
        self.situations[version, annee] += 1
        aucun = True
        for ecart in ecarts:
            aucun = False
            causes = [e for e in explications if e.explique(ecart)]
            for cause in causes:
                cause.utilisee += 1
            if len(causes) == 1:
                self.expliques[version, annee, ecart.ligne, causes[0]].append(ecart)
            elif causes:
                self.deux_fois.append((ecart, causes))
            else:
                self.inexpliques.append(ecart)
        self.egales[version, annee] += aucun

    @property
    def en_faute(self) -> bool:
        return bool(self.inexpliques or self.deux_fois or self.refus)


def confronter(version: Version, cas: Iterable[Cas], explications: list[Explication], bilan: Bilan) -> None:
    """Ask both about every case and add to the summary what differs."""
    noms = dict(zip(LIGNES, version.dialecte.lignes, strict=True))
    retenus: list[tuple[Cas, Mapping[str, float], float]] = []
    demandes: list[dict[str, Any]] = []
    for c in cas:
        try:
            reponse = egide.cotisations(document(c), annee=c.annee).to_dict()
        except (FaitsManquants, HorsChamp, egide.SituationInvalide) as refus:
            bilan.refus.append(f"Égide, {c.annee}, {dict(c.faits)} : {refus}")
            continue
        try:
            situation = version.dialecte.situation(c.annee, _leurs_faits(version, c, reponse["valeurs"]))
        except KeyError:
            bilan.sans_traduction[version.nom, c.annee] += 1
            continue
        cibles = [noms[ligne] for ligne in version.lignes(c.annee)]
        demandes.append({"id": len(demandes), "situation": situation, "cibles": cibles})
        retenus.append((c, reponse["valeurs"], _pass(reponse)))
    reponses = demander(version, Path(user_cache_dir("egide")) / "pairs", demandes)
    for (c, nos, pass_), leur in zip(retenus, reponses, strict=True):
        if "erreur" in leur:
            bilan.refus.append(f"{version.nom}, {c.annee}, {dict(c.faits)} : {leur['erreur'].strip()}")
            continue
        leurs = {ligne: leur["valeurs"][noms[ligne]] for ligne in version.lignes(c.annee)}
        bilan.ajouter(version.nom, c.annee, comparer(version.nom, c, nos, leurs, pass_), explications)


def _leurs_faits(version: Version, cas: Cas, nos: Mapping[str, float]) -> dict[str, Any]:
    """Return the facts as their model takes them: where it has not the base of 2025, it is given ours as an income."""
    faits = dict(cas.faits)
    if cas.annee >= PREMIERE_ANNEE_ASSIETTE_UNIQUE and "revenu_brut" not in version.dialecte.faits:
        del faits["revenu_brut"]
        faits["revenu_professionnel"] = nos["assiette_sociale"]
    return faits


def _pass(reponse: Mapping[str, Any]) -> float:
    return float(next(p["valeur"] for p in reponse["parametres"] if p["nom"] == "pass_"))


def afficher(bilan: Bilan, inutiles: list[Explication], exemples: int) -> None:
    """Print the table of the gaps, grouped by cause, then what has no explanation."""
    for version, annee in bilan.situations | bilan.sans_traduction:
        nombre = bilan.situations[version, annee]
        tus = bilan.sans_traduction[version, annee]
        suite = f", {tus} qu'elle ne sait pas entendre" if tus else ""
        print(
            f"{version}, {annee} : {nombre} situations, {bilan.egales[version, annee]} égales sur toute la ligne{suite}"
        )
    ordre = list(bilan.situations)
    rangees = sorted(bilan.expliques.items(), key=lambda e: (ordre.index(e[0][:2]), LIGNES.index(e[0][2])))
    for (version, annee, ligne, cause), ecarts in rangees:
        bornes = f"{min(e.montant for e in ecarts):+g} à {max(e.montant for e in ecarts):+g} €"
        print(f"  {version}  {annee}  {ligne:<42} {len(ecarts):>4}  {bornes:<24} {cause.a_qui} : {cause.raison}")
    for explication in inutiles:
        print(f"attention : explication qui ne sert plus ({', '.join(explication.version)}) : {explication.raison}")
    for refus in bilan.refus[:exemples]:
        print(f"SANS RÉPONSE : {refus}")
    for ecart, causes in bilan.deux_fois[:exemples]:
        print(f"EXPLIQUÉ {len(causes)} FOIS : {ecart} : " + " / ".join(c.raison for c in causes))
    for ecart in bilan.inexpliques[:exemples]:
        print(f"INEXPLIQUÉ : {ecart}")
    for cle, nombre in sorted(Counter((e.version, e.cas.annee, e.ligne) for e in bilan.inexpliques).items()):
        print(f"INEXPLIQUÉ : {', '.join(map(str, cle))} : {nombre} écarts")
    expliques = {
        a: sum(len(e) for c, e in bilan.expliques.items() if c[3].a_qui == a) for a in ("eux", "nous", "suite")
    }
    print(
        f"{bilan.situations.total()} situations, {bilan.egales.total()} égales ; écarts expliqués : "
        f"{expliques['eux']} à eux, {expliques['nous']} à nous, {expliques['suite']} par suite ; "
        f"{len(bilan.inexpliques)} inexpliqués, "
        f"{len(bilan.deux_fois)} expliqués plusieurs fois, {len(bilan.refus)} sans réponse."
    )


def _choisies(options: argparse.Namespace) -> Iterator[tuple[Version, list[int]]]:
    versions = [v for v in PUBLIEES if not options.versions or v.nom in options.versions]
    versions += [version_du_fichier(fichier) for fichier in options.regles]
    for version in versions:
        annees = [annee for annee in version.annees if not options.annees or annee in options.annees]
        if annees:
            yield version, annees


def _inutiles(explications: Iterable[Explication], vus: set[tuple[str, int]]) -> Iterator[Explication]:
    """Yield what explained nothing, though everything it is about was asked."""
    publiees = {(v.nom, annee) for v in PUBLIEES for annee in v.annees}
    for explication in explications:
        concernes = {paire for paire in publiees | vus if explication.concerne(*paire)}
        if not explication.utilisee and concernes and concernes <= vus:
            yield explication


def main(arguments: list[str] | None = None) -> int:
    analyseur = argparse.ArgumentParser(description="Compare Égide aux règles des simulateurs officiels.")
    analyseur.add_argument("--regles", type=Path, action="append", default=[], help="fichier JSON de règles publicodes")
    analyseur.add_argument("--annees", type=int, nargs="+", help="seulement ces années")
    analyseur.add_argument("--versions", nargs="+", help="seulement ces versions de modele-social (aucune : « - »)")
    analyseur.add_argument("--situations", type=int, default=300, help="situations par année (300)")
    analyseur.add_argument("--exemples", type=int, default=30, help="écarts inexpliqués à montrer (30)")
    options = analyseur.parse_args(arguments)
    bilan, vus = Bilan(), set[tuple[str, int]]()
    try:
        explications = lire_explications()
        for version, annees in _choisies(options):
            vus |= {(version.nom, annee) for annee in annees}
            cas = [c for annee in annees for c in tirer(annee, options.situations, Random(annee))]
            confronter(version, cas, explications, bilan)
    except (PairsIndisponibles, ExplicationInvalide, ErreurEgide, OSError) as erreur:
        print(f"ERREUR : la comparaison n'a pas été faite. {erreur}", file=sys.stderr)
        return 1
    if not bilan.situations:
        print("ERREUR : aucune version à comparer pour ces années.", file=sys.stderr)
        return 1
    afficher(bilan, list(_inutiles(explications, vus)), options.exemples)
    return 1 if bilan.en_faute else 0


if __name__ == "__main__":
    sys.exit(main())
