"""Les taux réduits de Guadeloupe, Guyane, Martinique, La Réunion, Saint-Barthélemy et Saint-Martin, et de Mayotte."""

from egide.droit.commun.categories import ReductionMicro
from egide.droit.micro_entrepreneur.commun import (
    BIC,
    CIPAV,
    CLASSE,
    HORS_VENTES,
    LIBERAL,
    LOGEMENT_ET_VENTES,
    regle_du_mois,
)
from egide.moteur.mecanismes import annee_du_jour, arrondi_dixieme_superieur, au_moins, mois_du_jour, prorata
from egide.moteur.regle import regle

OUTRE_MER, MAYOTTE = ReductionMicro.OUTRE_MER, ReductionMicro.MAYOTTE
EN_OUTRE_MER = (OUTRE_MER, MAYOTTE)


@regle_du_mois(
    depuis="2018-01-01",
    unite="diviseur",
    references="CSS D. 756-5 (2017-05-12)",
    pour=(*EN_OUTRE_MER, *BIC, LIBERAL, CLASSE),
)
def diviseur_de_debut(diviseur_outre_mer_1):
    """Diviseur du taux de la première période d'outre-mer : un sixième du taux global est dû."""
    return diviseur_outre_mer_1


@regle_du_mois(
    depuis="2018-01-01", unite="diviseur", references="CSS D. 756-5 (2017-05-12)", pour=(*EN_OUTRE_MER, CIPAV)
)
def diviseur_de_debut__cipav(diviseur_outre_mer_1_cipav):
    """Diviseur du taux de la première période d'outre-mer, Cipav : un tiers du taux global est dû."""
    return diviseur_outre_mer_1_cipav


@regle_du_mois(
    depuis="2018-01-01", unite="oui/non", references=("L. 2016-1827", "CSS D. 756-5 (2017-05-12)"), pour=EN_OUTRE_MER
)
def debut_avant_2017(debut, ancien_regime_outre_mer_micro):
    """Activité débutée avant 2017, qui garde l'exonération totale de ses vingt-quatre premiers mois."""
    return debut < ancien_regime_outre_mer_micro


@regle_du_mois(
    depuis="2018-01-01",
    unite="oui/non",
    references=("L. 2016-1827", "CSS D. 756-5 (2017-05-12)"),
    pour=EN_OUTRE_MER,
    a_confirmer="Début d'avant 2017 : l'exonération totale des vingt-quatre premiers mois est lue dans les fiches de "
    "service-public ; ni son texte, ni ce qu'elle laissait dû à la Cipav n'ont été lus.",
)
def exonere_en_entier(debut_avant_2017, debut, premier_jour_periode, mois_par_an, mois_exoneres_outre_mer_ancien):
    """Mois des vingt-quatre premiers, pour une activité débutée avant 2017 : rien n'est dû."""
    annees = annee_du_jour(premier_jour_periode) - annee_du_jour(debut)
    ecoules = annees * mois_par_an + mois_du_jour(premier_jour_periode) - mois_du_jour(debut)
    return debut_avant_2017 and ecoules < mois_exoneres_outre_mer_ancien


def taux_reduit__plein(taux_global):
    """Taux dû à Mayotte si les taux réduits d'outre-mer n'y valaient pas."""
    return taux_global


@regle_du_mois(depuis="2018-01-01", unite="fraction", references="CSS D. 756-5 (2017-05-12)", pour=OUTRE_MER)
@regle_du_mois(
    depuis="2018-01-01",
    unite="fraction",
    references=("L. 2019-1446", "CSS D. 756-5 (2017-05-12)"),
    pour=MAYOTTE,
    a_confirmer="Mayotte : D. 756-5 ne la nomme pas, et la préfecture annonçait en 2020 des taux propres, dont le "
    "texte n'a pas été trouvé ; ces taux-ci sont ceux du simulateur de l'Urssaf. La part de chaque branche, les "
    "trimestres et les points, qui y ont leurs règles, sont ceux du droit commun.",
    autrement=taux_reduit__plein,
)
def taux_reduit__outre_mer(
    taux_global,
    trimestres_ecoules,
    debut,
    annee,
    exonere_en_entier,
    diviseur_de_debut,
    diviseur_outre_mer_2,
    diviseur_outre_mer_3,
    dernier_trimestre_outre_mer_1,
    annees_apres_le_debut_outre_mer_2,
):
    """Taux réduit d'outre-mer.

    Un sixième du taux global (un tiers à la Cipav) jusqu'à la fin du septième trimestre civil qui suit l'affiliation,
    la moitié jusqu'à la fin de la troisième année civile d'activité, deux tiers ensuite ; arrondi au dixième de pour
    cent supérieur.
    """
    if exonere_en_entier:
        return 0
    if trimestres_ecoules <= dernier_trimestre_outre_mer_1:
        return arrondi_dixieme_superieur(taux_global / diviseur_de_debut)
    if annee <= annee_du_jour(debut) + annees_apres_le_debut_outre_mer_2:
        return arrondi_dixieme_superieur(taux_global / diviseur_outre_mer_2)
    return arrondi_dixieme_superieur(taux_global / diviseur_outre_mer_3)


@regle(depuis="2018-01-01", unite="€/an", references=("CSS D. 756-5 (2017-05-12)", "CGI 50-0"))
def plafond_outre_mer_ventes(plafond_micro_ventes, coefficient_d_annee_entiere):
    """Chiffre d'affaires total au-delà duquel le taux d'outre-mer n'est plus réduit."""
    return plafond_micro_ventes / coefficient_d_annee_entiere


@regle(depuis="2018-01-01", unite="€/an", references=("CSS D. 756-5 (2017-05-12)", "CGI 50-0"))
def plafond_outre_mer_services(plafond_micro_services, coefficient_d_annee_entiere):
    """Chiffre d'affaires de services au-delà duquel le taux d'outre-mer n'est plus réduit."""
    return plafond_micro_services / coefficient_d_annee_entiere


@regle_du_mois(
    depuis="2018-01-01", unite="€", references="CSS D. 756-5 (2017-05-12)", pour=(*EN_OUTRE_MER, *LOGEMENT_ET_VENTES)
)
def recettes_a_taux_reduit__outre_mer_ventes(
    recettes_retenues, recettes_du_mois, recettes_du_mois_depuis_janvier, plafond_outre_mer_ventes
):
    """Chiffre d'affaires du mois au taux réduit d'outre-mer : dans l'année, jusqu'au plafond du régime micro."""
    if recettes_du_mois_depuis_janvier <= plafond_outre_mer_ventes:
        return recettes_retenues
    reste = plafond_outre_mer_ventes - recettes_du_mois_depuis_janvier + recettes_du_mois
    return prorata(recettes_retenues, au_moins(reste, 0), au_moins(recettes_du_mois, 1))


@regle_du_mois(
    depuis="2018-01-01", unite="€", references="CSS D. 756-5 (2017-05-12)", pour=(*EN_OUTRE_MER, *HORS_VENTES)
)
def recettes_a_taux_reduit__outre_mer_services(
    recettes_retenues, services_du_mois, services_du_mois_depuis_janvier, plafond_outre_mer_services
):
    """Chiffre d'affaires du mois au taux réduit d'outre-mer : dans l'année, jusqu'au plafond du régime micro."""
    if services_du_mois_depuis_janvier <= plafond_outre_mer_services:
        return recettes_retenues
    reste = plafond_outre_mer_services - services_du_mois_depuis_janvier + services_du_mois
    return prorata(recettes_retenues, au_moins(reste, 0), au_moins(services_du_mois, 1))
