"""The option for minimum contributions: the micro-entrepreneur then contributes on income, as any self-employed."""

from __future__ import annotations

from egide.droit.commun.enumerations import Statut
from egide.services.loi import PREMIERE_ANNEE, loi
from egide.services.micro_dossier import DossierMicro, exercee
from egide.situation import Situation
from egide.situation.modele_activite import Activite, Exercice

NOTE = (
    "Option pour les cotisations minimales : elles se calculent sur le chiffre d'affaires après abattement, avec les "
    "minimums des indépendants (CSS L. 613-7, I). Elle se demande au plus tard le 31 décembre pour l'année suivante (à "
    "la création, jusqu'au dernier jour du troisième mois) et se quitte de même selon la loi ; le décret (R. 613-7, "
    "II) demande le 31 octobre."
)


def a_opte(activite: Activite) -> bool:
    """Tell whether a micro-entrepreneur chose to pay at least the minimum contributions."""
    return activite.statut is Statut.MICRO_ENTREPRENEUR and bool(activite.micro.cotisations_minimales)


def sur_le_revenu(situation: Situation, annee: int) -> Situation:
    """Return the situation of who opted as that of a business that contributes on income, year by year.

    The income is the turnover less the allowance of its type: the income retained before 2025, the profit of the tax
    scheme of micro-businesses since.
    """
    activites = [a for a in situation.activites if a_opte(a)]
    if not activites:
        return situation
    revenus = {an: _revenu(situation, an) for an in range(PREMIERE_ANNEE, annee + 1) if exercee(activites[0], an)}
    reforme = loi().parametres["premiere_annee_assiette_unique"].valeurs[0].flottant
    exercices = {
        an: Exercice(revenu_professionnel=revenu) if an < reforme else Exercice(revenu_imposable=revenu)
        for an, revenu in revenus.items()
    }
    remplacees = tuple(
        a.model_copy(
            update={
                "statut": Statut.ENTREPRISE_INDIVIDUELLE,
                "recettes": {},
                "exercices": exercices if a is activites[0] else {},
            }
        )
        for a in situation.activites
        if a is activites[0] or not a_opte(a)
    )
    return situation.model_copy(update={"activites": remplacees})


def _revenu(situation: Situation, annee: int) -> float:
    dossier = DossierMicro.de(situation, annee)
    return float(dossier.evaluer(("revenu_apres_abattement",))["revenu_apres_abattement"])
