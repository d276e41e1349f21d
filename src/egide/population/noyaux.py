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

from egide.droit.commun.categories import NatureMontant
from egide.moteur.compilation import Noyau, Numeros, compiler, fusionner
from egide.moteur.erreurs import FaitsManquants
from egide.moteur.evaluation import evaluer
from egide.moteur.faits import Cle
from egide.moteur.periode import Periode
from egide.moteur.plan import Genre, Noeud, Plan
from egide.moteur.regle import Categorie, nom_d_axe
from egide.services.loi import loi


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

    A row is told by the number of its category: its members on the axes where the rules asked for differ.

    Args:
        periode: the year, or the day, that the targets are of.
        scalaires: facts that are the same for every row.
        tableaux: keys of the columns.

    Attributes:
        refusees: first number of the rows that a rule of exclusion refuses.
        combien: every number is under it.
    """

    def __init__(
        self,
        periode: Periode,
        montant: NatureMontant,
        extrapoler: bool,
        cibles: tuple[str, ...],
        scalaires: Mapping[Cle, float],
        tableaux: Collection[Cle],
    ) -> None:
        self._periode = periode
        self._commune: Categorie = {NatureMontant: montant}
        self._exclusions = loi().exclusions_de(cibles)
        self._extrapoler = extrapoler
        self._cibles = cibles
        self._scalaires = scalaires
        self._tableaux = tableaux
        self._par_categorie: dict[int, Noyau] = {}
        self._fusions: dict[tuple[int, ...], Noyau | None] = {}
        axes = [a for a in loi().axes((*cibles, *self._exclusions)) if a not in self._commune]
        self._commune = {**self._commune, **self._fixes(axes)}
        self._axes = [a for a in axes if a not in self._commune]
        self._poids = [prod(max(a) + 1 for a in self._axes[:rang]) for rang in range(len(self._axes))]
        self.refusees = prod(max(a) + 1 for a in self._axes)
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

    def de(self, numero: int) -> Noyau:
        """The kernel of a category."""
        if numero not in self._par_categorie:
            self._par_categorie[numero] = self._compiler(self._plan(self._cibles, self._categorie(numero)))
        return self._par_categorie[numero]

    def _categorie(self, numero: int) -> Categorie:
        membres = {
            axe: axe(numero // poids % (max(axe) + 1)) for axe, poids in zip(self._axes, self._poids, strict=True)
        }
        return {**self._commune, **membres}

    def fusion(self, numeros: Sequence[int]) -> Noyau | None:
        """One kernel for several categories whose rules are the same, figures apart; None when they are not."""
        cle = tuple(numeros)
        if cle not in self._fusions:
            self._fusions[cle] = fusionner({n: self.de(n) for n in numeros}, self.combien)
        return self._fusions[cle]

    @cached_property
    def rangement(self) -> Noyau:
        """The kernel that gives each row the number of its category, `refusees` more when it is refused."""
        axes = list(map(nom_d_axe, self._axes))
        refus = list(self.refus.plan.cibles)
        plan = self._plan((*axes, *refus), self._commune)
        if enchaines := [nom for nom in axes if nom not in plan.cibles]:
            raise FaitsManquants(
                f"ces cibles ne se calculent pas encore par colonnes : {', '.join(enchaines)} dépend d'autres axes.",
                enchaines,
            )
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
        plan = self._plan(self._exclusions, self._commune)
        connues = [nom for nom in plan.cibles if not self._manque(nom)]
        return self._compiler(self._plan(connues, self._commune))

    def _manque(self, nom: str) -> bool:
        faits = self._plan((nom,), self._commune).faits()
        return any(f.defaut is None and cle not in self._donnes for cle, f in faits.items())

    @property
    def _donnes(self) -> tuple[Cle, ...]:
        return (*self._scalaires, *self._tableaux)

    def _plan(self, cibles: Sequence[str], categorie: Categorie) -> Plan:
        return loi().plan(cibles, categorie, self._periode, donnes=self._donnes, extrapoler=self._extrapoler)

    def _compiler(self, plan: Plan) -> Noyau:
        return compiler(plan, self._scalaires, self._tableaux, prevenir=_prevenir)


@lru_cache(maxsize=32)
def noyaux(
    periode: Periode,
    montant: NatureMontant,
    extrapoler: bool,
    cibles: tuple[str, ...],
    scalaires: tuple[tuple[Cle, float], ...],
    tableaux: tuple[Cle, ...],
) -> Noyaux:
    """Return the kernels of a request, kept for the next one that only differs by what is in its columns."""
    return Noyaux(periode, montant, extrapoler, cibles, dict(scalaires), tableaux)


@cache
def _prevenir(message: str) -> None:
    """Say a thing once."""
    print(f"egide : {message}", file=sys.stderr)
