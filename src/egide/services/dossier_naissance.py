"""What a situation gives for a birth or an adoption: the dates, who is entitled, the rules' answers on a day."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import cache

from egide.droit.commun.enumerations import Statut, TypeEvenement
from egide.droit.maternite.enumerations import Beneficiaire, GenreDeNaissance
from egide.droit.sante.enumerations import CouvertureMaladie
from egide.moteur.erreurs import FaitsManquants
from egide.moteur.evaluation import Evaluation, evaluer, situer
from egide.moteur.graphe import Legislation
from egide.moteur.periode import Periode, numero
from egide.services.dossier_prestations import DossierPrestations
from egide.services.loi import derniere_verification, loi_de
from egide.situation import Situation
from egide.situation.fautes import Faute, SituationInvalide
from egide.situation.modele_activite import Activite
from egide.situation.modele_evenements import Evenement


@cache
def loi_des_naissances() -> Legislation:
    """Return the law of births, with that of the mean income of daily indemnities."""
    return loi_de("sante", "maternite")


@dataclass(frozen=True, slots=True)
class Dates:
    """The dates of an event.

    Attributes:
        prevue: the day on which the child is expected.
        arrivee: the day of the birth or of the arrival: that expected, as long as it is not known.
        connue: whether that day is known.
    """

    prevue: date
    arrivee: date
    connue: bool


def dates_de(evenement: Evenement) -> Dates:
    """Return the dates of an event; `FaitsManquants` where none is given."""
    if evenement.type is TypeEvenement.ADOPTION:
        if evenement.adoption_le is None:
            raise FaitsManquants("Il manque evenement.adoption_le (jour d'arrivée de l'enfant).", ("adoption_le",))
        return Dates(evenement.adoption_le, evenement.adoption_le, connue=True)
    prevue, naissance = evenement.accouchement_prevu, evenement.naissance
    if prevue is None and naissance is None:
        raise FaitsManquants(
            "Il manque evenement.accouchement_prevu (date prévue de l'accouchement) ou evenement.naissance.",
            ("accouchement_prevu", "naissance"),
        )
    connu = naissance or prevue
    assert connu is not None
    return Dates(prevue or connu, connu, connue=naissance is not None)


def verifier_l_activite(situation: Situation, dates: Dates) -> None:
    """Refuse a birth that comes before the activity begins."""
    debuts = [a.debut for a in situation.activites if a.debut is not None]
    if len(debuts) == len(situation.activites) and dates.arrivee < min(debuts):
        champ = (
            "evenement.adoption_le"
            if situation.evenement and situation.evenement.adoption_le
            else ("evenement.naissance" if dates.connue else "evenement.accouchement_prevu")
        )
        message = (
            f"{dates.arrivee} précède le début de l'activité ({min(debuts)}) ; attendu : une date postérieure, ou "
            "l'activité exercée à ce moment"
        )
        raise SituationInvalide([Faute(champ, dates.arrivee, message)])


class DossierNaissance(DossierPrestations):
    """The facts of a person on the day of the first payment, read by the law of births."""

    @property
    def loi(self) -> Legislation:
        return loi_des_naissances()

    @property
    def beneficiaire(self) -> Beneficiaire:
        return Beneficiaire(self.membre(Beneficiaire))

    def poser_les_dates(self, dates: Dates) -> None:
        """Write the dates of the birth."""
        self.donnees |= {
            ("accouchement_prevu", None, None): float(numero(dates.prevue)),
            ("accouchement", None, None): float(numero(dates.arrivee)),
            ("naissance_ou_adoption_attendue", None, None): float(numero(dates.prevue)),
        }

    def categorie(self) -> dict[type[IntEnum], IntEnum]:
        """Return where the person stands; lawyers have here the rights of the other liberal professions."""
        if self._categorie is None:
            lue = super().categorie()
            if lue[CouvertureMaladie] is CouvertureMaladie.AVOCAT:
                lue[CouvertureMaladie] = CouvertureMaladie.LIBERAL
            evenement = self.situation.evenement
            assert evenement is not None
            assert evenement.type is not None
            lue[TypeEvenement] = evenement.type
            options = {"extrapoler": self.au_dela}
            self._categorie = situer(
                self.loi, (Beneficiaire, GenreDeNaissance), self.donnees, self.periode, lue, **options
            )
        return self._categorie

    def evaluer_le(self, cibles: Collection[str], jour: date) -> Evaluation:
        """Evaluate rules under the law of another day: that of the birth, for its durations."""
        au_dela = jour > derniere_verification()
        periode = Periode(jour, jour)
        plan = self.loi.plan(cibles, self.categorie(), periode, donnes=self.donnees.keys(), extrapoler=au_dela)
        return evaluer(plan, self.donnees)


def chef_de(situation: Situation, rang: int, jour: date, *, extrapoler: bool) -> DossierNaissance:
    """Return the file of the head of the business of a collaborating spouse, whose mean income decides."""
    activite = situation.activites[rang]
    if activite.chef is None or not activite.chef.exercices:
        raise FaitsManquants(
            f"Il manque activites[{rang}].chef.exercices (revenus du chef d'entreprise, qui décident de l'allocation).",
            ("chef",),
        )
    propre = Activite().model_copy(
        update={
            "nature": activite.nature,
            "profession": activite.profession,
            "statut": activite.chef.statut or Statut.ENTREPRISE_INDIVIDUELLE,
            "debut": activite.debut,
            "exercices": activite.chef.exercices,
        }
    )
    return DossierNaissance.de(situation.model_copy(update={"activites": (propre,)}), jour, extrapoler=extrapoler)
