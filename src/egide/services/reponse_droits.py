"""The answer to a question about a right on a day: conditions, amounts, what to do; one envelope for care and C2S."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date as Date  # noqa: N812 — `date` is a field of the answer
from enum import IntEnum
from typing import Any

from egide.moteur.erreurs import FaitsManquants
from egide.moteur.evaluation import Evaluation, evaluer
from egide.moteur.faits import Donnees
from egide.moteur.graphe import Legislation
from egide.moteur.periode import Periode
from egide.services.loi import derniere_verification
from egide.services.reponse import (
    AVERTISSEMENT,
    _a_confirmer,
    _parametres,
    _simple,
    articles_de,
    ecrire_suppose,
)
from egide.services.reponse_prestations import Condition, Demarche, Montant


@dataclass(slots=True)
class ReponseDroits:
    """The answer to `soins` or to `c2s`.

    Attributes:
        date: day whose law applies.
        valeurs: values by the names of the contract; absent = not applicable.
        montants: those of the values that the table shows as lines, in order.
        notes: what was chosen before any rule, in sentences.
    """

    question: str
    date: Date
    valeurs: dict[str, Any] = field(default_factory=dict)
    montants: list[Montant] = field(default_factory=list)
    conditions: list[Condition] = field(default_factory=list)
    demarches: list[Demarche] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    hypotheses: list[str] = field(default_factory=list)
    supposes: dict[str, float] = field(default_factory=dict)
    a_confirmer: list[str] = field(default_factory=list)
    references: dict[str, tuple[str, ...]] = field(default_factory=dict)
    parametres: list[dict[str, Any]] = field(default_factory=list)

    def retenir(self, evaluation: Evaluation, donnees: Donnees, cibles: Iterable[str], total: str) -> None:
        """Take the targets of an evaluation that apply and are known, with what they rest on."""
        for nom in cibles:
            if nom not in evaluation or evaluation.valeurs[evaluation.plan.cibles[nom]] is None:
                continue
            regle = evaluation.plan.noeuds[evaluation.plan.cibles[nom]].regle
            self.valeurs[nom] = _simple(evaluation[nom])
            if regle is not None:
                self.references[nom] = articles_de(regle)
                titre, unite = regle.titre, regle.unite
                self.montants.append(Montant(nom, titre, self.valeurs[nom], unite, self.references[nom]))
        for fait in evaluation.supposes.values():
            if fait.defaut is not None and fait.nom not in self.supposes:
                self.supposes[fait.nom] = fait.defaut
                self.hypotheses.append(ecrire_suppose(fait))
        connus = {p["nom"] for p in self.parametres}
        self.parametres += [p for p in _parametres(evaluation) if p["nom"] not in connus]
        self.a_confirmer = list(dict.fromkeys([*self.a_confirmer, *_a_confirmer(evaluation, donnees, total)]))

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON envelope: absent = not applicable to this person; 0 = applicable and nil."""
        return {
            "question": self.question,
            "date": self.date.isoformat(),
            "valeurs": self.valeurs,
            "conditions": [c.to_dict() for c in self.conditions],
            "demarches": [d.to_dict() for d in self.demarches],
            "hypotheses": [*self.notes, *self.hypotheses],
            "a_confirmer": self.a_confirmer,
            "references": [{"nom": nom, "articles": list(articles)} for nom, articles in self.references.items()],
            "parametres": self.parametres,
            "verifie_le": derniere_verification().isoformat(),
            "avertissement": AVERTISSEMENT,
        }


def evaluer_au(
    loi: Legislation,
    cibles: tuple[str, ...],
    donnees: Donnees,
    jour: Date,
    categorie: Mapping[type[IntEnum], IntEnum],
    *,
    extrapoler: bool = False,
) -> Evaluation:
    """Evaluate some rules of a law on a day."""
    plan = loi.plan(cibles, categorie, Periode(jour, jour), donnes=donnees.keys(), extrapoler=extrapoler)
    return evaluer(plan, donnees)


def exiger(valeur: object, chemin: str, quoi: str) -> None:
    """Refuse to go on without a fact, named where it is to be written."""
    if valeur is None:
        raise FaitsManquants(f"Il manque {chemin} ({quoi}).", (chemin.rpartition(".")[2],))
