"""Plusieurs activités à la fois : laquelle commande quand les régimes de retraite diffèrent."""

from egide.droit.affiliation.commun import de_l_activite
from egide.droit.commun.categories import Fondement
from egide.droit.commun.enumerations import Statut
from egide.moteur.mecanismes import JAMAIS, annee_du_jour, dernier_jour_de_l_annee
from egide.moteur.regle import regle


@regle(depuis="2018-01-01", unite="€", references="CSS D. 171-12 (2018-01-01)", entite="activite", agregation="max")
def recettes_comparees(recettes_des_trois_annees):
    """Chiffre d'affaires hors taxes des trois années civiles qui précèdent la demande."""
    return recettes_des_trois_annees


@regle(depuis="2018-01-01", unite="€", references="CSS D. 171-12 (2018-01-01)")
def recettes_les_plus_elevees(recettes_comparees):
    """Le plus élevé de ces chiffres d'affaires."""
    return recettes_comparees


@de_l_activite(depuis="2018-01-01", unite="date", references="CSS D. 171-12 (2018-01-01)")
def ouverture_de_l_option_principale(debut_du_cumul, attente_de_l_option_principale):
    """Premier jour pour demander que l'activité au plus fort chiffre d'affaires soit la principale.

    Le 1er janvier de la troisième année civile qui suit celle où les deux activités ont commencé de coexister.
    """
    if debut_du_cumul == JAMAIS:
        return JAMAIS
    return dernier_jour_de_l_annee(annee_du_jour(debut_du_cumul) + attente_de_l_option_principale - 1) + 1


@de_l_activite(
    depuis="2018-01-01", unite="date", references=("CSS D. 171-12 (2018-01-01)", "CSS D. 171-13 (2015-07-19)")
)
def effet_de_l_option_principale(
    option_principale_le,
    ouverture_de_l_option_principale,
    recettes_comparees,
    recettes_les_plus_elevees,
    saisonniere,
):
    """Jour où l'activité devient la principale, par option : le 1er janvier qui suit la demande.

    C'est celui de la deuxième année civile après les trois années comparées. L'activité doit avoir le chiffre
    d'affaires le plus élevé de ces trois années. Une activité saisonnière ne peut l'être.
    """
    if option_principale_le == JAMAIS or option_principale_le < ouverture_de_l_option_principale or saisonniere:
        return JAMAIS
    if recettes_comparees < recettes_les_plus_elevees:
        return JAMAIS
    return dernier_jour_de_l_annee(annee_du_jour(option_principale_le)) + 1


@regle(
    depuis="2018-01-01",
    unite="date",
    references="CSS D. 171-12 (2018-01-01)",
    entite="activite",
    agregation="min",
)
def rang_de_l_activite(debut, saisonniere, effet_de_l_option_principale, premier_jour_periode):
    """Rang de l'activité : celle de l'option, puis la plus ancienne, les saisonnières après toutes les permanentes."""
    if effet_de_l_option_principale <= premier_jour_periode:
        return debut - JAMAIS
    if saisonniere:
        return debut + JAMAIS
    return debut


@regle(depuis="2018-01-01", unite="date", references=("CSS L. 171-6-1 (2018-01-01)", "CSS D. 171-12 (2018-01-01)"))
def rang_de_l_activite_principale(rang_de_l_activite):
    """Rang de l'activité principale : le premier de tous."""
    return rang_de_l_activite


@de_l_activite(
    depuis="2018-01-01", unite="oui/non", references=("CSS L. 171-6-1 (2018-01-01)", "CSS D. 171-12 (2018-01-01)")
)
def regime_unique(rang_de_l_activite, rang_de_l_activite_principale):
    """Deux activités indépendantes de régimes différents : le régime de retraite de la principale, sur tout le revenu.

    La principale est la plus ancienne, ou celle que la personne a choisie par option ; une activité permanente passe
    avant une saisonnière.
    """
    return rang_de_l_activite > rang_de_l_activite_principale


@de_l_activite(
    depuis="2018-01-01",
    unite="oui/non",
    references="CSS D. 171-12 (2018-01-01)",
    a_confirmer=(
        "L'option pour l'activité au plus fort chiffre d'affaires (D. 171-12, III) ne nomme que les activités "
        "agricoles et non agricoles ; elle est étendue ici à deux activités non agricoles."
    ),
)
def option_etendue(effet_de_l_option_principale, premier_jour_periode):
    """L'option de la personne a fait de cette activité la principale."""
    return effet_de_l_option_principale <= premier_jour_periode


@de_l_activite(
    depuis="2018-01-01", unite="oui/non", references=("CSS L. 171-3 (2018-06-14)", "CSS D. 171-12 (2018-01-01)")
)
def regime_unique_agricole(rang_de_l_activite, rang_de_l_activite_principale):
    """Activité agricole et activité indépendante : un seul régime, celui de la principale, pour le tout.

    La principale est la plus ancienne, ou celle que la personne a choisie par option ; une activité permanente passe
    avant une saisonnière.
    """
    return rang_de_l_activite > rang_de_l_activite_principale


@de_l_activite(depuis="2017-12-31", unite="oui/non", references="CSS L. 171-3 (2018-06-14)")
def exclue_du_regime_unique_agricole(statut, fondement_en_activite):
    """Une micro-entreprise et une activité agricole : chacune dans son régime."""
    return statut == Statut.MICRO_ENTREPRENEUR and fondement_en_activite != Fondement.AGRICOLE


@de_l_activite(depuis="2017-12-31", unite="oui/non", references="CSS L. 171-2-1 (2018-01-01)")
def cumul_de_regimes(fondement_en_activite):
    """Plusieurs activités : affiliation et cotisations dans le régime de chacune.

    Les soins ne sont pris en charge que par un seul organisme.
    """
    return fondement_en_activite != Fondement.AUCUN
