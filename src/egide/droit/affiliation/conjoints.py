"""Conjoints : collaborateur, associé, ou présumé salarié ; la durée du statut de collaborateur."""

from egide.droit.affiliation.commun import de_l_activite
from egide.droit.commun.categories import Fondement
from egide.droit.commun.enumerations import Forme, LienAvecLeChef, Statut
from egide.moteur.mecanismes import JAMAIS, au_moins, jour_apres_mois


@de_l_activite(depuis="2022-01-01", unite="oui/non", references=("c. com. L. 121-4", "L. 2021-1754 art. 24"))
def conjoint_proche_de_la_retraite(naissance_connue, age_du_maintien_conjoint, date_limite_du_maintien_conjoint):
    """Conjoint qui a 67 ans au plus tard le 31 décembre 2031 : il garde son statut jusqu'à sa retraite."""
    return jour_apres_mois(naissance_connue, age_du_maintien_conjoint) <= date_limite_du_maintien_conjoint


@de_l_activite(
    depuis="2022-01-01",
    unite="date",
    references=("c. com. L. 121-4", "L. 2021-1754 art. 24", "CSS L. 661-2 (2022-01-01)"),
)
def dernier_jour_de_collaborateur(
    statut,
    debut,
    jours_conjoint_anterieurs,
    conjoint_proche_de_la_retraite,
    retraite_depuis,
    date_limite_conjoint_depuis,
    duree_statut_conjoint,
):
    """Dernier jour du statut de conjoint collaborateur, limité à cinq ans sur toute la carrière.

    Les années d'avant 2022 ne comptent pas. Exception : qui a 67 ans au plus tard le 31 décembre 2031 garde le statut
    jusqu'à sa retraite.
    """
    if statut != Statut.CONJOINT_COLLABORATEUR:
        return JAMAIS
    if conjoint_proche_de_la_retraite and retraite_depuis == JAMAIS:
        return JAMAIS
    if conjoint_proche_de_la_retraite:
        return retraite_depuis - 1
    commence = au_moins(debut, date_limite_conjoint_depuis)
    return jour_apres_mois(commence, duree_statut_conjoint) - 1 - jours_conjoint_anterieurs


@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 661-1 (2018-06-14)", "c. com. L. 121-4", "CSS L. 311-6", "L. 2021-1754 art. 24"),
)
def fondement_conjoint(
    statut,
    forme,
    chef_assimile_salarie,
    lien_avec_le_chef,
    premier_jour_periode,
    date_des_concubins,
    dernier_jour_de_collaborateur=JAMAIS,
):
    """Conjoint qui travaille dans l'entreprise : le statut choisi, le chef d'entreprise et la durée décident.

    Le chef doit être un indépendant. Le concubin peut être collaborateur depuis 2022 seulement.
    """
    if statut != Statut.CONJOINT_COLLABORATEUR and statut != Statut.CONJOINT_ASSOCIE:  # noqa: PLR1714
        return Fondement.AUCUN
    par_actions = forme >= Forme.SAS and forme <= Forme.SCOP
    liberale_par_actions = forme == Forme.SELAS or forme == Forme.SELAFA  # noqa: PLR1714
    if chef_assimile_salarie or par_actions or liberale_par_actions:
        return Fondement.CONJOINT_PRESUME_SALARIE
    if statut == Statut.CONJOINT_ASSOCIE:
        return Fondement.CONJOINT_ASSOCIE
    if lien_avec_le_chef == LienAvecLeChef.CONCUBINAGE and premier_jour_periode < date_des_concubins:
        return Fondement.CONCUBIN_SANS_STATUT
    if premier_jour_periode > dernier_jour_de_collaborateur:
        return Fondement.CONJOINT_COLLABORATEUR_REPUTE_SALARIE
    return Fondement.CONJOINT_COLLABORATEUR
