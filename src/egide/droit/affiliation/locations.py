"""Locations, chambres d'hôtes, ventes à domicile et ventes occasionnelles : ce qui dépend d'un seuil."""

from egide.droit.affiliation.commun import de_l_activite
from egide.droit.commun.categories import Fondement
from egide.droit.commun.enumerations import Inscription, Nature


@de_l_activite(depuis="2017-12-31", unite="€/an", references=("CSS L. 611-1 (2018-06-14)", "CSS D. 611-1 (2018-01-01)"))
def seuil_chambres_d_hotes(pass_, part_plafond_chambres_d_hotes):
    """Revenu imposable au-delà duquel la location de chambres d'hôtes est affiliée : 13 % du plafond annuel."""
    return pass_ * part_plafond_chambres_d_hotes


@de_l_activite(depuis="2017-12-31", unite="€/an", references="CSS L. 611-1 (2018-06-14)")
def seuil_location_de_biens(pass_, part_plafond_location_de_biens):
    """Recettes au-delà desquelles la location de biens meubles est affiliée : 20 % du plafond annuel."""
    return pass_ * part_plafond_location_de_biens


@de_l_activite(
    depuis="2017-12-31",
    jusqu_au="2020-12-15",
    unite="oui/non",
    references="CSS L. 611-1 (2018-06-14)",
    a_confirmer=(
        "Le Conseil constitutionnel a censuré le 8 février 2018 la condition d'inscription du loueur professionnel, "
        "que le code a gardée jusqu'au 15 décembre 2020."
    ),
)
def loueur_professionnel__registre(nature, inscription):
    """Loueur en meublé professionnel : inscrit comme tel au registre du commerce."""
    return nature == Nature.LOCATION_MEUBLEE and inscription == Inscription.RCS


@de_l_activite(depuis="2020-12-16", unite="oui/non", references=("CSS L. 611-1 (2020-12-16)", "CGI 155"))
def loueur_professionnel__revenus(recettes_de_l_annee, autres_revenus_du_foyer):
    """Loueur en meublé professionnel : ses recettes dépassent les autres revenus du foyer."""
    return recettes_de_l_annee > autres_revenus_du_foyer


@de_l_activite(
    depuis="2017-12-31", unite="oui/non", references=("CSS L. 311-3 (2018-06-14)", "CSS L. 311-3 (2020-12-16)")
)
def option_de_loueur(option_regime_general, recettes_de_l_annee, plafond_option_regime_general):
    """Option d'un loueur pour le régime général, sur les recettes après abattement : ses recettes le permettent."""
    return option_regime_general and recettes_de_l_annee <= plafond_option_regime_general


@de_l_activite(depuis="2017-12-31", references="CSS L. 611-1 (2018-06-14)")
def fondement_meuble(recettes_de_l_annee, seuil_location_meublee, courte_duree, option_de_loueur, loueur_professionnel):
    """Location meublée : au-delà de 23 000 € de recettes, si elle est de courte durée ou professionnelle."""
    if recettes_de_l_annee <= seuil_location_meublee:
        return Fondement.LOCATION_SOUS_SEUIL
    if courte_duree and option_de_loueur:
        return Fondement.OPTION_REGIME_GENERAL
    if courte_duree or loueur_professionnel:
        return Fondement.LOCATION_MEUBLEE
    return Fondement.LOCATION_SOUS_SEUIL


@de_l_activite(depuis="2017-12-31", references=("CSS L. 611-1 (2018-06-14)", "CSS L. 311-3 (2018-06-14)"))
def fondement_location(
    nature,
    recettes_connues,
    recettes_de_l_annee,
    revenu_imposable_de_l_annee,
    seuil_chambres_d_hotes,
    seuil_location_de_biens,
    option_de_loueur,
    fondement_meuble,
):
    """Location ou chambres d'hôtes : le revenu ou les recettes de l'année décident."""
    if nature < Nature.LOCATION_MEUBLEE or nature > Nature.CHAMBRES_HOTES:
        return Fondement.AUCUN
    if not recettes_connues:
        return Fondement.LOCATION_A_ETABLIR
    if nature == Nature.LOCATION_MEUBLEE:
        return fondement_meuble
    if nature == Nature.CHAMBRES_HOTES and revenu_imposable_de_l_annee > seuil_chambres_d_hotes:
        return Fondement.CHAMBRES_D_HOTES
    if nature == Nature.CHAMBRES_HOTES or recettes_de_l_annee <= seuil_location_de_biens:
        return Fondement.LOCATION_SOUS_SEUIL
    if option_de_loueur:
        return Fondement.OPTION_REGIME_GENERAL
    return Fondement.LOCATION_DE_BIENS


@de_l_activite(depuis="2017-12-31", jusqu_au="2020-12-15", references="CSS L. 311-3 (2019-12-28)")
def fondement_occasionnel__avant(nature):
    """Vente ou service occasionnel d'un particulier : l'option pour le régime général n'existe pas encore."""
    return Fondement.AUCUN


@de_l_activite(depuis="2020-12-16", references="CSS L. 311-3 (2020-12-16)")
def fondement_occasionnel__2020(nature, option_occasionnelle, option_occasionnelle_perdue=False):
    """Vente ou service occasionnel d'un particulier : option pour le régime général jusqu'à 1 500 € par an.

    L'option se perd l'année qui suit deux années au-dessus de la limite, ou une seule au-dessus de son triple.
    """
    if option_occasionnelle and nature <= Nature.LIBERALE and not option_occasionnelle_perdue:
        return Fondement.OPTION_OCCASIONNELLE
    return Fondement.AUCUN


@de_l_activite(depuis="2020-12-16", unite="oui/non", references="CSS L. 311-3 (2020-12-16)")
def depassement_occasionnel(recettes_par_annee, plafond_option_occasionnelle):
    """Recettes de l'année au-dessus de la limite des ventes et services occasionnels."""
    return recettes_par_annee > plafond_option_occasionnelle


@de_l_activite(depuis="2020-12-16", unite="oui/non", references="CSS L. 311-3 (2020-12-16)")
def depassement_du_triple(recettes_par_annee, plafond_option_occasionnelle, multiple_de_perte_de_l_option):
    """Recettes de l'année au-dessus du triple de cette limite."""
    return recettes_par_annee > plafond_option_occasionnelle * multiple_de_perte_de_l_option


@de_l_activite(depuis="2020-12-16", unite="oui/non", references="CSS L. 311-3 (2020-12-16)")
def option_occasionnelle_perdue(
    depassement_occasionnel_n_1=False,
    depassement_occasionnel_n_2=False,
    depassement_du_triple_n_1=False,
    option_occasionnelle_perdue_n_1=False,
):
    """L'option a cessé de s'appliquer ; une nouvelle option n'est pas exclue par le texte, elle n'est pas supposée."""
    deux_annees = depassement_occasionnel_n_1 and depassement_occasionnel_n_2
    return option_occasionnelle_perdue_n_1 or deux_annees or depassement_du_triple_n_1
