"""Les sommes : ce qui est à payer, ce qui reste, ce sur quoi se calculent les prestations."""

from egide.moteur.mecanismes import au_plus
from egide.moteur.regle import regle


@regle(depuis="2018-01-01", unite="€/an")
def total_a_payer(
    cotisations_micro_social,
    contribution_formation_professionnelle,
    versement_liberatoire,
    penalite,
    conjoint_total_cotisations,
    taxe_frais_de_chambre=0,
):
    """Total à payer pour l'année.

    Les cotisations, celles du conjoint collaborateur, la formation, la taxe pour frais de chambre, le versement
    libératoire et les pénalités.
    """
    return (
        cotisations_micro_social
        + conjoint_total_cotisations
        + contribution_formation_professionnelle
        + taxe_frais_de_chambre
        + versement_liberatoire
        + penalite
    )


@regle(depuis="2018-01-01", unite="€/an")
def revenu_net__micro(
    chiffre_affaires_total,
    charges,
    cotisations_micro_social,
    contribution_formation_professionnelle,
    penalite,
    conjoint_total_cotisations,
    taxe_frais_de_chambre=0,
):
    """Revenu net.

    Ce qui reste du chiffre d'affaires, une fois payées les dépenses réelles, les cotisations et les contributions,
    avant l'impôt sur le revenu.
    """
    return (
        chiffre_affaires_total
        - charges
        - cotisations_micro_social
        - conjoint_total_cotisations
        - contribution_formation_professionnelle
        - taxe_frais_de_chambre
        - penalite
    )


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 613-7 (2018-06-14)")
def assiette_indemnites_journalieres__micro(revenu_apres_abattement, pass_):
    """Revenu qui compte pour les indemnités journalières : le revenu après abattement, au plus un plafond."""
    return au_plus(revenu_apres_abattement, pass_)
