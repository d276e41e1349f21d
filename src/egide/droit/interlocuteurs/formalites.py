"""Formalités : où déclarer une création, une modification, une cessation."""

from egide.droit.commun.enumerations import (
    CentreFormalites,
    Forme,
    Inscription,
    Nature,
    Organisme,
    ProfessionParticuliere,
    Regime,
    Statut,
)
from egide.droit.interlocuteurs.commun import de_l_activite

AFFILIES = tuple(r for r in Regime if r is not Regime.AUCUN)


@de_l_activite(depuis="2017-12-31", jusqu_au="2022-12-31", references=("c. com. R. 123-3", "CSS L. 613-4 (2019-07-01)"))
def centre_de_formalites(nature, statut, inscription, forme, profession_particuliere):
    """Centre de formalités des entreprises de l'activité, jusqu'au 31 décembre 2022.

    Le greffe pour un agent commercial, une société civile ou d'exercice libéral ; la chambre de métiers pour un
    artisan ; la chambre de commerce pour un commerçant ou une société commerciale ; la chambre d'agriculture pour un
    agriculteur ; l'Urssaf pour une profession libérale.
    """
    if nature == Nature.SALARIEE:
        return CentreFormalites.SANS_OBJET
    if inscription == Inscription.RSAC or profession_particuliere == ProfessionParticuliere.AGENT_COMMERCIAL:
        return CentreFormalites.GREFFE
    en_societe = statut >= Statut.GERANT and statut <= Statut.PRESIDENT_SAS
    if en_societe and (forme == Forme.SELARL or (forme >= Forme.SOCIETE_CIVILE and forme <= Forme.SELCA)):
        return CentreFormalites.GREFFE
    if nature == Nature.ARTISANALE or inscription == Inscription.RM:
        return CentreFormalites.CMA
    if nature == Nature.COMMERCIALE or inscription == Inscription.RCS or en_societe:
        return CentreFormalites.CCI
    if nature == Nature.AGRICOLE:
        return CentreFormalites.CHAMBRE_AGRICULTURE
    if nature == Nature.LIBERALE or nature == Nature.ARTISTIQUE:  # noqa: PLR1714
        return CentreFormalites.URSSAF
    return CentreFormalites.A_DETERMINER


@de_l_activite(
    depuis="2017-12-31",
    jusqu_au="2022-12-31",
    references=("CSS L. 613-4 (2019-07-01)", "c. com. R. 123-3"),
    pour=AFFILIES,
)
def organisme_formalites__cfe(centre_de_formalites):
    """Le centre de formalités des entreprises : création, changement de statut ou d'adresse, cessation.

    Chambre de métiers pour un artisan, chambre de commerce pour un commerçant, greffe pour un agent commercial,
    Urssaf pour une profession libérale. Aucun pour un emploi salarié.
    """
    if centre_de_formalites == CentreFormalites.SANS_OBJET:
        return Organisme.AUCUN
    return Organisme.CENTRE_DE_FORMALITES


@de_l_activite(depuis="2023-01-01", references=("CSS L. 613-4 (2023-01-01)", "c. com. L. 123-33"), pour=AFFILIES)
def organisme_formalites__guichet(nature):
    """Le guichet unique en ligne reçoit toutes les formalités : création, modification, cessation.

    Il a remplacé les centres de formalités des entreprises le 1er janvier 2023. Aucune pour un emploi salarié.
    """
    if nature == Nature.SALARIEE:
        return Organisme.AUCUN
    return Organisme.GUICHET_UNIQUE
