"""Les personnes qui ne relèvent pas des indépendants : à qui elles s'adressent."""

from egide.droit.commun.enumerations import Organisme, Regime
from egide.droit.commun.interlocuteurs import RessortActivite, RessortPersonnel
from egide.droit.interlocuteurs.commun import de_l_activite, pour_les_sujets

SANTE = ("dossier_maladie", "remboursement_soins", "indemnites_journalieres")
PENSIONS = ("invalidite_deces", "retraite_base", "retraite_complementaire")
APPELS = ("cotisations", "cotisations_retraite")
DEFENSE = ("action_sociale", "mediation", "recours_amiable")
AUTRES_SUJETS = ("c3s", "assurance_volontaire", "formalites")
HORS_CGSS = tuple(r for r in RessortPersonnel if r is not RessortPersonnel.DROM)
REGIME_COMMUN = tuple(
    r for r in RessortActivite if r not in (RessortActivite.SAINT_PIERRE_ET_MIQUELON, RessortActivite.HORS_CHAMP)
)
SAINT_PIERRE_NON_ETABLI = "Saint-Pierre-et-Miquelon : qui répond à ce sujet n'a pas été établi."
COMME_LES_SALARIES = (Regime.REGIME_GENERAL_SALARIE, Regime.ARTISTES_AUTEURS)


@pour_les_sujets(
    "cmu_c_acs", depuis="2017-12-31", jusqu_au="2019-10-31", references="CSS L. 861-5", pour=COMME_LES_SALARIES
)
@pour_les_sujets("c2s", depuis="2019-11-01", references="CSS L. 861-5 (2019-12-28)", pour=COMME_LES_SALARIES)
@pour_les_sujets(*SANTE, depuis="2017-12-31", references="CSS L. 211-1 (2018-01-01)", pour=COMME_LES_SALARIES)
def salarie__sante(caisse_maladie):
    """La caisse d'assurance maladie de votre résidence : cette activité relève du régime général des salariés."""
    return caisse_maladie


@de_l_activite(depuis="2017-12-31", references="CSS L. 211-1 (2018-01-01)", pour=COMME_LES_SALARIES)
def organisme_invalidite_deces__salarie(caisse_invalidite, caisse_maladie):
    """La caisse d'assurance maladie de votre résidence (Cramif en Île-de-France) : régime général des salariés."""
    if caisse_invalidite == Organisme.AUCUN:
        return caisse_maladie
    return caisse_invalidite


@de_l_activite(depuis="2017-12-31", references="CSS L. 215-1 (2019-01-01)", pour=COMME_LES_SALARIES)
def organisme_retraite_base__salarie(caisse_retraite):
    """La caisse de retraite de votre résidence : cette activité relève du régime général des salariés."""
    return caisse_retraite


@de_l_activite(depuis="2017-12-31", references="CSS L. 921-1", pour=Regime.REGIME_GENERAL_SALARIE)
def organisme_retraite_complementaire__salarie(regime):
    """L'Agirc-Arrco, retraite complémentaire des salariés et des dirigeants assimilés."""
    return Organisme.AGIRC_ARRCO


@pour_les_sujets(
    *APPELS, depuis="2017-12-31", references="CSS L. 213-1 (2018-01-01)", pour=Regime.REGIME_GENERAL_SALARIE
)
def salarie__cotisations(organisme_recouvrement):
    """L'organisme de recouvrement, par la paie : l'employeur ou la société déclare et verse les cotisations."""
    return organisme_recouvrement


@pour_les_sujets(
    "action_sociale", "mediation", depuis="2017-12-31", references="CSS L. 211-1 (2018-01-01)", pour=COMME_LES_SALARIES
)
def salarie__accompagnement(caisse_maladie):
    """La caisse d'assurance maladie de votre résidence : action sociale et médiation du régime général.

    Pour la retraite, c'est la caisse de retraite.
    """
    return caisse_maladie


@de_l_activite(depuis="2017-12-31", references="CSS R. 142-1", pour=COMME_LES_SALARIES)
def organisme_recours_amiable__salarie(regime):
    """La commission de recours amiable de la caisse qui a pris la décision."""
    return Organisme.COMMISSION_RECOURS_AMIABLE


@pour_les_sujets(
    "assurance_volontaire",
    depuis="2017-12-31",
    references="CSS L. 742-6 (2018-06-14)",
    pour=(*COMME_LES_SALARIES, Regime.MSA, Regime.ENIM, Regime.FONCTION_PUBLIQUE),
)
def sans_objet__assurance_volontaire(regime):
    """Aucun organisme : l'assurance volontaire des indépendants suppose une activité indépendante."""
    return Organisme.AUCUN


@de_l_activite(depuis="2017-12-31", references="CSS L. 382-12", pour=Regime.ARTISTES_AUTEURS)
def organisme_retraite_complementaire__artiste(regime):
    """L'Ircec, retraite complémentaire des artistes-auteurs."""
    return Organisme.IRCEC


@pour_les_sujets(
    *APPELS,
    depuis="2017-12-31",
    jusqu_au="2018-12-31",
    references="CSS L. 382-1",
    pour=Regime.ARTISTES_AUTEURS,
)
def artiste__cotisations_2018(regime):
    """Aucun organisme de cette liste : la Maison des artistes ou l'Agessa appelle les cotisations jusqu'en 2018."""
    return Organisme.AUCUN


@pour_les_sujets(
    *APPELS,
    depuis="2019-01-01",
    references="CSS L. 382-1 (2019-01-01)",
    pour=Regime.ARTISTES_AUTEURS,
    a_confirmer="Le recouvrement des artistes-auteurs par l'Urssaf Limousin depuis 2019 est de mémoire.",
)
def artiste__cotisations(regime):
    """L'Urssaf Limousin recouvre pour toute la France les cotisations des artistes-auteurs."""
    return Organisme.URSSAF


@pour_les_sujets(
    "cmu_c_acs", depuis="2017-12-31", jusqu_au="2019-10-31", references="CRPM L. 723-3", pour=(Regime.MSA, *HORS_CGSS)
)
@pour_les_sujets("c2s", depuis="2019-11-01", references="CRPM L. 723-3", pour=(Regime.MSA, *HORS_CGSS))
@pour_les_sujets(
    *SANTE, *PENSIONS, *APPELS, *DEFENSE, depuis="2017-12-31", references="CRPM L. 722-1", pour=(Regime.MSA, *HORS_CGSS)
)
def agricole__msa(regime):
    """La Mutualité sociale agricole (MSA), guichet unique des activités agricoles."""
    return Organisme.MSA


@pour_les_sujets(
    "cmu_c_acs",
    depuis="2017-12-31",
    jusqu_au="2019-10-31",
    references="CSS L. 752-4 (2018-01-01)",
    pour=(Regime.MSA, RessortPersonnel.DROM),
)
@pour_les_sujets(
    "c2s", depuis="2019-11-01", references="CSS L. 752-4 (2019-11-01)", pour=(Regime.MSA, RessortPersonnel.DROM)
)
@pour_les_sujets(
    *SANTE,
    *PENSIONS,
    *APPELS,
    *DEFENSE,
    depuis="2017-12-31",
    references="CSS L. 752-4 (2018-01-01)",
    pour=(Regime.MSA, RessortPersonnel.DROM),
)
def agricole__cgss(regime):
    """La caisse générale de sécurité sociale (CGSS), qui tient outre-mer la place de la Mutualité sociale agricole."""
    return Organisme.CGSS


@pour_les_sujets(
    *PENSIONS,
    *APPELS,
    "assurance_volontaire",
    depuis="2017-12-31",
    references="CSS D. 742-17 (2020-05-25)",
    pour=Regime.CFE,
)
def expatrie__cfe(regime):
    """La Caisse des Français de l'étranger (CFE), pour l'assurance volontaire de qui réside hors de France."""
    return Organisme.CFE


@pour_les_sujets(*SANTE, *DEFENSE, depuis="2017-12-31", references="CSS L. 742-6 (2018-06-14)", pour=Regime.CFE)
@pour_les_sujets("cmu_c_acs", depuis="2017-12-31", jusqu_au="2019-10-31", references="CSS L. 160-1", pour=Regime.CFE)
@pour_les_sujets("c2s", depuis="2019-11-01", references="CSS L. 160-1", pour=Regime.CFE)
def expatrie__aucun(regime):
    """Aucun organisme : ce sujet suppose de résider ou de travailler en France.

    L'assurance volontaire vieillesse depuis l'étranger ne l'ouvre pas.
    """
    return Organisme.AUCUN


@pour_les_sujets("cmu_c_acs", depuis="2017-12-31", jusqu_au="2019-10-31", references="CSS L. 861-5", pour=Regime.ENIM)
@pour_les_sujets("c2s", depuis="2019-11-01", references="CSS L. 861-5 (2019-12-28)", pour=Regime.ENIM)
@pour_les_sujets(*SANTE, *PENSIONS, *APPELS, *DEFENSE, depuis="2017-12-31", references="CSS L. 711-1", pour=Regime.ENIM)
def marin__enim(regime):
    """L'Établissement national des invalides de la marine (Enim), régime des marins."""
    return Organisme.ENIM


@pour_les_sujets(
    "cmu_c_acs",
    depuis="2017-12-31",
    jusqu_au="2019-10-31",
    references="CSS L. 160-1",
    pour=(Regime.AUCUN, *REGIME_COMMUN),
)
@pour_les_sujets("c2s", depuis="2019-11-01", references="CSS L. 160-1", pour=(Regime.AUCUN, *REGIME_COMMUN))
@pour_les_sujets(
    *SANTE,
    *PENSIONS,
    *APPELS,
    *DEFENSE,
    *AUTRES_SUJETS,
    depuis="2017-12-31",
    references="CSS L. 160-1",
    pour=(Regime.AUCUN, *REGIME_COMMUN),
)
def sans_affiliation(regime):
    """Aucun organisme au titre de cette activité, qui n'ouvre pas d'affiliation à cette date.

    Les interlocuteurs sont ceux de l'autre situation de la personne : emploi, études, retraite, résidence. Créer
    une activité passe par le centre de formalités des entreprises, et depuis 2023 par le guichet unique.
    """
    return Organisme.AUCUN


@pour_les_sujets(
    *SANTE,
    "invalidite_deces",
    "retraite_base",
    *APPELS,
    depuis="2017-12-31",
    references=("Ord. 77-1102", "L. 87-563 art. 2"),
    pour=(Regime.AUCUN, RessortActivite.SAINT_PIERRE_ET_MIQUELON),
)
def saint_pierre__cps(regime):
    """La caisse de prévoyance sociale (CPS) de Saint-Pierre-et-Miquelon, qui a son propre régime, pour tous."""
    return Organisme.CPS


@pour_les_sujets(
    "cmu_c_acs",
    depuis="2017-12-31",
    jusqu_au="2019-10-31",
    references="Ord. 77-1102",
    pour=(Regime.AUCUN, RessortActivite.SAINT_PIERRE_ET_MIQUELON),
    a_confirmer=SAINT_PIERRE_NON_ETABLI,
)
@pour_les_sujets(
    "c2s",
    depuis="2019-11-01",
    references="Ord. 77-1102",
    pour=(Regime.AUCUN, RessortActivite.SAINT_PIERRE_ET_MIQUELON),
    a_confirmer=SAINT_PIERRE_NON_ETABLI,
)
@pour_les_sujets(
    "retraite_complementaire",
    *DEFENSE,
    *AUTRES_SUJETS,
    depuis="2017-12-31",
    references="Ord. 77-1102",
    pour=(Regime.AUCUN, RessortActivite.SAINT_PIERRE_ET_MIQUELON),
    a_confirmer=SAINT_PIERRE_NON_ETABLI,
)
def saint_pierre__aucun(regime):
    """Aucun organisme connu : Saint-Pierre-et-Miquelon a son propre régime, et ce sujet n'y a pas été établi.

    S'adresser à la caisse de prévoyance sociale (CPS) du territoire.
    """
    return Organisme.AUCUN


@pour_les_sujets(
    "cmu_c_acs",
    depuis="2017-12-31",
    jusqu_au="2019-10-31",
    references="CSS L. 111-2",
    pour=(Regime.AUCUN, RessortActivite.HORS_CHAMP),
)
@pour_les_sujets("c2s", depuis="2019-11-01", references="CSS L. 111-2", pour=(Regime.AUCUN, RessortActivite.HORS_CHAMP))
@pour_les_sujets(
    *SANTE,
    *PENSIONS,
    *APPELS,
    *DEFENSE,
    *AUTRES_SUJETS,
    depuis="2017-12-31",
    references="CSS L. 111-2",
    pour=(Regime.AUCUN, RessortActivite.HORS_CHAMP),
)
def autre_territoire(regime):
    """Aucun organisme du code de la sécurité sociale : ce territoire du Pacifique a son propre régime.

    S'adresser à la caisse de ce territoire.
    """
    return Organisme.AUCUN


@pour_les_sujets(
    "cmu_c_acs", depuis="2017-12-31", jusqu_au="2019-10-31", references="CSS L. 861-5", pour=Regime.FONCTION_PUBLIQUE
)
@pour_les_sujets("c2s", depuis="2019-11-01", references="CSS L. 861-5 (2019-12-28)", pour=Regime.FONCTION_PUBLIQUE)
@pour_les_sujets(
    "dossier_maladie",
    "remboursement_soins",
    depuis="2017-12-31",
    references=("CSS D. 160-14 (2020-05-25)", "CSS L. 160-17"),
    pour=Regime.FONCTION_PUBLIQUE,
)
def agent_public__sante(caisse_maladie):
    """La caisse d'assurance maladie de votre résidence, ou la mutuelle des agents publics qui agit pour elle."""
    return caisse_maladie


@pour_les_sujets(
    "indemnites_journalieres",
    *PENSIONS,
    *APPELS,
    *DEFENSE,
    depuis="2017-12-31",
    references="CSS L. 711-1",
    pour=Regime.FONCTION_PUBLIQUE,
)
def agent_public__employeur(regime):
    """Aucun organisme de cette liste : l'administration qui emploie, et son régime de retraite (État ou CNRACL)."""
    return Organisme.AUCUN
