"""Crise sanitaire : la réduction des cotisations et contributions définitives de 2020, 2021 et 2022."""

from egide.droit.commun.categories import AideCovid, Assiette, Conjoint, DomicileFiscal, NatureMontant
from egide.droit.commun.enumerations import SecteurCovid
from egide.moteur.mecanismes import arrondi_euro, au_moins, au_plus
from egide.moteur.regle import regle

ACCORDEE, FRANCE = AideCovid.ACCORDEE, DomicileFiscal.FRANCE
AVEC_CONJOINT = (Conjoint.FORFAIT, Conjoint.SANS_PARTAGE, Conjoint.AVEC_PARTAGE)
DROM_FINAL = (Assiette.FORFAIT, NatureMontant.DEFINITIVES)


@regle(
    depuis="2020-01-01",
    jusqu_au="2020-12-31",
    unite="oui/non",
    references="D. 2020-1103",
    pour=ACCORDEE,
    a_confirmer="dans le secteur S1 bis, la réduction suppose une perte de chiffre d'affaires de 80 % au printemps "
    "2020, ou de 30 % du chiffre d'affaires de 2019 : elle est tenue pour établie.",
)
def secteur_s1_bis(secteur_covid):
    """Activité du secteur S1 bis, dépendante du tourisme, de la culture, du sport ou de l'événementiel."""
    return secteur_covid == SecteurCovid.S1_BIS


@regle(
    depuis="2020-01-01",
    jusqu_au="2020-12-31",
    unite="€",
    references=("L. 2020-935 art. 65", "D. 2020-1103"),
    pour=ACCORDEE,
)
def reduction_covid_du_secteur(secteur_covid, secteur_s1_bis, reduction_covid_s1, reduction_covid_s2):
    """Réduction du printemps 2020 : une somme qui ne dépend que du secteur de l'activité."""
    if secteur_s1_bis:
        return reduction_covid_s1
    if secteur_covid == SecteurCovid.S1:
        return reduction_covid_s1
    if secteur_covid == SecteurCovid.S2:
        return reduction_covid_s2
    return 0


@regle(
    depuis="2020-01-01",
    jusqu_au="2022-12-31",
    unite="€",
    references=("L. 2020-1576 art. 9", "D. 2021-75", "L. 2021-953 art. 25", "D. 2021-1094", "D. 2022-170"),
    pour=ACCORDEE,
    a_confirmer="les mois de réduction et leur montant sont ceux que donne la personne : leurs conditions (fermeture, "
    "baisse du chiffre d'affaires, mois ouverts à chaque montant) ne sont pas vérifiées.",
)
def reduction_covid_des_mois(
    mois_covid_600,
    mois_covid_300,
    mois_covid_250,
    reduction_mensuelle_covid_600,
    reduction_mensuelle_covid_300,
    reduction_mensuelle_covid_250,
):
    """Réduction des mois de fermeture ou de baisse d'activité : un montant par mois."""
    return (
        mois_covid_600 * reduction_mensuelle_covid_600
        + mois_covid_300 * reduction_mensuelle_covid_300
        + mois_covid_250 * reduction_mensuelle_covid_250
    )


@regle(
    depuis="2020-01-01",
    jusqu_au="2022-12-31",
    unite="€",
    references=("L. 2020-935 art. 65", "L. 2020-1576 art. 9"),
    pour=ACCORDEE,
)
def montant_covid(reduction_covid_des_mois, reduction_covid_du_secteur=0):
    """Réductions de la crise sanitaire, avant de les limiter à ce qui est dû."""
    return reduction_covid_des_mois + reduction_covid_du_secteur


@regle(
    depuis="2020-01-01",
    jusqu_au="2022-12-31",
    unite="€/an",
    references=("L. 2020-935 art. 65", "L. 2020-1576 art. 9"),
    pour=ACCORDEE,
)
def reduction_covid_du_chef(montant_covid, cotisations_sociales, csg_deductible=0, csg_crds_non_deductible=0):
    """Réduction du chef d'entreprise : au plus ses cotisations, sa CSG et sa CRDS, sans la formation."""
    return au_plus(montant_covid, cotisations_sociales + csg_deductible + csg_crds_non_deductible)


@regle(
    depuis="2020-01-01",
    jusqu_au="2022-12-31",
    unite="€/an",
    references=("L. 2020-935 art. 65", "L. 2020-1576 art. 9"),
    pour=(ACCORDEE, *AVEC_CONJOINT),
    a_confirmer="le conjoint collaborateur a la même réduction que le chef d'entreprise, sur ses propres cotisations ; "
    "les textes n'ont pas été lus sur ce point.",
)
def conjoint_reduction_covid(montant_covid, conjoint_total_cotisations):
    """Réduction du conjoint collaborateur : au plus ses cotisations."""
    return au_plus(montant_covid, conjoint_total_cotisations)


@regle(
    depuis="2020-01-01",
    jusqu_au="2022-12-31",
    unite="€/an",
    references=("L. 2020-935 art. 65", "L. 2020-1576 art. 9"),
    pour=ACCORDEE,
)
def reduction_covid(reduction_covid_du_chef, conjoint_reduction_covid=0):
    """Réduction de la crise sanitaire, celle du conjoint collaborateur comprise.

    Déjà déduite du total, mais pas des lignes, qui sont celles d'avant la réduction.
    """
    return reduction_covid_du_chef + conjoint_reduction_covid


def part_corrigee(part, reduction, cotisations, assiette, taux):
    """Approche de la part des cotisations par une droite : chaque correction double le nombre de chiffres exacts."""
    reste_du = cotisations + taux * (assiette - part)
    return part - (part * reste_du - reduction * cotisations) / (reste_du - taux * part)


@regle(
    depuis="2020-01-01",
    jusqu_au="2022-12-31",
    unite="€/an",
    references=("CSS L. 136-3 (2018-06-14)", "L. 2020-1576 art. 9"),
    pour=(ACCORDEE, Assiette.ANCIENNE, FRANCE),
)
def part_covid_des_cotisations(
    reduction_covid_du_chef,
    cotisations_sociales,
    assiette_csg_crds,
    taux_csg_deductible,
    taux_csg_crds_non_deductible,
    conjoint_reduction_covid=0,
    part_csg_exoneree_outre_mer=0,
):
    """Part de la réduction imputée sur les cotisations.

    La réduction se partage entre les cotisations et la CSG-CRDS en proportion de ce qui est dû. Or la CSG porte sur le
    revenu augmenté des cotisations réduites : la part P dépend d'elle-même. Avec R la réduction, C les cotisations, B
    l'assiette de la CSG et t ses taux, elle est la solution de P × (C + t × (B − P)) = R × C. On part de sa valeur
    sans la boucle, R × C / (C + t × B), que deux corrections portent bien au-delà du centime.
    """
    if cotisations_sociales == 0:
        return 0
    taux = (taux_csg_deductible + taux_csg_crds_non_deductible) * (1 - part_csg_exoneree_outre_mer)
    assiette = au_moins(assiette_csg_crds - conjoint_reduction_covid, 0)
    sans_boucle = reduction_covid_du_chef * cotisations_sociales / (cotisations_sociales + taux * assiette)
    corrigee = part_corrigee(sans_boucle, reduction_covid_du_chef, cotisations_sociales, assiette, taux)
    part = part_corrigee(corrigee, reduction_covid_du_chef, cotisations_sociales, assiette, taux)
    return arrondi_euro(au_plus(part, au_plus(cotisations_sociales, reduction_covid_du_chef)))


@regle(
    depuis="2020-01-01",
    jusqu_au="2022-12-31",
    unite="€/an",
    references=("CSS L. 756-3 (2017-01-01)", "L. 2020-1576 art. 9"),
    pour=(ACCORDEE, *DROM_FINAL, FRANCE),
)
def part_covid_des_cotisations__forfait(
    reduction_covid_du_chef, cotisations_sociales, csg_deductible, csg_crds_non_deductible
):
    """Part de la réduction imputée sur les cotisations : l'assiette étant un forfait, en proportion de ce qui est dû.

    La CSG ne dépend pas alors des cotisations : il n'y a pas de boucle.
    """
    if reduction_covid_du_chef == 0:
        return 0
    du = cotisations_sociales + csg_deductible + csg_crds_non_deductible
    return arrondi_euro(reduction_covid_du_chef * cotisations_sociales / du)


@regle(
    depuis="2020-01-01",
    jusqu_au="2022-12-31",
    unite="€/an",
    references="CSS L. 136-3 (2018-06-14)",
    pour=(ACCORDEE, Assiette.ANCIENNE, FRANCE),
)
def assiette_csg_crds_apres_covid(assiette_csg_crds, part_covid_des_cotisations, conjoint_reduction_covid=0):
    """Assiette de la CSG et de la CRDS, avec les cotisations réduites."""
    return au_moins(assiette_csg_crds - part_covid_des_cotisations - conjoint_reduction_covid, 0)


@regle(
    depuis="2020-01-01",
    jusqu_au="2022-12-31",
    unite="€/an",
    references="CSS L. 756-3 (2017-01-01)",
    pour=(ACCORDEE, *DROM_FINAL, FRANCE),
)
def assiette_csg_crds_apres_covid__forfait(assiette_csg_crds):
    """Assiette de la CSG et de la CRDS : un forfait, que la réduction des cotisations ne change pas."""
    return assiette_csg_crds


@regle(
    depuis="2020-01-01",
    jusqu_au="2022-12-31",
    unite="€/an",
    references=("CSS L. 136-8 (2018-01-01)", "CGI 154 quinquies"),
    pour=(ACCORDEE, FRANCE),
)
def csg_deductible_recalculee(assiette_csg_crds_apres_covid, taux_csg_deductible, part_csg_exoneree_outre_mer=0):
    """CSG déductible, sur l'assiette aux cotisations réduites."""
    return arrondi_euro(assiette_csg_crds_apres_covid * taux_csg_deductible * (1 - part_csg_exoneree_outre_mer))


@regle(
    depuis="2020-01-01",
    jusqu_au="2022-12-31",
    unite="€/an",
    references=("CSS L. 136-8 (2018-01-01)", "CGI 154 quinquies"),
    pour=(ACCORDEE, FRANCE),
)
def csg_crds_non_deductible_recalculee(
    assiette_csg_crds_apres_covid, taux_csg_crds_non_deductible, part_csg_exoneree_outre_mer=0
):
    """CSG et CRDS non déductibles, sur l'assiette aux cotisations réduites."""
    taux = taux_csg_crds_non_deductible * (1 - part_csg_exoneree_outre_mer)
    return arrondi_euro(assiette_csg_crds_apres_covid * taux)


@regle(
    depuis="2020-01-01",
    jusqu_au="2022-12-31",
    unite="€/an",
    references=("CSS L. 136-3 (2018-06-14)", "L. 2020-1576 art. 9"),
    pour=(ACCORDEE, FRANCE),
)
def csg_crds_en_moins(
    csg_deductible,
    csg_crds_non_deductible,
    csg_deductible_recalculee,
    csg_crds_non_deductible_recalculee,
    cotisations_sociales,
    reduction_covid_du_chef,
):
    """CSG et CRDS en moins, les cotisations étant réduites.

    Leur assiette comprend les cotisations : la réduction de celles-ci l'abaisse. C'est la différence avec les lignes
    de CSG et de CRDS, qui sont celles d'avant la réduction ; jamais plus que ce que la réduction laisse à payer.
    """
    avant = csg_deductible + csg_crds_non_deductible
    en_moins = avant - csg_deductible_recalculee - csg_crds_non_deductible_recalculee
    return au_plus(en_moins, cotisations_sociales + avant - reduction_covid_du_chef)


@regle(
    depuis="2020-01-01",
    jusqu_au="2022-12-31",
    unite="€/an",
    references="CGI 154 quinquies",
    pour=(ACCORDEE, FRANCE),
)
def csg_crds_non_deductible_reduite(
    csg_deductible_recalculee,
    csg_crds_non_deductible_recalculee,
    reduction_covid_du_chef,
    part_covid_des_cotisations,
):
    """CSG et CRDS non déductibles, après leur part de la réduction."""
    due = csg_deductible_recalculee + csg_crds_non_deductible_recalculee
    reste = au_moins(due - (reduction_covid_du_chef - part_covid_des_cotisations), 0)
    if reste == 0:
        return 0
    return arrondi_euro(csg_crds_non_deductible_recalculee * reste / due)


@regle(
    depuis="2020-01-01",
    jusqu_au="2022-12-31",
    unite="€/an",
    references=("L. 2020-935 art. 65", "L. 2020-1576 art. 9"),
    pour=ACCORDEE,
)
def total_cotisations_et_contributions__covid(
    cotisations_sociales,
    contribution_formation_professionnelle,
    reduction_covid_du_chef,
    csg_deductible_recalculee=0,
    csg_crds_non_deductible_recalculee=0,
    conjoint_total_cotisations=0,
    conjoint_reduction_covid=0,
):
    """Total des cotisations et contributions, après la réduction de la crise sanitaire.

    La somme des cotisations, de la CSG et de la CRDS sur l'assiette aux cotisations réduites, moins la réduction ; la
    formation professionnelle reste entière.
    """
    du = cotisations_sociales + csg_deductible_recalculee + csg_crds_non_deductible_recalculee
    conjoint = conjoint_total_cotisations - conjoint_reduction_covid
    return au_moins(du - reduction_covid_du_chef, 0) + conjoint + contribution_formation_professionnelle


@regle(
    depuis="2020-01-01",
    jusqu_au="2022-12-31",
    unite="€/an",
    references="CSS L. 131-6 (2018-06-14)",
    pour=(ACCORDEE, Assiette.ANCIENNE),
)
@regle(
    depuis="2020-01-01",
    jusqu_au="2022-12-31",
    unite="€/an",
    references="CSS L. 131-6 (2018-06-14)",
    pour=(ACCORDEE, *DROM_FINAL),
)
def revenu_avant_cotisations__covid(
    revenu_professionnel, total_cotisations_et_contributions, csg_crds_non_deductible_reduite=0
):
    """Revenu avant cotisations.

    Le revenu professionnel, auquel on rajoute ce qui en a été déduit après la réduction : tout, sauf la CSG et la CRDS
    non déductibles.
    """
    return revenu_professionnel + total_cotisations_et_contributions - csg_crds_non_deductible_reduite
