"""What is reimbursed of an act of care, and what is left to pay."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date as Date  # noqa: N812 — as in the answer
from datetime import timedelta
from enum import IntEnum
from typing import Any

from egide.droit.commun.enumerations import slug
from egide.droit.soins.commun import AUXILIAIRE, MEDECIN, TECHNIQUE
from egide.droit.soins.enumerations import TypeActe
from egide.moteur.ecriture import ecrire
from egide.moteur.erreurs import FaitsManquants
from egide.moteur.evaluation import Evaluation
from egide.moteur.faits import Cle, Nombre
from egide.services.affiliation import jour_demande
from egide.services.loi import loi_de
from egide.services.reponse_droits import ReponseDroits, evaluer_au, exiger
from egide.services.reponse_prestations import Condition
from egide.situation import Situation, charger
from egide.situation.modele_evenements import Acte

CIBLES = (
    "depense",
    "base_remboursement",
    "taux_remboursement",
    "remboursement_avant_retenues",
    "participation_hospitalisation",
    "forfait_hospitalier",
    "participation_forfaitaire",
    "franchise",
    "montant_assurance_maladie",
    "montant_regime_local",
    "montant_complementaire_solidaire",
    "montant_rembourse",
    "reste_a_charge",
)
CONDITIONS = {
    "exonere_de_la_participation": "Soins pris en charge à 100 %",
    "dispense_des_retenues": "Dispense de participation forfaitaire et de franchise",
}
TOTAL = "montant_rembourse"
COMPLEMENTS = ("montant_regime_local", "montant_complementaire_solidaire")
"""Not shown to whom they do not concern."""


def soins(situation: Situation | Mapping[str, Any] | str, *, extrapoler: bool = False) -> ReponseDroits:
    """Return the reimbursement of `acte`: rate, participation, franchise, hospital flat sum, what is left to pay.

    Args:
        situation: a `Situation`, its document as a dict, or the path of its file.
        extrapoler: answer beyond the known law, carried over; the answer says so.

    Raises:
        SituationInvalide: the document has faults.
        HorsPlage: the act is outside the range covered.
        FaitsManquants: a fact is needed; the message says where to write it.
    """
    lue = charger(situation)
    evaluation = evaluer_pour(lue, (*CIBLES, *CONDITIONS), extrapoler=extrapoler)
    assert lue.acte is not None
    acte, jour, donnees = lue.acte, evaluation.plan.periode.debut, lue.donnees()
    reponse = ReponseDroits("soins", jour)
    reponse.retenir(evaluation, donnees, CIBLES, TOTAL)
    reponse.montants = [m for m in reponse.montants if m.valeur or m.nom not in COMPLEMENTS]
    for nom, libelle in CONDITIONS.items():
        regle = evaluation.plan.noeuds[evaluation.plan.cibles[nom]].regle
        assert regle is not None
        articles = tuple(c.sans_version for c in regle.references)
        reponse.conditions.append(Condition(libelle, "", bool(evaluation[nom]), articles))
    reponse.notes = _notes(acte, reponse.valeurs)
    return reponse


def evaluer_pour(situation: Situation, cibles: tuple[str, ...], *, extrapoler: bool = False) -> Evaluation:
    """Evaluate some rules for the act of a situation; see `soins` for what it raises."""
    acte = situation.acte
    if acte is None or acte.type is None:
        raise FaitsManquants(f"Il manque acte.type (acte de soins) ; attendu : {_types()}.", ("type",))
    exiger(acte.tarif, "acte.tarif", "prix payé pour un acte, en euros")
    jour = _jour(acte, extrapoler=extrapoler)
    donnees = situation.donnees()
    if acte.type is TypeActe.HOSPITALISATION:
        donnees |= _sejour(acte, donnees, extrapoler=extrapoler)
    categorie: dict[type[IntEnum], IntEnum] = {TypeActe: acte.type}
    return evaluer_au(loi_de("soins"), cibles, donnees, jour, categorie, extrapoler=extrapoler)


def _types() -> str:
    return ", ".join(slug(t) for t in TypeActe)


def _jour(acte: Acte, *, extrapoler: bool) -> Date:
    """Return the day whose law applies: that of the act, or of the admission."""
    if acte.type is TypeActe.HOSPITALISATION:
        exiger(acte.entree, "acte.entree", "date d'entrée à l'hôpital")
        exiger(acte.sortie, "acte.sortie", "date de sortie de l'hôpital")
        return jour_demande(acte.entree, extrapoler=extrapoler)
    exiger(acte.date, "acte.date", "date de l'acte")
    return jour_demande(acte.date, extrapoler=extrapoler)


def _sejour(acte: Acte, donnees: Mapping[Cle, Nombre], *, extrapoler: bool) -> dict[Cle, Nombre]:
    """Return how many days a stay counts, and the sum of their flat sums: each day has that of its own law."""
    assert acte.entree is not None
    assert acte.sortie is not None
    jours = [acte.entree + timedelta(days=k) for k in range((acte.sortie - acte.entree).days + 1)]
    categorie: dict[type[IntEnum], IntEnum] = {TypeActe: TypeActe.HOSPITALISATION}
    forfaits = 0.0
    if len(jours) > 1:  # a stay that does not pass midnight owes none
        du_jour = (
            evaluer_au(loi_de("soins"), ("forfait_du_jour",), donnees, j, categorie, extrapoler=extrapoler)
            for j in jours
        )
        forfaits = sum(float(e["forfait_du_jour"]) for e in du_jour)
    return {("jours_hospitalisation", None, None): float(len(jours)), ("forfaits_des_jours", None, None): forfaits}


def _notes(acte: Acte, valeurs: Mapping[str, Any]) -> list[str]:
    notes = []
    if (acte.nombre or 1) > 1 and acte.type in (*MEDECIN, *TECHNIQUE, *AUXILIAIRE):
        notes.append("les actes sont faits le même jour, par le même professionnel")
    if "participation_forfaitaire" in valeurs or "franchise" in valeurs:
        notes.append("les plafonds de l'année se comptent à la date du remboursement, supposée celle de l'acte")
    depassement = valeurs["depense"] - valeurs["base_remboursement"]
    if depassement > 0:
        notes.append(f"dépassement de {ecrire(depassement, '€')} : il n'est jamais remboursé par l'assurance maladie")
    elif acte.base is None:
        notes.append("tarif de base du remboursement : le prix payé, sans dépassement")
    if valeurs.get("montant_regime_local", 0) > 0:
        notes.append("le régime local d'Alsace-Moselle n'affilie personne au titre d'une activité indépendante")
    return notes
