"""How one value was obtained, for one person."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from egide.moteur.erreurs import FaitsManquants
from egide.moteur.explication import Etape
from egide.moteur.explication import expliquer as expliquer_evaluation
from egide.services.cotisations import TOTAL, ouvrir, ouvrir_micro, total_de
from egide.services.evaluation_des_droits import evaluer_a_part
from egide.services.loi import loi
from egide.services.noms import une_valeur
from egide.services.revenu import completer_revenu
from egide.situation import Situation, charger

if TYPE_CHECKING:
    from egide.services.dossier_prestations import DossierPrestations


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
    lue = charger(situation)
    if des_prestations := ouvrir_l_evenement(lue, nom, extrapoler=extrapoler):
        de_l_evenement = des_prestations.evaluer((nom,))
        if nom not in de_l_evenement:
            raise FaitsManquants(f"« {nom} » ne s'applique pas à cet événement.")
        return expliquer_evaluation(de_l_evenement, nom)
    a_part = evaluer_a_part(nom, lue, extrapoler=extrapoler)
    if a_part is not None:
        if nom not in a_part:
            raise FaitsManquants(f"« {nom} » ne s'applique pas à cette situation.")
        return expliquer_evaluation(a_part, nom)
    une_valeur(nom, faits=True)
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


def ouvrir_l_evenement(situation: Situation, nom: str, *, extrapoler: bool) -> DossierPrestations | None:
    """Return the facts of the event of a situation where a name is a value of its law; None for any other name."""
    if nom in loi().noms() or situation.evenement is None or situation.evenement.type is None:
        return None
    from egide.services.prestations import MODULES

    ouvrir_le_dossier = getattr(import_module(MODULES[situation.evenement.type]), "ouvrir", None)
    dossier: DossierPrestations | None = ouvrir_le_dossier and ouvrir_le_dossier(situation, extrapoler=extrapoler)
    return dossier if dossier is not None and nom in dossier.loi.regles else None
