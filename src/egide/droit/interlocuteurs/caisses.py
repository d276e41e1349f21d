"""La caisse de chaque réseau selon le territoire : santé, retraite, invalidité, recouvrement."""

from egide.droit.commun.enumerations import Organisme
from egide.droit.commun.interlocuteurs import RessortActivite, RessortPersonnel
from egide.droit.interlocuteurs.commun import INDEPENDANTS, NON_INDEPENDANTS, de_l_activite

METROPOLE_SANS_LOZERE = (RessortPersonnel.METROPOLE, RessortPersonnel.ILE_DE_FRANCE)


@de_l_activite(depuis="2017-12-31", references="CSS L. 211-1 (2018-01-01)", pour=METROPOLE_SANS_LOZERE)
def caisse_maladie__cpam(ressort_personnel):
    """La caisse primaire d'assurance maladie (CPAM) de la résidence."""
    return Organisme.CPAM


@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 211-1 (2018-01-01)", "CSS L. 216-4 (2019-12-28)"),
    pour=RessortPersonnel.LOZERE,
)
def caisse_maladie__ccss(ressort_personnel):
    """La caisse commune de sécurité sociale (CCSS) de la Lozère, qui réunit santé, famille et recouvrement."""
    return Organisme.CCSS


@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 752-4 (2018-01-01)", "CSS L. 752-1 (2018-01-01)"),
    pour=RessortPersonnel.DROM,
)
def caisse_maladie__cgss(ressort_personnel):
    """La caisse générale de sécurité sociale (CGSS), qui tient outre-mer la place de la CPAM.

    Celle de Guadeloupe est aussi compétente à Saint-Martin.
    """
    return Organisme.CGSS


@de_l_activite(depuis="2017-12-31", references="CSS L. 752-1 (2018-01-01)", pour=RessortPersonnel.SAINT_BARTHELEMY)
def caisse_maladie__saint_barthelemy(ressort_personnel):
    """La caisse de prévoyance sociale (CPS) de Saint-Barthélemy, guichet de la Mutualité sociale agricole."""
    return Organisme.CPS


@de_l_activite(depuis="2017-12-31", references="Ord. 77-1102 art. 3", pour=RessortPersonnel.SAINT_PIERRE_ET_MIQUELON)
def caisse_maladie__saint_pierre(ressort_personnel):
    """La caisse de prévoyance sociale (CPS) de Saint-Pierre-et-Miquelon, pour tous les assurés."""
    return Organisme.CPS


@de_l_activite(depuis="2017-12-31", references="Ord. 96-1122", pour=RessortPersonnel.MAYOTTE)
def caisse_maladie__mayotte(ressort_personnel):
    """La caisse de sécurité sociale de Mayotte (CSSM) : les soins y sont ouverts par la résidence."""
    return Organisme.CSS_MAYOTTE


@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 751-1 (2015-10-16)", "CSS L. 752-1 (2018-01-01)"),
    pour=RessortPersonnel.HORS_CHAMP,
)
def caisse_maladie__hors_champ(ressort_personnel):
    """Aucune caisse : ce territoire a son propre régime, hors du code de la sécurité sociale."""
    return Organisme.AUCUN


@de_l_activite(
    depuis="2017-12-31",
    references="CSS L. 215-1 (2019-01-01)",
    pour=(RessortPersonnel.METROPOLE, RessortPersonnel.LOZERE),
)
def caisse_retraite__carsat(ressort_personnel):
    """La caisse d'assurance retraite et de la santé au travail (Carsat) de la résidence."""
    return Organisme.CARSAT


@de_l_activite(depuis="2017-12-31", references="CSS L. 215-3 (2012-04-01)", pour=RessortPersonnel.ILE_DE_FRANCE)
def caisse_retraite__cnav(ressort_personnel):
    """La Caisse nationale d'assurance vieillesse (Cnav), qui tient en Île-de-France la place de la Carsat."""
    return Organisme.CNAV


@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 752-4 (2018-01-01)", "CSS L. 752-1 (2018-01-01)"),
    pour=RessortPersonnel.DROM,
)
def caisse_retraite__cgss(ressort_personnel):
    """La caisse générale de sécurité sociale (CGSS), qui tient outre-mer la place de la Carsat."""
    return Organisme.CGSS


@de_l_activite(
    depuis="2017-12-31",
    jusqu_au="2019-12-31",
    references="CSS L. 752-1 (2018-01-01)",
    pour=RessortPersonnel.SAINT_BARTHELEMY,
    a_confirmer=(
        "Saint-Barthélemy jusqu'en 2019 : la caisse de prévoyance sociale est compétente en droit ; l'agence "
        "Antilles-Guyane a pu agir en fait."
    ),
)
@de_l_activite(depuis="2020-01-01", references="CSS L. 752-1 (2018-01-01)", pour=RessortPersonnel.SAINT_BARTHELEMY)
def caisse_retraite__saint_barthelemy(ressort_personnel):
    """La caisse de prévoyance sociale (CPS) de Saint-Barthélemy, guichet de la Mutualité sociale agricole."""
    return Organisme.CPS


@de_l_activite(depuis="2017-12-31", references="L. 87-563 art. 2", pour=RessortPersonnel.SAINT_PIERRE_ET_MIQUELON)
def caisse_retraite__saint_pierre(ressort_personnel):
    """La caisse de prévoyance sociale (CPS) de Saint-Pierre-et-Miquelon, salariés et indépendants."""
    return Organisme.CPS


@de_l_activite(
    depuis="2017-12-31",
    references="Ord. 96-1122",
    pour=RessortPersonnel.MAYOTTE,
    a_confirmer=(
        "Mayotte : hors micro-entreprise, aucune cotisation de retraite n'a été appelée de 2012 à 2024, et aucun droit "
        "acquis ; ce qui est appelé depuis n'est pas établi."
    ),
)
def caisse_retraite__mayotte(ressort_personnel):
    """La caisse de sécurité sociale de Mayotte (CSSM)."""
    return Organisme.CSS_MAYOTTE


@de_l_activite(depuis="2017-12-31", references="CSS L. 751-1 (2015-10-16)", pour=RessortPersonnel.HORS_CHAMP)
def caisse_retraite__hors_champ(ressort_personnel):
    """Aucune caisse : ce territoire a son propre régime de retraite, hors du code de la sécurité sociale."""
    return Organisme.AUCUN


@de_l_activite(
    depuis="2017-12-31",
    references="CSS L. 215-3 (2012-04-01)",
    pour=(RessortPersonnel.ILE_DE_FRANCE, *NON_INDEPENDANTS),
)
def caisse_invalidite__cramif_des_salaries(caisse_maladie):
    """La caisse régionale d'assurance maladie d'Île-de-France (Cramif), pour les pensions d'invalidité.

    Le capital décès se demande à la CPAM.
    """
    return Organisme.CRAMIF


def caisse_invalidite__cpam(caisse_maladie):
    return caisse_maladie


@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 632-1 (2019-01-01)", "CSS L. 215-3 (2012-04-01)"),
    pour=(RessortPersonnel.ILE_DE_FRANCE, *INDEPENDANTS),
    a_confirmer=(
        "En Île-de-France, la Cramif gère les pensions d'invalidité des indépendants ; depuis quelle date n'est pas "
        "établi. La CPAM garde le capital décès et les soins."
    ),
    autrement=caisse_invalidite__cpam,
)
def caisse_invalidite__cramif(caisse_maladie):
    """La caisse régionale d'assurance maladie d'Île-de-France (Cramif), pour les pensions d'invalidité.

    Le capital décès se demande à la CPAM.
    """
    return Organisme.CRAMIF


@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 632-1 (2019-01-01)", "CSS L. 211-1 (2018-01-01)"),
    pour=(RessortPersonnel.METROPOLE, RessortPersonnel.LOZERE),
)
@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 632-1 (2019-01-01)", "CSS L. 752-4 (2018-01-01)"),
    pour=(RessortPersonnel.DROM, RessortPersonnel.SAINT_BARTHELEMY, RessortPersonnel.HORS_CHAMP),
)
@de_l_activite(
    depuis="2017-12-31",
    references="Ord. 77-1102 art. 3",
    pour=RessortPersonnel.SAINT_PIERRE_ET_MIQUELON,
    a_confirmer="Saint-Pierre-et-Miquelon : qui sert l'invalidité des indépendants est déduit, et non lu.",
)
def caisse_invalidite__maladie(caisse_maladie):
    """La caisse qui tient le dossier de santé, pour le compte du régime d'invalidité-décès des indépendants."""
    return caisse_maladie


@de_l_activite(
    depuis="2017-12-31",
    references="CSS L. 632-1 (2019-01-01)",
    pour=RessortPersonnel.MAYOTTE,
    a_confirmer="Mayotte : indépendants non affiliés au CPSTI en janvier 2025 ; la suite n'est pas établie.",
)
def caisse_invalidite__mayotte(caisse_maladie):
    """Aucun organisme : à Mayotte, les indépendants ne sont pas affiliés au régime d'invalidité-décès du CPSTI."""
    return Organisme.AUCUN


@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 213-1 (2018-01-01)", "CSS R. 613-6 (2019-07-08)"),
    pour=(RessortActivite.METROPOLE, RessortActivite.ILE_DE_FRANCE),
)
def organisme_recouvrement__urssaf(ressort_activite):
    """L'Urssaf du lieu de l'activité, et non de la résidence.

    Qui réside ailleurs peut faire ses démarches auprès de l'une ou de l'autre.
    """
    return Organisme.URSSAF


@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 216-4 (2019-12-28)", "CSS R. 613-6 (2019-07-08)"),
    pour=RessortActivite.LOZERE,
)
def organisme_recouvrement__ccss(ressort_activite):
    """La caisse commune de sécurité sociale (CCSS) de la Lozère, où l'activité est exercée."""
    return Organisme.CCSS


@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 752-4 (2018-01-01)", "CSS R. 613-6 (2019-07-08)"),
    pour=RessortActivite.DROM,
)
def organisme_recouvrement__cgss(ressort_activite):
    """La caisse générale de sécurité sociale (CGSS) du lieu de l'activité, qui tient la place de l'Urssaf."""
    return Organisme.CGSS


@de_l_activite(
    depuis="2017-12-31",
    jusqu_au="2019-12-31",
    references="CSS L. 752-1 (2018-01-01)",
    pour=RessortActivite.SAINT_BARTHELEMY,
    a_confirmer=(
        "Saint-Barthélemy jusqu'en 2019 : la caisse de prévoyance sociale est compétente en droit ; la CGSS de "
        "Guadeloupe ou une agence a pu agir en fait."
    ),
)
@de_l_activite(depuis="2020-01-01", references="CSS L. 752-1 (2018-01-01)", pour=RessortActivite.SAINT_BARTHELEMY)
def organisme_recouvrement__saint_barthelemy(ressort_activite):
    """La caisse de prévoyance sociale (CPS) de Saint-Barthélemy, interlocuteur unique des indépendants."""
    return Organisme.CPS


@de_l_activite(depuis="2017-12-31", references="L. 87-563 art. 3", pour=RessortActivite.SAINT_PIERRE_ET_MIQUELON)
def organisme_recouvrement__saint_pierre(ressort_activite):
    """La caisse de prévoyance sociale (CPS) de Saint-Pierre-et-Miquelon."""
    return Organisme.CPS


@de_l_activite(depuis="2017-12-31", jusqu_au="2018-12-31", references="Ord. 96-1122", pour=RessortActivite.MAYOTTE)
def organisme_recouvrement__mayotte_2018(ressort_activite):
    """La caisse de sécurité sociale de Mayotte (CSSM).

    Hors micro-entreprise, aucune cotisation n'est appelée à Mayotte de 2012 à 2024.
    """
    return Organisme.CSS_MAYOTTE


@de_l_activite(
    depuis="2019-01-01",
    references=("Ord. 96-1122", "D. 2025-1431"),
    pour=RessortActivite.MAYOTTE,
    a_confirmer="Mayotte : la reprise des appels, annoncée pour 2026, n'a pas été vérifiée.",
)
def organisme_recouvrement__mayotte(ressort_activite):
    """L'Urssaf, avec la caisse de sécurité sociale de Mayotte.

    Hors micro-entreprise, aucune cotisation n'a été appelée à Mayotte de 2012 à 2024 ; la reprise, reportée après
    le cyclone de décembre 2024, est annoncée pour 2026.
    """
    return Organisme.URSSAF


@de_l_activite(depuis="2017-12-31", references="CSS L. 751-1 (2015-10-16)", pour=RessortActivite.HORS_CHAMP)
def organisme_recouvrement__hors_champ(ressort_activite):
    """Aucun organisme : ce territoire a son propre régime, hors du code de la sécurité sociale."""
    return Organisme.AUCUN
