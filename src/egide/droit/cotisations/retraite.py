"""Retraite de base et retraite complémentaire (RCI)."""

from egide.droit.commun.categories import Assiette, Caisse, NatureMontant, OptionRci
from egide.droit.cotisations.commun import HORS_MAYOTTE, SUR_REVENU, exonerable
from egide.moteur.mecanismes import arrondi_euro, au_moins, au_plus, prorata
from egide.moteur.regle import regle


@regle(depuis="2018-01-01", jusqu_au="2021-12-31", unite="€/an", references="CSS D. 633-2")
@regle(
    depuis="2023-01-01",
    jusqu_au="2023-12-31",
    unite="€/an",
    references="CSS D. 633-2 (2020-05-25)",
    pour=NatureMontant.PROVISIONNELLES,
)
def assiette_minimale_retraite_base__2018(pass_, assiette_minimale_retraite_base_plafond):
    """Assiette minimale de la retraite de base.

    Une part du plafond annuel ; elle valide trois trimestres.
    """
    return arrondi_euro(assiette_minimale_retraite_base_plafond * pass_)


@regle(depuis="2022-01-01", jusqu_au="2022-12-31", unite="€/an", references="D. 2022-1438")
def assiette_minimale_retraite_base__2022(assiette_minimale_retraite_base_montant):
    """Assiette minimale de la retraite de base.

    Relevée pour la seule année 2022, pour valider trois trimestres malgré la hausse du SMIC.
    """
    return assiette_minimale_retraite_base_montant


@regle(
    depuis="2023-01-01",
    jusqu_au="2023-12-31",
    unite="€/an",
    references="CSS D. 633-2 (2023-12-31)",
    pour=NatureMontant.DEFINITIVES,
)
@regle(depuis="2024-01-01", unite="€/an", references="CSS D. 633-2 (2023-12-31)")
def assiette_minimale_retraite_base__2023(smic_horaire, assiette_minimale_retraite_base_heures):
    """Assiette minimale de la retraite de base.

    Un nombre d'heures au SMIC du 1er janvier : ce qu'il faut pour valider trois trimestres.
    """
    return arrondi_euro(assiette_minimale_retraite_base_heures * smic_horaire)


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS D. 633-2", "CSS L. 613-11 (2018-06-14)"),
    pour=(*HORS_MAYOTTE, Caisse.SSI),
)
def assiette_retraite_base(
    assiette_vieillesse,
    assiette_minimale_retraite_base,
    dispense_assiette_minimale,
    jours_affiliation,
    duree_minimale_affiliation_retraite_base,
):
    """Assiette de la cotisation de retraite de base.

    Au moins l'assiette minimale, même sur la base forfaitaire de début d'activité, sauf dispense ; elle ne s'applique
    qu'à partir d'une durée d'affiliation dans l'année, et n'est alors pas réduite.
    """
    if dispense_assiette_minimale or jours_affiliation < duree_minimale_affiliation_retraite_base:
        return assiette_vieillesse
    return au_moins(assiette_vieillesse, assiette_minimale_retraite_base)


@exonerable(
    depuis="2018-01-01",
    jusqu_au="2024-12-31",
    unite="€/an",
    references=("CSS D. 633-3", "CSS L. 633-1"),
    pour=(Caisse.SSI,),
)
@exonerable(
    depuis="2025-01-01",
    unite="€/an",
    references=("CSS D. 633-3 (2024-07-07)", "CSS L. 633-1"),
    pour=(Caisse.SSI,),
)
def cotisation_retraite_base(
    assiette_retraite_base, plafond_proratise, taux_retraite_base_plafonne, taux_retraite_base_deplafonne
):
    """Cotisation de retraite de base.

    Un taux sur la part de l'assiette sous le plafond, un autre, faible, sur l'assiette entière.
    """
    sous_plafond = au_plus(assiette_retraite_base, plafond_proratise)
    return sous_plafond * taux_retraite_base_plafonne + assiette_retraite_base * taux_retraite_base_deplafonne


@regle(depuis="2018-01-01", jusqu_au="2024-12-31", unite="€/an", references="CSS D. 635-7")
def limite_tranche_1_retraite_complementaire__2018(plafond_rci, jours_affiliation, jours_par_an):
    """Limite de la première tranche de la retraite complémentaire.

    Le plafond propre au régime complémentaire, en proportion de la durée d'affiliation.
    """
    return arrondi_euro(prorata(plafond_rci, jours_affiliation, jours_par_an))


@regle(depuis="2025-01-01", unite="€/an", references="CSS D. 635-7 (2024-07-07)")
def limite_tranche_1_retraite_complementaire__2025(plafond_proratise):
    """Limite de la première tranche de la retraite complémentaire : le plafond de la sécurité sociale."""
    return plafond_proratise


@regle(depuis="2018-01-01", unite="€/an", references=("CSS L. 635-1", "CSS D. 635-7"), pour=(*SUR_REVENU, Caisse.SSI))
@regle(
    depuis="2018-01-01",
    unite="€/an",
    references="CSS D. 131-1",
    pour=(Assiette.FORFAIT, NatureMontant.PROVISIONNELLES, Caisse.SSI),
)
def assiette_retraite_complementaire(assiette_vieillesse):
    """Assiette de la retraite complémentaire."""
    return assiette_vieillesse


@exonerable(
    depuis="2018-01-01",
    jusqu_au="2024-12-31",
    unite="€/an",
    references=("CSS D. 635-7", "CSS L. 635-1"),
    pour=(OptionRci.NORMALE, Caisse.SSI),
)
@exonerable(
    depuis="2025-01-01",
    unite="€/an",
    references=("CSS D. 635-7 (2024-07-07)", "CSS L. 635-1"),
    pour=(OptionRci.NORMALE, Caisse.SSI),
)
def cotisation_retraite_complementaire(
    assiette_retraite_complementaire,
    limite_tranche_1_retraite_complementaire,
    plafond_retraite_complementaire,
    plafond_proratise,
    taux_retraite_complementaire_tranche_1,
    taux_retraite_complementaire_tranche_2,
):
    """Cotisation de retraite complémentaire.

    Deux tranches, la seconde jusqu'à un multiple du plafond ; pas d'assiette minimale.
    """
    tranche_1 = au_plus(assiette_retraite_complementaire, limite_tranche_1_retraite_complementaire)
    sous_plafond = au_plus(assiette_retraite_complementaire, plafond_retraite_complementaire * plafond_proratise)
    tranche_2 = sous_plafond - tranche_1
    return tranche_1 * taux_retraite_complementaire_tranche_1 + tranche_2 * taux_retraite_complementaire_tranche_2


@exonerable(
    depuis="2019-01-01",
    unite="€/an",
    references=("D. 2019-386", "D. 2019-1358"),
    pour=(OptionRci.SPECIFIQUE, Caisse.SSI),
)
def cotisation_retraite_complementaire__specifique(
    assiette_retraite_complementaire,
    plafond_proratise,
    plafond_retraite_complementaire,
    taux_specifique_rci_tranche_1,
    taux_specifique_rci_tranche_2,
):
    """Cotisation de retraite complémentaire.

    Aux taux spécifiques choisis par une profession libérale non réglementée : rien, ou presque, sous le plafond, un
    taux double au-dessus.
    """
    tranche_1 = au_plus(assiette_retraite_complementaire, plafond_proratise)
    sous_plafond = au_plus(assiette_retraite_complementaire, plafond_retraite_complementaire * plafond_proratise)
    tranche_2 = sous_plafond - tranche_1
    return tranche_1 * taux_specifique_rci_tranche_1 + tranche_2 * taux_specifique_rci_tranche_2
