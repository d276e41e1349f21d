"""CARPV : retraite complémentaire et invalidité-décès des vétérinaires."""

from egide.droit.commun.categories import Caisse, NatureMontant
from egide.droit.cotisations.commun import exonerable
from egide.moteur.mecanismes import arrondi_centime, palier_atteint, palier_depasse
from egide.moteur.regle import regle

CARPV = Caisse.CARPV


@regle(
    depuis="2018-01-01",
    jusqu_au="2021-12-31",
    unite="€/an",
    references="D. 50-1318 art. 2",
    pour=(CARPV, NatureMontant.DEFINITIVES),
)
@regle(
    depuis="2018-01-01",
    jusqu_au="2021-12-30",
    unite="€/an",
    references="D. 50-1318 art. 2",
    pour=(CARPV, NatureMontant.PROVISIONNELLES),
)
def revenu_retraite_complementaire__carpv_2018(revenu_retenu_n_2):
    """Revenu retenu pour la retraite complémentaire : celui de l'avant-dernière année."""
    return revenu_retenu_n_2


@regle(
    depuis="2022-01-01",
    unite="€/an",
    references=("D. 50-1318 art. 2", "D. 2021-1358"),
    pour=(CARPV, NatureMontant.DEFINITIVES),
)
# Calls of 2022 are made under the text of the last day of 2021, which for this fund was already the new one.
@regle(
    depuis="2021-12-31",
    unite="€/an",
    references=("D. 50-1318 art. 2", "D. 2021-1358"),
    pour=(CARPV, NatureMontant.PROVISIONNELLES),
)
def revenu_retraite_complementaire__carpv_2022(revenu_retenu_n_1):
    """Revenu retenu pour la retraite complémentaire : celui de l'année précédente."""
    return revenu_retenu_n_1


@regle(
    depuis="2018-01-01",
    unite="classe",
    entite="activite",
    agregation="principale",
    references="D. 50-1318 art. 2",
    pour=CARPV,
)
def classe_retraite_complementaire__carpv(
    annees_de_section,
    annees_de_debut,
    classe_de_debut_carpv,
    revenu_retraite_complementaire,
    limites_classes_carpv,
):
    """Classe de retraite complémentaire : B les deux premières années, puis selon le revenu."""
    if annees_de_section <= annees_de_debut:
        return classe_de_debut_carpv
    return palier_depasse(revenu_retraite_complementaire, limites_classes_carpv, 1)


@regle(depuis="2018-01-01", unite="points", references="D. 50-1318 art. 2", pour=CARPV)
def points_de_la_classe_carpv(
    classe_retraite_complementaire, classe_de_debut_carpv, points_classes_carpv, points_classes_reduites_carpv
):
    """Points de retraite complémentaire de la classe, pour l'année entière."""
    if classe_retraite_complementaire < classe_de_debut_carpv:
        return palier_atteint(classe_retraite_complementaire, points_classes_reduites_carpv, 1)
    return palier_atteint(classe_retraite_complementaire, points_classes_carpv, 1)


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("D. 50-1318 art. 2", "CSS L. 644-1"),
    pour=CARPV,
    arrondi=arrondi_centime,
)
def cotisation_retraite_complementaire__carpv(points_de_la_classe_carpv, prix_point_carpv, part_affiliation):
    """Cotisation de retraite complémentaire.

    Les points de la classe, au prix du point.
    """
    return points_de_la_classe_carpv * prix_point_carpv * part_affiliation


@regle(depuis="2018-01-01", unite="points", references="D. 50-1318 art. 2", pour=CARPV)
def points_retraite_complementaire__carpv(points_de_la_classe_carpv, part_affiliation, acquiert_des_droits):
    """Points de retraite complémentaire acquis dans l'année."""
    if not acquiert_des_droits:
        return 0
    return points_de_la_classe_carpv * part_affiliation


@regle(
    depuis="2018-01-01",
    unite="classe",
    entite="activite",
    agregation="principale",
    references="CSS L. 644-2 (2018-06-14)",
    pour=CARPV,
)
def classe_invalidite_deces__carpv(classe_par_defaut):
    """Classe d'invalidité-décès : la première, sauf choix d'une autre."""
    return classe_par_defaut


@exonerable(depuis="2018-01-01", unite="€/an", references="CSS L. 644-2 (2018-06-14)", pour=(CARPV,))
def cotisation_invalidite_deces__carpv(classe_invalidite_deces, montants_classes_id_carpv, part_affiliation):
    """Cotisation d'invalidité-décès.

    Un montant fixe, selon la classe choisie.
    """
    return palier_atteint(classe_invalidite_deces, montants_classes_id_carpv, 1) * part_affiliation
