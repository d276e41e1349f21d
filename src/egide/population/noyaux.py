"""The kernels of a request: which one each row needs, and each compiled when first needed."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from enum import IntEnum
from functools import cache, cached_property, lru_cache
from math import prod
from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

from egide.droit.commun.categories import Fondement, NatureMontant, RegimeSocial
from egide.droit.commun.enumerations import Regime
from egide.moteur.compilation import Noyau, Numeros, compiler, fusionner
from egide.moteur.erreurs import FaitsManquants, LoiInvalide
from egide.moteur.evaluation import evaluer
from egide.moteur.faits import Cle
from egide.moteur.periode import Periode
from egide.moteur.periode import numero as numero_du_jour
from egide.moteur.plan import Genre, Noeud, Plan
from egide.moteur.regle import Categorie, nom_d_axe
from egide.services.dossier_affiliation import A_ETABLIR
from egide.services.loi import loi_des

SECONDES_PAR_NOYAU, SECONDES_PAR_REGLE = 1.0, 0.1
"""What a compilation takes, rules being compiled once for all kernels: 48 categories and two targets of 2026, 46 s;
affiliation and interlocutors by choice, 140 rules, 13 to 18 s."""
QUELQUES_SECONDES = 10
FONDEMENT, REGIME = nom_d_axe(Fondement), nom_d_axe(Regime)


def manque(fondement: IntEnum) -> str:
    """Say what is missing to a row whose ground cannot be told."""
    return f"Il manque {A_ETABLIR[Fondement(fondement)][1]}"


@njit(cache=True)
def _marquer(numeros: Numeros, presents: NDArray[np.bool_]) -> None:
    for numero in numeros:
        presents[numero] = True


def presents(numeros: Numeros, combien: int) -> list[int]:
    """Return the different numbers of some rows, in order; they are all under `combien`."""
    vus = np.zeros(combien, dtype=np.bool_)
    _marquer(numeros, vus)
    return [int(n) for n in np.flatnonzero(vus)]


class Noyaux:
    """The kernels of one request over columns of given names.

    A row is told by the number of its category: its members on the axes where the rules asked for differ. Where the
    place on an axis depends on the place on another, or where there would be too many kernels, one kernel holds every
    version of each rule and each row chooses.

    Args:
        periode: the year, or the day, that the targets are of.
        commune: what every row has in common: the nature of the amounts, the way of contributing.
        scalaires: facts that are the same for every row.
        tableaux: keys of the columns.

    Attributes:
        loi: the law in which the targets are rules.
        refusees: first number of the rows that a rule of exclusion refuses.
        combien: every number is under it.
        axes: where the rules asked for differ.
        exclusions: the rules that refuse rows.
        ensemble: number of kernels that the rows to come need, for who is told how long it takes.
    """

    def __init__(
        self,
        periode: Periode,
        commune: Categorie,
        extrapoler: bool,
        cibles: tuple[str, ...],
        scalaires: Mapping[Cle, float],
        tableaux: Collection[Cle],
    ) -> None:
        self._periode = periode
        self._commune = commune
        self.loi = loi_des(cibles)
        self.exclusions = self.loi.exclusions_de(cibles, self._commune)
        self.ensemble = 1
        self._extrapoler = extrapoler
        self._cibles = cibles
        self._scalaires = scalaires
        self._tableaux = tableaux
        self._par_categorie: dict[int, Noyau] = {}
        self._manques: dict[int, str] = {}
        self._fusions: dict[tuple[int, ...], Noyau | None] = {}
        axes = [a for a in self.loi.axes((*cibles, *self.exclusions), self._commune) if a not in self._commune]
        self._commune = {**self._commune, **self._fixes(axes)}
        self.axes = [a for a in axes if a not in self._commune]
        self._poids = [prod(max(a) + 1 for a in self.axes[:rang]) for rang in range(len(self.axes))]
        self.refusees = prod(max(a) + 1 for a in self.axes)
        self.combien = 2 * self.refusees

    def _fixes(self, axes: Sequence[type[IntEnum]]) -> Categorie:
        """Return the axes on which every row stands at the same place: they are left out of the numbers."""
        plan = self._plan(tuple(map(nom_d_axe, axes)), self._commune)
        inconnues: dict[Cle, Any] = dict.fromkeys(self._tableaux)
        evaluation = evaluer(plan, {**self._scalaires, **inconnues})
        places = {axe: plan.cibles.get(nom_d_axe(axe)) for axe in axes}
        return {
            axe: axe(int(evaluation.valeurs[rang]))
            for axe, rang in places.items()
            if rang is not None and evaluation.valeurs[rang] is not None
        }

    @property
    def premier_jour(self) -> int:
        """Number of the first day of the period."""
        return numero_du_jour(self._periode.debut)

    def de(self, numero: int) -> Noyau:
        """The kernel of a category."""
        if numero not in self._par_categorie:
            self._par_categorie[numero] = self._compiler(self._plan(self._cibles, self._categorie(numero)))
        return self._par_categorie[numero]

    def incompletes(self, numeros: Sequence[int]) -> dict[int, str]:
        """Return the numbers of the categories for want of a fact, with what is missing."""
        fondements = {numero: self._categorie(numero).get(Fondement) for numero in numeros}
        return {numero: manque(f) for numero, f in fondements.items() if f in A_ETABLIR}

    def sans_colonnes(self, numeros: Sequence[int]) -> dict[int, str]:
        """Return the numbers of the categories that a missing column keeps from being computed, with what is said."""
        for numero in numeros:
            if numero not in self._manques:
                try:
                    self.de(numero)
                    self._manques[numero] = ""
                except FaitsManquants as erreur:
                    self._manques[numero] = str(erreur)
        return {numero: self._manques[numero] for numero in numeros if self._manques[numero]}

    def _categorie(self, numero: int) -> Categorie:
        membres = {
            axe: axe(numero // poids % (max(axe) + 1)) for axe, poids in zip(self.axes, self._poids, strict=True)
        }
        return {**self._commune, **membres}

    def fusion(self, numeros: Sequence[int]) -> Noyau | None:
        """One kernel for several categories whose rules are the same, figures apart; None when they are not."""
        cle = tuple(numeros)
        if cle not in self._fusions:
            self._fusions[cle] = fusionner({n: self.de(n) for n in numeros}, self.combien)
        return self._fusions[cle]

    @cached_property
    def enchaines(self) -> bool:
        """Whether the place on an axis depends on the place on another: rows cannot be numbered in one pass."""
        axes = list(map(nom_d_axe, self.axes))
        return len(self._plan(axes, self._commune).cibles) < len(axes)

    @cached_property
    def choix(self) -> Noyau:
        """One kernel for every category: each row chooses between the versions of each rule.

        It gives the ground and the scheme of affiliation too, where the rules read them: some rows are told by these to
        be incomplete.

        Raises:
            FaitsManquants: a fact is missing, be it for one category only.
            LoiInvalide: rules of different categories that call one another in a circle.
        """
        plan = self._plan(self._cibles, self._commune, self.axes)
        lus = {noeud.nom for noeud in plan.noeuds}.intersection((FONDEMENT, REGIME))
        if lus:
            plan = self._plan(tuple(dict.fromkeys((*self._cibles, *sorted(lus)))), self._commune, self.axes)
        return self._compiler(plan)

    @cached_property
    def choix_possible(self) -> bool:
        """Whether one kernel can do for every category."""
        try:
            return bool(self.choix)
        except (FaitsManquants, LoiInvalide):
            return False

    @cached_property
    def rangement(self) -> Noyau:
        """The kernel that gives each row the number of its category, `refusees` more when it is refused."""
        axes = list(map(nom_d_axe, self.axes))
        refus = list(self.refus.plan.cibles)
        plan = self._plan((*axes, *refus), self._commune)
        noeuds, rangs, poids = list(plan.noeuds), [plan.cibles[nom] for nom in axes], list(self._poids)
        if refus:
            rangs.append(len(noeuds))
            poids.append(self.refusees)
            noeuds.append(self._combiner("refus", "max", [plan.cibles[nom] for nom in refus]))
        if rangs:
            noeuds.append(self._combiner("catégorie", "somme", rangs, poids))
        else:
            noeuds.append(Noeud(Genre.CONSTANTE, "catégorie", self._periode, constante=0.0))
        return self._compiler(replace(plan, noeuds=noeuds, cibles={"catégorie": len(noeuds) - 1}))

    def _combiner(self, nom: str, mode: str, rangs: Iterable[int], poids: Iterable[int] = ()) -> Noeud:
        arguments = tuple(rangs)
        fractions = tuple((p, 1) for p in poids) or ((1, 1),) * len(arguments)
        return Noeud(Genre.COMBINAISON, nom, self._periode, arguments=arguments, mode=mode, poids=fractions)

    @cached_property
    def refus(self) -> Noyau:
        """The rules of exclusion whose facts are known; a fact neither given nor assumed excludes nobody."""
        lus = self.axes if self.enchaines else ()
        plan = self._plan(self.exclusions, self._commune, lus)
        connues = [nom for nom in plan.cibles if not self._manque(nom, lus)]
        return self._compiler(self._plan(connues, self._commune, lus))

    def _manque(self, nom: str, lus: Collection[type[IntEnum]]) -> bool:
        faits = self._plan((nom,), self._commune, lus).faits()
        return any(f.defaut is None and cle not in self._donnes for cle, f in faits.items())

    @property
    def _donnes(self) -> tuple[Cle, ...]:
        return (*self._scalaires, *self._tableaux)

    def _plan(self, cibles: Sequence[str], categorie: Categorie, lus: Collection[type[IntEnum]] = ()) -> Plan:
        return self.loi.plan(
            cibles, categorie, self._periode, donnes=self._donnes, extrapoler=self._extrapoler, lus=lus
        )

    def _prevenir(self, regles: int) -> None:
        """Say how long the compilation that begins takes, with those of the other categories."""
        secondes = self.ensemble * SECONDES_PAR_NOYAU + regles * SECONDES_PAR_REGLE
        dizaines = round(secondes, -1)
        _dire("quelques secondes" if dizaines < QUELQUES_SECONDES else f"{dizaines:.0f} secondes environ")

    def _compiler(self, plan: Plan) -> Noyau:
        return compiler(plan, self._scalaires, self._tableaux, prevenir=self._prevenir)


@lru_cache(maxsize=256)
def noyaux(
    periode: Periode,
    montant: NatureMontant,
    regime: RegimeSocial,
    extrapoler: bool,
    cibles: tuple[str, ...],
    scalaires: tuple[tuple[Cle, float], ...],
    tableaux: tuple[Cle, ...],
) -> Noyaux:
    """Return the kernels of a request, kept for the next one that only differs by what is in its columns."""
    commune: Categorie = {NatureMontant: montant, RegimeSocial: regime}
    return Noyaux(periode, commune, extrapoler, cibles, dict(scalaires), tableaux)


@cache
def _dire(duree: str) -> None:
    """Say a thing once."""
    print(f"egide : première compilation de ces règles : {duree}, une seule fois.", file=sys.stderr)
