"""Les délais de la demande, du choix, du renouvellement et du recours."""

from egide.moteur.mecanismes import annee_du_jour, jour_apres_mois, jour_du_calendrier, mois_du_jour
from egide.moteur.regle import regle


@regle(depuis="2018-01-01", unite="date", references=("CSS L. 861-5", "CSS R. 861-16-1 (2024-06-30)"))
def decision_au_plus_tard(premier_jour_periode, mois_pour_decider):
    """Dernier jour pour que la caisse décide d'une demande complète déposée ce jour.

    Sans décision notifiée à cette date, la demande est acceptée.
    """
    return jour_apres_mois(premier_jour_periode, mois_pour_decider)


@regle(depuis="2018-01-01", unite="date", references="CSS L. 861-5")
def effet_au_plus_tard(decision_au_plus_tard):
    """Premier jour de la couverture, au plus tard.

    Le premier jour du mois qui suit la décision (ou, avec participation, la réception des éléments de paiement).
    """
    return jour_du_calendrier(annee_du_jour(decision_au_plus_tard), mois_du_jour(decision_au_plus_tard) + 1, 1)


@regle(depuis="2018-01-01", unite="date", references="CSS L. 861-5")
def fin_du_droit(effet_au_plus_tard, mois_de_couverture):
    """Dernier jour de la couverture ouverte : elle dure un an."""
    return jour_apres_mois(effet_au_plus_tard, mois_de_couverture) - 1


@regle(depuis="2018-01-01", unite="date", references="CSS R. 861-18")
def renouvellement_a_partir_du(fin_du_droit, mois_avant_la_fin_au_plus_tot):
    """Premier jour pour demander le renouvellement."""
    return jour_apres_mois(fin_du_droit + 1, -mois_avant_la_fin_au_plus_tot)


@regle(depuis="2018-01-01", unite="date", references="CSS R. 861-18")
def renouvellement_jusqu_au(fin_du_droit, mois_avant_la_fin_au_plus_tard):
    """Dernier jour pour demander le renouvellement sans risquer une interruption."""
    return jour_apres_mois(fin_du_droit + 1, -mois_avant_la_fin_au_plus_tard)
