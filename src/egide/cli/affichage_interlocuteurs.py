"""Whom to talk to, subject by subject, as a table and what it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from rich import box
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from egide.cli.affichage import _console, _liste
from egide.moteur.ecriture import ecrire_jour
from egide.services.interlocuteurs import Interlocuteurs
from egide.services.reponse import AVERTISSEMENT

TITRES = {
    "dossier_maladie": "Dossier maladie",
    "remboursement_soins": "Remboursement des soins",
    "indemnites_journalieres": "Indemnités journalières",
    "cmu_c_acs": "CMU-C et aide à la mutuelle",
    "c2s": "Complémentaire santé solidaire",
    "invalidite_deces": "Invalidité et décès",
    "retraite_base": "Retraite de base",
    "retraite_complementaire": "Retraite complémentaire",
    "cotisations": "Cotisations",
    "cotisations_retraite": "Cotisations de retraite",
    "c3s": "C3S (sociétés seulement)",
    "action_sociale": "Action sociale",
    "mediation": "Médiation",
    "assurance_volontaire": "Assurance volontaire",
    "formalites": "Formalités",
    "recours_amiable": "Recours amiable",
}
GENRES = {
    "agence_ssi": "Agence de la Sécurité sociale des indépendants",
    "organisme_conventionne": "Organisme conventionné (RAM ou mutuelle)",
    "caisse_rsi": "Caisse du RSI",
    "section_cnavpl": "Section de retraite libérale",
    "cpam": "CPAM",
    "urssaf": "Urssaf",
    "carsat": "Carsat",
}
HORS_D_EPOQUE = ("cmu_c_acs", "c2s")
"""One replaced the other: the one that does not exist on that day is not shown."""


def afficher_interlocuteurs(reponse: Interlocuteurs, *, detail: bool) -> None:
    """Print who answers for each subject, until when; with the reason and the contact where one subject is asked."""
    console = _console()
    console.print(f"\n[bold]Vos interlocuteurs au {ecrire_jour(reponse.date)}[/]")
    console.print(f"[dim]{_lieux(reponse.lieux)}[/]\n", highlight=False)
    montres = {
        nom: v for nom, v in reponse.valeurs.items() if detail or nom not in HORS_D_EPOQUE or v["organisme"] != "aucun"
    }
    console.print(_table(montres))
    if detail:
        for nom, valeur in montres.items():
            _detailler(console, nom, valeur)
    else:
        _regrouper(console, montres)
    for part in reponse.activites:
        if part["valeurs"]:
            console.print(f"[bold]Activité {part['activite'] + 1}[/] : d'autres interlocuteurs pour")
            console.print(_table(part["valeurs"]))
    _liste(console, "Choisi ou supposé", reponse.hypotheses)
    _liste(console, "À confirmer", reponse.a_confirmer, style="yellow")
    suite = "" if detail else " Le motif et les articles d'un sujet : --sujet SUJET."
    console.print(f"[dim]{AVERTISSEMENT}{suite}[/]\n")


def _lieux(lus: Mapping[str, str]) -> str:
    residence, activite = lus.get("residence"), lus.get("activite")
    ou = [f"résidence : {residence}"] if residence else []
    ou += [f"activité : {activite}"] if activite and activite != residence else []
    return " ; ".join(ou) or "Aucun lieu n'est donné."


def _table(valeurs: dict[str, dict[str, Any]]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for titre in ("Sujet", "Qui répond", "Jusqu'au", "Ensuite"):
        table.add_column(titre)
    for nom, valeur in valeurs.items():
        ensuite = valeur["ensuite"]
        apres = _qui(ensuite) if ensuite else ""
        if nom == "cmu_c_acs" and ensuite:
            apres = TITRES["c2s"]
        fin = ecrire_jour(date.fromisoformat(valeur["jusqu_au"])) if valeur["jusqu_au"] else ""
        style = "dim" if valeur["organisme"] == "aucun" or valeur.get("concerne") is False else ""
        doute = Text(" (à confirmer)", style="yellow") if valeur["incertitudes"] else Text()
        avec = valeur.get("concours", {}).get("nom")
        concours = Text(f"\navec {avec}", style="dim") if avec else Text()
        table.add_row(TITRES[nom], Text(_qui(valeur)).append_text(doute).append_text(concours), fin, apres, style=style)
    return table


def _qui(valeur: dict[str, Any]) -> str:
    if valeur["organisme"] == "aucun":
        return "personne"
    code = f" ({valeur['code']})" if valeur["code"] and valeur["code"].isdigit() else ""
    return f"{valeur['nom'] or GENRES.get(valeur['organisme'], valeur['organisme'])}{code}"


def _regrouper(console: Any, valeurs: dict[str, dict[str, Any]]) -> None:
    """Print each contact once, and why nobody answers where nobody does."""
    contacts: dict[str, str] = {}
    for valeur in valeurs.values():
        if valeur["contact"] and valeur.get("concerne", True):
            contacts.setdefault(valeur["contact"], _qui(valeur))
    _liste(console, "Contacts", [f"{qui} : {contact}" for contact, qui in contacts.items()])
    possibles = {_possibles(v["candidats"]): TITRES[nom] for nom, v in reversed(valeurs.items()) if v["candidats"]}
    _liste(console, "Plusieurs possibles", [f"{titre} : {noms}" for noms, titre in possibles.items()])
    sans: dict[str, list[str]] = {}
    for nom, valeur in valeurs.items():
        if valeur["organisme"] == "aucun":
            sans.setdefault(valeur["motif"], []).append(TITRES[nom])
    _liste(console, "Pourquoi personne", [f"{', '.join(noms)} : {motif}" for motif, noms in sans.items()])


def _possibles(candidats: list[dict[str, Any]]) -> str:
    return ", ".join(c["nom"] + (f" ({c['code']})" if (c["code"] or "").isdigit() else "") for c in candidats)


def _detailler(console: Any, nom: str, valeur: dict[str, Any]) -> None:
    console.print(f"[bold]{TITRES[nom]}[/]")
    lignes = [valeur["motif"]]
    if valeur.get("concours") and valeur["concours"]["nom"]:
        lignes.append(f"Avec {valeur['concours']['nom']}")
    if valeur["contact"]:
        lignes.append(f"Contact : {valeur['contact']}")
    if valeur["candidats"]:
        lignes.append(f"Possibles : {_possibles(valeur['candidats'])}")
    if valeur["ensuite"] and valeur["ensuite"]["incertitudes"]:
        lignes.append(f"La suite est à confirmer : {' '.join(valeur['ensuite']['incertitudes'])}")
    lignes.append(f"Articles : {', '.join(valeur['articles'])}")
    for ligne in lignes:
        console.print(f"  {escape(ligne)}")
    console.print()
