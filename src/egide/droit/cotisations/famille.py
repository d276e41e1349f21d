"""Allocations familiales."""

from egide.droit.cotisations.commun import HORS_OUTRE_MER, exonerable
from egide.moteur.mecanismes import arrondi_taux, taux_progressif
from egide.moteur.regle import regle


@regle(depuis="2018-01-01", jusqu_au="2024-12-31", unite="fraction", references="CSS D. 613-1", pour=HORS_OUTRE_MER)
def taux_cotisation_allocations_familiales__2018(assiette_sociale, bareme_allocations_familiales, plafond_proratise):
    """Taux de la cotisation d'allocations familiales.

    Nul jusqu'au premier seuil, il croît en proportion jusqu'au second.
    """
    return taux_progressif(assiette_sociale, bareme_allocations_familiales, plafond_proratise)


def taux_cotisation_allocations_familiales__texte(assiette_sociale, bareme_allocations_familiales, plafond_proratise):
    """Le texte : le taux n'est pas arrondi."""
    return taux_progressif(assiette_sociale, bareme_allocations_familiales, plafond_proratise)


@regle(
    depuis="2025-01-01",
    unite="fraction",
    references="CSS D. 613-1",
    pour=HORS_OUTRE_MER,
    a_confirmer="depuis 2025 l'Urssaf arrondit ce taux au centième de pour cent, ce que l'article D. 613-1 ne dit "
    "pas : entre les deux seuils, la cotisation peut s'en écarter de 3 €.",
    autrement=taux_cotisation_allocations_familiales__texte,
)
def taux_cotisation_allocations_familiales__2025(assiette_sociale, bareme_allocations_familiales, plafond_proratise):
    """Taux de la cotisation d'allocations familiales.

    Nul jusqu'au premier seuil, il croît en proportion jusqu'au second. L'Urssaf l'arrondit au centième de pour cent.
    """
    return arrondi_taux(taux_progressif(assiette_sociale, bareme_allocations_familiales, plafond_proratise))


@exonerable(depuis="2018-01-01", unite="€/an", references=("CSS D. 613-1", "CSS L. 613-1"))
def cotisation_allocations_familiales(
    assiette_sociale, taux_cotisation_allocations_familiales, participation_cpam_famille=0
):
    """Cotisation d'allocations familiales.

    Finance les prestations de la branche famille, sur l'assiette entière ; pour un médecin du secteur 1, moins la part
    que l'assurance maladie en paie.
    """
    return assiette_sociale * taux_cotisation_allocations_familiales - participation_cpam_famille
