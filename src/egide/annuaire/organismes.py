"""What every body of the directory has, and the answer when there is none."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from egide.annuaire.communes import Commune
from egide.annuaire.departements import Departement, departement
from egide.annuaire.lecture import Marque, lire
from egide.moteur.erreurs import ErreurEgide


class Genre(StrEnum):
    """Kinds of bodies, in the words of the answers."""

    CPAM = "cpam"
    CGSS = "cgss"
    CCSS = "ccss"
    CPS = "cps"
    CSS_MAYOTTE = "css_mayotte"
    CARSAT = "carsat"
    CNAV = "cnav"
    URSSAF = "urssaf"
    CAISSE_RSI = "caisse_rsi"
    AGENCE_SSI = "agence_ssi"


_EN_CLAIR = {
    "cpam": "caisse primaire d'assurance maladie",
    "carsat": "caisse de retraite",
    "urssaf": "Urssaf",
    "caisse_rsi": "caisse du RSI",
    "agence_ssi": "agence de la Sécurité sociale des indépendants",
}


class SansOrganisme(ErreurEgide, LookupError):
    """A département where, or a day when, the directory knows no body of that kind: the message says why.

    Attributes:
        motif: the reason, in French.
        marque: what the reason rests on.
    """

    def __init__(self, reseau: str, lieu: Departement, motif: str, marque: Marque, source: str) -> None:
        self.reseau = reseau
        self.departement = lieu.code
        self.motif = motif
        self.marque = marque
        self.source = source
        super().__init__(f"{lieu.nom} ({lieu.code}) : aucune {_EN_CLAIR[reseau]} ; {motif}")


def departement_de(lieu: Commune | Departement | str) -> Departement:
    """Return the département of a place: a commune, a département, its code or its name."""
    if isinstance(lieu, Departement):
        return lieu
    return departement(lieu.departement if isinstance(lieu, Commune) else lieu)


def sans_organisme(reseau: str, lieu: Departement) -> SansOrganisme:
    """Return the error that says why a département has no body of a network."""
    for ligne in lire("absences"):
        if lieu.code in ligne["departements"].split() and reseau in ligne["reseaux"].split():
            return SansOrganisme(reseau, lieu, ligne["motif"], Marque(ligne["marque"]), ligne["source"])
    return SansOrganisme(reseau, lieu, "non établi dans l'annuaire", Marque("Open"), "")


def hors_periode(reseau: str, lieu: Departement, le: date, motif: str) -> SansOrganisme:
    """Return the error for a day that the directory does not cover."""
    return SansOrganisme(reseau, lieu, f"au {le:%d/%m/%Y}, {motif}", Marque("Open"), "")
