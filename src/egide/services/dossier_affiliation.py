"""One activity on one day: its facts, the ground the law gives it, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property, lru_cache
from typing import Any

from egide.droit.commun.categories import Fondement
from egide.droit.commun.enumerations import LieuExercice, Nature, Regime, Statut, TitreAssurance
from egide.moteur.erreurs import FaitsManquants
from egide.moteur.evaluation import Evaluation, evaluer
from egide.moteur.faits import Cle, Nombre
from egide.moteur.graphe import Legislation
from egide.moteur.mecanismes import JAMAIS
from egide.moteur.periode import JOUR_MAX, Periode, jour, numero
from egide.moteur.plan import Plan
from egide.moteur.regle import Regle
from egide.services.activites_liees import (
    comptes_du_jour,
    comptes_par_annee,
    debut_anterieur,
    faits_du_cumul,
    liens_du_jour,
)
from egide.services.dossier_annuel import CHAMPS_D_ORIGINE
from egide.services.loi import premier_jour_couvert
from egide.situation import FAITS, Situation
from egide.situation.donnees_affiliation import STATUTS_DE_SALARIE, nature_de_la_profession
from egide.situation.modele_activite import Activite

ESSENTIELLES = ("regime", "section", "assure_a_titre", "effet", "fondement_liberal")
"""What is enough to tell two decisions apart."""
VALEURS = (*ESSENTIELLES, "recevable", "cas_de_volontaire")
BRANCHES = ("regime_maladie", "regime_invalidite_deces", "regime_famille")
AJOUTS = ("rang_de_rattachement", "dernier_jour_d_affiliation")
CHAPITRE = "egide.droit.affiliation"
A_ETABLIR = {
    Fondement.SOCIETE_A_ETABLIR: (
        "parts",
        "parts du capital de la personne, de son conjoint, de ses enfants mineurs et des autres gérants",
    ),
    Fondement.LOCATION_A_ETABLIR: ("exercices", "chiffre d'affaires, ou revenu imposable, de l'année"),
}
"""Where to write what the law asks for and was not given."""


def noms_en(loi: Legislation, prefixe: str) -> tuple[str, ...]:
    """Return the rules of the chapter whose name begins so, in the order of the files."""
    return tuple(n for n, v in loi.regles.items() if n.startswith(prefixe) and v[0].chapitre == CHAPITRE)


@dataclass(frozen=True)
class Decision:
    """What the law says of one activity on one day.

    Attributes:
        rang: rank of the activity in the situation.
        fondement: the ground.
        regime, section: where its pension is, several activities together.
        evaluation: every value, for the activity alone.
        motifs: the rules that say why, the ground's own first.
        suit: the main activity, when the scheme is that of another one.
        depuis: since when the scheme of several activities is that one, where it is not since the start.
    """

    rang: int
    au: date
    fondement: Fondement
    regime: int
    section: int
    evaluation: Evaluation
    motifs: tuple[Regle, ...]
    suit: Decision | None = None
    depuis: date | None = None

    @property
    def titre(self) -> int:
        return int(self.evaluation["assure_a_titre"])

    @property
    def effet(self) -> date | None:
        """First day of the affiliation; None where there is none, or where the day is not given."""
        if self.depuis is not None:
            return self.depuis
        if "effet" not in self.evaluation:
            return None
        lu = int(self.evaluation["effet"])
        return None if lu >= JAMAIS or lu <= numero(date.min) else jour(lu)

    @property
    def identite(self) -> tuple[int, int, int, int, date | None]:
        """What tells two neighbouring days apart."""
        return int(self.fondement), self.regime, self.section, self.titre, self.effet

    def regle(self, nom: str) -> Regle:
        """Return the rule that gave a value."""
        regle = self.evaluation.plan.noeuds[self.evaluation.plan.cibles[nom]].regle
        assert regle is not None
        return regle

    def jours(self, prefixe: str) -> Iterable[tuple[date, Regle]]:
        """Yield the days that the rules of that prefix give, with the rule; those that never come are left out."""
        for nom in self.evaluation.plan.cibles:
            if nom.startswith(prefixe):
                lu = int(self.evaluation[nom])
                if numero(date.min) < lu < JAMAIS:
                    yield jour(lu), self.regle(nom)


@lru_cache(maxsize=4096)
def _regles_communes(plan: Plan, autre: Plan) -> tuple[tuple[int, int], ...]:
    """Return the ranks, in a plan and in another, of the rules of both: what decides the ground is computed once."""
    connues = {(n.nom, n.rang, n.periode): rang for rang, n in enumerate(autre.noeuds) if n.regle}
    trouvees = ((rang, connues.get((n.nom, n.rang, n.periode))) for rang, n in enumerate(plan.noeuds) if n.regle)
    return tuple(
        (ici, la) for ici, la in trouvees if la is not None and plan.noeuds[ici].regle is autre.noeuds[la].regle
    )


@dataclass(frozen=True)
class _Commun:
    """What several activities have in common: the main one, the rules that say so, and since when."""

    principale: Decision
    regles: tuple[Regle, ...]
    option: date | None
    debut_du_cumul: date


class DossierAffiliation:
    """The activities of a person, and what the law says of each on any day.

    Args:
        loi: the law.
        situation: the person.
        verifie_le: last day on which the law was checked.
        cibles: what is computed of each activity to tell the timeline; the scheme and what changes by default.
    """

    def __init__(
        self, loi: Legislation, situation: Situation, verifie_le: date, cibles: tuple[str, ...] | None = None
    ) -> None:
        self.loi, self.situation, self.verifie_le = loi, situation, verifie_le
        self.notes: list[str] = []
        if not situation.activites:
            raise FaitsManquants("activites : aucune activité n'est décrite ; attendu : au moins une.", ("activites",))
        self._donnees = situation.donnees()
        for rang, activite in enumerate(situation.activites):
            self._completer(rang, activite)
        self._cibles = cibles or (*VALEURS, *noms_en(loi, "evenement_"))
        self._decisions: dict[date, tuple[Decision, ...]] = {}

    def completes(self, au: date) -> tuple[Decision, ...]:
        """Return what the law says of each activity on a day, with all that the chapter adds."""
        ajouts = ("evenement_", "remarque_", "declaration_", "contact_")
        noms = [nom for prefixe in ajouts for nom in noms_en(self.loi, prefixe)]
        return self._tout(au, (*VALEURS, *BRANCHES, *AJOUTS, *noms))

    def _completer(self, rang: int, activite: Activite) -> None:
        """Put in what is read from other facts: the nature of a profession, the end of the activity before."""
        if activite.nature is None:
            comme_salarie = activite.statut in STATUTS_DE_SALARIE and not activite.traitement_d_independant
            nature = nature_de_la_profession(activite) or (Nature.SALARIEE if comme_salarie else None)
            if nature is not None:
                self._donnees["nature", rang, None] = float(nature)
                if nature is not Nature.LIBERALE:
                    self._donnees["categorie_liberale", rang, None] = 0.0
        if activite.statut is None:
            self._donnees["statut", rang, None] = float(Statut.ENTREPRISE_INDIVIDUELLE)
            self.notes.append(f"activites[{rang}].statut n'est pas donné : l'entreprise individuelle est supposée.")
        fins = [a.fin for k, a in enumerate(self.situation.activites) if k != rang and a.fin]
        avant = [f for f in fins if activite.debut is None or f <= activite.debut]
        if avant:
            self._donnees["radiation_precedente", rang, None] = float(numero(max(avant)))
        if anterieur := debut_anterieur(self.situation.activites, rang):
            self._donnees["debut_anterieur", rang, None] = float(numero(anterieur[0]))
            self._donnees["micro_anterieur", rang, None] = float(anterieur[1])
        self._donnees.update({(nom, rang, annee): lu for nom, annee, lu in comptes_par_annee(activite)})
        if activite.statut is Statut.CONJOINT_COLLABORATEUR:
            self._donnees["jours_conjoint_anterieurs", rang, None] = float(self._jours_anterieurs(rang))

    def _jours_anterieurs(self, rang: int) -> int:
        """Return the days already counted as a collaborating spouse, in the activities before this one."""
        depart = self.loi.parametres["date_limite_conjoint_depuis"].valeurs[0].flottant
        total = 0
        for k, autre in enumerate(self.situation.activites):
            if k != rang and autre.statut is Statut.CONJOINT_COLLABORATEUR and autre.fin:
                debut = max(int(depart), numero(autre.debut) if autre.debut else int(depart))
                total += max(numero(autre.fin) - debut + 1, 0)
        return total

    def faits_de(self, rang: int, au: date) -> dict[Cle, Nombre]:
        """Return the facts of one activity, at rank 0, with the accounts of the year known by then."""
        faits = {(n, None if r is None else 0, a): v for (n, r, a), v in self._donnees.items() if r in (None, rang)}
        activites = self.situation.activites
        faits.update(comptes_du_jour(activites[rang], au))
        if len(activites) > 1 or activites[0].lieu_d_exercice not in (None, LieuExercice.FRANCE):
            faits.update(liens_du_jour(activites, rang, au))
        return faits

    def decisions(self, au: date) -> tuple[Decision, ...]:
        """Return what the law says of each activity on a day, all of them together."""
        if au not in self._decisions:
            self._decisions[au] = self._tout(au, self._cibles)
        return self._decisions[au]

    def _tout(self, au: date, cibles: tuple[str, ...]) -> tuple[Decision, ...]:
        rangs = range(len(self.situation.activites))
        return self._combiner([self.decider(rang, self.faits_de(rang, au), au, cibles) for rang in rangs], au, cibles)

    def decider(self, rang: int, faits: Mapping[Cle, Nombre], au: date, cibles: tuple[str, ...]) -> Decision:
        """Return what the law says of one activity on a day, alone; `cibles` is what is computed.

        Raises:
            FaitsManquants: a fact is needed; the message says where to write it.
        """
        premiere = self._evaluer(("fondement",), {}, faits, au, rang)
        fondement = Fondement(int(premiere["fondement"]))
        if fondement in A_ETABLIR:
            champ, quoi = A_ETABLIR[fondement]
            raise FaitsManquants(f"Il manque activites[{rang}].{champ} ({quoi}).", (champ,))
        evaluation = self._evaluer(cibles, {Fondement: fondement}, faits, au, rang, premiere)
        liberal = Fondement(int(evaluation["fondement_liberal"]))
        par_la_profession = int(evaluation["regime"]) in (Regime.SSI, Regime.CNAVPL, Regime.CNBF)
        du_metier = (liberal,) if liberal not in (Fondement.AUCUN, fondement) and par_la_profession else ()
        motifs = [self.loi.variante("regime", {Fondement: f}, au) for f in (fondement, *du_metier)]
        return Decision(
            rang,
            au,
            fondement,
            int(evaluation["regime"]),
            int(evaluation["section"]),
            evaluation,
            tuple(m for m in motifs if m),
        )

    def _evaluer(
        self,
        cibles: tuple[str, ...],
        categorie: Any,
        faits: Mapping[Cle, Nombre],
        au: date,
        rang: int,
        premiere: Evaluation | None = None,
    ) -> Evaluation:
        plan = self.loi.plan(cibles, categorie, Periode(au, au), donnes=faits.keys(), extrapoler=au > self.verifie_le)
        deja = {ici: premiere.valeurs[la] for ici, la in _regles_communes(plan, premiere.plan)} if premiere else None
        evaluation = evaluer(plan, faits, remplacements=deja)
        manquants = [n for n in ("fondement", "regime", "section", "effet") if n in evaluation and evaluation.causes(n)]
        if manquants:
            raise self._manque(list(dict.fromkeys(evaluation.causes(manquants[0]))), rang)
        return evaluation

    def _manque(self, noms: list[str], rang: int) -> FaitsManquants:
        champs = [f"activites[{rang}].{CHAMPS_D_ORIGINE.get(n, n)} ({FAITS[n].libelle})" for n in noms]
        return FaitsManquants(f"Il manque {' et '.join(champs)}.", tuple(noms))

    def _combiner(self, seules: list[Decision], au: date, cibles: tuple[str, ...]) -> tuple[Decision, ...]:
        """Apply the law of several activities: one pension scheme for self-employed ones of different schemes."""
        de_tete = [d for d in seules if d.titre == TitreAssurance.OBLIGATOIRE]
        independants = [d for d in de_tete if d.regime in (Regime.SSI, Regime.CNAVPL, Regime.CNBF)]
        agricoles = [d for d in de_tete if d.fondement is Fondement.AGRICOLE]
        avec_les_champs = [d for d in independants if not self._micro(d.rang)]
        if agricoles and avec_les_champs:
            return self._regime_unique(seules, [*agricoles, *avec_les_champs], "regime_unique_agricole", au, cibles)
        if len({(d.regime, d.section) for d in independants}) > 1:
            return self._regime_unique(seules, independants, "regime_unique", au, cibles)
        return tuple(seules)

    def _micro(self, rang: int) -> bool:
        return self.situation.activites[rang].statut is Statut.MICRO_ENTREPRENEUR

    def _regime_unique(
        self, seules: list[Decision], groupe: list[Decision], nom: str, au: date, cibles: tuple[str, ...]
    ) -> tuple[Decision, ...]:
        """Give every activity of a group the scheme of the main one, as the rule says which."""
        rangs = [d.rang for d in groupe]
        places = {rang: place for place, rang in enumerate(rangs)}
        faits: dict[Cle, Nombre] = {
            (n, places[r], a): v for (n, r, a), v in self._donnees.items() if r is not None and r in places
        }
        cumul = faits_du_cumul(self.situation.activites, rangs)
        faits.update(cumul)
        periode = Periode(au, au)
        lus = (nom, "option_etendue", "effet_de_l_option_principale")
        plan = self.loi.plan(
            lus, {}, periode, donnes=faits.keys(), activites=len(groupe), extrapoler=au > self.verifie_le
        )
        if nom not in plan.par_activite or not plan.par_activite[nom]:
            return tuple(seules)
        evaluation = evaluer(plan, faits)
        lues = {n: [int(evaluation.valeurs[rang] or 0) for rang in plan.par_activite[n]] for n in lus}
        principale = groupe[lues[nom].index(0)]
        par_option = any(lues["option_etendue"])
        regles = [nom, *(["option_etendue"] if par_option and nom == "regime_unique" else [])]
        commun = _Commun(
            principale,
            tuple(r for n in regles if (r := plan.noeuds[plan.cibles[n]].regle)),
            jour(min(lues["effet_de_l_option_principale"])) if par_option else None,
            jour(int(cumul["debut_du_cumul", None, None])),
        )
        suivies = {rang: self._suivre(seules[rang], commun, au, cibles) for rang in rangs}
        return tuple(suivies.get(d.rang, d) for d in seules)

    def _suivre(self, seule: Decision, commun: _Commun, au: date, cibles: tuple[str, ...]) -> Decision:
        """Return an activity of a group with what this changes: the scheme of the main one, if it is another."""
        cumul = float(numero(commun.debut_du_cumul))
        faits = {**self.faits_de(seule.rang, au), ("debut_du_cumul", None, None): cumul}
        refaite = replace(self.decider(seule.rang, faits, au, cibles), motifs=(*seule.motifs, *commun.regles))
        if seule.rang == commun.principale.rang:
            return replace(refaite, depuis=commun.option)
        return replace(
            refaite,
            regime=commun.principale.regime,
            section=commun.principale.section,
            motifs=(*commun.regles, *seule.motifs),
            suit=commun.principale,
            depuis=commun.option or max(seule.effet or date.min, commun.debut_du_cumul),
        )

    @cached_property
    def premier_jour(self) -> date:
        """First day that the timeline tells: the first start, or the day before the reform."""
        ouverture = premier_jour_couvert()
        debuts = [a.debut for a in self.situation.activites]
        return ouverture if None in debuts else max(ouverture, min(d for d in debuts if d))


def lendemain(d: date) -> date:
    """Return the next day."""
    return d if d == JOUR_MAX else d + timedelta(days=1)
