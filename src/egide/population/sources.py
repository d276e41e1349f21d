"""What is computed: a Parquet or CSV file, a folder of them, partitioned or not, read lot by lot."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.csv
import pyarrow.dataset
import pyarrow.parquet

from egide.moteur.erreurs import ErreurEgide

LIGNES_PAR_LOT = 131_072
OCTETS_PAR_BLOC_CSV = 8 * 2**20
FORMATS = {".parquet": "parquet", ".pq": "parquet", ".csv": "csv"}


class FichierIllisible(ErreurEgide):
    """A file that cannot be read: which one and why."""


@dataclass(frozen=True)
class Morceau:
    """One file, and what the names of its folders say of its rows."""

    chemin: Path
    partition: dict[str, object]


class Source:
    """The rows to compute.

    Args:
        chemin: a file, or a folder of files all of one format, whose folders may be named `colonne=valeur`.

    Attributes:
        colonnes: the columns, by name, with their types.
        lignes: how many rows there are, None where only reading would tell (CSV).

    Raises:
        FichierIllisible: no such file, a format not known, a file cut or without columns, files that differ.
    """

    def __init__(self, chemin: Path) -> None:
        self.chemin = chemin
        self.morceaux = _morceaux(chemin)
        schemas = [_schema(morceau) for morceau in self.morceaux]
        self.colonnes = {champ.name: champ.type for champ in schemas[0]}
        for morceau, schema in zip(self.morceaux, schemas, strict=True):
            if len(schema.names) != len(set(schema.names)):
                doubles = sorted({nom for nom in schema.names if schema.names.count(nom) > 1})
                raise FichierIllisible(f"{morceau.chemin} : colonne en double : {', '.join(doubles)}.")
            if set(schema.names) != set(self.colonnes):
                autres = ", ".join(sorted(set(schema.names) ^ set(self.colonnes)))
                raise FichierIllisible(
                    f"{morceau.chemin} : ses colonnes ne sont pas celles de {self.morceaux[0].chemin} ({autres})."
                )
        self.lignes = self._compter()

    def lots(self) -> Iterator[pa.RecordBatch]:
        """Yield the rows in order; the cut depends on the files only."""
        for morceau in self.morceaux:
            try:
                for lot in _lots(morceau.chemin, list(self.colonnes.keys() - morceau.partition.keys())):
                    if lot.num_rows:
                        lot.validate(full=True)  # words that are no UTF-8 would stop the computation later
                        yield self._completer(lot, morceau)
            except (pa.ArrowInvalid, pa.ArrowNotImplementedError, OSError, UnicodeDecodeError) as erreur:
                raise _illisible(morceau.chemin, erreur) from None

    def empreinte(self) -> str:
        """Return a hash of everything that is read."""
        empreinte = hashlib.sha256()
        for morceau in self.morceaux:
            nom = morceau.chemin.relative_to(self.chemin) if self.chemin.is_dir() else Path()
            with morceau.chemin.open("rb") as fichier:
                contenu = hashlib.file_digest(fichier, "sha256").hexdigest()
            empreinte.update(f"{nom.as_posix()} {contenu}\n".encode())
        return empreinte.hexdigest()

    def _completer(self, lot: pa.RecordBatch, morceau: Morceau) -> pa.RecordBatch:
        colonnes = [
            pa.repeat(morceau.partition[nom], lot.num_rows) if nom in morceau.partition else lot.column(nom)
            for nom in self.colonnes
        ]
        return pa.RecordBatch.from_arrays(colonnes, names=list(self.colonnes))

    def _compter(self) -> int | None:
        if any(_format(m.chemin) == "csv" for m in self.morceaux):
            return None
        return sum(int(pa.parquet.read_metadata(m.chemin).num_rows) for m in self.morceaux)


def _morceaux(chemin: Path) -> Sequence[Morceau]:
    if chemin.is_file():
        _format(chemin)
        return [Morceau(chemin, {})]
    if not chemin.exists():
        raise FichierIllisible(f"{chemin} : ce fichier n'existe pas.")
    fichiers = sorted(f for f in chemin.rglob("*") if f.suffix in FORMATS and not _cache(f.relative_to(chemin)))
    if not fichiers:
        raise FichierIllisible(f"{chemin} : aucun fichier .parquet ni .csv dans ce dossier.")
    return [Morceau(f, _partition(f.relative_to(chemin).parent)) for f in fichiers]


def _cache(relatif: Path) -> bool:
    """Tell whether a name is one that readers of data sets pass over."""
    return any(partie.startswith((".", "_")) for partie in relatif.parts)


def _partition(dossier: Path) -> dict[str, object]:
    paires = (partie.split("=", 1) for partie in dossier.parts if "=" in partie)
    return {nom: None if valeur == "__HIVE_DEFAULT_PARTITION__" else valeur for nom, valeur in paires}


def _format(chemin: Path) -> str:
    if chemin.suffix not in FORMATS:
        raise FichierIllisible(f"{chemin} : format inconnu ; attendu : un fichier .parquet ou .csv, ou un dossier.")
    return FORMATS[chemin.suffix]


def _schema(morceau: Morceau) -> pa.Schema:
    try:
        if _format(morceau.chemin) == "parquet":
            lu = pa.parquet.read_schema(morceau.chemin)
        else:
            lu = pa.schema([(nom, pa.string()) for nom in _entete(morceau.chemin)])
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError, OSError, UnicodeDecodeError) as erreur:
        raise _illisible(morceau.chemin, erreur) from None
    absentes = [(nom, pa.string()) for nom in morceau.partition if nom not in lu.names]
    return pa.schema([*lu.remove_metadata(), *absentes])


def _illisible(chemin: Path, erreur: Exception) -> FichierIllisible:
    motif = " ".join(str(erreur).split())
    return FichierIllisible(f"{chemin} : illisible ; attendu : un fichier entier, Parquet ou CSV en UTF-8 ({motif}).")


def _entete(chemin: Path) -> list[str]:
    with chemin.open(encoding="utf-8-sig", newline="") as fichier:
        premiere = fichier.readline().rstrip("\r\n")
    noms = [nom.strip().strip('"') for nom in premiere.split(_separateur(premiere))]
    if not all(noms):
        raise FichierIllisible(f"{chemin} : la première ligne doit nommer chaque colonne.")
    return noms


def _separateur(entete: str) -> str:
    return max(";,\t", key=entete.count)


def _lots(chemin: Path, noms: list[str]) -> Iterator[pa.RecordBatch]:
    if _format(chemin) == "parquet":
        with pa.parquet.ParquetFile(chemin, memory_map=True, pre_buffer=False) as fichier:
            yield from fichier.iter_batches(LIGNES_PAR_LOT, columns=noms)
        return
    entete = _entete(chemin)
    with chemin.open(encoding="utf-8-sig") as fichier:
        separateur = _separateur(fichier.readline())
    # Everything is read as words: what a column holds is decided row by row, not by its first rows.
    yield from pa.csv.open_csv(
        chemin,
        read_options=pa.csv.ReadOptions(column_names=entete, skip_rows=1, block_size=OCTETS_PAR_BLOC_CSV),
        parse_options=pa.csv.ParseOptions(delimiter=separateur),
        convert_options=pa.csv.ConvertOptions(
            column_types=dict.fromkeys(entete, pa.string()), strings_can_be_null=True, null_values=[""]
        ),
    )
