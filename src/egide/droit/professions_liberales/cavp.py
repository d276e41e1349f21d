"""CAVP : retraite complémentaire, ASV et invalidité-décès des pharmaciens et des directeurs de laboratoire."""

from egide.droit.commun.categories import Caisse, Exoneration, Praticien
from egide.droit.cotisations.commun import exonerable
from egide.moteur.mecanismes import arrondi_euro, palier_atteint, palier_depasse
from egide.moteur.regle import regle

CAVP = Caisse.CAVP
BIOLOGISTE = (CAVP, Praticien.DIRECTEUR_DE_LABORATOIRE)


@regle(depuis="2018-01-01", unite="€/an", references="D. 49-580 art. 2", pour=CAVP)
def revenu_retraite_complementaire__cavp(revenu_retenu_n_2, revenu_retenu_n_3, revenu_retenu_n_4, annees_de_la_moyenne):
    """Revenu retenu pour la retraite complémentaire : la moyenne de la quatrième à la deuxième année d'avant."""
    return (revenu_retenu_n_2 + revenu_retenu_n_3 + revenu_retenu_n_4) / annees_de_la_moyenne


@regle(
    depuis="2018-01-01",
    jusqu_au="2019-12-31",
    unite="classe",
    entite="activite",
    agregation="principale",
    references="D. 49-580 art. 2",
    pour=CAVP,
)
def classe_retraite_complementaire__cavp_2018(revenu_retraite_complementaire, limites_classes_cavp, pass_):
    """Classe de retraite complémentaire en capitalisation, selon le revenu moyen."""
    return palier_depasse(revenu_retraite_complementaire, limites_classes_cavp, pass_)


@regle(
    depuis="2020-01-01",
    unite="classe",
    entite="activite",
    agregation="principale",
    references=("D. 49-580 art. 2", "D. 2019-288"),
    pour=CAVP,
)
def classe_retraite_complementaire__cavp_2020(
    revenu_retraite_complementaire, limites_classes_cavp_depuis_2020, pass__n_1
):
    """Classe de retraite complémentaire en capitalisation, selon le revenu moyen.

    Les limites sont des parts du plafond de l'année précédente.
    """
    return palier_depasse(revenu_retraite_complementaire, limites_classes_cavp_depuis_2020, pass__n_1)


@regle(
    depuis="2018-01-01",
    unite="oui/non",
    references="D. 49-580 art. 2",
    pour=CAVP,
    a_confirmer="la réduction de la retraite complémentaire par répartition est mesurée sur le revenu moyen qui donne "
    "la classe ; l'année du revenu que lit la CAVP pour elle n'a pas été trouvée.",
)
def reduction_demandee_cavp(demande_reduction_retraite_complementaire):
    """Pharmacien ou directeur de laboratoire qui a demandé la réduction de la part en répartition."""
    return demande_reduction_retraite_complementaire


@regle(depuis="2018-01-01", unite="part", references="D. 49-580 art. 2", pour=CAVP)
def part_due_repartition_cavp(
    reduction_demandee_cavp, revenu_retraite_complementaire, parts_dues_repartition_cavp, pass_
):
    """Part due de la retraite complémentaire par répartition : moins sous trois seuils de revenu, sur demande."""
    if reduction_demandee_cavp:
        return palier_atteint(revenu_retraite_complementaire, parts_dues_repartition_cavp, pass_)
    return 1


@regle(
    depuis="2018-01-01",
    unite="oui/non",
    references="D. 49-580 art. 2",
    pour=(CAVP, Exoneration.ACRE),
)
def dispense_rc_cavp(demande_dispense_retraite_complementaire):
    """Dispense de retraite complémentaire demandée pendant l'Acre : elle n'ouvre pas de droits."""
    return demande_dispense_retraite_complementaire


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("D. 49-580 art. 2", "CSS L. 644-1"),
    pour=CAVP,
    arrondi=arrondi_euro,
)
def cotisation_retraite_complementaire__cavp(
    cotisation_de_reference_cavp,
    multiple_repartition_cavp,
    taux_appel_repartition_cavp,
    classe_retraite_complementaire,
    part_affiliation,
    part_due_repartition_cavp,
    dispense_rc_cavp=0,
):
    """Cotisation de retraite complémentaire.

    Une part en répartition, la même pour tous, et une part en capitalisation : un multiple de la cotisation de
    référence, une de moins que le numéro de la classe.
    """
    if dispense_rc_cavp:
        return 0
    repartition = arrondi_euro(multiple_repartition_cavp * cotisation_de_reference_cavp * taux_appel_repartition_cavp)
    capitalisation = (classe_retraite_complementaire - 1) * cotisation_de_reference_cavp
    return (repartition * part_due_repartition_cavp + capitalisation) * part_affiliation


@exonerable(depuis="2018-01-01", unite="€/an", references="CSS L. 644-2 (2018-06-14)", pour=(CAVP,))
def cotisation_invalidite_deces__cavp(id_forfait_cavp, part_affiliation):
    """Cotisation d'invalidité-décès.

    Un montant fixe.
    """
    return id_forfait_cavp * part_affiliation


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 645-2 (2015-01-01)", pour=BIOLOGISTE)
def asv_forfait__biologiste(asv_forfait_biologiste, diviseur_asv_biologiste, part_affiliation):
    """Part forfaitaire de l'ASV : l'assurance maladie paie le reste."""
    return arrondi_euro(asv_forfait_biologiste * part_affiliation / diviseur_asv_biologiste)


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references="CSS L. 645-2 (2015-01-01)",
    pour=BIOLOGISTE,
    a_confirmer="l'ASV des directeurs de laboratoire n'a qu'une source, les règles du simulateur de l'Urssaf, et n'a "
    "été comparée à aucun montant publié.",
)
def asv_proportionnelle_biologiste(assiette_section, taux_asv_biologiste):
    """Part proportionnelle entière de l'ASV."""
    return assiette_section * taux_asv_biologiste


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 645-2 (2015-01-01)", pour=BIOLOGISTE)
def asv_ajustement__biologiste(asv_proportionnelle_biologiste, part_propre_asv_biologiste):
    """Part proportionnelle de l'ASV : l'assurance maladie paie le reste."""
    return arrondi_euro(asv_proportionnelle_biologiste * part_propre_asv_biologiste)


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 645-2 (2015-01-01)", pour=BIOLOGISTE)
def cotisation_asv__biologiste(asv_forfait, asv_ajustement):
    """Cotisation d'allocation supplémentaire de vieillesse (ASV).

    Le tiers d'un forfait, et la moitié d'une cotisation proportionnelle au revenu ; l'assurance maladie paie le reste.
    """
    return asv_forfait + asv_ajustement


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 645-2 (2015-01-01)", pour=BIOLOGISTE)
def participation_cpam_asv__biologiste(
    asv_forfait_biologiste, part_affiliation, asv_proportionnelle_biologiste, cotisation_asv
):
    """Part de l'ASV payée par l'assurance maladie."""
    return arrondi_euro(asv_forfait_biologiste * part_affiliation + asv_proportionnelle_biologiste) - cotisation_asv
