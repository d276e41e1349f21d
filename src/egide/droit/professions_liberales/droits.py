"""Droits acquis dans l'année : points de la retraite de base, trimestres, et ce qu'un retraité acquiert encore."""

from egide.droit.commun.categories import Exoneration
from egide.droit.professions_liberales.commun import LIBERALES, SECTIONS
from egide.moteur.mecanismes import arrondi_dixieme, au_moins, au_plus, partie_entiere, prorata
from egide.moteur.regle import regle


@regle(
    depuis="2018-01-01",
    jusqu_au="2022-12-31",
    unite="oui/non",
    references=("CSS L. 161-22-1 A (2014-01-22)", "CSS D. 643-10 (2015-01-01)"),
    pour=LIBERALES,
)
def acquiert_des_droits__2018(retraite_depuis, premier_jour_periode):
    """Activité qui ouvre des droits à retraite : celle d'un retraité n'en ouvre pas."""
    return retraite_depuis > premier_jour_periode


@regle(
    depuis="2023-01-01",
    unite="oui/non",
    references=("CSS L. 161-22-1, 2° (2026-01-01)", "CSS L. 161-22-1-1 (2026-01-01)"),
    pour=LIBERALES,
    a_confirmer="en cumul intégral, une activité ouvre des droits à une seconde pension de base ; ceux de la retraite "
    "complémentaire dépendent des règles de la caisse (L. 161-22-1-1 les réserve), et sont comptés comme acquis.",
)
def cumul_qui_ouvre_des_droits(retraite_depuis, premier_jour_periode, cumul_integral):
    """Retraité qui cumule intégralement sa pension et son activité."""
    return cumul_integral and retraite_depuis <= premier_jour_periode


@regle(
    depuis="2023-01-01",
    unite="oui/non",
    references=("CSS L. 161-22-1 (2026-01-01)", "CSS L. 161-22-1-1 (2026-01-01)"),
    pour=LIBERALES,
)
def acquiert_des_droits__2023(retraite_depuis, premier_jour_periode, cumul_qui_ouvre_des_droits):
    """Activité qui ouvre des droits à retraite.

    Celle d'un retraité n'en ouvre, pour une seconde pension, que s'il cumule intégralement pension et activité.
    """
    return retraite_depuis > premier_jour_periode or cumul_qui_ouvre_des_droits


POUR_LES_POINTS = (*SECTIONS, Exoneration.AUCUNE, Exoneration.INVALIDITE, Exoneration.OUTRE_MER)


@regle(depuis="2018-01-01", unite="points", references=("CSS L. 643-1 (2009-12-28)", "CSS D. 643-1"), pour=SECTIONS)
def points_accouchement(accouchement_dans_l_annee, points_cnavpl_accouchement):
    """Points de retraite de base du trimestre d'un accouchement."""
    if accouchement_dans_l_annee:
        return points_cnavpl_accouchement
    return 0


@regle(depuis="2018-01-01", unite="points", references=("CSS L. 643-1 (2009-12-28)", "CSS D. 643-1"), pour=SECTIONS)
def points_tierce_personne(assistance_tierce_personne, points_cnavpl_tierce_personne):
    """Points de retraite de base de qui exerce en étant assisté d'une tierce personne."""
    if assistance_tierce_personne:
        return points_cnavpl_tierce_personne
    return 0


@regle(depuis="2018-01-01", unite="points", references=("CSS D. 643-1", "CSS D. 643-1 (2024-07-07)"), pour=SECTIONS)
def maximum_de_points(points_cnavpl_tranche_1, points_cnavpl_tranche_2):
    """Points que l'année ne dépasse pas avec ceux d'un accouchement : ceux des deux tranches entières."""
    return points_cnavpl_tranche_1 + points_cnavpl_tranche_2


@regle(
    depuis="2018-01-01",
    jusqu_au="2024-12-31",
    unite="points",
    references=("CSS D. 643-1", "CSS L. 643-1"),
    pour=POUR_LES_POINTS,
)
@regle(
    depuis="2025-01-01",
    unite="points",
    references=("CSS D. 643-1 (2024-07-07)", "CSS L. 643-1"),
    pour=POUR_LES_POINTS,
)
def points_retraite_base(
    tranche_1_retraite_base,
    tranche_2_retraite_base,
    pass_,
    plafond_cnavpl_tranche_2,
    points_cnavpl_tranche_1,
    points_cnavpl_tranche_2,
    points_cnavpl_incapacite,
    exonere_pour_incapacite,
    acquiert_des_droits,
    points_accouchement,
    points_tierce_personne,
    maximum_de_points,
):
    """Points de retraite de base acquis dans l'année.

    En proportion de la cotisation de chaque tranche, arrondis à la décimale la plus proche ; un nombre fixe pour une
    incapacité de plus de six mois. Un accouchement et l'assistance d'une tierce personne en donnent de plus.
    """
    if not acquiert_des_droits:
        return 0
    if exonere_pour_incapacite:
        return points_cnavpl_incapacite + points_accouchement + points_tierce_personne
    tranche_1 = prorata(points_cnavpl_tranche_1, tranche_1_retraite_base, pass_)
    tranche_2 = prorata(points_cnavpl_tranche_2, tranche_2_retraite_base, plafond_cnavpl_tranche_2 * pass_)
    cotises = arrondi_dixieme(tranche_1 + tranche_2)
    return au_moins(au_plus(cotises + points_accouchement, maximum_de_points), cotises) + points_tierce_personne


@regle(
    depuis="2018-01-01",
    unite="trimestres",
    references=("CSS L. 643-1 (2009-12-28)", "CSS R. 351-9 (2014-03-21)"),
    pour=SECTIONS,
)
def trimestres_annee(
    assiette_retraite_base, part_affiliation, smic_horaire, heures_smic_par_trimestre, trimestres_par_an
):
    """Trimestres d'assurance validés par l'assiette de la retraite de base : au plus quatre."""
    if part_affiliation == 0:
        return 0
    return au_plus(
        partie_entiere(assiette_retraite_base / (heures_smic_par_trimestre * smic_horaire)), trimestres_par_an
    )
