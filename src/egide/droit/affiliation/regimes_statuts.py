"""Ceux que leur qualité range hors des indépendants : ce que la loi en dit."""

from egide.droit.affiliation.commun import de_l_activite
from egide.droit.commun.categories import Fondement
from egide.droit.commun.enumerations import Regime


@de_l_activite(depuis="2017-12-31", references="CSS L. 711-1", pour=Fondement.FONCTIONNAIRE)
def regime__fonctionnaire(annee):
    """Agent public titulaire : régime spécial de la fonction publique pour la retraite, régime général pour les soins.

    Une activité indépendante exercée à côté affilie en plus à son propre régime.
    """
    return Regime.FONCTION_PUBLIQUE


@de_l_activite(depuis="2017-12-31", references="CSS L. 382-31 (2013-01-01)", pour=Fondement.ELU_LOCAL)
def regime__elu_local(annee):
    """Élu local : régime général pour l'ensemble des risques, à côté de toute activité indépendante."""
    return Regime.REGIME_GENERAL_SALARIE


@de_l_activite(
    depuis="2017-12-31",
    jusqu_au="2022-12-31",
    references="CSS L. 311-2 (1985-12-21)",
    pour=Fondement.ETUDIANT_JUNIOR_ENTREPRISE,
    a_confirmer=(
        "Avant 2023 la loi ne nommait pas les étudiants d'une junior-entreprise ; leur affiliation comme salariés, par "
        "l'usage, n'a pas été lue dans un texte."
    ),
)
@de_l_activite(
    depuis="2023-01-01", references="CSS L. 311-3, 38° (2023-01-01)", pour=Fondement.ETUDIANT_JUNIOR_ENTREPRISE
)
def regime__etudiant(annee):
    """Étudiant payé pour des études au sein d'une junior-entreprise : régime général, comme un salarié."""
    return Regime.REGIME_GENERAL_SALARIE


@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 311-3, 21° (2020-12-16)", "CSS D. 311-1 (2019-01-01)"),
    pour=Fondement.COLLABORATEUR_OCCASIONNEL,
)
def regime__collaborateur_occasionnel(annee):
    """Collaborateur occasionnel du service public : régime général, par l'organisme pour lequel il travaille.

    Un indépendant peut demander que ces sommes soient rattachées à son activité, par une attestation de son régime.
    """
    return Regime.REGIME_GENERAL_SALARIE


@de_l_activite(depuis="2017-12-31", references="CSS L. 311-3, 27° (2020-12-16)", pour=Fondement.EXPERT_AUTORISE)
def regime__expert_autorise(annee):
    """Agent public autorisé à faire des expertises ou à donner des consultations : régime général, comme un salarié.

    Inscrit comme indépendant à l'Urssaf et sans lien de subordination, il peut demander à être traité comme tel.
    """
    return Regime.REGIME_GENERAL_SALARIE


@de_l_activite(
    depuis="2017-12-31", references=("CRPM L. 722-20", "CSS L. 311-2 (1985-12-21)"), pour=Fondement.SALARIE_AGRICOLE
)
def regime__salarie_agricole(annee):
    """Salarié agricole : Mutualité sociale agricole (MSA), assurances sociales des salariés."""
    return Regime.MSA


@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 611-1 (2018-06-14)", "CSS L. 640-1 (2018-06-14)"),
    pour=Fondement.ARTISTE_HORS_CHAMP,
)
def regime__artiste_hors_champ(annee):
    """Artiste dont l'activité est hors du champ des artistes-auteurs : indépendant, à la Cipav."""
    return Regime.CNAVPL


@de_l_activite(
    depuis="2017-12-31",
    references=("c. com. L. 121-4", "CSS L. 661-1 (2018-06-14)", "L. 2021-1754 art. 24"),
    pour=Fondement.CONCUBIN_SANS_STATUT,
)
def regime__concubin(annee):
    """Concubin du chef d'entreprise : le statut de collaborateur ne lui est ouvert que depuis le 1er janvier 2022.

    Avant, il est salarié, associé, ou assuré volontaire pour la vieillesse s'il n'a aucun régime obligatoire.
    """
    return Regime.AUCUN
