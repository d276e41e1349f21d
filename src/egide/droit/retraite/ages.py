"""L'âge légal, la durée requise, l'âge du taux plein, et la première date d'effet possible."""

from egide.moteur.mecanismes import jour_apres_mois, palier_atteint
from egide.moteur.regle import regle
from egide.moteur.suites import annee_et_mois, premier_du_mois_atteint


@regle(depuis="2018-01-01", unite="", references="CSS L. 161-17-2 (2011-12-23)")
def generation(date_naissance):
    """Année et mois de naissance, qui décident de l'âge légal et de la durée requise."""
    return annee_et_mois(date_naissance)


@regle(depuis="2018-01-01", unite="mois", references=("CSS L. 161-17-2 (2011-12-23)", "CSS D. 161-2-1-9 (2011-12-31)"))
def age_legal(generation, ages_legaux):
    """Âge légal de la retraite, en mois.

    Il dépend de la date de naissance, et de la loi en vigueur à la date d'effet de la pension : celle d'avant le
    1er septembre 2023, celle de la réforme de 2023, ou celle qui la suspend à partir du 1er septembre 2026.
    """
    return palier_atteint(generation, ages_legaux, 1)


@regle(depuis="2018-01-01", unite="trimestres", references="CSS L. 161-17-3 (2014-01-22)")
def duree_requise(generation, durees_requises):
    """Durée d'assurance requise pour le taux plein, tous régimes confondus.

    Elle dépend de la date de naissance et de la loi en vigueur à la date d'effet.
    """
    return palier_atteint(generation, durees_requises, 1)


@regle(depuis="2018-01-01", unite="date", references="CSS L. 161-17-2 (2011-12-23)")
def date_age_legal(date_naissance, age_legal):
    """Jour où la personne atteint l'âge légal."""
    return jour_apres_mois(date_naissance, age_legal)


@regle(depuis="2018-01-01", unite="mois", references="CSS L. 351-8 (2014-01-22)")
def age_taux_plein(generation, ages_du_taux_plein):
    """Âge du taux plein quelle que soit la durée d'assurance, en mois."""
    return palier_atteint(generation, ages_du_taux_plein, 1)


@regle(depuis="2018-01-01", unite="date", references="CSS L. 351-8 (2014-01-22)")
def date_taux_plein(date_naissance, age_taux_plein):
    """Jour où la personne atteint l'âge du taux plein sans condition de durée."""
    return jour_apres_mois(date_naissance, age_taux_plein)


@regle(
    depuis="2018-01-01",
    unite="date",
    references=("CSS L. 351-8 (2014-01-22)", "CSS D. 351-1-14 (2023-09-01)", "CSS D. 634-10 (2023-09-01)"),
)
def date_age_de_depart(date_naissance, date_age_legal, ancien_invalide, age_inaptitude):
    """Jour de l'âge auquel la pension peut être demandée.

    C'est l'âge légal ; soixante-deux ans pour qui recevait une pension d'invalidité, même si l'âge légal est plus
    élevé.
    """
    if ancien_invalide:
        return min(jour_apres_mois(date_naissance, age_inaptitude), date_age_legal)
    return date_age_legal


@regle(depuis="2018-01-01", unite="date", references="CSS R. 351-37 (2011-07-01)")
def date_effet_au_plus_tot(date_age_de_depart):
    """Première date d'effet possible : le premier jour d'un mois, à partir de l'âge atteint."""
    return premier_du_mois_atteint(date_age_de_depart)


@regle(depuis="2018-01-01", unite="oui/non", references="CSS L. 351-1 (2010-11-11)")
def age_atteint(date_effet, date_effet_au_plus_tot):
    """L'âge auquel la pension peut être demandée est atteint à la date d'effet."""
    return date_effet >= date_effet_au_plus_tot


@regle(
    depuis="2018-01-01",
    unite="oui/non",
    references=("CSS L. 351-8 (2014-01-22)", "CSS D. 351-1-14 (2023-09-01)"),
)
def taux_plein_de_droit(date_effet, date_taux_plein, ancien_invalide, date_naissance, age_inaptitude):
    """Le taux plein est acquis sans condition de durée.

    Il l'est à l'âge du taux plein, et à soixante-deux ans pour qui recevait une pension d'invalidité.
    """
    if ancien_invalide:
        return date_effet >= jour_apres_mois(date_naissance, age_inaptitude)
    return date_effet >= date_taux_plein
