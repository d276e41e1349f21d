"""What one person's situation gives for one income year: the activities concerned, their facts, the plan's options."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from typing import Any

from egide.droit.commun.categories import NatureMontant, RegimeSocial
from egide.droit.commun.enumerations import Nature, Statut, Territoire
from egide.moteur.ecriture import ecrire_jour
from egide.moteur.erreurs import FaitsManquants, HorsChamp
from egide.moteur.evaluation import Evaluation, ecrire_inconnue, evaluer, refuser_hors_champ, situer
from egide.moteur.faits import Cle, Nombre
from egide.moteur.graphe import Legislation
from egide.moteur.periode import Periode
from egide.moteur.plan import Noeud
from egide.moteur.regle import Categorie
from egide.services.cumuls import Cumuls
from egide.services.loi import AXES
from egide.services.reprises import comptes_d_avant, debut_d_avant, reprises
from egide.situation import FAITS, Situation
from egide.situation.durees import premiers_jours_comptes
from egide.situation.faits import MONTANTS_COVID
from egide.situation.faits_liberaux import DEMANDES

CHAMPS_D_ORIGINE = {
    "categorie_liberale": "profession",
    "territoire": "commune",
    "conjoint_collaborateur_option": "conjoint_collaborateur",
    "classe_retraite_complementaire": "classes.retraite_complementaire",
    "classe_invalidite_deces": "classes.invalidite_deces",
    "naissance_connue": "date_naissance",
    **{f"demande_{nom}": f"demandes.{nom}" for nom in DEMANDES},
    "part_recettes_conventionnees": "recettes_conventionnees",
    "part_depassements": "depassements_honoraires",
    "invalidite_depuis": "invalidite.depuis",
    "retraite_depuis": "retraite.depuis",
    "accouchement_dans_l_annee": "evenement.naissance",
    "cumul_integral": "retraite.cumul_integral",
    "zfu_depuis": "zfu.depuis",
    "zfu_salaries": "zfu.salaries",
    **{f"mois_covid_{montant}": "mois_reduction_covid" for montant in MONTANTS_COVID},
}
"""Facts that are read from another field of the situation."""

REFUS_GENERAL = "hors_champ_groupe"
"""The refusal that says again, in general, what a more precise one says."""


@dataclass
class DossierAnnuel:
    """The facts of a person for one income year, ready for the engine.

    Attributes:
        loi, annee, nature, extrapoler: what is asked.
        donnees: facts given, activities ranked among those retained.
        activites: rank in the situation of each activity retained.
        notes: what was set aside or assumed before any rule, in sentences.
        lus: facts given that were read before any rule.
        annee_des_revenus: year in which the incomes are written in the situation, when it is not the one asked for.
        avant: first and last days of the activities that those retained take up again, carried on before the year.
        du_conjoint: what is asked is what the collaborating spouse owes, the rest being what is told of the head.
        inactivite: why nothing is due, when no activity was carried on that year.
    """

    loi: Legislation
    annee: int
    nature: NatureMontant
    extrapoler: bool = False
    donnees: dict[Cle, Nombre] = field(default_factory=dict)
    activites: list[int] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    lus: set[Cle] = field(default_factory=set)
    annee_des_revenus: int | None = None
    avant: list[tuple[date | None, date | None]] = field(default_factory=list)
    du_conjoint: bool = False
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
        suites = reprises(situation, dossier.activites)
        for rang, suite in suites.items():
            donnees |= comptes_d_avant(donnees, rang, suite)
            donnees["debut_d_activite", rang, None] = debut_d_avant(situation, suite)
            dossier.avant += [(situation.activites[k].debut, situation.activites[k].fin) for k in suite]
        nouveaux_rangs = {ancien: nouveau for nouveau, ancien in enumerate(dossier.activites)}
        dossier.donnees = {
            (nom, None if rang is None else nouveaux_rangs[rang], an): valeur
            for (nom, rang, an), valeur in donnees.items()
            if rang is None or rang in nouveaux_rangs
        }
        comptes = premiers_jours_comptes(dossier.donnees, len(dossier.activites))
        dossier.donnees |= {("premier_jour_compte", rang, None): jour for rang, jour in comptes.items()}
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
            elif activite.statut is Statut.MICRO_ENTREPRENEUR:
                continue  # it contributes on its turnover, apart from the others
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
                raisons.append(f"activites[{rang}] ne commence que le {ecrire_jour(activite.debut)}")
            elif activite.fin:
                raisons.append(f"activites[{rang}] a pris fin le {ecrire_jour(activite.fin)}")
        return f"Aucune cotisation n'est due au titre de {self.annee}, car {' ; '.join(raisons)}."

    def options(self) -> dict[str, Any]:
        return {"activites": len(self.activites), "droit_du": self.droit_du, "extrapoler": self.extrapoler}

    @property
    def droit_du(self) -> date | None:
        """Day of the text applied when it is not that of the year: some calls were made under an earlier one.

        Nothing was called in Mayotte before 2025: its calls have no earlier text to follow.
        """
        retard = 0 if Territoire.MAYOTTE in self._territoires() else self._retard_des_appels()
        return date(self.annee - retard, 12, 31) if retard else None

    def _territoires(self) -> set[float]:
        return {float(valeur) for (nom, _, _), valeur in self.donnees.items() if nom == "territoire"}

    def _retard_des_appels(self) -> int:
        """Return by how many years the text of the calls is behind that of the year."""
        if self.nature is NatureMontant.DEFINITIVES:
            return 0
        retard = self.loi.parametres["retard_du_texte_des_appels"].au(self.periode.debut, extrapoler=self.extrapoler)
        return int(retard.flottant) if retard else 0

    @property
    def ancienne_assiette(self) -> bool:
        """Tell whether the amounts asked for rest on the income of before the reform of 2025."""
        return self.revenu_de(self.annee - self._retard_des_appels()) == "revenu_professionnel"

    def revenu_de(self, annee: int) -> str:
        """Return the name of the income that the text of a year takes."""
        premiere = self.loi.parametres["premiere_annee_assiette_unique"].valeurs[0].flottant
        return "revenu_professionnel" if annee < premiere else "revenu_brut"

    @property
    def simplifie(self) -> bool:
        """Tell whether the person has opted for the simplified scheme of replacement doctors."""
        return any(self.donnees.get(("regime_simplifie", k, None)) for k in range(len(self.activites)))

    def categorie(self) -> dict[type[IntEnum], IntEnum]:
        """Return where the person stands on each axis; the simplified scheme of replacement doctors has no other."""
        if self.simplifie:
            return {RegimeSocial: RegimeSocial.SIMPLIFIE, NatureMontant: self.nature}
        try:
            return situer(self.loi, AXES, self.donnees, self.periode, {NatureMontant: self.nature}, **self.options())
        except FaitsManquants as erreur:
            raise self.manque(erreur.faits) from None

    def evaluer(self, cibles: Collection[str], *, exact: bool = False) -> Evaluation:
        """Evaluate targets after checking that the situation is covered (`HorsChamp` otherwise)."""
        categorie = self.categorie()
        controle = self._controler(categorie)
        self.cumuls().refuser(categorie)
        evaluation = self.evaluer_sans_controle(cibles, categorie, exact=exact)
        evaluation.completer(controle)
        return evaluation

    def _controler(self, categorie: Categorie) -> Evaluation:
        """Raise `HorsChamp` where the situation is not covered, each reason once."""
        try:
            return refuser_hors_champ(self.loi, categorie, self.donnees, self.periode, **self.options())
        except HorsChamp as refus:
            precis = [motif for motif in refus.motifs if motif[0] != REFUS_GENERAL]
            raise HorsChamp(precis or refus.motifs) from None

    def cumuls(self) -> Cumuls:
        """Return the exemptions claimed in the year."""
        return Cumuls(self.donnees, self.periode, self.activites)

    def evaluer_sans_controle(
        self, cibles: Collection[str], categorie: dict[type[IntEnum], IntEnum], *, exact: bool = False
    ) -> Evaluation:
        plan = self.loi.plan(cibles, categorie, self.periode, donnes=self.donnees.keys(), **self.options())
        return evaluer(plan, self.donnees, exact=exact)

    def exiger(self, evaluation: Evaluation, nom: str) -> None:
        """Raise `FaitsManquants` unless a target applies to the person and is known."""
        if nom not in evaluation:
            raise FaitsManquants(f"« {nom} » ne s'applique pas à cette personne en {self.annee}.")
        if evaluation.valeurs[evaluation.plan.cibles[nom]] is None:
            if inconnus := [n.parametre for n in evaluation.absents(nom) if n.parametre]:
                chiffres = " ; ".join(dict.fromkeys(map(ecrire_inconnue, inconnus)))
                raise FaitsManquants(f"« {nom} » ne peut être calculée : il manque un chiffre de la loi. {chiffres}.")
            rangs = {manquant: rang for manquant, rang, _ in reversed(evaluation.manquants)}
            raise self.manque(evaluation.causes(nom), rangs)

    def manque(self, faits: Collection[str], rangs: Mapping[str, int | None] | None = None) -> FaitsManquants:
        """Return the error that says where each missing fact is to be written.

        Args:
            faits: names of the missing facts.
            rangs: name → rank of the first activity that lacks it, where it is known.
        """
        if "chiffre_affaires" in faits:  # a person gives a whole income before its parts
            faits, rangs = ["revenu_brut"], {"revenu_brut": (rangs or {}).get("chiffre_affaires")}
        champs = [self.champ(nom, (rangs or {}).get(nom)) for nom in dict.fromkeys(faits)]
        annee = self.annee_des_revenus or self.annee
        connus = sorted({an for nom, _, an in self.donnees if an is not None})
        sinon = f" (exercices donnés : {', '.join(map(str, connus))})" if connus and annee not in connus else ""
        return FaitsManquants(f"Il manque {' et '.join(champs)}{sinon}.{self._pourquoi(faits)}", tuple(faits))

    def _pourquoi(self, faits: Collection[str]) -> str:
        """Say why what is enough for one activity is not for several."""
        if "revenu_imposable" in faits and len(self.activites) > 1:
            return (
                " Plusieurs activités ne se calculent ensemble que si toutes sont au régime fiscal de la "
                "micro-entreprise, ou aucune."
            )
        avant = {nom for nom, _, an in self.donnees if an == self.annee} & {"chiffre_affaires", "revenu_brut"}
        if "revenu_professionnel" not in faits or len(self.activites) == 1 or not avant:
            return ""
        return (
            " Avec plusieurs activités, il ne se retrouve pas à partir du chiffre d'affaires ni du revenu brut : le "
            "donner pour chacune."
        )

    def champ_de(self, noeud: Noeud) -> str:
        """Return where a missing fact, of whatever year, is written in the situation, and what it is."""
        if noeud.fait is None or not noeud.fait.par_annee:
            return self.champ(noeud.nom, noeud.rang)
        nom = noeud.nom
        rang = self.activites[noeud.rang or 0]
        return f"activites[{rang}].exercices.{noeud.periode.annee}.{nom} ({FAITS[nom].libelle})"

    def champ(self, nom: str, rang: int | None = None) -> str:
        """Return where a fact is written in the situation, and what it is; by default the first place it lacks from."""
        fait = FAITS[nom]
        champ = CHAMPS_D_ORIGINE.get(nom, nom)
        if fait.entite == "personne":
            return f"personne.{champ} ({fait.libelle})"
        if rang is None:
            rang = next((k for k in range(len(self.activites)) if (nom, k, self._an(nom)) not in self.donnees), 0)
        ici = f"activites[{self.activites[rang]}]"
        if fait.par_annee:
            ici += ".chef" if self.du_conjoint else ""
            ici += f".exercices.{self.annee_des_revenus or self.annee}"
        return f"{ici}.{champ} ({fait.libelle})"

    def _an(self, nom: str) -> int | None:
        return self.annee if FAITS[nom].par_annee else None
