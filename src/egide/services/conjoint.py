"""A collaborating spouse as the person: what they owe, computed with what is told of the head of the business."""

from __future__ import annotations

from egide.droit.commun.enumerations import OptionConjoint, Statut
from egide.moteur.mecanismes import DE_LONGUE_DATE
from egide.services.appels import JOURS_PAR_AN, jours_d_activite
from egide.services.dossier_annuel import DossierAnnuel
from egide.situation import FAITS, Situation

COLLABORATEUR = Statut.CONJOINT_COLLABORATEUR


def est_le_conjoint(situation: Situation, dossier: DossierAnnuel) -> bool:
    """Tell whether the only activity of the year is that of a collaborating spouse."""
    return [situation.activites[rang].statut for rang in dossier.activites] == [COLLABORATEUR]


def sans_le_conjoint(situation: Situation, dossier: DossierAnnuel) -> Situation | None:
    """Return the situation of a person without what they do as a collaborating spouse, None where nothing changes.

    What is due for that is on the account of the head, who pays it: it is no part of what their own business owes.
    """
    statuts = [situation.activites[rang].statut for rang in dossier.activites]
    if COLLABORATEUR not in statuts or set(statuts) == {COLLABORATEUR}:
        return None
    siennes = [activite for activite in situation.activites if activite.statut is not COLLABORATEUR]
    return situation.model_copy(update={"activites": tuple(siennes)})


def vue_du_chef(situation: Situation, rang: int) -> Situation:
    """Return the situation of a spouse as that of the head: the rules give the spouse's contributions beside his.

    Without a choice the base is a third of the plafond (CSS R. 662-1).
    """
    siens = situation.activites[rang]
    chef = siens.model_copy(
        update={
            "statut": Statut.ENTREPRISE_INDIVIDUELLE,
            "conjoint_collaborateur": siens.conjoint_collaborateur or OptionConjoint.FORFAIT,
            "exercices": siens.chef.exercices if siens.chef else {},
        }
    )
    autres = [chef if k == rang else activite for k, activite in enumerate(situation.activites)]
    return situation.model_copy(update={"activites": tuple(autres)})


def asseoir_le_conjoint(dossier: DossierAnnuel) -> None:
    """Mark the file as that of the spouse of a head who is established: nothing else is told of him."""
    dossier.du_conjoint = True
    dossier.donnees["debut_d_activite", 0, None] = DE_LONGUE_DATE
    dossier.notes.append(
        "Cotisations du conjoint collaborateur, que paie le chef d'entreprise ; celui-ci est supposé établi, et "
        "affilié toute l'année."
    )


def reduire_a_ses_jours(dossier: DossierAnnuel) -> None:
    """Bring the income of the year, that of a whole year of the head, to the days of the spouse (CSS R. 662-2)."""
    coefficient = jours_d_activite(dossier, dossier.annee) / JOURS_PAR_AN
    if coefficient == 1:
        return
    for cle, valeur in list(dossier.donnees.items()):
        if cle[2] == dossier.annee and FAITS[cle[0]].unite:
            dossier.donnees[cle] = float(valeur) * coefficient
    dossier.notes.append("Revenu du chef d'entreprise ramené à la durée d'affiliation du conjoint (CSS R. 662-2).")


def sans_revenu(dossier: DossierAnnuel) -> bool:
    """Tell whether the base is a third of the plafond, for which no income is needed."""
    return dossier.donnees.get(("conjoint_collaborateur_option", 0, None)) == OptionConjoint.FORFAIT
