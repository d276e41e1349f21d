"""The kernels of a request: which one each row needs, and each compiled when first needed."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from enum import IntEnum
from functools import cache, cached_property, lru_cache
from math import prod
from typing import TypeAlias

import numpy as np
from numba import njit
from numpy.typing import NDArray

from egide.droit.commun.categories import NatureMontant
from egide.moteur.compilation import Noyau, Numeros, compiler, fusionner
from egide.moteur.faits import Cle
from egide.moteur.periode import Periode
from egide.moteur.plan import Genre, Noeud, Plan
from egide.moteur.regle import Categorie, nom_d_axe
from egide.services.loi import AXES, loi

Membres: TypeAlias = tuple[IntEnum, ...]
"""A category: one member an axis, in the order of `AXES`."""

POIDS = tuple(prod(max(a) + 1 for a in AXES[:rang]) for rang in range(len(AXES) + 1))
"""What a member of each axis weighs in the number of a category; the last is what being refused weighs."""
REFUSEES = POIDS[-1]
"""First number of the rows that a rule of exclusion refuses."""


def membres(numero: int) -> Membres:
    """Return the member on every axis that a number stands for."""
    return tuple(axe(numero // poids % (max(axe) + 1)) for axe, poids in zip(AXES, POIDS, strict=False))


@njit(cache=True)
def _marquer(numeros: Numeros, presents: NDArray[np.bool_]) -> None:
    for numero in numeros:
        presents[numero] = True


def presents(numeros: Numeros) -> list[int]:
    """Return the different numbers of some rows, in order."""
    vus = np.zeros(2 * REFUSEES, dtype=np.bool_)
    _marquer(numeros, vus)
    return [int(n) for n in np.flatnonzero(vus)]


class Noyaux:
    """The kernels of one request over columns of given names.

    Args:
        scalaires: facts that are the same for every row.
        tableaux: keys of the columns.
    """

    def __init__(
        self,
        annee: int,
        montant: NatureMontant,
        extrapoler: bool,
        cibles: tuple[str, ...],
        scalaires: Mapping[Cle, float],
        tableaux: Collection[Cle],
    ) -> None:
        self._periode = Periode.de_l_annee(annee)
        self._commune: Categorie = {NatureMontant: montant}
        self._extrapoler = extrapoler
        self._cibles = cibles
        self._scalaires = scalaires
        self._tableaux = tableaux
        self._par_categorie: dict[int, Noyau] = {}
        self._fusions: dict[tuple[int, ...], Noyau | None] = {}

    def de(self, numero: int) -> Noyau:
        """The kernel of a category."""
        if numero not in self._par_categorie:
            categorie = {type(m): m for m in membres(numero)}
            self._par_categorie[numero] = self._compiler(self._plan(self._cibles, {**self._commune, **categorie}))
        return self._par_categorie[numero]

    def fusion(self, numeros: Sequence[int]) -> Noyau | None:
        """One kernel for several categories whose rules are the same, figures apart; None when they are not."""
        cle = tuple(numeros)
        if cle not in self._fusions:
            self._fusions[cle] = fusionner({numero: self.de(numero) for numero in numeros})
        return self._fusions[cle]

    @cached_property
    def rangement(self) -> Noyau:
        """The kernel that gives each row the number of its category, `REFUSEES` more when it is refused."""
        refus = list(self.refus.plan.cibles)
        plan = self._plan((*map(nom_d_axe, AXES), *refus), self._commune)
        un_refus = self._combiner("refus", "max", [plan.cibles[nom] for nom in refus])
        rangs = [plan.cibles[nom_d_axe(axe)] for axe in AXES] + [len(plan.noeuds)]
        numero = self._combiner("catégorie", "somme", rangs, POIDS)
        noeuds = [*plan.noeuds, un_refus, numero]
        return self._compiler(replace(plan, noeuds=noeuds, cibles={"catégorie": len(noeuds) - 1}))

    def _combiner(self, nom: str, mode: str, rangs: Iterable[int], poids: Iterable[int] = ()) -> Noeud:
        arguments = tuple(rangs)
        fractions = tuple((p, 1) for p in poids) or ((1, 1),) * len(arguments)
        return Noeud(Genre.COMBINAISON, nom, self._periode, arguments=arguments, mode=mode, poids=fractions)

    @cached_property
    def refus(self) -> Noyau:
        """The rules of exclusion whose facts are known; a fact neither given nor assumed excludes nobody."""
        plan = self._plan(loi().exclusions, self._commune)
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
    annee: int,
    montant: NatureMontant,
    extrapoler: bool,
    cibles: tuple[str, ...],
    scalaires: tuple[tuple[Cle, float], ...],
    tableaux: tuple[Cle, ...],
) -> Noyaux:
    """Return the kernels of a request, kept for the next one that only differs by what is in its columns."""
    return Noyaux(annee, montant, extrapoler, cibles, dict(scalaires), tableaux)


@cache
def _prevenir(message: str) -> None:
    """Say a thing once."""
    print(f"egide : {message}", file=sys.stderr)
