"""What one person's situation gives for one income year: the activities concerned, their facts, the plan's options."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from typing import Any

from egide.droit.commun.categories import NatureMontant
from egide.droit.commun.enumerations import Nature, Statut
from egide.moteur.erreurs import FaitsManquants
from egide.moteur.evaluation import Evaluation, evaluer, refuser_hors_champ, situer
from egide.moteur.faits import Cle, Nombre
from egide.moteur.graphe import Legislation
from egide.moteur.periode import Periode
from egide.services.loi import AXES
from egide.situation import FAITS, Situation

CHAMPS_D_ORIGINE = {"categorie_liberale": "profession", "territoire": "commune"}
"""Facts that are read from another field of the situation."""


@dataclass
class DossierAnnuel:
    """The facts of a person for one income year, ready for the engine.

    Attributes:
        loi, annee, nature, extrapoler: what is asked.
        donnees: facts given, activities ranked among those retained.
        activites: rank in the situation of each activity retained.
        notes: what was set aside or assumed before any rule, in sentences.
        inactivite: why nothing is due, when no activity was carried on that year.
    """

    loi: Legislation
    annee: int
    nature: NatureMontant
    extrapoler: bool = False
    donnees: dict[Cle, Nombre] = field(default_factory=dict)
    activites: list[int] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    inactivite: str | None = None

    @classmethod
    def de(
        cls, loi: Legislation, situation: Situation, annee: int, nature: NatureMontant, *, extrapoler: bool = False
    ) -> DossierAnnuel:
        """Keep the self-employed activities carried on during the year.

        Raises:
            FaitsManquants: the situation has no activity at all.
        """
        dossier = cls(loi, annee, nature, extrapoler)
        if not situation.activites:
            raise FaitsManquants("activites : aucune activité n'est décrite ; attendu : au moins une.", ("activites",))
        dossier._choisir_activites(situation)
        donnees = situation.donnees()
        nouveaux_rangs = {ancien: nouveau for nouveau, ancien in enumerate(dossier.activites)}
        dossier.donnees = {
            (nom, None if rang is None else nouveaux_rangs[rang], an): valeur
            for (nom, rang, an), valeur in donnees.items()
            if rang is None or rang in nouveaux_rangs
        }
        return dossier

    @property
    def periode(self) -> Periode:
        return Periode.de_l_annee(self.annee)

    def _choisir_activites(self, situation: Situation) -> None:
        salariees, hors_periode = [], []
        for rang, activite in enumerate(situation.activites):
            if activite.nature is Nature.SALARIEE or activite.statut is Statut.SALARIE:
                salariees.append(rang)
            elif (activite.debut and activite.debut > self.periode.fin) or (
                activite.fin and activite.fin < self.periode.debut
            ):
                hors_periode.append(rang)
            else:
                self.activites.append(rang)
        if not self.activites and hors_periode:
            self.inactivite = self._pourquoi_inactif(situation, hors_periode)
        elif not self.activites:
            self.activites = salariees  # nothing else: let the rules say whom to turn to
        elif salariees:
            self.notes.append(
                "Activité salariée laissée de côté : ses cotisations passent par la paie et ne changent pas celles-ci."
            )

    def _pourquoi_inactif(self, situation: Situation, rangs: list[int]) -> str:
        raisons = []
        for rang in rangs:
            activite = situation.activites[rang]
            if activite.debut and activite.debut > self.periode.fin:
                raisons.append(f"activites[{rang}] ne commence que le {_en_francais(activite.debut)}")
            elif activite.fin:
                raisons.append(f"activites[{rang}] a pris fin le {_en_francais(activite.fin)}")
        return f"Aucune cotisation n'est due au titre de {self.annee}, car {' ; '.join(raisons)}."

    def options(self) -> dict[str, Any]:
        return {"activites": len(self.activites), "droit_du": self.droit_du, "extrapoler": self.extrapoler}

    @property
    def droit_du(self) -> date | None:
        """Day of the text applied when it is not that of the year: some calls were made under an earlier one."""
        if self.nature is NatureMontant.DEFINITIVES:
            return None
        retard = self.loi.parametres["retard_du_texte_des_appels"].au(self.periode.debut, extrapoler=self.extrapoler)
        return date(self.annee - int(retard.flottant), 12, 31) if retard and retard.flottant else None

    @property
    def ancienne_assiette(self) -> bool:
        """Tell whether the text applied takes the income of before the reform of 2025."""
        premiere = self.loi.parametres["premiere_annee_assiette_unique"].valeurs[0].flottant
        return bool((self.droit_du or self.periode.debut).year < premiere)

    def categorie(self) -> dict[type[IntEnum], IntEnum]:
        """Return where the person stands on each axis."""
        try:
            return situer(self.loi, AXES, self.donnees, self.periode, {NatureMontant: self.nature}, **self.options())
        except FaitsManquants as erreur:
            raise self.manque(erreur.faits) from None

    def evaluer(self, cibles: Collection[str], *, exact: bool = False) -> Evaluation:
        """Evaluate targets after checking that the situation is covered (`HorsChamp` otherwise)."""
        categorie = self.categorie()
        controle = refuser_hors_champ(self.loi, categorie, self.donnees, self.periode, **self.options())
        evaluation = self.evaluer_sans_controle(cibles, categorie, exact=exact)
        evaluation.completer(controle)
        return evaluation

    def evaluer_sans_controle(
        self, cibles: Collection[str], categorie: dict[type[IntEnum], IntEnum], *, exact: bool = False
    ) -> Evaluation:
        plan = self.loi.plan(cibles, categorie, self.periode, donnes=self.donnees.keys(), **self.options())
        return evaluer(plan, self.donnees, exact=exact)

    def manque(self, faits: Collection[str]) -> FaitsManquants:
        """Return the error that says where each missing fact is to be written."""
        champs = [self._champ(nom) for nom in dict.fromkeys(faits)]
        connus = sorted({an for nom, _, an in self.donnees if an is not None})
        sinon = f" (exercices donnés : {', '.join(map(str, connus))})" if connus and self.annee not in connus else ""
        return FaitsManquants(f"Il manque {' et '.join(champs)}{sinon}.", tuple(faits))

    def _champ(self, nom: str) -> str:
        fait = FAITS[nom]
        champ = CHAMPS_D_ORIGINE.get(nom, nom)
        if fait.entite == "personne":
            return f"personne.{champ} ({fait.libelle})"
        rang = next((r for k, r in enumerate(self.activites) if (nom, k, self._an(nom)) not in self.donnees), 0)
        ici = f"activites[{rang}]" + (f".exercices.{self.annee}" if fait.par_annee else "")
        return f"{ici}.{champ} ({fait.libelle})"

    def _an(self, nom: str) -> int | None:
        return self.annee if FAITS[nom].par_annee else None


def _en_francais(jour: date) -> str:
    return f"{jour.day:02d}/{jour.month:02d}/{jour.year}"
