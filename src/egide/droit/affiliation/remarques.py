"""Ce qu'il faut savoir en plus : chaque règle, vraie, fait dire sa docstring."""

from egide.droit.affiliation.commun import INDEPENDANTS, VOLONTAIRES, de_l_activite
from egide.droit.commun.categories import Fondement
from egide.droit.commun.enumerations import (
    CategorieLiberale,
    Forme,
    Nature,
    ProfessionParticuliere,
    Statut,
    Territoire,
)
from egide.moteur.mecanismes import JAMAIS


@de_l_activite(
    depuis="2017-12-31",
    unite="oui/non",
    references=("CSS L. 613-7 (2018-06-14)", "CSS D. 613-3 (2020-05-25)"),
    pour=INDEPENDANTS,
)
def remarque_micro(statut, section):
    """Micro-entrepreneur : l'affiliation est celle du métier, seul le calcul des cotisations change."""
    return statut == Statut.MICRO_ENTREPRENEUR and section <= CategorieLiberale.CIPAV


@de_l_activite(
    depuis="2017-12-31",
    unite="oui/non",
    references=("CSS L. 613-7 (2018-06-14)", "CSS D. 613-3 (2020-05-25)"),
    pour=INDEPENDANTS,
)
def remarque_micro_impossible(statut, section):
    """Micro-entrepreneur d'une section autre que la Cipav : les cotisations micro-sociales ne s'y appliquent pas."""
    return statut == Statut.MICRO_ENTREPRENEUR and section > CategorieLiberale.CIPAV


@de_l_activite(depuis="2017-12-31", unite="oui/non", references="CSS L. 646-1 (2018-06-14)", pour=INDEPENDANTS)
def remarque_praticien_conventionne(profession_particuliere, nature):
    """Praticien ou auxiliaire médical conventionné (PAMC) : la CPAM sert ses prestations de maternité et de décès.

    La retraite est dans la section de la profession. Les médecins à honoraires libres et les pédicures-podologues
    peuvent refuser ce régime.
    """
    return profession_particuliere == ProfessionParticuliere.PRATICIEN_CONVENTIONNE and nature == Nature.LIBERALE


@de_l_activite(depuis="2017-12-31", unite="oui/non", references="CSS L. 311-3 (2020-12-16)")
def remarque_honoraires_de_sel(forme, nature, fondement):
    """Associé d'une société d'exercice libéral : ses honoraires d'actes restent ceux d'un indépendant."""
    return (
        nature == Nature.LIBERALE
        and (forme == Forme.SELARL or forme == Forme.SELAS)  # noqa: PLR1714
        and fondement >= Fondement.GERANT_EGALITAIRE_REMUNERE
        and fondement <= Fondement.DIRIGEANT_SCOP
    )


@de_l_activite(
    depuis="2017-12-31",
    unite="oui/non",
    references=("CSS L. 171-2-1 (2018-01-01)", "CSS D. 160-15 (2019-01-01)"),
    pour=INDEPENDANTS,
)
def remarque_retraite(retraite_depuis, premier_jour_periode):
    """Retraité qui travaille à son compte : affilié et redevable des cotisations, comme tout indépendant.

    Son dossier de santé peut rester au régime de sa pension.
    """
    return retraite_depuis <= premier_jour_periode


@de_l_activite(
    depuis="2017-12-31",
    unite="oui/non",
    references="Ord. 96-1122 art. 28-2",
    pour=INDEPENDANTS,
    a_confirmer="À Mayotte, les indépendants hors micro-entreprise n'ont été appelés à rien de 2012 à 2024.",
)
def remarque_mayotte(territoire):
    """Mayotte : la santé relève de la Caisse de sécurité sociale de Mayotte (CSSM), par la résidence."""
    return territoire == Territoire.MAYOTTE


@de_l_activite(
    depuis="2022-01-01",
    unite="oui/non",
    references="L. 2021-1754 art. 24",
    pour=Fondement.CONJOINT_COLLABORATEUR,
)
def remarque_naissance_du_conjoint(naissance_connue):
    """Date de naissance du conjoint non donnée : s'il a 67 ans avant 2032, il garde son statut jusqu'à sa retraite."""
    return naissance_connue == JAMAIS


@de_l_activite(
    depuis="2022-01-01",
    unite="oui/non",
    references="L. 2021-1754 art. 24",
    pour=Fondement.CONJOINT_COLLABORATEUR,
)
def remarque_conjoint_proche_de_la_retraite(conjoint_proche_de_la_retraite):
    """Il a 67 ans avant 2032 : son statut dure jusqu'à sa retraite, sans la limite de cinq ans."""
    return conjoint_proche_de_la_retraite


@de_l_activite(
    depuis="2017-12-31",
    unite="oui/non",
    references=("CSS D. 742-15 (2020-05-25)", "CSS D. 742-18 (2020-05-25)"),
    pour=VOLONTAIRES,
)
def remarque_demande_non_datee(demande_le):
    """Demande d'assurance volontaire non datée : elle est supposée faite à temps et acceptée."""
    return demande_le == JAMAIS


@de_l_activite(
    depuis="2018-01-01",
    unite="oui/non",
    references=("CSS L. 613-4 (2019-07-01)", "CSS R. 611-2 (2023-01-01)"),
    pour=(Fondement.RADIE_MAINTENU, Fondement.RADIE),
    a_confirmer="La radiation faute de revenu se décide au terme d'une procédure : la réponse la suppose prononcée.",
)
def remarque_radiation_faute_de_revenu(radiation_faute_de_revenu_n_1=JAMAIS):
    """Deux années civiles de suite sans revenu : l'activité est présumée terminée et la radiation peut être décidée.

    L'organisme prévient la personne, qui a un mois pour s'y opposer en déclarant. La radiation remonte à la fin de la
    dernière année dont le revenu est connu.
    """
    return radiation_faute_de_revenu_n_1 < JAMAIS
