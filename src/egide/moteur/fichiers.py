"""Reading the parameter files: their form (also a JSON Schema), and the gaps and overlaps between their dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from egide.moteur.citation import lire_citation
from egide.moteur.erreurs import LoiInvalide, suggestion


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Point(_Strict):
    """A point of a scale."""

    seuil: Decimal
    taux: Decimal


class Ligne(_Strict):
    """One dated value: `valeur`, `bareme`, or why it is not known (`inconnue`); and where it was read."""

    depuis: date
    jusqu_au: date | None = None
    valeur: Annotated[Decimal, Field(allow_inf_nan=False)] | date | None = None
    bareme: Annotated[list[Point], Field(min_length=2)] | None = None
    inconnue: Annotated[str, Field(min_length=3)] | None = None
    references: Annotated[list[str], Field(min_length=1)]
    source: Annotated[str, Field(min_length=3)]
    note: str | None = None
    a_confirmer: str | None = None
    autre_valeur: Annotated[Decimal, Field(allow_inf_nan=False)] | None = None
    verifie_le: date | None = None

    @model_validator(mode="after")
    def _coherente(self) -> Self:
        if [self.valeur, self.bareme, self.inconnue].count(None) != 2:  # noqa: PLR2004
            raise ValueError("il faut soit `valeur`, soit `bareme`, soit `inconnue`")
        if self.bareme and [p.seuil for p in self.bareme] != sorted({p.seuil for p in self.bareme}):
            raise ValueError("les seuils du barème doivent croître")
        for reference in self.references:
            lire_citation(reference)
        return self


class Entree(_Strict):
    """One parameter."""

    libelle: Annotated[str, Field(min_length=3)]
    unite: Annotated[str, Field(min_length=1)]
    seuils: str | None = None
    suit_la_periode: bool = False
    valeurs: Annotated[list[Ligne], Field(min_length=1)]

    @model_validator(mode="after")
    def _de_son_unite(self) -> Self:
        attendue = (date, "une date") if self.unite == "date" else (Decimal, "un nombre")
        for ligne in self.valeurs:
            if ligne.valeur is not None and not isinstance(ligne.valeur, attendue[0]):
                raise ValueError(f"la valeur depuis le {ligne.depuis} devrait être {attendue[1]} ({self.unite})")
        return self


class Fichier(_Strict):
    """A parameter file: one theme."""

    titre: str
    verifie_le: date
    parametres: dict[str, Entree]


def lire_dossier(dossier: Path, fichiers: Sequence[Path]) -> dict[str, dict[str, Any]]:
    """Read the files of a folder; return name → plain row, ready for JSON.

    Raises:
        LoiInvalide: every fault of every file, one a line.
    """
    bruts: dict[str, dict[str, Any]] = {}
    fautes: list[str] = []
    for chemin in fichiers:
        relatif = chemin.relative_to(dossier).as_posix()
        try:
            contenu = Fichier.model_validate(YAML(typ="safe", pure=True).load(chemin))
        except ValidationError as erreur:
            fautes.extend(
                dict.fromkeys(f"parametres/{relatif} : {_lieu(e['loc'])} : {_faute(e)}" for e in erreur.errors())
            )
            continue
        except (YAMLError, ValueError) as erreur:  # a day that does not exist is a ValueError
            fautes.append(f"parametres/{relatif} : YAML illisible : {' '.join(str(erreur).split())}")
            continue
        for nom, entree in contenu.parametres.items():
            if nom in bruts:
                fautes.append(f"parametres/{relatif} : « {nom} » est déjà dans parametres/{bruts[nom]['fichier']}.")
            fautes.extend(f"parametres/{relatif} : {nom} : {f}" for f in _fautes_de_dates(entree.valeurs))
            bruts[nom] = {"fichier": relatif, **_brut(entree, contenu.verifie_le)}
    if fautes:
        raise LoiInvalide(fautes)
    return bruts


def _brut(entree: Entree, verifie_le: date) -> dict[str, Any]:
    brut = entree.model_dump(mode="json", exclude_none=True)
    for ligne in brut["valeurs"]:
        ligne.setdefault("verifie_le", verifie_le.isoformat())
    return brut


def _fautes_de_dates(lignes: Sequence[Ligne]) -> Iterator[str]:
    for ligne in lignes:
        if ligne.jusqu_au and ligne.jusqu_au < ligne.depuis:
            yield f"la valeur depuis le {ligne.depuis} finit avant ({ligne.jusqu_au})."
    for avant, apres in pairwise(lignes):
        if apres.depuis <= avant.depuis or (avant.jusqu_au and apres.depuis <= avant.jusqu_au):
            yield f"un chevauchement entre la valeur depuis le {avant.depuis} et celle depuis le {apres.depuis}."
        elif avant.jusqu_au and apres.depuis > avant.jusqu_au + timedelta(days=1):
            yield f"un trou entre le {avant.jusqu_au} et le {apres.depuis}."


_ATTENDUS = {
    "missing": "ce champ manque",
    "string_type": "attendu : un texte",
    "string_too_short": "ce texte est trop court",
    "list_type": "attendu : une liste",
    "too_short": "il en faut davantage",
    "bool_type": "attendu : true ou false",
    "dict_type": "attendu : un ensemble de clés",
    "model_type": "attendu : un ensemble de clés",
    "finite_number": "attendu : un nombre fini",
}
_FORMES = {"valeur": "un nombre ou une date AAAA-MM-JJ", "seuil": "un nombre", "taux": "un nombre"}


def _faute(erreur: Any) -> str:
    """Return what is wrong, in French, with the nearest known key for an unknown one."""
    nature = str(erreur["type"])
    if nature == "extra_forbidden":
        *lieu, cle = erreur["loc"]
        return f"clé inconnue.{suggestion(str(cle), _modele_a(lieu).model_fields)}"
    if nature == "value_error":
        return str(erreur["ctx"]["error"])
    if nature.startswith(("decimal", "date")):
        champ = erreur["loc"][-2 if erreur["loc"][-1] in ("decimal", "date") else -1]
        return f"{erreur['input']!r} n'est pas accepté ; attendu : {_FORMES.get(champ, 'une date AAAA-MM-JJ')}"
    return _ATTENDUS.get(nature, str(erreur["msg"]))


def _lieu(chemin: tuple[int | str, ...]) -> str:
    """Return the place of a fault: a rank in a list is said from 1, as lines are counted."""
    lieux = [f"ligne {c + 1}" if isinstance(c, int) else c for c in chemin if c not in ("decimal", "date")]
    return ", ".join(lieux) or "fichier"


def _modele_a(lieu: Sequence[int | str]) -> type[BaseModel]:
    """Return the model of the part of a file at a place: its keys are the ones to suggest."""
    if "bareme" in lieu:
        return Point
    if "valeurs" in lieu:
        return Ligne
    return Entree if "parametres" in lieu else Fichier
