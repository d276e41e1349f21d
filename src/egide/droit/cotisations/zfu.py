"""Zones franches urbaines : exonération de maladie-maternité des entreprises qui s'y sont installées avant 2015."""

from egide.droit.commun.categories import Exoneration
from egide.droit.cotisations.maladie import (
    taux_cotisation_maladie_maternite__2024,
    taux_maladie_total__2018,
    taux_maladie_total__2022,
)
from egide.moteur.mecanismes import annee_du_jour, arrondi_euro, arrondi_taux, au_plus, mois_du_jour, taux_progressif
from egide.moteur.regle import regle

ZFU = Exoneration.ZFU


@regle(
    depuis="2018-01-01",
    unite="ans",
    references="L. 96-987 art. 14",
    pour=ZFU,
    a_confirmer="les durées et les taux de l'exonération en zone franche urbaine viennent d'une seule source, le "
    "simulateur de l'Urssaf ; la dernière version de l'article 14 de la loi du 14 novembre 1996 n'a pas été lue.",
)
def annees_en_zfu(zfu_depuis, annee, mois_par_an):
    """Années passées dans la zone franche urbaine à la fin de l'année, le mois de l'installation compris."""
    premiere = (mois_par_an + 1 - mois_du_jour(zfu_depuis)) / mois_par_an
    return annee - annee_du_jour(zfu_depuis) + premiere


@regle(depuis="2018-01-01", unite="fraction", references="L. 96-987 art. 14", pour=ZFU)
def taux_exoneration_zfu(
    annees_en_zfu, zfu_salaries, seuil_salaries_zfu, bareme_zfu_petite_entreprise, bareme_zfu_grande_entreprise
):
    """Part exonérée dans une zone franche urbaine.

    Tout pendant cinq ans, puis de moins en moins, plus longtemps pour une petite entreprise. Une année à cheval sur
    deux paliers a un taux entre les deux.
    """
    if zfu_salaries < seuil_salaries_zfu:
        return taux_progressif(annees_en_zfu, bareme_zfu_petite_entreprise, 1)
    return taux_progressif(annees_en_zfu, bareme_zfu_grande_entreprise, 1)


@regle(depuis="2018-01-01", unite="€/an", references=("L. 96-987 art. 14", "D. 2004-565"), pour=ZFU)
def revenu_exonere_zfu(assiette_sociale, smic_horaire, heures_plafond_zfu):
    """Revenu jusqu'auquel l'exonération en zone franche urbaine s'applique : un nombre d'heures de SMIC."""
    return au_plus(assiette_sociale, smic_horaire * heures_plafond_zfu)


@regle(
    depuis="2018-01-01",
    jusqu_au="2021-12-31",
    unite="fraction",
    references=("L. 96-987 art. 14", "CSS D. 621-2 (2018-01-01)"),
    pour=ZFU,
)
def taux_maladie_zfu__2018(
    revenu_exonere_zfu,
    plafond_proratise,
    taux_maladie_plein,
    taux_maladie_intermediaire,
    taux_maladie_plancher,
    seuil_maladie_reduction,
    seuil_maladie_taux_plein,
    dispense_assiette_minimale,
    taux_cotisation_indemnites_journalieres,
):
    """Taux de la cotisation maladie-maternité du revenu exonéré en zone franche urbaine."""
    total = taux_maladie_total__2018(
        revenu_exonere_zfu,
        plafond_proratise,
        taux_maladie_plein,
        taux_maladie_intermediaire,
        taux_maladie_plancher,
        seuil_maladie_reduction,
        seuil_maladie_taux_plein,
        dispense_assiette_minimale,
    )
    return arrondi_taux(total - taux_cotisation_indemnites_journalieres)


@regle(
    depuis="2022-01-01",
    jusqu_au="2023-12-31",
    unite="fraction",
    references=("L. 96-987 art. 14", "CSS D. 621-2 (2022-12-10)"),
    pour=ZFU,
)
def taux_maladie_zfu__2022(
    revenu_exonere_zfu, bareme_maladie_total, plafond_proratise, taux_cotisation_indemnites_journalieres
):
    """Taux de la cotisation maladie-maternité du revenu exonéré en zone franche urbaine."""
    total = taux_maladie_total__2022(revenu_exonere_zfu, bareme_maladie_total, plafond_proratise)
    return total - au_plus(taux_cotisation_indemnites_journalieres, total)


@regle(
    depuis="2024-01-01",
    unite="fraction",
    references=("L. 96-987 art. 14", "CSS D. 621-2 (2022-12-10)"),
    pour=ZFU,
)
def taux_maladie_zfu__2024(revenu_exonere_zfu, bareme_maladie, plafond_proratise):
    """Taux de la cotisation maladie-maternité du revenu exonéré en zone franche urbaine."""
    return taux_cotisation_maladie_maternite__2024(revenu_exonere_zfu, bareme_maladie, plafond_proratise)


@regle(depuis="2018-01-01", unite="€/an", references="L. 96-987 art. 14", pour=ZFU)
def exoneration_maladie_maternite__zfu(
    cotisation_maladie_maternite_avant_exoneration,
    assiette_sociale,
    revenu_exonere_zfu,
    taux_maladie_zfu,
    taux_exoneration_zfu,
):
    """Exonération de la cotisation maladie-maternité en zone franche urbaine.

    La part exonérée de la cotisation, ou de celle du revenu plafond quand le revenu le dépasse.
    """
    if assiette_sociale <= revenu_exonere_zfu:
        return cotisation_maladie_maternite_avant_exoneration * taux_exoneration_zfu
    return revenu_exonere_zfu * taux_maladie_zfu * taux_exoneration_zfu


@regle(depuis="2018-01-01", unite="€/an", references="L. 96-987 art. 14", pour=ZFU)
def exoneration_zfu(cotisation_maladie_maternite_avant_exoneration, cotisation_maladie_maternite):
    """Exonération en zone franche urbaine : ce qu'elle retire à la cotisation maladie-maternité, la seule touchée."""
    return arrondi_euro(cotisation_maladie_maternite_avant_exoneration) - cotisation_maladie_maternite
