"""Communes as people write them: a postal code, a name, a former code, each made the INSEE code it stands for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from egide.annuaire.communes import registre
from egide.annuaire.recherche import CommuneAmbigue, CommuneInconnue, chercher_commune
from egide.annuaire.territoires import LONGUEUR_CODE
from egide.situation.fautes import Faute, SituationInvalide
from egide.situation.lecture import Source, charger, lire_document
from egide.situation.modele import Situation


def charger_avec_lieux(source: Source) -> tuple[Situation, list[str]]:
    """Read a situation whose communes may be postal codes or names; say in French what was chosen for each.

    Raises:
        SituationInvalide: with every fault; an ambiguous name lists its candidates.
    """
    if isinstance(source, Situation):
        return source, []
    document = deepcopy(dict(lire_document(source)))
    choix: list[str] = []
    fautes: list[Faute] = []
    for chemin, porteur in _porteurs(document):
        ecrit = porteur["commune"]
        texte = str(ecrit).zfill(LONGUEUR_CODE) if isinstance(ecrit, int) else ecrit.strip()
        if texte in registre().par_code:
            porteur["commune"] = texte
            continue
        try:
            trouvee = chercher_commune(texte)
        except (CommuneAmbigue, CommuneInconnue) as erreur:
            fautes.append(Faute(f"{chemin}.commune", ecrit, str(erreur)))
        else:
            porteur["commune"] = trouvee.commune.code
            choix.append(f"{chemin}.commune : {trouvee.explication}")
    if fautes:
        raise SituationInvalide(fautes)
    return charger(document), choix


def _porteurs(document: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the tables that hold a commune, with where they are; what is no table is left to the model."""
    activites = document.get("activites")
    tables = [("personne", document.get("personne"))]
    tables += [(f"activites[{k}]", a) for k, a in enumerate(activites)] if isinstance(activites, list) else []
    for chemin, table in tables:
        if isinstance(table, dict):
            ecrit = table.get("commune")
            if isinstance(ecrit, str | int) and not isinstance(ecrit, bool):
                yield chemin, table
