# ruff: noqa: PLR2004  (figures counted by hand)
"""Parameter files: what is read, what is refused, what is kept in the cache."""

from __future__ import annotations

import json
import textwrap
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from pays import parametres

from egide.moteur import fichiers
from egide.moteur.erreurs import HorsPlage, LoiInvalide, NomInconnu
from egide.moteur.mecanismes import Bareme
from egide.moteur.parametres import Parametres, charger
from egide.moteur.periode import JOUR_MAX, numero

ENTETE = "titre: Essai\nverifie_le: 2023-06-30\nparametres:\n"
VALEUR = 'valeur: 0.1, references: ["Statuts Brume art. 1"], source: registre'


def ecrire_fichier(dossier: Path, corps: str, nom: str = "essai.yaml", entete: str = ENTETE) -> Path:
    chemin = dossier / nom
    chemin.parent.mkdir(parents=True, exist_ok=True)
    chemin.write_text(entete + textwrap.indent(textwrap.dedent(corps), "  "), encoding="utf-8")
    return chemin


def taux(*lignes: str, nom: str = "taux", suite: str = "") -> str:
    valeurs = "".join(f"    - {{{ligne}}}\n" for ligne in lignes)
    return f"{nom}:\n  libelle: Un taux\n  unite: fraction\n{suite}  valeurs:\n{valeurs}"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "egide"


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    (tmp_path / "textes").mkdir()
    return tmp_path / "textes"


def refus(dossier: Path) -> tuple[str, ...]:
    with pytest.raises(LoiInvalide) as erreur:
        charger(dossier)
    return erreur.value.fautes


def test_a_value_and_what_is_known_of_it() -> None:
    cens = parametres()["taux_cens"]
    assert (cens.libelle, cens.unite, cens.seuils, cens.fichier) == ("Taux du cens", "fraction", None, "moulins.yaml")
    avant, apres = cens.valeurs
    assert (avant.depuis, avant.jusqu_au, avant.verifie_le) == (date(2020, 1, 1), JOUR_MAX, date(2023, 6, 30))
    assert [c.texte for c in avant.references] == ["Statuts Brume art. 2"]
    assert (avant.source, avant.note, avant.a_confirmer) == ("rôle des moulins, feuillet 3", None, None)
    assert apres.a_confirmer == "feuillet taché"
    assert parametres()["prix_du_jour"].valeurs[1].note == "relevé après la moisson"


def test_a_decimal_is_exactly_what_is_written() -> None:
    valeur = parametres()["taux_cens"].valeurs[1]
    assert (valeur.flottant, valeur.exact) == (0.025, Fraction(25, 1000))
    assert isinstance(valeur.flottant, float)
    assert isinstance(valeur.exact, Fraction)


def test_a_scale_is_read_both_ways() -> None:
    valeur = parametres()["bareme_grace"].valeurs[0]
    assert valeur.flottant == Bareme((2.0, 10.0), (0.03, 0.01))
    assert valeur.exact == Bareme((Fraction(2), Fraction(10)), (Fraction(3, 100), Fraction(1, 100)))
    assert parametres()["bareme_grace"].seuils == "× boisseau"


def test_a_date_is_a_day_number() -> None:
    valeur = parametres()["jour_de_la_crue"].valeurs[0]
    assert valeur.flottant == numero(date(1999, 3, 15))
    assert valeur.exact == numero(date(1999, 3, 15))


@pytest.mark.parametrize(
    ("jour", "valeur"),
    [
        (date(2020, 1, 1), 0.1),
        (date(2021, 6, 30), 0.1),
        (date(2021, 7, 1), 0.12),
        (date(2021, 9, 30), 0.12),
        (date(2021, 10, 1), 0.15),
        (date(2023, 6, 30), 0.15),
    ],
)
def test_the_value_of_a_day(jour: date, valeur: float) -> None:
    lue = parametres()["taux_dime"].au(jour)
    assert lue is not None
    assert lue.flottant == valeur


def test_a_day_before_the_first_value_is_refused() -> None:
    with pytest.raises(HorsPlage) as erreur:
        parametres()["taux_dime"].au(date(2019, 12, 31))
    message = str(erreur.value)
    for attendu in ("« taux_dime »", "2019-12-31", "depuis le 2020-01-01", "parametres/droits.yaml"):
        assert attendu in message


def test_a_day_before_the_first_value_is_refused_even_when_extrapolating() -> None:
    with pytest.raises(HorsPlage):
        parametres()["taux_dime"].au(date(2019, 12, 31), extrapoler=True)


def test_a_day_after_the_last_check_is_refused_unless_extrapolated() -> None:
    boisseau = parametres()["boisseau"]  # the value of 2023 was checked until 2023-03-31 only
    assert boisseau.au(date(2023, 3, 31)) is boisseau.valeurs[-1]
    assert not boisseau.est_extrapole(date(2023, 3, 31))
    with pytest.raises(HorsPlage) as erreur:
        boisseau.au(date(2023, 4, 1))
    for attendu in ("« boisseau »", "du 2020-01-01 au 2023-03-31", "2023-04-01 est au-delà", "parametres/droits.yaml"):
        assert attendu in str(erreur.value)
    assert boisseau.au(date(2023, 4, 1), extrapoler=True) is boisseau.valeurs[-1]
    assert boisseau.est_extrapole(date(2023, 4, 1))


def test_a_value_with_a_successor_needs_no_later_check(dossier: Path, cache: Path) -> None:
    ecrire_fichier(
        dossier, taux(f"depuis: 2020-01-01, verifie_le: 2020-02-01, {VALEUR}", f"depuis: 2021-01-01, {VALEUR}")
    )
    assert charger(dossier)["taux"].au(date(2020, 12, 31)) is not None


def test_a_day_after_the_end_has_no_value() -> None:
    entree = parametres()["taux_entree"]
    assert entree.au(date(2021, 12, 31)) is not None
    assert entree.au(date(2022, 1, 1)) is None
    assert entree.au(date(2050, 1, 1)) is None
    assert not entree.est_extrapole(date(2050, 1, 1))


def test_an_unknown_parameter_is_named_with_the_nearest() -> None:
    with pytest.raises(NomInconnu, match=r"paramètre inconnu : « taux_dim »\. Vouliez-vous dire « taux_dime » \?"):
        parametres()["taux_dim"]


def test_is_a_mapping() -> None:
    lus = parametres()
    assert len(lus) == len(list(lus)) == 11
    assert "boisseau" in lus
    assert "moulin" not in lus
    assert lus["boisseau"] is lus["boisseau"]


BON = f"depuis: 2020-01-01, {VALEUR}"


@pytest.mark.parametrize(
    ("corps", "ou", "quoi"),
    [
        (taux(f"{BON}, couleur: bleu"), "taux, valeurs, ligne 1, couleur", "clé inconnue"),
        (taux(BON, suite="  couleur: bleu\n"), "taux, couleur", "clé inconnue"),
        # The nearest key is one of that place: a parameter has no `valeur`, a line of it has no `valeurs`.
        (taux(BON, suite="  valeur: 1\n"), "taux, valeur", "« valeurs »"),
        (taux(f"{BON}, valeurs: 1"), "taux, valeurs, ligne 1, valeurs", "« valeur »"),
        (
            taux('depuis: 2020-01-01, valeur: 1, references: ["Statuts Brume art. 1"]'),
            "taux, valeurs, ligne 1, source",
            "ce champ manque",
        ),
        (
            taux("depuis: 2020-01-01, valeur: 1, source: registre"),
            "taux, valeurs, ligne 1, references",
            "ce champ manque",
        ),
        (
            taux("depuis: 2020-01-01, valeur: 1, source: registre, references: []"),
            "taux, valeurs, ligne 1, references",
            "il en faut davantage",
        ),
        (
            taux('depuis: 2020-01-01, references: ["Statuts Brume art. 1"], source: registre'),
            "taux, valeurs, ligne 1",
            "soit `bareme`",
        ),
        (
            taux(f"{BON}, bareme: [{{seuil: 0, taux: 0}}, {{seuil: 1, taux: 1}}]"),
            "taux, valeurs, ligne 1",
            "soit `bareme`",
        ),
        (
            taux(BON.replace("Statuts Brume art. 1", "Grimoire")),
            "taux, valeurs, ligne 1",
            "Citation illisible : « Grimoire »",
        ),
        (
            taux(BON.replace("0.1", "beaucoup")),
            "taux, valeurs, ligne 1, valeur",
            "'beaucoup' n'est pas accepté ; attendu : un nombre",
        ),
        (taux(BON.replace("0.1", ".inf")), "taux, valeurs, ligne 1, valeur", "attendu : un nombre fini"),
        (taux(BON.replace("0.1", ".nan")), "taux, valeurs, ligne 1, valeur", "attendu : un nombre fini"),
        (taux(BON.replace("2020-01-01", "janvier")), "taux, valeurs, ligne 1, depuis", "attendu : une date AAAA-MM-JJ"),
        (taux(), "taux, valeurs", "attendu : une liste"),
        ("taux: {libelle: Un taux, unite: fraction, valeurs: []}\n", "taux, valeurs", "il en faut davantage"),
        ("taux: {libelle: Un taux, valeurs: []}\n", "taux, unite", "ce champ manque"),
    ],
)
def test_a_bad_row_is_refused_with_its_place(corps: str, ou: str, quoi: str, dossier: Path, cache: Path) -> None:
    ecrire_fichier(dossier, corps)
    fautes = refus(dossier)
    assert any(f.startswith(f"parametres/essai.yaml : parametres, {ou} : ") and quoi in f for f in fautes), fautes


@pytest.mark.parametrize(
    ("points", "quoi"),
    [
        ("{seuil: 1, taux: 0}, {seuil: 0, taux: 1}", "doivent croître"),
        ("{seuil: 1, taux: 0}, {seuil: 1, taux: 1}", "doivent croître"),
        ("{seuil: 0, taux: 0}", "il en faut davantage"),
        ("{seuil: 0, taux: 0}, {seuil: 1}", "ce champ manque"),
        ("{seuil: 0, taux: 0}, {seuil: 1, taux: 1, nom: x}", "clé inconnue"),
        ("{seuil: 0, taux: 0}, {seuil: haut, taux: 1}", "'haut' n'est pas accepté ; attendu : un nombre"),
        ("{seuil: 0, taux: 0}, {seuil: .inf, taux: 1}", "attendu : un nombre fini"),
        ("{seuil: 0, taux: .nan}, {seuil: 1, taux: 1}", "attendu : un nombre fini"),
    ],
)
def test_a_bad_scale_is_refused(points: str, quoi: str, dossier: Path, cache: Path) -> None:
    ecrire_fichier(dossier, taux(BON.replace("valeur: 0.1", f"bareme: [{points}]")))
    assert quoi in "\n".join(refus(dossier))


@pytest.mark.parametrize(
    ("lignes", "quoi"),
    [
        (
            ("depuis: 2020-01-01", "depuis: 2020-01-01"),
            "un chevauchement entre la valeur depuis le 2020-01-01 et celle",
        ),
        (("depuis: 2021-01-01", "depuis: 2020-01-01"), "depuis le 2021-01-01 et celle depuis le 2020-01-01"),
        (("depuis: 2020-01-01, jusqu_au: 2021-01-01", "depuis: 2021-01-01"), "un chevauchement"),
        (
            ("depuis: 2020-01-01, jusqu_au: 2020-12-30", "depuis: 2021-01-01"),
            "un trou entre le 2020-12-30 et le 2021-01-01",
        ),
        (("depuis: 2020-01-01, jusqu_au: 2019-12-31",), "la valeur depuis le 2020-01-01 finit avant (2019-12-31)"),
    ],
)
def test_gaps_and_overlaps_are_refused(lignes: tuple[str, ...], quoi: str, dossier: Path, cache: Path) -> None:
    ecrire_fichier(dossier, taux(*(f"{ligne}, {VALEUR}" for ligne in lignes)))
    fautes = refus(dossier)
    assert any(f.startswith("parametres/essai.yaml : taux : ") and quoi in f for f in fautes), fautes


def test_values_that_follow_each_other_are_accepted(dossier: Path, cache: Path) -> None:
    lignes = ("depuis: 2020-01-01, jusqu_au: 2020-12-31", "depuis: 2021-01-01", "depuis: 2021-01-02")
    ecrire_fichier(dossier, taux(*(f"{ligne}, {VALEUR}" for ligne in lignes)))
    assert len(charger(dossier)["taux"].valeurs) == 3


def test_one_name_in_two_files_is_refused_with_both(dossier: Path, cache: Path) -> None:
    ecrire_fichier(dossier, taux(BON), "a/premier.yaml")
    ecrire_fichier(dossier, taux(BON), "b/second.yaml")
    assert refus(dossier) == ("parametres/b/second.yaml : « taux » est déjà dans parametres/a/premier.yaml.",)


def test_one_name_twice_in_a_file_is_refused(dossier: Path, cache: Path) -> None:
    ecrire_fichier(dossier, taux(BON) + taux(BON))
    (faute,) = refus(dossier)
    assert faute.startswith("parametres/essai.yaml : YAML illisible")
    assert "taux" in faute


def test_a_day_that_does_not_exist_is_refused_with_its_file(dossier: Path, cache: Path) -> None:
    ecrire_fichier(dossier, taux(BON.replace("2020-01-01", "2020-02-30")))
    (faute,) = refus(dossier)
    assert faute.startswith("parametres/essai.yaml : YAML illisible : day is out of range")


def test_every_fault_of_every_file_is_told(dossier: Path, cache: Path) -> None:
    ecrire_fichier(dossier, taux(f"{BON}, couleur: bleu"), "a.yaml")
    ecrire_fichier(dossier, "{", "b.yaml")
    ecrire_fichier(dossier, "", "c.yaml", entete="")
    ecrire_fichier(dossier, taux(BON, f"depuis: 2019-01-01, {VALEUR}"), "d.yaml")
    assert [f.split(" : ")[0] for f in refus(dossier)] == [f"parametres/{n}.yaml" for n in "abcd"]


def test_the_head_of_a_file_is_checked(dossier: Path, cache: Path) -> None:
    ecrire_fichier(dossier, taux(BON), entete="titre: Essai\nauteur: inconnu\nparametres:\n")
    fautes = "\n".join(refus(dossier))
    assert "auteur" in fautes
    assert "verifie_le" in fautes


@pytest.mark.parametrize(
    ("unite", "valeur", "quoi"),
    [("date", "3", "une date"), ("fraction", "2020-01-01", "un nombre"), ("€", "2020-01-01", "un nombre")],
)
def test_a_value_that_is_not_of_its_unit_is_refused(
    unite: str, valeur: str, quoi: str, dossier: Path, cache: Path
) -> None:
    corps = taux(BON.replace("valeur: 0.1", f"valeur: {valeur}")).replace("fraction", unite)
    ecrire_fichier(dossier, corps)
    (faute,) = refus(dossier)
    assert faute.startswith("parametres/essai.yaml : parametres, taux : ")
    assert quoi in faute


@pytest.mark.parametrize(
    ("ecrit", "exact"), [("0", 0), ("12", 12), ("-3.50", "-7/2"), ("1.0e-3", "1/1000"), ("'0.1775'", "71/400")]
)
def test_numbers_are_numbers(ecrit: str, exact: Any, dossier: Path, cache: Path) -> None:
    ecrire_fichier(dossier, taux(BON.replace("0.1", ecrit)))
    assert charger(dossier)["taux"].valeurs[0].exact == Fraction(exact)


@pytest.fixture
def lectures(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return the folders whose YAML was really read."""
    lues: list[Path] = []
    lire = fichiers.lire_dossier

    def espionner(dossier: Path, chemins: Any) -> Any:
        lues.append(dossier)
        return lire(dossier, chemins)

    monkeypatch.setattr(fichiers, "lire_dossier", espionner)
    return lues


def valeur_du_taux(lus: Parametres) -> float:
    valeur = lus["taux"].valeurs[0].flottant
    assert isinstance(valeur, float)
    return valeur


def test_yaml_is_read_once(dossier: Path, cache: Path, lectures: list[Path]) -> None:
    ecrire_fichier(dossier, taux(BON))
    premiere = charger(dossier)
    seconde = charger(dossier)
    assert lectures == [dossier]
    assert valeur_du_taux(premiere) == valeur_du_taux(seconde) == 0.1
    assert dict(premiere["taux"].lignes[0]) == dict(seconde["taux"].lignes[0])
    assert len(list(cache.glob("parametres-*.json"))) == 1


def test_a_changed_file_is_read_again(dossier: Path, cache: Path, lectures: list[Path]) -> None:
    ecrire_fichier(dossier, taux(BON))
    charger(dossier)
    ecrire_fichier(dossier, taux(BON.replace("0.1", "0.2")))  # same size: only the time of the change differs
    assert valeur_du_taux(charger(dossier)) == 0.2
    assert len(lectures) == 2


def test_a_new_and_a_removed_file_are_seen(dossier: Path, cache: Path) -> None:
    ecrire_fichier(dossier, taux(BON))
    assert list(charger(dossier)) == ["taux"]
    nouveau = ecrire_fichier(dossier, taux(BON, nom="autre"), "b/autre.yaml")
    assert set(charger(dossier)) == {"taux", "autre"}
    nouveau.unlink()
    assert list(charger(dossier)) == ["taux"]


def test_a_broken_cache_is_read_again(dossier: Path, cache: Path, lectures: list[Path]) -> None:
    ecrire_fichier(dossier, taux(BON))
    charger(dossier)
    (compile_,) = cache.glob("parametres-*.json")
    compile_.write_text('{"taux": ', encoding="utf-8")
    assert valeur_du_taux(charger(dossier)) == 0.1
    assert len(lectures) == 2
    assert json.loads(compile_.read_bytes())["taux"]["unite"] == "fraction"


def test_a_bad_file_is_never_kept(dossier: Path, cache: Path) -> None:
    ecrire_fichier(dossier, taux(f"{BON}, couleur: bleu"))
    refus(dossier)
    assert not list(cache.glob("*")) if cache.exists() else True


def test_a_cache_that_cannot_be_written_changes_nothing(
    dossier: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    obstacle = tmp_path / "un_fichier"
    obstacle.write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(obstacle))
    ecrire_fichier(dossier, taux(BON))
    assert valeur_du_taux(charger(dossier)) == 0.1
    assert valeur_du_taux(charger(dossier)) == 0.1
