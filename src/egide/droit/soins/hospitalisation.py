"""Le séjour à l'hôpital : participation, forfait journalier."""

from egide.droit.soins.commun import HOPITAL
from egide.moteur.mecanismes import arrondi_centime, au_moins, au_plus
from egide.moteur.regle import regle


@regle(depuis="2018-01-01", unite="€", references=("CSS L. 174-4", "CSS R. 174-5-1 (2006-06-02)"), pour=HOPITAL)
def forfait_du_jour(psychiatrie, forfait_journalier, forfait_journalier_psychiatrie):
    """Forfait journalier d'un jour d'hospitalisation."""
    return forfait_journalier_psychiatrie if psychiatrie else forfait_journalier


@regle(depuis="2018-01-01", unite="€", references="CSS L. 174-4 (2007-12-22)", pour=HOPITAL)
def forfait_hospitalier(forfaits_des_jours, assurance_maternite):
    """Forfait journalier du séjour.

    Dû pour chaque jour, celui de la sortie compris, dès que le séjour passe minuit. Il n'est pas remboursé par
    l'assurance maladie ; il n'est pas dû pendant la période de maternité.
    """
    return 0 if assurance_maternite else forfaits_des_jours


@regle(
    depuis="2018-01-01",
    unite="€",
    references=("CSS R. 160-5", "CSS R. 160-16 (2019-01-01)"),
    pour=HOPITAL,
    arrondi=arrondi_centime,
)
def participation_hospitalisation(
    base_remboursement,
    jours_hospitalisation,
    acte_couteux,
    exonere_de_la_participation,
    taux_hospitalisation,
    participation_acte_couteux,
    jours_avant_gratuite,
):
    """Participation de l'assuré aux frais du séjour.

    Une fraction des frais des trente premiers jours (ceux du séjour répartis également entre ses jours), ou une somme
    fixe quand un acte coûteux y est fait ; rien pour les personnes prises en charge à 100 %.
    """
    if exonere_de_la_participation:
        return 0
    if acte_couteux:
        return au_plus(participation_acte_couteux, base_remboursement)
    part_payante = au_plus(jours_hospitalisation, jours_avant_gratuite) / jours_hospitalisation
    return base_remboursement * part_payante * (1 - taux_hospitalisation)


@regle(depuis="2018-01-01", unite="€", references="CSS L. 174-4 (2007-12-22)", pour=HOPITAL)
def a_charge_de_l_hospitalise(
    participation_hospitalisation, forfait_hospitalier, acte_couteux, exonere_de_la_participation, base_remboursement
):
    """Ce que l'assurance maladie laisse à l'assuré pour le séjour.

    Le forfait journalier et la participation ne s'ajoutent pas : on paie la plus grande des deux sommes. Ils
    s'ajoutent seulement quand la participation est la somme fixe des actes coûteux. Jamais plus que le prix du séjour.
    """
    if acte_couteux and not exonere_de_la_participation:
        return au_plus(participation_hospitalisation + forfait_hospitalier, base_remboursement)
    return au_plus(au_moins(participation_hospitalisation, forfait_hospitalier), base_remboursement)


@regle(depuis="2018-01-01", unite="€", references="CSS L. 174-4 (2007-12-22)", pour=HOPITAL)
def remboursement_avant_retenues__hopital(base_remboursement, a_charge_de_l_hospitalise):
    """Part de l'assurance maladie dans les frais du séjour."""
    return base_remboursement - a_charge_de_l_hospitalise
