"""Les voisins des indépendants : assimilés à des salariés, autres régimes, sans régime ; et à qui s'adresser."""

from egide.droit.affiliation.commun import de_l_activite
from egide.droit.commun.categories import Fondement
from egide.droit.commun.enumerations import Regime


@de_l_activite(depuis="2017-12-31", references="CSS L. 311-3 (2020-12-16)", pour=Fondement.GERANT_EGALITAIRE_REMUNERE)
def regime__gerant_egalitaire(annee):
    """Gérant d'un collège qui détient la moitié exactement : assimilé à un salarié s'il est payé.

    La loi demande plus de la moitié pour être indépendant. Ses cotisations passent par la paie : s'adresser à la CPAM
    et à la Carsat, comme un salarié.
    """
    return Regime.REGIME_GENERAL_SALARIE


@de_l_activite(depuis="2017-12-31", references="CSS L. 311-3 (2020-12-16)", pour=Fondement.GERANT_MINORITAIRE_REMUNERE)
def regime__gerant_minoritaire(annee):
    """Gérant d'un collège minoritaire : assimilé à un salarié s'il est payé.

    Ses cotisations passent par la paie : s'adresser à la CPAM et à la Carsat, comme un salarié.
    """
    return Regime.REGIME_GENERAL_SALARIE


@de_l_activite(depuis="2017-12-31", references="CSS L. 311-3 (2020-12-16)", pour=Fondement.PRESIDENT_SAS)
def regime__president_sas(annee):
    """Président ou dirigeant de SAS, de SASU ou de SELAS : assimilé à un salarié.

    Ses cotisations passent par la paie : s'adresser à la CPAM et à la Carsat, comme un salarié.
    """
    return Regime.REGIME_GENERAL_SALARIE


@de_l_activite(depuis="2017-12-31", references="CSS L. 311-3 (2020-12-16)", pour=Fondement.DIRIGEANT_SA)
def regime__dirigeant_sa(annee):
    """Président, directeur général ou délégué d'une SA ou d'une SELAFA : assimilé à un salarié."""
    return Regime.REGIME_GENERAL_SALARIE


@de_l_activite(depuis="2017-12-31", references="CSS L. 311-3 (2020-12-16)", pour=Fondement.DIRIGEANT_SCOP)
def regime__dirigeant_scop(annee):
    """Dirigeant d'une société coopérative de production (SCOP) : assimilé à un salarié."""
    return Regime.REGIME_GENERAL_SALARIE


@de_l_activite(depuis="2017-12-31", references="CSS L. 311-3 (2018-06-14)", pour=Fondement.VENTE_A_DOMICILE)
def regime__vente_a_domicile(annee):
    """Vendeur à domicile non inscrit à un registre : assimilé à un salarié."""
    return Regime.REGIME_GENERAL_SALARIE


@de_l_activite(depuis="2017-12-31", references="CSS L. 311-3 (2018-06-14)", pour=Fondement.OPTION_REGIME_GENERAL)
def regime__option_de_loueur(annee):
    """Loueur qui a opté pour le régime général : ses recettes, après abattement, sont traitées comme un salaire."""
    return Regime.REGIME_GENERAL_SALARIE


@de_l_activite(depuis="2017-12-31", references="CSS L. 311-3 (2020-12-16)", pour=Fondement.OPTION_OCCASIONNELLE)
def regime__option_occasionnelle(annee):
    """Particulier qui vend ou rend service à l'occasion et a opté pour le régime général.

    L'option se perd l'année qui suit deux années de suite au-dessus de la limite, ou une seule au-dessus du triple.
    """
    return Regime.REGIME_GENERAL_SALARIE


@de_l_activite(
    depuis="2022-01-01",
    references=("c. com. L. 121-4", "CSS L. 661-2 (2022-01-01)", "L. 2021-1754 art. 24"),
    pour=Fondement.CONJOINT_COLLABORATEUR_REPUTE_SALARIE,
)
def regime__conjoint_repute_salarie(annee):
    """Conjoint dont les cinq années de collaborateur sont passées : réputé salarié.

    Le chef d'entreprise doit le déclarer comme salarié, ou le faire associé. L'organisme peut radier l'ancien statut,
    avec effet à la fin de l'année civile où les cinq ans sont échus ; jusque-là l'inscription demeure.
    """
    return Regime.REGIME_GENERAL_SALARIE


@de_l_activite(
    depuis="2017-12-31", references=("c. com. L. 121-4", "CSS L. 311-6"), pour=Fondement.CONJOINT_PRESUME_SALARIE
)
def regime__conjoint_presume_salarie(annee):
    """Conjoint qui travaille dans une société dont le dirigeant est assimilé à un salarié : présumé salarié.

    Les statuts de collaborateur et de conjoint associé supposent un chef d'entreprise indépendant.
    """
    return Regime.REGIME_GENERAL_SALARIE


@de_l_activite(depuis="2017-12-31", references="CSS L. 311-2 (1985-12-21)", pour=Fondement.SALARIE)
def regime__salarie(annee):
    """Activité salariée ou assimilée par la loi : régime général, par l'employeur.

    Journaliste payé à la pige, artiste du spectacle, entrepreneur salarié d'une coopérative, salarié porté. S'adresser
    à la CPAM et à la Carsat.
    """
    return Regime.REGIME_GENERAL_SALARIE


@de_l_activite(depuis="2017-12-31", references=("CSS L. 611-1 (2018-06-14)", "CRPM L. 722-1"), pour=Fondement.AGRICOLE)
def regime__agricole(annee):
    """Activité agricole : Mutualité sociale agricole (MSA).

    Les paysagistes, les bûcherons et les dresseurs d'animaux en font partie. S'adresser à la MSA pour tout.
    """
    return Regime.MSA


@de_l_activite(depuis="2017-12-31", references="CSS L. 382-1 (2019-01-01)", pour=Fondement.ARTISTE_AUTEUR)
def regime__artiste_auteur(annee):
    """Artiste-auteur : régime général, par la sécurité sociale des artistes-auteurs ; ce n'est pas un indépendant.

    S'adresser à l'Urssaf des artistes-auteurs (Limousin) pour les cotisations, à la CPAM pour la santé. L'artiste hors
    de ce champ relève de la Cipav.
    """
    return Regime.ARTISTES_AUTEURS


@de_l_activite(
    depuis="2017-12-31",
    references="CSS L. 611-1 (2018-06-14)",
    pour=Fondement.MARIN,
    a_confirmer="Le régime des marins à leur compte n'a pas été lu dans un texte.",
)
def regime__marin(annee):
    """Marin embarqué à son compte : Établissement national des invalides de la marine (Enim)."""
    return Regime.ENIM


@de_l_activite(depuis="2017-12-31", references="CSS R. 611-3 (2018-01-01)", pour=Fondement.PAS_COMMENCEE)
def regime__pas_commencee(annee):
    """Activité qui n'a pas commencé : l'affiliation prend effet le jour du début."""
    return Regime.AUCUN


@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 611-1 (2018-06-14)", "CSS D. 611-1 (2018-01-01)"),
    pour=Fondement.LOCATION_SOUS_SEUIL,
)
def regime__sous_seuil(annee):
    """Location au-dessous du seuil d'affiliation : aucune affiliation, un revenu du patrimoine."""
    return Regime.AUCUN


@de_l_activite(
    depuis="2017-12-31",
    references="CSS L. 311-3 (2020-12-16)",
    pour=Fondement.DIRIGEANT_NON_REMUNERE,
    a_confirmer="L'absence d'affiliation d'un dirigeant non rémunéré n'a pas été lue dans un texte.",
)
def regime__non_remunere(annee):
    """Dirigeant qui serait assimilé à un salarié, mais n'est pas payé : aucune affiliation."""
    return Regime.AUCUN


@de_l_activite(depuis="2017-12-31", references="CSS L. 611-1 (2018-06-14)", pour=Fondement.ASSOCIE_NON_AFFILIE)
def regime__associe_non_affilie(annee):
    """Associé qui n'est ni dirigeant ni majoritaire et payé : détenir des parts n'affilie à aucun régime."""
    return Regime.AUCUN


@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 742-6 (2018-06-14)", "CSS D. 742-13 (2020-05-25)", "CSS D. 742-15 (2020-05-25)"),
    pour=Fondement.VOLONTAIRE_REFUSE,
)
def regime__volontaire_refuse(annee):
    """Demande d'assurance volontaire non recevable : hors délai, ou une condition manque.

    Six mois après la radiation, ou depuis le début de l'aide familiale ; dix ans depuis l'étranger, et cinq années dans
    des régimes français ; pas de retraite déjà prise.
    """
    return Regime.AUCUN


@de_l_activite(
    depuis="2017-12-31", references=("CSS R. 611-3 (2018-01-01)", "CSS L. 160-1 (2016-01-01)"), pour=Fondement.RADIE
)
def regime__radie(annee):
    """Activité terminée, droits maintenus épuisés : seuls les soins restent pris en charge, par la résidence."""
    return Regime.AUCUN


@de_l_activite(depuis="2017-12-31", references="CSS L. 160-1 (2016-01-01)", pour=Fondement.TERMINEE)
def regime__terminee(annee):
    """Situation terminée : elle n'ouvre plus de droits propres aux indépendants."""
    return Regime.AUCUN
