"""Ceux que leur qualité range parmi les salariés : agent public, élu, étudiant, collaborateur occasionnel."""

from egide.droit.affiliation.commun import de_l_activite
from egide.droit.commun.categories import Fondement
from egide.droit.commun.enumerations import Statut


@de_l_activite(
    depuis="2017-12-31", unite="oui/non", references=("CSS L. 311-3 (2020-12-16)", "CSS D. 311-4 (2019-01-01)")
)
def reste_traite_en_independant(traitement_d_independant_le, premier_jour_periode):
    """Collaborateur occasionnel du service public, ou expert autorisé, qui a demandé à rester traité en indépendant.

    La demande vaut du jour où l'attestation est présentée à l'organisme qui paie.
    """
    return traitement_d_independant_le <= premier_jour_periode


@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 311-3 (2020-12-16)", "CSS L. 382-31 (2013-01-01)", "CSS L. 711-1"),
)
def fondement_du_statut(statut, reste_traite_en_independant):
    """Qualité qui range la personne parmi les salariés, quelle que soit la tâche."""
    if statut == Statut.FONCTIONNAIRE:
        return Fondement.FONCTIONNAIRE
    if statut == Statut.ELU_LOCAL:
        return Fondement.ELU_LOCAL
    if statut == Statut.ETUDIANT_JUNIOR_ENTREPRISE:
        return Fondement.ETUDIANT_JUNIOR_ENTREPRISE
    if reste_traite_en_independant:
        return Fondement.AUCUN
    if statut == Statut.COLLABORATEUR_OCCASIONNEL:
        return Fondement.COLLABORATEUR_OCCASIONNEL
    if statut == Statut.EXPERT_AUTORISE:
        return Fondement.EXPERT_AUTORISE
    return Fondement.AUCUN
