"""Le conjoint collaborateur d'un micro-entrepreneur : une part du chiffre d'affaires du chef, au même taux."""

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


@regle_du_mois(
    depuis="2018-01-01",
    unite="€",
    references=("CSS D. 613-5 (2020-05-25)", "CSS D. 131-5-2 (2018-01-01)"),
    arrondi=arrondi_euro,
)
def conjoint_de_la_periode(recettes_retenues, part_du_conjoint_micro, taux_global, conjoint_collaborateur_option):
    """Cotisations du conjoint collaborateur : une part du chiffre d'affaires du chef, au taux global."""
    if conjoint_collaborateur_option == OptionConjoint.AUCUNE:
        return 0
    return recettes_retenues * part_du_conjoint_micro * taux_global


@regle(depuis="2018-01-01", unite="€/an", references=("CSS D. 613-5 (2020-05-25)", "CSS D. 131-5-2 (2018-01-01)"))
def conjoint_total_cotisations__micro(conjoint_de_la_periode):
    """Cotisations du conjoint collaborateur, que paie le micro-entrepreneur."""
    return conjoint_de_la_periode
