"""The official simulators' rules, run by Node: which versions, and how to get them."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pairs_dialectes import (
    DE_MAYOTTE,
    DU_CONJOINT,
    LIGNES,
    MAYOTTE,
    MODELE_2021,
    MODELE_SOCIAL,
    MODELE_SOCIAL_SANS_FIN,
    MODELE_TI,
    SANS_LA_REFORME,
    Dialecte,
)
from pairs_seuils import PREMIERE_ANNEE_ASSIETTE_UNIQUE


class PairsIndisponibles(Exception):
    """The peers cannot be asked: Node, npm or the network is missing, or their program failed."""


@dataclass(frozen=True)
class Version:
    """A published version, or a file, of the rules: the years it is asked about, and the engine that reads it."""

    nom: str
    moteur: str
    dialecte: Dialecte
    annees: tuple[int, ...]
    fichier: Path | None = None

    def lignes(self, annee: int, faits: Mapping[str, Any]) -> dict[str, str]:
        """Return the lines worth comparing in a situation, each with their rule.

        `modele-social` stays on the base and the rates of before the reform, which are those of the calls of 2025.
        """
        ancien = annee >= PREMIERE_ANNEE_ASSIETTE_UNIQUE and "revenu_brut" not in self.dialecte.faits
        appels_2025 = annee == PREMIERE_ANNEE_ASSIETTE_UNIQUE and "appels" in faits
        absentes = {*DU_CONJOINT} if "conjoint_collaborateur" not in faits else set()
        absentes |= {*DE_MAYOTTE} if faits.get("commune") != MAYOTTE else set()
        noms = SANS_LA_REFORME if ancien and not appels_2025 else LIGNES
        return {nom: regle for nom in noms if (regle := self.dialecte.lignes.get(nom)) and nom not in absentes}


PUBLIEES = (
    Version("0.2.0", "1.0.0-beta.10", MODELE_2021, (2021,)),
    Version("1.8.3", "1.0.0-beta.76", MODELE_SOCIAL_SANS_FIN, (2021, 2022, 2023)),
    Version("3.0.0", "1.3.3", MODELE_SOCIAL_SANS_FIN, (2021, 2022, 2023, 2024)),
    Version("11.1.0", "1.8.2", MODELE_SOCIAL, (2021, 2024, 2025, 2026)),
)
"""The versions that npm still serves and that differ in what they say of the self-employed.

2018 to 2020 are in none. Left out, as they say the same: 1.7.1 and 1.8.1 (1.8.3, with the RCI ceiling of 2022 in
2023), 1.8.2 (1.8.3), 2.0.0 (3.0.0, if not read by publicodes 1.0.1, which takes in 2023 the SMIC of 2024), 8.0.0 to
10.0.1 (11.1.0). `modele-ti`, which has the reform of 2025, is not published:
compile it from the sources of mon-entreprise (`getModelFromSource` of @publicodes/tools on the folders of rules of
modele-ti and modele-commun) and give the JSON with `--regles`.
"""
DEMANDES_PAR_MOTEUR = 1_000
"""Old engines keep everything they computed: some thousands of situations would take all the memory of Node."""
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
    """Yield the answer of a version to each request, in order; the engine is loaded once for many."""
    commande = [_programme("node"), str(Path(__file__).with_name("pairs.mjs")), str(installer(version, cache))]
    if version.fichier:
        commande.append(str(version.fichier))
    lignes = [json.dumps(d, ensure_ascii=False) + "\n" for d in demandes]
    for premier in range(0, len(lignes), DEMANDES_PAR_MOTEUR):
        lot = lignes[premier : premier + DEMANDES_PAR_MOTEUR]
        fini = subprocess.run(
            commande, input="".join(lot), capture_output=True, text=True, encoding="utf-8", check=False
        )
        reponses = fini.stdout.splitlines()
        if fini.returncode or len(reponses) != len(lot):
            raise PairsIndisponibles(f"modele-social {version.nom} n'a pas répondu : {fini.stderr.strip()[-800:]}")
        yield from map(json.loads, reponses)
