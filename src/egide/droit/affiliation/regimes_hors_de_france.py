"""Outre-mer à régime propre, et législation d'un autre État : ce que la loi en dit."""

from egide.droit.affiliation.commun import de_l_activite
from egide.droit.commun.categories import Fondement
from egide.droit.commun.enumerations import Regime


@de_l_activite(depuis="2017-12-31", references=("Ord. 77-1102", "L. 87-563 art. 2"), pour=Fondement.COLLECTIVITE)
def regime__saint_pierre(annee):
    """Saint-Pierre-et-Miquelon : régime propre, par la Caisse de prévoyance sociale (CPS) du territoire."""
    return Regime.AUCUN


@de_l_activite(depuis="2017-12-31", references="CSS L. 111-2", pour=Fondement.AUTRE_TERRITOIRE)
def regime__autre_territoire(annee):
    """Territoire du Pacifique ou terres australes : régime propre.

    Le code de la sécurité sociale ne s'y applique pas.
    """
    return Regime.AUCUN


@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 111-2-2 (2016-01-01)", "Règl. 883/2004 art. 11", "Règl. 883/2004 art. 13"),
    pour=Fondement.AUTRE_LEGISLATION,
    a_confirmer=(
        "Les règlements européens de coordination n'ont pas été relus : interroger le Cleiss ou l'Urssaf avant de "
        "conclure."
    ),
)
def regime__autre_legislation(annee):
    """La législation de sécurité sociale d'un autre État s'applique à cette activité : aucune affiliation en France.

    Une seule législation s'applique à la fois. Un certificat le dit, ou le lieu de l'activité, ou l'emploi exercé dans
    un autre État de l'Union. Pour une mission temporaire dans l'Union, vingt-quatre mois au plus, qui continue
    l'activité exercée en France, le certificat A1 demandé à l'Urssaf garde la législation française.
    """
    return Regime.AUCUN


@de_l_activite(
    depuis="2017-12-31",
    references="CSS L. 311-3 (2020-12-16)",
    pour=(Fondement.SOCIETE_A_ETABLIR, Fondement.LOCATION_A_ETABLIR),
)
def regime__a_etablir(annee):
    """Affiliation à établir : il manque un fait que la loi demande."""
    return Regime.AUCUN
