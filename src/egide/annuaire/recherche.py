"""From what a person writes to one commune, saying what was chosen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from egide.annuaire.communes import (
    Commune,
    Rattachee,
    code_de_la_ville,
    codes_par_code_postal,
    commune_du_code,
    communes_du_code_postal,
    registre,
)
from egide.annuaire.departements import DepartementInconnu, departement
from egide.annuaire.noms import normaliser, sans_accents, vouliez_vous_dire
from egide.annuaire.territoires import LONGUEUR_CODE
from egide.moteur.erreurs import ErreurEgide

_PRECISE = re.compile(r"(.+?)\s*(?:\(([^()]+)\)|,\s*([^,]+))\s*")
_CEDEX = re.compile(r"(.*?)\s*\bcedex\b\s*\d*\s*", re.IGNORECASE)
_AVEC_UN_CODE = re.compile(r"(?:(?P<avant>\d{5})\s+(?P<nom>\D.*?)|(?P<nom_>.*?\D)\s+(?P<apres>\d{5}))")
_NI_CODE_NI_NOM = "n'est ni un code INSEE, ni un code postal, ni un nom"
_CODE_CEDEX = "est un code « cedex », qui ne désigne pas une commune : donnez son nom ou son code postal ordinaire"
_CODE_INCONNU = "n'est ni un code INSEE, ni un code postal (un code « cedex » n'en est pas un)"
_MONTREES = 12
"""Candidates named by a message; no name has more communes than that, a postal code may."""
_PROPOSEES = 3
"""Nearest communes named by a message."""


class Voie(StrEnum):
    """What the text was read as."""

    CODE_INSEE = "code_insee"
    ANCIEN_CODE_INSEE = "ancien_code_insee"
    CODE_POSTAL = "code_postal"
    NOM = "nom"
    ANCIEN_NOM = "ancien_nom"


@dataclass(frozen=True, slots=True)
class CommuneTrouvee:
    """A commune and how it was found.

    Attributes:
        explication: what was chosen, in French, for the person who wrote the text.
        autres: communes that the same text could have meant, set aside by a rule.
    """

    commune: Commune
    voie: Voie
    explication: str
    autres: tuple[Commune, ...] = ()


class CommuneAmbigue(ErreurEgide, LookupError):
    """A text that several communes answer to."""

    def __init__(self, texte: str, candidats: Iterable[Commune]) -> None:
        self.texte = texte
        self.candidats = tuple(candidats)
        noms = [f"{c.nom} ({c.code}, {departement(c.departement).nom})" for c in self.candidats]
        suite = f" et {len(noms) - _MONTREES} autres" if len(noms) > _MONTREES else ""
        super().__init__(
            f"« {texte} » : {len(noms)} communes possibles, donnez le code INSEE : {', '.join(noms[:_MONTREES])}{suite}"
        )


class CommuneInconnue(ErreurEgide, LookupError):
    """A text that no commune answers to."""

    def __init__(self, texte: str, proches: Iterable[Commune] = (), motif: str = _NI_CODE_NI_NOM) -> None:
        self.texte = texte
        self.proches = tuple(proches)
        noms = vouliez_vous_dire(f"{c.nom} ({c.code})" for c in self.proches)
        super().__init__(f"commune inconnue : « {texte} » {motif}{noms}")


@cache
def _codes_par_nom() -> Mapping[str, tuple[str, ...]]:
    """Return, by name made comparable, the codes of current communes and municipal arrondissements."""
    lu = registre()
    noms = sans_accents(lu.noms).split("\t")
    par_nom: dict[str, tuple[str, ...]] = {}
    for nom, code in zip(noms, lu.par_code, strict=True):
        par_nom[nom] = (*par_nom.get(nom, ()), code)
    for nom in noms[lu.actuelles :]:
        court = nom.removesuffix(" arrondissement")
        par_nom[court] = par_nom[re.sub(r"(\d)(er|e)$", r"\1", court)] = par_nom[nom]
    return par_nom


@cache
def _rattachees_par_nom() -> Mapping[str, tuple[Rattachee, ...]]:
    lu = registre()
    par_nom: dict[str, tuple[Rattachee, ...]] = {}
    for nom, ancienne in zip(sans_accents(lu.noms_rattachees).split("\t"), lu.rattachees, strict=True):
        par_nom[nom] = (*par_nom.get(nom, ()), ancienne)
    return par_nom


def commune(texte: str) -> Commune:
    """Return the commune of an INSEE code, a postal code or a name ("Saint-Denis (974)").

    Raises:
        CommuneAmbigue: several communes answer to it; they are in `candidats`.
        CommuneInconnue: none does; the nearest are in `proches`.
    """
    return chercher_commune(texte).commune


def chercher_commune(texte: str) -> CommuneTrouvee:
    """Return the commune as `commune` does, with what was chosen.

    A text of five characters is a current INSEE code if it can be, else a postal code, else a former INSEE code. Three
    thousand texts are the first two, and the INSEE code is what a situation holds; but 75012 was Boulogne-Billancourt
    until 1968, and whoever writes it now means the postal code. A name is that of a current commune if there is one,
    of a former commune otherwise.
    """
    cedex = _CEDEX.fullmatch(texte)
    reste = (cedex[1] if cedex else texte).strip()
    serre = reste.replace(" ", "").upper()
    if serre.isdigit():
        serre = serre.zfill(LONGUEUR_CODE)  # spreadsheets drop the first zero
    if len(serre) == LONGUEUR_CODE and serre[0].isdigit() and serre[2:].isdigit():
        if cedex:
            raise CommuneInconnue(texte, _codes_proches(serre), _CODE_CEDEX)
        return _par_code(texte, serre)
    if lus := _AVEC_UN_CODE.fullmatch(reste):
        return _par_nom(texte, lus["nom"] or lus["nom_"], lus["avant"] or lus["apres"])
    return _par_nom(texte, *_preciser(reste))


def _par_code(texte: str, code: str) -> CommuneTrouvee:
    postales = communes_du_code_postal(code)
    devenu = registre().devenues.get(code)
    if code in registre().par_code:
        trouvee = commune_du_code(code)
        autres = tuple(c for c in postales if c != trouvee)
        postal = f" ; c'est aussi le code postal de {_enumerer(autres)}" if autres else _en_cedex(trouvee)
        return CommuneTrouvee(trouvee, Voie.CODE_INSEE, f"« {texte} » : code INSEE de {trouvee}{postal}", autres)
    if len(postales) > 1:
        raise CommuneAmbigue(texte, postales)
    if postales:
        autres = (commune_du_code(devenu),) if devenu and devenu != postales[0].code else ()
        ancien = f" ; c'est aussi un ancien code INSEE, de {_enumerer(autres)}" if autres else ""
        return CommuneTrouvee(
            postales[0], Voie.CODE_POSTAL, f"« {texte} » : code postal de {postales[0]}{ancien}", autres
        )
    if devenu:
        trouvee = commune_du_code(devenu)
        explication = f"« {texte} » : ancien code INSEE, aujourd'hui {trouvee}"
        return CommuneTrouvee(trouvee, Voie.ANCIEN_CODE_INSEE, explication)
    raise CommuneInconnue(texte, _codes_proches(code), _CODE_INCONNU)


def _en_cedex(trouvee: Commune) -> str:
    """Say of which city an INSEE code would be a "cedex" code, when that is another commune."""
    villes = communes_du_code_postal(code_de_la_ville(trouvee.code))
    if not villes or trouvee in villes:
        return ""
    return f" ; si c'est un code « cedex » de {villes[0].nom}, écrire {villes[0].code}"


def _par_nom(texte: str, nom: str, precision: str) -> CommuneTrouvee:
    """Find a name; `precision` is a département, a postal code or an INSEE code, "" without one."""
    candidates = _dans(_codes_par_nom().get(normaliser(nom), ()), precision)
    anciennes = _anciennes(nom, precision)
    if not candidates:
        return _par_ancien_nom(texte, nom, anciennes)
    if len(candidates) > 1:
        raise CommuneAmbigue(texte, candidates)
    trouvee = candidates[0]
    autres = tuple(c for c in anciennes if c.code not in (trouvee.code, trouvee.commune_entiere))
    aussi = f" ; c'est aussi le nom d'une ancienne commune de {_enumerer(autres)}" if autres else ""
    return CommuneTrouvee(trouvee, Voie.NOM, f"« {texte} » : {trouvee}{aussi}", autres)


def _preciser(texte: str) -> tuple[str, str]:
    """Return a name and the code of the département written after it, between brackets, which may be its own."""
    if precise := _PRECISE.fullmatch(texte):
        with suppress(DepartementInconnu):
            return precise[1], departement(precise[2] or precise[3]).code
    return texte, ""


def _situees(communes: Iterable[Commune], precision: str) -> tuple[Commune, ...]:
    """Keep the communes of a département or a code; failing any, those that a "cedex" code could be near."""
    communes = tuple(communes)
    if len(precision) < LONGUEUR_CODE:
        return tuple(c for c in communes if precision in ("", c.departement))
    exactes = tuple(c for c in communes if precision == c.code or precision in c.codes_postaux)
    debut = precision[: 3 if precision.startswith("97") else 2]
    return exactes or tuple(c for c in communes if any(p.startswith(debut) for p in c.codes_postaux))


def _par_ancien_nom(texte: str, nom: str, anciennes: Mapping[Commune, str]) -> CommuneTrouvee:
    if len(anciennes) > 1:
        raise CommuneAmbigue(texte, anciennes)
    if not anciennes:
        raise CommuneInconnue(texte, _noms_proches(nom))
    ((trouvee, quoi),) = anciennes.items()
    return CommuneTrouvee(trouvee, Voie.ANCIEN_NOM, f"« {texte} » : {quoi} de {trouvee}")


def _anciennes(nom: str, precision: str) -> dict[Commune, str]:
    trouvees = _rattachees_par_nom().get(normaliser(nom), ())
    lues = {commune_du_code(x.commune): f"{x.nom}, {x.nature}" for x in trouvees}
    return {c: lues[c] for c in _situees(lues, precision)}


def _dans(codes: Iterable[str], precision: str) -> tuple[Commune, ...]:
    return _situees(map(commune_du_code, codes), precision)


def _enumerer(communes: Iterable[Commune]) -> str:
    return ", ".join(f"{c.nom} ({c.code})" for c in communes)


def _noms_proches(nom: str) -> tuple[Commune, ...]:
    cherche = normaliser(nom)
    connus = (*_codes_par_nom(), *_rattachees_par_nom())
    # What one says for short comes before what one may have misspelt: "Cherbourg", "Hellemmes".
    prolonges = sorted((n for n in connus if cherche and n.startswith(f"{cherche} ")), key=len)
    noms = (*([cherche] if cherche in connus else ()), *(prolonges or _ressemblants(cherche)))
    par_nom = (_dans(_codes_par_nom().get(n, ()), "") or tuple(_anciennes(n, "")) for n in noms)
    return tuple(dict.fromkeys(c for communes in par_nom for c in communes))[:_PROPOSEES]


def _ressemblants(cherche: str) -> list[str]:
    """Return the nearest names, among those of about that length that begin or end alike, current ones first."""
    from difflib import get_close_matches

    for noms in (_codes_par_nom(), _rattachees_par_nom()):
        voisins = (n for n in noms if abs(len(n) - len(cherche)) <= _PROPOSEES)
        semblables = [n for n in voisins if n[:1] == cherche[:1] or n[-2:] == cherche[-2:]]
        if trouves := get_close_matches(cherche, semblables, n=_PROPOSEES, cutoff=0.75):
            return trouves
    return []


def _codes_proches(code: str) -> tuple[Commune, ...]:
    """Return the communes of the nearest postal code: 35000 for the "cedex" code 35042, 69001 for 69000."""
    memes = [postal for postal in codes_par_code_postal() if postal[:2] == code[:2]]
    if not memes or not code.isdigit():
        return ()
    return communes_du_code_postal(min(memes, key=lambda postal: abs(int(postal) - int(code))))[:_PROPOSEES]
