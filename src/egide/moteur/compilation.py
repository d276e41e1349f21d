"""Compiling a plan: the same rules, run over columns.

What does not vary from row to row is computed once. The rest is written as a Python module of loops over tiles
of rows, a few rules a loop, compiled by Numba and kept on disk under the hash of everything it is made of.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from egide.moteur import mecanismes, mecanismes_compiles
from egide.moteur.cache import dossier_de_cache, ecrire
from egide.moteur.choix import ecrire_choix, ecrire_combinaison, ecrire_si_applicable
from egide.moteur.erreurs import FaitsManquants
from egide.moteur.evaluation import Evaluation, evaluer
from egide.moteur.faits import Cle, Donnees
from egide.moteur.plan import Genre, Noeud, Plan

REGLES_PAR_BOUCLE = 32
"""Rules a loop. Measured on one million persons and 26 rules: one loop 6.3 ms, loops of eight 8.1 ms (values pass
through memory from one to the next). With hundreds of rules in one loop, LLVM gives up SIMD."""
ENTETE_DU_NOYAU = "@njit(error_model='numpy', cache=True, nogil=True)"
"""Kernels touch arrays only: while one runs, other threads may."""
RANGEES_PAR_TUILE = 2048
"""Rows whose intermediate values stay in the first caches."""

Colonne = NDArray[np.float64]
Numeros = NDArray[np.uint32]


@dataclass(eq=False)
class Noyau:
    """A plan written out for some varying facts; compiled when first run.

    Attributes:
        entrees: keys of the columns it reads.
        sorties: names of the targets that vary, in the order of the compiled function.
        constantes: value of the targets that do not.
        arguments: what does not vary from row to row, and `rangs`, where each is in the plan.
        tables: after a merger, what depends on the kernel merged, as arrays indexed by the number of the kernel.
    """

    plan: Plan
    entrees: tuple[Cle, ...]
    sorties: tuple[str, ...]
    constantes: dict[str, float]
    arguments: tuple[Any, ...]
    rangs: tuple[int, ...]
    source: str
    fichiers: list[Path]
    prevenir: Callable[[int], None] | None = None
    tables: tuple[Colonne, ...] = ()

    @cached_property
    def module(self) -> ModuleType:
        """The compiled module."""
        return _module(self.source, self.fichiers, self.prevenir)

    def executer(
        self,
        colonnes: Mapping[Cle, Colonne],
        resultats: Sequence[NDArray[Any]],
        numeros: Numeros | None = None,
    ) -> None:
        """Compute every row: `resultats` are arrays, one a name of `sorties`, filled in place.

        After a merger, `numeros` has for each row the number of its kernel.
        """
        if self.sorties:
            par_noyau = (numeros, *self.tables) if self.tables else ()
            self.module.noyau(*(colonnes[c] for c in self.entrees), *resultats, *self.arguments, *par_noyau)

    def executer_rangees(
        self, rangees: NDArray[np.int64], colonnes: Mapping[Cle, Colonne], resultats: Sequence[Colonne]
    ) -> None:
        """Compute the rows listed only."""
        if self.sorties:
            self.module.noyau_rangees(rangees, *(colonnes[c] for c in self.entrees), *resultats, *self.arguments)


def compiler(
    plan: Plan,
    donnees: Donnees,
    variables: Collection[Cle],
    *,
    prevenir: Callable[[int], None] | None = None,
) -> Noyau:
    """Compile a plan.

    Args:
        plan: drawn with the keys of `donnees` and `variables` as given facts.
        donnees: the facts that are the same for every row.
        variables: keys of the facts that are columns.
        prevenir: called, when a compilation begins that takes seconds, with the number of its rules.

    Raises:
        FaitsManquants: a target depends on a fact that is neither given nor assumed.
    """
    plan = plan.sans_chiffre_inconnu()
    inconnues: dict[Cle, Any] = dict.fromkeys(variables)
    fixes = evaluer(plan, {**donnees, **inconnues})
    for nom, rang in plan.cibles.items():
        if faits := sorted(_inconnus(fixes, rang, variables)):
            raise FaitsManquants(f"il manque des colonnes pour calculer « {nom} » : {', '.join(faits)}.", faits)
    sources = [r for r, n in enumerate(plan.noeuds) if n.cle in variables]
    return _rediger(plan, fixes.valeurs, sources, prevenir)


def _inconnus(fixes: Evaluation, rang: int, variables: Collection[Cle]) -> set[str]:
    """Return the names of the unknown facts under a node that are no column: of this very year and activity."""
    noms: set[str] = set()
    a_voir, vus = [rang], set()
    while a_voir:
        if (ici := a_voir.pop()) in vus or fixes.connue(ici):
            continue
        vus.add(ici)
        noeud = fixes.plan.noeuds[ici]
        if noeud.cle is not None and noeud.cle not in variables:
            noms.add(noeud.nom)
        a_voir += noeud.arguments
    return noms


def fusionner(noyaux: Mapping[int, Noyau], combien: int) -> Noyau | None:
    """Merge kernels, by number, that differ by constants only: those are read by number, row by row.

    Rows of several categories then run in one pass; those of none of them, under `combien`, get NaN where they would
    read a constant. None when the kernels do not compute the same rules.
    """
    premier, *autres = noyaux.values()
    plan = premier.plan
    if any(_forme(n) != _forme(premier) for n in autres):
        return None
    figes = {
        rang: valeurs for rang, *valeurs in zip(premier.rangs, *(n.arguments for n in noyaux.values()), strict=True)
    }
    figes |= {plan.cibles[nom]: [n.constantes[nom] for n in noyaux.values()] for nom in premier.constantes}
    # What depends on a figure that differs varies with it, even where it comes out the same for all.
    touches = {rang for rang, valeurs in figes.items() if len(set(valeurs)) > 1}
    for rang, noeud in enumerate(plan.noeuds):
        if touches.intersection(noeud.arguments):
            touches.add(rang)
    differents = {rang: valeurs for rang, valeurs in figes.items() if rang in touches}
    if any(isinstance(v, tuple) for valeurs in differents.values() for v in valeurs):
        return None
    fixes = [figes[rang][0] if rang in figes else None for rang in range(len(plan.noeuds))]
    sources = [r for r, n in enumerate(plan.noeuds) if n.cle in premier.entrees]
    return _rediger(plan, fixes, sources, premier.prevenir, _tables(list(noyaux), differents, combien))


def _tables(numeros: Sequence[int], differents: Mapping[int, Sequence[float]], combien: int) -> dict[int, Colonne]:
    """Return the values that differ as arrays indexed by the number of the kernel."""
    tables = {rang: np.full(combien, np.nan) for rang in sorted(differents)}
    for rang, table in tables.items():
        table[list(numeros)] = differents[rang]
    return tables


def _forme(noyau: Noyau) -> tuple[Any, ...]:
    """Return all of a kernel but its figures."""
    return noyau.source, noyau.entrees, noyau.sorties, noyau.constantes.keys()


def _rediger(
    plan: Plan,
    fixes: Sequence[Any],
    sources: Collection[int],
    prevenir: Callable[[int], None] | None,
    tables: Mapping[int, Colonne] | None = None,
) -> Noyau:
    """Write the kernel of a plan whose nodes `sources` are columns; `fixes` holds what does not vary."""
    tables = tables or {}
    donnees = frozenset({*sources, *tables})
    varie: list[bool] = []
    for rang, noeud in enumerate(plan.noeuds):
        varie.append(rang in donnees or any(varie[a] for a in noeud.arguments))
    redaction = _Redaction(plan, varie, donnees, frozenset(tables))
    source = redaction.module()
    return Noyau(
        plan,
        tuple(_cle(plan, r) for r in redaction.entrees),
        tuple(redaction.sorties.values()),
        {nom: float(fixes[r]) for nom, r in plan.cibles.items() if not varie[r]},
        tuple(_argument(fixes[r]) for r in redaction.constantes),
        tuple(redaction.constantes),
        source,
        redaction.fichiers(),
        prevenir,
        tuple(tables[r] for r in redaction.tables_lues),
    )


def _cle(plan: Plan, rang: int) -> Cle:
    """Return the key of a column."""
    cle = plan.noeuds[rang].cle
    assert cle is not None
    return cle


def _argument(valeur: Any) -> Any:
    if valeur is None:  # what a choice already made does not read
        return np.nan
    return tuple(tuple(v) for v in valeur) if isinstance(valeur, tuple) else float(valeur)


@dataclass
class _Redaction:
    """The source of a module under way.

    Arrays: `e` inputs, `s` outputs, `t` tiles, `d` tables by `k`, the number of the kernel merged; `c` constants, `v`
    values.
    """

    plan: Plan
    varie: list[bool]
    sources: frozenset[int]
    tables: frozenset[int]
    tables_lues: list[int] = field(default_factory=list)
    entrees: list[int] = field(default_factory=list)
    constantes: list[int] = field(default_factory=list)
    sorties: dict[int, str] = field(default_factory=dict)
    tuiles: list[int] = field(default_factory=list)

    def module(self) -> str:
        a_calculer = self._utiles()
        self.tables_lues = [r for r in a_calculer if r in self.tables]
        self.entrees = [r for r in a_calculer if r in self.sources - self.tables]
        calculs = [r for r in a_calculer if r not in self.sources]
        self.sorties = {r: nom for nom, r in self.plan.cibles.items() if self.varie[r]}
        boucles = [calculs[i : i + REGLES_PAR_BOUCLE] for i in range(0, len(calculs), REGLES_PAR_BOUCLE)]
        boucles = boucles or [[]]
        self.tuiles = self._a_garder(boucles)
        fonctions = dict.fromkeys(n.regle.fonction for r in calculs if (n := self.plan.noeuds[r]).regle)
        numeros = {f: k for k, f in enumerate(fonctions)}
        lignes = [
            "from importlib import import_module",
            "import numpy as np",
            "from numba import njit",
            "from egide.moteur import mecanismes",
            "from egide.moteur.mecanismes_compiles import compilee",
        ]
        for fonction, k in numeros.items():
            lieu = f"import_module({fonction.__module__!r}).{fonction.__name__}"
            lignes.append(f"r{k} = compilee({lieu})")
        appels = []
        for k, boucle in enumerate(boucles):
            corps, tableaux = self._boucle(k, boucle, numeros)
            lignes += ["", "", *corps]
            appels.append((k, tableaux))
        lignes += ["", "", *self._noyau(appels)]
        if not self.tables:
            lignes += ["", "", *self._noyau_rangees(appels)]
        return "\n".join(lignes) + "\n"

    def fichiers(self) -> list[Path]:
        """Return the files the kernel is made of: those of its rules, and of the enumerations these use."""
        fonctions = {n.regle.fonction for n in self.plan.noeuds if n.regle}
        utilises = [f.__globals__.get(nom) for f in fonctions for nom in f.__code__.co_names]
        modules = {getattr(objet, "__module__", None) for objet in (*fonctions, *utilises)}
        modules |= {mecanismes.__name__, mecanismes_compiles.__name__}
        return sorted(Path(f) for m in modules if m in sys.modules and (f := getattr(sys.modules[m], "__file__", None)))

    def _utiles(self) -> list[int]:
        utiles: set[int] = set()
        a_voir = [r for r in self.plan.cibles.values() if self.varie[r]]
        while a_voir:
            if (rang := a_voir.pop()) not in utiles:
                utiles.add(rang)
                if rang not in self.sources:
                    a_voir += [a for a in self.plan.noeuds[rang].arguments if self.varie[a]]
        return sorted(utiles)

    def _a_garder(self, boucles: list[list[int]]) -> list[int]:
        """Return the values made in a loop and read in a later one, which are not outputs."""
        boucle_de = {r: k for k, boucle in enumerate(boucles) for r in boucle}
        lus_plus_loin = {
            a for r, k in boucle_de.items() for a in self.plan.noeuds[r].arguments if boucle_de.get(a, k) < k
        }
        return sorted(lus_plus_loin - set(self.sorties))

    def _tableau(self, rang: int) -> str:
        """Return the array where a loop leaves a value that it makes."""
        return f"s{rang}" if rang in self.sorties else f"t{rang}"

    def _source(self, rang: int) -> str:
        """Return the array where a loop finds a value that it does not make."""
        if rang in self.tables_lues:
            return f"t{rang}"
        return f"e{rang}" if rang in self.entrees else self._tableau(rang)

    def _boucle(self, numero: int, boucle: list[int], numeros: Mapping[Any, int]) -> tuple[list[str], list[str]]:
        lus = sorted({a for r in boucle for a in self.plan.noeuds[r].arguments if self.varie[a]} - set(boucle))
        copies = [r for r in self.sorties if r in self.sources and numero == 0]
        lus += [r for r in copies if r not in lus]
        ecrits = [r for r in boucle if r in self.sorties or r in self.tuiles] + copies
        corps = [f"        v{r} = {self._source(r)}[i]" for r in lus]
        corps += [f"        v{r} = {self._expression(self.plan.noeuds[r], numeros)}" for r in boucle]
        corps += [f"        {self._tableau(r)}[i] = v{r}" for r in ecrits]
        tableaux = dict.fromkeys([self._source(r) for r in lus] + [self._tableau(r) for r in ecrits])
        constantes = [f"c{self.constantes.index(r)}" for r in self._constantes_de(boucle)]
        signature = ", ".join(["n", *tableaux, *constantes])
        entete = ["@njit(error_model='numpy')", f"def boucle_{numero}({signature}):", "    for i in range(n):"]
        return [*entete, *(corps or ["        pass"])], [*tableaux, *constantes]

    def _constantes_de(self, boucle: list[int]) -> list[int]:
        rangs = dict.fromkeys(a for r in boucle for a in self.plan.noeuds[r].arguments if not self.varie[a])
        self.constantes += [r for r in rangs if r not in self.constantes]
        return list(rangs)

    def _expression(self, noeud: Noeud, numeros: Mapping[Any, int]) -> str:
        valeurs = [f"v{a}" if self.varie[a] else self._constante(a) for a in noeud.arguments]
        if noeud.regle:
            appel = f"r{numeros[noeud.regle.fonction]}({', '.join(valeurs)}) * 1.0"  # a boolean too becomes a number
            appel = f"mecanismes.{noeud.regle.arrondi.__name__}({appel})" if noeud.regle.arrondi else appel
            douteux = [v for v, a in zip(valeurs, noeud.arguments, strict=True) if self.plan.noeuds[a].incertain]
            return ecrire_si_applicable(appel, douteux)
        if noeud.genre is Genre.CHOIX:
            return ecrire_choix(noeud.branches, valeurs)
        return ecrire_combinaison(noeud.mode, valeurs, noeud.poids, incertaine=noeud.incertain)

    def _constante(self, rang: int) -> str:
        if rang not in self.constantes:
            self.constantes.append(rang)
        return f"c{self.constantes.index(rang)}"

    def _parametres(self) -> str:
        constantes = [f"c{k}" for k in range(len(self.constantes))]
        par_noyau = ["k", *(f"d{r}" for r in self.tables_lues)] if self.tables_lues else []
        return ", ".join([f"e{r}" for r in self.entrees] + [f"s{r}" for r in self.sorties] + constantes + par_noyau)

    def _noyau(self, appels: list[tuple[int, list[str]]]) -> list[str]:
        premier = f"e{self.entrees[0]}" if self.entrees else "k" if self.tables_lues else "()"
        lignes = [ENTETE_DU_NOYAU, f"def noyau({self._parametres()}):"]
        lignes += [f"    t{r} = np.empty({RANGEES_PAR_TUILE})" for r in [*self.tuiles, *self.tables_lues]]
        lignes += [f"    total = len({premier})", f"    for debut in range(0, total, {RANGEES_PAR_TUILE}):"]
        lignes.append(f"        fin = min(debut + {RANGEES_PAR_TUILE}, total)")
        # Looked up by themselves: a look-up among the formulas would keep LLVM from their SIMD.
        for r in self.tables_lues:
            lignes += ["        for i in range(fin - debut):", f"            t{r}[i] = d{r}[k[debut + i]]"]
        for k, tableaux in appels:
            passes = ", ".join(f"{t}[debut:fin]" if t[0] in "es" else t for t in tableaux)
            lignes.append(f"        boucle_{k}(fin - debut, {passes})")
        return lignes

    def _noyau_rangees(self, appels: list[tuple[int, list[str]]]) -> list[str]:
        tampons = [f"e{r}" for r in self.entrees] + [f"s{r}" for r in self.sorties]
        lignes = [ENTETE_DU_NOYAU, f"def noyau_rangees(rangees, {self._parametres()}):"]
        lignes += [f"    t{r} = np.empty({RANGEES_PAR_TUILE})" for r in self.tuiles]
        lignes += [f"    x{t} = np.empty({RANGEES_PAR_TUILE})" for t in tampons]
        lignes += ["    total = len(rangees)", f"    for debut in range(0, total, {RANGEES_PAR_TUILE}):"]
        lignes += [f"        n = min({RANGEES_PAR_TUILE}, total - debut)", "        ici = rangees[debut : debut + n]"]
        lignes.append("        for i in range(n):")
        lignes += [f"            xe{r}[i] = e{r}[ici[i]]" for r in self.entrees] or ["            pass"]
        for k, tableaux in appels:
            passes = ", ".join(f"x{t}" if t[0] in "es" else t for t in tableaux)
            lignes.append(f"        boucle_{k}(n, {passes})")
        lignes.append("        for i in range(n):")
        lignes += [f"            s{r}[ici[i]] = xs{r}[i]" for r in self.sorties] or ["            pass"]
        return lignes


def _module(source: str, fichiers: list[Path], prevenir: Callable[[int], None] | None) -> ModuleType:
    empreinte = sha256(source.encode())
    empreinte.update(numba.__version__.encode())
    for fichier in fichiers:
        empreinte.update(fichier.read_bytes())
    nom = f"egide_noyau_{empreinte.hexdigest()[:24]}"
    if nom in sys.modules:
        return sys.modules[nom]
    chemin = dossier_de_cache() / "noyaux" / f"{nom}.py"
    module = ModuleType(nom)
    garde = chemin.exists()
    if not garde:
        if prevenir:
            prevenir(source.count(" = compilee("))
        garde = ecrire(chemin, source.encode())
    if garde:
        spec = importlib.util.spec_from_file_location(nom, chemin)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    else:  # nowhere to keep it: compiled for this process only
        exec(source.replace(", cache=True", ""), module.__dict__)
    sys.modules[nom] = module
    return module
