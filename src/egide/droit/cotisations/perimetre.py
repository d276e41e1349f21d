"""Le groupe professionnel, et les situations que ce chapitre ne calcule pas : chacune est refusée par son nom."""

from egide.droit.commun.categories import Groupe
from egide.droit.commun.enumerations import Nature, Statut, Territoire
from egide.droit.cotisations.commun import refus, refus_d_activite


@refus_d_activite(depuis="2018-01-01", references="CRPM L. 722-1")
def hors_champ_agricole(nature):
    """Activité agricole : elle relève de la Mutualité sociale agricole (MSA), à qui il faut s'adresser."""
    return nature == Nature.AGRICOLE


@refus_d_activite(depuis="2018-01-01", references="CSS L. 311-2 (1985-12-21)")
def hors_champ_salarie(nature, statut):
    """Activité salariée ou assimilée (président de SAS, gérant minoritaire, élu, collaborateur occasionnel).

    Elle relève du régime général des salariés : ses cotisations passent par la paie, et non par l'espace des
    indépendants de l'Urssaf.
    """
    assimile = statut == Statut.PRESIDENT_SAS or statut == Statut.GERANT_MINORITAIRE  # noqa: PLR1714
    return nature == Nature.SALARIEE or statut >= Statut.SALARIE or assimile


@refus_d_activite(depuis="2018-01-01", references="CSS L. 382-1 (2019-01-01)")
def hors_champ_artiste(nature):
    """Activité d'artiste-auteur : elle relève du régime général, par l'Urssaf des artistes-auteurs."""
    return nature == Nature.ARTISTIQUE


@refus_d_activite(depuis="2018-01-01", references="CSS L. 311-3 (2020-12-16)")
def hors_champ_nature(nature):
    """Location, chambres d'hôtes ou vente à domicile : l'affiliation y dépend de seuils.

    Ces activités ne sont pas encore calculées par Égide ; l'Urssaf dont dépend l'activité renseigne.
    """
    return nature >= Nature.LOCATION_MEUBLEE


@refus_d_activite(depuis="2018-01-01", references="CSS L. 613-7 (2018-06-14)")
def hors_champ_micro(statut):
    """Micro-entrepreneur : ses cotisations se calculent sur le chiffre d'affaires encaissé.

    Par colonnes, donner type_activite et le chiffre d'affaires de chaque trimestre (recettes__2026_t1…), et demander
    les valeurs de ce régime : cotisations_micro_social, total_a_payer…
    """
    return statut == Statut.MICRO_ENTREPRENEUR


@refus_d_activite(depuis="2018-01-01", references="CSS L. 611-1 (2018-06-14)")
def hors_champ_statut(statut):
    """Statut dont les cotisations ne sont pas encore calculées par Égide.

    Aide familial, assuré volontaire, gérant dont la majorité reste à établir, associé non gérant. Sont calculés :
    l'entrepreneur individuel, le gérant majoritaire, le gérant associé unique, l'associé de SNC, le conjoint associé et
    le conjoint collaborateur.
    """
    # Two tests rather than a set of members: a kernel compiles comparisons.
    entre_deux = statut == Statut.GERANT or statut == Statut.ASSOCIE  # noqa: PLR1714
    sans_revenu_propre = statut == Statut.CONJOINT_COLLABORATEUR or statut == Statut.AIDE_FAMILIAL  # noqa: PLR1714
    return entre_deux or sans_revenu_propre or statut == Statut.ASSURE_VOLONTAIRE


@refus_d_activite(depuis="2018-01-01", references="CSS L. 756-2 (2018-06-14)")
def hors_champ_territoire(territoire):
    """Polynésie, Nouvelle-Calédonie, Wallis-et-Futuna : leurs régimes propres ne sont pas calculés par Égide.

    La caisse de prévoyance sociale du territoire renseigne.
    """
    return territoire == Territoire.AUTRE


@refus_d_activite(depuis="2018-01-01", references="CSS L. 611-1 (2018-06-14)")
def hors_champ_groupe(groupe):
    """Activité d'aucun des groupes calculés : artisans, commerçants, professions libérales."""
    return groupe == Groupe.AUTRE


@refus(depuis="2018-01-01", references="CSS R. 613-17 (2019-07-08)")
def hors_champ_inactivite(jours_affiliation):
    """Aucune activité dans l'année : aucune cotisation n'est due."""
    return jours_affiliation == 0
