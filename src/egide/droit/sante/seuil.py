"""Le seuil de revenu : un dixième de la moyenne des plafonds des mêmes années que le revenu moyen."""

from egide.droit.sante.commun import ASSURES, COURTES
from egide.droit.sante.enumerations import Carriere
from egide.moteur.mecanismes import annee_du_jour, atteint
from egide.moteur.regle import regle


@regle(
    depuis="2018-01-01",
    jusqu_au="2020-05-24",
    unite="€/an",
    references="CSS D. 613-30 (2019-05-30)",
    pour=ASSURES,
)
@regle(
    depuis="2020-05-25",
    unite="€/an",
    references="CSS D. 622-8 (2020-05-25)",
    pour=(*ASSURES, Carriere.ETABLIE),
)
def moyenne_des_plafonds(pass__n_1, pass__n_2, pass__n_3, annees_du_revenu_moyen):
    """Moyenne des plafonds annuels des trois années civiles qui précèdent."""
    return (pass__n_1 + pass__n_2 + pass__n_3) / annees_du_revenu_moyen


@regle(
    depuis="2020-05-25",
    unite="€/an",
    references="CSS D. 622-8 (2020-05-25)",
    pour=(*ASSURES, Carriere.PREMIERE_ANNEE),
)
def moyenne_des_plafonds__premiere_annee(pass_):
    """Plafond de l'année de l'installation, sur laquelle le revenu moyen est calculé."""
    return pass_


@regle(
    depuis="2020-05-25",
    unite="€/an",
    references="CSS D. 622-8 (2020-05-25)",
    pour=(*ASSURES, Carriere.DEUXIEME_ANNEE),
)
def moyenne_des_plafonds__deuxieme_annee(pass_, pass__n_1, annees_d_affiliation):
    """Moyenne des plafonds des deux années sur lesquelles le revenu moyen est calculé."""
    return (pass_ + pass__n_1) / annees_d_affiliation


@regle(
    depuis="2020-05-25",
    unite="€/an",
    references="CSS D. 622-8 (2020-05-25)",
    pour=(*ASSURES, Carriere.TROISIEME_ANNEE),
)
def moyenne_des_plafonds__troisieme_annee(pass_, pass__n_1, pass__n_2, annees_d_affiliation):
    """Moyenne des plafonds des trois années sur lesquelles le revenu moyen est calculé."""
    return (pass_ + pass__n_1 + pass__n_2) / annees_d_affiliation


@regle(depuis="2020-05-25", unite="années", references="CSS D. 622-8 (2020-05-25)", pour=COURTES)
def annees_d_affiliation(premiere_affiliation, annee):
    """Années civiles d'affiliation, celle du constat comprise."""
    return annee - annee_du_jour(premiere_affiliation) + 1


@regle(
    depuis="2018-01-01",
    jusqu_au="2020-05-24",
    unite="€/an",
    references="CSS D. 613-30 (2019-05-30)",
    pour=ASSURES,
)
@regle(depuis="2020-05-25", unite="€/an", references="CSS D. 622-8 (2020-05-25)", pour=ASSURES)
def seuil_revenu(moyenne_des_plafonds, part_plafond_seuil_revenu):
    """Seuil de revenu.

    Un dixième de la moyenne des plafonds annuels des années sur lesquelles le revenu moyen est calculé. Sous ce
    revenu moyen, l'indemnité est nulle.
    """
    return part_plafond_seuil_revenu * moyenne_des_plafonds


@regle(
    depuis="2018-01-01",
    jusqu_au="2020-05-24",
    unite="oui/non",
    references=("CSS D. 613-30 (2019-05-30)", "CSS D. 613-32 (2019-05-30)"),
    pour=ASSURES,
)
@regle(
    depuis="2020-05-25",
    unite="oui/non",
    references=("CSS D. 622-8 (2020-05-25)", "CSS D. 622-9 (2020-05-25)"),
    pour=ASSURES,
)
def revenu_suffisant(revenu_annuel_moyen, seuil_revenu, rsa_ou_prime_activite):
    """Revenu moyen au moins égal au seuil.

    Qui perçoit le RSA ou la prime d'activité, sans avoir demandé à payer les cotisations minimales, en est dispensé.
    """
    return rsa_ou_prime_activite or atteint(revenu_annuel_moyen, seuil_revenu)
