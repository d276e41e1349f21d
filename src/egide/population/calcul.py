"""Computing targets over columns: rows are told apart by category, each category has its kernel."""

from __future__ import annotations

import sys
import warnings
from collections import Counter
from collections.abc import Mapping, Sequence
from enum import IntEnum
from functools import cache, cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from egide.droit.commun.categories import NatureMontant
from egide.moteur.compilation import Noyau, compiler, fusionner
from egide.moteur.erreurs import HorsChamp
from egide.moteur.faits import Cle
from egide.moteur.graphe import Legislation
from egide.moteur.periode import Periode
from egide.moteur.plan import Plan
from egide.moteur.regle import Categorie, nom_d_axe
from egide.population.colonnes import Colonnes, lire
from egide.services.loi import AXES, loi, verifier_annee

LIGNES_PAR_LOT = 65_536
"""Rows handled before the next ones: what one kernel touched is still in cache for the other."""

Colonne = NDArray[np.float64]


class LignesHorsChamp(UserWarning):
    """Some rows are outside what is computed: their results are NaN, and the message says how many and why."""


def calculer(
    colonnes: Mapping[str, Any],
    cibles: Sequence[str],
    *,
    annee: int,
    nature: str = "definitives",
    extrapoler: bool = False,
) -> dict[str, Colonne]:
    """Compute targets for every row.

    Args:
        colonnes: facts by name, as arrays of the same length or scalars that stand for every row. Words of an
            enumeration are accepted, as are `profession` and `commune`; `_n_1` after a name is the year before.
        cibles: names of rules.
        annee: income year.
        nature: "definitives".
        extrapoler: carry the figures beyond the last day they were checked.

    Returns:
        one float64 array a target, of the length of the columns; NaN where the target does not apply to the row or
        where the row is not covered (then `LignesHorsChamp` is warned).

    Raises:
        ColonneInvalide, NomInconnu, HorsPlage: a column, a target or a year that cannot be used.
        HorsChamp: another nature of amounts.
        FaitsManquants: columns without which a target cannot be computed.
    """
    verifier_annee(annee, extrapoler=extrapoler)
    if nature != "definitives":
        raise HorsChamp([("nature", f"nature : « {nature} » n'est pas encore calculée ; attendu : definitives.")])
    lues = lire(colonnes, annee)
    noyaux = _Noyaux(loi(), lues, Periode.de_l_annee(annee), NatureMontant.DEFINITIVES, extrapoler, tuple(cibles))
    resultats = {nom: np.empty(lues.lignes) for nom in cibles}
    exclues: Counter[str] = Counter()
    for debut in range(0, lues.lignes, LIGNES_PAR_LOT):
        ici = slice(debut, min(debut + LIGNES_PAR_LOT, lues.lignes))
        lot = {cle: tableau[ici] for cle, tableau in lues.tableaux.items()}
        sorties = {nom: resultat[ici] for nom, resultat in resultats.items()}
        _calculer_lot(noyaux, lot, sorties, ici.stop - ici.start)
        exclues += _effacer_hors_champ(noyaux, lot, sorties, ici.stop - ici.start)
    if exclues:
        motifs = " ; ".join(f"{nombre} ligne(s) : {motif}" for motif, nombre in exclues.items())
        warnings.warn(LignesHorsChamp(f"hors champ, résultats NaN. {motifs}."), stacklevel=2)
    return resultats


def _calculer_lot(noyaux: _Noyaux, lot: Mapping[Cle, Colonne], sorties: Mapping[str, Colonne], lignes: int) -> None:
    """Tell the rows of a batch apart by category, and run the kernel of each."""
    fixe, codes = _codes(_executer(noyaux.axes, lot, lignes))
    if codes is None:
        _executer(noyaux.de(fixe), lot, lignes, sorties)
        return
    presents = tuple((fixe + c, c) for c in np.flatnonzero(np.bincount(codes)).tolist())
    if len(presents) == 1:
        _executer(noyaux.de(presents[0][0]), lot, lignes, sorties)
    elif fusionne := noyaux.fusionne(tuple(code for code, _ in presents)):
        rangs = [c for _, c in presents]
        tables = {cle: np.take(_par_code(rangs, v), codes) for cle, v in fusionne.tables.items()}
        _executer(fusionne, {**lot, **tables}, lignes, sorties)
    else:
        for code, rang in presents:
            rangees = np.flatnonzero(codes == rang)
            noyau = noyaux.de(code)
            noyau.executer_rangees(rangees, lot, [sorties[nom] for nom in noyau.sorties])
            for nom in sorties.keys() - set(noyau.sorties):
                sorties[nom][rangees] = noyau.constantes.get(nom, np.nan)


def _poids() -> dict[type[IntEnum], int]:
    poids: dict[type[IntEnum], int] = {}
    total = 1
    for axe in AXES:
        poids[axe] = total
        total *= max(axe) + 1
    return poids


POIDS = _poids()
"""What a member of each axis weighs in the number of a category."""


def _codes(par_axe: Mapping[str, float | Colonne]) -> tuple[int, NDArray[np.intp] | None]:
    """Return the part of the category's number that all rows share, and that of each row (None if none varies)."""
    fixe, varie = 0, None
    for axe, poids in POIDS.items():
        membre = par_axe[nom_d_axe(axe)]
        if isinstance(membre, float):
            fixe += int(membre) * poids
        else:
            varie = membre * poids if varie is None else varie + membre * poids
    return fixe, None if varie is None else varie.astype(np.intp)


def _categorie(code: int) -> dict[type[IntEnum], IntEnum]:
    """Return the members that the number of a category stands for."""
    return {axe: axe(code // poids % (max(axe) + 1)) for axe, poids in POIDS.items()}


def _par_code(codes: Sequence[int], valeurs: Sequence[float]) -> Colonne:
    """Return the values of some categories as a table indexed by their code."""
    table = np.full(max(codes) + 1, np.nan)
    table[list(codes)] = valeurs
    return table


def _executer(
    noyau: Noyau, lot: Mapping[Cle, Colonne], lignes: int, sorties: Mapping[str, Colonne] | None = None
) -> dict[str, float | Colonne]:
    """Run a kernel on every row of a batch, into `sorties` or into new arrays; return its arrays and its constants."""
    if sorties is None:
        sorties = {nom: np.empty(lignes) for nom in noyau.sorties}
    noyau.executer(lot, [sorties[nom] for nom in noyau.sorties])
    for nom in sorties.keys() - set(noyau.sorties):
        sorties[nom][:] = noyau.constantes.get(nom, np.nan)
    return {**noyau.constantes, **{nom: sorties[nom] for nom in noyau.sorties}}


def _effacer_hors_champ(
    noyaux: _Noyaux, lot: Mapping[Cle, Colonne], sorties: Mapping[str, Colonne], lignes: int
) -> Counter[str]:
    """Put NaN on the rows that a rule of exclusion refuses; return how many by first reason."""
    motifs: Counter[str] = Counter()
    restent = np.ones(lignes, dtype=bool)
    for nom, refusees in _executer(noyaux.exclusions, lot, lignes).items():
        if not np.any(refusees):
            continue
        nouvelles = restent & (np.asarray(refusees) != 0)
        motifs[noyaux.titre(nom)] += int(np.count_nonzero(nouvelles))
        restent &= ~nouvelles
        for resultat in sorties.values():
            resultat[nouvelles] = np.nan
    return +motifs


class _Noyaux:
    """The kernels of one request, each compiled when first needed."""

    def __init__(
        self,
        legislation: Legislation,
        colonnes: Colonnes,
        periode: Periode,
        montant: NatureMontant,
        extrapoler: bool,
        cibles: tuple[str, ...],
    ) -> None:
        self.loi = legislation
        self.colonnes = colonnes
        self.periode = periode
        self.montant = montant
        self.extrapoler = extrapoler
        self.cibles = cibles
        self.donnes: tuple[Cle, ...] = (*colonnes.scalaires, *colonnes.tableaux)
        self._par_code: dict[int, Noyau] = {}
        self._fusions: dict[tuple[int, ...], Noyau | None] = {}

    def de(self, code: int) -> Noyau:
        """The kernel of a category."""
        if code not in self._par_code:
            self._par_code[code] = self._noyau(self.cibles, {NatureMontant: self.montant, **_categorie(code)})
        return self._par_code[code]

    def fusionne(self, codes: tuple[int, ...]) -> Noyau | None:
        """One kernel for several categories whose rules are the same, figures apart."""
        if codes not in self._fusions:
            self._fusions[codes] = fusionner([self.de(code) for code in codes])
        return self._fusions[codes]

    @cached_property
    def axes(self) -> Noyau:
        """The kernel that tells where each row stands on every axis."""
        return self._noyau(tuple(map(nom_d_axe, AXES)), {NatureMontant: self.montant})

    @cached_property
    def exclusions(self) -> Noyau:
        """The rules of exclusion whose facts are known; a fact neither given nor assumed excludes nobody."""
        categorie: Categorie = {NatureMontant: self.montant}
        plan = self._plan(self.loi.exclusions, categorie)
        connues = [nom for nom in plan.cibles if not self._manque(nom, categorie)]
        return self._noyau(tuple(connues), categorie)

    def titre(self, nom: str) -> str:
        return self.loi.regles[nom][-1].titre

    def _manque(self, nom: str, categorie: Categorie) -> bool:
        faits = self._plan((nom,), categorie).faits()
        return any(f.defaut is None and cle not in self.donnes for cle, f in faits.items())

    def _plan(self, cibles: Sequence[str], categorie: Categorie) -> Plan:
        return self.loi.plan(cibles, categorie, self.periode, donnes=self.donnes, extrapoler=self.extrapoler)

    def _noyau(self, cibles: Sequence[str], categorie: Categorie) -> Noyau:
        plan = self._plan(cibles, categorie)
        return compiler(plan, self.colonnes.scalaires, self.colonnes.tableaux.keys(), prevenir=_prevenir)


@cache
def _prevenir(message: str) -> None:
    """Say a thing once."""
    print(f"egide : {message}", file=sys.stderr)
