"""Assurance maladie-maternité."""

from egide.droit.commun.categories import Assiette, Caisse, DomicileFiscal, Praticien
from egide.droit.cotisations.commun import HORS_MAYOTTE, HORS_OUTRE_MER, SUR_REVENU, exonerable
from egide.moteur.mecanismes import arrondi_euro, arrondi_taux, au_moins, au_plus, taux_progressif
from egide.moteur.regle import regle

SANS_PART_DE_L_ASSURANCE_MALADIE = (Praticien.AUCUN, Praticien.DIRECTEUR_DE_LABORATOIRE)
"""Ceux dont l'assurance maladie ne paie aucune part de la cotisation, sous convention ou non."""


def reduction_minimum_maladie__entier():
    """La pratique suivie pour les indemnités journalières : une assiette minimale entière."""
    return 0


@regle(
    depuis="2020-01-01",
    jusqu_au="2024-12-31",
    unite="€/an",
    references=("CSS R. 613-17 (2019-07-08)", "CSS D. 621-1"),
    pour=SUR_REVENU,
    a_confirmer="pour une année incomplète, l'assiette minimale de la maladie est réduite en proportion des jours, "
    "comme le plafond dont elle est une part (R. 613-17, depuis 2020) ; l'Urssaf ne réduit pas celle des indemnités "
    "journalières, dont le texte était alors le même.",
    autrement=reduction_minimum_maladie__entier,
)
def reduction_minimum_maladie(pass_, plafond_proratise, assiette_minimale_maladie, dispense_assiette_minimale):
    """Ce dont une année incomplète réduit l'assiette minimale de la cotisation maladie-maternité."""
    if dispense_assiette_minimale:
        return 0
    return arrondi_euro(assiette_minimale_maladie * pass_) - arrondi_euro(assiette_minimale_maladie * plafond_proratise)


@regle(
    depuis="2018-01-01",
    jusqu_au="2024-12-31",
    unite="€/an",
    references=("CSS D. 621-1", "CSS L. 613-11 (2018-06-14)"),
    pour=(*SUR_REVENU, Caisse.SSI),
)
def minimum_maladie_maternite(
    pass_, assiette_minimale_maladie, dispense_assiette_minimale, reduction_minimum_maladie=0
):
    """Assiette minimale de la cotisation maladie-maternité.

    Une part du plafond annuel, sauf dispense ; depuis 2020 elle est réduite pour une année incomplète.
    """
    if dispense_assiette_minimale:
        return 0
    return arrondi_euro(assiette_minimale_maladie * pass_) - reduction_minimum_maladie


@regle(
    depuis="2018-01-01",
    jusqu_au="2024-12-31",
    unite="€/an",
    references=("CSS D. 131-1", "CSS D. 621-1", "CSS L. 613-11 (2018-06-14)"),
    pour=Assiette.FORFAIT,
)
def minimum_maladie_maternite__forfait(plafond_entier, assiette_minimale_maladie, dispense_assiette_minimale):
    """Assiette minimale de la cotisation maladie-maternité.

    En début d'activité elle n'est pas réduite pour une année incomplète ; les personnes dispensées n'en ont pas.
    """
    if dispense_assiette_minimale:
        return 0
    return arrondi_euro(assiette_minimale_maladie * plafond_entier)


@regle(
    depuis="2018-01-01",
    jusqu_au="2024-12-31",
    unite="€/an",
    references=("CSS D. 621-1", "CSS R. 131-2-1 (2019-07-08)"),
    pour=(*HORS_MAYOTTE, Caisse.SSI),
)
def assiette_maladie_maternite__2018(assiette_sociale, minimum_maladie_maternite):
    """Assiette de la cotisation maladie-maternité : l'assiette sociale, au moins l'assiette minimale."""
    return au_moins(assiette_sociale, minimum_maladie_maternite)


@regle(depuis="2025-01-01", unite="€/an", references="CSS D. 621-1 (2024-07-07)", pour=HORS_MAYOTTE)
def assiette_maladie_maternite__2025(assiette_sociale):
    """Assiette de la cotisation maladie-maternité.

    L'assiette sociale entière : cette cotisation n'a plus d'assiette minimale.
    """
    return assiette_sociale


@regle(
    depuis="2018-01-01",
    jusqu_au="2024-12-31",
    unite="fraction",
    references=("CSS D. 131-1", "CSS D. 621-1", "CSS L. 613-11 (2018-06-14)"),
    pour=(Assiette.FORFAIT, Caisse.SSI),
)
def part_du_plafond_au_debut(assiette_minimale_maladie, taux_assiette_debut_activite, dispense_assiette_minimale):
    """Part du plafond à laquelle se lit le taux maladie en début d'activité.

    Celle de l'assiette minimale ; sans assiette minimale, celle de la base forfaitaire.
    """
    if dispense_assiette_minimale:
        return taux_assiette_debut_activite
    return assiette_minimale_maladie


@regle(
    depuis="2018-01-01",
    jusqu_au="2021-12-31",
    unite="fraction",
    references="CSS D. 621-2",
    pour=(*SUR_REVENU, Caisse.SSI),
)
def taux_maladie_total__2018(
    assiette_sociale,
    plafond_proratise,
    taux_maladie_plein,
    taux_maladie_intermediaire,
    taux_maladie_plancher,
    seuil_maladie_reduction,
    seuil_maladie_taux_plein,
    dispense_assiette_minimale,
):
    """Taux maladie, indemnités journalières comprises.

    Il croît avec le revenu jusqu'à son taux plein. Une réduction de plus joue sous le premier seuil ; elle est
    réservée aux personnes qui cotisent sur l'assiette minimale.
    """
    avance = au_plus(assiette_sociale / (seuil_maladie_taux_plein * plafond_proratise), 1)
    taux = taux_maladie_intermediaire + (taux_maladie_plein - taux_maladie_intermediaire) * avance
    if dispense_assiette_minimale:
        return taux
    manque = au_moins(1 - assiette_sociale / (seuil_maladie_reduction * plafond_proratise), 0)
    return taux - (taux_maladie_intermediaire - taux_maladie_plancher) * manque


@regle(
    depuis="2018-01-01",
    jusqu_au="2021-12-31",
    unite="fraction",
    references=("CSS D. 131-1", "CSS D. 621-2"),
    pour=(Assiette.FORFAIT, Caisse.SSI),
)
def taux_maladie_total__forfait_2018(
    taux_maladie_plein, taux_maladie_intermediaire, part_du_plafond_au_debut, seuil_maladie_taux_plein
):
    """Taux maladie, indemnités journalières comprises.

    En début d'activité, celui d'un revenu égal à l'assiette minimale, ou à la base forfaitaire pour les personnes
    dispensées d'assiette minimale.
    """
    avance = part_du_plafond_au_debut / seuil_maladie_taux_plein
    return taux_maladie_intermediaire + (taux_maladie_plein - taux_maladie_intermediaire) * avance


@regle(
    depuis="2022-01-01",
    jusqu_au="2023-12-31",
    unite="fraction",
    references="CSS D. 621-2 (2022-12-10)",
    pour=(*SUR_REVENU, Caisse.SSI),
)
def taux_maladie_total__2022(assiette_sociale, bareme_maladie_total, plafond_proratise):
    """Taux maladie, indemnités journalières comprises.

    Il se lit sur le barème, en proportion entre deux points.
    """
    return arrondi_taux(taux_progressif(assiette_sociale, bareme_maladie_total, plafond_proratise))


@regle(
    depuis="2022-01-01",
    jusqu_au="2023-12-31",
    unite="fraction",
    references=("CSS D. 131-1 (2019-07-08)", "CSS D. 621-2 (2022-12-10)"),
    pour=(Assiette.FORFAIT, Caisse.SSI),
)
def taux_maladie_total__forfait_2022(part_du_plafond_au_debut, bareme_maladie_total):
    """Taux maladie, indemnités journalières comprises.

    En début d'activité, celui d'un revenu égal à l'assiette minimale, ou à la base forfaitaire pour les personnes
    dispensées d'assiette minimale.
    """
    return arrondi_taux(taux_progressif(part_du_plafond_au_debut, bareme_maladie_total, 1))


@regle(
    depuis="2018-01-01",
    jusqu_au="2021-12-31",
    unite="fraction",
    references=("CSS D. 621-2", "CSS D. 621-1"),
    pour=(DomicileFiscal.FRANCE, *HORS_OUTRE_MER, Caisse.SSI),
)
@regle(
    depuis="2022-01-01",
    jusqu_au="2023-12-31",
    unite="fraction",
    references="CSS D. 621-2 (2022-12-10)",
    pour=(DomicileFiscal.FRANCE, *HORS_OUTRE_MER, Caisse.SSI),
)
def taux_cotisation_maladie_maternite__2018(taux_maladie_total, taux_cotisation_indemnites_journalieres):
    """Taux de la cotisation maladie-maternité.

    Le taux total, moins la part qui finance les indemnités journalières.
    """
    return arrondi_taux(taux_maladie_total - taux_cotisation_indemnites_journalieres)


@regle(
    depuis="2024-01-01",
    jusqu_au="2024-12-31",
    unite="fraction",
    references="CSS D. 621-2 (2022-12-10)",
    pour=(DomicileFiscal.FRANCE, *HORS_OUTRE_MER, *SUR_REVENU, Caisse.SSI),
)
@regle(
    depuis="2025-01-01",
    unite="fraction",
    references="CSS D. 621-2 (2024-07-07)",
    pour=(DomicileFiscal.FRANCE, *HORS_OUTRE_MER),
)
def taux_cotisation_maladie_maternite__2024(assiette_sociale, bareme_maladie, plafond_proratise):
    """Taux de la cotisation maladie-maternité.

    Il se lit sur le barème, en proportion entre deux points ; il s'applique à l'assiette entière.
    """
    return arrondi_taux(taux_progressif(assiette_sociale, bareme_maladie, plafond_proratise))


@regle(
    depuis="2024-01-01",
    jusqu_au="2024-12-31",
    unite="fraction",
    references=("CSS D. 131-1 (2019-07-08)", "CSS D. 621-2 (2022-12-10)"),
    pour=(DomicileFiscal.FRANCE, *HORS_OUTRE_MER, Assiette.FORFAIT, Caisse.SSI),
)
def taux_cotisation_maladie_maternite__forfait_2024(part_du_plafond_au_debut, bareme_maladie):
    """Taux de la cotisation maladie-maternité.

    En début d'activité, celui d'un revenu égal à l'assiette minimale, ou à la base forfaitaire pour les personnes
    dispensées d'assiette minimale.
    """
    return arrondi_taux(taux_progressif(part_du_plafond_au_debut, bareme_maladie, 1))


@regle(
    depuis="2018-01-01",
    unite="fraction",
    references="CSS D. 621-5 (2018-03-08)",
    pour=(DomicileFiscal.ETRANGER, *HORS_OUTRE_MER),
)
def taux_cotisation_maladie_maternite__etranger(taux_maladie_domicile_etranger):
    """Taux de la cotisation maladie-maternité.

    Sans domicile fiscal en France, un taux unique et sans réduction, puisque la CSG et la CRDS ne sont pas dues.
    """
    return taux_maladie_domicile_etranger


@exonerable(
    depuis="2018-01-01",
    jusqu_au="2021-12-31",
    unite="€/an",
    references=("CSS D. 621-2", "CSS D. 621-1", "CSS L. 621-1"),
    pour=(DomicileFiscal.FRANCE, Caisse.SSI),
)
@exonerable(
    depuis="2025-01-01",
    unite="€/an",
    references=("CSS D. 621-2 (2024-07-07)", "CSS D. 621-1 (2024-07-07)", "CSS L. 621-1 (2023-12-28)"),
    pour=(DomicileFiscal.FRANCE, *SANS_PART_DE_L_ASSURANCE_MALADIE),
)
def cotisation_maladie_maternite__2018(
    assiette_maladie_maternite,
    taux_cotisation_maladie_maternite,
    seuil_maladie_taux_reduit,
    taux_maladie_au_dela,
    plafond_proratise,
    minimum_maladie_maternite=0,
):
    """Cotisation maladie-maternité.

    Finance les soins et les prestations de maternité. Au-delà d'un multiple du plafond, la part du revenu qui dépasse
    est cotisée à un taux réduit ; l'assiette minimale ne l'est jamais.
    """
    seuil = au_moins(seuil_maladie_taux_reduit * plafond_proratise, minimum_maladie_maternite)
    jusqu_au_seuil = au_plus(assiette_maladie_maternite, seuil)
    au_dela = assiette_maladie_maternite - jusqu_au_seuil
    return jusqu_au_seuil * taux_cotisation_maladie_maternite + au_dela * taux_maladie_au_dela


@exonerable(
    depuis="2022-01-01",
    jusqu_au="2024-12-31",
    unite="€/an",
    references=("CSS D. 621-2 (2022-12-10)", "CSS D. 621-1 (2022-12-10)", "CSS L. 621-1 (2022-08-18)"),
    pour=(DomicileFiscal.FRANCE, Caisse.SSI),
)
def cotisation_maladie_maternite__2022(
    assiette_maladie_maternite,
    taux_cotisation_maladie_maternite,
    taux_cotisation_indemnites_journalieres,
    seuil_maladie_taux_reduit,
    taux_maladie_au_dela,
    plafond_proratise,
    minimum_maladie_maternite,
):
    """Cotisation maladie-maternité.

    Finance les soins et les prestations de maternité. Le code n'a alors qu'un taux, indemnités journalières
    comprises : la somme est arrondie une fois, et la part des indemnités journalières en est retirée.
    """
    seuil = au_moins(seuil_maladie_taux_reduit * plafond_proratise, minimum_maladie_maternite)
    jusqu_au_seuil = au_plus(assiette_maladie_maternite, seuil)
    au_dela = assiette_maladie_maternite - jusqu_au_seuil
    taux = taux_cotisation_maladie_maternite + taux_cotisation_indemnites_journalieres
    part_journaliere = arrondi_euro(jusqu_au_seuil * taux_cotisation_indemnites_journalieres)
    return jusqu_au_seuil * taux + au_dela * taux_maladie_au_dela - part_journaliere


@exonerable(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS D. 621-5 (2018-03-08)", "CSS L. 621-1 (2018-06-14)"),
    pour=(DomicileFiscal.ETRANGER,),
)
def cotisation_maladie_maternite__etranger(assiette_sociale, taux_cotisation_maladie_maternite):
    """Cotisation maladie-maternité.

    Sans domicile fiscal en France, elle porte sur l'assiette entière.
    """
    return assiette_sociale * taux_cotisation_maladie_maternite
