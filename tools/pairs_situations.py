"""The situations put to Égide and to its peers, and how each is said to Égide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from random import Random
from typing import Any

import pairs_familles
from pairs_familles import Faits, nom_du_revenu
from pairs_seuils import seuils

import egide

ETABLIE = {"debut": "2019-01-01"}
"""A situation says what is not so: an activity is one of long standing."""
REVENUS = ("revenu_professionnel", "revenu_brut", "revenu_imposable", "remuneration")


@dataclass(frozen=True)
class Cas:
    """One situation, as facts that belong to nobody: Égide and each model have their own way of saying them."""

    annee: int
    faits: Mapping[str, Any]
    famille: str = ""

    @property
    def revenu(self) -> float:
        return float(next((self.faits[nom] for nom in REVENUS if nom in self.faits), 0))

    @property
    def annee_du_revenu(self) -> int:
        """Calls rest on the income of the year before."""
        return self.annee - (self.faits.get("appels") == "etabli")

    def varie(self, changements: Mapping[str, Any]) -> Cas:
        """Return the same case but for some facts; a fact that becomes nothing is no longer said."""
        faits = {nom: valeur for nom, valeur in (dict(self.faits) | dict(changements)).items() if valeur is not None}
        return Cas(self.annee, faits, self.famille)


FAMILLES = ("seuils", *dict.fromkeys(f.__name__ for f in (*pairs_familles.COURANTES, *pairs_familles.DU_CHAPITRE)))
"""The names of the families: the thresholds, the common situations, the rest of the chapter."""
DE_LA_PERSONNE = {"rsa": "rsa_ou_prime_activite", "etranger": "domicile_fiscal_etranger", "commune": "commune"}
DE_L_ACTIVITE = {nom: nom for nom in ("nature", "debut", "fin", "saisonniere", "acre", "imposition")}
DE_L_ACTIVITE |= {nom: nom for nom in ("conjoint_collaborateur", "option_taux_specifiques_rci")}
DE_L_ACTIVITE |= {"age": "exoneration_age_invalidite_deces"}
DE_L_EXERCICE = {nom: nom for nom in (*REVENUS, "dividendes_percus", "capital_et_compte_courant")}
DE_L_EXERCICE |= {nom: nom for nom in ("revenus_remplacement", "revenus_etrangers", "revenus_debit_tabac")}
"""Where Égide's document takes each fact; the months of an invalidity pension and the calls have no place of theirs."""


def document(cas: Cas) -> dict[str, Any]:
    """Return the situation as Égide takes it."""
    personne, activite, exercice = (
        {place[nom]: valeur for nom, valeur in cas.faits.items() if nom in place}
        for place in (DE_LA_PERSONNE, DE_L_ACTIVITE, DE_L_EXERCICE)
    )
    if mois := cas.faits.get("invalidite"):
        personne["invalidite"] = {"depuis": f"{cas.annee}-{13 - mois:02}-01"}
    activite["statut"] = "gerant_majoritaire" if "imposition" in activite else "entreprise_individuelle"
    if activite["nature"] == "liberale":
        activite["profession"] = "consultant"
    if exercice:
        activite["exercices"] = {cas.annee_du_revenu: exercice}
    return {"personne": personne, "activites": [activite]}


def repondre(cas: Cas) -> dict[str, float]:
    """Return the amounts that Égide answers."""
    nature = "provisionnelles" if "appels" in cas.faits else "definitives"
    return egide.cotisations(document(cas), annee=cas.annee, nature=nature).valeurs


def tirer(annee: int, nombre: int, hasard: Random) -> Iterator[Cas]:
    """Yield the cases of a year, always the same.

    Those of the thresholds all, the others of a common situation in turn up to `nombre`; then, for each family of the
    rest of the chapter, a tenth as many.
    """
    for faits in _aux_seuils(annee, hasard):
        nombre -= 1
        yield Cas(annee, ETABLIE | faits, "seuils")
    familles = [famille(annee, hasard) for famille in pairs_familles.COURANTES]
    for k in range(max(nombre, 0)):
        rang = k % len(familles)
        yield from _cas(annee, pairs_familles.COURANTES[rang].__name__, islice(familles[rang], 1))


def tirer_du_chapitre(annee: int, nombre: int) -> Iterator[Cas]:
    """Yield `nombre` cases of each family of the rest of the chapter, always the same whatever the other families."""
    for famille in pairs_familles.DU_CHAPITRE:
        hasard = Random(f"{famille.__name__} {annee}")
        yield from _cas(annee, famille.__name__, islice(famille(annee, hasard), nombre))


def _cas(annee: int, famille: str, tirage: Iterable[Faits]) -> Iterator[Cas]:
    for faits in tirage:
        yield Cas(annee, ETABLIE | faits, famille)


def _aux_seuils(annee: int, hasard: Random) -> Iterator[Faits]:
    for seuil in sorted(seuils(annee)):
        for ecart in (-1, 0, 1):
            yield {nom_du_revenu(annee): seuil + ecart, "nature": hasard.choice(pairs_familles.NATURES)}
