"""Invalidité-décès : ce que l'Acre en retire, dans toutes les caisses."""

from egide.droit.commun.categories import Exoneration
from egide.droit.cotisations.acre import montant_acre
from egide.droit.professions_liberales.commun import LIBERALES
from egide.moteur.regle import regle


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS L. 131-6-4 (2019-01-01)", "CSS D. 131-6-1 (2018-01-01)"),
    pour=(Exoneration.ACRE, *LIBERALES),
)
def exoneration_invalidite_deces__acre_liberale(
    cotisation_invalidite_deces_avant_exoneration, revenu_acre, plafond_proratise, seuil_acre, part_acre
):
    """Exonération de la cotisation d'invalidité-décès au titre de l'Acre."""
    return (
        montant_acre(
            cotisation_invalidite_deces_avant_exoneration,
            cotisation_invalidite_deces_avant_exoneration,
            revenu_acre,
            plafond_proratise,
            seuil_acre,
        )
        * part_acre
    )
