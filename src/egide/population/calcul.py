"""Computing targets over columns: rows are told apart by category, each category has its kernel."""

from __future__ import annotations

import datetime
import warnings
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from egide.droit.commun.categories import NatureMontant, RegimeSocial
from egide.droit.commun.enumerations import Regime, Statut
from egide.moteur.compilation import Colonne, Noyau, Numeros
from egide.moteur.erreurs import FaitsManquants, HorsChamp
from egide.moteur.faits import Cle
from egide.moteur.periode import Periode
from egide.population.colonnes import Colonnes, lire
from egide.population.derivees import completer, completer_les_prestations
from egide.population.memoire import tableau
from egide.population.noyaux import FONDEMENT, REGIME, Noyaux, manque, noyaux, presents
from egide.population.refus import Refus
from egide.services.affiliation import jour_demande
from egide.services.dossier_affiliation import A_ETABLIR
from egide.services.loi import derniere_verification, loi, loi_des, verifier_annee

SECTION = "categorie_liberale"
"""Fact that is told from the nature and the profession, which people know better."""
LIGNES_PAR_LOT = 65_536
"""Rows handled before the next where each category has its own pass: what one touched is in cache for the other."""


CATEGORIES_AU_PLUS = 12
"""More categories than that are computed by one kernel in which each row chooses, where the rules allow it: to compile
one for each would take minutes."""


INTERLOCUTEURS = "egide.droit.interlocuteurs"
TERMINEE = (
    "Activité terminée : qui répond dépend de l'affiliation de son dernier jour, qui n'est pas lue par colonnes ; "
    "demandez la réponse pour la personne"
)


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
            enumeration are accepted; `_n_1` after a name is the year before. `profession`, `commune` and others tell
            several facts: see `population.derivees`. The turnover of a micro-entrepreneur is by quarter or month:
            `recettes__2026_t1`, `recettes__2026_03`.
        cibles: names of rules: amounts for a year; `regime`, `section`, `assure_a_titre`, `organisme_<sujet>`… for a
            day, as numbers of their enumerations.
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
    resultats, refusees = calculer_et_refuser(
        colonnes, cibles, annee=annee, date=date, nature=nature, extrapoler=extrapoler
    )
    if refusees:
        motifs = " ; ".join(f"{len(rangees)} ligne(s) : {motif}" for motif, rangees in refusees.items())
        warnings.warn(LignesHorsChamp(f"hors champ, résultats NaN. {motifs}."), stacklevel=2)
    return resultats


def calculer_et_refuser(
    colonnes: Mapping[str, Any],
    cibles: Sequence[str],
    *,
    annee: int | None = None,
    date: datetime.date | str | None = None,
    nature: str = "definitives",
    extrapoler: bool = False,
    incomplets: bool = False,
) -> tuple[dict[str, Colonne], Refus]:
    """Compute as `calculer`, and return which rows are refused, by first reason, in the place of a warning.

    With `incomplets`, a category of rows for which a column is missing is refused too, and the others are computed.
    """
    periode = _periode(annee, date, extrapoler)
    if nature != "definitives":
        raise HorsChamp([("nature", f"nature : « {nature} » n'est pas encore calculée ; attendu : definitives.")])
    lues = lire(colonnes, periode.annee)
    completer(lues, periode.debut if annee is None else None)
    if loi_des(cibles) is not loi():
        completer_les_prestations(lues)
    resultats = dict(zip(cibles, tableau(len(cibles), lues.lignes), strict=True))
    refusees = Refus()
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
        ici = lues if rangees is None else lues.restreintes(rangees)
        partiels = resultats if rangees is None else {nom: np.empty(len(rangees)) for nom in cibles}
        try:
            refusees.joindre(_conseiller(demande, ici, partiels, incomplets), rangees)
        except FaitsManquants as erreur:
            if not incomplets:
                raise
            tous = np.ones(ici.lignes, dtype=np.bool_)
            refusees.joindre(Refus.de(str(erreur), _effacer(partiels, tous)), rangees)
        for nom, partiel in partiels.items() if rangees is not None else ():
            resultats[nom][rangees] = partiel
    return resultats, refusees


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


def _conseiller(demande: Noyaux, lues: Colonnes, resultats: Mapping[str, Colonne], incomplets: bool) -> Refus:
    """Fill the results; say which columns to give where what is missing is read from others."""
    try:
        return _remplir(demande, lues, resultats, incomplets)
    except FaitsManquants as erreur:
        if SECTION not in erreur.faits:
            raise
        conseil = "Donner nature, et profession pour une activité libérale."
        raise FaitsManquants(f"{erreur} {conseil}", erreur.faits) from None


def _remplir(demande: Noyaux, lues: Colonnes, resultats: Mapping[str, Colonne], incomplets: bool) -> Refus:
    """Fill the results; return which rows are refused, by first reason."""
    tableaux, lignes = lues.tableaux, lues.lignes
    if demande.enchaines:
        return _par_choix(demande, lues, resultats)
    numeros = _numeros(demande.rangement, tableaux, lignes)
    tous = presents(numeros, demande.combien) if isinstance(numeros, np.ndarray) else [numeros]
    presentes = [numero for numero in tous if numero < demande.refusees]
    sans_colonnes = demande.sans_colonnes(presentes) if incomplets else {}
    categories = [numero for numero in presentes if numero not in sans_colonnes]
    if not categories:
        pass  # every row is refused
    elif len(categories) == 1:
        _executer(demande.de(categories[0]), tableaux, resultats)
    elif fusion := demande.fusion(categories):
        _executer(fusion, tableaux, resultats, numeros)
    elif len(categories) > CATEGORIES_AU_PLUS and demande.choix_possible:
        return _par_choix(demande, lues, resultats)
    else:
        demande.ensemble = len(categories)
        _par_categorie(demande, categories, numeros, tableaux, resultats)
    motifs = Refus()
    for numero, motif in (sans_colonnes | demande.incompletes(categories)).items():
        motifs.ajouter(motif, _effacer(resultats, np.broadcast_to(np.equal(numeros, numero), lignes)))
    if len(tous) > len(presentes):
        motifs.joindre(_effacer_refusees(demande, tableaux, resultats, lignes))
    return motifs


def _par_choix(demande: Noyaux, lues: Colonnes, resultats: Mapping[str, Colonne]) -> Refus:
    """Fill the results by the kernel in which each row chooses; return which rows are refused, by first reason."""
    cibles = demande.choix.plan.cibles
    sorties = dict(resultats) | {nom: np.empty(lues.lignes) for nom in cibles if nom not in resultats}
    _executer(demande.choix, lues.tableaux, sorties)
    terminees = _terminees(demande, lues, sorties)
    motifs = _effacer_refusees(demande, lues.tableaux, resultats, lues.lignes) if demande.exclusions else Refus()
    for fondement in A_ETABLIR if FONDEMENT in cibles else ():
        motifs.ajouter(manque(fondement), _effacer(resultats, sorties[FONDEMENT] == fondement))
    organismes = {nom: r for nom, r in resultats.items() if _d_un_interlocuteur(nom)}
    if organismes:
        motifs.ajouter(TERMINEE, _effacer(organismes, terminees))
    return motifs


def _d_un_interlocuteur(nom: str) -> bool:
    return any(regle.chapitre == INTERLOCUTEURS for regle in loi().regles.get(nom, ()))


def _terminees(demande: Noyaux, lues: Colonnes, sorties: Mapping[str, Colonne]) -> NDArray[np.bool_]:
    """Tell which rows have an activity that is over and no scheme any more, unless a column says that it is over."""
    fin = lues.lue("fin", 0)
    if fin is None or REGIME not in sorties or lues.lue("activite_terminee", 0) is not None:
        return np.zeros(lues.lignes, dtype=np.bool_)
    terminees: NDArray[np.bool_] = np.less(fin, demande.premier_jour) & np.equal(sorties[REGIME], Regime.AUCUN)
    return terminees


def _effacer(resultats: Mapping[str, Colonne], lesquelles: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Put NaN on some rows; return their ranks."""
    rangees = np.flatnonzero(lesquelles)
    for resultat in resultats.values() if len(rangees) else ():
        resultat[rangees] = np.nan
    return rangees


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
    demande: Noyaux,
    categories: Collection[int],
    numeros: Numeros,
    tableaux: Mapping[Cle, Colonne],
    resultats: Mapping[str, Colonne],
) -> None:
    """Run the kernel of each category on its rows, batch by batch."""
    for debut in range(0, len(numeros), LIGNES_PAR_LOT):
        ici = slice(debut, debut + LIGNES_PAR_LOT)
        lot = {cle: tableau[ici] for cle, tableau in tableaux.items()}
        sorties = {nom: resultat[ici] for nom, resultat in resultats.items()}
        for numero in presents(numeros[ici], demande.combien):
            if numero in categories:
                noyau = demande.de(numero)
                rangees = np.flatnonzero(numeros[ici] == numero)
                noyau.executer_rangees(rangees, lot, [sorties[nom] for nom in noyau.sorties])
                _poser_les_constantes(noyau, sorties, rangees)


def _effacer_refusees(
    demande: Noyaux, tableaux: Mapping[Cle, Colonne], resultats: Mapping[str, Colonne], lignes: int
) -> Refus:
    """Put NaN on the rows that a rule of exclusion refuses; return them by first reason."""
    motifs = Refus()
    noyau = demande.refus
    refus = {nom: np.empty(lignes) for nom in noyau.plan.cibles}
    _executer(noyau, tableaux, refus)
    restent = np.ones(lignes, dtype=bool)
    for nom, refusees in refus.items():
        nouvelles = restent & (refusees != 0)
        motifs.ajouter(demande.loi.regles[nom][-1].titre, np.flatnonzero(nouvelles))
        restent &= ~nouvelles
    _effacer(resultats, ~restent)
    return motifs
