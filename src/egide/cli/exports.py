"""A schedule for other programs: a calendar (iCalendar) and a workbook whose sums are formulas."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

from egide.moteur.ecriture import ecrire
from egide.moteur.erreurs import ErreurEgide
from egide.services.echeancier import Echeancier

RAPPEL = timedelta(days=-5)
ENTETES = ("Date", "Prélèvement", "Quoi", "Au titre de")
SUITE = ("Montant", "Payé", "Reste à payer", "Cumul", "Calculé sur", "Articles")


class ExportImpossible(ErreurEgide):
    """A file that cannot be written: its library is missing, or its folder."""


def _bibliotheque(nom: str, option: str) -> Any:
    try:
        return import_module(nom)
    except ModuleNotFoundError:
        raise ExportImpossible(
            f"{option} : la bibliothèque « {nom} » manque ; l'installer par : pip install 'egide[exports]'."
        ) from None


def _ecrire(chemin: str, contenu: bytes, option: str) -> None:
    try:
        Path(chemin).write_bytes(contenu)
    except OSError as erreur:
        raise ExportImpossible(f"{option} : « {chemin} » ne peut être écrit ({erreur.strerror}).") from None


def lignes_de(reponse: Any) -> list[dict[str, Any]]:
    """Return the lines of a schedule, of a micro-entrepreneur or not; those called again later are left out."""
    document = reponse.to_dict()
    return [e for e in document["valeurs"]["echeances"] if not e.get("impayee")]


def exporter_ics(reponse: Any, chemin: str) -> None:
    """Write one whole-day event a due date, with what it is made of and a reminder five days before."""
    icalendar = _bibliotheque("icalendar", "--ics")
    agenda = icalendar.Calendar()
    agenda.add("prodid", "-//Égide//echeancier//FR")
    agenda.add("version", "2.0")
    agenda.add("x-wr-calname", f"Cotisations {reponse.annee}")
    par_date: dict[str, list[dict[str, Any]]] = {}
    for ligne in lignes_de(reponse):
        par_date.setdefault(ligne["date"], []).append(ligne)
    for jour, lignes in sorted(par_date.items()):
        agenda.add_component(_evenement(icalendar, date.fromisoformat(jour), lignes, reponse))
    _ecrire(chemin, agenda.to_ical(), "--ics")


def _evenement(icalendar: Any, jour: date, lignes: list[dict[str, Any]], reponse: Any) -> Any:
    total = sum(ligne["montant"] for ligne in lignes)
    quoi = "À déclarer et payer" if isinstance(reponse, Echeancier) else "Cotisations Urssaf"
    evenement = icalendar.Event()
    evenement.add("uid", f"echeance-{jour.isoformat()}@egide")
    # The stamp is the day of knowledge: the same schedule gives the same file.
    evenement.add("dtstamp", datetime(reponse.au.year, reponse.au.month, reponse.au.day, tzinfo=UTC))
    evenement.add("dtstart", jour)
    evenement.add("dtend", jour + timedelta(days=1))
    evenement.add("summary", f"{quoi} : {ecrire(total, '€')}")
    details = [f"{ligne['nature']} {ligne['annee']} : {ecrire(ligne['montant'], '€')}" for ligne in lignes]
    evenement.add("description", "\n".join(details))
    evenement.add("transp", "TRANSPARENT")
    rappel = icalendar.Alarm()
    rappel.add("action", "DISPLAY")
    rappel.add("description", f"{quoi} dans cinq jours : {ecrire(total, '€')}")
    rappel.add("trigger", RAPPEL)
    evenement.add_component(rappel)
    return evenement


def exporter_xlsx(reponse: Any, chemin: str) -> None:
    """Write a workbook: every line with its contributions, its sums as formulas, and a sheet of totals."""
    xlsxwriter = _bibliotheque("xlsxwriter", "--xlsx")
    lignes = lignes_de(reponse)
    natures = list(dict.fromkeys(n for ligne in lignes for n in _natures(ligne)))
    try:
        with xlsxwriter.Workbook(chemin) as classeur:
            _feuille_des_echeances(xlsxwriter, classeur, lignes, natures)
            _feuille_des_totaux(xlsxwriter, classeur, lignes, natures)
    except (OSError, xlsxwriter.exceptions.FileCreateError) as erreur:
        raise ExportImpossible(f"--xlsx : « {chemin} » ne peut être écrit ({erreur}).") from None


def _natures(ligne: dict[str, Any]) -> dict[str, float]:
    return ligne.get("natures") or {ligne["nature"]: ligne["montant"]}


def _feuille_des_echeances(xlsxwriter: Any, classeur: Any, lignes: list[dict[str, Any]], natures: list[str]) -> None:
    cellule = xlsxwriter.utility.xl_rowcol_to_cell
    feuille = classeur.add_worksheet("Échéances")
    gras = classeur.add_format({"bold": True})
    jour = classeur.add_format({"num_format": "dd/mm/yyyy"})
    euros = classeur.add_format({"num_format": "#,##0 [$€-40C]"})
    fort = classeur.add_format({"num_format": "#,##0 [$€-40C]", "bold": True})
    feuille.write_row(0, 0, [*ENTETES, *natures, *SUITE], gras)
    feuille.freeze_panes(1, 1)
    feuille.set_column(0, len(ENTETES) + len(natures) + len(SUITE) - 1, 16)
    premiere, total = len(ENTETES), len(ENTETES) + len(natures)
    cumul = 0.0
    for rang, ligne in enumerate(lignes, start=1):
        feuille.write_datetime(rang, 0, datetime.fromisoformat(ligne["date"]), jour)
        feuille.write_datetime(rang, 1, datetime.fromisoformat(ligne.get("date_prelevement", ligne["date"])), jour)
        feuille.write_row(rang, 2, [ligne["nature"], ligne["annee"]])
        for place, nature in enumerate(natures):
            feuille.write_number(rang, premiere + place, _natures(ligne).get(nature, 0), euros)
        montant = sum(_natures(ligne).values())
        cumul += montant
        somme = f"=SUM({cellule(rang, premiere)}:{cellule(rang, total - 1)})"
        feuille.write_formula(rang, total, somme, euros, montant)
        feuille.write_blank(rang, total + 1, None, euros)
        reste = f"={cellule(rang, total)}-{cellule(rang, total + 1)}"
        feuille.write_formula(rang, total + 2, reste, euros, montant)
        debut = cellule(1, total, row_abs=True)
        feuille.write_formula(rang, total + 3, f"=SUM({debut}:{cellule(rang, total)})", euros, cumul)
        feuille.write_row(rang, total + 4, [ligne.get("base", ""), ", ".join(ligne.get("articles", ()))])
    dernier = len(lignes) + 1
    feuille.write(dernier, 0, "Total", gras)
    for colonne in range(premiere, total + 3):
        valeur = _total_de_colonne(lignes, natures, colonne - premiere)
        somme = f"=SUM({cellule(1, colonne)}:{cellule(dernier - 1, colonne)})"
        feuille.write_formula(dernier, colonne, somme, fort, valeur)


def _total_de_colonne(lignes: list[dict[str, Any]], natures: list[str], place: int) -> float:
    """Return the value of a total, kept beside its formula for programs that do not compute."""
    if place < len(natures):
        return sum(_natures(ligne).get(natures[place], 0) for ligne in lignes)
    paye = place == len(natures) + 1
    return 0 if paye else sum(sum(_natures(ligne).values()) for ligne in lignes)


def _feuille_des_totaux(xlsxwriter: Any, classeur: Any, lignes: list[dict[str, Any]], natures: list[str]) -> None:
    """Write what each contribution of each year comes to, read from the first sheet."""
    colonne = xlsxwriter.utility.xl_col_to_name
    cellule = xlsxwriter.utility.xl_rowcol_to_cell
    feuille = classeur.add_worksheet("Totaux")
    gras = classeur.add_format({"bold": True})
    euros = classeur.add_format({"num_format": "#,##0 [$€-40C]"})
    annees = sorted({ligne["annee"] for ligne in lignes})
    feuille.set_column(0, len(annees) + 1, 28)
    feuille.write_row(0, 0, ["Contribution", *annees], gras)
    fin = len(lignes) + 1
    for rang, nature in enumerate(natures, start=1):
        feuille.write(rang, 0, nature)
        lettre = colonne(len(ENTETES) + rang - 1)
        for place, annee in enumerate(annees, start=1):
            valeur = sum(_natures(ligne).get(nature, 0) for ligne in lignes if ligne["annee"] == annee)
            formule = (
                f"=SUMIF('Échéances'!$D$2:$D${fin},{cellule(0, place, row_abs=True)},"
                f"'Échéances'!${lettre}$2:${lettre}${fin})"
            )
            feuille.write_formula(rang, place, formule, euros, valeur)
    feuille.write(len(natures) + 1, 0, "Total", gras)
    for place, annee in enumerate(annees, start=1):
        valeur = sum(sum(_natures(ligne).values()) for ligne in lignes if ligne["annee"] == annee)
        somme = f"=SUM({cellule(1, place)}:{cellule(len(natures), place)})"
        feuille.write_formula(len(natures) + 1, place, somme, euros, valeur)
