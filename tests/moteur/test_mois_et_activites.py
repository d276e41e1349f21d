"""Facts of a month, sums since January, axes of an activity, whom a package is for, and roundings up."""

from __future__ import annotations

import sys
from datetime import date
from enum import IntEnum
from fractions import Fraction
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from pays.fabrique import declarer, parametre, petite_loi

from egide.moteur import regle as module_regle
from egide.moteur.compilation import compiler
from egide.moteur.erreurs import FaitsManquants, LoiInvalide
from egide.moteur.evaluation import evaluer, situer_les_activites
from egide.moteur.faits import Cle, Fait, Genre, cle_du_mois
from egide.moteur.graphe import Legislation, nom_demande
from egide.moteur.mecanismes import (
    arrondi_dixieme_superieur,
    arrondi_euro,
    arrondi_euro_superieur,
    partie_entiere,
    trimestre_du_jour,
)
from egide.moteur.periode import Periode, numero
from egide.moteur.regle import Categorie, membre_ordinaire, regle

ANNEE = 2024
PERIODE = Periode.de_l_annee(ANNEE)
PEAGE = Fait("peage", Genre.NOMBRE, "Péage du mois", "€", "activite", defaut=0.0, agregation="somme", par_mois=True)


class Bac(IntEnum):
    """How a ferry crosses; a person may have several."""

    CORDE = 1
    VOILE = 2


class Guilde(IntEnum):
    """A guild that few belong to."""

    ORDINAIRE = 1
    PASSEURS = 2


BAC = Fait("bac", Genre.ENUMERATION, "Bac", entite="activite", agregation="principale", enumeration=Bac)


def droit_de_corde(peage, taux_de_corde):  # type: ignore[no-untyped-def]
    """Droit d'un mois, à la corde."""
    return peage * taux_de_corde


def droit_de_voile(peage):  # type: ignore[no-untyped-def]
    """Droit d'un mois, à la voile."""
    return peage / 2


def au_dela(peage, peage_depuis_janvier, franchise):  # type: ignore[no-untyped-def]
    """Péage du mois au-delà d'une franchise de l'année."""
    return max(min(peage, peage_depuis_janvier - franchise), 0)


def total(droit, exces=0):  # type: ignore[no-untyped-def]
    """Total de l'année."""
    return droit + exces


def loi_du_fleuve() -> Legislation:
    mois: dict[str, Any] = {"entite": "activite", "periode": "mois", "agregation": "somme"}
    return petite_loi(
        declarer(droit_de_corde, nom="droit", arrondi=arrondi_euro, pour=Bac.CORDE, **mois),
        declarer(droit_de_voile, nom="droit", arrondi=arrondi_euro, pour=Bac.VOILE, **mois),
        declarer(au_dela, nom="exces", **mois),
        declarer(total),
        parametres={
            "taux_de_corde": parametre(("2020-01-01", 0.1), ("2024-07-01", 0.2), unite="fraction"),
            "franchise": parametre(("2020-01-01", 1000)),
        },
        faits=[PEAGE, BAC],
    )


def faits(*par_activite: dict[int, float], exact: bool = False) -> dict[Cle, Any]:
    nombre: Any = Fraction if exact else float
    donnees: dict[Cle, Any] = {}
    for rang, montants in enumerate(par_activite):
        donnees["bac", rang, None] = nombre(Bac.CORDE if rang == 0 else Bac.VOILE)
        donnees |= {("peage", rang, ANNEE * 100 + m): nombre(v) for m, v in montants.items()}
    return donnees


def evaluee(donnees: dict[Cle, Any], activites: int = 1, *, exact: bool = False) -> Any:
    loi = loi_du_fleuve()
    propres = situer_les_activites(loi, (Bac,), donnees, PERIODE, activites=activites)
    plan = loi.plan(
        ("total", "droit", "exces"), {}, PERIODE, donnes=donnees.keys(), activites=activites, par_activite=propres
    )
    return evaluer(plan, donnees, exact=exact)


def test_un_mois_a_sa_cle() -> None:
    mars = 202603
    assert cle_du_mois(date(2026, 3, 31)) == mars
    assert PEAGE.cle(0, Periode(date(2026, 3, 1), date(2026, 3, 31))) == ("peage", 0, mars)


def test_chaque_mois_a_son_taux_et_son_arrondi() -> None:
    rendue = evaluee(faits({6: 105.0, 7: 105.0}))
    assert rendue["droit"] == 11 + 21  # 10,5 arrondi à 11, puis 21


def test_la_somme_depuis_janvier_croit_mois_apres_mois() -> None:
    rendue = evaluee(faits({2: 800.0, 5: 500.0, 9: 100.0}))
    assert rendue["exces"] == 300 + 100
    assert evaluee(faits({5: 1000.0}))["exces"] == 0
    assert nom_demande("peage_depuis_janvier") == nom_demande("peage_n_2") == "peage"


def test_chaque_activite_a_sa_place_sur_ses_axes() -> None:
    rendue = evaluee(faits({3: 100.0}, {3: 100.0}), activites=2)
    assert rendue["droit"] == 10 + 50
    assert [rendue.valeurs[r] for r in rendue.plan.par_activite["droit"]] == [10, 50]


def test_une_place_inconnue_dit_le_fait_qui_manque() -> None:
    with pytest.raises(FaitsManquants) as leve:
        situer_les_activites(loi_du_fleuve(), (Bac,), {}, PERIODE, activites=1)
    assert leve.value.faits == ("bac",)


def test_trois_facons_de_calculer_s_accordent() -> None:
    loi, hasard = loi_du_fleuve(), np.random.default_rng(3)
    cles: tuple[Cle, ...] = tuple(("peage", 0, ANNEE * 100 + m) for m in (3, 6, 9, 12))
    categorie: Categorie = {Bac: Bac.CORDE}
    plan = loi.plan(("total",), categorie, PERIODE, donnes=cles)
    colonnes = {cle: hasard.integers(0, 200_000, 50) / 100 for cle in cles}
    sortie = np.empty(50)
    compiler(plan, {}, cles).executer(colonnes, [sortie])
    for k in range(50):
        un = evaluer(plan, {cle: float(c[k]) for cle, c in colonnes.items()})["total"]
        exact = evaluer(plan, {cle: Fraction(round(c[k] * 100), 100) for cle, c in colonnes.items()}, exact=True)[
            "total"
        ]
        assert sortie[k] == pytest.approx(un, abs=1e-9) == pytest.approx(float(exact), abs=1e-9)


def test_un_paquet_dit_a_qui_sont_ses_regles(monkeypatch: pytest.MonkeyPatch) -> None:
    paquet, module = ModuleType("port"), ModuleType("port.droits")
    paquet.POUR = (Guilde.PASSEURS,)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "port", paquet)
    source = 'def tonlieu(peage):\n    """Tonlieu du port."""\n    return peage\n'
    exec(source, module.__dict__)
    module.__dict__["tonlieu"].__module__ = "port.droits"
    regle(depuis="2020-01-01", unite="€")(module.__dict__["tonlieu"])
    (declaree,) = module_regle._REGLES.pop("port.droits")
    assert declaree.pour == {Guilde: {Guilde.PASSEURS}}
    assert not declaree.convient({})
    assert declaree.convient({Guilde: Guilde.PASSEURS})


def test_qui_n_est_pas_place_est_au_membre_ordinaire() -> None:
    ordinaire = declarer(total, pour=Guilde.ORDINAIRE)
    assert membre_ordinaire(Guilde) is Guilde.ORDINAIRE
    assert membre_ordinaire(Bac) is None
    assert ordinaire.convient({})
    assert not ordinaire.convient({Guilde: Guilde.PASSEURS})
    assert not declarer(total, pour=Bac.CORDE).convient({})


def test_ce_qui_est_pour_d_autres_ne_compte_pas_dans_les_axes() -> None:
    loi = petite_loi(
        declarer(total, nom="du", pour=Guilde.ORDINAIRE),
        declarer(droit_de_voile, nom="droit", pour=Guilde.ORDINAIRE),
        declarer(au_dela, nom="exces", pour=(Guilde.PASSEURS, Bac.CORDE)),
        parametres={"franchise": parametre(("2020-01-01", 1000))},
        faits=[PEAGE, BAC],
    )
    assert Bac in loi.axes(("du",))
    assert Bac not in loi.axes(("du",), {Guilde: Guilde.ORDINAIRE})


def test_une_somme_depuis_janvier_de_ce_qui_n_existe_pas_est_une_faute() -> None:
    with pytest.raises(LoiInvalide, match="franchise"):
        petite_loi(declarer(au_dela, periode="mois", entite="activite"), faits=[PEAGE])


@pytest.mark.parametrize(
    ("taux", "arrondi"),
    [("0.1152", "0.116"), ("0.064", "0.064"), ("0.0205", "0.021"), ("0.134", "0.134"), ("0.1340000001", "0.135")],
)
def test_un_taux_s_arrondit_au_dixieme_superieur(taux: str, arrondi: str) -> None:
    assert arrondi_dixieme_superieur(Fraction(taux)) == Fraction(arrondi)
    assert arrondi_dixieme_superieur(float(taux)) == float(arrondi)


@pytest.mark.parametrize(
    ("rendu", "attendu"),
    [
        (arrondi_dixieme_superieur(0.128 * 0.5), 0.064),
        (arrondi_euro_superieur(0.1 * 3 * 10), 3),
        (arrondi_euro_superieur(Fraction(601, 10)), 61),
        (partie_entiere(0.1 * 3 * 10), 3),
        (partie_entiere(Fraction(39, 10)), 3),
    ],
)
def test_les_produits_de_flottants_ne_changent_pas_d_un_cran(rendu: float, attendu: float) -> None:
    assert rendu == attendu


def test_les_trimestres_civils_se_comptent() -> None:
    rangs = [trimestre_du_jour(numero(date(a, m, j))) for a, m, j in ((2019, 12, 31), (2020, 1, 1), (2020, 4, 1))]
    assert rangs[1] - rangs[0] == 1 == rangs[2] - rangs[1]
