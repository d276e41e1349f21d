"""La participation forfaitaire et la franchise, avec leurs plafonds du jour et de l'année."""

from egide.droit.soins.commun import AUXILIAIRE, BIOLOGIE, MEDECIN, MEDICAMENT, TECHNIQUE, TRANSPORT
from egide.moteur.mecanismes import au_moins, au_plus
from egide.moteur.regle import regle


@regle(
    depuis="2018-01-01",
    unite="€",
    references=("CSS L. 160-13", "CSS R. 160-19", "CSS D. 160-6", "CSS D. 160-8 (2016-01-01)"),
    pour=(*MEDECIN, *TECHNIQUE, *BIOLOGIE),
)
def participation_forfaitaire(
    dispense_des_retenues,
    nombre,
    nombre_maximal_de_participations_par_jour,
    montant_participation_forfaitaire,
    plafond_annuel_participations,
    participations_deja_retenues,
    remboursement_avant_retenues,
):
    """Participation forfaitaire retenue sur le remboursement.

    Une par acte ou consultation de médecin et par examen de biologie, quatre au plus par jour pour un même
    professionnel, cinquante euros au plus par an.
    """
    if dispense_des_retenues:
        return 0
    du_jour = au_plus(nombre, nombre_maximal_de_participations_par_jour) * montant_participation_forfaitaire
    reste_de_l_annee = au_moins(plafond_annuel_participations - participations_deja_retenues, 0)
    return au_plus(au_plus(du_jour, reste_de_l_annee), remboursement_avant_retenues)


@regle(
    depuis="2018-01-01",
    unite="€",
    references=("CSS L. 160-13", "CSS D. 160-9", "CSS D. 160-10 (2016-01-01)"),
    pour=MEDICAMENT,
)
def franchise__medicament(
    dispense_des_retenues,
    nombre,
    franchise_par_boite,
    plafond_annuel_franchises,
    franchises_deja_retenues,
    remboursement_avant_retenues,
):
    """Franchise retenue sur le remboursement.

    Pour chaque boîte, sans jamais dépasser ce que rembourse l'assurance maladie, et cinquante euros au plus par an.
    """
    if dispense_des_retenues:
        return 0
    reste_de_l_annee = au_moins(plafond_annuel_franchises - franchises_deja_retenues, 0)
    return au_plus(au_plus(nombre * franchise_par_boite, reste_de_l_annee), remboursement_avant_retenues)


@regle(
    depuis="2018-01-01",
    unite="€",
    references=("CSS L. 160-13", "CSS D. 160-9", "CSS D. 160-10 (2016-01-01)", "CSS D. 160-11"),
    pour=AUXILIAIRE,
)
def franchise__auxiliaire(
    dispense_des_retenues,
    nombre,
    franchise_par_acte_d_auxiliaire,
    plafond_du_jour_franchise_auxiliaire,
    franchises_deja_retenues_ce_jour,
    plafond_annuel_franchises,
    franchises_deja_retenues,
    remboursement_avant_retenues,
):
    """Franchise retenue sur le remboursement.

    Pour chaque acte d'auxiliaire médical, dans la limite d'un plafond par jour et de cinquante euros par an.
    """
    if dispense_des_retenues:
        return 0
    reste_du_jour = au_moins(plafond_du_jour_franchise_auxiliaire - franchises_deja_retenues_ce_jour, 0)
    reste_de_l_annee = au_moins(plafond_annuel_franchises - franchises_deja_retenues, 0)
    due = au_plus(nombre * franchise_par_acte_d_auxiliaire, reste_du_jour)
    return au_plus(au_plus(due, reste_de_l_annee), remboursement_avant_retenues)


@regle(
    depuis="2018-01-01",
    unite="€",
    references=("CSS L. 160-13", "CSS D. 160-9", "CSS D. 160-10 (2016-01-01)", "CSS D. 160-11"),
    pour=TRANSPORT,
)
def franchise__transport(
    dispense_des_retenues,
    nombre,
    franchise_par_transport,
    plafond_du_jour_franchise_transport,
    franchises_deja_retenues_ce_jour,
    plafond_annuel_franchises,
    franchises_deja_retenues,
    remboursement_avant_retenues,
):
    """Franchise retenue sur le remboursement.

    Pour chaque trajet, sauf urgence, dans la limite d'un plafond par jour et de cinquante euros par an.
    """
    if dispense_des_retenues:
        return 0
    reste_du_jour = au_moins(plafond_du_jour_franchise_transport - franchises_deja_retenues_ce_jour, 0)
    reste_de_l_annee = au_moins(plafond_annuel_franchises - franchises_deja_retenues, 0)
    due = au_plus(nombre * franchise_par_transport, reste_du_jour)
    return au_plus(au_plus(due, reste_de_l_annee), remboursement_avant_retenues)
