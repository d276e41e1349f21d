"""Assurance maladie-maternité et indemnités journalières."""

from egide.moteur.mecanismes import arrondi_euro, arrondi_taux, au_moins, au_plus, taux_progressif
from egide.moteur.regle import regle


@regle(
    depuis="2018-01-01", jusqu_au="2024-12-31", unite="€/an", references=("CSS D. 621-1", "CSS L. 613-11 (2018-06-14)")
)
def assiette_maladie_maternite__2018(
    assiette_sociale, plafond_proratise, assiette_minimale_maladie, dispense_assiette_minimale
):
    """Assiette de la cotisation maladie-maternité.

    L'assiette sociale, au moins une part du plafond sauf dispense.
    """
    if dispense_assiette_minimale:
        return assiette_sociale
    return au_moins(assiette_sociale, arrondi_euro(assiette_minimale_maladie * plafond_proratise))


@regle(depuis="2025-01-01", unite="€/an", references="CSS D. 621-1 (2024-07-07)")
def assiette_maladie_maternite__2025(assiette_sociale):
    """Assiette de la cotisation maladie-maternité.

    L'assiette sociale entière : cette cotisation n'a plus d'assiette minimale.
    """
    return assiette_sociale


@regle(depuis="2018-01-01", jusqu_au="2021-12-31", unite="fraction", references="CSS D. 621-2")
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


@regle(depuis="2022-01-01", jusqu_au="2023-12-31", unite="fraction", references="CSS D. 621-2 (2022-12-10)")
def taux_maladie_total__2022(assiette_sociale, bareme_maladie_total, plafond_proratise):
    """Taux maladie, indemnités journalières comprises.

    Il se lit sur le barème, en proportion entre deux points.
    """
    return arrondi_taux(taux_progressif(assiette_sociale, bareme_maladie_total, plafond_proratise))


@regle(depuis="2018-01-01", jusqu_au="2021-12-31", unite="fraction", references=("CSS D. 621-2", "CSS D. 621-1"))
@regle(depuis="2022-01-01", jusqu_au="2023-12-31", unite="fraction", references="CSS D. 621-2 (2022-12-10)")
def taux_cotisation_maladie_maternite__2018(taux_maladie_total, taux_cotisation_indemnites_journalieres):
    """Taux de la cotisation maladie-maternité.

    Le taux total, moins la part qui finance les indemnités journalières.
    """
    return arrondi_taux(taux_maladie_total - taux_cotisation_indemnites_journalieres)


@regle(depuis="2024-01-01", jusqu_au="2024-12-31", unite="fraction", references="CSS D. 621-2 (2022-12-10)")
@regle(depuis="2025-01-01", unite="fraction", references="CSS D. 621-2 (2024-07-07)")
def taux_cotisation_maladie_maternite__2024(assiette_sociale, bareme_maladie, plafond_proratise):
    """Taux de la cotisation maladie-maternité.

    Il se lit sur le barème, en proportion entre deux points ; il s'applique à l'assiette entière.
    """
    return arrondi_taux(taux_progressif(assiette_sociale, bareme_maladie, plafond_proratise))


@regle(
    depuis="2018-01-01",
    jusqu_au="2021-12-31",
    unite="€/an",
    references=("CSS D. 621-2", "CSS D. 621-1", "CSS L. 621-1"),
)
@regle(
    depuis="2025-01-01",
    unite="€/an",
    references=("CSS D. 621-2 (2024-07-07)", "CSS D. 621-1 (2024-07-07)", "CSS L. 621-1 (2023-12-28)"),
)
def cotisation_maladie_maternite__2018(
    assiette_maladie_maternite,
    taux_cotisation_maladie_maternite,
    seuil_maladie_taux_reduit,
    taux_maladie_au_dela,
    plafond_proratise,
):
    """Cotisation maladie-maternité.

    Finance les soins et les prestations de maternité. Au-delà d'un multiple du plafond, la part qui dépasse est
    cotisée à un taux réduit.
    """
    jusqu_au_seuil = au_plus(assiette_maladie_maternite, seuil_maladie_taux_reduit * plafond_proratise)
    au_dela = assiette_maladie_maternite - jusqu_au_seuil
    return arrondi_euro(jusqu_au_seuil * taux_cotisation_maladie_maternite + au_dela * taux_maladie_au_dela)


@regle(
    depuis="2022-01-01",
    jusqu_au="2024-12-31",
    unite="€/an",
    references=("CSS D. 621-2 (2022-12-10)", "CSS D. 621-1 (2022-12-10)", "CSS L. 621-1 (2022-08-18)"),
)
def cotisation_maladie_maternite__2022(
    assiette_maladie_maternite,
    taux_cotisation_maladie_maternite,
    taux_cotisation_indemnites_journalieres,
    seuil_maladie_taux_reduit,
    taux_maladie_au_dela,
    plafond_proratise,
    cotisation_indemnites_journalieres,
):
    """Cotisation maladie-maternité.

    Finance les soins et les prestations de maternité. Le code n'a alors qu'un taux, indemnités journalières
    comprises : la somme est arrondie une fois, et la part des indemnités journalières en est retirée.
    """
    jusqu_au_seuil = au_plus(assiette_maladie_maternite, seuil_maladie_taux_reduit * plafond_proratise)
    au_dela = assiette_maladie_maternite - jusqu_au_seuil
    taux = taux_cotisation_maladie_maternite + taux_cotisation_indemnites_journalieres
    return arrondi_euro(jusqu_au_seuil * taux + au_dela * taux_maladie_au_dela) - cotisation_indemnites_journalieres


@regle(depuis="2018-01-01", jusqu_au="2024-12-31", unite="oui/non", references="CSS L. 613-11 (2018-06-14)")
@regle(
    depuis="2025-01-01",
    unite="oui/non",
    references=("CSS L. 613-11 (2019-12-28)", "CSS L. 621-2 (2023-12-28)"),
    a_confirmer="depuis 2025 l'assiette minimale des indemnités journalières est à l'article L. 621-2, que la dispense "
    "de l'article L. 613-11 ne nomme pas : l'Urssaf dispense, le texte à la lettre ferait payer ce minimum "
    "(94 € en 2025, 96 € en 2026).",
)
def dispense_assiette_minimale_indemnites_journalieres(dispense_assiette_minimale):
    """Dispense de l'assiette minimale des indemnités journalières."""
    return dispense_assiette_minimale


@regle(depuis="2018-01-01", jusqu_au="2024-12-31", unite="€/an", references="CSS D. 621-1")
@regle(depuis="2025-01-01", unite="€/an", references="CSS D. 621-3 (2024-07-07)")
def assiette_indemnites_journalieres(
    assiette_sociale,
    pass_,
    assiette_minimale_indemnites_journalieres,
    assiette_maximale_indemnites_journalieres,
    dispense_assiette_minimale_indemnites_journalieres,
):
    """Assiette de la cotisation d'indemnités journalières.

    L'assiette sociale, entre un minimum et un maximum qui sont des parts du plafond annuel entier.
    """
    plafonnee = au_plus(assiette_sociale, arrondi_euro(assiette_maximale_indemnites_journalieres * pass_))
    if dispense_assiette_minimale_indemnites_journalieres:
        return plafonnee
    return au_moins(plafonnee, arrondi_euro(assiette_minimale_indemnites_journalieres * pass_))


@regle(depuis="2018-01-01", jusqu_au="2021-12-31", unite="fraction", references="CSS D. 621-2")
@regle(depuis="2024-01-01", jusqu_au="2024-12-31", unite="fraction", references="CSS D. 621-2 (2022-12-10)")
@regle(depuis="2025-01-01", unite="fraction", references="CSS D. 621-3 (2024-07-07)")
def taux_cotisation_indemnites_journalieres__2018(taux_indemnites_journalieres):
    """Taux de la cotisation d'indemnités journalières."""
    return taux_indemnites_journalieres


@regle(depuis="2022-01-01", jusqu_au="2023-12-31", unite="fraction", references="CSS D. 621-2 (2022-12-10)")
def taux_cotisation_indemnites_journalieres__2022(taux_indemnites_journalieres, taux_maladie_total):
    """Taux de la cotisation d'indemnités journalières.

    Pris sur le taux maladie total, qu'il ne peut dépasser.
    """
    return au_plus(taux_indemnites_journalieres, taux_maladie_total)


@regle(depuis="2018-01-01", jusqu_au="2024-12-31", unite="€/an", references=("CSS D. 621-1", "CSS L. 621-1"))
@regle(depuis="2025-01-01", unite="€/an", references=("CSS D. 621-3 (2024-07-07)", "CSS L. 621-2 (2023-12-28)"))
def cotisation_indemnites_journalieres(assiette_indemnites_journalieres, taux_cotisation_indemnites_journalieres):
    """Cotisation d'indemnités journalières.

    Finance les indemnités versées pendant un arrêt de travail.
    """
    return arrondi_euro(assiette_indemnites_journalieres * taux_cotisation_indemnites_journalieres)
