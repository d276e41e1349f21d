"""Ce qui est retenu sur la pension : CSG, CRDS et CASA, selon le revenu fiscal de référence."""

from egide.moteur.mecanismes import arrondi_centime
from egide.moteur.regle import regle


def seuil_du_foyer(premiere_part, demi_part, parts_fiscales, demi_parts_par_part):
    """Seuil pour un foyer : celui de la première part, augmenté pour chaque demi-part de plus."""
    return premiere_part + demi_part * (parts_fiscales - 1) * demi_parts_par_part


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 136-8 (2018-01-01)")
def seuil_csg_1(seuil_csg_1_premiere_part, seuil_csg_1_demi_part, parts_fiscales, demi_parts_par_part):
    """Revenu fiscal au-delà duquel la CSG est due sur la pension."""
    return seuil_du_foyer(seuil_csg_1_premiere_part, seuil_csg_1_demi_part, parts_fiscales, demi_parts_par_part)


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 136-8 (2018-01-01)")
def seuil_csg_2(seuil_csg_2_premiere_part, seuil_csg_2_demi_part, parts_fiscales, demi_parts_par_part):
    """Revenu fiscal jusqu'auquel la CSG est au taux réduit."""
    return seuil_du_foyer(seuil_csg_2_premiere_part, seuil_csg_2_demi_part, parts_fiscales, demi_parts_par_part)


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 136-8 (2019-01-01)")
def seuil_csg_3(seuil_csg_3_premiere_part, seuil_csg_3_demi_part, parts_fiscales, demi_parts_par_part):
    """Revenu fiscal à partir duquel la CSG est au taux plein."""
    return seuil_du_foyer(seuil_csg_3_premiere_part, seuil_csg_3_demi_part, parts_fiscales, demi_parts_par_part)


@regle(depuis="2018-01-01", unite="fraction", references="CSS L. 136-8 (2018-01-01)")
def taux_csg_pension(
    revenu_fiscal_avant_derniere_annee,
    revenu_fiscal_antepenultieme_annee,
    seuil_csg_1,
    seuil_csg_2,
    seuil_csg_3,
    taux_csg_pension_reduit,
    taux_csg_pension_median,
    taux_csg_pension_plein,
):
    """Taux de la CSG sur la pension.

    Aucun jusqu'au premier seuil ; le taux réduit tant que l'un des deux revenus fiscaux, de l'avant-dernière ou de
    l'antépénultième année, ne dépasse pas le deuxième seuil ; puis le taux médian en deçà du troisième, et le plein.
    """
    if revenu_fiscal_avant_derniere_annee <= seuil_csg_1:
        return 0
    if min(revenu_fiscal_avant_derniere_annee, revenu_fiscal_antepenultieme_annee) <= seuil_csg_2:
        return taux_csg_pension_reduit
    if revenu_fiscal_avant_derniere_annee < seuil_csg_3:
        return taux_csg_pension_median
    return taux_csg_pension_plein


@regle(depuis="2018-01-01", unite="€/mois")
def pension_mensuelle_brute(pension_base_mensuelle, pension_rci_mensuelle):
    """Pensions brutes d'un mois, de base et complémentaire des indépendants."""
    return pension_base_mensuelle + pension_rci_mensuelle


@regle(depuis="2018-01-01", unite="€/mois", references="CSS L. 136-8 (2018-01-01)", arrondi=arrondi_centime)
def csg_pension(pension_mensuelle_brute, taux_csg_pension):
    """CSG retenue chaque mois sur les pensions."""
    return pension_mensuelle_brute * taux_csg_pension


@regle(depuis="2018-01-01", unite="€/mois", references="CSS L. 136-8 (2018-01-01)", arrondi=arrondi_centime)
def crds_pension(pension_mensuelle_brute, taux_csg_pension, taux_crds_pension):
    """CRDS retenue chaque mois sur les pensions soumises à la CSG."""
    if taux_csg_pension <= 0:
        return 0
    return pension_mensuelle_brute * taux_crds_pension


@regle(depuis="2018-01-01", unite="€/mois", references="CSS L. 137-41 (2021-01-01)", arrondi=arrondi_centime)
def casa_pension(pension_mensuelle_brute, taux_csg_pension, taux_csg_pension_reduit, taux_casa):
    """Contribution de solidarité pour l'autonomie, retenue avec la CSG au taux médian ou plein."""
    if taux_csg_pension <= taux_csg_pension_reduit:
        return 0
    return pension_mensuelle_brute * taux_casa


@regle(depuis="2018-01-01", unite="€/mois")
def pension_mensuelle_nette(pension_mensuelle_brute, csg_pension, crds_pension, casa_pension):
    """Pensions d'un mois nettes de prélèvements sociaux, avant l'impôt sur le revenu."""
    return pension_mensuelle_brute - csg_pension - crds_pension - casa_pension
