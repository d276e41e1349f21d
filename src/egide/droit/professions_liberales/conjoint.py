"""Conjoint collaborateur d'une profession libérale : ses cotisations, que paie le professionnel."""

from egide.droit.commun.categories import Caisse, Conjoint, NatureMontant
from egide.droit.commun.enumerations import OptionConjoint
from egide.droit.cotisations.conjoint import SANS_ACRE
from egide.droit.professions_liberales.commun import ACRE, LIBERALES, SECTIONS
from egide.moteur.mecanismes import arrondi_euro, au_moins, au_plus
from egide.moteur.regle import regle

AVEC = (Conjoint.FORFAIT, Conjoint.SANS_PARTAGE, Conjoint.AVEC_PARTAGE)
SUR_LE_REVENU = (Conjoint.SANS_PARTAGE, Conjoint.AVEC_PARTAGE)
CNBF = (Caisse.CNBF, Conjoint.SANS_PARTAGE)


def du_conjoint(*pour, **declaration):
    """Déclare une cotisation du conjoint ; pour celui qu'exonère l'Acre, la même avant exonération."""

    def declarer(fonction):
        nom = fonction.__name__.split("__", 1)[0]
        regle(pour=(*pour, *SANS_ACRE), arrondi=arrondi_euro, **declaration)(fonction)
        regle(pour=(*pour, ACRE), nom=f"{nom}_avant_exoneration", **declaration)(fonction)
        return fonction

    return declarer


def du_conjoint_de_section(*pour, **declaration):
    """Déclare une cotisation du conjoint dans une section : au forfait, sur le revenu, et avant exonération."""

    def declarer(fonction):
        regle(pour=(*SECTIONS, Conjoint.FORFAIT, *pour), arrondi=arrondi_euro, **declaration)(fonction)
        return du_conjoint(*SECTIONS, *SUR_LE_REVENU, *pour, **declaration)(fonction)

    return declarer


@regle(
    depuis="2018-01-01",
    unite="part",
    references=("CSS L. 662-1 (2018-06-14)", "CSS D. 642-5-2", "CSS D. 652-4 (2019-07-08)"),
    pour=(*LIBERALES, *SUR_LE_REVENU),
)
def part_choisie_du_conjoint(conjoint_collaborateur_option, part_conjoint_quart, part_conjoint_moitie):
    """Part du revenu, et des cotisations fixes, choisie par le conjoint collaborateur : le quart ou la moitié."""
    if conjoint_collaborateur_option >= OptionConjoint.REVENU_SANS_PARTAGE_QUART:
        return part_conjoint_quart
    return part_conjoint_moitie


@regle(
    depuis="2018-01-01",
    unite="part",
    references=("CSS L. 662-1 (2018-06-14)", "CSS D. 642-5-2"),
    pour=(*LIBERALES, Conjoint.FORFAIT),
)
def part_choisie_du_conjoint__forfait(part_conjoint_quart):
    """Part des cotisations complémentaires et d'invalidité-décès d'un conjoint au forfait : le quart."""
    return part_conjoint_quart


@regle(
    depuis="2018-01-01",
    unite="part",
    references=("CSS L. 662-1 (2018-06-14)", "CSS D. 642-5-2"),
    pour=(*SECTIONS, Conjoint.AVEC_PARTAGE),
)
def part_gardee(part_choisie_du_conjoint):
    """Part du revenu, et des limites des tranches, que garde le professionnel qui partage avec son conjoint."""
    return 1 - part_choisie_du_conjoint


@regle(depuis="2018-01-01", unite="€/an", references="CSS D. 642-5-2, 1°", pour=(*SECTIONS, Conjoint.FORFAIT))
def conjoint_assiette__liberale_forfait(plafond_section, part_conjoint_moitie):
    """Assiette de la retraite de base du conjoint collaborateur : la moitié du plafond."""
    return arrondi_euro(plafond_section * part_conjoint_moitie)


@regle(depuis="2018-01-01", unite="€/an", references="CSS D. 642-5-2, 2°", pour=(*LIBERALES, *SUR_LE_REVENU))
def conjoint_assiette__liberale_revenu(assiette_section, part_choisie_du_conjoint):
    """Assiette de la retraite de base du conjoint collaborateur : sa part du revenu."""
    return arrondi_euro(assiette_section * part_choisie_du_conjoint)


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references="CSS D. 642-3",
    pour=(*SECTIONS, Conjoint.FORFAIT, Conjoint.SANS_PARTAGE),
)
def conjoint_plafond(plafond_section):
    """Limite de la première tranche du conjoint collaborateur : le plafond."""
    return plafond_section


@regle(depuis="2018-01-01", unite="€/an", references="CSS D. 642-5-2", pour=(*SECTIONS, Conjoint.AVEC_PARTAGE))
def conjoint_plafond__partage(plafond_section, part_choisie_du_conjoint):
    """Limite de la première tranche du conjoint collaborateur : sa part du plafond, quand le revenu est partagé."""
    return plafond_section * part_choisie_du_conjoint


@du_conjoint_de_section(
    depuis="2018-01-01", unite="€/an", references=("CSS D. 642-5-2", "CSS D. 642-4", "CSS D. 642-3")
)
def conjoint_cotisation_retraite_base__liberale(
    conjoint_assiette,
    assiette_minimale_cnavpl,
    conjoint_plafond,
    plafond_cnavpl_tranche_2,
    taux_cnavpl_tranche_1,
    taux_cnavpl_tranche_2,
):
    """Retraite de base du conjoint collaborateur.

    Aux taux du professionnel, sur au moins l'assiette minimale.
    """
    assiette = au_moins(conjoint_assiette, assiette_minimale_cnavpl)
    tranche_1 = au_plus(assiette, conjoint_plafond)
    tranche_2 = au_plus(assiette, plafond_cnavpl_tranche_2 * conjoint_plafond)
    return tranche_1 * taux_cnavpl_tranche_1 + tranche_2 * taux_cnavpl_tranche_2


@du_conjoint(*CNBF, depuis="2018-01-01", unite="€/an", references="CSS D. 652-4 (2019-07-08)")
def conjoint_cotisation_retraite_base__avocat(
    forfait_de_base,
    part_appelee_forfait_cnbf,
    part_affiliation,
    part_choisie_du_conjoint,
    conjoint_assiette,
    plafond_base_cnbf,
    tranche_cnbf,
    taux_base_cnbf,
):
    """Retraite de base du conjoint collaborateur.

    La même part du forfait de l'avocat et de son revenu.
    """
    forfait = forfait_de_base * part_appelee_forfait_cnbf * part_affiliation * part_choisie_du_conjoint
    proportionnelle = au_plus(conjoint_assiette, plafond_base_cnbf * tranche_cnbf) * taux_base_cnbf
    return arrondi_euro(forfait) + arrondi_euro(proportionnelle)


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references="CSS L. 662-1 (2018-06-14)",
    pour=(*SECTIONS, *AVEC),
    arrondi=arrondi_euro,
)
@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 662-1 (2018-06-14)", pour=CNBF, arrondi=arrondi_euro)
def conjoint_cotisation_retraite_complementaire__liberale(cotisation_retraite_complementaire, part_choisie_du_conjoint):
    """Retraite complémentaire du conjoint collaborateur.

    Une part de celle du professionnel.
    """
    return cotisation_retraite_complementaire * part_choisie_du_conjoint


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references="CSS L. 662-1 (2018-06-14)",
    pour=(*SECTIONS, *AVEC, *SANS_ACRE),
    arrondi=arrondi_euro,
)
@regle(
    depuis="2018-01-01",
    unite="€/an",
    references="CSS L. 662-1 (2018-06-14)",
    pour=(*CNBF, *SANS_ACRE),
    arrondi=arrondi_euro,
)
def conjoint_cotisation_invalidite_deces__liberale(cotisation_invalidite_deces, part_choisie_du_conjoint):
    """Invalidité-décès du conjoint collaborateur.

    Une part de celle du professionnel.
    """
    return cotisation_invalidite_deces * part_choisie_du_conjoint


@du_conjoint_de_section(
    NatureMontant.DEFINITIVES,
    depuis="2022-01-01",
    unite="€/an",
    references=("CSS L. 662-1 (2022-08-18)", "CSS D. 621-6 (2021-06-14)"),
)
# Calls of 2022 are made under the text of the last day of 2021.
@du_conjoint_de_section(
    NatureMontant.PROVISIONNELLES,
    depuis="2021-12-31",
    unite="€/an",
    references=("CSS L. 662-1 (2022-08-18)", "CSS D. 621-6 (2021-06-14)"),
)
def conjoint_cotisation_indemnites_journalieres__liberale(
    minimum_indemnites_journalieres, taux_indemnites_journalieres_liberale
):
    """Indemnités journalières du conjoint collaborateur.

    Sur l'assiette minimale, quel que soit le revenu.
    """
    return minimum_indemnites_journalieres * taux_indemnites_journalieres_liberale


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references="CSS L. 133-10 (2015-01-01)",
    pour=(*SECTIONS, *AVEC),
    partielle=True,
)
@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 133-10 (2015-01-01)", pour=CNBF, partielle=True)
def conjoint_total_cotisations__liberale(
    conjoint_cotisation_retraite_base,
    conjoint_cotisation_retraite_complementaire,
    conjoint_cotisation_invalidite_deces=0,
    conjoint_cotisation_indemnites_journalieres=0,
):
    """Cotisations du conjoint collaborateur, payées par le professionnel."""
    retraite = conjoint_cotisation_retraite_base + conjoint_cotisation_retraite_complementaire
    return retraite + conjoint_cotisation_invalidite_deces + conjoint_cotisation_indemnites_journalieres
