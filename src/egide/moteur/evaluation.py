"""Running a plan for one person, on floats or exactly, with every intermediate value kept."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from fractions import Fraction
from functools import reduce
from operator import add
from typing import Any

from egide.moteur.choix import SANS_OBJET, choisir, s_applique
from egide.moteur.erreurs import FaitsManquants, HorsChamp
from egide.moteur.faits import Cle, Donnees, Fait
from egide.moteur.graphe import Legislation
from egide.moteur.inconnu import INCONNU, InconnuLu
from egide.moteur.parametres import Valeur
from egide.moteur.periode import Periode
from egide.moteur.plan import Genre, Noeud, Plan
from egide.moteur.regle import Categorie, nom_d_axe
from egide.moteur.suites import Suite


def _somme(valeurs: Iterable[Any]) -> Any:
    """Add from left to right, as a kernel does (`sum` compensates its rounding since Python 3.12)."""
    return reduce(add, valeurs)


COMBINER: dict[str, Callable[[Iterable[Any]], Any]] = {"somme": _somme, "max": max, "min": min}


@dataclass(slots=True, eq=False)
class Evaluation:
    """A plan and the value of each of its nodes; None where a fact is missing.

    Attributes:
        donnes: facts that were given and read.
        supposes: facts that were not given, whose default was assumed.
        manquants: facts that were not given and may not be assumed.
        partielles: rank of a partial sum → ranks of what it lacks.
    """

    plan: Plan
    valeurs: list[Any]
    donnes: dict[Cle, Fait] = field(default_factory=dict)
    supposes: dict[Cle, Fait] = field(default_factory=dict)
    manquants: dict[Cle, Fait] = field(default_factory=dict)
    partielles: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def completer(self, autre: Evaluation) -> None:
        """Add the facts that another evaluation of the same person read."""
        self.donnes.update(autre.donnes)
        self.supposes.update(autre.supposes)
        self.manquants.update(autre.manquants)

    def __getitem__(self, nom: str) -> Any:
        """Return the value of a target; KeyError where it does not apply to the person.

        Raises:
            FaitsManquants: facts are missing to know it.
        """
        valeur = self.valeurs[self.plan.cibles[nom]]
        if valeur is None:
            inconnus = [n.parametre for n in self.absents(nom) if n.parametre]
            pourquoi = f" : {' ; '.join(ecrire_inconnue(i) for i in inconnus)}" if inconnus else ""
            raise FaitsManquants(f"il manque de quoi calculer « {nom} »{pourquoi}", dict.fromkeys(self.causes(nom)))
        return valeur

    def __contains__(self, nom: str) -> bool:
        return nom in self.plan.cibles

    def connue(self, rang: int) -> bool:
        """Tell whether a value is known, and whole."""
        return self.valeurs[rang] is not None and rang not in self.partielles

    def causes(self, nom: str) -> list[str]:
        """Return the names of the missing facts that keep a target from being known."""
        return [noeud.nom for noeud in self.absents(nom) if noeud.genre is Genre.FAIT]

    def absents(self, nom: str) -> list[Noeud]:
        """Return the missing facts and the unknown figures that keep a target from being known, or from being whole."""
        a_voir, vus, trouves = deque([self.plan.cibles[nom]]), set(), []
        while a_voir:
            rang = a_voir.popleft()
            if rang in vus or self.connue(rang):
                continue
            vus.add(rang)
            noeud = self.plan.noeuds[rang]
            if noeud.genre in (Genre.FAIT, Genre.PARAMETRE):
                trouves.append(noeud)
            a_voir.extend(noeud.arguments)
        return trouves


def ecrire_inconnue(valeur: Valeur) -> str:
    """Say which figure is not known, from which day, and why."""
    return f"{valeur.parametre.libelle} (depuis le {valeur.depuis}, {valeur.parametre.nom}) : {valeur.inconnue}"


def evaluer(
    plan: Plan, donnees: Donnees, *, exact: bool = False, remplacements: Mapping[int, Any] | None = None
) -> Evaluation:
    """Evaluate a plan on the facts of one person.

    Args:
        plan: from `Legislation.plan`, drawn for the same given facts.
        donnees: the facts given.
        exact: compute on `Fraction` instead of floats.
        remplacements: rank of a node → value put in the place of its own.

    Returns:
        every value; a value that depends on a missing fact is None.
    """
    nombre: Any = Fraction if exact else float
    valeurs: list[Any] = []
    evaluation = Evaluation(plan, valeurs)
    remplacements = remplacements or {}
    for rang, noeud in enumerate(plan.noeuds):
        if rang in remplacements:
            valeurs.append(remplacements[rang])
        elif noeud.genre is Genre.REGLE:
            valeurs.append(_regle(rang, noeud, nombre, evaluation))
        elif noeud.genre is Genre.PARAMETRE:
            valeurs.append(noeud.parametre.exact if exact else noeud.parametre.flottant)  # type: ignore[union-attr]
        elif noeud.genre is Genre.FAIT:
            valeurs.append(_fait(noeud, donnees, nombre, evaluation))
        elif noeud.genre is Genre.CONSTANTE:
            valeurs.append(nombre(noeud.constante))
        elif noeud.genre is Genre.CHOIX:
            valeurs.append(choisir(noeud.branches, [valeurs[a] for a in noeud.arguments]))
        else:
            connues = [valeurs[a] if evaluation.connue(a) else None for a in noeud.arguments]
            valeurs.append(_combiner(noeud, connues, nombre))
    return evaluation


def _regle(rang: int, noeud: Noeud, nombre: Any, evaluation: Evaluation) -> Any:
    """Return the value of a rule, None where an input that it uses is not known; a partial sum notes what it lacks."""
    assert noeud.regle is not None
    valeurs = [evaluation.valeurs[a] for a in noeud.arguments]
    if noeud.incertain and None not in valeurs and not all(map(s_applique, valeurs)):
        return SANS_OBJET
    if None not in valeurs and not evaluation.partielles:
        return noeud.regle.calculer(*valeurs)
    absents = tuple(a for a in noeud.arguments if not evaluation.connue(a))
    if absents and noeud.regle.partielle:
        return _somme_partielle(rang, noeud, absents, nombre, evaluation)
    connus = (v if evaluation.connue(a) else INCONNU for a, v in zip(noeud.arguments, valeurs, strict=True))
    try:
        valeur = noeud.regle.calculer(*connus)
    except InconnuLu:
        return None
    return None if valeur is INCONNU else valeur


def _somme_partielle(rang: int, noeud: Noeud, absents: tuple[int, ...], nombre: Any, evaluation: Evaluation) -> Any:
    """Return the sum of what is known; None where nothing is."""
    connus = [a for a in noeud.arguments if evaluation.valeurs[a] is not None]
    if all(evaluation.plan.noeuds[a].genre is Genre.CONSTANTE for a in connus):
        return None
    assert noeud.regle is not None
    evaluation.partielles[rang] = absents
    valeurs = (evaluation.valeurs[a] for a in noeud.arguments)
    return noeud.regle.calculer(*(nombre(0) if v is None else v for v in valeurs))


def _fait(noeud: Noeud, donnees: Donnees, nombre: Any, evaluation: Evaluation) -> Any:
    cle, fait = noeud.cle, noeud.fait
    assert cle is not None
    assert fait is not None
    if cle in donnees:
        evaluation.donnes[cle] = fait
        donnee = donnees[cle]
        if isinstance(donnee, Suite):
            return Suite(map(nombre, donnee))
        return None if donnee is None else nombre(donnee)
    if fait.defaut is None:
        evaluation.manquants[cle] = fait
        return None
    evaluation.supposes[cle] = fait
    return nombre(fait.defaut)


def _combiner(noeud: Noeud, valeurs: list[Any], nombre: Any) -> Any:
    if None in valeurs:
        return None
    if noeud.mode == "repli":
        return next(filter(s_applique, valeurs))
    pesees = [v if p == q else v * nombre(p) / q for v, (p, q) in zip(valeurs, noeud.poids, strict=True)]
    if noeud.incertain:
        pesees = list(filter(s_applique, pesees)) or [SANS_OBJET]
    return COMBINER[noeud.mode](pesees)


def situer(
    loi: Legislation,
    axes: Iterable[type[IntEnum]],
    donnees: Donnees,
    periode: Periode,
    connue: Categorie | None = None,
    **options: Any,
) -> dict[type[IntEnum], IntEnum]:
    """Return where a person stands on each axis, as the rules of the same names say; `connue` is known beforehand.

    Raises:
        FaitsManquants: a fact is needed to know it.
    """
    noms = {axe: nom_d_axe(axe) for axe in axes}
    connue = connue or {}
    evaluation = evaluer(loi.plan(tuple(noms.values()), connue, periode, donnes=donnees.keys(), **options), donnees)
    return {**connue, **{axe: axe(int(evaluation[nom])) for axe, nom in noms.items()}}


def situer_les_activites(
    loi: Legislation,
    axes: Iterable[type[IntEnum]],
    donnees: Donnees,
    periode: Periode,
    connue: Categorie | None = None,
    *,
    activites: int,
    **options: Any,
) -> tuple[Categorie, ...]:
    """Return where each activity stands on the axes that are its own: their rules are rules of an activity.

    Raises:
        FaitsManquants: a fact is needed to know it.
    """
    noms = {axe: nom_d_axe(axe) for axe in axes}
    plan = loi.plan(tuple(noms.values()), connue or {}, periode, donnes=donnees.keys(), activites=activites, **options)
    evaluation = evaluer(plan, donnees)
    for nom in noms.values():
        if manquants := [r for r in plan.par_activite[nom] if evaluation.valeurs[r] is None]:
            raise FaitsManquants(f"il manque de quoi calculer « {nom} »", _faits_sous(evaluation, manquants))
    rangs = range(activites)
    return tuple(
        {axe: axe(int(evaluation.valeurs[plan.par_activite[nom][k]])) for axe, nom in noms.items()} for k in rangs
    )


def _faits_sous(evaluation: Evaluation, rangs: Iterable[int]) -> tuple[str, ...]:
    """Return the names of the missing facts under some nodes."""
    noms: dict[str, None] = {}
    a_voir = deque(rangs)
    while a_voir:
        noeud = evaluation.plan.noeuds[rang := a_voir.popleft()]
        if evaluation.valeurs[rang] is None:
            noms |= {noeud.nom: None} if noeud.genre is Genre.FAIT else {}
            a_voir.extend(noeud.arguments)
    return tuple(noms)


def refuser_hors_champ(
    loi: Legislation, categorie: Categorie, donnees: Donnees, periode: Periode, **options: Any
) -> Evaluation:
    """Raise `HorsChamp` when a rule of exclusion is true; else return the evaluation, with what was assumed."""
    plan = loi.plan(loi.exclusions, categorie, periode, donnes=donnees.keys(), **options)
    evaluation = evaluer(plan, donnees)
    motifs = []
    for nom in loi.exclusions:
        # Activity by activity: a sure reason in one does not wait for the facts of another.
        rangs = plan.par_activite.get(nom) or ((plan.cibles[nom],) if nom in evaluation else ())
        vraie = next((plan.noeuds[r].regle for r in rangs if evaluation.valeurs[r]), None)
        if vraie:
            motifs.append((nom, vraie.explication))
    if motifs:
        raise HorsChamp(motifs)
    return evaluation
