"""L'organisme de santé de qui a plusieurs activités : une seule d'entre elles porte le dossier."""

from egide.droit.affiliation.commun import ASSIMILES, INDEPENDANTS, SANS_REGIME, VOLONTAIRES, de_l_activite
from egide.droit.commun.categories import Fondement
from egide.droit.commun.enumerations import RangDeRattachement

PAR_CONTRAT = (Fondement.SALARIE, Fondement.SALARIE_AGRICOLE)
DIRIGEANTS = (
    Fondement.GERANT_EGALITAIRE_REMUNERE,
    Fondement.GERANT_MINORITAIRE_REMUNERE,
    Fondement.PRESIDENT_SAS,
    Fondement.DIRIGEANT_SA,
    Fondement.DIRIGEANT_SCOP,
)
SANS_CONTRAT = (*(f for f in ASSIMILES if f not in (*PAR_CONTRAT, *DIRIGEANTS)), Fondement.ARTISTE_AUTEUR)
REGIMES_SPECIAUX = (Fondement.FONCTIONNAIRE, Fondement.MARIN)
SANS_ACTIVITE = (*SANS_REGIME, *VOLONTAIRES, Fondement.RADIE_MAINTENU)


@de_l_activite(
    depuis="2017-12-31",
    jusqu_au="2018-12-31",
    unite="oui/non",
    references="CSS L. 160-18 (2018-09-01)",
    a_confirmer="Les seuils du contrat qui emportait le rattachement avant 2019 n'ont pas été lus.",
)
@de_l_activite(
    depuis="2019-01-01", unite="oui/non", references=("CSS L. 160-18 (2018-09-01)", "CSS D. 160-15 (2019-01-01)")
)
def contrat_rattachant(
    contrat_indetermine, contrat_mois, heures_mensuelles, duree_minimale_du_contrat, heures_minimales_du_contrat
):
    """Contrat qui emporte le rattachement : sans terme ou d'au moins six mois, et d'au moins 100 heures par mois.

    Sans durée de travail écrite, une paie d'au moins 100 fois le salaire minimum horaire par mois en tient lieu.
    """
    assez_long = contrat_indetermine or contrat_mois >= duree_minimale_du_contrat
    return assez_long and heures_mensuelles >= heures_minimales_du_contrat


@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 160-18 (2018-09-01)", "CSS D. 160-15 (2019-01-01)"),
    pour=PAR_CONTRAT,
)
def rang_de_rattachement__contrat(contrat_rattachant):
    """L'emploi salarié porte le dossier si le contrat est sans terme ou de six mois, et de 100 heures par mois.

    Le changement est fait par la nouvelle caisse dans les deux mois ; elle en informe la personne dans le mois.
    """
    if contrat_rattachant:
        return RangDeRattachement.EMPLOI
    return RangDeRattachement.EMPLOI_REDUIT


@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 160-18 (2018-09-01)", "CSS L. 711-1"),
    pour=(*DIRIGEANTS, *REGIMES_SPECIAUX),
)
def rang_de_rattachement__emploi(annee):
    """Cet emploi porte le dossier de santé."""
    return RangDeRattachement.EMPLOI


@de_l_activite(depuis="2017-12-31", references="CSS L. 160-18 (2018-09-01)", pour=SANS_CONTRAT)
def rang_de_rattachement__reduit(annee):
    """Activité traitée comme salariée, sans contrat qui emporte le rattachement."""
    return RangDeRattachement.EMPLOI_REDUIT


@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 160-18 (2018-09-01)", "CSS D. 160-15 (2019-01-01)", "CSS D. 160-14 (2020-05-25)"),
    pour=INDEPENDANTS,
)
def rang_de_rattachement__independant(annee):
    """L'activité indépendante porte le dossier, au régime général, sauf emploi dont le contrat l'emporte.

    Le changement est fait par la nouvelle caisse dans les deux mois ; elle en informe la personne dans le mois.
    """
    return RangDeRattachement.INDEPENDANT


@de_l_activite(depuis="2017-12-31", references="CSS L. 160-18 (2018-09-01)", pour=Fondement.AGRICOLE)
def rang_de_rattachement__agricole(annee):
    """L'activité agricole porte le dossier, à la MSA, si elle est exclusive ou principale."""
    return RangDeRattachement.AGRICOLE


@de_l_activite(
    depuis="2017-12-31", references=("CSS L. 160-1 (2016-01-01)", "CSS D. 160-14 (2020-05-25)"), pour=SANS_ACTIVITE
)
def rang_de_rattachement__aucun(annee):
    """Sans activité qui affilie, le dossier reste à la caisse de la dernière activité, ou de la résidence."""
    return RangDeRattachement.AUCUN
