"""Choosing a date: the pension for each month of departure, from the earliest one to the age of 70."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from math import ceil
from typing import Any

from egide.moteur.mecanismes import jour_apres_mois
from egide.moteur.periode import jour, numero
from egide.moteur.suites import mois_revolus, premier_du_mois_atteint
from egide.services.carriere import carriere_de
from egide.services.retraite import calculer, date_par_defaut, exiger
from egide.situation import Situation, charger

AGE_DERNIER = 70 * 12
"""Months of age of the last departure compared."""


@dataclass(frozen=True)
class Depart:
    """A month of departure.

    Attributes:
        date: date of effect.
        age: complete months of age.
        base, complementaire: gross pensions of a month.
        trimestres_manquants, trimestres_de_surcote: what moves the rate.
        equilibre: months of pension after which having waited is worth it, against the first departure; None where
            it never is, and for the first one.
    """

    date: date
    age: int
    base: float
    complementaire: float
    trimestres_manquants: int
    trimestres_de_surcote: int
    equilibre: int | None = None

    @property
    def total(self) -> float:
        """Both pensions of a month."""
        return round(self.base + self.complementaire, 2)

    def to_dict(self) -> dict[str, Any]:
        return {
            "date": self.date.isoformat(),
            "age": self.age,
            "pension_base_mensuelle": self.base,
            "pension_rci_mensuelle": self.complementaire,
            "total_mensuel": self.total,
            "trimestres_manquants": self.trimestres_manquants,
            "trimestres_de_surcote": self.trimestres_de_surcote,
            "mois_pour_rattraper": self.equilibre,
        }


def departs(situation: Situation | Mapping[str, Any] | str) -> list[Depart]:
    """Return each possible month of departure, soonest first; see `retraite` for what is refused."""
    lue = charger(situation)
    carriere, _ = carriere_de(lue)
    exiger(lue, carriere)
    naissance = lue.personne.date_naissance
    assert naissance is not None
    dernier = jour(premier_du_mois_atteint(jour_apres_mois(numero(naissance), AGE_DERNIER)))
    effet, trouves = date_par_defaut(lue), list[Depart]()
    while effet <= dernier:
        valeurs = calculer(lue, carriere, effet, []).valeurs
        depart = Depart(
            effet,
            int(mois_revolus(numero(naissance), numero(effet))),
            valeurs["pension_base_mensuelle"],
            valeurs.get("pension_rci_mensuelle", 0.0),
            int(valeurs["trimestres_manquants"]),
            int(valeurs["trimestres_de_surcote"]),
        )
        trouves.append(_compare(depart, trouves[0]) if trouves else depart)
        effet = jour(jour_apres_mois(numero(effet), 1))
    return trouves


def _compare(depart: Depart, premier: Depart) -> Depart:
    """Return a departure with the months of pension that make up for those not received by waiting."""
    gain = depart.total - premier.total
    if gain <= 0:
        return depart
    perdu = premier.total * mois_revolus(numero(premier.date), numero(depart.date))
    return replace(depart, equilibre=ceil(perdu / gain))
