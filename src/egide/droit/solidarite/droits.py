"""Les plafonds, et le droit qu'ils ouvrent."""

from egide.droit.commun.interlocuteurs import RessortPersonnel
from egide.droit.solidarite.enumerations import C2sDroit
from egide.moteur.mecanismes import arrondi_euro, bareme_marginal
from egide.moteur.regle import regle


@regle(depuis="2018-01-01", unite="", references="CSS R. 861-3 (2019-11-01)")
def coefficient_du_foyer(
    foyer_personnes, enfants_en_residence_alternee, part_d_un_enfant_en_alternance, bareme_plafond_par_personne
):
    """Ce par quoi le plafond d'une personne seule est multiplié.

    Un, plus 50 % pour la deuxième personne, 30 % pour la troisième et la quatrième, 40 % pour chaque autre. Un enfant
    en résidence alternée ne compte que pour moitié.
    """
    avec = bareme_marginal(foyer_personnes, bareme_plafond_par_personne, 1)
    sans = bareme_marginal(foyer_personnes - enfants_en_residence_alternee, bareme_plafond_par_personne, 1)
    return sans + (avec - sans) * part_d_un_enfant_en_alternance


@regle(depuis="2018-01-01", unite="fraction", references="CSS D. 861-1 (2019-11-01)")
def majoration_outre_mer_du_plafond(ressort_residence, taux_majoration_outre_mer_plafond):
    """Majoration du plafond outre-mer.

    En Guadeloupe, en Guyane, à la Martinique, à La Réunion, à Saint-Barthélemy et à Saint-Martin, et à Mayotte depuis
    2024.
    """
    if ressort_residence < RessortPersonnel.DROM:
        return 0
    return taux_majoration_outre_mer_plafond if ressort_residence <= RessortPersonnel.MAYOTTE else 0


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS L. 861-1", "CSS R. 861-3 (2019-11-01)", "CSS D. 861-1 (2019-11-01)"),
    arrondi=arrondi_euro,
)
def c2s_plafond(plafond_d_une_personne, coefficient_du_foyer, majoration_outre_mer_du_plafond):
    """Plafond de ressources de la complémentaire gratuite (de la CMU-C avant le 1er novembre 2019)."""
    return plafond_d_une_personne * coefficient_du_foyer * (1 + majoration_outre_mer_du_plafond)


@regle(
    depuis="2018-01-01",
    jusqu_au="2019-10-31",
    unite="€/an",
    references=("L. 2018-1203 art. 52", "CSS R. 861-3"),
    arrondi=arrondi_euro,
)
@regle(
    depuis="2019-11-01",
    unite="€/an",
    references=("CSS L. 861-1 (2019-11-01)", "CSS R. 861-3 (2019-11-01)", "CSS D. 861-1 (2019-11-01)"),
    arrondi=arrondi_euro,
)
def c2s_plafond_payante(
    plafond_d_une_personne,
    coefficient_du_foyer,
    majoration_outre_mer_du_plafond,
    majoration_du_plafond_avec_participation,
):
    """Plafond de ressources de la complémentaire avec participation (de l'ACS avant le 1er novembre 2019)."""
    gratuit = plafond_d_une_personne * coefficient_du_foyer * (1 + majoration_outre_mer_du_plafond)
    return gratuit * (1 + majoration_du_plafond_avec_participation)


@regle(depuis="2018-01-01", jusqu_au="2023-12-31", unite="", references="CSS L. 861-1")
def residence_ouvrant_droit__sans_mayotte(ressort_residence, residence_hors_de_france):
    """Résidence dans un territoire où cette couverture existe.

    Ni Mayotte avant 2024, ni Saint-Pierre-et-Miquelon, ni les îles du Pacifique, ni l'étranger.
    """
    if residence_hors_de_france:
        return False
    return ressort_residence < RessortPersonnel.MAYOTTE


@regle(depuis="2024-01-01", unite="", references=("CSS L. 861-1 (2019-11-01)", "L. 2022-1616 art. 92", "D. 2023-1425"))
def residence_ouvrant_droit__avec_mayotte(ressort_residence, residence_hors_de_france):
    """Résidence dans un territoire où cette couverture existe.

    Mayotte en fait partie depuis le 1er janvier 2024 ; ni Saint-Pierre-et-Miquelon, ni les îles du Pacifique, ni
    l'étranger.
    """
    if residence_hors_de_france:
        return False
    return ressort_residence <= RessortPersonnel.MAYOTTE


@regle(
    depuis="2018-01-01",
    jusqu_au="2019-10-31",
    unite="",
    references=("CSS L. 861-1", "CSS L. 861-2", "L. 2018-1203 art. 52"),
)
def c2s_droit__cmu_c(residence_ouvrant_droit, foyer_au_rsa, ressources_retenues, c2s_plafond, c2s_plafond_payante):
    """CMU-C, aide à la mutuelle, ou rien.

    La CMU complémentaire est gratuite pour un foyer dont les ressources sont inférieures au plafond, ou qui reçoit le
    RSA. Entre ce plafond et le même majoré de 35 %, l'aide au paiement d'une complémentaire santé (ACS).
    """
    if not residence_ouvrant_droit:
        return C2sDroit.AUCUN
    if foyer_au_rsa or ressources_retenues < c2s_plafond:
        return C2sDroit.CMU_C
    return C2sDroit.ACS if ressources_retenues <= c2s_plafond_payante else C2sDroit.AUCUN


@regle(depuis="2019-11-01", unite="", references=("CSS L. 861-1 (2019-11-01)", "CSS L. 861-2"))
def c2s_droit__c2s(residence_ouvrant_droit, foyer_au_rsa, ressources_retenues, c2s_plafond, c2s_plafond_payante):
    """Complémentaire santé solidaire gratuite, avec participation, ou rien.

    Gratuite pour un foyer dont les ressources sont inférieures au plafond, ou qui reçoit le RSA ; avec participation
    entre ce plafond, compris, et le même majoré de 35 %.
    """
    if not residence_ouvrant_droit:
        return C2sDroit.AUCUN
    if foyer_au_rsa or ressources_retenues < c2s_plafond:
        return C2sDroit.GRATUITE
    return C2sDroit.PAYANTE if ressources_retenues <= c2s_plafond_payante else C2sDroit.AUCUN
