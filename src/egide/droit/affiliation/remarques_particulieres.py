"""Ce qu'il faut savoir de situations particulières : chaque règle, vraie, fait dire sa docstring."""

from egide.droit.affiliation.commun import INDEPENDANTS, de_l_activite
from egide.droit.commun.categories import Fondement
from egide.droit.commun.enumerations import CategorieLiberale, Collectivite, LieuExercice, Statut, Territoire
from egide.moteur.mecanismes import JAMAIS

RADIES = (Fondement.RADIE_MAINTENU, Fondement.RADIE)


# Plusieurs États, outre-mer


@de_l_activite(
    depuis="2017-12-31",
    unite="oui/non",
    references=("CSS L. 111-2-2 (2016-01-01)", "Règl. 883/2004 art. 12"),
    pour=INDEPENDANTS,
)
def remarque_detachement(certificat_en_cours):
    """Activité hors de France sous législation française : le certificat le prouve sur place, il faut l'avoir avec soi.

    Il se demande à l'Urssaf, avant le départ ; une autre législation s'applique hors de France quand il finit.
    """
    return certificat_en_cours


@de_l_activite(
    depuis="2017-12-31",
    unite="oui/non",
    references=("CSS L. 111-2-2 (2016-01-01)", "Règl. 883/2004 art. 13"),
    pour=INDEPENDANTS,
)
def remarque_plusieurs_etats(plusieurs_etats, salarie_en_france, salarie_dans_l_union, lieu_d_exercice):
    """Activités dans plusieurs États de l'Union : une seule législation s'applique, et toutes y cotisent.

    L'institution de l'État de résidence la désigne, à la demande de la personne : en France, l'Urssaf.
    """
    employe_en_france = salarie_en_france and lieu_d_exercice == LieuExercice.UNION_EUROPEENNE
    return plusieurs_etats or salarie_dans_l_union or employe_en_france


@de_l_activite(
    depuis="2017-12-31",
    unite="oui/non",
    references=("CSS L. 111-2-2 (2016-01-01)", "CSS R. 611-3 (2018-01-01)"),
    pour=INDEPENDANTS,
)
def remarque_residence_hors_de_france(residence_hors_de_france):
    """Résidence hors de France : l'activité en France affilie quand même, quel que soit le lieu de résidence.

    La caisse d'assurance maladie est alors celle du lieu de l'activité.
    """
    return residence_hors_de_france


@de_l_activite(depuis="2017-12-31", unite="oui/non", references="Ord. 96-1122 art. 28-2", pour=INDEPENDANTS)
def remarque_mayotte(territoire):
    """Mayotte : la santé relève de la Caisse de sécurité sociale de Mayotte (CSSM), par la résidence."""
    return territoire == Territoire.MAYOTTE


@de_l_activite(
    depuis="2017-12-31",
    jusqu_au="2025-12-31",
    unite="oui/non",
    references="Ord. 96-1122 art. 28-2",
    pour=INDEPENDANTS,
    a_confirmer="À Mayotte, les indépendants hors micro-entreprise n'ont été appelés à rien de 2012 à 2024.",
)
def remarque_retraite_a_mayotte__avant(territoire, statut):
    """Mayotte, hors micro-entreprise : aucune cotisation n'a été appelée, donc aucun droit à retraite acquis."""
    return territoire == Territoire.MAYOTTE and statut != Statut.MICRO_ENTREPRENEUR


@de_l_activite(
    depuis="2026-01-01",
    unite="oui/non",
    references=("Ord. 96-1122 art. 28-2", "D. 2025-1431"),
    pour=INDEPENDANTS,
    a_confirmer="À Mayotte, ce qui est réellement appelé depuis 2026 n'a pas été lu.",
)
def remarque_retraite_a_mayotte__2026(territoire, statut):
    """Mayotte, hors micro-entreprise : les cotisations, non appelées de 2012 à 2024, reprennent depuis 2026."""
    return territoire == Territoire.MAYOTTE and statut != Statut.MICRO_ENTREPRENEUR


@de_l_activite(depuis="2017-12-31", unite="oui/non", references="CSS L. 752-1 (2018-01-01)", pour=INDEPENDANTS)
def remarque_saint_barthelemy(collectivite):
    """Saint-Barthélemy : tout passe par la caisse de prévoyance sociale (CPS), guichet local de la MSA."""
    return collectivite == Collectivite.SAINT_BARTHELEMY


@de_l_activite(depuis="2017-12-31", unite="oui/non", references="CSS L. 752-1 (2018-01-01)", pour=INDEPENDANTS)
def remarque_saint_martin(collectivite):
    """Saint-Martin : la caisse générale de sécurité sociale (CGSS) et la Caf sont celles de Guadeloupe."""
    return collectivite == Collectivite.SAINT_MARTIN


# Médecins remplaçants


@de_l_activite(
    depuis="2020-01-01",
    unite="oui/non",
    references=("CSS L. 642-4-2 (2020-01-01)", "CSS D. 642-4-1 (2020-01-01)"),
    pour=Fondement.LIBERALE_SECTION,
)
def remarque_medecin_remplacant(remplacant, section, recettes_connues, recettes_de_l_annee, plafond_remplacants):
    """Médecin ou étudiant remplaçant aux recettes de 19 000 € au plus : offre simplifiée possible, à taux global.

    Elle se choisit auprès de la CPAM et se déclare sur le téléservice de l'Urssaf ; la retraite reste à la CARMF.
    """
    sous_le_seuil = recettes_de_l_annee <= plafond_remplacants or not recettes_connues
    return remplacant and section == CategorieLiberale.CARMF and sous_le_seuil


@de_l_activite(
    depuis="2020-01-01",
    unite="oui/non",
    references=("CSS D. 642-4-1 (2020-01-01)", "CSS D. 642-4-3 (2021-06-14)"),
    pour=Fondement.LIBERALE_SECTION,
)
def remarque_remplacant_au_dela(remplacant, section, recettes_connues, recettes_de_l_annee, plafond_remplacants):
    """Remplaçant dont les recettes dépassent 19 000 € : l'offre simplifiée ne peut plus être choisie.

    Qui l'avait choisie paie des cotisations complémentaires sur ce qui dépasse.
    """
    au_dela = recettes_connues and recettes_de_l_annee > plafond_remplacants
    return remplacant and section == CategorieLiberale.CARMF and au_dela


# Élus, collaborateurs, vendeurs à domicile, avocats salariés


@de_l_activite(
    depuis="2017-12-31",
    unite="oui/non",
    references=("CSS L. 382-31 (2013-01-01)", "CSS D. 382-34 (2013-01-01)"),
    pour=Fondement.ELU_LOCAL,
)
def remarque_indemnites_assujetties(recettes_connues, recettes_de_l_annee, pass_, part_plafond_des_elus):
    """Les indemnités dépassent la moitié du plafond de la sécurité sociale : elles supportent des cotisations."""
    return recettes_connues and recettes_de_l_annee > pass_ * part_plafond_des_elus


@de_l_activite(
    depuis="2017-12-31",
    jusqu_au="2023-08-31",
    unite="oui/non",
    references=("CSS L. 382-31 (2013-01-01)", "CSS D. 382-34 (2013-01-01)"),
    pour=Fondement.ELU_LOCAL,
)
def remarque_indemnites_sous_le_seuil__avant(recettes_connues, recettes_de_l_annee, pass_, part_plafond_des_elus):
    """Jusqu'à la moitié du plafond, les indemnités sont sans cotisations, sauf métier cessé pour le mandat."""
    return recettes_de_l_annee <= pass_ * part_plafond_des_elus or not recettes_connues


@de_l_activite(
    depuis="2023-09-01",
    unite="oui/non",
    references=("CSS L. 382-31 (2023-12-28)", "CSS D. 382-34-1 (2023-09-01)"),
    pour=Fondement.ELU_LOCAL,
)
def remarque_indemnites_sous_le_seuil__2023(recettes_connues, recettes_de_l_annee, pass_, part_plafond_des_elus):
    """Jusqu'à la moitié du plafond, les indemnités sont sans cotisations, sauf demande ou métier cessé pour le mandat.

    La demande est faite à la collectivité ; elle vaut du premier jour du mois suivant, jusqu'à la fin du mandat.
    """
    return recettes_de_l_annee <= pass_ * part_plafond_des_elus or not recettes_connues


@de_l_activite(depuis="2017-12-31", unite="oui/non", references="CSS D. 311-4 (2019-01-01)", pour=INDEPENDANTS)
def remarque_rattachement_du_collaborateur(statut, reste_traite_en_independant):
    """Sommes rattachées à l'activité indépendante : elles se déclarent avec le revenu professionnel.

    La demande vaut jusqu'au 30 juin de l'année suivante et se reconduit d'elle-même, sauf dénonciation avant ce jour.
    """
    return statut == Statut.COLLABORATEUR_OCCASIONNEL and reste_traite_en_independant


@de_l_activite(
    depuis="2017-12-31", unite="oui/non", references="CSS L. 311-3, 19° (2020-12-16)", pour=Fondement.SALARIE
)
def remarque_avocat_salarie(avocat):
    """Avocat salarié : régime général, sauf la retraite, qui reste à la CNBF."""
    return avocat


@de_l_activite(
    depuis="2018-01-01",
    unite="oui/non",
    references="L. 93-121 art. 3",
    pour=Fondement.VENTE_A_DOMICILE,
    a_confirmer="L'obligation d'inscription des vendeurs à domicile après trois années est dite de mémoire.",
)
def remarque_inscription_du_vendeur(trois_annees_de_vente):
    """Trois années civiles de suite au-dessus de la moitié du plafond : il faut s'inscrire au registre.

    L'inscription au registre du commerce ou à celui des agents commerciaux fait de lui un indépendant.
    """
    return trois_annees_de_vente


@de_l_activite(depuis="2018-01-01", unite="oui/non", references="L. 93-121 art. 3")
def annee_de_vente_elevee(remuneration_par_annee, pass_, part_plafond_des_vendeurs):
    """Rémunération de l'année, de vendeur à domicile, au-dessus de la moitié du plafond."""
    return remuneration_par_annee > pass_ * part_plafond_des_vendeurs


@de_l_activite(depuis="2018-01-01", unite="oui/non", references="L. 93-121 art. 3")
def trois_annees_de_vente(
    annee_de_vente_elevee_n_1=False, annee_de_vente_elevee_n_2=False, annee_de_vente_elevee_n_3=False
):
    """Les trois années civiles précédentes l'ont été."""
    return annee_de_vente_elevee_n_1 and annee_de_vente_elevee_n_2 and annee_de_vente_elevee_n_3


# Santé, plusieurs activités


@de_l_activite(
    depuis="2017-12-31",
    unite="oui/non",
    references=("CSS L. 160-18 (2018-09-01)", "CSS D. 160-15 (2019-01-01)"),
    pour=(Fondement.SALARIE, Fondement.SALARIE_AGRICOLE),
)
def remarque_contrat_non_decrit(autre_activite, contrat_decrit):
    """Contrat de travail non décrit : supposé sans terme et à plein temps, il emporte le dossier de santé.

    Un contrat de moins de six mois, ou de moins de 100 heures par mois, ne l'emporterait pas.
    """
    return autre_activite and not contrat_decrit


# Radiation faute de revenu : la procédure a changé deux fois


@de_l_activite(
    depuis="2018-01-01",
    jusqu_au="2019-10-25",
    unite="oui/non",
    references=("CSS L. 613-4 (2019-07-01)", "CSS R. 611-2 (2018-01-01)"),
    pour=RADIES,
    a_confirmer="La radiation faute de revenu se décide au terme d'une procédure : la réponse la suppose prononcée.",
)
def remarque_radiation__2018(radiation_faute_de_revenu_n_1=JAMAIS):
    """Deux années civiles de suite sans revenu : la radiation peut être décidée, à la fin de la dernière année connue.

    Les autres organismes ont quinze jours pour s'y opposer, puis la personne un mois pour répondre et déclarer.
    """
    return radiation_faute_de_revenu_n_1 < JAMAIS


@de_l_activite(
    depuis="2019-10-26",
    jusqu_au="2022-12-31",
    unite="oui/non",
    references=("CSS L. 613-4 (2019-07-01)", "D. 2019-1080"),
    pour=RADIES,
    a_confirmer="La radiation faute de revenu se décide au terme d'une procédure : la réponse la suppose prononcée.",
)
def remarque_radiation__2019(radiation_faute_de_revenu_n_1=JAMAIS):
    """Deux années civiles de suite sans revenu : la radiation peut être décidée, à la fin de la dernière année connue.

    La personne a un mois pour s'y opposer. La radiation emporte celle des registres.
    """
    return radiation_faute_de_revenu_n_1 < JAMAIS


@de_l_activite(
    depuis="2023-01-01",
    unite="oui/non",
    references=("CSS L. 613-4 (2023-01-01)", "CSS R. 611-2 (2023-01-01)"),
    pour=RADIES,
    a_confirmer="La radiation faute de revenu se décide au terme d'une procédure : la réponse la suppose prononcée.",
)
def remarque_radiation__2023(radiation_faute_de_revenu_n_1=JAMAIS):
    """Deux années civiles de suite sans revenu : la radiation peut être décidée, à la fin de la dernière année connue.

    Après une première année non déclarée, les autres organismes ont six mois pour répondre ; puis la personne a un mois
    pour s'opposer, en déclarant. La décision lui est notifiée, et transmise au guichet unique.
    """
    return radiation_faute_de_revenu_n_1 < JAMAIS
