"""Whom a person talks to on a day, subject by subject: the body, its name, its contact, until when, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date as Date  # noqa: N812 — `date` is the name of the option
from datetime import timedelta
from functools import cache
from typing import Any

from egide.droit.commun.enumerations import Organisme, Regime, Statut, Sujet, slug
from egide.droit.interlocuteurs.commun import INDEPENDANTS
from egide.moteur.erreurs import FaitsManquants
from egide.moteur.graphe import bornes
from egide.moteur.periode import jour as jour_du_numero
from egide.services.activite_du_jour import Cas, terminee
from egide.services.affiliation import jour_demande
from egide.services.affiliations_du_jour import Affiliation, Affiliations
from egide.services.elements_interlocuteurs import CIBLES, FAITS_LUS, Element
from egide.services.loi import derniere_verification, loi
from egide.services.noms import parmi
from egide.services.repertoire import DE_LA_SANTE, Fiche, Ou, contacter, fiche, fiche_du_concours
from egide.services.reponse import AVERTISSEMENT
from egide.situation import Situation, charger
from egide.situation.modele_activite import Activite

SUJETS = {slug(sujet): sujet for sujet in Sujet}
RENOMMES = (Organisme.URSSAF, Organisme.COMMISSION_RECOURS_AMIABLE)
"""Bodies whose name may change while their kind does not."""


@dataclass(slots=True)
class Interlocuteurs:
    """The answer: for each subject, who answers.

    Attributes:
        lieux: the places that decided, as they were read: residence and activity.
    """

    date: Date
    lieux: dict[str, str]
    valeurs: dict[str, dict[str, Any]]
    activites: list[dict[str, Any]]
    references: dict[str, tuple[str, ...]]
    hypotheses: list[str] = field(default_factory=list)
    a_confirmer: list[str] = field(default_factory=list)

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON envelope."""
        return {
            "question": "interlocuteurs",
            "date": self.date.isoformat(),
            "lieux": self.lieux,
            "valeurs": self.valeurs,
            "activites": self.activites,
            "hypotheses": self.hypotheses,
            "a_confirmer": self.a_confirmer,
            "references": [{"nom": nom, "articles": list(articles)} for nom, articles in self.references.items()],
            "verifie_le": derniere_verification().isoformat(),
            "avertissement": AVERTISSEMENT,
        }


def interlocuteurs(
    situation: Situation | Mapping[str, Any] | str,
    *,
    date: Date | str | None = None,
    sujet: str | None = None,
    extrapoler: bool = False,
) -> Interlocuteurs:
    """Return whom a person talks to on a day, the last one verified by default, for every subject or for one.

    Args:
        situation: a `Situation`, its document as a dict, or the path of its file.
        date: the day, or its ISO text.
        sujet: a subject; all of them by default.
        extrapoler: answer beyond the known law, carried over; the answer says so.

    Raises:
        SituationInvalide: the document has faults.
        HorsPlage: the day is outside the range covered.
        NomInconnu: no subject of that name.
        FaitsManquants: a fact is needed.
    """
    lue = charger(situation)
    jour = jour_demande(date, extrapoler=extrapoler)
    return repondre(lue, Affiliations(lue), jour, sujet)


def repondre(situation: Situation, affiliations: Affiliations, jour: Date, sujet: str | None = None) -> Interlocuteurs:
    """Return the answer for given affiliations; see `interlocuteurs`."""
    if sujet is not None and sujet not in SUJETS:
        raise parmi(sujet, SUJETS, "sujet inconnu")
    if not situation.activites:
        raise FaitsManquants("activites : aucune activité n'est décrite ; attendu : au moins une.", ("activites",))
    sujets = [SUJETS[sujet]] if sujet else list(Sujet)
    rang = _principale(situation.activites, affiliations(jour), jour)
    cas = Cas.de(situation, affiliations, rang)
    valeurs, textes = _valeurs(cas, jour, sujets)
    ou = cas.ou(jour)
    lieux = {nom: str(lieu) for nom, lieu in (("residence", ou.residence), ("activite", ou.activite)) if lieu}
    reponse = Interlocuteurs(jour, lieux, valeurs, [], {nom: tuple(v["articles"]) for nom, v in valeurs.items()})
    reponse.hypotheses = [*situation.lieux, *textes]
    reponse.a_confirmer = list(dict.fromkeys(i for v in valeurs.values() for i in v["incertitudes"]))
    if len(situation.activites) > 1:
        reponse.activites = _par_activite(situation, affiliations, rang, valeurs, jour, sujets)
    return reponse


def _principale(activites: Sequence[Activite], lues: Sequence[Affiliation], jour: Date) -> int:
    """Return the rank of the activity that decides.

    It is the first self-employed one that is carried on, else another one that is, else one that has ended: those whose
    rights are maintained come first.
    """

    def priorite(rang: int) -> tuple[bool, bool]:
        regime = lues[rang].regime
        return regime is Regime.AUCUN or terminee(activites[rang], jour), regime not in INDEPENDANTS

    return min(range(len(lues)), key=priorite)


@dataclass(frozen=True, slots=True)
class Suite:
    """Who answers next, from a day.

    Attributes:
        doutes: what makes the day uncertain: what made the answer before it so.
    """

    depuis: Date
    organisme: Organisme
    fiche: Fiche
    doutes: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        return {
            "organisme": slug(self.organisme),
            "nom": self.fiche.nom,
            "code": self.fiche.code,
            "depuis": self.depuis.isoformat(),
            "incertitudes": list(self.doutes),
        }


def _valeurs(cas: Cas, jour: Date, sujets: Sequence[Sujet]) -> tuple[dict[str, dict[str, Any]], list[str]]:
    ou = cas.ou(jour)
    actuels = cas.elements(jour)
    fiches = {s: fiche(actuels[s], ou, jour) for s in sujets}
    ensuite = _ensuite(cas, jour, sujets, fiches)
    valeurs = {slug(s): _valeur(actuels[s], fiches[s], ou, jour, ensuite.get(s)) for s in sujets}
    return valeurs, _hypotheses(cas, jour)


def _valeur(element: Element, lue: Fiche, ou: Ou, jour: Date, ensuite: Suite | None) -> dict[str, Any]:
    valeur: dict[str, Any] = {
        "organisme": slug(element.organisme),
        "nom": lue.nom,
        "code": lue.code,
        "contact": _contact(element.organisme, ou, jour),
        "jusqu_au": (ensuite.depuis - timedelta(days=1)).isoformat() if ensuite else None,
        "motif": f"{element.motif} {lue.precision}".strip(),
        "candidats": lue.candidats,
        "articles": list(element.articles),
        "incertitudes": [*element.doutes, *lue.incertitudes],
        "ensuite": ensuite.to_dict() if ensuite else None,
    }
    concours = element.concours
    if concours and element.sujet is not Sujet.RECOURS_AMIABLE:
        avec = fiche_du_concours(element, ou, jour)
        valeur["concours"] = {"organisme": slug(concours), "nom": avec.nom, "contact": _contact(concours, ou, jour)}
    if element.sujet is Sujet.C3S and element.organisme is not Organisme.AUCUN:
        valeur["concerne"] = element.concerne
    return valeur


def _contact(organisme: Organisme, ou: Ou, jour: Date) -> str | None:
    return contacter(organisme, ou.section, jour, micro=ou.statut is Statut.MICRO_ENTREPRENEUR)


def _ensuite(cas: Cas, jour: Date, sujets: Sequence[Sujet], fiches: Mapping[Sujet, Fiche]) -> dict[Sujet, Suite]:
    """Return, for each subject whose answer changes, the first day of the next one and what it is."""
    suites: dict[Sujet, Suite] = {}
    actuels, ici = cas.elements(jour), cas.ou(jour)
    avant = actuels
    for suivant in _jours_a_voir(cas, jour):
        autres, ou = cas.elements(suivant), cas.ou(suivant)
        for sujet in sujets:
            if sujet in suites:
                continue
            element, actuel, lue = autres[sujet], actuels[sujet], fiches[sujet]
            if _se_nomme_pareil(element, actuel) and ou == ici:
                continue
            autre = fiche(element, ou, suivant)
            if (element.organisme, autre.nom, autre.code) != (actuel.organisme, lue.nom, lue.code):
                suites[sujet] = Suite(suivant, element.organisme, autre, avant[sujet].doutes)
        if len(suites) == len(sujets):
            break
        avant = autres
    return suites


def _se_nomme_pareil(element: Element, actuel: Element) -> bool:
    """Tell, without looking it up, that the body has not changed: only collectors have names that change with time."""
    if element.organisme is not actuel.organisme or element.organisme in RENOMMES:
        return False
    return (element.competente, element.centre) == (actuel.competente, actuel.centre)


def _jours_a_voir(cas: Cas, jour: Date) -> list[Date]:
    """Return the later days on which an answer may change: those of the law, of the directory, and of the person."""
    profil = dict(zip(FAITS_LUS, cas.profil(jour), strict=True))
    notes = [profil[nom] for nom in ("effet", "rattachement_cpam_notifie")]
    personnels = [jour_du_numero(float(n)) for n in notes if n is not None]
    for rang, activite in enumerate(cas.situation.activites):
        if activite.debut and activite.debut > jour:
            effet = cas.affiliations(activite.debut)[rang].effet
            personnels += [activite.debut, *([effet] if effet else [])]
        personnels += [d + timedelta(days=1) for d in (activite.fin,) if d and d != Date.max]
    for connu_le in (jour, *(p for p in personnels if p > jour)):
        personnels = [*personnels, *cas.affiliations.changements(connu_le)]
    return sorted(j for j in {*_jours_du_chapitre(), *personnels} if j > jour)


@cache
def _jours_du_chapitre() -> tuple[Date, ...]:
    """Return the days on which a rule of this chapter, a date that it reads or a name of the directory changes."""
    from egide.annuaire.lecture import jour as lire
    from egide.annuaire.lecture import lire as table

    legislation = loi()
    chapitre = legislation.regles[CIBLES[0]][0].chapitre
    regles = [r for versions in legislation.regles.values() for r in versions if r.chapitre == chapitre]
    lus = {a for r in regles for a in r.arguments if a in legislation.parametres}
    dates = {jour_du_numero(v.flottant) for nom in lus for v in legislation.parametres[nom].valeurs}
    annuaire = {d for ligne in table("urssaf") if (d := lire(ligne["du"]))}
    return tuple(sorted({*(j for r in regles for j in bornes(r)), *dates, *annuaire}))


def _hypotheses(cas: Cas, jour: Date) -> list[str]:
    textes = []
    if jour > derniere_verification():
        textes.append(f"droit vérifié jusqu'au {derniere_verification():%d/%m/%Y}, supposé inchangé depuis")
    if cas.activite.statut is None:
        textes.append("statut dans l'activité : entreprise individuelle")
    personne = cas.situation.personne
    if cas.affiliation(jour)[1]:
        textes.append(
            f"activité terminée le {cas.activite.fin:%d/%m/%Y}, et aucune autre décrite : la santé reste à qui la "
            "gérait (sauf emploi ou pension d'un autre régime), la retraite à sa caisse"
        )
    if personne.residence_hors_de_france:
        textes.append("résidence hors de France : le lieu de l'activité décide des organismes")
    elif personne.commune is None and personne.departement is None:
        textes.append("résidence : non indiquée ; la France métropolitaine est supposée, hors Île-de-France et Lozère")
    if cas.activite.commune is None and personne.commune is not None:
        textes.append("commune de l'activité : celle de la résidence")
    return textes


def _par_activite(
    situation: Situation,
    affiliations: Affiliations,
    principale: int,
    valeurs: dict[str, dict[str, Any]],
    jour: Date,
    sujets: Sequence[Sujet],
) -> list[dict[str, Any]]:
    """Return, for each activity, its scheme and the subjects for which somebody else answers than for the main one."""
    lues = affiliations(jour)
    parts: list[dict[str, Any]] = []
    for rang, activite in enumerate(situation.activites):
        finie = lues[rang].regime is Regime.AUCUN or terminee(activite, jour)
        propres: dict[str, dict[str, Any]] = {}
        if rang != principale:
            siennes, _ = _valeurs(Cas.de(situation, affiliations, rang), jour, sujets)
            propres = {n: v for n, v in siennes.items() if _differe(n, v, valeurs[n], finie=finie)}
        parts.append(
            {"activite": rang, "regime": slug(lues[rang].regime), "principale": rang == principale, "valeurs": propres}
        )
    return parts


def _differe(sujet: str, sienne: Mapping[str, Any], principale: Mapping[str, Any], *, finie: bool) -> bool:
    """Tell whether another activity has another body; one that is over has left health to the main one."""
    if finie and (sienne["organisme"] == "aucun" or SUJETS[sujet] in DE_LA_SANTE):
        return False
    return any(sienne[cle] != principale[cle] for cle in ("organisme", "nom", "code"))
