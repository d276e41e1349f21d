"""Which income gives a wanted value: it is reached there, and not one cent before."""

from __future__ import annotations

from typing import Any

import pytest

import egide
from egide.moteur.erreurs import ErreurEgide, FaitsManquants, NomInconnu, SansSolution
from egide.services.inversion import Inversion

from .situations import ANNEE, BRUT, TOTAL, TOTAL_30_000, activite, commerce, situation

CENTIME = 0.01


def valeur_a(montant: float, nom: str, sur: str, annee: int = ANNEE, **exercice: Any) -> float:
    exercices = {annee: {sur: montant, **exercice}}
    return egide.cotisations(situation(activite(exercices=exercices)), annee=annee).valeurs[nom]


def verifier(inversion: Inversion, **exercice: Any) -> None:
    for solution in inversion.solutions:
        ici = (inversion.cible, inversion.fait, inversion.annee)
        assert valeur_a(solution.de, *ici, **exercice) == pytest.approx(solution.valeur, abs=1e-6)
        assert valeur_a(round(solution.de - CENTIME, 2), *ici, **exercice) != solution.valeur
        assert valeur_a(solution.a, *ici, **exercice) == pytest.approx(solution.valeur, abs=1e-6)


@pytest.mark.parametrize("voulu", [15_000, 30_000, 45_678.9, 120_000])
@pytest.mark.parametrize("annee", [2018, 2022, 2025, 2026])
def test_le_revenu_net_voulu_est_atteint_et_pas_un_centime_avant(annee: int, voulu: float) -> None:
    sur = "revenu_brut" if annee >= 2025 else "revenu_professionnel"  # noqa: PLR2004
    inversion = egide.inverser("revenu_net", voulu, situation(activite(exercices={})), sur=sur, annee=annee)
    assert (inversion.cible, inversion.voulue, inversion.fait, inversion.annee) == ("revenu_net", voulu, sur, annee)
    assert inversion.solutions
    assert all(abs(s.valeur - voulu) <= 5 for s in inversion.solutions)  # noqa: PLR2004
    verifier(inversion)


def test_le_revenu_net_du_plombier_rend_son_revenu_brut() -> None:
    inversion = egide.inverser("revenu_net", BRUT - TOTAL_30_000, situation(), sur="revenu_brut", annee=ANNEE)
    assert any(s.de <= BRUT <= s.a for s in inversion.solutions)


def test_le_chiffre_d_affaires_voulu_compte_les_charges() -> None:
    charges = {"charges": 12_345.67}
    document = situation(activite(exercices={ANNEE: charges}))
    inversion = egide.inverser("revenu_net", 25_000, document, sur="chiffre_affaires", annee=ANNEE)
    verifier(inversion, **charges)
    sans = egide.inverser("revenu_net", 25_000, situation(), sur="revenu_brut", annee=ANNEE)
    ecarts = [avec.de - s.de for avec, s in zip(inversion.solutions, sans.solutions, strict=True)]
    assert ecarts == pytest.approx([12_345.67] * len(ecarts), abs=CENTIME)


def test_ce_qui_dit_la_meme_chose_est_ecarte() -> None:
    """A gross income given does not keep a turnover from being searched."""
    inversion = egide.inverser("revenu_net", 25_000, situation(), sur="chiffre_affaires", annee=ANNEE)
    sans = egide.inverser("revenu_net", 25_000, situation(), sur="revenu_brut", annee=ANNEE)
    assert inversion.solutions == sans.solutions


def test_un_palier_commence_a_son_premier_centime() -> None:
    """1,3 % makes 625 € from a base of 48 039 €; 26 % off 64 916,50 € leaves 48 038,50 €, rounded up."""
    inversion = egide.inverser("cotisation_invalidite_deces", 625, situation(), sur="revenu_brut", annee=ANNEE)
    assert [s.de for s in inversion.solutions] == [64_916.5]


def test_un_total_voulu_est_atteint_et_pas_un_centime_avant() -> None:
    verifier(egide.inverser("cotisation_invalidite_deces", 625, situation(), sur="revenu_brut", annee=ANNEE))


def test_un_total_que_les_arrondis_sautent_donne_le_plus_proche() -> None:
    inversion = egide.inverser(TOTAL, 9_000.5, situation(), sur="revenu_brut", annee=ANNEE)
    assert all(s.de == s.a and s.valeur != inversion.voulue for s in inversion.solutions)
    assert all(abs(s.valeur - inversion.voulue) <= 5 for s in inversion.solutions)  # noqa: PLR2004


def test_avec_plusieurs_activites_on_dit_laquelle_varie() -> None:
    """The plumber earns what the shop does not: 30 000 € in all."""
    document = situation(activite(exercices={}), commerce(exercices={ANNEE: {"revenu_brut": 10_000}}))
    inversion = egide.inverser("revenu_net", BRUT - TOTAL_30_000, document, sur="revenu_brut", annee=ANNEE)
    assert any(s.de <= BRUT - 10_000 <= s.a for s in inversion.solutions)
    assert "Plusieurs activités : revenu_brut varie dans activites[0]." in inversion.notes


def test_le_dictionnaire_d_une_inversion_dit_ce_qui_est_suppose() -> None:
    rendu = egide.inverser("revenu_net", 30_000, situation(), sur="revenu_brut", annee=ANNEE).to_dict()
    assert set(rendu) == {"question", "cible", "voulue", "fait", "annee", "solutions", "hypotheses"}
    assert all(set(s) == {"de", "a", "valeur"} for s in rendu["solutions"])
    assert "perception du RSA ou de la prime d'activité : non" in rendu["hypotheses"]


@pytest.mark.parametrize(
    ("cible", "voulue", "sur", "document", "erreur", "morceau"),
    [
        ("revenu_ne", 1, "revenu_brut", situation(), NomInconnu, "« revenu_net »"),
        ("revenu_net", 1, "revenu_bru", situation(), NomInconnu, "montant annuel inconnu.*« revenu_brut »"),
        ("revenu_net", 1, "micro_fiscal", situation(), NomInconnu, "ne peut être cherché.*revenu_brut"),
        ("revenu_net", 1, "mois_covid_600", situation(), NomInconnu, "ne peut être cherché.*revenu_brut"),
        ("revenu_net", 1, "dividendes", situation(), NomInconnu, "ne peut être cherché.*dividendes_percus"),
        ("pass_", 1, "revenu_brut", situation(), NomInconnu, "egide parametres pass_"),
        ("charges", 1, "revenu_brut", situation(), NomInconnu, "un fait de la situation.*revenu_net"),
        ("revenu_net", 1, "revenu_professionnel", situation(), SansSolution, "n'en dépend pas"),
        ("revenu_net", 1, "debut", situation(), NomInconnu, "ne peut être cherché.*chiffre_affaires"),
        ("revenu_net", 1e12, "revenu_brut", situation(), SansSolution, "entre 0 et 5000000.*entre les deux"),
        ("revenu_net", -1e9, "revenu_brut", situation(), SansSolution, "le résultat y va de"),
        ("exoneration_acre", 100, "revenu_brut", situation(), FaitsManquants, "ne s'applique pas"),
        ("revenu_net", 1, "revenu_brut", situation(activite(nature=None)), FaitsManquants, "nature"),
        (
            "revenu_net",
            1,
            "revenu_brut",
            situation(activite(statut="micro_entrepreneur")),
            FaitsManquants,
            "type_activite",
        ),
        ("revenu_net", 1, "revenu_brut", situation(activite(debut="2027-01-01", exercices={})), FaitsManquants, "2027"),
    ],
)
def test_ce_qui_n_a_pas_de_reponse_dit_pourquoi(
    cible: str, voulue: float, sur: str, document: dict[str, Any], erreur: type[ErreurEgide], morceau: str
) -> None:
    with pytest.raises(erreur, match=morceau):
        egide.inverser(cible, voulue, document, sur=sur, annee=ANNEE)
