"""Le taux, la surcote, la pension de base, son minimum et la majoration pour enfants."""

from egide.moteur.mecanismes import (
    au_moins,
    au_plus,
    jour_apres_mois,
    palier_atteint,
    prorata,
    trimestre_du_jour,
    tronque_centime,
)
from egide.moteur.regle import regle
from egide.moteur.suites import (
    chaque_annee,
    entier_superieur,
    mois_pleins_ou_entames,
    somme_des_annees,
    trimestre_du_cumul,
)


@regle(depuis="2018-01-01", unite="trimestres", references="CSS R. 351-27 (2011-06-03)")
def trimestres_jusqu_au_taux_plein(date_effet, date_taux_plein, mois_par_trimestre):
    """Trimestres qui séparent la date d'effet de l'âge du taux plein, tout trimestre commencé comptant."""
    return entier_superieur(mois_pleins_ou_entames(date_effet, date_taux_plein) / mois_par_trimestre)


@regle(depuis="2018-01-01", unite="trimestres", references=("CSS L. 351-1 (2010-11-11)", "CSS R. 351-27 (2011-06-03)"))
def trimestres_manquants(
    taux_plein_de_droit,
    duree_requise,
    trimestres_valides,
    trimestres_jusqu_au_taux_plein,
    trimestres_de_decote_maximum,
):
    """Trimestres manquants pour le taux plein.

    Le plus petit de ceux qui manquent à la durée requise et de ceux qui séparent de l'âge du taux plein, vingt au plus.
    """
    if taux_plein_de_droit:
        return 0
    manquants = au_plus(au_moins(duree_requise - trimestres_valides, 0), trimestres_jusqu_au_taux_plein)
    return au_plus(manquants, trimestres_de_decote_maximum)


@regle(depuis="2018-01-01", unite="fraction", references="CSS R. 351-27 (2011-06-03)")
def taux_liquidation(taux_plein, trimestres_manquants, generation, decotes):
    """Taux de la pension : cinquante pour cent, diminué d'une part par trimestre manquant."""
    return taux_plein * (1 - palier_atteint(generation, decotes, 1) * trimestres_manquants)


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS L. 351-1 (2010-11-11)", "CSS L. 634-2 (2018-01-01)"),
    arrondi=tronque_centime,
)
def pension_avant_surcote(
    salaire_annuel_moyen, taux_liquidation, trimestres_alignes, duree_requise, pass_, part_maximale_du_plafond
):
    """Pension de base avant surcote.

    Le revenu moyen, au taux de la pension, en proportion de la durée ; au plus la moitié du plafond de la sécurité
    sociale de l'année.
    """
    duree = au_plus(trimestres_alignes, duree_requise)
    return au_plus(
        prorata(salaire_annuel_moyen * taux_liquidation, duree, duree_requise), pass_ * part_maximale_du_plafond
    )


def trimestres_d_une_fenetre(annee, cotises, premier, dernier, trimestres_maximum_par_an):
    """Trimestres cotisés d'une année entre deux trimestres civils, le dernier exclu."""
    debut = au_moins(premier, annee * trimestres_maximum_par_an)
    fin = au_plus(dernier, annee * trimestres_maximum_par_an + trimestres_maximum_par_an)
    return au_plus(cotises, au_moins(fin - debut, 0))


@regle(
    depuis="2018-01-01",
    unite="",
    references=("CSS L. 351-1-2 (2011-12-23)", "CSS D. 351-1-4 (2011-07-01)"),
)
def premier_trimestre_de_surcote(
    date_age_legal, annees_de_carriere, trimestres_par_annee, duree_requise, trimestres_enfants
):
    """Rang du trimestre civil où commence la surcote.

    Celui qui suit l'âge légal, ou celui qui suit le dernier trimestre de la durée requise s'il vient plus tard.
    """
    atteinte = trimestre_du_cumul(annees_de_carriere, trimestres_par_annee, duree_requise - trimestres_enfants)
    return au_moins(trimestre_du_jour(date_age_legal), atteinte) + 1


@regle(
    depuis="2018-01-01",
    unite="trimestres",
    references=("CSS L. 351-1-2 (2011-12-23)", "CSS D. 351-1-4 (2011-07-01)"),
)
def trimestres_de_surcote(
    annees_de_carriere,
    trimestres_cotises_par_annee,
    premier_trimestre_de_surcote,
    date_effet,
    trimestres_maximum_par_an,
    trimestres_valides,
    duree_requise,
):
    """Trimestres cotisés au-delà de l'âge légal et de la durée requise, qui majorent la pension."""
    par_annee = chaque_annee(
        trimestres_d_une_fenetre,
        annees_de_carriere,
        trimestres_cotises_par_annee,
        premier_trimestre_de_surcote,
        trimestre_du_jour(date_effet),
        trimestres_maximum_par_an,
    )
    return au_plus(somme_des_annees(par_annee), au_moins(trimestres_valides - duree_requise, 0))


@regle(
    depuis="2018-01-01",
    unite="fraction",
    references="CSS L. 351-1-2-1 (2023-09-01)",
    a_confirmer="La surcote des parents compte ici les trimestres civils cotisés de l'année qui précède l'âge légal ; "
    "le décompte d'un trimestre commencé avant cette année n'a pas été lu dans un texte.",
)
def surcote_parentale(
    trimestres_enfants,
    age_legal,
    age_legal_de_la_surcote_parentale,
    date_age_legal,
    mois_par_an,
    annees_de_carriere,
    trimestres_cotises_par_annee,
    trimestres_par_annee,
    duree_requise,
    date_effet,
    trimestres_maximum_par_an,
    surcote_parentale_par_trimestre,
    surcote_parentale_maximale,
):
    """Surcote des parents, en part de la pension.

    Pour qui a des trimestres d'enfants et la durée requise un an avant un âge légal d'au moins soixante-trois ans :
    une part par trimestre cotisé de cette année, quatre au plus.
    """
    if trimestres_enfants < 1 or age_legal < age_legal_de_la_surcote_parentale:
        return 0
    un_an_avant = trimestre_du_jour(jour_apres_mois(date_age_legal, -mois_par_an))
    atteinte = trimestre_du_cumul(annees_de_carriere, trimestres_par_annee, duree_requise - trimestres_enfants)
    par_annee = chaque_annee(
        trimestres_d_une_fenetre,
        annees_de_carriere,
        trimestres_cotises_par_annee,
        au_moins(un_an_avant, atteinte) + 1,
        au_plus(trimestre_du_jour(date_age_legal) + 1, trimestre_du_jour(date_effet)),
        trimestres_maximum_par_an,
    )
    return au_plus(somme_des_annees(par_annee) * surcote_parentale_par_trimestre, surcote_parentale_maximale)


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS L. 351-1-2 (2011-12-23)", "CSS D. 351-1-4 (2011-07-01)"),
    arrondi=tronque_centime,
)
def surcote(pension_avant_surcote, trimestres_de_surcote, surcote_par_trimestre, surcote_parentale):
    """Surcote : une part de la pension par trimestre travaillé de plus, calculée avant le minimum."""
    return pension_avant_surcote * (trimestres_de_surcote * surcote_par_trimestre + surcote_parentale)


@regle(depuis="2018-01-01", unite="€/an")
def pension_base_brute(pension_avant_surcote, surcote):
    """Pension de base brute, surcote comprise, sans minimum ni majoration pour enfants."""
    return pension_avant_surcote + surcote


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS L. 351-10 (2008-12-19)", "CSS D. 351-2-1 (2009-04-01)", "CSS D. 351-2-2 (2009-04-01)"),
)
def minimum_garanti(
    trimestres_alignes,
    trimestres_valides,
    trimestres_cotises,
    duree_requise,
    minimum_contributif_simple,
    minimum_contributif_majore,
    trimestres_cotises_du_minimum_majore,
):
    """Montant auquel la pension est portée.

    Le minimum en proportion de la durée ; et, à partir de cent vingt trimestres cotisés, sa majoration en proportion
    des trimestres cotisés.
    """
    duree = au_moins(duree_requise, trimestres_valides)
    simple = prorata(minimum_contributif_simple, au_plus(trimestres_alignes, duree), duree)
    if trimestres_cotises < trimestres_cotises_du_minimum_majore:
        return simple
    duree_cotisee = duree_requise if trimestres_cotises <= duree_requise else trimestres_valides
    majoration = prorata(minimum_contributif_majore - minimum_contributif_simple, trimestres_cotises, duree_cotisee)
    return simple + majoration * trimestres_alignes / trimestres_valides


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS L. 351-10 (2008-12-19)", "CSS L. 173-2 (2018-01-01)", "CSS R. 351-25 (2009-06-26)"),
    arrondi=tronque_centime,
)
def minimum_contributif(
    trimestres_manquants,
    minimum_garanti,
    pension_avant_surcote,
    autres_pensions,
    pension_rci_brute,
    pension_base_cnavpl,
    plafond_mensuel_du_minimum,
    mois_par_an,
):
    """Minimum contributif : ce qui s'ajoute à la pension.

    Pour qui a le taux plein et a demandé toutes ses pensions ; réduit quand leur total dépasse un plafond.
    """
    if trimestres_manquants > 0:
        return 0
    complement = au_moins(minimum_garanti - pension_avant_surcote, 0)
    total = pension_avant_surcote + complement + autres_pensions + pension_rci_brute + pension_base_cnavpl
    return au_moins(complement - au_moins(total - plafond_mensuel_du_minimum * mois_par_an, 0), 0)


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS L. 351-12 (1998-12-27)", "CSS R. 351-30 (1986-12-01)"),
    arrondi=tronque_centime,
)
def majoration_enfants(
    pension_base_brute, minimum_contributif, enfants, enfants_de_la_majoration, majoration_pour_enfants
):
    """Majoration de dix pour cent pour trois enfants, sur la pension, sa surcote et son minimum."""
    if enfants < enfants_de_la_majoration:
        return 0
    return (pension_base_brute + minimum_contributif) * majoration_pour_enfants


@regle(depuis="2018-01-01", unite="€/an")
def pension_base_totale(pension_base_brute, minimum_contributif, majoration_enfants):
    """Pension de base brute versée, minimum et majoration pour enfants compris."""
    return pension_base_brute + minimum_contributif + majoration_enfants


@regle(depuis="2018-01-01", unite="€/mois", references="CSS R. 355-2 (1986-01-29)", arrondi=tronque_centime)
def pension_base_mensuelle(pension_base_totale, mois_par_an):
    """Pension de base brute d'un mois, tronquée au centime."""
    return pension_base_totale / mois_par_an
