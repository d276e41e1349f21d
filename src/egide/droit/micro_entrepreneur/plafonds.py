"""Les plafonds de chiffre d'affaires, la sortie du régime, la franchise de TVA, le compte dédié."""

from egide.droit.commun.categories import ReductionMicro
from egide.droit.commun.enumerations import TypeActiviteMicro
from egide.droit.micro_entrepreneur.commun import (
    CIPAV,
    CLASSE,
    HORS_VENTES,
    LIBERAL,
    LOGEMENT_ET_VENTES,
    NON_CLASSE,
    VENTES,
)
from egide.moteur.mecanismes import JAMAIS
from egide.moteur.regle import regle

METROPOLE = (ReductionMicro.AUCUNE, ReductionMicro.ACRE)
"""Hors des taux d'outre-mer : la TVA y avait d'autres seuils jusqu'en 2022, ou n'y existe pas."""
OUTRE_MER = ReductionMicro.OUTRE_MER
COMME_EN_METROPOLE = (
    "Seuils de TVA de Guadeloupe, Martinique et La Réunion : ceux de métropole depuis 2023, faute d'avoir lu dans CGI "
    "293 B d'autres seuils pour ces années."
)
PRESTATIONS = (TypeActiviteMicro.PRESTATIONS_BIC, LIBERAL, CIPAV)


def plafond(**declaration):
    """Déclare un seuil de l'année : pour la personne, le plus élevé de ceux de ses activités."""
    return regle(unite="€/an", entite="activite", agregation="max", **declaration)


@plafond(depuis="2018-01-01", references=("CGI 50-0", "CGI 102 ter"), pour=VENTES)
def plafond_chiffre_affaires__ventes(plafond_micro_ventes):
    """Plafond de chiffre d'affaires du régime micro : ventes et fourniture de logement."""
    return plafond_micro_ventes


@plafond(depuis="2018-01-01", references=("CGI 50-0", "CGI 102 ter"), pour=PRESTATIONS)
def plafond_chiffre_affaires__services(plafond_micro_services):
    """Plafond de chiffre d'affaires du régime micro : prestations de services."""
    return plafond_micro_services


@plafond(depuis="2018-01-01", references=("CGI 50-0", "CGI 102 ter"), pour=CLASSE)
def plafond_chiffre_affaires__meuble_classe(plafond_micro_meuble_classe):
    """Plafond de chiffre d'affaires du régime micro : meublés de tourisme classés."""
    return plafond_micro_meuble_classe


@plafond(depuis="2018-01-01", references=("CGI 50-0", "CGI 102 ter"), pour=NON_CLASSE)
def plafond_chiffre_affaires__meuble_non_classe(plafond_micro_meuble_non_classe):
    """Plafond de chiffre d'affaires du régime micro : meublés de tourisme non classés."""
    return plafond_micro_meuble_non_classe


@regle(depuis="2018-01-01", unite="oui/non", references=("CGI 50-0", "CGI 102 ter"))
def plafonds_depasses_un_an_avant(
    plafond_micro_ventes,
    plafond_micro_services,
    plafond_micro_meuble_classe,
    plafond_micro_meuble_non_classe,
    chiffre_affaires_annualise_n_1=0,
    services_annualises_n_1=0,
    meubles_classes_annualises_n_1=0,
    meubles_non_classes_annualises_n_1=0,
):
    """L'année d'avant a dépassé un plafond de cette année : le total, les services ou les meublés de tourisme."""
    if chiffre_affaires_annualise_n_1 > plafond_micro_ventes or services_annualises_n_1 > plafond_micro_services:
        return True
    meubles = meubles_classes_annualises_n_1 > plafond_micro_meuble_classe
    return meubles or meubles_non_classes_annualises_n_1 > plafond_micro_meuble_non_classe


@regle(depuis="2018-01-01", unite="oui/non", references=("CGI 50-0", "CGI 102 ter"))
def plafonds_depasses_deux_ans_avant(
    plafond_micro_ventes,
    plafond_micro_services,
    plafond_micro_meuble_classe,
    plafond_micro_meuble_non_classe,
    chiffre_affaires_annualise_n_2=0,
    services_annualises_n_2=0,
    meubles_classes_annualises_n_2=0,
    meubles_non_classes_annualises_n_2=0,
):
    """Deux ans avant, un plafond de cette année était dépassé : le total, les services ou les meublés."""
    if chiffre_affaires_annualise_n_2 > plafond_micro_ventes or services_annualises_n_2 > plafond_micro_services:
        return True
    meubles = meubles_classes_annualises_n_2 > plafond_micro_meuble_classe
    return meubles or meubles_non_classes_annualises_n_2 > plafond_micro_meuble_non_classe


@regle(depuis="2018-01-01", unite="date", references=("CSS L. 613-7 (2018-06-14)", "CGI 50-0", "CGI 102 ter"))
def sortie_du_regime(plafonds_depasses_un_an_avant, plafonds_depasses_deux_ans_avant, premier_jour_periode):
    """Sortie du régime micro-social : le 1er janvier qui suit deux années de suite au-dessus d'un plafond."""
    if plafonds_depasses_un_an_avant and plafonds_depasses_deux_ans_avant:
        return premier_jour_periode
    return JAMAIS


@plafond(depuis="2018-01-01", references="CGI 293 B", pour=(*LOGEMENT_ET_VENTES, *METROPOLE))
def seuil_franchise_tva__ventes(franchise_tva_ventes):
    """Seuil de la franchise de TVA : ventes et fourniture de logement."""
    return franchise_tva_ventes


@plafond(
    depuis="2018-01-01",
    jusqu_au="2022-12-31",
    references=("L. 2017-256 art. 135", "L. 2021-1900 art. 33"),
    pour=(*LOGEMENT_ET_VENTES, OUTRE_MER),
)
def seuil_franchise_tva__ventes_outre_mer(franchise_tva_outre_mer_ventes, tva_en_vigueur):
    """Seuil de la franchise de TVA : ventes et logement, outre-mer ; zéro où la TVA n'existe pas."""
    return franchise_tva_outre_mer_ventes * tva_en_vigueur


@plafond(
    depuis="2023-01-01",
    references="CGI 293 B",
    pour=(*LOGEMENT_ET_VENTES, OUTRE_MER),
    a_confirmer=COMME_EN_METROPOLE,
)
def seuil_franchise_tva__ventes_outre_mer_2023(franchise_tva_ventes, tva_en_vigueur):
    """Seuil de la franchise de TVA : ventes et logement, outre-mer ; zéro où la TVA n'existe pas."""
    return franchise_tva_ventes * tva_en_vigueur


@plafond(depuis="2018-01-01", references="CGI 293 B", pour=(*HORS_VENTES, *METROPOLE))
def seuil_franchise_tva__services(franchise_tva_services):
    """Seuil de la franchise de TVA : prestations de services."""
    return franchise_tva_services


@plafond(
    depuis="2018-01-01",
    jusqu_au="2022-12-31",
    references=("L. 2017-256 art. 135", "L. 2021-1900 art. 33"),
    pour=(*HORS_VENTES, OUTRE_MER),
)
def seuil_franchise_tva__services_outre_mer(franchise_tva_outre_mer_services, tva_en_vigueur):
    """Seuil de la franchise de TVA : prestations de services, outre-mer ; zéro où la TVA n'existe pas."""
    return franchise_tva_outre_mer_services * tva_en_vigueur


@plafond(
    depuis="2023-01-01",
    references="CGI 293 B",
    pour=(*HORS_VENTES, OUTRE_MER),
    a_confirmer=COMME_EN_METROPOLE,
)
def seuil_franchise_tva__services_outre_mer_2023(franchise_tva_services, tva_en_vigueur):
    """Seuil de la franchise de TVA : prestations de services, outre-mer ; zéro où la TVA n'existe pas."""
    return franchise_tva_services * tva_en_vigueur


@plafond(depuis="2018-01-01", references="CGI 293 B", pour=(*LOGEMENT_ET_VENTES, *METROPOLE))
def seuil_franchise_tva_majore__ventes(franchise_tva_ventes_majoree):
    """Seuil majoré de la franchise de TVA : ventes et fourniture de logement."""
    return franchise_tva_ventes_majoree


@plafond(
    depuis="2018-01-01",
    jusqu_au="2022-12-31",
    references=("L. 2017-256 art. 135", "L. 2021-1900 art. 33"),
    pour=(*LOGEMENT_ET_VENTES, OUTRE_MER),
)
def seuil_franchise_tva_majore__ventes_outre_mer(franchise_tva_outre_mer_ventes_majoree, tva_en_vigueur):
    """Seuil majoré de la franchise de TVA : ventes et logement, outre-mer ; zéro où la TVA n'existe pas."""
    return franchise_tva_outre_mer_ventes_majoree * tva_en_vigueur


@plafond(
    depuis="2023-01-01",
    references="CGI 293 B",
    pour=(*LOGEMENT_ET_VENTES, OUTRE_MER),
    a_confirmer=COMME_EN_METROPOLE,
)
def seuil_franchise_tva_majore__ventes_outre_mer_2023(franchise_tva_ventes_majoree, tva_en_vigueur):
    """Seuil majoré de la franchise de TVA : ventes et logement, outre-mer ; zéro où la TVA n'existe pas."""
    return franchise_tva_ventes_majoree * tva_en_vigueur


@plafond(depuis="2018-01-01", references="CGI 293 B", pour=(*HORS_VENTES, *METROPOLE))
def seuil_franchise_tva_majore__services(franchise_tva_services_majoree):
    """Seuil majoré de la franchise de TVA : prestations de services."""
    return franchise_tva_services_majoree


@plafond(
    depuis="2018-01-01",
    jusqu_au="2022-12-31",
    references=("L. 2017-256 art. 135", "L. 2021-1900 art. 33"),
    pour=(*HORS_VENTES, OUTRE_MER),
)
def seuil_franchise_tva_majore__services_outre_mer(franchise_tva_outre_mer_services_majoree, tva_en_vigueur):
    """Seuil majoré de la franchise de TVA : prestations de services, outre-mer ; zéro où la TVA n'existe pas."""
    return franchise_tva_outre_mer_services_majoree * tva_en_vigueur


@plafond(
    depuis="2023-01-01",
    references="CGI 293 B",
    pour=(*HORS_VENTES, OUTRE_MER),
    a_confirmer=COMME_EN_METROPOLE,
)
def seuil_franchise_tva_majore__services_outre_mer_2023(franchise_tva_services_majoree, tva_en_vigueur):
    """Seuil majoré de la franchise de TVA : prestations de services, outre-mer ; zéro où la TVA n'existe pas."""
    return franchise_tva_services_majoree * tva_en_vigueur


@regle(depuis="2020-01-01", unite="oui/non", references="CSS L. 613-10 (2019-05-24)")
def compte_dedie_obligatoire(seuil_compte_dedie, chiffre_affaires_total_n_1=0, chiffre_affaires_total_n_2=0):
    """Compte bancaire dédié à l'activité : obligatoire après deux années de suite au-dessus de 10 000 €."""
    return chiffre_affaires_total_n_1 > seuil_compte_dedie and chiffre_affaires_total_n_2 > seuil_compte_dedie
