"""What is compiled is kept, is never stale, and does without a cache where there is none."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pays import MEUNIER_NORD, an, brume

from egide.moteur.compilation import Colonne, Noyau, compiler
from egide.moteur.faits import Cle
from egide.moteur.periode import numero
from egide.moteur.plan import Plan
from egide.moteur.regle import Categorie

RECETTE: Cle = ("recette", 0, 2020)
FIXES: Mapping[Cle, float] = {("force", 0, None): 1.0, ("ouverture", 0, None): float(numero(date(1990, 1, 1)))}


def plan_2020(*cibles: str, categorie: Categorie = MEUNIER_NORD) -> Plan:
    return brume().plan(cibles, categorie, an(2020), donnes=[*FIXES, RECETTE])


def vides(noyau: Noyau, rangees: int) -> list[Colonne]:
    return [np.full(rangees, np.nan) for _ in noyau.sorties]


def test_one_call_warns_of_a_compilation_and_only_of_the_first() -> None:
    prevenues: list[int] = []
    plan = plan_2020("joyeuse_entree")
    for _ in range(2):
        noyau = compiler(plan, FIXES, [RECETTE], prevenir=prevenues.append)
        noyau.executer({RECETTE: np.array([1000.0])}, vides(noyau, 1))
    regles = {n.regle.fonction for n in plan.noeuds if n.regle}
    assert prevenues == [len(regles)]


def test_a_cache_that_cannot_be_written_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    obstacle = tmp_path / "un_fichier"
    obstacle.write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(obstacle))
    noyau = compiler(plan_2020("meules_en_service", "benefice"), FIXES, [RECETTE, ("meules", 0, None)])
    resultats = vides(noyau, 2)
    noyau.executer({RECETTE: np.array([5.0, 6.0]), ("meules", 0, None): np.array([0.0, 4.0])}, resultats)
    assert dict(zip(noyau.sorties, (r.tolist() for r in resultats), strict=True)) == {
        "meules_en_service": [1, 4],
        "benefice": [5, 6],
    }


SCRIPT = """
    import json, sys
    import numpy as np
    import ile
    from egide.moteur.compilation import compiler
    from egide.moteur.faits import Fait, Genre
    from egide.moteur.graphe import Legislation
    from egide.moteur.parametres import Parametres
    from egide.moteur.periode import Periode
    from egide.moteur.regle import regles_du_paquet

    faits = {n: Fait(n, Genre.NOMBRE, n) for n in ("peche", "navire")}
    loi = Legislation(regles_du_paquet(ile), Parametres({}), faits)
    cles = [(n, None, None) for n in faits]
    plan = loi.plan(("droit",), {}, Periode.de_l_annee(2021), donnes=cles)
    prevenues = []
    noyau = compiler(plan, {}, cles, prevenir=prevenues.append)
    resultat = np.empty(3)
    noyau.executer({cles[0]: np.array([1.0, 2.0, 3.0]), cles[1]: np.array([1.0, 2.0, 2.0])}, [resultat])
    print(json.dumps({
        "droits": resultat.tolist(),
        "prevenues": len(prevenues),
        "repris": sum(noyau.module.noyau.stats.cache_hits.values()),
    }))
"""

LOIS = """
    from egide.moteur.regle import regle
    from ile.navires import Navire

    @regle(depuis="2020-01-01", unite="€")
    def droit(peche, navire):
        "Droit de pêche, plus lourd pour les galions."
        if navire == Navire.GALION:
            return peche * 10
        return peche
"""

NAVIRES = """
    from enum import IntEnum

    class Navire(IntEnum):
        BARQUE = 1
        GALION = 2
"""


@pytest.fixture(scope="module")
def ile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    dossier = tmp_path_factory.mktemp("archipel")
    (dossier / "ile").mkdir()
    (dossier / "ile" / "__init__.py").write_text("", encoding="utf-8")
    return dossier


def lancer(ile: Path, *, lois: str = LOIS, navires: str = NAVIRES) -> dict[str, Any]:
    """Write the laws of an island, and compile them in a process of their own."""
    for nom, texte in (("lois.py", lois), ("navires.py", navires)):
        chemin = ile / "ile" / nom
        nouveau = textwrap.dedent(texte)
        if not chemin.exists() or chemin.read_text(encoding="utf-8") != nouveau:
            chemin.write_text(nouveau, encoding="utf-8")
    environnement = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ile), *sys.path]), "PYTHONDONTWRITEBYTECODE": "1"}
    environnement["XDG_CACHE_HOME"] = str(ile / "cache")
    fini = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(SCRIPT)], env=environnement, capture_output=True, text=True, check=False
    )
    assert fini.returncode == 0, fini.stderr
    resultat: dict[str, Any] = json.loads(fini.stdout)
    return resultat


def test_the_second_process_compiles_nothing(ile: Path) -> None:
    assert lancer(ile) == {"droits": [1, 20, 30], "prevenues": 1, "repris": 0}
    assert lancer(ile) == {"droits": [1, 20, 30], "prevenues": 0, "repris": 1}


def test_a_changed_rule_is_compiled_again(ile: Path) -> None:
    assert lancer(ile, lois=LOIS.replace("peche * 10", "peche * 11"))["droits"] == [1, 22, 33]


def test_a_changed_enumeration_is_compiled_again(ile: Path) -> None:
    lancer(ile)
    navires = NAVIRES.replace("BARQUE = 1", "GALION = 1").replace("        GALION = 2", "        BARQUE = 2")
    assert lancer(ile, navires=navires)["droits"] == [10, 2, 3]
