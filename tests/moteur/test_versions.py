# ruff: noqa: PLR2004  (figures counted by hand)
"""What is refused when the law is loaded: gaps, overlaps, contradictions, unknown names."""

from __future__ import annotations

from typing import Any

import pytest
from pays.fabrique import declarer, parametre, petite_loi
from pays.lois.axes import Ordre, RiveDuFleuve

from egide.moteur.erreurs import LoiInvalide
from egide.moteur.faits import Fait
from egide.moteur.faits import Genre as GenreDeFait


def sel(poids: float) -> float:
    """Sel."""
    return poids


def sel__bis(poids: float) -> float:
    """Sel."""
    return 2 * poids


POIDS = Fait("poids", GenreDeFait.NOMBRE, "Poids", par_annee=True)


def lieu(fonction: Any) -> str:
    return f"{fonction.__module__}:{fonction.__code__.co_firstlineno}"


def refus(*regles: Any, **options: Any) -> str:
    with pytest.raises(LoiInvalide) as erreur:
        petite_loi(*regles, **{"faits": [POIDS], **options})
    return str(erreur.value)


def test_a_gap_is_refused_with_both_places() -> None:
    message = refus(declarer(sel, jusqu_au="2020-12-30"), declarer(sel__bis, depuis="2021-01-01"))
    assert message == (
        f"« sel » : un trou entre {lieu(sel)} (jusqu'au 2020-12-30) et {lieu(sel__bis)} (depuis le 2021-01-01)."
    )


def test_an_overlap_is_refused_with_both_places() -> None:
    message = refus(declarer(sel__bis, depuis="2021-01-01"), declarer(sel, jusqu_au="2021-01-01"))
    assert message == (
        f"« sel » : un chevauchement entre {lieu(sel)} (jusqu'au 2021-01-01) "
        f"et {lieu(sel__bis)} (depuis le 2021-01-01)."
    )


def test_two_versions_of_the_same_day_are_refused() -> None:
    assert "un chevauchement" in refus(declarer(sel), declarer(sel__bis))


def test_versions_that_follow_each_other_are_accepted() -> None:
    petite_loi(declarer(sel, jusqu_au="2020-12-31"), declarer(sel__bis, depuis="2021-01-01"), faits=[POIDS])


def test_an_overlap_of_categories_is_refused_with_the_category() -> None:
    message = refus(
        declarer(sel, pour=(Ordre.MEUNIER, Ordre.SAUNIER)),
        declarer(sel__bis, pour=(Ordre.SAUNIER, RiveDuFleuve.SUD)),
    )
    assert message.count("\n") == 0
    assert message.startswith("« sel » (saunier, sud) : un chevauchement entre ")


def test_a_gap_of_one_category_is_refused() -> None:
    message = refus(
        declarer(sel, jusqu_au="2020-12-31"),
        declarer(sel__bis, depuis="2021-01-01", pour=Ordre.MEUNIER),
        declarer(sel__bis, depuis="2021-02-01", pour=(Ordre.SAUNIER, Ordre.TISSERAND)),
    )
    assert message.startswith("« sel » (saunier) : un trou entre ")


def test_disjoint_categories_are_accepted() -> None:
    petite_loi(declarer(sel, pour=Ordre.MEUNIER), declarer(sel__bis, pour=Ordre.SAUNIER), faits=[POIDS])


@pytest.mark.parametrize(
    ("attribut", "premier", "second"),
    [
        ("entite", "personne", "activite"),
        ("periode", "annee", "mois"),
        ("agregation", "somme", "max"),
        ("exclusion", False, True),
    ],
)
def test_versions_that_contradict_each_other_are_refused(attribut: str, premier: Any, second: Any) -> None:
    message = refus(
        declarer(sel, jusqu_au="2020-12-31", **{attribut: premier}),
        declarer(sel__bis, depuis="2021-01-01", **{attribut: second}),
    )
    assert message == f"« sel » : {attribut} diffère entre {lieu(sel)} et {lieu(sel__bis)}."


def test_an_unknown_argument_is_refused_with_the_nearest_name() -> None:
    message = refus(declarer(sel), faits=[Fait("poid", GenreDeFait.NOMBRE, "Poids")])
    assert message == f"{lieu(sel)} : « sel » demande « poids », qui n'existe pas. Vouliez-vous dire « poid » ?"


def test_an_unknown_argument_of_an_earlier_year_is_refused() -> None:
    def taxe(poids_n_1: float, houille_n_2: float) -> float:
        """Taxe."""
        return poids_n_1 + houille_n_2

    assert refus(declarer(taxe)) == f"{lieu(taxe)} : « taxe » demande « houille_n_2 », qui n'existe pas."


def test_every_fault_is_told() -> None:
    def annee(poids: float) -> float:
        """Année."""
        return poids

    message = refus(
        declarer(sel, jusqu_au="2020-12-30"),
        declarer(sel__bis, depuis="2021-01-01"),
        declarer(annee),
        parametres={"poids": parametre(("2020-01-01", "1")), "sel": parametre(("2020-01-01", "1"))},
    )
    fautes = message.split("\n")
    assert len(fautes) == 4
    assert f"« sel » est à la fois une règle ({lieu(sel)}) et un paramètre." in fautes
    assert any(f.startswith("« annee » est à la fois une règle") for f in fautes)
    assert "« poids » est à la fois un fait et un paramètre." in fautes
