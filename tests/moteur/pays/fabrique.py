"""Very small laws, made on the spot by a test that needs what Brume has not."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from egide.moteur import fichiers
from egide.moteur import regle as module_regle
from egide.moteur.faits import Fait
from egide.moteur.graphe import Legislation
from egide.moteur.parametres import Parametres
from egide.moteur.regle import Regle, regle


def declarer(fonction: Callable[..., Any], **options: Any) -> Regle:
    """Declare a rule without leaving it in the register of its module."""
    regle(**{"depuis": "2020-01-01", "unite": "€", **options})(fonction)
    return module_regle._REGLES[fonction.__module__].pop()


def parametre(*valeurs: tuple[str, Any] | tuple[str, Any, str], unite: str = "€", **suite: Any) -> dict[str, Any]:
    """Return a parameter as its file would give it: (first day, value[, last day]) for each of its values."""
    lignes = [
        {
            "depuis": depuis,
            "valeur": valeur,
            "references": ["Statuts Brume art. 1"],
            "source": "registre",
            "jusqu_au": fin[0] if fin else None,
        }
        for depuis, valeur, *fin in valeurs
    ]
    entree = fichiers.Entree.model_validate({"libelle": "Essai", "unite": unite, "valeurs": lignes, **suite})
    return {"fichier": "essai.yaml", **fichiers._brut(entree, date(2029, 12, 31))}


def petite_loi(
    *regles: Regle, parametres: dict[str, dict[str, Any]] | None = None, faits: Iterable[Fait] = ()
) -> Legislation:
    return Legislation(regles, Parametres(parametres or {}), {f.nom: f for f in faits})
