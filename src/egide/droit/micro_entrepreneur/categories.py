"""Où se placent le micro-entrepreneur et chacune de ses activités."""

from egide.droit.commun.categories import MetierMicro, ReductionMicro
from egide.droit.commun.enumerations import Nature, Territoire
from egide.droit.micro_entrepreneur.commun import regle_d_activite


@regle_d_activite(depuis="2016-01-01", unite="", references=("CGI 50-0", "CGI 102 ter", "CSS D. 613-4 (2020-05-25)"))
def type_activite_micro(type_activite):
    """Type de chiffre d'affaires, qui donne le taux.

    Ventes et fourniture de logement, prestations commerciales ou artisanales, prestations libérales, professions de la
    Cipav, meublés de tourisme classés ou non.
    """
    return type_activite


@regle_d_activite(
    depuis="2016-01-01", unite="", references=("CSS L. 131-6-4 (2019-01-01)", "CSS D. 756-5 (2017-05-12)")
)
def reduction_micro(acre, territoire):
    """Taux réduits : ceux d'outre-mer, ou ceux de l'Acre, qui ne s'y ajoutent pas."""
    if territoire == Territoire.DROM:
        return ReductionMicro.OUTRE_MER
    if territoire == Territoire.MAYOTTE:
        return ReductionMicro.MAYOTTE
    if acre:
        return ReductionMicro.ACRE
    return ReductionMicro.AUCUNE


@regle_d_activite(depuis="2016-01-01", unite="", references=("c. trav. L. 6331-48 (2018-01-01)", "CGI 1601-0 A"))
def metier_micro(nature):
    """Métier, qui donne la contribution à la formation et la chambre consulaire."""
    if nature == Nature.ARTISANALE:
        return MetierMicro.ARTISAN
    if nature == Nature.LIBERALE:
        return MetierMicro.LIBERAL
    if nature == Nature.LOCATION_MEUBLEE or nature == Nature.CHAMBRES_HOTES:  # noqa: PLR1714
        return MetierMicro.LOUEUR
    return MetierMicro.COMMERCANT
