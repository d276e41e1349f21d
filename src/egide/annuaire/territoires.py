"""Communes, départements and the parts of France that the law tells apart."""

from __future__ import annotations

from egide.droit.commun.enumerations import Territoire
from egide.droit.commun.interlocuteurs import RessortPersonnel
from egide.moteur.erreurs import ErreurEgide

_METROPOLE = (*(f"{n:02d}" for n in (*range(1, 20), *range(21, 96))), "2A", "2B")

LONGUEUR_CODE = 5
"""Characters of the INSEE code of a commune."""

_OUTRE_MER = {
    "971": Territoire.DROM,
    "972": Territoire.DROM,
    "973": Territoire.DROM,
    "974": Territoire.DROM,
    "975": Territoire.COLLECTIVITE,
    "976": Territoire.MAYOTTE,
    # Saint-Barthélemy and Saint-Martin: collectivities, but contributions treat them as départements.
    "977": Territoire.DROM,
    "978": Territoire.DROM,
    "984": Territoire.AUTRE,
    "986": Territoire.AUTRE,
    "987": Territoire.AUTRE,
    "988": Territoire.AUTRE,
    "989": Territoire.AUTRE,
}

_RESSORTS = {
    **dict.fromkeys(("75", "77", "78", "91", "92", "93", "94", "95"), RessortPersonnel.ILE_DE_FRANCE),
    "48": RessortPersonnel.LOZERE,
    # The bodies of Guadeloupe are those of Saint-Martin (978) too.
    **dict.fromkeys(("971", "972", "973", "974", "978"), RessortPersonnel.DROM),
    "977": RessortPersonnel.SAINT_BARTHELEMY,
    "976": RessortPersonnel.MAYOTTE,
    "975": RessortPersonnel.SAINT_PIERRE_ET_MIQUELON,
    **dict.fromkeys(("984", "986", "987", "988", "989"), RessortPersonnel.HORS_CHAMP),
}

DEPARTEMENTS: frozenset[str] = frozenset((*_METROPOLE, *_OUTRE_MER))
"""Codes of the départements and of the territories overseas that have communes of their own code."""


class CommuneInvalide(ErreurEgide, ValueError):
    """A text that cannot be the INSEE code of a commune."""


def departement_de_commune(code: str) -> str:
    """Return the département of an INSEE code: "35" of "35238", "2A" of "2A004", "974" of "97411"."""
    departement = code[:3] if code[:2] in ("97", "98") else code[:2]
    # Corsican codes have a letter in second place; every other character of every code is a digit.
    chiffres = code.replace("A", "0", 1).replace("B", "0", 1) if departement in ("2A", "2B") else code
    if len(code) != LONGUEUR_CODE or not (chiffres.isascii() and chiffres.isdigit()) or departement not in DEPARTEMENTS:
        raise CommuneInvalide(f"« {code} » n'est pas un code INSEE de commune (5 caractères : 35238, 2A004, 97411)")
    return departement


def territoire_du_departement(departement: str) -> Territoire:
    """Return the territory of a département of DEPARTEMENTS."""
    return _OUTRE_MER.get(departement, Territoire.METROPOLE)


def ressort_du_departement(departement: str) -> RessortPersonnel:
    """Return the territory of a département of DEPARTEMENTS, as bodies tell them apart."""
    return _RESSORTS.get(departement, RessortPersonnel.METROPOLE)
