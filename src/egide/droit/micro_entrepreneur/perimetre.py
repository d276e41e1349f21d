"""Les activités que le régime micro-social n'admet pas, ou qui ne sont pas encore calculées : chacune par son nom."""

from egide.droit.commun.categories import ReductionMicro
from egide.droit.commun.enumerations import CategorieLiberale, Nature, OptionConjoint, Territoire
from egide.droit.micro_entrepreneur.commun import refus_micro
from egide.moteur.mecanismes import annee_du_jour


@refus_micro(depuis="2018-01-01", references="CRPM L. 722-1")
def hors_champ_micro_agricole(nature):
    """Activité agricole : le micro-social ne l'admet pas.

    Elle relève de la Mutualité sociale agricole (MSA), qui a son propre régime micro (micro-BA).
    """
    return nature == Nature.AGRICOLE


@refus_micro(depuis="2018-01-01", references="CSS L. 382-1 (2019-01-01)")
def hors_champ_micro_artiste(nature):
    """Activité d'artiste-auteur : le micro-social ne l'admet pas.

    Elle relève de l'Urssaf des artistes-auteurs ; le micro-BNC fiscal y reste possible.
    """
    return nature == Nature.ARTISTIQUE


@refus_micro(depuis="2018-01-01", references=("CSS L. 613-7 (2018-06-14)", "CSS L. 640-1 (2018-01-01)"))
def hors_champ_micro_liberal(categorie_liberale):
    """Profession libérale réglementée hors de la Cipav : le micro-social ne l'admet pas.

    Elle relève de la section de sa profession (CARMF, CARPIMKO, CARCDSF, CAVP, CARPV, Cavec, Cavamac, Cavom, CPRN ou
    CNBF) ; écrire statut: entreprise_individuelle, avec exercices.AAAA.revenu_imposable au micro-BNC.
    """
    return categorie_liberale > CategorieLiberale.CIPAV


@refus_micro(depuis="2018-01-01", references="CSS L. 756-5 (2018-01-01)")
def hors_champ_micro_territoire(territoire):
    """Mayotte, Saint-Pierre-et-Miquelon et les îles du Pacifique : le micro-social n'y est pas calculé par Égide.

    Les textes lus ne disent pas s'il s'y applique ; l'Urssaf ou la caisse du territoire renseigne.
    """
    return territoire >= Territoire.MAYOTTE


@refus_micro(depuis="2018-01-01", references="CSS D. 756-5 (2017-05-12)", pour=ReductionMicro.OUTRE_MER)
def hors_champ_outre_mer_ancien(debut, annee, ancien_regime_outre_mer_micro, annees_apres_le_debut_outre_mer_2):
    """Micro-entreprise d'outre-mer débutée en 2016, encore dans ses vingt-quatre mois d'exonération totale.

    Cet ancien régime n'est pas calculé par Égide ; l'Urssaf renseigne.
    """
    recent = annee_du_jour(debut) + annees_apres_le_debut_outre_mer_2 >= annee
    return debut < ancien_regime_outre_mer_micro and recent


@refus_micro(depuis="2018-01-01", references="CSS D. 613-5 (2020-05-25)")
def hors_champ_micro_conjoint(conjoint_collaborateur_option):
    """Conjoint collaborateur d'un micro-entrepreneur, sur le revenu forfaitaire : non calculé par Égide.

    Le décret divise ce forfait par le taux d'abattement, ce qui ne se lit pas d'une seule façon ; l'Urssaf renseigne.
    Sur le chiffre d'affaires, écrire une autre option (revenu_sans_partage_tiers…).
    """
    return conjoint_collaborateur_option == OptionConjoint.FORFAIT
