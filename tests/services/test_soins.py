"""Care: what is reimbursed never exceeds what is paid, caps are never passed, and the ways of computing agree."""

from __future__ import annotations

from datetime import date
from enum import IntEnum
from fractions import Fraction
from itertools import product
from typing import Any

import numpy as np
import pytest

import egide
from egide.droit.commun.enumerations import slug
from egide.droit.soins.enumerations import TypeActe
from egide.moteur.erreurs import FaitsManquants
from egide.moteur.evaluation import evaluer
from egide.moteur.graphe import bornes
from egide.moteur.periode import Periode
from egide.population import calculer
from egide.services.loi import loi_de
from egide.services.soins import CIBLES, CONDITIONS
from egide.situation import charger

CENTIME = 0.005
PLAFOND = 50
"""CSS D. 160-6 and D. 160-10."""
JOURS = sorted(
    {date(2018, 1, 1), date(2026, 11, 1)}
    | {
        jour
        for nom in {a for versions in loi_de("soins").regles.values() for r in versions for a in r.arguments}
        if nom in loi_de("soins").parametres
        for v in loi_de("soins").parametres[nom].valeurs
        for jour in bornes(v)
        if date(2018, 1, 1) <= jour
    }
)
EN_VILLE = [t for t in TypeActe if t is not TypeActe.HOSPITALISATION]


def acte(type_: TypeActe, jour: date, **champs: Any) -> dict[str, Any]:
    if type_ is TypeActe.HOSPITALISATION:
        dates = {"entree": jour.isoformat(), "sortie": jour.replace(day=min(jour.day + 9, 28)).isoformat()}
    else:
        dates = {"date": jour.isoformat()}
    return {"acte": {"type": slug(type_), **dates, **champs}}


@pytest.mark.parametrize("jour", JOURS, ids=str)
@pytest.mark.parametrize("type_", TypeActe, ids=slug)
def test_chaque_acte_se_rembourse_chaque_jour_de_changement(type_: TypeActe, jour: date) -> None:
    jour = jour.replace(day=min(jour.day, 28))
    for tarif, c2s, ald in product((1, 30, 250), (False, True), (False, True)):
        valeurs = egide.soins(acte(type_, jour, tarif=tarif, c2s=c2s, ald=ald)).valeurs
        assert 0 <= valeurs["montant_rembourse"] <= max(tarif, valeurs["depense"])
        reste = valeurs["depense"] - valeurs["montant_rembourse"]
        assert valeurs["reste_a_charge"] == pytest.approx(reste, abs=CENTIME)
        if c2s:
            assert valeurs["reste_a_charge"] == 0


@pytest.mark.parametrize("type_", EN_VILLE, ids=slug)
def test_le_remboursement_ne_baisse_jamais_quand_on_est_mieux_couvert(type_: TypeActe) -> None:
    jour = date(2026, 2, 2)

    def rembourse(**champs: Any) -> float:
        return float(egide.soins(acte(type_, jour, tarif=40, **champs)).valeurs["montant_rembourse"])

    assert rembourse() <= rembourse(ald=True) <= rembourse(c2s=True)
    assert rembourse(parcours=False) <= rembourse()
    assert rembourse(base=20) <= rembourse()


@pytest.mark.parametrize("annee", range(2018, 2027))
def test_les_plafonds_de_l_annee_ne_sont_jamais_depasses(annee: int) -> None:
    """Two hundred acts in a year, each told what the others withheld: fifty euros of each kind, and no more."""
    jour = date(annee, 11, 1)
    participations = franchises = 0.0
    for _ in range(200):
        deja = {"participations": participations, "franchises": franchises}
        consultation = acte(TypeActe.CONSULTATION_GENERALISTE, jour, tarif=25, deja_dans_l_annee=deja)
        participations += egide.soins(consultation).valeurs["participation_forfaitaire"]
        boites = acte(TypeActe.MEDICAMENT_65, jour, tarif=10, nombre=3, deja_dans_l_annee=deja)
        franchises += egide.soins(boites).valeurs["franchise"]
    assert participations == franchises == PLAFOND


@pytest.mark.parametrize("type_", TypeActe, ids=slug)
def test_le_calcul_exact_donne_le_meme_centime(type_: TypeActe) -> None:
    for tarif, nombre in product((0.35, 28.92, 31.5, 119.99, 120, 1999.95), (1, 3, 7)):
        situation = charger(acte(type_, date(2026, 2, 2), tarif=tarif, nombre=nombre))
        donnees = {cle: Fraction(str(v)) for cle, v in situation.donnees().items()}
        donnees |= {
            ("jours_hospitalisation", None, None): Fraction(35),
            ("forfaits_des_jours", None, None): Fraction(805),
        }
        axe: dict[type[IntEnum], IntEnum] = {TypeActe: type_}
        plan = loi_de("soins").plan(
            (*CIBLES, *CONDITIONS), axe, Periode(date(2026, 2, 2), date(2026, 2, 2)), donnes=donnees.keys()
        )
        exact, flottant = evaluer(plan, donnees, exact=True), evaluer(plan, donnees)
        for nom in plan.cibles:
            assert float(exact[nom]) == pytest.approx(float(flottant[nom]), abs=1e-9), nom


def test_toute_regle_des_soins_est_atteinte() -> None:
    loi = loi_de("soins")
    atteintes = set()
    for type_, jour in product(TypeActe, JOURS):
        plan = loi.plan(tuple(loi.regles), {TypeActe: type_}, Periode(jour, jour))
        atteintes |= {n.regle for n in plan.noeuds if n.regle}
    assert [r.lieu for versions in loi.regles.values() for r in versions if r not in atteintes] == []


def test_une_valeur_s_explique() -> None:
    assert egide.expliquer("montant_rembourse", "exemples/consultation.yaml").valeur == pytest.approx(19)
    assert egide.expliquer("allocation_repos_maternel", "exemples/maternite_2026.yaml").valeur == pytest.approx(4005)
    assert egide.expliquer("duree_maximale_du_conge", "exemples/paternite_2021.yaml").valeur == pytest.approx(25)
    with pytest.raises(FaitsManquants, match="ne s'applique pas"):
        egide.expliquer("franchise", "exemples/consultation.yaml")


def test_les_colonnes_donnent_le_calcul_d_une_personne() -> None:
    tarifs = np.arange(10.0, 130.0)
    for type_ in EN_VILLE:
        faits = {"type_acte": np.full(tarifs.size, float(type_)), "tarif": tarifs, "tarif_de_responsabilite": tarifs}
        lues = calculer({**faits, "nombre": 2.0}, ("montant_rembourse",), annee=2025)["montant_rembourse"]
        seuls = [
            egide.soins(acte(type_, date(2025, 1, 1), tarif=t, nombre=2)).valeurs["montant_rembourse"] for t in tarifs
        ]
        assert lues == pytest.approx(seuls)
