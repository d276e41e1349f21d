"""Saint-Pierre-et-Miquelon : ce que n'y doit pas un petit revenu."""

from egide.droit.commun.categories import Exoneration
from egide.moteur.regle import regle

PETIT_REVENU = Exoneration.PETIT_REVENU


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references="CSS D. 756-6 (2017-05-12)",
    pour=PETIT_REVENU,
    a_confirmer="l'article D. 756-4 nomme Saint-Pierre-et-Miquelon pour toutes les exonérations d'outre-mer, quand les "
    "articles L. 756-2 et L. 756-4 qu'il applique ne visent que les collectivités de l'article L. 751-1 : la loi est "
    "suivie, et seules celles des petits revenus sont accordées.",
)
def exoneration_maladie_maternite__petit_revenu(
    cotisation_maladie_maternite_avant_exoneration, assiette_sociale, plafond_proratise, seuil_maladie_outre_mer
):
    """À Saint-Pierre-et-Miquelon, la cotisation maladie-maternité n'est pas due sous un petit revenu."""
    if assiette_sociale < seuil_maladie_outre_mer * plafond_proratise:
        return cotisation_maladie_maternite_avant_exoneration
    return 0


@regle(depuis="2018-01-01", unite="€/an", references="CSS D. 756-6 (2017-05-12)", pour=PETIT_REVENU)
def exoneration_retraite_base__petit_revenu(
    cotisation_retraite_base_avant_exoneration, assiette_sociale, seuil_retraite_outre_mer
):
    """À Saint-Pierre-et-Miquelon, la retraite de base n'est pas due sous un très petit revenu."""
    if assiette_sociale <= seuil_retraite_outre_mer:
        return cotisation_retraite_base_avant_exoneration
    return 0
