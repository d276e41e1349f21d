"""What one person's situation gives for an event: the activity that insures, the facts, the rules' answers."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import IntEnum
from functools import cache
from typing import Self

from egide.droit.commun.enumerations import Nature, Regime, Statut, Sujet
from egide.droit.sante.enumerations import Carriere, CouvertureMaladie, OrigineDuRevenu
from egide.moteur.ecriture import ecrire_jour
from egide.moteur.erreurs import FaitsManquants, HorsPlage
from egide.moteur.evaluation import Evaluation, evaluer, situer
from egide.moteur.faits import Cle, Nombre
from egide.moteur.graphe import Legislation
from egide.moteur.periode import Periode, numero
from egide.moteur.periode import jour as jour_du_numero
from egide.moteur.plan import Noeud
from egide.services.activite_du_jour import Cas
from egide.services.affiliation import jour_demande
from egide.services.affiliations_du_jour import Affiliations
from egide.services.elements_interlocuteurs import FAITS_LUS
from egide.services.loi import PREMIERE_ANNEE, derniere_verification, loi_de
from egide.services.repertoire import contacter, fiche
from egide.services.reponse import articles_de
from egide.services.reponse_prestations import Condition, ReponsePrestations
from egide.services.revenus_maladie import revenu_a_ce_jour, revenus
from egide.situation import Situation
from egide.situation.modele_activite import Activite

INDEPENDANTS = (Regime.SSI, Regime.CNAVPL, Regime.CNBF)
AXES = (CouvertureMaladie, Carriere, OrigineDuRevenu)
CHAPITRES = ("sante", "invalidite_deces")
ANNEES_DU_REVENU_MOYEN = {Carriere.PREMIERE_ANNEE: 0, Carriere.DEUXIEME_ANNEE: 1, Carriere.TROISIEME_ANNEE: 2}
"""How many whole years before the finding are read, where they are less than three."""
UN_JOUR = timedelta(days=1)
MAINTIEN = timedelta(days=365)


@cache
def loi_des_prestations() -> Legislation:
    """Return the law of sickness, invalidity and death."""
    return loi_de(*CHAPITRES)


@dataclass
class DossierPrestations:
    """The facts of a person on the day of an event, and what the rules say of them.

    Attributes:
        jour: day whose law applies: that of the medical finding, of the death.
        rang: rank of the activity that insures the person.
        independantes: ranks of the activities of the self-employed.
        maintien: last day of the activity, where it is over and its rights go on.
    """

    situation: Situation
    jour: date
    affiliations: Affiliations
    rang: int
    independantes: list[int]
    donnees: dict[Cle, Nombre]
    maintien: date | None = None
    notes: list[str] = field(default_factory=list)
    extrapoler: bool = False
    _categorie: dict[type[IntEnum], IntEnum] | None = None

    @classmethod
    def de(cls, situation: Situation, jour: date, *, extrapoler: bool = False) -> Self:
        """Read a situation for a day; see `prestations` for what it raises."""
        verifier_jour(jour, extrapoler=extrapoler)
        affiliations = Affiliations(situation)
        lues = affiliations(jour)
        independantes = [k for k, a in enumerate(situation.activites) if _independante(a)]
        rang = next((k for k in independantes if lues[k].regime in INDEPENDANTS), None)
        maintien = None
        if rang is None:
            finies = [k for k in independantes if (fin := situation.activites[k].fin) and jour - MAINTIEN <= fin < jour]
            rang = finies[0] if finies else (independantes or [0])[0]
            maintien = situation.activites[rang].fin if finies else None
        dossier = cls(situation, jour, affiliations, rang, independantes, {}, maintien, extrapoler=extrapoler)
        dossier._poser()
        return dossier

    def _poser(self) -> None:
        """Write the facts of the person, and of the activity that insures them as the only one."""
        situation, rang = self.situation, self.rang
        self.donnees = {
            (nom, None if de is None else 0, an): valeur
            for (nom, de, an), valeur in situation.donnees().items()
            if de in (None, rang)
        }
        cas = Cas.de(situation, self.affiliations, rang)
        lue = self.affiliations.derniere(rang) if self.maintien else self.affiliations(self.jour)[rang]
        profil = dict(zip(FAITS_LUS, cas.profil(self.jour), strict=True))
        debut = profil["premiere_affiliation"]
        self.donnees |= {
            ("regime", 0, None): float(lue.regime),
            ("statut", 0, None): float(situation.activites[rang].statut or Statut.ENTREPRISE_INDIVIDUELLE),
        }
        if situation.activites[rang].statut is None:
            self.notes.append("statut dans l'activité : entreprise individuelle")
        if debut is not None and debut > numero(date.min):
            self.donnees["premiere_affiliation", None, None] = debut
            depuis = _assure_depuis(situation, rang)
            self.donnees.setdefault(("assure_sans_interruption_depuis", None, None), float(numero(depuis)))
        if self.maintien:
            self.notes.append(
                f"activité terminée le {self.maintien:%d/%m/%Y} : le droit aux prestations en espèces est maintenu "
                "douze mois (CSS L. 161-8, R. 161-3)"
            )

    @property
    def loi(self) -> Legislation:
        return loi_des_prestations()

    @property
    def activite(self) -> Activite:
        return self.situation.activites[self.rang]

    @property
    def periode(self) -> Periode:
        return Periode(self.jour, self.jour)

    @property
    def au_dela(self) -> bool:
        return self.jour > derniere_verification()

    def categorie(self) -> dict[type[IntEnum], IntEnum]:
        """Return where the person stands: on what ground insured, for how long, and where the income comes from."""
        if self._categorie is None:
            self._categorie = situer(self.loi, AXES, self.donnees, self.periode, extrapoler=self.au_dela)
        return self._categorie

    def membre(self, axe: type[IntEnum]) -> IntEnum:
        return self.categorie()[axe]

    def lire_les_revenus(self) -> None:
        """Write the incomes that the mean income is made of."""
        annee = self.jour.year
        combien = ANNEES_DU_REVENU_MOYEN.get(Carriere(self.membre(Carriere)))
        annees = range(annee - (3 if combien is None else combien), annee)
        origine = OrigineDuRevenu(self.membre(OrigineDuRevenu))
        self.donnees |= revenus(self.situation, self.independantes, annees, origine, self.loi)
        for an in annees:
            lus = (self.situation.activites[k].exercices.get(an) for k in self.independantes)
            payes = [e.cotisations_payees_sur_dues for e in lus if e is not None]
            connus = [p for p in payes if p is not None]
            if connus:
                self.donnees["cotisations_payees_sur_dues", 0, an] = min(connus)
        if combien is not None:
            a_ce_jour = revenu_a_ce_jour(self.situation, self.independantes, self.jour, self.loi)
            self.donnees["revenu_a_ce_jour", None, annee] = a_ce_jour

    def evaluer(self, cibles: Collection[str]) -> Evaluation:
        plan = self.loi.plan(
            cibles, self.categorie(), self.periode, donnes=self.donnees.keys(), extrapoler=self.au_dela
        )
        return evaluer(plan, self.donnees)

    def assure_depuis(self) -> str:
        """Say since when the person is insured without a break."""
        lu = self.donnees.get(("assure_sans_interruption_depuis", None, None))
        return "assuré " + (
            "de longue date (supposé)" if lu is None else f"depuis le {ecrire_jour(jour_du_numero(float(lu)))}"
        )

    def a_qui(self, sujet: Sujet, *, joindre: bool = False) -> str:
        """Return who answers for a subject on that day, and how to reach it where that is asked for."""
        cas = Cas.de(self.situation, self.affiliations, self.rang)
        ou, element = cas.ou(self.jour), cas.elements(self.jour)[sujet]
        lue = fiche(element, ou, self.jour)
        nom = lue.nom or " ou ".join(c["nom"] or "" for c in lue.candidats) or element.organisme.name.lower()
        if not joindre:
            return nom
        micro = self.activite.statut is Statut.MICRO_ENTREPRENEUR
        contact = contacter(element.organisme, ou.section, self.jour, micro=micro)
        return f"{nom} ; {contact}" if contact else nom


def verifier_jour(jour: date, *, extrapoler: bool) -> None:
    """Refuse a day outside the range covered (`HorsPlage`, with the range)."""
    if jour.year < PREMIERE_ANNEE:
        raise HorsPlage(f"evenement.debut : {jour} n'est pas couvert ; attendu : un jour depuis le 2018-01-01.")
    jour_demande(jour, extrapoler=extrapoler)


def exiger(evaluation: Evaluation, cibles: Iterable[str]) -> None:
    """Raise `FaitsManquants` where a target that applies is not known, naming the facts."""
    for nom in cibles:
        if nom in evaluation and evaluation.valeurs[evaluation.plan.cibles[nom]] is None:
            manquants = {f.nom: f.libelle for f in evaluation.manquants.values()}
            lus = " et ".join(f"{n} ({libelle})" for n, libelle in manquants.items())
            raise FaitsManquants(f"Il manque {lus}.", tuple(manquants))


def noeud_de(evaluation: Evaluation, nom: str) -> Noeud:
    return evaluation.plan.noeuds[evaluation.plan.cibles[nom]]


def valeur(evaluation: Evaluation, nom: str) -> float | None:
    """Return the value of a target, None where it does not apply."""
    return float(evaluation[nom]) if nom in evaluation else None


def condition(evaluation: Evaluation, nom: str, chiffres: str, *, inverse: bool = False) -> Condition:
    """Return a condition whose test is a rule; `inverse` when the rule says what must not be."""
    regle = noeud_de(evaluation, nom).regle
    assert regle is not None
    vraie = bool(evaluation[nom])
    return Condition(regle.titre, chiffres, not vraie if inverse else vraie, articles_de(regle))


def retenir_les_references(reponse: ReponsePrestations, evaluation: Evaluation) -> None:
    """Write the articles of each value, and the figures that were read."""
    for nom in reponse.valeurs:
        if nom in evaluation and (regle := noeud_de(evaluation, nom).regle) is not None and regle.references:
            reponse.references[nom] = articles_de(regle)


def _independante(activite: Activite) -> bool:
    return activite.nature is not Nature.SALARIEE and activite.statut is not Statut.SALARIE


def _assure_depuis(situation: Situation, rang: int) -> date:
    """Return since when the person is insured without interruption, whatever the scheme of the activities described."""
    debut = situation.activites[rang].debut or date.min
    for activite in sorted(situation.activites, key=lambda a: a.debut or date.min, reverse=True):
        sans_trou = activite.fin is None or activite.fin + UN_JOUR >= debut
        if activite.debut is not None and activite.debut < debut and sans_trou:
            debut = activite.debut
    return debut
