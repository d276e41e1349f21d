"""Maladie-maternité et indemnités journalières des professions libérales."""

from egide.droit.commun.categories import Caisse, DomicileFiscal
from egide.droit.cotisations.commun import HORS_OUTRE_MER, exonerable
from egide.droit.professions_liberales.commun import (
    CONVENTIONNES,
    INVALIDITE,
    LIBERALES,
    SANS_CONVENTION,
    SECTIONS,
)
from egide.moteur.mecanismes import arrondi_euro, arrondi_taux, au_moins, au_plus, taux_progressif
from egide.moteur.regle import regle

FRANCE = DomicileFiscal.FRANCE


@regle(
    depuis="2018-01-01",
    jusqu_au="2024-12-31",
    unite="€/an",
    references=("CSS D. 621-3", "CSS L. 621-1 (2018-06-14)"),
    pour=LIBERALES,
)
def assiette_maladie_maternite__liberale(assiette_sociale):
    """Assiette de la cotisation maladie-maternité.

    L'assiette sociale entière : l'assiette minimale est réservée à ceux qui ont les indemnités journalières des
    artisans et des commerçants.
    """
    return assiette_sociale


def taux_maladie_liberale(assiette_sociale, plafond_proratise, plancher, plein, seuil):
    """Taux qui croît en proportion du revenu, du plancher au taux plein."""
    avance = au_plus(assiette_sociale / (seuil * plafond_proratise), 1)
    return arrondi_taux(plancher + (plein - plancher) * avance)


@regle(
    depuis="2018-01-01",
    jusqu_au="2021-12-31",
    unite="fraction",
    references=("CSS D. 621-3 (2018-01-01)", "CSS D. 621-3 (2020-05-25)"),
    pour=(*LIBERALES, *SANS_CONVENTION, FRANCE, *HORS_OUTRE_MER),
)
def taux_cotisation_maladie_maternite__liberale_2018(
    assiette_sociale,
    plafond_proratise,
    taux_maladie_liberale_plancher,
    taux_maladie_liberale_plein,
    seuil_maladie_liberale_taux_plein,
):
    """Taux de la cotisation maladie-maternité.

    Il croît avec le revenu jusqu'à son taux plein, et s'applique à l'assiette entière.
    """
    return taux_maladie_liberale(
        assiette_sociale,
        plafond_proratise,
        taux_maladie_liberale_plancher,
        taux_maladie_liberale_plein,
        seuil_maladie_liberale_taux_plein,
    )


@regle(
    depuis="2018-01-01",
    jusqu_au="2022-12-31",
    unite="fraction",
    references="CSS D. 621-3 (2018-01-01)",
    pour=(*LIBERALES, *CONVENTIONNES, FRANCE),
)
def taux_cotisation_maladie_maternite__convention_2018(taux_maladie_liberale_plein):
    """Taux de la cotisation maladie-maternité des praticiens conventionnés, avant la part de l'assurance maladie."""
    return taux_maladie_liberale_plein


@regle(
    depuis="2022-01-01",
    jusqu_au="2024-12-31",
    unite="fraction",
    references="CSS D. 621-3 (2022-12-10)",
    pour=(*SECTIONS, *SANS_CONVENTION, FRANCE, *HORS_OUTRE_MER),
)
@regle(
    depuis="2022-01-01",
    jusqu_au="2024-12-31",
    unite="fraction",
    references=("CSS L. 621-3 (2022-08-18)", "CSS D. 621-3 (2022-12-10)"),
    pour=(Caisse.CNBF, *SANS_CONVENTION, FRANCE, *HORS_OUTRE_MER),
    a_confirmer="de 2022 à 2024 la loi (L. 621-3) donne la réduction du taux à tous les indépendants, le décret "
    "(D. 621-3) ne parle que de ceux qui ont des indemnités journalières, ce que les avocats n'ont pas : la loi est "
    "suivie, comme le fait le simulateur de l'Urssaf.",
)
@regle(
    depuis="2023-01-01",
    jusqu_au="2024-12-31",
    unite="fraction",
    references="CSS D. 621-3 (2022-12-10)",
    pour=(*LIBERALES, *CONVENTIONNES, FRANCE),
)
def taux_cotisation_maladie_maternite__liberale_2022(assiette_sociale, bareme_maladie_liberale, plafond_proratise):
    """Taux de la cotisation maladie-maternité.

    Il se lit sur le barème, en proportion entre deux points ; il s'applique à l'assiette entière.
    """
    return arrondi_taux(taux_progressif(assiette_sociale, bareme_maladie_liberale, plafond_proratise))


@exonerable(
    depuis="2018-01-01",
    jusqu_au="2024-12-31",
    unite="€/an",
    references=("CSS D. 621-3", "CSS L. 621-1"),
    pour=(*LIBERALES, *SANS_CONVENTION, FRANCE),
)
def cotisation_maladie_maternite__liberale(assiette_maladie_maternite, taux_cotisation_maladie_maternite):
    """Cotisation maladie-maternité.

    Finance les soins et les prestations de maternité.
    """
    return assiette_maladie_maternite * taux_cotisation_maladie_maternite


@regle(
    depuis="2021-01-01",
    unite="€/an",
    references=("CSS D. 621-3 (2021-06-14)", "CSS D. 621-3 (2024-07-07)"),
    pour=SECTIONS,
)
def minimum_indemnites_journalieres__liberale(pass_, assiette_minimale_indemnites_journalieres_liberale):
    """Assiette minimale de la cotisation d'indemnités journalières : une part du plafond annuel entier."""
    return arrondi_euro(assiette_minimale_indemnites_journalieres_liberale * pass_)


@regle(
    depuis="2021-01-01",
    unite="€/an",
    references=("CSS D. 621-3 (2021-06-14)", "CSS D. 621-3 (2024-07-07)"),
    pour=SECTIONS,
)
def assiette_indemnites_journalieres__liberale(
    assiette_sociale, pass_, minimum_indemnites_journalieres, assiette_maximale_indemnites_journalieres_liberale
):
    """Assiette de la cotisation d'indemnités journalières.

    L'assiette sociale, entre un minimum et un maximum qui sont des parts du plafond annuel entier, même les deux
    premières années et les années incomplètes. Rien n'en dispense les petits revenus.
    """
    plafonnee = au_plus(assiette_sociale, assiette_maximale_indemnites_journalieres_liberale * pass_)
    return au_moins(plafonnee, minimum_indemnites_journalieres)


@regle(depuis="2021-01-01", unite="fraction", references="CSS D. 621-3 (2021-06-14)", pour=SECTIONS)
def taux_cotisation_indemnites_journalieres__liberale(taux_indemnites_journalieres_liberale):
    """Taux de la cotisation d'indemnités journalières."""
    return taux_indemnites_journalieres_liberale


@exonerable(
    depuis="2021-01-01",
    unite="€/an",
    references=("CSS D. 621-3 (2021-06-14)", "CSS L. 621-2 (2022-08-18)", "D. 2021-755 art. 3"),
    pour=SECTIONS,
)
def cotisation_indemnites_journalieres__liberale(
    assiette_indemnites_journalieres, taux_cotisation_indemnites_journalieres
):
    """Cotisation d'indemnités journalières.

    Finance les indemnités versées du quatrième au quatre-vingt-dixième jour d'un arrêt de travail.
    """
    return assiette_indemnites_journalieres * taux_cotisation_indemnites_journalieres


@regle(
    depuis="2021-01-01",
    jusqu_au="2024-12-31",
    unite="€/an",
    references="CSS D. 621-3, II (2021-06-14)",
    pour=(INVALIDITE, *SECTIONS),
)
def exoneration_indemnites_journalieres__invalidite_sur_demande(
    cotisation_indemnites_journalieres_avant_exoneration, part_invalidite, demande_dispense_indemnites_journalieres
):
    """Dispense d'indemnités journalières d'un titulaire d'une pension d'invalidité qui l'a demandée.

    Il renonce aux indemnités.
    """
    if demande_dispense_indemnites_journalieres:
        return cotisation_indemnites_journalieres_avant_exoneration * part_invalidite
    return 0


@regle(depuis="2025-01-01", unite="€/an", references="CSS D. 621-4 (2021-06-14)", pour=(INVALIDITE, *SECTIONS))
def exoneration_indemnites_journalieres__invalidite_liberale(
    cotisation_indemnites_journalieres_avant_exoneration, part_invalidite
):
    """Exonération de la cotisation d'indemnités journalières d'un titulaire d'une pension d'invalidité."""
    return cotisation_indemnites_journalieres_avant_exoneration * part_invalidite
