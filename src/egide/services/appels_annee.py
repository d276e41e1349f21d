"""The calls of one year, event by event: what was called on what was known, and what each declaration changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from egide.droit.commun.enumerations import Periodicite, Territoire
from egide.moteur.erreurs import FaitsManquants, HorsChamp
from egide.services.calendrier_appels import Rythme, dates_de, rythmes
from egide.services.dates_declaration import declaration_connue
from egide.services.etalement import Montants, Poste, etaler, somme
from egide.services.loi import PREMIERE_ANNEE
from egide.services.loi_recouvrement import date_de
from egide.services.revenus_connus import FORMATION, RevenusConnus, revenu_donne
from egide.services.suspensions import MOITIE_DE_2020, moitie_du_revenu, suspensions
from egide.situation.donnees import territoire

PROVISIONNELLES, REGULARISATION = "provisionnelles", "regularisation"
ARTICLES = {
    PROVISIONNELLES: ("CSS L. 131-6-2", "CSS R. 613-2", "CSS R. 613-5"),
    REGULARISATION: ("CSS L. 131-6-2", "CSS R. 613-1-3"),
    FORMATION: ("C. trav. L. 6331-51",),
}
MOIS_DE_LA_FORMATION = 11
FORFAIT = "la base forfaitaire des deux premières années"
MAYOTTE_SANS_APPEL = 2025


@dataclass
class AppelsDeLAnnee:
    """The calls of a year, as they stood on a day.

    Attributes:
        revenus, annee, au: the person, the year, the day of knowledge.
        postes: each sum called, and its instalments.
        dates: due dates of the year.
        a_reporter: sums that no date of the year was left for.
        impayees: due date not paid → what was called that day.
        notes, a_confirmer: what was supposed, what is uncertain.
    """

    revenus: RevenusConnus
    annee: int
    au: date
    regulariser: bool = True
    postes: list[Poste] = field(default_factory=list)
    dates: list[date] = field(default_factory=list)
    a_reporter: list[Poste] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    a_confirmer: list[str] = field(default_factory=list)
    impayees: dict[date, list[Poste]] = field(default_factory=dict)
    limite_cessation: date | None = None
    caisse: float = 0.0
    estime: bool = False

    def derouler(self) -> AppelsDeLAnnee:
        """Go through the year."""
        self._exclure()
        self.dates = dates_de(self.annee, rythmes(self.revenus.activite.prelevement, self._veille), self.debut)
        self._ouvrir()
        for jour, evenement in sorted(self._evenements(), key=lambda e: e[0]):
            if jour <= self.au:
                evenement(jour)
        return self

    @property
    def debut(self) -> date | None:
        """First day of the activity where it is a start, neither resumed nor changed (R. 131-3)."""
        debut = self.revenus.activite.debut
        reprise = any(
            a.fin is not None and debut is not None and a.fin < debut and a.fin.year >= debut.year - 1
            for a in self.revenus.situation.activites[1:]
        )
        return None if reprise else debut

    @property
    def _veille(self) -> date:
        return min(self.au, date(self.annee - 1, 12, 31))

    def poste(self, nature: str) -> Poste:
        """Return the sum of the year itself of a nature."""
        return next(p for p in self.postes if p.nature == nature and p.annee == self.annee)

    def _exclure(self) -> None:
        lieu = territoire(self.revenus.activite, self.revenus.situation.personne)
        if lieu is Territoire.MAYOTTE and self.annee < MAYOTTE_SANS_APPEL:
            raise HorsChamp(
                [("hors_champ_echeancier", "Échéancier : aucune cotisation n'était appelée à Mayotte avant 2025.")]
            )

    # Beginning of the year

    def _ouvrir(self) -> None:
        connue = self._connue_au_1er_janvier()
        self.estime = self._demande_d_estimation() == date(self.annee, 1, 1)
        du = self.revenus.provisionnel(self.annee, connue, estime=self.estime)
        self._retenir(du.notes, du.a_confirmer, du.caisse)
        base = self._base(connue)
        self.postes.append(Poste(PROVISIONNELLES, self.annee, dict(du.montants), base, ARTICLES[PROVISIONNELLES]))
        if self.debut and self.debut.year == self.annee - 1 and not self._dates_de_l_annee_d_avant():
            avant = self.revenus.provisionnel(self.annee - 1, self.annee - 2)
            articles = ("CSS R. 613-4", *ARTICLES[PROVISIONNELLES])
            self.postes.append(Poste(PROVISIONNELLES, self.annee - 1, dict(avant.montants), FORFAIT, articles))
            self._formation(self.annee - 1, avant.formation, premier=True)
        self._etaler(date(self.annee, 1, 1))
        self._formation(self.annee, du.formation)

    def _connue_au_1er_janvier(self) -> int:
        """Return the last year whose income was known on 1 January: two years before."""
        avant = self.annee - 2
        if self.debut and self.debut.year >= self.annee - 1:
            return avant
        if not revenu_donne(self.revenus.situation, avant):
            if not self.regulariser and revenu_donne(self.revenus.situation, avant + 1):
                return avant + 1  # only what the year came to in the end is wanted
            ici = "activites[0].exercices"
            sinon = "" if self.regulariser else f", ou ce qui a été appelé dans {ici}.{self.annee}.cotisations_appelees"
            raise FaitsManquants(
                f"Il manque le revenu de {avant} : les premiers appels de {self.annee} se calculent dessus ; l'écrire "
                f"dans {ici}.{avant}.revenu_professionnel{sinon}."
            )
        if self._declaration(avant) > date(self.annee, 1, 1):
            motif = (
                f"Échéancier : le revenu de {avant} n'était pas déclaré au 1er janvier {self.annee} ; l'Urssaf taxe "
                "alors d'office (CSS R. 613-1-2), ce qu'Égide ne calcule pas."
            )
            raise HorsChamp([("hors_champ_taxation_d_office", motif)])
        return avant

    def _base(self, connue: int) -> str:
        if self.estime:
            return f"le revenu de {self.annee} estimé par la personne"
        if self.debut and self.debut.year >= self.annee - 1 and connue < self.annee - 1:
            return FORFAIT
        return f"le revenu de {connue}"

    def _dates_de_l_annee_d_avant(self) -> list[date]:
        suite = rythmes(self.revenus.activite.prelevement, self._veille)
        return dates_de(self.annee - 1, suite, self.debut)

    def _formation(self, annee: int, montant: int, *, premier: bool = False) -> None:
        """Call the contribution to vocational training with the instalment of November, or the first one after."""
        if not montant or not self.dates:
            return
        novembre = [j for j in self.dates if j.month >= MOIS_DE_LA_FORMATION]
        jour = self.dates[0] if premier or not novembre else novembre[0]
        poste = Poste(FORMATION, annee, {FORMATION: montant}, f"le plafond de {annee}", ARTICLES[FORMATION])
        poste.poser(jour, {FORMATION: montant})
        self.postes.append(poste)
        if premier:
            self.a_confirmer.append(
                f"Formation professionnelle de {annee} : sans échéance en novembre, elle est mise ici avec le premier "
                "paiement ; le texte ne nomme que novembre de l'année elle-même (C. trav. L. 6331-51)."
            )

    # What happens in the year

    def _evenements(self) -> list[tuple[date, Callable[[date], None]]]:
        rendus: list[tuple[date, Callable[[date], None]]] = []
        prelevement = self.revenus.activite.prelevement
        rendus += [(c.le, self._changer) for c in prelevement.changements if c.le and c.le.year == self.annee]
        demande = self._demande_d_estimation()
        if demande and demande > date(self.annee, 1, 1):
            rendus.append((demande, self._moduler))
        declaration = self._declaration(self.annee - 1)
        if revenu_donne(self.revenus.situation, self.annee - 1) and declaration.year == self.annee:
            rendus.append((declaration, self._declarer))
        for suspendues in suspensions(self.revenus.activite, self.annee):
            rendus.append((suspendues.decidee_le, lambda _, s=suspendues: self._suspendre(s.dates, s.texte)))  # type: ignore[misc]
        if self.annee == MOITIE_DE_2020.year and not demande and moitie_du_revenu(self.revenus, self.annee) is not None:
            rendus.append((MOITIE_DE_2020, self._diminuer_de_moitie))
        rendus += [(jour, self._manquer) for jour in prelevement.impayes if jour.year == self.annee]
        fin = self.revenus.activite.fin
        if fin and fin.year == self.annee:
            rendus.append((fin, self._cesser))
        return rendus

    def _changer(self, jour: date) -> None:
        self.dates = dates_de(self.annee, rythmes(self.revenus.activite.prelevement, jour), self.debut)
        self._etaler(jour)
        self._replacer_la_formation()

    def _replacer_la_formation(self) -> None:
        """Put the contribution to vocational training on the due date of its month, where that one changed."""
        for poste in self.postes:
            if poste.nature == FORMATION and poste.plan and next(iter(poste.plan)) not in self.dates:
                ancien, montants = poste.plan.popitem()
                suivantes = [j for j in self.dates if j >= date(ancien.year, ancien.month, 1)]
                if suivantes:
                    poste.poser(suivantes[0], montants)
                else:
                    self.a_reporter = [*self.a_reporter, poste]

    def _moduler(self, jour: date) -> None:
        self.estime = True
        du = self.revenus.provisionnel(self.annee, self._connue(jour), estime=True)
        self._retenir(du.notes, du.a_confirmer, du.caisse)
        poste = self.poste(PROVISIONNELLES)
        effet = date_de("effet_de_la_modulation", jour, demande_de_paiement_le=jour)
        poste.total, poste.base = dict(du.montants), self._base(0)
        if sum(poste.reste(effet).values()) < 0:
            # What was paid too much is kept until the real income is known (R. 613-1-4).
            poste.total = _appele_avant(poste, effet)
            self.notes.append(
                "Modulation : ce qui a déjà été payé dépasse les cotisations estimées ; la différence n'est rendue "
                "qu'après le revenu réel (CSS R. 613-1-4)."
            )
        self._etaler(effet)

    def _connue(self, jour: date) -> int:
        declare = revenu_donne(self.revenus.situation, self.annee - 1) and self._declaration(self.annee - 1) <= jour
        return self.annee - (1 if declare else 2)

    def _declarer(self, jour: date) -> None:
        """Compute the year again on the income declared, and settle the year before."""
        effet = date_de("effet_de_la_declaration", jour, declaration_le=jour)
        if not self.estime and not (self.debut and self.debut.year == self.annee):
            du = self.revenus.provisionnel(self.annee, self.annee - 1)
            self._retenir(du.notes, du.a_confirmer, du.caisse)
            poste = self.poste(PROVISIONNELLES)
            poste.total, poste.base = dict(du.montants), f"le revenu de {self.annee - 1}, déclaré"
        if self.regulariser and self.annee > PREMIERE_ANNEE:
            self.postes.append(self._regularisation(self.annee - 1))
        elif self.regulariser:
            self.notes.append(f"La régularisation de {self.annee - 1}, avant la réforme, n'est pas calculée.")
        self._etaler(effet)

    def _regularisation(self, annee: int) -> Poste:
        final = self.revenus.definitif(annee)
        self._retenir((), final.a_confirmer, 0)
        appele = self.appele(annee)
        noms = dict.fromkeys([*final.montants, *appele])
        if set(appele) == {"total"}:
            total = {"total": final.total - appele["total"]}
        else:
            total = {nom: final.montants.get(nom, 0) - appele.get(nom, 0) for nom in noms}
        base = f"le revenu de {annee}, moins ce qui a été appelé"
        return Poste(REGULARISATION, annee, total, base, ARTICLES[REGULARISATION])

    def appele(self, annee: int) -> Montants:
        """Return what was called for a year: as given, else as its own schedule says."""
        exercice = self.revenus.activite.exercices.get(annee)
        if exercice is not None and exercice.cotisations_appelees is not None:
            return {"total": round(float(exercice.cotisations_appelees))}
        avant = AppelsDeLAnnee(self.revenus, annee, self.au, regulariser=False).derouler()
        return dict(avant.poste(PROVISIONNELLES).total)

    def _manquer(self, jour: date) -> None:
        """Leave an instalment unpaid: recovered with the next one; after two in a row, by quarters (R. 613-2, III)."""
        touches = [p for p in self.postes if jour in p.plan]
        if not touches:
            attendues = ", ".join(f"{j:%Y-%m-%d}" for j in self.dates)
            raise FaitsManquants(
                f"activites[0].prelevement.impayes : aucune échéance n'était appelée le {jour} ; attendu : {attendues}."
            )
        self.impayees[jour] = [
            Poste(
                p.nature,
                p.annee,
                dict(p.plan[jour]),
                p.bases[jour],
                p.articles,
                {jour: dict(p.plan[jour])},
                {jour: p.bases[jour]},
            )
            for p in touches
        ]
        if not self._mensuel(jour):
            self.notes.append(f"Échéance du {jour:%d/%m/%Y} non payée : elle reste due, majorée (egide majorations).")
            return
        rang = self.dates.index(jour)
        if rang and self.dates[rang - 1] in self.impayees:
            self._passer_au_trimestre(jour, touches)
        elif suivante := next(iter(self.dates[rang + 1 :]), None):
            for poste in touches:
                poste.poser(suivante, somme([poste.plan.get(suivante, {}), poste.plan.pop(jour)]))
            self.notes.append(
                f"Échéance du {jour:%d/%m/%Y} non payée : recouvrée avec celle du {suivante:%d/%m/%Y} (CSS R. 613-2, "
                "III)."
            )

    def _mensuel(self, jour: date) -> bool:
        actuel = [r for r in rythmes(self.revenus.activite.prelevement, jour) if r.depuis <= jour][-1]
        return actuel.periodicite is Periodicite.MENSUELLE

    def _passer_au_trimestre(self, jour: date, touches: list[Poste]) -> None:
        self.dates = [j for j in self.dates if j <= jour]
        self.dates += [j for j in Rythme(jour, Periodicite.TRIMESTRIELLE, jour.day).dates(self.annee) if j > jour]
        for poste in touches:
            if poste.nature != FORMATION:
                del poste.plan[jour]
        self._etaler(jour + timedelta(days=1))
        self._replacer_la_formation()
        self.notes.append(
            f"Deux échéances de suite non payées ({jour:%d/%m/%Y}) : le reste de l'année est recouvré par trimestre, "
            "et les majorations de retard courent depuis la seconde (CSS R. 613-2, III)."
        )

    def _suspendre(self, suspendues: tuple[date, ...], texte: str) -> None:
        vises = [j for j in self.dates if j in suspendues]
        if vises:
            self.dates = [j for j in self.dates if j not in suspendues]
            self.notes.append(texte)
            self._etaler(vises[0])
            self._replacer_la_formation()

    def _diminuer_de_moitie(self, jour: date) -> None:
        montants = moitie_du_revenu(self.revenus, self.annee)
        assert montants is not None
        poste = self.poste(PROVISIONNELLES)
        poste.total, poste.base = dict(montants), "la moitié du revenu connu (crise sanitaire)"
        if sum(poste.reste(jour).values()) < 0:
            poste.total = _appele_avant(poste, jour)
        self.notes.append(
            "2020 : l'Urssaf a d'elle-même réduit de moitié la base des appels de septembre à décembre ; qui a refusé "
            "donne son revenu_estime."
        )
        self.a_confirmer.append("Base des appels de l'automne 2020 : connue par la presse, non par un texte.")
        self._etaler(jour)

    def _cesser(self, fin: date) -> None:
        """Stop the calls; the balance is asked for after the declaration that follows (R. 613-1-5)."""
        lendemain = fin + timedelta(days=1)
        restes = []
        for poste in self.postes:
            for jour in [j for j in poste.plan if j >= lendemain]:
                del poste.plan[jour]
            if poste.nature != PROVISIONNELLES and any(poste.reste(lendemain).values()):
                restes.append(poste)
        self.limite_cessation = limite = date_de("date_limite_cessation", fin, fin_de_l_activite=fin)
        self.notes.append(f"Cessation : le revenu se déclare au plus tard le {limite:%d/%m/%Y} (CSS R. 613-1-5).")
        exercice = self.revenus.activite.exercices.get(self.annee)
        declaration = (exercice.declare_le if exercice else None) or limite
        if not revenu_donne(self.revenus.situation, self.annee) or declaration > self.au:
            self.notes.append("Le solde n'est pas connu : il se calcule sur le revenu déclaré.")
            return
        appel = date_de("effet_de_la_declaration", declaration, declaration_le=declaration)
        paiement = date_de("paiement_apres_cessation", appel, appel_le=appel)
        self._solder(restes, paiement)

    def _solder(self, restes: list[Poste], paiement: date) -> None:
        final = self.revenus.definitif(self.annee)
        provisionnel = self.poste(PROVISIONNELLES)
        provisionnel.total = provisionnel.appele
        noms = dict.fromkeys([*final.montants, *provisionnel.total])
        total = {nom: final.montants.get(nom, 0) - provisionnel.total.get(nom, 0) for nom in noms}
        base = f"le revenu de {self.annee}, moins ce qui a été appelé"
        solde = Poste(REGULARISATION, self.annee, total, base, ("CSS R. 613-1-5",))
        self.postes.append(solde)
        for poste in [*restes, solde]:
            poste.poser(paiement, {n: m for n, m in poste.reste(paiement).items() if m})
        self.a_confirmer.append(
            "Solde après cessation : l'appel est supposé envoyé quinze jours après la déclaration, et se paie trente "
            "jours plus tard (CSS R. 613-1-5)."
        )

    # Shared

    def _etaler(self, depuis: date) -> None:
        etales = [p for p in self.postes if p.nature != FORMATION]
        sans_date = etaler(etales, self.dates, depuis)
        if not sans_date:
            return
        reste = sum(sum(p.reste(depuis).values()) for p in sans_date)
        if reste < 0:
            for poste in sans_date:
                poste.poser(depuis, {n: m for n, m in poste.reste(depuis).items() if m})
            self.notes.append(
                "Trop-versé : remboursé sans délai après imputation sur les dettes plus anciennes (CSS R. 613-1-3, "
                "R. 613-5)."
            )
        else:
            self.a_reporter = [*self.a_reporter, *sans_date]

    def _retenir(self, notes: tuple[str, ...], a_confirmer: tuple[str, ...], caisse: float) -> None:
        self.notes += [n for n in notes if n not in self.notes and not n.startswith("Appels calculés")]
        self.a_confirmer += [n for n in a_confirmer if n not in self.a_confirmer]
        self.caisse = caisse or self.caisse

    def _declaration(self, annee: int) -> date:
        connue = declaration_connue(self.revenus.situation, annee)
        if connue.note and connue.note not in self.notes:
            self.notes.append(connue.note)
        return connue.jour

    def _demande_d_estimation(self) -> date | None:
        exercice = self.revenus.activite.exercices.get(self.annee)
        if exercice is None or exercice.revenu_estime is None:
            return None
        premier = date(self.annee, 1, 1)
        return max(exercice.revenu_estime_le or premier, premier)


def _appele_avant(poste: Poste, jour: date) -> Montants:
    return somme(m for j, m in poste.plan.items() if j < jour)
