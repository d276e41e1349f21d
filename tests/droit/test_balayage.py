"""No figure here: every rule on every day on which something changes, to prove neither gap nor overlap."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import IntEnum
from functools import cache
from itertools import pairwise, product

import pytest

from egide.droit.commun.categories import Groupe, NatureMontant
from egide.moteur.evaluation import Evaluation, evaluer, situer
from egide.moteur.faits import Cle, Fait, Nombre
from egide.moteur.graphe import bornes
from egide.moteur.periode import JOUR_MAX, Periode
from egide.moteur.regle import Categorie
from egide.services.dossier_annuel import DossierAnnuel
from egide.services.loi import AXES, PREMIERE_ANNEE, derniere_verification, loi
from egide.situation import FAITS

ANNEES = range(PREMIERE_ANNEE, derniere_verification().year + 1)
PREMIER_JOUR = date(PREMIERE_ANNEE, 1, 1)
CHAPITRES = ("egide.droit.cotisations", "egide.droit.commun")
"""Chapters whose categories are those of the contributions; each other one has its own sweep."""
REGLES = {
    nom: du_chapitre
    for nom, versions in loi().regles.items()
    if (du_chapitre := [v for v in versions if v.chapitre in CHAPITRES])
}
PARAMETRES = {n: p for n, p in loi().parametres.items() if p.fichier.startswith(("cotisations/", "commun/"))}
JOURS = sorted(
    jour
    for jour in {
        *(j for versions in REGLES.values() for r in versions for j in bornes(r)),
        *(j for p in PARAMETRES.values() for v in p.valeurs for j in bornes(v)),
    }
    if PREMIER_JOUR <= jour <= derniere_verification()
)
PERIODES = {
    **{str(j): Periode(j, date(j.year, 12, 31)) for j in JOURS},
    **{str(annee): Periode.de_l_annee(annee) for annee in ANNEES},
}


SURCHARGES: dict[str, dict[type[IntEnum], IntEnum]] = {
    "": {},
    **{groupe.name: {Groupe: groupe} for groupe in Groupe},
    **{
        "-".join(m.name for m in membres): {type(m): m for m in membres}
        for versions in REGLES.values()
        for regle in versions
        for membres in product(*regle.pour.values())
    },
}
"""Every group, and every combination of categories that a rule is written for."""
DEFINITIVES, PROVISIONNELLES = NatureMontant.DEFINITIVES, NatureMontant.PROVISIONNELLES


@cache
def droit_du(annee: int, nature: NatureMontant) -> date | None:
    """Return the day of the text applied, where it is not that of the year: some calls were made under another."""
    return DossierAnnuel(loi(), annee, nature).droit_du


@cache
def ordinaire(annee: int, nature: NatureMontant = DEFINITIVES) -> dict[type[IntEnum], IntEnum]:
    """Return where a person without particulars stands on each axis, as the law of the year says."""
    donnees: dict[Cle, Nombre] = {}
    for fait in FAITS.values():
        if fait.defaut is None and fait.nom not in loi().regles:
            cle = (fait.nom, 0 if fait.entite == "activite" else None, annee if fait.par_annee else None)
            donnees[cle] = _plausible(cle, fait)
    montant: Categorie = {NatureMontant: nature}
    return situer(loi(), AXES, donnees, Periode.de_l_annee(annee), montant, droit_du=droit_du(annee, nature))


def categorie(annee: int, surcharge: str, nature: NatureMontant) -> dict[type[IntEnum], IntEnum]:
    """Return a category: that of a person without particulars, but for what the rules of the combination name."""
    return {**ordinaire(annee, nature), **SURCHARGES[surcharge]}


@cache
def evaluation(nom_periode: str, surcharge: str, nature: NatureMontant = DEFINITIVES) -> Evaluation:
    """Evaluate every name of the law from one day on, with every fact given."""
    periode = PERIODES[nom_periode]
    membres = categorie(periode.annee, surcharge, nature)
    plan = loi().plan(list(REGLES), membres, periode, droit_du=droit_du(periode.annee, nature))
    return evaluer(plan, {cle: _plausible(cle, fait) for cle, fait in plan.faits().items()})


def _plausible(cle: Cle, fait: Fait) -> float:
    """Return any value a fact may take: this test looks at no result."""
    if fait.defaut is not None:
        return fait.defaut
    return float(next(iter(fait.enumeration))) if fait.enumeration else float(len(cle[0]))


natures = pytest.mark.parametrize("nature", NatureMontant, ids=lambda n: n.name.lower())


def toutes() -> Iterator[Evaluation]:
    for nom_periode, surcharge, nature in product(PERIODES, SURCHARGES, NatureMontant):
        yield evaluation(nom_periode, surcharge, nature)


@natures
@pytest.mark.parametrize("nom_periode", PERIODES)
def test_tout_se_calcule_chaque_jour_de_changement(nom_periode: str, nature: NatureMontant) -> None:
    for surcharge in SURCHARGES:
        faite = evaluation(nom_periode, surcharge, nature)
        assert faite.plan.cibles, surcharge
        assert not faite.manquants, surcharge
        assert [n.nom for n, v in zip(faite.plan.noeuds, faite.valeurs, strict=True) if v is None] == [], surcharge


@natures
@pytest.mark.parametrize("nom_periode", PERIODES)
def test_une_seule_version_de_chaque_regle_chaque_jour(nom_periode: str, nature: NatureMontant) -> None:
    """Read the declarations again, without the engine's own choice among them."""
    debut = PERIODES[nom_periode].debut
    jour = min(debut, droit_du(debut.year, nature) or debut)
    for nom, versions in REGLES.items():
        du_jour = [r for r in versions if r.depuis <= jour <= r.jusqu_au]
        for surcharge in SURCHARGES:
            applicables = [r.lieu for r in du_jour if r.convient(categorie(debut.year, surcharge, nature))]
            assert len(applicables) <= 1, f"{nom} au {jour} ({surcharge}) : {applicables}"


def test_le_balayage_passe_par_chaque_annee_et_chaque_jour() -> None:
    assert JOURS[0] == PREMIER_JOUR
    assert {j.year for j in JOURS} == set(ANNEES)
    assert any((j.month, j.day) != (1, 1) for j in JOURS)


def test_toute_regle_est_atteinte_un_jour() -> None:
    atteintes = {n.regle for e in toutes() for n in e.plan.noeuds if n.regle}
    commencees = [r for versions in REGLES.values() for r in versions if r.depuis <= derniere_verification()]
    assert [f"{r.nom} ({r.lieu})" for r in commencees if r not in atteintes] == []


def test_tout_parametre_est_lu_un_jour() -> None:
    lus = {n.parametre.parametre.nom for e in toutes() for n in e.plan.noeuds if n.parametre}
    # The date of the text applied to a period is read by whoever draws the plan.
    lus.add("retard_du_texte_des_appels")
    jamais_lus = [f"{nom} (parametres/{PARAMETRES[nom].fichier})" for nom in set(PARAMETRES) - lus]
    assert sorted(jamais_lus) == []


def test_les_appels_de_deux_annees_suivent_un_texte_anterieur() -> None:
    """Those of 2022, made before a decree that went back to January, and those of 2025, before the reform."""
    retards = {annee: jour for annee in ANNEES if (jour := droit_du(annee, PROVISIONNELLES))}
    assert retards == {2022: date(2021, 12, 31), 2025: date(2024, 12, 31)}
    assert not any(droit_du(annee, DEFINITIVES) for annee in ANNEES)
    for annee, jour in retards.items():
        faite = evaluation(str(annee), "", PROVISIONNELLES)
        regles = {n.regle for n in faite.plan.noeuds if n.regle}
        assert {r.lieu for r in regles if not r.depuis <= jour <= r.jusqu_au} == set()
        lus = [n for n in faite.plan.noeuds if n.parametre and n.lu_le]
        plafond = next(n for n in lus if n.nom == "pass_")
        assert plafond.lu_le == date(annee, 1, 1)


@pytest.mark.parametrize("groupe", Groupe)
@pytest.mark.parametrize(("annee", "suivante"), list(pairwise(ANNEES)))
def test_ce_qui_s_applique_une_annee_s_applique_la_suivante_ou_finit_par_son_texte(
    annee: int, suivante: int, groupe: Groupe
) -> None:
    avant, apres = (evaluation(str(a), groupe.name).plan.cibles for a in (annee, suivante))
    for nom in [n for n in avant if n not in apres]:
        # A category may end too (the old base): then the rule of its axis says until when.
        if nom not in REGLES or not any(r.convient({**ordinaire(suivante), Groupe: groupe}) for r in loi().regles[nom]):
            continue
        versions = [r for r in loi().regles[nom] if r.convient({**ordinaire(annee), Groupe: groupe})]
        derniere = max(versions, key=lambda r: r.depuis)
        assert derniere.jusqu_au != JOUR_MAX, f"{nom} disparaît en {suivante} sans jusqu_au : {derniere.lieu}"
        assert derniere.jusqu_au.year == annee, nom
