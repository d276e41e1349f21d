"""Outre-mer, hors Mayotte : taux pleins et exonérations propres ; petits revenus, aussi à Saint-Pierre-et-Miquelon."""

from egide.droit.commun.categories import Assiette, Caisse, DomicileFiscal, Exoneration, NatureMontant
from egide.droit.cotisations.assiettes import abattement_assiette
from egide.droit.cotisations.commun import FORFAIT_DEFINITIF, SUR_REVENU
from egide.moteur.mecanismes import annee_du_jour, arrondi_euro, au_moins, au_plus
from egide.moteur.regle import regle

OUTRE_MER, PETIT_REVENU = Exoneration.OUTRE_MER, Exoneration.PETIT_REVENU
FRANCE = DomicileFiscal.FRANCE


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 131-6 (2018-06-14)", pour=SUR_REVENU)
@regle(
    depuis="2018-01-01",
    unite="€/an",
    references="CSS L. 131-6-2 (2018-06-14)",
    pour=(Assiette.FORFAIT, NatureMontant.PROVISIONNELLES),
)
def revenu_d_activite(assiette_sociale):
    """Revenu d'activité.

    Celui du chef d'entreprise, entier, même quand il le partage avec son conjoint.
    """
    return assiette_sociale


@regle(
    depuis="2018-01-01",
    jusqu_au="2024-12-31",
    unite="€/an",
    references=("CSS L. 131-6 (2018-06-14)", "CSS L. 756-3 (2017-01-01)"),
    pour=FORFAIT_DEFINITIF,
)
def revenu_d_activite__forfait_2018(revenu_professionnel):
    """Revenu d'activité.

    La base forfaitaire des deux premières années ne le remplace que pour les cotisations qu'elle rend définitives.
    """
    return arrondi_euro(au_moins(revenu_professionnel, 0))


@regle(
    depuis="2025-01-01",
    unite="€/an",
    references=("CSS L. 131-6 (2023-12-28)", "CSS L. 756-3 (2017-01-01)"),
    pour=FORFAIT_DEFINITIF,
)
def revenu_d_activite__forfait_2025(
    revenu_brut, pass_, taux_abattement_assiette, abattement_assiette_minimal, abattement_assiette_maximal
):
    """Revenu d'activité.

    Le revenu brut après abattement : la base forfaitaire des deux premières années ne le remplace que pour les
    cotisations qu'elle rend définitives.
    """
    abattement = abattement_assiette(
        revenu_brut, pass_, taux_abattement_assiette, abattement_assiette_minimal, abattement_assiette_maximal
    )
    return arrondi_euro(au_moins(revenu_brut - abattement, 0))


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS L. 756-3 (2017-01-01)", "CSS L. 662-1 (2018-06-14)"),
    pour=FORFAIT_DEFINITIF,
)
def assiette_retraite_complementaire__outre_mer(
    revenu_d_activite, deduction_debit_tabac, part_du_conjoint_en_retraite_complementaire=0
):
    """Assiette de la retraite complémentaire.

    En outre-mer, la base forfaitaire des deux premières années est définitive, mais pas pour la retraite
    complémentaire, qui se calcule sur le revenu réel.
    """
    return au_moins(revenu_d_activite - part_du_conjoint_en_retraite_complementaire - deduction_debit_tabac, 0)


@regle(
    depuis="2018-01-01",
    unite="fraction",
    references=("CSS L. 621-3 (2018-01-01)", "CSS L. 756-4 (2018-06-14)"),
    pour=(OUTRE_MER, Caisse.SSI),
    a_confirmer="l'exonération d'outre-mer exclut toute autre réduction (L. 756-4), d'où le taux plein ; des tableaux "
    "de 2018 et de 2021 impriment pourtant les taux variables de la métropole.",
)
def taux_cotisation_maladie_maternite__outre_mer(taux_maladie_outre_mer):
    """Taux de la cotisation maladie-maternité : le taux plein."""
    return taux_maladie_outre_mer


@regle(
    depuis="2018-01-01",
    unite="fraction",
    references=("CSS L. 613-1", "CSS L. 756-4 (2018-06-14)"),
    pour=OUTRE_MER,
)
def taux_cotisation_allocations_familiales__outre_mer(taux_allocations_familiales_outre_mer):
    """Taux de la cotisation d'allocations familiales : le taux plein."""
    return taux_allocations_familiales_outre_mer


@regle(
    depuis="2018-01-01",
    unite="fraction",
    references=("CSS L. 756-2 (2018-06-14)", "CSS D. 756-4 (2017-05-12)"),
    pour=OUTRE_MER,
)
def part_exoneration_entiere(jours_exoneres, jours_activite):
    """Part de l'année d'activité dans les vingt-quatre premiers mois, exonérés en entier."""
    return jours_exoneres / au_moins(jours_activite, 1)


@regle(depuis="2018-01-01", unite="fraction", references="CSS D. 756-4 (2017-05-12)", pour=OUTRE_MER)
def taux_exoneration_partielle(
    debut_d_activite, annee, annees_exoneration_entiere, taux_outre_mer_troisieme_annee, taux_outre_mer_ensuite
):
    """Part exonérée après les vingt-quatre premiers mois, selon l'année civile d'activité."""
    if annee - annee_du_jour(debut_d_activite) <= annees_exoneration_entiere:
        return taux_outre_mer_troisieme_annee
    return taux_outre_mer_ensuite


@regle(depuis="2018-01-01", unite="fraction", references="CSS D. 756-4, II (2017-05-12)", pour=OUTRE_MER)
def coefficient_outre_mer(revenu_d_activite, plafond_proratise, seuil_outre_mer_nul):
    """Coefficient de dégressivité : entier jusqu'à une fois et demie le plafond, nul à deux fois et demie."""
    reste = seuil_outre_mer_nul - revenu_d_activite / plafond_proratise
    return au_plus(au_moins(reste, 0), 1)


def due_a_la_limite(cotisation, assiette, limite, taux):
    """Cotisation due pour un revenu égal à une limite : celle de la personne si elle ne la dépasse pas."""
    if assiette <= limite:
        return cotisation
    return limite * taux


def montant_outre_mer(cotisation, au_seuil, au_plafond, part_entiere, taux, coefficient):
    """Montant exonéré : entier pendant vingt-quatre mois, partiel ensuite, l'un et l'autre limités à un seuil."""
    entier = part_entiere * au_plus(cotisation, au_seuil)
    partiel = (1 - part_entiere) * taux * au_plus(cotisation, au_plafond)
    return coefficient * (entier + partiel)


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS D. 756-4 (2017-05-12)", "CSS D. 756-6 (2017-05-12)"),
    pour=OUTRE_MER,
)
def exoneration_maladie_maternite__outre_mer(
    cotisation_maladie_maternite_avant_exoneration,
    assiette_sociale,
    assiette_maladie_maternite,
    plafond_proratise,
    taux_cotisation_maladie_maternite,
    seuil_maladie_outre_mer,
    seuil_outre_mer_entier,
    part_exoneration_entiere,
    taux_exoneration_partielle,
    coefficient_outre_mer,
    minimum_maladie_maternite=0,
):
    """Exonération de la cotisation maladie-maternité en outre-mer ; elle n'est pas due sous un petit revenu."""
    if assiette_sociale < seuil_maladie_outre_mer * plafond_proratise:
        return cotisation_maladie_maternite_avant_exoneration
    au_seuil = due_a_la_limite(
        cotisation_maladie_maternite_avant_exoneration,
        assiette_maladie_maternite,
        au_moins(seuil_outre_mer_entier * plafond_proratise, minimum_maladie_maternite),
        taux_cotisation_maladie_maternite,
    )
    au_plafond = due_a_la_limite(
        cotisation_maladie_maternite_avant_exoneration,
        assiette_maladie_maternite,
        au_moins(plafond_proratise, minimum_maladie_maternite),
        taux_cotisation_maladie_maternite,
    )
    return montant_outre_mer(
        cotisation_maladie_maternite_avant_exoneration,
        au_seuil,
        au_plafond,
        part_exoneration_entiere,
        taux_exoneration_partielle,
        coefficient_outre_mer,
    )


@regle(depuis="2025-01-01", unite="€/an", references="CSS D. 756-4 (2017-05-12)", pour=OUTRE_MER)
def exoneration_indemnites_journalieres__outre_mer_2025(
    cotisation_indemnites_journalieres_avant_exoneration,
    plafond_proratise,
    taux_cotisation_indemnites_journalieres,
    seuil_outre_mer_entier,
    part_exoneration_entiere,
    taux_exoneration_partielle,
    coefficient_outre_mer,
    minimum_indemnites_journalieres,
):
    """Exonération de la cotisation d'indemnités journalières en outre-mer."""
    base_au_seuil = au_moins(seuil_outre_mer_entier * plafond_proratise, minimum_indemnites_journalieres)
    base_au_plafond = au_moins(plafond_proratise, minimum_indemnites_journalieres)
    return montant_outre_mer(
        cotisation_indemnites_journalieres_avant_exoneration,
        base_au_seuil * taux_cotisation_indemnites_journalieres,
        base_au_plafond * taux_cotisation_indemnites_journalieres,
        part_exoneration_entiere,
        taux_exoneration_partielle,
        coefficient_outre_mer,
    )


@regle(
    depuis="2018-01-01",
    jusqu_au="2024-12-31",
    unite="€/an",
    references=("CSS D. 756-4 (2017-05-12)", "CSS D. 756-6 (2017-05-12)"),
    pour=(OUTRE_MER, Caisse.SSI),
)
def exoneration_indemnites_journalieres__outre_mer_2018(
    cotisation_indemnites_journalieres_avant_exoneration,
    plafond_proratise,
    taux_cotisation_indemnites_journalieres,
    seuil_outre_mer_entier,
    part_exoneration_entiere,
    taux_exoneration_partielle,
    coefficient_outre_mer,
    minimum_indemnites_journalieres,
    assiette_sociale,
    seuil_maladie_outre_mer,
):
    """Exonération de la cotisation d'indemnités journalières en outre-mer.

    Elle fait alors partie de la cotisation maladie, qui n'est pas due sous un petit revenu.
    """
    if assiette_sociale < seuil_maladie_outre_mer * plafond_proratise:
        return cotisation_indemnites_journalieres_avant_exoneration
    return exoneration_indemnites_journalieres__outre_mer_2025(
        cotisation_indemnites_journalieres_avant_exoneration,
        plafond_proratise,
        taux_cotisation_indemnites_journalieres,
        seuil_outre_mer_entier,
        part_exoneration_entiere,
        taux_exoneration_partielle,
        coefficient_outre_mer,
        minimum_indemnites_journalieres,
    )


@regle(depuis="2018-01-01", unite="€/an", references="CSS D. 756-4 (2017-05-12)", pour=OUTRE_MER)
def exoneration_allocations_familiales__outre_mer(
    cotisation_allocations_familiales_avant_exoneration,
    plafond_proratise,
    taux_cotisation_allocations_familiales,
    seuil_outre_mer_entier,
    part_exoneration_entiere,
    taux_exoneration_partielle,
    coefficient_outre_mer,
):
    """Exonération de la cotisation d'allocations familiales en outre-mer."""
    au_plafond = plafond_proratise * taux_cotisation_allocations_familiales
    return montant_outre_mer(
        cotisation_allocations_familiales_avant_exoneration,
        seuil_outre_mer_entier * au_plafond,
        au_plafond,
        part_exoneration_entiere,
        taux_exoneration_partielle,
        coefficient_outre_mer,
    )


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS D. 756-4 (2017-05-12)", "CSS D. 756-6 (2017-05-12)"),
    pour=(OUTRE_MER, Caisse.SSI),
)
def exoneration_retraite_base__outre_mer(
    cotisation_retraite_base_avant_exoneration,
    assiette_sociale,
    plafond_proratise,
    taux_retraite_base_plafonne,
    taux_retraite_base_deplafonne,
    seuil_retraite_outre_mer,
    seuil_outre_mer_entier,
    part_exoneration_entiere,
    taux_exoneration_partielle,
    coefficient_outre_mer,
):
    """Exonération de la cotisation de retraite de base en outre-mer ; elle n'est pas due sous un très petit revenu."""
    if assiette_sociale <= seuil_retraite_outre_mer:
        return cotisation_retraite_base_avant_exoneration
    plafonne = plafond_proratise * taux_retraite_base_plafonne
    deplafonne = plafond_proratise * taux_retraite_base_deplafonne
    return montant_outre_mer(
        cotisation_retraite_base_avant_exoneration,
        plafonne + seuil_outre_mer_entier * deplafonne,
        plafonne + deplafonne,
        part_exoneration_entiere,
        taux_exoneration_partielle,
        coefficient_outre_mer,
    )


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references="CSS D. 756-6 (2017-05-12)",
    pour=(OUTRE_MER, PETIT_REVENU),
)
def exoneration_retraite_complementaire__outre_mer(
    cotisation_retraite_complementaire_avant_exoneration, assiette_retraite_complementaire, seuil_retraite_outre_mer
):
    """La retraite complémentaire est due en outre-mer, sauf très petit revenu."""
    if assiette_retraite_complementaire <= seuil_retraite_outre_mer:
        return cotisation_retraite_complementaire_avant_exoneration
    return 0


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 756-2 (2018-06-14)", pour=(OUTRE_MER, Caisse.SSI))
def exoneration_invalidite_deces__outre_mer(
    cotisation_invalidite_deces_avant_exoneration,
    plafond_proratise,
    taux_invalidite_deces,
    part_exoneration_entiere,
    coefficient_outre_mer,
):
    """Exonération de la cotisation d'invalidité-décès en outre-mer : les vingt-quatre premiers mois seulement."""
    au_plafond = plafond_proratise * taux_invalidite_deces
    entier = au_plus(cotisation_invalidite_deces_avant_exoneration, au_plafond)
    return coefficient_outre_mer * part_exoneration_entiere * entier


@regle(depuis="2018-01-01", unite="fraction", references="CSS D. 756-4 (2017-05-12)", pour=OUTRE_MER)
def part_csg_exoneree_outre_mer(
    assiette_sociale,
    plafond_proratise,
    seuil_outre_mer_entier,
    part_exoneration_entiere,
    taux_exoneration_partielle,
    coefficient_outre_mer,
):
    """Part exonérée de la CSG et de la CRDS en outre-mer : celle d'une cotisation proportionnelle au revenu."""
    if assiette_sociale <= plafond_proratise:
        part = part_exoneration_entiere + (1 - part_exoneration_entiere) * taux_exoneration_partielle
        return coefficient_outre_mer * part
    au_seuil = au_plus(seuil_outre_mer_entier * plafond_proratise / assiette_sociale, 1)
    au_plafond = plafond_proratise / assiette_sociale
    partiel = (1 - part_exoneration_entiere) * taux_exoneration_partielle * au_plafond
    return coefficient_outre_mer * (part_exoneration_entiere * au_seuil + partiel)


@regle(depuis="2018-01-01", unite="€/an", references="CSS D. 756-4 (2017-05-12)", pour=(OUTRE_MER, FRANCE))
def exoneration_csg_deductible__outre_mer(csg_deductible_avant_exoneration, part_csg_exoneree_outre_mer):
    """Exonération de la CSG déductible en outre-mer."""
    return csg_deductible_avant_exoneration * part_csg_exoneree_outre_mer


@regle(depuis="2018-01-01", unite="€/an", references="CSS D. 756-4 (2017-05-12)", pour=(OUTRE_MER, FRANCE))
def exoneration_csg_crds_non_deductible__outre_mer(
    csg_crds_non_deductible_avant_exoneration, part_csg_exoneree_outre_mer
):
    """Exonération de la CSG et de la CRDS non déductibles en outre-mer."""
    return csg_crds_non_deductible_avant_exoneration * part_csg_exoneree_outre_mer


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 133-10 (2015-01-01)", pour=OUTRE_MER)
def cotisations_sociales_avant_exoneration(
    cotisation_maladie_maternite_avant_exoneration,
    cotisation_indemnites_journalieres_avant_exoneration,
    cotisation_allocations_familiales_avant_exoneration,
    cotisation_retraite_base_avant_exoneration,
    cotisation_retraite_complementaire_avant_exoneration,
    cotisation_invalidite_deces_avant_exoneration,
):
    """Cotisations sociales obligatoires avant exonération."""
    return (
        arrondi_euro(cotisation_maladie_maternite_avant_exoneration)
        + arrondi_euro(cotisation_indemnites_journalieres_avant_exoneration)
        + arrondi_euro(cotisation_allocations_familiales_avant_exoneration)
        + arrondi_euro(cotisation_retraite_base_avant_exoneration)
        + arrondi_euro(cotisation_retraite_complementaire_avant_exoneration)
        + arrondi_euro(cotisation_invalidite_deces_avant_exoneration)
    )


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 756-2 (2018-06-14)", pour=(OUTRE_MER, Caisse.SSI))
def exoneration_drom(
    cotisations_sociales_avant_exoneration,
    cotisations_sociales,
    csg_deductible_avant_exoneration=0,
    csg_deductible=0,
    csg_crds_non_deductible_avant_exoneration=0,
    csg_crds_non_deductible=0,
):
    """Exonération d'outre-mer : ce qu'elle retire aux cotisations, à la CSG et à la CRDS."""
    deductible = arrondi_euro(csg_deductible_avant_exoneration) - csg_deductible
    non_deductible = arrondi_euro(csg_crds_non_deductible_avant_exoneration) - csg_crds_non_deductible
    return cotisations_sociales_avant_exoneration - cotisations_sociales + deductible + non_deductible
