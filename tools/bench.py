"""Measure what must be fast, as ratios taken in the same run: `make bench`. It never fails, it tells.

Medians over repeated runs, on one core. Targets are written beside; a machine under load measures times too long,
ratios less so. Each section imports what it measures: what one does not need must not be loaded for it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import product
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

RACINE = Path(__file__).resolve().parent.parent
EXEMPLE = RACINE / "exemples" / "artisan.yaml"
MICRO = RACINE / "exemples" / "micro_services.yaml"
COMMERCANT = RACINE / "exemples" / "commercant_2014.yaml"
PERSONNES = 1_000_000
AFFILIATION = ("regime", "section", "assure_a_titre")
PART_DE_MEMCPY, FOIS_NUMPY = 0.4, 8
LOURDS = ("numpy", "numba", "llvmlite", "pandas", "pyarrow", "flask", "starlette", "fastapi", "uvicorn", "jinja2")
"""Packages that one person's answer must not pay for."""
CHARGER = "import egide\nfrom egide.services.loi import loi\nloi()\n"
COMPILER = """
from time import perf_counter
debut = perf_counter()
import numpy as np
from egide.population import calculer
from egide.services.cotisations import TOTAL
imports = perf_counter()
revenus, natures = np.linspace(0, 200_000, 3_000), np.arange(3_000) % 3 + 1
colonnes = {"revenu_brut": revenus, "nature": natures, "categorie_liberale": 0}
calculer(colonnes, (TOTAL, "revenu_net"), annee=2026)
print(perf_counter() - debut, imports - debut)
"""
COMPILER_LES_INTERLOCUTEURS = """
from time import perf_counter
debut = perf_counter()
import numpy as np
from egide.droit.commun.enumerations import Sujet, slug
from egide.population import calculer
imports = perf_counter()
colonnes = {"nature": np.arange(3_000) % 3 + 1, "categorie_liberale": 0, "ressort_residence": np.arange(3_000) % 8 + 1}
calculer(colonnes, ("regime", *(f"organisme_{slug(sujet)}" for sujet in Sujet)), date="2026-11-23")
print(perf_counter() - debut, imports - debut)
"""


class Rapport:
    """Lines of the table as they are measured, section by section."""

    def __init__(self) -> None:
        self.manquees = 0

    def titre(self, texte: str) -> None:
        print(f"\n{texte}", flush=True)

    def ligne(self, quoi: str, mesure: str, cible: str = "", tenue: bool | None = None) -> None:
        verdict = "" if tenue is None else "ok" if tenue else "KO"
        self.manquees += tenue is False
        print(f"  {quoi:<64} {mesure:>14}  {cible:>10}  {verdict}".rstrip(), flush=True)

    def duree(self, quoi: str, secondes: float, au_plus: float | None = None) -> None:
        cible = "" if au_plus is None else f"≤ {_temps(au_plus)}"
        self.ligne(quoi, _temps(secondes), cible, None if au_plus is None else secondes <= au_plus)

    def part(self, quoi: str, mesure: float, au_moins: float | None = None) -> None:
        cible = "" if au_moins is None else f"≥ {au_moins:.0%}"
        self.ligne(quoi, f"{mesure:.0%}", cible, None if au_moins is None else mesure >= au_moins)

    def fois(self, quoi: str, mesure: float, au_moins: float | None = None) -> None:
        cible = "" if au_moins is None else f"≥ × {au_moins:g}"
        self.ligne(quoi, f"× {mesure:.1f}", cible, None if au_moins is None else mesure >= au_moins)


def _temps(secondes: float) -> str:
    for unite, facteur in (("s", 1.0), ("ms", 1e3)):
        if secondes * facteur >= 1:
            return f"{secondes * facteur:.3g} {unite}"
    return f"{secondes * 1e6:.3g} µs"


def mediane(travail: Callable[[], object], fois: int = 7) -> float:
    """Return the median duration of a piece of work, after one run for nothing."""
    travail()
    return median(_durees(travail, fois))


def _durees(travail: Callable[[], object], fois: int) -> Iterator[float]:
    for _ in range(fois):
        debut = perf_counter()
        travail()
        yield perf_counter() - debut


def a_tour_de_role(travaux: Sequence[Callable[[], object]], tours: int = 11) -> list[float]:
    """Return the median duration of each piece of work, run in turn: what slows the machine slows them all."""
    for travail in travaux:
        travail()
    releves = [[next(_durees(travail, 1)) for travail in travaux] for _ in range(tours)]
    return [median(durees) for durees in zip(*releves, strict=True)]


@contextmanager
def un_seul_coeur() -> Iterator[None]:
    """Keep this process on one core, where the system allows it."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    avant = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(avant)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, avant)


def processus(code: str, **environnement: str) -> str:
    """Run code in a fresh interpreter; return what it printed."""
    lance = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ, **environnement}
    )
    return lance.stdout


def une_personne(rapport: Rapport) -> None:
    import egide
    from egide.services.cotisations import CIBLES, TOTAL, ouvrir
    from egide.services.revenu import completer_revenu

    rapport.titre("Une personne (loi chargée)")
    situation = egide.charger(EXEMPLE)
    for annee in (2022, 2026):
        dossier = ouvrir(situation, annee=annee, nature="definitives", extrapoler=False)
        completer_revenu(dossier)
        derivation = mediane(partial(dossier.evaluer, CIBLES), 50)
        rapport.duree(f"{annee} : toutes les valeurs, avec leur dérivation", derivation, 0.003)
        service = mediane(partial(egide.cotisations, situation, annee=annee), 50)
        rapport.duree(f"{annee} : egide.cotisations(situation)", service)
        explication = mediane(partial(egide.expliquer, TOTAL, situation, annee=annee), 20)
        rapport.duree(f"{annee} : egide.expliquer(total)", explication)
        reponse = egide.cotisations(situation, annee=annee)
        rapport.duree(f"{annee} : .to_dict(), prochain fait utile compris", mediane(reponse.to_dict, 20))
    inversion = partial(egide.inverser, "revenu_net", 30_000, situation, sur="chiffre_affaires", annee=2026)
    rapport.duree("2026 : le chiffre d'affaires qui laisse un revenu net voulu", mediane(inversion, 5))


def affiliation(rapport: Rapport) -> None:
    import egide

    rapport.titre("Affiliation et interlocuteurs d'une personne (loi chargée)")
    situation = egide.charger(COMMERCANT)
    for jour in ("2018-02-28", "2026-11-23"):
        reponse = mediane(partial(egide.affiliation, situation, date=jour), 50)
        rapport.duree(f"{jour} : egide.affiliation(situation)", reponse, 0.005)
        reponse = mediane(partial(egide.interlocuteurs, situation, date=jour), 50)
        rapport.duree(f"{jour} : egide.interlocuteurs(situation), tous les sujets", reponse, 0.005)


def affiliation_d_une_population(rapport: Rapport) -> None:
    import numpy as np

    from egide.droit.commun.enumerations import Sujet, slug
    from egide.population import calculer

    rapport.titre(f"Affiliation et interlocuteurs : {PERSONNES / 1e6:.0f} million de personnes à un jour, un cœur")
    hasard = np.random.default_rng(3)
    natures = hasard.integers(1, 4, PERSONNES).astype(np.float64)
    colonnes = {
        "nature": natures,
        "categorie_liberale": np.where(natures == natures.max(), hasard.integers(1, 12, PERSONNES), 0),
        "statut": hasard.choice([1.0, 2.0, 4.0], PERSONNES),
        "debut": hasard.integers(14_000, 20_000, PERSONNES).astype(np.float64),
    }
    duree = mediane(partial(calculer, colonnes, AFFILIATION, date="2026-11-23"), 5)
    rapport.duree("régime, section, titre", duree, 0.5)
    places = {f"ressort_{de}": hasard.integers(1, 9, PERSONNES).astype(np.float64) for de in ("activite", "residence")}
    tout = (*AFFILIATION, *(f"organisme_{slug(sujet)}" for sujet in Sujet))
    duree = mediane(partial(calculer, {**colonnes, **places}, tout, date="2026-11-23"), 5)
    rapport.duree("les mêmes, et l'organisme de chaque sujet", duree, 0.5)
    communes = hasard.choice(["35238", "75114", "48095", "97411"], PERSONNES)
    duree = mediane(partial(calculer, {**colonnes, "commune": communes}, tout, date="2026-11-23"), 5)
    rapport.duree("  les territoires étant lus d'une colonne de communes", duree)


def micro_entrepreneur(rapport: Rapport) -> None:
    import egide

    rapport.titre("Micro-entrepreneur (loi chargée)")
    situation = egide.charger(MICRO)
    for annee in (2022, 2026):
        reponse = mediane(partial(egide.cotisations, situation, annee=annee), 50)
        rapport.duree(f"{annee} : egide.cotisations(situation), déclarations comprises", reponse, 0.005)
    comparaison = mediane(partial(egide.comparer, situation, annee=2026), 5)
    rapport.duree("2026 : egide.comparer(situation), deux statuts et leur croisement", comparaison)


def micro_entrepreneurs(rapport: Rapport) -> None:
    import numpy as np

    from egide.population import calculer

    rapport.titre(f"Micro-entrepreneurs : {PERSONNES / 1e6:.0f} million d'années de personnes par trimestre, un cœur")
    hasard = np.random.default_rng(4)
    for annee in (2022, 2024):
        colonnes = {
            **{f"recettes__t{k}": np.round(hasard.lognormal(8.5, 1, PERSONNES), 2) for k in range(1, 5)},
            "type_activite": hasard.integers(1, 5, PERSONNES).astype(np.float64),
            "nature": "commerciale",
            "debut": "2015-05-04",
        }
        duree = mediane(partial(calculer, colonnes, ("cotisations_micro_social", "total_a_payer"), annee=annee), 5)
        rapport.duree(f"{annee} : cotisations et total, quatre types mêlés", duree, 0.4)


def demarrage(rapport: Rapport) -> None:
    rapport.titre("Démarrage (processus neuf)")
    processus(CHARGER)  # the compiled form of the parameters is then in the cache
    nu = mediane(lambda: processus("pass"), 9)
    rapport.duree("interpréteur nu, pour mémoire (compris dans ce qui suit)", nu)
    rapport.duree("import egide et chargement de la loi", mediane(lambda: processus(CHARGER), 9), 0.3)
    commande = [str(Path(sys.executable).with_name("egide")), "cotisations", str(EXEMPLE)]
    rapport.duree("egide cotisations exemples/artisan.yaml", mediane(lambda: _lancer(commande), 9), 0.6)
    presents = processus(
        "import sys\nfrom egide.cli import main\n"
        f"sys.argv = ['egide', 'cotisations', {str(EXEMPLE)!r}]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"print('\\nLOURDS', [m for m in {LOURDS!r} if m in sys.modules])"
    ).rsplit("LOURDS ", 1)[1]
    rapport.ligne("modules lourds importés sur ce chemin", presents.strip(), "[]", presents.strip() == "[]")


def _lancer(commande: list[str]) -> None:
    subprocess.run(commande, capture_output=True, check=True)


def compilation(rapport: Rapport) -> None:
    rapport.titre("Compilation (cache vide, puis processus suivant)")
    for quoi, code in (
        ("cotisations de trois groupes, 2026", COMPILER),
        ("affiliation et interlocuteurs", COMPILER_LES_INTERLOCUTEURS),
    ):
        _compilation(rapport, quoi, code)


def _compilation(rapport: Rapport, quoi: str, code: str) -> None:
    with tempfile.TemporaryDirectory() as dossier:
        premiere = float(processus(code, XDG_CACHE_HOME=dossier).split()[0])
        suivantes = [processus(code, XDG_CACHE_HOME=dossier).split() for _ in range(5)]
    rapport.duree(f"première compilation, imports compris : {quoi}", premiere, 25)
    rapport.duree("processus suivant : jusqu'au premier résultat", median(float(s[0]) for s in suivantes), 1.5)
    rapport.duree("  dont imports (numpy, numba, egide)", median(float(s[1]) for s in suivantes))


@dataclass
class Essai:
    """One million rows of one year, and the ways of computing them that are compared.

    Attributes:
        calcul: the public call, each result dropped before the next.
        neuf: the public call, into memory that the system gives.
        copie, copie_neuve: a copy of as many bytes as `calculer` reads and writes, into memory touched or not.
        a_la_main: the same contributions by NumPy.
    """

    octets: int
    calcul: Callable[[], Mapping[str, Any]]
    neuf: Callable[[], Mapping[str, Any]]
    copie: Callable[[], object]
    copie_neuve: Callable[[], object]
    a_la_main: Callable[[], Mapping[str, Any]]

    @classmethod
    def preparer(cls, annee: int, revenus: Any, natures: Any) -> Essai:
        """Prepare a year; `natures` is a column, or None for craftsmen only."""
        import numpy as np
        from numpy_a_la_main import ARTISAN, LIGNES, NET, TOTAL, annee_2022, annee_2026

        from egide.population import calculer
        from egide.population.memoire import vider

        revenu, par_numpy = {2022: ("revenu_professionnel", annee_2022), 2026: ("revenu_brut", annee_2026)}[annee]
        cibles = (*LIGNES, TOTAL, NET)
        colonnes = {revenu: revenus, "nature": ARTISAN if natures is None else natures, "categorie_liberale": 0}
        lues = 1 if natures is None else 2
        source = np.random.default_rng(0).random((lues + len(cibles)) * len(revenus))
        but = np.zeros_like(source)
        calcul = partial(calculer, colonnes, cibles, annee=annee)

        def en_memoire_neuve() -> Mapping[str, Any]:
            vider()
            return calcul()

        return cls(
            source.nbytes,
            calcul,
            en_memoire_neuve,
            lambda: np.copyto(but, source),
            source.copy,
            lambda: par_numpy(revenus, ARTISAN if natures is None else natures),
        )

    def ecarts(self) -> int:
        """Count the results that differ between Égide and NumPy."""
        import numpy as np

        par_numpy, par_egide = self.a_la_main(), self.calcul()
        return sum(int((~np.isclose(par_egide[n], v, rtol=0, atol=1e-6)).sum()) for n, v in par_numpy.items())


def population(rapport: Rapport) -> None:
    import numpy as np

    hasard = np.random.default_rng(1)
    revenus = np.round(hasard.lognormal(10.2, 0.9, PERSONNES), 2)
    natures = hasard.integers(1, 4, PERSONNES).astype(np.float64)
    for annee, melees in product((2022, 2026), (None, natures)):
        quoi = "un groupe" if melees is None else "trois groupes mêlés"
        rapport.titre(f"Population : {PERSONNES / 1e6:.0f} million de personnes, {annee}, {quoi}, un cœur")
        essai = Essai.preparer(annee, revenus, melees)
        travaux = (essai.calcul, essai.neuf, essai.copie, essai.copie_neuve, essai.a_la_main)
        calcul, neuf, copie, copie_neuve, main_ = a_tour_de_role(travaux)
        rapport.ligne("egide.population.calculer", _temps(calcul), _par_seconde(calcul))
        rapport.ligne("egide.population.calculer, en mémoire neuve", _temps(neuf), _par_seconde(neuf))
        rapport.ligne("NumPy à la main", _temps(main_), _par_seconde(main_))
        rapport.ligne(f"copie de {essai.octets / 1e6:.0f} Mo (colonnes lues et écrites)", _temps(copie))
        rapport.ligne("copie des mêmes octets vers de la mémoire neuve", _temps(copie_neuve))
        rapport.part("débit / copie", copie / calcul, PART_DE_MEMCPY)
        rapport.part("débit / copie, en mémoire neuve", copie_neuve / neuf, PART_DE_MEMCPY)
        rapport.fois("NumPy à la main / Égide", main_ / calcul, FOIS_NUMPY)
        rapport.fois("NumPy à la main / Égide, en mémoire neuve", main_ / neuf)
        ecarts = essai.ecarts()
        rapport.ligne("résultats qui diffèrent entre Égide et NumPy", str(ecarts), "0", ecarts == 0)


def _par_seconde(secondes: float) -> str:
    return f"{PERSONNES / secondes / 1e6:.0f} M/s"


def main() -> None:
    rapport = Rapport()
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cœurs, charge {os.getloadavg()[0]:.1f}")
    demarrage(rapport)
    une_personne(rapport)
    affiliation(rapport)
    micro_entrepreneur(rapport)
    with un_seul_coeur():
        population(rapport)
        micro_entrepreneurs(rapport)
        affiliation_d_une_population(rapport)
    compilation(rapport)
    print(f"\n{rapport.manquees} cible(s) manquée(s)." if rapport.manquees else "\nToutes les cibles sont tenues.")


if __name__ == "__main__":
    main()
