"""One spelling of a citation, and a clear refusal of the others."""

from __future__ import annotations

from datetime import date

import pytest

from egide.moteur.citation import Citation, lire_citation

LISIBLES = [
    ("CSS D. 621-2 (2022-12-10)", "CSS", "D621-2", date(2022, 12, 10)),
    ("CSS L. 131-6", "CSS", "L131-6", None),
    ("CSS L. 131-6-4", "CSS", "L131-6-4", None),
    ("CSS R. 613-17", "CSS", "R613-17", None),
    ("CSS D. 131-6-1 (2018-01-01)", "CSS", "D131-6-1", date(2018, 1, 1)),
    ("CSS L. 161-1 A", "CSS", "L161-1 A", None),
    ("CSS LO. 111-3-2", "CSS", "LO111-3-2", None),
    ("CSS L. 136-3, III", "CSS", "L136-3", None),
    ("CSS L. 311-3, 35° (2024-02-29)", "CSS", "L311-3", date(2024, 2, 29)),
    ("c. trav. L. 6331-48 (2023-01-01)", "c. trav.", "L6331-48", date(2023, 1, 1)),
    ("CGI 154 bis", "CGI", "154 bis", None),
    ("CGI 50-0", "CGI", "50-0", None),
    ("CGI 44 quindecies A", "CGI", "44 quindecies A", None),
    ("CGI ann. II 91", "CGI ann. II", "91", None),
    ("D. 2022-1529", "D.", None, None),
    ("D. 2022-1529 art. 1", "D.", "1", None),
    ("L. 2025-199 art. 13", "L.", "13", None),
    ("L. 87-563", "L.", None, None),
    ("Ord. 2018-470 art. 9", "Ord.", "9", None),
    ("Règl. 883/2004 art. 13", "Règl.", "13", None),
    ("Arr. 1994-01-24", "Arr.", None, None),
    ("Statuts CIPAV art. 3.12", "Statuts", "3.12", None),
]


@pytest.mark.parametrize(("texte", "code", "article", "jour"), LISIBLES)
def test_reads(texte: str, code: str, article: str | None, jour: date | None) -> None:
    assert lire_citation(texte) == Citation(texte, code, article, jour)


@pytest.mark.parametrize(
    ("texte", "attendu"),
    [
        ("CSS D. 621-2 (2022-12-10)", "CSS D. 621-2"),
        ("CSS D. 621-2", "CSS D. 621-2"),
        ("CSS L. 136-3, III (2018-01-01)", "CSS L. 136-3, III"),
        ("Arr. 1994-01-24 art. 2", "Arr. 1994-01-24 art. 2"),
    ],
)
def test_is_shown_without_its_version(texte: str, attendu: str) -> None:
    assert lire_citation(texte).sans_version == attendu


@pytest.mark.parametrize(
    ("texte", "conseil"),
    [
        ("", "On attend par exemple"),
        ("article 3 de la loi", "On attend par exemple"),
        ("CSS", "On attend par exemple"),
        ("CSS D621-2", "Faut-il lire « CSS D. 621-2 » ?"),
        ("CSS art. D. 621-3", "Faut-il lire « CSS D. 621-3 » ?"),
        (" CSS D. 621-2", "Faut-il lire « CSS D. 621-2 » ?"),
        ("D. 621-2", "Le code manque : par exemple « CSS D. 621-2 »"),
        ("CSS D. 621-2 (décembre 2022)", "un jour entre parenthèses"),
        ("CSS D. 621-2 à D. 621-4", "un alinéa après une virgule"),
        ("CSS D. 621-2, ", "un alinéa après une virgule"),
        ("CSS D. 621-2(2022-12-10)", "un jour entre parenthèses"),
        ("CSS D. 621-2 (2022-02-30)", "Le 2022-02-30 n'existe pas"),
        ("D. 621-1529 art. 1", "Le code manque"),
    ],
)
def test_refuses(texte: str, conseil: str) -> None:
    with pytest.raises(ValueError, match="Citation illisible") as erreur:
        lire_citation(texte)
    assert f"« {texte} »" in str(erreur.value)
    assert conseil in str(erreur.value)
