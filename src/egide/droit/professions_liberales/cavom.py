"""CAVOM : retraite complémentaire et invalidité-décès des officiers ministériels et des auxiliaires de justice."""

from egide.droit.commun.categories import Caisse
from egide.droit.cotisations.commun import exonerable
from egide.moteur.mecanismes import arrondi_centime, au_moins, au_plus, palier_atteint
from egide.moteur.regle import regle

CAVOM = Caisse.CAVOM


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references="D. 79-265 art. 2",
    pour=CAVOM,
    a_confirmer="la retraite complémentaire est calculée sur le revenu de l'année, comme une régularisation ; l'année "
    "du revenu que lit la CAVOM n'a pas été trouvée.",
)
def revenu_retraite_complementaire__cavom(assiette_section):
    """Revenu retenu pour la retraite complémentaire : celui de l'année."""
    return assiette_section


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("D. 79-265 art. 2", "D. 2015-1875", "CSS L. 644-1"),
    pour=CAVOM,
    arrondi=arrondi_centime,
)
def cotisation_retraite_complementaire__cavom(
    revenu_retraite_complementaire, plafond_section, plafond_rc_cavom, plancher_rc_cavom, taux_rc_cavom
):
    """Cotisation de retraite complémentaire.

    Un taux unique sur le revenu, entre un minimum et un maximum qui sont des multiples du plafond.
    """
    plafonne = au_plus(revenu_retraite_complementaire, plafond_rc_cavom * plafond_section)
    return au_moins(plafonne, plancher_rc_cavom * plafond_section) * taux_rc_cavom


@regle(depuis="2018-01-01", unite="points", references="D. 79-265 art. 2", pour=CAVOM)
def points_retraite_complementaire__cavom(cotisation_retraite_complementaire, prix_point_cavom, acquiert_des_droits):
    """Points de retraite complémentaire acquis dans l'année : la cotisation, divisée par le prix du point."""
    if not acquiert_des_droits:
        return 0
    return arrondi_centime(cotisation_retraite_complementaire / prix_point_cavom)


@regle(
    depuis="2018-01-01",
    unite="classe",
    entite="activite",
    agregation="principale",
    references="CSS L. 644-2 (2018-06-14)",
    pour=CAVOM,
)
def classe_invalidite_deces__cavom(classe_id_par_defaut_cavom):
    """Classe d'invalidité-décès : B, sauf choix d'une autre."""
    return classe_id_par_defaut_cavom


@exonerable(depuis="2018-01-01", unite="€/an", references="CSS L. 644-2 (2018-06-14)", pour=(CAVOM,))
def cotisation_invalidite_deces__cavom(classe_invalidite_deces, montants_classes_id_cavom, part_affiliation):
    """Cotisation d'invalidité-décès.

    Un montant fixe, selon la classe choisie.
    """
    return palier_atteint(classe_invalidite_deces, montants_classes_id_cavom, 1) * part_affiliation
