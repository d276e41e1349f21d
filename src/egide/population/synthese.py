"""A plausible population, drawn from published aggregates: for tests and demonstrations, no real person.

Figures and what is assumed: docs/population_synthetique.md. Lots of rows are drawn apart, each from the seed and its
own rank: more persons never change the first ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet
from numpy.typing import NDArray

from egide.moteur.periode import numero
from egide.population.manifeste import ecriture
from egide.services.loi import loi

LIGNES_PAR_LOT = 131_072
MOIS, JOURS_PAR_AN = 12, 365.25
TRIMESTRES = ("recettes__t1", "recettes__t2", "recettes__t3", "recettes__t4")
DES_SOIGNANTS = ("chiffre_affaires_n_1", "revenu_professionnel_n_2")
"""What the contributions of health professions are made of, besides the income of the year."""
OBSERVEE = 2022
"""Year of the aggregates of the Insee."""
PREMIER_DEBUT, DERNIER_DEBUT = date(1990, 1, 1), date(2024, 12, 31)
AGE_AU_DEBUT = 18
AGES = ((18, 30), (30, 45), (45, 60), (60, 75))
"""Bands of the Insee; the first and the last are open: their ends are assumed."""
CENTILES = (0.10, 0.25, 0.50, 0.75, 0.90, 0.99)
PLUS_HAUT = 1e-5
"""Share of the persons above the highest income drawn."""

PART_DES_MICRO = 0.49
"""Insee, Emploi et revenus des indépendants 2025: share of micro-entrepreneurs, end of 2022."""
AGES_DES_MICRO = (19.4, 40.2, 28.7, 11.7)
REVENUS_DES_MICRO = (520.0, 750.0, 700.0, 540.0)
"""The same: their bands of age, in percent, and the mean monthly income of each, in euros."""
MICRO_LIBERAUX = 0.34
"""Urssaf, end of 2022: share of the liberal activities."""
TYPES = {"ventes": "commerciale", "prestations_bic": "artisanale", "prestations_bnc": "liberale"}
METIERS_DES_TYPES = ("epicier", "coiffeur", "consultant")


@dataclass(frozen=True)
class Secteur:
    """A sector of the classical self-employed.

    Attributes:
        milliers: persons, in thousands.
        nuls: percentage of incomes that are nil or negative.
        revenus: monthly income at the `CENTILES`, nil ones apart, in euros.
        ages: percentage of each band of `AGES`.
        metiers: the professions drawn, with their nature and their weight.
    """

    milliers: float
    nuls: float
    revenus: tuple[float, ...]
    ages: tuple[float, ...]
    metiers: tuple[tuple[str, str, float], ...]


SECTEURS = (
    Secteur(66, 13.8, (440, 1140, 2480, 4510, 7760, 22020), (3.2, 27.6, 49.9, 19.2), (("couturier", "artisanale", 1),)),
    Secteur(235, 8.7, (800, 1610, 2560, 3880, 5940, 14800), (4.1, 37.6, 48.1, 10.3), (("carreleur", "artisanale", 1),)),
    Secteur(
        321,
        13.9,
        (460, 1170, 2400, 4380, 7630, 21770),
        (4.6, 30.0, 47.5, 17.9),
        (("epicier", "commerciale", 1), ("boulanger", "artisanale", 1)),
    ),
    Secteur(
        62,
        12.4,
        (500, 950, 1670, 2790, 4520, 13230),
        (6.2, 32.8, 45.0, 16.0),
        (("chauffeur_de_taxi", "artisanale", 1),),
    ),
    Secteur(
        394,
        13.4,
        (710, 1870, 3740, 6850, 12290, 39730),
        (4.2, 34.1, 44.1, 17.6),
        (("consultant", "liberale", 1), ("architecte", "liberale", 1), ("avocat", "liberale", 1)),
    ),
    Secteur(
        297,
        15.5,
        (350, 850, 1610, 2660, 4370, 12680),
        (5.6, 32.8, 45.6, 16.0),
        (("coiffeur", "artisanale", 1), ("cafetier_debitant_de_boissons", "commerciale", 1)),
    ),
    Secteur(
        474,
        2.5,
        (1460, 2550, 4050, 6940, 12080, 31070),
        (10.4, 42.0, 31.1, 16.4),
        (
            ("medecin", "liberale", 113_000),
            ("infirmier", "liberale", 99_099),
            ("masseur_kinesitherapeute", "liberale", 73_000),
            ("sage_femme", "liberale", 7_200),
        ),
    ),
)

SCHEMA = pa.schema(
    [
        (nom, pa.dictionary(pa.int8(), pa.string()))
        for nom in ("statut", "nature", "profession", "type_activite", "conventionne")
    ]
    + [("date_naissance", pa.date32()), ("debut", pa.date32())]
    + [(nom, pa.float64()) for nom in ("revenu_brut", *TRIMESTRES, *DES_SOIGNANTS)]
)
Rangs = NDArray[np.int64]


def synthetiser(combien: int, graine: int, sortie: Path) -> None:
    """Write a population as a Parquet file; the same number and seed give the same bytes.

    Raises:
        EcritureImpossible: a place where nothing can be written.
    """
    provisoire = sortie.with_name(f".{sortie.name}.tmp")
    with ecriture(sortie):
        try:
            with pa.parquet.ParquetWriter(provisoire, SCHEMA) as ecrivain:
                for rang, premiere in enumerate(range(0, combien, LIGNES_PAR_LOT)):
                    lot = tirer(graine, rang).slice(0, min(LIGNES_PAR_LOT, combien - premiere))
                    ecrivain.write_batch(lot)
            provisoire.replace(sortie)
        except OSError:
            provisoire.unlink(missing_ok=True)
            raise


def tirer(graine: int, rang: int) -> pa.RecordBatch:
    """Return one lot of persons."""
    hasard = np.random.default_rng([graine, rang])
    micro = hasard.random(LIGNES_PAR_LOT) < PART_DES_MICRO
    secteurs = _choisir(hasard, [s.milliers for s in SECTEURS])
    ages = np.empty(LIGNES_PAR_LOT, dtype=np.int64)
    revenus = np.empty(LIGNES_PAR_LOT)
    metiers = np.empty(LIGNES_PAR_LOT, dtype=np.int64)
    for rang_du_secteur, secteur in enumerate(SECTEURS):
        ici = secteurs == rang_du_secteur
        ages[ici] = _choisir(hasard, secteur.ages)[ici]
        revenus[ici] = _revenus(hasard, secteur)[ici]
        metiers[ici] = (_PREMIERS[rang_du_secteur] + _choisir(hasard, [poids for *_, poids in secteur.metiers]))[ici]
    ages = np.where(micro, _choisir(hasard, AGES_DES_MICRO), ages)
    types = _choisir(hasard, [(1 - MICRO_LIBERAUX) / 2, (1 - MICRO_LIBERAUX) / 2, MICRO_LIBERAUX])
    mensuels = hasard.exponential(np.array(REVENUS_DES_MICRO)[ages])
    recettes = np.round(mensuels * MOIS / (1 - _abattements()[types]) / len(TRIMESTRES))
    naissances, debuts = _jours(hasard, ages)
    pas_soignant = micro | (secteurs != len(SECTEURS) - 1)
    natures = np.where(micro, _NATURES_DES_TYPES[types], _NATURES_DES_METIERS[metiers])
    return pa.RecordBatch.from_arrays(
        [
            _mots(np.where(micro, 1, 0), ["entreprise_individuelle", "micro_entrepreneur"]),
            _mots(natures, list(_NATURES)),
            _mots(np.where(micro, _METIERS_DES_TYPES[types], metiers), _METIERS),
            _mots(types, list(TYPES), ~micro),
            _mots(types * 0, ["secteur_1"], pas_soignant),
            pa.array(naissances, pa.int32()).cast(pa.date32()),
            pa.array(debuts, pa.int32()).cast(pa.date32()),
            pa.array(revenus, mask=micro),
            *(pa.array(recettes, mask=~micro) for _ in TRIMESTRES),
            *(pa.array(revenus, mask=pas_soignant) for _ in DES_SOIGNANTS),
        ],
        schema=SCHEMA,
    )


_METIERS = [metier for secteur in SECTEURS for metier, *_ in secteur.metiers]
_PREMIERS = np.cumsum([0, *(len(secteur.metiers) for secteur in SECTEURS)])
_NATURES = ("artisanale", "commerciale", "liberale")
_NATURES_DES_METIERS = np.array([_NATURES.index(nature) for s in SECTEURS for _, nature, _ in s.metiers])
_NATURES_DES_TYPES = np.array([_NATURES.index(nature) for nature in TYPES.values()])
_METIERS_DES_TYPES = np.array([_METIERS.index(metier) for metier in METIERS_DES_TYPES])


def _choisir(hasard: np.random.Generator, poids: list[float] | tuple[float, ...]) -> Rangs:
    seuils = np.cumsum(poids) / np.sum(poids)
    return np.searchsorted(seuils, hasard.random(LIGNES_PAR_LOT), side="right").astype(np.int64)


def _revenus(hasard: np.random.Generator, secteur: Secteur) -> NDArray[np.float64]:
    """Return yearly incomes: straight lines between the points published; beyond the last, a tail as of Pareto."""
    parts = hasard.random(LIGNES_PAR_LOT)
    positifs = np.maximum(parts - secteur.nuls / 100, 0) / (1 - secteur.nuls / 100)
    mensuels = np.interp(positifs, (0.0, *CENTILES), (0.0, *secteur.revenus))
    haut, tres_haut = secteur.revenus[-2:]
    pente = np.log((1 - CENTILES[-2]) / (1 - CENTILES[-1])) / np.log(tres_haut / haut)
    queue = np.maximum(1 - positifs, PLUS_HAUT) / (1 - CENTILES[-1])
    return np.round(MOIS * np.where(positifs > CENTILES[-1], tres_haut * queue ** (-1 / pente), mensuels))


def _abattements() -> NDArray[np.float64]:
    """Return what the law takes off the turnover of each type, to go from the income published to the turnover."""
    jour = date(OBSERVEE, 1, 1)
    noms = [f"taux_abattement_social_{type_}" for type_ in TYPES]
    valeurs = [loi().parametres[nom].au(jour) for nom in noms]
    return np.array([float(valeur.flottant) for valeur in valeurs if valeur])


def _jours(hasard: np.random.Generator, ages: Rangs) -> tuple[Rangs, Rangs]:
    """Return birth dates, and first days of activity: any day since the age of eighteen or since 1990."""
    fin_de_l_annee = numero(date(OBSERVEE, 12, 31))
    bornes = np.array(AGES)[ages]
    vecus = hasard.uniform(bornes[:, 0], bornes[:, 1]) * JOURS_PAR_AN
    naissances = np.floor(fin_de_l_annee - vecus).astype(np.int64)
    premiers = np.maximum(naissances + int((AGE_AU_DEBUT + 1) * JOURS_PAR_AN), numero(PREMIER_DEBUT))
    debuts = premiers + hasard.random(LIGNES_PAR_LOT) * (numero(DERNIER_DEBUT) - premiers)
    return naissances, np.floor(debuts).astype(np.int64)


def _mots(rangs: Rangs, mots: list[str], vides: NDArray[np.bool_] | None = None) -> pa.DictionaryArray:
    return pa.DictionaryArray.from_arrays(pa.array(rangs.astype(np.int8), mask=vides), pa.array(mots))
