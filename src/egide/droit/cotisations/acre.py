"""Acre : l'exonération de début d'activité, pendant douze mois."""

from egide.droit.commun.categories import Caisse, Conjoint, DomicileFiscal, Exoneration
from egide.droit.cotisations.maladie import (
    taux_cotisation_maladie_maternite__2024,
    taux_maladie_total__2018,
    taux_maladie_total__2022,
)
from egide.moteur.mecanismes import arrondi_euro, au_moins, au_plus, jour_apres_mois, jours_des_douze_mois
from egide.moteur.regle import regle

ACRE = Exoneration.ACRE


@regle(
    depuis="2018-01-01", jusqu_au="2025-12-31", unite="fraction", references="CSS D. 131-6-1 (2018-01-01)", pour=ACRE
)
@regle(depuis="2027-01-01", unite="fraction", references="CSS L. 131-6-4 (2026-01-01)", pour=ACRE)
def taux_acre__2018(taux_exoneration_acre):
    """Part exonérée par l'Acre jusqu'au seuil."""
    return taux_exoneration_acre


def taux_acre__decret():
    """Le décret : l'exonération entière."""
    return 1


@regle(
    depuis="2026-01-01",
    jusqu_au="2026-12-31",
    unite="oui/non",
    references=("CSS L. 131-6-4 (2026-01-01)", "CSS D. 131-6-1 (2026-01-01)"),
    pour=ACRE,
    a_confirmer="pour les mois de 2026 d'une entreprise créée en 2025, la loi (L. 131-6-4) plafonne l'exonération "
    "à 25 %, tandis que le décret (D. 131-6-1) maintient 100 % ; la loi est retenue.",
    autrement=taux_acre__decret,
)
def creation_avant_la_baisse(debut, premier_jour_periode):
    """Entreprise créée avant la baisse de l'Acre."""
    return debut < premier_jour_periode


@regle(
    depuis="2026-01-01",
    jusqu_au="2026-12-31",
    unite="fraction",
    references="CSS L. 131-6-4 (2026-01-01)",
    pour=ACRE,
)
def taux_acre__2026(creation_avant_la_baisse, taux_exoneration_acre, taux_exoneration_acre_creations_anterieures):
    """Part exonérée par l'Acre jusqu'au seuil."""
    if creation_avant_la_baisse:
        return taux_exoneration_acre_creations_anterieures
    return taux_exoneration_acre


def duree_acre__texte(jours_par_an):
    """Le texte : douze mois, un jour de plus quand ils contiennent un 29 février."""
    return jours_par_an + 1


@regle(
    depuis="2018-01-01",
    unite="oui/non",
    references="CSS D. 131-6-1 (2018-01-01)",
    pour=ACRE,
    a_confirmer="les douze mois de l'Acre sont comptés 365 jours, comme le fait le simulateur de l'Urssaf, même s'ils "
    "contiennent un 29 février, quand le texte dit douze mois.",
    autrement=duree_acre__texte,
)
def acre_avec_29_fevrier(debut, jours_par_an):
    """Douze premiers mois qui contiennent un 29 février."""
    return jours_des_douze_mois(debut) > jours_par_an


@regle(
    depuis="2018-01-01",
    unite="jours",
    references="CSS D. 131-6-1 (2018-01-01)",
    pour=ACRE,
    sous_reserve="acre_avec_29_fevrier",
)
def duree_acre(jours_par_an):
    """Durée de l'Acre en jours, la même que les douze mois contiennent ou non un 29 février."""
    return jours_par_an


@regle(
    depuis="2018-01-01",
    unite="jours",
    references=("CSS D. 131-6-1 (2018-01-01)", "CSS L. 131-6-4 (2019-01-01)"),
    pour=ACRE,
)
def jours_acre_seconde_annee(debut, fin, premier_jour_periode, dernier_jour_periode, duree_acre):
    """Jours de la seconde année civile qui tombent dans les douze premiers mois d'activité."""
    if debut >= premier_jour_periode:
        return 0
    dernier = au_plus(au_plus(fin, dernier_jour_periode), debut + duree_acre - 1)
    return au_moins(dernier - premier_jour_periode + 1, 0)


@regle(
    depuis="2018-01-01",
    unite="date",
    references="CSS L. 131-6-4, II (2019-01-01)",
    entite="activite",
    agregation="max",
)
def fin_acre(debut, fin, annees_acre, mois_par_an):
    """Jour où l'Acre cesse : douze mois après le début de l'activité, ou le lendemain de sa fin."""
    return au_plus(jour_apres_mois(debut, annees_acre * mois_par_an), fin + 1)


@regle(
    depuis="2018-01-01",
    unite="date",
    references="CSS L. 131-6-4, IV (2019-01-01)",
    entite="activite",
    agregation="max",
)
def retour_acre(fin_acre, delai_entre_deux_acres, mois_par_an):
    """Premier jour où l'Acre peut être accordée de nouveau, pour une autre activité."""
    return jour_apres_mois(fin_acre, delai_entre_deux_acres * mois_par_an)


@regle(
    depuis="2018-01-01",
    unite="fraction",
    references=("CSS D. 131-6-1 (2018-01-01)", "CSS L. 131-6-4 (2019-01-01)"),
    pour=ACRE,
)
def part_acre(taux_acre, debut, premier_jour_periode, jours_acre_seconde_annee, jours_affiliation):
    """Part de l'année exonérée par l'Acre.

    Le taux de l'exonération, pour les jours de l'année qui tombent dans les douze premiers mois d'activité : tous la
    première année civile.
    """
    if debut >= premier_jour_periode:
        return taux_acre
    return taux_acre * au_plus(jours_acre_seconde_annee, jours_affiliation) / jours_affiliation


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 131-6-4, II (2019-01-01)", pour=ACRE)
def revenu_acre(assiette_sociale, fraction_du_revenu=0):
    """Revenu dont dépend l'exonération de l'Acre.

    L'assiette sociale, moins la fraction attribuée au conjoint collaborateur, qui a sa propre exonération.
    """
    return assiette_sociale - fraction_du_revenu


def montant_acre(cotisation, au_seuil, revenu, plafond, seuil):
    """Montant exonéré : entier jusqu'au seuil, puis celui du seuil, qui décroît jusqu'à zéro au plafond."""
    if revenu <= seuil * plafond:
        return cotisation
    return au_seuil * au_moins(plafond - revenu, 0) / ((1 - seuil) * plafond)


@regle(
    depuis="2018-01-01",
    jusqu_au="2021-12-31",
    unite="€/an",
    references="CSS D. 131-6-1 (2018-01-01)",
    pour=(ACRE, DomicileFiscal.FRANCE, Caisse.SSI),
)
def exoneration_maladie_maternite__acre_2018(
    cotisation_maladie_maternite_avant_exoneration,
    revenu_acre,
    plafond_proratise,
    seuil_acre,
    part_acre,
    taux_maladie_plein,
    taux_maladie_intermediaire,
    taux_maladie_plancher,
    seuil_maladie_reduction,
    seuil_maladie_taux_plein,
    taux_cotisation_indemnites_journalieres,
    minimum_maladie_maternite,
):
    """Exonération de la cotisation maladie-maternité au titre de l'Acre."""
    au_seuil = seuil_acre * plafond_proratise
    total = taux_maladie_total__2018(
        au_seuil,
        plafond_proratise,
        taux_maladie_plein,
        taux_maladie_intermediaire,
        taux_maladie_plancher,
        seuil_maladie_reduction,
        seuil_maladie_taux_plein,
        False,
    )
    base_au_seuil = au_moins(au_seuil, minimum_maladie_maternite)
    cotisation_au_seuil = base_au_seuil * (total - taux_cotisation_indemnites_journalieres)
    return (
        montant_acre(
            cotisation_maladie_maternite_avant_exoneration,
            cotisation_au_seuil,
            revenu_acre,
            plafond_proratise,
            seuil_acre,
        )
        * part_acre
    )


@regle(
    depuis="2022-01-01",
    jusqu_au="2023-12-31",
    unite="€/an",
    references="CSS D. 131-6-1 (2018-01-01)",
    pour=(ACRE, DomicileFiscal.FRANCE, Caisse.SSI),
)
def exoneration_maladie_maternite__acre_2022(
    cotisation_maladie_maternite_avant_exoneration,
    revenu_acre,
    plafond_proratise,
    seuil_acre,
    part_acre,
    bareme_maladie_total,
    taux_cotisation_indemnites_journalieres,
    minimum_maladie_maternite,
):
    """Exonération de la cotisation maladie-maternité au titre de l'Acre."""
    au_seuil = seuil_acre * plafond_proratise
    total = taux_maladie_total__2022(au_seuil, bareme_maladie_total, plafond_proratise)
    base_au_seuil = au_moins(au_seuil, minimum_maladie_maternite)
    cotisation_au_seuil = base_au_seuil * (total - taux_cotisation_indemnites_journalieres)
    return (
        montant_acre(
            cotisation_maladie_maternite_avant_exoneration,
            cotisation_au_seuil,
            revenu_acre,
            plafond_proratise,
            seuil_acre,
        )
        * part_acre
    )


@regle(
    depuis="2024-01-01",
    unite="€/an",
    references="CSS D. 131-6-1 (2018-01-01)",
    pour=(ACRE, DomicileFiscal.FRANCE, Caisse.SSI),
)
def exoneration_maladie_maternite__acre_2024(
    cotisation_maladie_maternite_avant_exoneration,
    revenu_acre,
    plafond_proratise,
    seuil_acre,
    part_acre,
    bareme_maladie,
    minimum_maladie_maternite=0,
):
    """Exonération de la cotisation maladie-maternité au titre de l'Acre."""
    au_seuil = seuil_acre * plafond_proratise
    taux = taux_cotisation_maladie_maternite__2024(au_seuil, bareme_maladie, plafond_proratise)
    return (
        montant_acre(
            cotisation_maladie_maternite_avant_exoneration,
            au_moins(au_seuil, minimum_maladie_maternite) * taux,
            revenu_acre,
            plafond_proratise,
            seuil_acre,
        )
        * part_acre
    )


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS D. 131-6-1 (2018-01-01)", "CSS D. 621-5 (2018-03-08)"),
    pour=(ACRE, DomicileFiscal.ETRANGER),
)
def exoneration_maladie_maternite__acre_etranger(
    cotisation_maladie_maternite_avant_exoneration,
    revenu_acre,
    plafond_proratise,
    seuil_acre,
    part_acre,
    taux_maladie_domicile_etranger,
):
    """Exonération de la cotisation maladie-maternité au titre de l'Acre, sans domicile fiscal en France."""
    cotisation_au_seuil = seuil_acre * plafond_proratise * taux_maladie_domicile_etranger
    return (
        montant_acre(
            cotisation_maladie_maternite_avant_exoneration,
            cotisation_au_seuil,
            revenu_acre,
            plafond_proratise,
            seuil_acre,
        )
        * part_acre
    )


@regle(depuis="2018-01-01", unite="€/an", references="CSS D. 131-6-1 (2018-01-01)", pour=ACRE)
def exoneration_indemnites_journalieres__acre(
    cotisation_indemnites_journalieres_avant_exoneration,
    revenu_acre,
    minimum_indemnites_journalieres,
    plafond_proratise,
    seuil_acre,
    part_acre,
    taux_cotisation_indemnites_journalieres,
):
    """Exonération de la cotisation d'indemnités journalières au titre de l'Acre."""
    base_au_seuil = au_moins(seuil_acre * plafond_proratise, minimum_indemnites_journalieres)
    return (
        montant_acre(
            cotisation_indemnites_journalieres_avant_exoneration,
            base_au_seuil * taux_cotisation_indemnites_journalieres,
            revenu_acre,
            plafond_proratise,
            seuil_acre,
        )
        * part_acre
    )


def exoneration_allocations_familiales__simulateur():
    """Le simulateur : rien."""
    return 0


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS L. 131-6-4 (2019-01-01)", "CSS D. 131-6-1 (2018-01-01)"),
    pour=(ACRE, Conjoint.SANS_PARTAGE, Conjoint.AVEC_PARTAGE),
    a_confirmer="quand la fraction attribuée au conjoint ramène le revenu du chef sous le seuil, la loi exonère aussi "
    "ses allocations familiales ; le simulateur de l'Urssaf les laisse dues. La loi est suivie.",
    autrement=exoneration_allocations_familiales__simulateur,
)
def exoneration_allocations_familiales__acre(
    cotisation_allocations_familiales_avant_exoneration, revenu_acre, plafond_proratise, seuil_acre, part_acre
):
    """Exonération de la cotisation d'allocations familiales au titre de l'Acre.

    Cette cotisation est nulle jusqu'au plafond : il n'y a rien à exonérer, sauf quand la fraction attribuée au conjoint
    ramène sous le seuil un revenu plus élevé. Entre le seuil et le plafond, où l'exonération est celle du seuil, rien.
    """
    nulle_au_seuil = 0
    return (
        montant_acre(
            cotisation_allocations_familiales_avant_exoneration,
            nulle_au_seuil,
            revenu_acre,
            plafond_proratise,
            seuil_acre,
        )
        * part_acre
    )


@regle(depuis="2018-01-01", unite="€/an", references="CSS D. 131-6-1 (2018-01-01)", pour=(ACRE, Caisse.SSI))
def exoneration_retraite_base__acre(
    cotisation_retraite_base_avant_exoneration,
    revenu_acre,
    plafond_proratise,
    seuil_acre,
    part_acre,
    taux_retraite_base_plafonne,
    taux_retraite_base_deplafonne,
):
    """Exonération de la cotisation de retraite de base au titre de l'Acre."""
    taux = taux_retraite_base_plafonne + taux_retraite_base_deplafonne
    return (
        montant_acre(
            cotisation_retraite_base_avant_exoneration,
            seuil_acre * plafond_proratise * taux,
            revenu_acre,
            plafond_proratise,
            seuil_acre,
        )
        * part_acre
    )


@regle(depuis="2018-01-01", unite="€/an", references="CSS D. 131-6-1 (2018-01-01)", pour=(ACRE, Caisse.SSI))
def exoneration_invalidite_deces__acre(
    cotisation_invalidite_deces_avant_exoneration,
    revenu_acre,
    plafond_proratise,
    seuil_acre,
    part_acre,
    taux_invalidite_deces,
):
    """Exonération de la cotisation d'invalidité-décès au titre de l'Acre."""
    return (
        montant_acre(
            cotisation_invalidite_deces_avant_exoneration,
            seuil_acre * plafond_proratise * taux_invalidite_deces,
            revenu_acre,
            plafond_proratise,
            seuil_acre,
        )
        * part_acre
    )


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 131-6-4 (2019-01-01)", pour=(ACRE, Caisse.SSI))
def exoneration_acre(
    cotisation_maladie_maternite_avant_exoneration,
    cotisation_maladie_maternite,
    cotisation_indemnites_journalieres_avant_exoneration,
    cotisation_indemnites_journalieres,
    cotisation_allocations_familiales_avant_exoneration,
    cotisation_allocations_familiales,
    cotisation_retraite_base_avant_exoneration,
    cotisation_retraite_base,
    cotisation_invalidite_deces_avant_exoneration,
    cotisation_invalidite_deces,
):
    """Exonération au titre de l'Acre.

    Ce que l'Acre retire aux cotisations ; elle ne touche ni la retraite complémentaire, ni la CSG et la CRDS, ni la
    formation professionnelle.
    """
    return (
        arrondi_euro(cotisation_maladie_maternite_avant_exoneration)
        + arrondi_euro(cotisation_indemnites_journalieres_avant_exoneration)
        + arrondi_euro(cotisation_allocations_familiales_avant_exoneration)
        + arrondi_euro(cotisation_retraite_base_avant_exoneration)
        + arrondi_euro(cotisation_invalidite_deces_avant_exoneration)
        - cotisation_maladie_maternite
        - cotisation_indemnites_journalieres
        - cotisation_allocations_familiales
        - cotisation_retraite_base
        - cotisation_invalidite_deces
    )
