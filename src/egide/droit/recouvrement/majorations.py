"""Le retard de paiement : majorations, remise automatique, petites sommes, imputation d'un paiement partiel."""

from egide.moteur.mecanismes import arrondi_euro, arrondi_euro_superieur, au_plus
from egide.moteur.regle import regle

ARRONDI = "La loi ne dit pas comment s'arrondit une majoration de retard : elle l'est ici à l'euro le plus proche."


@regle(
    depuis="2018-01-01",
    jusqu_au="2019-12-31",
    unite="€",
    references="CSS R. 243-18",
    periode="jour",
    arrondi=arrondi_euro,
    a_confirmer=ARRONDI,
)
@regle(
    depuis="2020-01-01",
    unite="€",
    references="CSS R. 243-16 (2020-01-01)",
    periode="jour",
    arrondi=arrondi_euro,
    a_confirmer=ARRONDI,
)
def majoration_retard(impaye_a_l_echeance, taux_majoration_retard):
    """Majoration de retard : une part de ce qui n'est pas payé à l'échéance."""
    return impaye_a_l_echeance * taux_majoration_retard


@regle(
    depuis="2018-01-01",
    jusqu_au="2019-12-31",
    unite="€",
    references=("CSS R. 243-18", "D. 2018-174 art. 14"),
    periode="jour",
    arrondi=arrondi_euro,
    a_confirmer=ARRONDI,
)
@regle(
    depuis="2020-01-01",
    unite="€",
    references="CSS R. 243-16 (2020-01-01)",
    periode="jour",
    arrondi=arrondi_euro,
    a_confirmer=ARRONDI,
)
def majoration_complementaire(impaye_par_mois_commence, taux_majoration_complementaire):
    """Majoration complémentaire : une part de l'impayé pour chaque mois ou fraction de mois depuis l'échéance."""
    return impaye_par_mois_commence * taux_majoration_complementaire


@regle(depuis="2018-01-01", unite="€", references="CSS D. 133-1 (2025-06-28)", periode="jour")
def plafond_mensuel(pass_, mois_par_an):
    """Plafond mensuel de la sécurité sociale."""
    return pass_ / mois_par_an


@regle(
    depuis="2018-01-01",
    unite="€",
    references=("CSS L. 133-3", "CSS D. 133-1"),
    periode="jour",
    arrondi=arrondi_euro_superieur,
)
def seuil_abandon(plafond_mensuel, taux_abandon):
    """Somme en deçà de laquelle l'Urssaf peut renoncer à réclamer : une part du plafond mensuel."""
    return plafond_mensuel * taux_abandon


@regle(depuis="2018-01-01", unite="oui/non", references=("CSS L. 133-3", "CSS D. 133-1"), periode="jour")
def abandon(reste_du, seuil_abandon):
    """Ce qui reste dû est assez petit pour que l'Urssaf puisse y renoncer."""
    if reste_du <= 0:
        return False
    return reste_du < seuil_abandon


@regle(depuis="2020-01-01", unite="oui/non", references="CSS R. 243-11 (2020-01-01)", periode="jour")
def payee_assez_tot(retard_en_jours, delai_remise_automatique):
    """Tout est payé dans les trente jours de l'échéance."""
    return retard_en_jours <= delai_remise_automatique


@regle(depuis="2020-01-01", unite="oui/non", references="CSS R. 243-11 (2020-01-01)", periode="jour")
def majorations_sous_le_plafond(majoration_retard, majoration_complementaire, plafond_mensuel):
    """Les majorations restent inférieures au plafond mensuel de la sécurité sociale."""
    return majoration_retard + majoration_complementaire < plafond_mensuel


@regle(depuis="2020-01-01", unite="oui/non", references="CSS R. 243-11 (2020-01-01)", periode="jour")
def remise_automatique(payee_assez_tot, majorations_sous_le_plafond, retard_recent, declarations_faites):
    """Les majorations ne sont pas dues : payé dans les trente jours, déclarations faites, premier retard en deux ans.

    Il faut aussi que ces majorations soient inférieures au plafond mensuel.
    """
    if retard_recent:
        return False
    if not declarations_faites:
        return False
    return payee_assez_tot and majorations_sous_le_plafond


@regle(
    depuis="2018-01-01",
    jusqu_au="2022-12-31",
    unite="€",
    references=("CSS L. 133-4-11 (2018-01-01)", "CSS D. 133-4"),
    periode="jour",
)
@regle(
    depuis="2023-01-01",
    unite="€",
    references=("CSS L. 133-4-11 (2022-01-01)", "CSS D. 133-4 (2023-01-01)"),
    periode="jour",
)
def somme_imputee(reste_a_imputer, reste_du_de_la_nature):
    """Part d'un paiement qui va à une cotisation : au plus ce qui en reste dû, dans l'ordre du décret."""
    return au_plus(reste_a_imputer, reste_du_de_la_nature)
