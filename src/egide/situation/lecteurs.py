"""The readers of the values of a situation: strict, and refusing in French.

Every reader takes what was written and returns what the model keeps, or raises an error of type "egide"
whose context says what is accepted. Nothing is coerced: a text is not a number, 1 is not true, and
2026-02-30 is not a date.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from enum import IntEnum

from pydantic_core import PydanticCustomError

from egide.annuaire import DEPARTEMENTS, CommuneInvalide, departement_de_commune, professions
from egide.annuaire.noms import proches, vouliez_vous_dire
from egide.droit.commun.enumerations import slug
from egide.situation.faits import MONTANTS_COVID

PREMIERE_ANNEE, DERNIERE_ANNEE = 1950, 2100
LONGUEUR_TEXTE = 200
PREMIER_JOUR, DERNIER_JOUR = date(1900, 1, 1), date(2100, 12, 31)

_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_DATE_FRANCAISE = re.compile(r"(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})", re.ASCII)
_DATE_COMPACTE = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_PERIODE = re.compile(r"(\d{4})-(0[1-9]|1[0-2]|T[1-4])", re.ASCII)
_NOMBRE_ECRIT = re.compile(r"(-?\d+)(?:[.,](\d+))?", re.ASCII)

# What people write for a word of the contract that no spelling distance would find.
_SYNONYMES = {
    "auto_entrepreneur": "micro_entrepreneur",
    "autoentrepreneur": "micro_entrepreneur",
    "micro_entreprise": "micro_entrepreneur",
    "ei": "entreprise_individuelle",
    "gerant_egalitaire": "gerant_minoritaire",
    "profession_liberale": "liberale",
    "rne": "rm",
    "impot_sur_le_revenu": "ir",
    "impot_sur_les_societes": "is",
}


def faux(attendu: str) -> PydanticCustomError:
    """Return the error of a reader; ``attendu`` completes "attendu : …"."""
    return PydanticCustomError("egide", "{attendu}", {"attendu": attendu})


def lire_nombre(valeur: object, minimum: float, maximum: float, attendu: str) -> float:
    """Read an int or a float between two bounds."""
    if isinstance(valeur, bool) or not isinstance(valeur, int | float):
        raise faux(attendu + _nombre_suggere(valeur))
    if not minimum <= valeur <= maximum:  # refuses NaN too: it compares false
        raise faux(attendu)
    return float(valeur)


def lire_entier(valeur: object, minimum: int, maximum: int, attendu: str) -> int:
    """Read an int between two bounds."""
    if isinstance(valeur, bool) or not isinstance(valeur, int):
        raise faux(attendu + _nombre_suggere(valeur))
    if not minimum <= valeur <= maximum:
        raise faux(attendu)
    return int(valeur)


def _nombre_suggere(valeur: object) -> str:
    """Return how to write a text that looks like a number: "42 000 €", "1 234,50"."""
    if not isinstance(valeur, str):
        return ""
    nettoye = re.sub(r"[\s'’_€%]|eur(os?)?$", "", valeur.strip(), flags=re.IGNORECASE)
    lu = _NOMBRE_ECRIT.fullmatch(nettoye)
    if lu is None:
        return ""
    return f", sans guillemets, espaces ni symbole (écrire {lu[1]}{'.' + lu[2] if lu[2] else ''})"


def lire_oui_non(valeur: object) -> bool:
    """Read true or false, and nothing that resembles them."""
    if not isinstance(valeur, bool):
        raise faux("true ou false, sans guillemets")
    return valeur


def lire_date(valeur: object) -> date:
    """Read a day: a date of Python, or its ISO text."""
    if isinstance(valeur, date) and not isinstance(valeur, datetime):
        jour = valeur
    else:
        lue = _DATE.fullmatch(valeur) if isinstance(valeur, str) else None
        if lue is None:
            raise faux(f"une date AAAA-MM-JJ{_date_suggeree(valeur)}")
        try:
            jour = date(int(lue[1]), int(lue[2]), int(lue[3]))
        except ValueError:
            raise faux("une date AAAA-MM-JJ qui existe au calendrier") from None
    if not PREMIER_JOUR <= jour <= DERNIER_JOUR:
        raise faux(f"une date de {PREMIER_JOUR.year} à {DERNIER_JOUR.year}")
    return jour


def _date_suggeree(valeur: object) -> str:
    """Return how to write a day given the French way or without hyphens, when it is one."""
    texte = str(valeur).strip() if isinstance(valeur, str | int) and not isinstance(valeur, bool) else ""
    if lue := _DATE_FRANCAISE.fullmatch(texte):
        annee, mois, jour = int(lue[3]), int(lue[2]), int(lue[1])
    elif lue := _DATE_COMPACTE.fullmatch(texte):
        annee, mois, jour = int(lue[1]), int(lue[2]), int(lue[3])
    else:
        return ", sans heure" if _DATE.match(texte) or isinstance(valeur, datetime) else ""
    try:
        return f" (écrire {date(annee, mois, jour).isoformat()})"
    except ValueError:
        return ""


def lire_date_ou_non(valeur: object) -> date | bool:
    """Read a day, or false for "it did not happen"."""
    if valeur is False:
        return False
    if valeur is True:
        raise faux("une date AAAA-MM-JJ, ou false")
    return lire_date(valeur)


def lire_annee(valeur: object) -> int:
    """Read a year: 2026, or "2026" since the keys of JSON are texts."""
    attendu = f"une année sur quatre chiffres, de {PREMIERE_ANNEE} à {DERNIERE_ANNEE}"
    if isinstance(valeur, str) and re.fullmatch(r"\d{4}", valeur, re.ASCII):
        valeur = int(valeur)
    return lire_entier(valeur, PREMIERE_ANNEE, DERNIERE_ANNEE, attendu)


def lire_periode(valeur: object) -> str:
    """Read a month (2026-01) or a quarter (2026-T1)."""
    attendu = "un mois (2026-01) ou un trimestre (2026-T1)"
    lue = _PERIODE.fullmatch(valeur) if isinstance(valeur, str) else None
    if lue is None:
        corrige = str(valeur).strip().upper().replace("Q", "T").replace("/", "-")
        utile = isinstance(valeur, str) and corrige != valeur and _PERIODE.fullmatch(corrige)
        raise faux(attendu + (f" (écrire {corrige})" if utile else ""))
    if not PREMIERE_ANNEE <= int(lue[1]) <= DERNIERE_ANNEE:
        raise faux(f"{attendu}, de {PREMIERE_ANNEE} à {DERNIERE_ANNEE}")
    return lue[0]


def lire_texte(valeur: object) -> str:
    """Read a short text."""
    if not isinstance(valeur, str) or not valeur.strip() or len(valeur) > LONGUEUR_TEXTE:
        raise faux(f"un texte de 1 à {LONGUEUR_TEXTE} caractères")
    return valeur


def lire_classe(valeur: object) -> str:
    """Read the class chosen in a section: b, d, 3, c2p; numbers are welcome."""
    texte = str(valeur) if isinstance(valeur, int) and not isinstance(valeur, bool) else valeur
    if not isinstance(texte, str) or not re.fullmatch(r"[a-z0-9_]{1,20}", texte, re.ASCII):
        raise faux("une classe en minuscules (b, d, 3, c2p…)")
    return texte


def lire_commune(valeur: object) -> str:
    """Read the INSEE code of a commune; postal codes and names were made INSEE codes before (see `lieux`)."""
    try:
        departement_de_commune(valeur if isinstance(valeur, str) else "")
    except CommuneInvalide:
        raise faux("une commune : code INSEE entre guillemets (35238, 2A004, 97411), code postal ou nom") from None
    return str(valeur)


def lire_departement(valeur: object) -> str:
    """Read the code of a département: 35, 2A, 974."""
    if isinstance(valeur, str) and valeur in DEPARTEMENTS:
        return valeur
    corrige = f"{valeur:02d}" if isinstance(valeur, int) and not isinstance(valeur, bool) else str(valeur)
    corrige = corrige.strip().upper().zfill(2)
    attendu = "un code de département entre guillemets (01, 2A, 974)"
    raise faux(attendu + (f' (écrire "{corrige}")' if corrige in DEPARTEMENTS else ""))


def lire_membre(valeur: object, cls: type[IntEnum]) -> IntEnum:
    """Read the slug of a member of an enumeration."""
    connus = {slug(membre): membre for membre in cls}
    if isinstance(valeur, str) and valeur in connus:
        return connus[valeur]
    noms = list(connus)
    attendu = noms[0] if len(noms) == 1 else f"{', '.join(noms[:-1])} ou {noms[-1]}"
    raise faux(attendu + (_membre_suggere(valeur, noms) if isinstance(valeur, str) else ""))


def _membre_suggere(valeur: str, noms: list[str]) -> str:
    normal = re.sub(r"[\s-]+", "_", valeur.strip().lower())
    synonyme = _SYNONYMES.get(normal)
    return vouliez_vous_dire([synonyme] if synonyme in noms else proches(normal, noms, nombre=1))


def lire_profession(valeur: object) -> str:
    """Read the slug of an occupation of the directory."""
    if isinstance(valeur, str):
        if valeur in professions():
            return valeur
        normal = re.sub(r"[\s'’-]+", "_", valeur.strip().lower())
        raise faux(f"une profession de l'annuaire{vouliez_vous_dire(proches(normal, professions()))}")
    raise faux("une profession de l'annuaire (plombier, consultant, avocat…)")


def lire_jour_prelevement(valeur: object) -> int:
    """Read the day of the month on which a direct debit is taken."""
    lu = lire_entier(valeur, 5, 20, "5 ou 20 (jour du mois)")
    if lu not in (5, 20):
        raise faux("5 ou 20 (jour du mois)")
    return lu


def lire_multiple(valeur: object) -> bool | int:
    """Read whether a birth is multiple: false, true for twins, or how many children."""
    if isinstance(valeur, bool):
        return valeur
    return lire_entier(valeur, 2, 8, "false, true (jumeaux) ou le nombre d'enfants, de 2 à 8")


def lire_categorie_invalidite(valeur: object) -> int | str:
    """Read the category of an invalidity: the employees' number or the self-employed's word."""
    if valeur in ("partielle", "totale"):
        return str(valeur)
    return lire_entier(valeur, 1, 3, "1, 2, 3, partielle ou totale")


def lire_oui_non_ou_texte(valeur: object) -> bool | str:
    """Read true, false, or a short text."""
    if isinstance(valeur, bool):
        return valeur
    if isinstance(valeur, str):
        return lire_texte(valeur)
    raise faux("true, false ou un nom")


def lire_montant_covid(valeur: object) -> int:
    """Read the monthly amount of a reduction of the health crisis: 600, or "600" since the keys of JSON are texts."""
    if isinstance(valeur, str) and re.fullmatch(r"\d{3}", valeur, re.ASCII):
        valeur = int(valeur)
    if isinstance(valeur, bool) or not isinstance(valeur, int) or valeur not in MONTANTS_COVID:
        raise faux("600, 300 ou 250 (réduction mensuelle en euros)")
    return valeur


def lire_cles(valeur: object, quoi: str) -> object:
    """Refuse a mapping that gives the same key twice, as 2026 and "2026"; None is an empty mapping."""
    if not isinstance(valeur, Mapping):
        return {} if valeur is None else valeur
    cles = [str(cle) for cle in valeur]
    doubles = sorted({cle for cle in cles if cles.count(cle) > 1})
    if doubles:
        raise faux(f"{quoi} une seule fois (en double : {', '.join(doubles)})")
    return valeur
