"""From the columns a caller has to the facts of the engine: names, words of enumerations, dates, checks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

from egide.annuaire import departement_de_commune, profession, territoire_du_departement
from egide.droit.commun.enumerations import CategorieLiberale, Nature, ProfessionSante
from egide.moteur.erreurs import ErreurEgide, suggestion
from egide.moteur.faits import Cle, Fait, Genre
from egide.moteur.graphe import sans_decalage
from egide.moteur.periode import numero
from egide.situation import FAITS
from egide.situation.donnees_liberales import profession_de_sante

DERIVEES = ("profession", "commune")
"""Columns of the contract from which facts are read."""


class ColonneInvalide(ErreurEgide):
    """A column that cannot be used: which one, which row, what is accepted."""


@dataclass
class Colonnes:
    """Facts of a population.

    Attributes:
        scalaires: facts that are the same for every row.
        tableaux: facts that vary, as contiguous float64 arrays of the same length.
        lignes: number of rows.
    """

    lignes: int
    scalaires: dict[Cle, float] = field(default_factory=dict)
    tableaux: dict[Cle, NDArray[np.float64]] = field(default_factory=dict)


def lire(colonnes: Mapping[str, Any], annee: int) -> Colonnes:
    """Read columns named as the facts; `_n_1` after a name means the year before; a scalar stands for every row.

    Raises:
        ColonneInvalide: an unknown name, unequal lengths, an unknown word, a NaN, an infinity, a negative amount.
    """
    longueurs = {nom: len(c) for nom, c in colonnes.items() if not _est_scalaire(c)}
    if len(set(longueurs.values())) > 1:
        lues = ", ".join(f"{nom} : {n}" for nom, n in longueurs.items())
        raise ColonneInvalide(f"les colonnes n'ont pas la même longueur ({lues}).")
    lues_ = Colonnes(next(iter(longueurs.values()), 1))
    for nom, colonne in _avec_derivees(colonnes).items():
        base, annees = sans_decalage(nom)
        if base not in FAITS:
            raise ColonneInvalide(f"colonne inconnue : « {nom} ».{suggestion(nom, [*FAITS, *DERIVEES])}")
        fait = FAITS[base]
        cle = (base, 0 if fait.entite == "activite" else None, annee - annees if fait.par_annee else None)
        if _est_scalaire(colonne):
            lues_.scalaires[cle] = _scalaire(fait, nom, colonne)
        else:
            lues_.tableaux[cle] = _tableau(fait, nom, colonne)
    return lues_


def _est_scalaire(colonne: Any) -> bool:
    return isinstance(colonne, str | date) or np.ndim(colonne) == 0


def _avec_derivees(colonnes: Mapping[str, Any]) -> dict[str, Any]:
    """Replace `profession` and `commune` by the facts they tell."""
    lues = {nom: c for nom, c in colonnes.items() if nom not in DERIVEES}
    if "profession" in colonnes:
        lues["categorie_liberale"] = _traduire(colonnes["profession"], lambda mot: profession(mot).categorie_liberale)
        lues.setdefault("profession_sante", _traduire(colonnes["profession"], _sante))
    elif "categorie_liberale" not in lues and "nature" in lues and _sans_liberale(lues["nature"]):
        lues["categorie_liberale"] = float(CategorieLiberale.SANS_OBJET)
    if "conventionne" in colonnes:
        lues.setdefault("convention_connue", 1.0)
    if "commune" in colonnes:
        lues["territoire"] = _traduire(
            colonnes["commune"], lambda code: territoire_du_departement(departement_de_commune(code))
        )
    return lues


def _sante(mot: str) -> ProfessionSante:
    return profession_de_sante(mot) or ProfessionSante.AUCUNE


def _sans_liberale(nature: Any) -> bool:
    natures = np.asarray(nature)
    liberale = Nature.LIBERALE.name.lower() if natures.dtype.kind in "UO" else Nature.LIBERALE.value
    return not (natures == liberale).any()


def _traduire(colonne: Any, sens: Any) -> Any:
    if _est_scalaire(colonne):
        return float(sens(str(colonne)))
    mots, rangs = np.unique(np.asarray(colonne, dtype=str), return_inverse=True)
    return np.array([float(sens(str(mot))) for mot in mots])[rangs]


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
        return np.asarray(_traduire(tableau, lambda mot: _membre(enumeration, nom, mot)), dtype=np.float64)
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
    if sans_decalage(nom)[0] == "chiffre_affaires" and nombres.size and nombres.min() < 0:
        _refuser(nom, nombres, nombres < 0, "un nombre positif ou nul")
    return nombres


def _jours(nom: str, colonne: NDArray[Any]) -> NDArray[np.float64]:
    try:
        jours = colonne.astype("datetime64[D]")
    except ValueError:
        raise ColonneInvalide(f"{nom} : date illisible ; attendu : AAAA-MM-JJ, par exemple 2026-01-31.") from None
    if np.isnat(jours).any():
        _refuser(nom, jours, np.isnat(jours), "une date")
    return jours.astype(np.int64).astype(np.float64)


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
