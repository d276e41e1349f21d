"""One activity of a situation, day by day: how it is affiliated, the facts read of it, and where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from egide.annuaire.recherche import commune
from egide.droit.commun.enumerations import Nature, Regime, Statut, Sujet
from egide.droit.interlocuteurs.commun import INDEPENDANTS
from egide.moteur.faits import Donnees, Nombre
from egide.moteur.periode import numero
from egide.services.affiliations_du_jour import Affiliation, Affiliations
from egide.services.elements_interlocuteurs import FAITS_LUS, Element, Profil, elements
from egide.services.loi import premier_jour_couvert
from egide.services.repertoire import Ou, departement_ou_none
from egide.situation import Situation
from egide.situation.donnees import departement_d_activite, departement_de_residence
from egide.situation.donnees_affiliation import nature_de_la_profession
from egide.situation.modele_activite import Activite


def terminee(activite: Activite, jour: date) -> bool:
    """Tell whether an activity was over before a day."""
    return activite.fin is not None and activite.fin < jour


@dataclass(slots=True)
class Cas:
    """One activity of a situation, and what is read of it day by day."""

    situation: Situation
    affiliations: Affiliations
    rang: int
    donnees: Donnees
    profils: dict[date, Profil] = field(default_factory=dict)
    lieux: dict[Affiliation, Ou] = field(default_factory=dict)

    @classmethod
    def de(cls, situation: Situation, affiliations: Affiliations, rang: int) -> Cas:
        return cls(situation, affiliations, rang, situation.donnees())

    @property
    def activite(self) -> Activite:
        return self.situation.activites[self.rang]

    def affiliation(self, jour: date) -> tuple[Affiliation, bool]:
        """Return how the activity is affiliated on a day, or was until its end, and whether it has ended."""
        lue = self.affiliations(jour)[self.rang]
        if lue.regime is Regime.AUCUN and terminee(self.activite, jour):
            return self.affiliations.derniere(self.rang), True
        return lue, False

    def profil(self, jour: date) -> Profil:
        """Return the facts that the rules of this chapter read, for a day."""
        if jour not in self.profils:
            donnees = self.donnees
            lue, finie = self.affiliation(jour)
            debut, reprise = _suite(self.situation.activites, self.affiliations, self.rang, jour)
            connus: dict[str, Nombre | None] = {
                **{nom: donnees.get((nom, None, None), donnees.get((nom, self.rang, None))) for nom in FAITS_LUS},
                "regime": float(lue.regime),
                "section": float(lue.section),
                "assure_a_titre": float(lue.titre),
                "effet": float(numero(lue.effet or date.min)),
                "activite_terminee": float(finie),
                "premiere_affiliation": float(numero(debut or date.min)),
                "reprise_apres_cessation": float(reprise),
            }
            if connus["statut"] is None:
                connus["statut"] = float(Statut.ENTREPRISE_INDIVIDUELLE)
            if connus["nature"] is None:
                connus["nature"] = float(nature_de_la_profession(self.activite) or Nature.SALARIEE)
            self.profils[jour] = tuple(connus[nom] for nom in FAITS_LUS)
        return self.profils[jour]

    def elements(self, jour: date) -> dict[Sujet, Element]:
        return elements(self.profil(jour), jour)

    def ou(self, jour: date) -> Ou:
        """Return where the person lives and works."""
        lue, _ = self.affiliation(jour)
        if lue not in self.lieux:
            self.lieux[lue] = self._ou(lue)
        return self.lieux[lue]

    def _ou(self, lue: Affiliation) -> Ou:
        personne = self.situation.personne
        residence = commune(personne.commune) if personne.commune else None
        return Ou(
            residence=residence or departement_ou_none(departement_de_residence(personne)),
            activite=(
                (commune(self.activite.commune) if self.activite.commune else residence)
                or departement_ou_none(departement_d_activite(self.activite, personne))
            ),
            hors_de_france=bool(personne.residence_hors_de_france),
            section=lue.section,
            regime=lue.regime,
            statut=self.activite.statut,
            conventionne=personne.organisme_conventionne,
        )


def _suite(
    activites: Sequence[Activite], affiliations: Affiliations, rang: int, jour: date
) -> tuple[date | None, bool]:
    """Return the first day of the uninterrupted run of self-employed activities, and whether one had ceased before."""
    periodes = sorted(
        (a.debut or date.min, a.fin or date.max)
        for k, a in enumerate(activites)
        if (a.debut or date.min) <= jour and (k == rang or _independante(affiliations, k, a, jour))
    )
    debut: date | None = None
    fin = date.min
    rompue = False
    for commence, finit in periodes:
        if debut is None or (fin != date.max and commence > fin + timedelta(days=1)):
            rompue = debut is not None
            debut, fin = commence, finit
        else:
            fin = max(fin, finit)
    return (None if debut == date.min else debut), rompue


def _independante(affiliations: Affiliations, rang: int, activite: Activite, jour: date) -> bool:
    le = max(min(activite.fin or jour, jour), premier_jour_couvert())
    return affiliations(le)[rang].regime in INDEPENDANTS
