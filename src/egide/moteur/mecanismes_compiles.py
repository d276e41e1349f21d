"""Compiled twins of the mechanisms. Importing this module teaches Numba what each of them means on floats.

Numba compares the names of the arguments of a twin with those of its pattern, annotations included: there are none.
"""

from __future__ import annotations

from collections import namedtuple
from enum import IntEnum
from functools import cache
from types import FunctionType

import numpy as np
from numba import njit
from numba.extending import overload

from egide.moteur import mecanismes
from egide.moteur.mecanismes import DEMI_ET_MARGE, MARGE_D_UN_SEUIL, MARGE_SUPERIEURE, MECANISMES, UN_ET_MARGE

_OPTIONS = {"error_model": "numpy"}
_COMPARAISONS = {"atteint": f"x + {MARGE_D_UN_SEUIL} >=", "depasse": f"x - {MARGE_D_UN_SEUIL} >"}
"""How each scale of steps tells that a threshold counts."""


@cache
def compilee(fonction):
    """Return a rule compiled on first call, the same for every kernel of this process."""
    return njit(error_model="numpy")(compilable(fonction))


def compilable(fonction):
    """Return a function as Numba can compile it.

    Its enumerations become tables of floats (a member is not compared with a column), and the plain functions it
    calls are compiled too.
    """
    globales = dict(fonction.__globals__)
    for nom in fonction.__code__.co_names:
        objet = globales.get(nom)
        if isinstance(objet, type) and issubclass(objet, IntEnum):
            globales[nom] = _table(objet)
        elif isinstance(objet, FunctionType) and objet not in MECANISMES:
            globales[nom] = compilee(objet)
    return FunctionType(fonction.__code__, globales, fonction.__name__, fonction.__defaults__)


def _table(enumeration):
    membres = {m.name: float(m) for m in enumeration}
    return namedtuple(enumeration.__name__, membres)(**membres)


def _arrondi(pas_par_unite):
    def patron(x):
        def calcul(x):
            y = x * pas_par_unite
            # NumPy's floor stays a float: that of `math` goes through an integer and back.
            return np.floor(y * UN_ET_MARGE + DEMI_ET_MARGE) / pas_par_unite

        return calcul

    return patron


overload(mecanismes.arrondi_euro, jit_options=_OPTIONS)(_arrondi(1.0))
overload(mecanismes.arrondi_centime, jit_options=_OPTIONS)(_arrondi(100.0))
overload(mecanismes.arrondi_dixieme, jit_options=_OPTIONS)(_arrondi(10.0))
overload(mecanismes.arrondi_taux, jit_options=_OPTIONS)(_arrondi(10000.0))


def _arrondi_superieur(pas_par_unite):
    def patron(x):
        return lambda x: np.ceil(x * pas_par_unite - MARGE_SUPERIEURE) / pas_par_unite

    return patron


overload(mecanismes.arrondi_euro_superieur, jit_options=_OPTIONS)(_arrondi_superieur(1.0))
overload(mecanismes.arrondi_dixieme_superieur, jit_options=_OPTIONS)(_arrondi_superieur(1000.0))


@overload(mecanismes.partie_entiere, jit_options=_OPTIONS)
def _partie_entiere(x):
    return lambda x: np.floor(x + MARGE_SUPERIEURE)


@overload(mecanismes.au_moins, jit_options=_OPTIONS)
def _au_moins(x, plancher):

    def calcul(x, plancher):
        return max(x, plancher)

    return calcul


@overload(mecanismes.au_plus, jit_options=_OPTIONS)
def _au_plus(x, plafond):

    def calcul(x, plafond):
        return min(x, plafond)

    return calcul


@overload(mecanismes.prorata, jit_options=_OPTIONS)
def _prorata(x, part, entier):
    return lambda x, part, entier: x * part / entier


@overload(mecanismes.annee_du_jour, jit_options=_OPTIONS)
def _annee_du_jour(numero):
    return compilable(mecanismes.annee_du_jour)


@overload(mecanismes.mois_du_jour, jit_options=_OPTIONS)
def _mois_du_jour(numero):
    return compilable(mecanismes.mois_du_jour)


@overload(mecanismes.jours_des_douze_mois, jit_options=_OPTIONS)
def _jours_des_douze_mois(numero):
    return compilable(mecanismes.jours_des_douze_mois)


@overload(mecanismes.jour_du_calendrier, jit_options=_OPTIONS)
def _jour_du_calendrier(annee, mois, quantieme):
    return compilable(mecanismes.jour_du_calendrier)


@overload(mecanismes.jour_apres_mois, jit_options=_OPTIONS)
def _jour_apres_mois(numero, mois):
    return compilable(mecanismes.jour_apres_mois)


@overload(mecanismes.trimestre_suivant, jit_options=_OPTIONS)
def _trimestre_suivant(numero):
    return compilable(mecanismes.trimestre_suivant)


@overload(mecanismes.trimestre_du_jour, jit_options=_OPTIONS)
def _trimestre_du_jour(numero):
    return compilable(mecanismes.trimestre_du_jour)


@overload(mecanismes.dernier_jour_de_l_annee, jit_options=_OPTIONS)
def _dernier_jour_de_l_annee(annee):
    return compilable(mecanismes.dernier_jour_de_l_annee)


@overload(mecanismes.tronque_centime, jit_options=_OPTIONS)
def _tronque_centime(x):
    return lambda x: np.floor(x * 100.0 + MARGE_D_UN_SEUIL) / 100.0


@overload(mecanismes.atteint, jit_options=_OPTIONS)
def _atteint(x, seuil):
    return lambda x, seuil: x + MARGE_D_UN_SEUIL >= seuil


def _deroule(corps, bareme):
    """Return a function over a scale of known length, its loop written out so that it stays in SIMD registers."""
    points = len(bareme.types[0])
    lignes = ["def calcul(x, bareme, unite_des_seuils):", "    s, t = bareme"]
    lignes += ["    r = x * t[0]" if corps == "marginal" else "    r = t[0]"]
    for k in range(1, points):
        if corps in _COMPARAISONS:
            seuil = f"s[{k}] * unite_des_seuils"
            seuil = f"np.floor({seuil} * {UN_ET_MARGE!r} + {DEMI_ET_MARGE!r})" if corps == "depasse" else seuil
            lignes.append(f"    r = t[{k}] if {_COMPARAISONS[corps]} {seuil} else r")
        elif corps == "marginal":
            lignes.append(f"    r = r + max(x - s[{k}] * unite_des_seuils, 0.0) * (t[{k}] - t[{k - 1}])")
        else:
            pas = f"(s[{k}] - s[{k - 1}]) * unite_des_seuils"
            # The slope does not vary from row to row: no division is left in the loop.
            lignes.append(f"    p = (t[{k}] - t[{k - 1}]) / ({pas})")
            lignes.append(f"    r = r + min(max(x - s[{k - 1}] * unite_des_seuils, 0.0), {pas}) * p")
    espace = {"np": np}
    exec("\n".join([*lignes, "    return r"]), espace)
    return espace["calcul"]


@overload(mecanismes.bareme_marginal, jit_options=_OPTIONS)
def _bareme_marginal(x, bareme, unite_des_seuils):
    return _deroule("marginal", bareme)


@overload(mecanismes.taux_progressif, jit_options=_OPTIONS)
def _taux_progressif(x, bareme, unite_des_seuils):
    return _deroule("progressif", bareme)


@overload(mecanismes.palier_atteint, jit_options=_OPTIONS)
def _palier_atteint(x, bareme, unite_des_seuils):
    return _deroule("atteint", bareme)


@overload(mecanismes.palier_depasse, jit_options=_OPTIONS)
def _palier_depasse(x, bareme, unite_des_seuils):
    return _deroule("depasse", bareme)
