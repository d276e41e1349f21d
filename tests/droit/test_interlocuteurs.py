"""At every date and for every kind of person, one body answers each subject, or the answer says why none does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import product
from types import MappingProxyType

import pytest

from egide.annuaire import DEPARTEMENTS, ressort_du_departement
from egide.annuaire.departements import departement
from egide.annuaire.maladie import cpam
from egide.annuaire.organismes import SansOrganisme
from egide.annuaire.reseaux import carsat, urssaf
from egide.droit.commun.enumerations import (
    CategorieLiberale,
    Nature,
    Organisme,
    ProfessionParticuliere,
    Regime,
    ReseauConventionne,
    Statut,
    Sujet,
    TitreAssurance,
    slug,
)
from egide.droit.commun.interlocuteurs import RessortPersonnel
from egide.moteur.periode import numero
from egide.services.elements_interlocuteurs import FAITS_LUS, Element, elements
from egide.services.loi import derniere_verification, loi
from egide.services.repertoire import DU_LIEU_DE_L_ACTIVITE

VEILLE = date(2017, 12, 31)
PRATICIEN = float(ProfessionParticuliere.PRATICIEN_CONVENTIONNE)
CHAPITRE = "egide.droit.interlocuteurs"
RELEVE = [
    date(2018, 1, 1),
    date(2019, 1, 1),
    date(2019, 11, 1),
    date(2020, 1, 1),
    date(2020, 1, 20),
    date(2020, 2, 17),
    date(2021, 7, 1),
    date(2023, 1, 1),
]
RESERVES = {
    Organisme.CPAM: {RessortPersonnel.METROPOLE, RessortPersonnel.ILE_DE_FRANCE},
    Organisme.CARSAT: {RessortPersonnel.METROPOLE, RessortPersonnel.LOZERE},
    Organisme.CNAV: {RessortPersonnel.ILE_DE_FRANCE},
    Organisme.CRAMIF: {RessortPersonnel.ILE_DE_FRANCE},
    Organisme.CCSS: {RessortPersonnel.LOZERE},
    Organisme.CGSS: {RessortPersonnel.DROM},
    Organisme.CSS_MAYOTTE: {RessortPersonnel.MAYOTTE},
    Organisme.CPS: {RessortPersonnel.SAINT_BARTHELEMY, RessortPersonnel.SAINT_PIERRE_ET_MIQUELON},
}
"""Kinds of bodies that exist in some territories only."""
HORS_AGENCES = set(RessortPersonnel) - {
    RessortPersonnel.METROPOLE,
    RessortPersonnel.ILE_DE_FRANCE,
    RessortPersonnel.LOZERE,
    RessortPersonnel.DROM,
}
DEBUTS = [(date(2014, 3, 1), 0.0), (date(2018, 6, 1), 0.0), (date(2019, 6, 1), 0.0), (date(2019, 6, 1), 1.0)]
"""Start, and whether an activity had ceased before it."""
LETTRES: list[dict[str, float]] = [
    *({"reseau_conventionne": float(reseau)} for reseau in ReseauConventionne),
    {"rattachement_cpam_notifie": float(numero(date(2020, 3, 10)))},
    {"rattachement_cpam_non_recu": 1.0},
]
"""What is known of the transfer of 2020: the organisme conventionné, the letter, or that none came."""
MICRO, CONJOINT = float(Statut.MICRO_ENTREPRENEUR), float(Statut.CONJOINT_COLLABORATEUR)
PARTICULARITES: list[dict[str, float]] = [
    {"statut": MICRO},
    {"statut": CONJOINT},
    {"assure_a_titre": float(TitreAssurance.VOLONTAIRE)},
    {"assure_a_titre": float(TitreAssurance.VOLONTAIRE), "residence_hors_de_france": 1.0},
    {"activite_terminee": 1.0},
    {"section": float(CategorieLiberale.CARMF)},
    {"section": float(CategorieLiberale.CARMF), "statut": MICRO},
    {"section": float(CategorieLiberale.CARMF), "profession_particuliere": PRATICIEN},
    {"profession_particuliere": PRATICIEN, "activite_terminee": 1.0},
    {"effet": float(numero(date(2030, 1, 1)))},
    {"effet": float(numero(date(2030, 1, 1))), "statut": MICRO},
    {"nature": float(Nature.SALARIEE)},
]
"""What else tells persons of a scheme apart, each tried with every start."""
INDEPENDANTS = (Regime.RSI, Regime.SSI, Regime.CNAVPL, Regime.CNBF)


def jours() -> list[date]:
    """Return the days on which a rule of the chapter or a date that it reads changes, and their eves."""
    regles = [r for versions in loi().regles.values() for r in versions if r.chapitre == CHAPITRE]
    changements = {r.depuis for r in regles} | set(RELEVE) | {date(2020, 2, 3), date(2020, 3, 10), date(2020, 5, 25)}
    tous = changements | {j - timedelta(days=1) for j in changements} | {derniere_verification()}
    return sorted(j for j in tous if j >= VEILLE)


def profil(
    regime: Regime,
    ressort: RessortPersonnel,
    debut: tuple[date, float] = DEBUTS[0],
    ressort_activite: RessortPersonnel | None = None,
    autres: Mapping[str, float] = MappingProxyType({}),
) -> tuple[float | None, ...]:
    liberal = regime in (Regime.CNAVPL, Regime.CNBF)
    faits: dict[str, float | None] = {
        "regime": float(regime),
        "section": float(CategorieLiberale.CIPAV if liberal else CategorieLiberale.SANS_OBJET),
        "assure_a_titre": float(TitreAssurance.OBLIGATOIRE),
        "effet": float(numero(debut[0])),
        "nature": float(Nature.LIBERALE if liberal else Nature.ARTISANALE),
        "statut": float(Statut.ENTREPRISE_INDIVIDUELLE),
        "ressort_activite": float(ressort_activite or ressort),
        "ressort_residence": float(ressort),
        "premiere_affiliation": float(numero(debut[0])),
        "reprise_apres_cessation": debut[1],
        **autres,
    }
    return tuple(faits.get(nom) for nom in FAITS_LUS)


def personnes(regime: Regime, ressort: RessortPersonnel) -> Iterator[tuple[float | None, ...]]:
    """Yield persons old and new, with what is known of the transfer, then each other thing that tells them apart."""
    independants = regime in INDEPENDANTS
    for debut, lettre in product(DEBUTS if independants else DEBUTS[:1], LETTRES if independants else LETTRES[:1]):
        yield profil(regime, ressort, debut, autres=lettre)
    for autres in PARTICULARITES:
        yield profil(regime, ressort, autres=autres)
    for ailleurs in RessortPersonnel if independants else ():
        yield profil(regime, ressort, ressort_activite=ailleurs)


def verifier(element: Element, ressort: RessortPersonnel, jour: date) -> None:
    ici = (element, ressort, jour)
    assert element.motif, ici
    assert element.articles, ici
    if element.organisme is Organisme.AUCUN:
        assert "Aucun" in element.motif, ici
    if element.sujet not in (Sujet.C3S, *DU_LIEU_DE_L_ACTIVITE):
        assert ressort in RESERVES.get(element.organisme, {ressort}), ici
    if element.organisme is Organisme.AGENCE_SSI:
        assert date(2018, 1, 1) <= jour <= date(2019, 12, 31), ici
        assert ressort not in HORS_AGENCES or element.sujet in DU_LIEU_DE_L_ACTIVITE, ici
    if element.organisme is Organisme.ORGANISME_CONVENTIONNE:
        assert jour < date(2020, 5, 25), ici
    if element.organisme is Organisme.CAISSE_RSI:
        assert jour == VEILLE, ici


@pytest.mark.parametrize("regime", Regime, ids=slug)
@pytest.mark.parametrize("ressort", RessortPersonnel, ids=slug)
def test_un_organisme_repond_ou_la_reponse_dit_pourquoi_aucun(regime: Regime, ressort: RessortPersonnel) -> None:
    for jour, personne in product(jours(), personnes(regime, ressort)):
        reponses = elements(personne, jour)
        assert set(reponses) == set(Sujet)
        for element in reponses.values():
            verifier(element, ressort, jour)


@pytest.mark.parametrize("code", sorted(DEPARTEMENTS))
def test_le_genre_que_dit_la_loi_est_celui_de_l_annuaire(code: str) -> None:
    """A rule and the directory must not disagree on what kind of body a territory has."""
    lieu, ressort = departement(code), ressort_du_departement(code)
    personne = profil(Regime.SSI, ressort)
    jour = derniere_verification()
    dits = {s: slug(e.organisme) for s, e in elements(personne, jour).items()}
    for sujet, chercher in (
        (Sujet.DOSSIER_MALADIE, lambda: cpam(lieu).candidats[0]),
        (Sujet.RETRAITE_BASE, lambda: carsat(lieu)),
        (Sujet.COTISATIONS, lambda: urssaf(lieu, jour)),
    ):
        try:
            assert dits[sujet] == chercher().genre.value
        except SansOrganisme:
            assert dits[sujet] == "aucun"


@pytest.mark.parametrize("jour", RELEVE, ids=str)
def test_un_ancien_qui_n_est_pas_a_la_ram_garde_l_oc_jusqu_au_dernier_lot(jour: date) -> None:
    personne = profil(
        Regime.SSI, RessortPersonnel.METROPOLE, autres={"reseau_conventionne": float(ReseauConventionne.AUTRE)}
    )
    organisme = elements(personne, jour)[Sujet.REMBOURSEMENT_SOINS].organisme
    assert organisme is (Organisme.ORGANISME_CONVENTIONNE if jour < date(2020, 2, 17) else Organisme.CPAM)


@pytest.mark.parametrize("jour", [VEILLE, *RELEVE], ids=str)
def test_un_praticien_conventionne_est_a_la_caisse_primaire_a_toute_date(jour: date) -> None:
    """CSS D. 160-14: primary funds take charge of the care of practitioners and medical auxiliaries."""
    personne = profil(Regime.CNAVPL, RessortPersonnel.METROPOLE, autres={"profession_particuliere": PRATICIEN})
    lus = elements(personne, jour)
    assert {lus[s].organisme for s in (Sujet.DOSSIER_MALADIE, Sujet.REMBOURSEMENT_SOINS)} == {Organisme.CPAM}


@pytest.mark.parametrize(
    ("jour", "organisme"),
    [
        (date(2020, 2, 17), Organisme.ORGANISME_CONVENTIONNE),
        (date(2020, 5, 24), Organisme.ORGANISME_CONVENTIONNE),
        (date(2020, 5, 25), Organisme.CPAM),
    ],
    ids=str,
)
def test_sans_lettre_l_oc_reste_jusqu_au_texte_qui_nomme_la_cpam(jour: date, organisme: Organisme) -> None:
    personne = profil(Regime.SSI, RessortPersonnel.METROPOLE, autres={"rattachement_cpam_non_recu": 1.0})
    assert elements(personne, jour)[Sujet.REMBOURSEMENT_SOINS].organisme is organisme
