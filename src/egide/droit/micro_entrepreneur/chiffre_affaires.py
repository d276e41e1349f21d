"""Le chiffre d'affaires : encaissé, ou retenu d'office pour une déclaration qui manque."""

from egide.droit.commun.enumerations import Periodicite
from egide.droit.micro_entrepreneur.commun import (
    CLASSE,
    HORS_VENTES,
    LOGEMENT_ET_VENTES,
    NON_CLASSE,
    regle_d_activite,
    regle_du_mois,
)
from egide.moteur.mecanismes import annee_du_jour, au_moins, au_plus, prorata
from egide.moteur.regle import regle


@regle_d_activite(depuis="2018-01-01", unite="€/an", references="CSS R. 613-10 (2019-07-08)", pour=LOGEMENT_ET_VENTES)
def seuil_d_office__ventes(franchise_tva_ventes_majoree):
    """Chiffre d'affaires annuel de la taxation d'office : le seuil majoré de la franchise de TVA, ventes."""
    return franchise_tva_ventes_majoree


@regle_d_activite(depuis="2018-01-01", unite="€/an", references="CSS R. 613-10 (2019-07-08)", pour=HORS_VENTES)
def seuil_d_office__services(franchise_tva_services_majoree):
    """Chiffre d'affaires annuel de la taxation d'office : le seuil majoré de la franchise de TVA, services."""
    return franchise_tva_services_majoree


@regle(
    depuis="2018-01-01",
    unite="déclarations",
    references="CSS R. 613-10 (2019-07-08)",
    entite="activite",
    agregation="max",
)
def declarations_manquantes(declaration_manquante):
    """Nombre de déclarations qui manquent dans l'année."""
    return declaration_manquante


@regle_d_activite(depuis="2018-01-01", unite="€", references="CSS R. 613-10 (2019-07-08)")
def retenu_par_declaration(
    seuil_d_office,
    declarations_manquantes,
    periodicite,
    declarations_mensuelles_par_an,
    declarations_trimestrielles_par_an,
    majoration_d_office_mensuelle,
    majoration_d_office_trimestrielle,
):
    """Chiffre d'affaires retenu d'office pour une déclaration qui manque.

    Le douzième ou le quart du seuil majoré de TVA, majoré de 5 % ou de 15 % par déclaration qui manque dans l'année.
    """
    if periodicite == Periodicite.MENSUELLE:
        majoration = 1 + declarations_manquantes * majoration_d_office_mensuelle
        return prorata(seuil_d_office, majoration, declarations_mensuelles_par_an)
    majoration = 1 + declarations_manquantes * majoration_d_office_trimestrielle
    return prorata(seuil_d_office, majoration, declarations_trimestrielles_par_an)


@regle_du_mois(depuis="2018-01-01", unite="€", references="CSS R. 613-10 (2019-07-08)")
def retenu_d_office(declaration_manquante, taxation_d_office, retenu_par_declaration):
    """Chiffre d'affaires retenu d'office, une fois passée la dernière date de déclaration de l'année."""
    if declaration_manquante * taxation_d_office == 0:
        return 0
    return retenu_par_declaration


@regle_du_mois(depuis="2018-01-01", unite="€", references=("CSS L. 613-7 (2018-06-14)", "CSS R. 613-10 (2019-07-08)"))
def recettes_retenues(recettes, retenu_d_office):
    """Chiffre d'affaires du mois : celui qui est encaissé, ou retenu d'office."""
    return recettes + retenu_d_office


@regle(depuis="2018-01-01", unite="€/an", references="CSS R. 613-10 (2019-07-08)")
def chiffre_affaires_retenu_d_office(retenu_d_office):
    """Chiffre d'affaires retenu d'office dans l'année, faute de déclaration."""
    return retenu_d_office


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 613-7 (2018-06-14)")
def chiffre_affaires_total(recettes_retenues):
    """Chiffre d'affaires de l'année, toutes activités ensemble."""
    return recettes_retenues


@regle_du_mois(depuis="2018-01-01", unite="€", references="CGI 50-0", pour=HORS_VENTES)
def recettes_de_services(recettes_retenues):
    """Chiffre d'affaires du mois qui compte pour le plafond des services."""
    return recettes_retenues


@regle_du_mois(depuis="2018-01-01", unite="€", references="CGI 50-0", pour=CLASSE)
def recettes_de_meubles_classes(recettes_retenues):
    """Chiffre d'affaires du mois des meublés de tourisme classés."""
    return recettes_retenues


@regle_du_mois(depuis="2018-01-01", unite="€", references="CGI 50-0", pour=NON_CLASSE)
def recettes_de_meubles_non_classes(recettes_retenues):
    """Chiffre d'affaires du mois des meublés de tourisme non classés."""
    return recettes_retenues


@regle(depuis="2018-01-01", unite="€", references="CGI 50-0", periode="mois", agregation="somme")
def recettes_du_mois(recettes_retenues):
    """Chiffre d'affaires du mois, toutes activités ensemble."""
    return recettes_retenues


@regle(depuis="2018-01-01", unite="€", references="CGI 50-0", periode="mois", agregation="somme")
def services_du_mois(recettes_de_services=0):
    """Chiffre d'affaires de services du mois, toutes activités ensemble."""
    return recettes_de_services


@regle_du_mois(depuis="2018-01-01", unite="€", references="CSS L. 613-7 (2018-06-14)")
def revenu_d_une_activite(recettes_retenues, taux_abattement_social):
    """Revenu du mois : le chiffre d'affaires, une fois fait l'abattement de son type."""
    return recettes_retenues - recettes_retenues * taux_abattement_social


@regle(depuis="2018-01-01", unite="€", references="CSS L. 613-7 (2018-06-14)", periode="mois", agregation="somme")
def revenu_du_mois(revenu_d_une_activite):
    """Revenu du mois après abattement, toutes activités ensemble."""
    return revenu_d_une_activite


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 613-7 (2018-06-14)")
def revenu_apres_abattement(revenu_d_une_activite):
    """Revenu de l'année après abattement.

    Celui des prestations : ce qui reste du chiffre d'affaires après l'abattement de chaque type.
    """
    return revenu_d_une_activite


@regle(depuis="2018-01-01", unite="jours", references="CGI 50-0")
def jours_de_la_premiere_annee(debut, premier_jour_periode, dernier_jour_periode, jours_de_l_annee_micro, annee):
    """Jours de l'année à partir du début de l'activité ; toute l'année, les années suivantes."""
    if annee_du_jour(debut) < annee:
        return jours_de_l_annee_micro
    jours = dernier_jour_periode - au_moins(debut, premier_jour_periode) + 1
    return au_moins(au_plus(jours, jours_de_l_annee_micro), 1)


@regle(depuis="2018-01-01", unite="fraction", references="CGI 50-0")
def coefficient_d_annee_entiere(jours_de_la_premiere_annee, jours_de_l_annee_micro, saisonniere):
    """Ce par quoi le chiffre d'affaires de la première année est rapporté à l'année ; sauf activité saisonnière."""
    if saisonniere:
        return 1
    return jours_de_l_annee_micro / jours_de_la_premiere_annee


@regle(depuis="2018-01-01", unite="€/an", references="CGI 50-0")
def chiffre_affaires_annualise(chiffre_affaires_total, coefficient_d_annee_entiere):
    """Chiffre d'affaires rapporté à l'année entière, que l'on compare aux plafonds."""
    return chiffre_affaires_total * coefficient_d_annee_entiere


@regle(depuis="2018-01-01", unite="€/an", references="CGI 50-0")
def services_annualises(services_du_mois, coefficient_d_annee_entiere):
    """Chiffre d'affaires de services rapporté à l'année entière."""
    return services_du_mois * coefficient_d_annee_entiere


@regle(depuis="2018-01-01", unite="€/an", references="CGI 50-0")
def meubles_classes_annualises(recettes_de_meubles_classes, coefficient_d_annee_entiere):
    """Chiffre d'affaires des meublés de tourisme classés rapporté à l'année entière."""
    return recettes_de_meubles_classes * coefficient_d_annee_entiere


@regle(depuis="2018-01-01", unite="€/an", references="CGI 50-0")
def meubles_non_classes_annualises(recettes_de_meubles_non_classes, coefficient_d_annee_entiere):
    """Chiffre d'affaires des meublés de tourisme non classés rapporté à l'année entière."""
    return recettes_de_meubles_non_classes * coefficient_d_annee_entiere
