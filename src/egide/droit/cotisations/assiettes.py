"""Les bases : revenu retenu, abattement, assiette sociale, assiette de la CSG et de la CRDS."""

from egide.moteur.mecanismes import arrondi_euro, au_moins, au_plus
from egide.moteur.regle import regle


@regle(
    depuis="2025-01-01",
    unite="€/an",
    references="CSS L. 136-3 (2025-02-28)",
    entite="activite",
    agregation="somme",
)
def revenu_brut(chiffre_affaires, charges):
    """Revenu brut.

    Le chiffre d'affaires diminué des charges, autres que les cotisations et contributions sociales personnelles.
    """
    return chiffre_affaires - charges


@regle(depuis="2025-01-01", unite="€/an", references="CSS D. 136-5 (2024-07-07)")
def abattement_assiette(
    revenu_brut,
    pass_,
    taux_abattement_assiette,
    abattement_assiette_minimal,
    abattement_assiette_maximal,
):
    """Abattement sur le revenu brut.

    Il tient lieu de déduction des cotisations. Son minimum et son maximum sont des parts du plafond annuel,
    qui ne sont pas réduites pour une année incomplète.
    """
    plancher = abattement_assiette_minimal * pass_
    plafond = abattement_assiette_maximal * pass_
    return arrondi_euro(au_plus(au_moins(taux_abattement_assiette * revenu_brut, plancher), plafond))


@regle(depuis="2018-01-01", jusqu_au="2024-12-31", unite="€/an", references="CSS L. 131-6 (2020-01-01)")
def assiette_sociale__2018(revenu_professionnel):
    """Assiette sociale.

    Le revenu professionnel retenu pour le calcul des cotisations ; un déficit compte pour zéro.
    """
    return arrondi_euro(au_moins(revenu_professionnel, 0))


@regle(depuis="2025-01-01", unite="€/an", references=("CSS L. 131-6 (2023-12-28)", "CSS L. 136-3 (2025-02-28)"))
def assiette_sociale__2025(assiette_csg_crds):
    """Assiette sociale.

    La même que celle de la CSG et de la CRDS : le revenu brut après abattement.
    """
    return assiette_csg_crds


@regle(depuis="2018-01-01", jusqu_au="2024-12-31", unite="€/an", references="CSS L. 136-3 (2020-01-01)")
def assiette_csg_crds__2018(revenu_professionnel, cotisations_sociales):
    """Assiette de la CSG et de la CRDS.

    Le revenu professionnel avant déduction des cotisations sociales obligatoires, qui lui sont donc rajoutées.
    """
    return arrondi_euro(au_moins(revenu_professionnel + cotisations_sociales, 0))


@regle(depuis="2025-01-01", unite="€/an", references="CSS L. 136-3 (2025-02-28)")
def assiette_csg_crds__2025(revenu_brut, abattement_assiette):
    """Assiette de la CSG et de la CRDS.

    Le revenu brut diminué de l'abattement, jamais négatif.
    """
    return arrondi_euro(au_moins(revenu_brut - abattement_assiette, 0))
