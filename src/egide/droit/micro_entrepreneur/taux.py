"""Le taux global de chaque type de chiffre d'affaires, et l'abattement qui en fait un revenu."""

from egide.droit.micro_entrepreneur.commun import (
    CIPAV,
    CLASSE,
    LIBERAL,
    SERVICES,
    VENTES,
    regle_d_activite,
    regle_du_mois,
)


@regle_du_mois(
    depuis="2018-01-01",
    unite="fraction",
    references=("CSS L. 613-7 (2018-06-14)", "CSS D. 613-4 (2020-05-25)"),
    pour=VENTES,
)
def taux_global__ventes(taux_global_ventes):
    """Taux global du micro-social : ventes de marchandises, restauration et fourniture de logement."""
    return taux_global_ventes


@regle_du_mois(
    depuis="2018-01-01",
    unite="fraction",
    references=("CSS L. 613-7 (2018-06-14)", "CSS D. 613-4 (2020-05-25)"),
    pour=SERVICES,
)
def taux_global__services(taux_global_prestations_bic):
    """Taux global du micro-social : prestations de services commerciales ou artisanales."""
    return taux_global_prestations_bic


@regle_du_mois(
    depuis="2018-01-01",
    unite="fraction",
    references=("CSS L. 613-7 (2018-06-14)", "CSS D. 613-4 (2020-05-25)"),
    pour=LIBERAL,
)
def taux_global__liberal(taux_global_prestations_bnc):
    """Taux global du micro-social : professions libérales de la sécurité sociale des indépendants."""
    return taux_global_prestations_bnc


@regle_du_mois(
    depuis="2018-01-01",
    unite="fraction",
    references=("CSS L. 613-7 (2018-06-14)", "CSS D. 613-4 (2020-05-25)"),
    pour=CIPAV,
)
def taux_global__cipav(taux_global_cipav):
    """Taux global du micro-social : professions libérales affiliées à la Cipav."""
    return taux_global_cipav


@regle_du_mois(
    depuis="2018-01-01",
    unite="fraction",
    references=("CSS L. 613-7 (2018-06-14)", "CSS D. 613-4 (2020-05-25)"),
    pour=CLASSE,
)
def taux_global__meuble_tourisme_classe(taux_global_meuble_tourisme_classe):
    """Taux global du micro-social : location de meublés de tourisme classés."""
    return taux_global_meuble_tourisme_classe


@regle_d_activite(depuis="2016-01-01", unite="fraction", references="CSS L. 613-7 (2018-06-14)", pour=VENTES)
def taux_abattement_social__ventes(taux_abattement_social_ventes):
    """Abattement qui donne le revenu : ventes et fourniture de logement."""
    return taux_abattement_social_ventes


@regle_d_activite(depuis="2016-01-01", unite="fraction", references="CSS L. 613-7 (2018-06-14)", pour=SERVICES)
def taux_abattement_social__services(taux_abattement_social_prestations_bic):
    """Abattement qui donne le revenu : prestations commerciales ou artisanales."""
    return taux_abattement_social_prestations_bic


@regle_d_activite(depuis="2016-01-01", unite="fraction", references="CSS L. 613-7 (2018-06-14)", pour=(LIBERAL, CIPAV))
def taux_abattement_social__liberal(taux_abattement_social_prestations_bnc):
    """Abattement qui donne le revenu : professions libérales."""
    return taux_abattement_social_prestations_bnc


@regle_d_activite(depuis="2016-01-01", unite="fraction", references="CSS L. 613-7 (2018-06-14)", pour=CLASSE)
def taux_abattement_social__meuble_tourisme_classe(taux_abattement_social_meuble_tourisme_classe):
    """Abattement qui donne le revenu : meublés de tourisme classés."""
    return taux_abattement_social_meuble_tourisme_classe
