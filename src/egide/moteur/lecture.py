"""Following the source of a rule with the values of one person: what is shown cannot differ from what is computed."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cache
from types import CodeType, FunctionType
from typing import Any

from egide.moteur.ecriture import ecrire
from egide.moteur.erreurs import LoiInvalide
from egide.moteur.mecanismes import MECANISMES, Marche, Tranche
from egide.moteur.regle import Regle, regle_de
from egide.moteur.suites import MECANISMES_DES_SUITES, chaque_annee

_OPERATEURS: dict[type[ast.AST], tuple[str, int]] = {
    ast.Add: ("+", 1),
    ast.Sub: ("−", 1),
    ast.Mult: ("×", 2),
    ast.Div: ("/", 2),
    ast.FloorDiv: ("÷", 2),
    ast.Lt: ("<", 0),
    ast.LtE: ("≤", 0),
    ast.Gt: (">", 0),
    ast.GtE: ("≥", 0),
    ast.Eq: ("=", 0),
    ast.NotEq: ("≠", 0),
}


@dataclass(slots=True)
class Ligne:
    """One line of a computation: `nom = formule`, the same with numbers, and its value."""

    nom: str
    formule: str
    chiffres: str
    valeur: str


_INSTRUCTIONS = (ast.Assign, ast.If, ast.Return)
_EXPRESSIONS = (
    ast.Name,
    ast.Constant,
    ast.Attribute,
    ast.Call,
    ast.BinOp,
    ast.UnaryOp,
    ast.BoolOp,
    ast.Compare,
    ast.IfExp,
)


@cache
def instructions(fonction: Any) -> list[ast.stmt]:
    """Return the statements of a rule; `LoiInvalide` on a form that could not be shown as it is computed."""
    module = ast.parse(textwrap.dedent(inspect.getsource(fonction)))
    definition = module.body[0]
    assert isinstance(definition, ast.FunctionDef)
    corps = definition.body[1:]  # the docstring comes first
    if refusees := [n for instruction in corps for n in ast.walk(instruction) if not _admise(n)]:
        lieu = f"{fonction.__module__}:{fonction.__code__.co_firstlineno} {fonction.__name__}"
        raise LoiInvalide(
            f"{lieu} : « {ast.unparse(n)} » n'est pas admis dans une règle ; attendu : nom = expression, if, return, "
            "et les opérations + − × / // et comparaisons deux à deux."
            for n in refusees
        )
    return corps


def _admise(noeud: ast.AST) -> bool:
    if isinstance(noeud, ast.Assign):
        return len(noeud.targets) == 1 and isinstance(noeud.targets[0], ast.Name)
    if isinstance(noeud, ast.stmt):
        return isinstance(noeud, _INSTRUCTIONS)
    if isinstance(noeud, ast.BinOp):
        return type(noeud.op) in _OPERATEURS
    if isinstance(noeud, ast.Compare):
        return len(noeud.ops) == 1 and type(noeud.ops[0]) in _OPERATEURS
    if isinstance(noeud, ast.Call):
        return not noeud.keywords
    return not isinstance(noeud, ast.expr) or isinstance(noeud, _EXPRESSIONS)


def _suivis(noeud: ast.AST, vrai: Callable[[ast.expr], bool]) -> Iterator[ast.AST]:
    """Yield the nodes of an expression, without the branch not taken of a conditional one."""
    yield noeud
    enfants: Iterable[ast.AST] = ast.iter_child_nodes(noeud)
    if isinstance(noeud, ast.IfExp):
        enfants = (noeud.test, noeud.body if vrai(noeud.test) else noeud.orelse)
    for enfant in enfants:
        yield from _suivis(enfant, vrai)


@cache
def _appelle(noeud: ast.expr) -> bool:
    return any(isinstance(n, ast.Call) for n in ast.walk(noeud))


@cache
def _code(noeud: ast.expr) -> CodeType:
    return compile(ast.Expression(noeud), "<règle>", "eval")


class Lecture:
    """The source of a rule followed with the values of one person.

    Attributes:
        lignes: what was computed, in order.
        baremes: scales read.
        decisifs: arguments that decided the result.
    """

    def __init__(
        self,
        regle: Regle,
        valeurs: dict[str, Any],
        unites: dict[str, str | None],
        enumerations: Mapping[str, type[IntEnum]] | None = None,
    ) -> None:
        self.regle = regle
        self.enumerations = enumerations or {}
        self.valeurs = dict(valeurs)
        self.unites = unites
        self.decisifs: set[str] = set()
        self.lignes: list[Ligne] = []
        self.baremes: list[tuple[str, list[Tranche | Marche]]] = []
        self._origines: dict[str, set[str]] = {nom: {nom} for nom in valeurs}

    def suivre(self) -> None:
        """Follow the branch that these values take."""
        self._instructions(instructions(self.regle.fonction))

    def _instructions(self, instructions: list[ast.stmt]) -> bool:
        for instruction in instructions:
            if isinstance(instruction, ast.Assign) and isinstance(cible := instruction.targets[0], ast.Name):
                self.valeurs[cible.id] = self._valeur(instruction.value)
                self._origines[cible.id] = self._decisifs(instruction.value)
                self.unites[cible.id] = self._unite(instruction.value)
                self._ligne(cible.id, instruction.value)
            elif isinstance(instruction, ast.If):
                vrai = bool(self._valeur(instruction.test))
                self.decisifs |= self._decisifs(instruction.test)
                self._condition(instruction.test, vrai)
                if self._instructions(instruction.body if vrai else instruction.orelse):
                    return True
            elif isinstance(instruction, ast.Return) and instruction.value is not None:
                self.decisifs |= self._decisifs(instruction.value)
                self._ligne(self.regle.nom, instruction.value, self.regle.arrondi)
                return True
        return False

    def _ligne(self, nom: str, noeud: ast.expr, arrondi: Callable[[Any], Any] | None = None) -> None:
        """Write a line: what is given a name, or what is returned, rounded."""
        valeur = self._valeur(noeud)
        unite = self.regle.unite if nom == self.regle.nom else self.unites[nom]
        formule, chiffres = self._ecrit(noeud), self._ecrit(noeud, chiffres=True)
        if arrondi:
            valeur, montre = arrondi(valeur), MECANISMES[arrondi]
            formule, chiffres = montre.ecriture.format(formule), montre.ecriture.format(chiffres)
        if not (isinstance(noeud, ast.Name) and nom == noeud.id):
            self.lignes.append(Ligne(nom, formule, chiffres, ecrire(valeur, unite)))
        if not _appelle(noeud):
            return
        for appel in _suivis(noeud, self._valeur):
            if not isinstance(appel, ast.Call):
                continue
            montre = self._mecanisme(appel)
            if montre is None:
                self._suivre_appel(appel)
            elif montre.tranches:
                tranches = self._tranches(montre.tranches, appel)
                self.baremes.append((self._ecrit(appel.args[1]), tranches))
                self._droite(appel, tranches)

    def _suivre_appel(self, appel: ast.Call) -> None:
        """Follow a function that the rule calls, ahead of the line that uses it."""
        fonction = self._valeur(appel.func)
        if not isinstance(fonction, FunctionType) or fonction is chaque_annee:
            return
        appelee = regle_de(fonction)
        nom = fonction.__name__.split("__", 1)[0]
        unite = appelee.unite if appelee else self.regle.unite
        noms = fonction.__code__.co_varnames[: fonction.__code__.co_argcount]
        lecture = Lecture(
            replace(self.regle, fonction=fonction, nom=nom, unite=unite, arrondi=None),
            dict(zip(noms, map(self._valeur, appel.args), strict=True)),
            dict(zip(noms, map(self._unite, appel.args), strict=True)),
        )
        lecture.suivre()
        self.lignes[-1:-1] = lecture.lignes
        self.baremes += lecture.baremes

    def _tranches(self, montrer: Callable[..., list[Any]], appel: ast.Call) -> list[Any]:
        """Return the slices of a scale; its steps have the units of what they give and of what is read."""
        bornes, valeur = self._unite(appel.args[0]), self._unite(appel.args[1])
        tranches = montrer(*(self._valeur(a) for a in appel.args))
        return [t._replace(unite=valeur, unite_des_bornes=bornes) if isinstance(t, Marche) else t for t in tranches]

    def _droite(self, appel: ast.Call, tranches: list[Tranche | Marche]) -> None:
        """Write the line on which a progressive rate was read, ahead of the line that uses it."""
        for t in tranches:
            if t.active and t.taux_a != t.taux_de:
                unite = self._unite(appel.args[0])
                x, bas, haut = (ecrire(v, unite) for v in (self._valeur(appel.args[0]), t.de, t.a))
                de, a = ecrire(t.taux_de, "fraction"), ecrire(t.taux_a, "fraction")
                formule = "taux du bas + (taux du haut − taux du bas) × (base − seuil bas) / (seuil haut − seuil bas)"
                chiffres = f"{de} + ({a} − {de}) × ({x} − {bas}) / ({haut} − {bas})"
                ligne = Ligne("taux lu", formule, chiffres, ecrire(self._valeur(appel), "fraction"))
                self.lignes.insert(len(self.lignes) - 1, ligne)

    def _unite(self, noeud: ast.expr) -> str | None:
        """Return the unit of an expression, as far as it is plain: euros stay euros unless divided by euros."""
        if isinstance(noeud, ast.Name):
            return self.unites.get(noeud.id)
        if isinstance(noeud, ast.Call) and noeud.args:
            if self._mecanisme(noeud) is None:
                fonction = self._valeur(noeud.func)
                appelee = regle_de(fonction) if isinstance(fonction, FunctionType) else None
                return appelee.unite if appelee else self.regle.unite
            return self._unite(noeud.args[0])
        if isinstance(noeud, ast.BinOp):
            unites = [self._unite(noeud.left), self._unite(noeud.right)]
            euros = [u for u in unites if u and u.startswith("€")]
            if isinstance(noeud.op, ast.Div):
                return None if len(euros) > 1 else unites[0]
            return euros[0] if euros else unites[0] if unites[0] == unites[1] else None
        return None

    def _condition(self, test: ast.expr, vrai: bool) -> None:
        texte = self._ecrit(test)
        self.lignes.append(Ligne("si", texte, self._ecrit(test, chiffres=True), "oui" if vrai else "non"))

    def _valeur(self, noeud: ast.expr) -> Any:
        if isinstance(noeud, ast.Name) and noeud.id in self.valeurs:  # most of them, and eval is slow
            return self.valeurs[noeud.id]
        return eval(_code(noeud), self.regle.fonction.__globals__, self.valeurs)  # the rule's own source

    def _mecanisme(self, appel: ast.Call) -> Any:
        fonction = self._valeur(appel.func)
        return MECANISMES.get(fonction) or MECANISMES_DES_SUITES.get(fonction)

    def _decisifs(self, noeud: ast.expr) -> set[str]:
        """Return the arguments that decide an expression: the side that wins, the nil factor, the branch taken."""
        if isinstance(noeud, ast.Name):
            return set(self._origines.get(noeud.id, ()))
        if isinstance(noeud, ast.Call):
            montre = self._mecanisme(noeud)
            fonction = montre.retient if montre and montre.retient else self._valeur(noeud.func)
            if fonction in (max, min):
                retenu = fonction(noeud.args, key=self._valeur)
                return self._decisifs(retenu)
        if isinstance(noeud, ast.BinOp) and isinstance(noeud.op, ast.Mult):
            nuls = [n for n in (noeud.left, noeud.right) if self._valeur(n) == 0]
            return self._decisifs(nuls[0]) if nuls else self._decisifs(noeud.left) | self._decisifs(noeud.right)
        if isinstance(noeud, ast.BinOp) and isinstance(noeud.op, ast.Add | ast.Sub):
            non_nuls = [n for n in (noeud.left, noeud.right) if self._valeur(n) != 0]
            return set().union(*(self._decisifs(n) for n in non_nuls or (noeud.left, noeud.right)))
        if isinstance(noeud, ast.IfExp):
            suite = noeud.body if self._valeur(noeud.test) else noeud.orelse
            return self._decisifs(noeud.test) | self._decisifs(suite)
        if isinstance(noeud, ast.BoolOp):
            decide = isinstance(noeud.op, ast.Or)
            decideurs = [n for n in noeud.values if bool(self._valeur(n)) is decide]
            return self._decisifs(decideurs[0]) if decideurs else set().union(*map(self._decisifs, noeud.values))
        enfants = [n for n in ast.iter_child_nodes(noeud) if isinstance(n, ast.expr)]
        return set().union(*(self._decisifs(n) for n in enfants)) if enfants else set()

    def _ecrit(self, noeud: ast.expr, *, chiffres: bool = False, force: int = 0) -> str:
        """Write an expression in words, or with its numbers; `force` is the precedence of what surrounds it."""
        if isinstance(noeud, ast.Name):
            if not chiffres or noeud.id not in self.valeurs:
                return noeud.id
            unite = self.unites.get(noeud.id)
            # "3 × plafond × 48 060 €" would say the ceiling twice.
            unite = None if unite and unite.startswith("×") else unite
            return ecrire(self.valeurs[noeud.id], unite, self.enumerations.get(noeud.id))
        if isinstance(noeud, ast.Constant):
            if isinstance(noeud.value, bool):
                return ecrire(noeud.value, "oui/non")
            return ecrire(noeud.value) if isinstance(noeud.value, int | float) else str(noeud.value)
        if isinstance(noeud, ast.Call):
            montre = self._mecanisme(noeud)
            operation = montre is not None and "×" in montre.ecriture
            produit = _OPERATEURS[ast.Mult][1]
            arguments = [self._ecrit(a, chiffres=chiffres, force=produit + 1 if operation else 0) for a in noeud.args]
            if montre:
                texte = str(montre.ecriture.format(*arguments))
                return f"({texte})" if operation and force > produit else texte
            return self._appel(noeud, arguments)
        if isinstance(noeud, ast.BinOp):
            return self._operation(noeud.op, [noeud.left, noeud.right], chiffres, force)
        if isinstance(noeud, ast.Compare) and len(noeud.ops) == 1:
            return self._operation(noeud.ops[0], [noeud.left, noeud.comparators[0]], chiffres, force)
        if isinstance(noeud, ast.BoolOp):
            mot = " ou " if isinstance(noeud.op, ast.Or) else " et "
            texte = mot.join(self._ecrit(n, chiffres=chiffres, force=1) for n in noeud.values)
            return f"({texte})" if force else texte
        if isinstance(noeud, ast.UnaryOp):
            signe = "non " if isinstance(noeud.op, ast.Not) else "−"
            return signe + self._ecrit(noeud.operand, chiffres=chiffres, force=3)
        if isinstance(noeud, ast.Attribute):
            return noeud.attr.lower()
        if isinstance(noeud, ast.IfExp):
            vrai = self._valeur(noeud.test)
            suite = self._ecrit(noeud.body if vrai else noeud.orelse, chiffres=chiffres)
            condition = self._ecrit(noeud.test, chiffres=chiffres, force=0 if vrai else 1)
            texte = f"{suite} {'car' if vrai else 'car non'} {condition}"
            return f"({texte})" if force else texte
        return ast.unparse(noeud)

    def _appel(self, appel: ast.Call, arguments: list[str]) -> str:
        """Write the call of a function that is no mechanism, or of one for each year."""
        if self._valeur(appel.func) is chaque_annee:
            fonction, *arguments = arguments
            return f"chaque année, {fonction.replace('_', ' ')} ({' ; '.join(arguments)})"
        nom = self._ecrit(appel.func).split("__", 1)[0]
        return f"{nom} ({' ; '.join(arguments)})"

    def _operation(self, operateur: ast.AST, cotes: list[ast.expr], chiffres: bool, force: int) -> str:
        signe, precedence = _OPERATEURS[type(operateur)]
        gauche = self._ecrit(cotes[0], chiffres=chiffres, force=precedence)
        # The right side of a subtraction or a division keeps its brackets.
        plus_fort = precedence + isinstance(operateur, ast.Sub | ast.Div | ast.FloorDiv)
        texte = f"{gauche} {signe} {self._ecrit(cotes[1], chiffres=chiffres, force=plus_fort)}"
        return f"({texte})" if precedence < force else texte
