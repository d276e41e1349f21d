"""Computing targets over columns: rows are told apart by category, each category has its kernel."""

from __future__ import annotations

import datetime
import warnings
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from egide.droit.commun.categories import NatureMontant, RegimeSocial
from egide.droit.commun.enumerations import Statut
from egide.moteur.compilation import Colonne, Noyau, Numeros
from egide.moteur.erreurs import HorsChamp
from egide.moteur.faits import Cle
from egide.moteur.periode import Periode
from egide.population.colonnes import ColonneInvalide, Colonnes, lire
from egide.population.noyaux import Noyaux, noyaux, presents
from egide.services.affiliation import jour_demande
from egide.services.loi import derniere_verification, loi, verifier_annee

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
    dans: Mapping[str, Colonne] | None = None,
) -> dict[str, Colonne]:
    """Compute targets for every row.

    Args:
        colonnes: facts by name, as arrays of the same length or scalars that stand for every row. Words of an
            enumeration are accepted, as are `profession` and `commune`; `_n_1` after a name is the year before. The
            turnover of a micro-entrepreneur is by quarter or month: `recettes__2026_t1`, `recettes__2026_03`.
        cibles: names of rules.
        annee: income year of what is due for a year.
        date: day of what holds on a day (affiliation, interlocutors); one of the two is given.
        nature: "definitives".
        extrapoler: carry the figures beyond the last day they were checked.
        dans: arrays of float64 to fill, one a target, of the length of the columns; kept from one call to the next,
            they spare the system the giving of fresh memory, which takes longer than the computation.

    Returns:
        one float64 array a target, of the length of the columns; NaN where the target does not apply to the row or
        where the row is not covered (then `LignesHorsChamp` is warned).

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
    resultats = _resultats(cibles, lues.lignes, dans)
    refusees: Counter[str] = Counter()
    for regime, rangees in _par_regime(lues):
        demande = noyaux(
            periode,
            NatureMontant.DEFINITIVES,
            regime,
            extrapoler or _annee_en_cours(periode, regime),
            tuple(cibles),
            tuple(lues.scalaires.items()),
            tuple(lues.tableaux),
        )
        if rangees is None:
            refusees += _remplir(demande, lues.tableaux, resultats, lues.lignes)
        else:
            ici = {cle: tableau[rangees] for cle, tableau in lues.tableaux.items()}
            partiels = {nom: np.empty(len(rangees)) for nom in cibles}
            refusees += _remplir(demande, ici, partiels, len(rangees))
            for nom, partiel in partiels.items():
                resultats[nom][rangees] = partiel
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


def _par_regime(lues: Colonnes) -> Iterator[tuple[RegimeSocial, NDArray[np.int64] | None]]:
    """Yield each way of contributing with its rows, None for all of them.

    Who gives the turnover of a period asks for micro-entrepreneurs: the rows of that status, all where none is given.
    """
    statut: Cle = ("statut", 0, None)
    if not any(nom == "recettes" for nom, _, _ in (*lues.scalaires, *lues.tableaux)):
        yield RegimeSocial.ORDINAIRE, None
    elif statut not in lues.tableaux:
        micro = lues.scalaires.get(statut, Statut.MICRO_ENTREPRENEUR) == Statut.MICRO_ENTREPRENEUR
        yield (RegimeSocial.MICRO_SOCIAL if micro else RegimeSocial.ORDINAIRE), None
    else:
        sont_micro = lues.tableaux[statut] == Statut.MICRO_ENTREPRENEUR
        for regime, masque in ((RegimeSocial.MICRO_SOCIAL, sont_micro), (RegimeSocial.ORDINAIRE, ~sont_micro)):
            if masque.any():
                yield regime, None if masque.all() else np.flatnonzero(masque)


def _annee_en_cours(periode: Periode, regime: RegimeSocial) -> bool:
    """Tell whether figures read month by month are carried to the end of the last year verified."""
    return regime is RegimeSocial.MICRO_SOCIAL and periode.annee == derniere_verification().year


def _resultats(cibles: Sequence[str], lignes: int, dans: Mapping[str, Colonne] | None) -> dict[str, Colonne]:
    """Return the arrays to fill: those given, or new ones."""
    if dans is None:
        # In one piece: the system gives a large block much quicker than as many small ones.
        return dict(zip(cibles, np.empty((len(cibles), lignes)), strict=True))
    for nom in cibles:
        donne = dans.get(nom)
        if donne is None or donne.dtype != np.float64 or donne.shape != (lignes,):
            recu = "rien" if donne is None else f"{donne.dtype} {donne.shape}"
            raise ColonneInvalide(f"dans[{nom!r}] : {recu} ; attendu : un tableau float64 de {lignes} lignes.")
    return {nom: dans[nom] for nom in cibles}


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
