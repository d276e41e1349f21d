"""What is to be declared and paid during a year, and when: the micro-social here, the calls in `echeancier_appels`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from egide.moteur.periode import lire_jour
from egide.services.loi import PREMIERE_ANNEE, derniere_verification, verifier_annee
from egide.services.micro import CIBLES_MICRO, Lecteur, avertissements_de
from egide.services.micro_avertissements import Avertissement
from egide.services.micro_dossier import DossierMicro, est_micro
from egide.services.reponse import AVERTISSEMENT
from egide.situation import Situation, charger

if TYPE_CHECKING:
    from egide.services.echeancier_appels import EcheancierAppels

ARTICLES = ("CSS L. 613-7", "CSS R. 613-7", "CSS R. 613-8", "CSS R. 613-12")


@dataclass
class Echeancier:
    """The declarations to file and pay in a year.

    Attributes:
        annee, au: the year asked for, and the day of knowledge.
        declarations: each declaration, its dates, turnover, lines and amount.
        avertissements: what is to be watched that year.
        notes: what was supposed, in sentences.
    """

    annee: int
    au: date
    declarations: list[dict[str, Any]] = field(default_factory=list)
    avertissements: list[Avertissement] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def echeances(self) -> list[dict[str, Any]]:
        return [
            {
                "date": d["date_limite"],
                "montant": d["montant"],
                "nature": "micro_social",
                "annee": int(d["au"][:4]),
                "periode": d["periode"],
                "passee": d["date_limite"] < self.au.isoformat(),
                **({"a_declarer": True} if d["au"] >= self.au.isoformat() else {}),
                **({"manquante": True} if d.get("manquante") else {}),
            }
            for d in self.declarations
        ]

    def to_dict(self) -> dict[str, Any]:
        return {
            "question": "echeancier",
            "annee": self.annee,
            "au": self.au.isoformat(),
            "valeurs": {"echeances": self.echeances, "total": sum(d["montant"] for d in self.declarations)},
            "declarations": self.declarations,
            "avertissements": [a.to_dict() for a in self.avertissements],
            "activites": [],
            "hypotheses": self.notes,
            "a_confirmer": [],
            "references": [{"nom": "echeances", "articles": list(ARTICLES)}],
            "avertissement": AVERTISSEMENT,
        }


def echeancier(
    situation: Situation | Mapping[str, Any] | str,
    *,
    annee: int | None = None,
    au: date | str | None = None,
    extrapoler: bool = False,
) -> Echeancier | EcheancierAppels:
    """Return what a person has to pay during a year, as it was known on a day.

    Args:
        situation: a `Situation`, its document as a dict, or the path of its file.
        annee: year of the due dates; the last one verified by default.
        au: day of knowledge; the last one verified by default.
        extrapoler: carry the figures beyond the last day they were checked.

    Raises:
        FaitsManquants: the income that the calls rest on is not given.
        HorsChamp: a situation that is not covered, whose reason is told.
    """
    annee = derniere_verification().year if annee is None else annee
    verifier_annee(annee, extrapoler=extrapoler)
    lue = charger(situation)
    annees = [a for a in (annee - 1, annee) if a >= PREMIERE_ANNEE and est_micro(lue, a)]
    jour = derniere_verification() if au is None else lire_jour(au)
    if not annees:
        from egide.services.echeancier_appels import echeancier_appels

        return echeancier_appels(lue, annee, jour, extrapoler=extrapoler)
    rendu = Echeancier(annee, jour)
    par_periode: dict[tuple[str, str], dict[str, Any]] = {}
    for an in annees:
        dossier = DossierMicro.de(lue, an, extrapoler=extrapoler, au=jour)
        evaluation = dossier.evaluer(CIBLES_MICRO)
        for declaration in Lecteur(dossier, evaluation).declarations():
            _ajouter(par_periode, declaration)
        if an == annee:
            rendu.notes, rendu.avertissements = dossier.notes, avertissements_de(dossier)
            rendu.notes += [
                f"activites[{k}] cotise sur son revenu : ses appels ne sont pas ici." for k in dossier.autres
            ]
    dues = [d for d in par_periode.values() if d["date_limite"][:4] == str(annee)]
    rendu.declarations = sorted(dues, key=lambda d: d["date_limite"])
    return rendu


def _ajouter(par_periode: dict[tuple[str, str], dict[str, Any]], declaration: dict[str, Any]) -> None:
    """Keep a declaration, or add to it the months that it covers in another year."""
    cle = declaration["du"], declaration["au"]
    declaration.pop("mois_d_une_autre_annee", None)
    if (connue := par_periode.get(cle)) is None:
        par_periode[cle] = declaration
        return
    for type_, montant in declaration["chiffre_affaires"].items():
        connue["chiffre_affaires"][type_] = connue["chiffre_affaires"].get(type_, 0.0) + montant
    connue["lignes"] += declaration["lignes"]
    connue["montant"] += declaration["montant"]
