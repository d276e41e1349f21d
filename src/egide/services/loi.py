"""The law, loaded once, and the years it covers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from pkgutil import iter_modules

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
from egide.moteur.graphe import Legislation, nom_demande
from egide.moteur.parametres import Parametres, charger
from egide.moteur.periode import JOUR_MAX
from egide.moteur.regle import Regle, nom_d_axe, regles_du_paquet
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
LOIS_A_PART = (("sante", "invalidite_deces"), ("sante", "maternite"), ("soins",), ("solidarite",))
"""Packages of `egide.droit` that are laws of their own: what is owed does not wait for them to be loaded."""
FAITS_PROPRES = ("recouvrement", "c3s", "retraite")
"""Packages that are laws of their own with facts of their own, which their services read."""
A_PART = (*(nom for chapitres in LOIS_A_PART for nom in chapitres), *FAITS_PROPRES)


@cache
def loi() -> Legislation:
    """Return the law of affiliation, of interlocutors and of contributions, with every figure and every fact."""
    chapitres = [m.name for m in iter_modules(egide.droit.__path__) if m.name not in A_PART]
    return Legislation(regles_de(chapitres), chiffres(), FAITS)


@cache
def loi_de(*chapitres: str) -> Legislation:
    """Return the law of some packages of `egide.droit` alone, with every figure and every fact."""
    return Legislation(regles_de(chapitres), chiffres(), FAITS)


def loi_des(cibles: Iterable[str]) -> Legislation:
    """Return the law in which some targets are rules: the main one, or one of those apart."""
    demandees = [nom for nom in map(nom_demande, cibles) if nom not in FAITS or nom in loi().regles]
    if not all(nom in loi().regles for nom in demandees):
        for chapitres in LOIS_A_PART:
            if all(nom in loi_de(*chapitres).regles for nom in demandees):
                return loi_de(*chapitres)
    return loi()


def regles_de(chapitres: Iterable[str]) -> list[Regle]:
    """Return the rules of some packages of `egide.droit`."""
    return [r for nom in chapitres for r in regles_du_paquet(import_module(f"{egide.droit.__name__}.{nom}"))]


@cache
def chiffres() -> Parametres:
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
