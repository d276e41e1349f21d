"""Les trimestres de retraite que valide le chiffre d'affaires."""

from egide.droit.micro_entrepreneur.commun import BIC, CIPAV, CLASSE, LIBERAL, SERVICES, VENTES, regle_du_mois
from egide.moteur.mecanismes import au_plus, partie_entiere
from egide.moteur.regle import regle

SSI = (*BIC, LIBERAL, CLASSE)
SUR_LE_REVENU = "Trimestres comptés sur le revenu après abattement : le texte d'avant octobre 2022 n'a pas été lu."
SUR_LES_PALIERS = (
    "Trimestres comptés sur les paliers imprimés en 2019 par l'administration, dont le texte n'a pas été lu."
)
SUR_LA_COTISATION = (
    "Trimestres comptés sur la cotisation de retraite que contient le versement ; compter sur le revenu après "
    "abattement peut en donner un de plus ou de moins."
)


@regle_du_mois(depuis="2018-01-01", jusqu_au="2022-12-31", unite="€", references="CSS L. 613-7 (2018-06-14)", pour=SSI)
def revenu_cotise__revenu(revenu_d_une_activite):
    """Revenu qui compte pour la retraite de base : le chiffre d'affaires après abattement."""
    return revenu_d_une_activite


@regle_du_mois(depuis="2023-01-01", unite="€", references=("CSS L. 613-7 (2018-06-14)", "CSS D. 613-6"), pour=SSI)
def revenu_cotise__cotisation(recettes_retenues, taux_global, repartition_retraite_base, taux_retraite_base_micro):
    """Revenu qui compte pour la retraite de base.

    Celui dont la cotisation serait, au taux des indépendants, la part de la retraite de base dans le versement au taux
    global : ce dont l'Acre ou l'outre-mer exonèrent compte aussi.
    """
    return recettes_retenues * taux_global * repartition_retraite_base / taux_retraite_base_micro


@regle_du_mois(
    depuis="2018-01-01", jusqu_au="2022-12-31", unite="€", references="CSS L. 613-7 (2018-06-14)", pour=CIPAV
)
def revenu_cotise_cipav__revenu(revenu_d_une_activite):
    """Revenu qui compte pour la retraite de base de la Cipav : le chiffre d'affaires après abattement."""
    return revenu_d_une_activite


@regle_du_mois(depuis="2023-01-01", unite="€", references=("CSS L. 613-7 (2018-06-14)", "CSS D. 613-6"), pour=CIPAV)
def revenu_cotise_cipav__cotisation(
    recettes_retenues, taux_global, repartition_retraite_base, taux_retraite_base_micro_cipav
):
    """Revenu qui compte pour la retraite de base de la Cipav : celui dont ce serait la cotisation."""
    return recettes_retenues * taux_global * repartition_retraite_base / taux_retraite_base_micro_cipav


@regle(
    depuis="2019-01-01",
    jusqu_au="2020-12-31",
    unite="trimestres",
    references="CSS L. 613-7 (2018-06-14)",
    entite="activite",
    agregation="somme",
    pour=VENTES,
)
def trimestres_des_paliers__ventes(
    recettes_retenues,
    palier_trimestre_1_ventes,
    palier_trimestre_2_ventes,
    palier_trimestre_3_ventes,
    palier_trimestre_4_ventes,
):
    """Trimestres que valide le chiffre d'affaires de ventes, par paliers."""
    un = recettes_retenues >= palier_trimestre_1_ventes
    deux = recettes_retenues >= palier_trimestre_2_ventes
    trois = recettes_retenues >= palier_trimestre_3_ventes
    quatre = recettes_retenues >= palier_trimestre_4_ventes
    return un + deux + trois + quatre


@regle(
    depuis="2019-01-01",
    jusqu_au="2020-12-31",
    unite="trimestres",
    references="CSS L. 613-7 (2018-06-14)",
    entite="activite",
    agregation="somme",
    pour=SERVICES,
)
def trimestres_des_paliers__services(
    recettes_retenues,
    palier_trimestre_1_prestations_bic,
    palier_trimestre_2_prestations_bic,
    palier_trimestre_3_prestations_bic,
    palier_trimestre_4_prestations_bic,
):
    """Trimestres que valide le chiffre d'affaires de prestations commerciales, par paliers."""
    un = recettes_retenues >= palier_trimestre_1_prestations_bic
    deux = recettes_retenues >= palier_trimestre_2_prestations_bic
    trois = recettes_retenues >= palier_trimestre_3_prestations_bic
    quatre = recettes_retenues >= palier_trimestre_4_prestations_bic
    return un + deux + trois + quatre


@regle(
    depuis="2019-01-01",
    jusqu_au="2020-12-31",
    unite="trimestres",
    references="CSS L. 613-7 (2018-06-14)",
    entite="activite",
    agregation="somme",
    pour=LIBERAL,
)
def trimestres_des_paliers__liberal(
    recettes_retenues,
    palier_trimestre_1_prestations_bnc,
    palier_trimestre_2_prestations_bnc,
    palier_trimestre_3_prestations_bnc,
    palier_trimestre_4_prestations_bnc,
):
    """Trimestres que valide le chiffre d'affaires libéral, par paliers."""
    un = recettes_retenues >= palier_trimestre_1_prestations_bnc
    deux = recettes_retenues >= palier_trimestre_2_prestations_bnc
    trois = recettes_retenues >= palier_trimestre_3_prestations_bnc
    quatre = recettes_retenues >= palier_trimestre_4_prestations_bnc
    return un + deux + trois + quatre


@regle(
    depuis="2019-01-01",
    jusqu_au="2020-12-31",
    unite="trimestres",
    references=("CSS L. 613-7 (2018-06-14)", "CSS R. 351-9"),
    entite="activite",
    agregation="somme",
    pour=(CIPAV, CLASSE),
)
def trimestres_des_paliers__revenu(revenu_d_une_activite, smic_horaire, heures_smic_par_trimestre):
    """Trimestres que valide le chiffre d'affaires sans paliers imprimés : ceux du revenu après abattement."""
    return partie_entiere(revenu_d_une_activite / (smic_horaire * heures_smic_par_trimestre))


@regle(depuis="2018-01-01", unite="€", references="CSS R. 351-9")
def revenu_d_un_trimestre(smic_horaire, heures_smic_par_trimestre):
    """Revenu qui valide un trimestre : cent cinquante heures du SMIC du 1er janvier."""
    return smic_horaire * heures_smic_par_trimestre


@regle(
    depuis="2018-01-01",
    jusqu_au="2018-12-31",
    unite="trimestres",
    references=("CSS L. 613-7 (2018-06-14)", "CSS R. 351-9"),
    a_confirmer=SUR_LE_REVENU,
)
@regle(
    depuis="2021-01-01",
    jusqu_au="2022-12-31",
    unite="trimestres",
    references=("CSS L. 613-7 (2018-06-14)", "CSS R. 351-9"),
    a_confirmer=SUR_LE_REVENU,
)
@regle(
    depuis="2023-01-01",
    unite="trimestres",
    references=("CSS L. 613-7 (2018-06-14)", "CSS R. 351-9"),
    a_confirmer=SUR_LA_COTISATION,
)
def trimestres_annee__revenu(revenu_d_un_trimestre, trimestres_par_an, revenu_cotise=0, revenu_cotise_cipav=0):
    """Trimestres de retraite validés dans l'année, quatre au plus.

    Un trimestre par cent cinquante heures de SMIC, à la sécurité sociale des indépendants d'une part, à la Cipav de
    l'autre.
    """
    ssi = partie_entiere(revenu_cotise / revenu_d_un_trimestre)
    cipav = partie_entiere(revenu_cotise_cipav / revenu_d_un_trimestre)
    return au_plus(ssi + cipav, trimestres_par_an)


@regle(
    depuis="2019-01-01",
    jusqu_au="2020-12-31",
    unite="trimestres",
    references=("CSS L. 613-7 (2018-06-14)", "CSS R. 351-9"),
    a_confirmer=SUR_LES_PALIERS,
)
def trimestres_annee__paliers(trimestres_des_paliers, trimestres_par_an):
    """Trimestres de retraite validés dans l'année, quatre au plus, par paliers de chiffre d'affaires."""
    return au_plus(trimestres_des_paliers, trimestres_par_an)
