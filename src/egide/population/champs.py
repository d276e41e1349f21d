"""Columns of a file, row by row: what each one says, and why it cannot be taken.

In memory a column at fault refuses the request; in a file it is the row at fault that is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from egide.annuaire import DEPARTEMENTS, departement_de_commune, profession
from egide.annuaire.territoires import LONGUEUR_CODE
from egide.moteur.erreurs import ErreurEgide
from egide.moteur.faits import Fait, Genre
from egide.moteur.mecanismes import DE_LONGUE_DATE, JAMAIS
from egide.moteur.periode import jour, numero
from egide.population.colonnes import A_TRADUIRE, RECETTES, ColonneInvalide, Mots, situer
from egide.population.derivees import PARTS
from egide.services.loi import loi
from egide.situation import FAITS
from egide.situation.coherence_activite import option_ssi_fermee
from egide.situation.donnees import reseau_conventionne

Masque = NDArray[np.bool_]
ANNEE_MAXIMALE = 9999
UNE_ANNEE = "une année, par exemple 2026"
MONTANT_MAXIMAL = 1e12
"""Beyond, an amount is a fault of the file; under it, cents are exact."""
PREMIER_JOUR, DERNIER_JOUR = numero(date(1900, 1, 1)), numero(date(2100, 12, 31))
POSITIFS = ("chiffre_affaires", "recettes")
PAR_LEUR_PRESENCE = frozenset(
    {"conventionne", "nature", "statut", "territoire", "ressort_activite", "ressort_residence", "reseau_conventionne"}
    | {"profession_particuliere", "profession_sante", "categorie_liberale", "premiere_affiliation", "revenu_nul"}
    | {"naissance_connue", "parts_connues", "recettes_connues", "recettes_de_l_annee", "convention_connue"}
    | {"revenu_imposable_de_l_annee", *PARTS}
)
"""Facts whose column says something by being there, or which are read from others where it is not: an empty value
is never replaced by what is assumed."""
_NOMBRE = r"^[-+]?[0-9]+([.][0-9]+)?([eE][-+]?[0-9]{1,2})?$"
_OUI_NON = {"oui": 1.0, "non": 0.0, "vrai": 1.0, "faux": 0.0, "true": 1.0, "false": 0.0, "1": 1.0, "0": 0.0}


def _departement(code: str) -> None:
    if code not in DEPARTEMENTS:
        raise ColonneInvalide("attendu : un code de département (35, 2A, 974)")


_SENS: dict[str, Callable[[str], object]] = {
    "profession": profession,
    "commune": departement_de_commune,
    "departement": _departement,
    "organisme_conventionne": reseau_conventionne,
}
"""What looks a word up, and fails on one that is not known."""


@dataclass
class Lue:
    """A column read.

    Attributes:
        valeurs: what each row says; anything where it says nothing or is at fault.
        vides: rows that say nothing, None where every row says something.
        fautes: rows at fault, with what is said of them.
    """

    valeurs: NDArray[np.float64] | Mots
    vides: Masque | None = None
    fautes: list[tuple[Masque, str]] = field(default_factory=list)

    def refuser(self, fautives: Masque, attendu: str) -> None:
        """Add rows at fault, if there are some, with what was expected of them."""
        self.dire(fautives, f"attendu : {attendu}")

    def dire(self, fautives: Masque, motif: str) -> None:
        """Add rows at fault, if there are some, with what is said of them."""
        if self.vides is not None:
            fautives = fautives & ~self.vides
        if fautives.any():
            self.fautes.append((fautives, motif))


class Champ:
    """A column of the vocabulary.

    Raises:
        ColonneInvalide: a name that is not of the vocabulary, or a type that holds neither numbers, words nor dates.
    """

    def __init__(self, nom: str, genre: pa.DataType) -> None:
        self.nom = nom
        self._base = "recettes" if RECETTES.fullmatch(nom) else situer(nom)[0]
        self._fait: Fait | None = FAITS.get(self._base)
        exiger_un_type(nom, genre)

    def lire(self, colonne: pa.Array) -> Lue:
        """Read the rows of a lot."""
        if pa.types.is_null(colonne.type):
            colonne = colonne.cast(pa.string())
        lue = self._lire(colonne)
        if self._fait and lue.vides is not None and (defaut := self._si_vide(self._fait)) is not None:
            lue.valeurs = np.where(lue.vides, defaut, np.asarray(lue.valeurs))
            lue.vides = None
        return lue

    def _si_vide(self, fait: Fait) -> float | None:
        """Return what an empty value stands for, None where the row is to be computed without this column."""
        if fait.defaut is None or fait.nom in PAR_LEUR_PRESENCE or fait.nom in loi().regles or fait.nom == "recettes":
            return None
        return float(fait.defaut)

    def _lire(self, colonne: pa.Array) -> Lue:
        fait = self._fait
        if fait is None or self._base in A_TRADUIRE:
            return _mots(colonne, self._base)
        if fait.enumeration:
            return _membres(colonne, {m.name.lower(): float(m) for m in fait.enumeration})
        if fait.genre is Genre.OUI_NON:
            return _oui_non(colonne)
        if fait.genre is Genre.DATE:
            lue = _jours(colonne)
            if fait.nom == "option_ssi":
                _verifier_l_option(lue)
            return lue
        return _montants(colonne, positifs=fait.nom in POSITIFS)


def exiger_un_type(nom: str, genre: pa.DataType) -> None:
    """Refuse a column of what is neither a number, a word nor a date."""
    if pa.types.is_dictionary(genre):
        genre = genre.value_type
    if not _lisible(genre):
        raise ColonneInvalide(f"{nom} : type {genre} refusé ; attendu : des nombres, des mots ou des dates.")


def _lisible(genre: pa.DataType) -> bool:
    sortes = pa.types
    tests = (sortes.is_integer, sortes.is_floating, sortes.is_decimal, sortes.is_boolean, sortes.is_date)
    return any(test(genre) for test in (*tests, sortes.is_timestamp, sortes.is_null, _est_texte))


def _est_texte(genre: pa.DataType) -> bool:
    return bool(pa.types.is_string(genre) or pa.types.is_large_string(genre) or pa.types.is_string_view(genre))


def lire_annees(colonne: pa.Array) -> Lue:
    """Read the column of the years."""
    lue = _nombres(colonne)
    valeurs = np.asarray(lue.valeurs)
    with np.errstate(invalid="ignore"):
        lue.refuser(~((valeurs == np.floor(valeurs)) & (np.abs(valeurs) <= ANNEE_MAXIMALE)), UNE_ANNEE)
    if lue.vides is not None:
        vides, lue.vides = lue.vides, None
        lue.refuser(vides, UNE_ANNEE)
    for fautives, _ in lue.fautes:
        valeurs = np.where(fautives, 0, valeurs)
    lue.valeurs = valeurs
    return lue


def _vides(colonne: pa.Array) -> Masque | None:
    if not colonne.null_count:
        return None
    vides: Masque = colonne.is_null().to_numpy(zero_copy_only=False)
    return vides


def _nombres(colonne: pa.Array) -> Lue:
    """Read numbers, be they written with a comma."""
    if pa.types.is_dictionary(colonne.type):
        colonne = colonne.dictionary_decode()
    vides, faute = _vides(colonne), None
    if _est_texte(colonne.type):
        propre = pc.replace_substring(pc.utf8_trim_whitespace(colonne.cast(pa.string())), ",", ".")
        propre = pc.replace_substring_regex(propre, r"[  ]", "")
        bons = pc.fill_null(pc.match_substring_regex(propre, _NOMBRE), fill_value=False)
        faute = ~bons.to_numpy(zero_copy_only=False)
        colonne = pc.if_else(bons, propre, pa.scalar(None, pa.string()))
    if pa.types.is_date(colonne.type) or pa.types.is_timestamp(colonne.type):
        lue = Lue(np.zeros(len(colonne)), vides)
        lue.refuser(np.ones(len(colonne), dtype=np.bool_), "un nombre")
        return lue
    nombres = colonne.cast(pa.float64(), safe=False)
    nombres = pc.fill_null(nombres, 0.0) if nombres.null_count else nombres
    lue = Lue(np.ascontiguousarray(nombres.to_numpy(zero_copy_only=False)), vides)
    if faute is not None:
        lue.refuser(faute, "un nombre")
    return lue


def _montants(colonne: pa.Array, *, positifs: bool) -> Lue:
    lue = _nombres(colonne)
    valeurs = np.asarray(lue.valeurs)
    if not valeurs.size:
        return lue
    bas, haut = valeurs.min(), valeurs.max()  # a NaN makes both a NaN: then the rows are looked for
    if not -MONTANT_MAXIMAL <= bas <= haut <= MONTANT_MAXIMAL:
        lue.refuser(~np.isfinite(valeurs), "un nombre fini")
        with np.errstate(invalid="ignore"):
            lue.refuser(np.isfinite(valeurs) & (np.abs(valeurs) > MONTANT_MAXIMAL), f"au plus {MONTANT_MAXIMAL:.0e}")
    if positifs and not bas >= 0:
        lue.refuser(valeurs < 0, "un nombre positif ou nul")
    return lue


def _mots(colonne: pa.Array, base: str) -> Lue:
    """Read words that are looked up in the directory; each different one is looked up once."""
    en_nombre = pa.types.is_integer(colonne.type)
    ecrits, rangs, vides = _distincts(colonne)
    if en_nombre and base == "commune":  # a code made a number has lost its zeros
        ecrits = [mot.zfill(LONGUEUR_CODE) if mot else mot for mot in ecrits]
    dits = [_connu(base, mot) if mot else None for mot in ecrits]
    connus = [mot for mot, dit in zip(ecrits, dits, strict=True) if mot and not dit]
    # The rows of a word that is not known, or of none, are not computed with it: any known word stands there.
    remplaces = tuple(
        mot if mot and not dit else connus[0] if connus else "" for mot, dit in zip(ecrits, dits, strict=True)
    )
    lue = Lue(Mots(remplaces, rangs), vides)
    for rang, dit in enumerate(dits):
        if dit:
            lue.dire(rangs == rang, dit)
    return lue


@lru_cache(maxsize=100_000)
def _connu(base: str, mot: str) -> str | None:
    """Return what is said of a word that is not known, None where it is."""
    try:
        _SENS[base](mot)
    except ErreurEgide as erreur:
        return str(erreur)
    return None


def _distincts(colonne: pa.Array) -> tuple[list[str], NDArray[np.intp], Masque | None]:
    """Return the different words, which one each row has, and the rows that have none."""
    if not pa.types.is_dictionary(colonne.type):
        colonne = colonne.cast(pa.string()).dictionary_encode()
    ecrits = [("" if mot is None else str(mot).strip()) for mot in colonne.dictionary.to_pylist()] or [""]
    indices = colonne.indices.fill_null(0) if colonne.null_count else colonne.indices
    rangs = indices.to_numpy(zero_copy_only=False).astype(np.intp)
    vides = _vides(colonne)
    if "" in ecrits:
        sans_mot = np.array([mot == "" for mot in ecrits])[rangs]
        vides = sans_mot if vides is None else vides | sans_mot
    return ecrits, rangs, vides if vides is not None and vides.any() else None


def _membres(colonne: pa.Array, membres: dict[str, float]) -> Lue:
    """Read members of an enumeration: by their word, or by their number."""
    genre = colonne.type.value_type if pa.types.is_dictionary(colonne.type) else colonne.type
    attendu = f"l'un de : {', '.join(membres)}"
    if not _est_texte(genre):
        lue = _nombres(colonne)
        numeros = np.array(list(membres.values()))
        if not lue.fautes:
            lue.refuser(~np.isin(np.asarray(lue.valeurs), numeros), attendu)
        return lue
    return _traduits(colonne, membres | {str(int(n)): n for n in membres.values()}, attendu)


def _traduits(colonne: pa.Array, sens: dict[str, float], attendu: str) -> Lue:
    ecrits, rangs, vides = _distincts(colonne)
    traduits = np.array([sens.get(mot.lower(), np.nan) for mot in ecrits])
    lue = Lue(traduits[rangs], vides)
    if np.isnan(traduits).any():
        lue.refuser(np.isnan(np.asarray(lue.valeurs)), attendu)
    return lue


def _oui_non(colonne: pa.Array) -> Lue:
    genre = colonne.type.value_type if pa.types.is_dictionary(colonne.type) else colonne.type
    if _est_texte(genre):
        return _traduits(colonne, _OUI_NON, "oui ou non")
    lue = _nombres(colonne)
    if not lue.fautes:
        lue.refuser(~np.isin(np.asarray(lue.valeurs), (0.0, 1.0)), "oui ou non")
    return lue


def _jours(colonne: pa.Array) -> Lue:
    if pa.types.is_dictionary(colonne.type):
        colonne = colonne.dictionary_decode()
    attendu = "une date AAAA-MM-JJ, de 1900 à 2100"
    vides = _vides(colonne)
    if _est_texte(colonne.type):
        ecrits, rangs, vides = _distincts(colonne)
        return _bornes(Lue(np.array([_jour(mot) for mot in ecrits])[rangs], vides), attendu)
    if pa.types.is_timestamp(colonne.type):
        colonne = pc.floor_temporal(colonne, unit="day").cast(pa.date32(), safe=False)
    if pa.types.is_date(colonne.type):
        jours = pc.fill_null(colonne.cast(pa.date32()).cast(pa.int32()), 0)
        return _bornes(Lue(jours.to_numpy(zero_copy_only=False).astype(np.float64), vides), attendu)
    return _bornes(_nombres(colonne), attendu)


def _bornes(lue: Lue, attendu: str) -> Lue:
    valeurs = np.asarray(lue.valeurs)
    with np.errstate(invalid="ignore"):
        connus = (valeurs >= PREMIER_JOUR) & (valeurs <= DERNIER_JOUR) & (valeurs == np.floor(valeurs))
    if not lue.fautes and not connus.all():
        lue.refuser(~(connus | (valeurs == JAMAIS) | (valeurs == DE_LONGUE_DATE)), attendu)
    return lue


def _jour(mot: str) -> float:
    try:
        return float(numero(date.fromisoformat(mot)))
    except ValueError:
        return np.nan


def _verifier_l_option(lue: Lue) -> None:
    """Refuse a day on which the option for the SSI was not open."""
    jours = np.asarray(lue.valeurs)
    for jour_d_option in np.unique(jours[(jours >= PREMIER_JOUR) & (jours <= DERNIER_JOUR)]):
        if message := option_ssi_fermee(jour(float(jour_d_option))):
            lue.dire(jours == jour_d_option, message)


def ecrire(valeur: Any) -> str:
    """Return how a value of a file is shown in a reason."""
    return "rien" if valeur is None else f"« {valeur} »"


def dans_l_ordre(lues: dict[str, Lue]) -> Iterable[tuple[str, Masque, str]]:
    """Yield the rows whose end comes before their beginning."""
    jours = {base: nom for nom in lues for base in ("debut", "fin") if nom.removeprefix("activites__0__") == base}
    if len(jours) == 2:  # noqa: PLR2004
        debut, fin = (np.asarray(lues[jours[base]].valeurs) for base in ("debut", "fin"))
        avant = fin < debut
        if avant.any():
            yield jours["fin"], avant, "attendu : une date à partir de celle de debut"
