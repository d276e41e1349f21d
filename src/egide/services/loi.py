"""The law, loaded once, and the years it covers."""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path

import egide.droit
from egide.droit.commun.categories import (
    AideCovid,
    Assiette,
    Caisse,
    Conjoint,
    DomicileFiscal,
    Exoneration,
    Groupe,
    OptionRci,
    Praticien,
)
from egide.droit.commun.enumerations import Imposition
from egide.moteur.erreurs import HorsPlage
from egide.moteur.graphe import Legislation
from egide.moteur.parametres import Parametres, charger
from egide.moteur.periode import JOUR_MAX
from egide.moteur.regle import nom_d_axe, regles_du_paquet
from egide.situation import FAITS

PREMIERE_ANNEE = 2018
"""The self-employed joined the régime général on 2018-01-01."""

AXES = (
    Groupe,
    Caisse,
    Praticien,
    Imposition,
    Assiette,
    DomicileFiscal,
    Exoneration,
    Conjoint,
    OptionRci,
    AideCovid,
)
"""What tells apart the persons of this chapter; the nature of the amounts is asked, not read from the facts."""
NOMS_DES_AXES = tuple(nom_d_axe(axe) for axe in AXES)


CHAPITRES_A_PART = ("egide.droit.retraite",)
"""Chapters that no contribution needs: each is a law of its own, loaded by the service that asks for it."""


@cache
def loi() -> Legislation:
    """Return the law: every rule of `egide.droit` but the chapters apart, every figure, every fact."""
    return Legislation(regles_du_paquet(egide.droit, sauf=CHAPITRES_A_PART), tous_les_parametres(), FAITS)


@cache
def tous_les_parametres() -> Parametres:
    """Return every figure of `egide/parametres`."""
    return charger(Path(str(files("egide") / "parametres")))


@cache
def premier_jour_couvert() -> date:
    """Return the first day on which affiliation is known: the eve of the reform."""
    return min(regle.depuis for regle in loi().regles["fondement"])


@cache
def derniere_verification() -> date:
    """Return the last day on which every figure still in force was checked."""
    dernieres = (p.valeurs[-1] for p in loi().parametres.values())
    return min(v.verifie_le for v in dernieres if v.jusqu_au == JOUR_MAX)


def verifier_annee(annee: int, *, extrapoler: bool = False) -> None:
    """Refuse a year outside the range covered (`HorsPlage`, with the range)."""
    derniere = derniere_verification()
    if annee < PREMIERE_ANNEE or (annee > derniere.year and not extrapoler):
        au_dela = " Une extrapolation doit être demandée (--extrapoler)." if annee > derniere.year else ""
        raise HorsPlage(
            f"annee : {annee} n'est pas couverte ; attendu : une année de {PREMIERE_ANNEE} à {derniere.year} "
            f"(chiffres vérifiés jusqu'au {derniere}).{au_dela}"
        )
