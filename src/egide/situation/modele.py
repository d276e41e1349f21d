"""The whole document: one situation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import ConfigDict, PrivateAttr

from egide.moteur.faits import Cle, Nombre
from egide.situation import valeurs as v
from egide.situation.base import Modele, champ, vide
from egide.situation.donnees import mettre_a_plat
from egide.situation.modele_activite import Activite
from egide.situation.modele_evenements import Acte, Compte, Defunt, Evenement, LigneCarriere, Releve, Societe
from egide.situation.modele_personne import Personne


class Situation(Modele):
    """La situation d'une personne : seul est exigé ce dont la question posée a besoin."""

    model_config = ConfigDict(title="Situation")

    personne: Annotated[Personne, v.TableVide, v.VideAccepte] = vide("La personne", Personne)
    activites: Annotated[tuple[Activite, ...], v.ListeVide, v.VideAccepte] = vide(
        "Les activités de la personne, la principale en premier", tuple
    )
    carriere: Annotated[tuple[LigneCarriere, ...], v.ListeVide, v.VideAccepte] = vide("Le relevé de carrière", tuple)
    releve: Annotated[Releve, v.TableVide, v.VideAccepte] = vide("Les points déjà acquis", Releve)
    evenement: Evenement | None = champ("L'événement dont on demande les droits")
    acte: Acte | None = champ("L'acte de soins dont on demande le remboursement")
    compte: Compte | None = champ("Le compte cotisant")
    societe: Societe | None = champ("La société redevable de la C3S")
    defunt: Defunt | None = champ("Le conjoint décédé")

    _lieux: tuple[str, ...] = PrivateAttr(default=())

    @property
    def lieux(self) -> tuple[str, ...]:
        """What was chosen for the communes not given by an INSEE code, in sentences that every answer repeats."""
        return self._lieux

    def retenir_les_lieux(self, choix: Iterable[str]) -> None:
        """Keep what was chosen for the communes."""
        self._lieux = tuple(choix)

    def donnees(self) -> dict[Cle, Nombre]:
        """Return the facts given, as numbers of the engine; what is absent is assumed or missing."""
        return mettre_a_plat(self)

    def document(self) -> dict[str, Any]:
        """Return the situation as its JSON document: what was given, and nothing else."""
        return self.model_dump(mode="json", exclude_unset=True)
