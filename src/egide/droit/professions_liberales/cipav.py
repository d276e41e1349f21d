"""Cipav : retraite complémentaire et invalidité-décès, avant et depuis sa réforme de 2023."""

from egide.droit.commun.categories import Caisse
from egide.droit.cotisations.commun import exonerable
from egide.moteur.mecanismes import (
    arrondi_dixieme,
    arrondi_euro,
    au_moins,
    au_plus,
    palier_atteint,
    palier_depasse,
)
from egide.moteur.regle import regle

CIPAV = Caisse.CIPAV


@regle(
    depuis="2018-01-01",
    jusqu_au="2022-12-31",
    unite="classe",
    entite="activite",
    agregation="principale",
    references="D. 79-262 art. 2",
    pour=CIPAV,
)
def classe_retraite_complementaire__cipav(
    annees_de_section, annees_de_debut, classe_par_defaut, revenu_retenu_n_2, limites_classes_rc_cipav
):
    """Classe de retraite complémentaire.

    Celle du revenu de l'avant-dernière année, chaque limite étant comprise ; la première les deux premières années.
    """
    if annees_de_section <= annees_de_debut:
        return classe_par_defaut
    return palier_depasse(revenu_retenu_n_2, limites_classes_rc_cipav, 1)


@regle(
    depuis="2018-01-01",
    jusqu_au="2022-12-31",
    unite="€/an",
    references=("D. 79-262 art. 2", "CSS L. 644-1"),
    pour=CIPAV,
    arrondi=arrondi_euro,
)
def cotisation_retraite_complementaire__cipav_2018(
    classe_retraite_complementaire, montants_classes_rc_cipav, part_affiliation
):
    """Cotisation de retraite complémentaire.

    Un montant fixe, selon la classe.
    """
    return palier_atteint(classe_retraite_complementaire, montants_classes_rc_cipav, 1) * part_affiliation


@regle(
    depuis="2023-01-01",
    unite="€/an",
    references=("D. 79-262 art. 2", "CSS L. 644-1 (2018-06-14)"),
    pour=CIPAV,
    arrondi=arrondi_euro,
)
def cotisation_retraite_complementaire__cipav_2023(
    assiette_section, plafond_section, plafond_rc_cipav, taux_rc_cipav_tranche_1, taux_rc_cipav_tranche_2
):
    """Cotisation de retraite complémentaire.

    Deux tranches, la seconde du plafond à un multiple du plafond ; pas de minimum.
    """
    tranche_1 = au_plus(assiette_section, plafond_section)
    tranche_2 = au_plus(assiette_section, plafond_rc_cipav * plafond_section) - tranche_1
    return tranche_1 * taux_rc_cipav_tranche_1 + tranche_2 * taux_rc_cipav_tranche_2


@regle(depuis="2018-01-01", jusqu_au="2022-12-31", unite="points", references="D. 79-262 art. 2", pour=CIPAV)
def points_retraite_complementaire__cipav_2018(
    classe_retraite_complementaire, points_classes_rc_cipav, part_affiliation, acquiert_des_droits
):
    """Points de retraite complémentaire acquis dans l'année : ceux de la classe."""
    if not acquiert_des_droits:
        return 0
    return palier_atteint(classe_retraite_complementaire, points_classes_rc_cipav, 1) * part_affiliation


@regle(depuis="2023-01-01", unite="points", references="D. 79-262 art. 2", pour=CIPAV)
def points_retraite_complementaire__cipav_2023(
    cotisation_retraite_complementaire, prix_point_cipav, acquiert_des_droits
):
    """Points de retraite complémentaire acquis dans l'année : la cotisation, divisée par le prix du point."""
    if not acquiert_des_droits:
        return 0
    return arrondi_dixieme(cotisation_retraite_complementaire / prix_point_cipav)


@regle(
    depuis="2018-01-01",
    jusqu_au="2022-12-31",
    unite="classe",
    entite="activite",
    agregation="principale",
    references="CSS L. 644-2 (2018-06-14)",
    pour=CIPAV,
)
def classe_invalidite_deces__cipav(classe_par_defaut):
    """Classe d'invalidité-décès : la première, sauf choix d'une autre."""
    return classe_par_defaut


@regle(
    depuis="2018-01-01",
    jusqu_au="2022-12-31",
    unite="oui/non",
    references="CSS L. 644-2 (2018-06-14)",
    pour=CIPAV,
    a_confirmer="la dispense d'invalidité-décès de la Cipav est mesurée sur le revenu de l'avant-dernière année, comme "
    "sa retraite complémentaire ; l'année du revenu n'a pas été trouvée.",
)
def dispense_id_cipav(demande_dispense_invalidite_deces, revenu_retenu_n_2, plafond_dispense_id_cipav, pass_):
    """Dispense d'invalidité-décès d'un petit revenu, demandée à la Cipav."""
    return demande_dispense_invalidite_deces and revenu_retenu_n_2 < plafond_dispense_id_cipav * pass_


@exonerable(
    depuis="2018-01-01",
    jusqu_au="2022-12-31",
    unite="€/an",
    references="CSS L. 644-2 (2018-06-14)",
    pour=(CIPAV,),
)
def cotisation_invalidite_deces__cipav_2018(
    classe_invalidite_deces, montants_classes_id_cipav, part_affiliation, dispense_id_cipav
):
    """Cotisation d'invalidité-décès.

    Un montant fixe, selon la classe choisie ; rien sous un petit revenu, pour qui l'a demandé.
    """
    if dispense_id_cipav:
        return 0
    return palier_atteint(classe_invalidite_deces, montants_classes_id_cipav, 1) * part_affiliation


@regle(
    depuis="2023-01-01",
    unite="€/an",
    references=("CSS L. 644-2 (2020-01-01)", "CSS L. 613-11 (2019-12-28)"),
    pour=CIPAV,
)
def assiette_invalidite_deces__cipav(
    assiette_section, plafond_section, plancher_id_cipav, plafond_id_cipav, dispense_assiette_minimale
):
    """Assiette de la cotisation d'invalidité-décès : entre deux parts du plafond, sauf dispense de la première."""
    plafonnee = au_plus(assiette_section, plafond_id_cipav * plafond_section)
    if dispense_assiette_minimale:
        return plafonnee
    return au_moins(plafonnee, plancher_id_cipav * plafond_section)


@exonerable(depuis="2023-01-01", unite="€/an", references="CSS L. 644-2 (2020-01-01)", pour=(CIPAV,))
def cotisation_invalidite_deces__cipav_2023(assiette_invalidite_deces, taux_id_cipav):
    """Cotisation d'invalidité-décès.

    Finance les pensions d'invalidité et les capitaux versés au décès.
    """
    return assiette_invalidite_deces * taux_id_cipav
