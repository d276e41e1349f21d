"""Le fondement de l'affiliation : la première ligne de la loi qui convient à l'activité, ce jour-là."""

from egide.droit.affiliation.commun import de_l_activite
from egide.droit.commun.categories import Fondement
from egide.droit.commun.enumerations import (
    Inscription,
    Nature,
    ProfessionParticuliere,
    Statut,
    Territoire,
)


@de_l_activite(
    depuis="2017-12-31",
    references=(
        "CSS L. 611-1 (2018-06-14)",
        "CSS L. 111-2-2 (2016-01-01)",
        "CRPM L. 722-1",
        "CSS L. 311-2 (1985-12-21)",
        "CSS L. 382-1 (2019-01-01)",
    ),
)
def fondement_exclu(
    nature,
    statut,
    profession_particuliere,
    territoire,
    legislation_etrangere,
    fondement_du_statut,
    hors_champ_artistes_auteurs,
):
    """Activité qui n'est pas celle d'un indépendant : salariée, agricole, artistique, maritime, ou hors du territoire.

    Ces situations se décident avant toutes les autres.
    """
    if legislation_etrangere:
        return Fondement.AUTRE_LEGISLATION
    if territoire == Territoire.AUTRE:
        return Fondement.AUTRE_TERRITOIRE
    if territoire == Territoire.COLLECTIVITE:
        return Fondement.COLLECTIVITE
    if fondement_du_statut != Fondement.AUCUN:
        return fondement_du_statut
    agricole = nature == Nature.AGRICOLE or profession_particuliere == ProfessionParticuliere.AGRICOLE
    if agricole and statut == Statut.SALARIE:
        return Fondement.SALARIE_AGRICOLE
    if nature == Nature.SALARIEE or statut == Statut.SALARIE:
        return Fondement.SALARIE
    if profession_particuliere == ProfessionParticuliere.SALARIEE:
        return Fondement.SALARIE
    if agricole:
        return Fondement.AGRICOLE
    if profession_particuliere == ProfessionParticuliere.MARIN:
        return Fondement.MARIN
    artiste = nature == Nature.ARTISTIQUE or profession_particuliere == ProfessionParticuliere.ARTISTE_AUTEUR
    if artiste and not hors_champ_artistes_auteurs:
        return Fondement.ARTISTE_AUTEUR
    return Fondement.AUCUN


@de_l_activite(depuis="2017-12-31", references=("CSS L. 611-1 (2018-06-14)", "CSS L. 311-3 (2018-06-14)"))
def fondement_nomme(nature, profession_particuliere, inscription):
    """Profession que la loi nomme, ou vente à domicile."""
    if profession_particuliere == ProfessionParticuliere.DEBITANT_DE_TABAC:
        return Fondement.DEBITANT_DE_TABAC
    if profession_particuliere == ProfessionParticuliere.AGENT_COMMERCIAL:
        return Fondement.AGENT_COMMERCIAL
    if profession_particuliere == ProfessionParticuliere.AUTO_ECOLE:
        return Fondement.AUTO_ECOLE
    if profession_particuliere == ProfessionParticuliere.ENSEIGNEMENT_PRIVE:
        return Fondement.ENSEIGNEMENT_PRIVE
    if nature == Nature.VENTE_DOMICILE and (inscription == Inscription.RCS or inscription == Inscription.RSAC):  # noqa: PLR1714
        return Fondement.VENTE_A_DOMICILE_INSCRITE
    if nature == Nature.VENTE_DOMICILE:
        return Fondement.VENTE_A_DOMICILE
    if nature == Nature.COMMERCIALE and inscription == Inscription.RSAC:
        return Fondement.AGENT_COMMERCIAL
    return Fondement.AUCUN


@de_l_activite(depuis="2017-12-31", references="CSS L. 611-1 (2018-06-14)")
def fondement_du_metier(nature, fondement_nomme, fondement_liberal):
    """Métier exercé pour son propre compte : nommé par la loi, libéral, artisanal ou commercial."""
    if fondement_nomme != Fondement.AUCUN:
        return fondement_nomme
    if fondement_liberal != Fondement.AUCUN:
        return fondement_liberal
    if nature == Nature.ARTISANALE:
        return Fondement.ARTISAN
    return Fondement.COMMERCANT


@de_l_activite(depuis="2017-12-31", references=("CSS L. 611-1 (2018-06-14)", "CSS L. 311-3 (2018-06-14)"))
def fondement_en_activite(
    fondement_exclu,
    fondement_volontaire,
    fondement_conjoint,
    fondement_location,
    fondement_occasionnel,
    fondement_societe,
    fondement_du_metier,
):
    """Fondement de l'affiliation pendant l'activité : la première ligne qui convient."""
    if fondement_exclu != Fondement.AUCUN:
        return fondement_exclu
    if fondement_volontaire != Fondement.AUCUN:
        return fondement_volontaire
    if fondement_conjoint != Fondement.AUCUN:
        return fondement_conjoint
    if fondement_societe != Fondement.AUCUN:
        return fondement_societe
    if fondement_location != Fondement.AUCUN:
        return fondement_location
    if fondement_occasionnel != Fondement.AUCUN:
        return fondement_occasionnel
    return fondement_du_metier


@de_l_activite(depuis="2017-12-31", unite="oui/non", references="CSS L. 611-1 (2018-06-14)")
def independant(fondement_en_activite):
    """Travailleur indépendant affilié à titre obligatoire, pendant l'activité."""
    return fondement_en_activite >= Fondement.ARTISAN and fondement_en_activite <= Fondement.AVOCAT


@de_l_activite(depuis="2017-12-31", references="CSS R. 611-3 (2018-01-01)")
def fondement(
    debut, premier_jour_periode, dernier_jour_d_affiliation, fondement_en_activite, fondement_apres_cessation
):
    """Fondement de l'affiliation ce jour-là : avant le début, pendant, ou après la fin de l'activité."""
    if premier_jour_periode < debut:
        return Fondement.PAS_COMMENCEE
    if premier_jour_periode > dernier_jour_d_affiliation:
        return fondement_apres_cessation
    return fondement_en_activite
