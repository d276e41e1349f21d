"""What is owed for a year, as far as its incomes were known on a day: provisional, then definitive."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from egide.droit.commun.categories import Caisse
from egide.moteur.erreurs import FaitsManquants
from egide.moteur.evaluation import Evaluation
from egide.moteur.faits import Nombre
from egide.moteur.mecanismes import arrondi_euro
from egide.moteur.periode import jour
from egide.services.appels import REVENUS, recalculer_la_deuxieme_annee
from egide.services.cotisations import DEDUCTIONS, LIGNES, LIGNES_DE_MAYOTTE, ouvrir
from egide.services.dossier_annuel import DossierAnnuel
from egide.services.revenu import completer_revenu
from egide.situation import Situation
from egide.situation.modele_activite import Activite, Exercice

FORMATION = "contribution_formation_professionnelle"
CSG_CRDS = "csg_crds"
DE_L_URSSAF = (
    "cotisation_maladie_maternite",
    "contribution_additionnelle_maladie",
    "cotisation_indemnites_journalieres",
    "cotisation_allocations_familiales",
    "csg_deductible",
    "csg_crds_non_deductible",
    FORMATION,
    "curps",
)
"""What the Urssaf collects of those whose pension is in a section, in the order of the lines."""
CIPAV_A_L_URSSAF = 2023
"""First year whose contributions to the Cipav the Urssaf collects (CSS L. 640-2)."""
A_LA_CAISSE = "total_caisse_retraite"
Montants = dict[str, int]


@dataclass(frozen=True)
class Du:
    """What is owed for a year.

    Attributes:
        montants: contribution → euros, vocational training apart.
        formation: the contribution to vocational training.
        caisse: what a pension fund calls itself, apart.
        notes, a_confirmer: what it rests on, what is uncertain.
    """

    montants: Montants
    formation: int
    caisse: float = 0.0
    notes: tuple[str, ...] = ()
    a_confirmer: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        return sum(self.montants.values())


@dataclass
class RevenusConnus:
    """The incomes of a person, of which a part only is looked at.

    Attributes:
        situation: the person, every income known.
        extrapoler: carry the figures beyond the last day they were checked.
    """

    situation: Situation
    extrapoler: bool = False
    _vus: dict[tuple[object, ...], Du] = field(default_factory=dict)

    def definitif(self, annee: int) -> Du:
        """Return what is owed on the income of the year itself."""
        return self._du(("definitif", annee), annee, "definitives", self.situation)

    def provisionnel(self, annee: int, connue: int, *, estime: bool = False) -> Du:
        """Return what is called for a year.

        Args:
            annee: the year called.
            connue: the last year whose income is known.
            estime: the person asked for a computation on their own estimate.
        """
        cle = ("provisionnel", annee, connue, estime)
        return self._du(cle, annee, "provisionnelles", self.vue(annee, connue, estime=estime), connue=connue)

    def vue(self, annee: int, connue: int, *, estime: bool = False) -> Situation:
        """Return the situation without the incomes that were not known yet, nor an end that was not either."""
        activites = tuple(self._activite(a, annee, connue, estime=estime) for a in self.situation.activites)
        vue = self.situation.model_copy(update={"activites": activites})
        vue.retenir_les_lieux(self.situation.lieux)
        return vue

    @staticmethod
    def _activite(activite: Activite, annee: int, connue: int, *, estime: bool) -> Activite:
        exercices = {an: e for an, e in activite.exercices.items() if an <= connue}
        if estime and annee in activite.exercices:
            exercices[annee] = Exercice(revenu_estime=activite.exercices[annee].revenu_estime)
        fin = activite.fin if activite.fin and activite.fin.year < annee else None
        return activite.model_copy(update={"exercices": exercices, "fin": fin})

    def _du(
        self, cle: tuple[object, ...], annee: int, nature: str, situation: Situation, *, connue: int | None = None
    ) -> Du:
        if cle not in self._vus:
            dossier = ouvrir(situation, annee=annee, nature=nature, extrapoler=self.extrapoler)
            if dossier.inactivite:
                raise FaitsManquants(dossier.inactivite)
            if connue == annee - 1 and deuxieme_annee(dossier) and revenu_donne(situation, connue):
                recalculer_la_deuxieme_annee(dossier)
            completer_revenu(dossier)
            self._vus[cle] = lire(dossier)
        return self._vus[cle]

    @cached_property
    def activite(self) -> Activite:
        """The activity whose way of paying counts: the first one."""
        return self.situation.activites[0]


def deuxieme_annee(dossier: DossierAnnuel) -> bool:
    """Tell whether the year is the second one of an activity that takes no other up again, without an estimate."""
    estime = ("annee_de_reference", None, None) in dossier.donnees
    debuts = [d for k in range(len(dossier.activites)) if (d := dossier.donnees.get(("debut", k, None))) is not None]
    return not estime and not dossier.avant and bool(debuts) and _annee(min(debuts)) == dossier.annee - 1


def _annee(numero: Nombre) -> int:
    return jour(float(numero)).year


def revenu_donne(situation: Situation, annee: int) -> bool:
    """Tell whether the income of a year is given for an activity."""
    exercices = (a.exercices.get(annee) for a in situation.activites)
    return any(e is not None and getattr(e, nom) is not None for e in exercices for nom in REVENUS)


def lire(dossier: DossierAnnuel) -> Du:
    """Evaluate what is owed, contribution by contribution."""
    noms = (*LIGNES_DE_MAYOTTE, *LIGNES, *DEDUCTIONS)
    evaluation = dossier.evaluer([*noms, A_LA_CAISSE])
    caisse = evaluation.plan.categorie[Caisse]
    apart = caisse is not Caisse.SSI and not (caisse is Caisse.CIPAV and dossier.annee >= CIPAV_A_L_URSSAF)
    montants: Montants = {}
    for nom in noms:
        if nom not in evaluation or (apart and nom not in DE_L_URSSAF):
            continue
        dossier.exiger(evaluation, nom)
        signe = -1 if nom in DEDUCTIONS else 1
        ou = CSG_CRDS if nom in ("csg_deductible", "csg_crds_non_deductible") else nom
        montants[ou] = montants.get(ou, 0) + signe * int(arrondi_euro(float(evaluation[nom])))
    formation = montants.pop(FORMATION, 0)
    a_la_caisse = 0.0
    if apart and A_LA_CAISSE in evaluation and evaluation.valeurs[evaluation.plan.cibles[A_LA_CAISSE]] is not None:
        a_la_caisse = float(evaluation[A_LA_CAISSE])
    return Du(
        {nom: m for nom, m in montants.items() if m or nom not in DEDUCTIONS},
        formation,
        a_la_caisse,
        tuple(dossier.notes),
        tuple(_doutes(evaluation)),
    )


def _doutes(evaluation: Evaluation) -> list[str]:
    """Return why some readings that counted are uncertain."""
    trouves = {}
    for noeud, valeur in zip(evaluation.plan.noeuds, evaluation.valeurs, strict=True):
        porte = noeud.regle or noeud.parametre
        if porte is not None and porte.a_confirmer and valeur:
            trouves[noeud.nom] = f"{noeud.nom} : {porte.a_confirmer}"
    return list(trouves.values())


def declaration_de(situation: Situation, annee: int) -> date | None:
    """Return the day on which the income of a year was declared, where it is given."""
    jours = [e.declare_le for a in situation.activites if (e := a.exercices.get(annee)) and e.declare_le]
    return max(jours) if jours else None
