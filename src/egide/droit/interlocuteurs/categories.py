"""Où se place la personne : son territoire, son ancienneté, et qui gère sa santé ce jour-là."""

from egide.droit.commun.enumerations import (
    CaisseCompetente,
    CategorieLiberale,
    Nature,
    ProfessionParticuliere,
    Regime,
    ReseauConventionne,
    Statut,
    TitreAssurance,
)
from egide.droit.commun.interlocuteurs import (
    Anciennete,
    Convention,
    Declaration,
    EffetSection,
    GestionnaireSante,
    Rattachement,
    RessortPersonnel,
    SectionLiberale,
    Titre,
)
from egide.droit.interlocuteurs.commun import (
    INDEPENDANTS,
    NON_INDEPENDANTS,
    PAR_L_ACTIVITE,
    RESEAU_INDEPENDANTS,
    SANS_RESEAU_INDEPENDANTS,
    de_l_activite,
)
from egide.moteur.mecanismes import DE_LONGUE_DATE

ANCIENS = (Anciennete.AVANT_2018, Anciennete.EN_2018)


@de_l_activite(depuis="2017-12-31", references="CSS R. 611-3 (2018-01-01)")
def ressort_personnel(residence_hors_de_france, ressort_residence, ressort_activite):
    """Territoire dont dépendent la santé et la retraite : celui de la résidence principale.

    Une personne qui réside hors de France relève du lieu de son activité.
    """
    if residence_hors_de_france:
        return ressort_activite
    return ressort_residence


@de_l_activite(depuis="2017-12-31", references=("L. 2017-1836 art. 15", "CSS R. 611-3 (2018-01-01)"))
def anciennete(premiere_affiliation, reprise_apres_cessation, debut_du_regime_general, debut_des_nouveaux_installes):
    """Ancienneté comme travailleur indépendant, qui décide des interlocuteurs de 2018 à 2020.

    C'est le début de la suite ininterrompue d'activités indépendantes en cours. Qui a commencé avant le 1er janvier
    2019 garde l'agence et l'organisme conventionné ; qui commence après relève aussitôt de sa caisse de résidence.
    """
    if premiere_affiliation < debut_du_regime_general:
        return Anciennete.AVANT_2018
    if premiere_affiliation < debut_des_nouveaux_installes:
        return Anciennete.EN_2018
    if reprise_apres_cessation:
        return Anciennete.REPRISE
    return Anciennete.DEPUIS_2019


@de_l_activite(depuis="2017-12-31", references="L. 2017-1836 art. 15")
def rattachement(rattachement_cpam_notifie, rattachement_cpam_non_recu, reseau_conventionne):
    """Comment on connaît le jour du passage du dossier de santé à la caisse de la résidence, en 2020.

    La lettre de rattachement si elle est connue ; sinon, la date du lot de l'organisme conventionné.
    """
    if rattachement_cpam_non_recu:
        return Rattachement.NON_RECU
    if rattachement_cpam_notifie > DE_LONGUE_DATE:
        return Rattachement.NOTIFIE
    if reseau_conventionne == ReseauConventionne.RAM:
        return Rattachement.LOT_RAM
    if reseau_conventionne == ReseauConventionne.AUTRE:
        return Rattachement.LOT_AUTRE
    return Rattachement.LOT_INCONNU


@de_l_activite(depuis="2017-12-31", references="L. 2017-1836 art. 15", pour=Rattachement.NOTIFIE)
def jour_rattachement_cpam__notifie(rattachement_cpam_notifie, fin_des_organismes_conventionnes):
    """Jour de la lettre de rattachement, et au plus tard celui où le code ne nomme plus que la caisse primaire.

    Jusqu'à cette lettre, la personne continue de s'adresser à son organisme conventionné.
    """
    return min(rattachement_cpam_notifie, fin_des_organismes_conventionnes)


def jour_rattachement_cpam__fin_des_transferts(jour_fin_des_transferts):
    return jour_fin_des_transferts


@de_l_activite(
    depuis="2017-12-31",
    references="CSS D. 160-14 (2020-05-25)",
    pour=Rattachement.NON_RECU,
    autrement=jour_rattachement_cpam__fin_des_transferts,
    a_confirmer=(
        "Sans lettre de rattachement, l'organisme conventionné reste l'interlocuteur. Tous les dossiers ont pourtant "
        "été transférés le 17 février 2020 au plus tard, et le code ne nomme plus que la CPAM depuis le 25 mai 2020."
    ),
)
def jour_rattachement_cpam__non_recu(jour_fin_des_transferts, fin_des_organismes_conventionnes):
    """Jour depuis lequel le code nomme la caisse primaire pour les soins des indépendants.

    La lettre de rattachement n'a pas été reçue : l'organisme conventionné est resté nommé jusqu'à ce texte.
    """
    return max(jour_fin_des_transferts, fin_des_organismes_conventionnes)


@de_l_activite(depuis="2017-12-31", references="L. 2017-1836 art. 15", pour=Rattachement.LOT_RAM)
def jour_rattachement_cpam__ram(jour_transfert_ram):
    """Premier lot des transferts de 2020 : les dossiers de la RAM."""
    return jour_transfert_ram


def jour_rattachement_cpam__deuxieme_lot(jour_transfert_deuxieme_lot):
    return jour_transfert_deuxieme_lot


@de_l_activite(
    depuis="2017-12-31",
    references="L. 2017-1836 art. 15",
    pour=Rattachement.LOT_AUTRE,
    a_confirmer=(
        "Le lot de cet organisme conventionné n'est pas établi : ses dossiers ont pu passer à la CPAM dès le 3 février "
        "2020 (deuxième lot) ; la date de la lettre de rattachement le dirait."
    ),
    autrement=jour_rattachement_cpam__deuxieme_lot,
)
def jour_rattachement_cpam__autre(jour_transfert_deuxieme_lot, jour_fin_des_transferts):
    """Dernier lot des transferts de 2020, faute de connaître celui de cet organisme conventionné."""
    return max(jour_transfert_deuxieme_lot, jour_fin_des_transferts)


def jour_rattachement_cpam__premier_lot(jour_transfert_ram):
    return jour_transfert_ram


@de_l_activite(
    depuis="2017-12-31",
    references="L. 2017-1836 art. 15",
    pour=Rattachement.LOT_INCONNU,
    a_confirmer=(
        "L'organisme conventionné n'est pas indiqué : les dossiers de la RAM sont passés à la CPAM le 20 janvier 2020, "
        "ceux des mutuelles le 3 ou le 17 février ; la date de la lettre de rattachement le dirait."
    ),
    autrement=jour_rattachement_cpam__premier_lot,
)
def jour_rattachement_cpam__inconnu(jour_transfert_ram, jour_fin_des_transferts):
    """Dernier lot des transferts de 2020, faute de connaître l'organisme conventionné."""
    return max(jour_transfert_ram, jour_fin_des_transferts)


@de_l_activite(
    depuis="2017-12-31",
    jusqu_au="2017-12-31",
    references="Ord. 2005-1528",
    pour=(*INDEPENDANTS, *PAR_L_ACTIVITE, *RESEAU_INDEPENDANTS, Convention.HORS_CONVENTION),
)
def gestionnaire_sante__rsi(regime):
    """Le régime social des indépendants (RSI), jusqu'à sa suppression le 1er janvier 2018."""
    return GestionnaireSante.CAISSE_RSI


@de_l_activite(
    depuis="2018-01-01",
    jusqu_au="2019-12-31",
    references=("L. 2017-1836 art. 15", "D. 2018-174 art. 17"),
    pour=(*INDEPENDANTS, *PAR_L_ACTIVITE, *RESEAU_INDEPENDANTS, *ANCIENS, Convention.HORS_CONVENTION),
)
def gestionnaire_sante__agence(anciennete):
    """L'agence de la Sécurité sociale des indépendants et l'organisme conventionné, pour le régime général."""
    return GestionnaireSante.AGENCE_ET_OC


@de_l_activite(
    depuis="2020-01-01",
    references=("L. 2017-1836 art. 15", "CSS L. 211-1 (2018-01-01)"),
    pour=(*INDEPENDANTS, *PAR_L_ACTIVITE, *RESEAU_INDEPENDANTS, *ANCIENS, Convention.HORS_CONVENTION),
)
def gestionnaire_sante__transfert(anciennete, premier_jour_periode, jour_rattachement_cpam):
    """L'organisme conventionné jusqu'au rattachement, puis la caisse de la résidence.

    Les agences ont disparu le 1er janvier 2020 ; les dossiers sont passés aux caisses de janvier à février 2020.
    """
    if premier_jour_periode < jour_rattachement_cpam:
        return GestionnaireSante.OC_SEUL
    return GestionnaireSante.CAISSE


@de_l_activite(
    depuis="2017-12-31",
    jusqu_au="2017-12-31",
    references=("CSS D. 160-14 (2019-07-01)", "CSS D. 722-1 (2015-01-01)"),
    pour=(*INDEPENDANTS, *PAR_L_ACTIVITE, *RESEAU_INDEPENDANTS, Convention.CONVENTIONNE),
)
@de_l_activite(
    depuis="2018-01-01",
    references=("CSS D. 160-14 (2019-07-01)", "CSS L. 646-1 (2018-06-14)"),
    pour=(*INDEPENDANTS, *PAR_L_ACTIVITE, *RESEAU_INDEPENDANTS, *ANCIENS, Convention.CONVENTIONNE),
)
def gestionnaire_sante__praticien(convention):
    """La caisse primaire de la résidence, à toute date, pour un praticien ou auxiliaire médical conventionné.

    Ni RSI, ni agence, ni organisme conventionné : le code nomme la caisse primaire pour ses soins. Un médecin de
    secteur 2 ou un pédicure-podologue qui a refusé ce régime relevait des indépendants : cela se dit par la
    profession (medecin_secteur_2_regime_ti, pedicure_podologue_regime_ti).
    """
    return GestionnaireSante.CAISSE


@de_l_activite(
    depuis="2018-01-01",
    references=("L. 2017-1836 art. 15", "CSS L. 211-1 (2018-01-01)"),
    pour=(*INDEPENDANTS, *PAR_L_ACTIVITE, *RESEAU_INDEPENDANTS, Anciennete.DEPUIS_2019),
)
@de_l_activite(
    depuis="2020-05-25",
    references=("CSS D. 160-14 (2020-05-25)", "CSS L. 211-1 (2019-11-01)"),
    pour=(*INDEPENDANTS, *PAR_L_ACTIVITE, *RESEAU_INDEPENDANTS, Anciennete.REPRISE),
)
def gestionnaire_sante__nouveau(anciennete):
    """La caisse de la résidence : ni agence ni organisme conventionné pour qui s'installe depuis 2019."""
    return GestionnaireSante.CAISSE


@de_l_activite(
    depuis="2018-01-01",
    jusqu_au="2020-05-24",
    references=("L. 2017-1836 art. 15", "CSS L. 211-1 (2018-01-01)"),
    pour=(*INDEPENDANTS, *PAR_L_ACTIVITE, *RESEAU_INDEPENDANTS, Anciennete.REPRISE),
    a_confirmer=(
        "Une activité antérieure à 2019 a cessé avant celle-ci : la reprise est traitée comme une nouvelle "
        "installation, ce qui n'est pas sûr si l'interruption a été courte."
    ),
)
def gestionnaire_sante__reprise(anciennete):
    """La caisse de la résidence, comme pour un nouvel installé : l'activité précédente avait cessé."""
    return GestionnaireSante.CAISSE


@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 160-17 (2019-01-01)", "CSS L. 752-1 (2018-01-01)"),
    pour=(*INDEPENDANTS, *PAR_L_ACTIVITE, *SANS_RESEAU_INDEPENDANTS),
)
def gestionnaire_sante__territoire(regime):
    """La caisse du territoire, qui n'a eu ni RSI ni agence de la Sécurité sociale des indépendants."""
    return GestionnaireSante.CAISSE


@de_l_activite(depuis="2017-12-31", references="CSS L. 742-6 (2018-06-14)", pour=(*INDEPENDANTS, Titre.VOLONTAIRE))
def gestionnaire_sante__volontaire(titre):
    """La caisse de la résidence : l'assurance volontaire ne couvre que la vieillesse et l'invalidité-décès."""
    return GestionnaireSante.CAISSE


@de_l_activite(depuis="2017-12-31", references="CSS L. 160-17 (2019-01-01)", pour=NON_INDEPENDANTS)
def gestionnaire_sante__autre(regime):
    """La caisse de la résidence, ou celle du régime dont relève l'activité."""
    return GestionnaireSante.CAISSE


@de_l_activite(depuis="2017-12-31", references=("CSS L. 646-1 (2018-06-14)", "CSS L. 646-2 (2018-06-14)"))
def convention(profession_particuliere, nature, statut):
    """Praticien ou auxiliaire médical qui exerce sous convention ; son conjoint collaborateur ne l'est pas."""
    if profession_particuliere != ProfessionParticuliere.PRATICIEN_CONVENTIONNE or nature != Nature.LIBERALE:
        return Convention.HORS_CONVENTION
    if statut == Statut.CONJOINT_COLLABORATEUR:
        return Convention.HORS_CONVENTION
    return Convention.CONVENTIONNE


@de_l_activite(depuis="2017-12-31", references="CSS L. 613-7 (2018-06-14)")
def declaration(statut):
    """Cotisations sur le revenu réel, ou sur le chiffre d'affaires du micro-entrepreneur."""
    if statut == Statut.MICRO_ENTREPRENEUR:
        return Declaration.MICRO
    return Declaration.REELLE


@de_l_activite(depuis="2017-12-31", references="CSS R. 641-1 (2019-12-16)")
def section_liberale(section):
    """La Cipav, ou une autre section de la Caisse nationale d'assurance vieillesse des professions libérales."""
    if section == CategorieLiberale.CIPAV:
        return SectionLiberale.CIPAV
    return SectionLiberale.AUTRE


@de_l_activite(depuis="2017-12-31", references=("CSS D. 160-14 (2019-07-01)", "CSS L. 742-6 (2018-06-14)"))
def titre(assure_a_titre, activite_terminee):
    """Assurance liée à l'activité, assurance volontaire, ou activité terminée.

    Qui n'exerce plus d'activité reste, pour ses soins, à l'organisme de la plus récente, et un retraité à celui de sa
    pension ; les droits à retraite restent dans la caisse où ils ont été acquis.
    """
    if activite_terminee:
        return Titre.PASSEE
    if assure_a_titre == TitreAssurance.VOLONTAIRE:
        return Titre.VOLONTAIRE
    return Titre.ACTIVITE


@de_l_activite(
    depuis="2017-12-31",
    references=("Ord. 2005-1528", "D. 2018-174 art. 17"),
    jusqu_au="2019-12-31",
    pour=(
        Regime.CNAVPL,
        Regime.CNBF,
        RessortPersonnel.METROPOLE,
        RessortPersonnel.ILE_DE_FRANCE,
        RessortPersonnel.LOZERE,
    ),
)
def caisse_competente_sante__liberaux(regime):
    """La caisse, puis l'agence, des professions libérales, seule pour toute la France métropolitaine."""
    return CaisseCompetente.LIBERALE


@de_l_activite(
    depuis="2017-12-31",
    references=("Ord. 2005-1528", "D. 2018-174 art. 17"),
    jusqu_au="2019-12-31",
    pour=(Regime.CNAVPL, Regime.CNBF, RessortPersonnel.DROM),
)
@de_l_activite(
    depuis="2017-12-31",
    references=("Ord. 2005-1528", "D. 2018-174 art. 17"),
    jusqu_au="2019-12-31",
    pour=(Regime.RSI, *RESEAU_INDEPENDANTS),
)
def caisse_competente_sante__territoire(regime):
    """La caisse, puis l'agence, du territoire : artisans et commerçants, et outre-mer les professions libérales."""
    return CaisseCompetente.TERRITORIALE


@de_l_activite(
    depuis="2017-12-31",
    references=("Ord. 2005-1528", "D. 2018-174 art. 17"),
    jusqu_au="2019-12-31",
    pour=(Regime.SSI, *RESEAU_INDEPENDANTS),
)
def caisse_competente_sante__ssi(nature, ressort_personnel):
    """L'agence du territoire ; pour une profession libérale de métropole, ou celle des professions libérales.

    Laquelle des deux tenait le dossier de santé d'un libéral affilié à la Sécurité sociale des indépendants n'est
    pas établi.
    """
    if nature == Nature.LIBERALE and ressort_personnel < RessortPersonnel.DROM:
        return CaisseCompetente.INCERTAINE
    return CaisseCompetente.TERRITORIALE


@de_l_activite(depuis="2017-12-31", references="CSS R. 643-1 (2018-01-01)")
def effet_section(premier_jour_periode, effet):
    """Affiliation à la section de retraite libérale, en cours ou attendue.

    Elle prend effet le premier jour du trimestre civil qui suit le début de l'activité ; à la Cipav, depuis le 5
    mars 2023, le jour même.
    """
    if premier_jour_periode < effet:
        return EffetSection.ATTENDU
    return EffetSection.ATTEINT
