"""Which fact gives a wanted value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from egide.moteur.erreurs import FaitsManquants
from egide.moteur.inversion import Solution
from egide.moteur.inversion import inverser as chercher
from egide.services.cotisations import TOTAL, ouvrir, ouvrir_micro, total_de
from egide.services.dossier_annuel import DossierAnnuel
from egide.services.loi import NOMS_DES_AXES, loi
from egide.services.noms import parmi, une_valeur
from egide.services.reponse import ecrire_suppose
from egide.services.revenu import completer_revenu
from egide.services.sans_usage import remarques
from egide.situation import FAITS, Situation, charger

if TYPE_CHECKING:
    from egide.services.micro_dossier import DossierMicro

BORNES = (0.0, 5_000_000.0)
"""Range of an amount that is searched, in euros."""
REMPLACES = {
    "chiffre_affaires": ("revenu_brut", "revenu_professionnel"),
    "charges": ("revenu_brut", "revenu_professionnel"),
    "revenu_brut": ("revenu_professionnel",),
}
"""Facts set aside when another one is searched: they would say the same thing."""


@dataclass(frozen=True, slots=True)
class Inversion:
    """The answer to an inversion.

    Attributes:
        cible, voulue: the value wanted.
        fait: the fact searched.
        annee: income year.
        solutions: intervals of the fact, lowest first.
        notes: what was set aside or found on the way, in sentences.
        hypotheses: what was assumed.
    """

    cible: str
    voulue: float
    fait: str
    annee: int
    solutions: tuple[Solution, ...]
    notes: tuple[str, ...]
    hypotheses: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        listes = {"hypotheses": [*self.notes, *self.hypotheses], "solutions": [asdict(s) for s in self.solutions]}
        rendu = {"question": "inverser", **asdict(self), **listes}
        del rendu["notes"]
        return rendu


def inverser(
    cible: str,
    voulue: float,
    situation: Situation | Mapping[str, Any] | str,
    *,
    sur: str,
    annee: int | None = None,
    nature: str = "definitives",
    extrapoler: bool = False,
) -> Inversion:
    """Find the yearly amount `sur` for which `cible` is worth `voulue`.

    Raises:
        NomInconnu: an unknown target or fact.
        SansSolution: no amount of the range gives it.
    """
    une_valeur(cible, faits=False)
    if sur not in (montants := _montants()):
        quoi = "ce fait ne peut être cherché" if sur in FAITS else "montant annuel inconnu"
        raise parmi(sur, montants, quoi)
    lue = charger(situation)
    if micro := ouvrir_micro(lue, annee=annee, nature=nature, extrapoler=extrapoler):
        return _du_micro(cible, voulue, micro, sur)
    dossier = ouvrir(lue, annee=annee, nature=nature, extrapoler=extrapoler)
    if dossier.inactivite:
        raise FaitsManquants(dossier.inactivite)
    calcul = _Calcul(dossier, total_de(dossier) if cible == TOTAL else cible, sur)
    calcul(BORNES[0])  # what is not covered or missing is said before searching
    solutions = chercher(calcul, voulue, minimum=BORNES[0], maximum=BORNES[1])
    notes, hypotheses = calcul.suppositions(solutions[0].de)
    return Inversion(cible, voulue, sur, dossier.annee, tuple(solutions), tuple(notes), tuple(hypotheses))


def _du_micro(cible: str, voulue: float, dossier: DossierMicro, sur: str) -> Inversion:
    """Find the turnover of a micro-entrepreneur that gives a value."""
    if sur != "chiffre_affaires":
        raise parmi(sur, ("chiffre_affaires",), "ce fait ne peut être cherché pour un micro-entrepreneur")

    def calcul(montant: float) -> float:
        evaluation = dossier.avec_chiffre_affaires(montant).evaluer((cible,))
        dossier.exiger(evaluation, cible)
        return float(evaluation[cible])

    solutions = chercher(calcul, voulue, minimum=BORNES[0], maximum=BORNES[1])
    notes = (*dossier.notes, "Le chiffre d'affaires cherché suit la répartition de celui qui est donné dans l'année.")
    return Inversion(cible, voulue, sur, dossier.annee, tuple(solutions), notes, ())


def _montants() -> list[str]:
    """Return the yearly amounts in euros that some rule reads."""
    lus = {argument for versions in loi().regles.values() for regle in versions for argument in regle.arguments}
    return [nom for nom, fait in FAITS.items() if fait.unite == "€/an" and nom in lus]


class _Calcul:
    """The target as a function of the fact."""

    def __init__(self, dossier: DossierAnnuel, cible: str, sur: str) -> None:
        self.dossier, self.cible = dossier, cible
        self.cle = (sur, 0, dossier.annee)
        retires = {(nom, 0, dossier.annee) for nom in REMPLACES.get(sur, ())}
        self.donnees = {cle: valeur for cle, valeur in dossier.donnees.items() if cle not in retires}
        self._valeurs: dict[float, float] = {}

    def __call__(self, montant: float) -> float:
        if montant not in self._valeurs:
            dossier = self._dossier(montant)
            evaluation = dossier.evaluer((self.cible,))
            dossier.exiger(evaluation, self.cible)
            self._valeurs[montant] = float(evaluation[self.cible])
        return self._valeurs[montant]

    def suppositions(self, montant: float) -> tuple[list[str], list[str]]:
        """Return what is noted and what is assumed when the fact is worth `montant`."""
        dossier = self._dossier(montant)
        evaluation = dossier.evaluer((self.cible, *NOMS_DES_AXES))
        supposes = {f.nom: f for f in evaluation.supposes.values()}
        if len(dossier.activites) > 1:
            dossier.notes.append(f"Plusieurs activités : {self.cle[0]} varie dans activites[{dossier.activites[0]}].")
        notes = [*self.dossier.notes, *dossier.notes, *remarques(dossier, evaluation)]
        return notes, [*map(ecrire_suppose, supposes.values())]

    def _dossier(self, montant: float) -> DossierAnnuel:
        dossier = replace(self.dossier, donnees={**self.donnees, self.cle: montant}, notes=[], lus=set())
        completer_revenu(dossier)
        return dossier
