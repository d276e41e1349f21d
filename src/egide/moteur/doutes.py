"""What is uncertain in an answer, and what the other reading would give."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from egide.moteur.evaluation import Evaluation, evaluer
from egide.moteur.faits import Donnees
from egide.moteur.plan import Genre, Noeud


@dataclass(frozen=True, slots=True)
class Doute:
    """One uncertainty.

    Attributes:
        nom: the rule or parameter that is uncertain.
        texte: why.
        autrement: value of the target watched under the other reading; None where no other reading is written.
    """

    nom: str
    texte: str
    autrement: float | None


def doutes(evaluation: Evaluation, donnees: Donnees, cible: str) -> list[Doute]:
    """Return the uncertainties of the rules that had an effect and of the figures they read.

    Args:
        evaluation: the answer, on floats.
        donnees: the facts it was computed on.
        cible: target for which the other reading is computed.
    """
    # A value of a month or of an activity is there several times: the other reading is that of all of them.
    ensemble: dict[tuple[str, str], dict[int, Any]] = {}
    for rang, texte, remplacements in _incertains(evaluation):
        ensemble.setdefault((evaluation.plan.noeuds[rang].nom, texte), {}).update(remplacements)
    trouves = []
    for (nom, texte), remplacements in ensemble.items():
        autrement = None
        if remplacements and cible in evaluation:
            autrement = float(evaluer(evaluation.plan, donnees, remplacements=remplacements)[cible])
        trouves.append(Doute(nom, texte, autrement))
    return trouves


def _incertains(evaluation: Evaluation) -> Iterator[tuple[int, str, dict[int, Any]]]:
    """Yield the rank of each uncertain node that counted, why it is so, and what the other reading puts where."""
    noeuds = evaluation.plan.noeuds
    for rang, (noeud, valeur) in enumerate(zip(noeuds, evaluation.valeurs, strict=True)):
        if noeud.genre is not Genre.REGLE or not valeur or noeud.regle is None:
            continue
        if noeud.regle.a_confirmer:
            yield rang, noeud.regle.a_confirmer, _autre_lecture(evaluation, noeud)
        for argument in noeud.arguments:
            lu = noeuds[argument].parametre
            if lu and lu.a_confirmer:
                yield argument, lu.a_confirmer, {} if lu.autre_valeur is None else {argument: lu.autre_valeur}


def _autre_lecture(evaluation: Evaluation, noeud: Noeud) -> dict[int, Any]:
    """Return what the other reading of a rule puts in the place of which node; nothing where it cannot be computed."""
    autrement = noeud.regle.autrement if noeud.regle else None
    if autrement is None:
        return {}
    autour = [(r, n) for r, n in enumerate(evaluation.plan.noeuds) if n.rang == noeud.rang or n.rang is None]
    rangs = {n.nom: r for r, n in autour} | {n.nom: r for r, n in autour if n.periode == noeud.periode}
    remplace = rangs.get(autrement.__name__.split("__", 1)[0])
    arguments = [rangs.get(nom) for nom in inspect.signature(autrement).parameters]
    if remplace is None or None in arguments:
        return {}
    return {remplace: autrement(*(evaluation.valeurs[r] for r in arguments if r is not None))}
