"""Who insures a person, on what ground, since when, and what changes next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from egide.droit.commun.categories import Fondement
from egide.droit.commun.enumerations import CategorieLiberale, Regime, RegimeDeBranche, TitreAssurance, slug
from egide.moteur.doutes import doutes
from egide.moteur.ecriture import ecrire
from egide.moteur.erreurs import ErreurEgide, HorsPlage
from egide.moteur.mecanismes import JAMAIS
from egide.moteur.periode import jour, lire_jour, numero
from egide.moteur.regle import Regle
from egide.services.chronologie import Tranche, chronologie
from egide.services.dossier_affiliation import BRANCHES, ESSENTIELLES, Decision, DossierAffiliation
from egide.services.exclusions import refuser_les_exclusions
from egide.services.loi import derniere_verification, loi, premier_jour_couvert
from egide.services.reponse import articles_de, ecrire_suppose
from egide.situation import Situation, charger

AVERTISSEMENT = "Cette réponse dit le droit ; elle ne vaut pas décision d'une caisse."
NON_ESSAYES = {
    "profession_particuliere",
    "parts_connues",
    "recettes_connues",
    "radiation_precedente",
    "collectivite",
    "option_occasionnelle",
    "autre_activite",
    "debut_anterieur",
    "micro_anterieur",
    "salarie_en_france",
    "salarie_dans_l_union",
    "independant_en_france",
    "independant_dans_l_union",
    # Another State or territory would change every answer: it is not told to those who gave no hint of one.
    "territoire",
    "lieu_d_exercice",
    "certificat_du",
    "certificat_au",
    "certificat_etranger",
}
"""Facts read from others: they are not given by themselves."""


@dataclass(frozen=True)
class Changement:
    """What changes, on which day, and the articles that say so."""

    date: date
    quoi: str
    articles: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        return {"date": self.date.isoformat(), "quoi": self.quoi, "articles": list(self.articles)}


@dataclass
class ReponseAffiliation:
    """The answer: what the law says of each activity on a day, and the timeline of the person."""

    dossier: DossierAffiliation
    date: date
    decisions: tuple[Decision, ...]
    notes: list[str] = field(default_factory=list)

    @cached_property
    def chronologie(self) -> list[Tranche]:
        """Periods from the first start to the known future."""
        return chronologie(self.dossier)

    @cached_property
    def activites(self) -> list[dict[str, Any]]:
        """What is answered for each activity."""
        return [self._activite(d) for d in self.decisions]

    def _activite(self, decision: Decision) -> dict[str, Any]:
        evaluation = decision.evaluation
        recevable = evaluation["cas_de_volontaire"] != Fondement.AUCUN and "recevable" in evaluation
        references = [*decision.motifs, decision.regle("assure_a_titre")]
        if decision.effet:
            references.append(decision.regle("effet"))
        return {
            "activite": decision.rang,
            "regime": slug(Regime(decision.regime)),
            "section": slug(CategorieLiberale(decision.section)) if decision.section else None,
            "assure_a_titre": slug(TitreAssurance(decision.titre)),
            "effet": decision.effet.isoformat() if decision.effet else None,
            "fin": _jour_ou_none(int(evaluation["dernier_jour_d_affiliation"])),
            "fondement": slug(decision.fondement),
            "branches": self._branches(decision),
            "articles": list(articles_de(*references)),
            "motif": [_sur_une_ligne(m.explication) for m in decision.motifs],
            **({"recevable": bool(evaluation["recevable"])} if recevable else {}),
            "avant": self._avant(decision),
            "changements": [c.to_dict() for c in self.changements(decision)],
            "a_declarer": list(self._a_declarer(decision)),
            "s_adresser_a": [_dite(r) for r in vraies(decision.suit or decision, "contact_")],
            "remarques": [_dite(r) for r in vraies(decision, "remarque_")],
        }

    def _avant(self, decision: Decision) -> dict[str, Any] | None:
        """Return what held before for an activity, None where nothing did."""
        tranches = [t for t in self.chronologie if t.du <= self.date]
        while tranches and tranches[-1].decisions[decision.rang].identite == decision.identite:
            suivante = tranches.pop()
        if not tranches or tranches[-1].decisions[decision.rang].fondement is Fondement.PAS_COMMENCEE:
            return None
        veille = suivante.du - timedelta(days=1)
        return {"jusqu_au": veille.isoformat(), **_resume(tranches[-1].decisions[decision.rang])}

    @cached_property
    def sante(self) -> dict[str, Any]:
        """Which activity carries the health file, and in which scheme."""
        principale = min(self.decisions, key=lambda d: (int(d.evaluation["rang_de_rattachement"]), -_jour_de_debut(d)))
        regle = principale.regle("rang_de_rattachement")
        retraite = self.dossier.situation.personne.retraite
        reste = retraite.depuis is not None and retraite.depuis <= self.date
        return {
            "activite": principale.rang,
            "regime": self._branches(principale)["maladie"],
            "motif": _sur_une_ligne(regle.explication),
            "articles": list(articles_de(regle)),
            "au_choix": slug(retraite.regime) if reste and retraite.regime is not None else None,
        }

    def _branches(self, decision: Decision) -> dict[str, str]:
        lue = (decision.suit or decision).evaluation
        sante, invalidite, famille = (slug(RegimeDeBranche(int(lue[nom]))) for nom in BRANCHES)
        # Maintained rights feed no pension.
        retraite = "aucun" if decision.titre == TitreAssurance.MAINTIEN_DE_DROITS else slug(Regime(decision.regime))
        return {"maladie": sante, "retraite": retraite, "invalidite_deces": invalidite, "famille": famille}

    def changements(self, decision: Decision) -> list[Changement]:
        """Return what changes for an activity after the day asked, soonest first."""
        prevus = {
            (jour, _titre(regle)): articles_de(regle)
            for jour, regle in decision.jours("evenement_")
            if jour > self.date
        }
        connus = {jour for jour, _ in prevus}
        courante = decision
        for tranche in (t for t in self.chronologie if t.du > self.date):
            suivante = tranche.decisions[decision.rang]
            if suivante.identite[:4] != courante.identite[:4]:
                for jour, regle in suivante.jours("evenement_"):
                    if jour > tranche.du:
                        prevus.setdefault((jour, _titre(regle)), articles_de(regle))
                if tranche.du not in connus:
                    prevus[tranche.du, _titre(suivante.motifs[0])] = articles_de(*suivante.motifs)
            courante = suivante
        return [Changement(jour, quoi, articles) for (jour, quoi), articles in sorted(prevus.items())]

    def _a_declarer(self, decision: Decision) -> Iterator[dict[str, Any]]:
        """Yield what is to be declared and by when; what had to be before the day asked is left out."""
        delai = loi().parametres["delai_de_declaration"].au(self.date, extrapoler=True)
        assert delai is not None
        for nom in decision.evaluation.plan.cibles:
            if not nom.startswith("declaration_"):
                continue
            regle, lu = decision.regle(nom), int(decision.evaluation[nom])
            if regle.unite == "date" and (lu >= JAMAIS or lu < numero(self.date)):
                continue
            yield {
                "quoi": regle.titre,
                "delai_jours": int(delai.flottant) if "delai_de_declaration" in regle.arguments else None,
                "avant_le": ecrire(lu, "date") if regle.unite == "date" else None,
                "articles": list(articles_de(regle)),
            }

    @cached_property
    def a_confirmer(self) -> list[str]:
        """What is uncertain in the answer."""
        lus = []
        for decision in self.decisions:
            faits = self.dossier.faits_de(decision.rang, self.date)
            lus += [m.a_confirmer for m in decision.motifs if m.a_confirmer]
            lus += [d.texte for d in doutes(decision.evaluation, faits, "regime")]
        if self.date > derniere_verification():
            lus.append(f"Droit vérifié jusqu'au {derniere_verification():%d/%m/%Y}, et supposé inchangé depuis.")
        return list(dict.fromkeys(lus))

    @cached_property
    def hypotheses(self) -> list[str]:
        """The facts not given that would change the answer, with what another value of each would give."""
        return [*self.notes, *dict.fromkeys(t for d in self.decisions for t in self._influences(d))]

    def _influences(self, decision: Decision) -> Iterator[str]:
        faits = self.dossier.faits_de(decision.rang, self.date)
        seule = self.dossier.decider(decision.rang, faits, self.date, ESSENTIELLES)
        for cle, fait in list(decision.evaluation.supposes.items()):
            if fait.par_annee or fait.nom in NON_ESSAYES:
                continue
            for essai in fait.essais:
                autre = self._essayer(decision.rang, {**faits, cle: essai})
                if autre and autre.identite[1:] != seule.identite[1:]:
                    ecrit = ecrire(essai, fait.unite_ecrite, fait.enumeration)
                    yield f"{ecrire_suppose(fait)} (« {ecrit} » donnerait : {resumer(autre)})"
                    break

    def _essayer(self, rang: int, faits: Mapping[Any, Any]) -> Decision | None:
        try:
            return self.dossier.decider(rang, faits, self.date, ESSENTIELLES)
        except ErreurEgide:
            return None

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON envelope."""
        references = {f"activites.{a['activite']}": a["articles"] for a in self.activites}
        return {
            "question": "affiliation",
            "date": self.date.isoformat(),
            "valeurs": {"activites": self.activites, "sante": self.sante},
            "chronologie": [_tranche(t) for t in self.chronologie],
            "activites": self.activites,
            "hypotheses": self.hypotheses,
            "a_confirmer": self.a_confirmer,
            "references": [{"nom": nom, "articles": articles} for nom, articles in references.items()],
            "droit_au": self.date.isoformat(),
            "verifie_le": derniere_verification().isoformat(),
            "avertissement": AVERTISSEMENT,
        }


def affiliation(
    situation: Situation | Mapping[str, Any] | str, *, date: date | str | None = None, extrapoler: bool = False
) -> ReponseAffiliation:
    """Return who insures a person on a day, activity by activity, and since when.

    Args:
        situation: a `Situation`, its document as a dict, or the path of its file.
        date: the day, or its ISO text; the last one verified by default.
        extrapoler: answer beyond the known law, carried over; the answer says so.

    Raises:
        SituationInvalide: the document has faults, or activities that exclude one another.
        HorsPlage: the day is outside the range covered.
        FaitsManquants: a fact is needed; the message says where to write it.
    """
    jour = jour_demande(date, extrapoler=extrapoler)
    lue = charger(situation)
    refuser_les_exclusions(lue)
    dossier = DossierAffiliation(loi(), lue, derniere_verification())
    dossier.notes[:0] = lue.lieux
    return ReponseAffiliation(dossier, jour, dossier.completes(jour), dossier.notes)


def jour_demande(demande: date | str | None, *, extrapoler: bool = False) -> date:
    """Return the day asked, checked: from the day before the reform to the end of the last year verified."""
    if demande is None:
        return derniere_verification()
    try:
        jour = lire_jour(demande)
    except ValueError as erreur:
        raise HorsPlage(f"date : {erreur}") from None
    ouverture = premier_jour_couvert()
    fin = derniere_verification().replace(month=12, day=31)
    if jour < ouverture or (jour > fin and not extrapoler):
        au_dela = " Une extrapolation doit être demandée (--extrapoler)." if jour > fin else ""
        raise HorsPlage(
            f"date : {jour} n'est pas couverte ; attendu : un jour du {ouverture} au {fin} "
            f"(droit vérifié jusqu'au {derniere_verification()}).{au_dela}"
        )
    return jour


def vraies(decision: Decision, prefixe: str) -> list[Regle]:
    """Return the rules of a prefix that hold for an activity: each says something by its docstring."""
    evaluation = decision.evaluation
    return [decision.regle(n) for n in evaluation.plan.cibles if n.startswith(prefixe) and evaluation[n]]


def _dite(regle: Regle) -> dict[str, Any]:
    return {"quoi": _sur_une_ligne(regle.explication), "articles": list(articles_de(regle))}


def _jour_ou_none(lu: int) -> str | None:
    return jour(lu).isoformat() if numero(date.min) < lu < JAMAIS else None


def _jour_de_debut(decision: Decision) -> int:
    return numero(decision.effet) if decision.effet else 0


def resumer(decision: Decision) -> str:
    """Say in a few words where an activity is affiliated."""
    section = f", section {slug(CategorieLiberale(decision.section))}" if decision.section else ""
    titre = slug(TitreAssurance(decision.titre)).replace("_", " ")
    depuis = f" depuis le {decision.effet}" if decision.effet else ""
    return f"{slug(Regime(decision.regime))}{section}, à titre {titre}{depuis}"


def _tranche(tranche: Tranche) -> dict[str, Any]:
    return {
        "du": tranche.du.isoformat(),
        "au": tranche.au.isoformat() if tranche.au else None,
        "activites": [{"activite": d.rang, **_resume(d)} for d in tranche.decisions],
    }


def _resume(decision: Decision) -> dict[str, Any]:
    return {
        "regime": slug(Regime(decision.regime)),
        "section": slug(CategorieLiberale(decision.section)) if decision.section else None,
        "assure_a_titre": slug(TitreAssurance(decision.titre)),
        "effet": decision.effet.isoformat() if decision.effet else None,
        "fondement": slug(decision.fondement),
        "motif": decision.motifs[0].titre,
    }


def _titre(regle: Regle) -> str:
    return _sur_une_ligne(regle.explication.split("\n\n", 1)[0]).rstrip(".")


def _sur_une_ligne(texte: str) -> str:
    return " ".join(texte.split())
