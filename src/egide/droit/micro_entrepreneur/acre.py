"""L'Acre des micro-entrepreneurs : un taux réduit par trimestres civils, selon le jour où l'activité a débuté."""

from egide.droit.commun.categories import ReductionMicro
from egide.droit.micro_entrepreneur.commun import CLASSE, regle_du_mois
from egide.moteur.mecanismes import arrondi_dixieme_superieur, au_moins, au_plus, prorata, trimestre_du_jour

ACRE = ReductionMicro.ACRE


@regle_du_mois(
    depuis="2018-01-01", unite="trimestres", references=("CSS D. 131-6-3 (2019-11-23)", "D. 2019-1215 art. 2")
)
def trimestres_ecoules(debut, premier_jour_periode):
    """Trimestres civils depuis celui où l'activité a débuté : zéro dans celui-ci."""
    return trimestre_du_jour(premier_jour_periode) - trimestre_du_jour(debut)


def part_acre_micro__tolerance(
    trimestres_ecoules,
    dernier_trimestre_acre_1,
    dernier_trimestre_acre_2,
    part_acre_1_avant_2020,
    part_acre_2_transition,
    part_acre_3_transition,
):
    """Part du taux due si le premier trimestre de 2020 gardait l'ancienne aide."""
    if trimestres_ecoules <= dernier_trimestre_acre_1:
        return part_acre_1_avant_2020
    if trimestres_ecoules <= dernier_trimestre_acre_2:
        return part_acre_2_transition
    return part_acre_3_transition


@regle_du_mois(
    depuis="2018-01-01",
    unite="oui/non",
    references=("CSS D. 131-6-3 (2019-11-23)", "D. 2019-1215 art. 2"),
    pour=ACRE,
    a_confirmer="Le décret met au demi-taux les débuts depuis le 1er janvier 2020 ; une notice de l'Urssaf ne le fait "
    "qu'à partir du 1er avril 2020.",
    autrement=part_acre_micro__tolerance,
)
def debut_au_premier_trimestre_2020(
    debut, date_reforme_acre_micro, fin_de_tolerance_acre_micro, trimestres_ecoules, dernier_trimestre_acre_3
):
    """Activité débutée au premier trimestre de 2020, que le décret et l'Urssaf ne traitent pas de même."""
    ce_trimestre = debut >= date_reforme_acre_micro and debut < fin_de_tolerance_acre_micro
    return ce_trimestre and trimestres_ecoules <= dernier_trimestre_acre_3


@regle_du_mois(
    depuis="2018-01-01",
    unite="oui/non",
    references="CSS D. 131-6-3 (2026-07-01)",
    pour=ACRE,
    a_confirmer="La version de D. 131-6-3 en vigueur depuis le 1er juillet 2026 n'a pas été lue : l'arrondi et le "
    "plancher sont supposés ceux d'avant.",
)
def debut_depuis_juillet_2026(debut, date_acre_2026_micro):
    """Activité débutée depuis le 1er juillet 2026, dont l'Acre ne retire qu'un quart."""
    return debut >= date_acre_2026_micro


@regle_du_mois(
    depuis="2018-01-01", unite="fraction", references=("CSS D. 131-6-3 (2019-11-23)", "D. 2019-1215 art. 2"), pour=ACRE
)
def part_acre_micro(
    trimestres_ecoules,
    debut,
    date_reforme_acre_micro,
    debut_depuis_juillet_2026,
    dernier_trimestre_acre_1,
    dernier_trimestre_acre_2,
    dernier_trimestre_acre_3,
    part_acre_1_avant_2020,
    part_acre_2_avant_2020,
    part_acre_3_avant_2020,
    part_acre_2_transition,
    part_acre_3_transition,
    part_acre_depuis_2020,
    part_acre_depuis_juillet_2026,
):
    """Part du taux global qui reste due avec l'Acre.

    La première période va jusqu'à la fin du troisième trimestre civil qui suit celui du début. Les activités débutées
    avant 2020 ont deux autres périodes d'un an ; celle qui courait au 1er janvier 2020 garde son ancienne fraction.
    """
    debut_de_la_reforme = trimestre_du_jour(date_reforme_acre_micro)
    trimestre_du_debut = trimestre_du_jour(debut)
    if trimestres_ecoules <= dernier_trimestre_acre_1:
        if debut_depuis_juillet_2026:
            return part_acre_depuis_juillet_2026
        if debut >= date_reforme_acre_micro:
            return part_acre_depuis_2020
        return part_acre_1_avant_2020
    if debut >= date_reforme_acre_micro or trimestres_ecoules > dernier_trimestre_acre_3:
        return 1
    if trimestres_ecoules <= dernier_trimestre_acre_2:
        if trimestre_du_debut + dernier_trimestre_acre_1 < debut_de_la_reforme:
            return part_acre_2_avant_2020
        return part_acre_2_transition
    if trimestre_du_debut + dernier_trimestre_acre_2 < debut_de_la_reforme:
        return part_acre_3_avant_2020
    return part_acre_3_transition


@regle_du_mois(
    depuis="2018-12-13", unite="fraction", references=("CSS L. 613-7 (2018-06-14)", "CSS D. 613-6"), pour=ACRE
)
def taux_plancher_acre(taux_global, repartition_retraite_complementaire, repartition_csg_crds):
    """Taux minimal avec l'Acre : la part de la retraite complémentaire, de la CSG et de la CRDS, qui reste due."""
    return arrondi_dixieme_superieur((repartition_retraite_complementaire + repartition_csg_crds) * taux_global)


@regle_du_mois(depuis="2018-01-01", unite="fraction", references="CSS L. 613-7 (2018-06-14)", pour=(ACRE, CLASSE))
def taux_plancher_acre_ancien(debut, date_reforme_acre_micro, plancher_acre_meuble_tourisme_classe):
    """Taux minimal avec l'Acre des meublés de tourisme classés, débuts d'avant 2020."""
    if debut >= date_reforme_acre_micro:
        return 0
    return plancher_acre_meuble_tourisme_classe


@regle_du_mois(
    depuis="2018-01-01",
    unite="fraction",
    references=("CSS L. 613-7 (2018-06-14)", "CSS D. 131-6-3 (2019-11-23)", "D. 2019-1215 art. 2"),
    pour=ACRE,
)
def taux_reduit__acre(
    part_acre_micro,
    taux_global,
    debut,
    date_reforme_acre_micro,
    debut_au_premier_trimestre_2020,
    taux_plancher_acre=0,
    taux_plancher_acre_ancien=0,
):
    """Taux réduit par l'Acre.

    La part du taux global qui reste due, arrondie au dixième de pour cent supérieur, sans descendre sous ce que
    représentent la retraite complémentaire, la CSG et la CRDS.
    """
    if part_acre_micro == 1:
        return taux_global
    reduit = arrondi_dixieme_superieur(part_acre_micro * taux_global)
    if debut >= date_reforme_acre_micro or debut_au_premier_trimestre_2020:
        return au_moins(reduit, taux_plancher_acre)
    return au_moins(reduit, taux_plancher_acre_ancien)


@regle_du_mois(depuis="2018-01-01", unite="€", references="CSS D. 131-6-3 (2019-11-23)", pour=ACRE)
def recettes_a_taux_reduit__acre(recettes_retenues, revenu_du_mois, revenu_du_mois_depuis_janvier, pass_):
    """Chiffre d'affaires du mois au taux réduit par l'Acre.

    L'aide s'arrête, dans l'année, au chiffre d'affaires dont le revenu après abattement atteint le plafond de la
    sécurité sociale ; le reste est au taux global.
    """
    if revenu_du_mois_depuis_janvier <= pass_:
        return recettes_retenues
    avant = revenu_du_mois_depuis_janvier - revenu_du_mois
    return prorata(recettes_retenues, au_moins(pass_ - au_plus(avant, pass_), 0), au_moins(revenu_du_mois, 1))
