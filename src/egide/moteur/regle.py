"""Rules: pure functions whose arguments are their inputs, dated, and told apart by category.

Nothing is registered elsewhere: `regle` keeps what it decorates under the name of the module, and
`regles_du_paquet` gathers a package. A decorated function stays the plain function it was.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import cache
from itertools import pairwise
from types import ModuleType
from typing import Any, Literal, TypeAlias

from egide.moteur.citation import Citation, lire_citation
from egide.moteur.erreurs import LoiInvalide
from egide.moteur.faits import Entite
from egide.moteur.periode import JOUR_MAX, Granularite, lire_jour

Categorie: TypeAlias = Mapping[type[IntEnum], IntEnum]
"""What a person is: one member for each axis (an axis is an IntEnum class)."""

_REGLES: dict[str, list[Regle]] = {}
_AVANT_MAJUSCULE = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


@cache
def _docstring(fonction: Callable[..., Any]) -> str:
    return inspect.getdoc(fonction) or ""


@dataclass(frozen=True, slots=True, eq=False)
class Regle:
    """One version of one rule.

    Attributes:
        nom: name of the value: that of the function up to `__` (what follows tells variants apart), unless another
            is declared because two values have one formula.
        arguments: names of the inputs, in order.
        defauts: value of an input that does not apply to the person (an argument written with a default).
        depuis, jusqu_au: first and last day of the periods it applies to.
        pour: for each axis named, the members it applies to; an axis that is not named does not matter.
        texte: how it meets a period: the law of its first day ("debut"), or the law of each of its segments,
            weighted by their days ("segments").
        agregation: how a rule of a wider entity or period sees it ("somme", "max", "min", "principale").
        a_confirmer: why the reading retained is uncertain, or None; `autrement` is then the other reading: a function
            whose name (up to `__`) is the value it replaces, and whose arguments are values of the same person.
        reserves: names of values that bear a doubt about it without entering its formula: where one is true, the answer
            tells that doubt.
        arrondi: mechanism that rounds its value as the law does, or None.
        partielle: True for a sum that is still given when some of what it adds up is not known: it says what it lacks,
            and enters no other computation than another such sum.
        exclusion: True for a rule that, when true, says that the situation is not covered.
    """

    nom: str
    fonction: Callable[..., Any]
    arguments: tuple[str, ...]
    defauts: dict[str, float]
    depuis: date
    jusqu_au: date
    unite: str
    references: tuple[Citation, ...]
    pour: dict[type[IntEnum], frozenset[IntEnum]]
    entite: Entite
    periode: Granularite
    texte: Literal["debut", "segments"]
    agregation: str | None
    a_confirmer: str | None
    autrement: Callable[..., Any] | None
    reserves: tuple[str, ...]
    arrondi: Callable[[Any], Any] | None
    exclusion: bool
    partielle: bool

    @property
    def titre(self) -> str:
        """First line of the docstring, without its full stop: what the value is called on a screen."""
        return _docstring(self.fonction).split("\n", 1)[0].rstrip(".")

    @property
    def explication(self) -> str:
        """The whole docstring: what a person reads."""
        return _docstring(self.fonction)

    @property
    def lieu(self) -> str:
        """Where it is written."""
        return f"{self.fonction.__module__}:{self.fonction.__code__.co_firstlineno}"

    @property
    def chapitre(self) -> str:
        """The package that it is written in."""
        return self.fonction.__module__.rpartition(".")[0]

    def calculer(self, *arguments: Any) -> Any:
        """Return the value for given inputs, rounded as the law does."""
        valeur = self.fonction(*arguments)
        return self.arrondi(valeur) if self.arrondi else valeur

    def convient(self, categorie: Categorie) -> bool:
        """Tell whether it is for a category; who is not placed on an axis stands at its ordinary member, if any."""
        return self.peut(categorie, ())

    def peut(self, categorie: Categorie, libres: Collection[type[IntEnum]]) -> bool:
        """Tell whether it applies to a category whose place on some axes is not known."""
        return all(
            axe in libres or categorie.get(axe, membre_ordinaire(axe)) in membres for axe, membres in self.pour.items()
        )


def regle(
    *,
    depuis: str,
    jusqu_au: str | None = None,
    nom: str | None = None,
    unite: str,
    references: str | Iterable[str] = (),
    pour: IntEnum | Iterable[IntEnum] = (),
    entite: Entite = "personne",
    periode: Granularite = "annee",
    texte: Literal["debut", "segments"] = "debut",
    agregation: str | None = None,
    a_confirmer: str | None = None,
    autrement: Callable[..., Any] | None = None,
    sous_reserve: str | tuple[str, ...] = (),
    arrondi: Callable[[Any], Any] | None = None,
    exclusion: bool = False,
    partielle: bool = False,
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Declare a function as a rule; see `Regle`. It may be written several times over one function.

    Raises:
        LoiInvalide: a signature or a declaration that cannot be a rule, with its place.
    """

    def declarer(fonction: Callable[..., Any]) -> Callable[..., Any]:
        lieu = f"{fonction.__module__}:{fonction.__code__.co_firstlineno} {fonction.__name__}"
        if not inspect.getdoc(fonction):
            raise LoiInvalide([f"{lieu} : une règle doit porter une docstring, que les personnes lisent."])
        parametres = inspect.signature(fonction).parameters.values()
        if any(p.kind is not p.POSITIONAL_OR_KEYWORD for p in parametres):
            raise LoiInvalide([f"{lieu} : les arguments d'une règle sont de simples noms (ni *, ni /)."])
        try:
            nouvelle = Regle(
                nom=nom or fonction.__name__.split("__", 1)[0],
                fonction=fonction,
                arguments=tuple(p.name for p in parametres),
                defauts={p.name: p.default for p in parametres if p.default is not p.empty},
                depuis=lire_jour(depuis),
                jusqu_au=lire_jour(jusqu_au) if jusqu_au else JOUR_MAX,
                unite=unite,
                references=tuple(
                    lire_citation(r) for r in ([references] if isinstance(references, str) else references)
                ),
                pour=_par_axe([*_public_du_paquet(fonction), *([pour] if isinstance(pour, IntEnum) else pour)]),
                entite=entite,
                periode=periode,
                texte=texte,
                agregation=agregation,
                a_confirmer=a_confirmer,
                autrement=autrement,
                reserves=(sous_reserve,) if isinstance(sous_reserve, str) else sous_reserve,
                arrondi=arrondi,
                exclusion=exclusion,
                partielle=partielle,
            )
        except ValueError as erreur:
            raise LoiInvalide([f"{lieu} : {erreur}"]) from None
        if nouvelle.jusqu_au < nouvelle.depuis:
            raise LoiInvalide([f"{lieu} : jusqu_au ({jusqu_au}) précède depuis ({depuis})."])
        _REGLES.setdefault(fonction.__module__, []).append(nouvelle)
        return fonction

    return declarer


def _public_du_paquet(fonction: Callable[..., Any]) -> Iterable[IntEnum]:
    """Return the members that every rule of a package is for: its `POUR`, when its `__init__` has one."""
    paquet = sys.modules.get(fonction.__module__.rpartition(".")[0])
    return getattr(paquet, "POUR", ())


def _par_axe(membres: Iterable[IntEnum]) -> dict[type[IntEnum], frozenset[IntEnum]]:
    membres = tuple(membres)
    return {axe: frozenset(m for m in membres if type(m) is axe) for axe in dict.fromkeys(type(m) for m in membres)}


@cache
def membre_ordinaire(axe: type[IntEnum]) -> IntEnum | None:
    """Return where those stand whom nothing places on an axis: its member ORDINAIRE, or None where it has none."""
    return axe.__members__.get("ORDINAIRE")


@cache
def nom_d_axe(axe: type[IntEnum]) -> str:
    """Return the name of the rule that tells where a person stands on an axis (`NatureMontant` → `nature_montant`)."""
    return _AVANT_MAJUSCULE.sub("_", axe.__name__).lower()


def regle_de(fonction: Callable[..., Any]) -> Regle | None:
    """Return a rule written over a function, or None for a plain one."""
    return next((r for r in _REGLES.get(fonction.__module__, ()) if r.fonction is fonction), None)


def regles_du_paquet(paquet: ModuleType) -> list[Regle]:
    """Import every module of a package and return the rules written in it, in the order of the files."""
    noms = [paquet.__name__]
    for module in pkgutil.walk_packages(getattr(paquet, "__path__", []), paquet.__name__ + "."):
        importlib.import_module(module.name)
        noms.append(module.name)
    return [r for nom in noms for r in _REGLES.get(nom, [])]


def fautes_des_versions(nom: str, versions: list[Regle]) -> Iterator[str]:
    """Yield the gaps, overlaps and contradictions between the versions of one name, both places named."""
    modele = versions[0]
    for autre in versions[1:]:
        for attribut in ("entite", "periode", "agregation", "exclusion"):
            if getattr(autre, attribut) != getattr(modele, attribut):
                yield f"« {nom} » : {attribut} diffère entre {modele.lieu} et {autre.lieu}."
    signalees = set()
    for cellule, suite in _suites(versions):
        for avant, apres in pairwise(suite):
            ecart = apres.depuis.toordinal() - avant.jusqu_au.toordinal() - 1
            if ecart and (avant, apres) not in signalees:
                signalees.add((avant, apres))
                quoi = "un trou" if ecart > 0 else "un chevauchement"
                cas = ", ".join(m.name.lower() for m in cellule)
                yield (
                    f"« {nom} »{f' ({cas})' if cas else ''} : {quoi} entre {avant.lieu} (jusqu'au {avant.jusqu_au}) "
                    f"et {apres.lieu} (depuis le {apres.depuis})."
                )


def _suites(versions: list[Regle]) -> Iterator[tuple[tuple[IntEnum, ...], list[Regle]]]:
    """Yield every different set of versions that apply to a same category, by date, with one such category.

    Axis after axis, categories to which the same versions apply are one: there would be too many to try each.
    """
    axes = dict.fromkeys(axe for v in versions for axe in v.pour)
    cellules: dict[frozenset[int], tuple[IntEnum, ...]] = {frozenset(range(len(versions))): ()}
    for axe in axes:
        par_membre = [(m, frozenset(k for k, v in enumerate(versions) if m in v.pour.get(axe, axe))) for m in axe]
        suivantes: dict[frozenset[int], tuple[IntEnum, ...]] = {}
        for retenues, cellule in cellules.items():
            for membre, acceptent in par_membre:
                suivantes.setdefault(retenues & acceptent, (*cellule, membre))
        cellules = suivantes
    for retenues, cellule in cellules.items():
        yield cellule, sorted((versions[k] for k in sorted(retenues)), key=lambda v: v.depuis)
