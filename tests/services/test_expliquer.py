"""How one value was obtained: formula, numbers, articles, slice of the scale, down to the facts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

import egide
from egide.moteur.erreurs import ErreurEgide, FaitsManquants, NomInconnu
from egide.moteur.explication import Etape, en_dict

from .situations import ANNEE, activite, situation


def etapes(etape: Etape) -> Iterator[Etape]:
    yield etape
    for entree in etape.entrees:
        yield from etapes(entree)


def expliquer(nom: str, document: Any = None, **options: Any) -> Etape:
    return egide.expliquer(nom, document or situation(), **{"annee": ANNEE, **options})


def test_une_cotisation_montre_sa_formule_ses_nombres_et_ses_articles() -> None:
    etape = expliquer("cotisation_retraite_complementaire")
    assert (etape.nom, etape.ecrit) == ("cotisation_retraite_complementaire", "1\u202f798\u202f€")
    assert any(a.startswith("CSS D. 635-7") for a in etape.articles)
    formules = " ".join(ligne.formule for ligne in etape.lignes)
    chiffres = " ".join(ligne.chiffres for ligne in etape.lignes)
    assert "tranche_1 × taux_retraite_complementaire_tranche_1" in formules
    assert "22\u202f200\u202f€ × 8,1\u202f%" in chiffres
    assert etape.lignes[-1].valeur == "1\u202f798\u202f€"


def test_l_explication_descend_jusqu_aux_faits_et_aux_chiffres_de_la_loi() -> None:
    toutes = {e.nom: e for e in etapes(expliquer("cotisation_retraite_base"))}
    assert "fait donné" in toutes["revenu_brut"].origine
    taux = toutes["taux_retraite_base_plafonne"]
    assert taux.ecrit == "17,15\u202f%"
    assert taux.source
    assert taux.verifie_le
    assert "paramètre" in taux.origine


@pytest.mark.parametrize(
    ("revenu", "active"),
    [(30_000, 0), (80_000, 1), (400_000, 2)],
    ids=["sous le premier seuil", "entre les deux", "au-delà"],
)
def test_la_tranche_active_du_bareme_est_celle_du_revenu(revenu: int, active: int) -> None:
    """Family benefits: 110 % and 140 % of 48 060 €; the bases are 22 200 €, 59 200 € and 337 522 €."""
    document = situation(activite(exercices={ANNEE: {"revenu_brut": revenu}}))
    ((nom, tranches),) = expliquer("taux_cotisation_allocations_familiales", document).baremes
    assert nom == "bareme_allocations_familiales"
    assert [t.active for t in tranches] == [k == active for k in range(3)]
    assert [float(t.de) for t in tranches] == pytest.approx([0, 52_866, 67_284])


def test_ce_qui_n_a_pas_compte_est_nomme() -> None:
    jours = next(e for e in etapes(expliquer("plafond_proratise")) if e.nom == "jours_activite")
    assert "premier_jour_compte" in jours.sans_effet


def test_ce_qui_se_retire_apres_les_cotisations_s_explique_aussi() -> None:
    """Both deductions that make the lines add up to the total are values of the law."""
    exercices = {2020: {"revenu_professionnel": 30_000}}
    document = situation(activite(exercices=exercices, secteur_covid="s1"))
    total = egide.cotisations(document, annee=2020)
    deductions = {ligne.nom: ligne.montant for ligne in total.lignes if ligne.montant < 0}
    assert set(deductions) == {"reduction_covid", "csg_crds_en_moins"}
    for nom, montant in deductions.items():
        assert expliquer(nom, document, annee=2020).valeur == -montant


def test_un_fait_s_explique_aussi() -> None:
    etape = expliquer("revenu_brut")
    assert (etape.nom, etape.ecrit, etape.entrees) == ("revenu_brut", "30\u202f000\u202f€", [])


def test_le_dictionnaire_a_les_memes_etapes() -> None:
    etape = expliquer("cotisation_invalidite_deces")
    rendu = en_dict(etape)
    assert rendu["nom"] == etape.nom
    assert [e["nom"] for e in rendu["entrees"]] == [e.nom for e in etape.entrees]


def test_une_valeur_incertaine_le_dit() -> None:
    doutes = [e.a_confirmer for e in etapes(expliquer("cotisation_retraite_base")) if e.a_confirmer]
    assert any("0,09 point" in doute for doute in doutes)


@pytest.mark.parametrize(
    ("nom", "document", "erreur", "morceau"),
    [
        ("cotisation_x", situation(), NomInconnu, "« cotisation_x »"),
        ("zzzz", situation(), NomInconnu, "« zzzz ».*egide cotisations SITUATION --json"),
        ("pass_", situation(), NomInconnu, "chiffre de la loi.*egide parametres pass_"),
        ("exoneration_acre", situation(), FaitsManquants, "ne s'applique pas à cette personne en 2026"),
        ("assiette_sociale", situation(activite(exercices={})), FaitsManquants, r"activites\[0\]\.exercices\.2026"),
        ("assiette_sociale", situation(activite(debut="2027-01-01", exercices={})), FaitsManquants, "01/01/2027"),
    ],
)
def test_ce_qui_ne_s_explique_pas_dit_pourquoi(
    nom: str, document: dict[str, Any], erreur: type[ErreurEgide], morceau: str
) -> None:
    with pytest.raises(erreur, match=morceau):
        expliquer(nom, document)


def test_a_value_of_the_event_is_explained_by_its_own_law() -> None:
    etape = egide.expliquer("indemnite_journaliere", "exemples/arret_artisan_2026.yaml")
    assert etape.valeur == pytest.approx(39.53)
    assert egide.expliquer("capital_orphelin", "exemples/deces_2024.yaml").valeur == pytest.approx(2318.4)
    with pytest.raises(FaitsManquants, match="ne s'applique pas"):
        egide.expliquer("indemnites_maximales_par_incapacite", "exemples/arret_artisan_2026.yaml")
