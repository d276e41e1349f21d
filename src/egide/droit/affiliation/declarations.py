"""Ce que la personne doit déclarer, et dans quel délai : chaque règle donne un dernier jour, ou un nombre de jours."""

from egide.droit.affiliation.commun import INDEPENDANTS, VOLONTAIRES, de_l_activite
from egide.droit.commun.categories import Fondement
from egide.moteur.mecanismes import DE_LONGUE_DATE, JAMAIS


@de_l_activite(
    depuis="2017-12-31",
    unite="date",
    references=("CSS R. 611-1 (2018-01-01)", "CSS R. 611-3 (2018-01-01)"),
    pour=(*INDEPENDANTS, Fondement.PAS_COMMENCEE),
)
def declaration_du_debut(debut, delai_de_declaration):
    """Le début de l'activité."""
    if debut == DE_LONGUE_DATE:
        return JAMAIS
    return debut + delai_de_declaration


@de_l_activite(
    depuis="2017-12-31",
    unite="jours",
    references="CSS R. 611-1 (2018-01-01)",
    pour=(*INDEPENDANTS, *VOLONTAIRES, Fondement.RADIE_MAINTENU),
)
def declaration_de_changement(delai_de_declaration):
    """Tout changement de résidence, d'activité ou de régime de retraite ou d'invalidité."""
    return delai_de_declaration


@de_l_activite(
    depuis="2017-12-31",
    unite="date",
    references=("CSS R. 611-1 (2018-01-01)", "CSS R. 611-3 (2018-01-01)"),
    pour=(*INDEPENDANTS, Fondement.RADIE_MAINTENU),
)
def declaration_de_la_fin(dernier_jour_d_activite, delai_de_declaration):
    """La fin de l'activité."""
    if dernier_jour_d_activite == JAMAIS:
        return JAMAIS
    return dernier_jour_d_activite + delai_de_declaration


@de_l_activite(
    depuis="2022-01-01",
    unite="date",
    references=("c. com. L. 121-4", "L. 2021-1754 art. 24"),
    pour=Fondement.CONJOINT_COLLABORATEUR,
)
def declaration_du_statut_de_conjoint(dernier_jour_de_collaborateur):
    """Le statut qui suit celui de conjoint collaborateur, salarié ou associé, par le chef d'entreprise."""
    return dernier_jour_de_collaborateur


@de_l_activite(
    depuis="2018-01-01",
    unite="date",
    references=("CSS L. 613-4 (2019-07-01)", "CSS L. 613-2"),
    pour=INDEPENDANTS,
)
def declaration_des_revenus_manquants(evenement_seconde_annee_sans_revenu):
    """Le revenu de l'année, et celui de la précédente s'il n'a pas été déclaré : sinon, présomption de fin."""
    return evenement_seconde_annee_sans_revenu
