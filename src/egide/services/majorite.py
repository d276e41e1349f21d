"""Managers whose status rests on the shares of their college: the law of affiliation tells it before amounts are."""

from __future__ import annotations

from datetime import date

from egide.droit.commun.enumerations import Regime, Statut
from egide.moteur.erreurs import FaitsManquants
from egide.situation import Situation
from egide.situation.modele_activite import Activite


def etablir_la_majorite(situation: Situation, annee: int) -> tuple[Situation, list[str]]:
    """Return the situation with the status of each `gerant` told by the shares, and what is to be said of it.

    Raises:
        FaitsManquants: the shares are not given.
    """
    activites, notes = list(situation.activites), []
    for rang, activite in enumerate(activites):
        jour = min(activite.fin or date.max, date(annee, 12, 31))
        if activite.statut is not Statut.GERANT or jour < (activite.debut or date.min):
            continue
        statut = _statut(situation, activite, rang, jour)
        if statut is not None:
            activites[rang] = activite.model_copy(update={"statut": statut})
            ecrit = "majoritaire" if statut is Statut.GERANT_MAJORITAIRE else "minoritaire ou égalitaire"
            notes.append(f"activites[{rang}] : gérant {ecrit}, d'après les parts du collège (CSS L. 311-3, 11°).")
    return situation.model_copy(update={"activites": tuple(activites)}), notes


def _statut(situation: Situation, activite: Activite, rang: int, jour: date) -> Statut | None:
    """Return the status that the affiliation of a manager tells, None where they are not affiliated."""
    from egide.services.affiliations_du_jour import Affiliations  # opens the directory: only who needs it waits

    seule = situation.model_copy(update={"activites": (activite,)})
    try:
        regime = Affiliations(seule)(jour)[0].regime
    except FaitsManquants as erreur:
        raise FaitsManquants(str(erreur).replace("activites[0]", f"activites[{rang}]"), erreur.faits) from None
    if regime is Regime.REGIME_GENERAL_SALARIE:
        return Statut.GERANT_MINORITAIRE
    return Statut.GERANT_MAJORITAIRE if regime in (Regime.SSI, Regime.CNAVPL, Regime.CNBF) else None
