"""Le capital décès : du cotisant, du retraité, de chaque orphelin."""

from egide.droit.sante.commun import ASSURES
from egide.droit.sante.ouverture import DES_INDEPENDANTS
from egide.moteur.mecanismes import arrondi_centime, atteint
from egide.moteur.regle import regle


@regle(
    depuis="2018-01-01",
    unite="oui/non",
    references="Arr. 2023-08-01 art. 33",
    pour=DES_INDEPENDANTS,
)
def retraite_au_deces(retraite_depuis, premier_jour_periode):
    """Retraité au jour du décès."""
    return retraite_depuis <= premier_jour_periode


@regle(
    depuis="2018-01-01",
    jusqu_au="2023-08-17",
    unite="oui/non",
    references="Arr. 2018-12-21",
    pour=(*DES_INDEPENDANTS, *ASSURES),
    a_confirmer="le règlement d'avant le 18 août 2023 n'a pas été lu sur ce point : il pouvait demander d'être à jour "
    "de ses cotisations plutôt qu'un revenu moyen.",
)
@regle(depuis="2023-08-18", unite="oui/non", references="Arr. 2023-08-01 art. 34", pour=(*DES_INDEPENDANTS, *ASSURES))
def revenu_suffisant_deces(revenu_annuel_moyen, seuil_revenu):
    """Revenu moyen des trois dernières années au moins égal au seuil."""
    return atteint(revenu_annuel_moyen, seuil_revenu)


@regle(depuis="2018-01-01", unite="oui/non", references="Arr. 2023-08-01 art. 36", pour=DES_INDEPENDANTS)
def carriere_suffisante_deces(trimestres_d_independant, trimestres_du_capital_retraite):
    """Retraité qui a assez de trimestres dans le régime, sa dernière activité étant indépendante."""
    return trimestres_d_independant >= trimestres_du_capital_retraite


@regle(
    depuis="2018-01-01",
    unite="€",
    references=("CSS L. 632-1 (2019-01-01)", "Arr. 2023-08-01 art. 33"),
    pour=DES_INDEPENDANTS,
    arrondi=arrondi_centime,
)
def capital_deces_d_un_cotisant(part_plafond_capital_deces, pass_):
    """Capital décès d'un cotisant : un cinquième du plafond annuel de l'année du décès."""
    return part_plafond_capital_deces * pass_


@regle(
    depuis="2018-01-01",
    unite="€",
    references=("CSS L. 632-1 (2019-01-01)", "Arr. 2023-08-01 art. 36"),
    pour=DES_INDEPENDANTS,
    arrondi=arrondi_centime,
)
def capital_deces_d_un_retraite(part_plafond_capital_deces_retraite, pass_):
    """Capital décès d'un retraité : 8 % du plafond annuel de l'année du décès."""
    return part_plafond_capital_deces_retraite * pass_


@regle(
    depuis="2018-01-01",
    unite="€",
    references=("CSS L. 632-1 (2019-01-01)", "Arr. 2023-08-01 art. 33"),
    pour=DES_INDEPENDANTS,
    arrondi=arrondi_centime,
)
def capital_orphelin(part_plafond_capital_orphelin, pass_):
    """Capital de chaque orphelin.

    De moins de 16 ans, de moins de 20 ans s'il étudie, sans limite d'âge s'il est handicapé.
    """
    return part_plafond_capital_orphelin * pass_
