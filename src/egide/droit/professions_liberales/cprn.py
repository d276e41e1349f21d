"""CPRN : retraite complémentaire et invalidité-décès des notaires."""

from egide.droit.commun.categories import Caisse
from egide.droit.cotisations.commun import exonerable
from egide.moteur.mecanismes import arrondi_centime, au_plus
from egide.moteur.regle import regle

CPRN = Caisse.CPRN


@regle(
    depuis="2018-01-01",
    unite="oui/non",
    references="D. 49-578",
    pour=CPRN,
    a_confirmer="un notaire installé choisit sa classe de la section B : la première est retenue, faute de "
    "classes.retraite_complementaire.",
)
def notaire_installe(annees_de_section, annees_en_classe_1_cprn):
    """Notaire qui n'est plus tenu à la première classe."""
    return annees_de_section > annees_en_classe_1_cprn


@regle(
    depuis="2018-01-01", unite="classe", entite="activite", agregation="principale", references="D. 49-578", pour=CPRN
)
def classe_retraite_complementaire__cprn(notaire_installe, classe_par_defaut):
    """Classe de la section B : la première les six premières années, puis celle que le notaire choisit."""
    if notaire_installe:
        return classe_par_defaut
    return classe_par_defaut


@regle(depuis="2018-01-01", unite="€/an", references="D. 49-578", pour=CPRN, arrondi=arrondi_centime)
def section_b_cprn(classe_retraite_complementaire, section_b_classe_1_cprn, part_affiliation):
    """Retraite complémentaire, section B : un multiple de la première classe."""
    return classe_retraite_complementaire * section_b_classe_1_cprn * part_affiliation


@regle(depuis="2018-01-01", unite="€/an", references="D. 49-578", pour=CPRN)
def produits_retenus(
    chiffre_affaires_n_2, chiffre_affaires_n_3, chiffre_affaires_n_4, annees_de_la_moyenne, plafond_section_c_cprn
):
    """Produits de l'étude retenus : leur moyenne de la quatrième à la deuxième année d'avant, sous un plafond."""
    moyenne = (chiffre_affaires_n_2 + chiffre_affaires_n_3 + chiffre_affaires_n_4) / annees_de_la_moyenne
    return au_plus(moyenne, plafond_section_c_cprn)


@regle(depuis="2018-01-01", unite="€/an", references="D. 49-578", pour=CPRN, arrondi=arrondi_centime)
def section_c_cprn(produits_retenus, taux_section_c_cprn, part_affiliation):
    """Retraite complémentaire, section C : une part des produits moyens de l'étude."""
    return produits_retenus * taux_section_c_cprn * part_affiliation


@regle(depuis="2018-01-01", unite="€/an", references=("D. 49-578", "CSS L. 644-1"), pour=CPRN)
def cotisation_retraite_complementaire__cprn(section_b_cprn, section_c_cprn):
    """Cotisation de retraite complémentaire.

    La section B, selon la classe, et la section C, selon les produits de l'étude.
    """
    return section_b_cprn + section_c_cprn


@regle(depuis="2018-01-01", unite="points", references="D. 49-578", pour=CPRN)
def points_section_b(classe_retraite_complementaire, points_par_classe_cprn, part_affiliation, acquiert_des_droits):
    """Points de la section B acquis dans l'année."""
    if not acquiert_des_droits:
        return 0
    return classe_retraite_complementaire * points_par_classe_cprn * part_affiliation


@regle(depuis="2018-01-01", unite="points", references="D. 49-578", pour=CPRN)
def points_section_c(section_c_cprn, prix_point_section_c_cprn, acquiert_des_droits):
    """Points de la section C acquis dans l'année : la cotisation, divisée par le prix du point."""
    if not acquiert_des_droits:
        return 0
    return arrondi_centime(section_c_cprn / prix_point_section_c_cprn)


@exonerable(depuis="2018-01-01", unite="€/an", references="CSS L. 644-2 (2018-06-14)", pour=(CPRN,))
def cotisation_invalidite_deces__cprn(id_forfait_cprn, part_affiliation):
    """Cotisation d'invalidité-décès.

    Un montant fixe.
    """
    return id_forfait_cprn * part_affiliation
