"""Where a person stands on each axis, and who is not covered."""

from __future__ import annotations

import pytest
from pays import MEUNIER_NORD, MEUNIER_SUD, SAUNIER_NORD, TISSERAND_SUD, an, brume, moulin
from pays.lois.axes import Force, Ordre, RiveDuFleuve

from egide.moteur.erreurs import FaitsManquants, HorsChamp
from egide.moteur.evaluation import refuser_hors_champ, situer
from egide.moteur.faits import Cle, Donnees
from egide.moteur.regle import Categorie


@pytest.mark.parametrize(
    ("forces", "sud", "categorie"),
    [
        ((Force.VENT,), 0, MEUNIER_NORD),
        ((Force.EAU, Force.BETE), 1, MEUNIER_SUD),
        ((Force.BETE, Force.VENT), 0, SAUNIER_NORD),
        ((Force.FEU,), 1, TISSERAND_SUD),
    ],
)
def test_situates_a_person_on_each_axis(forces: tuple[Force, ...], sud: float, categorie: Categorie) -> None:
    donnees: dict[Cle, float] = {("force", rang, None): force for rang, force in enumerate(forces)}
    donnees["habite_au_sud", None, None] = sud
    situee = situer(brume(), (Ordre, RiveDuFleuve), donnees, an(2021), activites=len(forces))
    assert situee == categorie
    assert [type(m) for m in situee.values()] == [Ordre, RiveDuFleuve]


def test_an_assumed_fact_situates_too() -> None:
    assert situer(brume(), (RiveDuFleuve,), {}, an(2021)) == {RiveDuFleuve: RiveDuFleuve.NORD}


def test_a_missing_fact_keeps_from_situating() -> None:
    with pytest.raises(FaitsManquants) as erreur:
        situer(brume(), (RiveDuFleuve, Ordre), {}, an(2021))
    assert erreur.value.faits == ("force",)


def test_situating_leaves_the_plans_as_they_were_drawn() -> None:
    loi = brume()
    donnees: Donnees = {("force", 0, None): Force.EAU}
    situer(loi, (Ordre, RiveDuFleuve), donnees, an(2022))
    assert loi.plan(("ordre",), {}, an(2022)).categorie == {}


FEU = "Moulin à feu : il relève de la Guilde des forges, à qui il faut s'adresser."


def test_who_is_covered_is_not_refused() -> None:
    refuser_hors_champ(brume(), MEUNIER_NORD, moulin(2021, 10), an(2021))


@pytest.mark.parametrize(
    ("donnees", "motifs"),
    [
        (moulin(2021, 10, force=Force.FEU), [("hors_champ_feu", FEU)]),
        (moulin(2021, 10, exil=1), [("hors_champ_exil", "Sujet en exil : Brume ne lui demande rien.")]),
    ],
)
def test_who_is_not_covered_is_refused_with_the_explanation(donnees: Donnees, motifs: list[tuple[str, str]]) -> None:
    with pytest.raises(HorsChamp) as erreur:
        refuser_hors_champ(brume(), MEUNIER_NORD, donnees, an(2021))
    assert list(erreur.value.motifs) == motifs
    assert str(erreur.value) == motifs[0][1]


def test_every_reason_is_told() -> None:
    with pytest.raises(HorsChamp) as erreur:
        refuser_hors_champ(brume(), MEUNIER_NORD, moulin(2021, 10, force=Force.FEU, exil=1), an(2021))
    assert [nom for nom, _ in erreur.value.motifs] == ["hors_champ_feu", "hors_champ_exil"]


def test_a_reason_found_in_one_activity_of_two_is_told() -> None:
    donnees: Donnees = {**moulin(2021, 10, 10), ("force", 1, None): Force.FEU}
    with pytest.raises(HorsChamp, match="Guilde des forges"):
        refuser_hors_champ(brume(), MEUNIER_NORD, donnees, an(2021), activites=2)


def test_a_sure_reason_does_not_wait_for_the_facts_of_another_activity() -> None:
    donnees: Donnees = {("force", 0, None): Force.FEU}
    with pytest.raises(HorsChamp, match="Guilde des forges"):
        refuser_hors_champ(brume(), MEUNIER_NORD, donnees, an(2021), activites=2)


def test_what_is_not_known_is_not_refused() -> None:
    refuser_hors_champ(brume(), MEUNIER_NORD, {}, an(2021))
