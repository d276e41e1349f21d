"""Titre, section, effet, et le régime branche par branche."""

from egide.droit.affiliation.cessation import jour_d_effet
from egide.droit.affiliation.commun import (
    ASSIMILES,
    CONJOINTS,
    INDEPENDANTS,
    METIERS,
    PAR_LA_SOCIETE,
    SANS_REGIME,
    SECTIONS,
    VOLONTAIRES,
    de_l_activite,
)
from egide.droit.commun.categories import Fondement
from egide.droit.commun.enumerations import (
    CategorieLiberale,
    LienAvecLeChef,
    LieuExercice,
    Regime,
    RegimeDeBranche,
    Statut,
    TitreAssurance,
)
from egide.moteur.mecanismes import au_moins

AUTRES_REGIMES = (
    Fondement.AGRICOLE,
    Fondement.ARTISTE_AUTEUR,
    Fondement.MARIN,
    Fondement.SALARIE_AGRICOLE,
    Fondement.FONCTIONNAIRE,
)
SANS_SANTE_FRANCAISE = (Fondement.COLLECTIVITE, Fondement.AUTRE_TERRITOIRE, Fondement.AUTRE_LEGISLATION)
AVEC_METIER = (*INDEPENDANTS, Fondement.VOLONTAIRE_APRES_CESSATION, Fondement.AIDE_FAMILIAL, Fondement.RADIE_MAINTENU)
AU_JOUR = (*METIERS, Fondement.LIBERALE_SSI, Fondement.PSYCHOMOTRICIEN_SSI)
SANS_METIER = (Fondement.VOLONTAIRE_A_L_ETRANGER, *ASSIMILES, *AUTRES_REGIMES, *SANS_REGIME)


@de_l_activite(
    depuis="2017-12-31",
    references="CSS L. 311-2 (1985-12-21)",
    pour=(
        *(f for f in ASSIMILES if f is not Fondement.CONJOINT_COLLABORATEUR_REPUTE_SALARIE),
        Fondement.SALARIE_AGRICOLE,
        Fondement.FONCTIONNAIRE,
    ),
)
@de_l_activite(
    depuis="2022-01-01", references="CSS L. 311-2 (1985-12-21)", pour=Fondement.CONJOINT_COLLABORATEUR_REPUTE_SALARIE
)
@de_l_activite(
    depuis="2017-12-31",
    references="CSS L. 611-1 (2018-06-14)",
    pour=(*INDEPENDANTS, Fondement.AGRICOLE, Fondement.MARIN),
)
@de_l_activite(depuis="2017-12-31", references="CSS L. 382-1 (2019-01-01)", pour=Fondement.ARTISTE_AUTEUR)
def assure_a_titre__obligatoire(annee):
    """Assuré à titre obligatoire, du seul fait de l'activité."""
    return TitreAssurance.OBLIGATOIRE


@de_l_activite(depuis="2017-12-31", references="CSS L. 742-6 (2018-06-14)", pour=VOLONTAIRES)
def assure_a_titre__volontaire(annee):
    """Assuré à titre volontaire, à sa demande."""
    return TitreAssurance.VOLONTAIRE


@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 161-8 (2018-01-01)", "CSS R. 161-3 (2019-01-01)"),
    pour=Fondement.RADIE_MAINTENU,
)
def assure_a_titre__maintien(annee):
    """Assuré par le maintien de ses droits après la fin de l'activité."""
    return TitreAssurance.MAINTIEN_DE_DROITS


@de_l_activite(depuis="2017-12-31", references="CSS L. 611-1 (2018-06-14)", pour=SANS_REGIME)
def assure_a_titre__aucun(annee):
    """Pas assuré à ce titre."""
    return TitreAssurance.AUCUN


@de_l_activite(
    depuis="2017-12-31", references=("CSS L. 640-1 (2018-06-14)", "CSS R. 641-1 (2012-05-06)"), pour=AVEC_METIER
)
def section__metier(section_de_la_profession):
    """Section de retraite de la profession libérale."""
    return section_de_la_profession


@de_l_activite(depuis="2017-12-31", references="CSS L. 640-1 (2018-06-14)", pour=SANS_METIER)
def section__sans_objet(annee):
    """Pas de section de retraite."""
    return CategorieLiberale.SANS_OBJET


@de_l_activite(
    depuis="2017-12-31",
    unite="date",
    references=("CSS R. 611-3 (2018-01-01)", "CSS D. 311-4 (2019-01-01)", "L. 2021-1754 art. 24"),
)
def premier_jour_d_independant(
    debut,
    statut,
    reste_traite_en_independant,
    traitement_d_independant_le,
    lien_avec_le_chef,
    date_des_concubins,
    lieu_d_exercice,
    certificat_en_cours,
    certificat_du,
):
    """Premier jour où l'activité est celle d'un indépendant affilié en France.

    Le jour de son début, sauf si elle l'est devenue plus tard : par une demande de rester traité en indépendant, par
    l'ouverture du statut de collaborateur aux concubins, ou par un certificat pour une activité hors de France.
    """
    sur_demande = statut == Statut.COLLABORATEUR_OCCASIONNEL or statut == Statut.EXPERT_AUTORISE  # noqa: PLR1714
    if sur_demande and reste_traite_en_independant:
        return au_moins(debut, traitement_d_independant_le)
    if statut == Statut.CONJOINT_COLLABORATEUR and lien_avec_le_chef == LienAvecLeChef.CONCUBINAGE:
        return au_moins(debut, date_des_concubins)
    if certificat_en_cours and lieu_d_exercice != LieuExercice.FRANCE:
        return au_moins(debut, certificat_du)
    return debut


@de_l_activite(depuis="2017-12-31", unite="date", references="CSS R. 611-3 (2018-01-01)", pour=AU_JOUR)
def effet__au_jour(premier_jour_d_independant):
    """Premier jour de l'affiliation à la retraite : celui du début de l'activité."""
    return premier_jour_d_independant


@de_l_activite(
    depuis="2017-12-31",
    unite="date",
    references=("CSS R. 611-3 (2018-01-01)", "CSS R. 643-1 (2018-01-01)"),
    pour=tuple(f for f in (*PAR_LA_SOCIETE, *CONJOINTS, *SECTIONS) if f is not Fondement.PSYCHOMOTRICIEN_CIPAV),
)
def effet__section(premier_jour_d_independant, section_de_la_profession, date_cipav_au_jour):
    """Premier jour de l'affiliation à la retraite.

    Le jour du début de l'activité. Dans une section de la CNAVPL, le premier jour du trimestre civil suivant ; à la
    Cipav, le jour même pour un début à partir du 5 mars 2023.
    """
    return jour_d_effet(premier_jour_d_independant, section_de_la_profession, date_cipav_au_jour)


@de_l_activite(
    depuis="2017-12-31",
    unite="date",
    references=("CSS R. 611-3 (2018-01-01)", "CSS L. 651-1 (2018-06-14)"),
    pour=Fondement.AVOCAT,
    a_confirmer="La date d'effet propre à la CNBF n'a pas été lue : le jour du début d'activité est retenu.",
)
def effet__avocat(debut):
    """Premier jour de l'affiliation à la CNBF : le jour du début d'activité."""
    return debut


@de_l_activite(
    depuis="2018-01-01",
    unite="date",
    references=("D. 2019-1358", "L. 2017-1836 art. 15"),
    pour=Fondement.LIBERALE_OPTION_SSI,
)
def effet__option_ssi(effet_de_l_option):
    """Premier jour de l'affiliation aux indépendants : le 1er janvier qui suit l'option."""
    return effet_de_l_option


@de_l_activite(
    depuis="2017-12-31",
    unite="date",
    references=("CSS R. 611-3 (2018-01-01)", "CSS R. 643-1 (2018-01-01)", "CSS L. 640-1 (2022-12-25)"),
    pour=Fondement.PSYCHOMOTRICIEN_CIPAV,
)
def effet__psychomotricien(
    debut,
    debut_de_la_profession,
    section_de_la_profession,
    date_cipav_au_jour,
    depart_des_non_reglementees,
    date_retour_psychomotriciens_nouveaux,
    date_retour_psychomotriciens_tous,
):
    """Premier jour de l'affiliation à la Cipav : celui du retour pour qui était aux indépendants."""
    sortie = debut_de_la_profession >= depart_des_non_reglementees
    if sortie and debut_de_la_profession < date_retour_psychomotriciens_nouveaux:
        return au_moins(debut, date_retour_psychomotriciens_tous)
    return jour_d_effet(debut, section_de_la_profession, date_cipav_au_jour)


@de_l_activite(depuis="2017-12-31", unite="date", references="CSS D. 742-18 (2020-05-25)", pour=VOLONTAIRES)
def effet__volontaire(effet_volontaire):
    """Premier jour de l'assurance volontaire : celui du trimestre civil qui suit la demande."""
    return effet_volontaire


@de_l_activite(
    depuis="2017-12-31",
    unite="date",
    references=("CSS L. 161-8 (2018-01-01)", "CSS R. 161-3 (2019-01-01)"),
    pour=Fondement.RADIE_MAINTENU,
)
def effet__maintien(dernier_jour_d_affiliation):
    """Premier jour des droits maintenus : le lendemain de la fin de l'affiliation."""
    return dernier_jour_d_affiliation + 1


@de_l_activite(
    depuis="2017-12-31",
    unite="date",
    references="CSS L. 311-2 (1985-12-21)",
    pour=tuple(f for f in (*ASSIMILES, *AUTRES_REGIMES) if f is not Fondement.CONJOINT_COLLABORATEUR_REPUTE_SALARIE),
)
def effet__voisin(debut):
    """Premier jour de l'affiliation : celui de l'activité."""
    return debut


@de_l_activite(
    depuis="2022-01-01",
    unite="date",
    references=("c. com. L. 121-4", "L. 2021-1754 art. 24"),
    pour=Fondement.CONJOINT_COLLABORATEUR_REPUTE_SALARIE,
)
def effet__repute_salarie(dernier_jour_de_collaborateur):
    """Jour où le conjoint est réputé salarié : le lendemain des cinq années."""
    return dernier_jour_de_collaborateur + 1


@de_l_activite(
    depuis="2017-12-31",
    jusqu_au="2017-12-31",
    references=("CSS L. 611-1 (2017-01-01)", "CSS L. 160-1 (2016-12-25)"),
    pour=(*INDEPENDANTS, Fondement.RADIE_MAINTENU),
)
def regime_maladie__rsi(annee):
    """Santé : RSI, pour son dernier jour."""
    return RegimeDeBranche.RSI


@de_l_activite(
    depuis="2018-01-01",
    references=("CSS L. 160-1 (2016-12-25)", "CSS L. 611-1 (2018-06-14)"),
    pour=(*INDEPENDANTS, Fondement.RADIE_MAINTENU),
)
@de_l_activite(
    depuis="2017-12-31",
    references="CSS L. 160-1 (2016-12-25)",
    pour=(
        *(f for f in SANS_REGIME if f not in SANS_SANTE_FRANCAISE),
        *ASSIMILES,
        Fondement.FONCTIONNAIRE,
        Fondement.ARTISTE_AUTEUR,
        Fondement.VOLONTAIRE_APRES_CESSATION,
        Fondement.AIDE_FAMILIAL,
    ),
)
def regime_maladie__general(annee):
    """Santé : régime général, par le travail ou par la résidence en France."""
    return RegimeDeBranche.REGIME_GENERAL


@de_l_activite(depuis="2017-12-31", references="CRPM L. 722-1", pour=(Fondement.AGRICOLE, Fondement.SALARIE_AGRICOLE))
def regime_maladie__agricole(annee):
    """Santé : MSA."""
    return RegimeDeBranche.MSA


@de_l_activite(depuis="2017-12-31", references="CSS L. 611-1 (2018-06-14)", pour=Fondement.MARIN)
def regime_maladie__marin(annee):
    """Santé : Enim."""
    return RegimeDeBranche.ENIM


@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 111-2", "Ord. 77-1102"),
    pour=(Fondement.COLLECTIVITE, Fondement.AUTRE_TERRITOIRE),
)
def regime_maladie__territoire(annee):
    """Santé : la caisse de prévoyance sociale du territoire."""
    return RegimeDeBranche.CPS


@de_l_activite(depuis="2017-12-31", references="CSS L. 111-2-2 (2016-01-01)", pour=Fondement.AUTRE_LEGISLATION)
def regime_maladie__autre_legislation(annee):
    """Santé : celle de l'État dont la législation s'applique."""
    return RegimeDeBranche.AUCUN


@de_l_activite(depuis="2017-12-31", references="CSS L. 742-6 (2018-06-14)", pour=Fondement.VOLONTAIRE_A_L_ETRANGER)
def regime_maladie__a_l_etranger(annee):
    """Santé : rien à ce titre ; l'assurance volontaire depuis l'étranger ne porte que sur la vieillesse."""
    return RegimeDeBranche.AUCUN


@de_l_activite(
    depuis="2017-12-31", references=("CSS L. 632-1 (2018-06-14)", "CSS L. 644-1", "CSS L. 654-1 (2018-06-14)")
)
def regime_invalidite_deces(regime):
    """Invalidité et décès : le régime de la retraite, qui couvre aussi ces risques pour un indépendant."""
    if regime == Regime.SSI:
        return RegimeDeBranche.SSI
    if regime == Regime.CNAVPL:
        return RegimeDeBranche.CNAVPL
    if regime == Regime.CNBF:
        return RegimeDeBranche.CNBF
    if regime == Regime.RSI:
        return RegimeDeBranche.RSI
    if regime == Regime.CFE:
        return RegimeDeBranche.CFE
    if regime == Regime.MSA:
        return RegimeDeBranche.MSA
    if regime == Regime.ENIM:
        return RegimeDeBranche.ENIM
    if regime == Regime.FONCTION_PUBLIQUE:
        return RegimeDeBranche.FONCTION_PUBLIQUE
    if regime == Regime.AUCUN:
        return RegimeDeBranche.AUCUN
    return RegimeDeBranche.REGIME_GENERAL


@de_l_activite(depuis="2017-12-31", references="CSS L. 512-1")
def regime_famille(regime, regime_maladie):
    """Prestations familiales : la Caf, pour qui réside en France ; la MSA pour l'activité agricole."""
    if regime == Regime.MSA:
        return RegimeDeBranche.MSA
    if regime_maladie == RegimeDeBranche.AUCUN:
        return RegimeDeBranche.AUCUN
    if regime_maladie == RegimeDeBranche.CPS:
        return RegimeDeBranche.CPS
    return RegimeDeBranche.REGIME_GENERAL
