"""Conjoint collaborateur : ses cotisations, que paie le chef d'entreprise."""

from egide.droit.commun.categories import Conjoint
from egide.droit.commun.enumerations import OptionConjoint
from egide.moteur.mecanismes import arrondi_euro, au_moins, au_plus
from egide.moteur.regle import regle

AVEC = (Conjoint.FORFAIT, Conjoint.SANS_PARTAGE, Conjoint.AVEC_PARTAGE)
SUR_LE_REVENU = (Conjoint.SANS_PARTAGE, Conjoint.AVEC_PARTAGE)


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS L. 662-1 (2018-06-14)", "CSS D. 633-19-2 (2014-01-01)"),
    pour=SUR_LE_REVENU,
)
def fraction_du_revenu(
    assiette_sociale, conjoint_collaborateur_option, diviseur_conjoint_tiers, diviseur_conjoint_moitie
):
    """Fraction du revenu du chef d'entreprise attribuée au conjoint : le tiers ou la moitié."""
    if conjoint_collaborateur_option == OptionConjoint.REVENU_SANS_PARTAGE_TIERS:
        return arrondi_euro(assiette_sociale / diviseur_conjoint_tiers)
    if conjoint_collaborateur_option == OptionConjoint.REVENU_AVEC_PARTAGE_TIERS:
        return arrondi_euro(assiette_sociale / diviseur_conjoint_tiers)
    return arrondi_euro(assiette_sociale / diviseur_conjoint_moitie)


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references="CSS L. 662-1 (2018-06-14)",
    pour=Conjoint.AVEC_PARTAGE,
    a_confirmer="avec partage du revenu, l'assiette des indemnités journalières du chef reste entière : celle du "
    "conjoint est fixe. La lettre de l'article L. 662-1 (« risques de L. 661-1 ») pourrait la réduire.",
)
def part_du_conjoint(fraction_du_revenu):
    """Part du revenu attribuée au conjoint et retirée de l'assiette vieillesse du chef d'entreprise."""
    return fraction_du_revenu


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS L. 662-1 (2018-06-14)", "CSS D. 633-19-2 (2014-01-01)"),
    pour=Conjoint.FORFAIT,
)
def conjoint_assiette__forfait(plafond_proratise, diviseur_conjoint_tiers):
    """Assiette des cotisations du conjoint collaborateur : le tiers du plafond."""
    return arrondi_euro(plafond_proratise / diviseur_conjoint_tiers)


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS L. 662-1 (2018-06-14)", "CSS D. 633-19-2 (2014-01-01)"),
    pour=SUR_LE_REVENU,
)
def conjoint_assiette__revenu(fraction_du_revenu):
    """Assiette des cotisations du conjoint collaborateur : la fraction du revenu qui lui est attribuée."""
    return fraction_du_revenu


@regle(depuis="2018-01-01", unite="€/an", references=("CSS D. 633-3", "CSS D. 633-2"), pour=AVEC)
def conjoint_cotisation_retraite_base(
    conjoint_assiette,
    assiette_minimale_retraite_base,
    plafond_proratise,
    taux_retraite_base_plafonne,
    taux_retraite_base_deplafonne,
):
    """Retraite de base du conjoint collaborateur : mêmes taux, même minimum que le chef d'entreprise."""
    assiette = au_moins(conjoint_assiette, assiette_minimale_retraite_base)
    sous_plafond = au_plus(assiette, plafond_proratise)
    return arrondi_euro(sous_plafond * taux_retraite_base_plafonne + assiette * taux_retraite_base_deplafonne)


@regle(depuis="2018-01-01", unite="€/an", references="CSS D. 635-7", pour=AVEC)
def conjoint_cotisation_retraite_complementaire(
    conjoint_assiette,
    limite_tranche_1_retraite_complementaire,
    plafond_retraite_complementaire,
    plafond_proratise,
    taux_retraite_complementaire_tranche_1,
    taux_retraite_complementaire_tranche_2,
):
    """Retraite complémentaire du conjoint collaborateur."""
    tranche_1 = au_plus(conjoint_assiette, limite_tranche_1_retraite_complementaire)
    tranche_2 = au_plus(conjoint_assiette, plafond_retraite_complementaire * plafond_proratise) - tranche_1
    return arrondi_euro(
        tranche_1 * taux_retraite_complementaire_tranche_1 + tranche_2 * taux_retraite_complementaire_tranche_2
    )


@regle(depuis="2018-01-01", unite="€/an", references=("CSS D. 632-2", "CSS D. 632-1"), pour=AVEC)
def conjoint_cotisation_invalidite_deces(
    conjoint_assiette, plafond_proratise, assiette_minimale_invalidite_deces, taux_invalidite_deces
):
    """Invalidité-décès du conjoint collaborateur : même minimum que le chef d'entreprise."""
    plancher = arrondi_euro(assiette_minimale_invalidite_deces * plafond_proratise)
    return arrondi_euro(au_moins(au_plus(conjoint_assiette, plafond_proratise), plancher) * taux_invalidite_deces)


@regle(depuis="2018-01-01", jusqu_au="2021-12-31", unite="€/an", references="CSS D. 621-6 (2019-07-08)", pour=AVEC)
@regle(
    depuis="2022-01-01", unite="€/an", references=("CSS L. 662-1 (2022-08-18)", "CSS D. 621-2 (2022-12-10)"), pour=AVEC
)
def conjoint_cotisation_indemnites_journalieres(
    pass_, assiette_minimale_indemnites_journalieres, taux_indemnites_journalieres_conjoint
):
    """Indemnités journalières du conjoint collaborateur : sur une assiette fixe."""
    return arrondi_euro(
        arrondi_euro(assiette_minimale_indemnites_journalieres * pass_) * taux_indemnites_journalieres_conjoint
    )


@regle(depuis="2018-01-01", unite="€/an", pour=AVEC)
def conjoint_total_cotisations(
    conjoint_cotisation_retraite_base,
    conjoint_cotisation_retraite_complementaire,
    conjoint_cotisation_invalidite_deces,
    conjoint_cotisation_indemnites_journalieres,
):
    """Cotisations du conjoint collaborateur, payées par le chef d'entreprise."""
    return (
        conjoint_cotisation_retraite_base
        + conjoint_cotisation_retraite_complementaire
        + conjoint_cotisation_invalidite_deces
        + conjoint_cotisation_indemnites_journalieres
    )
