"""From the event of a situation to the facts of the engine."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from egide.droit.commun.enumerations import TypeActiviteMicro

if TYPE_CHECKING:
    from egide.situation.modele_evenements import Evenement

RECETTES_DU_TYPE = {
    TypeActiviteMicro.VENTES: "recettes_ventes",
    TypeActiviteMicro.PRESTATIONS_BIC: "recettes_prestations",
    TypeActiviteMicro.PRESTATIONS_BNC: "recettes_liberales",
    TypeActiviteMicro.CIPAV: "recettes_liberales",
    TypeActiviteMicro.MEUBLE_TOURISME_CLASSE: "recettes_meuble_tourisme_classe",
    TypeActiviteMicro.MEUBLE_TOURISME: "recettes_prestations",
}
"""Under which fact the turnover of each type of micro-business is read: that of its allowance."""


def faits_evenement(evenement: Evenement) -> dict[str, object]:
    """Return what an event tells; the length of a stop is known once it has an end."""
    return {
        "duree_arret": _jours(evenement.debut, evenement.fin),
        "hospitalisation": evenement.hospitalisation,
        "ald": evenement.ald,
        "temps_partiel_therapeutique": evenement.temps_partiel_therapeutique,
        "motif_arret": evenement.motif,
        "exception_carence": evenement.exception_carence,
        "assure_sans_interruption_depuis": evenement.assure_depuis,
        "revenu_de_remplacement": evenement.revenu_de_remplacement,
    }


def _jours(debut: date | None, fin: date | None) -> int | None:
    return None if debut is None or fin is None else (fin - debut).days + 1
