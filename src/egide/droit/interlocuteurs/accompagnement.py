"""Action sociale, médiation, assurance volontaire."""

from egide.droit.commun.enumerations import Organisme, Regime
from egide.droit.commun.interlocuteurs import Convention, RessortPersonnel
from egide.droit.interlocuteurs.commun import (
    AVEC_CPSTI,
    COMMERCE_ET_ARTISANAT,
    INDEPENDANTS,
    RECOUVREMENT_INDEPENDANTS,
    RESEAU_INDEPENDANTS,
    SANS_CPSTI,
    SANS_RECOUVREMENT_INDEPENDANTS,
    de_l_activite,
    pour_les_sujets,
)


@pour_les_sujets(
    "action_sociale",
    "mediation",
    depuis="2017-12-31",
    jusqu_au="2017-12-31",
    references="Ord. 2005-1528",
    pour=(*INDEPENDANTS, *RESEAU_INDEPENDANTS, Convention.HORS_CONVENTION),
)
def accompagnement__rsi(regime):
    """La caisse du RSI attribue les aides de l'action sanitaire et sociale et reçoit les demandes de médiation."""
    return Organisme.CAISSE_RSI


@pour_les_sujets(
    "action_sociale",
    "mediation",
    depuis="2018-01-01",
    jusqu_au="2018-12-31",
    references=("L. 2017-1836 art. 15", "D. 2018-174 art. 17"),
    pour=(*INDEPENDANTS, *RESEAU_INDEPENDANTS, Convention.HORS_CONVENTION),
)
def accompagnement__agence(regime):
    """L'agence de la Sécurité sociale des indépendants attribue les aides et reçoit les demandes de médiation."""
    return Organisme.AGENCE_SSI


@pour_les_sujets(
    "action_sociale",
    "mediation",
    depuis="2017-12-31",
    jusqu_au="2018-12-31",
    references="CSS D. 160-14 (2019-07-01)",
    pour=(*INDEPENDANTS, *RESEAU_INDEPENDANTS, Convention.CONVENTIONNE),
    a_confirmer="Praticien conventionné avant 2019 : que la caisse primaire réponde à ce sujet est déduit, et non lu.",
)
def accompagnement__praticien(caisse_maladie):
    """La caisse d'assurance maladie de votre résidence : un praticien conventionné ne relevait pas du RSI."""
    return caisse_maladie


@de_l_activite(depuis="2019-01-01", references="CSS L. 612-4 (2019-01-01)", pour=(*INDEPENDANTS, *AVEC_CPSTI))
def organisme_action_sociale__cpsti(regime):
    """L'instance régionale du Conseil de la protection sociale des travailleurs indépendants décide des aides.

    La demande se dépose auprès de l'organisme local, qui l'instruit et paie : l'agence en 2019, puis l'Urssaf ou la
    caisse générale pour l'aide au paiement des cotisations, la caisse de retraite pour les aides liées à la
    retraite. Un libéral s'adresse à sa section pour ce qui touche à sa retraite.
    """
    return Organisme.CPSTI


@de_l_activite(depuis="2019-01-01", references="CSS L. 612-4 (2019-01-01)", pour=(*INDEPENDANTS, *AVEC_CPSTI))
def organisme_mediation__cpsti(regime):
    """Le médiateur régional du Conseil de la protection sociale des travailleurs indépendants (CPSTI).

    Gratuit, il se saisit après une première démarche auprès du service concerné (assurance maladie, caisse de
    retraite ou Urssaf).
    """
    return Organisme.CPSTI


@pour_les_sujets(
    "action_sociale",
    "mediation",
    depuis="2017-12-31",
    references=("CSS L. 612-4 (2019-01-01)", "CSS L. 751-1 (2015-10-16)"),
    pour=(*INDEPENDANTS, *SANS_CPSTI),
    a_confirmer="Qui répond à ce sujet dans ce territoire n'a pas été établi.",
)
def accompagnement__sans_cpsti(regime):
    """Aucun organisme connu : le conseil des travailleurs indépendants (CPSTI) n'a pas d'instance ici.

    À Mayotte, une aide exceptionnelle du conseil a été versée en 2025 par la caisse de sécurité sociale.
    """
    return Organisme.AUCUN


@pour_les_sujets(
    "action_sociale",
    "mediation",
    depuis="2017-12-31",
    jusqu_au="2018-12-31",
    references="CSS L. 752-1 (2018-01-01)",
    pour=(*INDEPENDANTS, RessortPersonnel.SAINT_BARTHELEMY),
    a_confirmer="Saint-Barthélemy avant 2019 : qui répondait à ce sujet n'a pas été établi.",
)
def accompagnement__saint_barthelemy(caisse_maladie):
    """La caisse de prévoyance sociale (CPS) de Saint-Barthélemy."""
    return caisse_maladie


@de_l_activite(
    depuis="2019-01-01",
    jusqu_au="2019-12-31",
    references="CSS L. 612-4 (2019-01-01)",
    pour=(*INDEPENDANTS, *RESEAU_INDEPENDANTS, Convention.HORS_CONVENTION),
)
def concours_action_sociale__agence(regime):
    """L'agence de la Sécurité sociale des indépendants reçoit et instruit la demande."""
    return Organisme.AGENCE_SSI


@de_l_activite(
    depuis="2020-01-01",
    references=("CSS L. 612-4 (2019-01-01)", "CSS L. 213-1 (2020-01-01)"),
    pour=(*INDEPENDANTS, *RESEAU_INDEPENDANTS),
)
@de_l_activite(
    depuis="2019-01-01",
    jusqu_au="2019-12-31",
    references=("CSS L. 612-4 (2019-01-01)", "CSS L. 213-1 (2019-01-01)"),
    pour=(*INDEPENDANTS, *RESEAU_INDEPENDANTS, Convention.CONVENTIONNE),
)
@de_l_activite(
    depuis="2019-01-01",
    references=("CSS L. 612-4 (2019-01-01)", "CSS L. 752-1 (2018-01-01)"),
    pour=(*INDEPENDANTS, RessortPersonnel.SAINT_BARTHELEMY),
)
def concours_action_sociale__recouvrement(organisme_recouvrement):
    """L'organisme de recouvrement reçoit et paie l'aide aux cotisations, la caisse de retraite les autres."""
    return organisme_recouvrement


@de_l_activite(
    depuis="2017-12-31",
    jusqu_au="2017-12-31",
    references="CSS L. 742-6 (2017-01-01)",
    pour=(*COMMERCE_ET_ARTISANAT, *RECOUVREMENT_INDEPENDANTS),
)
def organisme_assurance_volontaire__rsi(residence_hors_de_france):
    """La caisse du RSI de votre dernière affiliation, ou celle du chef d'entreprise pour un aide familial.

    Une personne qui réside hors de France s'adresse à la Caisse des Français de l'étranger.
    """
    if residence_hors_de_france:
        return Organisme.CFE
    return Organisme.CAISSE_RSI


@de_l_activite(
    depuis="2018-01-01",
    jusqu_au="2019-12-31",
    references=("CSS L. 742-6 (2018-06-14)", "CSS D. 742-21 (2020-01-01)"),
    pour=(*COMMERCE_ET_ARTISANAT, *RECOUVREMENT_INDEPENDANTS),
)
def organisme_assurance_volontaire__agence(residence_hors_de_france):
    """L'agence de la Sécurité sociale des indépendants où vous étiez affilié, ou celle du chef d'entreprise.

    Une personne qui réside hors de France s'adresse à la Caisse des Français de l'étranger.
    """
    if residence_hors_de_france:
        return Organisme.CFE
    return Organisme.AGENCE_SSI


def organisme_assurance_volontaire__retraite(residence_hors_de_france, caisse_retraite):
    if residence_hors_de_france:
        return Organisme.CFE
    return caisse_retraite


@de_l_activite(
    depuis="2020-01-01",
    references=("CSS L. 742-6 (2018-06-14)", "CSS D. 742-17 (2020-05-25)"),
    pour=(*COMMERCE_ET_ARTISANAT, *RECOUVREMENT_INDEPENDANTS),
    a_confirmer=(
        "Depuis 2020, le texte désigne « la caisse à laquelle elles ont été affiliées en dernier lieu » : l'organisme "
        "qui encaisse est retenu, mais ce pourrait être la caisse de retraite."
    ),
    autrement=organisme_assurance_volontaire__retraite,
)
@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 742-6 (2018-06-14)", "CSS D. 742-17 (2020-05-25)"),
    pour=(*COMMERCE_ET_ARTISANAT, *SANS_RECOUVREMENT_INDEPENDANTS),
    a_confirmer="Qui reçoit l'adhésion volontaire dans ce territoire n'a pas été lu.",
)
def organisme_assurance_volontaire__recouvrement(residence_hors_de_france, organisme_recouvrement, caisse_retraite):
    """L'organisme de recouvrement de votre dernière affiliation, ou celui du chef d'entreprise pour un aide familial.

    Une personne qui réside hors de France s'adresse à la Caisse des Français de l'étranger.
    """
    if residence_hors_de_france:
        return Organisme.CFE
    if caisse_retraite == Organisme.AUCUN:
        return Organisme.AUCUN
    return organisme_recouvrement


@de_l_activite(
    depuis="2017-12-31", references=("CSS L. 742-6 (2018-06-14)", "CSS D. 742-17 (2020-05-25)"), pour=Regime.CNAVPL
)
def organisme_assurance_volontaire__section(residence_hors_de_france):
    """La section où vous étiez affilié en dernier lieu.

    Une personne qui réside hors de France s'adresse à la Caisse des Français de l'étranger.
    """
    if residence_hors_de_france:
        return Organisme.CFE
    return Organisme.SECTION_CNAVPL


@de_l_activite(
    depuis="2017-12-31", references=("CSS L. 742-6 (2018-06-14)", "CSS D. 742-17 (2020-05-25)"), pour=Regime.CNBF
)
def organisme_assurance_volontaire__avocat(residence_hors_de_france):
    """La Caisse nationale des barreaux français, où vous étiez affilié en dernier lieu.

    Une personne qui réside hors de France s'adresse à la Caisse des Français de l'étranger.
    """
    if residence_hors_de_france:
        return Organisme.CFE
    return Organisme.CNBF
