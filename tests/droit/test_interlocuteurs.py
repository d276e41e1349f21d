"""At every date and for every kind of person, one body answers each subject, or the answer says why none does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

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

VEILLE = date(2017, 12, 31)
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
CONVENTIONS = [(None, reseau) for reseau in ReseauConventionne] + [(date(2020, 3, 10), ReseauConventionne.AUTRE)]


def jours() -> list[date]:
    """Return the days on which a rule of the chapter or a date that it reads changes, and their eves."""
    regles = [r for versions in loi().regles.values() for r in versions if r.chapitre == CHAPITRE]
    changements = {r.depuis for r in regles} | set(RELEVE) | {date(2020, 2, 3), date(2020, 3, 10), date(2020, 5, 25)}
    tous = changements | {j - timedelta(days=1) for j in changements} | {derniere_verification()}
    return sorted(j for j in tous if j >= VEILLE)


def profil(
    regime: Regime,
    ressort: RessortPersonnel,
    debut: tuple[date, float],
    convention: tuple[date | None, ReseauConventionne],
    statut: Statut,
    titre: TitreAssurance = TitreAssurance.OBLIGATOIRE,
) -> tuple[float | None, ...]:
    lettre, reseau = convention
    liberal = regime in (Regime.CNAVPL, Regime.CNBF)
    faits: dict[str, float | None] = {
        "regime": float(regime),
        "section": float(CategorieLiberale.CIPAV if liberal else CategorieLiberale.SANS_OBJET),
        "assure_a_titre": float(titre),
        "effet": float(numero(debut[0])),
        "nature": float(Nature.LIBERALE if liberal else Nature.ARTISANALE),
        "statut": float(statut),
        "ressort_activite": float(ressort),
        "ressort_residence": float(ressort),
        "premiere_affiliation": float(numero(debut[0])),
        "reprise_apres_cessation": debut[1],
        "rattachement_cpam_notifie": float(numero(lettre)) if lettre else None,
        "reseau_conventionne": float(reseau),
    }
    return tuple(faits.get(nom) for nom in FAITS_LUS)


def personnes(regime: Regime, ressort: RessortPersonnel) -> Iterator[tuple[float | None, ...]]:
    """Yield persons old and new, with each organisme conventionné, micro or not, insured by their activity or not."""
    reel = Statut.ENTREPRISE_INDIVIDUELLE
    independants = regime in (Regime.RSI, Regime.SSI, Regime.CNAVPL, Regime.CNBF)
    for debut, convention in product(DEBUTS, CONVENTIONS if independants else CONVENTIONS[:1]):
        yield profil(regime, ressort, debut, convention, reel)
    for debut in DEBUTS[1:3]:
        yield profil(regime, ressort, debut, CONVENTIONS[0], Statut.MICRO_ENTREPRENEUR)
        yield profil(regime, ressort, debut, CONVENTIONS[0], reel, titre=TitreAssurance.VOLONTAIRE)


def verifier(element: Element, ressort: RessortPersonnel, jour: date) -> None:
    ici = (element, ressort, jour)
    assert element.motif, ici
    assert element.articles, ici
    if element.organisme is Organisme.AUCUN:
        assert "Aucun" in element.motif, ici
    if element.sujet is not Sujet.C3S:
        assert ressort in RESERVES.get(element.organisme, {ressort}), ici
    if element.organisme is Organisme.AGENCE_SSI:
        assert date(2018, 1, 1) <= jour <= date(2019, 12, 31), ici
        assert ressort not in HORS_AGENCES, ici
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
    personne = profil(Regime.SSI, ressort, DEBUTS[0], CONVENTIONS[0], Statut.ENTREPRISE_INDIVIDUELLE)
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
        Regime.SSI,
        RessortPersonnel.METROPOLE,
        DEBUTS[0],
        (None, ReseauConventionne.AUTRE),
        Statut.ENTREPRISE_INDIVIDUELLE,
    )
    organisme = elements(personne, jour)[Sujet.REMBOURSEMENT_SOINS].organisme
    assert organisme is (Organisme.ORGANISME_CONVENTIONNE if jour < date(2020, 2, 17) else Organisme.CPAM)
