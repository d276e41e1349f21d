"""What a person owes for one income year: every contribution, its base, rate, amount and article."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from egide.droit.commun.categories import NatureMontant
from egide.moteur.completude import Influence, influences
from egide.moteur.erreurs import NomInconnu
from egide.moteur.evaluation import Evaluation
from egide.moteur.faits import Cle
from egide.services.appels import asseoir
from egide.services.dossier_annuel import DossierAnnuel
from egide.services.loi import derniere_verification, loi, verifier_annee
from egide.services.reponse import Reponse, ligne_de
from egide.services.revenu import completer_revenu
from egide.situation import Situation, charger

LIGNES_DE_MAYOTTE = ("contribution_maladie_invalidite_deces_autonomie", "cotisation_maladie_additionnelle")
"""The sums that are due in Mayotte only, shown before the others."""
LIGNES = (
    "cotisation_maladie_maternite",
    "cotisation_indemnites_journalieres",
    "cotisation_allocations_familiales",
    "cotisation_retraite_base",
    "cotisation_retraite_complementaire",
    "cotisation_invalidite_deces",
    "csg_deductible",
    "csg_crds_non_deductible",
    "contribution_formation_professionnelle",
    "conjoint_cotisation_retraite_base",
    "conjoint_cotisation_retraite_complementaire",
    "conjoint_cotisation_invalidite_deces",
    "conjoint_cotisation_indemnites_journalieres",
)
"""The sums that make up the total, in the order in which they are shown."""
NATURES = {"definitives": NatureMontant.DEFINITIVES, "provisionnelles": NatureMontant.PROVISIONNELLES}
TOTAL = "total_cotisations_et_contributions"
CIBLES = (
    "revenu_professionnel",
    "revenu_brut",
    "revenu_avant_cotisations",
    "abattement_assiette",
    "assiette_sociale",
    "assiette_csg_crds",
    "assiette_maladie_maternite",
    "assiette_indemnites_journalieres",
    "assiette_retraite_base",
    "assiette_invalidite_deces",
    "plafond_proratise",
    "taux_cotisation_maladie_maternite",
    "taux_cotisation_indemnites_journalieres",
    "taux_cotisation_allocations_familiales",
    *LIGNES_DE_MAYOTTE,
    *LIGNES,
    "csg_crds",
    "exoneration_acre",
    "exoneration_drom",
    "exoneration_mayotte",
    "exoneration_zfu",
    "reduction_covid",
    "conjoint_total_cotisations",
    TOTAL,
    "revenu_net",
)
_DE_L_ACTIVITE = ("revenu_brut", "revenu_professionnel")


def cotisations(
    situation: Situation | Mapping[str, Any] | str,
    *,
    annee: int | None = None,
    nature: str = "definitives",
    extrapoler: bool = False,
) -> Reponse:
    """Return what a person owes for an income year.

    Args:
        situation: a `Situation`, its document as a dict, or the path of its file.
        annee: income year; the last one verified by default.
        nature: "definitives" (on the income of the year) or "provisionnelles" (what is called during the year).
        extrapoler: carry the figures beyond the last day they were checked; the answer says so.

    Raises:
        SituationInvalide: the document has faults.
        HorsPlage: the year is outside the range covered.
        FaitsManquants: a fact is needed; the message says where to write it.
        HorsChamp: the situation is not covered; the message says whom to turn to.
    """
    dossier = ouvrir(situation, annee=annee, nature=nature, extrapoler=extrapoler)
    reponse = Reponse("cotisations", dossier.annee, nature, verifie_le=derniere_verification())
    if dossier.inactivite:
        reponse.motif = dossier.inactivite
        return reponse
    completer_revenu(dossier)
    donnes = {nom for nom, _, _ in dossier.donnees}
    evaluation = dossier.evaluer([nom for nom in CIBLES if nom in donnes or nom != "revenu_professionnel"])
    _remplir(reponse, dossier, evaluation)
    return reponse


def ouvrir(
    situation: Situation | Mapping[str, Any] | str, *, annee: int | None, nature: str, extrapoler: bool
) -> DossierAnnuel:
    """Read a situation for a year and a nature of amounts; see `cotisations`."""
    annee = derniere_verification().year if annee is None else annee
    verifier_annee(annee, extrapoler=extrapoler)
    if nature not in NATURES:
        raise NomInconnu(nature, NATURES, quoi="nature des montants")
    lue = charger(situation)
    dossier = DossierAnnuel.de(loi(), lue, annee, NATURES[nature], extrapoler=extrapoler)
    if dossier.nature is NatureMontant.PROVISIONNELLES and not dossier.inactivite:
        asseoir(dossier, lue)
    return dossier


def _remplir(reponse: Reponse, dossier: DossierAnnuel, evaluation: Evaluation) -> None:
    if evaluation.plan.cibles and evaluation.valeurs[evaluation.plan.cibles[TOTAL]] is None:
        raise dossier.manque(_manquants(evaluation))
    reponse.retenir(evaluation, dossier.donnees, CIBLES, TOTAL)
    reponse.lignes = [ligne_de(evaluation, nom) for nom in (*LIGNES_DE_MAYOTTE, *LIGNES) if nom in evaluation]
    reponse.notes = list(dossier.notes)
    if len(dossier.activites) > 1:
        reponse.a_confirmer.append(
            "Plusieurs activités : les revenus sont additionnés et le groupe est celui de la première."
        )
        reponse.activites = [
            _part(dossier, evaluation, k, reponse.valeurs[TOTAL]) for k in range(len(dossier.activites))
        ]
    reponse.influences = lambda: _influences(dossier, evaluation)


def _manquants(evaluation: Evaluation) -> list[str]:
    """Return the missing facts, the ones a person would give first: a whole income rather than its parts."""
    noms = evaluation.causes(TOTAL)
    return ["revenu_brut"] if "chiffre_affaires" in noms else noms


def _part(dossier: DossierAnnuel, evaluation: Evaluation, rang: int, total: float) -> dict[str, Any]:
    """Return what one activity brings: its income, and its share of the total in proportion to it."""
    revenus = evaluation.plan.par_activite[next(n for n in _DE_L_ACTIVITE if n in evaluation)]
    montants = [max(float(evaluation.valeurs[r]), 0.0) for r in revenus]
    part = montants[rang] / sum(montants) if sum(montants) else 1 / len(montants)
    nom = evaluation.plan.noeuds[revenus[rang]].nom
    return {
        "activite": dossier.activites[rang],
        nom: float(evaluation.valeurs[revenus[rang]]),
        TOTAL: round(total * part, 2),
    }


def _influences(dossier: DossierAnnuel, evaluation: Evaluation) -> list[Influence]:
    def recalculer(cle: Cle, essai: float) -> float:
        autre = DossierAnnuel(
            dossier.loi, dossier.annee, dossier.nature, dossier.extrapoler, {**dossier.donnees, cle: essai}
        )
        autre.activites = dossier.activites
        return float(autre.evaluer((TOTAL,))[TOTAL])

    return influences(evaluation, TOTAL, recalculer)
