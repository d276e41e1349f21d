"""Ce qu'il faut savoir en plus : chaque règle, vraie, fait dire sa docstring."""

from egide.droit.affiliation.commun import INDEPENDANTS, VOLONTAIRES, de_l_activite
from egide.droit.commun.categories import Fondement
from egide.droit.commun.enumerations import (
    CategorieLiberale,
    Forme,
    Nature,
    ProfessionParticuliere,
    Statut,
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
def remarque_praticien_conventionne(profession_particuliere, nature, non_conventionne):
    """Praticien ou auxiliaire médical conventionné (PAMC) : la CPAM sert ses prestations de maternité et de décès.

    La retraite est dans la section de la profession. Les médecins à honoraires libres et les pédicures-podologues
    peuvent refuser ce régime.
    """
    praticien = profession_particuliere == ProfessionParticuliere.PRATICIEN_CONVENTIONNE and nature == Nature.LIBERALE
    return praticien and not non_conventionne


@de_l_activite(depuis="2017-12-31", unite="oui/non", references="CSS L. 646-1 (2018-06-14)", pour=INDEPENDANTS)
def remarque_praticien_non_conventionne(profession_particuliere, nature, non_conventionne):
    """Hors convention, le régime des praticiens conventionnés ne s'applique pas : celui des autres indépendants vaut.

    La retraite reste dans la section de la profession.
    """
    praticien = profession_particuliere == ProfessionParticuliere.PRATICIEN_CONVENTIONNE and nature == Nature.LIBERALE
    return praticien and non_conventionne


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

    Il peut choisir de laisser son dossier de santé au régime qui lui verse sa pension.
    """
    return retraite_depuis <= premier_jour_periode


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
