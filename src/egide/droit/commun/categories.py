"""Les axes qui distinguent les variantes d'une règle. Chacun est lu par la règle, ou le fait, du même nom."""

from __future__ import annotations

from enum import IntEnum


class Groupe(IntEnum):
    """Groupe professionnel."""

    ARTISAN = 1
    COMMERCANT = 2
    PLNR = 3
    AUTRE = 4
    LIBERAL = 5


class Caisse(IntEnum):
    """Régime de retraite : la sécurité sociale des indépendants, une section de la CNAVPL, ou la CNBF.

    La Carcdsf a deux membres : chirurgiens-dentistes et sages-femmes n'y ont pas les mêmes régimes.
    """

    SSI = 1
    CIPAV = 2
    CARMF = 3
    CARCDSF_DENTISTE = 4
    CARCDSF_SAGE_FEMME = 5
    CARPIMKO = 6
    CAVP = 7
    CARPV = 8
    CAVEC = 9
    CAVAMAC = 10
    CAVOM = 11
    CPRN = 12
    CNBF = 13


class Praticien(IntEnum):
    """Praticien ou auxiliaire médical sous convention : l'assurance maladie paie une part de ses cotisations.

    DIRECTEUR_DE_LABORATOIRE : il n'en a que la retraite supplémentaire (ASV).
    """

    AUCUN = 1
    MEDECIN_SECTEUR_1 = 2
    MEDECIN_SECTEUR_2 = 3
    CHIRURGIEN_DENTISTE = 4
    SAGE_FEMME = 5
    AUXILIAIRE_MEDICAL = 6
    DIRECTEUR_DE_LABORATOIRE = 7


class RegimeSocial(IntEnum):
    """Façon de cotiser : sur un revenu, calculé et régularisé chaque année, ou sur le chiffre d'affaires encaissé.

    Qui n'a rien dit est à l'ordinaire. SIMPLIFIE : le régime des médecins remplaçants, sur leurs honoraires.
    """

    ORDINAIRE = 1
    MICRO_SOCIAL = 2
    SIMPLIFIE = 3


class ReductionMicro(IntEnum):
    """Taux réduits du régime micro-social ; ceux d'outre-mer ne se cumulent pas avec l'Acre.

    MAYOTTE : ceux d'outre-mer, que le simulateur officiel y applique, leur texte ne la nommant pas.
    """

    AUCUNE = 1
    ACRE = 2
    OUTRE_MER = 3
    MAYOTTE = 4


class MetierMicro(IntEnum):
    """Ce qu'est le micro-entrepreneur pour la formation professionnelle et les chambres consulaires."""

    ARTISAN = 1
    COMMERCANT = 2
    LIBERAL = 3
    LOUEUR = 4


class NatureMontant(IntEnum):
    """Un même montant a deux vies : appelé, puis régularisé."""

    DEFINITIVES = 1
    PROVISIONNELLES = 2


class Assiette(IntEnum):
    """Ce sur quoi l'on cotise.

    ANCIENNE : le revenu professionnel ; UNIQUE : le revenu brut après abattement, depuis la réforme de 2025 ;
    MICRO_FISCALE : le bénéfice après abattement fiscal ; FORFAIT : la base des deux premières années.
    """

    ANCIENNE = 1
    UNIQUE = 2
    MICRO_FISCALE = 3
    FORFAIT = 4


class DomicileFiscal(IntEnum):
    """Pays du domicile fiscal."""

    FRANCE = 1
    ETRANGER = 2


class Exoneration(IntEnum):
    """Exonération dont bénéficie la personne : elles ne se cumulent pas.

    MAYOTTE : les cotisations propres à Mayotte, avec leurs exonérations.
    """

    AUCUNE = 1
    ACRE = 2
    INVALIDITE = 3
    OUTRE_MER = 4
    ZFU = 5
    PETIT_REVENU = 6
    MAYOTTE = 7


class Conjoint(IntEnum):
    """Présence d'un conjoint collaborateur, et partage ou non du revenu avec lui ; à Mayotte, une base unique."""

    SANS = 1
    FORFAIT = 2
    SANS_PARTAGE = 3
    AVEC_PARTAGE = 4
    MAYOTTE = 5


class AideCovid(IntEnum):
    """Réduction de cotisations de la crise sanitaire."""

    AUCUNE = 1
    ACCORDEE = 2


class OptionRci(IntEnum):
    """Taux de la retraite complémentaire."""

    NORMALE = 1
    SPECIFIQUE = 2


class Fondement(IntEnum):
    """Ce qui fonde l'affiliation d'une activité : la catégorie où la loi la range, un jour donné.

    Les indépendants affiliés à titre obligatoire vont d'ARTISAN à AVOCAT, sans interruption.
    """

    AUCUN = 0
    ARTISAN = 1
    COMMERCANT = 2
    DEBITANT_DE_TABAC = 3
    AGENT_COMMERCIAL = 4
    AUTO_ECOLE = 5
    ENSEIGNEMENT_PRIVE = 6
    CHAMBRES_D_HOTES = 7
    LOCATION_MEUBLEE = 8
    LOCATION_DE_BIENS = 9
    VENTE_A_DOMICILE_INSCRITE = 10
    GERANT_MAJORITAIRE = 11
    GERANT_ASSOCIE_UNIQUE = 12
    ASSOCIE_UNIQUE = 13
    ASSOCIE_EN_NOM = 14
    GERANT_SOCIETE_CIVILE = 15
    ASSOCIE_MAJORITAIRE = 16
    ASSOCIE_EXERCANT = 17
    CONJOINT_COLLABORATEUR = 18
    CONJOINT_ASSOCIE = 19
    LIBERALE_SECTION = 20
    LIBERALE_ANCIENNE_CIPAV = 21
    PSYCHOMOTRICIEN_CIPAV = 22
    COMMISSAIRE_AUX_COMPTES = 23
    MONITEUR_DE_SKI = 24
    MANDATAIRE_PROTECTION_MAJEURS = 25
    ARTISTE_HORS_CHAMP = 26
    LIBERALE_OPTION_SSI = 27
    LIBERALE_SSI = 28
    PSYCHOMOTRICIEN_SSI = 29
    AVOCAT = 30
    VOLONTAIRE_A_L_ETRANGER = 31
    VOLONTAIRE_APRES_CESSATION = 32
    AIDE_FAMILIAL = 33
    RADIE_MAINTENU = 34
    GERANT_EGALITAIRE_REMUNERE = 35
    GERANT_MINORITAIRE_REMUNERE = 36
    PRESIDENT_SAS = 37
    DIRIGEANT_SA = 38
    DIRIGEANT_SCOP = 39
    VENTE_A_DOMICILE = 40
    OPTION_REGIME_GENERAL = 41
    OPTION_OCCASIONNELLE = 42
    CONJOINT_COLLABORATEUR_REPUTE_SALARIE = 43
    CONJOINT_PRESUME_SALARIE = 44
    SALARIE = 45
    FONCTIONNAIRE = 46
    ELU_LOCAL = 47
    ETUDIANT_JUNIOR_ENTREPRISE = 48
    COLLABORATEUR_OCCASIONNEL = 49
    EXPERT_AUTORISE = 50
    SALARIE_AGRICOLE = 51
    AGRICOLE = 52
    ARTISTE_AUTEUR = 53
    MARIN = 54
    PAS_COMMENCEE = 55
    LOCATION_SOUS_SEUIL = 56
    DIRIGEANT_NON_REMUNERE = 57
    ASSOCIE_NON_AFFILIE = 58
    VOLONTAIRE_REFUSE = 59
    RADIE = 60
    TERMINEE = 61
    COLLECTIVITE = 62
    AUTRE_TERRITOIRE = 63
    AUTRE_LEGISLATION = 64
    CONCUBIN_SANS_STATUT = 65
    SOCIETE_A_ETABLIR = 66
    LOCATION_A_ETABLIR = 67
