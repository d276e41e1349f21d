"""What the chapter on affiliation says of each activity on a day, as the question of the interlocutors reads it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from egide.droit.commun.enumerations import CategorieLiberale, Regime, TitreAssurance
from egide.services.dossier_affiliation import VALEURS, Decision, DossierAffiliation, lendemain, noms_en
from egide.services.loi import derniere_verification, loi, premier_jour_couvert
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


class Affiliations:
    """From a day to the affiliation of each activity of a situation; each day is computed once."""

    def __init__(self, situation: Situation) -> None:
        self.situation = situation
        self._dossier = DossierAffiliation(loi(), situation, derniere_verification(), VALEURS)
        self._connues: dict[date, list[Affiliation]] = {}
        self._dernieres: dict[int, Affiliation] = {}

    def __call__(self, jour: date) -> Sequence[Affiliation]:
        if jour not in self._connues:
            self._connues[jour] = [_affiliation(d) for d in self._dossier.decisions(jour)]
        return self._connues[jour]

    def derniere(self, rang: int) -> Affiliation:
        """Return how an activity that has ended was affiliated; before the reform, by the law of its eve."""
        if rang not in self._dernieres:
            activite = self.situation.activites[rang]
            jour = max(activite.fin or premier_jour_couvert(), premier_jour_couvert())
            faits = dict(self._dossier.faits_de(rang, jour))
            faits.pop(("fin", 0, None), None)
            self._dernieres[rang] = _affiliation(self._dossier.decider(rang, faits, jour, VALEURS))
        return self._dernieres[rang]

    def changements(self, jour: date) -> Iterator[date]:
        """Yield the days on which the affiliation of an activity is to change, as they are known on a day."""
        cibles = (*VALEURS, *noms_en(loi(), "evenement_"))
        for rang in range(len(self.situation.activites)):
            decision = self._dossier.decider(rang, self._dossier.faits_de(rang, jour), jour, cibles)
            for evenement, _ in decision.jours("evenement_"):
                yield from (evenement, lendemain(evenement))


def _affiliation(decision: Decision) -> Affiliation:
    return Affiliation(
        Regime(decision.regime), CategorieLiberale(decision.section), TitreAssurance(decision.titre), decision.effet
    )
