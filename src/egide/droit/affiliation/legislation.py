"""Plusieurs États : une seule législation de sécurité sociale s'applique à la fois."""

from egide.droit.affiliation.commun import de_l_activite
from egide.droit.commun.enumerations import LieuExercice

DE_MEMOIRE = (
    "Les règlements européens de coordination n'ont pas été relus : interroger le Cleiss ou l'Urssaf avant de conclure."
)


@de_l_activite(depuis="2017-12-31", unite="oui/non", references="Règl. 883/2004 art. 12")
def certificat_en_cours(certificat_du, certificat_au, premier_jour_periode):
    """Un certificat (A1, ou de détachement) couvre ce jour."""
    if premier_jour_periode < certificat_du:
        return False
    return premier_jour_periode <= certificat_au


@de_l_activite(depuis="2017-12-31", unite="oui/non", references="Règl. 883/2004 art. 13")
def plusieurs_etats(independant_en_france, independant_dans_l_union):
    """Activités indépendantes en France et dans un autre État de l'Union, en même temps."""
    return independant_en_france and independant_dans_l_union


@de_l_activite(
    depuis="2017-12-31",
    unite="oui/non",
    references=("Règl. 883/2004 art. 13", "Règl. 987/2009 art. 14"),
    a_confirmer=DE_MEMOIRE,
)
def hors_de_l_etat_designe(
    plusieurs_etats, residence_hors_de_france, part_de_l_activite_en_france, totalite_du_capital, part_substantielle
):
    """Indépendant dans plusieurs États de l'Union : la France n'est pas l'État désigné.

    L'État de résidence est désigné si une part substantielle de l'activité, le quart, y est exercée ; sinon celui du
    centre d'intérêt des activités, tenu ici pour l'autre État.
    """
    if not plusieurs_etats:
        return False
    if residence_hors_de_france:
        return totalite_du_capital - part_de_l_activite_en_france >= part_substantielle
    return part_de_l_activite_en_france < part_substantielle


@de_l_activite(
    depuis="2017-12-31",
    unite="oui/non",
    references=("CSS L. 111-2-2 (2016-01-01)", "Règl. 883/2004 art. 11", "Règl. 883/2004 art. 13"),
)
def legislation_etrangere(
    certificat_en_cours,
    certificat_etranger,
    lieu_d_exercice,
    salarie_en_france,
    salarie_dans_l_union,
    plusieurs_etats,
    hors_de_l_etat_designe,
):
    """Une autre législation que la française s'applique à l'activité.

    Le certificat décide s'il y en a un. Sinon, hors de l'Union, le lieu de l'activité ; dans l'Union, l'État de
    l'emploi pour qui est salarié dans l'un et indépendant dans l'autre ; l'État désigné pour qui est indépendant dans
    plusieurs ; le lieu de l'activité dans les autres cas.
    """
    if certificat_en_cours:
        return certificat_etranger
    if lieu_d_exercice == LieuExercice.AILLEURS:
        return True
    if salarie_en_france:
        return False
    if salarie_dans_l_union:
        return True
    if plusieurs_etats:
        return hors_de_l_etat_designe
    return lieu_d_exercice == LieuExercice.UNION_EUROPEENNE
