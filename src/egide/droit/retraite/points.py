"""Les pensions par points : la complémentaire des indépendants, la base des professions libérales."""

from egide.moteur.mecanismes import arrondi_euro, au_moins, au_plus, tronque_centime
from egide.moteur.regle import regle
from egide.moteur.suites import chaque_annee, somme_des_annees, valeur_de_l_annee


def points_d_une_annee(cotisation, prix_du_point):
    """Points d'une année : la cotisation payée divisée par le prix du point, arrondie au point le plus proche."""
    if prix_du_point <= 0:
        return 0
    return arrondi_euro(cotisation / prix_du_point)


@regle(depuis="2018-01-01", unite="€", references="CSS D. 635-7 (2017-05-06)")
def prix_du_point_par_annee(annees_de_carriere, prix_des_points_rci):
    """Prix d'achat du point de retraite complémentaire, chaque année."""
    return chaque_annee(valeur_de_l_annee, annees_de_carriere, prix_des_points_rci)


@regle(
    depuis="2018-01-01",
    unite="points",
    references=("CSS L. 635-1 (2018-01-01)", "Arr. 2012-02-09"),
    a_confirmer="L'arrondi des points de retraite complémentaire d'une année (au point entier, ou au centième) diffère "
    "selon les sources : ils sont arrondis ici au point le plus proche.",
)
def points_rci_des_cotisations(cotisations_rci, prix_du_point_par_annee):
    """Points de retraite complémentaire que donnent les cotisations des activités décrites."""
    return somme_des_annees(chaque_annee(points_d_une_annee, cotisations_rci, prix_du_point_par_annee))


@regle(depuis="2018-01-01", unite="points")
def points_rci(points_rci_releves, points_rco_1979_1996, points_rco_avant_1979, points_rci_des_cotisations):
    """Points de retraite complémentaire des indépendants, tous ceux que la personne détient."""
    return points_rci_releves + points_rco_1979_1996 + points_rco_avant_1979 + points_rci_des_cotisations


@regle(depuis="2018-01-01", unite="fraction", references="Arr. 2012-02-09")
def abattement_rci(
    trimestres_manquants, trimestres_du_premier_abattement, abattement_rci_12_trimestres, abattement_rci_au_dela
):
    """Abattement de la retraite complémentaire.

    Un pour cent par trimestre manquant jusqu'au douzième, 1,25 % au-delà ; aucun si la base est à taux plein.
    """
    premiers = au_plus(trimestres_manquants, trimestres_du_premier_abattement)
    suivants = au_moins(trimestres_manquants - trimestres_du_premier_abattement, 0)
    return premiers * abattement_rci_12_trimestres + suivants * abattement_rci_au_dela


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS L. 635-1 (2018-01-01)", "CSS D. 635-8 (2013-01-01)", "Arr. 2012-02-09"),
    arrondi=tronque_centime,
)
def pension_rci_brute(points_rci, valeur_point_rci, abattement_rci, ecart_rco):
    """Pension complémentaire des indépendants : les points, à leur valeur de service, moins l'abattement."""
    return (points_rci * valeur_point_rci - ecart_rco) * (1 - abattement_rci)


@regle(depuis="2018-01-01", unite="€/an", references="Arr. 2012-02-09")
def ecart_rco(
    points_rco_1979_1996,
    points_rco_avant_1979,
    valeur_point_rci,
    valeur_point_rco_1979_1996,
    valeur_point_rco_avant_1979,
):
    """Ce que valent de moins les points d'artisan acquis avant 1997, dont la valeur de service est plus basse."""
    if points_rco_1979_1996 + points_rco_avant_1979 <= 0:
        return 0
    recents = points_rco_1979_1996 * (valeur_point_rci - valeur_point_rco_1979_1996)
    return recents + points_rco_avant_1979 * (valeur_point_rci - valeur_point_rco_avant_1979)


@regle(depuis="2018-01-01", unite="points")
def points_cnavpl(points_cnavpl_releves):
    """Points de la retraite de base des professions libérales."""
    return points_cnavpl_releves


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS L. 643-1 (2009-12-28)", "CSS R. 643-7 (2011-06-03)"),
    arrondi=tronque_centime,
)
def pension_base_cnavpl(points_cnavpl, valeur_point_cnavpl, trimestres_manquants, decote_cnavpl):
    """Pension de base des professions libérales : les points à leur valeur, moins 1,25 % par trimestre manquant.

    Sa surcote n'est pas comptée.
    """
    return points_cnavpl * valeur_point_cnavpl * (1 - decote_cnavpl * trimestres_manquants)


@regle(depuis="2018-01-01", unite="€/mois", references="Arr. 2012-02-09", arrondi=tronque_centime)
def pension_rci_mensuelle(pension_rci_brute, mois_par_an):
    """Pension complémentaire brute d'un mois, tronquée au centime."""
    return pension_rci_brute / mois_par_an
