"""From the columns a caller has to the facts of the engine: names, words of enumerations, dates, checks."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

from egide.annuaire.territoires import LONGUEUR_CODE
from egide.moteur.erreurs import ErreurEgide, suggestion
from egide.moteur.faits import Cle, Entite, Fait, Genre
from egide.moteur.graphe import sans_decalage
from egide.moteur.mecanismes import DE_LONGUE_DATE, JAMAIS
from egide.moteur.periode import jour, numero
from egide.situation import FAITS
from egide.situation.coherence_activite import option_ssi_fermee

A_TRADUIRE: Mapping[str, tuple[Entite, ...]] = {
    "profession": ("activite",),
    "commune": ("personne", "activite"),
    "departement": ("personne",),
    "organisme_conventionne": ("personne",),
}
"""Columns of the contract that are no facts: facts are read from them. Whose they may be, without a path first."""
SOUVENT_INCONNUS = ("rattachement_cpam_notifie",)
"""Days that are not known of every row: an empty one is left to what is assumed."""
_CHEMIN = re.compile(r"(?:personne|activites__(?P<rang>\d))__(?P<nom>\w+)")
RECETTES = re.compile(r"recettes__(?:(?P<annee>\d{4})_)?(?:t(?P<trimestre>[1-4])|(?P<mois>0[1-9]|1[0-2]))")
"""Turnover of a quarter or of a month: recettes__2026_t1, recettes__t1 (of the year asked for), recettes__2026_03."""


MOIS_PAR_TRIMESTRE = 3


class ColonneInvalide(ErreurEgide):
    """A column that cannot be used: which one, which row, what is accepted."""


@dataclass(frozen=True)
class Mots:
    """A column of words: the different ones, and which one each row has."""

    ecrits: tuple[str, ...]
    rangs: NDArray[np.intp]

    ndim = 1
    """Words already told apart are given as a column is."""

    def __len__(self) -> int:
        return self.rangs.size

    @classmethod
    def lire(cls, colonne: Any) -> Mots:
        """Read a column, or one word for every row."""
        if isinstance(colonne, Mots):
            return colonne
        if _est_scalaire(colonne):
            return cls((_mot(colonne),), np.array(0))
        lus = np.asarray(colonne).tolist()
        rang_de = {lu: rang for rang, lu in enumerate(dict.fromkeys(lus))}
        return cls(tuple(map(_mot, rang_de)), np.fromiter(map(rang_de.__getitem__, lus), np.intp, len(lus)))

    def traduire(self, sens: Callable[[str], float]) -> NDArray[np.float64]:
        """Return what each row stands for; each word is looked up once."""
        return np.array([float(sens(mot)) for mot in self.ecrits])[self.rangs]


Valeurs = float | NDArray[np.float64]
"""What a fact is: one number for every row, or one a row."""


@dataclass
class Colonnes:
    """Facts of a population.

    Attributes:
        scalaires: facts that are the same for every row.
        tableaux: facts that vary, as contiguous float64 arrays of the same length.
        lignes: number of rows.
        mots: columns of words that are no facts, by name and rank of the activity (None: of the person).
    """

    lignes: int
    scalaires: dict[Cle, float] = field(default_factory=dict)
    tableaux: dict[Cle, NDArray[np.float64]] = field(default_factory=dict)
    mots: dict[tuple[str, int | None], Mots] = field(default_factory=dict)

    def lue(self, nom: str, rang: int | None, annee: int | None = None) -> Valeurs | None:
        """Return a fact, None where there is no column of it."""
        cle = (nom, rang, annee)
        return self.scalaires[cle] if cle in self.scalaires else self.tableaux.get(cle)

    def restreintes(self, rangees: NDArray[np.int64]) -> Colonnes:
        """Return the facts of some rows."""
        return Colonnes(len(rangees), self.scalaires, {cle: t[rangees] for cle, t in self.tableaux.items()})

    def poser(self, nom: str, rang: int | None, valeurs: float | NDArray[Any] | None, annee: int | None = None) -> None:
        """Put a fact read from others in; one that is given stays."""
        if valeurs is None or self.lue(nom, rang, annee) is not None:
            return
        if np.ndim(valeurs) == 0:
            self.scalaires[nom, rang, annee] = float(valeurs)
        else:
            self.tableaux[nom, rang, annee] = np.ascontiguousarray(valeurs, dtype=np.float64)


def lire(colonnes: Mapping[str, Any], annee: int) -> Colonnes:
    """Read columns named as the facts; `_n_1` after a name means the year before; a scalar stands for every row.

    Raises:
        ColonneInvalide: an unknown name, unequal lengths, an unknown word, a NaN, an infinity, a negative amount.
    """
    longueurs = {nom: len(c) for nom, c in colonnes.items() if not _est_scalaire(c)}
    if len(set(longueurs.values())) > 1:
        ecrites = ", ".join(f"{nom} : {n}" for nom, n in longueurs.items())
        raise ColonneInvalide(f"les colonnes n'ont pas la même longueur ({ecrites}).")
    lues = Colonnes(next(iter(longueurs.values()), 1))
    for nom, colonne in colonnes.items():
        if de_la_periode := _cle_des_recettes(nom, annee):
            _poser(lues, de_la_periode, nom, colonne)
            continue
        base, rang, annees = situer(nom)
        if base in A_TRADUIRE:
            lues.mots[base, rang] = Mots.lire(colonne)
            continue
        fait = FAITS[base]
        cle = (base, rang, annee - annees if fait.par_annee else None)
        _poser(lues, cle, nom, colonne)
        if base == "option_ssi":
            _verifier_l_option(nom, np.atleast_1d(np.asarray(lues.lue(*cle))))
    _refuser_les_doubles(colonnes)
    return lues


def situer(nom: str) -> tuple[str, int | None, int]:
    """Return what a column is about: its name alone, the rank of the activity (None: the person), the years before."""
    chemin = _CHEMIN.fullmatch(nom)
    base, annees = sans_decalage(chemin["nom"] if chemin else nom)
    entites = (FAITS[base].entite,) if base in FAITS else A_TRADUIRE.get(base, ())
    entite = next(iter(entites), None) if chemin is None else "personne" if chemin["rang"] is None else "activite"
    if entite not in entites or (annees and not (base in FAITS and FAITS[base].par_annee)):
        raise ColonneInvalide(f"colonne inconnue : « {nom} ».{suggestion(nom, [*FAITS, *A_TRADUIRE])}")
    rang = int((chemin and chemin["rang"]) or 0)
    if rang:
        raise ColonneInvalide(
            f"{nom} : une seule activité par ligne est calculée ; pour plusieurs, demander la réponse de la personne."
        )
    return base, None if entite == "personne" else rang, annees


def _verifier_l_option(nom: str, jours: NDArray[np.float64]) -> None:
    """Refuse a day on which the option for the SSI was not open; the day that never comes stands for no option."""
    for jour_d_option in np.unique(jours[jours != JAMAIS]):
        if message := option_ssi_fermee(jour(float(jour_d_option))):
            rang = int(np.flatnonzero(jours == jour_d_option)[0])
            raise ColonneInvalide(f"{nom} : {message}, ou {jour(JAMAIS)} sans option (ligne {rang}).")


def _poser(lues: Colonnes, cle: Cle, nom: str, colonne: Any) -> None:
    """Keep a column under its key: apart from the others where it is one value for every row."""
    if cle in lues.scalaires or cle in lues.tableaux:
        raise ColonneInvalide(f"{nom} : cette période est déjà donnée ; attendu : une seule colonne.")
    if _est_scalaire(colonne):
        lues.scalaires[cle] = _scalaire(FAITS[cle[0]], nom, colonne)
    else:
        lues.tableaux[cle] = _tableau(FAITS[cle[0]], nom, colonne)


def _cle_des_recettes(nom: str, annee: int) -> Cle | None:
    """Return the key of a turnover by quarter or month; a quarter is in its last month, as a declaration counts it."""
    lu = RECETTES.fullmatch(nom)
    if lu is None:
        return None
    mois = int(lu["mois"]) if lu["mois"] else MOIS_PAR_TRIMESTRE * int(lu["trimestre"])
    return ("recettes", 0, int(lu["annee"] or annee) * 100 + mois)


def _refuser_les_doubles(colonnes: Mapping[str, Any]) -> None:
    """Refuse a quarter given together with one of its months."""
    lus = [lu for nom in colonnes if (lu := RECETTES.fullmatch(nom))]
    trimestres = {(lu["annee"], int(lu["trimestre"])): lu[0] for lu in lus if lu["trimestre"]}
    for lu in lus:
        if lu["mois"] and (nom := trimestres.get((lu["annee"], -(-int(lu["mois"]) // MOIS_PAR_TRIMESTRE)))):
            raise ColonneInvalide(f"{nom} : trimestre déjà donné par mois ({lu[0]}) ; attendu : l'un ou l'autre.")


def _est_scalaire(colonne: Any) -> bool:
    return isinstance(colonne, str | date) or np.ndim(colonne) == 0


def _mot(ecrit: Any) -> str:
    """Return a word as it is written, nothing for none; the code of a commune made a number has its zeros again."""
    if ecrit is None:
        return ""
    return ecrit if isinstance(ecrit, str) else str(ecrit).zfill(LONGUEUR_CODE)


def _scalaire(fait: Fait, nom: str, valeur: Any) -> float:
    if isinstance(valeur, str) and fait.enumeration:
        return float(_membre(fait.enumeration, nom, valeur))
    if isinstance(valeur, date):
        return float(numero(valeur))
    return float(_tableau(fait, nom, np.array([valeur]))[0])


def _tableau(fait: Fait, nom: str, colonne: Any) -> NDArray[np.float64]:
    tableau = np.asarray(colonne)
    if tableau.ndim != 1:
        raise ColonneInvalide(f"{nom} : tableau à {tableau.ndim} dimensions ; attendu : une seule.")
    if tableau.dtype.kind in "UO" and fait.enumeration:
        enumeration = fait.enumeration
        return Mots.lire(tableau).traduire(lambda mot: _membre(enumeration, nom, mot))
    if tableau.dtype.kind in "MOU" and fait.genre is Genre.DATE:
        return _jours(nom, tableau)
    if tableau.dtype.kind not in "biuf":
        raise ColonneInvalide(f"{nom} : type {tableau.dtype} refusé ; attendu : des nombres.")
    nombres = np.ascontiguousarray(tableau, dtype=np.float64)
    if fait.enumeration:
        numeros = [int(m) for m in fait.enumeration]
        if not _sont_des_numeros(nombres, min(numeros), max(numeros)):
            _refuser(nom, nombres, ~np.isin(nombres, numeros), "un nom de l'énumération ou son numéro")
        return nombres
    # A sum sees any NaN or infinity in one pass without a temporary; only then is the row looked for.
    with np.errstate(over="ignore", invalid="ignore"):
        somme = nombres.sum()
    if not np.isfinite(somme):
        _refuser(nom, nombres, ~np.isfinite(nombres), "un nombre fini")
    if (fait.nom in ("chiffre_affaires", "recettes")) and nombres.size and nombres.min() < 0:
        _refuser(nom, nombres, nombres < 0, "un nombre positif ou nul")
    return nombres


def _jours(nom: str, colonne: NDArray[Any]) -> NDArray[np.float64]:
    try:
        jours = colonne.astype("datetime64[D]")
    except ValueError:
        raise ColonneInvalide(f"{nom} : date illisible ; attendu : AAAA-MM-JJ, par exemple 2026-01-31.") from None
    vides = np.isnat(jours)
    if nom not in SOUVENT_INCONNUS:
        _refuser(nom, jours, vides, "une date")
    return np.where(vides, DE_LONGUE_DATE, jours.astype(np.int64))


def _refuser(nom: str, valeurs: NDArray[Any], fautives: NDArray[np.bool_], attendu: str) -> None:
    """Raise on the first row at fault, if there is one."""
    for rang in np.flatnonzero(fautives)[:1]:
        raise ColonneInvalide(f"{nom} : {valeurs[rang]} ligne {rang} ; attendu : {attendu}.")


@njit(cache=True)
def _sont_des_numeros(nombres: NDArray[np.float64], premier: int, dernier: int) -> bool:
    """Tell whether every number is that of a member: the numbers of an enumeration have no hole."""
    bons = 0  # counted, not anded, and by rank: LLVM then makes SIMD of it
    for rang in range(len(nombres)):
        nombre = nombres[rang]
        bons += 1 if (nombre >= premier) & (nombre <= dernier) & (nombre == np.floor(nombre)) else 0
    return bons == len(nombres)


def _membre(enumeration: type[IntEnum], nom: str, mot: str) -> IntEnum:
    connus = {m.name.lower(): m for m in enumeration}
    if mot not in connus:
        raise ColonneInvalide(f"{nom} : « {mot} » inconnu ; attendu : {', '.join(connus)}.{suggestion(mot, connus)}")
    return connus[mot]
