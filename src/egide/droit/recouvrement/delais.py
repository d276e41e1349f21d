"""Les délais : prescription, mise en demeure, contestation."""

from egide.moteur.mecanismes import jour_apres_mois, jour_du_calendrier
from egide.moteur.regle import regle


@regle(
    depuis="2018-01-01",
    unite="date",
    references=("CSS L. 244-3 (2017-01-01)", "CSS L. 244-11 (2017-01-01)"),
    periode="jour",
)
def prescription_le(
    annee_de_la_dette,
    travail_dissimule,
    annees_prescription,
    annees_prescription_travail_dissimule,
    mois_depart_prescription,
    quantieme_depart_prescription,
):
    """Dernier jour où la dette peut être réclamée : trois ans à compter du 30 juin de l'année suivante.

    Cinq ans si un procès-verbal a constaté du travail illégal.
    """
    annees = annees_prescription_travail_dissimule if travail_dissimule else annees_prescription
    return jour_du_calendrier(annee_de_la_dette + 1 + annees, mois_depart_prescription, quantieme_depart_prescription)


@regle(depuis="2018-01-01", unite="oui/non", references="CSS L. 244-3 (2017-01-01)", periode="jour")
def prescrite(prescription_le, jour_de_la_reclamation):
    """La dette était prescrite au jour où elle a été réclamée."""
    return jour_de_la_reclamation > prescription_le


@regle(
    depuis="2018-01-01",
    unite="date",
    references=("CSS L. 244-2", "CSS R. 133-3"),
    periode="jour",
)
def paiement_apres_mise_en_demeure(mise_en_demeure_le, mois_mise_en_demeure):
    """Dernier jour pour payer après une mise en demeure : un mois ; ensuite une contrainte peut être décernée."""
    return jour_apres_mois(mise_en_demeure_le, mois_mise_en_demeure)


@regle(depuis="2018-01-01", unite="date", references="CSS R. 142-1", periode="jour")
def recours_amiable_le(mise_en_demeure_le, mois_recours_amiable):
    """Dernier jour pour saisir la commission de recours amiable : deux mois après la notification."""
    return jour_apres_mois(mise_en_demeure_le, mois_recours_amiable)


@regle(
    depuis="2018-01-01",
    unite="date",
    references=("CSS L. 244-8-1 (2017-01-01)", "CSS L. 244-11 (2017-01-01)"),
    periode="jour",
)
def prescription_de_l_action_le(
    paiement_apres_mise_en_demeure,
    travail_dissimule,
    annees_prescription,
    annees_prescription_travail_dissimule,
    mois_par_an,
):
    """Dernier jour pour agir après une mise en demeure : trois ans à compter de la fin du mois laissé pour payer."""
    annees = annees_prescription_travail_dissimule if travail_dissimule else annees_prescription
    return jour_apres_mois(paiement_apres_mise_en_demeure, annees * mois_par_an)
