"""Cotisations, cotisations de retraite, contribution sociale de solidarité des sociétés (C3S)."""

from egide.droit.commun.enumerations import Organisme, Regime, Statut
from egide.droit.commun.interlocuteurs import Declaration, EffetSection, SectionLiberale
from egide.droit.interlocuteurs.commun import (
    COMMERCE_ET_ARTISANAT,
    LIBERAUX,
    RECOUVREMENT_INDEPENDANTS,
    SANS_RECOUVREMENT_INDEPENDANTS,
    de_l_activite,
)

AFFILIES = tuple(r for r in Regime if r is not Regime.AUCUN)


@de_l_activite(
    depuis="2017-12-31",
    jusqu_au="2017-12-31",
    references="Ord. 2005-1528",
    pour=(*COMMERCE_ET_ARTISANAT, Declaration.REELLE, *RECOUVREMENT_INDEPENDANTS),
)
def organisme_cotisations__rsi(declaration):
    """Le RSI est l'interlocuteur pour les cotisations ; l'Urssaf encaisse et recouvre avec lui."""
    return Organisme.CAISSE_RSI


@de_l_activite(
    depuis="2018-01-01",
    jusqu_au="2019-12-31",
    references=("L. 2017-1836 art. 15", "D. 2018-174 art. 17"),
    pour=(*COMMERCE_ET_ARTISANAT, Declaration.REELLE, *RECOUVREMENT_INDEPENDANTS),
)
def organisme_cotisations__agence(declaration):
    """La Sécurité sociale des indépendants assure le recouvrement des cotisations et contributions personnelles.

    Appels et courriers portent sa marque ; c'est le réseau des Urssaf qui encaisse, selon le lieu de l'activité.
    """
    return Organisme.AGENCE_SSI


@de_l_activite(
    depuis="2020-01-01",
    references=("L. 2017-1836 art. 15", "CSS L. 213-1 (2020-01-01)", "CSS R. 613-6 (2019-07-08)"),
    pour=(*COMMERCE_ET_ARTISANAT, Declaration.REELLE, *RECOUVREMENT_INDEPENDANTS),
)
@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 752-1 (2018-01-01)", "CSS R. 613-6 (2019-07-08)"),
    pour=(*COMMERCE_ET_ARTISANAT, Declaration.REELLE, *SANS_RECOUVREMENT_INDEPENDANTS),
)
def organisme_cotisations__recouvrement(organisme_recouvrement):
    """L'organisme de recouvrement du lieu de votre activité appelle et encaisse vos cotisations."""
    return organisme_recouvrement


@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 613-7 (2018-06-14)", "CSS R. 613-6 (2019-07-08)"),
    pour=(*COMMERCE_ET_ARTISANAT, Declaration.MICRO),
)
def organisme_cotisations__micro(organisme_recouvrement):
    """L'organisme de recouvrement du lieu de l'activité reçoit vos déclarations de chiffre d'affaires et encaisse.

    Tout se fait en ligne, sur autoentrepreneur.urssaf.fr.
    """
    return organisme_recouvrement


@de_l_activite(
    depuis="2017-12-31",
    jusqu_au="2017-12-31",
    references="CSS L. 213-1 (2017-01-01)",
    pour=LIBERAUX,
    a_confirmer="Le jour où l'Urssaf a repris des organismes conventionnés la cotisation maladie n'est pas certain.",
)
def organisme_cotisations__liberal_2017(organisme_recouvrement):
    """L'Urssaf pour la famille, la CSG-CRDS et la formation ; l'organisme conventionné pour la maladie."""
    return organisme_recouvrement


@de_l_activite(
    depuis="2018-01-01", references=("CSS L. 213-1 (2018-01-01)", "CSS R. 613-6 (2019-07-08)"), pour=LIBERAUX
)
def organisme_cotisations__liberal(organisme_recouvrement):
    """L'organisme de recouvrement du lieu de l'activité : maladie, allocations familiales, CSG-CRDS et formation.

    Les cotisations de retraite et d'invalidité-décès sont un autre sujet (cotisations_retraite).
    """
    return organisme_recouvrement


@de_l_activite(
    depuis="2017-12-31",
    jusqu_au="2019-12-31",
    references=("L. 2017-1836 art. 15", "CSS R. 613-6 (2019-07-08)"),
    pour=(*COMMERCE_ET_ARTISANAT, Declaration.REELLE, *RECOUVREMENT_INDEPENDANTS),
)
def concours_cotisations(organisme_recouvrement):
    """L'organisme de recouvrement du lieu de l'activité encaisse, pour le RSI puis les agences.

    C'est le lieu de l'activité qui compte, et non la résidence.
    """
    return organisme_recouvrement


@de_l_activite(depuis="2017-12-31", references="CSS L. 633-1 (2018-06-14)", pour=COMMERCE_ET_ARTISANAT)
def organisme_cotisations_retraite__avec_les_autres(organisme_cotisations):
    """Les cotisations de retraite sont appelées avec les autres : voir le sujet cotisations."""
    return organisme_cotisations


@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 642-5 (2018-06-14)", "CSS L. 641-1"),
    pour=(Regime.CNAVPL, EffetSection.ATTEINT, Declaration.REELLE, SectionLiberale.AUTRE),
)
@de_l_activite(
    depuis="2017-12-31",
    jusqu_au="2022-12-31",
    references=("CSS L. 642-5 (2018-06-14)", "CSS R. 641-1 (2019-12-16)"),
    pour=(Regime.CNAVPL, EffetSection.ATTEINT, Declaration.REELLE, SectionLiberale.CIPAV),
)
@de_l_activite(
    depuis="2017-12-31",
    references="CSS L. 642-5 (2018-06-14)",
    pour=(Regime.CNAVPL, EffetSection.ATTEINT, Declaration.MICRO, SectionLiberale.AUTRE),
)
def organisme_cotisations_retraite__section(regime):
    """Votre section appelle et encaisse les cotisations de retraite, d'invalidité et de décès."""
    return Organisme.SECTION_CNAVPL


@de_l_activite(
    depuis="2023-01-01",
    references=("CSS L. 640-2 (2023-01-01)", "CSS L. 213-1 (2023-01-01)"),
    pour=(Regime.CNAVPL, EffetSection.ATTEINT, Declaration.REELLE, SectionLiberale.CIPAV),
)
def organisme_cotisations_retraite__cipav(organisme_recouvrement):
    """L'organisme de recouvrement du lieu de l'activité encaisse depuis 2023 les cotisations dues à la Cipav.

    La Cipav garde les droits, les points, les pensions et l'invalidité-décès.
    """
    return organisme_recouvrement


@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 613-7 (2018-06-14)", "CSS L. 642-5 (2018-06-14)"),
    pour=(Regime.CNAVPL, EffetSection.ATTEINT, Declaration.MICRO, SectionLiberale.CIPAV),
)
def organisme_cotisations_retraite__micro_cipav(organisme_recouvrement):
    """L'organisme de recouvrement du lieu de l'activité, avec les autres cotisations du micro-entrepreneur."""
    return organisme_recouvrement


@de_l_activite(depuis="2017-12-31", references="CSS L. 652-6", pour=Regime.CNBF)
def organisme_cotisations_retraite__avocat(regime):
    """La Caisse nationale des barreaux français (CNBF) encaisse les cotisations de retraite des avocats."""
    return Organisme.CNBF


@de_l_activite(depuis="2017-12-31", jusqu_au="2017-12-31", references="Ord. 2005-1528", pour=AFFILIES)
def organisme_c3s__rsi(regime):
    """La caisse nationale du RSI recouvre la C3S, que doivent les sociétés seulement.

    Une entreprise individuelle n'en doit jamais.
    """
    return Organisme.CAISSE_RSI


@de_l_activite(
    depuis="2018-01-01",
    jusqu_au="2018-12-31",
    references=("L. 2017-1836 art. 15", "CSS L. 137-32 (2018-06-14)"),
    pour=AFFILIES,
)
def organisme_c3s__2018(regime):
    """La caisse nationale de la Sécurité sociale des indépendants recouvre la C3S, due par les sociétés seulement.

    Une entreprise individuelle n'en doit jamais.
    """
    return Organisme.CAISSE_NATIONALE_DELEGUEE


@de_l_activite(depuis="2019-01-01", references="CSS L. 137-32 (2018-06-14)", pour=AFFILIES)
def organisme_c3s__2019(regime):
    """Une Urssaf désignée pour toute la France recouvre la C3S, que doivent les sociétés seulement.

    Une entreprise individuelle n'en doit jamais.
    """
    return Organisme.URSSAF


@de_l_activite(depuis="2017-12-31", unite="oui/non", references="CSS L. 137-30 (2018-06-14)")
def concerne_par_la_c3s(statut):
    """La C3S peut concerner l'activité : elle n'est due que par des sociétés.

    Jamais par une entreprise individuelle, micro-entreprise ou non.
    """
    if statut == Statut.MICRO_ENTREPRENEUR:
        return False
    return statut != Statut.ENTREPRISE_INDIVIDUELLE
