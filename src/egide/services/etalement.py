"""Sharing sums out over due dates, in whole euros, contribution by contribution: nothing is lost on the way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

Montants = dict[str, int]


def part(total: int, nombre: int) -> int:
    """Return one of equal parts, without its cents: what is left goes with the last one."""
    return total // nombre if total >= 0 else -(-total // nombre)


def parts(total: int, nombre: int) -> list[int]:
    """Share a sum into equal whole parts; the last one takes what is left of the division."""
    une = part(total, nombre)
    return [une] * (nombre - 1) + [total - une * (nombre - 1)]


def par_nature(montants: Mapping[str, int], sommes: Sequence[int]) -> list[Montants]:
    """Share each contribution over instalments whose sums are given; they add up to the contributions."""
    restes, rendus = dict(montants), []
    for rang, somme in enumerate(sommes):
        encore = len(sommes) - rang
        if encore == 1:
            rendus.append(dict(restes))
            break
        egales = {nom: part(reste, encore) for nom, reste in restes.items()}
        ecart = somme - sum(egales.values())
        pas = 1 if ecart > 0 else -1
        # What rounding left goes to those of which it took most, then to the others in turn.
        ordre = sorted(restes, key=lambda nom: pas * (restes[nom] - egales[nom] * encore), reverse=True)
        for tour in range(abs(ecart)):
            egales[ordre[tour % len(ordre)]] += pas
        restes = {nom: restes[nom] - egales[nom] for nom in restes}
        rendus.append(egales)
    return rendus


@dataclass
class Poste:
    """A sum to call: the contributions of a year, or the regularisation of another.

    Attributes:
        nature, annee: what it is, and the year it is due for.
        total: contribution → euros, all instalments together.
        base: what it is computed on, in a sentence.
        articles: what it rests on.
        plan: due date → contribution → euros, past and to come.
    """

    nature: str
    annee: int
    total: Montants
    base: str
    articles: tuple[str, ...]
    plan: dict[date, Montants] = field(default_factory=dict)
    bases: dict[date, str] = field(default_factory=dict)

    @property
    def appele(self) -> Montants:
        """What the instalments, past and to come, add up to."""
        return somme(self.plan.values())

    def reste(self, depuis: date) -> Montants:
        """Return what is left to call from a day on."""
        avant = somme(m for jour, m in self.plan.items() if jour < depuis)
        noms = dict.fromkeys([*self.total, *avant])
        return {nom: self.total.get(nom, 0) - avant.get(nom, 0) for nom in noms}

    def poser(self, jour: date, montants: Montants) -> None:
        """Call some euros on a day."""
        self.plan[jour] = montants
        self.bases[jour] = self.base


def somme(plusieurs: Iterable[Mapping[str, int]]) -> Montants:
    """Add sums, contribution by contribution."""
    total: Montants = {}
    for montants in plusieurs:
        for nom, montant in montants.items():
            total[nom] = total.get(nom, 0) + montant
    return total


def etaler(postes: Sequence[Poste], dates: Sequence[date], depuis: date) -> list[Poste]:
    """Share what is left of each sum over the due dates to come; return what found none, or is to be repaid.

    A credit is set against what is left of the year; beyond it, it is repaid (R. 613-1-3).
    """
    restes = {id(p): p.reste(depuis) for p in postes}
    for poste in postes:
        for jour in [j for j in poste.plan if j >= depuis]:
            del poste.plan[jour]
    vivants = [p for p in postes if any(restes[id(p)].values())]
    a_venir = [jour for jour in dates if jour >= depuis]
    net = sum(sum(restes[id(p)].values()) for p in vivants)
    if not vivants:
        return []
    if not a_venir or net < 0:
        return vivants
    sommes = {id(p): parts(sum(restes[id(p)].values()), len(a_venir)) for p in vivants}
    credit = any(sum(restes[id(p)].values()) < 0 for p in vivants)
    for groupe in [vivants] if credit else _par_nature_de_poste(vivants):
        total = sum(sum(restes[id(p)].values()) for p in groupe)
        _accorder(groupe, sommes, parts(total, len(a_venir)))
    for poste in vivants:
        for jour, montants in zip(a_venir, par_nature(restes[id(poste)], sommes[id(poste)]), strict=True):
            poste.poser(jour, montants)
    return []


def _par_nature_de_poste(postes: Sequence[Poste]) -> list[list[Poste]]:
    """Group the sums of one nature, whatever their year: they are divided together."""
    groupes: dict[str, list[Poste]] = {}
    for poste in postes:
        groupes.setdefault(poste.nature, []).append(poste)
    return list(groupes.values())


def _accorder(groupe: list[Poste], sommes: dict[int, list[int]], nets: list[int]) -> None:
    """Make the parts of a group add up to equal ones, a credit being set against what is due: the largest gives way."""
    plus_grand = max(groupe, key=lambda p: sum(sommes[id(p)]))
    for rang, net in enumerate(nets):
        autres = sum(sommes[id(p)][rang] for p in groupe if p is not plus_grand)
        sommes[id(plus_grand)][rang] = net - autres
