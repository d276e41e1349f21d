"""The declarations of a micro-entrepreneur: which months each covers, when it is due, what was cashed in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from egide.droit.commun.enumerations import Periodicite, TypeActiviteMicro
from egide.moteur.mecanismes import jour_du_calendrier
from egide.moteur.periode import jour, numero
from egide.situation.coherence_micro import bornes
from egide.situation.modele_activite import Activite

MOIS_PAR_TRIMESTRE, MOIS_PAR_AN = 3, 12
Mois = tuple[int, int]
"""A year and a month."""


@dataclass(frozen=True, slots=True)
class Declaration:
    """One declaration: first and last day of what it covers, and the last day to file and pay it."""

    du: date
    au: date
    date_limite: date

    @property
    def mois(self) -> list[Mois]:
        """The civil months that it covers."""
        premier, dernier = (
            self.du.year * MOIS_PAR_AN + self.du.month - 1,
            self.au.year * MOIS_PAR_AN + self.au.month - 1,
        )
        return [(m // MOIS_PAR_AN, m % MOIS_PAR_AN + 1) for m in range(premier, dernier + 1)]

    @property
    def nom(self) -> str:
        """How it is called: 2026-01, 2026-T1, or its first and last months."""
        mois = self.mois
        if len(mois) == 1:
            return f"{mois[0][0]}-{mois[0][1]:02d}"
        if len(mois) == MOIS_PAR_TRIMESTRE and mois[0][1] % MOIS_PAR_TRIMESTRE == 1:
            return f"{mois[0][0]}-T{mois[-1][1] // MOIS_PAR_TRIMESTRE}"
        return f"{mois[0][0]}-{mois[0][1]:02d} à {mois[-1][0]}-{mois[-1][1]:02d}"


def fin_de_mois(mois: Mois) -> date:
    """Return the last day of a month."""
    return jour(jour_du_calendrier(mois[0], mois[1] + 1, 1) - 1)


def mois_suivant(mois: Mois, combien: int = 1) -> Mois:
    """Return a month, some months later."""
    rang = mois[0] * MOIS_PAR_AN + mois[1] - 1 + combien
    return rang // MOIS_PAR_AN, rang % MOIS_PAR_AN + 1


def fin_de_trimestre(mois: Mois) -> Mois:
    """Return the last month of the civil quarter of a month."""
    return mois[0], -(-mois[1] // MOIS_PAR_TRIMESTRE) * MOIS_PAR_TRIMESTRE


def declarations(debut: date | None, fin: date | None, periodicite: Periodicite, annee: int) -> list[Declaration]:
    """Return the declarations that cover some month of a year, in order.

    The first one of an activity covers its beginning and the three civil months that follow that of the beginning, or
    the civil quarter that follows (CSS R. 613-12).
    """
    mensuelle = periodicite is Periodicite.MENSUELLE
    ici: Mois = (annee, 1)
    toutes: list[Declaration] = []
    if debut is not None and debut.year >= annee - 1:
        premier: Mois = (debut.year, debut.month)
        dernier = mois_suivant(premier, MOIS_PAR_TRIMESTRE)
        dernier = dernier if mensuelle else fin_de_trimestre(dernier)
        toutes.append(_declaration(premier, dernier, debut, fin))
        ici = mois_suivant(dernier)
    while ici <= (annee, MOIS_PAR_AN):
        dernier = ici if mensuelle else fin_de_trimestre(ici)
        toutes.append(_declaration(ici, dernier, debut, fin))
        ici = mois_suivant(dernier)
    return [
        d
        for d in toutes
        if any(an == annee for an, _ in d.mois) and (fin is None or d.du <= fin) and (debut is None or d.au >= debut)
    ]


def _declaration(premier: Mois, dernier: Mois, debut: date | None, fin: date | None) -> Declaration:
    du, au = date(*premier, 1), fin_de_mois(dernier)
    limite = fin_de_mois(mois_suivant(dernier))
    return Declaration(max(du, debut or du), min(au, fin or au), limite)


@dataclass
class Recettes:
    """What one activity cashed: by month and type, the months that are known, and what was supposed.

    Attributes:
        par_mois: turnover by type, in the month where the declaration counts it.
        connus: months that some turnover given covers, nil ones included.
        notes: what was supposed, in sentences.
    """

    par_mois: dict[Mois, dict[TypeActiviteMicro, float]] = field(default_factory=dict)
    connus: set[Mois] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)

    def ajouter(self, mois: Mois, type_: TypeActiviteMicro, montant: float) -> None:
        du_mois = self.par_mois.setdefault(mois, {})
        du_mois[type_] = du_mois.get(type_, 0.0) + montant

    def de_l_annee(self, annee: int) -> dict[TypeActiviteMicro, float]:
        """Return the turnover of a year, by type."""
        totaux: dict[TypeActiviteMicro, float] = {}
        for (an, _), montants in self.par_mois.items():
            for type_, montant in montants.items() if an == annee else ():
                totaux[type_] = totaux.get(type_, 0.0) + montant
        return totaux


def lire_recettes(
    activite: Activite, type_par_defaut: TypeActiviteMicro | None, annees: range, periodicite: Periodicite, lieu: str
) -> Recettes:
    """Place the turnover of an activity in the months where its declarations count it.

    The turnover of a quarter, or of the months of a declaration inside one civil quarter, is put in the last of them:
    rates only change with a quarter, and each declaration is rounded once.
    """
    lues = Recettes()
    for periode, montants in activite.recettes.items():
        premier, dernier = bornes(periode)
        lues.connus |= {(premier.year, m) for m in range(premier.month, dernier.month + 1)}
        place = _mois_de_declaration(activite.debut, periodicite, (dernier.year, dernier.month))
        for type_, montant in montants.items():
            lues.ajouter(place, type_, montant)
    for annee in annees:
        exercice = activite.exercices.get(annee)
        if exercice is None or exercice.chiffre_affaires is None or any(an == annee for an, _ in lues.connus):
            continue
        if type_par_defaut is not None:
            _repartir(lues, activite, exercice.chiffre_affaires, type_par_defaut, annee, periodicite)
            lues.notes.append(f"{lieu} : chiffre d'affaires de {annee} réparti également entre ses mois.")
    return lues


def mois_d_activite(activite: Activite, annee: int) -> Iterator[Mois]:
    """Yield the civil months of a year in which an activity goes on."""
    for rang in range(1, MOIS_PAR_AN + 1):
        mois = (annee, rang)
        commencee = activite.debut is None or activite.debut <= fin_de_mois(mois)
        if commencee and (activite.fin is None or activite.fin >= date(annee, rang, 1)):
            yield mois


def _repartir(
    lues: Recettes,
    activite: Activite,
    montant: float,
    type_: TypeActiviteMicro,
    annee: int,
    periodicite: Periodicite,
) -> None:
    mois = list(mois_d_activite(activite, annee))
    lues.connus |= set(mois)
    centimes, reste = divmod(round(montant * 100), len(mois) or 1)
    for rang, un_mois in enumerate(mois):
        part = (centimes + (1 if rang >= len(mois) - reste else 0)) / 100
        lues.ajouter(_mois_de_declaration(activite.debut, periodicite, un_mois), type_, part)


def _mois_de_declaration(debut: date | None, periodicite: Periodicite, mois: Mois) -> Mois:
    """Return the month where a declaration counts what was cashed in a month."""
    if periodicite is Periodicite.TRIMESTRIELLE:
        return fin_de_trimestre(mois)
    if debut is not None:
        dernier = mois_suivant((debut.year, debut.month), MOIS_PAR_TRIMESTRE)
        if mois <= dernier:
            return min(fin_de_trimestre(mois), dernier)
    return mois


def manquantes(activite: Activite) -> Mapping[Mois, str]:
    """Return the declarations that are missing, by the last month that each covers."""
    return {(d.year, d.month): nom for nom in activite.micro.declarations_manquantes for _, d in [bornes(nom)]}


def tardives(activite: Activite, periodicite: Periodicite) -> Mapping[Mois, date]:
    """Return the day on which declarations filed late were, by the months where their turnover is counted."""
    jours: dict[Mois, date] = {}
    for periode, le in activite.micro.declarations_tardives.items():
        premier, dernier = bornes(periode)
        for rang in range(premier.month, dernier.month + 1):
            jours[_mois_de_declaration(activite.debut, periodicite, (premier.year, rang))] = le
    return jours


def mois_par_declaration(activite: Activite, periodicite: Periodicite, annee: int) -> Mapping[Mois, int]:
    """Return how many months of activity each declaration of a year counts, by the month where it counts them."""
    places = [_mois_de_declaration(activite.debut, periodicite, m) for m in mois_d_activite(activite, annee)]
    return Counter(places)


def derniere_echeance(annee: int) -> date:
    """Return the last due date of the declarations of a year: 31 January of the next (CSS R. 613-8)."""
    return jour(numero(date(annee + 1, 2, 1))) - timedelta(days=1)
