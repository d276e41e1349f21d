"""À qui s'adresser : chaque règle, vraie, fait dire sa docstring ; la question des interlocuteurs donne le détail."""

from egide.droit.affiliation.commun import ASSIMILES, INDEPENDANTS, VOLONTAIRES, de_l_activite
from egide.droit.commun.categories import Fondement
from egide.droit.commun.enumerations import Collectivite, Regime

HORS_SALARIAT = (
    Fondement.ELU_LOCAL,
    Fondement.ETUDIANT_JUNIOR_ENTREPRISE,
    Fondement.COLLABORATEUR_OCCASIONNEL,
    Fondement.EXPERT_AUTORISE,
    Fondement.OPTION_REGIME_GENERAL,
    Fondement.OPTION_OCCASIONNELLE,
)
SANS_ACTIVITE = (
    Fondement.RADIE_MAINTENU,
    Fondement.RADIE,
    Fondement.TERMINEE,
    Fondement.DIRIGEANT_NON_REMUNERE,
    Fondement.ASSOCIE_NON_AFFILIE,
    Fondement.VOLONTAIRE_REFUSE,
    Fondement.CONCUBIN_SANS_STATUT,
)
DE_MEMOIRE = "La caisse de ce territoire est nommée de mémoire."


@de_l_activite(
    depuis="2017-12-31",
    jusqu_au="2017-12-31",
    unite="oui/non",
    references="CSS L. 611-1 (2017-01-01)",
    pour=INDEPENDANTS,
)
def contact_independant__rsi(annee):
    """La caisse du RSI ; la section de retraite ou la CNBF pour la retraite d'une profession libérale réglementée."""
    return True


@de_l_activite(
    depuis="2018-01-01",
    jusqu_au="2019-12-31",
    unite="oui/non",
    references=("L. 2017-1836 art. 15", "CSS R. 611-3 (2018-01-01)"),
    pour=INDEPENDANTS,
)
def contact_independant__2018(annee):
    """L'agence de sécurité sociale des indépendants et l'Urssaf ; la CPAM pour la santé d'un début depuis 2019."""
    return True


@de_l_activite(
    depuis="2020-01-01",
    unite="oui/non",
    references=("CSS L. 211-1 (2018-01-01)", "CSS L. 752-4 (2021-12-25)", "CSS R. 613-6 (2019-07-08)"),
    pour=INDEPENDANTS,
)
def contact_independant__2020(annee):
    """La caisse d'assurance maladie de la résidence pour la santé, l'Urssaf de l'activité pour les cotisations.

    Outre-mer, la caisse générale de sécurité sociale (CGSS) pour les deux.
    """
    return True


@de_l_activite(
    depuis="2020-01-01",
    unite="oui/non",
    references=("CSS L. 215-1 (2019-01-01)", "CSS L. 752-4 (2021-12-25)"),
    pour=INDEPENDANTS,
)
def contact_retraite(regime):
    """La Carsat de la résidence pour la retraite (la Cnav en Île-de-France, la CGSS outre-mer)."""
    return regime == Regime.SSI


@de_l_activite(depuis="2018-01-01", unite="oui/non", references="CSS L. 641-5", pour=INDEPENDANTS)
def contact_section(regime):
    """La section de retraite de la profession libérale pour la retraite et l'invalidité-décès."""
    return regime == Regime.CNAVPL


@de_l_activite(depuis="2018-01-01", unite="oui/non", references="CSS L. 651-1 (2018-06-14)", pour=INDEPENDANTS)
def contact_barreaux(regime):
    """La Caisse nationale des barreaux français (CNBF) pour la retraite et l'invalidité-décès."""
    return regime == Regime.CNBF


@de_l_activite(
    depuis="2017-12-31",
    unite="oui/non",
    references=("CSS L. 211-1 (2018-01-01)", "CSS L. 213-1 (2018-01-01)"),
    pour=tuple(f for f in ASSIMILES if f not in (*HORS_SALARIAT, Fondement.CONJOINT_COLLABORATEUR_REPUTE_SALARIE)),
)
def contact_salarie(annee):
    """L'employeur ou la société pour la paie, la CPAM pour la santé, la Carsat pour la retraite."""
    return True


@de_l_activite(
    depuis="2022-01-01",
    unite="oui/non",
    references="CSS L. 661-2 (2022-01-01)",
    pour=Fondement.CONJOINT_COLLABORATEUR_REPUTE_SALARIE,
)
def contact_conjoint(annee):
    """L'Urssaf, par le chef d'entreprise, pour la déclaration d'embauche ou le changement de statut."""
    return True


@de_l_activite(
    depuis="2017-12-31",
    unite="oui/non",
    references="CSS L. 311-3 (2018-06-14)",
    pour=(Fondement.OPTION_REGIME_GENERAL, Fondement.OPTION_OCCASIONNELLE),
)
def contact_option(annee):
    """L'Urssaf pour la déclaration des recettes, la CPAM pour la santé, la Carsat pour la retraite."""
    return True


@de_l_activite(depuis="2017-12-31", unite="oui/non", references="CSS D. 382-34 (2013-01-01)", pour=Fondement.ELU_LOCAL)
def contact_elu(annee):
    """La collectivité territoriale, qui déclare les indemnités ; la CPAM pour la santé, la Carsat pour la retraite."""
    return True


@de_l_activite(
    depuis="2017-12-31",
    unite="oui/non",
    references="CSS L. 311-2 (1985-12-21)",
    pour=Fondement.ETUDIANT_JUNIOR_ENTREPRISE,
)
def contact_etudiant(annee):
    """La junior-entreprise, qui déclare à l'Urssaf ; la CPAM pour la santé."""
    return True


@de_l_activite(
    depuis="2017-12-31",
    unite="oui/non",
    references=("CSS D. 311-3 (2020-11-20)", "CSS L. 311-3 (2020-12-16)"),
    pour=(Fondement.COLLABORATEUR_OCCASIONNEL, Fondement.EXPERT_AUTORISE),
)
def contact_collaborateur(annee):
    """L'organisme pour lequel la mission est faite : il verse les cotisations à l'Urssaf, et reçoit la demande."""
    return True


@de_l_activite(depuis="2017-12-31", unite="oui/non", references="CSS L. 711-1", pour=Fondement.FONCTIONNAIRE)
def contact_fonctionnaire(annee):
    """L'administration qui emploie ; pour la retraite, le service des retraites de l'État ou la CNRACL."""
    return True


@de_l_activite(
    depuis="2017-12-31",
    unite="oui/non",
    references="CRPM L. 722-1",
    pour=(Fondement.AGRICOLE, Fondement.SALARIE_AGRICOLE),
)
def contact_agricole(annee):
    """La Mutualité sociale agricole (MSA) du siège de l'exploitation ou de l'employeur ; outre-mer, la CGSS."""
    return True


@de_l_activite(
    depuis="2017-12-31",
    jusqu_au="2018-12-31",
    unite="oui/non",
    references="CSS L. 382-1",
    pour=Fondement.ARTISTE_AUTEUR,
)
def contact_artiste__avant(annee):
    """La Maison des artistes ou l'Agessa pour les cotisations, la CPAM pour la santé, la Carsat pour la retraite."""
    return True


@de_l_activite(
    depuis="2019-01-01", unite="oui/non", references="CSS L. 382-1 (2019-01-01)", pour=Fondement.ARTISTE_AUTEUR
)
def contact_artiste__2019(annee):
    """L'Urssaf Limousin pour les cotisations, la CPAM pour la santé, la Carsat et l'Ircec pour la retraite."""
    return True


@de_l_activite(depuis="2017-12-31", unite="oui/non", references="CSS L. 711-1", pour=Fondement.MARIN)
def contact_marin(annee):
    """L'Établissement national des invalides de la marine (Enim)."""
    return True


@de_l_activite(
    depuis="2017-12-31",
    unite="oui/non",
    references=("CSS D. 742-17 (2020-05-25)", "CSS D. 742-15 (2020-05-25)"),
    pour=VOLONTAIRES,
)
def contact_volontaire(annee):
    """La caisse de la dernière affiliation, ou celle du chef d'entreprise ; de l'étranger, la CFE."""
    return True


@de_l_activite(depuis="2017-12-31", unite="oui/non", references="CSS D. 160-14 (2020-05-25)", pour=SANS_ACTIVITE)
def contact_sans_activite(annee):
    """La caisse d'assurance maladie pour les soins, qui restent pris en charge par la résidence en France."""
    return True


@de_l_activite(
    depuis="2017-12-31", unite="oui/non", references="CSS L. 611-1 (2018-06-14)", pour=Fondement.LOCATION_SOUS_SEUIL
)
def contact_sous_seuil(annee):
    """Le service des impôts, qui recouvre les prélèvements sociaux d'un revenu du patrimoine."""
    return True


@de_l_activite(
    depuis="2017-12-31",
    jusqu_au="2022-12-31",
    unite="oui/non",
    references="c. com. R. 123-1",
    pour=Fondement.PAS_COMMENCEE,
)
def contact_avant__2022(annee):
    """Le centre de formalités des entreprises, pour déclarer le début."""
    return True


@de_l_activite(depuis="2023-01-01", unite="oui/non", references="c. com. L. 123-33", pour=Fondement.PAS_COMMENCEE)
def contact_avant__2023(annee):
    """Le guichet unique des formalités des entreprises, pour déclarer le début."""
    return True


@de_l_activite(
    depuis="2017-12-31", unite="oui/non", references="CSS L. 111-2-2 (2016-01-01)", pour=Fondement.AUTRE_LEGISLATION
)
def contact_autre_legislation(annee):
    """L'institution de l'autre État ; en France, l'Urssaf pour les certificats et le Cleiss pour le renseignement."""
    return True


@de_l_activite(depuis="2017-12-31", unite="oui/non", references="Ord. 77-1102", pour=Fondement.COLLECTIVITE)
def contact_saint_pierre(annee):
    """La Caisse de prévoyance sociale (CPS) de Saint-Pierre-et-Miquelon, pour la santé et la retraite de base."""
    return True


@de_l_activite(
    depuis="2017-12-31",
    unite="oui/non",
    references="CSS L. 111-2",
    pour=Fondement.AUTRE_TERRITOIRE,
    a_confirmer=DE_MEMOIRE,
)
def contact_nouvelle_caledonie(collectivite):
    """La Cafat, caisse de Nouvelle-Calédonie, où les indépendants relèvent du régime unifié maladie (RUAMM)."""
    return collectivite == Collectivite.NOUVELLE_CALEDONIE


@de_l_activite(
    depuis="2017-12-31",
    unite="oui/non",
    references="CSS L. 111-2",
    pour=Fondement.AUTRE_TERRITOIRE,
    a_confirmer=DE_MEMOIRE,
)
def contact_polynesie(collectivite):
    """La Caisse de prévoyance sociale (CPS) de la Polynésie française, régime des non-salariés."""
    return collectivite == Collectivite.POLYNESIE_FRANCAISE


@de_l_activite(
    depuis="2017-12-31",
    unite="oui/non",
    references="CSS L. 111-2",
    pour=Fondement.AUTRE_TERRITOIRE,
    a_confirmer=DE_MEMOIRE,
)
def contact_wallis(collectivite):
    """La Caisse des prestations sociales de Wallis-et-Futuna ; les soins sont assurés par l'agence de santé."""
    return collectivite == Collectivite.WALLIS_ET_FUTUNA


@de_l_activite(depuis="2017-12-31", unite="oui/non", references="CSS L. 111-2", pour=Fondement.AUTRE_TERRITOIRE)
def contact_terres_australes(collectivite):
    """L'administration des Terres australes et antarctiques françaises."""
    return collectivite == Collectivite.TERRES_AUSTRALES
