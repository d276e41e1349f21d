"""From a raw document to a Situation, or to all of its faults at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from egide.annuaire.noms import proches, vouliez_vous_dire
from egide.situation.base import Modele
from egide.situation.coherence import incoherences
from egide.situation.fautes import Faute, SituationInvalide, refus
from egide.situation.lieux import situer
from egide.situation.modele import Situation

PROFONDEUR_MAXIMALE = 20
PASSES_MAXIMALES = 5

_ATTENDUS = {
    "model_type": "un ensemble de clés (« cle: valeur »)",
    "dict_type": "un ensemble de clés (« cle: valeur »)",
    "tuple_type": "une liste (chaque élément introduit par « - »)",
    "invalid_key": "une clé en toutes lettres",
}


def valider(document: Mapping[Any, Any], *, aujourd_hui: date | None = None) -> Situation:
    """Return the situation of a document, or raise SituationInvalide with every fault.

    The faulty values are set aside and the rest is validated again, so that contradictions between sound
    values are told together with the faults of form.
    """
    brut = _copier(document)
    lieux, fautes = situer(brut)
    for _ in range(PASSES_MAXIMALES):
        try:
            situation = Situation.model_validate(brut)
        except ValidationError as erreur:
            details = erreur.errors(include_url=False)
            fautes += [_faute(detail, brut) for detail in details]
            for detail in reversed(details):  # from the end: taking an element out moves those that follow it
                _ecarter(brut, detail["loc"], garder_la_place=detail["type"] == "model_type")
        else:
            fautes += incoherences(situation, aujourd_hui or date.today())
            break
    if fautes:
        raise SituationInvalide(fautes)
    situation.retenir_les_lieux(lieux)
    return situation


def _copier(valeur: Any, profondeur: int = 0) -> Any:
    """Return plain dicts and lists of a document, which may be any mapping and may not be endless."""
    if profondeur > PROFONDEUR_MAXIMALE:
        raise SituationInvalide([refus("document", valeur, f"au plus {PROFONDEUR_MAXIMALE} niveaux imbriqués")])
    if isinstance(valeur, Mapping):
        return {cle: _copier(contenu, profondeur + 1) for cle, contenu in valeur.items()}
    if isinstance(valeur, list | tuple):
        return [_copier(contenu, profondeur + 1) for contenu in valeur]
    return valeur


# Faults


def _faute(detail: ErrorDetails, brut: Any) -> Faute:
    loc, nature, valeur = detail["loc"], detail["type"], detail["input"]
    champ = _chemin(loc, brut)
    if nature == "extra_forbidden":
        return Faute(champ, valeur, _champ_inconnu(loc))
    if nature == "egide":
        return refus(champ, valeur, detail["ctx"]["attendu"])
    return refus(champ, valeur, _ATTENDUS.get(nature, "une autre valeur"))


def _chemin(loc: tuple[int | str, ...], brut: Any) -> str:
    """Return the path of a value as people write it: activites[0].exercices.2026.chiffre_affaires."""
    texte, courant = "", brut
    for pas in _sans_marque(loc):
        texte += f"[{pas}]" if isinstance(courant, list) else f".{pas}"
        courant = _suivre(courant, pas)
    return re.sub(r"\s+", " ", texte.removeprefix("."))


def _sans_marque(loc: tuple[int | str, ...]) -> tuple[int | str, ...]:
    """Drop the mark that pydantic puts behind the path of a faulty key."""
    return loc[:-1] if loc and loc[-1] == "[key]" else loc


def _cle(table: Mapping[Any, Any], pas: int | str) -> Any:
    """Return the key of a mapping that a path names: pydantic writes out the keys that are not int or str."""
    return pas if pas in table else next((cle for cle in table if str(cle) == str(pas)), None)


def _suivre(courant: Any, pas: int | str) -> Any:
    if isinstance(courant, list):
        return courant[pas] if isinstance(pas, int) and pas < len(courant) else None
    return courant.get(_cle(courant, pas)) if isinstance(courant, dict) else None


def _ecarter(brut: Any, loc: tuple[int | str, ...], *, garder_la_place: bool) -> None:
    """Take a faulty value out of a document; what should have been a part is left there, empty."""
    *debut, dernier = _sans_marque(loc)
    courant = brut
    for pas in debut:
        courant = _suivre(courant, pas)
    if isinstance(courant, list):
        courant[int(dernier) : int(dernier) + 1] = [{}] if garder_la_place else []
    elif isinstance(courant, dict):
        courant.pop(_cle(courant, dernier), None)


# Unknown fields


def _champ_inconnu(loc: tuple[int | str, ...]) -> str:
    """Say that a key is unknown, and where or how it should be written."""
    cle = str(loc[-1])
    connus = tuple(_modele_a(loc[:-1]).model_fields)
    normal = re.sub(r"[\s-]+", "_", cle.strip().lower())
    suggestion = vouliez_vous_dire(proches(normal, connus, nombre=1))
    places = _places().get(normal, ())
    places = tuple(place for place in places if place.startswith(str(loc[0]))) or places
    if not suggestion and places:
        suggestion = f" ; « {normal} » se donne dans {' ou '.join(places[:2])}"
    return "champ inconnu" + (suggestion or f" ; champs acceptés : {', '.join(connus)}")


def _modele_a(loc: tuple[int | str, ...]) -> type[Modele]:
    """Return the model of the mapping at a path."""
    annotation: Any = Situation
    for pas in loc:
        if isinstance(annotation, type) and issubclass(annotation, Modele):
            annotation = _nu(annotation.model_fields[str(pas)].annotation)
        else:
            annotation = _nu(_element(annotation))
    modele: type[Modele] = annotation
    return modele


def _nu(annotation: Any) -> Any:
    """Return an annotation without its metadata and without None."""
    while True:
        if get_origin(annotation) is Annotated:
            annotation = get_args(annotation)[0]
        elif get_origin(annotation) in (Union, UnionType) and type(None) in get_args(annotation):
            annotation = next(a for a in get_args(annotation) if a is not type(None))
        else:
            return annotation


def _element(annotation: Any) -> Any:
    """Return what a list or a mapping holds."""
    arguments = get_args(annotation)
    return arguments[1] if get_origin(annotation) is dict else arguments[0]


@cache
def _places() -> dict[str, tuple[str, ...]]:
    """Return where each field is given, shortest path first."""
    places: dict[str, tuple[str, ...]] = {}
    for modele, chemin in _modeles(Situation, ""):
        for nom in modele.model_fields:
            places[nom] = (*places.get(nom, ()), chemin or "la racine du document")
    return {nom: tuple(sorted(chemins, key=len)) for nom, chemins in places.items()}


def _modeles(modele: type[Modele], chemin: str) -> Iterator[tuple[type[Modele], str]]:
    yield modele, chemin
    for nom, champ in modele.model_fields.items():
        sous_chemin = f"{chemin}.{nom}".removeprefix(".")
        annotation = _nu(champ.annotation)
        if get_origin(annotation) in (dict, tuple):
            sous_chemin += ".<année>" if get_origin(annotation) is dict else "[…]"
            annotation = _nu(_element(annotation))
        if isinstance(annotation, type) and issubclass(annotation, Modele):
            yield from _modeles(annotation, sous_chemin)
