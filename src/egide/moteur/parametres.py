"""Parameters: the figures of the law, each with its dates, its source and the day it was last checked.

They are written in YAML files, one a theme; `charger` reads them once into one compiled JSON file kept in the
cache of the user, and reads only that file as long as no YAML file has changed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from egide.moteur.cache import dossier_de_cache, ecrire, purger
from egide.moteur.citation import Citation, lire_citation
from egide.moteur.erreurs import HorsPlage, LoiInvalide, NomInconnu
from egide.moteur.mecanismes import Bareme
from egide.moteur.periode import JOUR_MAX, numero


@dataclass(frozen=True, eq=False)
class Valeur:
    """One dated value of a parameter; `brut` is the row of its file.

    Attributes:
        parametre: the parameter it is a value of.
        depuis, jusqu_au: first and last day it applies to.
        verifie_le: last day somebody checked that it still holds.
    """

    parametre: Parametre
    brut: Mapping[str, Any]
    depuis: date
    jusqu_au: date
    verifie_le: date

    @cached_property
    def flottant(self) -> Any:
        """The value as a float, a day number, or a `Bareme` of floats; None where it is not known."""
        return self._nombre(float)

    @cached_property
    def exact(self) -> Any:
        """The value as a `Fraction`, or a `Bareme` of them: exactly the decimal written in the file."""
        return self._nombre(Fraction)

    @property
    def dernier_jour(self) -> date:
        """Last day it applies to: its own end, or the day before the next value."""
        suivants = [v.depuis for v in self.parametre.valeurs if v.depuis > self.depuis]
        return min([self.jusqu_au, *(s - timedelta(days=1) for s in suivants[:1])])

    @property
    def simple(self) -> Any:
        """The value as JSON shows it: a number, an ISO date, the points of a scale, or None where it is not known."""
        if self.inconnue:
            return None
        if "bareme" in self.brut:
            return [{"seuil": float(p["seuil"]), "taux": float(p["taux"])} for p in self.brut["bareme"]]
        return self.brut["valeur"] if self.parametre.unite == "date" else float(self.brut["valeur"])

    @property
    def inconnue(self) -> str | None:
        """Why the figure is not known for these days, where it is not."""
        return self.brut.get("inconnue")

    def _nombre(self, type_: type[float] | type[Fraction]) -> Any:
        if self.inconnue:
            return None
        if "bareme" in self.brut:
            points = self.brut["bareme"]
            return Bareme(tuple(type_(p["seuil"]) for p in points), tuple(type_(p["taux"]) for p in points))
        if self.parametre.unite == "date":
            return type_(numero(date.fromisoformat(self.brut["valeur"])))
        return type_(self.brut["valeur"])

    @property
    def references(self) -> tuple[Citation, ...]:
        return tuple(lire_citation(r) for r in self.brut["references"])

    @property
    def source(self) -> str:
        return str(self.brut["source"])

    @property
    def note(self) -> str | None:
        return self.brut.get("note")

    @property
    def autre_valeur(self) -> float | None:
        """The value of the other reading, where it is uncertain and the other reading is a number."""
        return float(self.brut["autre_valeur"]) if "autre_valeur" in self.brut else None

    @property
    def a_confirmer(self) -> str | None:
        return self.brut.get("a_confirmer")


@dataclass(frozen=True, eq=False)
class Parametre:
    """A named figure of the law and its history.

    Attributes:
        nom: name under which rules ask for it.
        libelle: what it is, in French.
        unite: its unit; `seuils` is the unit of the thresholds of a scale.
        suit_la_periode: True for a figure of the period itself (a ceiling), whatever the text that is applied to it.
        fichier: file it is written in, relative to the parameters' folder.
    """

    nom: str
    libelle: str
    unite: str
    seuils: str | None
    suit_la_periode: bool
    fichier: str
    lignes: tuple[Mapping[str, Any], ...]

    @cached_property
    def valeurs(self) -> tuple[Valeur, ...]:
        return tuple(
            Valeur(
                self,
                ligne,
                date.fromisoformat(ligne["depuis"]),
                date.fromisoformat(ligne["jusqu_au"]) if ligne.get("jusqu_au") else JOUR_MAX,
                date.fromisoformat(ligne["verifie_le"]),
            )
            for ligne in self.lignes
        )

    def au(self, jour: date, *, extrapoler: bool = False) -> Valeur | None:
        """Return the value of a day, or None on a day after the parameter ended.

        Raises:
            HorsPlage: a day before the first value, or after the last day it was checked unless `extrapoler`.
        """
        suivantes = self.valeurs[1:]
        if jour < self.valeurs[0].depuis:
            raise HorsPlage(
                f"le paramètre « {self.nom} » n'a pas de valeur au {jour} : il est connu depuis le "
                f"{self.valeurs[0].depuis} (parametres/{self.fichier})."
            )
        rang = sum(v.depuis <= jour for v in suivantes)
        valeur = self.valeurs[rang]
        if jour > valeur.jusqu_au:
            return None
        if jour > valeur.verifie_le and rang == len(suivantes) and not extrapoler:
            raise HorsPlage(
                f"le paramètre « {self.nom} » n'est vérifié que du {self.valeurs[0].depuis} au {valeur.verifie_le} "
                f"(parametres/{self.fichier}) ; le {jour} est au-delà. Une extrapolation doit être demandée."
            )
        return valeur

    def est_extrapole(self, jour: date) -> bool:
        """Tell whether the value of a day is carried beyond the last day it was checked."""
        derniere = self.valeurs[-1]
        return derniere.depuis <= jour and derniere.verifie_le < jour <= derniere.jusqu_au


class Parametres(Mapping[str, Parametre]):
    """Every parameter by name; each is built when first asked for."""

    def __init__(self, bruts: Mapping[str, Mapping[str, Any]]) -> None:
        self._bruts = bruts
        self._faits: dict[str, Parametre] = {}

    def __getitem__(self, nom: str) -> Parametre:
        if nom not in self._faits:
            if nom not in self._bruts:
                raise NomInconnu(nom, self._bruts, quoi="paramètre")
            brut = self._bruts[nom]
            self._faits[nom] = Parametre(
                nom,
                brut["libelle"],
                brut["unite"],
                brut.get("seuils"),
                brut["suit_la_periode"],
                brut["fichier"],
                tuple(brut["valeurs"]),
            )
        return self._faits[nom]

    def __contains__(self, nom: object) -> bool:
        return nom in self._bruts

    def __iter__(self) -> Iterator[str]:
        return iter(self._bruts)

    def __len__(self) -> int:
        return len(self._bruts)


def charger(dossier: Path) -> Parametres:
    """Load every `*.yaml` under a folder.

    Raises:
        LoiInvalide: unknown keys, missing sources, gaps or overlaps between dates: every fault, one a line.
    """
    fichiers = sorted(dossier.rglob("*.yaml"))
    if not fichiers:
        raise LoiInvalide([f"aucun fichier de paramètres (*.yaml) sous {dossier}."])
    lecteur = Path(__file__).with_name("fichiers.py")  # the form of the rows is its own
    etat = [(str(f), s.st_mtime_ns, s.st_size) for f in (*fichiers, lecteur) for s in [f.stat()]]
    empreinte = sha256(repr(etat).encode()).hexdigest()[:24]
    compile_ = dossier_de_cache() / f"parametres-{empreinte}.json"
    try:
        return Parametres(json.loads(compile_.read_bytes()))
    except (OSError, ValueError):
        # Reading YAML and checking it takes a hundred times longer than reading what was checked.
        from egide.moteur.fichiers import lire_dossier

        bruts = lire_dossier(dossier, fichiers)
        ecrire(compile_, json.dumps(bruts, ensure_ascii=False).encode())
        purger(compile_.parent, "parametres-*.json", garder=8)
        return Parametres(bruts)
