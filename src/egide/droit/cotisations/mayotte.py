"""Mayotte : cotisations, plafond et SMIC propres, exonération des vingt-quatre premiers mois, abattement de moitié."""

from egide.droit.commun.categories import Assiette, Caisse, Conjoint, Exoneration, Groupe
from egide.moteur.mecanismes import arrondi_euro, au_moins, au_plus, jour_apres_mois, prorata
from egide.moteur.regle import regle

MAYOTTE = Exoneration.MAYOTTE
HORS_ARTISANAT = (Groupe.COMMERCANT, Groupe.PLNR)


@regle(
    depuis="2025-01-01",
    unite="€/an",
    references=("CSS L. 136-3 (2025-02-28)", "Ord. 96-1122 art. 28-1"),
    pour=(MAYOTTE, Assiette.UNIQUE),
)
def abattement_assiette__mayotte(revenu_brut, taux_abattement_assiette):
    """Abattement sur le revenu brut.

    Il tient lieu de déduction des cotisations. À Mayotte il n'a ni minimum, ni maximum.
    """
    return arrondi_euro(au_moins(taux_abattement_assiette * revenu_brut, 0))


@regle(
    depuis="2025-01-01",
    unite="€/an",
    references=("Ord. 96-1122 art. 28-1", "CSS R. 613-17 (2019-07-08)"),
    pour=MAYOTTE,
)
def plafond_proratise__mayotte(plafond_mayotte, jours_affiliation, jours_par_an):
    """Plafond de la sécurité sociale.

    Celui de Mayotte au 1er janvier de l'année, réduit en proportion de la durée d'affiliation.
    """
    return arrondi_euro(prorata(plafond_mayotte, jours_affiliation, jours_par_an))


@regle(depuis="2025-01-01", unite="€/an", references="Ord. 96-1122 art. 28-1", pour=MAYOTTE)
def assiette_plafonnee_mayotte(assiette_sociale, plafond_proratise):
    """Part de l'assiette sociale sous le plafond de Mayotte."""
    return au_plus(assiette_sociale, plafond_proratise)


@regle(depuis="2025-01-01", unite="fraction", references="Ord. 96-1122 art. 28-8", pour=MAYOTTE)
def part_exoneree_mayotte(debut, mois_exoneration_mayotte, premier_jour_periode, jours_affiliation):
    """Part de l'année dans les vingt-quatre premiers mois d'activité.

    De date à date : deux ans après le début, ce qui manquait à la première année est encore exonéré.
    """
    exoneres = jour_apres_mois(debut, mois_exoneration_mayotte) - premier_jour_periode
    return au_plus(au_moins(exoneres, 0), jours_affiliation) / jours_affiliation


@regle(depuis="2025-01-01", unite="€/an", references="Ord. 96-1122 art. 28-3", pour=MAYOTTE)
def contribution_maladie_invalidite_deces_autonomie_avant_exoneration(
    assiette_sociale, taux_contribution_maladie_mayotte
):
    """Contribution maladie-maternité, invalidité, décès et autonomie.

    Propre à Mayotte, où ni la CSG ni la CRDS ne sont dues ; elle porte sur l'assiette entière.
    """
    return assiette_sociale * taux_contribution_maladie_mayotte


@regle(depuis="2025-01-01", unite="€/an", references="Ord. 96-1122 art. 28-8", pour=MAYOTTE)
def contribution_maladie_invalidite_deces_autonomie(
    contribution_maladie_invalidite_deces_autonomie_avant_exoneration, part_exoneree_mayotte
):
    """Contribution maladie-maternité, invalidité, décès et autonomie, après exonération."""
    return arrondi_euro(contribution_maladie_invalidite_deces_autonomie_avant_exoneration * (1 - part_exoneree_mayotte))


@regle(
    depuis="2025-01-01",
    unite="€/an",
    references=("Ord. 96-1122 art. 28-4", "D. 2019-632"),
    pour=MAYOTTE,
)
def assiette_maladie_additionnelle(
    assiette_sociale, assiette_plafonnee_mayotte, taux_abattement_mayotte, part_exoneree_mayotte
):
    """Assiette de la cotisation maladie additionnelle.

    L'assiette sociale, moins la moitié de sa part sous le plafond à partir du vingt-cinquième mois d'activité.
    """
    abattement = assiette_plafonnee_mayotte * taux_abattement_mayotte * (1 - part_exoneree_mayotte)
    return assiette_sociale - arrondi_euro(abattement)


@regle(
    depuis="2025-01-01",
    unite="€/an",
    references=("Ord. 96-1122 art. 28-4", "D. 2019-632"),
    pour=MAYOTTE,
)
def cotisation_maladie_additionnelle_avant_exoneration(
    assiette_maladie_additionnelle, taux_maladie_additionnelle_mayotte
):
    """Cotisation maladie additionnelle.

    Propre à Mayotte, elle finance l'assurance maladie, maternité et autonomie.
    """
    return assiette_maladie_additionnelle * taux_maladie_additionnelle_mayotte


@regle(depuis="2025-01-01", unite="€/an", references="Ord. 96-1122 art. 28-8", pour=MAYOTTE)
def cotisation_maladie_additionnelle(
    cotisation_maladie_additionnelle_avant_exoneration,
    assiette_sociale,
    taux_maladie_additionnelle_mayotte,
    part_exoneree_mayotte,
):
    """Cotisation maladie additionnelle, après exonération."""
    exoneration = assiette_sociale * taux_maladie_additionnelle_mayotte * part_exoneree_mayotte
    return arrondi_euro(cotisation_maladie_additionnelle_avant_exoneration - exoneration)


@regle(depuis="2025-01-01", unite="€/an", references="Ord. 96-1122 art. 28-5", pour=MAYOTTE)
def assiette_allocations_familiales(assiette_plafonnee_mayotte, taux_abattement_mayotte, part_exoneree_mayotte):
    """Assiette de la cotisation d'allocations familiales.

    À Mayotte, la part de l'assiette sous le plafond, pour moitié à partir du vingt-cinquième mois d'activité.
    """
    part_abattue = taux_abattement_mayotte * (1 - part_exoneree_mayotte)
    return arrondi_euro(assiette_plafonnee_mayotte * (1 - part_abattue))


@regle(depuis="2025-01-01", unite="€/an", references="Ord. 96-1122 art. 28-5", pour=MAYOTTE)
def cotisation_allocations_familiales_avant_exoneration__mayotte(
    assiette_allocations_familiales, taux_allocations_familiales_mayotte
):
    """Cotisation d'allocations familiales.

    Finance les prestations de la branche famille à Mayotte.
    """
    return assiette_allocations_familiales * taux_allocations_familiales_mayotte


@regle(depuis="2025-01-01", unite="€/an", references="Ord. 96-1122 art. 28-8", pour=MAYOTTE)
def cotisation_allocations_familiales__mayotte(
    cotisation_allocations_familiales_avant_exoneration,
    assiette_plafonnee_mayotte,
    taux_allocations_familiales_mayotte,
    part_exoneree_mayotte,
):
    """Cotisation d'allocations familiales, après exonération."""
    exoneration = assiette_plafonnee_mayotte * taux_allocations_familiales_mayotte * part_exoneree_mayotte
    return arrondi_euro(cotisation_allocations_familiales_avant_exoneration - exoneration)


@regle(depuis="2025-01-01", unite="€/an", references=("Ord. 96-1122 art. 28-2", "D. 2019-632"), pour=(MAYOTTE))
def assiette_minimale_retraite_mayotte(smic_horaire_mayotte, heures_assiette_minimale_mayotte):
    """Assiette minimale de la retraite de base à Mayotte : un nombre d'heures au SMIC mahorais du 1er janvier."""
    return arrondi_euro(smic_horaire_mayotte * heures_assiette_minimale_mayotte)


@regle(
    depuis="2025-01-01",
    unite="€/an",
    references=("Ord. 96-1122 art. 28-2", "D. 2019-632", "CSS L. 613-11 (2019-12-28)"),
    pour=(MAYOTTE, Assiette.UNIQUE, Assiette.MICRO_FISCALE, Caisse.SSI),
)
def assiette_retraite_base__mayotte(
    assiette_vieillesse,
    plafond_proratise,
    assiette_minimale_retraite_mayotte,
    dispense_assiette_minimale,
    jours_affiliation,
    duree_minimale_affiliation_retraite_base,
):
    """Assiette de la cotisation de retraite de base.

    Sous le plafond de Mayotte ; au moins l'assiette minimale, sauf dispense ou courte affiliation.
    """
    plafonnee = au_plus(assiette_vieillesse, plafond_proratise)
    if dispense_assiette_minimale or jours_affiliation < duree_minimale_affiliation_retraite_base:
        return plafonnee
    return au_moins(plafonnee, assiette_minimale_retraite_mayotte)


@regle(depuis="2025-01-01", unite="€/an", references=("Ord. 96-1122 art. 28-2", "D. 2019-632"), pour=MAYOTTE)
def cotisation_retraite_base_avant_exoneration__mayotte(assiette_retraite_base, taux_retraite_base_mayotte):
    """Cotisation de retraite de base.

    À Mayotte, un seul taux, sous le plafond ; il monte chaque année jusqu'à celui du reste de la France.
    """
    return assiette_retraite_base * taux_retraite_base_mayotte


@regle(depuis="2025-01-01", unite="€/an", references="Ord. 96-1122 art. 28-8", pour=MAYOTTE)
def cotisation_retraite_base__mayotte(cotisation_retraite_base_avant_exoneration, part_exoneree_mayotte):
    """Cotisation de retraite de base, après exonération."""
    return arrondi_euro(cotisation_retraite_base_avant_exoneration * (1 - part_exoneree_mayotte))


@regle(depuis="2025-01-01", unite="€/an", pour=(MAYOTTE, Caisse.SSI))
def cotisations_sociales__mayotte(
    contribution_maladie_invalidite_deces_autonomie,
    cotisation_maladie_additionnelle,
    cotisation_allocations_familiales,
    cotisation_retraite_base,
):
    """Cotisations sociales obligatoires.

    À Mayotte : ni indemnités journalières, ni retraite complémentaire, ni invalidité-décès, ni CSG et CRDS.
    """
    return (
        contribution_maladie_invalidite_deces_autonomie
        + cotisation_maladie_additionnelle
        + cotisation_allocations_familiales
        + cotisation_retraite_base
    )


@regle(depuis="2025-01-01", unite="€/an", references="Ord. 96-1122 art. 28-8", pour=MAYOTTE)
def exoneration_mayotte(
    cotisations_sociales,
    contribution_maladie_invalidite_deces_autonomie_avant_exoneration,
    cotisation_maladie_additionnelle_avant_exoneration,
    cotisation_allocations_familiales_avant_exoneration,
    cotisation_retraite_base_avant_exoneration,
):
    """Exonération des vingt-quatre premiers mois à Mayotte.

    Toutes les cotisations, sauf celle du conjoint collaborateur et la contribution à la formation professionnelle.
    """
    avant = (
        arrondi_euro(contribution_maladie_invalidite_deces_autonomie_avant_exoneration)
        + arrondi_euro(cotisation_maladie_additionnelle_avant_exoneration)
        + arrondi_euro(cotisation_allocations_familiales_avant_exoneration)
        + arrondi_euro(cotisation_retraite_base_avant_exoneration)
    )
    return avant - cotisations_sociales


@regle(
    depuis="2025-01-01",
    unite="€/an",
    references="c. trav. L. 6331-48 (2023-01-01)",
    pour=(MAYOTTE, Groupe.ARTISAN),
)
def contribution_formation_professionnelle__mayotte_artisan(plafond_mayotte, taux_formation_artisan):
    """Contribution à la formation professionnelle.

    Un montant fixe, part du plafond de Mayotte, que n'exonèrent pas les vingt-quatre premiers mois.
    """
    return arrondi_euro(plafond_mayotte * taux_formation_artisan)


@regle(
    depuis="2025-01-01",
    unite="€/an",
    references="c. trav. L. 6331-48 (2023-01-01)",
    pour=(MAYOTTE, *HORS_ARTISANAT, Conjoint.SANS),
)
def contribution_formation_professionnelle__mayotte(plafond_mayotte, taux_formation_commercant_liberal):
    """Contribution à la formation professionnelle.

    Un montant fixe, part du plafond de Mayotte, que n'exonèrent pas les vingt-quatre premiers mois.
    """
    return arrondi_euro(plafond_mayotte * taux_formation_commercant_liberal)


@regle(
    depuis="2025-01-01",
    unite="€/an",
    references="c. trav. L. 6331-48 (2023-01-01)",
    pour=(MAYOTTE, *HORS_ARTISANAT, Conjoint.MAYOTTE),
)
def contribution_formation_professionnelle__mayotte_conjoint(
    plafond_mayotte, taux_formation_avec_conjoint_collaborateur
):
    """Contribution à la formation professionnelle.

    Un montant fixe, part du plafond de Mayotte, plus élevé avec un conjoint collaborateur.
    """
    return arrondi_euro(plafond_mayotte * taux_formation_avec_conjoint_collaborateur)


@regle(
    depuis="2025-01-01",
    unite="€/an",
    references=("CSS L. 662-1 (2023-12-28)", "Ord. 96-1122 art. 28-2"),
    pour=(MAYOTTE, Conjoint.MAYOTTE),
    a_confirmer="l'exonération des vingt-quatre premiers mois ne nomme que les cotisations du chef d'entreprise : "
    "celle du conjoint collaborateur est tenue pour due.",
)
def conjoint_cotisation_retraite_base__mayotte(assiette_minimale_retraite_mayotte, taux_retraite_base_mayotte):
    """Retraite de base du conjoint collaborateur.

    À Mayotte, sur l'assiette minimale, sans autre choix.
    """
    return arrondi_euro(assiette_minimale_retraite_mayotte * taux_retraite_base_mayotte)


@regle(depuis="2025-01-01", unite="€/an", pour=Conjoint.MAYOTTE)
def conjoint_total_cotisations__mayotte(conjoint_cotisation_retraite_base):
    """Cotisations du conjoint collaborateur, payées par le chef d'entreprise.

    À Mayotte, la seule retraite de base.
    """
    return conjoint_cotisation_retraite_base
