"""Ce qui s'ajoute aux cotisations : formation, taxes pour frais de chambre, versement libératoire, pénalités."""

from egide.droit.commun.categories import MetierMicro
from egide.droit.commun.enumerations import Inscription, ReseauConsulaire
from egide.droit.micro_entrepreneur.commun import (
    CIPAV,
    HORS_VENTES,
    LIBERAL,
    LOGEMENT_ET_VENTES,
    SERVICES,
    regle_du_mois,
)
from egide.moteur.mecanismes import arrondi_euro, arrondi_euro_superieur
from egide.moteur.regle import regle

HORS_ARTISANAT = (MetierMicro.COMMERCANT, MetierMicro.LIBERAL, MetierMicro.LOUEUR)


@regle_du_mois(
    depuis="2018-01-01", unite="fraction", references="c. trav. L. 6331-48 (2020-01-01)", pour=MetierMicro.ARTISAN
)
def taux_formation_micro__artisan(taux_formation_micro_artisan):
    """Taux de la contribution à la formation : artisans, quel que soit le chiffre d'affaires."""
    return taux_formation_micro_artisan


@regle_du_mois(
    depuis="2018-01-01",
    unite="fraction",
    references="c. trav. L. 6331-48 (2020-01-01)",
    pour=(*HORS_ARTISANAT, *LOGEMENT_ET_VENTES),
)
def taux_formation_micro__ventes(taux_formation_micro_ventes):
    """Taux de la contribution à la formation : ventes et fourniture de logement."""
    return taux_formation_micro_ventes


@regle_du_mois(
    depuis="2018-01-01",
    unite="fraction",
    references="c. trav. L. 6331-48 (2020-01-01)",
    pour=(*HORS_ARTISANAT, *SERVICES),
)
def taux_formation_micro__services(taux_formation_micro_services):
    """Taux de la contribution à la formation : prestations commerciales."""
    return taux_formation_micro_services


@regle_du_mois(
    depuis="2018-01-01",
    unite="fraction",
    references="c. trav. L. 6331-48 (2020-01-01)",
    pour=(*HORS_ARTISANAT, LIBERAL),
)
def taux_formation_micro__liberal(taux_formation_micro_liberal):
    """Taux de la contribution à la formation : professions libérales non réglementées."""
    return taux_formation_micro_liberal


@regle_du_mois(
    depuis="2018-01-01", unite="fraction", references="c. trav. L. 6331-48 (2020-01-01)", pour=(*HORS_ARTISANAT, CIPAV)
)
def taux_formation_micro__cipav(taux_formation_micro_cipav):
    """Taux de la contribution à la formation : professions libérales de la Cipav."""
    return taux_formation_micro_cipav


@regle_du_mois(depuis="2018-01-01", unite="€", references="c. trav. L. 6331-48 (2020-01-01)", arrondi=arrondi_euro)
def formation_de_la_periode(recettes_retenues, taux_formation_micro):
    """Contribution à la formation professionnelle d'un type de chiffre d'affaires."""
    return recettes_retenues * taux_formation_micro


@regle(depuis="2018-01-01", unite="€/an", references="c. trav. L. 6331-48 (2020-01-01)")
def contribution_formation_professionnelle(formation_de_la_periode):
    """Contribution à la formation professionnelle.

    Un pourcentage du chiffre d'affaires, que ni l'Acre ni l'outre-mer ne réduisent.
    """
    return formation_de_la_periode


@regle_du_mois(
    depuis="2018-01-01", unite="fraction", references="CGI 1600", pour=(MetierMicro.COMMERCANT, *LOGEMENT_ET_VENTES)
)
def taux_frais_de_chambre__ventes(taux_chambre_commerce_ventes):
    """Taux de la taxe de la chambre de commerce : ventes et fourniture de logement."""
    return taux_chambre_commerce_ventes


@regle_du_mois(depuis="2018-01-01", unite="fraction", references="CGI 1600", pour=(MetierMicro.COMMERCANT, *SERVICES))
def taux_frais_de_chambre__services(taux_chambre_commerce_services):
    """Taux de la taxe de la chambre de commerce : prestations de services."""
    return taux_chambre_commerce_services


@regle_du_mois(depuis="2018-01-01", unite="fraction", references="CGI 1600", pour=MetierMicro.ARTISAN)
def taux_chambre_de_commerce_de_l_artisan(inscription, taux_chambre_commerce_artisan):
    """Taux de la taxe de la chambre de commerce d'un artisan aussi inscrit au registre du commerce."""
    if inscription == Inscription.RCS:
        return taux_chambre_commerce_artisan
    return 0


@regle_du_mois(
    depuis="2018-01-01", unite="fraction", references="CGI 1601-0 A", pour=(MetierMicro.ARTISAN, *LOGEMENT_ET_VENTES)
)
def taux_frais_de_chambre__artisan_ventes(
    reseau_consulaire,
    taux_chambre_metiers_ventes,
    taux_chambre_metiers_ventes_alsace,
    taux_chambre_metiers_ventes_moselle,
    taux_chambre_de_commerce_de_l_artisan,
):
    """Taux des taxes de chambre d'un artisan : ventes ; l'Alsace et la Moselle ont les leurs."""
    if reseau_consulaire == ReseauConsulaire.ALSACE:
        return taux_chambre_metiers_ventes_alsace + taux_chambre_de_commerce_de_l_artisan
    if reseau_consulaire == ReseauConsulaire.MOSELLE:
        return taux_chambre_metiers_ventes_moselle + taux_chambre_de_commerce_de_l_artisan
    return taux_chambre_metiers_ventes + taux_chambre_de_commerce_de_l_artisan


@regle_du_mois(
    depuis="2018-01-01", unite="fraction", references="CGI 1601-0 A", pour=(MetierMicro.ARTISAN, *HORS_VENTES)
)
def taux_frais_de_chambre__artisan_services(
    reseau_consulaire,
    taux_chambre_metiers_services,
    taux_chambre_metiers_services_alsace,
    taux_chambre_metiers_services_moselle,
    taux_chambre_de_commerce_de_l_artisan,
):
    """Taux des taxes de chambre d'un artisan : prestations de services ; l'Alsace et la Moselle ont les leurs."""
    if reseau_consulaire == ReseauConsulaire.ALSACE:
        return taux_chambre_metiers_services_alsace + taux_chambre_de_commerce_de_l_artisan
    if reseau_consulaire == ReseauConsulaire.MOSELLE:
        return taux_chambre_metiers_services_moselle + taux_chambre_de_commerce_de_l_artisan
    return taux_chambre_metiers_services + taux_chambre_de_commerce_de_l_artisan


@regle_du_mois(depuis="2018-01-01", unite="€", references=("CGI 1600", "CGI 1601-0 A"), arrondi=arrondi_euro)
def taxe_de_la_periode(recettes_retenues, taux_frais_de_chambre, chiffre_affaires_total, seuil_taxe_frais_de_chambre):
    """Taxe pour frais de chambre d'un type de chiffre d'affaires ; aucune si l'année ne dépasse pas 5 000 €."""
    if chiffre_affaires_total <= seuil_taxe_frais_de_chambre:
        return 0
    return recettes_retenues * taux_frais_de_chambre


@regle(depuis="2018-01-01", unite="€/an", references=("CGI 1600", "CGI 1601-0 A"))
def taxe_frais_de_chambre(taxe_de_la_periode):
    """Taxe pour frais de chambre : celle de la chambre de commerce ou de la chambre de métiers."""
    return taxe_de_la_periode


@regle_du_mois(depuis="2018-01-01", unite="fraction", references="CGI 151-0", pour=LOGEMENT_ET_VENTES)
def taux_versement_liberatoire__ventes(taux_versement_liberatoire_ventes):
    """Taux du versement libératoire : ventes et fourniture de logement."""
    return taux_versement_liberatoire_ventes


@regle_du_mois(depuis="2018-01-01", unite="fraction", references="CGI 151-0", pour=SERVICES)
def taux_versement_liberatoire__services(taux_versement_liberatoire_services):
    """Taux du versement libératoire : prestations commerciales ou artisanales."""
    return taux_versement_liberatoire_services


@regle_du_mois(depuis="2018-01-01", unite="fraction", references="CGI 151-0", pour=(LIBERAL, CIPAV))
def taux_versement_liberatoire__liberal(taux_versement_liberatoire_liberal):
    """Taux du versement libératoire : professions libérales."""
    return taux_versement_liberatoire_liberal


@regle(depuis="2018-01-01", unite="€/an", references="CGI 151-0")
def plafond_revenu_fiscal_versement_liberatoire(revenu_fiscal_par_part_versement_liberatoire, parts_fiscales):
    """Revenu fiscal du foyer, deux ans plus tôt, au-delà duquel le versement libératoire est fermé."""
    return revenu_fiscal_par_part_versement_liberatoire * parts_fiscales


@regle(depuis="2018-01-01", unite="oui/non", references="CGI 151-0")
def versement_liberatoire_ouvert(revenu_fiscal_de_reference_n_2, plafond_revenu_fiscal_versement_liberatoire):
    """Le revenu fiscal du foyer permet le versement libératoire."""
    return revenu_fiscal_de_reference_n_2 <= plafond_revenu_fiscal_versement_liberatoire


@regle_du_mois(depuis="2018-01-01", unite="€", references="CGI 151-0", arrondi=arrondi_euro)
def versement_de_la_periode(
    recettes_retenues, taux_versement_liberatoire, option_versement_liberatoire, versement_liberatoire_ouvert
):
    """Versement libératoire de l'impôt sur le revenu d'un type de chiffre d'affaires, pour qui l'a choisi."""
    if option_versement_liberatoire * versement_liberatoire_ouvert == 0:
        return 0
    return recettes_retenues * taux_versement_liberatoire


@regle(depuis="2018-01-01", unite="€/an", references="CGI 151-0")
def versement_liberatoire(versement_de_la_periode):
    """Versement libératoire de l'impôt sur le revenu."""
    return versement_de_la_periode


@regle(
    depuis="2018-01-01",
    unite="déclarations",
    references="CSS R. 613-9 (2019-07-08)",
    entite="activite",
    agregation="max",
)
def declarations_en_retard(declaration_en_retard):
    """Nombre de déclarations de l'année faites après leur date, mais avant la taxation d'office."""
    return declaration_en_retard


@regle_du_mois(
    depuis="2018-01-01",
    unite="€",
    references="CSS R. 613-10 (2019-07-08)",
    a_confirmer="Pénalité de 3 % : due si la déclaration suit la notification de la taxation d'office, supposée faite "
    "dès la dernière date de déclaration de l'année ; comptée sur les cotisations et contributions sociales, sans la "
    "formation. L'Urssaf peut la remettre en partie (CSS R. 243-20).",
)
def penalite_de_regularisation(cotisation_de_la_periode, declaration_regularisee, taux_penalite_regularisation):
    """Pénalité d'une déclaration faite après la taxation d'office : 3 % des cotisations et contributions dues."""
    return cotisation_de_la_periode * declaration_regularisee * taux_penalite_regularisation


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS R. 613-9 (2019-07-08)", "CSS R. 613-10 (2019-07-08)"),
    arrondi=arrondi_euro,
)
def penalite(
    declarations_manquantes,
    declarations_en_retard,
    penalite_de_regularisation,
    pass_,
    mois_par_an,
    taux_penalite_declaration,
):
    """Pénalités de l'année.

    Pour chaque déclaration qui manque ou faite en retard, 1,5 % du plafond mensuel, à l'euro supérieur ; 3 % des
    cotisations de celles qui sont faites après la taxation d'office.
    """
    pour_chacune = arrondi_euro_superieur(pass_ / mois_par_an * taux_penalite_declaration)
    return (declarations_manquantes + declarations_en_retard) * pour_chacune + penalite_de_regularisation
