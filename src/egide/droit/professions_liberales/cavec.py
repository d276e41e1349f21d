"""CAVEC : retraite complémentaire et invalidité-décès des experts-comptables et des commissaires aux comptes."""

from egide.droit.commun.categories import Caisse
from egide.droit.cotisations.commun import exonerable
from egide.moteur.mecanismes import arrondi_centime, palier_atteint, palier_depasse
from egide.moteur.regle import regle

CAVEC = Caisse.CAVEC


@regle(
    depuis="2018-01-01", unite="classe", entite="activite", agregation="principale", references="D. 53-506", pour=CAVEC
)
def classe_retraite_complementaire__cavec(
    annees_de_section, annees_de_debut, classe_par_defaut, revenu_retenu_n_1, limites_classes_cavec
):
    """Classe de retraite complémentaire.

    Celle du revenu de l'année précédente, chaque limite étant comprise ; la première les deux premières années.
    """
    if annees_de_section <= annees_de_debut:
        return classe_par_defaut
    return palier_depasse(revenu_retenu_n_1, limites_classes_cavec, 1)


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("D. 53-506", "CSS L. 644-1"),
    pour=CAVEC,
    arrondi=arrondi_centime,
)
def cotisation_retraite_complementaire__cavec(classe_retraite_complementaire, montants_classes_cavec, part_affiliation):
    """Cotisation de retraite complémentaire.

    Un montant fixe, selon la classe.
    """
    return palier_atteint(classe_retraite_complementaire, montants_classes_cavec, 1) * part_affiliation


@regle(depuis="2018-01-01", unite="points", references="D. 53-506", pour=CAVEC)
def points_retraite_complementaire__cavec(
    classe_retraite_complementaire, points_classes_cavec, part_affiliation, acquiert_des_droits
):
    """Points de retraite complémentaire acquis dans l'année : ceux de la classe."""
    if not acquiert_des_droits:
        return 0
    return palier_atteint(classe_retraite_complementaire, points_classes_cavec, 1) * part_affiliation


@regle(
    depuis="2018-01-01",
    unite="classe",
    entite="activite",
    agregation="principale",
    references="CSS L. 644-2 (2018-06-14)",
    pour=CAVEC,
)
def classe_invalidite_deces__cavec(
    annees_de_section, annees_de_debut, classe_par_defaut, revenu_retenu_n_1, limites_classes_id_cavec
):
    """Classe d'invalidité-décès, selon le revenu de l'année précédente : la première les deux premières années."""
    if annees_de_section <= annees_de_debut:
        return classe_par_defaut
    return palier_depasse(revenu_retenu_n_1, limites_classes_id_cavec, 1)


@exonerable(depuis="2018-01-01", unite="€/an", references="CSS L. 644-2 (2018-06-14)", pour=(CAVEC,))
def cotisation_invalidite_deces__cavec(classe_invalidite_deces, montants_classes_id_cavec, part_affiliation):
    """Cotisation d'invalidité-décès.

    Un montant fixe, selon la classe.
    """
    return palier_atteint(classe_invalidite_deces, montants_classes_id_cavec, 1) * part_affiliation
