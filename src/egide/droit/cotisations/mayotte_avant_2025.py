"""Mayotte jusqu'en 2024 : hors micro-entreprise, rien n'y a été appelé."""

from egide.droit.commun.categories import Caisse, Conjoint, Exoneration
from egide.droit.commun.enumerations import Territoire
from egide.moteur.regle import regle

MAYOTTE = Exoneration.MAYOTTE


@regle(
    depuis="2018-01-01",
    jusqu_au="2024-12-31",
    unite="oui/non",
    references=("Ord. 96-1122 art. 28-2", "D. 2019-632"),
    pour=MAYOTTE,
    a_confirmer="hors micro-entreprise, aucune cotisation n'a été appelée à Mayotte de 2012 à 2024. Le décret 2019-632 "
    "fixait pourtant des taux depuis 2019 (vieillesse de 5,85 % en 2019 à 9,35 % en 2024, maladie de 2,10 à 3,60 %) : "
    "à la lettre ces cotisations seraient dues. La caisse de sécurité sociale de Mayotte annonce, pour ces années, un "
    "rachat de droits à retraite.",
)
def sans_appel_mayotte(territoire):
    """Année dont aucune cotisation n'a été appelée à Mayotte."""
    return territoire == Territoire.MAYOTTE


@regle(
    depuis="2018-01-01",
    jusqu_au="2024-12-31",
    unite="€/an",
    references=("Ord. 96-1122 art. 28-2", "D. 2019-632"),
    pour=(MAYOTTE, Caisse.SSI),
    sous_reserve="sans_appel_mayotte",
)
def cotisations_sociales__mayotte_2018():
    """Cotisations sociales obligatoires.

    À Mayotte aucune n'a été appelée avant 2025, au chef d'entreprise ni à son conjoint collaborateur.
    """
    return 0


@regle(
    depuis="2018-01-01",
    jusqu_au="2024-12-31",
    unite="€/an",
    references=("Ord. 96-1122 art. 28-2", "D. 2019-632"),
    pour=(MAYOTTE, Conjoint.SANS, Conjoint.MAYOTTE, Caisse.SSI),
    sous_reserve="sans_appel_mayotte",
)
def contribution_formation_professionnelle__mayotte_2018():
    """Contribution à la formation professionnelle : à Mayotte elle n'a pas été appelée avant 2025."""
    return 0


@regle(
    depuis="2018-01-01",
    jusqu_au="2024-12-31",
    unite="€/an",
    references=("Ord. 96-1122 art. 28-2", "D. 2019-632"),
    pour=(MAYOTTE, Conjoint.MAYOTTE),
    sous_reserve="sans_appel_mayotte",
)
def conjoint_total_cotisations__mayotte_2018():
    """Cotisations du conjoint collaborateur : à Mayotte aucune n'a été appelée avant 2025."""
    return 0
