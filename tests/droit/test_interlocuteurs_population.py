"""Affiliation and interlocutors over columns: row by row, what one person is told, on every day of change."""

from __future__ import annotations

import math
import warnings
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest

from egide.droit.commun.enumerations import (
    CategorieLiberale,
    Forme,
    Inscription,
    Nature,
    ProfessionParticuliere,
    Regime,
    ReseauConventionne,
    Statut,
    Sujet,
    TitreAssurance,
    slug,
)
from egide.droit.commun.interlocuteurs import RessortPersonnel
from egide.moteur.erreurs import FaitsManquants
from egide.moteur.graphe import bornes
from egide.moteur.mecanismes import DE_LONGUE_DATE
from egide.moteur.periode import numero
from egide.population import LignesHorsChamp, calculer
from egide.services.activite_du_jour import Cas, terminee
from egide.services.affiliations_du_jour import Affiliations
from egide.services.elements_interlocuteurs import FAITS_LUS, elements
from egide.services.loi import loi
from egide.situation import Situation

from .situations_tirees import colonnes, situation, tirer

AFFILIATION = ("regime", "section", "assure_a_titre")
ORGANISMES = {f"organisme_{slug(sujet)}": sujet for sujet in Sujet}
CIBLES = (*AFFILIATION, *ORGANISMES)
CHAPITRES = ("egide.droit.affiliation", "egide.droit.interlocuteurs")
PAR_JOUR = 90
TIREES = 2_000
DE_2020 = [date(2020, 1, 20), date(2020, 2, 10), date(2020, 2, 17), date(2020, 5, 25)]
"""Days on which the health files moved: facts and figures that are dates, and not versions."""


def jours() -> list[date]:
    """Return every day on which a rule of the two chapters or a figure that it reads changes, and its eve."""
    regles = [r for versions in loi().regles.values() for r in versions if r.chapitre in CHAPITRES]
    lus = {a for r in regles for a in r.arguments if a in loi().parametres}
    changements = {j for r in regles for j in bornes(r)}
    changements |= {j for nom in lus for v in loi().parametres[nom].valeurs for j in bornes(v)}
    avec_la_veille = {j - timedelta(days=k) for j in changements for k in (0, 1)}
    premier = min(r.depuis for r in loi().regles["fondement"])
    return sorted(j for j in {*avec_la_veille, *DE_2020, date(2026, 11, 23)} if j >= premier)


JOURS = jours()


def calculees(lues: Mapping[str, Any], cibles: tuple[str, ...], jour: date) -> dict[str, Any]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", LignesHorsChamp)
        return calculer(lues, cibles, date=jour)


def d_une_personne(lue: Situation, jour: date, *, organismes: bool = True) -> dict[str, float]:
    """Return what the services say of a person of one activity; NaN where they ask for a fact."""
    affiliations = Affiliations(lue)
    try:
        affiliation = affiliations(jour)[0]
        valeurs = {"regime": affiliation.regime, "section": affiliation.section, "assure_a_titre": affiliation.titre}
    except FaitsManquants:
        return dict.fromkeys(CIBLES if organismes else AFFILIATION, math.nan)
    if affiliation.regime is Regime.AUCUN and terminee(lue.activites[0], jour):
        # Who answers then depends on the affiliation of another day, which columns do not read.
        return {**dict.fromkeys(CIBLES if organismes else AFFILIATION, math.nan), **valeurs}
    lus = Cas.de(lue, affiliations, 0).elements(jour) if organismes else {}
    return {**valeurs, **{f"organisme_{slug(sujet)}": element.organisme for sujet, element in lus.items()}}


def comparer(obtenues: Mapping[str, Any], rang: int, attendues: Mapping[str, float], qui: object) -> None:
    ecarts = {
        nom: (float(obtenues[nom][rang]), float(attendue))
        for nom, attendue in attendues.items()
        if not np.array_equal(obtenues[nom][rang], attendue, equal_nan=True)
    }
    assert not ecarts, qui


@pytest.mark.usefixtures("boucles_de_python")
@pytest.mark.parametrize("jour", JOURS, ids=str)
def test_les_colonnes_disent_ce_qui_est_dit_a_une_personne(jour: date) -> None:
    personnes = tirer(PAR_JOUR, graine=jour.toordinal())
    obtenues = calculees(colonnes(personnes), CIBLES, jour)
    for rang, personne in enumerate(personnes):
        comparer(obtenues, rang, d_une_personne(situation(personne, jour.year), jour), personne)


@pytest.mark.usefixtures("boucles_de_python")
@pytest.mark.parametrize("jour", JOURS[::5], ids=str)
def test_la_profession_seule_dit_la_nature_d_une_personne(jour: date) -> None:
    personnes = tirer(PAR_JOUR, graine=jour.toordinal(), natures=False)
    obtenues = calculees(colonnes(personnes), AFFILIATION, jour)
    for rang, personne in enumerate(personnes):
        attendues = d_une_personne(situation(personne, jour.year), jour, organismes=False)
        comparer(obtenues, rang, attendues, personne)


CHOIX: Mapping[str, list[float]] = {
    "regime": [float(r) for r in Regime],
    "section": [float(CategorieLiberale.SANS_OBJET), float(CategorieLiberale.CIPAV), float(CategorieLiberale.CARMF)],
    "assure_a_titre": [float(t) for t in TitreAssurance],
    "effet": [float(numero(date(a, 6, 1))) for a in (2014, 2018, 2019, 2027)],
    "nature": [float(n) for n in Nature],
    "statut": [float(s) for s in Statut],
    "inscription": [float(i) for i in Inscription],
    "ressort_activite": [float(r) for r in RessortPersonnel],
    "ressort_residence": [float(r) for r in RessortPersonnel],
    "residence_hors_de_france": [0.0, 0.0, 1.0],
    "forme": [float(f) for f in Forme],
    "profession_particuliere": [float(p) for p in ProfessionParticuliere],
    "activite_terminee": [0.0, 0.0, 1.0],
    "premiere_affiliation": [float(numero(date(a, 6, 1))) for a in (2014, 2018, 2019)],
    "reprise_apres_cessation": [0.0, 1.0],
    "rattachement_cpam_notifie": [DE_LONGUE_DATE, DE_LONGUE_DATE, float(numero(date(2020, 1, 25)))],
    "rattachement_cpam_non_recu": [0.0, 0.0, 1.0],
    "reseau_conventionne": [float(r) for r in ReseauConventionne],
}
"""Every category: whoever the person is, the affiliation being given as columns."""


@pytest.mark.usefixtures("boucles_de_python")
@pytest.mark.parametrize("jour", JOURS, ids=str)
def test_l_affiliation_donnee_en_colonnes_donne_les_memes_organismes(jour: date) -> None:
    hasard = np.random.default_rng(jour.toordinal())
    lues = {nom: hasard.choice(valeurs, PAR_JOUR) for nom, valeurs in CHOIX.items()}
    obtenues = calculees(lues, tuple(ORGANISMES), jour)
    for rang in range(PAR_JOUR):
        profil = tuple(float(lues[nom][rang]) for nom in FAITS_LUS)
        dits = {f"organisme_{slug(s)}": e.organisme for s, e in elements(profil, jour).items()}
        comparer(obtenues, rang, dits, dict(zip(FAITS_LUS, profil, strict=True)))


def test_le_tirage_est_assez_grand() -> None:
    assert PAR_JOUR * len(JOURS) >= TIREES


def test_le_noyau_entier_donne_ce_que_donnent_ses_regles(request: pytest.FixtureRequest) -> None:
    """Numba compiles the loops as Python reads them: thousands of rows in several tiles, one day."""
    personnes = colonnes(tirer(300, graine=1))
    lues = {nom: [valeurs[k % 300] for k in range(5_000)] for nom, valeurs in personnes.items()}
    compilees = calculees(lues, CIBLES, date(2020, 2, 1))
    request.getfixturevalue("boucles_de_python")
    attendues = calculees(personnes, CIBLES, date(2020, 2, 1))
    for nom in CIBLES:
        np.testing.assert_array_equal(compilees[nom], attendues[nom][np.arange(5_000) % 300], nom)


INCOMPLETES = {
    "nature": ["commerciale", "commerciale", "location_meublee"],
    "statut": ["gerant", "entreprise_individuelle", "entreprise_individuelle"],
}


@pytest.mark.parametrize(
    "cibles", [("regime",), ("regime", "organisme_dossier_maladie")], ids=["par categorie", "choix"]
)
@pytest.mark.usefixtures("boucles_de_python")
def test_une_ligne_dont_il_manque_un_fait_est_nan_et_comptee(cibles: tuple[str, ...]) -> None:
    """A gérant whose shares are not given, a letting without receipts: the answer to one person asks for them."""
    with pytest.warns(LignesHorsChamp) as alertes:
        obtenues = calculer(INCOMPLETES, cibles, date="2026-11-23")
    for nom in cibles:
        assert np.isnan(obtenues[nom]).tolist() == [True, False, True]
    message = str(alertes[0].message)
    assert "1 ligne(s) : Il manque parts du capital" in message
    assert "1 ligne(s) : Il manque chiffre d'affaires" in message


@pytest.mark.usefixtures("boucles_de_python")
def test_beaucoup_de_categories_passent_par_un_seul_noyau(monkeypatch: pytest.MonkeyPatch) -> None:
    lues = colonnes(tirer(200, graine=2))
    un_seul = calculees(lues, AFFILIATION, date(2022, 6, 1))
    monkeypatch.setattr("egide.population.calcul.CATEGORIES_AU_PLUS", 1_000)
    par_categorie = calculees(lues, AFFILIATION, date(2022, 6, 1))
    for nom in AFFILIATION:
        np.testing.assert_array_equal(un_seul[nom], par_categorie[nom], nom)


def test_un_seul_noyau_ne_va_pas_ou_les_regles_tourneraient_en_rond(monkeypatch: pytest.MonkeyPatch) -> None:
    """Contributions at Mayotte rest on others than elsewhere: no plan can hold both, each category keeps its kernel."""
    monkeypatch.setattr("egide.population.calcul.CATEGORIES_AU_PLUS", 1)
    lues = {"nature": ["artisanale", "commerciale"], "revenu_brut": 30_000.0, "acre": [0, 1], "debut": "2025-03-01"}
    melees = calculer(lues, ["total_cotisations_et_contributions"], annee=2026)["total_cotisations_et_contributions"]
    seules = [
        calculer({**lues, "nature": n, "acre": a}, ["total_cotisations_et_contributions"], annee=2026)
        for n, a in (("artisanale", 0), ("commerciale", 1))
    ]
    assert melees.tolist() == [s["total_cotisations_et_contributions"][0] for s in seules]
