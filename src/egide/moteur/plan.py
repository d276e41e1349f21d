"""A plan: the values needed for some targets, each after those it uses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum

from egide.moteur.choix import Branche
from egide.moteur.faits import Cle, Fait
from egide.moteur.parametres import Valeur
from egide.moteur.periode import Periode
from egide.moteur.regle import Categorie, Regle

UNITES_DU_CALENDRIER = {"annee": "année", "premier_jour_periode": "date", "dernier_jour_periode": "date"}


class Genre(Enum):
    """What a node is."""

    REGLE = "règle"
    FAIT = "fait"
    PARAMETRE = "paramètre"
    CONSTANTE = "constante"
    COMBINAISON = "combinaison"
    CHOIX = "choix"


@dataclass(slots=True, eq=False)
class Noeud:
    """One value of a plan.

    Attributes:
        genre: which of the optional attributes it has.
        nom, periode, rang: its name, its period, and the rank of its activity (None: of the person).
        arguments: ranks in the plan of the values it uses, in the order of its function's arguments;
            None where an input does not apply and the rule gives a default.
        reserves: ranks of the values that bear a doubt about it: they are told with it, and do not enter it.
        regle, fait, cle, parametre, constante: what a rule, a fact, a parameter or a constant is.
        mode, poids: how a combination combines: "somme" (weighted), "max", "min", or "repli" (the first of its
            arguments that applies).
        branches: of a choice: between the versions of a rule, where the axes that decide are read from the facts. Its
            value is NaN where none applies.
        incertain: True where the value may not apply, which the facts tell: it is then NaN.
    """

    genre: Genre
    nom: str
    periode: Periode
    rang: int | None = None
    arguments: tuple[int, ...] = ()
    reserves: tuple[int, ...] = ()
    regle: Regle | None = None
    fait: Fait | None = None
    cle: Cle | None = None
    parametre: Valeur | None = None
    constante: float | None = None
    mode: str = "somme"
    poids: tuple[tuple[int, int], ...] = ()
    lu_le: date | None = None
    branches: tuple[Branche, ...] = ()
    incertain: bool = False

    @property
    def unite(self) -> str | None:
        """Unit in which its value is written."""
        if self.regle:
            return self.regle.unite
        if self.parametre:
            return self.parametre.parametre.unite
        if self.fait:
            return self.fait.unite_ecrite
        return UNITES_DU_CALENDRIER.get(self.nom)


@dataclass(slots=True, eq=False)
class Plan:
    """Nodes in the order of evaluation, and where the targets are.

    Attributes:
        cibles: name → rank of its node; a name that does not apply to the person is not in it.
        par_activite: name → ranks of its nodes, one an activity.
        extrapoles: parameters carried beyond the last day they were checked.
    """

    categorie: Categorie
    periode: Periode
    noeuds: list[Noeud] = field(default_factory=list)
    cibles: dict[str, int] = field(default_factory=dict)
    par_activite: dict[str, tuple[int, ...]] = field(default_factory=dict)
    extrapoles: dict[str, Valeur] = field(default_factory=dict)

    def faits(self) -> Mapping[Cle, Fait]:
        """Return the facts the plan may read."""
        return {n.cle: n.fait for n in self.noeuds if n.cle is not None and n.fait is not None}

    def sans_chiffre_inconnu(self) -> Plan:
        """Return this plan without the targets that rest on a figure that is not known, partial sums included.

        Over columns they come out as NaN: nobody would read, beside a column, what each sum lacks.
        """
        touches: set[int] = set()
        for rang, noeud in enumerate(self.noeuds):
            inconnu = noeud.parametre is not None and noeud.parametre.inconnue is not None
            if inconnu or touches.intersection(noeud.arguments):
                touches.add(rang)
        if not touches:
            return self
        return replace(self, cibles={nom: rang for nom, rang in self.cibles.items() if rang not in touches})
