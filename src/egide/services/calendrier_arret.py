"""The days of a sick leave: waiting, paid, not paid. The law says how many; here they are only laid out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from egide.droit.commun.enumerations import MotifArret
from egide.moteur.mecanismes import jour_apres_mois
from egide.moteur.periode import numero
from egide.services.reponse_prestations import Jour, Jours, suites

UN_JOUR = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Regles:
    """What the law says of the days of one person.

    Attributes:
        carence: waiting days of a stop, those of earlier stops of the same incapacity included.
        indemnite, a_temps_partiel: what a day is paid.
        maximales: indemnities at most in any period of `mois`, outside long-term illness.
        reprise: months of work after which a long-term illness opens a new period.
        par_incapacite: indemnities at most for one incapacity, of a liberal professional; None for others.
        de_retraite: indemnities at most since the pension; 0 for who has none.
        retraite: first day of the pension.
        temps_partiel: days of therapeutic part-time at most.
        mois_temps_partiel: months on which they are counted.
        relais: who pays after the last indemnity of an incapacity.
    """

    carence: int
    indemnite: float
    a_temps_partiel: float
    maximales: int
    mois: int
    reprise: int
    temps_partiel: int
    mois_temps_partiel: int
    par_incapacite: int | None = None
    de_retraite: int = 0
    retraite: date | None = None
    relais: str = ""


@dataclass(frozen=True, slots=True)
class Arret:
    """A sick leave, past or asked about.

    Attributes:
        payes: number of paid days, where it is known; the last ones of the stop.
        carence: waiting days of a stop that is past.
    """

    debut: date
    fin: date
    ald: bool = False
    meme_affection: bool = True
    a_temps_partiel: bool = False
    motif: MotifArret = MotifArret.MALADIE
    payes: int | None = None
    carence: int = 0
    hospitalisation: bool = False

    @property
    def jours(self) -> int:
        return (self.fin - self.debut).days + 1

    def suit(self, autre: Arret) -> bool:
        """Tell whether it begins the day after another one: work was not taken up again."""
        return self.debut == autre.fin + UN_JOUR


@dataclass(slots=True)
class Compteurs:
    """Days already paid, by what they count for, as ascending day numbers."""

    ordinaires: list[int] = field(default_factory=list)
    de_maladie: list[int] = field(default_factory=list)
    a_temps_partiel: list[int] = field(default_factory=list)
    tous: list[int] = field(default_factory=list)
    de_l_incapacite: int = 0

    def payer(self, arret: Arret, jour: int) -> None:
        """Count one more day paid."""
        if arret.motif is MotifArret.COVID_DEROGATOIRE:
            return  # outside the maximum durations
        self.tous.append(jour)
        if arret.a_temps_partiel:
            self.a_temps_partiel.append(jour)
            return
        self.de_maladie.append(jour)
        if not arret.ald:
            self.ordinaires.append(jour)


def depuis(jours: Sequence[int], debut: int) -> int:
    """Return how many of ascending days are on a day or after it."""
    return len(jours) - bisect_left(jours, debut)


def calendrier(arret: Arret, avant: Sequence[Arret], regles: Regles) -> list[Jours]:
    """Return the days of a stop as runs.

    Args:
        avant: the stops before it, in order.
    """
    compteurs = compter_les_arrets(arret, avant, regles)
    premier_ald = _debut_de_l_ald(arret, avant, regles)
    attente = _attente(arret, avant, regles)
    continue_un_arret_paye = bool(avant) and arret.suit(avant[-1]) and bool(compteurs.tous)
    jours = []
    for rang in range(arret.jours):
        jour = arret.debut + timedelta(days=rang)
        if rang < attente:
            jours.append((jour, Jour.CARENCE, "délai de carence", 0.0))
            continue
        empeche = _empechement(arret, numero(jour), compteurs, regles, premier_ald, continue_un_arret_paye)
        if empeche:
            jours.append((jour, Jour.NON_INDEMNISE, empeche, 0.0))
            continue
        compteurs.payer(arret, numero(jour))
        if not arret.a_temps_partiel:
            compteurs.de_l_incapacite += 1
        montant = regles.a_temps_partiel if arret.a_temps_partiel else regles.indemnite
        motif = "temps partiel thérapeutique" if arret.a_temps_partiel else "indemnité journalière"
        jours.append((jour, Jour.INDEMNISE, motif, montant))
    return suites(jours)


def sans_droit(arret: Arret, motif: str) -> list[Jours]:
    """Return the days of a stop that opens no right."""
    return [Jours(arret.debut, arret.fin, Jour.NON_INDEMNISE, motif)]


def suite_sans_reprise(arret: Arret, avant: Sequence[Arret]) -> list[Arret]:
    """Return the stops that a stop continues without a day of work, the first one first."""
    chaine: list[Arret] = []
    courant = arret
    for precedent in reversed(avant):
        if not courant.suit(precedent):
            break
        chaine.insert(0, precedent)
        courant = precedent
    return chaine


def _attente(arret: Arret, avant: Sequence[Arret], regles: Regles) -> int:
    """Return the waiting days that are left: those of the first stop, where the stop continues it."""
    passes = sum(a.jours for a in suite_sans_reprise(arret, avant))
    return max(regles.carence - passes, 0)


def compter_les_arrets(arret: Arret, avant: Sequence[Arret], regles: Regles) -> Compteurs:
    """Return the days that the stops before have been paid for."""
    compteurs = Compteurs()
    chaine = suite_sans_reprise(arret, avant)
    for rang, passe in enumerate(avant):
        attendus = 0 if rang and passe.suit(avant[rang - 1]) else passe.carence
        nombre = max(passe.jours - attendus, 0) if passe.payes is None else min(passe.payes, passe.jours)
        for k in range(nombre):
            compteurs.payer(passe, numero(passe.fin - timedelta(days=nombre - 1 - k)))
        if passe in chaine and passe.meme_affection and not passe.a_temps_partiel:
            compteurs.de_l_incapacite += nombre
    return compteurs


def _debut_de_l_ald(arret: Arret, avant: Sequence[Arret], regles: Regles) -> date:
    """Return the first day of the period of a long-term illness: a long enough return to work opens a new one."""
    premier = arret.debut
    for passe in reversed(avant):
        if passe.ald and passe.meme_affection:
            if jour_apres_mois(numero(passe.fin) + 1, regles.reprise) <= numero(premier):
                break
            premier = passe.debut
    return premier


def _empechement(
    arret: Arret, jour: int, compteurs: Compteurs, regles: Regles, premier_ald: date, suit_un_arret_paye: bool
) -> str | None:
    """Say why a day is not paid; None when it is."""
    if arret.motif is MotifArret.COVID_DEROGATOIRE:
        return None
    if arret.a_temps_partiel:
        return _a_temps_partiel(arret, jour, compteurs, regles, suit_un_arret_paye)
    retraite = None if regles.retraite is None else numero(regles.retraite)
    if regles.de_retraite and retraite is not None and depuis(compteurs.tous, retraite) >= regles.de_retraite:
        return f"{regles.de_retraite} indemnités déjà versées depuis la retraite"
    if regles.par_incapacite is not None:
        if compteurs.de_l_incapacite >= regles.par_incapacite:
            return f"{regles.par_incapacite} indemnités versées pour cette incapacité{regles.relais}"
        if _atteint(compteurs.de_maladie, jour, regles.mois, regles.maximales):
            return f"{regles.maximales} indemnités versées en trois ans"
    if arret.ald:
        if jour >= jour_apres_mois(numero(premier_ald), regles.mois):
            return "trois ans écoulés depuis le début de l'affection de longue durée"
        return None
    if _atteint(compteurs.ordinaires, jour, regles.mois, regles.maximales):
        return f"{regles.maximales} indemnités versées en trois ans"
    return None


def _a_temps_partiel(
    arret: Arret, jour: int, compteurs: Compteurs, regles: Regles, suit_un_arret_paye: bool
) -> str | None:
    if not suit_un_arret_paye and not arret.ald:
        return "le temps partiel ne suit pas aussitôt un arrêt à temps complet indemnisé"
    if _atteint(compteurs.a_temps_partiel, jour, regles.mois_temps_partiel, regles.temps_partiel):
        return f"{regles.temps_partiel} jours de temps partiel thérapeutique indemnisés"
    return None


def _atteint(jours: Sequence[int], jour: int, mois: int, maximum: int) -> bool:
    """Tell whether as many days were paid in the months, date to date, that end on a day."""
    return len(jours) >= maximum and depuis(jours, int(jour_apres_mois(jour, -mois)) + 1) >= maximum
