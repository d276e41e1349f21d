"""Durée d'affiliation à la caisse, retraite de base de la CNAVPL."""

from egide.droit.commun.categories import Assiette, Caisse, NatureMontant, Praticien
from egide.droit.cotisations.acre import montant_acre
from egide.droit.cotisations.commun import FORFAIT_DEFINITIF, SUR_REVENU, exonerable
from egide.droit.professions_liberales.commun import ACRE, LIBERALES, MEDECINS, PAR_TRIMESTRE, SECTIONS
from egide.moteur.mecanismes import (
    annee_du_jour,
    arrondi_euro,
    au_moins,
    au_plus,
    mois_du_jour,
    partie_entiere,
    trimestre_suivant,
)
from egide.moteur.regle import regle

A_LA_JOURNEE = (Caisse.CIPAV, Caisse.CNBF)


@regle(depuis="2018-01-01", unite="oui/non", references="CSS D. 131-1", pour=(Assiette.FORFAIT, *LIBERALES))
def seconde_annee__liberale(annee):
    """Seconde année civile d'activité.

    Les caisses des professions libérales prennent alors le plafond de l'année due, comme la première année.
    """
    return False


def effet_caisse__meme_trimestre(debut):
    """L'autre lecture : l'affiliation commence avec l'activité, le premier jour du trimestre."""
    return debut


@regle(
    depuis="2018-01-01",
    unite="oui/non",
    references=("CSS R. 643-1", "CSS D. 642-1 (2023-03-05)"),
    pour=PAR_TRIMESTRE,
    a_confirmer="une activité commencée le premier jour d'un trimestre n'est affiliée, à la lettre de R. 643-1, que le "
    "trimestre suivant ; ce que font les sections n'a pas été trouvé.",
    autrement=effet_caisse__meme_trimestre,
)
@regle(
    depuis="2018-01-01",
    jusqu_au="2022-12-31",
    unite="oui/non",
    references=("CSS R. 643-1", "CSS D. 642-1"),
    pour=Caisse.CIPAV,
    a_confirmer="une activité commencée le premier jour d'un trimestre n'est affiliée, à la lettre de R. 643-1, que le "
    "trimestre suivant ; ce que font les sections n'a pas été trouvé.",
    autrement=effet_caisse__meme_trimestre,
)
def debut_avec_un_trimestre(debut, annee):
    """Activité récente, commencée le premier jour d'un trimestre."""
    return annee_du_jour(debut) >= annee - 1 and trimestre_suivant(debut - 1) == debut


@regle(
    depuis="2018-01-01",
    unite="date",
    references=("CSS R. 643-1", "CSS D. 642-1 (2023-03-05)"),
    pour=PAR_TRIMESTRE,
)
@regle(
    depuis="2018-01-01",
    jusqu_au="2022-12-31",
    unite="date",
    references=("CSS R. 643-1", "CSS D. 642-1"),
    pour=Caisse.CIPAV,
)
def effet_caisse__trimestre(debut, debut_avec_un_trimestre):
    """Premier jour de l'affiliation à la caisse : celui du trimestre civil qui suit le début de l'activité."""
    if debut_avec_un_trimestre:
        return trimestre_suivant(debut)
    return trimestre_suivant(debut)


@regle(depuis="2018-01-01", unite="date", references="CSS R. 652-19 (2023-01-01)", pour=Caisse.CNBF)
def effet_caisse__jour(debut):
    """Premier jour de l'affiliation à la caisse : celui de l'activité."""
    return debut


@regle(depuis="2018-01-01", unite="trimestres", references="CSS D. 642-1 (2023-03-05)", pour=PAR_TRIMESTRE)
@regle(
    depuis="2018-01-01",
    jusqu_au="2022-12-31",
    unite="trimestres",
    references="CSS D. 642-1",
    pour=Caisse.CIPAV,
)
def trimestres_affiliation(effet_caisse, fin, premier_jour_periode, dernier_jour_periode, mois_par_trimestre):
    """Trimestres d'affiliation à la caisse dans l'année, celui de la radiation compris."""
    dernier = au_plus(fin, dernier_jour_periode)
    if effet_caisse > dernier:
        return 0
    ecoules = (mois_du_jour(au_moins(effet_caisse, premier_jour_periode)) - 1) / mois_par_trimestre
    return partie_entiere((mois_du_jour(dernier) - 1) / mois_par_trimestre) + 1 - ecoules


@regle(depuis="2018-01-01", unite="part", references="CSS R. 613-17 (2019-07-08)", pour=PAR_TRIMESTRE)
@regle(
    depuis="2018-01-01",
    jusqu_au="2022-12-31",
    unite="part",
    references="CSS R. 613-17 (2019-07-08)",
    pour=Caisse.CIPAV,
)
def part_affiliation__trimestres(trimestres_affiliation, trimestres_par_an):
    """Part de l'année passée à la caisse, en trimestres."""
    return trimestres_affiliation / trimestres_par_an


@regle(
    depuis="2023-01-01",
    unite="part",
    references=("CSS R. 613-17 (2019-07-08)", "CSS D. 642-1 (2023-03-05)"),
    pour=Caisse.CIPAV,
)
@regle(depuis="2018-01-01", unite="part", references="CSS R. 652-19 (2023-01-01)", pour=Caisse.CNBF)
def part_affiliation__jours(jours_affiliation, jours_par_an):
    """Part de l'année passée à la caisse, en jours."""
    return jours_affiliation / jours_par_an


@regle(depuis="2018-01-01", unite="années", references="CSS L. 131-6-2 (2018-06-14)", pour=LIBERALES)
def annees_de_section(annee, effet_caisse):
    """Rang de l'année civile depuis l'affiliation à la caisse : un la première."""
    return annee - annee_du_jour(effet_caisse) + 1


@regle(depuis="2018-01-01", unite="€/an", references="CSS R. 613-17 (2019-07-08)", pour=LIBERALES)
def plafond_section(pass_, part_affiliation):
    """Plafond de la sécurité sociale, en proportion de la durée d'affiliation à la caisse."""
    return arrondi_euro(pass_ * part_affiliation)


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 131-6 (2018-06-14)", pour=(*LIBERALES, *SUR_REVENU))
def assiette_section(assiette_sociale):
    """Assiette des cotisations de la caisse : l'assiette sociale."""
    return assiette_sociale


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS D. 131-1", "CSS R. 613-17 (2019-07-08)"),
    pour=(*LIBERALES, Assiette.FORFAIT, NatureMontant.PROVISIONNELLES),
)
def assiette_section__forfait(plafond_section, taux_assiette_debut_activite):
    """Assiette des cotisations de la caisse : la base forfaitaire des deux premières années."""
    return arrondi_euro(taux_assiette_debut_activite * plafond_section)


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 756-3 (2017-01-01)", pour=(*LIBERALES, *FORFAIT_DEFINITIF))
def assiette_section__outre_mer(revenu_d_activite):
    """Assiette des cotisations de la caisse.

    En outre-mer, la base forfaitaire des deux premières années est définitive, mais pas pour la caisse de la
    profession, qui reste sur le revenu réel.
    """
    return revenu_d_activite


@regle(
    depuis="2014-01-01",
    jusqu_au="2024-12-31",
    unite="€/an",
    references="CSS L. 131-6 (2018-06-14)",
)
def revenu_retenu__2014(revenu_professionnel):
    """Revenu d'une année tel que les caisses le retiennent pour les cotisations d'une année suivante.

    Le revenu professionnel : les années d'avant la réforme gardent leur définition.
    """
    return arrondi_euro(au_moins(revenu_professionnel, 0))


@regle(depuis="2025-01-01", unite="€/an", references=("CSS L. 131-6 (2023-12-28)", "CSS D. 136-5 (2024-07-07)"))
def revenu_retenu__2025(
    revenu_brut, pass_, taux_abattement_assiette, abattement_assiette_minimal, abattement_assiette_maximal
):
    """Revenu d'une année tel que les caisses le retiennent pour les cotisations d'une année suivante.

    Le revenu brut après abattement, depuis la réforme.
    """
    plancher = abattement_assiette_minimal * pass_
    abattement = au_plus(
        au_moins(taux_abattement_assiette * revenu_brut, plancher), abattement_assiette_maximal * pass_
    )
    return arrondi_euro(au_moins(revenu_brut - arrondi_euro(abattement), 0))


@regle(depuis="2018-01-01", jusqu_au="2022-12-31", unite="€/an", references="CSS D. 642-4", pour=SECTIONS)
@regle(
    depuis="2023-01-01",
    jusqu_au="2023-12-31",
    unite="€/an",
    references="CSS D. 642-4",
    pour=(*SECTIONS, NatureMontant.PROVISIONNELLES),
)
def assiette_minimale_cnavpl__2018(pass_, assiette_minimale_cnavpl_plafond):
    """Assiette minimale de la retraite de base : une part du plafond annuel, qui n'est pas réduite."""
    return assiette_minimale_cnavpl_plafond * pass_


@regle(
    depuis="2023-01-01",
    jusqu_au="2023-12-31",
    unite="€/an",
    references=("CSS D. 642-4 (2023-12-31)", "D. 2023-1352"),
    pour=(*SECTIONS, NatureMontant.DEFINITIVES),
)
@regle(depuis="2024-01-01", unite="€/an", references="CSS D. 642-4 (2023-12-31)", pour=SECTIONS)
def assiette_minimale_cnavpl__2023(smic_horaire, assiette_minimale_cnavpl_heures):
    """Assiette minimale de la retraite de base.

    Un nombre d'heures au SMIC du 1er janvier, qui n'est pas réduit pour une année incomplète.
    """
    return assiette_minimale_cnavpl_heures * smic_horaire


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS D. 642-4 (2023-12-31)", "CSS L. 613-11 (2018-06-14)"),
    pour=PAR_TRIMESTRE,
)
@regle(
    depuis="2018-01-01",
    jusqu_au="2022-12-31",
    unite="€/an",
    references=("CSS D. 642-4", "CSS L. 613-11 (2018-06-14)"),
    pour=Caisse.CIPAV,
)
def assiette_retraite_base__cnavpl(
    assiette_section, assiette_minimale_cnavpl, dispense_assiette_minimale, part_gardee=1
):
    """Assiette de la cotisation de retraite de base.

    Au moins l'assiette minimale, sauf dispense ; sans la part d'un conjoint collaborateur avec qui le revenu est
    partagé.
    """
    if dispense_assiette_minimale:
        return assiette_section * part_gardee
    return au_moins(assiette_section * part_gardee, assiette_minimale_cnavpl)


@regle(
    depuis="2023-01-01",
    unite="€/an",
    references=("CSS D. 642-4 (2023-12-31)", "CSS L. 613-11 (2019-12-28)"),
    pour=Caisse.CIPAV,
)
def assiette_retraite_base__cipav(
    assiette_section,
    assiette_minimale_cnavpl,
    dispense_assiette_minimale,
    jours_affiliation,
    duree_minimale_affiliation_cnavpl,
    part_gardee=1,
):
    """Assiette de la cotisation de retraite de base.

    Au moins l'assiette minimale, sauf dispense ou affiliation trop courte dans l'année ; sans la part d'un conjoint
    collaborateur avec qui le revenu est partagé.
    """
    if dispense_assiette_minimale or jours_affiliation < duree_minimale_affiliation_cnavpl:
        return assiette_section * part_gardee
    return au_moins(assiette_section * part_gardee, assiette_minimale_cnavpl)


@regle(depuis="2018-01-01", unite="€/an", references="CSS D. 642-3", pour=SECTIONS)
def tranche_1_retraite_base(assiette_retraite_base, plafond_section, part_gardee=1):
    """Première tranche de la retraite de base : jusqu'au plafond, réduit de la part d'un conjoint collaborateur."""
    return au_plus(assiette_retraite_base, plafond_section * part_gardee)


@regle(depuis="2018-01-01", unite="€/an", references="CSS D. 642-3", pour=SECTIONS)
def tranche_2_retraite_base(assiette_retraite_base, plafond_section, plafond_cnavpl_tranche_2, part_gardee=1):
    """Seconde tranche de la retraite de base : dès le premier euro, jusqu'à un multiple du plafond."""
    return au_plus(assiette_retraite_base, plafond_cnavpl_tranche_2 * plafond_section * part_gardee)


@regle(
    depuis="2018-01-01",
    unite="oui/non",
    references="CSS L. 642-3 (2016-12-30)",
    pour=SECTIONS,
    a_confirmer="une incapacité de plus de six mois exonère de la retraite de base (L. 642-3) ; la retraite "
    "complémentaire et l'invalidité-décès dépendent des statuts de la caisse, et sont comptées ici comme dues.",
)
def exonere_pour_incapacite(incapacite_plus_de_6_mois):
    """Professionnel reconnu incapable d'exercer pendant plus de six mois."""
    return incapacite_plus_de_6_mois


@regle(
    depuis="2018-01-01",
    unite="part",
    references="CSS L. 642-3 (2016-12-30)",
    pour=(Caisse.CARMF, *MEDECINS, Praticien.AUCUN),
)
def part_due_en_montagne(zone_montagne_sous_dotee, retraite_depuis, premier_jour_periode, part_due_retraite_montagne):
    """Part due de la retraite de base : la moitié pour un médecin retraité qui exerce en montagne sous-dotée."""
    if zone_montagne_sous_dotee and retraite_depuis <= premier_jour_periode:
        return part_due_retraite_montagne
    return 1


@exonerable(
    depuis="2018-01-01",
    jusqu_au="2024-12-31",
    unite="€/an",
    references=("CSS D. 642-3", "CSS L. 642-1", "CSS L. 642-3 (2016-12-30)"),
    pour=SECTIONS,
)
@exonerable(
    depuis="2025-01-01",
    unite="€/an",
    references=("CSS D. 642-3 (2024-07-07)", "CSS L. 642-1", "CSS L. 642-3 (2016-12-30)"),
    pour=SECTIONS,
)
def cotisation_retraite_base__cnavpl(
    tranche_1_retraite_base,
    tranche_2_retraite_base,
    taux_cnavpl_tranche_1,
    taux_cnavpl_tranche_2,
    exonere_pour_incapacite,
    part_due_en_montagne=1,
    participation_cpam_retraite_base=0,
):
    """Cotisation de retraite de base.

    Deux tranches qui partent toutes deux du premier euro. Une incapacité de plus de six mois en exonère.
    """
    if exonere_pour_incapacite:
        return 0
    cotisation = tranche_1_retraite_base * taux_cnavpl_tranche_1 + tranche_2_retraite_base * taux_cnavpl_tranche_2
    if participation_cpam_retraite_base == 0:
        return cotisation * part_due_en_montagne
    return (arrondi_euro(cotisation) - participation_cpam_retraite_base) * part_due_en_montagne


@regle(depuis="2018-01-01", unite="€/an", references="CSS D. 131-6-1 (2018-01-01)", pour=(ACRE, *SECTIONS))
def exoneration_retraite_base__acre_liberale(
    cotisation_retraite_base_avant_exoneration,
    revenu_acre,
    plafond_proratise,
    seuil_acre,
    part_acre,
    taux_cnavpl_tranche_1,
    taux_cnavpl_tranche_2,
    plafond_cnavpl_tranche_2,
    part_gardee=1,
    taux_compense_au_seuil_acre=0,
):
    """Exonération de la cotisation de retraite de base au titre de l'Acre.

    Les limites des tranches sont réduites si le revenu est partagé avec un conjoint collaborateur.
    """
    au_seuil = seuil_acre * plafond_proratise
    tranche_1 = au_plus(au_seuil, plafond_proratise * part_gardee)
    tranche_2 = au_plus(au_seuil, plafond_cnavpl_tranche_2 * plafond_proratise * part_gardee)
    due_au_seuil = tranche_1 * taux_cnavpl_tranche_1 + tranche_2 * taux_cnavpl_tranche_2
    return (
        montant_acre(
            cotisation_retraite_base_avant_exoneration,
            due_au_seuil - au_seuil * taux_compense_au_seuil_acre,
            revenu_acre,
            plafond_proratise,
            seuil_acre,
        )
        * part_acre
    )
