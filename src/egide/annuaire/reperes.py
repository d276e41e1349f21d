"""Sections of the liberal professions, contacts, calendar, overseas, activities of the one-stop shop."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from egide.annuaire.communes import Commune
from egide.annuaire.departements import Departement
from egide.annuaire.lecture import Marque, couvre, jour, lire
from egide.annuaire.noms import normaliser, proches, vouliez_vous_dire
from egide.annuaire.organismes import departement_de
from egide.moteur.erreurs import ErreurEgide


@dataclass(frozen=True, slots=True)
class Section:
    """An old-age section of the liberal professions, the CNBF or the CNAVPL.

    Attributes:
        date_contact: when the address and the number were read.
        marque_contact: what they rest on; `marque` is for the section itself.
    """

    code: str
    nom: str
    professions: str
    vigueur: str
    site: str
    adresse: str
    telephone: str
    date_contact: str
    marque_contact: Marque
    source_contact: str
    marque: Marque
    source: str


@dataclass(frozen=True, slots=True)
class Contact:
    """A number or a site.

    Attributes:
        genres: kinds of bodies that it reaches.
        du, au: days between which it is known to answer; `du` is often the day of the source.
    """

    numero: str
    genres: tuple[str, ...]
    organisme: str
    sujet: str
    du: date | None
    au: date | None
    public: str
    note: str
    marque: Marque
    source: str


@dataclass(frozen=True, slots=True)
class Transition:
    """A date on which who answers, or what is due, changed."""

    date: date
    evenement: str
    public: str
    texte: str
    marque: Marque
    source: str


@dataclass(frozen=True, slots=True)
class OutreMer:
    """Who answers for a subject in a territory overseas; `organisme` is "" where that is not established."""

    departements: tuple[str, ...]
    du: date | None
    au: date | None
    sujet: str
    organisme: str
    marque: Marque
    source: str


@dataclass(frozen=True, slots=True)
class ActiviteGuichet:
    """An activity of the list of the one-stop shop.

    Attributes:
        affiliation: "ACOSS", "MSA", "ENIM" or "" where the list says nothing.
        caisse: special pension fund, "" for most.
        benefice: "BIC", "BNC" or "BA".
    """

    code: str
    libelle: str
    codes_ape: tuple[str, ...]
    nature: str
    qualification_artisanale: bool
    affiliation: str
    caisse: str
    benefice: str
    artiste_auteur_possible: bool
    marque: Marque
    source: str


class RepereInconnu(ErreurEgide, LookupError):
    """A code, a kind or a number that the directory does not hold."""

    def __init__(self, quoi: str, texte: str, connus: Mapping[str, str]) -> None:
        self.texte = texte
        self.proches = tuple(connus[n] for n in proches(normaliser(texte), connus))
        super().__init__(f"{quoi} : « {texte} »{vouliez_vous_dire(self.proches)}")


@cache
def sections() -> Mapping[str, Section]:
    """Return every section by code, and the CNBF and the CNAVPL."""
    marques = ("marque", "marque_contact")
    lues = ({c: Marque(v) if c in marques else v for c, v in r.items()} for r in lire("sections"))
    return {s.code: s for s in (Section(**r) for r in lues)}  # type: ignore[arg-type]


def section(code: str) -> Section:
    """Return a section by its code, or raise RepereInconnu with the nearest."""
    try:
        return sections()[code.strip().upper()]
    except KeyError:
        raise RepereInconnu("section inconnue", code, {normaliser(c): c for c in sections()}) from None


@cache
def contacts() -> tuple[Contact, ...]:
    """Return every number and site."""
    return tuple(
        Contact(
            numero=r["numero"],
            genres=tuple(r["genres"].split()),
            organisme=r["organisme"],
            sujet=r["sujet"],
            du=jour(r["du"]),
            au=jour(r["au"]),
            public=r["public"],
            note=r["note"],
            marque=Marque(r["marque"]),
            source=r["source"],
        )
        for r in lire("contacts")
    )


def contact(texte: str, le: date | None = None) -> tuple[Contact, ...]:
    """Return the contacts of a kind of body ("cpam") or of a number or site ("3646"), on a day if one is given.

    None on that day is an empty answer; a text that is neither a kind nor a number raises RepereInconnu.
    """
    cherche = "".join(texte.split()).lower()
    trouves = [c for c in contacts() if cherche in c.genres or cherche == "".join(c.numero.split()).lower()]
    if not trouves:
        connus = [*(c.numero for c in contacts()), *sorted({g for c in contacts() for g in c.genres})]
        raise RepereInconnu("contact inconnu", texte, {normaliser(c): c for c in connus})
    return tuple(c for c in trouves if le is None or couvre(c.du, c.au, le))


@cache
def transitions() -> tuple[Transition, ...]:
    """Return the calendar, in the order of the dates."""
    lues = (
        Transition(
            date=date.fromisoformat(r["date"]),
            evenement=r["evenement"],
            public=r["public"],
            texte=r["texte"],
            marque=Marque(r["marque"]),
            source=r["source"],
        )
        for r in lire("transitions")
    )
    return tuple(sorted(lues, key=lambda t: t.date))


def outre_mer(lieu: Commune | Departement | str, le: date | None = None) -> tuple[OutreMer, ...]:
    """Return who answers, subject by subject, in a territory overseas; nothing in metropolitan France."""
    code = departement_de(lieu).code
    lues = (
        OutreMer(
            departements=tuple(r["departements"].split()),
            du=jour(r["du"]),
            au=jour(r["au"]),
            sujet=r["sujet"],
            organisme=r["organisme"],
            marque=Marque(r["marque"]),
            source=r["source"],
        )
        for r in lire("outre_mer")
    )
    return tuple(o for o in lues if code in o.departements and (le is None or couvre(o.du, o.au, le)))


@cache
def activites_guichet() -> Mapping[str, ActiviteGuichet]:
    """Return the list of the one-stop shop, by code."""
    return {
        r["code"]: ActiviteGuichet(
            code=r["code"],
            libelle=r["libelle"],
            codes_ape=tuple(r["codes_ape"].split()),
            nature=r["nature"],
            qualification_artisanale=r["qualification"] == "1",
            affiliation=r["affiliation"],
            caisse=r["caisse"],
            benefice=r["benefice"],
            artiste_auteur_possible=r["artiste_auteur"] == "1",
            marque=Marque(r["marque"]),
            source=r["source"],
        )
        for r in lire("activites_guichet")
    }


def activite_guichet(code: str) -> ActiviteGuichet:
    """Return an activity by its code of eight characters, or raise RepereInconnu with the nearest."""
    try:
        return activites_guichet()[code.strip()]
    except KeyError:
        raise RepereInconnu("activité du guichet unique inconnue", code, {c: c for c in activites_guichet()}) from None
