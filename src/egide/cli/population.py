"""Files of persons: `egide population ENTREE SORTIE` and `egide population synthese N SORTIE`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import click

from egide.cli.francais import GroupeFrancais, Nombre
from egide.moteur.erreurs import ErreurEgide
from egide.moteur.periode import lire_jour

if TYPE_CHECKING:
    from egide.population.fichiers import Bilan

MOTIFS_MONTRES = 5


class ExtensionAbsente(ErreurEgide):
    """What a file needs is not installed."""


class GroupePopulation(GroupeFrancais):
    """The command is `calculer` when none is named: `egide population ENTREE SORTIE`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in (*self.commands, "--help"):
            args = ["calculer", *args]
        return super().parse_args(ctx, args)


@click.group(cls=GroupePopulation, subcommand_metavar="ENTREE SORTIE --cible NOM … | synthese N SORTIE")
def population() -> None:
    """Un fichier de personnes, Parquet ou CSV : calculer pour chaque ligne, ou tirer une population d'exemple."""


@population.command()
@click.argument("entree", metavar="ENTREE", type=click.Path(path_type=Path))
@click.argument("sortie", metavar="SORTIE", type=click.Path(path_type=Path))
@click.option("--cible", "cibles", metavar="NOM", multiple=True, help="Ce qu'il faut calculer (plusieurs fois).")
@click.option(
    "--annee",
    type=Nombre("une année, par exemple 2026", entier=True),
    metavar="AAAA",
    help="Année du revenu, pour toutes les lignes (par défaut : la colonne annee).",
)
@click.option("--date", "jour", metavar="AAAA-MM-JJ", help="Jour demandé, pour ce qui vaut un jour : regime, section…")
@click.option("--nature", metavar="NATURE", default="definitives", help="definitives.")
@click.option("--intermediaires", is_flag=True, help="Donne aussi les valeurs dont les cibles sont faites.")
@click.option("--garder", metavar="COLONNE", multiple=True, help="Colonne à recopier telle quelle (plusieurs fois).")
@click.option("--extrapoler", is_flag=True, help="Prolonge les chiffres au-delà de leur dernière vérification.")
def calculer(entree: Path, sortie: Path, jour: str | None, **options: Any) -> None:
    """Calcule des valeurs pour chaque ligne d'un fichier.

    ENTREE est un fichier Parquet ou CSV, ou un dossier de tels fichiers ; ses colonnes portent les noms du
    vocabulaire. SORTIE est un fichier .parquet, ou un dossier. Les lignes refusées sont dans rejets.parquet, avec la
    colonne et le motif. Un calcul interrompu reprend où il en était si la même commande est relancée.
    """
    with _extension():
        from egide.population.fichiers import traiter
        from egide.population.lots import Demande
    try:
        date = lire_jour(jour) if jour else None
    except ValueError as erreur:
        raise click.BadParameter(f"--date : {erreur}") from None
    demande = Demande(date=date, **options)
    debut = perf_counter()
    with _progression() as avancer:
        bilan = traiter(entree, sortie, demande, avancer=avancer)
    _afficher(bilan, perf_counter() - debut)


@population.command()
@click.argument("combien", metavar="N", type=Nombre("un nombre de personnes, par exemple 10000", entier=True))
@click.argument("sortie", metavar="SORTIE", type=click.Path(path_type=Path))
@click.option(
    "--graine",
    type=Nombre("un nombre entier, par exemple 1", entier=True),
    metavar="G",
    default=1,
    help="La même graine donne la même population (par défaut : 1).",
)
def synthese(combien: int, sortie: Path, graine: int) -> None:
    """Tire une population plausible, d'après des statistiques publiées ; aucune personne réelle.

    SORTIE est un fichier .parquet. Les sources et ce qui est supposé : docs/population_synthetique.md.
    """
    with _extension():
        from egide.population.synthese import synthetiser
    if combien < 0 or graine < 0:
        raise click.BadParameter("N et --graine : attendu : un nombre positif ou nul.")
    synthetiser(combien, graine, sortie)
    print(f"{_nombre(combien)} personnes fictives : {sortie}", file=sys.stderr)


@contextmanager
def _extension() -> Iterator[None]:
    """Say what to install where a library is missing."""
    try:
        yield
    except ModuleNotFoundError as erreur:
        if erreur.name not in ("numba", "numpy", "pyarrow"):
            raise
        raise ExtensionAbsente(
            f"le calcul d'une population demande {erreur.name} : pip install 'egide[population]'"
        ) from None


@contextmanager
def _progression() -> Iterator[Any]:
    """Show how many rows are done, how fast, and how long is left, where somebody watches."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    debut = perf_counter()
    colonnes = (
        BarColumn(),
        TextColumn("{task.percentage:>3.0f} %"),
        TextColumn("{task.fields[faites]} lignes"),
        TextColumn("{task.fields[debit]} lignes/s"),
        TextColumn("reste"),
        TimeRemainingColumn(),
    )
    console = Console(stderr=True)
    with Progress(*colonnes, console=console, transient=True, disable=not console.is_terminal) as barre:
        tache = barre.add_task("", total=None, faites="0", debit="0")

        def avancer(faites: int, toutes: int | None) -> None:
            debit = faites / max(perf_counter() - debut, 1e-9)
            barre.update(tache, completed=faites, total=toutes, faites=_nombre(faites), debit=_nombre(round(debit)))

        yield avancer


def _afficher(bilan: Bilan, secondes: float) -> None:
    """Say on standard error what became of the rows."""
    lignes = [
        f"{_nombre(bilan.entrees)} lignes = {_nombre(bilan.sorties)} calculées + {_nombre(bilan.rejets)} refusées, "
        f"en {secondes:.1f} s".replace(".", ","),
        f"résultats : {bilan.noms.resultats}",
    ]
    if bilan.reprises:
        lignes.append(f"reprise : {_nombre(bilan.reprises)} parties étaient déjà faites")
    if bilan.rejets:
        lignes.append(f"refusées, avec la colonne et le motif : {bilan.noms.rejets}")
        lignes += [f"  {_nombre(combien)} × {motif}" for motif, combien in bilan.motifs.most_common(MOTIFS_MONTRES)]
    print("\n".join(lignes), file=sys.stderr)


def _nombre(nombre: int) -> str:
    return f"{nombre:,}".replace(",", " ")
