"""Joining the directory: the name, the code and the contact of the body that answers, for a territory and a day."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import Any

from egide.annuaire.communes import Commune
from egide.annuaire.departements import Departement, departement
from egide.annuaire.lecture import Marque, couvre
from egide.annuaire.maladie import Cpam, cpam
from egide.annuaire.organismes import SansOrganisme, departement_de
from egide.annuaire.reperes import Contact, RepereInconnu, contacts, section, sections
from egide.annuaire.reseaux import (
    agence_ssi,
    caisse_rsi,
    carsat,
    organismes_conventionnes,
    urssaf,
    urssaf_de_la_c3s,
    urssaf_des_artistes,
)
from egide.droit.commun.enumerations import (
    CaisseCompetente,
    CategorieLiberale,
    CentreFormalites,
    Organisme,
    Regime,
    Statut,
    Sujet,
    slug,
)
from egide.services.elements_interlocuteurs import Element

Lieu = Commune | Departement
_JOUR = re.compile(r"\d{4}-\d\d-\d\d|\d\d/\d\d/\d{4}")
DU_LIEU_DE_L_ACTIVITE = (
    Sujet.COTISATIONS,
    Sujet.COTISATIONS_RETRAITE,
    Sujet.RECOURS_AMIABLE,
    Sujet.ASSURANCE_VOLONTAIRE,
)
"""Subjects whose collector, or its commission, is that of the place of the activity."""
DE_LA_SANTE = (
    Sujet.DOSSIER_MALADIE,
    Sujet.REMBOURSEMENT_SOINS,
    Sujet.INDEMNITES_JOURNALIERES,
    Sujet.CMU_C_ACS,
    Sujet.C2S,
    Sujet.ACTION_SOCIALE,
    Sujet.MEDIATION,
)
NOMS = {
    Organisme.CRAMIF: "Caisse régionale d'assurance maladie d'Île-de-France (Cramif)",
    Organisme.CNBF: "Caisse nationale des barreaux français (CNBF)",
    Organisme.CAISSE_NATIONALE_DELEGUEE: (
        "Caisse nationale déléguée pour la sécurité sociale des travailleurs indépendants"
    ),
    Organisme.MSA: "Mutualité sociale agricole (MSA)",
    Organisme.CFE: "Caisse des Français de l'étranger (CFE)",
    Organisme.GUICHET_UNIQUE: "Guichet unique des formalités des entreprises",
    Organisme.AGIRC_ARRCO: "Agirc-Arrco",
    Organisme.IRCEC: "Ircec",
    Organisme.ENIM: "Établissement national des invalides de la marine (Enim)",
}
CENTRES = {
    CentreFormalites.CCI: "de la chambre de commerce et d'industrie (CCI)",
    CentreFormalites.CMA: "de la chambre de métiers et de l'artisanat (CMA)",
    CentreFormalites.URSSAF: "de l'Urssaf",
    CentreFormalites.GREFFE: "du greffe du tribunal de commerce",
    CentreFormalites.CHAMBRE_AGRICULTURE: "de la chambre d'agriculture",
}


@dataclass(slots=True)
class Fiche:
    """A body as the directory knows it: one, or the possible ones."""

    nom: str | None = None
    code: str | None = None
    candidats: list[dict[str, str | None]] = field(default_factory=list)
    precision: str = ""
    incertitudes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Ou:
    """Where a person lives and works, and what else tells bodies apart."""

    residence: Lieu | None
    activite: Lieu | None
    hors_de_france: bool
    section: CategorieLiberale
    regime: Regime
    statut: Statut | None
    conventionne: str | None

    @property
    def personnel(self) -> Lieu | None:
        """Place on which health and pension depend."""
        return self.activite if self.hors_de_france else self.residence


def fiche(element: Element, ou: Ou, jour: date) -> Fiche:
    """Return the body that answers for a subject."""
    if element.organisme is Organisme.AUCUN:
        return Fiche()
    return _chercher(element, element.organisme, ou, jour)


def fiche_du_concours(element: Element, ou: Ou, jour: date) -> Fiche:
    """Return the body that acts for the one that answers: an agency, or the collector of the place of the activity."""
    concours = element.concours or Organisme.AUCUN
    encaisse = concours not in (Organisme.AGENCE_SSI, Organisme.CAISSE_RSI)
    sujet = Sujet.COTISATIONS if encaisse else element.sujet
    return fiche(replace(element, sujet=sujet, organisme=concours, concours=None), ou, jour)


def _chercher(element: Element, organisme: Organisme, ou: Ou, jour: date) -> Fiche:
    sujet = element.sujet
    if organisme in NOMS:
        return Fiche(NOMS[organisme])
    if sujet is Sujet.C3S:
        return _de_la_c3s(organisme, jour)
    match organisme:
        case Organisme.AGENCE_SSI | Organisme.CAISSE_RSI:
            return _agence(element, organisme, ou)
        case Organisme.ORGANISME_CONVENTIONNE:
            return _organisme_conventionne(ou)
        case Organisme.SECTION_CNAVPL:
            return _section(ou)
        case Organisme.CPSTI:
            return _selon(ou.personnel, _instance_cpsti)
        case Organisme.CENTRE_DE_FORMALITES:
            centre = CENTRES.get(element.centre, "de la chambre ou du greffe compétent")
            return Fiche(f"Centre de formalités des entreprises {centre}")
        case Organisme.COMMISSION_RECOURS_AMIABLE:
            return _commission(element, ou, jour)
        case Organisme.CARSAT | Organisme.CNAV:
            return _selon(ou.personnel, lambda lieu: _une(carsat(lieu)))
        case Organisme.URSSAF if ou.regime is Regime.ARTISTES_AUTEURS:
            return _une(urssaf_des_artistes(jour))
    if organisme is Organisme.URSSAF or sujet in DU_LIEU_DE_L_ACTIVITE:
        return _selon(ou.activite, lambda lieu: _recouvrement(lieu, jour))
    if sujet in (Sujet.RETRAITE_BASE, Sujet.RETRAITE_COMPLEMENTAIRE):
        return _selon(ou.personnel, lambda lieu: _une(carsat(lieu)))
    return _selon(ou.personnel, _maladie)


def _selon(lieu: Lieu | None, chercher: Callable[[Lieu], Fiche]) -> Fiche:
    if lieu is None:
        return Fiche(precision="Le département n'est pas connu : personne.commune ou personne.departement le dirait.")
    try:
        return chercher(lieu)
    except SansOrganisme as absence:
        return Fiche(precision=f"{absence}.", incertitudes=list(absence.marque.incertitudes))


def _une(organisme: Any) -> Fiche:
    code = getattr(organisme, "code", None) or None
    return Fiche(organisme.nom, code, incertitudes=_dites(organisme.nom, organisme.marque))


def _dites(nom: str, marque: Marque) -> list[str]:
    return [f"annuaire, {nom} : {texte}" for texte in marque.incertitudes]


def _maladie(lieu: Lieu) -> Fiche:
    choix = cpam(lieu)
    if choix.unique:
        caisse = choix.unique
        nom = _avec_son_site(caisse)
        suite = "" if len(_voisines(lieu)) == 1 else f"{choix.motif[0].upper()}{choix.motif[1:]}."
        return Fiche(nom, caisse.code or None, precision=suite, incertitudes=_dites(nom, choix.marque))
    candidats: list[dict[str, str | None]] = [
        {"nom": _avec_son_site(c), "code": c.code or None} for c in choix.candidats
    ]
    return Fiche(
        candidats=candidats,
        precision=f"Plusieurs caisses possibles ; {choix.motif}{_ou_le_dire(lieu)}.",
        incertitudes=[f"annuaire, CPAM : {choix.motif}", *_dites("CPAM", choix.marque)],
    )


def _ou_le_dire(lieu: Lieu) -> str:
    return " : personne.commune le dirait" if isinstance(lieu, Departement) else ""


def _avec_son_site(caisse: Cpam) -> str:
    return f"{caisse.nom}, {caisse.site}" if caisse.site else caisse.nom


def _voisines(lieu: Lieu) -> tuple[object, ...]:
    return cpam(departement_de(lieu)).candidats


def _recouvrement(lieu: Lieu, jour: date) -> Fiche:
    try:
        return _une(urssaf(lieu, jour))
    except SansOrganisme:
        return _maladie(lieu)  # Mayotte until 2018: the fund of the territory collected


def _agence(element: Element, organisme: Organisme, ou: Ou) -> Fiche:
    chercher = caisse_rsi if organisme is Organisme.CAISSE_RSI else agence_ssi
    sante = element.sujet in DE_LA_SANTE
    competente = element.competente if sante else CaisseCompetente.TERRITORIALE
    lieu = ou.personnel or ou.activite

    def trouver(ici: Lieu) -> Fiche:
        if competente is CaisseCompetente.INCERTAINE:
            deux = [chercher(ici), chercher(ici, liberale=True)]
            motif = "l'agence du territoire ou celle des professions libérales : laquelle n'est pas établi"
            candidats: list[dict[str, str | None]] = [{"nom": a.nom, "code": a.code} for a in deux]
            return Fiche(candidats=candidats, precision=f"C'est {motif}.", incertitudes=[f"annuaire : {motif}"])
        return _une(chercher(ici, liberale=competente is CaisseCompetente.LIBERALE))

    return _selon(lieu, trouver)


def _organisme_conventionne(ou: Ou) -> Fiche:
    if ou.conventionne:
        return Fiche(ou.conventionne)
    return Fiche(
        candidats=[{"nom": o.nom, "code": None} for o in organismes_conventionnes()],
        precision=(
            "Son nom n'est pas indiqué (personne.organisme_conventionne) ; l'annuaire en connaît la moitié environ."
        ),
    )


def _section(ou: Ou) -> Fiche:
    try:
        trouvee = section(slug(ou.section))
    except RepereInconnu:
        return Fiche(precision="La section dépend de la profession, qui n'est pas indiquée.")
    nom = f"{trouvee.nom} ({trouvee.code})"
    return Fiche(nom, trouvee.code, incertitudes=_dites(trouvee.code, trouvee.marque))


def _instance_cpsti(lieu: Lieu) -> Fiche:
    ou = departement_de(lieu)
    if ou.code == "974":
        nom = "instance de La Réunion"
    elif ou.type == "metropole":
        nom = f"instance régionale : {ou.nom_region}"
    else:
        nom = "instance unique de Guadeloupe, Guyane, Martinique, Saint-Barthélemy et Saint-Martin"
    return Fiche(f"Conseil de la protection sociale des travailleurs indépendants (CPSTI), {nom}")


def _commission(element: Element, ou: Ou, jour: date) -> Fiche:
    if element.concours in (None, Organisme.AUCUN):
        return Fiche("Commission de recours amiable de la caisse qui a pris la décision")
    assert element.concours is not None
    de = fiche_du_concours(element, ou, jour)
    de.nom = f"Commission de recours amiable : {de.nom}" if de.nom else None
    return de


def _de_la_c3s(organisme: Organisme, jour: date) -> Fiche:
    if organisme is Organisme.CAISSE_RSI:
        return Fiche("Caisse nationale du RSI")
    return _une(urssaf_de_la_c3s(jour))


@lru_cache(1024)
def contacter(organisme: Organisme, section_: CategorieLiberale, jour: date, *, micro: bool) -> str | None:
    """Return the sites and numbers of a kind of body known on a day, each with the date of its source."""
    connus = [c for c in contacts() if slug(organisme) in c.genres and couvre(c.du, c.au, jour)]
    retenus = [c for c in connus if _concerne(c, organisme, section_, micro=micro)]
    sites = sorted(retenus, key=lambda c: not re.match(r"[a-z]", c.numero))
    textes = [f"{c.numero} ({c.sujet} ; {_age(c)}{_reserves(c.marque)})" for c in sites]
    return " ; ".join([*_site_de_la_caisse(organisme, section_), *textes]) or None


def _site_de_la_caisse(organisme: Organisme, section_: CategorieLiberale) -> list[str]:
    """Return the site of a section, or of the CNBF."""
    codes = {Organisme.SECTION_CNAVPL: slug(section_).upper(), Organisme.CNBF: "CNBF"}
    trouvee = sections().get(codes.get(organisme, ""))
    return [f"{trouvee.site} (site{_reserves(trouvee.marque_contact, 'site')})"] if trouvee else []


def _reserves(marque: Marque, objet: str = "") -> str:
    """Return what of a contact is to be confirmed, or of one of its parts."""
    dites = [texte for texte in marque.incertitudes if texte.startswith(objet)]
    return f" ; à confirmer : {', '.join(dites)}" if dites else ""


def _concerne(trouve: Contact, organisme: Organisme, section_: CategorieLiberale, *, micro: bool) -> bool:
    if organisme is Organisme.SECTION_CNAVPL:
        return trouve.organisme.lower() == slug(section_)
    return trouve.public not in ("PAMC", "TI non micro" if micro else "micro-entrepreneurs")


def _age(trouve: Contact) -> str:
    jours = [_iso(lu) for lu in _JOUR.findall(trouve.source)]
    if jours:
        return f"source du {max(jours)}"
    return "source non datée" + (f", connu depuis le {trouve.du}" if trouve.du else "")


def _iso(texte: str) -> str:
    return texte if "-" in texte else "-".join(reversed(texte.split("/")))


def departement_ou_none(code: str | None) -> Departement | None:
    """Return a département of its code, None without one."""
    return None if code is None else departement(code)
