"""Le taux de remboursement de chaque acte, et ce que paie l'assurance maladie avant les retenues."""

from egide.droit.soins.commun import (
    A_TAUX_SEUL,
    AUXILIAIRE,
    BIOLOGIE,
    DENTISTE,
    MEDECIN,
    SAGE_FEMME,
    SANS_PARCOURS,
    TECHNIQUE,
    TRANSPORT,
)
from egide.droit.soins.enumerations import TypeActe
from egide.moteur.mecanismes import arrondi_centime, au_moins
from egide.moteur.regle import regle


@regle(depuis="2018-01-01", unite="€", references="CSS L. 160-13")
def depense(tarif, nombre):
    """Prix payé pour l'ensemble des actes."""
    return tarif * nombre


@regle(depuis="2018-01-01", unite="€", references="CSS L. 160-13")
def base_remboursement(tarif_de_responsabilite, nombre):
    """Tarif sur lequel le remboursement est calculé.

    Ce qui est payé au-delà (le dépassement) n'est jamais remboursé par l'assurance maladie.
    """
    return tarif_de_responsabilite * nombre


@regle(depuis="2018-01-01", unite="fraction", references="CSS R. 160-5", pour=(*MEDECIN, *TECHNIQUE, *SAGE_FEMME))
def taux_ordinaire__medecin(taux_honoraires_medecin):
    """Taux de remboursement d'un acte de médecin ou de sage-femme, hors exonération."""
    return taux_honoraires_medecin


@regle(depuis="2018-01-01", unite="fraction", references="CSS R. 160-5", pour=DENTISTE)
def taux_ordinaire__dentiste(taux_soins_dentaires):
    """Taux de remboursement d'un soin dentaire, hors exonération."""
    return taux_soins_dentaires


@regle(depuis="2018-01-01", unite="fraction", references="CSS R. 160-5", pour=AUXILIAIRE)
def taux_ordinaire__auxiliaire(taux_auxiliaires_medicaux):
    """Taux de remboursement d'un acte d'auxiliaire médical, hors exonération."""
    return taux_auxiliaires_medicaux


@regle(depuis="2018-01-01", unite="fraction", references="CSS R. 160-5", pour=BIOLOGIE)
def taux_ordinaire__biologie(taux_biologie):
    """Taux de remboursement d'un examen de biologie, hors exonération."""
    return taux_biologie


@regle(depuis="2018-01-01", unite="fraction", references="CSS R. 160-5", pour=TRANSPORT)
def taux_ordinaire__transport(taux_transports):
    """Taux de remboursement d'un transport sanitaire, hors exonération."""
    return taux_transports


@regle(depuis="2018-01-01", unite="fraction", references="CSS R. 160-5", pour=TypeActe.APPAREILLAGE)
def taux_ordinaire__appareillage(taux_appareillage):
    """Taux de remboursement d'un produit de la liste des produits et prestations, hors exonération."""
    return taux_appareillage


@regle(depuis="2018-01-01", unite="fraction", references="CSS R. 160-8", pour=TypeActe.MEDICAMENT_100)
def taux_ordinaire__medicament_100(taux_medicament_irremplacable):
    """Taux de remboursement d'un médicament reconnu comme irremplaçable et particulièrement coûteux."""
    return taux_medicament_irremplacable


@regle(depuis="2018-01-01", unite="fraction", references="CSS R. 160-5", pour=TypeActe.MEDICAMENT_65)
def taux_ordinaire__medicament_65(taux_medicament_service_important):
    """Taux de remboursement d'un médicament dont le service médical rendu est important."""
    return taux_medicament_service_important


@regle(depuis="2018-01-01", unite="fraction", references="CSS R. 160-5", pour=TypeActe.MEDICAMENT_30)
def taux_ordinaire__medicament_30(taux_medicament_service_modere):
    """Taux de remboursement d'un médicament dont le service médical rendu est modéré."""
    return taux_medicament_service_modere


@regle(depuis="2018-01-01", unite="fraction", references="CSS R. 160-5", pour=TypeActe.MEDICAMENT_15)
def taux_ordinaire__medicament_15(taux_medicament_service_faible):
    """Taux de remboursement d'un médicament dont le service médical rendu est faible."""
    return taux_medicament_service_faible


@regle(
    depuis="2018-01-01",
    unite="fraction",
    references=("CSS R. 160-6 (2016-01-01)", "CSS L. 162-5-3"),
    pour=(*MEDECIN, *TECHNIQUE),
    a_confirmer=(
        "La majoration hors du parcours de soins est plafonnée à la même fraction du prix d'une consultation de "
        "spécialiste : pour un acte plus cher que cette consultation, le remboursement réel est plus élevé."
    ),
)
def taux_majoration_parcours(parcours, taux_majoration_hors_parcours):
    """Part du tarif laissée en plus à qui ne passe pas par son médecin traitant.

    Elle reste due par les personnes prises en charge à 100 %. Elle ne l'est pas en cas d'urgence, ni pour qui est
    éloigné de son domicile, ni pour les spécialistes d'accès direct : déclarer alors l'acte fait dans le parcours.
    """
    return 0 if parcours else taux_majoration_hors_parcours


@regle(depuis="2018-01-01", unite="fraction", references="CSS R. 160-5", pour=(*MEDECIN, *TECHNIQUE))
def taux_remboursement__medecin(exonere_de_la_participation, taux_ordinaire, taux_majoration_parcours):
    """Taux de remboursement de l'acte, selon le parcours de soins."""
    taux = 1 if exonere_de_la_participation else taux_ordinaire
    return taux - taux_majoration_parcours


@regle(depuis="2018-01-01", unite="fraction", references="CSS R. 160-5", pour=SANS_PARCOURS)
def taux_remboursement__autre(exonere_de_la_participation, taux_ordinaire):
    """Taux de remboursement de l'acte."""
    return 1 if exonere_de_la_participation else taux_ordinaire


@regle(depuis="2018-01-01", unite="€", references="CSS L. 160-13", pour=A_TAUX_SEUL, arrondi=arrondi_centime)
def remboursement_avant_retenues__taux(base_remboursement, taux_remboursement):
    """Part de l'assurance maladie, avant la participation forfaitaire et la franchise."""
    return base_remboursement * taux_remboursement


@regle(
    depuis="2018-01-01",
    unite="€",
    references=("CSS L. 160-13", "CSS R. 160-16 (2019-01-01)"),
    pour=TECHNIQUE,
    arrondi=arrondi_centime,
)
def remboursement_avant_retenues__acte_technique(
    base_remboursement,
    taux_remboursement,
    taux_majoration_parcours,
    exonere_de_la_participation,
    seuil_acte_couteux,
    participation_acte_couteux,
):
    """Part de l'assurance maladie, avant la participation forfaitaire.

    Quand le tarif des actes d'une même séance atteint 120 €, la participation n'est plus une fraction du tarif mais
    une somme fixe, due une fois. Les actes d'imagerie de ce prix n'y sont pas soumis.
    """
    if exonere_de_la_participation or base_remboursement < seuil_acte_couteux:
        return base_remboursement * taux_remboursement
    return au_moins(base_remboursement * (1 - taux_majoration_parcours) - participation_acte_couteux, 0)
