"""How one value was obtained, for one person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from egide.moteur.erreurs import FaitsManquants
from egide.moteur.explication import Etape
from egide.moteur.explication import expliquer as expliquer_evaluation
from egide.services.cotisations import TOTAL, ouvrir, ouvrir_micro, total_de
from egide.services.noms import une_valeur
from egide.services.revenu import completer_revenu
from egide.situation import Situation, charger


def expliquer(
    nom: str,
    situation: Situation | Mapping[str, Any] | str,
    *,
    annee: int | None = None,
    nature: str = "definitives",
    extrapoler: bool = False,
) -> Etape:
    """Explain one value of a person down to the facts and figures it rests on.

    Raises:
        NomInconnu: the name is no rule nor fact of the law.
        FaitsManquants: the value does not apply to this person, or a fact is missing.
    """
    une_valeur(nom, faits=True)
    lue = charger(situation)
    if micro := ouvrir_micro(lue, annee=annee, nature=nature, extrapoler=extrapoler):
        du_micro = micro.evaluer((nom,))
        micro.exiger(du_micro, nom)
        return expliquer_evaluation(du_micro, nom)
    dossier = ouvrir(lue, annee=annee, nature=nature, extrapoler=extrapoler)
    if dossier.inactivite:
        raise FaitsManquants(dossier.inactivite)
    completer_revenu(dossier)
    nom = total_de(dossier) if nom == TOTAL else nom
    evaluation = dossier.evaluer((nom,))
    dossier.exiger(evaluation, nom)
    return expliquer_evaluation(evaluation, nom)
