"""Communes as people write them: a postal code, a name, a former code, each made the INSEE code it stands for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from egide.annuaire.communes import sans_equivoque
from egide.annuaire.territoires import LONGUEUR_CODE
from egide.situation.fautes import Faute

A_L_ETRANGER = " ; hors de France : residence_hors_de_france: true, sans commune"


def situer(document: Mapping[Any, Any]) -> tuple[list[str], list[Faute]]:
    """Replace, in place, each commune of a document by its INSEE code, and take out those that cannot be found.

    Returns:
        What was chosen where the text could be read otherwise, in French, and the faults; an ambiguous name lists its
        candidates.
    """
    choix: list[str] = []
    fautes: list[Faute] = []
    for champ, porteur in _porteurs(document):
        ecrit = porteur["commune"]
        texte = str(ecrit).zfill(LONGUEUR_CODE) if isinstance(ecrit, int) else ecrit.strip()
        if sans_equivoque(texte):
            porteur["commune"] = texte
            continue
        # Imported only now: most documents have the INSEE code, and need neither the names nor the postal codes.
        from egide.annuaire.recherche import CommuneAmbigue, CommuneInconnue, chercher_commune

        try:
            trouvee = chercher_commune(texte)
        except (CommuneAmbigue, CommuneInconnue) as erreur:
            ailleurs = A_L_ETRANGER if isinstance(erreur, CommuneInconnue) and champ.startswith("personne") else ""
            fautes.append(Faute(champ, ecrit, f"{erreur}{ailleurs}"))
            del porteur["commune"]
        else:
            porteur["commune"] = trouvee.commune.code
            choix.append(f"{champ} : {trouvee.explication}")
    return choix, fautes


def _porteurs(document: Mapping[Any, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the tables that hold a commune, with its path; what is no table or no text is left to the model."""
    activites = document.get("activites")
    tables = [("personne", document.get("personne"))]
    tables += [(f"activites[{k}]", a) for k, a in enumerate(activites)] if isinstance(activites, list) else []
    for chemin, table in tables:
        if isinstance(table, dict):
            ecrit = table.get("commune")
            if (isinstance(ecrit, str) and ecrit.strip()) or (isinstance(ecrit, int) and not isinstance(ecrit, bool)):
                yield f"{chemin}.commune", table
