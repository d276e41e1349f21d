"""La pension d'invalidité : le revenu moyen, la pension, l'aide d'une tierce personne, le travail et la pension."""

from egide.droit.sante.ouverture import DES_INDEPENDANTS
from egide.moteur.mecanismes import arrondi_centime, atteint, au_moins, au_plus, jour_apres_mois
from egide.moteur.regle import regle


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS R. 172-16 (2016-07-01)", "CSS R. 172-17-1 (2016-07-01)", "Arr. 2023-08-01 art. 7"),
    pour=DES_INDEPENDANTS,
    arrondi=arrondi_centime,
    a_confirmer="les revenus passés sont revalorisés comme les pensions, mais le règlement des indépendants n'a pas "
    "été lu sur ce point : ils sont pris ici tels quels, et la pension réelle est plus élevée au-delà du minimum.",
)
def revenu_moyen_d_invalidite(total_des_meilleures_annees, annees_retenues):
    """Revenu annuel moyen de la pension.

    La moyenne des dix meilleures années civiles de revenus cotisés, tous régimes, chacune dans la limite de son
    plafond ; de toutes les années s'il y en a moins de dix.
    """
    return total_des_meilleures_annees / au_moins(annees_retenues, 1)


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("Arr. 2018-12-21 art. 13", "Arr. 2023-08-01 art. 9"),
    pour=DES_INDEPENDANTS,
    arrondi=arrondi_centime,
)
def minimum_annuel_partielle(minimum_pension_partielle, mois_par_an):
    """Minimum de la pension d'incapacité partielle, pour un an."""
    return minimum_pension_partielle * mois_par_an


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("Arr. 2018-12-21 art. 13", "Arr. 2023-08-01 art. 9"),
    pour=DES_INDEPENDANTS,
    arrondi=arrondi_centime,
)
def minimum_annuel_totale(minimum_pension_totale, mois_par_an):
    """Minimum de la pension d'invalidité totale, pour un an."""
    return minimum_pension_totale * mois_par_an


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS L. 632-1 (2019-01-01)", "Arr. 2018-12-21 art. 13", "Arr. 2023-08-01 art. 9"),
    pour=DES_INDEPENDANTS,
    arrondi=arrondi_centime,
)
def pension_invalidite_partielle(revenu_moyen_d_invalidite, taux_pension_partielle, minimum_annuel_partielle, pass_):
    """Pension d'incapacité partielle.

    Pour qui ne peut plus faire que moins du tiers de son métier : une part du revenu moyen, au moins le minimum, au
    plus la même part du plafond de l'année.
    """
    pension = au_moins(taux_pension_partielle * revenu_moyen_d_invalidite, minimum_annuel_partielle)
    return au_plus(pension, taux_pension_partielle * pass_)


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS L. 632-1 (2019-01-01)", "Arr. 2018-12-21 art. 13", "Arr. 2023-08-01 art. 9"),
    pour=DES_INDEPENDANTS,
    arrondi=arrondi_centime,
)
def pension_invalidite_totale(revenu_moyen_d_invalidite, taux_pension_totale, minimum_annuel_totale, pass_):
    """Pension d'invalidité totale.

    Pour qui ne peut plus exercer une activité rémunérée que de façon très réduite : une part du revenu moyen, au moins
    le minimum, au plus la même part du plafond de l'année.
    """
    pension = au_moins(taux_pension_totale * revenu_moyen_d_invalidite, minimum_annuel_totale)
    return au_plus(pension, taux_pension_totale * pass_)


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS R. 341-6 (1986-10-01)", "Arr. 2018-12-21 art. 17"),
    pour=DES_INDEPENDANTS,
    arrondi=arrondi_centime,
)
def majoration_tierce_personne(pension_invalidite_totale, taux_tierce_personne, minimum_tierce_personne, mois_par_an):
    """Majoration pour l'aide d'une tierce personne.

    Elle s'ajoute à la pension totale : 40 % de celle-ci, au moins le minimum. Elle est suspendue après le mois qui
    suit celui d'une hospitalisation.
    """
    return au_moins(taux_tierce_personne * pension_invalidite_totale, minimum_tierce_personne * mois_par_an)


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("Arr. 2018-12-21 art. 14", "Arr. 2023-08-01 art. 11"),
    pour=DES_INDEPENDANTS,
    arrondi=arrondi_centime,
)
def seuil_cumul(pension_invalidite_partielle, cumul_pension_partielle):
    """Pension partielle et revenus ensemble, au plus.

    Au-delà, la caisse suspend la pension en tout ou partie.
    """
    return cumul_pension_partielle * pension_invalidite_partielle


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("Arr. 2018-12-21 art. 14", "Arr. 2023-08-01 art. 11"),
    pour=DES_INDEPENDANTS,
    arrondi=arrondi_centime,
)
def seuil_cumul_totale(pension_invalidite_totale, cumul_pension_totale):
    """Pension totale et revenus ensemble, au plus.

    Au-delà, la caisse suspend la pension en tout ou partie.
    """
    return cumul_pension_totale * pension_invalidite_totale


CUMUL = (
    "la réduction de la pension au-delà de la limite de cumul (euro pour euro, ou autrement) n'a pas été lue : seul le "
    "dépassement est donné."
)


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("Arr. 2018-12-21 art. 14", "Arr. 2023-08-01 art. 11"),
    pour=DES_INDEPENDANTS,
    arrondi=arrondi_centime,
    a_confirmer=CUMUL,
)
def depassement_cumul(pension_invalidite_partielle, revenus_compares, seuil_cumul):
    """Ce que la pension partielle et les revenus de l'avant-dernière année dépassent de la limite."""
    return au_moins(pension_invalidite_partielle + revenus_compares - seuil_cumul, 0)


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("Arr. 2018-12-21 art. 14", "Arr. 2023-08-01 art. 11"),
    pour=DES_INDEPENDANTS,
    arrondi=arrondi_centime,
    a_confirmer=CUMUL,
)
def depassement_cumul_totale(pension_invalidite_totale, revenus_compares, seuil_cumul_totale):
    """Ce que la pension totale et les revenus de l'avant-dernière année dépassent de la limite."""
    return au_moins(pension_invalidite_totale + revenus_compares - seuil_cumul_totale, 0)


@regle(
    depuis="2018-01-01",
    unite="oui/non",
    references=("Arr. 2018-12-21 art. 12", "Arr. 2023-08-01 art. 7"),
    pour=DES_INDEPENDANTS,
)
def affiliation_suffisante_invalidite(
    assure_sans_interruption_depuis, mois_d_affiliation_exiges, premier_jour_periode, indemnise_au_constat
):
    """Affilié depuis un an, ou indemnisé d'un arrêt de travail au jour de la demande."""
    if indemnise_au_constat:
        return True
    return jour_apres_mois(assure_sans_interruption_depuis, mois_d_affiliation_exiges) <= premier_jour_periode


@regle(
    depuis="2018-01-01",
    jusqu_au="2023-08-17",
    unite="oui/non",
    references="Arr. 2018-12-21 art. 12",
    pour=DES_INDEPENDANTS,
    a_confirmer="le jour où la condition de revenu a remplacé celle d'être à jour de ses cotisations n'a pas été lu : "
    "le règlement de 2014 demandait d'être à jour, des pages publiées depuis 2022 demandent ce revenu.",
)
@regle(
    depuis="2023-08-18",
    unite="oui/non",
    references="Arr. 2023-08-01 art. 7",
    pour=DES_INDEPENDANTS,
)
def revenu_suffisant_invalidite(revenu_annuel_moyen, seuil_revenu, indemnise_au_constat):
    """Revenu moyen des trois dernières années au moins égal au seuil, ou indemnisé au jour de la demande."""
    if indemnise_au_constat:
        return True
    return atteint(revenu_annuel_moyen, seuil_revenu)


@regle(depuis="2018-01-01", jusqu_au="2023-08-31", unite="oui/non", references="CSS L. 341-15", pour=DES_INDEPENDANTS)
@regle(depuis="2023-09-01", unite="oui/non", references="CSS L. 341-15 (2023-09-01)", pour=DES_INDEPENDANTS)
def age_permis(naissance_connue, premier_jour_periode, age_de_fin_de_la_pension_d_invalidite):
    """N'a pas l'âge de la retraite pour inaptitude : 62 ans.

    La pension prend fin à cet âge, sauf pour qui travaille, qui la garde au plus tard jusqu'au taux plein automatique.
    """
    return jour_apres_mois(naissance_connue, age_de_fin_de_la_pension_d_invalidite) > premier_jour_periode


@regle(
    depuis="2018-01-01",
    unite="oui/non",
    references="CSS L. 341-15",
    pour=DES_INDEPENDANTS,
)
def sans_retraite(retraite_depuis, premier_jour_periode):
    """Ne perçoit pas de pension de retraite."""
    return retraite_depuis > premier_jour_periode
