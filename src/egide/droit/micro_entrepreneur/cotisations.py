"""Les cotisations du régime micro-social : un pourcentage du chiffre d'affaires, qui n'est pas régularisé."""

from egide.droit.commun.categories import ReductionMicro
from egide.droit.micro_entrepreneur.commun import regle_du_mois
from egide.moteur.mecanismes import arrondi_euro
from egide.moteur.regle import regle


@regle_du_mois(
    depuis="2018-01-01",
    unite="€",
    references=("CSS L. 613-7 (2018-06-14)", "CSS D. 613-4 (2020-05-25)", "CSS L. 133-10 (2015-01-01)"),
    pour=ReductionMicro.AUCUNE,
    arrondi=arrondi_euro,
)
def cotisation_de_la_periode(recettes_retenues, taux_global):
    """Cotisations sociales d'un type de chiffre d'affaires.

    Le chiffre d'affaires encaissé, au taux de la période où il l'a été : la date du paiement ne compte pas.
    """
    return recettes_retenues * taux_global


@regle_du_mois(
    depuis="2018-01-01",
    unite="€",
    references=(
        "CSS L. 613-7 (2018-06-14)",
        "CSS D. 613-4 (2020-05-25)",
        "CSS L. 133-10 (2015-01-01)",
        "CSS D. 131-6-3 (2019-11-23)",
        "CSS D. 756-5 (2017-05-12)",
    ),
    pour=(ReductionMicro.ACRE, ReductionMicro.OUTRE_MER, ReductionMicro.MAYOTTE),
    arrondi=arrondi_euro,
)
def cotisation_de_la_periode__reduite(recettes_retenues, recettes_a_taux_reduit, taux_reduit, taux_global):
    """Cotisations sociales d'un type de chiffre d'affaires, au taux réduit.

    Le taux réduit sur le chiffre d'affaires qu'il couvre, le taux global au-delà.
    """
    if recettes_a_taux_reduit == recettes_retenues:
        return recettes_retenues * taux_reduit
    return recettes_a_taux_reduit * taux_reduit + (recettes_retenues - recettes_a_taux_reduit) * taux_global


@regle(depuis="2018-01-01", unite="€/an", references=("CSS L. 613-7 (2018-06-14)", "CSS R. 613-8 (2019-07-08)"))
def cotisations_micro_social(cotisation_de_la_periode):
    """Cotisations sociales du micro-entrepreneur : la somme de ses déclarations, chacune arrondie à l'euro."""
    return cotisation_de_la_periode
