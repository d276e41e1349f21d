"""Incomes drawn where the law is delicate. Every figure comes from the parameters, none is written here.

Incomes are whole numbers of cents: a float and a `Fraction` can then stand for the same amount.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import gcd
from typing import Any

import numpy as np
from numpy.typing import NDArray

from egide.droit.commun.enumerations import Nature
from egide.moteur.mecanismes import Bareme
from egide.moteur.parametres import Parametre
from egide.services.cotisations import CIBLES, LIGNES, LIGNES_DES_LIBERALES
from egide.services.loi import derniere_verification, loi

ANNEES = range(2018, derniere_verification().year + 1)
NATURES = (Nature.ARTISANALE, Nature.COMMERCIALE, Nature.LIBERALE)
PREMIERE_ANNEE_ASSIETTE_UNIQUE = 2025
LIGNES_PROPRES = tuple(nom for nom in LIGNES if not nom.startswith("conjoint_") and nom not in LIGNES_DES_LIBERALES)
"""The contributions of the person; those of a spouse or of a section do not apply here."""
LIGNES_PAR_ANNEE = 24_000
ECARTS = (-100, -50, -1, 0, 1, 50, 100)
"""Around a threshold, in cents."""
UNITES_DE_TAUX = 10_000
"""Rates are rounded to the hundredth of a per cent."""
REVENU_MAXIMAL = 10**9
"""Ten million euros, in cents."""


@dataclass(frozen=True)
class Tirage:
    """Rows drawn for one year: income in cents, nature and the two facts that exempt from minimum bases."""

    annee: int
    centimes: NDArray[np.int64]
    nature: NDArray[np.int64]
    rsa: NDArray[np.int64]
    saisonniere: NDArray[np.int64]

    def colonnes(self) -> dict[str, object]:
        """Return the rows as `egide.population.calculer` takes them."""
        return {
            nom_du_revenu(self.annee): self.centimes / 100,
            "nature": self.nature,
            "categorie_liberale": 0,
            "rsa_ou_prime_activite": self.rsa,
            "saisonniere": self.saisonniere,
        }


def nom_du_revenu(annee: int) -> str:
    return "revenu_brut" if annee >= PREMIERE_ANNEE_ASSIETTE_UNIQUE else "revenu_professionnel"


def cibles(annee: int) -> tuple[str, ...]:
    """Return the targets of a year: what is a mere fact and is not given is left out."""
    return tuple(c for c in CIBLES if c in loi().regles or c == nom_du_revenu(annee))


def tirer(annee: int) -> Tirage:
    """Draw the rows of a year, always the same."""
    hasard = np.random.default_rng(annee)
    des_seuils = sorted(revenus_des_seuils(annee))
    des_demis = sorted(revenus_des_demis(annee))
    par_hasard = LIGNES_PAR_ANNEE // 8
    tires = [
        np.round(hasard.lognormal(10, 1, 2 * par_hasard) * 100).astype(np.int64),
        hasard.integers(0, 300_000, par_hasard) * 100,
        hasard.integers(0, 6_000_000, par_hasard),
        hasard.integers(0, REVENU_MAXIMAL, par_hasard // 2),
        -hasard.integers(0, 20_000_000, par_hasard // 2),
        np.array([0, 1, -1, REVENU_MAXIMAL, -REVENU_MAXIMAL, *des_seuils, *des_seuils, *des_seuils]),
    ]
    tires.append(hasard.choice(des_demis, LIGNES_PAR_ANNEE - sum(map(len, tires))))
    centimes = np.concatenate(tires)
    lignes = len(centimes)
    return Tirage(
        annee,
        centimes,
        hasard.choice([int(n) for n in NATURES], lignes),
        (hasard.random(lignes) < 1 / 5).astype(np.int64),
        (hasard.random(lignes) < 1 / 5).astype(np.int64),
    )


def revenus_des_seuils(annee: int) -> set[int]:
    """Return incomes, in cents, at and around the thresholds of a year."""
    assiettes = {round(s * 100) + e for s in seuils(annee) for e in ECARTS}
    return _dans_la_plage(c for a in assiettes for c in revenus_pour(annee, a, ECARTS))


def revenus_des_demis(annee: int) -> set[int]:
    """Return incomes, in cents, of which a rate makes a whole number of euros and a half, or a scale a half rate."""
    assiettes = {c for taux in _taux(annee) for c in _demis(taux)} | set(_demis_des_baremes(annee))
    return _dans_la_plage(c for a in assiettes for c in revenus_pour(annee, a, (0,)))


def _dans_la_plage(centimes: Iterable[int]) -> set[int]:
    return {c for c in centimes if abs(c) <= REVENU_MAXIMAL}


def revenus_pour(annee: int, assiette: int, ecarts: tuple[int, ...]) -> Iterator[int]:
    """Yield incomes, in cents, whose base is that of cents given, or next to it."""
    yield assiette
    if annee < PREMIERE_ANNEE_ASSIETTE_UNIQUE:
        return
    pass_, taux = exact("pass_", annee), exact("taux_abattement_assiette", annee)
    for nom in ("abattement_assiette_minimal", "abattement_assiette_maximal"):
        yield assiette + round(exact(nom, annee) * pass_) * 100
    for ecart in ecarts:
        yield round(assiette / (1 - taux)) + ecart
        yield round(assiette / (1 - taux) / 100) * 100 + ecart


def seuils(annee: int) -> set[Fraction]:
    """Return every amount, in euros, at which a formula of a year may change its slope."""
    pass_ = exact("pass_", annee)
    trouves: set[Fraction] = {Fraction(0)}
    for nom, parametre in _parametres().items():
        valeur = exact(nom, annee)
        if isinstance(valeur, Bareme):
            trouves |= {seuil * pass_ for seuil in valeur.seuils if parametre.seuils == "× plafond"}
        elif valeur is not None and parametre.unite == "× plafond":
            trouves.add(valeur * pass_)
        elif valeur is not None and parametre.unite == "€/an":
            trouves.add(valeur)
        elif valeur is not None and parametre.unite == "h":
            trouves.add(valeur * exact("smic_horaire", annee))
    if annee >= PREMIERE_ANNEE_ASSIETTE_UNIQUE:
        taux = exact("taux_abattement_assiette", annee)
        bornes = (exact(f"abattement_assiette_{b}", annee) * pass_ / taux for b in ("minimal", "maximal"))
        trouves |= {borne - borne * taux for borne in bornes}
    return trouves


def _parametres() -> dict[str, Parametre]:
    """Return the figures of this chapter: the others have their own draws."""
    lus = ("cotisations/", "commun/plafonds.")
    return {n: p for n, p in loi().parametres.items() if p.fichier.startswith(lus)}


def exact(nom: str, annee: int) -> Any:
    """Return a figure on the first day of a year as a `Fraction` or a scale of them; None where there is none."""
    parametre = loi().parametres[nom]
    jour = date(annee, 1, 1)
    if jour < parametre.valeurs[0].depuis:
        return None
    valeur = parametre.au(jour)
    return valeur.exact if valeur else None


def _taux(annee: int) -> set[Fraction]:
    """Return every rate of a year, those of the scales and the sum of two included."""
    lus: set[Fraction] = set()
    for nom, parametre in _parametres().items():
        valeur = exact(nom, annee)
        if valeur is not None and parametre.unite == "fraction":
            lus |= set(valeur.taux) if isinstance(valeur, Bareme) else {valeur}
    return {t for t in lus | {a + b for a in lus for b in lus} if t}


def _demis(taux: Fraction, nombre: int = 20) -> Iterator[int]:
    """Yield amounts in whole euros, as cents, whose product by a rate is a whole number and a half."""
    p, q = 2 * taux.numerator, 2 * taux.denominator
    # x·p/q = k + 1/2, in halves: 2·p·x ≡ q (mod 2·q).
    diviseur = gcd(p, q)
    if taux.denominator % diviseur:
        return
    periode = q // diviseur
    premier = taux.denominator // diviseur * pow(p // diviseur, -1, periode) % periode
    for k in range(nombre):
        yield (premier + k * k * periode) * 100


def _demis_des_baremes(annee: int) -> Iterator[int]:
    """Yield bases in whole euros, as cents, at which a rate read on a scale is halfway between two roundings."""
    pass_ = exact("pass_", annee)
    for nom in _parametres():
        bareme = exact(nom, annee)
        if not isinstance(bareme, Bareme):
            continue
        for k in range(1, len(bareme.seuils)):
            de, a = (bareme.seuils[i] * pass_ for i in (k - 1, k))
            hausse = (bareme.taux[k] - bareme.taux[k - 1]) * UNITES_DE_TAUX
            for pas in range(int(hausse)):
                assiette = de + (a - de) * (pas + Fraction(1, 2)) / hausse
                if assiette.denominator == 1:
                    yield int(assiette) * 100
