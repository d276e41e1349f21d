"""Recours amiable : la commission à saisir avant le tribunal."""

from egide.droit.commun.enumerations import Organisme
from egide.droit.commun.interlocuteurs import Declaration
from egide.droit.interlocuteurs.commun import (
    COMMERCE_ET_ARTISANAT,
    LIBERAUX,
    RECOUVREMENT_INDEPENDANTS,
    SANS_RECOUVREMENT_INDEPENDANTS,
    de_l_activite,
)

DES_INDEPENDANTS = (*COMMERCE_ET_ARTISANAT, Declaration.REELLE, *RECOUVREMENT_INDEPENDANTS)
"""Ceux dont le RSI, puis les agences, décidaient des cotisations ; pour les autres, c'est l'organisme qui recouvre."""


@de_l_activite(depuis="2017-12-31", jusqu_au="2018-12-31", references="CSS R. 142-1", pour=DES_INDEPENDANTS)
def organisme_recours_amiable__rsi(regime):
    """La commission de recours amiable de votre caisse : du RSI, puis de l'agence qui lui succède.

    Le recours est obligatoire avant de saisir le tribunal.
    """
    return Organisme.COMMISSION_RECOURS_AMIABLE


@de_l_activite(
    depuis="2017-12-31",
    jusqu_au="2018-12-31",
    references="CSS R. 142-1",
    pour=(*COMMERCE_ET_ARTISANAT, Declaration.REELLE, *SANS_RECOUVREMENT_INDEPENDANTS),
)
@de_l_activite(
    depuis="2017-12-31",
    jusqu_au="2018-12-31",
    references="CSS R. 142-1",
    pour=(*COMMERCE_ET_ARTISANAT, Declaration.MICRO),
)
def organisme_recours_amiable__recouvrement(organisme_recouvrement):
    """La commission de recours amiable de l'organisme qui recouvre, pour les cotisations.

    Le recours est obligatoire avant de saisir le tribunal.
    """
    if organisme_recouvrement == Organisme.AUCUN:
        return Organisme.AUCUN
    return Organisme.COMMISSION_RECOURS_AMIABLE


@de_l_activite(
    depuis="2019-01-01", references=("CSS L. 142-1", "CSS R. 612-8 (2019-01-01)"), pour=COMMERCE_ET_ARTISANAT
)
def organisme_recours_amiable__cpsti(organisme_recouvrement):
    """La commission de recours amiable de l'organisme qui recouvre, pour les cotisations.

    Pour la retraite complémentaire et l'invalidité-décès, c'est la commission de l'instance régionale du Conseil de la
    protection sociale des travailleurs indépendants ; on peut aussi demander qu'elle se prononce d'abord sur les
    cotisations : son avis s'impose, sauf opposition des trois quarts.
    """
    if organisme_recouvrement == Organisme.AUCUN:
        return Organisme.AUCUN
    return Organisme.COMMISSION_RECOURS_AMIABLE


@de_l_activite(depuis="2017-12-31", references=("CSS L. 142-1", "CSS R. 612-8 (2020-01-01)"), pour=LIBERAUX)
def organisme_recours_amiable__liberal(organisme_recouvrement):
    """La commission de recours amiable de l'organisme qui recouvre, pour les cotisations.

    Pour la retraite et l'invalidité-décès, c'est celle de votre section, ou de la Caisse nationale des barreaux
    français : la commission des indépendants n'en connaît pas.
    """
    if organisme_recouvrement == Organisme.AUCUN:
        return Organisme.AUCUN
    return Organisme.COMMISSION_RECOURS_AMIABLE


@de_l_activite(depuis="2017-12-31", jusqu_au="2017-12-31", references="CSS R. 142-1", pour=DES_INDEPENDANTS)
def concours_recours_amiable__rsi(regime):
    """La commission est celle de la caisse du RSI."""
    return Organisme.CAISSE_RSI


@de_l_activite(
    depuis="2018-01-01",
    jusqu_au="2018-12-31",
    references=("CSS R. 142-1", "L. 2017-1836 art. 15"),
    pour=DES_INDEPENDANTS,
)
def concours_recours_amiable__agence(regime):
    """La commission est celle de l'agence de la Sécurité sociale des indépendants."""
    return Organisme.AGENCE_SSI


@de_l_activite(
    depuis="2017-12-31",
    jusqu_au="2018-12-31",
    references="CSS R. 142-1",
    pour=(*COMMERCE_ET_ARTISANAT, Declaration.REELLE, *SANS_RECOUVREMENT_INDEPENDANTS),
)
@de_l_activite(
    depuis="2017-12-31",
    jusqu_au="2018-12-31",
    references="CSS R. 142-1",
    pour=(*COMMERCE_ET_ARTISANAT, Declaration.MICRO),
)
@de_l_activite(depuis="2019-01-01", references="CSS L. 142-1", pour=COMMERCE_ET_ARTISANAT)
@de_l_activite(depuis="2017-12-31", references="CSS L. 142-1", pour=LIBERAUX)
def concours_recours_amiable__recouvrement(organisme_recouvrement):
    """La commission est celle de l'organisme qui recouvre les cotisations."""
    return organisme_recouvrement
