"""Le revenu annuel moyen : les meilleures années, revalorisées."""

from egide.moteur.mecanismes import annee_du_jour, arrondi_centime, au_plus, palier_atteint
from egide.moteur.regle import regle
from egide.moteur.suites import chaque_annee, moyenne_des_plus_grands, valeur_de_l_annee


def revenu_retenu_d_une_annee(annee, revenu, trimestres, plafond, annee_de_l_effet):
    """Revenu d'une année retenu pour la moyenne, plafonné.

    L'année de l'effet et les années sans trimestre cotisé n'en sont pas.
    """
    if annee >= annee_de_l_effet or trimestres < 1:
        return 0
    return au_plus(revenu, plafond)


def revenu_revalorise_d_une_annee(revenu, coefficient):
    """Revenu d'une année multiplié par son coefficient, au centime."""
    return arrondi_centime(revenu * coefficient)


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 351-1 (2010-11-11)")
def plafonds_de_la_carriere(annees_de_carriere, plafonds_des_annees):
    """Plafond de la sécurité sociale de chaque année."""
    return chaque_annee(valeur_de_l_annee, annees_de_carriere, plafonds_des_annees)


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS R. 351-29 (2011-04-18)", "CSS D. 634-3 (2017-05-06)", "CSS L. 173-1-2 (2017-07-01)"),
)
def revenus_retenus(
    annees_de_carriere, revenus_alignes, trimestres_cotises_alignes, plafonds_de_la_carriere, annee_de_l_effet
):
    """Revenu de chaque année retenu pour la moyenne.

    Les revenus des régimes alignés d'une même année s'additionnent, dans la limite du plafond de l'année ; une année
    sans trimestre cotisé, et celle de l'effet de la pension, ne comptent pas.
    """
    return chaque_annee(
        revenu_retenu_d_une_annee,
        annees_de_carriere,
        revenus_alignes,
        trimestres_cotises_alignes,
        plafonds_de_la_carriere,
        annee_de_l_effet,
    )


@regle(depuis="2018-01-01", unite="coefficient", references="CSS L. 351-11 (2015-12-23)")
def coefficients_de_la_carriere(annees_de_carriere, coefficients_de_revalorisation):
    """Coefficient de revalorisation de chaque année, à la date d'effet."""
    return chaque_annee(valeur_de_l_annee, annees_de_carriere, coefficients_de_revalorisation)


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 351-11 (2015-12-23)")
def revenus_revalorises(revenus_retenus, coefficients_de_la_carriere):
    """Revenu revalorisé de chaque année."""
    return chaque_annee(revenu_revalorise_d_une_annee, revenus_retenus, coefficients_de_la_carriere)


@regle(
    depuis="2018-01-01",
    unite="années",
    references=("CSS R. 634-1-1 (2007-04-27)", "CSS R. 173-3-2 (2026-01-01)"),
)
def annees_de_moins(enfants, trimestres_enfants, annees_de_moins_par_enfants):
    """Années retenues en moins pour les parents.

    À partir du 1er septembre 2026, une de moins pour qui a les trimestres d'un enfant, deux pour ceux de deux enfants
    ou plus.
    """
    if trimestres_enfants < 1:
        return 0
    return palier_atteint(max(enfants, 1), annees_de_moins_par_enfants, 1)


@regle(
    depuis="2018-01-01",
    unite="années",
    references=("CSS R. 634-1-1 (2007-04-27)", "CSS R. 173-3-2 (2026-01-01)"),
)
def annees_retenues(date_naissance, meilleures_annees, annees_de_moins):
    """Nombre des meilleures années retenues : vingt-cinq, moins celles des parents."""
    return palier_atteint(annee_du_jour(date_naissance), meilleures_annees, 1) - annees_de_moins


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS L. 634-2 (2018-01-01)", "CSS D. 634-3 (2026-01-01)", "CSS R. 351-29 (2011-04-18)"),
    arrondi=arrondi_centime,
)
def salaire_annuel_moyen(revenus_revalorises, annees_retenues):
    """Revenu annuel moyen : la moyenne des meilleures années revalorisées, de toutes s'il y en a moins."""
    return moyenne_des_plus_grands(revenus_revalorises, annees_retenues)
