"""How the law is written: no bare figure, no foreign import, references, French titles, plain names."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import egide.droit
from egide.moteur.lecture import instructions
from egide.moteur.regle import Regle
from egide.services.loi import LOIS_A_PART, loi, loi_de
from egide.services.loi_recouvrement import loi_a_part
from egide.services.retraite import loi_retraite

RACINE = Path(egide.droit.__path__[0])
FICHIERS = sorted(RACINE.rglob("*.py"))
NOMBRES_PERMIS = {0, 1}
IMPORTS_PERMIS = ("egide.moteur.regle", "egide.moteur.mecanismes", "egide.moteur.suites", "egide.droit.commun")
VOISINS = {
    "professions_liberales": ("egide.droit.cotisations",),
    "remplacants": ("egide.droit.cotisations",),
    "invalidite_deces": ("egide.droit.sante",),
}
"""Chapters whose rules are variants of those of another, and share its functions."""
IMPORTS_PERMIS_AU_COMMUN = (*IMPORTS_PERMIS, "__future__", "enum")
TITRE_MAXIMAL = 115
JOUR = re.compile(r"^\d{4}-\d{2}-\d{2}$")
NOM = re.compile(r"^_{0,2}[a-z][a-z0-9]*(_{1,2}[a-z0-9]+)*_{0,2}$")
NOM_DE_CLASSE = re.compile(r"^[A-Z][A-Za-z0-9]*$")
NOM_DE_CONSTANTE = re.compile(r"^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$")
ANGLAIS = re.compile(r"\b(the|of|and|are|for|with|from|by|which|that|this|rate|amount|income|when)\b")
FRANCAIS = re.compile(r"[àâçéèêëîïôùû]|\b(le|la|les|un|une|des|du|de|et|ou|en|cotisation|contribution)\b", re.I)
LOIS = (
    loi(),
    *(loi_de(*chapitres) for chapitres in LOIS_A_PART),
    loi_retraite(),
    loi_a_part("recouvrement"),
    loi_a_part("c3s"),
)
REGLES = [regle for droit in LOIS for versions in droit.regles.values() for regle in versions]
FONCTIONS = {regle.fonction: regle for regle in REGLES}


class Faute(NamedTuple):
    """What is wrong and where."""

    lieu: str
    quoi: str


def arbre(fichier: Path) -> ast.Module:
    return ast.parse(fichier.read_text(encoding="utf-8"), str(fichier))


def nombres_nus(module: ast.Module, nom: str) -> Iterator[Faute]:
    """Yield numbers in code; the members of an enumeration are only told apart by theirs."""
    membres = {
        id(n)
        for classe in ast.walk(module)
        if isinstance(classe, ast.ClassDef) and any(ast.unparse(b) == "IntEnum" for b in classe.bases)
        for affectation in classe.body
        if isinstance(affectation, ast.Assign)
        for n in ast.walk(affectation)
    }
    for n in ast.walk(module):
        nombre = isinstance(n, ast.Constant) and isinstance(n.value, int | float | complex) and n.value
        if nombre not in NOMBRES_PERMIS and id(n) not in membres:
            yield Faute(f"{nom}:{getattr(n, 'lineno', 0)}", f"nombre nu {nombre}")


def jours_hors_decorateurs(module: ast.Module, nom: str) -> Iterator[Faute]:
    """Yield dates written elsewhere than in a decorator, and calls that would make one."""
    dans_decorateurs = {
        id(n)
        for fonction in ast.walk(module)
        if isinstance(fonction, ast.FunctionDef)
        for decorateur in fonction.decorator_list
        for n in ast.walk(decorateur)
    }
    for n in ast.walk(module):
        ecrit = n.value if isinstance(n, ast.Constant) and id(n) not in dans_decorateurs else None
        if isinstance(ecrit, str) and JOUR.match(ecrit):
            yield Faute(f"{nom}:{getattr(n, 'lineno', 0)}", f"date {ecrit} hors d'un décorateur")


def imports_interdits(module: ast.Module, nom: str, permis: tuple[str, ...]) -> Iterator[Faute]:
    for n in ast.walk(module):
        noms = [n.module or ""] if isinstance(n, ast.ImportFrom) else []
        noms += [a.name for a in n.names] if isinstance(n, ast.Import) else []
        for importe in noms:
            if not any(importe == p or importe.startswith(f"{p}.") for p in permis):
                yield Faute(f"{nom}:{getattr(n, 'lineno', 0)}", f"import de {importe}")


def noms_mal_formes(module: ast.Module, nom: str) -> Iterator[Faute]:
    for n in ast.walk(module):
        ecrits: list[tuple[str, bool]] = []
        if isinstance(n, ast.FunctionDef):
            ecrits = [(e, bool(NOM.match(e))) for e in (n.name, *(a.arg for a in n.args.args))]
        elif isinstance(n, ast.ClassDef):
            ecrits = [(n.name, bool(NOM_DE_CLASSE.match(n.name)))]
        elif isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store):
            ecrits = [(n.id, bool(NOM.match(n.id) or NOM_DE_CONSTANTE.match(n.id)))]
        yield from (Faute(f"{nom}:{getattr(n, 'lineno', 0)}", f"nom {e}") for e, bien in ecrits if not bien)


def est_une_somme(regle: Regle) -> bool:
    """Tell whether a rule only adds and subtracts its arguments."""
    (fonction,) = ast.parse(textwrap.dedent(inspect.getsource(regle.fonction))).body
    assert isinstance(fonction, ast.FunctionDef)
    corps = fonction.body[1:]
    if len(corps) != 1 or not isinstance(corps[0], ast.Return) or corps[0].value is None:
        return False
    permis = (ast.BinOp, ast.Add, ast.Sub, ast.Name, ast.Load)
    return all(isinstance(n, permis) for n in ast.walk(corps[0].value))


@pytest.mark.parametrize("fichier", FICHIERS, ids=[str(f.relative_to(RACINE)) for f in FICHIERS])
def test_le_droit_ne_contient_que_du_droit(fichier: Path) -> None:
    module, nom = arbre(fichier), str(fichier.relative_to(RACINE))
    chapitre = nom.split("/", 1)[0]
    du_chapitre = (*IMPORTS_PERMIS, f"egide.droit.{chapitre}", *VOISINS.get(chapitre, ()))
    permis = IMPORTS_PERMIS_AU_COMMUN if chapitre == "commun" else du_chapitre
    permis = (*permis, "enum") if fichier.name == "enumerations.py" else permis
    assert list(nombres_nus(module, nom)) == []
    assert list(jours_hors_decorateurs(module, nom)) == []
    assert list(imports_interdits(module, nom, permis)) == []
    assert list(noms_mal_formes(module, nom)) == []
    assert all(NOM.match(p.stem) for p in (fichier, *fichier.relative_to(RACINE).parents) if p.stem)


@pytest.mark.parametrize("regle", FONCTIONS.values(), ids=[f.__name__ for f in FONCTIONS])
def test_une_regle_est_une_somme_ou_cite_ses_articles(regle: Regle) -> None:
    assert regle.references or est_une_somme(regle), regle.lieu


@pytest.mark.parametrize("regle", FONCTIONS.values(), ids=[f.__name__ for f in FONCTIONS])
def test_le_titre_d_une_regle_est_court_et_en_francais(regle: Regle) -> None:
    premiere, *suite = (inspect.getdoc(regle.fonction) or "").split("\n")
    assert 0 < len(premiere) < TITRE_MAXIMAL, f"{regle.lieu} : {len(premiere)} caractères"
    assert premiere.endswith("."), regle.lieu
    assert not suite or not suite[0], f"{regle.lieu} : une ligne vide suit le titre"
    assert not ANGLAIS.search(regle.explication), regle.lieu
    assert FRANCAIS.search(regle.explication), regle.lieu


@pytest.mark.parametrize(
    ("source", "quoi"),
    [
        ("def r(x):\n    return x * 0.26", "nombre nu 0.26"),
        ("def r(x):\n    return x + 2", "nombre nu 2"),
        ("SEUIL = 39732", "nombre nu 39732"),
        ("def r(x, y=12):\n    return x", "nombre nu 12"),
        ("JOUR = '2025-01-01'", "date 2025-01-01 hors d'un décorateur"),
        ("from egide.moteur.graphe import Legislation", "import de egide.moteur.graphe"),
        ("import math", "import de math"),
        ("def Assiette(x):\n    return x", "nom Assiette"),
        ("def r(prélèvement):\n    return prélèvement", "nom prélèvement"),
        ("def r(x):\n    montantTotal = x\n    return montantTotal", "nom montantTotal"),
    ],
)
def test_une_faute_est_vue(source: str, quoi: str) -> None:
    module = ast.parse(source)
    fautes = [
        *nombres_nus(module, "x.py"),
        *jours_hors_decorateurs(module, "x.py"),
        *imports_interdits(module, "x.py", IMPORTS_PERMIS),
        *noms_mal_formes(module, "x.py"),
    ]
    assert [f.quoi for f in fautes] == [quoi]


def test_ce_qui_est_permis_ne_l_est_pas_moins() -> None:
    source = """
    class Axe(IntEnum):
        PREMIER = 7

    @regle(depuis="2025-01-01", unite="€/an")
    def plafond__2025(pass_, revenu_n_1, dispense=False):
        return max(pass_ - 1, -1 * revenu_n_1, 0)
    """
    module = ast.parse(textwrap.dedent(source))
    assert not [*nombres_nus(module, ""), *jours_hors_decorateurs(module, ""), *noms_mal_formes(module, "")]


@pytest.mark.parametrize("regle", FONCTIONS.values(), ids=[f.__name__ for f in FONCTIONS])
def test_une_regle_n_a_que_des_formes_qui_se_montrent(regle: Regle) -> None:
    assert instructions(regle.fonction)
