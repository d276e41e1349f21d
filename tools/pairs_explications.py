"""The lines on which Égide and a peer differ, and the explanations of them: `pairs_ecarts*.yaml`."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import CodeType
from typing import Any

from pairs_dialectes import COTISATIONS, DU_CHEF, DU_CONJOINT, LIGNES, TOTAL
from pairs_situations import Cas, repondre
from ruamel.yaml import YAML

from egide.moteur.erreurs import FaitsManquants, HorsChamp

ECARTS = sorted(Path(__file__).parent.glob("pairs_ecarts*.yaml"))
DEMI_CENTIME = 0.005
"""Their amounts are floats: below this, two amounts are the same."""
FAITS: dict[str, Any] = {"rsa": False, "saisonniere": False, "nature": "", "debut": "", "fin": ""}
FAITS |= {"acre": False, "conjoint_collaborateur": "", "etranger": False, "invalidite": 0, "commune": ""}
FAITS |= {"revenus_remplacement": 0, "revenus_etrangers": 0, "revenus_debit_tabac": 0, "appels": ""}
FAITS |= {"option_taux_specifiques_rci": False, "imposition": "ir", "age": False}
"""The facts that a condition may name, and what they are when nothing is said."""
NOMS = {"annee", "ligne", "ecart", "egide", "eux", "ecart_cotisations", "ecart_lignes", "assiette", "pass_", "revenu"}
NOMS |= {"version", "plafond", "indemnites_journalieres", "part_acre", "variante", *FAITS}
NOMS |= {"variante_assiette", "variante_indemnites_journalieres"}
"""What the condition of an explanation may name."""
GROUPES = {"du_chef": DU_CHEF, "du_conjoint": DU_CONJOINT, "toutes": LIGNES}
"""Names for several lines at once."""
JOURS_PAR_AN = 365
_PERMIS: tuple[type[ast.AST], ...] = (ast.Expression, ast.Name, ast.Load, ast.Constant, ast.Call)
_PERMIS += (ast.Compare, ast.cmpop, ast.BoolOp, ast.boolop, ast.BinOp, ast.operator, ast.UnaryOp, ast.unaryop)
_PERMIS += (ast.IfExp, ast.Tuple)
_FONCTIONS = {"abs": abs, "min": min, "max": max, "round": round}
_VARIANTES: dict[tuple[int, tuple[tuple[str, str], ...]], dict[str, float]] = {}


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
        faits = ", ".join(
            f"{nom}={valeur}" for nom, valeur in (dict(self.cas.faits) | {"famille": self.cas.famille}).items()
        )
        return f"{self.version}, {self.cas.annee}, {self.ligne} : Égide {self.egide:g}, eux {self.eux:g} ({faits})"


@dataclass(eq=False)
class Explication:
    """Why some lines differ.

    Attributes:
        version: the versions it is about, or all of them ("*").
        annees, lignes: what it is about.
        quand: a condition on the case, in the names of `NOMS`.
        variante: facts to change (or, with nothing, to leave out): the condition then sees what Égide answers on this
            line for that other case, its base and its cash benefits, as `variante` and `variante_…`.
        a_qui: eux, nous, or suite (the consequence of gaps explained elsewhere).
        raison: in French, with the article.
    """

    version: tuple[str, ...]
    annees: tuple[int, ...]
    lignes: tuple[str, ...]
    quand: str
    a_qui: str
    raison: str
    variante: Mapping[str, Any] | None = None
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
        contexte = dict(ecart.contexte)
        if self.variante is not None:
            try:
                autre = valeurs_de(ecart.cas.varie(self.variante))
            except (FaitsManquants, HorsChamp):
                return False
            contexte["variante"] = autre.get(ecart.ligne, 0)
            contexte["variante_assiette"] = autre["assiette_sociale"]
            contexte["variante_indemnites_journalieres"] = autre.get(DU_CHEF[1], 0)
        return bool(eval(self._condition, {"__builtins__": {}} | _FONCTIONS, contexte))


def valeurs_de(cas: Cas) -> dict[str, float]:
    """Return the amounts of Égide for a variant of a case, computed once."""
    cle = (cas.annee, tuple(sorted((nom, str(valeur)) for nom, valeur in cas.faits.items())))
    if cle not in _VARIANTES:
        _VARIANTES[cle] = repondre(cas)
    return _VARIANTES[cle]


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


def lire_explications(*chemins: Path) -> list[Explication]:
    """Return the explanations of some files, or of all those of the project."""
    return [_lire(chemin, brut) for chemin in chemins or ECARTS for brut in YAML(typ="safe").load(chemin) or ()]


def _lire(chemin: Path, brut: Mapping[str, Any]) -> Explication:
    try:
        versions = (brut["version"],) if isinstance(brut["version"], str) else tuple(brut["version"])
        champs = dict(brut) | {"version": versions, "annees": tuple(brut["annees"]), "quand": str(brut["quand"])}
        champs["lignes"] = tuple(nom for groupe in brut["lignes"] for nom in GROUPES.get(groupe, (groupe,)))
        return Explication(**champs)
    except (KeyError, TypeError) as erreur:
        raise ExplicationInvalide(f"{chemin.name} : {erreur} : {brut}") from erreur


def _part_acre(cas: Cas) -> float:
    """Return the part of the year that falls in the twelve months of the Acre."""
    ecoules = (date(cas.annee, 1, 1) - date.fromisoformat(cas.faits["debut"])).days
    return max(JOURS_PAR_AN - max(ecoules, 0), 0) / JOURS_PAR_AN


def comparer(
    version: str, cas: Cas, nos: Mapping[str, float], leurs: Mapping[str, float | None], pass_: float
) -> list[Ecart]:
    """Return the lines of `leurs` on which the two differ; what does not apply is nil."""
    montants = {ligne: (float(nos.get(ligne, 0)), float(valeur or 0)) for ligne, valeur in leurs.items()}
    ecarts = {ligne: a - b for ligne, (a, b) in montants.items() if abs(a - b) > DEMI_CENTIME}
    commun = {
        "version": version,
        "annee": cas.annee,
        "assiette": nos["assiette_sociale"],
        "indemnites_journalieres": nos.get("cotisation_indemnites_journalieres", 0),
        "pass_": pass_,
        "plafond": nos.get("plafond_proratise", pass_),
        "ecart_cotisations": sum(ecarts.get(ligne, 0) for ligne in COTISATIONS),
        "ecart_lignes": sum(montant for ligne, montant in ecarts.items() if ligne != TOTAL),
        "revenu": cas.revenu,
        "part_acre": _part_acre(cas),
    }
    commun |= FAITS | {nom: valeur for nom, valeur in cas.faits.items() if nom in FAITS}
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
