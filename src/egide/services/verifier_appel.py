"""A call received against the one computed: gap by gap, with what would explain it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from egide.droit.commun.enumerations import Periodicite
from egide.moteur.ecriture import ecrire
from egide.moteur.erreurs import ErreurEgide, FaitsManquants, HorsChamp
from egide.services.echeancier_appels import echeancier_appels
from egide.services.loi import verifier_annee
from egide.services.micro_dossier import est_micro
from egide.services.reponse import AVERTISSEMENT
from egide.situation import Situation, charger
from egide.situation.modele_activite import Activite, Exercice

ENSEMBLE = "ensemble"
PARTIES_DE_LA_CSG = ("csg_deductible", "csg_crds_non_deductible")
UN_EURO = 1
Natures = dict[str, float]


@dataclass(frozen=True)
class Ecart:
    """One line of a call: received, computed, and why they may differ."""

    jour: date
    nature: str
    recu: float
    calcule: float
    cause: str

    @property
    def ecart(self) -> float:
        return round(self.recu - self.calcule, 2)

    def to_dict(self) -> dict[str, Any]:
        return {
            "date": self.jour.isoformat(),
            "nature": self.nature,
            "recu": self.recu,
            "calcule": self.calcule,
            "ecart": self.ecart,
            "cause": self.cause,
        }


@dataclass
class Verification:
    """Every line of the calls received, against those computed."""

    ecarts: list[Ecart] = field(default_factory=list)
    conclusion: str = ""
    notes: list[str] = field(default_factory=list)
    a_confirmer: list[str] = field(default_factory=list)

    def to_dict(self) -> dict[str, Any]:
        return {
            "question": "verifier-appel",
            "valeurs": {
                "ecarts": [e.to_dict() for e in self.ecarts],
                "ecart_total": round(sum(e.ecart for e in self.ecarts), 2),
                "conforme": all(abs(e.ecart) <= UN_EURO for e in self.ecarts),
            },
            "conclusion": self.conclusion,
            "activites": [],
            "hypotheses": self.notes,
            "a_confirmer": self.a_confirmer,
            "references": [{"nom": "echeances", "articles": ["CSS L. 131-6-2", "CSS R. 613-2", "CSS R. 613-5"]}],
            "avertissement": AVERTISSEMENT,
        }


@dataclass(frozen=True)
class _Piste:
    """What the Urssaf may have taken instead of what was given."""

    cause: str
    situation: Situation


def verifier_appel(situation: Situation | Mapping[str, Any] | str, *, extrapoler: bool = False) -> Verification:
    """Compare the calls of `compte.echeances` with those that the situation gives, on the day of each.

    Raises:
        FaitsManquants: no call is given, or the incomes that it rests on are not.
        HorsChamp: a micro-entrepreneur, who is called nothing.
    """
    lue = charger(situation)
    if lue.compte is None or not lue.compte.echeances:
        raise FaitsManquants("Il manque compte.echeances : l'appel reçu, avec sa date, et le montant de chaque nature.")
    rendu = Verification()
    par_cause: dict[str, float] = {}
    for rang, recue in enumerate(lue.compte.echeances):
        if recue.date is None or (recue.montant is None and not recue.natures):
            raise FaitsManquants(f"Il manque compte.echeances[{rang}].{'montant' if recue.date else 'date'}.")
        verifier_annee(recue.date.year, extrapoler=extrapoler)
        if est_micro(lue, recue.date.year):
            motif = "Vérifier un appel : un micro-entrepreneur n'en reçoit pas, il déclare et paie lui-même."
            raise HorsChamp([("hors_champ_verifier_appel", motif)])
        recues = _grouper(recue.natures) if recue.natures else {ENSEMBLE: float(recue.montant or 0)}
        calculees = _appelees(lue, recue.date, extrapoler=extrapoler)
        if not calculees:
            rendu.notes.append(
                f"Aucune échéance n'est calculée le {recue.date:%d/%m/%Y} : vérifier le jour et la périodicité."
            )
        pistes = [(p.cause, _essayer(p.situation, recue.date, extrapoler=extrapoler)) for p in _pistes(lue, recue.date)]
        for ecart in _comparer(recue.date, recues, calculees, pistes):
            rendu.ecarts.append(ecart)
            if ecart.ecart:
                par_cause[ecart.cause] = par_cause.get(ecart.cause, 0) + abs(ecart.ecart)
    rendu.conclusion = _conclusion(rendu, par_cause)
    rendu.notes.append("Une cause est dite probable quand, supposée, elle redonne le montant reçu à un euro près.")
    return rendu


def _grouper(natures: Mapping[str, float]) -> Natures:
    groupees: Natures = {}
    for nom, montant in natures.items():
        ou = "csg_crds" if nom in PARTIES_DE_LA_CSG else nom
        groupees[ou] = groupees.get(ou, 0.0) + float(montant)
    return groupees


def _appelees(situation: Situation, le: date, *, extrapoler: bool) -> Natures:
    """Return what is called on a day, by contribution, as known that day."""
    calcule = echeancier_appels(situation, le.year, le, extrapoler=extrapoler)
    natures: Natures = {}
    for ligne in calcule.dues:
        if ligne.jour == le:
            for nom, montant in ligne.natures.items():
                natures[nom] = natures.get(nom, 0.0) + montant
    return natures


def _essayer(situation: Situation, le: date, *, extrapoler: bool) -> Natures | None:
    try:
        return _appelees(situation, le, extrapoler=extrapoler)
    except ErreurEgide:
        return None


def _comparer(
    le: date, recues: Natures, calculees: Natures, pistes: list[tuple[str, Natures | None]]
) -> Iterator[Ecart]:
    if set(recues) == {ENSEMBLE}:
        calculees = {ENSEMBLE: sum(calculees.values())}
        pistes = [(cause, None if n is None else {ENSEMBLE: sum(n.values())}) for cause, n in pistes]
    # A cause that explains more of the lines is more likely for each of them.
    pistes = sorted(pistes, key=lambda p: -_lignes_expliquees(recues, p[1]))
    for nature in dict.fromkeys([*recues, *calculees]):
        recu, calcule = recues.get(nature, 0.0), calculees.get(nature, 0.0)
        yield Ecart(le, nature, recu, calcule, _cause(nature, recu, calcule, pistes))


def _lignes_expliquees(recues: Natures, essai: Natures | None) -> int:
    return 0 if essai is None else sum(abs(montant - essai.get(nom, 0.0)) <= UN_EURO for nom, montant in recues.items())


def _cause(nature: str, recu: float, calcule: float, pistes: list[tuple[str, Natures | None]]) -> str:
    ecart = abs(recu - calcule)
    if not ecart:
        return ""
    if ecart <= UN_EURO:
        return "arrondi"
    for cause, essai in pistes:
        if essai is not None and abs(recu - essai.get(nature, 0.0)) <= UN_EURO:
            return cause
    return "non expliqué"


def _pistes(situation: Situation, le: date) -> Iterator[_Piste]:
    """Yield what may have been taken instead."""
    annee = le.year
    activite = situation.activites[0]
    acre = not activite.acre
    yield _Piste("Acre appliquée" if acre else "Acre non appliquée", _avec(situation, lambda a: {"acre": acre}))
    yield _Piste(
        f"revenu de {annee - 1} non pris en compte", _avec(situation, _declare(annee - 1, date(annee, 12, 31)))
    )
    yield _Piste(f"revenu de {annee - 1} pris dès janvier", _avec(situation, _declare(annee - 1, date(annee, 1, 1))))
    minimum = not situation.personne.rsa_ou_prime_activite
    personne = situation.personne.model_copy(update={"rsa_ou_prime_activite": minimum})
    quoi = "assiettes minimales non appliquées" if minimum else "assiettes minimales appliquées"
    yield _Piste(quoi, situation.model_copy(update={"personne": personne}))
    if any(e.revenu_estime is not None for e in activite.exercices.values()):
        yield _Piste("revenu estimé non pris en compte", _avec(situation, _sans_estimation))
    for periodicite in Periodicite:
        if periodicite is not (activite.prelevement.periodicite or Periodicite.MENSUELLE):
            autre = activite.prelevement.model_copy(update={"periodicite": periodicite, "changements": ()})
            mot = "trimestre" if periodicite is Periodicite.TRIMESTRIELLE else "mois"
            yield _Piste(f"paiement par {mot}", _avec(situation, lambda a, p=autre: {"prelevement": p}))  # type: ignore[misc]
    estime = activite.exercices.get(annee)
    if estime is not None and estime.revenu_estime is None:
        yield _Piste(f"revenu de {annee} pris comme estimation", _avec(situation, _estime(annee)))


def _avec(situation: Situation, changer: Callable[[Activite], Mapping[str, Any]]) -> Situation:
    activites = tuple(a.model_copy(update=dict(changer(a))) for a in situation.activites)
    return situation.model_copy(update={"activites": activites})


def _declare(annee: int, le: date) -> Callable[[Activite], Mapping[str, Any]]:
    def changer(activite: Activite) -> Mapping[str, Any]:
        exercice = activite.exercices.get(annee)
        if exercice is None:
            return {}
        declare = exercice.model_copy(update={"declare_le": le})
        return {"exercices": {**activite.exercices, annee: declare}}

    return changer


def _sans_estimation(activite: Activite) -> Mapping[str, Any]:
    sans = {"revenu_estime": None, "revenu_estime_le": None}
    return {"exercices": {an: e.model_copy(update=sans) for an, e in activite.exercices.items()}}


def _estime(annee: int) -> Callable[[Activite], Mapping[str, Any]]:
    def changer(activite: Activite) -> Mapping[str, Any]:
        exercice = activite.exercices.get(annee)
        if exercice is None:
            return {}
        estimation = exercice.model_copy(update={"revenu_estime": _revenu(exercice)})
        return {"exercices": {**activite.exercices, annee: estimation}}

    return changer


def _revenu(exercice: Exercice) -> float | None:
    return exercice.revenu_professionnel if exercice.revenu_professionnel is not None else exercice.revenu_brut


def _conclusion(rendu: Verification, par_cause: Mapping[str, float]) -> str:
    total = round(sum(e.ecart for e in rendu.ecarts), 2)
    if all(abs(e.ecart) <= UN_EURO for e in rendu.ecarts):
        return "L'appel reçu est celui que donne la situation, à un euro près par ligne."
    expliquees = {cause: m for cause, m in par_cause.items() if cause not in ("arrondi", "non expliqué")}
    sens = "de plus" if total > 0 else "de moins"
    debut = f"L'appel reçu demande {ecrire(abs(total), '€')} {sens} que le calcul."
    if not expliquees:
        return f"{debut} Aucune des causes essayées ne l'explique : demander le détail à l'Urssaf."
    return f"{debut} Cause la plus probable : {max(expliquees, key=lambda cause: expliquees[cause])}."
