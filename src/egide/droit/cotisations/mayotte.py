"""Mayotte : cotisations, plafond et SMIC propres, exonération des vingt-quatre premiers mois, abattement de moitié."""

from egide.droit.commun.categories import Assiette, Caisse, Conjoint, Exoneration, Groupe, NatureMontant
from egide.moteur.mecanismes import arrondi_euro, au_moins, au_plus, prorata
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


@regle(
    depuis="2025-01-01",
    unite="€/an",
    references=("CSS R. 131-2-1 (2019-07-08)", "CSS R. 613-17 (2019-07-08)", "D. 2025-1431"),
    pour=(MAYOTTE, Assiette.FORFAIT),
)
def plafond_debut_activite__mayotte(plafond_mayotte):
    """Plafond de la base forfaitaire de début d'activité : à Mayotte, celui de l'année due."""
    return plafond_mayotte


@regle(depuis="2025-01-01", unite="€/an", references="Ord. 96-1122 art. 28-1", pour=MAYOTTE)
def assiette_plafonnee_mayotte(assiette_sociale, plafond_proratise):
    """Part de l'assiette sociale sous le plafond de Mayotte."""
    return au_plus(assiette_sociale, plafond_proratise)


@regle(depuis="2025-01-01", unite="fraction", references="Ord. 96-1122 art. 28-8", pour=MAYOTTE)
def part_exoneree_mayotte(jours_exoneres, jours_affiliation):
    """Part de l'année dans les vingt-quatre premiers mois d'activité.

    De date à date : deux ans après le début, ce qui manquait à la première année est encore exonéré.
    """
    return au_plus(jours_exoneres, jours_affiliation) / jours_affiliation


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


def minimum_maintenu_mayotte__dispense():
    """Le droit commun : le minimum est écarté."""
    return False


@regle(
    depuis="2025-01-01",
    unite="oui/non",
    references=("D. 2019-632", "CSS L. 613-11 (2019-12-28)"),
    pour=MAYOTTE,
    a_confirmer="au RSA, à la prime d'activité ou pour une activité saisonnière, l'assiette minimale de la retraite "
    "reste due à Mayotte : l'article L. 613-11 écarte celle de l'article L. 633-1, et non celle du décret propre à "
    "Mayotte. L'Urssaf l'applique ainsi (betagouv/mon-entreprise, ticket 4410).",
    autrement=minimum_maintenu_mayotte__dispense,
)
def minimum_maintenu_mayotte(dispense_assiette_minimale):
    """Assiette minimale de la retraite maintenue à Mayotte malgré la dispense."""
    return dispense_assiette_minimale


def affiliation_courte_mayotte__decret():
    """La lettre du décret : le minimum est dû quelle que soit la durée d'affiliation."""
    return False


@regle(
    depuis="2025-01-01",
    unite="oui/non",
    references=("D. 2019-632", "CSS D. 633-2 (2023-12-31)"),
    pour=MAYOTTE,
    a_confirmer="sous quatre-vingt-dix jours d'affiliation, le minimum de retraite n'est pas compté à Mayotte, comme "
    "ailleurs et comme dans le simulateur de l'Urssaf ; le décret propre à Mayotte n'a pas cette condition.",
    autrement=affiliation_courte_mayotte__decret,
)
def affiliation_courte_mayotte(jours_affiliation, duree_minimale_affiliation_retraite_base):
    """Affiliation trop courte dans l'année pour le minimum de retraite."""
    return jours_affiliation < duree_minimale_affiliation_retraite_base


@regle(
    depuis="2025-01-01",
    unite="€/an",
    references=("Ord. 96-1122 art. 28-2", "D. 2019-632"),
    pour=(MAYOTTE, Caisse.SSI),
)
def assiette_retraite_base__mayotte(
    assiette_vieillesse,
    plafond_proratise,
    assiette_minimale_retraite_mayotte,
    dispense_assiette_minimale,
    minimum_maintenu_mayotte,
    affiliation_courte_mayotte,
):
    """Assiette de la cotisation de retraite de base.

    Sous le plafond de Mayotte ; au moins l'assiette minimale, sauf courte affiliation.
    """
    plafonnee = au_plus(assiette_vieillesse, plafond_proratise)
    if affiliation_courte_mayotte:
        return plafonnee
    if dispense_assiette_minimale and not minimum_maintenu_mayotte:
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


@regle(depuis="2025-01-01", unite="€/an", pour=(MAYOTTE, NatureMontant.DEFINITIVES, Caisse.SSI))
@regle(
    depuis="2025-01-01",
    jusqu_au="2025-12-31",
    unite="€/an",
    pour=(MAYOTTE, NatureMontant.PROVISIONNELLES, Caisse.SSI),
    a_confirmer="les appels de 2025 ont été annoncés à Mayotte en décembre 2024, puis leur paiement a été reporté "
    "après le cyclone Chido ; la reprise est annoncée pour 2026. Ce montant est ce qui devait être appelé.",
)
@regle(depuis="2026-01-01", unite="€/an", pour=(MAYOTTE, NatureMontant.PROVISIONNELLES, Caisse.SSI))
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

    Ce qu'elle retire aux cotisations du chef d'entreprise ; la formation professionnelle reste due.
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


def conjoint_part_exoneree_mayotte__chef():
    """L'exonération ne profite qu'au chef d'entreprise."""
    return 0


@regle(
    depuis="2025-01-01",
    unite="fraction",
    references=("Ord. 96-1122 art. 28-8", "CSS L. 662-1 (2023-12-28)"),
    pour=(MAYOTTE, Conjoint.MAYOTTE),
    a_confirmer="les vingt-quatre premiers mois exonèrent aussi la cotisation du conjoint collaborateur : l'Urssaf la "
    "dit totale, la formation professionnelle seule restant due (betagouv/mon-entreprise, ticket 4409), et son "
    "simulateur l'applique au conjoint. Le texte de l'article 28-8 n'a pas été lu.",
    autrement=conjoint_part_exoneree_mayotte__chef,
)
def conjoint_part_exoneree_mayotte(part_exoneree_mayotte):
    """Part exonérée de la cotisation du conjoint collaborateur : celle du chef d'entreprise."""
    return part_exoneree_mayotte


@regle(
    depuis="2025-01-01",
    unite="€/an",
    references=("CSS L. 662-1 (2023-12-28)", "Ord. 96-1122 art. 28-2", "Ord. 96-1122 art. 28-8"),
    pour=(MAYOTTE, Conjoint.MAYOTTE),
)
def conjoint_cotisation_retraite_base__mayotte(
    assiette_minimale_retraite_mayotte, taux_retraite_base_mayotte, conjoint_part_exoneree_mayotte
):
    """Retraite de base du conjoint collaborateur.

    À Mayotte, sur l'assiette minimale, sans autre choix ; les vingt-quatre premiers mois en sont exonérés.
    """
    due = assiette_minimale_retraite_mayotte * taux_retraite_base_mayotte
    return arrondi_euro(due * (1 - conjoint_part_exoneree_mayotte))


@regle(depuis="2025-01-01", unite="€/an", pour=Conjoint.MAYOTTE)
def conjoint_total_cotisations__mayotte(conjoint_cotisation_retraite_base):
    """Cotisations du conjoint collaborateur, payées par le chef d'entreprise.

    À Mayotte, la seule retraite de base.
    """
    return conjoint_cotisation_retraite_base
