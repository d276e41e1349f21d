"""Computing targets over columns: rows are told apart by category, each category has its kernel."""

from __future__ import annotations

import sys
import warnings
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import IntEnum
from functools import cache, cached_property
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from egide.droit.commun.categories import NatureMontant
from egide.moteur.compilation import Noyau, compiler, fusionner
from egide.moteur.erreurs import HorsChamp
from egide.moteur.faits import Cle
from egide.moteur.graphe import Legislation
from egide.moteur.periode import Periode
from egide.moteur.plan import Genre, Noeud, Plan
from egide.moteur.regle import Categorie, nom_d_axe
from egide.population.colonnes import ColonneInvalide, Colonnes, lire
from egide.services.loi import AXES, loi, verifier_annee

LIGNES_PAR_LOT = 65_536
"""Rows handled before the next ones: what one kernel touched is still in cache for the other."""

Colonne = NDArray[np.float64]
Membres: TypeAlias = tuple[IntEnum, ...]
"""A category: one member an axis, in the order of `AXES`."""


class LignesHorsChamp(UserWarning):
    """Some rows are outside what is computed: their results are NaN, and the message says how many and why."""


def calculer(
    colonnes: Mapping[str, Any],
    cibles: Sequence[str],
    *,
    annee: int,
    nature: str = "definitives",
    extrapoler: bool = False,
    dans: Mapping[str, Colonne] | None = None,
) -> dict[str, Colonne]:
    """Compute targets for every row.

    Args:
        colonnes: facts by name, as arrays of the same length or scalars that stand for every row. Words of an
            enumeration are accepted, as are `profession` and `commune`; `_n_1` after a name is the year before.
        cibles: names of rules.
        annee: income year.
        nature: "definitives".
        extrapoler: carry the figures beyond the last day they were checked.
        dans: arrays of float64 to fill, one a target, of the length of the columns; kept from one call to the next,
            they spare the system the giving of fresh memory, which takes longer than the computation.

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
    resultats = _resultats(cibles, lues.lignes, dans)
    exclues: Counter[str] = Counter()
    pas = LIGNES_PAR_LOT if noyaux.axes.sorties or noyaux.une_exclusion.sorties else max(lues.lignes, 1)
    for debut in range(0, lues.lignes, pas):
        ici = slice(debut, min(debut + pas, lues.lignes))
        lot = {cle: tableau[ici] for cle, tableau in lues.tableaux.items()}
        sorties = {nom: resultat[ici] for nom, resultat in resultats.items()}
        _calculer_lot(noyaux, lot, sorties, ici.stop - ici.start)
        exclues += _effacer_hors_champ(noyaux, lot, sorties, ici.stop - ici.start)
    if exclues:
        motifs = " ; ".join(f"{nombre} ligne(s) : {motif}" for motif, nombre in exclues.items())
        warnings.warn(LignesHorsChamp(f"hors champ, résultats NaN. {motifs}."), stacklevel=2)
    return resultats


def _resultats(cibles: Sequence[str], lignes: int, dans: Mapping[str, Colonne] | None) -> dict[str, Colonne]:
    """Return the arrays to fill: those given, or new ones."""
    if dans is None:
        return {nom: np.empty(lignes) for nom in cibles}
    for nom in cibles:
        donne = dans.get(nom)
        if donne is None or donne.dtype != np.float64 or donne.shape != (lignes,):
            recu = "rien" if donne is None else f"{donne.dtype} {donne.shape}"
            raise ColonneInvalide(f"dans[{nom!r}] : {recu} ; attendu : un tableau float64 de {lignes} lignes.")
    return {nom: dans[nom] for nom in cibles}


def _calculer_lot(noyaux: _Noyaux, lot: Mapping[Cle, Colonne], sorties: Mapping[str, Colonne], lignes: int) -> None:
    """Tell the rows of a batch apart by category, and run the kernel of each."""
    par_axe = _executer(noyaux.axes, lot, lignes)
    codes = _codes(par_axe)
    if codes is None:
        _executer(noyaux.de(_categorie(par_axe, 0)), lot, lignes, sorties)
        return
    presents = np.flatnonzero(np.bincount(codes)).tolist()
    categories = tuple(_categorie(par_axe, code) for code in presents)
    if len(presents) == 1:
        _executer(noyaux.de(categories[0]), lot, lignes, sorties)
    elif fusionne := noyaux.fusionne(categories):
        tables = {cle: np.take(_par_code(presents, v), codes) for cle, v in fusionne.tables.items()}
        _executer(fusionne, {**lot, **tables}, lignes, sorties)
    else:
        for code, categorie in zip(presents, categories, strict=True):
            rangees = np.flatnonzero(codes == code)
            noyau = noyaux.de(categorie)
            noyau.executer_rangees(rangees, lot, [sorties[nom] for nom in noyau.sorties])
            for nom in sorties.keys() - set(noyau.sorties):
                sorties[nom][rangees] = noyau.constantes.get(nom, np.nan)


def _codes(par_axe: Mapping[str, float | Colonne]) -> NDArray[np.intp] | None:
    """Return one number a row for its members on the axes that vary; None when none does."""
    codes, poids = None, 1
    for axe in AXES:
        membre = par_axe[nom_d_axe(axe)]
        if not isinstance(membre, float):
            part = membre.astype(np.intp)
            codes = part if codes is None else codes + part * poids
            poids *= max(axe) + 1
    return codes


def _categorie(par_axe: Mapping[str, float | Colonne], code: int) -> Membres:
    """Return the member on every axis that a number stands for."""
    membres = []
    for axe in AXES:
        membre = par_axe[nom_d_axe(axe)]
        if isinstance(membre, float):
            membres.append(axe(int(membre)))
        else:
            code, rang = divmod(code, max(axe) + 1)
            membres.append(axe(rang))
    return tuple(membres)


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
    (refusee,) = _executer(noyaux.une_exclusion, lot, lignes).values()
    if not np.any(refusee):
        return motifs
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
        self._par_categorie: dict[tuple[int, ...], Noyau] = {}
        self._fusions: dict[tuple[tuple[int, ...], ...], Noyau | None] = {}

    def de(self, membres: Membres) -> Noyau:
        """The kernel of a category."""
        cle = tuple(map(int, membres))
        if cle not in self._par_categorie:
            categorie = {type(m): m for m in membres}
            self._par_categorie[cle] = self._noyau(self.cibles, {NatureMontant: self.montant, **categorie})
        return self._par_categorie[cle]

    def fusionne(self, categories: tuple[Membres, ...]) -> Noyau | None:
        """One kernel for several categories whose rules are the same, figures apart."""
        cle = tuple(tuple(map(int, membres)) for membres in categories)
        if cle not in self._fusions:
            self._fusions[cle] = fusionner([self.de(membres) for membres in categories])
        return self._fusions[cle]

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

    @cached_property
    def une_exclusion(self) -> Noyau:
        """One column for all the rules of exclusion: whether any of them refuses the row."""
        exclusions = self.exclusions.plan
        rangs = tuple(exclusions.cibles.values())
        toutes = Noeud(
            Genre.COMBINAISON, "exclusion", self.periode, arguments=rangs, mode="max", poids=((1, 1),) * len(rangs)
        )
        plan = replace(exclusions, noeuds=[*exclusions.noeuds, toutes], cibles={"exclusion": len(exclusions.noeuds)})
        return compiler(plan, self.colonnes.scalaires, self.colonnes.tableaux.keys(), prevenir=_prevenir)

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
