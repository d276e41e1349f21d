"""Santé : dossier, remboursements, indemnités journalières, complémentaire santé."""

from egide.droit.commun.enumerations import Organisme, Regime, Statut
from egide.droit.commun.interlocuteurs import GestionnaireSante, RessortPersonnel, Titre
from egide.droit.interlocuteurs.commun import COMMERCE_ET_ARTISANAT, INDEPENDANTS, de_l_activite

SANTE_RESIDENCE = tuple(r for r in RessortPersonnel if r is not RessortPersonnel.MAYOTTE)
AVANT_LA_CAISSE = (GestionnaireSante.CAISSE_RSI, GestionnaireSante.AGENCE_ET_OC, GestionnaireSante.OC_SEUL)


@de_l_activite(
    depuis="2017-12-31",
    references="Ord. 2005-1528",
    pour=(*INDEPENDANTS, GestionnaireSante.CAISSE_RSI),
)
def organisme_dossier_maladie__rsi(gestionnaire_sante):
    """La caisse du RSI tient votre dossier d'assurance maladie : affiliation, droits, médecin traitant."""
    return Organisme.CAISSE_RSI


@de_l_activite(
    depuis="2017-12-31",
    references=("L. 2017-1836 art. 15", "D. 2018-174 art. 17", "CSS R. 611-3 (2018-01-01)"),
    pour=(*INDEPENDANTS, GestionnaireSante.AGENCE_ET_OC),
)
def organisme_dossier_maladie__agence(gestionnaire_sante):
    """L'agence de la Sécurité sociale des indépendants de votre résidence tient votre dossier maladie.

    C'est l'ancienne caisse du RSI, qui agit depuis le 1er janvier 2018 pour le compte du régime général : qui était
    déjà indépendant garde le même interlocuteur. En 2018 et 2019, on lui déclare aussi un changement d'adresse
    personnelle, d'état civil ou de coordonnées bancaires. En droit, qui avait un organisme conventionné est affilié
    jusqu'au 31 décembre 2019 à la CPAM du siège de l'agence, ce qui ne change pas ses interlocuteurs.
    """
    return Organisme.AGENCE_SSI


@de_l_activite(
    depuis="2017-12-31",
    references=(
        "L. 2017-1836 art. 15",
        "CSS D. 160-14 (2019-07-01)",
        "CSS R. 160-26 (2018-01-01)",
        "D. 2018-174 art. 17",
    ),
    pour=(*INDEPENDANTS, GestionnaireSante.OC_SEUL),
)
def organisme_dossier_maladie__oc(gestionnaire_sante):
    """Votre organisme conventionné, jusqu'à la lettre de rattachement à la caisse de votre résidence.

    L'agence de la Sécurité sociale des indépendants n'existe plus depuis le 1er janvier 2020. Avant cette lettre,
    on ne peut pas ouvrir de compte ameli.
    """
    return Organisme.ORGANISME_CONVENTIONNE


@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 211-1 (2018-01-01)", "CSS R. 611-3 (2018-01-01)"),
    pour=(*INDEPENDANTS, GestionnaireSante.CAISSE),
)
def organisme_dossier_maladie__caisse(gestionnaire_sante, caisse_maladie):
    """La caisse d'assurance maladie de votre résidence tient votre dossier : affiliation, droits, médecin traitant."""
    return caisse_maladie


@de_l_activite(
    depuis="2017-12-31",
    references=("CSS D. 160-14 (2019-07-01)", "CSS R. 160-26 (2018-01-01)", "D. 2018-174 art. 17"),
    pour=(*INDEPENDANTS, *AVANT_LA_CAISSE),
)
def organisme_remboursement_soins__oc(gestionnaire_sante):
    """Votre organisme conventionné (RAM ou mutuelle) rembourse vos soins, pour le compte de votre régime.

    Il est resté votre interlocuteur après la suppression du RSI, jusqu'au passage de votre dossier à la caisse de
    votre résidence au début de 2020.
    """
    return Organisme.ORGANISME_CONVENTIONNE


@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 211-1 (2018-01-01)", "CSS R. 611-3 (2018-01-01)"),
    pour=(*INDEPENDANTS, GestionnaireSante.CAISSE),
)
def organisme_remboursement_soins__caisse(gestionnaire_sante, caisse_maladie):
    """La caisse d'assurance maladie de votre résidence rembourse vos soins."""
    return caisse_maladie


@de_l_activite(
    depuis="2017-12-31",
    references=(
        "CSS L. 622-1 (2018-06-14)",
        "CSS D. 160-14 (2019-07-01)",
        "CSS R. 160-26 (2018-01-01)",
        "D. 2018-174 art. 17",
    ),
    pour=(*COMMERCE_ET_ARTISANAT, Titre.ACTIVITE, *AVANT_LA_CAISSE),
)
def organisme_indemnites_journalieres__oc(gestionnaire_sante):
    """Votre organisme conventionné (RAM ou mutuelle) verse les indemnités journalières de maladie et de maternité."""
    return Organisme.ORGANISME_CONVENTIONNE


@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 622-1 (2018-06-14)", "CSS L. 211-1 (2018-01-01)", "CSS R. 611-3 (2018-01-01)"),
    pour=(*COMMERCE_ET_ARTISANAT, Titre.ACTIVITE, GestionnaireSante.CAISSE, *SANTE_RESIDENCE),
)
@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 622-1 (2018-06-14)", "Ord. 96-1122"),
    pour=(*COMMERCE_ET_ARTISANAT, Titre.ACTIVITE, GestionnaireSante.CAISSE, RessortPersonnel.MAYOTTE),
    a_confirmer="Mayotte : le droit des indépendants aux indemnités journalières n'est pas établi.",
)
def organisme_indemnites_journalieres__caisse(gestionnaire_sante, caisse_maladie):
    """La caisse d'assurance maladie de votre résidence verse les indemnités journalières de maladie et de maternité."""
    return caisse_maladie


@de_l_activite(
    depuis="2017-12-31",
    jusqu_au="2021-06-30",
    references="CSS L. 622-1 (2018-06-14)",
    pour=(Regime.CNAVPL, Titre.ACTIVITE),
)
def organisme_indemnites_journalieres__liberal_sans_droit(regime):
    """Aucun organisme : jusqu'en juin 2021, un libéral n'a pas d'indemnités journalières de maladie.

    Seules celles de maternité existent, versées par qui rembourse vos soins. Certaines sections versent une
    allocation après quatre-vingt-dix jours d'arrêt.
    """
    return Organisme.AUCUN


@de_l_activite(
    depuis="2021-07-01",
    jusqu_au="2021-12-31",
    references="CSS L. 622-2 (2021-07-01)",
    pour=(Regime.CNAVPL, Titre.ACTIVITE),
)
def organisme_indemnites_journalieres__liberal_2021(statut, caisse_maladie):
    """La caisse d'assurance maladie de votre résidence verse depuis juillet 2021 les indemnités des libéraux.

    Aucun organisme avant le 1er janvier 2022 pour leurs conjoints collaborateurs.
    """
    if statut == Statut.CONJOINT_COLLABORATEUR:
        return Organisme.AUCUN
    return caisse_maladie


@de_l_activite(depuis="2022-01-01", references="CSS L. 622-2 (2021-07-01)", pour=(Regime.CNAVPL, Titre.ACTIVITE))
def organisme_indemnites_journalieres__liberal(caisse_maladie):
    """La caisse d'assurance maladie de votre résidence verse les indemnités journalières des libéraux.

    Depuis le 1er juillet 2021, par convention avec la Caisse nationale d'assurance vieillesse des professions
    libérales ; depuis le 1er janvier 2022 pour leurs conjoints collaborateurs.
    """
    return caisse_maladie


@de_l_activite(depuis="2017-12-31", references="CSS L. 622-1 (2018-06-14)", pour=(Regime.CNBF, Titre.ACTIVITE))
def organisme_indemnites_journalieres__avocat(regime):
    """Aucun organisme : la loi exclut les avocats des indemnités journalières de maladie du régime des indépendants.

    Leur prévoyance est celle de la profession. La maternité est indemnisée par qui rembourse vos soins.
    """
    return Organisme.AUCUN


@de_l_activite(depuis="2017-12-31", references="CSS L. 161-8 (2018-01-01)", pour=(*INDEPENDANTS, Titre.PASSEE))
def organisme_indemnites_journalieres__passee(titre):
    """Aucun organisme : l'activité est terminée, et le droit aux indemnités n'est maintenu qu'un an."""
    return Organisme.AUCUN


@de_l_activite(depuis="2017-12-31", references="CSS L. 742-6 (2018-06-14)", pour=(*INDEPENDANTS, Titre.VOLONTAIRE))
def organisme_indemnites_journalieres__volontaire(titre):
    """Aucun organisme : l'assurance volontaire ne couvre que la vieillesse et l'invalidité-décès."""
    return Organisme.AUCUN


@de_l_activite(
    depuis="2017-12-31",
    jusqu_au="2019-10-31",
    references="CSS L. 861-5",
    pour=(*INDEPENDANTS, GestionnaireSante.CAISSE_RSI),
)
def organisme_cmu_c_acs__rsi(gestionnaire_sante):
    """La caisse du RSI reçoit les demandes de CMU-C et d'aide à la mutuelle (ACS)."""
    return Organisme.CAISSE_RSI


@de_l_activite(
    depuis="2017-12-31",
    jusqu_au="2019-10-31",
    references=("CSS L. 861-5", "L. 2017-1836 art. 15"),
    pour=(*INDEPENDANTS, GestionnaireSante.AGENCE_ET_OC, GestionnaireSante.OC_SEUL),
)
def organisme_cmu_c_acs__agence(gestionnaire_sante):
    """L'agence de la Sécurité sociale des indépendants reçoit les demandes de CMU-C et d'aide à la mutuelle (ACS)."""
    return Organisme.AGENCE_SSI


@de_l_activite(
    depuis="2017-12-31",
    jusqu_au="2019-10-31",
    references=("CSS L. 861-5", "CSS L. 211-1 (2018-01-01)"),
    pour=(*INDEPENDANTS, GestionnaireSante.CAISSE),
)
def organisme_cmu_c_acs__caisse(gestionnaire_sante, caisse_maladie):
    """La caisse d'assurance maladie de votre résidence reçoit les demandes de CMU-C et d'aide à la mutuelle (ACS)."""
    return caisse_maladie


@de_l_activite(depuis="2019-11-01", references="L. 2018-1203 art. 52")
def organisme_cmu_c_acs__supprimee(regime):
    """Aucun organisme : la complémentaire santé solidaire a remplacé la CMU-C et l'ACS le 1er novembre 2019.

    Voir le sujet c2s.
    """
    return Organisme.AUCUN


@de_l_activite(depuis="2017-12-31", jusqu_au="2019-10-31", references="L. 2018-1203 art. 52")
def organisme_c2s__pas_encore(regime):
    """Aucun organisme : la complémentaire santé solidaire n'existe que depuis le 1er novembre 2019.

    Auparavant, voir le sujet cmu_c_acs.
    """
    return Organisme.AUCUN


def organisme_c2s__organisme_conventionne(gestionnaire_sante):
    return Organisme.ORGANISME_CONVENTIONNE


@de_l_activite(
    depuis="2019-11-01",
    references=("CSS L. 861-5 (2019-12-28)", "L. 2017-1836 art. 15"),
    pour=(*INDEPENDANTS, GestionnaireSante.CAISSE_RSI, GestionnaireSante.AGENCE_ET_OC),
    a_confirmer=(
        "En novembre et décembre 2019, la demande de complémentaire santé solidaire a pu être reçue par l'organisme "
        "conventionné plutôt que par l'agence : lequel des deux n'est pas établi."
    ),
    autrement=organisme_c2s__organisme_conventionne,
)
def organisme_c2s__agence(gestionnaire_sante):
    """L'agence de la Sécurité sociale des indépendants reçoit les demandes de complémentaire santé solidaire.

    Elle continue ce qu'elle faisait pour la CMU-C et l'ACS, que cette prestation remplace.
    """
    return Organisme.AGENCE_SSI


def organisme_c2s__caisse_de_residence(caisse_maladie):
    return caisse_maladie


@de_l_activite(
    depuis="2019-11-01",
    references=(
        "CSS L. 861-5 (2019-12-28)",
        "CSS D. 160-14 (2019-07-01)",
        "CSS R. 160-26 (2018-01-01)",
        "D. 2018-174 art. 17",
    ),
    pour=(*INDEPENDANTS, GestionnaireSante.OC_SEUL),
    a_confirmer=(
        "De janvier 2020 au rattachement, qui recevait la demande de complémentaire santé solidaire n'est pas établi : "
        "la loi désigne qui prend en charge les soins, et donne par ailleurs l'attribution à la CPAM."
    ),
    autrement=organisme_c2s__caisse_de_residence,
)
def organisme_c2s__oc(gestionnaire_sante, caisse_maladie):
    """Votre organisme conventionné : la demande se fait auprès de qui prend en charge vos soins."""
    return Organisme.ORGANISME_CONVENTIONNE if caisse_maladie else Organisme.AUCUN


@de_l_activite(
    depuis="2019-11-01",
    references=("CSS L. 861-5 (2019-12-28)", "CSS L. 211-1 (2019-11-01)"),
    pour=(*INDEPENDANTS, GestionnaireSante.CAISSE),
)
def organisme_c2s__caisse(gestionnaire_sante, caisse_maladie):
    """La caisse d'assurance maladie de votre résidence reçoit les demandes de complémentaire santé solidaire."""
    return caisse_maladie
