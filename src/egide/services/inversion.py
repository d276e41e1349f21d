"""Which fact gives a wanted value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from egide.moteur.erreurs import FaitsManquants, NomInconnu
from egide.moteur.inversion import Solution
from egide.moteur.inversion import inverser as chercher
from egide.services.cotisations import ouvrir
from egide.services.dossier_annuel import DossierAnnuel
from egide.services.loi import loi
from egide.services.reponse import ecrire_suppose
from egide.services.revenu import completer_revenu
from egide.situation import Situation

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
        hypotheses: what was assumed on the way, in sentences.
    """

    cible: str
    voulue: float
    fait: str
    annee: int
    solutions: tuple[Solution, ...]
    hypotheses: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        return {"question": "inverser", **asdict(self), "solutions": [asdict(s) for s in self.solutions]}


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
    legislation = loi()
    if cible not in legislation.regles:
        raise NomInconnu(cible, legislation.regles)
    montants = [nom for nom, fait in legislation.faits.items() if fait.par_annee]
    if sur not in montants:
        raise NomInconnu(sur, montants, quoi="montant annuel")
    dossier = ouvrir(situation, annee=annee, nature=nature, extrapoler=extrapoler)
    if dossier.inactivite:
        raise FaitsManquants(dossier.inactivite)
    calcul = _Calcul(dossier, cible, sur)
    calcul(BORNES[0])  # what is not covered or missing is said before searching
    solutions = chercher(calcul, voulue, minimum=BORNES[0], maximum=BORNES[1])
    return Inversion(cible, voulue, sur, dossier.annee, tuple(solutions), tuple(calcul.hypotheses(solutions[0].de)))


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
            if self.cible not in evaluation:
                raise FaitsManquants(f"« {self.cible} » ne s'applique pas à cette personne en {dossier.annee}.")
            if evaluation.valeurs[evaluation.plan.cibles[self.cible]] is None:
                raise dossier.manque(evaluation.causes(self.cible))
            self._valeurs[montant] = float(evaluation[self.cible])
        return self._valeurs[montant]

    def hypotheses(self, montant: float) -> list[str]:
        """Return what is assumed when the fact is worth `montant`."""
        dossier = self._dossier(montant)
        supposes = {f.nom: f for f in dossier.evaluer((self.cible,)).supposes.values()}
        return [*dossier.notes, *map(ecrire_suppose, supposes.values())]

    def _dossier(self, montant: float) -> DossierAnnuel:
        dossier = replace(self.dossier, donnees={**self.donnees, self.cle: montant}, notes=[])
        completer_revenu(dossier)
        return dossier
