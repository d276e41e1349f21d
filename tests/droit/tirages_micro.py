"""Micro-entrepreneurs drawn where the law is delicate: every type, trade and reduction, starts around the cliffs."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from egide.droit.commun.enumerations import Inscription, Nature, ReseauConsulaire, Territoire, TypeActiviteMicro
from egide.moteur.faits import Cle
from egide.moteur.periode import numero
from egide.services.loi import loi

TYPES = tuple(TypeActiviteMicro)
NATURES = (Nature.ARTISANALE, Nature.COMMERCIALE, Nature.LIBERALE, Nature.LOCATION_MEUBLEE)
DEBUTS = (
    *(date(2018, 3, 31), date(2018, 4, 1), date(2019, 3, 31), date(2019, 4, 1), date(2019, 12, 31)),
    *(date(2020, 1, 1), date(2020, 4, 1), date(2026, 6, 30), date(2026, 7, 1), date(2012, 5, 2)),
)
"""The days around which the Acre changes, and a day long past."""
TERRITOIRES = (int(Territoire.METROPOLE), int(Territoire.DROM), int(Territoire.MAYOTTE))
TRIMESTRES = (3, 6, 9, 12)
LIGNES_PAR_ANNEE = 250


def seuils(annee: int) -> list[Fraction]:
    """Return the amounts in euros, of the year, at which something of the chapter changes."""
    jour = date(annee, 1, 1)
    montants = []
    for parametre in loi().parametres.values():
        ailleurs = parametre.fichier.startswith("professions_liberales/")
        if ailleurs or parametre.unite != "€/an" or jour < parametre.valeurs[0].depuis:
            continue
        valeur = parametre.au(jour)
        if valeur is not None and "bareme" not in valeur.brut:
            montants.append(Fraction(valeur.exact))
    return montants


def centimes(annee: int) -> NDArray[np.int64]:
    """Return amounts of a quarter, in cents: ordinary ones, thresholds and their quarters, exact halves of rates."""
    hasard = np.random.default_rng(annee)
    bornes = [round(s * 100 / d) + e for s in seuils(annee) for d in (1, 4) for e in (-100, -1, 0, 1, 100)]
    demis = [
        round(Fraction(2 * k + 1, 2) / taux * 100)
        for k in range(20)
        for taux in (Fraction(128, 1000), Fraction(22, 100))
    ]
    tires = np.round(hasard.lognormal(8.5, 1.3, 2 * LIGNES_PAR_ANNEE) * 100).astype(np.int64)
    return np.concatenate([tires, np.array([0, 1, *bornes, *demis], dtype=np.int64)])


def tirer(annee: int) -> dict[Cle, NDArray[Any]]:
    """Draw the rows of a year, always the same: facts by key, turnover in cents."""
    hasard, montants = np.random.default_rng(annee + 7), centimes(annee)
    lignes = LIGNES_PAR_ANNEE
    debuts = [d for d in DEBUTS if d.year <= annee] + [
        date(annee, 2, 3),
        date(annee - 1, 11, 20),
        date(annee - 2, 8, 10),
    ]
    faits: dict[Cle, NDArray[Any]] = {
        ("type_activite", 0, None): hasard.choice([int(t) for t in TYPES], lignes),
        ("nature", 0, None): hasard.choice([int(n) for n in NATURES], lignes),
        ("debut", 0, None): hasard.choice([numero(d) for d in debuts], lignes),
        ("acre", 0, None): (hasard.random(lignes) < 1 / 2).astype(np.int64),
        ("territoire", 0, None): hasard.choice(TERRITOIRES, lignes, p=[0.6, 0.25, 0.15]),
        ("reseau_consulaire", 0, None): hasard.choice([int(r) for r in ReseauConsulaire], lignes),
        ("inscription", 0, None): hasard.choice([int(i) for i in Inscription], lignes),
        ("saisonniere", 0, None): (hasard.random(lignes) < 1 / 5).astype(np.int64),
        ("option_versement_liberatoire", 0, None): (hasard.random(lignes) < 1 / 3).astype(np.int64),
        ("declaration_manquante", 0, annee * 100 + 12): (hasard.random(lignes) < 1 / 6).astype(np.int64),
        ("taxation_d_office", 0, None): (hasard.random(lignes) < 1 / 2).astype(np.int64),
    }
    for an in (annee, annee - 1, annee - 2):
        for mois in TRIMESTRES if an == annee else TRIMESTRES[-1:]:
            faits["recettes", 0, an * 100 + mois] = hasard.choice(montants, lignes)
    return faits
