"""Les activités que le régime micro-social n'admet pas, ou qui ne sont pas encore calculées : chacune par son nom."""

from egide.droit.commun.categories import ReductionMicro
from egide.droit.commun.enumerations import CategorieLiberale, Nature, Territoire
from egide.droit.micro_entrepreneur.commun import refus_micro


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


@refus_micro(depuis="2018-01-01", references="L. 2019-1446", pour=ReductionMicro.MAYOTTE)
def hors_champ_micro_mayotte_ancien(debut, premier_jour_micro_mayotte):
    """Mayotte : le micro-social n'y vaut que pour les activités débutées depuis le 1er avril 2020.

    Une activité plus ancienne cotise sur son revenu : écrire statut: entreprise_individuelle.
    """
    return debut < premier_jour_micro_mayotte


@refus_micro(depuis="2018-01-01", references=("CSS L. 613-7 (2018-06-14)", "L. 87-563 art. 3"))
def hors_champ_micro_saint_pierre(territoire):
    """Saint-Pierre-et-Miquelon : le micro-social n'y existe pas.

    Il suppose le régime fiscal des articles 50-0 ou 102 ter du CGI, alors que l'archipel fixe ses propres impôts ; sa
    Caisse de prévoyance sociale (CPS) appelle les cotisations sur le revenu : écrire statut: entreprise_individuelle.
    """
    return territoire == Territoire.COLLECTIVITE


@refus_micro(depuis="2018-01-01", references=("CSS L. 613-7 (2018-06-14)", "CSS L. 751-1 (2015-10-16)"))
def hors_champ_micro_pacifique(territoire):
    """Polynésie française, Nouvelle-Calédonie, Wallis-et-Futuna : le micro-social n'y existe pas.

    Ni le Code de la sécurité sociale ni les articles 50-0 et 102 ter du CGI ne s'y appliquent ; la caisse du territoire
    (CPS, Cafat ou CPSWF) renseigne.
    """
    return territoire == Territoire.AUTRE
