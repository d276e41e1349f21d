"""Le revenu d'activité annuel moyen, et le seuil sous lequel l'indemnité est nulle."""

from egide.droit.sante.commun import ASSURES, COURTES
from egide.droit.sante.enumerations import Carriere, OrigineDuRevenu
from egide.moteur.mecanismes import annee_du_jour, au_moins, jour_apres_mois, mois_du_jour
from egide.moteur.regle import regle

DECOMPTE = (
    "le texte ne dit ni comment les mois et les jours d'activité se comptent, ni si le jour du constat en est : on "
    "retient les mois entiers, et les jours de l'installation comprise au constat non compris. Des organisations de "
    "micro-entrepreneurs rapportent que des caisses divisent par trois, contre le texte."
)


@regle(
    depuis="2015-01-01",
    unite="€/an",
    references=("CSS L. 131-6 (2018-06-14)", "CSS D. 621-1 (2018-01-01)", "CSS D. 621-3 (2024-07-07)"),
    pour=OrigineDuRevenu.COMPTES,
)
def revenu_maladie(revenu_professionnel, part_plancher_indemnites_journalieres, pass_):
    """Revenu pris en compte pour les cotisations maladie de l'année.

    Le revenu retenu pour les cotisations (depuis 2025, l'assiette sociale), au moins égal au minimum de la cotisation
    d'indemnités journalières : une part du plafond.
    """
    return au_moins(revenu_professionnel, part_plancher_indemnites_journalieres * pass_)


@regle(
    depuis="2015-01-01",
    unite="€/an",
    references=("CSS L. 613-7 (2023-12-28)", "CSS D. 622-7, I (2021-06-14)"),
    pour=OrigineDuRevenu.RECETTES,
)
def revenu_maladie__recettes(
    recettes_ventes,
    recettes_prestations,
    recettes_liberales,
    recettes_meuble_tourisme_classe,
    taux_abattement_social_ventes,
    taux_abattement_social_prestations_bic,
    taux_abattement_social_prestations_bnc,
    taux_abattement_social_meuble_tourisme_classe,
):
    """Revenu pris en compte pour les cotisations maladie de l'année.

    Celui d'un micro-entrepreneur : le chiffre d'affaires après l'abattement de chaque type d'activité, sans minimum.
    """
    ventes = recettes_ventes * (1 - taux_abattement_social_ventes)
    prestations = recettes_prestations * (1 - taux_abattement_social_prestations_bic)
    liberales = recettes_liberales * (1 - taux_abattement_social_prestations_bnc)
    meubles = recettes_meuble_tourisme_classe * (1 - taux_abattement_social_meuble_tourisme_classe)
    return ventes + prestations + liberales + meubles


@regle(
    depuis="2018-01-01",
    jusqu_au="2019-12-31",
    unite="€/an",
    references="CSS D. 613-21 (2019-05-30)",
    pour=(*ASSURES, Carriere.ETABLIE),
)
def revenu_moyen_trois_ans__2018(revenu_maladie_n_1, revenu_maladie_n_2, revenu_maladie_n_3, annees_du_revenu_moyen):
    """Moyenne des revenus des trois années civiles qui précèdent le constat de l'incapacité de travail."""
    return (revenu_maladie_n_1 + revenu_maladie_n_2 + revenu_maladie_n_3) / annees_du_revenu_moyen


@regle(
    depuis="2020-01-01",
    unite="€/an",
    references=("CSS D. 622-7, I (2021-06-14)", "CSS L. 622-3 (2019-01-01)"),
    pour=(*ASSURES, Carriere.ETABLIE),
)
def revenu_moyen_trois_ans__2020(
    revenu_maladie_n_1,
    revenu_maladie_n_2,
    revenu_maladie_n_3,
    cotisations_payees_sur_dues_n_1,
    cotisations_payees_sur_dues_n_2,
    cotisations_payees_sur_dues_n_3,
    annees_du_revenu_moyen,
):
    """Moyenne des revenus des trois années civiles qui précèdent le constat de l'incapacité de travail.

    Le revenu d'une année dont les cotisations ne sont pas toutes payées compte pour la part payée.
    """
    premiere = revenu_maladie_n_1 * cotisations_payees_sur_dues_n_1
    deuxieme = revenu_maladie_n_2 * cotisations_payees_sur_dues_n_2
    troisieme = revenu_maladie_n_3 * cotisations_payees_sur_dues_n_3
    return (premiere + deuxieme + troisieme) / annees_du_revenu_moyen


@regle(
    depuis="2021-08-08",
    jusqu_au="2021-12-31",
    unite="€/an",
    references=("D. 2021-1049 art. 1", "L. 2021-1040 art. 4"),
    pour=(*ASSURES, Carriere.ETABLIE),
)
def revenu_moyen_sans_2020__2021(
    revenu_maladie_n_2,
    revenu_maladie_n_3,
    cotisations_payees_sur_dues_n_2,
    cotisations_payees_sur_dues_n_3,
    annees_du_revenu_moyen,
):
    """Moyenne des revenus de 2018 et de 2019, l'année 2020 étant laissée de côté."""
    deuxieme = revenu_maladie_n_2 * cotisations_payees_sur_dues_n_2
    troisieme = revenu_maladie_n_3 * cotisations_payees_sur_dues_n_3
    return (deuxieme + troisieme) / (annees_du_revenu_moyen - 1)


@regle(
    depuis="2022-01-01",
    jusqu_au="2022-12-31",
    unite="€/an",
    references=("D. 2021-1049 art. 1", "L. 2021-1040 art. 4"),
    pour=(*ASSURES, Carriere.ETABLIE),
)
def revenu_moyen_sans_2020__2022(
    revenu_maladie_n_1,
    revenu_maladie_n_3,
    cotisations_payees_sur_dues_n_1,
    cotisations_payees_sur_dues_n_3,
    annees_du_revenu_moyen,
):
    """Moyenne des revenus de 2019 et de 2021, l'année 2020 étant laissée de côté."""
    premiere = revenu_maladie_n_1 * cotisations_payees_sur_dues_n_1
    troisieme = revenu_maladie_n_3 * cotisations_payees_sur_dues_n_3
    return (premiere + troisieme) / (annees_du_revenu_moyen - 1)


@regle(
    depuis="2023-01-01",
    jusqu_au="2023-12-31",
    unite="€/an",
    references=("D. 2021-1049 art. 1", "L. 2021-1040 art. 4"),
    pour=(*ASSURES, Carriere.ETABLIE),
)
def revenu_moyen_sans_2020__2023(
    revenu_maladie_n_1,
    revenu_maladie_n_2,
    cotisations_payees_sur_dues_n_1,
    cotisations_payees_sur_dues_n_2,
    annees_du_revenu_moyen,
):
    """Moyenne des revenus de 2021 et de 2022, l'année 2020 étant laissée de côté."""
    premiere = revenu_maladie_n_1 * cotisations_payees_sur_dues_n_1
    deuxieme = revenu_maladie_n_2 * cotisations_payees_sur_dues_n_2
    return (premiere + deuxieme) / (annees_du_revenu_moyen - 1)


@regle(
    depuis="2018-01-01",
    jusqu_au="2020-05-24",
    unite="€/an",
    references="CSS D. 613-21 (2019-05-30)",
    pour=(*ASSURES, Carriere.ETABLIE),
)
@regle(
    depuis="2020-05-25",
    jusqu_au="2020-12-31",
    unite="€/an",
    references="CSS D. 622-7, I (2020-05-25)",
    pour=(*ASSURES, Carriere.ETABLIE),
)
@regle(
    depuis="2021-01-01",
    jusqu_au="2021-08-07",
    unite="€/an",
    references="CSS D. 622-7, I (2020-05-25)",
    pour=(*ASSURES, Carriere.ETABLIE),
    a_confirmer="la loi L. 2021-1040 (art. 4) laisse de côté l'année 2020 pour des arrêts commencés jusqu'au "
    "31 décembre 2021 sans dire depuis quand ; l'assurance maladie annonçait un nouveau calcul de ceux d'avant le "
    "8 août 2021, à demander à la caisse.",
)
@regle(
    depuis="2024-01-01",
    unite="€/an",
    references="CSS D. 622-7, I (2021-06-14)",
    pour=(*ASSURES, Carriere.ETABLIE),
)
def revenu_annuel_moyen(revenu_moyen_trois_ans):
    """Revenu d'activité annuel moyen.

    La moyenne des revenus des trois années civiles qui précèdent le constat médical de l'incapacité de travail.
    """
    return revenu_moyen_trois_ans


@regle(
    depuis="2021-08-08",
    jusqu_au="2023-12-31",
    unite="€/an",
    references=("CSS D. 622-7, I (2021-06-14)", "D. 2021-1049 art. 1", "L. 2021-1040 art. 4"),
    pour=(*ASSURES, Carriere.ETABLIE),
)
def revenu_annuel_moyen__sans_2020(revenu_moyen_trois_ans, revenu_moyen_sans_2020):
    """Revenu d'activité annuel moyen.

    La moyenne des trois années civiles qui précèdent le constat, ou celle des deux autres que 2020 si elle est plus
    élevée.
    """
    return au_moins(revenu_moyen_trois_ans, revenu_moyen_sans_2020)


@regle(
    depuis="2018-01-01",
    jusqu_au="2020-05-24",
    unite="€",
    references="CSS D. 613-31 (2019-05-30)",
    pour=(*ASSURES, Carriere.PREMIERE_ANNEE),
)
@regle(
    depuis="2020-05-25",
    unite="€",
    references="CSS D. 622-7, II (2021-06-14)",
    pour=(*ASSURES, Carriere.PREMIERE_ANNEE),
)
def revenu_depuis_l_installation__premiere(revenu_a_ce_jour):
    """Revenu pris en compte depuis l'installation : celui de l'année, jusqu'au constat."""
    return revenu_a_ce_jour


@regle(
    depuis="2018-01-01",
    jusqu_au="2019-12-31",
    unite="€",
    references="CSS D. 613-31 (2019-05-30)",
    pour=(*ASSURES, Carriere.DEUXIEME_ANNEE),
)
def revenu_depuis_l_installation__deuxieme_2018(revenu_a_ce_jour, revenu_maladie_n_1):
    """Revenu pris en compte depuis l'installation : celui de la première année, et de celle-ci jusqu'au constat."""
    return revenu_a_ce_jour + revenu_maladie_n_1


@regle(
    depuis="2020-01-01",
    unite="€",
    references=("CSS D. 622-7, II (2021-06-14)", "CSS L. 622-3 (2019-01-01)"),
    pour=(*ASSURES, Carriere.DEUXIEME_ANNEE),
)
def revenu_depuis_l_installation__deuxieme_2020(revenu_a_ce_jour, revenu_maladie_n_1, cotisations_payees_sur_dues_n_1):
    """Revenu pris en compte depuis l'installation : celui de la première année, et de celle-ci jusqu'au constat.

    Le revenu d'une année dont les cotisations ne sont pas toutes payées compte pour la part payée.
    """
    return revenu_a_ce_jour + revenu_maladie_n_1 * cotisations_payees_sur_dues_n_1


@regle(
    depuis="2018-01-01",
    jusqu_au="2019-12-31",
    unite="€",
    references="CSS D. 613-31 (2019-05-30)",
    pour=(*ASSURES, Carriere.TROISIEME_ANNEE),
)
def revenu_depuis_l_installation__troisieme_2018(revenu_a_ce_jour, revenu_maladie_n_1, revenu_maladie_n_2):
    """Revenu pris en compte depuis l'installation : celui des deux premières années, et de celle-ci au constat."""
    return revenu_a_ce_jour + revenu_maladie_n_1 + revenu_maladie_n_2


@regle(
    depuis="2020-01-01",
    unite="€",
    references=("CSS D. 622-7, II (2021-06-14)", "CSS L. 622-3 (2019-01-01)"),
    pour=(*ASSURES, Carriere.TROISIEME_ANNEE),
)
def revenu_depuis_l_installation__troisieme_2020(
    revenu_a_ce_jour,
    revenu_maladie_n_1,
    revenu_maladie_n_2,
    cotisations_payees_sur_dues_n_1,
    cotisations_payees_sur_dues_n_2,
):
    """Revenu pris en compte depuis l'installation : celui des deux premières années, et de celle-ci au constat.

    Le revenu d'une année dont les cotisations ne sont pas toutes payées compte pour la part payée.
    """
    premiere = revenu_maladie_n_1 * cotisations_payees_sur_dues_n_1
    deuxieme = revenu_maladie_n_2 * cotisations_payees_sur_dues_n_2
    return revenu_a_ce_jour + premiere + deuxieme


@regle(
    depuis="2018-01-01",
    jusqu_au="2021-06-30",
    unite="mois",
    references="CSS D. 613-31 (2019-05-30)",
    pour=COURTES,
)
def mois_d_activite(premiere_affiliation, premier_jour_periode, annee, mois_par_an):
    """Mois entiers d'activité au jour du constat."""
    mois = mois_du_jour(premier_jour_periode) - mois_du_jour(premiere_affiliation)
    total = mois + mois_par_an * (annee - annee_du_jour(premiere_affiliation))
    if jour_apres_mois(premiere_affiliation, total) > premier_jour_periode:
        return au_moins(total - 1, 1)
    return au_moins(total, 1)


@regle(depuis="2021-07-01", unite="jours", references="CSS D. 622-7, II (2021-06-14)", pour=COURTES)
def jours_d_activite(premiere_affiliation, premier_jour_periode):
    """Jours d'activité, de l'installation comprise au constat non compris."""
    return au_moins(premier_jour_periode - premiere_affiliation, 1)


@regle(
    depuis="2018-01-01",
    jusqu_au="2019-05-29",
    unite="€/an",
    references="CSS D. 613-31 (2018-01-01)",
    pour=(*ASSURES, *COURTES),
    a_confirmer="la version de l'article D. 613-31 en vigueur du 1er janvier 2018 au 29 mai 2019 énumérait des cas qui "
    f"n'ont pas été lus : on applique la suivante. Et {DECOMPTE}",
)
@regle(
    depuis="2019-05-30",
    jusqu_au="2020-05-24",
    unite="€/an",
    references="CSS D. 613-31 (2019-05-30)",
    pour=(*ASSURES, *COURTES),
    a_confirmer=DECOMPTE,
)
@regle(
    depuis="2020-05-25",
    jusqu_au="2021-06-30",
    unite="€/an",
    references="CSS D. 622-7, II (2020-05-25)",
    pour=(*ASSURES, *COURTES),
    a_confirmer=DECOMPTE,
)
def revenu_annuel_moyen__mois(revenu_depuis_l_installation, mois_d_activite, mois_par_an):
    """Revenu d'activité annuel moyen.

    Les trois premières années civiles : le revenu depuis l'installation, divisé par les mois d'activité et ramené à
    l'année.
    """
    return revenu_depuis_l_installation * mois_par_an / mois_d_activite


@regle(
    depuis="2021-07-01",
    unite="€/an",
    references="CSS D. 622-7, II (2021-06-14)",
    pour=(*ASSURES, *COURTES),
    a_confirmer=DECOMPTE,
)
def revenu_annuel_moyen__jours(revenu_depuis_l_installation, jours_d_activite, jours_par_an):
    """Revenu d'activité annuel moyen.

    Les trois premières années civiles : le revenu depuis l'installation, divisé par les jours d'activité et ramené à
    l'année.
    """
    return revenu_depuis_l_installation * jours_par_an / jours_d_activite
