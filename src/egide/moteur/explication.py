"""Saying how a value was obtained: formula, formula with its numbers, article, and the inputs that decided it.

The text of a rule is read from its own source by `lecture`; here each value is explained in turn.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from fractions import Fraction
from typing import Any

from egide.moteur.ecriture import ecrire
from egide.moteur.evaluation import Evaluation
from egide.moteur.graphe import CALENDRIER
from egide.moteur.inconnu import INCONNU
from egide.moteur.lecture import Lecture, Ligne
from egide.moteur.mecanismes import Bareme, Marche, Tranche
from egide.moteur.plan import Genre, Noeud


@dataclass(slots=True)
class Etape:
    """How one value was obtained.

    Attributes:
        activite: rank of the activity it is a value of; None for a value of the person.
        nom, titre, texte: its name, what it is called, and the explanation a person reads.
        valeur, unite: what it is worth (a number) and `ecrit`, the same written out.
        lignes: the lines of the branch that was followed.
        baremes: for each scale read, its name and slices.
        entrees: the inputs that decided it, explained in turn.
        sans_effet: inputs that did not count (folded).
        sources: for a figure, where it was read; `verifie_le` the day it was last checked.
    """

    nom: str
    titre: str
    texte: str
    valeur: Any
    ecrit: str
    unite: str | None
    periode: str
    origine: str
    articles: tuple[str, ...] = ()
    lignes: list[Ligne] = field(default_factory=list)
    baremes: list[tuple[str, list[Tranche | Marche]]] = field(default_factory=list)
    entrees: list[Etape] = field(default_factory=list)
    sans_effet: list[str] = field(default_factory=list)
    source: str | None = None
    verifie_le: str | None = None
    note: str | None = None
    a_confirmer: str | None = None
    activite: int | None = None


def expliquer(evaluation: Evaluation, nom: str) -> Etape:
    """Explain a target of an evaluation, down to the facts and figures it rests on.

    Raises:
        KeyError: the target does not apply to the person.
    """
    return _etape(evaluation, evaluation.plan.cibles[nom], {})


def en_dict(etape: Etape) -> dict[str, Any]:
    """Return an explanation as plain values, ready for JSON: numbers as floats, scales as rows."""
    document = asdict(etape)

    def simplifier(valeur: Any) -> Any:
        if isinstance(valeur, Tranche | Marche):
            return {cle: simplifier(v) for cle, v in valeur._asdict().items()}
        if isinstance(valeur, Bareme):
            return [{"seuil": float(s), "taux": float(t)} for s, t in zip(*valeur, strict=True)]
        if isinstance(valeur, dict):
            return {cle: simplifier(v) for cle, v in valeur.items()}
        if isinstance(valeur, list | tuple):
            return [simplifier(v) for v in valeur]
        return float(valeur) if isinstance(valeur, Fraction) else valeur

    simple: dict[str, Any] = simplifier(document)
    return simple


def _etape(evaluation: Evaluation, rang: int, faites: dict[int, Etape]) -> Etape:
    """Return the step of a node, the same one wherever it is used: a tree of its own for each use would be vast."""
    if rang not in faites:
        noeud, valeur = evaluation.plan.noeuds[rang], evaluation.valeurs[rang]
        faites[rang] = _etape_de(evaluation, noeud, valeur, faites)
        faites[rang].activite = noeud.rang
    return faites[rang]


def _etape_de(evaluation: Evaluation, noeud: Noeud, valeur: Any, faites: dict[int, Etape]) -> Etape:
    if noeud.genre is Genre.REGLE:
        return _etape_de_regle(evaluation, noeud, valeur, faites)
    if noeud.genre is Genre.PARAMETRE:
        return _etape_de_parametre(noeud, valeur)
    if noeud.genre is Genre.FAIT:
        return _etape_de_fait(evaluation, noeud, valeur)
    termes_du_noeud = list(zip(noeud.arguments, noeud.poids, strict=True)) if noeud.poids else []
    if noeud.mode == "somme" and (comptent := [t for t in termes_du_noeud if evaluation.valeurs[t[0]]]):
        termes_du_noeud = comptent  # what is worth nothing is folded
    parts = [_etape(evaluation, r, faites) for r, _ in termes_du_noeud]
    unite = parts[0].unite if parts else None
    unite = unite or noeud.unite
    titre = CALENDRIER.get(noeud.nom, noeud.nom)
    etape = Etape(noeud.nom, titre, "", valeur, ecrire(valeur, unite), unite, str(noeud.periode), noeud.genre.value)
    if noeud.genre is Genre.COMBINAISON:
        etape.titre, etape.entrees = parts[0].titre, parts
        termes = [
            (p.ecrit if a == b else f"{p.ecrit} × {a}/{b}")
            for p, (_, (a, b)) in zip(parts, termes_du_noeud, strict=True)
        ]
        liaison = " + " if noeud.mode == "somme" else " ; "
        periodes = liaison.join(f"{p.nom} ({p.periode})" for p in parts)
        etape.lignes = [Ligne(noeud.nom, periodes, liaison.join(termes), etape.ecrit)]
    return etape


def _etape_de_fait(evaluation: Evaluation, noeud: Noeud, valeur: Any) -> Etape:
    fait = noeud.fait
    assert fait is not None
    unite = noeud.unite
    origine = "fait supposé" if noeud.cle in evaluation.supposes else "fait donné"
    return Etape(
        noeud.nom,
        fait.libelle,
        "",
        valeur,
        ecrire(valeur, unite, fait.enumeration),
        unite,
        str(noeud.periode),
        "fait manquant" if valeur is None else origine,
    )


def _etape_de_parametre(noeud: Noeud, valeur: Any) -> Etape:
    lu = noeud.parametre
    assert lu is not None
    return Etape(
        noeud.nom,
        lu.parametre.libelle,
        "",
        valeur,
        ecrire(valeur, lu.parametre.unite),
        lu.parametre.unite,
        f"depuis le {lu.depuis}",
        "paramètre inconnu" if lu.inconnue else "paramètre",
        tuple(c.texte for c in lu.references),
        source=lu.source,
        verifie_le=lu.verifie_le.isoformat(),
        note=lu.inconnue or lu.note,
        a_confirmer=lu.a_confirmer,
    )


def _etape_de_regle(evaluation: Evaluation, noeud: Noeud, valeur: Any, faites: dict[int, Etape]) -> Etape:
    regle = noeud.regle
    assert regle is not None
    etape = Etape(
        noeud.nom,
        regle.titre,
        regle.explication,
        valeur,
        ecrire(valeur, regle.unite),
        regle.unite,
        str(noeud.periode),
        "règle",
        tuple(c.texte for c in regle.references),
        a_confirmer=regle.a_confirmer if valeur else None,
    )
    absents = [r for r in noeud.arguments if not evaluation.connue(r)]
    if absents and (valeur is None or regle.partielle):
        etape.entrees = [_etape(evaluation, r, faites) for r in (noeud.arguments if regle.partielle else absents)]
        return etape
    rangs = dict(zip(regle.arguments, noeud.arguments, strict=True))
    lecture = lire_noeud(evaluation, noeud)
    etape.lignes, etape.baremes = lecture.lignes, lecture.baremes
    etape.entrees = [_etape(evaluation, r, faites) for nom, r in rangs.items() if nom in lecture.decisifs]
    etape.sans_effet = [nom for nom in rangs if nom not in lecture.decisifs]
    return etape


def lire_noeud(evaluation: Evaluation, noeud: Noeud) -> Lecture:
    """Follow the source of a rule with the values it had in an evaluation (none that it uses may be missing)."""
    assert noeud.regle is not None
    rangs = dict(zip(noeud.regle.arguments, noeud.arguments, strict=True))
    faits = {nom: evaluation.plan.noeuds[rang].fait for nom, rang in rangs.items()}
    lecture = Lecture(
        noeud.regle,
        {nom: evaluation.valeurs[rang] if evaluation.connue(rang) else INCONNU for nom, rang in rangs.items()},
        _unites(evaluation, rangs),
        {nom: fait.enumeration for nom, fait in faits.items() if fait and fait.enumeration},
    )
    lecture.suivre()
    return lecture


def _unites(evaluation: Evaluation, rangs: dict[str, int]) -> dict[str, str | None]:
    unites: dict[str, str | None] = {}
    for nom, rang in rangs.items():
        noeud = evaluation.plan.noeuds[rang]
        while noeud.genre is Genre.COMBINAISON:
            noeud = evaluation.plan.noeuds[noeud.arguments[0]]
        unites[nom] = noeud.unite
    return unites
