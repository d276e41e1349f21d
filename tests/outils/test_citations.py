"""The check of the citations, on two codes of a few articles: no network, no cache of the user."""

from __future__ import annotations

import importlib
import io
import json
import sys
import tarfile
from datetime import UTC, date, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from egide.moteur.citation import lire_citation

Sortie = pytest.CaptureFixture[str]
Monkey = pytest.MonkeyPatch
Index = dict[str, Any]
OUTILS = Path(__file__).resolve().parents[2] / "tools"


@pytest.fixture(scope="module")
def outil() -> ModuleType:
    sys.path.insert(0, str(OUTILS))
    try:
        return importlib.import_module("citations")
    finally:
        sys.path.remove(str(OUTILS))


@pytest.fixture(scope="module")
def legi(outil: ModuleType) -> ModuleType:
    return sys.modules["legi"]


def ms(jour: str) -> int:
    return int(datetime.fromisoformat(jour).replace(tzinfo=UTC).timestamp() * 1000)


def article(numero: str, *versions: tuple[str, str, str], texte: int = -1, cid: str = "") -> dict[str, Any]:
    """An article whose versions are (id, first day, day after the last), in a state with the text of one."""
    data = {
        "num": numero,
        "id": versions[texte][0],
        "cid": cid or f"cid {numero.strip()}",
        "texteHtml": f"<p>Texte de {versions[texte][0]}&nbsp;:</p><p>le taux <b>plein</b>.<br/>Fin.</p>",
        "notaHtml": "",
        "articleVersions": [
            {"id": i, "dateDebut": ms(debut), "dateFin": ms(fin), "etat": "VIGUEUR"} for i, debut, fin in versions
        ],
    }
    return {"type": "article", "data": data}


def etat(jour: str, *articles: dict[str, Any]) -> dict[str, Any]:
    section = {"type": "section", "data": {}, "children": list(articles)}
    return {"type": "code", "data": {"dateDebutVersion": jour}, "children": [section]}


ANCIEN = etat(
    "2020-01-01",
    article("D621-2", ("a1", "2018-01-01", "2999-01-01")),
    article("D10", ("b1", "2015-01-01", "2999-01-01")),
    article("D11", ("c1", "2015-01-01", "2020-07-01")),
    article("D12", ("d1", "2015-01-01", "2999-01-01"), ("d2", "2021-01-01", "2999-01-01"), texte=0),
)
RECENT = etat(
    "2023-01-01",
    article("D621-2", ("a1", "2018-01-01", "2022-12-10"), ("a2", "2022-12-10", "2999-01-01")),
    article("D12", ("d1", "2015-01-01", "2999-01-01")),
    article(" R.621-3 ", ("e1", "2019-01-01", "2018-06-01"), ("e2", "2018-06-01", "2018-09-01")),
)


@pytest.fixture
def index(legi: ModuleType) -> dict[str, Any]:
    return {"CSS": legi.indexer([ANCIEN, RECENT]), "c. trav.": legi.indexer([etat("2023-01-01")])}


def examiner(outil: ModuleType, index: Index, *textes: str, depuis: str = "2022-12-31") -> Any:
    bilan = outil.Bilan()
    citations = [(c := lire_citation(t)) and ("lieu", c, c.jour or date.fromisoformat(depuis)) for t in textes]
    outil.verifier(citations, index, bilan)
    return bilan


def dates(code: Any, numero: str) -> list[tuple[str, str, bool]]:
    return [(str(v.debut), str(v.fin), v.vu is not None) for v in code.articles[numero]]


class TestIndex:
    def test_last_day_is_the_eve_of_the_end_and_the_latest_state_gives_it(self, index: Index) -> None:
        assert dates(index["CSS"], "D621-2") == [
            ("2018-01-01", "2022-12-09", False),
            ("2022-12-10", "2998-12-31", False),
        ]

    def test_article_gone_from_a_later_state_has_ended_before_it(self, index: Index) -> None:
        assert dates(index["CSS"], "D10") == [("2015-01-01", "2022-12-31", True)]

    def test_known_end_of_a_repealed_article_is_kept(self, index: Index) -> None:
        assert dates(index["CSS"], "D11") == [("2015-01-01", "2020-06-30", False)]

    def test_version_announced_then_cancelled_does_not_count(self, index: Index) -> None:
        assert [v.id for v in index["CSS"].articles["D12"]] == ["d1"]

    def test_number_is_normalised_and_version_never_in_force_does_not_count(self, index: Index) -> None:
        assert [v.id for v in index["CSS"].articles["R621-3"]] == ["e2"]

    def test_stillborn_version_does_not_count(self, legi: ModuleType) -> None:
        noeud = article("D5", ("f1", "2015-01-01", "2016-01-01"), ("f2", "2016-01-01", "2999-01-01"))
        noeud["data"]["articleVersions"][1]["etat"] = "MODIFIE_MORT_NE"
        assert dates(legi.indexer([etat("2020-01-01", noeud)]), "D5") == [("2015-01-01", "2015-12-31", False)]

    def test_number_taken_up_by_another_article_has_the_versions_of_both(self, legi: ModuleType) -> None:
        ancien = etat("2020-01-01", article("D5", ("f1", "2015-01-01", "2999-01-01"), cid="f"))
        recent = etat("2023-01-01", article("D5", ("g1", "2024-01-01", "2999-01-01"), cid="g"))
        assert dates(legi.indexer([ancien, recent]), "D5") == [
            ("2015-01-01", "2022-12-31", True),
            ("2024-01-01", "2998-12-31", False),
        ]


class TestVerifier:
    @pytest.mark.parametrize("jour", ["2018-01-01", "2022-12-09", "2022-12-10", "2022-12-31"])
    def test_in_force(self, outil: ModuleType, index: Index, jour: str) -> None:
        bilan = examiner(outil, index, "CSS D. 621-2", depuis=jour)
        assert (bilan.verifiees, bilan.en_vigueur, bilan.fautes, bilan.avertissements) == (1, 1, [], [])

    def test_last_day_of_a_repealed_article(self, outil: ModuleType, index: Index) -> None:
        assert examiner(outil, index, "CSS D. 11", depuis="2020-06-30").fautes == []
        (faute,) = examiner(outil, index, "CSS D. 11", depuis="2020-07-01").fautes
        assert faute.message == "pas en vigueur le 2020-07-01 ; versions : du 2015-01-01 au 2020-06-30"

    def test_not_yet_in_force(self, outil: ModuleType, index: Index) -> None:
        bilan = examiner(outil, index, "CSS D. 621-2 (2017-12-31)")
        assert (bilan.verifiees, bilan.en_vigueur) == (1, 0)
        assert "du 2018-01-01 au 2022-12-09, depuis le 2022-12-10" in bilan.fautes[0].message

    def test_unknown_number_names_the_nearest_ones(self, outil: ModuleType, index: Index) -> None:
        (faute,) = examiner(outil, index, "CSS L. 621-2").fautes
        assert faute.message == "article inconnu ; numéros les plus proches : D621-2"

    def test_unknown_number_before_the_first_state_says_what_the_states_do_not_hold(
        self, outil: ModuleType, index: Index
    ) -> None:
        (faute,) = examiner(outil, index, "CSS L. 621-2", depuis="2019-12-31").fautes
        assert "un article abrogé avant le 2020-01-01 n'est dans aucun état lu" in faute.message

    def test_day_that_is_not_the_first_of_a_version_is_a_warning(self, outil: ModuleType, index: Index) -> None:
        bilan = examiner(outil, index, "CSS D. 621-2 (2022-12-11)", "CSS D. 621-2 (2022-12-10)")
        assert (bilan.en_vigueur, bilan.fautes) == (2, [])
        (reserve,) = bilan.avertissements
        assert reserve.citation == "CSS D. 621-2 (2022-12-11)"
        assert reserve.message.endswith("version du 2022-12-10")

    def test_unknown_day_of_repeal_is_a_warning_then_a_fault(self, outil: ModuleType, index: Index) -> None:
        assert examiner(outil, index, "CSS D. 10", depuis="2020-01-01").avertissements == []
        bilan = examiner(outil, index, "CSS D. 10", depuis="2020-01-02")
        assert "a pris fin entre le 2020-01-01 et le 2022-12-31" in bilan.avertissements[0].message
        assert len(examiner(outil, index, "CSS D. 10", depuis="2023-01-01").fautes) == 1

    def test_day_after_the_last_state_is_counted(self, outil: ModuleType, index: Index) -> None:
        assert examiner(outil, index, "CSS D. 12", depuis="2023-01-01").au_dela == 0
        assert examiner(outil, index, "CSS D. 12", depuis="2023-01-02").au_dela == 1

    def test_other_texts_are_counted_apart(self, outil: ModuleType, index: Index) -> None:
        bilan = examiner(outil, index, "CGI 154 bis", "L. 2025-199 art. 13", "CGI 154 bis", "CSS D. 12")
        assert bilan.non_verifiables == {"CGI 154 bis": 2, "L. 2025-199 art. 13": 1}
        assert bilan.verifiees == 1


PARAMETRES = """
titre: Essai
parametres:
  taux:
    valeurs:
      - {depuis: 2018-01-01, valeur: 0.1, references: ["CSS D. 621-2 (2022-12-10)", "CSS D. 12"]}
      - {depuis: 2019-01-01, valeur: 0.2, references: ["CSS D621-2"]}
      - {depuis: bientôt, valeur: 0.2, references: "CSS D. 12"}
      - {depuis: 2020-01-01, valeur: 0.3, references: [12]}
"""
REGLES = """
import moteur
@regle(depuis="2018-01-01", unite="€", references="CSS D. 12")
def une(a):
    return a


@moteur.regle(depuis="2019-01-01", references=("CSS D. 12 (2018-01-01)", "CGI 154 bis"))
@regle(depuis="2020-01-01", references=["CSS D. 11"])
def autre(a): return a

@regle(depuis="2018-01-01", references=f"CSS D. {12}")
def calculee(a): return a

@du_chapitre(depuis="2018-01-01", references="CSS D. 99")
@sans_rapport(couleur="CSS D. 98")
def declaree_autrement(a): return a
"""


def sources(dossier: Path) -> Path:
    for nom, contenu in (("parametres/c/t.yaml", PARAMETRES), ("droit/c/m.py", REGLES)):
        (dossier / nom).parent.mkdir(parents=True)
        (dossier / nom).write_text(contenu, encoding="utf-8")
    return dossier


class TestCitationsDeLaLoi:
    def test_places_and_days(self, outil: ModuleType, tmp_path: Path) -> None:
        fautes: list[Any] = []
        lues = [
            (lieu, c.texte, str(jour)) for lieu, c, jour in outil.citations_de_la_loi(sources(tmp_path), fautes.append)
        ]
        assert sorted(lues) == [
            ("droit/c/m.py:15 declaree_autrement", "CSS D. 99", "2018-01-01"),
            ("droit/c/m.py:3 une", "CSS D. 12", "2018-01-01"),
            ("droit/c/m.py:8 autre", "CGI 154 bis", "2019-01-01"),
            ("droit/c/m.py:8 autre", "CSS D. 12 (2018-01-01)", "2018-01-01"),
            ("droit/c/m.py:9 autre", "CSS D. 11", "2020-01-01"),
            ("parametres/c/t.yaml: taux depuis 2018-01-01", "CSS D. 12", "2018-01-01"),
            ("parametres/c/t.yaml: taux depuis 2018-01-01", "CSS D. 621-2 (2022-12-10)", "2022-12-10"),
        ]

    def test_nothing_unreadable_is_dropped(self, outil: ModuleType, tmp_path: Path) -> None:
        (tmp_path / "parametres").mkdir()
        (tmp_path / "parametres" / "faux.yaml").write_text("parametres: [", encoding="utf-8")
        (tmp_path / "droit").mkdir()
        (tmp_path / "droit" / "faux.py").write_text("def (", encoding="utf-8")
        fautes: list[Any] = []
        list(outil.citations_de_la_loi(sources(tmp_path), fautes.append))
        attendues = {
            ("droit/c/m.py:12 calculee", "en toutes lettres"),
            ("droit/faux.py", "invalid syntax"),
            ("parametres/c/t.yaml: taux depuis 2019-01-01", "Faut-il lire « CSS D. 621-2 » ?"),
            ("parametres/c/t.yaml: taux depuis 2020-01-01", "un texte ou une liste de textes"),
            ("parametres/c/t.yaml: taux depuis bientôt", "depuis doit être un jour"),
            ("parametres/faux.yaml", "ParserError"),
        }
        assert len(fautes) == len(attendues)
        for lieu, message in attendues:
            assert [f for f in fautes if f.lieu == lieu and message in f.message], (lieu, message, fautes)

    def test_raises_when_nobody_listens(self, outil: ModuleType, tmp_path: Path) -> None:
        with pytest.raises(ValueError, match="CSS D621-2"):
            list(outil.citations_de_la_loi(sources(tmp_path)))


@pytest.fixture
def cache(outil: ModuleType, legi: ModuleType, tmp_path: Path, monkeypatch: Monkey) -> Path:
    """The user's cache, with two states on disk and npm out of reach."""
    dossier = tmp_path / "legi-data"
    dossier.mkdir()
    for nom, arbre in (("0.1", ANCIEN), ("0.2", RECENT)):
        with tarfile.open(dossier / f"socialgouv-legi-data-{nom}.tgz", "w:gz") as tar:
            for identifiant in legi.CODES.values():
                octets = json.dumps(arbre).encode()
                membre = tarfile.TarInfo(f"package/data/{identifiant}.json")
                membre.size = len(octets)
                tar.addfile(membre, io.BytesIO(octets))
    monkeypatch.setattr(legi, "ETATS", ("0.1", "0.2"))
    monkeypatch.setattr(outil, "user_cache_dir", lambda _: str(tmp_path))
    monkeypatch.setenv("PATH", "")
    return dossier


def brancher(outil: ModuleType, monkeypatch: Monkey, *textes: str) -> None:
    def citations_de_la_loi(signaler: Any) -> list[Any]:
        return [("lieu", lire_citation(texte), date(2022, 12, 31)) for texte in textes]

    monkeypatch.setattr(outil, "citations_de_la_loi", citations_de_la_loi)


class TestCommande:
    def test_succeeds_and_counts(self, outil: ModuleType, cache: Path, monkeypatch: Monkey, capsys: Sortie) -> None:
        brancher(outil, monkeypatch, "CSS D. 621-2", "CGI 154 bis")
        assert outil.main([]) == 0
        sortie = capsys.readouterr().out
        assert "non vérifiable ici : CGI 154 bis (1 fois)" in sortie
        assert sortie.splitlines()[-1] == (
            "1 citations vérifiées, 1 en vigueur, 1 non vérifiables ici, 0 fautes, 0 avertissements."
        )

    def test_fails_on_a_fault(self, outil: ModuleType, cache: Path, monkeypatch: Monkey, capsys: Sortie) -> None:
        brancher(outil, monkeypatch, "CSS D. 11", "CSS D. 12")
        assert outil.main(["--json"]) == 1
        sortie = json.loads(capsys.readouterr().out)
        attendus = {"verifiees": 2, "en_vigueur": 1, "non_verifiables": 0, "fautes": 1, "avertissements": 0}
        assert sortie["comptes"] == attendus
        assert sortie["fautes"][0]["citation"] == "CSS D. 11"

    def test_cached_index_is_the_one_built(self, legi: ModuleType, cache: Path) -> None:
        construit = legi.charger_index(cache)
        for archive in cache.glob("*.tgz"):
            archive.unlink()
        assert legi.charger_index(cache) == construit

    def test_index_of_other_states_is_rebuilt(self, legi: ModuleType, cache: Path, monkeypatch: Monkey) -> None:
        assert "D10" in legi.charger_index(cache)["CSS"].articles
        monkeypatch.setattr(legi, "ETATS", ("0.2",))
        assert "D10" not in legi.charger_index(cache)["CSS"].articles

    def test_says_that_npm_is_missing(self, outil: ModuleType, cache: Path, capsys: Sortie) -> None:
        (cache / "socialgouv-legi-data-0.2.tgz").unlink()
        assert outil.main([]) == 1
        assert "ERREUR : rien n'a été vérifié. npm est introuvable" in capsys.readouterr().err

    def test_says_that_the_network_is_missing(
        self, outil: ModuleType, cache: Path, tmp_path: Path, monkeypatch: Monkey, capsys: Sortie
    ) -> None:
        (cache / "socialgouv-legi-data-0.2.tgz").unlink()
        npm = tmp_path / "npm"
        npm.write_text("#!/bin/sh\necho ENOTFOUND >&2\nexit 1\n")
        npm.chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path))
        assert outil.main([]) == 1
        erreur = capsys.readouterr().err
        assert "npm n'a pas pu télécharger @socialgouv/legi-data@0.2 (réseau coupé ?)" in erreur
        assert "ENOTFOUND" in erreur
        assert not (cache / "index.json").exists()

    def test_says_which_archive_is_damaged(self, outil: ModuleType, cache: Path, capsys: Sortie) -> None:
        (cache / "socialgouv-legi-data-0.2.tgz").write_bytes(b"not a tarball")
        assert outil.main([]) == 1
        assert "socialgouv-legi-data-0.2.tgz est illisible" in capsys.readouterr().err


class TestArticle:
    @pytest.mark.parametrize(
        ("arguments", "attendu"),
        [
            (
                ["CSS D. 621-2", "--jour", "2022-12-09"],
                "du 2018-01-01 au 2022-12-09 (texte lu dans l'état du 2020",
            ),
            (["CSS D. 621-2 (2022-12-10)"], "depuis le 2022-12-10 (texte lu dans l'état du 2023-01-01)"),
            (["CSS D. 621-2 (2018-01-01)", "--jour", "2022-12-10"], "depuis le 2022-12-10"),
            (["CSS D. 621-2"], "depuis le 2022-12-10 (texte lu dans l'état du 2023-01-01)"),
        ],
    )
    def test_prints_the_version_of_the_day(
        self, outil: ModuleType, cache: Path, capsys: Sortie, arguments: list[str], attendu: str
    ) -> None:
        assert outil.main(["--article", *arguments]) == 0
        titre, texte = capsys.readouterr().out.split("\n\n")
        assert attendu in titre
        version = "a1" if "2022-12-09" in titre else "a2"
        assert texte == f"Texte de {version} :\nle taux plein .\nFin.\n"

    @pytest.mark.parametrize(
        ("arguments", "erreur"),
        [
            (["CSS D. 99"], "article inconnu"),
            (["CSS D. 11", "--jour", "2021-01-01"], "pas en vigueur le 2021-01-01"),
            (["CGI 154 bis"], "seuls les articles de CSS et c. trav."),
            (["CSS D621-2"], "Faut-il lire"),
            (["CSS R. 621-3", "--jour", "2018-06-01"], ""),
        ],
    )
    def test_says_why_there_is_no_text(
        self, outil: ModuleType, cache: Path, capsys: Sortie, arguments: list[str], erreur: str
    ) -> None:
        code = outil.main(["--article", *arguments])
        assert code == (1 if erreur else 0)
        assert erreur in capsys.readouterr().err

    def test_past_version_without_text_names_those_that_have_one(self, legi: ModuleType, tmp_path: Path) -> None:
        arbre = etat(
            "2023-01-01",
            article("D1", ("h1", "2018-01-01", "2020-01-01"), ("h2", "2020-01-01", "2999-01-01")),
        )
        index = {"CSS": legi.indexer([arbre])}
        with pytest.raises(ValueError, match="sans texte ici ; avec texte : depuis le 2020-01-01"):
            legi.texte_de_l_article(lire_citation("CSS D. 1"), date(2019, 1, 1), index, tmp_path)
