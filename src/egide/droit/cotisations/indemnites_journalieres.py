"""Indemnités journalières."""

from egide.droit.commun.categories import Assiette, Caisse, Exoneration
from egide.droit.cotisations.commun import HORS_MAYOTTE, HORS_OUTRE_MER, SUR_REVENU, exonerable
from egide.moteur.mecanismes import arrondi_euro, au_moins, au_plus
from egide.moteur.regle import regle


def dispense_assiette_minimale_indemnites_journalieres__texte():
    """Le texte : pas de dispense."""
    return False


@regle(depuis="2018-01-01", jusqu_au="2024-12-31", unite="oui/non", references="CSS L. 613-11 (2018-06-14)")
@regle(
    depuis="2025-01-01",
    unite="oui/non",
    references=("CSS L. 613-11 (2019-12-28)", "CSS L. 621-2 (2023-12-28)"),
    pour=SUR_REVENU,
    a_confirmer="depuis 2025 l'assiette minimale des indemnités journalières est à l'article L. 621-2, que la dispense "
    "de l'article L. 613-11 ne nomme pas : l'Urssaf dispense, le texte à la lettre ferait payer ce minimum "
    "(94 € en 2025, 96 € en 2026).",
    autrement=dispense_assiette_minimale_indemnites_journalieres__texte,
)
def dispense_assiette_minimale_indemnites_journalieres(dispense_assiette_minimale):
    """Dispense de l'assiette minimale des indemnités journalières."""
    return dispense_assiette_minimale


def minimum_maintenu_au_debut__dispense():
    """Comme sur le revenu : le minimum est écarté."""
    return False


@regle(
    depuis="2025-01-01",
    unite="oui/non",
    references=("CSS D. 621-3 (2024-07-07)", "CSS L. 621-2 (2023-12-28)"),
    pour=Assiette.FORFAIT,
    a_confirmer="au RSA, à la prime d'activité ou pour une activité saisonnière, les indemnités journalières restent "
    "appelées sur 40 % du plafond les deux premières années : l'article L. 613-11 ne nomme pas l'article L. 621-2, "
    "l'article D. 621-3 vise ces deux années, et le simulateur de l'Urssaf de 2026 les appelle ainsi.",
    autrement=minimum_maintenu_au_debut__dispense,
)
def minimum_maintenu_au_debut(dispense_assiette_minimale):
    """Assiette minimale des indemnités journalières maintenue sur la base forfaitaire malgré la dispense."""
    return dispense_assiette_minimale


@regle(
    depuis="2025-01-01",
    unite="oui/non",
    references=("CSS L. 613-11 (2019-12-28)", "CSS L. 621-2 (2023-12-28)"),
    pour=Assiette.FORFAIT,
)
def dispense_assiette_minimale_indemnites_journalieres__forfait(dispense_assiette_minimale, minimum_maintenu_au_debut):
    """Dispense de l'assiette minimale des indemnités journalières."""
    return dispense_assiette_minimale and not minimum_maintenu_au_debut


def plafond_entier__texte(plafond_proratise):
    """Le texte : le plafond réduit."""
    return plafond_proratise


@regle(
    depuis="2018-01-01",
    unite="oui/non",
    references="CSS R. 613-17 (2019-07-08)",
    a_confirmer="pour une année incomplète, l'Urssaf ne réduit pas l'assiette minimale des indemnités journalières "
    "(ni, sur la base forfaitaire de début d'activité, celle de la maladie), quand l'article R. 613-17 le ferait "
    "depuis juillet 2019 ; et elle divise les jours par 365, même une année bissextile.",
    autrement=plafond_entier__texte,
)
def annee_incomplete(jours_affiliation, jours_par_an):
    """Année incomplète."""
    return jours_affiliation < jours_par_an


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references="CSS D. 621-1",
    pour=SUR_REVENU,
    sous_reserve="annee_incomplete",
)
def plafond_entier(pass_):
    """Plafond de l'année entière, que l'Urssaf ne réduit pas pour les indemnités journalières."""
    return pass_


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS D. 131-1", "CSS D. 621-1"),
    pour=(Assiette.FORFAIT, Caisse.SSI),
    sous_reserve="annee_incomplete",
)
def plafond_entier__forfait(plafond_debut_activite):
    """Plafond de la base forfaitaire, que l'Urssaf ne réduit pas pour les assiettes minimales de la maladie."""
    return plafond_debut_activite


@regle(
    depuis="2018-01-01", jusqu_au="2024-12-31", unite="€/an", references="CSS D. 621-1", pour=(*SUR_REVENU, Caisse.SSI)
)
@regle(
    depuis="2025-01-01",
    unite="€/an",
    references="CSS D. 621-3 (2024-07-07)",
    pour=(*SUR_REVENU, *HORS_MAYOTTE, Caisse.SSI),
)
def minimum_indemnites_journalieres(
    plafond_entier, assiette_minimale_indemnites_journalieres, dispense_assiette_minimale_indemnites_journalieres
):
    """Assiette minimale de la cotisation d'indemnités journalières : une part du plafond annuel entier."""
    if dispense_assiette_minimale_indemnites_journalieres:
        return 0
    return arrondi_euro(assiette_minimale_indemnites_journalieres * plafond_entier)


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS D. 131-1", "CSS D. 621-1", "CSS L. 613-11 (2018-06-14)"),
    pour=(Assiette.FORFAIT, Caisse.SSI),
)
def minimum_indemnites_journalieres__forfait(
    plafond_entier, assiette_minimale_indemnites_journalieres, dispense_assiette_minimale_indemnites_journalieres
):
    """Assiette minimale de la cotisation d'indemnités journalières.

    En début d'activité elle n'est pas réduite pour une année incomplète ; les personnes dispensées n'en ont pas.
    """
    if dispense_assiette_minimale_indemnites_journalieres:
        return 0
    return arrondi_euro(assiette_minimale_indemnites_journalieres * plafond_entier)


@regle(
    depuis="2018-01-01",
    jusqu_au="2024-12-31",
    unite="€/an",
    references="CSS D. 621-1",
    pour=(*SUR_REVENU, *HORS_MAYOTTE, Caisse.SSI),
)
@regle(
    depuis="2025-01-01",
    unite="€/an",
    references="CSS D. 621-3 (2024-07-07)",
    pour=(*SUR_REVENU, *HORS_MAYOTTE, Caisse.SSI),
)
def assiette_indemnites_journalieres(
    assiette_sociale, plafond_entier, minimum_indemnites_journalieres, assiette_maximale_indemnites_journalieres
):
    """Assiette de la cotisation d'indemnités journalières.

    L'assiette sociale, entre un minimum et un maximum qui sont des parts du plafond annuel entier.
    """
    plafonnee = au_plus(assiette_sociale, arrondi_euro(assiette_maximale_indemnites_journalieres * plafond_entier))
    return au_moins(plafonnee, minimum_indemnites_journalieres)


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS D. 131-1", "CSS D. 621-1"),
    pour=(Assiette.FORFAIT, *HORS_MAYOTTE, Caisse.SSI),
)
def assiette_indemnites_journalieres__forfait(assiette_sociale, minimum_indemnites_journalieres):
    """Assiette de la cotisation d'indemnités journalières.

    En début d'activité, l'assiette minimale, ou la base forfaitaire pour les personnes qui en sont dispensées.
    """
    return au_moins(assiette_sociale, minimum_indemnites_journalieres)


@regle(
    depuis="2018-01-01",
    jusqu_au="2021-12-31",
    unite="fraction",
    references="CSS D. 621-2",
    pour=(*HORS_MAYOTTE, Caisse.SSI),
)
@regle(
    depuis="2022-01-01",
    jusqu_au="2023-12-31",
    unite="fraction",
    references="CSS D. 621-2 (2022-12-10)",
    pour=(Exoneration.OUTRE_MER, Caisse.SSI),
)
@regle(
    depuis="2024-01-01",
    jusqu_au="2024-12-31",
    unite="fraction",
    references="CSS D. 621-2 (2022-12-10)",
    pour=(*HORS_MAYOTTE, Caisse.SSI),
)
@regle(depuis="2025-01-01", unite="fraction", references="CSS D. 621-3 (2024-07-07)", pour=(*HORS_MAYOTTE, Caisse.SSI))
def taux_cotisation_indemnites_journalieres__2018(taux_indemnites_journalieres):
    """Taux de la cotisation d'indemnités journalières."""
    return taux_indemnites_journalieres


@regle(
    depuis="2022-01-01",
    jusqu_au="2023-12-31",
    unite="fraction",
    references="CSS D. 621-2 (2022-12-10)",
    pour=(*HORS_OUTRE_MER, Caisse.SSI),
)
def taux_cotisation_indemnites_journalieres__2022(taux_indemnites_journalieres, taux_maladie_total):
    """Taux de la cotisation d'indemnités journalières.

    Pris sur le taux maladie total, qu'il ne peut dépasser.
    """
    return au_plus(taux_indemnites_journalieres, taux_maladie_total)


@exonerable(
    depuis="2018-01-01",
    jusqu_au="2024-12-31",
    unite="€/an",
    references=("CSS D. 621-1", "CSS L. 621-1"),
    pour=(Caisse.SSI,),
)
@exonerable(
    depuis="2025-01-01",
    unite="€/an",
    references=("CSS D. 621-3 (2024-07-07)", "CSS L. 621-2 (2023-12-28)"),
    pour=(Caisse.SSI,),
)
def cotisation_indemnites_journalieres(assiette_indemnites_journalieres, taux_cotisation_indemnites_journalieres):
    """Cotisation d'indemnités journalières.

    Finance les indemnités versées pendant un arrêt de travail.
    """
    return assiette_indemnites_journalieres * taux_cotisation_indemnites_journalieres
