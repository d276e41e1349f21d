"""The official simulators' rules, run by Node: which versions, how a fact is said to them, how to get them."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LIGNES = (
    "cotisation_maladie_maternite",
    "cotisation_indemnites_journalieres",
    "cotisation_allocations_familiales",
    "cotisation_retraite_base",
    "cotisation_retraite_complementaire",
    "cotisation_invalidite_deces",
    "csg_crds",
    "contribution_formation_professionnelle",
    "total_cotisations_et_contributions",
)
"""What is compared, under the names of Égide, the total last."""
SANS_LA_REFORME = LIGNES[1:3] + LIGNES[5:6] + LIGNES[7:8]
"""What the reform of 2025 left alone, for one and the same base: cash benefits, family, invalidity, training."""
PREMIERE_ANNEE_ASSIETTE_UNIQUE = 2025
Traduction = Callable[[Any], dict[str, str]]


class PairsIndisponibles(Exception):
    """The peers cannot be asked: Node, npm or the network is missing, or their program failed."""


@dataclass(frozen=True)
class Dialecte:
    """How a family of rule files is spoken to.

    Attributes:
        lignes: for each line of Égide, the rule of theirs; in the order of `LIGNES`.
        faits: for each fact, the rules that say it to them. A fact that is not here cannot be said.
        constantes: what is always said.
    """

    lignes: tuple[str, ...]
    faits: Mapping[str, Traduction]
    constantes: Mapping[str, str]

    def situation(self, annee: int, faits: Mapping[str, Any]) -> dict[str, str]:
        """Return their situation for these facts; `KeyError` for a fact that they do not know."""
        situation = dict(self.constantes)
        for nom, valeur in {"annee": annee, **faits}.items():
            situation |= self.faits[nom](valeur)
        return situation


def _oui_non(regle: str) -> Traduction:
    return lambda valeur: {regle: "oui" if valeur else "non"}


def _euros(regle: str) -> Traduction:
    return lambda valeur: {regle: f"{valeur} €/an"}


def _jour(regle: str) -> Traduction:
    return lambda jour: {regle: "/".join(reversed(str(jour).split("-")))}


def _fin_d_annee(annee: int) -> dict[str, str]:
    # Some versions write « date > 01/2024 » where they mean « >= »: the first of January would miss it.
    return {"date": f"31/12/{annee}"}


def _nature(regle: str, **noms: str) -> Traduction:
    return lambda nature: {regle: f"'{noms[nature]}'"}


_NATURES = {"artisanale": "artisanale", "commerciale": "commerciale", "liberale": "libérale"}
_COTISATIONS_SOCIAL = (
    "maladie",
    "indemnités journalières maladie",
    "allocations familiales",
    "retraite de base",
    "retraite complémentaire",
    "invalidité et décès",
)
_SOCIAL = "dirigeant . indépendant . cotisations et contributions"
_TI = "indépendant . cotisations et contributions"
MODELE_2021 = Dialecte(
    lignes=(
        *(f"{_SOCIAL} . {nom}" for nom in (*_COTISATIONS_SOCIAL, "CSG et CRDS", "formation professionnelle")),
        _SOCIAL,
    ),
    faits={
        "annee": lambda annee: {"entreprise . exercice . fin": f"31/12/{annee}"},
        "debut": _jour("entreprise . date de création"),
        "revenu_professionnel": _euros("dirigeant . indépendant . revenu professionnel"),
        "nature": _nature(
            "entreprise . catégorie d'activité", **_NATURES | {"commerciale": "commerciale ou industrielle"}
        ),
        "rsa": _oui_non("situation personnelle . RSA"),
    },
    constantes={"dirigeant": "'indépendant'"},
)
MODELE_SOCIAL = Dialecte(
    lignes=(
        *(f"{_SOCIAL} . {nom}" for nom in (*_COTISATIONS_SOCIAL, "CSG-CRDS", "formation professionnelle")),
        _SOCIAL,
    ),
    faits={
        "annee": _fin_d_annee,
        "debut": _jour("entreprise . date de création"),
        "revenu_professionnel": _euros("dirigeant . indépendant . revenu professionnel"),
        "nature": _nature("entreprise . activité . nature", **_NATURES),
        "rsa": _oui_non("situation personnelle . RSA"),
        "saisonniere": _oui_non("entreprise . activités . saisonnière"),
    },
    constantes={
        "entreprise . catégorie juridique": "'EI'",
        "entreprise . catégorie juridique . EI . auto-entrepreneur": "non",
        "entreprise . imposition": "'IR'",
    },
)
MODELE_TI = Dialecte(
    lignes=(
        *(
            f"{_TI} . {nom}"
            for nom in (
                "cotisations . maladie-maternité",
                "cotisations . indemnités journalières",
                "cotisations . allocations familiales",
                "cotisations . retraite de base",
                "cotisations . retraite complémentaire",
                "cotisations . invalidité et décès",
                "CSG-CRDS",
                "formation professionnelle",
            )
        ),
        _TI,
    ),
    faits={
        "annee": _fin_d_annee,
        "debut": _jour("entreprise . date de création"),
        "revenu_professionnel": _euros("indépendant . revenu professionnel"),
        "revenu_brut": _euros("indépendant . revenu brut"),
        "nature": _nature("entreprise . activité", **_NATURES),
        "rsa": _oui_non("situation personnelle . RSA"),
        "saisonniere": _oui_non("entreprise . activité . saisonnière"),
    },
    constantes={"entreprise . imposition": "'IR'"},
)


@dataclass(frozen=True)
class Version:
    """A published version, or a file, of the rules: the years it is asked about, and the engine that reads it."""

    nom: str
    moteur: str
    dialecte: Dialecte
    annees: tuple[int, ...]
    fichier: Path | None = None

    def lignes(self, annee: int) -> tuple[str, ...]:
        """Return the lines worth comparing for a year: `modele-social` stays on the base of before the reform."""
        reforme = annee >= PREMIERE_ANNEE_ASSIETTE_UNIQUE and "revenu_brut" not in self.dialecte.faits
        return SANS_LA_REFORME if reforme else LIGNES


PUBLIEES = (
    Version("0.2.0", "1.0.0-beta.10", MODELE_2021, (2021,)),
    Version("1.8.3", "1.0.0-beta.76", MODELE_SOCIAL, (2021, 2022, 2023)),
    Version("3.0.0", "1.3.3", MODELE_SOCIAL, (2021, 2022, 2023, 2024)),
    Version("11.1.0", "1.8.2", MODELE_SOCIAL, (2021, 2024, 2025, 2026)),
)
"""The versions that npm still serves and that differ in what they say of the self-employed.

2018 to 2020 are in none. Left out, as they say the same: 1.7.1 and 1.8.1 (1.8.3, with the RCI ceiling of 2022 in
2023), 1.8.2 (1.8.3), 2.0.0 (3.0.0, if not read by publicodes 1.0.1, which takes in 2023 the SMIC of 2024), 8.0.0 to
10.0.1 (11.1.0). `modele-ti`, which has the reform of 2025, is not published:
compile it from the sources of mon-entreprise (`getModelFromSource` of @publicodes/tools on the folders of rules of
modele-ti and modele-commun) and give the JSON with `--regles`.
"""
MOTEUR_DES_FICHIERS = "1.8.2"
ANNEES_DES_FICHIERS = {True: (2024, 2025, 2026), False: (2021, 2022, 2023, 2024, 2025, 2026)}
"""Years asked of a file given by path, with and without the reform."""


def version_du_fichier(fichier: Path) -> Version:
    """Return the version that a JSON file of rules stands for, named after the file."""
    try:
        regles = json.loads(fichier.read_text(encoding="utf-8"))
    except (OSError, ValueError) as erreur:
        raise PairsIndisponibles(f"{fichier} n'est pas un fichier de règles publicodes en JSON : {erreur}") from erreur
    ti = isinstance(regles, dict) and "indépendant . revenu brut" in regles
    if not ti and (not isinstance(regles, dict) or "dirigeant . indépendant" not in regles):
        raise PairsIndisponibles(f"{fichier} : ni les règles de modele-ti, ni celles de modele-social.")
    dialecte = MODELE_TI if ti else MODELE_SOCIAL
    return Version(fichier.stem, MOTEUR_DES_FICHIERS, dialecte, ANNEES_DES_FICHIERS[ti], fichier.resolve())


def _programme(nom: str) -> str:
    chemin = shutil.which(nom)
    if chemin is None:
        raise PairsIndisponibles(f"{nom} est introuvable : installez Node.js (version 18 ou plus), qui le contient.")
    return chemin


def installer(version: Version, cache: Path) -> Path:
    """Return the folder that holds a version and its engine, fetched by npm if it is not there."""
    paquets = {"publicodes": version.moteur}
    if not version.fichier:
        paquets["modele-social"] = version.nom
    dossier = cache / (f"publicodes-{version.moteur}" if version.fichier else version.nom)
    if all(_installe(dossier, nom) == attendue for nom, attendue in paquets.items()):
        return dossier
    dossier.mkdir(parents=True, exist_ok=True)
    (dossier / "package.json").write_text('{"private": true}\n', encoding="utf-8")
    commande = [_programme("npm"), "install", "--ignore-scripts", "--no-audit", "--no-fund", "--save-exact"]
    commande += [f"{nom}@{numero}" for nom, numero in paquets.items()]
    fini = subprocess.run(commande, cwd=dossier, capture_output=True, text=True, check=False)
    if fini.returncode:
        raison = fini.stderr.strip()[-500:]
        raise PairsIndisponibles(
            f"npm n'a pas pu installer {', '.join(commande[-len(paquets) :])} (réseau coupé ?) : {raison}"
        )
    return dossier


def _installe(dossier: Path, paquet: str) -> str | None:
    try:
        texte = (dossier / "node_modules" / paquet / "package.json").read_text(encoding="utf-8")
        return str(json.loads(texte)["version"])
    except (OSError, ValueError, KeyError):
        return None


def demander(version: Version, cache: Path, demandes: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the answer of a version to each request, in order; the engine is loaded once for all."""
    commande = [_programme("node"), str(Path(__file__).with_name("pairs.mjs")), str(installer(version, cache))]
    if version.fichier:
        commande.append(str(version.fichier))
    entree = "".join(json.dumps(d, ensure_ascii=False) + "\n" for d in demandes)
    fini = subprocess.run(commande, input=entree, capture_output=True, text=True, encoding="utf-8", check=False)
    reponses = fini.stdout.splitlines()
    if fini.returncode or len(reponses) != entree.count("\n"):
        raise PairsIndisponibles(f"modele-social {version.nom} n'a pas répondu : {fini.stderr.strip()[-800:]}")
    yield from map(json.loads, reponses)
