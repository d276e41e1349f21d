"""The same activity as a micro-business and as an individual business: what is paid, what is left, where they cross."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from egide.droit.commun.categories import NatureMontant
from egide.droit.commun.enumerations import Statut, slug
from egide.moteur.ecriture import ecrire
from egide.moteur.erreurs import SansSolution
from egide.moteur.evaluation import Evaluation
from egide.moteur.faits import Cle, Nombre
from egide.moteur.inversion import inverser
from egide.services.comparaison import Comparaison, Ecart
from egide.services.dossier_annuel import DossierAnnuel
from egide.services.loi import PREMIERE_ANNEE, loi
from egide.services.micro import cotisations_micro
from egide.services.micro_dossier import DossierMicro, exercee
from egide.services.reponse import Reponse
from egide.services.revenu import completer_revenu
from egide.situation import Situation

TOTAL = "total_cotisations_et_contributions"
COMPAREES = {
    "contributions": ("Cotisations et contributions", "€"),
    "revenu_net": ("Revenu net, avant l'impôt sur le revenu", "€"),
    "trimestres_annee": ("Trimestres de retraite", "trimestres"),
    "points_retraite_complementaire": ("Points de retraite complémentaire", "points"),
    "assiette_indemnites_journalieres": ("Base des indemnités journalières", "€"),
}
"""What is compared, how it is called, and its unit."""
ORDINAIRES = tuple(nom for nom in COMPAREES if nom != "contributions")
POINTS_DU_RELEVE = 80
"""Turnovers tried before a crossing is looked for between two of them."""


@dataclass(frozen=True, slots=True)
class AnneeComparee:
    """One year under both statuses; a value is absent where it does not apply."""

    annee: int
    chiffre_affaires: float
    charges: float
    micro: dict[str, float]
    autre: dict[str, float]


@dataclass(frozen=True, slots=True)
class ComparaisonStatuts(Comparaison):
    """Two statuses for one activity.

    Attributes:
        statut: the one that the micro-business is compared with.
        annees: each year whose turnover is known, the one asked for last.
        croisements: turnovers at which what is left is the same under both, expenses unchanged.
        plafond: the highest turnover looked at: the ceiling of the scheme.
        avantage: which status leaves more, on either side of the crossings.
    """

    statut: Statut
    annees: tuple[AnneeComparee, ...]
    croisements: tuple[float, ...]
    plafond: float
    avantage: str
    notes: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        document = Comparaison.to_dict(self)
        derniere = self.annees[-1]
        document["gauche"]["valeurs"], document["droite"]["valeurs"] = derniere.micro, derniere.autre
        document["annees"] = [
            {
                "annee": a.annee,
                "chiffre_affaires": a.chiffre_affaires,
                "charges": a.charges,
                "micro_entrepreneur": a.micro,
                slug(self.statut): a.autre,
            }
            for a in self.annees
        ]
        document["croisements"] = [{"chiffre_affaires": c, "charges": derniere.charges} for c in self.croisements]
        document["avantage"] = self.avantage
        document["hypotheses"] = list(self.notes)
        return document


def comparer_statuts(dossier: DossierMicro, statut: Statut = Statut.ENTREPRISE_INDIVIDUELLE) -> ComparaisonStatuts:
    """Compare a micro-business with the same activity on its income, year by year.

    Raises:
        HorsChamp: the contributions under the other status are not computed for this activity.
    """
    annees = [a for a in range(PREMIERE_ANNEE, dossier.annee) if _connue(dossier.situation, a)]
    comparees = (*(_comparer(dossier.de_l_annee(a), statut) for a in annees), _comparer(dossier, statut))
    derniere = comparees[-1]
    micro = cotisations_micro(dossier)
    plafond = float(micro.valeurs["plafond_chiffre_affaires"])
    ecart = _ecart_du_net(dossier, statut, derniere.charges)
    croisements = _croisements(ecart, derniere.charges, plafond)
    _, autre = _ordinaire(dossier, statut, derniere.chiffre_affaires, derniere.charges)
    return ComparaisonStatuts(
        micro,
        autre,
        (f"micro_entrepreneur {dossier.annee}", f"{slug(statut)} {dossier.annee}"),
        tuple(
            Ecart(nom, titre, derniere.micro.get(nom), derniere.autre.get(nom), ())
            for nom, (titre, _) in COMPAREES.items()
        ),
        statut,
        comparees,
        croisements,
        plafond,
        _avantage(ecart, croisements, derniere.charges, plafond),
        tuple(_notes(dossier, comparees)),
    )


def _connue(situation: Situation, annee: int) -> bool:
    return any(
        a.statut is Statut.MICRO_ENTREPRENEUR
        and exercee(a, annee)
        and (any(int(p[:4]) == annee for p in a.recettes) or _chiffre_affaires(a, annee) is not None)
        for a in situation.activites
    )


def _chiffre_affaires(activite: Any, annee: int) -> float | None:
    exercice = activite.exercices.get(annee)
    return None if exercice is None else exercice.chiffre_affaires


def _charges(dossier: DossierMicro) -> float:
    exercices = [dossier.situation.activites[r].exercices.get(dossier.annee) for r in dossier.recettes]
    return sum(e.charges for e in exercices if e is not None and e.charges is not None)


def _comparer(dossier: DossierMicro, statut: Statut) -> AnneeComparee:
    micro = cotisations_micro(dossier).valeurs
    recettes, charges = float(micro["chiffre_affaires_total"]), _charges(dossier)
    # The tax of the versement libératoire is no contribution: the other status pays its own apart.
    sociales = float(micro["total_a_payer"]) - float(micro["versement_liberatoire"])
    gauche = {"contributions": sociales} | {nom: micro[nom] for nom in ORDINAIRES if nom in micro}
    evaluation, _ = _ordinaire(dossier, statut, recettes, charges)
    droite = {"contributions": float(evaluation[TOTAL])}
    droite |= {nom: _simple(evaluation[nom]) for nom in ORDINAIRES if nom in evaluation}
    return AnneeComparee(dossier.annee, recettes, charges, gauche, droite)


def _simple(valeur: Any) -> float:
    return float(f"{float(valeur):.12g}")


def _ordinaire(dossier: DossierMicro, statut: Statut, recettes: float, charges: float) -> tuple[Evaluation, Reponse]:
    """Evaluate the same activity under the other status, on its turnover and its expenses."""
    autre = _dossier_ordinaire(dossier, statut)
    autre.donnees |= {
        ("chiffre_affaires", 0, dossier.annee): recettes,
        ("charges", 0, dossier.annee): charges,
    }
    completer_revenu(autre)
    evaluation = autre.evaluer((TOTAL, *ORDINAIRES))
    autre.exiger(evaluation, TOTAL)
    reponse = Reponse("comparer", dossier.annee, "definitives", verifie_le=dossier.au)
    reponse.retenir(evaluation, autre.donnees, (TOTAL,), TOTAL)
    return evaluation, reponse


def _dossier_ordinaire(dossier: DossierMicro, statut: Statut) -> DossierAnnuel:
    rang = dossier.parts[0].rang
    activite = dossier.situation.activites[rang].model_copy(update={"statut": statut, "recettes": {}, "exercices": {}})
    seule = dossier.situation.model_copy(update={"activites": (activite,)})
    return DossierAnnuel.de(loi(), seule, dossier.annee, NatureMontant.DEFINITIVES, extrapoler=dossier.extrapoler)


def _ecart_du_net(dossier: DossierMicro, statut: Statut, charges: float) -> Callable[[float], float]:
    """Return what the micro-business leaves more than the other status, for a turnover and the same expenses."""
    base = _dossier_ordinaire(dossier, statut)
    annee = dossier.annee

    def ecart(recettes: float) -> float:
        micro = dossier.avec_chiffre_affaires(recettes).evaluer(("revenu_net",))
        faits: dict[Cle, Nombre] = {("chiffre_affaires", 0, annee): recettes, ("charges", 0, annee): charges}
        autre = replace(base, donnees={**base.donnees, **faits}, notes=[], lus=set())
        completer_revenu(autre)
        return float(micro["revenu_net"]) - float(autre.evaluer(("revenu_net",))["revenu_net"])

    return ecart


def _croisements(ecart: Callable[[float], float], charges: float, plafond: float) -> tuple[float, ...]:
    try:
        solutions = inverser(ecart, 0.0, minimum=charges, maximum=plafond, points=POINTS_DU_RELEVE)
    except SansSolution:
        return ()
    return tuple(s.de for s in solutions)


def _avantage(ecart: Callable[[float], float], croisements: tuple[float, ...], charges: float, plafond: float) -> str:
    """Say which status leaves more, on either side of the crossings."""
    bornes = [charges, *croisements, plafond]
    phrases = []
    for bas, haut in pairwise(bornes):
        if haut - bas > 1:
            milieu = ecart(round((bas + haut) / 2, 2))
            qui = "la micro-entreprise" if milieu > 0 else "l'entreprise individuelle"
            phrases.append(f"de {ecrire(round(bas), '€')} à {ecrire(round(haut), '€')}, {qui} laisse davantage")
    return " ; ".join(phrases)


def _notes(dossier: DossierMicro, comparees: tuple[AnneeComparee, ...]) -> list[str]:
    notes = list(dossier.notes)
    if sans := [str(a.annee) for a in comparees if not a.charges]:
        notes.append(
            f"Charges non données (exercices.AAAA.charges) en {', '.join(sans)} : supposées nulles, ce qui favorise la "
            "micro-entreprise."
        )
    if len(dossier.parts) > 1:
        notes.append("Plusieurs types de chiffre d'affaires : l'autre statut est celui de la première activité.")
    notes.append("Ni l'impôt sur le revenu, ni le versement libératoire, ni la TVA ne sont compris.")
    return notes
