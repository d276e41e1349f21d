"""What pension, from when: ages, quarters, base and complementary amounts at one date of effect."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from typing import Any

from egide.moteur.doutes import doutes
from egide.moteur.ecriture import ecrire_jour
from egide.moteur.erreurs import FaitsManquants, HorsPlage, NomInconnu
from egide.moteur.evaluation import Evaluation, evaluer
from egide.moteur.explication import Etape
from egide.moteur.explication import expliquer as expliquer_evaluation
from egide.moteur.graphe import Legislation
from egide.moteur.periode import Periode, jour, lire_jour, numero
from egide.moteur.suites import premier_du_mois_atteint
from egide.services.carriere import carriere_de, controler, projeter
from egide.services.loi import PREMIERE_ANNEE, chiffres, derniere_verification, regles_de
from egide.services.reponse import articles_de, ecrire_suppose
from egide.situation import Situation, charger
from egide.situation.donnees_retraite import Annee, donnees_retraite, revenus_fiscaux
from egide.situation.faits_retraite import FAITS_RETRAITE

AVERTISSEMENT = "Estimation : elle ne vaut pas décision de la caisse de retraite."
AGES = ("age_legal", "date_age_legal", "date_effet_au_plus_tot", "date_taux_plein", "duree_requise")
DUREES = ("trimestres_valides", "trimestres_alignes", "trimestres_cotises", "majoration_pour_age")
MONTANTS = (
    "annees_retenues",
    "salaire_annuel_moyen",
    "trimestres_manquants",
    "taux_liquidation",
    "pension_avant_surcote",
    "trimestres_de_surcote",
    "surcote_parentale",
    "surcote",
    "pension_base_brute",
    "minimum_garanti",
    "minimum_contributif",
    "majoration_enfants",
    "pension_base_totale",
    "pension_base_mensuelle",
)
POINTS = ("points_rci", "abattement_rci", "pension_rci_brute", "pension_rci_mensuelle")
LIBERALE = ("points_cnavpl", "pension_base_cnavpl")
NET = (
    "pension_mensuelle_brute",
    "taux_csg_pension",
    "csg_pension",
    "crds_pension",
    "casa_pension",
    "pension_mensuelle_nette",
)
PAR_ANNEE = (
    "trimestres_cotises_alignes",
    "trimestres_par_annee",
    "plafonds_de_la_carriere",
    "revenus_retenus",
    "coefficients_de_la_carriere",
    "revenus_revalorises",
)
DATES = ("date_age_legal", "date_effet_au_plus_tot", "date_taux_plein")


DERNIERE_ANNEE = 2100
"""Last year that a situation may name."""


@cache
def loi_retraite() -> Legislation:
    """Return the law of pensions: the rules of its chapter, every figure, its own facts."""
    return Legislation(regles_de(["retraite"]), chiffres(), FAITS_RETRAITE)


@dataclass
class ReponseRetraite:
    """The answer: the pension at a date of effect, and every step to it."""

    situation: Situation
    date_effet: date
    evaluation: Evaluation
    carriere: Mapping[int, Annee]
    donnees: Mapping[Any, Any]
    remarques: list[str]
    hypotheses: list[str]

    @property
    def ouverte(self) -> bool:
        """Whether the age is reached at the date asked."""
        return bool(self.evaluation["age_atteint"])

    @cached_property
    def noms(self) -> tuple[str, ...]:
        """Names answered: amounts only for whom the age is reached, points only for whom holds some."""
        noms: tuple[str, ...] = AGES + DUREES
        if self.ouverte:
            noms += MONTANTS
            noms += POINTS if self.evaluation["points_rci"] else ()
            noms += LIBERALE if self.evaluation["points_cnavpl"] else ()
            noms += tuple(nom for nom in NET if nom in self.evaluation)
        return noms

    @cached_property
    def valeurs(self) -> dict[str, Any]:
        """Every value by its name; dates as ISO texts."""
        lues = {nom: self.evaluation[nom] for nom in self.noms}
        return {nom: jour(v).isoformat() if nom in DATES else _nombre(v) for nom, v in lues.items()}

    @cached_property
    def annees(self) -> list[dict[str, Any]]:
        """The career, year by year, with what the law makes of each."""
        suites = {nom: self.evaluation[nom] for nom in PAR_ANNEE}
        rangees: list[dict[str, Any]] = []
        for rang, annee in enumerate(self.donnees["annees_de_carriere", None, None]):
            brute = self.carriere.get(int(annee), Annee(int(annee)))
            lue = {nom: _nombre(suite[rang]) for nom, suite in suites.items()}
            rangees.append({"annee": int(annee), "revenu": brute.revenu, "origine": brute.origine, **lue})
        seuil = self._dernier_revenu_retenu(rangees)
        for rangee in rangees:
            rangee["retenue"] = seuil is not None and rangee["revenus_revalorises"] >= seuil
        return rangees

    def _dernier_revenu_retenu(self, rangees: list[dict[str, Any]]) -> float | None:
        """Return the lowest revalued income that enters the mean."""
        valeurs = sorted((r["revenus_revalorises"] for r in rangees if r["revenus_revalorises"] > 0), reverse=True)
        retenus = valeurs[: int(self.evaluation["annees_retenues"])]
        return retenus[-1] if retenus else None

    @cached_property
    def a_confirmer(self) -> list[str]:
        """What is uncertain in the answer."""
        if not self.ouverte:
            return []
        return list(dict.fromkeys(d.texte for d in doutes(self.evaluation, self.donnees, "pension_base_totale")))

    def expliquer(self, nom: str) -> Etape:
        """Explain a value of the answer, or a sequence by year, down to the facts and figures it rests on.

        Raises:
            NomInconnu: the answer has no such value.
        """
        noms = (*self.noms, *PAR_ANNEE)
        if nom not in noms:
            raise NomInconnu(nom, noms)
        return expliquer_evaluation(self.evaluation, nom)

    @cached_property
    def references(self) -> list[dict[str, Any]]:
        """The articles of each value."""
        noeuds = self.evaluation.plan.noeuds
        regles = {nom: noeuds[self.evaluation.plan.cibles[nom]].regle for nom in self.noms}
        return [{"nom": nom, "articles": list(articles_de(r))} for nom, r in regles.items() if r and r.references]

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON envelope."""
        return {
            "question": "retraite",
            "date": self.date_effet.isoformat(),
            "valeurs": self.valeurs,
            "carriere": self.annees,
            "activites": [],
            "remarques": self.remarques,
            "hypotheses": self.hypotheses,
            "a_confirmer": self.a_confirmer,
            "references": self.references,
            "droit_au": self.date_effet.isoformat(),
            "verifie_le": derniere_verification().isoformat(),
            "avertissement": AVERTISSEMENT,
        }


def retraite(situation: Situation | Mapping[str, Any] | str, *, date: date | str | None = None) -> ReponseRetraite:
    """Return the pension of a person at a date of effect.

    Args:
        situation: a `Situation`, its document as a dict, or the path of its file.
        date: the date of effect; the earliest possible one still to come by default.

    Raises:
        SituationInvalide: the document has faults.
        HorsPlage: the day is before the range covered.
        FaitsManquants: the date of birth or the career is missing.
    """
    lue = charger(situation)
    carriere, hypotheses = carriere_de(lue)
    exiger(lue, carriere)
    effet = _date_demandee(date) or date_par_defaut(lue)
    if effet.day != 1:
        effet = jour(premier_du_mois_atteint(numero(effet)))
        hypotheses.append(f"Une pension prend effet le premier jour d'un mois : date retenue, le {ecrire_jour(effet)}.")
    return calculer(lue, carriere, effet, hypotheses)


def calculer(
    situation: Situation, carriere: Mapping[int, Annee], effet: date, hypotheses: list[str]
) -> ReponseRetraite:
    """Return the answer for a career and a date of effect."""
    projetee, projections = projeter(carriere, effet)
    fiscaux = revenus_fiscaux(situation, effet.year)
    donnees = donnees_retraite(situation, projetee) | fiscaux | {("date_effet", None, None): numero(effet)}
    plan = loi_retraite().plan(
        (*AGES, *DUREES, *MONTANTS, *POINTS, *LIBERALE, *PAR_ANNEE, "age_atteint", *(NET if fiscaux else ())),
        {},
        Periode(effet, effet),
        donnes=donnees.keys(),
        extrapoler=True,
    )
    evaluation = evaluer(plan, donnees)
    suppositions = [*situation.lieux, *hypotheses, *projections, *_suppositions(evaluation, effet)]
    return ReponseRetraite(
        situation, effet, evaluation, projetee, donnees, controler(situation, projetee, effet), suppositions
    )


def exiger(situation: Situation, carriere: Mapping[int, Annee]) -> None:
    """Refuse a situation without a date of birth or without a career."""
    if situation.personne.date_naissance is None:
        manque = "personne.date_naissance : la date de naissance décide de l'âge légal ; attendu : une date AAAA-MM-JJ."
        raise FaitsManquants(manque, ("date_naissance",))
    if not carriere:
        manque = "carriere : aucune année n'est donnée ; attendu : les lignes du relevé de carrière."
        raise FaitsManquants(manque, ("carriere",))


def date_par_defaut(situation: Situation) -> date:
    """Return the earliest date of effect still to come."""
    naissance = situation.personne.date_naissance
    demain = numero(derniere_verification() + timedelta(days=1))
    a_venir = jour(premier_du_mois_atteint(demain))
    donnees = donnees_retraite(situation, {}) | {("date_effet", None, None): numero(a_venir)}
    assert naissance is not None
    plan = loi_retraite().plan(
        ("date_effet_au_plus_tot",), {}, Periode(a_venir, a_venir), donnes=donnees.keys(), extrapoler=True
    )
    return max(a_venir, jour(evaluer(plan, donnees)["date_effet_au_plus_tot"]))


def _suppositions(evaluation: Evaluation, effet: date) -> list[str]:
    """Say which facts were not given and what was carried on."""
    lus = [ecrire_suppose(fait) for fait in evaluation.supposes.values()]
    if effet > derniere_verification():
        lus.append(
            f"La loi et ses montants sont supposés inchangés après le {ecrire_jour(derniere_verification())} : "
            "plafonds, coefficients et valeurs de points à venir ne sont pas connus."
        )
    return lus


def _date_demandee(demande: date | str | None) -> date | None:
    if demande is None:
        return None
    try:
        lue = lire_jour(demande)
    except ValueError as erreur:
        raise HorsPlage(f"date : {erreur}") from None
    if not PREMIERE_ANNEE <= lue.year <= DERNIERE_ANNEE:
        raise HorsPlage(
            f"date : le {lue} n'est pas couvert ; attendu : une date d'effet de {PREMIERE_ANNEE} à {DERNIERE_ANNEE}."
        )
    return lue


def _nombre(valeur: Any) -> float:
    lue = round(float(valeur), 6)
    return int(lue) if lue == int(lue) else lue
