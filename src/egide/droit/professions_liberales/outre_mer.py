"""Professions libérales outre-mer : les exonérations ne portent que sur ce que l'Urssaf recouvre pour tous."""

from egide.droit.commun.categories import Caisse, Exoneration
from egide.droit.cotisations.outre_mer import exoneration_indemnites_journalieres__outre_mer_2025
from egide.droit.professions_liberales.commun import LIBERALES, SANS_CONVENTION, SECTIONS
from egide.moteur.mecanismes import arrondi_euro
from egide.moteur.regle import regle

OUTRE_MER = Exoneration.OUTRE_MER


@regle(
    depuis="2018-01-01",
    jusqu_au="2024-12-31",
    unite="fraction",
    references=("CSS D. 621-3", "CSS L. 621-3 (2018-01-01)", "CSS L. 756-4 (2018-06-14)"),
    pour=(OUTRE_MER, *LIBERALES, *SANS_CONVENTION),
)
def taux_cotisation_maladie_maternite__liberale_outre_mer(taux_maladie_liberale_plein):
    """Taux de la cotisation maladie-maternité : le taux plein, que l'exonération d'outre-mer exclut de réduire."""
    return taux_maladie_liberale_plein


@regle(
    depuis="2025-01-01",
    unite="fraction",
    references=("CSS D. 621-1 (2024-07-07)", "CSS L. 756-4 (2018-06-14)"),
    pour=(OUTRE_MER, *LIBERALES),
)
def taux_cotisation_maladie_maternite__liberale_outre_mer_2025(taux_maladie_outre_mer):
    """Taux de la cotisation maladie-maternité : le taux plein, que l'exonération d'outre-mer exclut de réduire."""
    return taux_maladie_outre_mer


@regle(
    depuis="2021-01-01",
    jusqu_au="2024-12-31",
    unite="€/an",
    references=("CSS L. 756-2 (2018-06-14)", "CSS D. 756-4 (2017-05-12)"),
    pour=(OUTRE_MER, *SECTIONS),
)
def exoneration_indemnites_journalieres__liberale_outre_mer(
    cotisation_indemnites_journalieres_avant_exoneration,
    plafond_proratise,
    taux_cotisation_indemnites_journalieres,
    seuil_outre_mer_entier,
    part_exoneration_entiere,
    taux_exoneration_partielle,
    coefficient_outre_mer,
    minimum_indemnites_journalieres,
):
    """Exonération de la cotisation d'indemnités journalières en outre-mer.

    Elle est distincte de la cotisation maladie : un petit revenu ne suffit pas à en dispenser.
    """
    return exoneration_indemnites_journalieres__outre_mer_2025(
        cotisation_indemnites_journalieres_avant_exoneration,
        plafond_proratise,
        taux_cotisation_indemnites_journalieres,
        seuil_outre_mer_entier,
        part_exoneration_entiere,
        taux_exoneration_partielle,
        coefficient_outre_mer,
        minimum_indemnites_journalieres,
    )


@regle(
    depuis="2023-01-01",
    unite="oui/non",
    references=("CSS L. 756-2 (2018-06-14)", "CSS L. 642-1 (2018-06-14)"),
    pour=(OUTRE_MER, Caisse.CIPAV),
    a_confirmer="l'exonération d'outre-mer exclut ce que recouvrent les caisses des professions libérales (L. 756-2) ; "
    "l'Urssaf recouvre depuis 2023 les cotisations de la Cipav, que la lettre du texte ne nomme plus : elles restent "
    "comptées comme dues.",
)
def cipav_recouvree_outre_mer(annee):
    """Cotisations de la Cipav recouvrées outre-mer par l'Urssaf ou la caisse générale."""
    return annee > 0


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 756-2 (2018-06-14)", pour=(OUTRE_MER, *LIBERALES))
def exoneration_drom__liberale(
    cotisation_maladie_maternite_avant_exoneration,
    cotisation_maladie_maternite,
    cotisation_allocations_familiales_avant_exoneration,
    cotisation_allocations_familiales,
    cotisation_indemnites_journalieres_avant_exoneration=0,
    cotisation_indemnites_journalieres=0,
    csg_deductible_avant_exoneration=0,
    csg_deductible=0,
    csg_crds_non_deductible_avant_exoneration=0,
    csg_crds_non_deductible=0,
    cipav_recouvree_outre_mer=0,
):
    """Exonération d'outre-mer.

    Ce qu'elle retire à la maladie, aux indemnités journalières, aux allocations familiales, à la CSG et à la CRDS ; les
    cotisations de la caisse de la profession restent dues en entier.
    """
    avant = (
        arrondi_euro(cotisation_maladie_maternite_avant_exoneration)
        + arrondi_euro(cotisation_allocations_familiales_avant_exoneration)
        + arrondi_euro(cotisation_indemnites_journalieres_avant_exoneration)
        + arrondi_euro(csg_deductible_avant_exoneration)
        + arrondi_euro(csg_crds_non_deductible_avant_exoneration)
    )
    cotisations = cotisation_maladie_maternite + cotisation_allocations_familiales + cotisation_indemnites_journalieres
    retire = avant - cotisations - csg_deductible - csg_crds_non_deductible
    if cipav_recouvree_outre_mer:
        return retire
    return retire
