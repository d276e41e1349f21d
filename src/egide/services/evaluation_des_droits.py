"""Which question a value of a law apart belongs to, and its evaluation for one person."""

from __future__ import annotations

from importlib import import_module

from egide.droit.commun.enumerations import TypeEvenement
from egide.moteur.evaluation import Evaluation
from egide.services.loi import loi, loi_de
from egide.situation import Situation

NAISSANCES = (TypeEvenement.MATERNITE, TypeEvenement.PATERNITE, TypeEvenement.ADOPTION)
MODULES = {
    ("soins",): "egide.services.soins",
    ("solidarite",): "egide.services.c2s",
    ("sante", "maternite"): "egide.services.maternite",
}
"""Whose function `evaluer_pour(situation, cibles, extrapoler=…)` evaluates the rules of each law."""


def evaluer_a_part(nom: str, situation: Situation, *, extrapoler: bool = False) -> Evaluation | None:
    """Return the evaluation of a value of care, of the complementary cover or of a birth; None for any other name."""
    if nom in loi().noms():
        return None
    naissance = situation.evenement is not None and situation.evenement.type in NAISSANCES
    for chapitres, module in MODULES.items():
        if nom in loi_de(*chapitres).regles and (naissance or "maternite" not in chapitres):
            lue: Evaluation = import_module(module).evaluer_pour(situation, (nom,), extrapoler=extrapoler)
            return lue
    return None
