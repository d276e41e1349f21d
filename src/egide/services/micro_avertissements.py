"""What a micro-entrepreneur has to watch: ceilings and thresholds, and the day they are reached at the present pace."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from egide.droit.commun.categories import ReductionMicro
from egide.droit.commun.enumerations import TypeActiviteMicro
from egide.moteur.ecriture import ecrire
from egide.moteur.evaluation import Evaluation
from egide.services.loi import loi
from egide.services.micro_dossier import DossierMicro
from egide.services.micro_periodes import fin_de_mois

JOURS_D_UN_AN = 366
REFORME_TVA = 2025
"""First year from which the franchise ends on the very day its upper threshold is passed (CGI 293 B)."""
DERNIERE_ANNEE_TVA_OUTRE_MER = 2022
"""Last year in which Guadeloupe, Martinique and La Réunion had thresholds of their own (L. 2021-1900 art. 33)."""
_LOGEMENT_ET_VENTES = (TypeActiviteMicro.VENTES, TypeActiviteMicro.MEUBLE_TOURISME_CLASSE)


@dataclass(frozen=True, slots=True)
class Avertissement:
    """One thing to watch.

    Attributes:
        sujet: plafond, tva, compte_dedie, versement_liberatoire, radiation, option.
        texte: what happens and what follows.
        le: the day it happens, or would at the present pace.
        prevu: True where the day is an extrapolation of the present pace.
        articles: the articles it rests on.
    """

    sujet: str
    texte: str
    le: date | None
    prevu: bool
    articles: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        return {
            "sujet": self.sujet,
            "texte": self.texte,
            "date": self.le.isoformat() if self.le else None,
            "prevu": self.prevu,
            "articles": list(self.articles),
        }


@dataclass(frozen=True, slots=True)
class _Rythme:
    """Turnover cashed since January: the steps, the first day, the last day known, and whether the year is over."""

    cumuls: tuple[tuple[date, float], ...]
    depuis: date
    connu: date
    finie: bool

    @property
    def total(self) -> float:
        return self.cumuls[-1][1] if self.cumuls else 0.0

    def atteint(self, seuil: float) -> tuple[date, bool] | None:
        """Return the day on which a threshold is passed and whether it is a forecast; None where it is not this year.

        Inside a period of turnover the day is read on a straight line.
        """
        avant, somme = self.depuis - timedelta(days=1), 0.0
        for fin, cumul in self.cumuls:
            if cumul > seuil:
                jours = (fin - avant).days
                part = (seuil - somme) / (cumul - somme)
                return avant + timedelta(days=min(jours, int(jours * part) + 1)), False
            avant, somme = fin, cumul
        jours = (self.connu - self.depuis).days + 1
        if self.finie or not self.total or jours <= 0:
            return None
        attente = seuil / (self.total / jours)
        if attente > JOURS_D_UN_AN:
            return None
        le = self.depuis + timedelta(days=int(attente))
        return (le, True) if le.year == self.depuis.year else None


def avertissements(dossier: DossierMicro, evaluation: Evaluation) -> list[Avertissement]:
    """Return everything to watch, ceilings first."""
    return [
        *_plafonds(dossier, evaluation),
        *_tva(dossier, evaluation),
        *_compte_dedie(evaluation),
        *_versement_liberatoire(dossier, evaluation),
        *_sans_chiffre_affaires(dossier),
    ]


def chiffre(dossier: DossierMicro, nom: str) -> float:
    """Return a figure of the year."""
    valeur = loi().parametres[nom].au(dossier.periode.debut, extrapoler=dossier.extrapoler)
    assert valeur is not None
    return float(valeur.flottant)


def rythme(dossier: DossierMicro, *types: TypeActiviteMicro) -> _Rythme:
    """Return how the turnover of some types goes through the year."""
    par_mois: dict[date, float] = {}
    connus: set[date] = set()
    for part in dossier.parts:
        lues = dossier.recettes[part.rang]
        connus |= {fin_de_mois(m) for m in lues.connus if m[0] == dossier.annee}
        for mois, montants in lues.par_mois.items():
            if mois[0] == dossier.annee and part.type_ in types:
                fin = fin_de_mois(mois)
                par_mois[fin] = par_mois.get(fin, 0.0) + montants.get(part.type_, 0.0)
    somme, cumuls = 0.0, []
    for fin in sorted(par_mois):
        somme += par_mois[fin]
        cumuls.append((fin, somme))
    activites = [dossier.situation.activites[p.rang] for p in dossier.parts]
    debuts, fins = [a.debut for a in activites], [a.fin for a in activites]
    depuis = max(min((d for d in debuts if d), default=dossier.periode.debut), dossier.periode.debut)
    connu = max(connus, default=depuis)
    fin = dossier.periode.fin if None in fins else min(max(f for f in fins if f), dossier.periode.fin)
    finie = connu >= fin or dossier.au >= fin
    return _Rythme(tuple(cumuls), depuis, min(connu, dossier.au), finie)


def _plafonds(dossier: DossierMicro, evaluation: Evaluation) -> Iterator[Avertissement]:
    types = {p.type_ for p in dossier.parts}
    services = tuple(t for t in types if t not in _LOGEMENT_ET_VENTES)
    entiere = float(evaluation["chiffre_affaires_annualise"]) / (float(evaluation["chiffre_affaires_total"]) or 1)
    suivis = [("plafond_micro_services", services, "de services")] if services else []
    if types.intersection(_LOGEMENT_ET_VENTES):
        nom = "plafond_micro_ventes" if TypeActiviteMicro.VENTES in types else "plafond_micro_meuble_classe"
        suivis.append((nom, tuple(types), "total"))
    for nom, concernes, quoi in suivis:
        plafond = chiffre(dossier, nom)
        # In its first year an activity reaches the ceiling in proportion to its days.
        seuil = plafond / (entiere or 1)
        if trouve := rythme(dossier, *concernes).atteint(seuil):
            le, prevu = trouve
            reduit = (
                f", ramené à {ecrire(round(seuil), '€')} la première année" if round(seuil) != round(plafond) else ""
            )
            quand = "au rythme actuel, serait dépassé" if prevu else "est dépassé"
            yield Avertissement(
                "plafond",
                f"Le plafond du chiffre d'affaires {quoi} ({ecrire(plafond, '€')}{reduit}) {quand} le {le:%d/%m/%Y}. "
                "Une année seule ne change rien ; deux de suite font sortir du régime au 1er janvier suivant.",
                le,
                prevu,
                ("CGI 50-0", "CGI 102 ter", "CSS L. 613-7"),
            )


def _tva(dossier: DossierMicro, evaluation: Evaluation) -> Iterator[Avertissement]:
    if "seuil_franchise_tva" not in evaluation or not evaluation["seuil_franchise_tva"]:
        return
    reduction = dossier.categories()[0][ReductionMicro]
    propres = reduction is ReductionMicro.OUTRE_MER and dossier.annee <= DERNIERE_ANNEE_TVA_OUTRE_MER
    racine = "franchise_tva_outre_mer" if propres else "franchise_tva"
    services = tuple(t for t in TypeActiviteMicro if t not in _LOGEMENT_ET_VENTES)
    types = {p.type_ for p in dossier.parts}
    suivis = [(f"{racine}_services", services)] if types.intersection(services) else []
    if types.intersection(_LOGEMENT_ET_VENTES):
        suivis.append((f"{racine}_ventes", tuple(TypeActiviteMicro)))
    for nom, concernes in suivis:
        allure = rythme(dossier, *concernes)
        seuil, majore = chiffre(dossier, nom), chiffre(dossier, f"{nom}_majoree")
        haut, bas = allure.atteint(majore), allure.atteint(seuil)
        if haut is not None:
            yield _seuil_majore_passe(dossier, majore, *haut)
        # Both forecast, the first of them says enough; one passed and the other forecast, both count.
        if bas is not None and (haut is None or (haut[1] and not bas[1])):
            yield _seuil_passe(dossier, seuil, *bas)


def _seuil_majore_passe(dossier: DossierMicro, majore: float, le: date, prevu: bool) -> Avertissement:
    depuis = f"{le:%d/%m/%Y}" if dossier.annee >= REFORME_TVA else f"01/{le:%m/%Y}"
    du = "serait due à partir du" if prevu else "est due depuis le"
    texte = f"Le seuil majoré de TVA ({ecrire(majore, '€')}) {_quand(le, prevu)} : la TVA {du} {depuis}."
    return Avertissement("tva", texte, le, prevu, ("CGI 293 B",))


def _seuil_passe(dossier: DossierMicro, seuil: float, le: date, prevu: bool) -> Avertissement:
    suite = (
        f"la TVA serait due à partir du 01/01/{dossier.annee + 1}"
        if dossier.annee >= REFORME_TVA
        else "la franchise reste acquise cette année, et la suivante sous le seuil majoré"
    )
    texte = f"Le seuil de TVA ({ecrire(seuil, '€')}) {_quand(le, prevu)} : {suite}."
    return Avertissement("tva", texte, le, prevu, ("CGI 293 B",))


def _quand(le: date, prevu: bool) -> str:
    return f"serait dépassé, au rythme actuel, le {le:%d/%m/%Y}" if prevu else f"est dépassé le {le:%d/%m/%Y}"


def _compte_dedie(evaluation: Evaluation) -> Iterator[Avertissement]:
    nom = "compte_dedie_obligatoire"
    if nom in evaluation.plan.cibles and evaluation[nom]:
        texte = "Un compte bancaire dédié à l'activité est obligatoire : plus de 10 000 € deux années de suite."
        yield Avertissement("compte_dedie", texte, None, False, ("CSS L. 613-10",))


def _versement_liberatoire(dossier: DossierMicro, evaluation: Evaluation) -> Iterator[Avertissement]:
    choisi = any(dossier.donnees.get(("option_versement_liberatoire", k, None)) for k in range(len(dossier.parts)))
    if not choisi:
        return
    plafond = ecrire(float(evaluation["plafond_revenu_fiscal_versement_liberatoire"]), "€")
    annee = dossier.annee - 2
    if ("revenu_fiscal_de_reference", None, annee) not in dossier.donnees:
        texte = f"Versement libératoire : le revenu fiscal de référence de {annee} ne doit pas dépasser {plafond}."
        yield Avertissement("versement_liberatoire", texte, None, False, ("CGI 151-0",))
    elif not evaluation["versement_liberatoire_ouvert"]:
        texte = f"Versement libératoire fermé : le revenu fiscal de référence de {annee} dépasse {plafond}."
        yield Avertissement("versement_liberatoire", texte, None, False, ("CGI 151-0",))


def _sans_chiffre_affaires(dossier: DossierMicro) -> Iterator[Avertissement]:
    """Two civil years in a row without turnover or declaration: presumed stopped (CSS L. 613-4)."""
    rangs = dict.fromkeys(p.rang for p in dossier.parts)
    annees = (dossier.annee - 1, dossier.annee)
    for rang in rangs:
        activite, lues = dossier.situation.activites[rang], dossier.recettes[rang]
        anciennete = activite.debut is not None and activite.debut.year < annees[0]
        sues = all(any(m[0] == an for m in lues.connus) or _toutes_manquantes(dossier, rang, an) for an in annees)
        if anciennete and sues and not any(sum(lues.de_l_annee(an).values()) for an in annees):
            effet = date(dossier.annee - 2, 12, 31)
            texte = (
                f"Aucun chiffre d'affaires ni déclaration en {annees[0]} et {annees[1]} : l'activité est présumée "
                "arrêtée ; la radiation peut être prononcée après information, sauf opposition, avec effet "
                "à la fin de la dernière année dont le chiffre d'affaires est connu."
            )
            connu = any(m[0] == effet.year for m in lues.connus)
            yield Avertissement("radiation", texte, effet if connu else None, False, ("CSS L. 613-4",))


def _toutes_manquantes(dossier: DossierMicro, rang: int, annee: int) -> bool:
    absentes = dossier.situation.activites[rang].micro.declarations_manquantes
    return any(int(p[:4]) == annee for p in absentes)
