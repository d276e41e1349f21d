"""The due dates of a year: by month or by quarter, changed on request, after the first ninety days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from egide.droit.commun.enumerations import Periodicite
from egide.services.loi_recouvrement import date_de
from egide.situation.modele_activite import ChangementPrelevement, Prelevement

JOUR_PAR_DEFAUT = 5
MOIS_DES_TRIMESTRES = (2, 5, 8, 11)
PREMIER_DECEMBRE = (12, 1)


@dataclass(frozen=True)
class Rythme:
    """How a person pays, from a day on."""

    depuis: date
    periodicite: Periodicite
    jour: int

    def dates(self, annee: int) -> list[date]:
        """Return the due dates of a whole year (R. 613-2, R. 613-3)."""
        if self.periodicite is Periodicite.TRIMESTRIELLE:
            return [date(annee, mois, JOUR_PAR_DEFAUT) for mois in MOIS_DES_TRIMESTRES]
        return [date(annee, mois, self.jour) for mois in range(1, 13)]


def rythmes(prelevement: Prelevement, au: date) -> list[Rythme]:
    """Return the ways of paying that follow each other, as asked for until a day."""
    premier = Rythme(
        date.min, prelevement.periodicite or Periodicite.MENSUELLE, int(prelevement.jour or JOUR_PAR_DEFAUT)
    )
    suite = [premier]
    demandes = [(c.le, c) for c in prelevement.changements if c.le and c.le <= au]
    for le, demande in sorted(demandes, key=lambda d: d[0]):
        dernier = suite[-1]
        periodicite = demande.periodicite or dernier.periodicite
        suite.append(Rythme(_effet(le, demande, dernier), periodicite, int(demande.jour or dernier.jour)))
    return suite


def _effet(le: date, demande: ChangementPrelevement, actuel: Rythme) -> date:
    vers_le_trimestre = demande.periodicite is Periodicite.TRIMESTRIELLE and actuel.periodicite is Periodicite.MENSUELLE
    if not vers_le_trimestre:
        return date_de("effet_du_changement", le, demande_de_paiement_le=le)
    au_plus_tot = date_de("effet_de_l_option_trimestrielle", le, demande_de_paiement_le=le)
    trimestres = [date(a, m, JOUR_PAR_DEFAUT) for a in (le.year, le.year + 1) for m in MOIS_DES_TRIMESTRES]
    prochain = next(jour for jour in trimestres if jour >= au_plus_tot)
    if prochain.year > le.year and (le.month, le.day) < PREMIER_DECEMBRE:
        return date(le.year + 1, 1, 1)
    return date(prochain.year, prochain.month, 1)


def dates_de(annee: int, suite: Sequence[Rythme], debut: date | None) -> list[date]:
    """Return the due dates of a year, none before the ninetieth day of the activity.

    Args:
        annee: the year.
        suite: the ways of paying that follow each other.
        debut: first day of the activity, where it is a start.
    """
    fins = [r.depuis for r in suite[1:]] + [date.max]
    dates = [j for r, fin in zip(suite, fins, strict=True) for j in r.dates(annee) if r.depuis <= j < fin]
    if debut is not None and annee <= debut.year + 1:
        premiere = date_de("premiere_exigibilite", debut, debut_de_l_activite=debut)
        dates = [j for j in dates if j >= premiere]
    return sorted(dates)
