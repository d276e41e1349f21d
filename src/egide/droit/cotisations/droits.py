"""Ce que les cotisations d'une année valident pour la retraite."""

from egide.droit.commun.categories import Caisse
from egide.moteur.mecanismes import arrondi_centime, au_plus, partie_entiere
from egide.moteur.regle import regle


@regle(depuis="2018-01-01", unite="trimestres", references="CSS R. 351-9", pour=Caisse.SSI)
def trimestres_annee(assiette_retraite_base, smic_horaire, heures_smic_par_trimestre, trimestres_par_an):
    """Trimestres de retraite validés dans l'année, quatre au plus.

    Un trimestre par cent cinquante heures de SMIC dans l'assiette de la retraite de base.
    """
    trimestres = partie_entiere(assiette_retraite_base / (smic_horaire * heures_smic_par_trimestre))
    return au_plus(trimestres, trimestres_par_an)


@regle(
    depuis="2019-01-01",
    unite="points",
    references="CSS L. 635-1 (2018-01-01)",
    arrondi=arrondi_centime,
    pour=Caisse.SSI,
)
def points_retraite_complementaire(cotisation_retraite_complementaire, prix_achat_point_rci):
    """Points de retraite complémentaire de l'année : la cotisation, au prix d'achat du point."""
    return cotisation_retraite_complementaire / prix_achat_point_rci
