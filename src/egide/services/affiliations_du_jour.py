"""What the chapter on affiliation says of each activity on a day, as the question of the interlocutors reads it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from egide.droit.commun.enumerations import CategorieLiberale, Regime, TitreAssurance
from egide.services.dossier_affiliation import VALEURS, DossierAffiliation
from egide.services.loi import derniere_verification, loi
from egide.situation import Situation


@dataclass(frozen=True, slots=True)
class Affiliation:
    """What is read of an activity on a day.

    Attributes:
        effet: first day in the old-age section, None where it is not known.
    """

    regime: Regime
    section: CategorieLiberale = CategorieLiberale.SANS_OBJET
    titre: TitreAssurance = TitreAssurance.OBLIGATOIRE
    effet: date | None = None


Affiliations = Callable[[date], Sequence[Affiliation]]
"""From a day to the affiliation of each activity of the situation."""


def affiliations_de(situation: Situation) -> Affiliations:
    """Return how a situation is affiliated day by day; each day is computed once."""
    dossier = DossierAffiliation(loi(), situation, derniere_verification(), VALEURS)
    connues: dict[date, list[Affiliation]] = {}

    def du_jour(jour: date) -> list[Affiliation]:
        if jour not in connues:
            connues[jour] = [
                Affiliation(Regime(d.regime), CategorieLiberale(d.section), TitreAssurance(d.titre), d.effet)
                for d in dossier.decisions(jour)
            ]
        return connues[jour]

    return du_jour
