"""Le montant de l'indemnité journalière, et ce qui en est retenu."""

from egide.droit.sante.commun import ASSURES, CONJOINTS
from egide.droit.sante.enumerations import CouvertureMaladie
from egide.droit.sante.ouverture import DE_LA_SECURITE_SOCIALE
from egide.moteur.mecanismes import arrondi_centime, au_moins, au_plus
from egide.moteur.regle import regle


@regle(
    depuis="2018-01-01",
    jusqu_au="2020-05-24",
    unite="€/an",
    references="CSS D. 613-21 (2019-05-30)",
    pour=(CouvertureMaladie.INDEPENDANT, *CONJOINTS),
)
@regle(
    depuis="2020-05-25",
    unite="€/an",
    references="CSS D. 622-7, I (2021-06-14)",
    pour=(CouvertureMaladie.INDEPENDANT, *CONJOINTS),
)
def plafond_du_revenu_moyen(pass_):
    """Plafond du revenu moyen : le plafond annuel au jour du constat médical."""
    return pass_


@regle(
    depuis="2021-07-01",
    unite="€/an",
    references=("CSS D. 622-7, I (2021-06-14)", "CSS L. 622-2 (2022-08-18)"),
    pour=CouvertureMaladie.LIBERAL,
)
def plafond_du_revenu_moyen__liberal(pass_, plafonds_du_revenu_moyen_liberal):
    """Plafond du revenu moyen : trois fois le plafond annuel au jour du constat médical."""
    return plafonds_du_revenu_moyen_liberal * pass_


@regle(
    depuis="2018-01-01",
    jusqu_au="2020-05-24",
    unite="€/an",
    references="CSS D. 613-32 (2019-05-30)",
    pour=ASSURES,
    a_confirmer="l'indemnité des bénéficiaires du RSA ou de la prime d'activité est calculée sur l'assiette minimale "
    "du troisième alinéa de l'article D. 612-9, qui n'est plus dans le code : 40 % du plafond, de mémoire.",
)
@regle(
    depuis="2020-05-25",
    unite="€/an",
    references="CSS D. 622-9 (2020-05-25)",
    pour=ASSURES,
    a_confirmer="l'indemnité des bénéficiaires du RSA ou de la prime d'activité est calculée sur l'assiette minimale "
    "du troisième alinéa de l'article D. 612-9, qui n'est plus dans le code : 40 % du plafond, de mémoire.",
)
def base_minimale(rsa_ou_prime_activite, part_plancher_indemnites_journalieres, pass_):
    """Base des bénéficiaires du RSA ou de la prime d'activité : une part du plafond ; nulle pour les autres."""
    if rsa_ou_prime_activite:
        return part_plancher_indemnites_journalieres * pass_
    return 0


@regle(
    depuis="2018-01-01",
    jusqu_au="2021-08-07",
    unite="€/an",
    references=("CSS D. 613-21 (2019-05-30)", "CSS D. 622-7, I (2021-06-14)"),
    pour=ASSURES,
)
@regle(
    depuis="2022-01-01",
    unite="€/an",
    references="CSS D. 622-7, I (2021-06-14)",
    pour=ASSURES,
)
def base_de_l_indemnite(revenu_annuel_moyen, plafond_du_revenu_moyen, revenu_suffisant, base_minimale):
    """Base de l'indemnité.

    Le revenu moyen dans la limite du plafond, ou la base minimale des bénéficiaires du RSA ou de la prime d'activité.
    Rien sous le seuil de revenu.
    """
    if base_minimale > 0:
        return base_minimale
    if not revenu_suffisant:
        return 0
    return au_plus(revenu_annuel_moyen, plafond_du_revenu_moyen)


@regle(
    depuis="2021-08-08",
    jusqu_au="2021-12-31",
    unite="€/an",
    references=("CSS D. 622-7, I (2021-06-14)", "D. 2021-1049", "D. 2021-13"),
    pour=ASSURES,
)
def base_de_l_indemnite__2021(
    revenu_annuel_moyen, plafond_du_revenu_moyen, revenu_suffisant, base_minimale, arret_derogatoire, seuil_revenu
):
    """Base de l'indemnité.

    Le revenu moyen dans la limite du plafond. Sous le seuil, rien, sauf l'arrêt dérogatoire de la crise sanitaire :
    un revenu positif y compte alors pour le seuil.
    """
    if base_minimale > 0:
        return base_minimale
    if arret_derogatoire and revenu_annuel_moyen > 0:
        return au_plus(au_moins(revenu_annuel_moyen, seuil_revenu), plafond_du_revenu_moyen)
    if not revenu_suffisant:
        return 0
    return au_plus(revenu_annuel_moyen, plafond_du_revenu_moyen)


@regle(
    depuis="2018-01-01",
    jusqu_au="2020-05-24",
    unite="€/an",
    references=("CSS D. 613-28 (2019-05-30)", "CSS D. 621-1 (2018-01-01)"),
    pour=CouvertureMaladie.CONJOINT_D_INDEPENDANT,
)
@regle(
    depuis="2020-05-25",
    unite="€/an",
    references=("CSS L. 662-1 (2023-12-28)", "CSS D. 621-3 (2024-07-07)"),
    pour=CouvertureMaladie.CONJOINT_D_INDEPENDANT,
)
@regle(
    depuis="2022-01-01",
    unite="€/an",
    references=("CSS L. 662-1 (2023-12-28)", "CSS D. 621-3 (2024-07-07)"),
    pour=CouvertureMaladie.CONJOINT_DE_LIBERAL,
)
def base_de_l_indemnite__conjoint(part_plancher_indemnites_journalieres, pass_):
    """Base de l'indemnité du conjoint collaborateur : forfaitaire, l'assiette de sa cotisation."""
    return part_plancher_indemnites_journalieres * pass_


@regle(
    depuis="2018-01-01",
    jusqu_au="2020-05-24",
    unite="€",
    references="CSS D. 613-21 (2019-05-30)",
    pour=(CouvertureMaladie.INDEPENDANT, CouvertureMaladie.CONJOINT_D_INDEPENDANT),
    arrondi=arrondi_centime,
)
@regle(
    depuis="2020-05-25",
    unite="€",
    references="CSS D. 622-7, I (2021-06-14)",
    pour=(CouvertureMaladie.INDEPENDANT, CouvertureMaladie.CONJOINT_D_INDEPENDANT),
    arrondi=arrondi_centime,
)
@regle(
    depuis="2021-07-01",
    unite="€",
    references="CSS D. 622-7, I (2021-06-14)",
    pour=CouvertureMaladie.LIBERAL,
    arrondi=arrondi_centime,
)
@regle(
    depuis="2022-01-01",
    unite="€",
    references=("CSS D. 622-7, I (2021-06-14)", "CSS L. 662-1 (2023-12-28)"),
    pour=CouvertureMaladie.CONJOINT_DE_LIBERAL,
    arrondi=arrondi_centime,
)
def indemnite_journaliere(droit_ouvert, base_de_l_indemnite, diviseur_de_l_indemnite):
    """Indemnité journalière.

    Un sept cent trentième de la base, la moitié du revenu d'un jour ; au centime le plus proche, comme les montants
    publiés. Elle est due pour chaque jour, ouvrable ou non.
    """
    if not droit_ouvert:
        return 0
    return base_de_l_indemnite / diviseur_de_l_indemnite


@regle(
    depuis="2018-01-01",
    jusqu_au="2021-06-30",
    unite="€",
    references="CSS L. 622-1 (2018-06-14)",
    pour=CouvertureMaladie.LIBERAL,
)
@regle(
    depuis="2018-01-01",
    jusqu_au="2021-12-31",
    unite="€",
    references="CSS L. 622-1 (2018-06-14)",
    pour=CouvertureMaladie.CONJOINT_DE_LIBERAL,
)
@regle(
    depuis="2018-01-01",
    unite="€",
    references="CSS L. 622-1 (2018-06-14)",
    pour=(CouvertureMaladie.AVOCAT, CouvertureMaladie.AUTRE),
)
def indemnite_journaliere__sans_couverture(couvert_en_cas_d_arret):
    """Indemnité journalière : aucune, l'activité n'étant pas assurée contre l'arrêt de travail."""
    return couvert_en_cas_d_arret


@regle(
    depuis="2018-01-01",
    jusqu_au="2020-05-24",
    unite="€",
    references="CSS D. 613-21-1 (2017-05-01)",
    pour=DE_LA_SECURITE_SOCIALE,
    arrondi=arrondi_centime,
)
@regle(
    depuis="2020-05-25",
    unite="€",
    references="CSS D. 622-10 (2021-06-14)",
    pour=DE_LA_SECURITE_SOCIALE,
    arrondi=arrondi_centime,
)
def indemnite_a_temps_partiel(indemnite_journaliere, part_a_temps_partiel):
    """Indemnité d'un jour de reprise à temps partiel pour motif thérapeutique : la moitié."""
    return indemnite_journaliere * part_a_temps_partiel


@regle(
    depuis="2018-01-01",
    unite="fraction",
    references=("CSS L. 136-8, II (2018-01-01)", "Ord. 96-50 art. 14"),
    pour=DE_LA_SECURITE_SOCIALE,
)
def taux_des_prelevements_sur_indemnites(
    domicile_fiscal_etranger, taux_csg_deductible_remplacement, taux_csg_crds_non_deductible_remplacement
):
    """CSG et CRDS retenues sur les indemnités ; rien pour qui a son domicile fiscal hors de France."""
    if domicile_fiscal_etranger:
        return 0
    return taux_csg_deductible_remplacement + taux_csg_crds_non_deductible_remplacement
