"""Contradictions of the way of paying and of the account: what cannot be, whatever the law says of the amounts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from egide.situation.fautes import Faute
from egide.situation.modele_activite import Activite
from egide.situation.modele_evenements import Compte

if TYPE_CHECKING:
    from egide.situation.modele import Situation


def incoherences_prelevement(activite: Activite, champ: str) -> Iterator[Faute]:
    """Yield the contradictions of the requests and of the instalments of an activity whose path is given."""
    ici = f"{champ}.prelevement"
    jours_changes: dict[int, date] = {}
    for rang, changement in enumerate(activite.prelevement.changements):
        if changement.le is None:
            yield Faute(f"{ici}.changements[{rang}].le", None, "la date de la demande manque ; attendu : AAAA-MM-JJ")
            continue
        yield from _avant_le_debut(f"{ici}.changements[{rang}].le", changement.le, activite.debut, "demande antérieure")
        if changement.jour is None:
            continue
        if (deja := jours_changes.get(changement.le.year)) is not None:
            message = (
                f"le jour de paiement ne change qu'une fois par année civile (CSS R. 613-2) : déjà demandé le {deja} ; "
                f"attendu : une date de {changement.le.year + 1}, ou rien"
            )
            yield Faute(f"{ici}.changements[{rang}].jour", changement.jour, message)
        jours_changes.setdefault(changement.le.year, changement.le)
    for rang, impaye in enumerate(activite.prelevement.impayes):
        yield from _avant_le_debut(f"{ici}.impayes[{rang}]", impaye, activite.debut, "échéance antérieure")


def incoherences_compte(situation: Situation) -> Iterator[Faute]:
    """Yield the payments made before any activity began."""
    debuts = [a.debut for a in situation.activites]
    premier = None if None in debuts else min((d for d in debuts if d), default=None)
    compte = situation.compte or Compte()
    for rang, versement in enumerate(compte.versements):
        yield from _avant_le_debut(f"compte.versements[{rang}].date", versement.date, premier, "paiement antérieur")


def _avant_le_debut(champ: str, jour: date | None, debut: date | None, quoi: str) -> Iterator[Faute]:
    if jour is not None and debut is not None and jour < debut:
        yield Faute(champ, jour, f"{quoi} au début de l'activité ({debut}) ; attendu : ce jour-là ou après")
