"""The facts of a micro-entrepreneur for one year: one activity of the engine for each type of turnover."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import IntEnum

from egide.droit.commun.categories import MetierMicro, NatureMontant, ReductionMicro, RegimeSocial
from egide.droit.commun.enumerations import CategorieLiberale, Nature, Periodicite, Statut, TypeActiviteMicro
from egide.moteur.erreurs import FaitsManquants
from egide.moteur.evaluation import Evaluation, evaluer, refuser_hors_champ, situer_les_activites
from egide.moteur.faits import Cle, Nombre, cle_du_mois
from egide.moteur.periode import Periode
from egide.moteur.regle import Categorie
from egide.services.loi import derniere_verification, loi
from egide.services.micro_periodes import (
    MOIS_PAR_AN,
    Mois,
    Recettes,
    derniere_echeance,
    fin_de_mois,
    fin_de_trimestre,
    lire_recettes,
    manquantes,
    mois_d_activite,
    mois_par_declaration,
    tardives,
)
from egide.situation import Situation
from egide.situation.modele_activite import Activite

AXES_DE_L_ACTIVITE = (TypeActiviteMicro, ReductionMicro, MetierMicro)
CATEGORIE: Categorie = {RegimeSocial: RegimeSocial.MICRO_SOCIAL, NatureMontant: NatureMontant.DEFINITIVES}
ANNEES_LUES = 2
"""Years before the one asked for that decide the exit from the scheme."""
FIN_DES_ANCIENS_CIPAV = 2018
"""First year of beginning of the non-regulated liberals who never were at the Cipav (L. 2017-1836 art. 15)."""


SANS_REVENU_INDEPENDANT = (
    Statut.MICRO_ENTREPRENEUR,
    Statut.SALARIE,
    Statut.PRESIDENT_SAS,
    Statut.GERANT_MINORITAIRE,
)
"""Statuses that have no contribution of the self-employed on an income."""


def est_micro(situation: Situation, annee: int) -> bool:
    """Tell whether a person is a micro-entrepreneur that year: one activity of theirs is carried on as such."""
    return any(a.statut is Statut.MICRO_ENTREPRENEUR and exercee(a, annee) for a in situation.activites)


def exercee(activite: Activite, annee: int) -> bool:
    """Tell whether an activity goes on at some day of a year."""
    periode = Periode.de_l_annee(annee)
    commencee = activite.debut is None or activite.debut <= periode.fin
    return commencee and (activite.fin is None or activite.fin >= periode.debut)


@dataclass(frozen=True, slots=True)
class Part:
    """One type of turnover of one activity: what the engine takes for an activity."""

    rang: int
    activite: Activite
    type_: TypeActiviteMicro


@dataclass
class DossierMicro:
    """A micro-entrepreneur, one year.

    Attributes:
        situation, annee, extrapoler: what is asked.
        au: the day of knowledge, for what depends on a date passed.
        parts: types of turnover, by activity.
        recettes: what each activity cashed.
        donnees: the facts, ready for the engine.
        notes: what was set aside or supposed, in sentences.
    """

    situation: Situation
    annee: int
    extrapoler: bool
    au: date
    periodicite: Periodicite
    parts: list[Part] = field(default_factory=list)
    recettes: dict[int, Recettes] = field(default_factory=dict)
    donnees: dict[Cle, Nombre] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    @classmethod
    def de(cls, situation: Situation, annee: int, *, extrapoler: bool = False, au: date | None = None) -> DossierMicro:
        """Gather the facts of a year.

        Raises:
            FaitsManquants: the type of some turnover is not known.
        """
        rangs = [
            k for k, a in enumerate(situation.activites) if a.statut is Statut.MICRO_ENTREPRENEUR and exercee(a, annee)
        ]
        activites = {k: situation.activites[k] for k in rangs}
        dossier = cls(situation, annee, extrapoler, au or derniere_verification(), _periodicite(activites.values()))
        annees = range(annee - ANNEES_LUES, annee + 1)
        for rang, activite in activites.items():
            defaut = _type_par_defaut(activite, annee)
            lieu = f"activites[{rang}]"
            lues = lire_recettes(activite, defaut, annees, dossier.periodicite, lieu)
            dossier.recettes[rang] = lues
            types = {_type_de_l_annee(activite, t, annee) for an in annees for t in lues.de_l_annee(an)}
            if not types:
                if defaut is None:
                    raise _type_manquant(lieu)
                types = {defaut}
            dossier.parts += [Part(rang, activite, type_) for type_ in sorted(types)]
        dossier._poser(annees)
        return dossier

    @property
    def periode(self) -> Periode:
        return Periode.de_l_annee(self.annee)

    @property
    def autres(self) -> list[int]:
        """Ranks of the other self-employed activities of the year, which contribute on their income."""
        return [
            rang
            for rang, a in enumerate(self.situation.activites)
            if a.statut not in SANS_REVENU_INDEPENDANT
            and a.nature not in (Nature.SALARIEE, Nature.AGRICOLE)
            and exercee(a, self.annee)
        ]

    def _poser(self, annees: range) -> None:
        plat = self.situation.donnees()
        self.donnees = {cle: valeur for cle, valeur in plat.items() if cle[1] is None}
        premiers: set[int] = set()
        for k, part in enumerate(self.parts):
            premiere = part.rang not in premiers
            premiers.add(part.rang)
            for (nom, rang, an), valeur in plat.items():
                # What is of the activity as a whole counts once, with its first type.
                if rang == part.rang and (an is None or (nom == "charges" and premiere)):
                    self.donnees[nom, k, an] = valeur
            self.donnees["type_activite", k, None] = float(part.type_)
            self.donnees["periodicite", k, None] = float(self.periodicite)
            self.donnees["taxation_d_office", k, None] = float(derniere_echeance(self.annee) <= self.au)
            self._poser_les_mois(k, part, annees, premiere=premiere)
        for rang in dict.fromkeys(p.rang for p in self.parts):
            self.notes += self.recettes[rang].notes
            self._dire_ce_qui_manque(rang)

    def _poser_les_mois(self, k: int, part: Part, annees: range, *, premiere: bool) -> None:
        absentes = manquantes(part.activite) if premiere else {}
        en_retard = tardives(part.activite, self.periodicite)
        for annee in annees:
            compte = mois_par_declaration(part.activite, self.periodicite, annee) if premiere else {}
            echeance = derniere_echeance(annee)
            for rang in range(1, MOIS_PAR_AN + 1):
                mois = cle_du_mois(date(annee, rang, 1))
                montants = self.recettes[part.rang].par_mois.get((annee, rang), {})
                somme = sum(
                    m for t, m in montants.items() if _type_de_l_annee(part.activite, t, self.annee) == part.type_
                )
                self.donnees["recettes", k, mois] = somme
                self.donnees["declaration_manquante", k, mois] = float((annee, rang) in absentes)
                self.donnees["mois_de_la_declaration", k, mois] = float(compte.get((annee, rang), 0))
                if le := en_retard.get((annee, rang)):
                    # Counted once for the activity; what is due on each type is regularised.
                    self.donnees["declaration_en_retard", k, mois] = float(premiere and le <= echeance)
                    self.donnees["declaration_regularisee", k, mois] = float(le > echeance)

    def _dire_ce_qui_manque(self, rang: int) -> None:
        activite, lues = self.situation.activites[rang], self.recettes[rang]
        absents = set(manquantes(activite))
        trimestriel = self.periodicite is Periodicite.TRIMESTRIELLE
        fins = {m: fin_de_trimestre(m) if trimestriel else m for m in mois_d_activite(activite, self.annee)}
        passes = [m for m, fin in fins.items() if fin_de_mois(fin) <= self.au]
        inconnus = [m for m in passes if m not in lues.connus and not _couvert(m, absents, self.periodicite)]
        if inconnus:
            self.notes.append(
                f"activites[{rang}].recettes : rien n'est donné pour {_ecrire_mois(inconnus)} ; supposé nul."
            )
        avant = [an for an in range(self.annee - ANNEES_LUES, self.annee) if any(mois_d_activite(activite, an))]
        sans = [str(an) for an in avant if an not in {m[0] for m in lues.connus}]
        if sans and (activite.debut is not None or len(sans) < len(avant)):
            self.notes.append(f"Chiffre d'affaires de {' et '.join(sans)} non donné : supposé sous les plafonds.")

    @property
    def _prolonge(self) -> bool:
        """Whether figures are carried on: the months of the last year verified that are still to come have none yet."""
        return self.extrapoler or self.annee == derniere_verification().year

    @property
    def lit_au_dela(self) -> bool:
        """Whether some turnover is later than the last day verified."""
        dernier = cle_du_mois(derniere_verification())
        return any(nom == "recettes" and an and an > dernier and v for (nom, _, an), v in self.donnees.items())

    def categories(self) -> tuple[Categorie, ...]:
        """Return where each type of turnover stands."""
        try:
            return situer_les_activites(
                loi(),
                AXES_DE_L_ACTIVITE,
                self.donnees,
                self.periode,
                CATEGORIE,
                activites=len(self.parts),
                extrapoler=self._prolonge,
            )
        except FaitsManquants as erreur:
            champs = " et ".join(f"activites[{self.parts[0].rang}].{nom}" for nom in erreur.faits)
            raise FaitsManquants(f"Il manque {champs}.", erreur.faits) from None

    def evaluer(self, cibles: Collection[str], *, exact: bool = False) -> Evaluation:
        """Evaluate targets, after checking that the activity is one that the scheme admits (`HorsChamp` otherwise)."""
        propres = self.categories()
        options = {"activites": len(self.parts), "par_activite": propres, "extrapoler": self._prolonge}
        controle = refuser_hors_champ(loi(), CATEGORIE, self.donnees, self.periode, **options)
        plan = loi().plan(tuple(cibles), CATEGORIE, self.periode, donnes=self.donnees.keys(), **options)  # type: ignore[arg-type]
        evaluation = evaluer(plan, self.donnees, exact=exact)
        evaluation.supposes.update(controle.supposes)
        return evaluation

    def de_l_annee(self, annee: int, *, extrapoler: bool | None = None) -> DossierMicro:
        """Return the same person another year."""
        return DossierMicro.de(
            self.situation, annee, extrapoler=self.extrapoler if extrapoler is None else extrapoler, au=self.au
        )

    def avec_chiffre_affaires(self, montant: float) -> DossierMicro:
        """Return the same person with another turnover of the year, spread as theirs is, or equally without any."""
        cles = [
            cle for cle in self.donnees if cle[0] == "recettes" and cle[2] is not None and cle[2] // 100 == self.annee
        ]
        poids = {cle: float(self.donnees[cle]) for cle in cles}
        if not any(poids.values()):
            lieux = {cle_du_mois(date(*m, 1)) for m in mois_d_activite(self.parts[0].activite, self.annee)}
            poids = {cle: float(cle[1] == 0 and cle[2] in lieux) for cle in cles}
        total, pose, recettes = sum(poids.values()), 0, dict.fromkeys(cles, 0.0)
        retenues = [cle for cle in sorted(cles, key=str) if poids[cle]]
        for rang, cle in enumerate(retenues):
            reste = round(montant * 100) - pose
            part = reste if rang == len(retenues) - 1 else round(montant * 100 * poids[cle] / total)
            recettes[cle], pose = part / 100, pose + part
        return self.avec(dict(recettes))

    def exiger(self, evaluation: Evaluation, nom: str) -> None:
        """Raise `FaitsManquants` unless a target applies to the person and is known."""
        if nom not in evaluation:
            raise FaitsManquants(f"« {nom} » ne s'applique pas à un micro-entrepreneur en {self.annee}.")
        if evaluation.valeurs[evaluation.plan.cibles[nom]] is None:
            raise FaitsManquants(f"Il manque {', '.join(evaluation.causes(nom))}.", tuple(evaluation.causes(nom)))

    def avec(self, donnees: dict[Cle, Nombre]) -> DossierMicro:
        """Return the same dossier on other facts."""
        return replace(self, donnees={**self.donnees, **donnees}, notes=list(self.notes))


def _couvert(mois: Mois, absents: set[Mois], periodicite: Periodicite) -> bool:
    """Tell whether a month is in a declaration that is missing."""
    return mois in absents or (periodicite is Periodicite.TRIMESTRIELLE and fin_de_trimestre(mois) in absents)


def _ecrire_mois(mois: list[Mois]) -> str:
    """Write months of one year: as a range when they follow one another."""
    noms = [f"{an}-{rang:02d}" for an, rang in mois]
    suivis = len(noms) > 1 and mois[-1][1] - mois[0][1] == len(mois) - 1
    return f"{noms[0]} à {noms[-1]}" if suivis else ", ".join(noms)


def _periodicite(activites: Iterable[Activite]) -> Periodicite:
    """Return how often the person declares: what they say, else quarters when all their turnover is by quarter."""
    activites = list(activites)
    for activite in activites:
        if activite.micro.periodicite is not None:
            return activite.micro.periodicite
    periodes = [p for a in activites for p in (*a.recettes, *a.micro.declarations_manquantes)]
    trimestres = bool(periodes) and all("-T" in p for p in periodes)
    return Periodicite.TRIMESTRIELLE if trimestres else Periodicite.MENSUELLE


def _type_par_defaut(activite: Activite, annee: int) -> TypeActiviteMicro | None:
    """Return the type of the turnover of an activity that does not say it, where its nature leaves no doubt."""
    if activite.micro.type_activite is not None:
        return _type_de_l_annee(activite, activite.micro.type_activite, annee)
    if activite.nature is Nature.LIBERALE and activite.profession is not None:
        return _type_liberal(activite, annee)
    connus: dict[IntEnum | None, TypeActiviteMicro] = {
        Nature.LOCATION_MEUBLEE: TypeActiviteMicro.MEUBLE_TOURISME,
        Nature.CHAMBRES_HOTES: TypeActiviteMicro.VENTES,
    }
    return connus.get(activite.nature)


def type_du_chiffre_d_affaires(activite: Activite, annee: int, lieu: str) -> TypeActiviteMicro:
    """Return the type of the turnover of an activity, as it says it or as its nature tells it (`FaitsManquants`)."""
    type_ = _type_par_defaut(activite, annee)
    if type_ is None:
        raise _type_manquant(lieu)
    return type_


def _type_liberal(activite: Activite, annee: int) -> TypeActiviteMicro:
    """Return the rate of a liberal profession: that of the Cipav for its members, former ones until they opt out."""
    from egide.situation.donnees import categorie_liberale

    section = categorie_liberale(activite)
    if section is CategorieLiberale.CIPAV:
        return TypeActiviteMicro.CIPAV
    if section is not CategorieLiberale.NON_REGLEMENTEE or activite.debut is None:
        return TypeActiviteMicro.PRESTATIONS_BNC
    option = activite.option_ssi
    reste = not isinstance(option, date) or annee <= option.year
    ancienne = activite.debut.year < FIN_DES_ANCIENS_CIPAV and reste
    return TypeActiviteMicro.CIPAV if ancienne else TypeActiviteMicro.PRESTATIONS_BNC


def _type_de_l_annee(activite: Activite, type_: TypeActiviteMicro, annee: int) -> TypeActiviteMicro:
    """Return the type that applies in a year: a former member of the Cipav who opts changes on 1 January after."""
    liberaux = (TypeActiviteMicro.PRESTATIONS_BNC, TypeActiviteMicro.CIPAV)
    if type_ in liberaux and isinstance(activite.option_ssi, date) and activite.profession is not None:
        return _type_liberal(activite, annee)
    return type_


def _type_manquant(lieu: str) -> FaitsManquants:
    connus = ", ".join(t.name.lower() for t in TypeActiviteMicro)
    return FaitsManquants(
        f"Il manque {lieu}.micro.type_activite (type du chiffre d'affaires, qui donne le taux : {connus}).",
        ("type_activite",),
    )
