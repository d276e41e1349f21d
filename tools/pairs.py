"""Compare Égide, line by line, with the rules of the official simulators (npm: modele-social, publicodes).

Every gap must be explained, once, in `pairs_ecarts*.yaml`. Nothing of theirs is shipped: npm fetches it into the cache
of the user. `--regles FICHIER.json` compares a file of publicodes rules too.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from random import Random
from typing import Any

from pairs_dialectes import LIGNES
from pairs_explications import (
    Ecart,
    Explication,
    ExplicationInvalide,
    comparer,
    lire_explications,
)
from pairs_modeles import PUBLIEES, PairsIndisponibles, Version, demander, version_du_fichier
from pairs_seuils import PREMIERE_ANNEE_ASSIETTE_UNIQUE, valeur_au
from pairs_situations import FAMILLES, Cas, repondre, tirer, tirer_du_chapitre
from platformdirs import user_cache_dir

import egide
from egide.moteur.erreurs import ErreurEgide, FaitsManquants, HorsChamp

PART_D_UNE_FAMILLE = 10
"""A family of the rest of the chapter is drawn ten times less than common situations."""
LARGEUR_FAMILLE, LARGEUR_VERSION = 28, 12
Rangee = tuple[str, int, str]
"""A version, a year, a family of situations."""


@dataclass
class Bilan:
    """What the comparison found."""

    situations: Counter[Rangee] = field(default_factory=Counter)
    egales: Counter[Rangee] = field(default_factory=Counter)
    sans_traduction: Counter[Rangee] = field(default_factory=Counter)
    expliques: dict[tuple[str, int, str, Explication], list[Ecart]] = field(default_factory=lambda: defaultdict(list))
    inexpliques: list[Ecart] = field(default_factory=list)
    deux_fois: list[tuple[Ecart, list[Explication]]] = field(default_factory=list)
    refus: list[str] = field(default_factory=list)

    def ajouter(self, version: str, cas: Cas, ecarts: Iterable[Ecart], explications: Iterable[Explication]) -> None:
        """Count one situation and file its gaps under their causes."""
        self.situations[version, cas.annee, cas.famille] += 1
        aucun = True
        for ecart in ecarts:
            aucun = False
            causes = [e for e in explications if e.explique(ecart)]
            for cause in causes:
                cause.utilisee += 1
            if len(causes) == 1:
                self.expliques[version, cas.annee, ecart.ligne, causes[0]].append(ecart)
            elif causes:
                self.deux_fois.append((ecart, causes))
            else:
                self.inexpliques.append(ecart)
        self.egales[version, cas.annee, cas.famille] += aucun

    @property
    def en_faute(self) -> bool:
        return bool(self.inexpliques or self.deux_fois or self.refus)


def confronter(version: Version, cas: Iterable[Cas], explications: list[Explication], bilan: Bilan) -> None:
    """Ask both about every case and add to the summary what differs."""
    retenus: list[tuple[Cas, dict[str, float], dict[str, str]]] = []
    demandes: list[dict[str, Any]] = []
    for c in cas:
        try:
            nos = repondre(c)
        except (FaitsManquants, HorsChamp, egide.SituationInvalide) as refus:
            bilan.refus.append(f"Égide, {c.annee}, {dict(c.faits)} : {refus}")
            continue
        lignes = version.lignes(c.annee, c.faits)
        try:
            situation = version.dialecte.situation(c.annee, _leurs_faits(version, c, nos))
        except KeyError:
            bilan.sans_traduction[version.nom, c.annee, c.famille] += 1
            continue
        demandes.append({"id": len(demandes), "situation": situation, "cibles": [*lignes.values()]})
        retenus.append((c, nos, lignes))
    reponses = demander(version, Path(user_cache_dir("egide")) / "pairs", demandes)
    for (c, nos, lignes), leur in zip(retenus, reponses, strict=True):
        if "erreur" in leur:
            bilan.refus.append(f"{version.nom}, {c.annee}, {dict(c.faits)} : {leur['erreur'].strip()}")
            continue
        leurs = {ligne: leur["valeurs"][regle] for ligne, regle in lignes.items()}
        ecarts = comparer(version.nom, c, nos, leurs, valeur_au(c.annee, "pass_"))
        bilan.ajouter(version.nom, c, ecarts, explications)


def _leurs_faits(version: Version, cas: Cas, nos: Mapping[str, float]) -> dict[str, Any]:
    """Return the facts as their model takes them; `KeyError` for a base that it has not.

    Where it has not the base of 2025, it is given ours as an income. Dividends become what of them is in the base.
    """
    faits = dict(cas.faits)
    if cas.annee >= PREMIERE_ANNEE_ASSIETTE_UNIQUE:
        unique = "revenu_brut" in version.dialecte.faits
        if unique and "revenu_professionnel" in faits:
            raise KeyError("revenu_professionnel")
        if not unique and faits.pop("revenu_brut", None) is not None:
            faits["revenu_professionnel"] = nos["assiette_sociale"]
    if "dividendes_percus" in faits:
        franchise = faits.pop("capital_et_compte_courant") / 10
        faits["dividendes_soumis"] = max(faits.pop("dividendes_percus") - franchise, 0)
    return faits


def afficher(bilan: Bilan, inutiles: list[Explication], exemples: int) -> None:
    """Print the gaps grouped by cause, what has no explanation, then how many situations are equal, and of how many."""
    ordre = list(dict.fromkeys(rangee[:2] for rangee in bilan.situations))
    rangees = sorted(bilan.expliques.items(), key=lambda e: (ordre.index(e[0][:2]), LIGNES.index(e[0][2])))
    for (version, annee, ligne, cause), ecarts in rangees:
        bornes = f"{min(e.montant for e in ecarts):+g} à {max(e.montant for e in ecarts):+g} €"
        print(f"  {version}  {annee}  {ligne:<42} {len(ecarts):>4}  {bornes:<24} {cause.a_qui} : {cause.raison}")
    for explication in inutiles:
        print(f"attention : explication qui ne sert plus ({', '.join(explication.version)}) : {explication.raison}")
    for refus in bilan.refus[:exemples]:
        print(f"SANS RÉPONSE : {refus}")
    for ecart, causes in bilan.deux_fois[:exemples]:
        print(f"EXPLIQUÉ {len(causes)} FOIS : {ecart} : " + " / ".join(c.raison for c in causes))
    for ecart in bilan.inexpliques[:exemples]:
        print(f"INEXPLIQUÉ : {ecart}")
    for cle, nombre in sorted(Counter((e.version, e.cas.annee, e.ligne) for e in bilan.inexpliques).items()):
        print(f"INEXPLIQUÉ : {', '.join(map(str, cle))} : {nombre} écarts")
    _afficher_familles(bilan)
    expliques = Counter[str]()
    for (*_, cause), ecarts in bilan.expliques.items():
        expliques[cause.a_qui] += len(ecarts)
    print(
        f"{bilan.situations.total()} situations, {bilan.egales.total()} égales ; écarts expliqués : "
        f"{expliques['eux']} à eux, {expliques['nous']} à nous, {expliques['suite']} par suite ; "
        f"{len(bilan.inexpliques)} inexpliqués, "
        f"{len(bilan.deux_fois)} expliqués plusieurs fois, {len(bilan.refus)} sans réponse."
    )


def _afficher_familles(bilan: Bilan) -> None:
    """Print a line for each version and year, then a table: a row for each family, a column for each version."""
    vues = bilan.situations | bilan.sans_traduction
    for version, annee in dict.fromkeys(rangee[:2] for rangee in vues):
        compte, egales, tues = (
            sum(nombre for rangee, nombre in compteur.items() if rangee[:2] == (version, annee))
            for compteur in (bilan.situations, bilan.egales, bilan.sans_traduction)
        )
        suite = f", {tues} qu'elle ne sait pas entendre" if tues else ""
        print(f"{version}, {annee} : {compte} situations, {egales} égales sur toute la ligne{suite}")
    versions = list(dict.fromkeys(version for version, _, _ in vues))
    print("égales/comparées".ljust(LARGEUR_FAMILLE) + "".join(version.rjust(LARGEUR_VERSION) for version in versions))
    comparees, egales_par = _par_famille(bilan.situations), _par_famille(bilan.egales)
    for famille in sorted({famille for _, _, famille in vues}, key=FAMILLES.index):
        cases = [(egales_par[famille, v], comparees[famille, v]) for v in versions]
        textes = [f"{e}/{n}" if n else "—" for e, n in cases]
        print(famille.ljust(LARGEUR_FAMILLE) + "".join(texte.rjust(LARGEUR_VERSION) for texte in textes))


def _par_famille(compteur: Counter[Rangee]) -> Counter[tuple[str, str]]:
    sommes = Counter[tuple[str, str]]()
    for (version, _, famille), nombre in compteur.items():
        sommes[famille, version] += nombre
    return sommes


def _choisies(options: argparse.Namespace) -> Iterator[tuple[Version, list[int]]]:
    versions = [v for v in PUBLIEES if not options.versions or v.nom in options.versions]
    versions += [version_du_fichier(fichier) for fichier in options.regles]
    for version in versions:
        annees = [annee for annee in version.annees if not options.annees or annee in options.annees]
        if annees:
            yield version, annees


def _inutiles(explications: Iterable[Explication], vus: set[tuple[str, int]]) -> Iterator[Explication]:
    """Yield what explained nothing, though every year of every version that it is about was asked."""
    publiees = {(v.nom, annee) for v in PUBLIEES for annee in v.annees}
    for explication in explications:
        concernes = {paire for paire in publiees | vus if explication.concerne(*paire)}
        if not explication.utilisee and concernes and concernes <= vus:
            yield explication


def _tirage(annees: Iterable[int], options: argparse.Namespace) -> Iterator[Cas]:
    for annee in annees:
        courantes = tirer(annee, options.situations, Random(annee))
        for cas in chain(courantes, tirer_du_chapitre(annee, options.situations // PART_D_UNE_FAMILLE)):
            if not options.familles or cas.famille in options.familles:
                yield cas


def main(arguments: list[str] | None = None) -> int:
    analyseur = argparse.ArgumentParser(description="Compare Égide aux règles des simulateurs officiels.")
    analyseur.add_argument("--regles", type=Path, action="append", default=[], help="fichier JSON de règles publicodes")
    analyseur.add_argument("--annees", type=int, nargs="+", help="seulement ces années")
    analyseur.add_argument("--versions", nargs="+", help="seulement ces versions de modele-social (aucune : « - »)")
    analyseur.add_argument("--situations", type=int, default=300, help="situations par année (300)")
    analyseur.add_argument("--familles", nargs="+", choices=FAMILLES, help="seulement ces familles de situations")
    analyseur.add_argument("--exemples", type=int, default=30, help="écarts inexpliqués à montrer (30)")
    options = analyseur.parse_args(arguments)
    bilan, vus = Bilan(), set[tuple[str, int]]()
    try:
        explications = lire_explications()
        for version, annees in _choisies(options):
            vus |= {(version.nom, annee) for annee in annees}
            confronter(version, list(_tirage(annees, options)), explications, bilan)
    except (PairsIndisponibles, ExplicationInvalide, ErreurEgide, OSError) as erreur:
        print(f"ERREUR : la comparaison n'a pas été faite. {erreur}", file=sys.stderr)
        return 1
    if not bilan.situations | bilan.sans_traduction:
        print("ERREUR : aucune version à comparer pour ces années.", file=sys.stderr)
        return 1
    inutiles = [] if options.familles else list(_inutiles(explications, vus))
    afficher(bilan, inutiles, options.exemples)
    return 1 if bilan.en_faute else 0


if __name__ == "__main__":
    sys.exit(main())
