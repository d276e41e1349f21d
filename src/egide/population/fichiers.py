"""From a file to a file, in bounded memory: lots are computed, kept as they are done, and written in order."""

from __future__ import annotations

import json
from collections import Counter, deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet

from egide.population.lots import LIGNE, Calcul, Demande
from egide.population.manifeste import Journal, Noms, cle_de, ecrire_d_un_coup, ecriture
from egide.population.sources import Source

FILS = 2
LOTS_EN_AVANCE = 3
"""Lots in memory at once: what bounds the memory, whatever the number of rows."""
Partie = tuple[pa.RecordBatch, pa.RecordBatch]


@dataclass
class Bilan:
    """What became of the rows: `entrees` = `sorties` + `rejets`.

    Attributes:
        reprises: parts that an earlier run had done.
        motifs: the columns at fault, or the reason where there is none, with how many rows.
    """

    noms: Noms
    entrees: int = 0
    sorties: int = 0
    rejets: int = 0
    reprises: int = 0
    parties: list[dict[str, int]] = field(default_factory=list)
    motifs: Counter[str] = field(default_factory=Counter)


def traiter(
    entree: Path,
    sortie: Path,
    demande: Demande,
    *,
    avancer: Callable[[int, int | None], None] = lambda _faites, _toutes: None,
) -> Bilan:
    """Compute every row of a file or of a folder, and write the results.

    Args:
        entree: Parquet, CSV, or a folder of them.
        sortie: the Parquet file of the results, or the folder to put them in.
        demande: what is asked of every row.
        avancer: called as rows are done, with how many and how many there are (None: not known).

    Raises:
        FichierIllisible, EcritureImpossible, DemandeInvalide, ColonneInvalide: a file, an option or a column that
            cannot be used.
        FaitsManquants: columns without which nothing can be computed.
    """
    source = Source(entree)
    calcul = Calcul(source.colonnes, demande)
    noms = Noms.de(sortie)
    cle = cle_de(source.empreinte(), json.loads(json.dumps(asdict(demande), default=str)))
    bilan = Bilan(noms)
    with ecriture(sortie):
        noms.resultats.parent.mkdir(parents=True, exist_ok=True)
        journal = Journal(noms.en_cours, cle)
        provisoires = [journal.fichier(nom) for nom in ("resultats.parquet", "rejets.parquet")]
        with ExitStack() as pile:
            ecrivains = [
                pile.enter_context(_ecrivain(chemin, schema))
                for chemin, schema in zip(provisoires, (calcul.resultats, calcul.rejets), strict=True)
            ]
            for partie in _parties(source, calcul, journal, bilan):
                for ecrivain, lot in zip(ecrivains, partie, strict=True):
                    if lot.num_rows:
                        ecrivain.write_batch(lot)
                _compter(bilan, *partie)
                avancer(bilan.entrees, source.lignes)
        manifeste = {
            **cle,
            "entrees": bilan.entrees,
            "sorties": bilan.sorties,
            "rejets": bilan.rejets,
            "parties": bilan.parties,
        }
        provisoires[1].replace(noms.rejets)
        provisoires[0].replace(noms.resultats)
        ecrire_d_un_coup(noms.manifeste, json.dumps(manifeste, ensure_ascii=False, indent=2).encode() + b"\n")
    journal.fermer()
    return bilan


def _ecrivain(chemin: Path, schema: pa.Schema) -> pa.parquet.ParquetWriter:
    return pa.parquet.ParquetWriter(
        chemin,
        schema,
        compression="snappy",
        use_dictionary=False,
        column_encoding={LIGNE: "DELTA_BINARY_PACKED"},
        write_statistics=[LIGNE],
    )


def _parties(source: Source, calcul: Calcul, journal: Journal, bilan: Bilan) -> Iterator[Partie]:
    """Yield the parts in order; a few are computed at once."""

    def faire(rang: int, lot: pa.RecordBatch, premiere: int) -> tuple[Partie, bool]:
        gardee = journal.reprendre(rang, lot.num_rows)
        if gardee is not None:
            return gardee, True
        partie = calcul.lot(lot, premiere)
        journal.garder(rang, *partie)
        return partie, False

    premiere = 0
    attendues: deque[Future[tuple[Partie, bool]]] = deque()
    with ThreadPoolExecutor(FILS) as fils:
        try:
            for rang, lot in enumerate(source.lots()):
                attendues.append(fils.submit(faire, rang, lot, premiere))
                premiere += lot.num_rows
                # The first lot compiles the kernels that the others run.
                if rang == 0 or len(attendues) >= LOTS_EN_AVANCE:
                    yield _rendue(attendues, bilan)
            while attendues:
                yield _rendue(attendues, bilan)
        finally:
            for attendue in attendues:
                attendue.cancel()


def _rendue(attendues: deque[Future[tuple[Partie, bool]]], bilan: Bilan) -> Partie:
    partie, reprise = attendues.popleft().result()
    bilan.reprises += reprise
    return partie


def _compter(bilan: Bilan, resultats: pa.RecordBatch, rejets: pa.RecordBatch) -> None:
    entrees = resultats.num_rows + rejets.num_rows
    partie: dict[str, Any] = {
        "premiere_ligne": bilan.entrees,
        "entrees": entrees,
        "sorties": resultats.num_rows,
        "rejets": rejets.num_rows,
    }
    bilan.parties.append(partie)
    for colonne, motif in zip(rejets["colonne"].to_pylist(), rejets["motif"].to_pylist(), strict=True):
        bilan.motifs[f"colonne {colonne}" if colonne else motif] += 1
    bilan.entrees += entrees
    bilan.sorties += resultats.num_rows
    bilan.rejets += rejets.num_rows
