"""A legal figure, its history, its source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from egide.moteur.ecriture import ecrire
from egide.moteur.parametres import Parametre, Valeur
from egide.moteur.periode import JOUR_MAX
from egide.services.loi import loi
from egide.services.noms import un_chiffre


@dataclass(frozen=True, slots=True)
class HistoireParametre:
    """A parameter and the values asked for (all of them, or the one of a day)."""

    parametre: Parametre
    valeurs: tuple[Valeur, ...]

    def to_dict(self) -> dict[str, Any]:
        p = self.parametre
        return {
            "nom": p.nom,
            "libelle": p.libelle,
            "unite": p.unite,
            **({"seuils": p.seuils} if p.seuils else {}),
            "fichier": f"parametres/{p.fichier}",
            "valeurs": [
                {
                    "depuis": v.depuis.isoformat(),
                    "jusqu_au": None if (fin := v.dernier_jour) == JOUR_MAX else fin.isoformat(),
                    "valeur": v.simple,
                    "references": [c.texte for c in v.references],
                    "source": v.source,
                    "note": v.note,
                    "a_confirmer": v.a_confirmer,
                    "verifie_le": v.verifie_le.isoformat(),
                }
                for v in self.valeurs
            ],
        }


def parametres(nom: str | None = None, *, au: date | None = None, extrapoler: bool = False) -> list[HistoireParametre]:
    """Return one parameter, or all of them, with their history or their value on a day.

    Raises:
        NomInconnu: no parameter of that name.
        HorsPlage: the parameter asked for by name is not known on that day.
    """
    tous = loi().parametres
    if nom is not None:
        un_chiffre(nom)
        parametre = tous[nom]
        valeur = parametre.au(au, extrapoler=extrapoler) if au else None
        return [HistoireParametre(parametre, ((valeur,) if valeur else ()) if au else parametre.valeurs)]
    histoires = [HistoireParametre(p, _du_jour(p, au) if au else p.valeurs) for p in tous.values()]
    return [h for h in histoires if h.valeurs]


def _du_jour(parametre: Parametre, jour: date) -> tuple[Valeur, ...]:
    return tuple(v for v in parametre.valeurs if v.depuis <= jour <= v.jusqu_au)[-1:]


def ecrire_valeur(valeur: Valeur) -> str:
    """Write a value as it is shown: with its unit, a scale as its points."""
    p = valeur.parametre
    if "bareme" in valeur.brut:
        points = zip(valeur.flottant.seuils, valeur.flottant.taux, strict=True)
        return " ; ".join(f"{ecrire(s)} {p.seuils or ''} → {ecrire(t, p.unite)}" for s, t in points)
    return ecrire(valeur.flottant, p.unite)
