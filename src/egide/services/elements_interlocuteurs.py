"""What the law answers on a day for one activity: the kind of body of each subject, why, and what is uncertain."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import lru_cache
from typing import TypeVar

from egide.droit.commun.enumerations import CaisseCompetente, CentreFormalites, Organisme, Regime, Sujet, slug
from egide.droit.commun.interlocuteurs import (
    Anciennete,
    Convention,
    Declaration,
    EffetSection,
    GestionnaireSante,
    Rattachement,
    RessortActivite,
    RessortPersonnel,
    SectionLiberale,
    Titre,
)
from egide.moteur.doutes import doutes
from egide.moteur.evaluation import Evaluation, evaluer, situer
from egide.moteur.faits import Cle, Donnees, Nombre
from egide.moteur.periode import Periode
from egide.moteur.plan import Genre, Noeud, Plan
from egide.services.loi import derniere_verification, loi
from egide.services.reponse import articles_de

AXES = (
    Regime,
    Titre,
    Anciennete,
    Rattachement,
    RessortPersonnel,
    RessortActivite,
    Declaration,
    SectionLiberale,
    EffetSection,
    Convention,
)
"""What tells persons apart before this question; who manages the health file is then read from them."""
FAITS_LUS = (
    "regime",
    "section",
    "assure_a_titre",
    "effet",
    "nature",
    "statut",
    "inscription",
    "forme",
    "profession_particuliere",
    "ressort_activite",
    "ressort_residence",
    "residence_hors_de_france",
    "activite_terminee",
    "premiere_affiliation",
    "reprise_apres_cessation",
    "rattachement_cpam_notifie",
    "rattachement_cpam_non_recu",
    "reseau_conventionne",
)
"""The facts that the rules of this chapter read, of one activity and its person."""
FAITS_HORS_CATEGORIE = (
    "section",
    "nature",
    "statut",
    "inscription",
    "forme",
    "profession_particuliere",
    "residence_hors_de_france",
)
"""Those of them that the answers read besides the category."""
ROLES = ("caisse_maladie", "caisse_retraite", "caisse_invalidite", "organisme_recouvrement")
"""Rules that say which body holds a network in a territory; what they say completes the answer."""
CIBLES = (
    *(f"organisme_{slug(sujet)}" for sujet in Sujet),
    *(f"concours_{slug(s)}" for s in (Sujet.COTISATIONS, Sujet.ACTION_SOCIALE, Sujet.RECOURS_AMIABLE)),
    "caisse_competente_sante",
    "centre_de_formalites",
    "concerne_par_la_c3s",
)
Profil = tuple[Nombre | None, ...]
"""The values of FAITS_LUS, in their order; None for what is not given."""
Categorie = dict[type[IntEnum], IntEnum]
E = TypeVar("E", bound=IntEnum)


@dataclass(frozen=True, slots=True)
class Element:
    """What the rules answer for one subject.

    Attributes:
        concours: kind of the body that acts for the one that answers, or whose commission it is.
        competente: which agency of the self-employed holds the health file, where there are two.
        centre: which centre de formalités, until 2022.
        concerne: False where the body answers, but never for this person.
        doutes: why the answer is uncertain, with the other answer where one is written.
    """

    sujet: Sujet
    organisme: Organisme
    concours: Organisme | None
    competente: CaisseCompetente
    centre: CentreFormalites
    concerne: bool
    motif: str
    articles: tuple[str, ...]
    doutes: tuple[str, ...]


_CONNUS: dict[tuple[object, ...], dict[Sujet, Element]] = {}
"""Answers already made: they depend on the category, the day and a few facts, not on the dates of each person."""
_CONNUS_AU_PLUS = 16384


@lru_cache(4096)
def elements(profil: Profil, jour: date) -> dict[Sujet, Element]:
    """Return what the law answers for each subject to a person of a profile on a day."""
    donnees: dict[Cle, Nombre] = {
        (nom, _rang(nom), None): valeur for nom, valeur in zip(FAITS_LUS, profil, strict=True) if valeur is not None
    }
    periode = Periode(jour, jour)
    categorie = situer(loi(), AXES, donnees, periode, extrapoler=_au_dela(jour))
    plan = _plan(("gestionnaire_sante",), categorie, periode, donnees)
    sante = evaluer(plan, donnees)
    categorie[GestionnaireSante] = GestionnaireSante(int(sante["gestionnaire_sante"]))
    autres = tuple(_autres_gestionnaires(sante, donnees, categorie[GestionnaireSante]))
    lus = tuple(donnees.get((nom, _rang(nom), None)) for nom in FAITS_HORS_CATEGORIE)
    cle = (tuple(map(int, categorie.values())), autres, lus, tuple(donnees), jour)
    if cle not in _CONNUS:
        if len(_CONNUS) >= _CONNUS_AU_PLUS:
            _CONNUS.clear()
        evaluation = _evaluer(categorie, donnees, periode)
        lectures = [(texte, _evaluer({**categorie, GestionnaireSante: g}, donnees, periode)) for texte, g in autres]
        _CONNUS[cle] = {sujet: _element(sujet, evaluation, donnees, lectures) for sujet in Sujet}
    return _CONNUS[cle]


def _rang(nom: str) -> int | None:
    return 0 if loi().faits[nom].entite == "activite" else None


def _evaluer(categorie: Categorie, donnees: Donnees, periode: Periode) -> Evaluation:
    return evaluer(_plan(CIBLES, categorie, periode, donnees), donnees)


def _plan(cibles: tuple[str, ...], categorie: Categorie, periode: Periode, donnees: Donnees) -> Plan:
    """Return the plan of a day; beyond the last one verified the law is carried over, to tell what is to come."""
    return loi().plan(cibles, categorie, periode, donnes=donnees.keys(), extrapoler=_au_dela(periode.debut))


def _au_dela(jour: date) -> bool:
    return jour > derniere_verification()


def _autres_gestionnaires(
    sante: Evaluation, donnees: Donnees, gestionnaire: IntEnum
) -> Iterator[tuple[str, GestionnaireSante]]:
    """Yield why who manages the health file is uncertain, with who it would be under the other reading."""
    for doute in doutes(sante, donnees, "gestionnaire_sante"):
        if doute.autrement is not None and int(doute.autrement) != gestionnaire:
            yield doute.texte, GestionnaireSante(int(doute.autrement))


def _element(sujet: Sujet, evaluation: Evaluation, donnees: Donnees, autres: list[tuple[str, Evaluation]]) -> Element:
    nom = f"organisme_{slug(sujet)}"
    organisme = Organisme(int(evaluation[nom]))
    noeud = evaluation.plan.noeuds[evaluation.plan.cibles[nom]]
    amont = list(_amont(evaluation, noeud))
    return Element(
        sujet=sujet,
        organisme=organisme,
        concours=_membre(evaluation, f"concours_{slug(sujet)}", Organisme),
        competente=_membre(evaluation, "caisse_competente_sante", CaisseCompetente) or CaisseCompetente.TERRITORIALE,
        centre=_membre(evaluation, "centre_de_formalites", CentreFormalites) or CentreFormalites.SANS_OBJET,
        concerne=sujet is not Sujet.C3S or bool(evaluation["concerne_par_la_c3s"]),
        motif=_motif(noeud, amont, evaluation),
        articles=_articles(noeud, amont),
        doutes=tuple(_doutes(nom, evaluation, donnees, amont, autres)),
    )


def _membre(evaluation: Evaluation, nom: str, enumeration: type[E]) -> E | None:
    """Return the value of a target as a member, None where it does not apply or a fact is missing."""
    if nom not in evaluation:
        return None
    valeur = evaluation.valeurs[evaluation.plan.cibles[nom]]
    return None if valeur is None else enumeration(int(valeur))


def _amont(evaluation: Evaluation, noeud: Noeud) -> Iterator[Noeud]:
    """Yield a node and those it rests on, nearest first."""
    vus, a_voir = set(), [noeud]
    while a_voir:
        courant = a_voir.pop(0)
        if id(courant) not in vus:
            vus.add(id(courant))
            yield courant
            a_voir += [evaluation.plan.noeuds[rang] for rang in courant.arguments]


def _motif(noeud: Noeud, amont: list[Noeud], evaluation: Evaluation) -> str:
    """Return what the rule says, then the territory; where nobody answers because of the territory, only that."""
    valeurs = {id(n): v for n, v in zip(evaluation.plan.noeuds, evaluation.valeurs, strict=True)}
    roles = [n for n in amont if n.nom in ROLES and n is not noeud]
    absents = [n for n in roles if not valeurs[id(n)]]
    dits = absents[-1:] if absents and not valeurs[id(noeud)] else [noeud, *roles[:1]]
    return " ".join(" ".join(n.regle.explication.split()) for n in dits if n.regle)


def _articles(noeud: Noeud, amont: list[Noeud]) -> tuple[str, ...]:
    regles = [n.regle for n in amont if n.regle and (n is noeud or n.nom in ROLES or n.nom.startswith("organisme_"))]
    return articles_de(*regles)


def _doutes(
    nom: str, evaluation: Evaluation, donnees: Donnees, amont: list[Noeud], autres: list[tuple[str, Evaluation]]
) -> Iterator[str]:
    valeur = int(evaluation[nom])
    incertains = {
        n.nom: n.regle.a_confirmer for n in amont if n.genre is Genre.REGLE and n.regle and n.regle.a_confirmer
    }
    if incertains:
        lus = {d.nom: d for d in doutes(evaluation, donnees, nom)}
        for incertain, texte in incertains.items():
            autrement = lus[incertain].autrement if incertain in lus else None
            if autrement is None or int(autrement) != valeur:
                yield _avec_l_autre(texte, autrement)
    for texte, autre in autres:
        if nom in autre and int(autre[nom]) != valeur:
            yield _avec_l_autre(texte, autre[nom])


def _avec_l_autre(texte: str, autre: float | None) -> str:
    return texte if autre is None else f"{texte} Autre lecture : {slug(Organisme(int(autre)))}."
