"""The kinds of values of a situation, as types of its models."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import core_schema

from egide.droit.commun import enumerations as enums
from egide.droit.commun.enumerations import slug
from egide.droit.sante.enumerations import ExceptionCarence as ExceptionCarence_
from egide.droit.soins.enumerations import TypeActe as TypeActe_
from egide.situation import lecteurs as lire
from egide.situation.faits import MONTANTS_COVID

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

MONTANT_MAXIMAL = 1e10
MONTANT_MAXIMAL_SOCIETE = 1e12
"""A company liable to the C3S can sell for more than any person's accounts show."""


@dataclass(frozen=True, slots=True, eq=False)
class Lecteur:
    """How a value is read, described in the JSON Schema, and written back."""

    lire: Callable[[Any], object]
    schema: dict[str, object]
    ecrire: Callable[[Any], object] | None = None

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        ecrire = self.ecrire and core_schema.plain_serializer_function_ser_schema(self.ecrire)
        return core_schema.no_info_plain_validator_function(self.lire, serialization=ecrire)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return dict(self.schema)


@dataclass(frozen=True, slots=True)
class _VideAccepte:
    """A list or a mapping left empty in YAML is null: read as an empty one. ``cles``: pattern of the keys."""

    cles: str | None = None

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        contenu = handler(schema)
        if self.cles is not None:
            contenu["propertyNames"] = {"pattern": self.cles}
        return {"anyOf": [contenu, {"type": "null"}]}


def _nombre(minimum: float, maximum: float, attendu: str) -> Lecteur:
    lecteur = partial(lire.lire_nombre, minimum=minimum, maximum=maximum, attendu=attendu)
    return Lecteur(lecteur, {"type": "number", "minimum": minimum, "maximum": maximum})


def _entier(minimum: int, maximum: int, attendu: str | None = None) -> Lecteur:
    attendu = attendu or f"un nombre entier de {minimum} à {maximum}"
    lecteur = partial(lire.lire_entier, minimum=minimum, maximum=maximum, attendu=attendu)
    return Lecteur(lecteur, {"type": "integer", "minimum": minimum, "maximum": maximum})


def _texte(lecteur: Callable[[Any], object], motif: str) -> Lecteur:
    return Lecteur(lecteur, {"type": "string", "pattern": motif})


def _membre(cls: type[IntEnum]) -> Lecteur:
    slugs = [slug(membre) for membre in cls]
    return Lecteur(partial(lire.lire_membre, cls=cls), {"type": "string", "enum": slugs}, slug)


def _ou(lecteur: Callable[[Any], object], *schemas: dict[str, object]) -> Lecteur:
    return Lecteur(lecteur, {"anyOf": list(schemas)})


_JSON_DATE: dict[str, object] = {"type": "string", "format": "date"}
_JSON_OUI_NON: dict[str, object] = {"type": "boolean"}

Montant = Annotated[float, _nombre(0, MONTANT_MAXIMAL, "un montant en euros, de 0 à 10 milliards")]
MontantSigne = Annotated[
    float, _nombre(-MONTANT_MAXIMAL, MONTANT_MAXIMAL, "un montant en euros, de -10 à 10 milliards")
]
MontantSociete = Annotated[float, _nombre(0, MONTANT_MAXIMAL_SOCIETE, "un montant en euros, de 0 à 1000 milliards")]
MargeSociete = Annotated[
    float,
    _nombre(-MONTANT_MAXIMAL_SOCIETE, MONTANT_MAXIMAL_SOCIETE, "un montant en euros, de -1000 à 1000 milliards"),
]
Points = Annotated[float, _nombre(0, 1e7, "un nombre de points, positif ou nul")]
PartPourCent = Annotated[float, _nombre(0, 100, "un pourcentage, de 0 à 100")]
Fraction = Annotated[float, _nombre(0, 1, "une fraction, de 0 à 1 (la moitié : 0.5)")]
PartsFiscales = Annotated[float, _nombre(0.25, 50, "un nombre de parts, de 0.25 à 50")]
NombreAnnees = Annotated[float, _nombre(0, 100, "un nombre d'années, de 0 à 100")]

NombreEnfants = Annotated[int, _entier(0, 30)]
NombrePersonnes = Annotated[int, _entier(1, 30)]
Rang = Annotated[int, _entier(1, 30)]
Nombre = Annotated[int, _entier(1, 10_000)]
Salaries = Annotated[int, _entier(0, 10_000)]
MoisDeContrat = Annotated[int, _entier(1, 600, "un nombre entier de mois, de 1 à 600")]
HeuresMensuelles = Annotated[float, _nombre(0, 400, "un nombre d'heures par mois, de 0 à 400")]
Jours = Annotated[int, _entier(0, 366)]
JoursDArret = Annotated[int, _entier(0, 2000)]
MoisParAn = Annotated[int, _entier(0, 12, "un nombre entier de mois, de 0 à 12")]
TrimestresParAn = Annotated[int, _entier(0, 4)]
Trimestres = Annotated[int, _entier(0, 400)]
JourPrelevement = Annotated[
    int,
    Lecteur(lire.lire_jour_prelevement, {"type": "integer", "enum": [5, 20]}),
]
MontantCovid = Annotated[int, Lecteur(lire.lire_montant_covid, {"type": "integer", "enum": list(MONTANTS_COVID)})]
Annee = Annotated[int, Lecteur(lire.lire_annee, {"type": "integer", "minimum": 1950, "maximum": 2100})]

OuiNon = Annotated[bool, Lecteur(lire.lire_oui_non, _JSON_OUI_NON)]
Date = Annotated[date, Lecteur(lire.lire_date, _JSON_DATE, date.isoformat)]
DateOuNon = Annotated[
    date | bool,
    Lecteur(
        lire.lire_date_ou_non,
        {"anyOf": [_JSON_DATE, {"const": False}]},
        lambda v: v.isoformat() if isinstance(v, date) else v,
    ),
]
Multiple = Annotated[
    bool | int, _ou(lire.lire_multiple, _JSON_OUI_NON, {"type": "integer", "minimum": 2, "maximum": 8})
]
CategorieInvalidite = Annotated[
    int | str, _ou(lire.lire_categorie_invalidite, {"enum": [1, 2, 3, "partielle", "totale"]})
]
OuiNonOuTexte = Annotated[bool | str, _ou(lire.lire_oui_non_ou_texte, _JSON_OUI_NON, {"type": "string"})]

Texte = Annotated[str, _texte(lire.lire_texte, r"\S")]
Commune = Annotated[str, _texte(lire.lire_commune, r"\S")]  # names and postal codes are made INSEE codes before
Departement = Annotated[str, _texte(lire.lire_departement, r"^(\d{2,3}|2[AB])$")]
Periode = Annotated[str, _texte(lire.lire_periode, r"^\d{4}-(0[1-9]|1[0-2]|T[1-4])$")]
Profession = Annotated[str, _texte(lire.lire_profession, r"^[a-z0-9_]+$")]
Classe = Annotated[str, _ou(lire.lire_classe, {"type": "string", "pattern": "^[a-z0-9_]+$"}, {"type": "integer"})]

Nature = Annotated[enums.Nature, _membre(enums.Nature)]
Statut = Annotated[enums.Statut, _membre(enums.Statut)]
Forme = Annotated[enums.Forme, _membre(enums.Forme)]
Inscription = Annotated[enums.Inscription, _membre(enums.Inscription)]
Imposition = Annotated[enums.Imposition, _membre(enums.Imposition)]
Conventionnement = Annotated[enums.Conventionnement, _membre(enums.Conventionnement)]
SecteurCovid = Annotated[enums.SecteurCovid, _membre(enums.SecteurCovid)]
OptionConjoint = Annotated[enums.OptionConjoint, _membre(enums.OptionConjoint)]
Periodicite = Annotated[enums.Periodicite, _membre(enums.Periodicite)]
TypeActiviteMicro = Annotated[enums.TypeActiviteMicro, _membre(enums.TypeActiviteMicro)]
RegimeCarriere = Annotated[enums.RegimeCarriere, _membre(enums.RegimeCarriere)]
TypeEvenement = Annotated[enums.TypeEvenement, _membre(enums.TypeEvenement)]
MotifArret = Annotated[enums.MotifArret, _membre(enums.MotifArret)]
ExceptionCarence = Annotated[ExceptionCarence_, _membre(ExceptionCarence_)]
TypeActe = Annotated[TypeActe_, _membre(TypeActe_)]
SecteurSociete = Annotated[enums.SecteurSociete, _membre(enums.SecteurSociete)]
LienAvecLeChef = Annotated[enums.LienAvecLeChef, _membre(enums.LienAvecLeChef)]
LieuExercice = Annotated[enums.LieuExercice, _membre(enums.LieuExercice)]
Legislation = Annotated[enums.Legislation, _membre(enums.Legislation)]

ListeVide = BeforeValidator(lambda valeur: () if valeur is None else valeur)
TableVide = BeforeValidator(lambda valeur: {} if valeur is None else valeur)
AnneesUniques = BeforeValidator(partial(lire.lire_cles, quoi="chaque année"))
MontantsUniques = BeforeValidator(partial(lire.lire_cles, quoi="chaque montant"))
VideAccepte = _VideAccepte()
AnneesAcceptees = _VideAccepte(r"^(19[5-9]\d|20\d\d|2100)$")
MontantsAcceptes = _VideAccepte(rf"^({'|'.join(map(str, MONTANTS_COVID))})$")
