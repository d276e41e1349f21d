"""The families of situations: one function each, which yields facts without end. A new fact is a row in a dialect."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from pairs_dialectes import LA_REUNION, MAYOTTE
from pairs_seuils import PREMIERE_ANNEE_ASSIETTE_UNIQUE, REVENU_MAXIMAL, seuils

NATURES = ("artisanale", "commerciale", "liberale")
OPTIONS_DU_CONJOINT = (
    "forfait",
    "revenu_sans_partage_tiers",
    "revenu_sans_partage_moitie",
    "revenu_avec_partage_tiers",
    "revenu_avec_partage_moitie",
)
ANNEE_SANS_APPELS = 2022
"""The calls of 2022 were made on the rates of 2021: no model has kept them."""
PREMIERE_ANNEE_DES_LIBERALES = 2019
"""A liberal profession begun before, and not regulated, is not of this chapter unless it opted for it."""
Faits = dict[str, Any]
Famille = Callable[[int, Random], Iterator[Faits]]


def nom_du_revenu(annee: int) -> str:
    return "revenu_brut" if annee >= PREMIERE_ANNEE_ASSIETTE_UNIQUE else "revenu_professionnel"


def _montant(annee: int, hasard: Random, part: float = 1, maximum: int = 80_000) -> int:
    """Return an income: one in two at a threshold, reduced to the part of the year that is worked."""
    if hasard.random() < 1 / 2:
        seuil = hasard.choice(sorted(s for s in seuils(annee) if s <= maximum * 2))
        return round(seuil * part) + hasard.choice((-1, 0, 1))
    return round(hasard.randint(0, hasard.choice((maximum // 4, maximum, maximum * 3))) * part)


def _revenu(annee: int, hasard: Random, part: float = 1) -> Faits:
    return {nom_du_revenu(annee): _montant(annee, hasard, part), "nature": hasard.choice(NATURES)}


def _jour(hasard: Random, premier: date, dernier: date) -> date:
    """Return a day between two, often the first of a month."""
    jour = premier + timedelta(hasard.randint(0, (dernier - premier).days))
    return max(jour.replace(day=1), premier) if hasard.random() < 1 / 2 else jour


# --- Common situations --------------------------------------------------------------------------------------------
def tout_revenu(annee: int, hasard: Random) -> Iterator[Faits]:
    """Incomes spread over the whole range."""
    while True:
        yield {nom_du_revenu(annee): hasard.randint(0, REVENU_MAXIMAL), "nature": hasard.choice(NATURES)}


def revenu_courant(annee: int, hasard: Random) -> Iterator[Faits]:
    """Incomes of most people."""
    while True:
        yield {nom_du_revenu(annee): hasard.randint(0, 60_000), "nature": hasard.choice(NATURES)}


def rsa(annee: int, hasard: Random) -> Iterator[Faits]:
    """Small incomes of people on RSA or prime d'activité: no minimum base."""
    while True:
        revenu = hasard.randint(0, 25_000)
        yield {nom_du_revenu(annee): revenu, "nature": hasard.choice(NATURES), "rsa": True}


def saisonniere(annee: int, hasard: Random) -> Iterator[Faits]:
    """Seasonal activities carried on besides another: no minimum base."""
    while True:
        revenu = hasard.randint(0, 30_000)
        yield {nom_du_revenu(annee): revenu, "nature": hasard.choice(NATURES), "saisonniere": True}


def deficit(annee: int, hasard: Random) -> Iterator[Faits]:
    """Losses, small ones among them: contributions may exceed them."""
    while True:
        yield {
            nom_du_revenu(annee): -hasard.choice((1, hasard.randint(0, 2_000), hasard.randint(0, 30_000))),
            "nature": hasard.choice(NATURES),
        }


# --- The rest of the chapter --------------------------------------------------------------------------------------
def conjoint(annee: int, hasard: Random) -> Iterator[Faits]:
    """A collaborating spouse, under the five options."""
    while True:
        yield _revenu(annee, hasard) | {"conjoint_collaborateur": hasard.choice(OPTIONS_DU_CONJOINT)}


def conjoint_sans_minimum(annee: int, hasard: Random) -> Iterator[Faits]:
    """A collaborating spouse of someone who has no minimum base."""
    for faits in conjoint(annee, hasard):
        revenu = {nom_du_revenu(annee): hasard.randint(0, 25_000)}
        yield faits | revenu | {hasard.choice(("rsa", "saisonniere")): True}


def acre(annee: int, hasard: Random) -> Iterator[Faits]:
    """Acre in the first civil year."""
    for debut, part in _debuts(annee, hasard):
        yield _revenu(annee, hasard, part) | {"acre": True, "debut": debut}


def acre_seconde_annee(annee: int, hasard: Random) -> Iterator[Faits]:
    """Acre in the second civil year, for what is left of the twelve months."""
    for debut, _ in _debuts(annee - 1, hasard):
        yield _revenu(annee, hasard) | {"acre": True, "debut": debut}


def acre_et_conjoint(annee: int, hasard: Random) -> Iterator[Faits]:
    """Acre, with a collaborating spouse."""
    for faits in acre(annee, hasard):
        yield faits | {"conjoint_collaborateur": hasard.choice(OPTIONS_DU_CONJOINT)}


def acre_et_autre(annee: int, hasard: Random) -> Iterator[Faits]:
    """Acre, with a fiscal residence abroad or without minimum base."""
    for faits in acre(annee, hasard):
        yield faits | {hasard.choice(("etranger", "rsa", "saisonniere")): True}


def premiere_annee(annee: int, hasard: Random) -> Iterator[Faits]:
    """A start during the year."""
    for debut, part in _debuts(annee, hasard):
        yield _revenu(annee, hasard, part) | {"debut": debut}


def derniere_annee(annee: int, hasard: Random) -> Iterator[Faits]:
    """An end during the year, at times in the very year of the start."""
    for debut, _ in _debuts(annee, hasard):
        if debut > f"{annee}-12-30":
            continue
        fin = _jour(hasard, date.fromisoformat(debut), date(annee, 12, 31 - isleap(annee)))
        creation = debut if hasard.random() < 1 / 3 else "2019-01-01"
        premier = max(date.fromisoformat(creation), date(annee, 1, 1))
        part = ((fin - premier).days + 1) / 365
        yield _revenu(annee, hasard, part) | {"debut": creation, "fin": str(fin)}


def annee_incomplete_et_autre(annee: int, hasard: Random) -> Iterator[Faits]:
    """A start during the year, with another singularity."""
    for faits in premiere_annee(annee, hasard):
        autres: tuple[Faits, ...] = ({"rsa": True}, {"saisonniere": True}, {"etranger": True})
        autres += tuple({"conjoint_collaborateur": option} for option in OPTIONS_DU_CONJOINT)
        yield faits | hasard.choice(autres)


def invalidite(annee: int, hasard: Random) -> Iterator[Faits]:
    """An invalidity pension, all the year or from the first day of a month."""
    while True:
        mois = hasard.choice((12, hasard.randint(1, 12)))
        avec: Faits = {"conjoint_collaborateur": hasard.choice(OPTIONS_DU_CONJOINT)} if hasard.random() < 1 / 4 else {}
        yield _revenu(annee, hasard) | {"invalidite": mois} | avec


def etranger(annee: int, hasard: Random) -> Iterator[Faits]:
    """A fiscal residence abroad."""
    while True:
        avec: Faits = {"rsa": True} if hasard.random() < 1 / 4 else {}
        yield _revenu(annee, hasard) | {"etranger": True} | avec


def remplacement(annee: int, hasard: Random) -> Iterator[Faits]:
    """Replacement income, foreign income, or both."""
    while True:
        montants = {
            "revenus_remplacement": hasard.randint(1, 15_000),
            "revenus_etrangers": hasard.randint(-15_000 if annee >= PREMIERE_ANNEE_ASSIETTE_UNIQUE else 1, 30_000),
        }
        gardes = hasard.choice((("revenus_remplacement",), ("revenus_etrangers",), tuple(montants)))
        yield _revenu(annee, hasard) | {nom: montants[nom] for nom in gardes}


def taux_specifiques(annee: int, hasard: Random) -> Iterator[Faits]:
    """The rates of complementary pension that some liberal professions opted for."""
    while True:
        avec: Faits = {"conjoint_collaborateur": hasard.choice(OPTIONS_DU_CONJOINT)} if hasard.random() < 1 / 3 else {}
        yield _revenu(annee, hasard) | {"nature": "liberale", "option_taux_specifiques_rci": True} | avec


def micro_fiscal(annee: int, hasard: Random) -> Iterator[Faits]:
    """Profits under the fiscal scheme of small businesses, outside the social one; they have a base of their own."""
    while annee >= PREMIERE_ANNEE_ASSIETTE_UNIQUE:
        avec: Faits = {"revenus_remplacement": hasard.randint(1, 15_000)} if hasard.random() < 1 / 4 else {}
        yield {"revenu_imposable": _montant(annee, hasard), "nature": hasard.choice(NATURES)} | avec


def societe(annee: int, hasard: Random) -> Iterator[Faits]:
    """Companies liable to corporation tax: pay, and dividends above a tenth of the capital."""
    while True:
        faits: Faits = {"nature": hasard.choice(("artisanale", "commerciale")), "imposition": "is"}
        if annee < PREMIERE_ANNEE_ASSIETTE_UNIQUE:
            yield faits | {"revenu_professionnel": _montant(annee, hasard)}
        else:
            capital, dividendes = hasard.randint(0, 200_000), hasard.choice((0, hasard.randint(0, 60_000)))
            montants = {"capital_et_compte_courant": capital, "dividendes_percus": dividendes}
            yield faits | {"remuneration": max(_montant(annee, hasard), 0)} | montants


def debit_de_tabac(annee: int, hasard: Random) -> Iterator[Faits]:
    """Tobacconists, whose discounts leave the bases of pensions."""
    while True:
        avec: Faits = {"conjoint_collaborateur": hasard.choice(OPTIONS_DU_CONJOINT)} if hasard.random() < 1 / 3 else {}
        yield (
            _revenu(annee, hasard) | {"nature": "commerciale", "revenus_debit_tabac": hasard.randint(1, 40_000)} | avec
        )


def dispense_par_l_age(annee: int, hasard: Random) -> Iterator[Faits]:
    """Old exemptions from the contribution for invalidity and death."""
    while True:
        yield _revenu(annee, hasard) | {"nature": hasard.choice(NATURES[:2]), "debut": "2012-01-01", "age": True}


def drom(annee: int, hasard: Random) -> Iterator[Faits]:
    """Overseas départements, at each stage of their exemptions, which exclude the Acre."""
    while True:
        debut = _jour(hasard, date(annee - hasard.randint(0, 5), 1, 1), date(annee, 12, 1))
        avec: Faits = {"nature": "artisanale"} if debut.year < PREMIERE_ANNEE_DES_LIBERALES else {}
        yield _revenu(annee, hasard) | {"commune": LA_REUNION, "debut": str(debut)} | avec


def mayotte(annee: int, hasard: Random) -> Iterator[Faits]:
    """Mayotte, where the Urssaf collects since 2025."""
    while annee >= PREMIERE_ANNEE_ASSIETTE_UNIQUE:
        debut = _jour(hasard, date(annee - hasard.randint(0, 4), 1, 1), date(annee, 12, 1))
        avec: Faits = {"conjoint_collaborateur": "forfait"} if hasard.random() < 1 / 4 else {}
        avec |= {"rsa": True} if hasard.random() < 1 / 4 else {}
        yield _revenu(annee, hasard) | {"commune": MAYOTTE, "debut": str(debut)} | avec


def appels_premiere_annee(annee: int, hasard: Random) -> Iterator[Faits]:
    """The flat calls of the first civil year."""
    for debut, _ in _debuts(annee, hasard):
        if annee == ANNEE_SANS_APPELS:
            return
        yield {"nature": hasard.choice(NATURES), "debut": debut, "appels": "premiere"} | _en_debut(hasard)


def appels_seconde_annee(annee: int, hasard: Random) -> Iterator[Faits]:
    """The flat calls of the second civil year."""
    for debut, _ in _debuts(annee - 1, hasard):
        if annee == ANNEE_SANS_APPELS:
            return
        yield {"nature": hasard.choice(NATURES), "debut": debut, "appels": "seconde"} | _en_debut(hasard)


def appels_etablis(annee: int, hasard: Random) -> Iterator[Faits]:
    """The calls of later years, on the income of the year before."""
    while annee != ANNEE_SANS_APPELS:
        nom = nom_du_revenu(annee - 1)
        montant = _montant(annee if nom == nom_du_revenu(annee) else annee - 1, hasard)
        yield {nom: montant, "nature": hasard.choice(NATURES), "appels": "etabli"}


def _en_debut(hasard: Random) -> Faits:
    tirage: tuple[Faits, ...] = ({}, {}, {"acre": True}, {"rsa": True}, {"etranger": True})
    tirage += tuple({"conjoint_collaborateur": option} for option in OPTIONS_DU_CONJOINT[:2])
    return hasard.choice(tirage)


def _debuts(annee: int, hasard: Random) -> Iterator[tuple[str, float]]:
    """Yield a first day of activity in a year, and the part of the year that is left.

    Not the first day of a leap year, of which they count 366 days out of 365 (R. 613-17 has no ceiling above one).
    """
    while True:
        debut = _jour(hasard, date(annee, 1, 1), date(annee, 12, 31))
        if isleap(annee) and debut == date(annee, 1, 1):
            continue
        yield str(debut), ((date(annee, 12, 31) - debut).days + 1) / 365


COURANTES: tuple[Famille, ...] = (
    tout_revenu,
    revenu_courant,
    tout_revenu,
    revenu_courant,
    rsa,
    saisonniere,
    deficit,
)
"""The families of a common situation, in turn: one that is here twice is drawn twice as often."""
DU_CHAPITRE: tuple[Famille, ...] = (
    conjoint,
    conjoint_sans_minimum,
    acre,
    acre_seconde_annee,
    acre_et_conjoint,
    acre_et_autre,
    premiere_annee,
    derniere_annee,
    annee_incomplete_et_autre,
    invalidite,
    etranger,
    remplacement,
    taux_specifiques,
    micro_fiscal,
    societe,
    debit_de_tabac,
    dispense_par_l_age,
    drom,
    mayotte,
    appels_premiere_annee,
    appels_seconde_annee,
    appels_etablis,
)
"""The families of the rest of the chapter, each drawn as often as another."""
