"""Invalidité-décès."""

from egide.droit.commun.categories import Assiette, Caisse
from egide.droit.cotisations.commun import HORS_MAYOTTE, SUR_REVENU, exonerable
from egide.moteur.mecanismes import arrondi_euro, au_moins, au_plus
from egide.moteur.regle import regle


def dispense_invalidite_deces__texte():
    """Le texte : pas de dispense."""
    return False


@regle(
    depuis="2018-01-01",
    unite="oui/non",
    a_confirmer="l'exonération d'invalidité-décès en raison de l'âge, fermée en 2015, est gardée à qui l'avait, "
    "comme le fait le simulateur de l'Urssaf ; aucun article du code en vigueur ne la porte.",
    autrement=dispense_invalidite_deces__texte,
)
def dispense_invalidite_deces(exoneration_age_invalidite_deces):
    """Dispense de la cotisation d'invalidité-décès, acquise avant 2015 en raison de l'âge."""
    return exoneration_age_invalidite_deces


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS D. 632-1", "CSS L. 613-11 (2018-06-14)"),
    pour=(*SUR_REVENU, *HORS_MAYOTTE, Caisse.SSI),
)
def assiette_invalidite_deces(
    assiette_vieillesse,
    plafond_proratise,
    assiette_minimale_invalidite_deces,
    dispense_assiette_minimale,
    dispense_invalidite_deces,
):
    """Assiette de la cotisation d'invalidité-décès.

    Sous le plafond ; au moins une part du plafond sauf dispense.
    """
    if dispense_invalidite_deces:
        return 0
    plafonnee = au_plus(assiette_vieillesse, plafond_proratise)
    if dispense_assiette_minimale:
        return plafonnee
    return au_moins(plafonnee, arrondi_euro(assiette_minimale_invalidite_deces * plafond_proratise))


@regle(depuis="2018-01-01", unite="€/an", references="CSS D. 131-1", pour=(Assiette.FORFAIT, *HORS_MAYOTTE, Caisse.SSI))
def assiette_invalidite_deces__forfait(assiette_vieillesse):
    """Assiette de la cotisation d'invalidité-décès : la base forfaitaire de début d'activité."""
    return assiette_vieillesse


@exonerable(depuis="2018-01-01", unite="€/an", references=("CSS D. 632-2", "CSS L. 632-1"), pour=(Caisse.SSI,))
def cotisation_invalidite_deces(assiette_invalidite_deces, taux_invalidite_deces):
    """Cotisation d'invalidité-décès.

    Finance les pensions d'invalidité et les capitaux versés au décès.
    """
    return assiette_invalidite_deces * taux_invalidite_deces
