"""What a micro-entrepreneur owes, and how another status compares, made to be read."""

from __future__ import annotations

from typing import Any

from rich import box
from rich.table import Table
from rich.text import Text

from egide.cli.affichage import _base, _console, _liste, _prochain_fait, _suppositions, _taux
from egide.moteur.ecriture import ecrire
from egide.services.echeancier import Echeancier
from egide.services.micro import TOTAL_MICRO, ReponseMicro
from egide.services.reponse import AVERTISSEMENT, ecrire_suppose
from egide.services.statuts import COMPAREES, ComparaisonStatuts


def afficher_micro(reponse: ReponseMicro) -> None:
    """Print the declarations of a micro-entrepreneur, the sums of the year, and what is to be watched."""
    console, v = _console(), reponse.valeurs
    qui = "Micro-entrepreneur et autre activité indépendante" if reponse.activites else "Micro-entrepreneur"
    console.print(f"\n[bold]{qui} : ce qui est dû au titre de {reponse.annee}[/]\n")
    console.print(_declarations(reponse.declarations))
    table = Table(box=box.SIMPLE_HEAD, show_footer=True, pad_edge=False)
    table.add_column("Dans l'année", Text("Total à payer", style="bold"))
    # Beside another activity, bases are turnovers and incomes: they do not add up.
    seul = not reponse.activites
    base = ("Chiffre d'affaires", ecrire(v["chiffre_affaires_total"], "€")) if seul else ("Base", "")
    table.add_column(base[0], Text(base[1]), justify="right")
    table.add_column("Taux", justify="right")
    table.add_column("Montant", Text(ecrire(v[TOTAL_MICRO], "€"), style="bold"), justify="right")
    table.add_column("Article", style="dim")
    for ligne in reponse.lignes:
        table.add_row(ligne.titre, _base(ligne), _taux(ligne), ecrire(ligne.montant, "€"), ", ".join(ligne.articles))
    console.print(table)
    console.print(f"Revenu net avant impôt [bold]{ecrire(v['revenu_net'], '€')}[/], dépenses déduites{_retraite(v)}.\n")
    if "sortie_du_regime" in v:
        console.print(f"[bold red]Sortie du régime micro-social le {v['sortie_du_regime']}.[/]\n")
    _liste(console, "À surveiller", [a.texte for a in reponse.avertissements])
    _liste(console, "À savoir", reponse.notes)
    influences = reponse.influences()
    _suppositions(console, reponse.hypotheses, {ecrire_suppose(i.fait) for i in influences})
    _prochain_fait(console, influences)
    _liste(console, "À confirmer", reponse.a_confirmer, style="yellow")
    console.print(
        f"[dim]Taux de chaque période, chiffres vérifiés jusqu'au {reponse.verifie_le:%d/%m/%Y}. {AVERTISSEMENT}\n"
        "Le détail d'une valeur : egide expliquer NOM SITUATION.[/]\n"
    )


def _declarations(declarations: list[dict[str, Any]]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for titre, a_droite in (("Déclaration", False), ("Chiffre d'affaires", True), ("Taux", True), ("À payer", True)):
        table.add_column(titre, justify="right" if a_droite else "left")
    table.add_column("Au plus tard le")
    for d in declarations:
        sociales = [ligne for ligne in d["lignes"] if ligne["nom"] == "cotisations_micro_social"]
        taux = " ; ".join(dict.fromkeys(" + ".join(ecrire(t, "fraction") for t in ligne["taux"]) for ligne in sociales))
        ventes = ecrire(sum(d["chiffre_affaires"].values()), "€")
        limite = _jour(d["date_limite"]) + (", manquante" if "manquante" in d else "")
        table.add_row(d["periode"], ventes, taux, ecrire(d["montant"], "€"), limite)
    return table


def _retraite(valeurs: dict[str, float]) -> str:
    """Write the quarters and the points of the year, those that are known."""
    dits = [f"{ecrire(valeurs['trimestres_annee'], 'trimestre(s)')}"] if "trimestres_annee" in valeurs else []
    for nom, quoi in (("points_retraite_base", "de base"), ("points_retraite_complementaire", "complémentaire")):
        if nom in valeurs:
            dits.append(f"{ecrire(valeurs[nom], 'points')} de retraite {quoi}")
    return f" ; retraite : {', '.join(dits)}" if dits else ""


def afficher_echeancier(reponse: Echeancier) -> None:
    """Print what is to be declared and paid in a year."""
    console = _console()
    console.print(f"\n[bold]Micro-entrepreneur : à déclarer et à payer en {reponse.annee}[/]\n")
    console.print(_declarations(reponse.declarations))
    a_venir = [e for e in reponse.echeances if not e["passee"]]
    total = ecrire(sum(d["montant"] for d in reponse.declarations), "€")
    suite = f" Prochaine échéance : {_jour(a_venir[0]['date'])} ({a_venir[0]['periode']})." if a_venir else ""
    console.print(f"Total des échéances de l'année : [bold]{total}[/].{suite}\n")
    _liste(console, "À surveiller", [a.texte for a in reponse.avertissements])
    _liste(console, "À savoir", reponse.notes)
    console.print(f"[dim]CSS R. 613-7, R. 613-8, R. 613-12. {AVERTISSEMENT}[/]\n")


def _jour(texte: str) -> str:
    return "/".join(reversed(texte.split("-")))


def afficher_statuts(comparaison: ComparaisonStatuts) -> None:
    """Print both statuses side by side, year by year, and the turnover at which they cross."""
    console, derniere = _console(), comparaison.annees[-1]
    autre = comparaison.statut.name.lower().replace("_", " ")
    console.print(
        f"\n[bold]Micro-entrepreneur ou {autre}, {derniere.annee}[/] : chiffre d'affaires "
        f"{ecrire(derniere.chiffre_affaires, '€')}, charges {ecrire(derniere.charges, '€')}\n"
    )
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("")
    for titre in ("Micro-entrepreneur", autre.capitalize(), "Écart"):
        table.add_column(titre, justify="right")
    for nom, (titre, unite) in COMPAREES.items():
        gauche, droite = derniere.micro.get(nom), derniere.autre.get(nom)
        ecart = "" if gauche is None or droite is None else ecrire(round(droite - gauche, 2), unite)
        table.add_row(titre, *("" if v is None else ecrire(v, unite) for v in (gauche, droite)), ecart)
    console.print(table)
    if comparaison.croisements:
        ou = " et ".join(ecrire(round(c), "€") for c in comparaison.croisements)
        console.print(
            f"À charges égales, les deux statuts laissent autant à [bold green]{ou}[/] de chiffre d'affaires :"
        )
    else:
        console.print(
            f"À charges égales, les deux statuts ne se croisent pas jusqu'à {ecrire(comparaison.plafond, '€')} :"
        )
    console.print(f"{comparaison.avantage}.\n")
    if len(comparaison.annees) > 1:
        console.print(_annees(comparaison, autre))
    _liste(console, "À savoir", comparaison.notes)
    a_confirmer = dict.fromkeys([*comparaison.gauche.a_confirmer, *comparaison.droite.a_confirmer])
    _liste(console, "À confirmer", a_confirmer, style="yellow")
    console.print(f"[dim]{AVERTISSEMENT}[/]\n")


def _annees(comparaison: ComparaisonStatuts, autre: str) -> Table:
    table = Table(
        box=box.SIMPLE_HEAD, pad_edge=False, title="Année par année", title_justify="left", title_style="bold"
    )
    table.add_column("Année")
    for titre in ("Chiffre d'affaires", "Charges", "Dû, micro", f"Dû, {autre}", "Net, micro", f"Net, {autre}"):
        table.add_column(titre, justify="right")
    for a in comparaison.annees:
        cotes = [cote[nom] for nom in ("contributions", "revenu_net") for cote in (a.micro, a.autre)]
        montants = [a.chiffre_affaires, a.charges, *cotes]
        table.add_row(str(a.annee), *(ecrire(m, "€") for m in montants))
    return table
