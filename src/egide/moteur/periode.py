"""Periods and days. A day inside the engine is a number: days since 1970-01-01."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal, NamedTuple, TypeAlias

Granularite: TypeAlias = Literal["annee", "trimestre", "mois", "jour"]

_MOIS_PAR_PERIODE: dict[str, int] = {"annee": 12, "trimestre": 3, "mois": 1}
_ORIGINE = date(1970, 1, 1).toordinal()
JOUR_MAX = date(9999, 12, 31)
"""Stands for "never ends" where a date is optional."""
JOUR_MIN = date(1, 1, 1)
"""Stands for "since ever"."""


def numero(jour: date) -> int:
    """Return the day number of a date."""
    return jour.toordinal() - _ORIGINE


def jour(numero_: float) -> date:
    """Return the date of a day number."""
    return date.fromordinal(int(numero_) + _ORIGINE)


def lire_jour(texte: str | date) -> date:
    """Return the date of an ISO text (a date is returned as it is); ValueError in French otherwise."""
    if isinstance(texte, date):
        return texte
    try:
        return date.fromisoformat(texte)
    except ValueError:
        raise ValueError(f"date illisible : {texte!r} (attendu : AAAA-MM-JJ, par exemple 2026-01-31)") from None


class Periode(NamedTuple):
    """Days from `debut` to `fin`, both included, inside one civil year."""

    debut: date
    fin: date

    @classmethod
    def de_l_annee(cls, annee: int) -> Periode:
        return cls(date(annee, 1, 1), date(annee, 12, 31))

    @property
    def annee(self) -> int:
        return self.debut.year

    @property
    def jours(self) -> int:
        return (self.fin - self.debut).days + 1

    def annees_avant(self, nombre: int) -> Periode:
        """Return the whole civil year `nombre` years before (an earlier income year is a whole one)."""
        return self if nombre == 0 else Periode.de_l_annee(self.annee - nombre)

    def decoupee(self, granularite: Granularite) -> tuple[Periode, ...]:
        """Return the days, months, quarters or years this period is made of."""
        if granularite == "jour":
            jours = (self.debut + timedelta(days=k) for k in range(self.jours))
            return tuple(Periode(j, j) for j in jours)
        mois = _MOIS_PAR_PERIODE[granularite]
        debuts = [date(self.annee, m, 1) for m in range(1, 13, mois)]
        return tuple(p for p in self._entre(debuts, date(self.annee, 12, 31)) if self.debut <= p.debut <= self.fin)

    def englobante(self, granularite: Granularite) -> Periode:
        """Return the day, month, quarter or year that holds this period."""
        return next(p for p in Periode.de_l_annee(self.annee).decoupee(granularite) if p.debut <= self.debut <= p.fin)

    def precedente(self, granularite: Granularite) -> Periode | None:
        """Return the period of this length that comes just before, in the same civil year; None for the first one."""
        avant = [p for p in Periode.de_l_annee(self.annee).decoupee(granularite) if p.fin < self.debut]
        return avant[-1] if avant else None

    def segments(self, coupures: Iterable[date]) -> tuple[Periode, ...]:
        """Return this period cut at the start of each day of `coupures` that falls inside it."""
        debuts = sorted({self.debut, *(c for c in coupures if self.debut < c <= self.fin)})
        return self._entre(debuts, self.fin)

    @staticmethod
    def _entre(debuts: list[date], fin: date) -> tuple[Periode, ...]:
        fins = [d - timedelta(days=1) for d in debuts[1:]] + [fin]
        return tuple(Periode(d, f) for d, f in zip(debuts, fins, strict=True))

    def __str__(self) -> str:
        if self == Periode.de_l_annee(self.annee):
            return str(self.annee)
        if self == self.englobante("mois"):
            return f"{self.annee}-{self.debut.month:02d}"
        return self.debut.isoformat() if self.debut == self.fin else f"{self.debut} → {self.fin}"
