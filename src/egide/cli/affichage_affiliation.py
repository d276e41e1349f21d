"""The answer to "who insures me?", made to be read."""

from __future__ import annotations

from datetime import date
from typing import Any

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from egide.cli.affichage import _console, _liste
from egide.droit.commun.enumerations import slug
from egide.moteur.ecriture import ecrire_jour
from egide.services.affiliation import AVERTISSEMENT, ReponseAffiliation
from egide.services.loi import derniere_verification
from egide.situation.donnees_affiliation import STATUTS_DE_SALARIE

REGIMES = {
    "ssi": "sécurité sociale des indépendants",
    "cnavpl": "CNAVPL",
    "cnbf": "CNBF",
    "regime_general_salarie": "régime général, comme un salarié",
    "regime_general": "régime général",
    "msa": "MSA",
    "rsi": "RSI",
    "artistes_auteurs": "artistes-auteurs (régime général)",
    "cfe": "Caisse des Français de l'étranger",
    "enim": "Enim",
    "fonction_publique": "fonction publique",
    "cps": "caisse du territoire",
    "aucun": "aucun",
}
TITRES = {
    "obligatoire": "à titre obligatoire",
    "volontaire": "à titre volontaire",
    "maintien_de_droits": "par maintien de droits",
    "aucun": "",
}
BRANCHES = {
    "maladie": "Santé (soins)",
    "retraite": "Retraite",
    "invalidite_deces": "Invalidité et décès",
    "famille": "Famille",
}


def afficher_affiliation(reponse: ReponseAffiliation) -> None:
    """Print each activity, what changes next, and the timeline."""
    console = _console()
    console.print(f"\n[bold]Affiliation au {_jour(reponse.date.isoformat())}[/]\n")
    for activite in reponse.activites:
        _activite(console, activite, reponse)
    _sante(console, reponse)
    _chronologie(console, reponse)
    _liste(console, "Supposé, et qui changerait la réponse", reponse.hypotheses)
    _liste(console, "À confirmer", reponse.a_confirmer, style="yellow")
    console.print(f"[dim]Droit vérifié jusqu'au {derniere_verification():%d/%m/%Y}. {AVERTISSEMENT}[/]\n")


def _activite(console: Console, activite: dict[str, Any], reponse: ReponseAffiliation) -> None:
    decrite = reponse.dossier.situation.activites[activite["activite"]]
    sans_metier = slug(decrite.statut) if decrite.statut in STATUTS_DE_SALARIE else None
    nature = decrite.profession or sans_metier or (slug(decrite.nature) if decrite.nature else "activité")
    entete = Text(f"Activité {activite['activite'] + 1} : {nature.replace('_', ' ')}", style="bold")
    console.print(entete.append(f" → {_regime(activite)}", style="bold green"))
    for motif in activite["motif"]:
        console.print(Padding(Text(motif), (0, 0, 0, 2)))
    console.print(Padding(Text(" ; ".join(activite["articles"]), style="dim"), (0, 0, 0, 2)))
    if "recevable" in activite:
        recevable = "recevable" if activite["recevable"] else "non recevable"
        console.print(Padding(Text(f"Demande d'assurance volontaire {recevable}."), (0, 0, 0, 2)))
    if activite["fin"]:
        console.print(Padding(Text(f"Dernier jour de l'affiliation : {_jour(activite['fin'])}."), (0, 0, 0, 2)))
    if avant := activite["avant"]:
        ancien = f"Avant, jusqu'au {_jour(avant['jusqu_au'])} : {_regime(avant)} ({avant['motif']})."
        console.print(Padding(Text(ancien), (0, 0, 0, 2)))
    console.print()
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("Branche")
    table.add_column("Régime")
    for branche, regime in activite["branches"].items():
        section = f", section {activite['section'].upper()}" if branche == "retraite" and activite["section"] else ""
        table.add_row(BRANCHES[branche], REGIMES[regime] + section)
    console.print(Padding(table, (0, 0, 0, 2)))
    a_venir = [f"{_jour(c['date'])} : {c['quoi']} ({' ; '.join(c['articles'])})" for c in activite["changements"]]
    _liste(console, "Ce qui change ensuite", a_venir)
    _liste(console, "À déclarer", [_declaration(d) for d in activite["a_declarer"]])
    _liste(
        console, "À qui s'adresser", [f"{c['quoi']} ({' ; '.join(c['articles'])})" for c in activite["s_adresser_a"]]
    )
    _liste(console, "À savoir", [f"{r['quoi']} ({' ; '.join(r['articles'])})" for r in activite["remarques"]])


def _sante(console: Console, reponse: ReponseAffiliation) -> None:
    """Say which of several activities carries the health file."""
    lue = reponse.sante
    if len(reponse.activites) == 1 and lue["au_choix"] is None:
        return
    entete = f"Dossier de santé : {REGIMES[lue['regime']]}, par l'activité {lue['activite'] + 1}"
    if lue["au_choix"]:
        entete += f", ou au choix par la pension ({lue['au_choix'].replace('_', ' ')})"
    console.print(Text(entete, style="bold"))
    console.print(Padding(Text(lue["motif"]), (0, 0, 0, 2)))
    console.print(Padding(Text(" ; ".join(lue["articles"]), style="dim"), (0, 0, 1, 2)))


def _regime(activite: dict[str, Any]) -> str:
    section = f", section {activite['section'].upper()}" if activite["section"] else ""
    titre = TITRES[activite["assure_a_titre"]]
    depuis = f", depuis le {_jour(activite['effet'])}" if activite["effet"] else ""
    return ", ".join(m for m in (f"{REGIMES[activite['regime']]}{section}", titre) if m) + depuis


def _declaration(declaration: dict[str, Any]) -> str:
    if declaration["avant_le"]:
        quand = f"au plus tard le {_jour(declaration['avant_le'])}"
    else:
        quand = f"dans les {declaration['delai_jours']} jours"
    return f"{declaration['quoi']}, {quand} ({' ; '.join(declaration['articles'])})"


def _chronologie(console: Console, reponse: ReponseAffiliation) -> None:
    document = reponse.to_dict()["chronologie"]
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, title="Chronologie", title_justify="left", title_style="bold")
    table.add_column("Du")
    table.add_column("au")
    table.add_column("Régime")
    table.add_column("Fondement")
    for tranche in document:
        ici = tranche["du"] <= reponse.date.isoformat() <= (tranche["au"] or "9999-12-31")
        numeros = len(tranche["activites"]) > 1
        regimes = [f"{a['activite'] + 1}. {_regime(a)}" if numeros else _regime(a) for a in tranche["activites"]]
        motifs = [a["motif"] for a in tranche["activites"]]
        fin = _jour(tranche["au"]) if tranche["au"] else ""
        lignes = "\n".join(map(escape, regimes)), "\n".join(map(escape, motifs))
        table.add_row(_jour(tranche["du"]), fin, *lignes, style="bold" if ici else "")
    console.print(table)


def _jour(texte: str) -> str:
    return ecrire_jour(date.fromisoformat(texte))
