"""What was given and not read, what was not given and left aside: said, rather than passed over in silence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from egide.droit.commun.categories import Caisse, Conjoint, NatureMontant
from egide.moteur.evaluation import Evaluation
from egide.moteur.faits import Cle
from egide.moteur.graphe import nom_demande
from egide.moteur.plan import Genre
from egide.services.dossier_annuel import DossierAnnuel
from egide.services.loi import loi
from egide.situation import FAITS

CHAPITRES = ("egide.droit.cotisations",)
CHAPITRE_SIMPLIFIE = ("egide.droit.remplacants",)
CHAPITRES_DES_LIBERALES = (*CHAPITRES, "egide.droit.professions_liberales")
DEDUITS = (
    "categorie_liberale",
    "territoire",
    "micro_fiscal",
    "annee_de_reference",
    "premier_jour_compte",
    "debut_d_activite",
    "revenu_nul",
    "declare",
    "naissance_connue",
    "regime_simplifie",
    "profession_sante",
    "convention_connue",
)
"""Facts that nobody gives, or that another question reads: from the profession, the commune, the accounts, the days."""


def remarques(dossier: DossierAnnuel, evaluation: Evaluation) -> list[str]:
    """Return what the person should know of the facts of an answer, in sentences."""
    return [
        *_non_donnes(dossier, evaluation),
        *_sans_usage(dossier, evaluation),
        *dossier.cumuls().remarques(evaluation.plan.categorie),
        *_residence(dossier),
        *_conjoint(dossier, evaluation),
    ]


def _non_donnes(dossier: DossierAnnuel, evaluation: Evaluation) -> Iterator[str]:
    """Tell the facts without which nobody is refused, though one of their values would be."""
    for nom in dict.fromkeys(fait.nom for fait in evaluation.manquants.values()):
        if nom in _lus(CHAPITRES_DES_LIBERALES, exclusions=True):
            yield f"Non donné, supposé dans ce qu'Égide calcule : {dossier.champ(nom)}."


def _sans_usage(dossier: DossierAnnuel, evaluation: Evaluation) -> Iterator[str]:
    lus = {*evaluation.donnes, *dossier.lus} - _demandes_seulement(evaluation)
    cles = [cle for cle in dossier.donnees if cle not in lus and _compte(dossier, cle)]
    oublies = dict.fromkeys(dossier.champ(nom, rang) for nom, rang, _ in cles)
    if oublies:
        quoi = "les cotisations" if dossier.nature is NatureMontant.DEFINITIVES else "les appels"
        yield f"Donné, mais sans effet sur {quoi} de {dossier.annee} : {' ; '.join(oublies)}."


def _demandes_seulement(evaluation: Evaluation) -> set[Cle]:
    """Return the facts that are in an answer for having been asked for, and that no rule reads."""
    noeuds = evaluation.plan.noeuds
    a_voir = [rang for noeud in noeuds if noeud.regle for rang in noeud.arguments]
    lus: set[Cle] = set()
    while a_voir:
        noeud = noeuds[a_voir.pop()]
        if noeud.cle is not None:
            lus.add(noeud.cle)
        elif noeud.genre is Genre.COMBINAISON:
            a_voir.extend(noeud.arguments)
    return {noeud.cle for noeud in noeuds if noeud.cle is not None} - lus


def _compte(dossier: DossierAnnuel, cle: Cle) -> bool:
    """Tell whether a fact was given to change something this year: not a default, nor the fact of another question."""
    nom, _, annee = cle
    if nom in DEDUITS or dossier.donnees[cle] == FAITS[nom].defaut:
        return False
    if annee is None:
        return nom in _lus(_chapitres(dossier), exclusions=False)
    # Calls rest on an income chosen among several years: the notes tell which.
    return annee == dossier.annee and dossier.nature is NatureMontant.DEFINITIVES


def _chapitres(dossier: DossierAnnuel) -> tuple[str, ...]:
    if dossier.simplifie:
        return CHAPITRE_SIMPLIFIE
    return CHAPITRES if dossier.categorie()[Caisse] is Caisse.SSI else CHAPITRES_DES_LIBERALES


@cache
def _lus(chapitres: tuple[str, ...], *, exclusions: bool) -> frozenset[str]:
    """Return the names that rules of some chapters ask for, in whatever year: all of them, or those of exclusion."""
    noms = loi().exclusions if exclusions else loi().regles
    regles = (r for nom in noms for r in loi().regles[nom] if r.chapitre in chapitres)
    return frozenset(nom_demande(argument) for regle in regles for argument in regle.arguments)


def _conjoint(dossier: DossierAnnuel, evaluation: Evaluation) -> Iterator[str]:
    """Nothing says when the collaborating spouse began (CSS R. 662-2, D. 633-2)."""
    if not dossier.du_conjoint and evaluation.plan.categorie.get(Conjoint, Conjoint.SANS) is not Conjoint.SANS:
        yield "Conjoint collaborateur supposé affilié les mêmes jours que le chef d'entreprise."


def _residence(dossier: DossierAnnuel) -> Iterator[str]:
    """A person may live abroad and be taxed in France: only the second counts here (CSS L. 131-9, L. 136-1)."""
    hors_de_france = dossier.donnees.get(("residence_hors_de_france", None, None))
    if hors_de_france and ("domicile_fiscal_etranger", None, None) not in dossier.donnees:
        yield (
            "Résidence hors de France : pour ces cotisations seul compte le domicile fiscal, supposé en France ; s'il "
            "est aussi à l'étranger, écrire personne.domicile_fiscal_etranger: true."
        )
