"""Computing targets over columns: rows are told apart by category, each category has its kernel."""

from __future__ import annotations

import datetime
import warnings
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from egide.droit.commun.categories import NatureMontant
from egide.moteur.compilation import Colonne, Noyau, Numeros
from egide.moteur.erreurs import FaitsManquants, HorsChamp
from egide.moteur.faits import Cle
from egide.moteur.periode import Periode
from egide.population.colonnes import lire
from egide.population.memoire import tableau
from egide.population.noyaux import Noyaux, noyaux, presents
from egide.services.affiliation import jour_demande
from egide.services.loi import loi, verifier_annee

SECTION = "categorie_liberale"
"""Fact that is told from the nature and the profession, which people know better."""
LIGNES_PAR_LOT = 65_536
"""Rows handled before the next where each category has its own pass: what one touched is in cache for the other."""


class LignesHorsChamp(UserWarning):
    """Some rows are outside what is computed: their results are NaN, and the message says how many and why."""


def calculer(
    colonnes: Mapping[str, Any],
    cibles: Sequence[str],
    *,
    annee: int | None = None,
    date: datetime.date | str | None = None,
    nature: str = "definitives",
    extrapoler: bool = False,
) -> dict[str, Colonne]:
    """Compute targets for every row.

    Args:
        colonnes: facts by name, as arrays of the same length or scalars that stand for every row. Words of an
            enumeration are accepted, as are `profession` and `commune`; `_n_1` after a name is the year before.
        cibles: names of rules.
        annee: income year of what is due for a year.
        date: day of what holds on a day (affiliation, interlocutors); one of the two is given.
        nature: "definitives".
        extrapoler: carry the figures beyond the last day they were checked.

    Returns:
        one float64 array a target, of the length of the columns; NaN where the target does not apply to the row or
        where the row is not covered (then `LignesHorsChamp` is warned). They share one block of memory, taken again
        for a later call once all are dropped.

    Raises:
        ColonneInvalide, NomInconnu, HorsPlage: a column, a target, a year or a day that cannot be used.
        ValueError: neither a year nor a day, or both, or a text that is no day.
        HorsChamp: another nature of amounts.
        FaitsManquants: columns without which a target cannot be computed.
    """
    periode = _periode(annee, date, extrapoler)
    if nature != "definitives":
        raise HorsChamp([("nature", f"nature : « {nature} » n'est pas encore calculée ; attendu : definitives.")])
    lues = lire(colonnes, periode.annee)
    demande = noyaux(
        periode,
        NatureMontant.DEFINITIVES,
        extrapoler,
        tuple(cibles),
        tuple(lues.scalaires.items()),
        tuple(lues.tableaux),
    )
    resultats = dict(zip(cibles, tableau(len(cibles), lues.lignes), strict=True))
    try:
        refusees = _remplir(demande, lues.tableaux, resultats, lues.lignes)
    except FaitsManquants as erreur:
        if SECTION not in erreur.faits:
            raise
        conseil = "Donner nature, et profession pour une activité libérale."
        raise FaitsManquants(f"{erreur} {conseil}", erreur.faits) from None
    if refusees:
        motifs = " ; ".join(f"{nombre} ligne(s) : {motif}" for motif, nombre in refusees.items())
        warnings.warn(LignesHorsChamp(f"hors champ, résultats NaN. {motifs}."), stacklevel=2)
    return resultats


def _periode(annee: int | None, au: datetime.date | str | None, extrapoler: bool) -> Periode:
    """Return the year or the day asked for, if it is covered."""
    if annee is not None and au is None:
        verifier_annee(annee, extrapoler=extrapoler)
        return Periode.de_l_annee(annee)
    if annee is None and au is not None:
        jour = jour_demande(au, extrapoler=extrapoler)
        return Periode(jour, jour)
    raise ValueError("calculer demande une année (annee=2026) ou un jour (date='2026-11-23'), l'un des deux.")


def _remplir(
    demande: Noyaux, tableaux: Mapping[Cle, Colonne], resultats: Mapping[str, Colonne], lignes: int
) -> Counter[str]:
    """Fill the results; return how many rows are refused, by first reason."""
    numeros = _numeros(demande.rangement, tableaux, lignes)
    tous = presents(numeros, demande.combien) if isinstance(numeros, np.ndarray) else [numeros]
    categories = [numero for numero in tous if numero < demande.refusees]
    if not categories:
        pass  # every row is refused
    elif len(categories) == 1:
        _executer(demande.de(categories[0]), tableaux, resultats)
    elif fusion := demande.fusion(categories):
        _executer(fusion, tableaux, resultats, numeros)
    else:
        _par_categorie(demande, numeros, tableaux, resultats)
    return _effacer_refusees(demande, tableaux, resultats, lignes) if len(tous) > len(categories) else Counter()


def _numeros(rangement: Noyau, tableaux: Mapping[Cle, Colonne], lignes: int) -> Any:
    """Return the number of the category of every row, or one number for all."""
    if not rangement.sorties:
        return int(rangement.constantes["catégorie"])
    numeros = np.empty(lignes, dtype=np.uint32)
    rangement.executer(tableaux, [numeros])
    return numeros


def _executer(
    noyau: Noyau, tableaux: Mapping[Cle, Colonne], resultats: Mapping[str, Colonne], numeros: Numeros | None = None
) -> None:
    """Run a kernel on every row."""
    noyau.executer(tableaux, [resultats[nom] for nom in noyau.sorties], numeros)
    _poser_les_constantes(noyau, resultats, slice(None))


def _poser_les_constantes(noyau: Noyau, resultats: Mapping[str, Colonne], rangees: Any) -> None:
    """Fill the targets that do not vary, NaN for those that do not apply."""
    for nom in resultats.keys() - set(noyau.sorties):
        resultats[nom][rangees] = noyau.constantes.get(nom, np.nan)


def _par_categorie(
    demande: Noyaux, numeros: Numeros, tableaux: Mapping[Cle, Colonne], resultats: Mapping[str, Colonne]
) -> None:
    """Run the kernel of each category on its rows, batch by batch."""
    for debut in range(0, len(numeros), LIGNES_PAR_LOT):
        ici = slice(debut, debut + LIGNES_PAR_LOT)
        lot = {cle: tableau[ici] for cle, tableau in tableaux.items()}
        sorties = {nom: resultat[ici] for nom, resultat in resultats.items()}
        for numero in presents(numeros[ici], demande.combien):
            if numero < demande.refusees:
                noyau = demande.de(numero)
                rangees = np.flatnonzero(numeros[ici] == numero)
                noyau.executer_rangees(rangees, lot, [sorties[nom] for nom in noyau.sorties])
                _poser_les_constantes(noyau, sorties, rangees)


def _effacer_refusees(
    demande: Noyaux, tableaux: Mapping[Cle, Colonne], resultats: Mapping[str, Colonne], lignes: int
) -> Counter[str]:
    """Put NaN on the rows that a rule of exclusion refuses; return how many by first reason."""
    motifs: Counter[str] = Counter()
    noyau = demande.refus
    refus = {nom: np.empty(lignes) for nom in noyau.plan.cibles}
    _executer(noyau, tableaux, refus)
    restent = np.ones(lignes, dtype=bool)
    for nom, refusees in refus.items():
        nouvelles = restent & (refusees != 0)
        motifs[loi().regles[nom][-1].titre] += int(np.count_nonzero(nouvelles))
        restent &= ~nouvelles
    for resultat in resultats.values():
        resultat[~restent] = np.nan
    return +motifs
