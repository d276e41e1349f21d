"""Dirigeants et associés : indépendants, assimilés à des salariés, ou non affiliés."""

from egide.droit.affiliation.commun import de_l_activite
from egide.droit.commun.categories import Fondement
from egide.droit.commun.enumerations import Forme, Nature, Statut


@de_l_activite(depuis="2017-12-31", unite="%", references="CSS L. 311-3 (2020-12-16)")
def parts_du_college(part_personne, part_conjoint, part_enfants_mineurs, part_autres_gerants):
    """Parts du capital que détient ensemble le collège des gérants.

    Les siennes, celles de son conjoint ou partenaire de PACS, de ses enfants mineurs non émancipés et des autres
    gérants. Celles des enfants majeurs ne comptent pas.
    """
    return part_personne + part_conjoint + part_enfants_mineurs + part_autres_gerants


@de_l_activite(depuis="2017-12-31", references="CSS L. 311-3 (2020-12-16)")
def fondement_gerant(
    statut, remunere, parts_connues, part_personne, parts_du_college, seuil_majorite, totalite_du_capital
):
    """Gérant de SARL ou de SELARL : indépendant si le collège des gérants détient plus de la moitié du capital.

    La moitié exactement n'est pas la majorité. Un gérant qui n'a aucune part est indépendant si le collège est
    majoritaire.
    """
    if statut == Statut.GERANT_ASSOCIE_UNIQUE or part_personne >= totalite_du_capital:
        return Fondement.GERANT_ASSOCIE_UNIQUE
    if statut == Statut.GERANT_MAJORITAIRE:
        return Fondement.GERANT_MAJORITAIRE
    if statut == Statut.GERANT and not parts_connues:
        return Fondement.SOCIETE_A_ETABLIR
    if statut == Statut.GERANT and parts_du_college > seuil_majorite:
        return Fondement.GERANT_MAJORITAIRE
    if not remunere:
        return Fondement.DIRIGEANT_NON_REMUNERE
    if statut == Statut.GERANT and parts_du_college == seuil_majorite:
        return Fondement.GERANT_EGALITAIRE_REMUNERE
    return Fondement.GERANT_MINORITAIRE_REMUNERE


@de_l_activite(depuis="2017-12-31", references=("CSS L. 311-3 (2020-12-16)", "CSS D. 611-1 (2018-01-01)"))
def fondement_associe(forme, nature, remunere, parts_connues, part_personne, seuil_majorite):
    """Associé qui n'est pas gérant : indépendant s'il est seul ou majoritaire et y travaille, ou exerce en libéral.

    Sinon, détenir des parts n'affilie à aucun régime. L'associé unique ou majoritaire qui n'est pas payé est tenu pour
    ne pas travailler dans la société.
    """
    if forme == Forme.EURL and remunere:
        return Fondement.ASSOCIE_UNIQUE
    if nature == Nature.LIBERALE and (forme == Forme.SELARL or forme == Forme.SELAS):  # noqa: PLR1714
        return Fondement.ASSOCIE_EXERCANT
    if forme >= Forme.SCP and forme <= Forme.SELCA and forme != Forme.SELAS:
        return Fondement.ASSOCIE_EXERCANT
    if forme == Forme.SARL and not parts_connues:
        return Fondement.SOCIETE_A_ETABLIR
    if forme == Forme.SARL and part_personne > seuil_majorite and remunere:
        return Fondement.ASSOCIE_MAJORITAIRE
    return Fondement.ASSOCIE_NON_AFFILIE


@de_l_activite(depuis="2017-12-31", references=("CSS L. 311-3 (2020-12-16)", "CSS D. 611-1 (2018-01-01)"))
def fondement_dirigeant(forme, remunere, fondement_gerant):
    """Dirigeant d'une société : ce que dit la forme de celle-ci."""
    if forme >= Forme.SCS and forme <= Forme.SOCIETE_EN_PARTICIPATION:
        return Fondement.ASSOCIE_EN_NOM
    if forme == Forme.SNC:
        return Fondement.ASSOCIE_EN_NOM
    if forme == Forme.SCP or forme == Forme.SELCA:  # noqa: PLR1714
        return Fondement.ASSOCIE_EXERCANT
    if not remunere and forme >= Forme.SAS:
        return Fondement.DIRIGEANT_NON_REMUNERE
    if forme == Forme.SOCIETE_CIVILE:
        return Fondement.GERANT_SOCIETE_CIVILE
    if forme == Forme.SAS or forme == Forme.SASU or forme == Forme.SELAS:  # noqa: PLR1714
        return Fondement.PRESIDENT_SAS
    if forme == Forme.SA or forme == Forme.SELAFA:  # noqa: PLR1714
        return Fondement.DIRIGEANT_SA
    if forme == Forme.SCOP:
        return Fondement.DIRIGEANT_SCOP
    return fondement_gerant


@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 311-3 (2020-12-16)", "CSS D. 611-1 (2018-01-01)", "D. 2019-1080"),
)
def fondement_societe(statut, forme, remunere, fondement_dirigeant, fondement_associe):
    """Dirigeant ou associé d'une société : sa fonction et la forme de la société décident."""
    if statut == Statut.PRESIDENT_SAS and not remunere:
        return Fondement.DIRIGEANT_NON_REMUNERE
    if statut == Statut.PRESIDENT_SAS:
        return Fondement.PRESIDENT_SAS
    if statut == Statut.ASSOCIE_SNC:
        return Fondement.ASSOCIE_EN_NOM
    if statut == Statut.ASSOCIE and (forme == Forme.SNC or forme >= Forme.SCS):
        return Fondement.ASSOCIE_EN_NOM
    if statut == Statut.ASSOCIE:
        return fondement_associe
    if statut >= Statut.GERANT and statut <= Statut.GERANT_ASSOCIE_UNIQUE:
        return fondement_dirigeant
    return Fondement.AUCUN
