"""The timeline of a person: the days on which something changes, and the periods between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from egide.moteur.graphe import Legislation, bornes
from egide.moteur.periode import JOUR_MAX, jour
from egide.services.dossier_affiliation import CHAPITRE, Decision, DossierAffiliation, lendemain

DITES_SEULEMENT = ("remarque_", "contact_", "declaration_")
"""Prefixes of the rules that only add something to the answer of a day: no period begins with them."""
HORIZON = date(2100, 1, 1)
"""Nothing is said beyond: no date of the law nor of a person's affairs is so far."""


@dataclass(frozen=True)
class Tranche:
    """A period during which nothing changes; `au` is None for the last one.

    Attributes:
        decisions: what the law says of each activity.
    """

    du: date
    au: date | None
    decisions: tuple[Decision, ...]


def chronologie(dossier: DossierAffiliation) -> list[Tranche]:
    """Return the periods of a person, from the first start to the known future."""
    jours = [dossier.premier_jour, *sorted(j for j in _jours(dossier) if j > dossier.premier_jour)]
    tranches: list[Tranche] = []
    for debut in jours:
        decisions = dossier.decisions(debut)
        if tranches and _identite(tranches[-1].decisions) == _identite(decisions):
            continue
        if tranches:
            tranches[-1] = Tranche(tranches[-1].du, debut - timedelta(days=1), tranches[-1].decisions)
        tranches.append(Tranche(debut, None, decisions))
    return tranches


def _identite(decisions: tuple[Decision, ...]) -> tuple[object, ...]:
    return tuple(d.identite for d in decisions)


def _jours(dossier: DossierAffiliation) -> set[date]:
    """Return the days on which a decision may change: of the law, of the situation, and those that rules give."""
    jours = {*jours_de_la_loi(dossier.loi), *_jours_de_la_situation(dossier)}
    a_voir = {dossier.premier_jour, *jours}
    vus: set[date] = set()
    while a_voir:
        au = a_voir.pop()
        if au in vus or not dossier.premier_jour <= au < HORIZON:
            continue
        vus.add(au)
        for decision in dossier.decisions(au):
            for evenement, _ in decision.jours("evenement_"):
                a_voir |= {evenement, lendemain(evenement)}
    return vus


@cache
def jours_de_la_loi(loi: Legislation) -> tuple[date, ...]:
    """Return the days on which a rule of the chapter changes, and the dates that its figures hold."""
    decisives = (v for nom, v in loi.regles.items() if not nom.startswith(DITES_SEULEMENT))
    regles = [r for versions in decisives for r in versions if r.chapitre == CHAPITRE]
    parametres = [p for p in loi.parametres.values() if p.fichier.startswith("affiliation/")]
    jours = {j for r in regles for j in bornes(r)}
    jours |= {v.depuis for p in parametres for v in p.valeurs}
    dates = {jour(v.flottant) for p in parametres if p.unite == "date" for v in p.valeurs}
    return tuple(sorted(j for j in jours | dates if j < HORIZON))


def _jours_de_la_situation(dossier: DossierAffiliation) -> Iterator[date]:
    personne = dossier.situation.personne
    yield from (d for d in (personne.retraite.depuis, personne.certificat.du) if d)
    if personne.certificat.au:
        yield lendemain(personne.certificat.au)
    for activite in dossier.situation.activites:
        demandes = (activite.option_ssi, activite.traitement_d_independant, activite.demande_volontaire.le)
        yield from (d for d in (activite.debut, *demandes) if isinstance(d, date))
        if activite.fin and activite.fin != JOUR_MAX:
            yield lendemain(activite.fin)
        # Accounts of a year count from its first day, and their absence from the first day of the next one.
        annees = {*activite.exercices, *(int(p[:4]) for p in activite.recettes)}
        yield from (date(a + k, 1, 1) for a in annees for k in (0, 1))
