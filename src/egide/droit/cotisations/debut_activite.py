"""Le début d'activité : ce qui n'en est pas un, et les vingt-quatre premiers mois exonérés en entier outre-mer."""

from egide.droit.commun.categories import Exoneration
from egide.moteur.mecanismes import au_moins, au_plus, jour_apres_mois
from egide.moteur.regle import regle


@regle(
    depuis="2018-01-01",
    unite="date",
    references="CSS R. 131-3 (2017-05-11)",
    entite="activite",
    agregation="min",
)
def debut_d_activite(debut):
    """Début d'activité, au sens des cotisations.

    Le premier jour de la première activité. Une reprise dans l'année de la cessation ou dans la suivante, un
    changement de lieu ou de conditions d'exercice n'en sont pas un : le début reste celui de l'activité d'avant.
    """
    return debut


@regle(
    depuis="2018-01-01",
    unite="date",
    references=("CSS L. 756-2 (2018-06-14)", "CSS D. 756-4 (2017-05-12)"),
    pour=Exoneration.OUTRE_MER,
)
def fin_exoneration_entiere__outre_mer(debut_d_activite, annees_exoneration_entiere, mois_par_an):
    """Premier jour après les vingt-quatre premiers mois d'activité, de date à date."""
    return jour_apres_mois(debut_d_activite, annees_exoneration_entiere * mois_par_an)


@regle(depuis="2025-01-01", unite="date", references="Ord. 96-1122 art. 28-8", pour=Exoneration.MAYOTTE)
def fin_exoneration_entiere__mayotte(debut_d_activite, mois_exoneration_mayotte):
    """Premier jour après les vingt-quatre premiers mois d'activité, de date à date."""
    return jour_apres_mois(debut_d_activite, mois_exoneration_mayotte)


@regle(
    depuis="2018-01-01",
    unite="jours",
    references=("CSS L. 756-2 (2018-06-14)", "CSS R. 613-17 (2019-07-08)"),
    pour=Exoneration.OUTRE_MER,
    entite="activite",
    agregation="somme",
)
@regle(
    depuis="2025-01-01",
    unite="jours",
    references=("Ord. 96-1122 art. 28-8", "CSS R. 613-17 (2019-07-08)"),
    pour=Exoneration.MAYOTTE,
    entite="activite",
    agregation="somme",
)
def jours_exoneres(premier_jour_compte, fin, premier_jour_periode, dernier_jour_periode, fin_exoneration_entiere):
    """Jours d'activité de l'année dans les vingt-quatre premiers mois.

    Ceux où une activité est exercée : un intervalle entre deux activités n'en compte pas.
    """
    premier = au_moins(premier_jour_compte, premier_jour_periode)
    dernier = au_plus(au_plus(fin, dernier_jour_periode), fin_exoneration_entiere - 1)
    return au_moins(dernier - premier + 1, 0)
