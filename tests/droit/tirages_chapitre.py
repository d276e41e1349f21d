"""Situations drawn over every category of the chapter, a column a fact.

A profile fixes what puts a person in a category; dates, incomes and particulars are drawn around what is delicate.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from egide.droit.commun.categories import NatureMontant
from egide.droit.commun.enumerations import (
    CategorieLiberale,
    Imposition,
    Nature,
    OptionConjoint,
    SecteurCovid,
    Statut,
    Territoire,
)
from egide.moteur.evaluation import evaluer
from egide.moteur.faits import Cle
from egide.moteur.periode import JOUR_MAX, JOUR_MIN, Periode, numero
from egide.moteur.regle import Categorie
from egide.services.loi import loi
from egide.situation import FAITS
from egide.situation.faits import MONTANTS_COVID

from .tirages import ECARTS, PREMIERE_ANNEE_ASSIETTE_UNIQUE, revenus_des_seuils

DEFINITIVES: Categorie = {NatureMontant: NatureMontant.DEFINITIVES}
LIGNES_PAR_PROFIL = 200
ANNEES_COVID = range(2020, 2023)
PREMIERE_ANNEE_MAYOTTE = 2025
PREMIERE_ANNEE_APRES_OPTION = 2020
DE_LONGUE_DATE, JAMAIS = float(numero(JOUR_MIN)), float(numero(JOUR_MAX))
ENTIERE, REVENU_BAS, REVENU_HAUT = 365, -2_000_000, 40_000_000

Hasard = np.random.Generator
Colonne = NDArray[np.float64]
Faits = Mapping[str, float]

_ACRE: Faits = {"acre": 1}
_ETRANGER: Faits = {"domicile_fiscal_etranger": 1}
_DROM: Faits = {"territoire": Territoire.DROM}
_MAYOTTE: Faits = {"territoire": Territoire.MAYOTTE}
_COVID: Faits = {"covid": 1}
_OPTION: Faits = {"option_taux_specifiques_rci": 1}
_MICRO: Faits = {"micro_fiscal": 1}
_IS: Faits = {"imposition": Imposition.IS, "statut": Statut.GERANT_MAJORITAIRE}
_SEUL, _SANS, _AVEC = ({"conjoint": k} for k in (1, 2, 3))
_ARTISAN, _COMMERCANT, _PLNR = ({"nature": float(n)} for n in (Nature.ARTISANALE, Nature.COMMERCIALE, Nature.LIBERALE))

PROFILS: dict[str, Faits] = {
    "année incomplète": _ARTISAN,
    "année incomplète, libéral": _PLNR,
    "acre": {**_COMMERCANT, **_ACRE},
    "acre, conjoint sans partage": {**_ARTISAN, **_ACRE, **_SANS},
    "acre, conjoint avec partage": {**_COMMERCANT, **_ACRE, **_AVEC},
    "acre, conjoint au forfait, étranger": {**_ARTISAN, **_ACRE, **_SEUL, **_ETRANGER},
    "invalidité": {**_ARTISAN, "invalide": 1},
    "invalidité, option, étranger": {**_PLNR, **_OPTION, **_ETRANGER, "invalide": 1},
    "conjoint au forfait": {**_COMMERCANT, **_SEUL},
    "conjoint sans partage": {**_COMMERCANT, **_SANS},
    "conjoint avec partage": {**_ARTISAN, **_AVEC},
    "option": {**_PLNR, **_OPTION},
    "étranger": {**_COMMERCANT, **_ETRANGER},
    "drom": {**_ARTISAN, **_DROM},
    "drom, conjoint avec partage": {**_COMMERCANT, **_DROM, **_AVEC},
    "drom, étranger": {**_PLNR, **_DROM, **_ETRANGER},
    "saint-pierre-et-miquelon": {**_ARTISAN, "territoire": Territoire.COLLECTIVITE},
    "zfu": {**_COMMERCANT, "zfu": 1},
    "covid": {**_ARTISAN, **_COVID},
    "covid, acre, conjoint avec partage": {**_COMMERCANT, **_COVID, **_ACRE, **_AVEC},
    "covid, drom": {**_ARTISAN, **_COVID, **_DROM},
    "covid, étranger": {**_COMMERCANT, **_COVID, **_ETRANGER},
    "mayotte": {**_ARTISAN, **_MAYOTTE},
    "mayotte, conjoint": {**_COMMERCANT, **_MAYOTTE, **_SEUL},
    "mayotte, micro-fiscal": {**_ARTISAN, **_MAYOTTE, **_MICRO},
    "micro-fiscal": {**_ARTISAN, **_MICRO},
    "is": {**_COMMERCANT, **_IS},
    "is, acre": {**_ARTISAN, **_IS, **_ACRE},
}
"""What each profile fixes. `conjoint` (1 flat base, 2 without share, 3 with), `invalide`, `zfu` and `covid` are not
facts: they say which facts to draw."""


@dataclass(frozen=True)
class TirageDuChapitre:
    """Rows drawn for one year: the profile of each, and a column of floats a fact."""

    annee: int
    profil: NDArray[np.str_]
    colonnes: dict[str, Colonne]

    def prendre(self, rangees: NDArray[np.bool_]) -> TirageDuChapitre:
        """Return some of the rows."""
        return TirageDuChapitre(self.annee, self.profil[rangees], {n: c[rangees] for n, c in self.colonnes.items()})

    def couvertes(self) -> TirageDuChapitre:
        """Return the rows that no rule refuses."""
        return self.prendre(np.array([not refusee(self.annee, faits) for faits in self.faits()]))

    def faits(self) -> list[dict[Cle, float]]:
        """Return each row as the facts of one person."""
        cles = [cle(nom, self.annee) for nom in self.colonnes]
        return [
            dict(zip(cles, rangee, strict=True))
            for rangee in zip(*(c.tolist() for c in self.colonnes.values()), strict=True)
        ]


def refusee(annee: int, faits: Mapping[Cle, Any]) -> bool:
    """Tell whether a rule of exclusion is true."""
    plan = loi().plan(loi().exclusions, DEFINITIVES, Periode.de_l_annee(annee), donnes=faits.keys())
    valeurs = evaluer(plan, faits).valeurs
    return any(valeurs[r] for r in plan.cibles.values())


def cle(nom: str, annee: int) -> Cle:
    fait = FAITS[nom]
    return nom, 0 if fait.entite == "activite" else None, annee if fait.par_annee else None


def profils(annee: int) -> list[str]:
    """Return the profiles that a year knows."""
    trop_tot = {"micro_fiscal", "imposition"} if annee < PREMIERE_ANNEE_ASSIETTE_UNIQUE else set()
    if annee not in ANNEES_COVID:
        trop_tot = {*trop_tot, "covid"}
    return [
        nom
        for nom, faits in PROFILS.items()
        if not trop_tot & set(faits)
        and (faits.get("territoire") != Territoire.MAYOTTE or annee >= PREMIERE_ANNEE_MAYOTTE)
    ]


def tirer_le_chapitre(annee: int, lignes_par_profil: int = LIGNES_PAR_PROFIL) -> TirageDuChapitre:
    """Draw the rows of a year, always the same."""
    hasard = np.random.default_rng(annee)
    noms = np.repeat(profils(annee), lignes_par_profil)
    hasard.shuffle(noms)
    n = len(noms)
    fixes = {nom for profil in PROFILS.values() for nom in profil}
    fixe = {nom: np.array([PROFILS[p].get(nom, np.nan) for p in noms], dtype=float) for nom in fixes}

    def voulu(nom: str, sinon: float = 0) -> Colonne:
        return np.where(np.isnan(fixe[nom]), sinon, fixe[nom])

    colonnes = {nom: voulu(nom) for nom in ("nature", "acre", "domicile_fiscal_etranger")}
    colonnes["territoire"] = voulu("territoire", Territoire.METROPOLE)
    colonnes["statut"] = voulu("statut", Statut.ENTREPRISE_INDIVIDUELLE)
    colonnes["option_taux_specifiques_rci"] = voulu("option_taux_specifiques_rci")
    colonnes["conjoint_collaborateur_option"] = _option_du_conjoint(hasard, voulu("conjoint"))
    debut = _debuts(hasard, annee, n)
    # Acre and overseas are about the first years: more rows in them.
    recents = (colonnes["acre"] + (colonnes["territoire"] != Territoire.METROPOLE)).astype(bool)
    autres = hasard.integers(_jour(annee - 3), _jour(annee + 1), n)
    debut = np.where(recents & (hasard.random(n) < 1 / 2), autres, debut)
    fin = _fins(hasard, annee, debut)
    colonnes |= {"debut": debut, "fin": fin, **_liberales(hasard, annee, colonnes["nature"])}
    invalidites = hasard.choice([_jour(annee), _jour(annee) + 31, _jour(annee - 5), *_jours(hasard, annee, 40)], n)
    colonnes["invalidite_depuis"] = np.where(voulu("invalide") > 0, invalidites, JAMAIS)
    zfu = hasard.integers(_jour(annee - 20), _jour(2015), n)
    colonnes["zfu_depuis"] = np.where(voulu("zfu") > 0, np.maximum(zfu, _jour(2002)), JAMAIS)
    colonnes["zfu_salaries"] = hasard.integers(0, 9, n).astype(float)
    for nom in ("rsa_ou_prime_activite", "saisonniere", "exoneration_age_invalidite_deces"):
        colonnes[nom] = (hasard.random(n) < 1 / 8).astype(float)
    part = np.clip(np.minimum(fin, _jour(annee + 1) - 1) - np.maximum(debut, _jour(annee)) + 1, 0, ENTIERE) / ENTIERE
    centimes = _centimes(hasard, annee, part)
    if annee in ANNEES_COVID:
        colonnes |= _covid(hasard, annee, voulu("covid"))
    colonnes |= _revenus(hasard, annee, centimes)
    if annee >= PREMIERE_ANNEE_ASSIETTE_UNIQUE:
        colonnes |= {"micro_fiscal": voulu("micro_fiscal"), "imposition": voulu("imposition", Imposition.IR)}
    return TirageDuChapitre(annee, noms, colonnes)


def _jour(annee: int, mois: int = 1, jour: int = 1) -> int:
    return numero(date(annee, mois, jour))


def _jours(hasard: Hasard, annee: int, nombre: int) -> list[int]:
    """Return days of a year, its delicate ones first."""
    delicats = [_jour(annee), _jour(annee) + 1, _jour(annee, 3, 1) - 1, _jour(annee, 3, 1), _jour(annee, 12, 31)]
    trois_mois = [_jour(annee, 12, 31) - 89 + k for k in (-1, 0, 1)]
    return [*delicats, *trois_mois, *hasard.integers(_jour(annee), _jour(annee + 1), nombre).tolist()]


def _debuts(hasard: Hasard, annee: int, n: int) -> Colonne:
    """Draw beginnings: of old, of the year, and of each of the three years before it."""
    tous = [_jours(hasard, an, 60) for an in (annee, annee - 1, annee - 2, annee - 3)]
    recents = hasard.choice([j for jours in tous for j in jours], n)
    return np.where(hasard.random(n) < 1 / 4, DE_LONGUE_DATE, recents).astype(float)


def _fins(hasard: Hasard, annee: int, debut: Colonne) -> Colonne:
    """Draw ends: most activities go on; some end in the year, on the day they began, or before it."""
    n = len(debut)
    dans_l_annee = np.maximum(hasard.choice(_jours(hasard, annee, 60), n), debut)
    fins = np.where(hasard.random(n) < 1 / 4, dans_l_annee, JAMAIS)
    finies = (hasard.random(n) < 1 / 100) & (debut < _jour(annee))
    return np.where(finies, np.maximum(_jour(annee) - 1, debut), fins).astype(float)


def _liberales(hasard: Hasard, annee: int, nature: Colonne) -> dict[str, Colonne]:
    """Draw sections: out of the list, or a profession that left it in 2019, with the option that brings it here."""
    n = len(nature)
    liberale = nature == Nature.LIBERALE
    # An option, open since 2019, counts from the next 1 January: whoever left the Cipav belongs here from 2020.
    sorties = liberale & (hasard.random(n) < 1 / 3) & (annee >= PREMIERE_ANNEE_APRES_OPTION)
    ouverts = _jour(2019), _jour(2024) - 1
    jours = [min(max(_jour(annee) - avant, ouverts[0]), ouverts[1]) for avant in (1, 30, 200, 365)]
    return {
        "categorie_liberale": np.where(sorties, CategorieLiberale.NON_REGLEMENTEE, CategorieLiberale.SANS_OBJET) * 1.0,
        "option_ssi": np.where(sorties, hasard.choice(jours, n), JAMAIS).astype(float),
    }


def _option_du_conjoint(hasard: Hasard, conjoint: Colonne) -> Colonne:
    """Draw the third or the half for a spouse whose base is a part of the income."""
    moitie = hasard.integers(0, 2, len(conjoint))
    sans = OptionConjoint.REVENU_SANS_PARTAGE_TIERS + moitie
    avec = OptionConjoint.REVENU_AVEC_PARTAGE_TIERS + moitie
    return np.select([conjoint == k for k in (1, 2, 3)], [OptionConjoint.FORFAIT, sans, avec], 0).astype(float)


def _covid(hasard: Hasard, annee: int, accordee: Colonne) -> dict[str, Colonne]:
    """Draw a sector and months: some make a sum beyond all that is due."""
    n = len(accordee)
    secteur = hasard.choice([int(s) for s in SecteurCovid], n) if annee == ANNEES_COVID[0] else np.zeros(n)
    mois = {f"mois_covid_{m}": np.where(accordee, hasard.choice([0, 0, 1, 2, 5, 9], n), 0) for m in MONTANTS_COVID}
    return {"secteur_covid": np.where(accordee, secteur, 0) * 1.0, **{nom: m * 1.0 for nom, m in mois.items()}}


def _centimes(hasard: Hasard, annee: int, part: Colonne) -> NDArray[np.int64]:
    """Draw incomes, in cents: thresholds as they are and in proportion of the days, and any amount."""
    n = len(part)
    seuils = np.array(sorted(revenus_des_seuils(annee)))
    entiers = hasard.choice(seuils, n)
    ramenes = np.round(entiers * part / 100).astype(np.int64) * 100 + hasard.choice(ECARTS, n)
    tires: tuple[NDArray[np.int64], ...] = (
        entiers,
        ramenes,
        np.round(hasard.lognormal(10, 1, n) * 100).astype(np.int64),
        hasard.integers(0, 60_000, n) * 100,
        hasard.integers(REVENU_BAS, REVENU_HAUT, n),
    )
    return np.choose(hasard.integers(0, len(tires), n), tires)


def _revenus(hasard: Hasard, annee: int, centimes: NDArray[np.int64]) -> dict[str, Colonne]:
    """Split incomes, in cents, into the facts of a year; every amount is a whole number of cents."""
    n = len(centimes)

    def parfois(chance: float) -> Colonne:
        montants = np.round(hasard.lognormal(8, 1.5, n) * 100) / 100
        return np.where(hasard.random(n) < chance, montants, 0.0)

    petits = ("revenus_remplacement", "revenus_etrangers", "revenus_debit_tabac")
    particuliers = {nom: parfois(1 / 5) for nom in petits}
    if annee < PREMIERE_ANNEE_ASSIETTE_UNIQUE:
        return {"revenu_professionnel": centimes / 100, **particuliers}
    charges = hasard.integers(0, 5_000_000, n) + np.maximum(-centimes, 0)
    capital = np.round(hasard.lognormal(8, 1.5, n) * 100) / 100
    # A share of the dividends is free: amounts just below, at and above it.
    dividendes = np.round((capital * 10 + hasard.choice(ECARTS, n)) / 10, 2) * hasard.integers(0, 2, n)
    return {
        "chiffre_affaires": (centimes + charges) / 100,
        "charges": charges / 100,
        "remuneration": np.maximum(centimes, 0) / 100,
        "dividendes_percus": dividendes,
        "capital_et_compte_courant": capital,
        "revenu_imposable": np.maximum(centimes, 0) / 100,
        **particuliers,
    }
