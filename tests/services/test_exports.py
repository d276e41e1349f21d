"""The files of a schedule: a calendar that sums to the calls, a workbook whose formulas give what they show."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import icalendar
import pytest

import egide
from egide.cli.exports import ExportImpossible, exporter_ics, exporter_xlsx

EXEMPLES = Path(__file__).parents[2] / "exemples"
FEUILLE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
CELLULE = re.compile(r"([A-Z]+)(\d+)")


@pytest.fixture(scope="module", params=["artisan", "micro_services"])
def echeancier(request: pytest.FixtureRequest) -> object:
    return egide.echeancier(str(EXEMPLES / f"{request.param}.yaml"), annee=2026, au="2026-09-01")


def _par_jour(reponse: object) -> dict[str, float]:
    sommes: dict[str, float] = {}
    for ligne in reponse.to_dict()["valeurs"]["echeances"]:  # type: ignore[attr-defined]
        sommes[ligne["date"]] = sommes.get(ligne["date"], 0) + ligne["montant"]
    return sommes


def test_l_agenda_a_un_evenement_par_jour_et_sa_somme(echeancier: object, tmp_path: Path) -> None:
    fichier = tmp_path / "e.ics"
    exporter_ics(echeancier, str(fichier))
    agenda = icalendar.Calendar.from_ical(fichier.read_bytes())
    evenements = {str(e.decoded("DTSTART")): str(e["SUMMARY"]) for e in agenda.walk("VEVENT")}
    attendus = _par_jour(echeancier)
    assert attendus
    assert evenements.keys() == attendus.keys()
    for jour, somme in attendus.items():
        ecrit = re.sub(r"\s", "", evenements[jour].partition(" : ")[2]).removesuffix("€").replace("−", "-")
        assert float(ecrit.replace(",", ".")) == pytest.approx(somme)


def _cellules(fichier: Path, feuille: str) -> dict[str, tuple[str | None, float]]:
    """Return the cells that hold a number: the formula, if any, and the value kept beside it."""
    racine = ElementTree.fromstring(zipfile.ZipFile(fichier).read(f"xl/worksheets/{feuille}.xml"))
    trouvees = {}
    for cellule in racine.iter(f"{FEUILLE}c"):
        valeur = cellule.find(f"{FEUILLE}v")
        if cellule.get("t") is None and valeur is not None and valeur.text:
            trouvees[cellule.get("r", "")] = (cellule.findtext(f"{FEUILLE}f"), float(valeur.text))
    return trouvees


def _somme(cellules: dict[str, tuple[str | None, float]], de: str, a: str) -> float:
    (colonne, premiere), (autre, derniere) = (CELLULE.fullmatch(c.replace("$", "")).groups() for c in (de, a))  # type: ignore[union-attr]
    dedans = [
        valeur
        for nom, (_, valeur) in cellules.items()
        if (m := CELLULE.fullmatch(nom))
        and (len(colonne), colonne) <= (len(m[1]), m[1]) <= (len(autre), autre)
        and int(premiere) <= int(m[2]) <= int(derniere)
    ]
    return sum(dedans)


def test_chaque_somme_du_classeur_est_une_formule_qui_donne_sa_valeur(echeancier: object, tmp_path: Path) -> None:
    fichier = tmp_path / "e.xlsx"
    exporter_xlsx(echeancier, str(fichier))
    cellules = _cellules(fichier, "sheet1")
    sommes = {n: (f, v) for n, (f, v) in cellules.items() if f and f.startswith("SUM(")}
    assert len(sommes) > len(_par_jour(echeancier))
    for formule, valeur in sommes.values():
        de, _, a = formule[4:-1].partition(":")
        assert _somme(cellules, de, a) == pytest.approx(valeur), formule
    totaux = _cellules(fichier, "sheet2")
    assert sum(v for f, v in totaux.values() if f and f.startswith("SUM(")) == pytest.approx(
        sum(_par_jour(echeancier).values())
    )


@pytest.mark.parametrize("exporter", [exporter_ics, exporter_xlsx])
def test_un_dossier_qui_n_existe_pas_est_dit(exporter: object, echeancier: object, tmp_path: Path) -> None:
    with pytest.raises(ExportImpossible, match="ne peut être écrit"):
        exporter(echeancier, str(tmp_path / "absent" / "e"))  # type: ignore[operator]
