"""Le conjoint collaborateur d'un micro-entrepreneur : une part du chiffre d'affaires ou d'un forfait, au même taux."""

from egide.droit.commun.enumerations import OptionConjoint
from egide.droit.micro_entrepreneur.commun import BIC, CIPAV, CLASSE, LIBERAL, regle_d_activite, regle_du_mois
from egide.moteur.mecanismes import arrondi_euro
from egide.moteur.regle import regle


@regle_d_activite(
    depuis="2018-01-01",
    unite="fraction",
    references=("CSS D. 613-5 (2020-05-25)", "CSS D. 131-5-2 (2018-01-01)"),
    pour=(*BIC, LIBERAL, CLASSE),
)
def part_du_conjoint_micro(part_conjoint_micro):
    """Part du chiffre d'affaires sur laquelle cotise le conjoint, à la sécurité sociale des indépendants."""
    return part_conjoint_micro


@regle_d_activite(
    depuis="2018-01-01",
    unite="fraction",
    references=("CSS D. 613-5 (2020-05-25)", "CSS D. 131-5-2 (2018-01-01)"),
    pour=CIPAV,
)
def part_du_conjoint_micro__cipav(part_conjoint_micro_cipav):
    """Part du chiffre d'affaires sur laquelle cotise le conjoint d'un membre de la Cipav."""
    return part_conjoint_micro_cipav


@regle_du_mois(depuis="2018-01-01", unite="€", references="CSS D. 633-19-2, 1° (2020-05-25)")
def forfait_du_conjoint(
    conjoint_collaborateur_option, pass_, diviseur_conjoint_tiers, mois_de_la_declaration, mois_par_an
):
    """Revenu forfaitaire du conjoint pour les mois de la déclaration : le tiers du plafond annuel, mois par mois."""
    if conjoint_collaborateur_option != OptionConjoint.FORFAIT:
        return 0
    return pass_ / diviseur_conjoint_tiers * mois_de_la_declaration / mois_par_an


def forfait_en_chiffre_affaires__complement(forfait_du_conjoint, taux_abattement_social):
    """Chiffre d'affaires dont le forfait serait le revenu, une fois fait l'abattement."""
    return forfait_du_conjoint / (1 - taux_abattement_social)


@regle_du_mois(
    depuis="2018-01-01",
    unite="€",
    references=("CSS D. 613-5 (2020-05-25)", "CSS D. 131-5-2 (2018-01-01)"),
    a_confirmer="Conjoint au forfait : le décret divise le revenu forfaitaire par le taux d'abattement ; l'entendre "
    "comme ce que laisse l'abattement donnerait le chiffre d'affaires dont ce forfait est le revenu. L'Urssaf "
    "renseigne.",
    autrement=forfait_en_chiffre_affaires__complement,
)
def forfait_en_chiffre_affaires(forfait_du_conjoint, taux_abattement_social):
    """Rapport entre le revenu forfaitaire du conjoint et le taux d'abattement de l'activité."""
    return forfait_du_conjoint / taux_abattement_social


@regle_du_mois(
    depuis="2018-01-01",
    unite="€",
    references=("CSS D. 613-5 (2020-05-25)", "CSS D. 131-5-2 (2018-01-01)"),
    arrondi=arrondi_euro,
)
def conjoint_de_la_periode(
    recettes_retenues,
    forfait_en_chiffre_affaires,
    part_du_conjoint_micro,
    taux_global,
    conjoint_collaborateur_option,
):
    """Cotisations du conjoint collaborateur.

    Au taux global, sur une part du chiffre d'affaires du chef ou du revenu forfaitaire rapporté à l'abattement.
    """
    if conjoint_collaborateur_option == OptionConjoint.AUCUNE:
        return 0
    if conjoint_collaborateur_option == OptionConjoint.FORFAIT:
        return forfait_en_chiffre_affaires * part_du_conjoint_micro * taux_global
    return recettes_retenues * part_du_conjoint_micro * taux_global


@regle(depuis="2018-01-01", unite="€/an", references=("CSS D. 613-5 (2020-05-25)", "CSS D. 131-5-2 (2018-01-01)"))
def conjoint_total_cotisations__micro(conjoint_de_la_periode):
    """Cotisations du conjoint collaborateur, que paie le micro-entrepreneur."""
    return conjoint_de_la_periode
