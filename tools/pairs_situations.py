"""The situations put to Égide and to its peers. A family is a function that yields facts; a new fact is a row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice
from random import Random
from typing import Any

from pairs_modeles import PREMIERE_ANNEE_ASSIETTE_UNIQUE

from egide.moteur.mecanismes import Bareme
from egide.services.loi import loi

NATURES = ("artisanale", "commerciale", "liberale")
REVENU_MAXIMAL = 400_000
Faits = dict[str, Any]


@dataclass(frozen=True)
class Cas:
    """One situation, as facts that belong to nobody: Égide and each model have their own way of saying them."""

    annee: int
    faits: Mapping[str, Any]

    @property
    def revenu(self) -> float:
        return float(self.faits[nom_du_revenu(self.annee)])


def nom_du_revenu(annee: int) -> str:
    return "revenu_brut" if annee >= PREMIERE_ANNEE_ASSIETTE_UNIQUE else "revenu_professionnel"


DE_LA_PERSONNE = {"rsa": "rsa_ou_prime_activite"}
DE_L_ACTIVITE = {"nature": "nature", "debut": "debut", "saisonniere": "saisonniere"}
"""Where Égide's document takes each fact; the income goes to the accounts of the year."""


def document(cas: Cas) -> dict[str, Any]:
    """Return the situation as Égide takes it."""
    personne = {DE_LA_PERSONNE[nom]: valeur for nom, valeur in cas.faits.items() if nom in DE_LA_PERSONNE}
    activite = {DE_L_ACTIVITE[nom]: valeur for nom, valeur in cas.faits.items() if nom in DE_L_ACTIVITE}
    activite["statut"] = "entreprise_individuelle"
    if activite["nature"] == "liberale":
        activite["profession"] = "consultant"
    activite["exercices"] = {cas.annee: {nom_du_revenu(cas.annee): cas.faits[nom_du_revenu(cas.annee)]}}
    return {"personne": personne, "activites": [activite]}


def tirer(annee: int, nombre: int, hasard: Random) -> Iterator[Cas]:
    """Yield the cases of a year, always the same: those of the thresholds all, the others in turn up to `nombre`."""
    etablie = {"debut": "2019-01-01"}
    for faits in _aux_seuils(annee, hasard):
        nombre -= 1
        yield Cas(annee, etablie | faits)
    familles = [famille(annee, hasard) for famille in FAMILLES]
    for k in range(max(nombre, 0)):
        yield from (Cas(annee, etablie | faits) for faits in islice(familles[k % len(familles)], 1))


def _aux_seuils(annee: int, hasard: Random) -> Iterator[Faits]:
    for seuil in sorted(seuils(annee)):
        for ecart in (-1, 0, 1):
            yield {nom_du_revenu(annee): seuil + ecart, "nature": hasard.choice(NATURES)}


def tout_revenu(annee: int, hasard: Random) -> Iterator[Faits]:
    """Incomes spread over the whole range."""
    while True:
        yield {nom_du_revenu(annee): hasard.randint(0, REVENU_MAXIMAL), "nature": hasard.choice(NATURES)}


def revenu_courant(annee: int, hasard: Random) -> Iterator[Faits]:
    """Incomes of most people."""
    while True:
        yield {nom_du_revenu(annee): hasard.randint(0, 60_000), "nature": hasard.choice(NATURES)}


def rsa(annee: int, hasard: Random) -> Iterator[Faits]:
    """Small incomes of people on RSA or prime d'activité: no minimum base."""
    while True:
        revenu = hasard.randint(0, 25_000)
        yield {nom_du_revenu(annee): revenu, "nature": hasard.choice(NATURES), "rsa": True}


def saisonniere(annee: int, hasard: Random) -> Iterator[Faits]:
    """Seasonal activities carried on besides another: no minimum base."""
    while True:
        revenu = hasard.randint(0, 30_000)
        yield {nom_du_revenu(annee): revenu, "nature": hasard.choice(NATURES), "saisonniere": True}


def deficit(annee: int, hasard: Random) -> Iterator[Faits]:
    """Losses, small ones among them: contributions may exceed them."""
    while True:
        yield {
            nom_du_revenu(annee): -hasard.choice((1, hasard.randint(0, 2_000), hasard.randint(0, 30_000))),
            "nature": hasard.choice(NATURES),
        }


FAMILLES: tuple[Callable[[int, Random], Iterator[Faits]], ...] = (
    tout_revenu,
    revenu_courant,
    tout_revenu,
    revenu_courant,
    rsa,
    saisonniere,
    deficit,
)
"""The families, in turn: one that is here twice is drawn twice as often."""


def seuils(annee: int) -> set[int]:
    """Return the incomes, in whole euros, at which a formula of a year changes its slope; read in the parameters."""
    pass_, trouves = _au(annee, "pass_"), {0.0}
    for nom, parametre in loi().parametres.items():
        valeur = _au(annee, nom)
        if isinstance(valeur, Bareme):
            trouves |= {seuil * pass_ for seuil in valeur.seuils}
        elif valeur is not None and parametre.unite == "× plafond":
            trouves.add(valeur * pass_)
        elif valeur is not None and parametre.unite == "€/an":
            trouves.add(valeur)
        elif valeur is not None and parametre.unite == "h":
            trouves.add(valeur * _au(annee, "smic_horaire"))
    if annee >= PREMIERE_ANNEE_ASSIETTE_UNIQUE:
        taux = _au(annee, "taux_abattement_assiette")
        bornes = {_au(annee, f"abattement_assiette_{borne}") * pass_ for borne in ("minimal", "maximal")}
        trouves = {t / (1 - taux) for t in trouves} | {b / taux for b in bornes} | {t + min(bornes) for t in trouves}
    return {round(t) for t in trouves if t <= REVENU_MAXIMAL}


def _au(annee: int, nom: str) -> Any:
    parametre, jour = loi().parametres[nom], date(annee, 1, 1)
    if jour < parametre.valeurs[0].depuis:
        return None
    valeur = parametre.au(jour)
    return valeur.flottant if valeur else None
