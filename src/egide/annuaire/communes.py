"""The communes of France: current ones, municipal arrondissements, and what the former ones became."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import NamedTuple

from egide.annuaire.departements import departement
from egide.annuaire.lecture import DONNEES, LUE, Marque
from egide.annuaire.territoires import LONGUEUR_CODE, departement_de_commune


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune that exists today, or an arrondissement of Paris, Lyon or Marseille.

    Attributes:
        code: INSEE code.
        codes_postaux: none for the uninhabited districts of the southern territories.
        commune_entiere: for a municipal arrondissement, the code of its city.
        anciens_codes: codes of the communes merged into it.
        source: where it was read, with its date.
    """

    code: str
    nom: str
    codes_postaux: tuple[str, ...]
    departement: str
    region: str
    commune_entiere: str | None
    anciens_codes: tuple[str, ...]
    source: str
    marque: Marque = LUE

    def __str__(self) -> str:
        return f"{self.nom} ({self.code}, {departement(self.departement).nom})"


class Actuelle(NamedTuple):
    """A current commune or a municipal arrondissement, as the file has it; `ville` is the city of the latter."""

    nom: str
    codes_postaux: str
    ville: str


class Rattachee(NamedTuple):
    """A former commune that kept a name in the one that it is a part of; most share no code with it."""

    nom: str
    nature: str
    commune: str


class Registre(NamedTuple):
    """The file.

    Attributes:
        actuelles: number of current communes, first in `par_code`; the rest are municipal arrondissements.
        noms: all the names of `par_code`, between tabs.
        noms_rattachees: all the names of `rattachees`, between tabs.
        devenues: code that no longer is a commune's -> code of the commune that it is a part of.
    """

    source: str
    actuelles: int
    par_code: Mapping[str, Actuelle]
    noms: str
    rattachees: tuple[Rattachee, ...]
    noms_rattachees: str
    devenues: Mapping[str, str]


@cache
def _colonnes() -> list[str]:
    """Return the source, then the columns, as tools/annuaire.py writes them: a fifth of the time of lines."""
    import gzip

    return gzip.decompress((DONNEES / "communes.gz").read_bytes()).decode().splitlines()


def sans_equivoque(texte: str) -> bool:
    """Tell whether a text is a current INSEE code and can be nothing else, without reading the whole file.

    A code of five figures may also be a postal code, or the "cedex" code of a city.
    """
    _, codes, _, postaux, _, codes_m, *_ = _colonnes()
    if len(texte) != LONGUEUR_CODE or not any(f"\t{texte}\t" in f"\t{connus}\t" for connus in (codes, codes_m)):
        return False
    return texte not in postaux and code_de_la_ville(texte) not in postaux


def code_de_la_ville(code: str) -> str:
    """Return the postal code of the city whose "cedex" codes look like a code: 35000 for 35042; "-" for another one."""
    return f"{code[:2]}000" if code[2] == "0" else "-"


@cache
def registre() -> Registre:
    """Return the file of the communes (read once, when first asked for)."""
    source, *textes = _colonnes()
    codes, noms, postaux, anciens, codes_m, noms_m, postaux_m, villes, codes_r, noms_r, natures, parents = (
        texte.split("\t") for texte in textes
    )
    par_code = dict(zip(codes, map(Actuelle, noms, postaux, [""] * len(codes)), strict=True))
    par_code.update(zip(codes_m, map(Actuelle, noms_m, postaux_m, villes), strict=True))
    devenues = {ancien: code for code, liste in zip(codes, anciens, strict=True) for ancien in liste.split()}
    devenues.update((ancien, parent) for ancien, parent in zip(codes_r, parents, strict=True) if ancien not in par_code)
    rattachees = tuple(map(Rattachee, noms_r, natures, parents))
    return Registre(source, len(codes), par_code, f"{textes[1]}\t{textes[5]}", rattachees, textes[9], devenues)


@cache
def _anciens_codes() -> Mapping[str, tuple[str, ...]]:
    par_commune: dict[str, list[str]] = {}
    for ancien, code in sorted(registre().devenues.items()):
        par_commune.setdefault(code, []).append(ancien)
    return {code: tuple(anciens) for code, anciens in par_commune.items()}


def commune_du_code(code: str) -> Commune:
    """Return the commune or municipal arrondissement of a current INSEE code (KeyError for another text)."""
    ligne = registre().par_code[code]
    numero = departement_de_commune(code)
    return Commune(
        code=code,
        nom=ligne.nom,
        codes_postaux=tuple(ligne.codes_postaux.split()),
        departement=numero,
        region=departement(numero).region,
        commune_entiere=ligne.ville or None,
        anciens_codes=_anciens_codes().get(code, ()),
        source=registre().source,
    )


def communes() -> Iterator[Commune]:
    """Yield every current commune, in the order of the codes, without the municipal arrondissements."""
    yield from map(commune_du_code, islice(registre().par_code, registre().actuelles))


@cache
def codes_par_code_postal() -> Mapping[str, tuple[str, ...]]:
    """Return, by postal code, the codes of the current communes; arrondissements are a part of theirs."""
    par_code: dict[str, list[str]] = {}
    for code, ligne in islice(registre().par_code.items(), registre().actuelles):
        for postal in ligne.codes_postaux.split():
            par_code.setdefault(postal, []).append(code)
    return {postal: tuple(codes) for postal, codes in par_code.items()}


def communes_du_code_postal(code: str) -> tuple[Commune, ...]:
    """Return the current communes that a postal code serves, none for an unknown one (as a "cedex" one)."""
    return tuple(commune_du_code(c) for c in codes_par_code_postal().get(code.replace(" ", ""), ()))
