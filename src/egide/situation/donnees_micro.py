"""From an activity to the facts of the micro-social, its turnover apart: who knows the declarations places it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egide.droit.commun.enumerations import ReseauConsulaire

if TYPE_CHECKING:
    from egide.situation.modele_activite import Activite

_RESEAUX = {"67": ReseauConsulaire.ALSACE, "68": ReseauConsulaire.ALSACE, "57": ReseauConsulaire.MOSELLE}

SANS_TVA = ("973", "976", "977", "978")
"""Where there is no VAT: Guyane and Mayotte (CGI 294), Saint-Barthélemy and Saint-Martin, with taxes of their own."""


def faits_micro(activite: Activite, departement: str | None) -> dict[str, object]:
    """Return what is read of an activity of a micro-entrepreneur, turnover apart."""
    micro = activite.micro
    return {
        "type_activite": micro.type_activite,
        "periodicite": micro.periodicite,
        "option_versement_liberatoire": micro.versement_liberatoire,
        "tva_en_vigueur": None if departement is None else departement not in SANS_TVA,
        "reseau_consulaire": None if departement is None else _RESEAUX.get(departement, ReseauConsulaire.DROIT_COMMUN),
    }
