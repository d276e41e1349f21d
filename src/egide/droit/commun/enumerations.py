"""The categories of the law. A person writes their slug (the name in lower case), a rule compares members.

The numbers are what a compiled kernel sees: they may be appended to, never reused. Zero is kept for "none",
the value of a category that is usually absent.
"""

from __future__ import annotations

from enum import IntEnum


def slug(membre: IntEnum) -> str:
    """Return the word under which people write a member: ``Nature.ARTISANALE`` is "artisanale"."""
    return membre.name.lower()


class Nature(IntEnum):
    """Nature of an activity."""

    ARTISANALE = 1
    COMMERCIALE = 2
    LIBERALE = 3
    AGRICOLE = 4
    SALARIEE = 5
    ARTISTIQUE = 6
    LOCATION_MEUBLEE = 7
    LOCATION_BIENS = 8
    CHAMBRES_HOTES = 9
    VENTE_DOMICILE = 10


class Statut(IntEnum):
    """As what the person carries on an activity."""

    MICRO_ENTREPRENEUR = 1
    ENTREPRISE_INDIVIDUELLE = 2
    GERANT = 3
    GERANT_MAJORITAIRE = 4
    GERANT_MINORITAIRE = 5
    GERANT_ASSOCIE_UNIQUE = 6
    ASSOCIE = 7
    ASSOCIE_SNC = 8
    PRESIDENT_SAS = 9
    CONJOINT_COLLABORATEUR = 10
    CONJOINT_ASSOCIE = 11
    AIDE_FAMILIAL = 12
    ASSURE_VOLONTAIRE = 13
    SALARIE = 14
    FONCTIONNAIRE = 15
    ELU_LOCAL = 16
    ETUDIANT_JUNIOR_ENTREPRISE = 17
    COLLABORATEUR_OCCASIONNEL = 18
    EXPERT_AUTORISE = 19


class Forme(IntEnum):
    """Legal form of a business."""

    EI = 1
    EIRL = 2
    EURL = 3
    SARL = 4
    SELARL = 5
    SNC = 6
    SAS = 7
    SASU = 8
    SA = 9
    SCOP = 10
    SOCIETE_CIVILE = 11
    SCP = 12
    SELAS = 13
    SELAFA = 14
    SELCA = 15
    SCS = 16
    SCA = 17
    SOCIETE_DE_FAIT = 18
    SOCIETE_EN_PARTICIPATION = 19


class Inscription(IntEnum):
    """Register in which an activity is entered (RM: the sector of crafts of the RNE since 2023)."""

    AUCUNE = 0
    RM = 1
    RCS = 2
    RSAC = 3


class Imposition(IntEnum):
    """Tax on the profits of an activity."""

    IR = 1
    IS = 2


class Conventionnement(IntEnum):
    """Position of a health professional towards the convention with the health insurance."""

    SECTEUR_1 = 1
    SECTEUR_2 = 2
    NON_CONVENTIONNE = 3


class ProfessionSante(IntEnum):
    """Health profession of an activity, as conventions and their funds tell them apart."""

    AUCUNE = 0
    MEDECIN = 1
    CHIRURGIEN_DENTISTE = 2
    SAGE_FEMME = 3
    AUXILIAIRE_MEDICAL = 4
    PHARMACIEN = 5
    DIRECTEUR_DE_LABORATOIRE = 6


class ClasseCarmf(IntEnum):
    """Invalidity and death class of a doctor."""

    A = 1
    B = 2
    C = 3


class ClasseCnbf(IntEnum):
    """Class of complementary pension of a lawyer; C3 became C2+ in 2025."""

    C1 = 1
    C2 = 2
    C3 = 3


class SecteurCovid(IntEnum):
    """List of the decree of 2020 to which an activity belongs."""

    AUCUN = 0
    S1 = 1
    S1_BIS = 2
    S2 = 3


class OptionConjoint(IntEnum):
    """Base chosen for the contributions of a collaborating spouse: thirds at the SSI, quarters in the other funds."""

    AUCUNE = 0
    FORFAIT = 1
    REVENU_SANS_PARTAGE_TIERS = 2
    REVENU_SANS_PARTAGE_MOITIE = 3
    REVENU_AVEC_PARTAGE_TIERS = 4
    REVENU_AVEC_PARTAGE_MOITIE = 5
    REVENU_SANS_PARTAGE_QUART = 6
    REVENU_AVEC_PARTAGE_QUART = 7


class Periodicite(IntEnum):
    """How often contributions are called or a turnover declared."""

    MENSUELLE = 1
    TRIMESTRIELLE = 2


class TypeActiviteMicro(IntEnum):
    """Kind of turnover of a micro-entrepreneur: each has its rate."""

    VENTES = 1
    PRESTATIONS_BIC = 2
    PRESTATIONS_BNC = 3
    CIPAV = 4
    MEUBLE_TOURISME_CLASSE = 5
    MEUBLE_TOURISME = 6


class ReseauConsulaire(IntEnum):
    """Chambers of crafts: those of Alsace and of the Moselle have their own rates."""

    DROIT_COMMUN = 1
    ALSACE = 2
    MOSELLE = 3


class CategorieLiberale(IntEnum):
    """Old-age section of a liberal profession; NON_REGLEMENTEE: those that left the CIPAV's list in 2018."""

    SANS_OBJET = 0
    NON_REGLEMENTEE = 1
    CIPAV = 2
    CARMF = 3
    CARCDSF = 4
    CARPIMKO = 5
    CAVP = 6
    CARPV = 7
    CAVEC = 8
    CAVAMAC = 9
    CAVOM = 10
    CPRN = 11
    CNBF = 12


class Territoire(IntEnum):
    """Part of France, as contributions tell them apart (Saint-Barthélemy and Saint-Martin count as DROM)."""

    METROPOLE = 1
    DROM = 2
    MAYOTTE = 3
    COLLECTIVITE = 4
    AUTRE = 5


class RegimeCarriere(IntEnum):
    """Scheme that credited a row of a statement of career."""

    REGIME_GENERAL = 1
    SSI = 2
    MSA = 3
    MSA_SALARIES = 4
    MSA_EXPLOITANTS = 5
    CNAVPL = 6
    CNBF = 7
    FONCTION_PUBLIQUE = 8
    REGIME_SPECIAL = 9
    ETRANGER_UE = 10
    ETRANGER_CONVENTION = 11
    ETRANGER_AUTRE = 12


class TypeEvenement(IntEnum):
    """What opens a right to a benefit."""

    ARRET_MALADIE = 1
    MATERNITE = 2
    PATERNITE = 3
    ADOPTION = 4
    INVALIDITE = 5
    DECES = 6


class MotifArret(IntEnum):
    """Why a stop was prescribed, where the rules differ."""

    MALADIE = 1
    ACCIDENT = 2
    COVID_DEROGATOIRE = 3


class SecteurSociete(IntEnum):
    """Trade of a company that has its own base for the C3S."""

    COMMERCE_INTERNATIONAL = 1
    COMMERCE_PRODUITS_AGRICOLES = 2
    COMMERCE_CARBURANTS = 3


class Regime(IntEnum):
    """Old-age and cash-benefit scheme of an activity."""

    AUCUN = 0
    SSI = 1
    CNAVPL = 2
    CNBF = 3
    REGIME_GENERAL_SALARIE = 4
    MSA = 5
    RSI = 6
    ARTISTES_AUTEURS = 7
    CFE = 8
    ENIM = 9
    FONCTION_PUBLIQUE = 10


class TitreAssurance(IntEnum):
    """On what ground a person is insured."""

    AUCUN = 0
    OBLIGATOIRE = 1
    VOLONTAIRE = 2
    MAINTIEN_DE_DROITS = 3


class Organisme(IntEnum):
    """Kind of body that answers for a subject; AGIRC_ARRCO, IRCEC and ENIM are whom other workers turn to."""

    AUCUN = 0
    CAISSE_RSI = 1
    AGENCE_SSI = 2
    ORGANISME_CONVENTIONNE = 3
    CPAM = 4
    CGSS = 5
    CCSS = 6
    CPS = 7
    CSS_MAYOTTE = 8
    CRAMIF = 9
    CARSAT = 10
    CNAV = 11
    URSSAF = 12
    SECTION_CNAVPL = 13
    CNBF = 14
    CAISSE_NATIONALE_DELEGUEE = 15
    CPSTI = 16
    MSA = 17
    CFE = 18
    CENTRE_DE_FORMALITES = 19
    GUICHET_UNIQUE = 20
    COMMISSION_RECOURS_AMIABLE = 21
    AGIRC_ARRCO = 22
    IRCEC = 23
    ENIM = 24


class Sujet(IntEnum):
    """What a person may want to talk about; CMU_C_ACS became C2S on 2019-11-01."""

    DOSSIER_MALADIE = 1
    REMBOURSEMENT_SOINS = 2
    INDEMNITES_JOURNALIERES = 3
    CMU_C_ACS = 4
    C2S = 5
    INVALIDITE_DECES = 6
    RETRAITE_BASE = 7
    RETRAITE_COMPLEMENTAIRE = 8
    COTISATIONS = 9
    COTISATIONS_RETRAITE = 10
    C3S = 11
    ACTION_SOCIALE = 12
    MEDIATION = 13
    ASSURANCE_VOLONTAIRE = 14
    FORMALITES = 15
    RECOURS_AMIABLE = 16


class ReseauConventionne(IntEnum):
    """The organisme conventionné of a person, as the transfers of 2020 told them apart."""

    INCONNU = 0
    RAM = 1
    AUTRE = 2


class CentreFormalites(IntEnum):
    """Centre de formalités des entreprises, until 2022."""

    SANS_OBJET = 0
    CCI = 1
    CMA = 2
    URSSAF = 3
    GREFFE = 4
    CHAMBRE_AGRICULTURE = 5
    A_DETERMINER = 6


class CaisseCompetente(IntEnum):
    """Which fund of the RSI, then agency of the SSI, where there was one of the territory and one of the liberals."""

    TERRITORIALE = 1
    LIBERALE = 2
    INCERTAINE = 3


class RegimeDeBranche(IntEnum):
    """Scheme that insures a person for one branch; REGIME_GENERAL: what it gives to everybody, employed or not."""

    AUCUN = 0
    REGIME_GENERAL = 1
    SSI = 2
    CNAVPL = 3
    CNBF = 4
    MSA = 5
    RSI = 6
    CFE = 7
    ENIM = 8
    CPS = 9
    FONCTION_PUBLIQUE = 10


class ProfessionParticuliere(IntEnum):
    """What the law of affiliation says of a profession by its name."""

    AUCUNE = 0
    AGENT_COMMERCIAL = 1
    AUTO_ECOLE = 2
    ENSEIGNEMENT_PRIVE = 3
    DEBITANT_DE_TABAC = 4
    MONITEUR_DE_SKI = 5
    MANDATAIRE_PROTECTION_MAJEURS = 6
    PSYCHOMOTRICIEN = 7
    COMMISSAIRE_AUX_COMPTES = 8
    SALARIEE = 9
    AGRICOLE = 10
    MARIN = 11
    ARTISTE_AUTEUR = 12
    PRATICIEN_CONVENTIONNE = 13


class LienAvecLeChef(IntEnum):
    """Bond between the head of a business and who works in it."""

    MARIAGE = 1
    PACS = 2
    CONCUBINAGE = 3
    AUTRE = 4


class LieuExercice(IntEnum):
    """Where an activity is carried on; UNION_EUROPEENNE: with the EEA, Switzerland and the United Kingdom."""

    FRANCE = 1
    UNION_EUROPEENNE = 2
    AILLEURS = 3


class Legislation(IntEnum):
    """Law of social security that a certificate designates."""

    FRANCAISE = 1
    ETRANGERE = 2


class Collectivite(IntEnum):
    """Territory overseas that has a body of its own."""

    AUCUNE = 0
    SAINT_PIERRE_ET_MIQUELON = 1
    NOUVELLE_CALEDONIE = 2
    POLYNESIE_FRANCAISE = 3
    WALLIS_ET_FUTUNA = 4
    TERRES_AUSTRALES = 5
    SAINT_BARTHELEMY = 6
    SAINT_MARTIN = 7


class RangDeRattachement(IntEnum):
    """Which of the activities of a person carries the health file: the lowest wins."""

    EMPLOI = 1
    INDEPENDANT = 2
    AGRICOLE = 3
    EMPLOI_REDUIT = 4
    AUCUN = 5
