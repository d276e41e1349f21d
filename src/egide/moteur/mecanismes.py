"""The named mechanisms of the law. Rules call them, explanations show them as what they are.

Each works on floats and on `Fraction`; `compilation` gives each a compiled twin of the same arithmetic.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import ceil, floor
from typing import Any, NamedTuple

from egide.moteur.periode import JOUR_MAX, JOUR_MIN, numero

DEMI = Fraction(1, 2)
DEMI_ET_MARGE = 0.5 + 1e-9
UN_ET_MARGE = 1.0 + 1e-15
"""A product of decimal rates and whole euros that is exactly one half can come out a few units in the last place
below it. Amounts of the law that are not exactly one half stay farther from it than these margins: one for all, one
that grows with large amounts. A product costs a kernel two operations less than an absolute value, a third of its time
over twenty roundings."""

MARGE_SUPERIEURE = 1e-9
"""What floats may add to a whole number that is rounded up, or take from one whose whole part is kept."""

MARGE_D_UN_SEUIL = 1e-6
"""A threshold that is a product of decimals, in floats, is farther from any other amount of the law than this."""

DE_LONGUE_DATE = float(numero(JOUR_MIN))
"""Day number of a beginning that is not given: before anything."""
JAMAIS = float(numero(JOUR_MAX))
"""Day number of what has no end, or has not happened."""


class Bareme(NamedTuple):
    """A scale: thresholds, ascending, and the rate that goes with each."""

    seuils: tuple[Any, ...]
    taux: tuple[Any, ...]


def _demi_vers_le_haut(x: Any, par_unite: int) -> Any:
    if isinstance(x, int):  # `max(x, 0)` gives one: already round, and at home among floats and fractions alike
        return x
    y = x * par_unite
    if isinstance(y, float):
        return floor(y * UN_ET_MARGE + DEMI_ET_MARGE) / par_unite
    return Fraction(floor(y + DEMI), par_unite)


def arrondi_euro(x: Any) -> Any:
    """Round to the nearest euro, one half up."""
    return _demi_vers_le_haut(x, 1)


def arrondi_centime(x: Any) -> Any:
    """Round to the nearest cent, one half up."""
    return _demi_vers_le_haut(x, 100)


def arrondi_dixieme(x: Any) -> Any:
    """Round to the nearest tenth, one half up."""
    return _demi_vers_le_haut(x, 10)


def tronque_centime(x: Any) -> Any:
    """Keep two decimals, and drop the others."""
    return partie_entiere(x * 100) / 100


def arrondi_taux(x: Any) -> Any:
    """Round a rate to the nearest hundredth of a per cent, one half up."""
    return _demi_vers_le_haut(x, 10000)


def _vers_le_haut(x: Any, par_unite: int) -> Any:
    y = x * par_unite
    if isinstance(y, float):
        return ceil(y - MARGE_SUPERIEURE) / par_unite
    return Fraction(ceil(y), par_unite)


def arrondi_euro_superieur(x: Any) -> Any:
    """Round up to the euro."""
    return _vers_le_haut(x, 1)


def arrondi_dixieme_superieur(x: Any) -> Any:
    """Round a rate up to the tenth of a per cent."""
    return _vers_le_haut(x, 1000)


def partie_entiere(x: Any) -> Any:
    """Return the whole number just under `x`: how many whole units it holds."""
    return float(floor(x + MARGE_SUPERIEURE)) if isinstance(x, float) else Fraction(floor(x))


def au_moins(x: Any, plancher: Any) -> Any:
    """Return `x`, raised to a floor."""
    return max(x, plancher)


def au_plus(x: Any, plafond: Any) -> Any:
    """Return `x`, held under a ceiling."""
    return min(x, plafond)


def prorata(x: Any, part: Any, entier: Any) -> Any:
    """Return the share `part / entier` of `x`."""
    return x * part / entier


def bareme_marginal(x: Any, bareme: Bareme, unite_des_seuils: Any) -> Any:
    """Sum over the slices of a scale: each rate on the part of `x` between its threshold and the next.

    The first threshold is 0; thresholds count in `unite_des_seuils`.
    """
    seuils, taux = bareme
    total = x * taux[0]
    for k in range(1, len(seuils)):
        total = total + max(x - seuils[k] * unite_des_seuils, 0) * (taux[k] - taux[k - 1])
    return total


def taux_progressif(x: Any, bareme: Bareme, unite_des_seuils: Any) -> Any:
    """Return the rate read at `x` on a line through the points of a scale, constant outside them.

    Thresholds count in `unite_des_seuils`.
    """
    seuils, taux = bareme
    resultat = taux[0]
    for k in range(1, len(seuils)):
        pas = (seuils[k] - seuils[k - 1]) * unite_des_seuils
        pente = (taux[k] - taux[k - 1]) / pas
        resultat = resultat + min(max(x - seuils[k - 1] * unite_des_seuils, 0), pas) * pente
    return resultat


def palier_atteint(x: Any, bareme: Bareme, unite_des_seuils: Any) -> Any:
    """Return what a scale of steps gives from the last threshold that `x` reaches; at a threshold, the new step."""
    seuils, valeurs = bareme
    resultat = valeurs[0]
    for k in range(1, len(seuils)):
        if x + _marge(x) >= seuils[k] * unite_des_seuils:
            resultat = valeurs[k]
    return resultat


def palier_depasse(x: Any, bareme: Bareme, unite_des_seuils: Any) -> Any:
    """Return what a scale of steps gives from the last threshold that `x` passes; at a threshold, still the old step.

    The first threshold is that of the first step: nothing is below it. Thresholds are rounded to the euro, as funds
    publish them.
    """
    seuils, valeurs = bareme
    resultat = valeurs[0]
    for k in range(1, len(seuils)):
        if x - _marge(x) > arrondi_euro(seuils[k] * unite_des_seuils):
            resultat = valeurs[k]
    return resultat


def atteint(x: Any, seuil: Any) -> Any:
    """Tell whether a value is at least a threshold, which a mean or a product may miss by a hair in floats."""
    return x + _marge(x) >= seuil


def _marge(x: Any) -> Any:
    """Return what a product of decimals can be wrong by: a threshold is met exactly on fractions, nearly on floats."""
    return MARGE_D_UN_SEUIL if isinstance(x, float) else 0


def _annee_et_rang(numero: Any) -> Any:
    """Return the year counted from 1 March of a day number, and the rank of the day in it."""
    # Cycles of 400 years of 146 097 days; years start in March so that leap days fall at their end.
    jours = numero + 719468
    cycle = floor(jours / 146097)
    reste = jours - cycle * 146097
    annees = floor((reste - floor(reste / 1460) + floor(reste / 36524) - floor(reste / 146096)) / 365)
    return cycle * 400 + annees, reste - (365 * annees + floor(annees / 4) - floor(annees / 100))


def annee_du_jour(numero: Any) -> Any:
    """Return the civil year of a day number (days since 1970-01-01)."""
    annee, rang = _annee_et_rang(numero)
    return annee + (1 if rang >= 306 else 0)  # noqa: PLR2004


def mois_du_jour(numero: Any) -> Any:
    """Return the month, 1 to 12, of a day number."""
    _, rang = _annee_et_rang(numero)
    mois = floor((5 * rang + 2) / 153)
    return mois + (3 if mois < 10 else -9)  # noqa: PLR2004


def jours_des_douze_mois(numero: Any) -> Any:
    """Return the days of the twelve months that begin on a day: 366 when they hold a 29 February."""
    annee, _ = _annee_et_rang(numero)
    fin = annee + 1  # a year counted from 1 March ends with the February of the next civil year
    bissextile = fin == floor(fin / 4) * 4 and (fin != floor(fin / 100) * 100 or fin == floor(fin / 400) * 400)
    return 366 if bissextile else 365


def jour_du_calendrier(annee: Any, mois: Any, quantieme: Any) -> Any:
    """Return the day number of a date; a month beyond 12 or below 1 falls in another year."""
    annees = annee + floor((mois - 1) / 12)
    rang_du_mois = mois - 1 - 12 * floor((mois - 1) / 12)
    # Years start in March here too: January and February belong to the year before.
    annees = annees - (1 if rang_du_mois < 2 else 0)  # noqa: PLR2004
    depuis_mars = rang_du_mois + (10 if rang_du_mois < 2 else -2)  # noqa: PLR2004
    cycle = floor(annees / 400)
    reste = annees - cycle * 400
    jours = reste * 365 + floor(reste / 4) - floor(reste / 100) + floor((153 * depuis_mars + 2) / 5) + quantieme - 1
    return cycle * 146097 + jours - 719468


def jour_apres_mois(numero: Any, mois: Any) -> Any:
    """Return the same day of the month, some months later: the last one of a month that is too short."""
    annee = annee_du_jour(numero)
    depart = mois_du_jour(numero)
    quantieme = numero - jour_du_calendrier(annee, depart, 1)
    premier = jour_du_calendrier(annee, depart + mois, 1)
    dernier = jour_du_calendrier(annee, depart + mois + 1, 1) - 1
    return min(premier + quantieme, dernier)


def trimestre_suivant(numero: Any) -> Any:
    """Return the first day of the civil quarter that follows the one of a day."""
    return jour_du_calendrier(annee_du_jour(numero), 3 * floor((mois_du_jour(numero) + 2) / 3) + 1, 1)


def trimestre_du_jour(numero: Any) -> Any:
    """Return the rank of the civil quarter of a day: the difference of two of them counts quarters."""
    return annee_du_jour(numero) * 4 + floor((mois_du_jour(numero) - 1) / 3)


def dernier_jour_de_l_annee(annee: Any) -> Any:
    """Return the day number of 31 December of a civil year."""
    return jour_du_calendrier(annee, 12, 31)


class Tranche(NamedTuple):
    """A slice of a scale as it is shown.

    Attributes:
        de, a: bounds, in the unit of the base (`a` is None for the last one).
        taux_de, taux_a: rate at each bound (the same twice for a marginal scale).
        active: whether the value read falls in it (progressive) or reaches it (marginal).
    """

    de: Any
    a: Any
    taux_de: Any
    taux_a: Any
    active: bool


class Marche(NamedTuple):
    """A step of a scale as it is shown.

    Attributes:
        de, a: bounds, in the unit of what is read (`a` is None for the last one).
        taux_de, taux_a: what it gives, twice the same: a rate, an amount, the number of a class.
        active: whether the value read is on it.
        unite, unite_des_bornes: units in which what it gives and its bounds are written.
    """

    de: Any
    a: Any
    taux_de: Any
    taux_a: Any
    active: bool
    unite: str | None = None
    unite_des_bornes: str | None = None


def tranches_marginales(x: Any, bareme: Bareme, unite_des_seuils: Any) -> list[Tranche]:
    """Show a marginal scale."""
    bornes = [s * unite_des_seuils for s in bareme.seuils]
    fins = [*bornes[1:], None]
    return [
        Tranche(d, f, t, t, x > d or k == 0) for k, (d, f, t) in enumerate(zip(bornes, fins, bareme.taux, strict=True))
    ]


def tranches_progressives(x: Any, bareme: Bareme, unite_des_seuils: Any) -> list[Tranche]:
    """Show a progressive scale: a constant slice at each end, a line between."""
    bornes = [s * unite_des_seuils for s in bareme.seuils]
    taux = bareme.taux
    tranches = [Tranche(0, bornes[0], taux[0], taux[0], x < bornes[0])]
    for k in range(1, len(bornes)):
        active = bornes[k - 1] <= x < bornes[k]
        tranches.append(Tranche(bornes[k - 1], bornes[k], taux[k - 1], taux[k], active))
    return [*tranches, Tranche(bornes[-1], None, taux[-1], taux[-1], x >= bornes[-1])]


def _marches(bareme: Bareme, bornes: list[Any], active: Callable[[Any, Any], bool]) -> list[Marche]:
    fins = [*bornes[1:], None]
    return [
        Marche(d, f, v, v, active(None if k == 0 else d, f))
        for k, (d, f, v) in enumerate(zip(bornes, fins, bareme.taux, strict=True))
    ]


def tranches_atteintes(x: Any, bareme: Bareme, unite_des_seuils: Any) -> list[Marche]:
    """Show a scale of steps, a threshold being in the new one."""
    y, bornes = x + _marge(x), [s * unite_des_seuils for s in bareme.seuils]
    return _marches(bareme, bornes, lambda d, f: (d is None or y >= d) and (f is None or y < f))


def tranches_depassees(x: Any, bareme: Bareme, unite_des_seuils: Any) -> list[Marche]:
    """Show a scale of steps, a threshold being in the old one."""
    y, bornes = x - _marge(x), [arrondi_euro(s * unite_des_seuils) for s in bareme.seuils]
    return _marches(bareme, bornes, lambda d, f: (d is None or y > d) and (f is None or y <= f))


class Mecanisme(NamedTuple):
    """How a mechanism shows itself.

    Attributes:
        ecriture: how it is written, `{0}`, `{1}`… standing for its arguments.
        retient: for a mechanism that keeps one of its arguments, `max` or `min`.
        tranches: for a scale, its slices.
    """

    ecriture: str
    retient: Callable[..., Any] | None = None
    tranches: Callable[..., list[Any]] | None = None


MECANISMES: dict[Any, Mecanisme] = {
    arrondi_euro: Mecanisme("arrondi à l'euro de ({0})"),
    arrondi_centime: Mecanisme("arrondi au centime de ({0})"),
    arrondi_dixieme: Mecanisme("arrondi au dixième de ({0})"),
    arrondi_taux: Mecanisme("arrondi au centième de pour cent de ({0})"),
    arrondi_euro_superieur: Mecanisme("arrondi à l'euro supérieur de ({0})"),
    arrondi_dixieme_superieur: Mecanisme("arrondi au dixième de pour cent supérieur de ({0})"),
    partie_entiere: Mecanisme("partie entière de ({0})"),
    au_moins: Mecanisme("le plus grand de ({0} ; {1})", retient=max),
    au_plus: Mecanisme("le plus petit de ({0} ; {1})", retient=min),
    prorata: Mecanisme("{0} × {1} / {2}"),
    annee_du_jour: Mecanisme("année de {0}"),
    mois_du_jour: Mecanisme("mois de {0}"),
    jours_des_douze_mois: Mecanisme("jours des douze mois qui suivent {0}"),
    jour_du_calendrier: Mecanisme("jour {2} du mois {1} de {0}"),
    jour_apres_mois: Mecanisme("{0} plus {1} mois"),
    trimestre_suivant: Mecanisme("premier jour du trimestre civil qui suit {0}"),
    trimestre_du_jour: Mecanisme("rang du trimestre civil de {0}"),
    dernier_jour_de_l_annee: Mecanisme("31 décembre de {0}"),
    bareme_marginal: Mecanisme("barème par tranches {1} sur {0}", tranches=tranches_marginales),
    atteint: Mecanisme("{0} ≥ {1}"),
    palier_atteint: Mecanisme("palier de {1} atteint par {0}", tranches=tranches_atteintes),
    palier_depasse: Mecanisme("palier de {1} dépassé par {0}", tranches=tranches_depassees),
    tronque_centime: Mecanisme("({0}) tronqué au centième"),
    taux_progressif: Mecanisme("taux lu sur {1} pour {0}", tranches=tranches_progressives),
}
