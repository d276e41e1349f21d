"""The C3S of a company: whether it is due, on what, how much, when, and to whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from egide.moteur.ecriture import ecrire
from egide.moteur.erreurs import FaitsManquants
from egide.moteur.periode import Periode, jour
from egide.services.jours_ouvres import jour_ouvre
from egide.services.loi import derniere_verification, verifier_annee
from egide.services.loi_recouvrement import C3S, appliquer, articles, loi_a_part
from egide.services.reponse import AVERTISSEMENT
from egide.situation import Situation, charger
from egide.situation.modele_evenements import Societe

CONDITIONS = ("c3s_forme_redevable", "c3s_societe_existante")
MONTANTS = ("c3s_assiette", "c3s_avant_plafonnement", "c3s_plafond", "c3s")
RETARDS = (
    "c3s_majoration_de_declaration_maximale",
    "c3s_majoration_de_retard_maximale",
    "c3s_majoration_par_annee_maximale",
    "c3s_majoration_hors_ligne",
)
CIBLES = (*CONDITIONS, "c3s_redevable", "c3s_a_declarer", "c3s_plafonnable", *MONTANTS, "c3s_exigible_le", *RETARDS)
CAISSE_DELEGUEE = "Caisse nationale déléguée pour la sécurité sociale des travailleurs indépendants"
URSSAF_DESIGNEE = "Urssaf Provence-Alpes-Côte d'Azur, désignée pour toute la France"
ANNEE_DE_L_URSSAF = 2019


@dataclass
class ReponseC3S:
    """The C3S due in a year, and what it rests on."""

    annee: int
    valeurs: dict[str, Any] = field(default_factory=dict)
    lignes: list[dict[str, Any]] = field(default_factory=list)
    conclusion: str = ""
    retards: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    a_confirmer: list[str] = field(default_factory=list)

    def to_dict(self) -> dict[str, Any]:
        return {
            "question": "c3s",
            "annee": self.annee,
            "valeurs": self.valeurs,
            "lignes": self.lignes,
            "conclusion": self.conclusion,
            "activites": [],
            "hypotheses": self.notes,
            "a_confirmer": self.a_confirmer,
            "references": [{"nom": ligne["nom"], "articles": ligne["articles"]} for ligne in self.lignes],
            "avertissement": AVERTISSEMENT,
        }


def c3s(
    situation: Situation | Mapping[str, Any] | str, *, annee: int | None = None, extrapoler: bool = False
) -> ReponseC3S:
    """Return the C3S that a company owes in a year, on the turnover of the year before.

    Raises:
        FaitsManquants: no company is described, or its turnover of the year before is not given.
    """
    annee = derniere_verification().year if annee is None else annee
    verifier_annee(annee, extrapoler=extrapoler)
    societe = charger(situation).societe
    if societe is None:
        raise FaitsManquants("societe : aucune société n'est décrite ; attendu : sa forme et son chiffre d'affaires.")
    ventes = societe.chiffre_affaires.get(annee - 1)
    if ventes is None:
        raise FaitsManquants(
            f"Il manque societe.chiffre_affaires.{annee - 1} : la C3S due en {annee} se calcule sur le chiffre "
            f"d'affaires de {annee - 1}."
        )
    marge = societe.marge_brute.get(annee - 1)
    faits = {
        "forme_de_la_societe": societe.forme,
        "debut_de_la_societe": societe.debut,
        "chiffre_affaires_societe": ventes,
        "marge_brute_societe": marge,
        "marge_connue": None if marge is None else True,
        "secteur_de_la_societe": societe.secteur,
    }
    evaluation = appliquer(C3S, CIBLES, faits, Periode.de_l_annee(annee))
    lues = {nom: evaluation[nom] for nom in CIBLES}
    rendu = ReponseC3S(annee)
    exigible = jour(lues["c3s_exigible_le"])
    rendu.lignes = [_ligne(nom, lues[nom], annee) for nom in _montrees(lues)]
    rendu.valeurs = {
        "c3s": float(lues["c3s"]),
        **{nom: float(lues[nom]) for nom in MONTANTS[:2]},
        **({"c3s_plafond": float(lues["c3s_plafond"])} if lues["c3s_plafonnable"] else {}),
        "c3s_redevable": bool(lues["c3s_redevable"]),
        "c3s_a_declarer": bool(lues["c3s_a_declarer"]),
        "organisme": URSSAF_DESIGNEE if annee >= ANNEE_DE_L_URSSAF else CAISSE_DELEGUEE,
        "echeances": _echeances(lues, exigible, annee),
        **({nom: float(lues[nom]) for nom in RETARDS} if lues["c3s"] else {}),
    }
    rendu.conclusion = _conclusion(lues, exigible, rendu.valeurs["organisme"])
    rendu.retards = [f"{_titre(nom)} : {ecrire(lues[nom], '€')}" for nom in RETARDS] if lues["c3s"] else []
    rendu.notes = _notes(societe, marge, annee)
    if annee == ANNEE_DE_L_URSSAF:
        rendu.a_confirmer.append(
            "Organisme de 2019 : le décret 2018-363 laissait jusqu'au 1er janvier 2020 pour le transfert à l'Urssaf."
        )
    return rendu


def _montrees(lues: Mapping[str, Any]) -> list[str]:
    montrees = [*CONDITIONS, "c3s_assiette", "c3s_avant_plafonnement", "c3s_plafonnable"]
    return [*montrees, *(["c3s_plafond"] if lues["c3s_plafonnable"] else []), "c3s"]


def _titre(nom: str) -> str:
    return loi_a_part(C3S).regles[nom][0].titre


def _ligne(nom: str, valeur: Any, annee: int) -> dict[str, Any]:
    regle = loi_a_part(C3S).regles[nom][0]
    return {
        "nom": nom,
        "titre": regle.titre,
        "valeur": bool(valeur) if regle.unite == "oui/non" else float(valeur),
        "unite": regle.unite,
        "articles": list(articles(C3S, nom, date(annee, 1, 1))),
    }


def _echeances(lues: Mapping[str, Any], exigible: date, annee: int) -> list[dict[str, Any]]:
    if not lues["c3s"]:
        return []
    return [
        {
            "date": jour_ouvre(exigible).isoformat(),
            "date_legale": exigible.isoformat(),
            "montant": float(lues["c3s"]),
            "nature": "c3s",
            "annee": annee,
        }
    ]


def _conclusion(lues: Mapping[str, Any], exigible: date, organisme: str) -> str:
    if not lues["c3s_redevable"]:
        return "La société n'en est pas redevable cette année."
    if not lues["c3s_a_declarer"]:
        return "Le chiffre d'affaires ne dépasse pas l'abattement : rien à déclarer ni à payer."
    return f"À déclarer et à payer en ligne au plus tard le {jour_ouvre(exigible):%d/%m/%Y} ({organisme})."


def _notes(societe: Societe, marge: float | None, annee: int) -> list[str]:
    notes = []
    if societe.forme is None:
        notes.append("Forme juridique supposée : société à responsabilité limitée ou par actions, qui la doivent.")
    if societe.debut is None:
        notes.append(f"Société supposée exister au 1er janvier {annee}.")
    if societe.secteur is not None and marge is None:
        notes.append(
            f"Négoce : sans societe.marge_brute.{annee - 1}, le plafonnement à 3,08 % de la marge n'est pas examiné."
        )
    if societe.forme is not None:
        notes.append(
            "Exonérations de CSS L. 137-31 (HLM, sociétés de rédacteurs, sociétés d'investissement…) et plafond des "
            "banques (CSS L. 137-33) : non examinés, aucune ne se lit dans ces faits."
        )
    return notes
