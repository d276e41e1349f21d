"""An answer: values, lines, assumptions, references; one envelope for every question."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from egide.moteur.completude import Influence
from egide.moteur.doutes import Doute, doutes
from egide.moteur.ecriture import ecrire
from egide.moteur.evaluation import Evaluation
from egide.moteur.explication import lire_noeud
from egide.moteur.faits import Donnees, Fait
from egide.moteur.plan import Noeud
from egide.moteur.regle import Regle

CHIFFRES = 12
"""Significant digits of a number shown: more are the noise of floats."""
EXTRAPOLATION = "extrapolation"
"""First word of the note that tells which figures were carried on."""
AVERTISSEMENT = "Estimation : elle ne vaut pas décision de l'Urssaf ni d'une caisse."


@dataclass(slots=True)
class Ligne:
    """One contribution as it is shown.

    Attributes:
        nom, titre: its name and what it is called.
        assiette: (name, amount) of its base.
        taux: the rates that counted, as fractions.
        montant: the amount, in euros.
        articles: the articles it rests on.
        avant_exoneration: the amount before exemption, for an exempted person.
        decisifs: inputs that decided the base (a minimum, a ceiling…).
        arrondis: how many roundings to the euro made the amount.
        deduction: for what is taken off after the contributions, what its gap is put down to; its amount is negative.
    """

    nom: str
    titre: str
    assiette: tuple[str, float] | None
    taux: tuple[float, ...]
    montant: float
    articles: tuple[str, ...]
    avant_exoneration: float | None
    decisifs: frozenset[str]
    deduction: str | None = None
    arrondis: int = 1


@dataclass(frozen=True, slots=True)
class Indisponible:
    """A contribution that is due but cannot be told.

    Attributes:
        nom, titre: its name and what it is called.
        manque: what it would take, in sentences: facts not given, figures not known.
    """

    nom: str
    titre: str
    manque: tuple[str, ...]


@dataclass(slots=True)
class Reponse:
    """The answer to one question about one person; see docs of the envelope in `to_dict`."""

    question: str
    annee: int
    nature: str
    verifie_le: date
    motif: str | None = None
    valeurs: dict[str, float] = field(default_factory=dict)
    lignes: list[Ligne] = field(default_factory=list)
    indisponibles: list[Indisponible] = field(default_factory=list)
    activites: list[dict[str, Any]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    hypotheses: list[str] = field(default_factory=list)
    a_confirmer: list[str] = field(default_factory=list)
    donnes: list[str] = field(default_factory=list)
    supposes: dict[str, float] = field(default_factory=dict)
    manquants: list[str] = field(default_factory=list)
    references: dict[str, tuple[str, ...]] = field(default_factory=dict)
    parametres: list[dict[str, Any]] = field(default_factory=list)
    influences: Callable[[], list[Influence]] = list

    def retenir(self, evaluation: Evaluation, donnees: Donnees, cibles: Iterable[str], total: str) -> None:
        """Take the values of an evaluation, and what they rest on; `total` is what another reading is measured on."""
        for nom in cibles:
            if nom in evaluation and evaluation.valeurs[evaluation.plan.cibles[nom]] is not None:
                self.valeurs[nom] = _simple(evaluation[nom])
                noeud = evaluation.plan.noeuds[evaluation.plan.cibles[nom]]
                if noeud.regle and noeud.regle.references:
                    self.references[nom] = tuple(c.sans_version for c in noeud.regle.references)
        faits = {f.nom: f for f in evaluation.supposes.values()}
        self.donnes = list(dict.fromkeys(f.nom for f in evaluation.donnes.values()))
        self.manquants = list(dict.fromkeys(f.nom for f in evaluation.manquants.values()))
        self.supposes = {nom: fait.defaut for nom, fait in faits.items() if fait.defaut is not None}
        self.hypotheses = [ecrire_suppose(fait) for fait in faits.values()]
        self.a_confirmer = _a_confirmer(evaluation, donnees, total)
        self.parametres = _parametres(evaluation)

    @property
    def total(self) -> str:
        """Name of the sum that the lines add up to."""
        return "total_cotisations_et_contributions"

    def lignes_par_nom(self) -> dict[str, Ligne]:
        """Return the lines by name: one a contribution."""
        return {ligne.nom: ligne for ligne in self.lignes}

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON envelope: absent = not applicable to this person; 0 = applicable and nil."""
        influences = self.influences()
        return {
            "question": self.question,
            "annee": self.annee,
            "nature": self.nature,
            **({"motif": self.motif} if self.motif else {}),
            "valeurs": self.valeurs,
            "lignes": [
                {
                    "nom": ligne.nom,
                    "titre": ligne.titre,
                    "assiette": ligne.assiette[1] if ligne.assiette else None,
                    "taux": list(ligne.taux),
                    "montant": ligne.montant,
                    **({} if ligne.avant_exoneration is None else {"avant_exoneration": ligne.avant_exoneration}),
                    "articles": list(ligne.articles),
                }
                for ligne in self.lignes
            ],
            **(
                {
                    "indisponibles": [
                        {"nom": i.nom, "titre": i.titre, "manque": list(i.manque)} for i in self.indisponibles
                    ]
                }
                if self.indisponibles
                else {}
            ),
            "activites": self.activites,
            "hypotheses": [*self.notes, *self.hypotheses],
            "completude": {
                "donnes": self.donnes,
                "supposes": list(self.supposes),
                "manquants": self.manquants,
                "prochain_fait_utile": _influence(influences[0]) if influences else None,
            },
            "a_confirmer": self.a_confirmer,
            "references": [{"nom": nom, "articles": list(articles)} for nom, articles in self.references.items()],
            "parametres": self.parametres,
            "droit_au": f"{self.annee}-01-01",
            "verifie_le": self.verifie_le.isoformat(),
            "avertissement": AVERTISSEMENT,
        }


def articles_de(*regles: Regle) -> tuple[str, ...]:
    """Return the articles of some rules, each once."""
    return tuple(dict.fromkeys(c.sans_version for regle in regles for c in regle.references))


def ecrire_suppose(fait: Fait) -> str:
    """Write an assumption: "bénéfice de l'Acre : non"."""
    return f"{fait.libelle} : {ecrire(fait.defaut, fait.unite_ecrite, fait.enumeration)}"


def ligne_de(evaluation: Evaluation, nom: str) -> Ligne:
    """Return the line of a contribution: its base and the rates that counted are read from its rule.

    For an exempted person they are those of the amount before exemption.
    """
    plan = evaluation.plan
    du = plan.noeuds[plan.cibles[nom]]
    noeud = next((n for n in map(plan.noeuds.__getitem__, du.arguments) if n.nom == f"{nom}_avant_exoneration"), du)
    assert noeud.regle is not None
    lecture = lire_noeud(evaluation, noeud)
    entrees = dict(zip(noeud.regle.arguments, noeud.arguments, strict=True))
    decisives = {n: plan.noeuds[r].unite for n, r in entrees.items() if n in lecture.decisifs}
    lues = [n for n in entrees if plan.noeuds[entrees[n]].parametre is None]
    assiettes = [n for n in lues if "assiette" in n and "minimale" not in n]
    # The rate of another contribution serves to take its part away.
    fractions = [n for n, u in decisives.items() if u == "fraction" and not _est_un_bareme(plan.noeuds[entrees[n]])]
    taux = [n for n in fractions if n == f"taux_{nom}" or "taux_cotisation" not in n]
    # A sum of amounts has no rate, and so no base.
    bases = assiettes or [n for n in lues if taux and decisives.get(n) == "€/an"]
    return Ligne(
        nom,
        noeud.regle.titre,
        (bases[0], _simple(evaluation.valeurs[entrees[bases[0]]])) if bases else None,
        tuple(_simple(evaluation.valeurs[entrees[n]]) for n in taux),
        _simple(evaluation.valeurs[plan.cibles[nom]]),
        tuple(c.sans_version for c in noeud.regle.references),
        None if noeud is du else _simple(evaluation.valeurs[plan.noeuds.index(noeud)]),
        frozenset(_decisifs(evaluation, plan.noeuds[entrees[bases[0]]])) if bases else frozenset(),
    )


def _est_un_bareme(noeud: Noeud) -> bool:
    return noeud.parametre is not None and noeud.parametre.parametre.seuils is not None


def _decisifs(evaluation: Evaluation, noeud: Noeud) -> set[str]:
    return lire_noeud(evaluation, noeud).decisifs if noeud.regle else {noeud.nom}


def _simple(valeur: Any) -> float:
    """Return a number as JSON shows it best: a whole one without decimals, none with the noise of floats."""
    nombre = float(f"{float(valeur):.{CHIFFRES}g}")
    return int(nombre) if nombre.is_integer() else nombre


def _a_confirmer(evaluation: Evaluation, donnees: Donnees, cible: str) -> list[str]:
    """Return what is uncertain, each with what the other reading would give."""
    notes = [_ecrire_doute(d, float(evaluation[cible])) for d in doutes(evaluation, donnees, cible)]
    if extrapoles := evaluation.plan.extrapoles:
        jusqu_au = min(lu.verifie_le for lu in extrapoles.values())
        notes.append(f"{EXTRAPOLATION} : chiffres vérifiés jusqu'au {jusqu_au} et prolongés : {', '.join(extrapoles)}.")
    return notes


def _ecrire_doute(doute: Doute, valeur: float) -> str:
    texte = f"{doute.nom} : {doute.texte}"
    if doute.autrement is None:
        return texte
    ecart = doute.autrement - valeur
    if not ecart:
        return f"{texte} L'autre lecture donnerait ici le même total."
    sens = "de plus" if ecart > 0 else "de moins"
    autrement = f"{ecrire(doute.autrement, '€')} ({ecrire(abs(ecart), '€')} {sens})"
    return f"{texte} L'autre lecture donnerait un total de {autrement}."


def _parametres(evaluation: Evaluation) -> list[dict[str, Any]]:
    lus = {n.parametre.parametre.nom: n.parametre for n in evaluation.plan.noeuds if n.parametre}
    return [
        {
            "nom": nom,
            "valeur": lu.simple,
            "depuis": lu.depuis.isoformat(),
            "source": lu.source,
            "verifie_le": lu.verifie_le.isoformat(),
        }
        for nom, lu in lus.items()
    ]


def _influence(influence: Influence) -> dict[str, Any]:
    fait = influence.fait
    return {
        "nom": fait.nom,
        "libelle": fait.libelle,
        "essai": ecrire(influence.essai, fait.unite_ecrite, fait.enumeration),
        "ecart": influence.ecart,
    }
