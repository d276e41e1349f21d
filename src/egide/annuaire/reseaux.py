"""Pension funds, collectors, and the bodies of the self-employed until 2019."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from egide.annuaire.communes import Commune
from egide.annuaire.departements import Departement
from egide.annuaire.lecture import Ligne, Marque, couvre, jour, lire
from egide.annuaire.noms import normaliser, proches, vouliez_vous_dire
from egide.annuaire.organismes import Genre, departement_de, hors_periode, sans_organisme
from egide.moteur.erreurs import ErreurEgide

Lieu = Commune | Departement | str


@dataclass(frozen=True, slots=True)
class Carsat:
    """A Carsat, or the body that stands for one (Cnav, CGSS, CPS, CSSM).

    Attributes:
        nom_annexe: its name in the annex that draws its territory, where the present one differs.
        du: first day on which it serves the self-employed.
    """

    genre: Genre
    nom: str
    nom_annexe: str
    departement: str
    telephone: str
    du: date | None
    note: str
    marque: Marque
    source: str


@dataclass(frozen=True, slots=True)
class Urssaf:
    """An Urssaf, or the body that collects in its place (CGSS, CCSS, CPS), under its name of a period."""

    genre: Genre
    nom: str
    departement: str
    ville: str
    du: date | None
    au: date | None
    note: str
    marque: Marque
    source: str


@dataclass(frozen=True, slots=True)
class CaisseIndependants:
    """A fund of the RSI (until 2017), then agency of the SSI (2018 and 2019).

    Attributes:
        code: of this directory, not official.
        marque_siege: what the city of the seat rests on, most often memory.
    """

    genre: Genre
    code: str
    nom: str
    departements: tuple[str, ...]
    ville_siege: str
    marque_siege: Marque
    source_siege: str
    du: date | None
    au: date | None
    marque: Marque
    source: str


@dataclass(frozen=True, slots=True)
class OrganismeConventionne:
    """A mutual or an insurer that paid health benefits of the self-employed until the transfer of 2020.

    Attributes:
        transferts: possible days of the transfer of its files to the CPAM; one alone = known.
    """

    nom: str
    autres_noms: tuple[str, ...]
    famille: str
    transferts: tuple[date, ...]
    note: str
    marque: Marque
    source: str


class OrganismeConventionneInconnu(ErreurEgide, LookupError):
    """A name that the directory does not hold, which does not mean that there was no such body."""

    def __init__(self, nom: str) -> None:
        self.nom = nom
        noms = {normaliser(n): n for o in organismes_conventionnes() for n in (o.nom, *o.autres_noms)}
        self.proches = tuple(noms[n] for n in proches(normaliser(nom), noms))
        super().__init__(
            f"organisme conventionné inconnu : « {nom} »{vouliez_vous_dire(self.proches)} "
            f"(l'annuaire en connaît {len(organismes_conventionnes())}, sur 19 environ en 2017)"
        )


def carsat(lieu: Lieu) -> Carsat:
    """Return the body that pays the pensions of the self-employed since 2020, or raise SansOrganisme."""
    ou = departement_de(lieu)
    for r in lire("carsat"):
        if r["departement"] == ou.code:
            return Carsat(
                genre=Genre(r["genre"]),
                nom=r["nom"],
                nom_annexe=r["nom_annexe"],
                departement=ou.code,
                telephone=r["telephone"],
                du=jour(r["du"]),
                note=r["note"],
                marque=Marque(r["marque"]),
                source=r["source"],
            )
    raise sans_organisme("carsat", ou)


def urssaf(lieu: Lieu, le: date) -> Urssaf:
    """Return the body that collects contributions, under its name of that day.

    Raises:
        SansOrganisme: none in the territory, or a day that the directory does not cover.
    """
    ou = departement_de(lieu)
    lignes = [r for r in lire("urssaf") if r["departement"] == ou.code]
    if not lignes:
        raise sans_organisme("urssaf", ou)
    for r in lignes:
        if couvre(jour(r["du"]), jour(r["au"]), le):
            return _urssaf(r)
    premier = min(d for r in lignes if (d := jour(r["du"])))
    raise hors_periode("urssaf", ou, le, f"avant le {premier:%d/%m/%Y}, premier jour que l'annuaire connaît")


def _urssaf(r: Ligne) -> Urssaf:
    return Urssaf(
        genre=Genre(r["genre"]),
        nom=r["nom"],
        departement=r["departement"],
        ville=r["ville"],
        du=jour(r["du"]),
        au=jour(r["au"]),
        note=r["note"],
        marque=Marque(r["marque"]),
        source=r["source"],
    )


def caisse_rsi(lieu: Lieu, *, liberale: bool = False) -> CaisseIndependants:
    """Return the fund of the RSI, until 2017; in metropolitan France the liberal professions had one of their own."""
    return _caisse(Genre.CAISSE_RSI, departement_de(lieu), liberale)


def agence_ssi(lieu: Lieu, *, liberale: bool = False) -> CaisseIndependants:
    """Return the agency of the SSI, in 2018 and 2019: the former fund of the RSI."""
    return _caisse(Genre.AGENCE_SSI, departement_de(lieu), liberale)


def _caisse(genre: Genre, ou: Departement, liberale: bool) -> CaisseIndependants:
    professionnelle = liberale and ou.type == "metropole"
    for r in lire("caisses_independants"):
        if r["code"] == "PL" if professionnelle else ou.code in r["departements"].split():
            return _en_caisse(genre, r)
    if ou.code == "978" and genre is Genre.AGENCE_SSI:
        return _de_saint_martin()
    raise sans_organisme(genre, ou)


def _en_caisse(genre: Genre, r: Ligne, marque: str = "", source: str = "") -> CaisseIndependants:
    debut, intitule = ("rsi", "Caisse RSI") if genre is Genre.CAISSE_RSI else ("agence", "Agence SSI")
    return CaisseIndependants(
        genre=genre,
        code=r["code"],
        nom=f"{intitule} {r['nom']}",
        departements=tuple(r["departements"].split()),
        ville_siege=r["ville_siege"],
        marque_siege=Marque(r["marque_siege"]),
        source_siege=r["source_siege"],
        du=jour(r[f"{debut}_du"]),
        au=jour(r[f"{debut}_au"]),
        marque=Marque(marque or r["marque"]),
        source=source or r["source"],
    )


def _de_saint_martin() -> CaisseIndependants:
    """Return the agency that the survey gives to Saint-Martin, which the annex does not name."""
    sujet = next(r for r in lire("outre_mer") if r["departements"] == "978" and "agence" in r["sujet"])
    antilles = next(r for r in lire("caisses_independants") if r["code"] == "AGU")
    return _en_caisse(Genre.AGENCE_SSI, antilles, sujet["marque"], sujet["source"])


@cache
def organismes_conventionnes() -> tuple[OrganismeConventionne, ...]:
    """Return the ones that are known: about half of them."""
    return tuple(
        OrganismeConventionne(
            nom=r["nom"],
            autres_noms=tuple(n.strip() for n in r["autres_noms"].split(";") if n),
            famille=r["famille"],
            transferts=tuple(date.fromisoformat(d) for d in r["transferts"].split()),
            note=r["note"],
            marque=Marque(r["marque"]),
            source=r["source"],
        )
        for r in lire("organismes_conventionnes")
    )


@cache
def _conventionnes_par_nom() -> Mapping[str, OrganismeConventionne]:
    return {normaliser(n): o for o in organismes_conventionnes() for n in (o.nom, *o.autres_noms)}


def organisme_conventionne(nom: str) -> OrganismeConventionne:
    """Return the body of one of its names, or raise OrganismeConventionneInconnu with the nearest."""
    try:
        return _conventionnes_par_nom()[normaliser(nom)]
    except KeyError:
        raise OrganismeConventionneInconnu(nom) from None


def est_la_ram(nom: str) -> bool:
    """Tell whether a name is one of the RAM's, the first whose files were transferred."""
    trouve = _conventionnes_par_nom().get(normaliser(nom))
    return trouve is not None and trouve.famille == "assureurs"


def urssaf_de_la_c3s(le: date) -> Urssaf:
    """Return the Urssaf that collects the C3S for the whole country since 2019: that of Marseille."""
    return urssaf("13", le)


def urssaf_des_artistes(le: date) -> Urssaf:
    """Return the Urssaf that collects for all artists and authors since 2019: that of Limoges."""
    return urssaf("87", le)
