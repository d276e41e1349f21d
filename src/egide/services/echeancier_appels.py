"""What is called during a year to a self-employed person who is not a micro-entrepreneur, and on what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from egide.moteur.ecriture import ecrire
from egide.services.appels_annee import REGULARISATION, AppelsDeLAnnee
from egide.services.dates_declaration import declaration_connue
from egide.services.etalement import Montants, Poste
from egide.services.jours_ouvres import jour_ouvre
from egide.services.loi import PREMIERE_ANNEE
from egide.services.reponse import AVERTISSEMENT
from egide.services.revenus_connus import RevenusConnus, revenu_donne
from egide.situation import Situation

REMBOURSEMENT = "remboursement"
DEPUIS_2021 = (
    "Prise d'effet d'une déclaration quinze jours après elle : la règle était écrite jusqu'au 30 mai 2021 "
    "(CSS R. 131-5) ; depuis, le texte dit seulement que l'échéancier part dans les quinze jours (CSS R. 613-5)."
)
PARTS = (
    "Versements égaux : chacun est arrondi à l'euro inférieur et le dernier prend le reste, ce qu'aucun texte "
    "n'écrit ; un jour non ouvré reporte le prélèvement, non l'échéance."
)


@dataclass(frozen=True)
class Echeance:
    """One line of a schedule.

    Attributes:
        jour, nature, annee: when, what it is, and the year it is due for.
        natures: contribution → euros.
        base, articles: what it is computed on, what it rests on.
        impayee: it was not paid, and its amount is called again later.
    """

    jour: date
    nature: str
    annee: int
    natures: Montants
    base: str
    articles: tuple[str, ...]
    impayee: bool = False

    @property
    def montant(self) -> int:
        return sum(self.natures.values())

    def to_dict(self, au: date) -> dict[str, Any]:
        return {
            "date": self.jour.isoformat(),
            "date_prelevement": jour_ouvre(self.jour).isoformat(),
            "montant": self.montant,
            "nature": self.nature,
            "annee": self.annee,
            "natures": self.natures,
            "base": self.base,
            "articles": list(self.articles),
            "passee": self.jour < au,
            **({"impayee": True} if self.impayee else {}),
        }


@dataclass
class EcheancierAppels:
    """The calls of a year, as they stood on a day.

    Attributes:
        annee, au: the year asked for, and the day of knowledge.
        lignes: every line, in the order of the dates.
        caisse: yearly amount that a pension fund calls itself.
    """

    annee: int
    au: date
    lignes: list[Echeance] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    a_confirmer: list[str] = field(default_factory=list)
    caisse: float = 0.0
    limite: date | None = None
    limite_cessation: date | None = None

    @property
    def dues(self) -> list[Echeance]:
        """The lines that count: one called again later does not."""
        return [ligne for ligne in self.lignes if not ligne.impayee]

    @property
    def total(self) -> int:
        return sum(ligne.montant for ligne in self.dues)

    def serie(self) -> list[dict[str, Any]]:
        """Return what is called each day: one point a date, ready for a chart."""
        par_date: dict[date, dict[str, int]] = {}
        for ligne in self.dues:
            point = par_date.setdefault(ligne.jour, {})
            point[ligne.nature] = point.get(ligne.nature, 0) + ligne.montant
        cumul, points = 0, []
        for jour, natures in sorted(par_date.items()):
            cumul += sum(natures.values())
            points.append({"date": jour.isoformat(), "montant": sum(natures.values()), "cumul": cumul, **natures})
        return points

    def to_dict(self) -> dict[str, Any]:
        regularisations = [ligne.montant for ligne in self.dues if ligne.nature == REGULARISATION]
        articles = dict.fromkeys(a for ligne in self.lignes for a in ligne.articles)
        valeurs: dict[str, Any] = {
            "echeances": [ligne.to_dict(self.au) for ligne in self.lignes],
            "total": self.total,
            "montants_par_date": {point["date"]: point["montant"] for point in self.serie()},
        }
        valeurs["nombre_de_dates"] = len(valeurs["montants_par_date"])
        if regularisations:
            valeurs["regularisation"] = sum(regularisations)
        if self.caisse:
            valeurs["total_caisse_retraite"] = self.caisse
        if self.limite_cessation:
            valeurs["date_limite_cessation"] = self.limite_cessation.isoformat()
        if self.limite:
            valeurs["date_limite_declaration"] = self.limite.isoformat()
        return {
            "question": "echeancier",
            "annee": self.annee,
            "au": self.au.isoformat(),
            "valeurs": valeurs,
            "serie": self.serie(),
            "activites": [],
            "hypotheses": self.notes,
            "a_confirmer": self.a_confirmer,
            "references": [{"nom": "echeances", "articles": list(articles)}],
            "avertissement": AVERTISSEMENT,
        }


def echeancier_appels(
    situation: Situation, annee: int, au: date, *, extrapoler: bool, revenus: RevenusConnus | None = None
) -> EcheancierAppels:
    """Return the calls of a year as they stood on a day; see `echeancier`."""
    connus = revenus or RevenusConnus(situation, extrapoler)
    rendu = EcheancierAppels(annee, au)
    fin = connus.activite.fin
    if fin is None or fin.year >= annee:
        appels = AppelsDeLAnnee(connus, annee, au).derouler()
        _retenir(rendu, appels)
        rendu.caisse = appels.caisse
    if annee > PREMIERE_ANNEE and _deborde(connus, annee - 1):
        _retenir(rendu, AppelsDeLAnnee(connus, annee - 1, au).derouler())
    if revenu_donne(situation, annee - 1):
        rendu.limite = declaration_connue(situation, annee - 1).jour
    rendu.lignes.sort(key=lambda ligne: (ligne.jour, ligne.nature, ligne.annee))
    rendu.a_confirmer += [PARTS, DEPUIS_2021]
    if rendu.caisse:
        rendu.notes.append(
            "Ce qui suit est la part de l'Urssaf ; la caisse de retraite appelle elle-même ses cotisations, selon son "
            "propre calendrier (CSS R. 642-2)."
        )
    return rendu


def _deborde(revenus: RevenusConnus, annee: int) -> bool:
    """Tell whether the calls of a year go on in the next: an activity that ended in it."""
    fin = revenus.activite.fin
    return fin is not None and fin.year == annee


def _retenir(rendu: EcheancierAppels, appels: AppelsDeLAnnee) -> None:
    lignes = [*_lignes(appels.postes), *_lignes([p for suite in appels.impayees.values() for p in suite], impayee=True)]
    rendu.lignes += [ligne for ligne in lignes if ligne.jour.year == rendu.annee]
    rendu.limite_cessation = appels.limite_cessation or rendu.limite_cessation
    rendu.notes += [n for n in appels.notes if n not in rendu.notes]
    rendu.a_confirmer += [n for n in appels.a_confirmer if n not in rendu.a_confirmer]
    for poste in appels.a_reporter:
        reste = sum(poste.total.values()) - sum(poste.appele.values())
        rendu.notes.append(
            f"{ecrire(reste, '€')} ({poste.nature}, {poste.annee}) ne trouvent plus d'échéance dans l'année : les "
            "textes ne disent pas quand ils se paient ; l'Urssaf les appelle à part, ou accorde un plan d'apurement."
        )


def _lignes(postes: list[Poste], *, impayee: bool = False) -> Iterator[Echeance]:
    for poste in postes:
        for jour, montants in poste.plan.items():
            natures = {nom: m for nom, m in montants.items() if m}
            if natures:
                rendue = sum(natures.values()) < 0 and jour not in _dates_positives(postes)
                nature = REMBOURSEMENT if rendue else poste.nature
                yield Echeance(jour, nature, poste.annee, natures, poste.bases[jour], poste.articles, impayee)


def _dates_positives(postes: list[Poste]) -> set[date]:
    """Return the days on which something is left to pay once credits are set against it."""
    nets: dict[date, int] = {}
    for poste in postes:
        for jour, montants in poste.plan.items():
            nets[jour] = nets.get(jour, 0) + sum(montants.values())
    return {jour for jour, net in nets.items() if net >= 0}
