"""Plusieurs activités à la fois : laquelle commande quand les régimes de retraite diffèrent."""

from egide.droit.affiliation.commun import de_l_activite
from egide.droit.commun.categories import Fondement
from egide.droit.commun.enumerations import Statut
from egide.moteur.mecanismes import JAMAIS
from egide.moteur.regle import regle


@regle(
    depuis="2018-01-01",
    unite="date",
    references="CSS D. 171-12 (2018-01-01)",
    entite="activite",
    agregation="min",
)
def rang_de_l_activite(debut, saisonniere):
    """Rang de l'activité : la plus ancienne d'abord, les saisonnières après toutes les permanentes."""
    if saisonniere:
        return debut + JAMAIS
    return debut


@regle(depuis="2018-01-01", unite="date", references=("CSS L. 171-6-1 (2018-01-01)", "CSS D. 171-12 (2018-01-01)"))
def rang_de_l_activite_principale(rang_de_l_activite):
    """Rang de l'activité principale : le premier de tous."""
    return rang_de_l_activite


@de_l_activite(
    depuis="2018-01-01",
    unite="oui/non",
    references=("CSS L. 171-6-1 (2018-01-01)", "CSS D. 171-12 (2018-01-01)"),
    a_confirmer=(
        "L'option pour l'activité au plus fort chiffre d'affaires (D. 171-12, III) ne nomme que les activités "
        "agricoles et non agricoles ; elle n'est pas appliquée ici."
    ),
)
def regime_unique(rang_de_l_activite, rang_de_l_activite_principale):
    """Deux activités indépendantes de régimes différents : le régime de retraite de la principale, sur tout le revenu.

    La principale est la plus ancienne ; une activité permanente passe avant une saisonnière.
    """
    return rang_de_l_activite > rang_de_l_activite_principale


@de_l_activite(
    depuis="2018-01-01", unite="oui/non", references=("CSS L. 171-3 (2018-06-14)", "CSS D. 171-12 (2018-01-01)")
)
def regime_unique_agricole(rang_de_l_activite, rang_de_l_activite_principale):
    """Activité agricole et activité indépendante : un seul régime, celui de la plus ancienne, pour le tout.

    Une activité permanente passe avant une saisonnière.
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
