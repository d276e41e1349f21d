"""The calls of the next two years if the incomes forecast come true, and what to set aside each month."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from math import ceil
from typing import Any

from egide.moteur.erreurs import FaitsManquants, HorsChamp
from egide.moteur.periode import lire_jour
from egide.services.echeancier_appels import echeancier_appels
from egide.services.loi import derniere_verification
from egide.services.micro_dossier import est_micro
from egide.services.reponse import AVERTISSEMENT
from egide.services.revenus_connus import RevenusConnus, revenu_donne
from egide.situation import Situation, charger

DUREE = 24
TOUT_CONNU = date(9999, 12, 31)


@dataclass
class Prevision:
    """The next months: what is called, what is set aside, what is left.

    Attributes:
        au: the day on which one stands.
        mise_de_cote: the sum that, set aside each month, covers every call on its day.
        mois: for each month, what is called, set aside, in reserve after paying, and what its income will cost.
    """

    au: date
    mise_de_cote: int = 0
    mois: list[dict[str, Any]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    a_confirmer: list[str] = field(default_factory=list)

    def to_dict(self) -> dict[str, Any]:
        return {
            "question": "prevision",
            "au": self.au.isoformat(),
            "valeurs": {
                "mise_de_cote_mensuelle": self.mise_de_cote,
                "total_appele": sum(m["appele"] for m in self.mois),
                "mois": self.mois,
            },
            "activites": [],
            "hypotheses": self.notes,
            "a_confirmer": self.a_confirmer,
            "references": [{"nom": "echeances", "articles": ["CSS L. 131-6-2", "CSS R. 613-2", "CSS R. 613-5"]}],
            "avertissement": AVERTISSEMENT,
        }


def prevision(situation: Situation | Mapping[str, Any] | str, *, au: date | str | None = None) -> Prevision:
    """Return the calls of the twenty-four months that follow a day, every income given being known when it will be.

    Figures beyond the last day they were checked are carried on, and the answer says so.

    Raises:
        FaitsManquants: the income of this year or of the next one is not forecast.
        HorsChamp: a micro-entrepreneur, who pays on what was cashed.
    """
    lue = charger(situation)
    jour = derniere_verification() if au is None else lire_jour(au)
    if est_micro(lue, jour.year):
        motif = "Prévision : un micro-entrepreneur paie sur ce qu'il vient d'encaisser, il n'y a pas de régularisation."
        raise HorsChamp([("hors_champ_prevision", motif)])
    for annee in (jour.year, jour.year + 1):
        if not revenu_donne(lue, annee):
            raise FaitsManquants(
                f"Il manque le revenu prévu de {annee} : l'écrire dans activites[0].exercices.{annee}.revenu_brut."
            )
    revenus = RevenusConnus(lue, extrapoler=True)
    rendu = Prevision(jour)
    appels: dict[tuple[int, int], int] = {}
    for annee in range(jour.year, jour.year + 3):
        calcule = echeancier_appels(lue, annee, TOUT_CONNU, extrapoler=True, revenus=revenus)
        for ligne in calcule.dues:
            if ligne.jour > jour:
                cle = (ligne.jour.year, ligne.jour.month)
                appels[cle] = appels.get(cle, 0) + ligne.montant
        rendu.notes += [n for n in calcule.notes if n not in rendu.notes]
        rendu.a_confirmer += [n for n in calcule.a_confirmer if n not in rendu.a_confirmer]
    _repartir(rendu, appels, revenus)
    rendu.notes.append(
        f"Chiffres prolongés au-delà du {derniere_verification():%d/%m/%Y}, et revenus supposés ceux qui sont prévus."
    )
    return rendu


def _mois_suivants(jour: date) -> Iterator[tuple[int, int]]:
    for rang in range(1, DUREE + 1):
        ecart, mois = divmod(jour.month - 1 + rang, 12)
        yield jour.year + ecart, mois + 1


def _repartir(rendu: Prevision, appels: Mapping[tuple[int, int], int], revenus: RevenusConnus) -> None:
    cumul, besoins = 0, [0]
    mois = list(_mois_suivants(rendu.au))
    for rang, cle in enumerate(mois, start=1):
        cumul += appels.get(cle, 0)
        besoins.append(ceil(cumul / rang))
    rendu.mise_de_cote = max(besoins)
    reserve = 0
    for annee, numero in mois:
        appele = appels.get((annee, numero), 0)
        reserve += rendu.mise_de_cote - appele
        cout = revenus.definitif(annee) if revenu_donne(revenus.situation, annee) else None
        rendu.mois.append(
            {
                "mois": f"{annee}-{numero:02d}",
                "appele": appele,
                "mise_de_cote": rendu.mise_de_cote,
                "reserve": reserve,
                **({} if cout is None else {"cout_du_revenu_du_mois": round((cout.total + cout.formation) / 12, 2)}),
            }
        )
