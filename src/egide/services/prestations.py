"""What a person is entitled to when something happens: sick leave, birth, adoption, invalidity, death."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

from egide.droit.commun.enumerations import TypeEvenement
from egide.moteur.erreurs import FaitsManquants
from egide.services.reponse_prestations import ReponsePrestations
from egide.situation import Situation, charger

MODULES = {
    TypeEvenement.ARRET_MALADIE: "egide.services.arret_maladie",
    TypeEvenement.MATERNITE: "egide.services.maternite",
    TypeEvenement.PATERNITE: "egide.services.maternite",
    TypeEvenement.ADOPTION: "egide.services.maternite",
    TypeEvenement.INVALIDITE: "egide.services.invalidite_deces",
    TypeEvenement.DECES: "egide.services.invalidite_deces",
}
"""Who answers for an event: a module whose function `repondre(situation, extrapoler=…)` gives the answer; only that
of the event asked about is imported."""


def prestations(situation: Situation | Mapping[str, Any] | str, *, extrapoler: bool = False) -> ReponsePrestations:
    """Return the rights that `evenement` opens: conditions, amounts, the calendar of days, what to do.

    Args:
        situation: a `Situation`, its document as a dict, or the path of its file.
        extrapoler: answer beyond the known law, carried over; the answer says so.

    Raises:
        SituationInvalide: the document has faults.
        HorsPlage: the event is outside the range covered.
        FaitsManquants: a fact is needed; the message says where to write it.
        HorsChamp: the situation is not covered; the message says whom to turn to.
    """
    lue = charger(situation)
    if lue.evenement is None or lue.evenement.type is None:
        raise FaitsManquants(
            "Il manque evenement.type (nature de l'événement) ; attendu : arret_maladie, maternite, paternite, "
            "adoption, invalidite ou deces.",
            ("type",),
        )
    if not lue.activites:
        raise FaitsManquants("activites : aucune activité n'est décrite ; attendu : au moins une.", ("activites",))
    repondre: Callable[..., ReponsePrestations] = import_module(MODULES[lue.evenement.type]).repondre
    return repondre(lue, extrapoler=extrapoler)
