"""Health funds: one for a département, but in 59, 62, 64 and 76 where it takes the commune."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from egide.annuaire.communes import Commune
from egide.annuaire.departements import Departement
from egide.annuaire.lecture import Ligne, Marque, lire
from egide.annuaire.organismes import Genre, departement_de, sans_organisme


@dataclass(frozen=True, slots=True)
class Siege:
    """The seat of a fund, as it was between 2014 and 2016 (`mise_a_jour`)."""

    libelle: str
    commune: str
    adresse: str
    code_postal: str
    ville: str
    mise_a_jour: str
    marque: Marque
    source: str


@dataclass(frozen=True, slots=True)
class Cpam:
    """A CPAM, or the body that stands for one (CGSS, CCSS, CPS, CSSM).

    Attributes:
        code: three digits; two for one body in Lille-Douai (`site` tells them apart); "" where there is none.
        code_postal, ville: where health professionals send their papers, not always the seat.
    """

    code: str
    genre: Genre
    nom: str
    departement: str
    site: str
    code_postal: str
    ville: str
    telephone: str
    sieges: tuple[Siege, ...]
    note: str
    marque: Marque
    source: str


class Certitude(StrEnum):
    """How sure the answer is for the place asked."""

    UNIQUE = "unique"
    ETABLIE = "etabli"
    DEDUITE = "deduit"
    PROBABLE = "probable"
    AMBIGUE = "ambigu"


@dataclass(frozen=True, slots=True)
class ChoixCpam:
    """One fund or several, and why.

    Attributes:
        candidats: likeliest first; to be shown as a list when there are several.
        motif: the reason, in French.
    """

    candidats: tuple[Cpam, ...]
    certitude: Certitude
    motif: str
    marque: Marque
    source: str

    @property
    def unique(self) -> Cpam | None:
        """The fund if there is but one."""
        return self.candidats[0] if len(self.candidats) == 1 else None


def cpam(lieu: Commune | Departement | str) -> ChoixCpam:
    """Return the health fund, or the possible ones, of a commune or a département (object, code or name).

    Raises:
        SansOrganisme: the territory has none; the error says why.
        DepartementInconnu: the text is not a département.
    """
    ou = departement_de(lieu)
    caisses = _cpams().get(ou.code, ())
    if not caisses:
        raise sans_organisme("cpam", ou)
    if len(caisses) == 1:
        seule = caisses[0]
        return ChoixCpam(
            caisses, Certitude.UNIQUE, f"seule caisse du territoire ({ou.nom})", seule.marque, seule.source
        )
    ligne = _par_commune().get(lieu.code) if isinstance(lieu, Commune) else None
    if ligne is None:
        motif = f"{ou.nom} : la caisse dépend de la commune"
        return ChoixCpam(caisses, Certitude.AMBIGUE, motif, Marque("D"), lire("cpam_arrondissements")[0]["source"])
    return _choix(ligne, {c.code: c for c in caisses})


def _choix(ligne: Ligne, caisses: Mapping[str, Cpam]) -> ChoixCpam:
    certitude = Certitude(ligne["certitude"])
    regle = _arrondissements()[ligne["arrondissement"]]
    motif = {
        Certitude.ETABLIE: "un point d'accueil de cette caisse est dans la commune",
        Certitude.DEDUITE: f"caisse de l'arrondissement de {regle['nom']}",
        Certitude.PROBABLE: "limite entre caisses non établie : la première est la plus probable",
    }[certitude]
    codes = (ligne["caisse"], *ligne["autres"].split())
    # A deduction is worth no more than the rule of the arrondissement: that of Montreuil is partly from memory.
    marque = regle["marque"] if certitude is Certitude.DEDUITE and regle["marque"] != "D" else ligne["marque"]
    return ChoixCpam(tuple(caisses[c] for c in codes), certitude, motif, Marque(marque), ligne["source"])


@cache
def _cpams() -> Mapping[str, tuple[Cpam, ...]]:
    sieges: dict[str, list[Siege]] = {}
    for r in lire("cpam_sieges"):
        siege = Siege(
            libelle=r["libelle"],
            commune=r["commune"],
            adresse=r["adresse"],
            code_postal=r["code_postal"],
            ville=r["ville"],
            mise_a_jour=r["mise_a_jour"],
            marque=Marque(r["marque"]),
            source=r["source"],
        )
        sieges.setdefault(r["code_caisse"], []).append(siege)
    par_departement: dict[str, list[Cpam]] = {}
    for r in lire("cpam"):
        caisse = Cpam(
            code=r["code"],
            genre=Genre(r["genre"]),
            nom=r["nom"],
            departement=r["departement"],
            site=r["site"],
            code_postal=r["code_postal"],
            ville=r["ville"],
            telephone=r["telephone"],
            sieges=tuple(sieges.get(r["code"], ())),
            note=r["note"],
            marque=Marque(r["marque"]),
            source=r["source"],
        )
        par_departement.setdefault(caisse.departement, []).append(caisse)
    return {code: tuple(caisses) for code, caisses in par_departement.items()}


@cache
def _par_commune() -> Mapping[str, Ligne]:
    return {r["commune"]: r for r in lire("cpam_communes")}


@cache
def _arrondissements() -> Mapping[str, Ligne]:
    return {r["arrondissement"]: r for r in lire("cpam_arrondissements")}
