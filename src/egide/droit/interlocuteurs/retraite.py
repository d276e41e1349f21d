"""Retraite de base, retraite complémentaire, invalidité et décès."""

from egide.droit.commun.enumerations import Organisme, Regime
from egide.droit.commun.interlocuteurs import EffetSection, GestionnaireSante, RessortPersonnel, Titre
from egide.droit.interlocuteurs.commun import (
    COMMERCE_ET_ARTISANAT,
    PAR_L_ACTIVITE,
    RESEAU_INDEPENDANTS,
    SANS_RESEAU_INDEPENDANTS,
    de_l_activite,
    pour_les_sujets,
)

APRES_LE_RSI = (GestionnaireSante.OC_SEUL, GestionnaireSante.CAISSE)


@pour_les_sujets(
    "retraite_base",
    "retraite_complementaire",
    depuis="2017-12-31",
    jusqu_au="2017-12-31",
    references="Ord. 2005-1528",
    pour=(*COMMERCE_ET_ARTISANAT, *RESEAU_INDEPENDANTS),
)
def retraite__rsi(regime):
    """La caisse du RSI tient votre compte de retraite, de base et complémentaire, et verse les pensions."""
    return Organisme.CAISSE_RSI


@pour_les_sujets(
    "retraite_base",
    "retraite_complementaire",
    depuis="2018-01-01",
    jusqu_au="2019-12-31",
    references=("L. 2017-1836 art. 15", "D. 2018-174 art. 17"),
    pour=(*COMMERCE_ET_ARTISANAT, *RESEAU_INDEPENDANTS),
)
def retraite__agence(regime):
    """L'agence de la Sécurité sociale des indépendants verse les retraites, de base et complémentaire.

    Elle le fait jusqu'au 31 décembre 2019 pour tous les artisans et commerçants, y compris ceux installés en 2019.
    """
    return Organisme.AGENCE_SSI


@de_l_activite(
    depuis="2020-01-01",
    references=("L. 2017-1836 art. 15", "CSS L. 215-1 (2019-01-01)"),
    pour=(*COMMERCE_ET_ARTISANAT, *RESEAU_INDEPENDANTS),
)
@de_l_activite(
    depuis="2017-12-31",
    references="CSS L. 752-1 (2018-01-01)",
    pour=(*COMMERCE_ET_ARTISANAT, *SANS_RESEAU_INDEPENDANTS),
)
def organisme_retraite_base__caisse(caisse_retraite):
    """La caisse de retraite de votre résidence tient votre compte de retraite de base et verse la pension."""
    return caisse_retraite


@de_l_activite(
    depuis="2020-01-01",
    references=("L. 2017-1836 art. 15", "CSS L. 612-1 (2019-01-01)"),
    pour=(*COMMERCE_ET_ARTISANAT, *RESEAU_INDEPENDANTS),
)
@de_l_activite(
    depuis="2017-12-31",
    references="CSS L. 752-1 (2018-01-01)",
    pour=(*COMMERCE_ET_ARTISANAT, RessortPersonnel.SAINT_BARTHELEMY),
)
def organisme_retraite_complementaire__caisse(caisse_retraite):
    """La caisse de retraite de votre résidence sert aussi la retraite complémentaire des indépendants.

    Ce régime (RCI) est piloté par le Conseil de la protection sociale des travailleurs indépendants.
    """
    return caisse_retraite


@de_l_activite(
    depuis="2017-12-31",
    references="L. 87-563 art. 2",
    pour=(
        *COMMERCE_ET_ARTISANAT,
        RessortPersonnel.SAINT_PIERRE_ET_MIQUELON,
        RessortPersonnel.MAYOTTE,
        RessortPersonnel.HORS_CHAMP,
    ),
    a_confirmer="La retraite complémentaire des indépendants de ce territoire n'a pas été établie.",
)
def organisme_retraite_complementaire__territoire(regime):
    """Aucun organisme connu : la retraite complémentaire des indépendants de ce territoire n'a pas été établie."""
    return Organisme.AUCUN


@de_l_activite(
    depuis="2017-12-31",
    references="Ord. 2005-1528",
    pour=(*COMMERCE_ET_ARTISANAT, *PAR_L_ACTIVITE, GestionnaireSante.CAISSE_RSI),
)
@de_l_activite(
    depuis="2017-12-31",
    jusqu_au="2017-12-31",
    references="Ord. 2005-1528",
    pour=(*COMMERCE_ET_ARTISANAT, Titre.VOLONTAIRE, *RESEAU_INDEPENDANTS),
)
def organisme_invalidite_deces__rsi(gestionnaire_sante):
    """La caisse du RSI gère l'invalidité et le décès."""
    return Organisme.CAISSE_RSI


@de_l_activite(
    depuis="2017-12-31",
    references=("L. 2017-1836 art. 15", "D. 2018-174 art. 17", "CSS L. 632-1 (2018-01-01)"),
    pour=(*COMMERCE_ET_ARTISANAT, *PAR_L_ACTIVITE, GestionnaireSante.AGENCE_ET_OC),
)
@de_l_activite(
    depuis="2018-01-01",
    jusqu_au="2019-12-31",
    references=("L. 2017-1836 art. 15", "D. 2018-174 art. 17", "CSS L. 632-1 (2018-01-01)"),
    pour=(*COMMERCE_ET_ARTISANAT, Titre.VOLONTAIRE, *RESEAU_INDEPENDANTS),
)
def organisme_invalidite_deces__agence(gestionnaire_sante):
    """L'agence de la Sécurité sociale des indépendants gère l'invalidité et le décès."""
    return Organisme.AGENCE_SSI


@de_l_activite(
    depuis="2017-12-31",
    references=("L. 2017-1836 art. 15", "CSS L. 632-1 (2019-01-01)"),
    pour=(*COMMERCE_ET_ARTISANAT, *PAR_L_ACTIVITE, *APRES_LE_RSI),
)
@de_l_activite(
    depuis="2020-01-01",
    references=("L. 2017-1836 art. 15", "CSS L. 632-1 (2019-01-01)"),
    pour=(*COMMERCE_ET_ARTISANAT, Titre.VOLONTAIRE, *RESEAU_INDEPENDANTS),
)
@de_l_activite(
    depuis="2017-12-31",
    references=("L. 2017-1836 art. 15", "CSS L. 632-1 (2019-01-01)"),
    pour=(*COMMERCE_ET_ARTISANAT, Titre.VOLONTAIRE, *SANS_RESEAU_INDEPENDANTS),
)
def organisme_invalidite_deces__caisse(caisse_invalidite):
    """La caisse de votre résidence, pour le compte du régime d'invalidité-décès des indépendants.

    Ce régime est celui du Conseil de la protection sociale des travailleurs indépendants (CPSTI) ; l'invalidité est
    constatée par le contrôle médical de l'assurance maladie.
    """
    return caisse_invalidite


@pour_les_sujets(
    "retraite_base",
    "retraite_complementaire",
    "invalidite_deces",
    depuis="2017-12-31",
    references=("CSS L. 640-1 (2018-06-14)", "CSS R. 641-1 (2019-12-16)"),
    pour=(Regime.CNAVPL, EffetSection.ATTEINT),
)
def section__atteint(regime):
    """Votre section de la Caisse nationale d'assurance vieillesse des professions libérales (CNAVPL).

    Elle gère la retraite de base, la retraite complémentaire, l'invalidité et le décès, où que vous résidiez.
    """
    return Organisme.SECTION_CNAVPL


@pour_les_sujets(
    "retraite_base",
    "retraite_complementaire",
    "invalidite_deces",
    "cotisations_retraite",
    depuis="2017-12-31",
    references="CSS R. 643-1 (2018-01-01)",
    pour=(Regime.CNAVPL, EffetSection.ATTENDU),
)
def section__attendu(effet_section):
    """Aucun organisme encore : l'affiliation à votre section de retraite prend effet plus tard.

    Elle commence le premier jour du trimestre civil qui suit le début de l'activité ; rien n'est dû à la section
    avant.
    """
    return Organisme.AUCUN


@pour_les_sujets(
    "retraite_base",
    "retraite_complementaire",
    "invalidite_deces",
    depuis="2017-12-31",
    references="CSS L. 651-1 (2018-06-14)",
    pour=Regime.CNBF,
)
def cnbf__prestations(regime):
    """La Caisse nationale des barreaux français (CNBF) gère la retraite, l'invalidité et le décès des avocats."""
    return Organisme.CNBF
