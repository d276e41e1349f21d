"""A lot of rows: each is computed, or refused with a reason; none is lost."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from egide.moteur.erreurs import ErreurEgide, FaitsManquants, HorsPlage, NomInconnu, suggestion
from egide.moteur.graphe import sans_decalage
from egide.population.calcul import calculer_et_refuser
from egide.population.champs import Champ, Lue, Masque, dans_l_ordre, ecrire, exiger_un_type, lire_annees
from egide.population.colonnes import A_TRADUIRE, ColonneInvalide, Mots
from egide.services.affiliation import jour_demande
from egide.services.loi import loi, verifier_annee
from egide.situation import FAITS

ANNEE, LIGNE = "annee", "ligne"
CODES_AU_PLUS = 65_536
REJETS = pa.schema([(LIGNE, pa.int64()), ("colonne", pa.string()), ("motif", pa.string())])
Rangees = NDArray[np.int64]


class DemandeInvalide(ErreurEgide):
    """What is asked of a file cannot be: which option, and what is accepted."""


@dataclass(frozen=True)
class Demande:
    """What is asked of every row.

    Attributes:
        cibles: names of the values.
        annee, date: the year or the day; neither when the column `annee` gives the year of each row.
        garder: columns that are copied as they are.
        intermediaires: give every value that the targets are made of too.
    """

    cibles: tuple[str, ...]
    annee: int | None = None
    date: datetime.date | None = None
    nature: str = "definitives"
    extrapoler: bool = False
    garder: tuple[str, ...] = ()
    intermediaires: bool = False

    @property
    def valeurs(self) -> tuple[str, ...]:
        """Names of all the values to give."""
        return tuple(dict.fromkeys((*self.cibles, *(intermediaires(self.cibles) if self.intermediaires else ()))))


def intermediaires(cibles: Sequence[str]) -> list[str]:
    """Return the rules of a year behind some targets, in the order in which they are met."""
    regles, vus, a_voir = loi().regles, dict.fromkeys(cibles), list(cibles)
    while a_voir:
        for regle in regles[a_voir.pop(0)]:
            for argument in regle.arguments:
                if argument in regles and argument not in vus and regles[argument][0].periode == regle.periode:
                    vus[argument] = None
                    a_voir.append(argument)
    return [nom for nom in vus if nom not in cibles and sans_decalage(nom)[1] == 0]


class Calcul:
    """What is computed of the rows of a source, whatever their number.

    Args:
        colonnes: types of the columns of the source, by name.
        demande: what is asked.

    Raises:
        DemandeInvalide, ColonneInvalide, NomInconnu, HorsPlage: an option, a column, a target, a year that cannot be.
    """

    def __init__(self, colonnes: Mapping[str, pa.DataType], demande: Demande) -> None:
        self.demande = demande
        self.valeurs = demande.valeurs
        _verifier(colonnes, demande)
        par_annee = demande.annee is None and demande.date is None
        if par_annee:
            exiger_un_type(ANNEE, colonnes[ANNEE])
        lues = [nom for nom in colonnes if not (nom == ANNEE and par_annee)]
        self._champs = {nom: Champ(nom, colonnes[nom]) for nom in lues if _a_lire(nom, demande)}
        gardees = [pa.field(nom, colonnes[nom]) for nom in demande.garder]
        montants = [pa.field(nom, pa.float64()) for nom in self.valeurs]
        self.resultats = pa.schema([pa.field(LIGNE, pa.int64()), *gardees, *montants])
        self.rejets = pa.schema([*REJETS, *gardees])

    def lot(self, lot: pa.RecordBatch, premiere: int) -> tuple[pa.RecordBatch, pa.RecordBatch]:
        """Return the results of some rows and the rows refused; `premiere` is the rank of the first of them."""
        motifs: dict[int, list[tuple[str, str]]] = defaultdict(list)
        lues = {nom: champ.lire(lot.column(nom)) for nom, champ in self._champs.items()}
        annees = self._annees(lot)
        for nom, lue in (*lues.items(), *([(ANNEE, annees)] if annees else [])):
            for masque, motif in lue.fautes:
                _noter(motifs, lot, nom, masque, motif)
        for nom, masque, motif in dans_l_ordre(lues):
            _noter(motifs, lot, nom, masque, motif)
        sorties = {nom: np.full(lot.num_rows, np.nan) for nom in self.valeurs}
        bonnes = np.ones(lot.num_rows, dtype=np.bool_)
        bonnes[list(motifs)] = False
        for annee, rangees, colonnes in self._groupes(lues, annees, bonnes):
            self._calculer(annee, rangees, colonnes, sorties, motifs)
        resultats, rejets = self._separer(lot, premiere, sorties, motifs)
        if not premiere:
            _exiger_les_colonnes(resultats, motifs)
        return resultats, rejets

    def _annees(self, lot: pa.RecordBatch) -> Lue | None:
        if self.demande.annee is not None or self.demande.date is not None:
            return None
        return lire_annees(lot.column(ANNEE))

    def _groupes(
        self, lues: Mapping[str, Lue], annees: Lue | None, bonnes: Masque
    ) -> Iterator[tuple[int | None, Rangees | None, dict[str, Any]]]:
        """Yield the rows of one year that say something in the same columns, None for all, with these columns."""
        codes: list[NDArray[Any]] = [lue.vides for lue in lues.values() if lue.vides is not None]
        if annees is not None:
            codes.append(np.asarray(annees.valeurs, dtype=np.int64))
        for rangees in _memes(codes, bonnes):
            ici = slice(None) if rangees is None else rangees
            premiere = 0 if rangees is None else rangees[0]
            annee = self.demande.annee if annees is None else int(np.asarray(annees.valeurs)[premiere])
            pleines = {nom: lue for nom, lue in lues.items() if lue.vides is None or not lue.vides[premiere]}
            yield annee, rangees, {nom: _parmi(lue, ici) for nom, lue in pleines.items()}

    def _calculer(
        self,
        annee: int | None,
        rangees: Rangees | None,
        colonnes: dict[str, Any],
        sorties: Mapping[str, NDArray[np.float64]],
        motifs: dict[int, list[tuple[str, str]]],
    ) -> None:
        demande = self.demande
        try:
            resultats, refus = calculer_et_refuser(
                colonnes,
                self.valeurs,
                annee=annee,
                date=demande.date,
                nature=demande.nature,
                extrapoler=demande.extrapoler,
                incomplets=True,
            )
        except HorsPlage as erreur:
            for rangee in np.arange(len(next(iter(sorties.values())))) if rangees is None else rangees:
                motifs[int(rangee)].append((ANNEE, str(erreur)))
            return
        for nom, resultat in resultats.items():
            sorties[nom][slice(None) if rangees is None else rangees] = resultat
        for motif, refusees in refus.items():
            for rangee in refusees if rangees is None else rangees[refusees]:
                motifs[int(rangee)].append(("", motif))

    def _separer(
        self,
        lot: pa.RecordBatch,
        premiere: int,
        sorties: Mapping[str, NDArray[np.float64]],
        motifs: Mapping[int, list[tuple[str, str]]],
    ) -> tuple[pa.RecordBatch, pa.RecordBatch]:
        lignes = np.arange(premiere, premiere + lot.num_rows)
        refusees = np.array(sorted(motifs), dtype=np.int64)
        restent = np.delete(np.arange(lot.num_rows), refusees) if len(refusees) else None
        gardees = lot.select(list(self.demande.garder))
        ici = gardees if restent is None else gardees.take(pa.array(restent))
        choix: Any = slice(None) if restent is None else restent
        montants = [pa.array(sortie[choix], from_pandas=True) for sortie in sorties.values()]
        resultats = pa.RecordBatch.from_arrays(
            [pa.array(lignes[choix]), *ici.columns, *montants], schema=self.resultats
        )
        dits = [motifs[rangee] for rangee in refusees.tolist()]
        rejets = pa.RecordBatch.from_arrays(
            [
                pa.array(lignes[refusees]),
                pa.array([", ".join(dict.fromkeys(c for c, _ in dit if c)) for dit in dits], pa.string()),
                pa.array([" ; ".join(m for _, m in dit) for dit in dits], pa.string()),
                *gardees.take(pa.array(refusees)).columns,
            ],
            schema=self.rejets,
        )
        return resultats, rejets


def _verifier(colonnes: Mapping[str, pa.DataType], demande: Demande) -> None:
    if not demande.cibles:
        raise DemandeInvalide("il manque --cible : ce qu'il faut calculer, par exemple --cible revenu_net.")
    for nom in demande.cibles:
        if nom not in loi().regles:
            raise NomInconnu(nom, loi().regles, quoi="cible")
    for nom in demande.garder:
        if nom not in colonnes:
            raise DemandeInvalide(f"--garder : pas de colonne « {nom} ».{suggestion(nom, colonnes)}")
        if nom in (LIGNE, "colonne", "motif", *demande.valeurs):
            raise DemandeInvalide(f"--garder : « {nom} » est déjà le nom d'une colonne de la réponse.")
    if demande.annee is not None and demande.date is not None:
        raise DemandeInvalide("--annee ou --date : l'une des deux seulement.")
    if demande.date is not None:
        jour_demande(demande.date, extrapoler=demande.extrapoler)
    elif demande.annee is not None:
        verifier_annee(demande.annee, extrapoler=demande.extrapoler)
    elif ANNEE not in colonnes:
        raise DemandeInvalide("il manque l'année : donner --annee, ou une colonne annee.")
    if ANNEE in colonnes and (demande.annee or demande.date) and ANNEE not in demande.garder:
        raise DemandeInvalide(
            "annee : donnée deux fois ; ôter l'option, ou garder la colonne sans la lire (--garder annee)."
        )


def _a_lire(nom: str, demande: Demande) -> bool:
    """Tell whether a column is read: one that is kept may be of no known name."""
    try:
        Champ(nom, pa.float64())
    except ColonneInvalide:
        if nom in demande.garder:
            return False
        conseil = f" Pour la recopier sans la lire : --garder {nom}."
        raise ColonneInvalide(
            f"colonne inconnue : « {nom} ».{suggestion(nom, [*FAITS, *A_TRADUIRE])}{conseil}"
        ) from None
    return True


def _parmi(lue: Lue, ici: Any) -> Any:
    if isinstance(lue.valeurs, Mots):
        # Only the words of these rows: one that is of others must not be looked up for them.
        rangs, combien = lue.valeurs.rangs[ici], len(lue.valeurs.ecrits)
        presents = np.flatnonzero(np.bincount(rangs, minlength=combien))
        nouveaux = np.zeros(combien, dtype=np.intp)
        nouveaux[presents] = np.arange(len(presents))
        return Mots(tuple(lue.valeurs.ecrits[rang] for rang in presents), nouveaux[rangs])
    return lue.valeurs[ici]


def _memes(codes: Sequence[NDArray[Any]], bonnes: Masque) -> Iterator[Rangees | None]:
    """Yield the good rows that have the same codes, None for all of them."""
    code = np.zeros(len(bonnes), dtype=np.int64)
    combien = 1
    for autre in codes:
        plus_bas = int(autre.min()) if autre.dtype != np.bool_ and len(autre) else 0
        largeur = int(autre.max()) - plus_bas + 1 if len(autre) else 1
        if combien * largeur > CODES_AU_PLUS:
            distincts, code = np.unique(code, return_inverse=True)
            combien = len(distincts)
        code = code * largeur + (autre.astype(np.int64) - plus_bas)
        combien *= largeur
    tous = bool(bonnes.all())
    presents = np.flatnonzero(np.bincount(code if tous else code[bonnes], minlength=1))
    if len(presents) == 1 and tous:
        yield None
        return
    for present in presents:
        yield np.flatnonzero(code == present if tous else (code == present) & bonnes)


def _noter(motifs: dict[int, list[tuple[str, str]]], lot: pa.RecordBatch, nom: str, masque: Masque, motif: str) -> None:
    colonne = lot.column(nom)
    for rangee in np.flatnonzero(masque).tolist():
        motifs[rangee].append((nom, f"{nom} : {ecrire(colonne[rangee].as_py())} ; {motif}"))


def _exiger_les_colonnes(resultats: pa.RecordBatch, motifs: Mapping[int, list[tuple[str, str]]]) -> None:
    """Refuse the file where no row of the first lot has the columns that it needs."""
    dits = {motif for dit in motifs.values() for _, motif in dit}
    if not resultats.num_rows and len(dits) == 1 and next(iter(dits)).startswith("il manque des colonnes"):
        raise FaitsManquants(dits.pop())
