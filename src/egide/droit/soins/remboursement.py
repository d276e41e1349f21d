"""Ce qui est remboursé en tout, et ce qui reste à payer."""

from egide.droit.soins.commun import AUXILIAIRE, BIOLOGIE, EN_VILLE, HOPITAL, MEDECIN, TECHNIQUE
from egide.droit.soins.enumerations import TypeActe
from egide.moteur.mecanismes import arrondi_centime, au_moins
from egide.moteur.regle import regle

SOINS_A_90 = (*MEDECIN, *TECHNIQUE, *AUXILIAIRE, *BIOLOGIE)


@regle(depuis="2018-01-01", unite="€", references="CSS L. 160-13")
def montant_assurance_maladie(remboursement_avant_retenues, participation_forfaitaire=0, franchise=0):
    """Remboursement de l'assurance maladie, participation forfaitaire et franchise retenues."""
    return remboursement_avant_retenues - participation_forfaitaire - franchise


@regle(depuis="2018-01-01", unite="fraction", references="CSS L. 325-1", pour=SOINS_A_90)
def taux_regime_local__honoraires(taux_regime_local_honoraires):
    """Taux auquel le régime local d'Alsace-Moselle porte le remboursement des honoraires et de la biologie."""
    return taux_regime_local_honoraires


@regle(depuis="2018-01-01", unite="fraction", references="CSS L. 325-1", pour=TypeActe.MEDICAMENT_65)
def taux_regime_local__medicament_65(taux_regime_local_medicament_65):
    """Taux auquel le régime local d'Alsace-Moselle porte le remboursement des médicaments au service important."""
    return taux_regime_local_medicament_65


@regle(depuis="2018-01-01", unite="fraction", references="CSS L. 325-1", pour=TypeActe.MEDICAMENT_30)
def taux_regime_local__medicament_30(taux_regime_local_medicament_30):
    """Taux auquel le régime local d'Alsace-Moselle porte le remboursement des médicaments au service modéré."""
    return taux_regime_local_medicament_30


@regle(depuis="2018-01-01", unite="€", references="CSS L. 325-1", pour=EN_VILLE, arrondi=arrondi_centime)
def montant_regime_local__ville(
    regime_local_alsace_moselle,
    exonere_de_la_participation,
    base_remboursement,
    taux_ordinaire,
    taux_regime_local=0,
):
    """Complément du régime local d'Alsace-Moselle.

    Ce régime est celui des salariés, et des retraités qui l'ont été : une activité indépendante n'y affilie pas.
    """
    if exonere_de_la_participation or not regime_local_alsace_moselle:
        return 0
    return au_moins(base_remboursement * (taux_regime_local - taux_ordinaire), 0)


@regle(depuis="2018-01-01", unite="€", references=("CSS L. 325-1", "CSS L. 174-4 (2007-12-22)"), pour=HOPITAL)
def montant_regime_local__hopital(regime_local_alsace_moselle, a_charge_de_l_hospitalise):
    """Complément du régime local d'Alsace-Moselle : la participation et le forfait journalier sont pris en charge."""
    return a_charge_de_l_hospitalise if regime_local_alsace_moselle else 0


@regle(
    depuis="2018-01-01",
    unite="€",
    references=("CSS L. 861-3", "CSS L. 162-5-3"),
    pour=EN_VILLE,
    arrondi=arrondi_centime,
)
def montant_complementaire_solidaire__ville(
    complementaire_solidaire,
    base_remboursement,
    remboursement_avant_retenues,
    montant_regime_local,
    taux_majoration_parcours=0,
):
    """Part de la complémentaire santé solidaire (de la CMU-C avant le 1er novembre 2019).

    Elle paie la participation de l'assuré, mais non la majoration due hors du parcours de soins.
    """
    if not complementaire_solidaire:
        return 0
    majoration = base_remboursement * taux_majoration_parcours
    return au_moins(base_remboursement - remboursement_avant_retenues - montant_regime_local - majoration, 0)


@regle(depuis="2018-01-01", unite="€", references="CSS L. 861-3", pour=HOPITAL)
def montant_complementaire_solidaire__hopital(
    complementaire_solidaire, a_charge_de_l_hospitalise, montant_regime_local
):
    """Part de la complémentaire santé solidaire : la participation et le forfait journalier, sans limite de durée."""
    return a_charge_de_l_hospitalise - montant_regime_local if complementaire_solidaire else 0


@regle(depuis="2018-01-01", unite="€", references="CSS L. 160-13", arrondi=arrondi_centime)
def montant_rembourse(montant_assurance_maladie, montant_regime_local, montant_complementaire_solidaire):
    """Total du remboursement."""
    return montant_assurance_maladie + montant_regime_local + montant_complementaire_solidaire


@regle(depuis="2018-01-01", unite="€", references="CSS L. 160-13", arrondi=arrondi_centime)
def reste_a_charge(depense, montant_rembourse):
    """Ce qui reste à payer, avant une éventuelle mutuelle : le prix moins le remboursement."""
    return au_moins(depense - montant_rembourse, 0)
