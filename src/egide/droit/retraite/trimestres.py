"""Les trimestres : ceux de chaque année, et leurs totaux."""

from egide.moteur.mecanismes import annee_du_jour, au_plus, partie_entiere, trimestre_du_jour
from egide.moteur.regle import regle
from egide.moteur.suites import chaque_annee, entier_superieur, mois_revolus, somme_des_annees, valeur_de_l_annee


def trimestres_ouverts(annee, date_effet, trimestres_maximum_par_an):
    """Trimestres civils d'une année écoulés avant la date d'effet.

    Tous ceux d'une année passée, aucun d'une année qui suit ; l'année de l'effet, ceux des trimestres civils écoulés.
    """
    ecoules = trimestre_du_jour(date_effet) - annee * trimestres_maximum_par_an
    return au_plus(max(ecoules, 0), trimestres_maximum_par_an)


def trimestres_cotises_d_une_annee(revenu, releve, revenu_d_un_trimestre, ouverts):
    """Trimestres qu'une année de cotisation valide.

    Ceux que dit le relevé de carrière ; à défaut, un par tranche du revenu qui valide un trimestre.
    """
    if releve >= 0:
        return au_plus(releve, ouverts)
    return au_plus(partie_entiere(revenu / revenu_d_un_trimestre), ouverts)


def ajoutes_dans_la_limite(deja, autres, ouverts):
    """Trimestres d'une année, d'autres ajoutés, dans la limite de ceux de l'année."""
    return au_plus(deja + autres, ouverts)


@regle(depuis="2018-01-01", unite="trimestres", references="CSS R. 351-1 (1985-12-21)")
def trimestres_civils_ecoules(annees_de_carriere, date_effet, trimestres_maximum_par_an):
    """Trimestres civils de chaque année écoulés avant la date d'effet."""
    return chaque_annee(trimestres_ouverts, annees_de_carriere, date_effet, trimestres_maximum_par_an)


@regle(depuis="2018-01-01", unite="€/an", references=("CSS R. 351-9 (2014-03-21)", "CSS D. 634-1 (2017-07-01)"))
def seuils_d_un_trimestre(annees_de_carriere, revenus_d_un_trimestre):
    """Revenu qui valide un trimestre, chaque année."""
    return chaque_annee(valeur_de_l_annee, annees_de_carriere, revenus_d_un_trimestre)


@regle(depuis="2018-01-01", unite="trimestres", references=("CSS R. 351-9 (2014-03-21)", "CSS D. 634-1 (2017-07-01)"))
def trimestres_cotises_alignes(revenus_alignes, trimestres_releves, seuils_d_un_trimestre, trimestres_civils_ecoules):
    """Trimestres cotisés de chaque année dans les régimes alignés : salariés, artisans et commerçants.

    Les revenus de la même année dans plusieurs de ces régimes s'additionnent ; quatre trimestres au plus par an.
    """
    return chaque_annee(
        trimestres_cotises_d_une_annee,
        revenus_alignes,
        trimestres_releves,
        seuils_d_un_trimestre,
        trimestres_civils_ecoules,
    )


@regle(depuis="2018-01-01", unite="trimestres", references="CSS R. 351-12 (2016-01-01)")
def trimestres_alignes_par_annee(trimestres_cotises_alignes, trimestres_assimiles, trimestres_civils_ecoules):
    """Trimestres de chaque année dans les régimes alignés, cotisés ou assimilés, quatre au plus."""
    return chaque_annee(
        ajoutes_dans_la_limite, trimestres_cotises_alignes, trimestres_assimiles, trimestres_civils_ecoules
    )


@regle(depuis="2018-01-01", unite="trimestres", references="CSS R. 351-4 (2017-05-06)")
def trimestres_par_annee(trimestres_alignes_par_annee, trimestres_autres_regimes, trimestres_civils_ecoules):
    """Trimestres de chaque année, tous régimes confondus, quatre au plus."""
    return chaque_annee(
        ajoutes_dans_la_limite, trimestres_alignes_par_annee, trimestres_autres_regimes, trimestres_civils_ecoules
    )


@regle(depuis="2018-01-01", unite="trimestres", references="CSS D. 351-2-2 (2009-04-01)")
def trimestres_cotises_par_annee(trimestres_cotises_alignes, trimestres_cotises_autres, trimestres_civils_ecoules):
    """Trimestres cotisés de chaque année, tous régimes confondus, quatre au plus."""
    return chaque_annee(
        ajoutes_dans_la_limite, trimestres_cotises_alignes, trimestres_cotises_autres, trimestres_civils_ecoules
    )


@regle(depuis="2018-01-01", unite="trimestres", references="CSS D. 351-2-2 (2009-04-01)")
def trimestres_cotises(trimestres_cotises_par_annee):
    """Trimestres cotisés, tous régimes confondus."""
    return somme_des_annees(trimestres_cotises_par_annee)


@regle(depuis="2018-01-01", unite="trimestres", references="CSS L. 351-4 (2018-01-01)")
def trimestres_alignes_avant_majoration(trimestres_alignes_par_annee, trimestres_enfants):
    """Trimestres des régimes alignés, ceux des enfants compris, avant la majoration pour âge."""
    return somme_des_annees(trimestres_alignes_par_annee) + trimestres_enfants


@regle(depuis="2018-01-01", unite="trimestres", references="CSS L. 351-4 (2018-01-01)")
def trimestres_avant_majoration(trimestres_par_annee, trimestres_enfants):
    """Trimestres de tous les régimes, ceux des enfants compris, avant la majoration pour âge."""
    return somme_des_annees(trimestres_par_annee) + trimestres_enfants


@regle(
    depuis="2018-01-01",
    unite="trimestres",
    references=("CSS L. 351-6 (2003-08-22)", "CSS R. 351-7 (2011-06-03)", "CSS D. 634-5 (2017-05-06)"),
)
def majoration_pour_age(
    date_effet,
    date_taux_plein,
    duree_requise,
    trimestres_avant_majoration,
    trimestres_alignes_avant_majoration,
    majoration_apres_le_taux_plein,
    mois_par_trimestre,
):
    """Trimestres gagnés après l'âge du taux plein par qui n'a pas la durée requise.

    La durée est majorée de 2,5 % par trimestre écoulé depuis cet âge, arrondie au trimestre supérieur, sans dépasser la
    durée requise.
    """
    if date_effet < date_taux_plein or trimestres_avant_majoration >= duree_requise:
        return 0
    ecoules = partie_entiere(mois_revolus(date_taux_plein, date_effet) / mois_par_trimestre)
    gagnes = entier_superieur(trimestres_alignes_avant_majoration * majoration_apres_le_taux_plein * ecoules)
    return au_plus(gagnes, duree_requise - trimestres_avant_majoration)


@regle(depuis="2018-01-01", unite="trimestres")
def trimestres_alignes(trimestres_alignes_avant_majoration, majoration_pour_age):
    """Trimestres des régimes alignés, qui proratisent la pension."""
    return trimestres_alignes_avant_majoration + majoration_pour_age


@regle(depuis="2018-01-01", unite="trimestres")
def trimestres_valides(trimestres_avant_majoration, majoration_pour_age):
    """Trimestres validés dans toute la carrière, tous régimes confondus."""
    return trimestres_avant_majoration + majoration_pour_age


@regle(depuis="2018-01-01", unite="année", references="CSS R. 351-29 (2011-04-18)")
def annee_de_l_effet(date_effet):
    """Année de la date d'effet : elle compte pour la durée, jamais pour le revenu moyen."""
    return annee_du_jour(date_effet)
