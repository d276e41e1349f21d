"""The law as a graph: rules, parameters and facts bound by name, and the plans drawn from it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import IntEnum

from egide.moteur.choix import brancher
from egide.moteur.erreurs import LoiInvalide, NomInconnu, suggestion
from egide.moteur.faits import Cle, Fait
from egide.moteur.parametres import Parametre, Parametres, Valeur
from egide.moteur.periode import JOUR_MAX, Granularite, Periode, numero
from egide.moteur.plan import Genre, Noeud, Plan
from egide.moteur.regle import Categorie, Regle, fautes_des_versions, nom_d_axe

_ANNEE_ANTERIEURE = re.compile(r"^(?P<nom>.+)_n_(?P<annees>[1-9])$")
_DEPUIS_JANVIER = "_depuis_janvier"
_FINESSE = {"annee": 0, "trimestre": 1, "mois": 2, "jour": 3}
CALENDRIER = {
    "annee": "année",
    "premier_jour_periode": "premier jour de la période",
    "dernier_jour_periode": "dernier jour de la période",
}
"""Names that the engine gives itself to rules: the civil year and the days of the period of the rule."""


def sans_decalage(nom: str) -> tuple[str, int]:
    """Split `revenu_n_2` into ("revenu", 2); a plain name has 0."""
    if trouve := _ANNEE_ANTERIEURE.match(nom):
        return trouve["nom"], int(trouve["annees"])
    return nom, 0


def nom_demande(argument: str) -> str:
    """Return the name that an argument asks for: `revenu` for `revenu_n_2` and for `revenu_depuis_janvier`.

    `revenu_depuis_janvier` is the sum of `revenu` over the periods of the civil year, that of the rule included.
    """
    return sans_decalage(argument)[0].removesuffix(_DEPUIS_JANVIER)


def bornes(version: Regle | Valeur) -> tuple[date, ...]:
    """Return the first day of a version, and the day after its last one if it ends."""
    fin = () if version.jusqu_au == JOUR_MAX else (version.jusqu_au + timedelta(days=1),)
    return (version.depuis, *fin)


PLANS_GARDES = 1000
"""How many plans a law keeps: some 200 MB of the largest ones."""


class Legislation:
    """Rules, parameters and facts, checked once; draws plans.

    Args:
        regles: every version of every rule.
        parametres: the figures.
        faits: the facts that may be given.

    Raises:
        LoiInvalide: gaps, overlaps, unknown or ambiguous names: every fault, one a line.
    """

    def __init__(self, regles: Iterable[Regle], parametres: Parametres, faits: Mapping[str, Fait]) -> None:
        self.regles: dict[str, list[Regle]] = {}
        for regle in regles:
            self.regles.setdefault(regle.nom, []).append(regle)
        self.parametres = parametres
        self.faits = faits
        self._plans: dict[tuple[object, ...], Plan] = {}
        if fautes := list(self._fautes()):
            raise LoiInvalide(fautes)
        self.exclusions = tuple(nom for nom, versions in self.regles.items() if versions[0].exclusion)

    def noms(self) -> set[str]:
        """Return every name that can be asked for."""
        return {*self.regles, *self.parametres, *self.faits, *CALENDRIER}

    def _fautes(self) -> Iterable[str]:
        noms = self.noms()
        for nom, versions in self.regles.items():
            yield from fautes_des_versions(nom, versions)
            if nom in self.parametres or nom in CALENDRIER:
                yield f"« {nom} » est à la fois une règle ({versions[0].lieu}) et un paramètre."
            for regle in versions:
                for argument in regle.arguments + regle.reserves:
                    if (base := nom_demande(argument)) not in noms:
                        proche = suggestion(base, noms)
                        yield f"{regle.lieu} : « {nom} » demande « {argument} », qui n'existe pas.{proche}"
        for nom in set(self.faits) & (set(self.parametres) | set(CALENDRIER)):
            yield f"« {nom} » est à la fois un fait et un paramètre."

    def variante(self, nom: str, categorie: Categorie, jour: date) -> Regle | None:
        """Return the version of a rule for a category on a day, or None where none applies."""
        for regle in self.regles.get(nom, ()):
            if regle.depuis <= jour <= regle.jusqu_au and regle.convient(categorie):
                return regle
        return None

    def axes(self, cibles: Collection[str], connue: Categorie | None = None) -> tuple[type[IntEnum], ...]:
        """Return the axes on which the rules behind some names, and those that place a person on them, differ.

        Args:
            cibles: names of rules.
            connue: members known beforehand: rules that are for others are left out.
        """
        axes: set[type[IntEnum]] = set()
        a_voir, vus = list(cibles), set()
        while a_voir:
            nom = nom_demande(a_voir.pop())
            if nom not in vus:
                vus.add(nom)
                for regle in self._qui_peuvent_convenir(nom, connue or {}):
                    axes.update(regle.pour)
                    a_voir += [*regle.arguments, *regle.reserves, *map(nom_d_axe, regle.pour)]
        return tuple(sorted(axes, key=nom_d_axe))

    def _qui_peuvent_convenir(self, nom: str, connue: Categorie) -> Iterator[Regle]:
        """Yield the versions of a rule that members known beforehand do not rule out."""
        for regle in self.regles.get(nom, ()):
            if all(connue[axe] in membres for axe, membres in regle.pour.items() if axe in connue):
                yield regle

    def exclusions_de(self, cibles: Collection[str], connue: Categorie | None = None) -> tuple[str, ...]:
        """Return the rules of exclusion of the chapters (the packages) that some names are in; see `axes`."""
        chapitres = {r.chapitre for nom in cibles for r in self._qui_peuvent_convenir(nom, connue or {})}
        return tuple(nom for nom in self.exclusions if self.regles[nom][0].chapitre in chapitres)

    def definition(self, nom: str) -> Regle | Fait | Parametre:
        """Return the latest rule, the fact or the parameter of a name; `NomInconnu` otherwise."""
        if nom in self.regles:
            return max(self.regles[nom], key=lambda r: r.depuis)
        if nom in self.faits:
            return self.faits[nom]
        if nom in self.parametres:
            return self.parametres[nom]
        raise NomInconnu(nom, self.noms())

    def jours_de_changement(self) -> list[date]:
        """Return every day on which a rule or a parameter changes, ascending."""
        return sorted(
            {j for versions in self.regles.values() for r in versions for j in bornes(r)}
            | {j for p in self.parametres.values() for v in p.valeurs for j in bornes(v)}
        )

    def plan(
        self,
        cibles: Collection[str],
        categorie: Categorie,
        periode: Periode,
        *,
        donnes: Collection[Cle] = (),
        activites: int = 1,
        par_activite: Sequence[Categorie] = (),
        droit_du: date | None = None,
        extrapoler: bool = False,
        lus: Collection[type[IntEnum]] = (),
    ) -> Plan:
        """Return the plan that computes `cibles` over a period; the same request gives the same object.

        Args:
            cibles: names of rules or facts.
            categorie: where the person stands on each axis.
            donnes: keys of the facts given; a given fact takes the place of the rule of the same name.
            activites: number of activities.
            par_activite: where each activity stands on the axes that are its own, for the rules of an activity.
            droit_du: day of the text applied, when the period is charged under an earlier one; what a parameter
                says `suit_la_periode` (a ceiling) is still that of the period.
            extrapoler: carry parameters beyond the last day they were checked.
            lus: axes read from the facts by the plan itself, which then chooses between the versions of a rule.

        Raises:
            NomInconnu: a target that is no name of the law.
            HorsPlage: a figure is needed at a date at which it is not known.
        """
        remplaces = frozenset(c for c in donnes if c[0] in self.regles)
        propres, cellules = tuple(par_activite), tuple(map(_cellule, (categorie, *par_activite)))
        axes = frozenset(axe for axe in lus if axe not in categorie)
        demande = (tuple(cibles), cellules, periode, remplaces, activites, droit_du, extrapoler, axes)
        if demande not in self._plans:
            if len(self._plans) >= PLANS_GARDES:  # the oldest leaves: rows of a file may ask for any number of them
                del self._plans[next(iter(self._plans))]
            options = (remplaces, activites, propres, droit_du, extrapoler, axes)
            chantier = _Chantier(self, Plan(categorie, periode), *options)
            self._plans[demande] = chantier.dresser(cibles)
        return self._plans[demande]


def _cellule(categorie: Categorie) -> tuple[tuple[str, int], ...]:
    return tuple(sorted((axe.__name__, int(m)) for axe, m in categorie.items()))


@dataclass
class _Chantier:
    """A plan being drawn. Nodes are found again by (name, period, activity)."""

    loi: Legislation
    plan: Plan
    remplaces: frozenset[Cle]
    activites: int
    par_activite: tuple[Categorie, ...]
    droit_du: date | None
    extrapoler: bool
    lus: frozenset[type[IntEnum]]
    rangs: dict[tuple[str, Periode, int | None], int | None] = field(default_factory=dict)
    en_cours: list[tuple[str, Periode, int | None]] = field(default_factory=list)

    def dresser(self, cibles: Iterable[str]) -> Plan:
        for nom in cibles:
            base, annees = sans_decalage(nom)
            if base not in self.loi.regles and base not in self.loi.faits:
                raise NomInconnu(nom, {*self.loi.regles, *self.loi.faits})
            periode = self.plan.periode.annees_avant(annees)
            rang = self._valeur(base, periode, "annee", "personne", None)
            if rang is not None:
                self.plan.cibles[nom] = rang
            if self._entite(base) == "activite":
                rangs = [self._valeur(base, periode, "annee", "activite", i) for i in range(self.activites)]
                self.plan.par_activite[nom] = tuple(r for r in rangs if r is not None)
        self._elaguer()
        return self.plan

    def _elaguer(self) -> None:
        """Drop what was drawn for rules that turned out not to apply: its facts would be asked for nothing."""
        plan = self.plan
        utiles = {*plan.cibles.values(), *(r for rangs in plan.par_activite.values() for r in rangs)}
        for rang in range(len(plan.noeuds) - 1, -1, -1):
            if rang in utiles:
                utiles.update(plan.noeuds[rang].arguments + plan.noeuds[rang].reserves)
        nouveaux = {ancien: nouveau for nouveau, ancien in enumerate(sorted(utiles))}
        plan.noeuds = [plan.noeuds[r] for r in nouveaux]
        for noeud in plan.noeuds:
            noeud.arguments = tuple(nouveaux[a] for a in noeud.arguments)
            noeud.reserves = tuple(nouveaux[a] for a in noeud.reserves)
        plan.cibles = {nom: nouveaux[r] for nom, r in plan.cibles.items()}
        plan.par_activite = {nom: tuple(nouveaux[r] for r in rangs) for nom, rangs in plan.par_activite.items()}
        lus = {n.nom for n in plan.noeuds if n.parametre}
        plan.extrapoles = {nom: valeur for nom, valeur in plan.extrapoles.items() if nom in lus}

    def _entite(self, nom: str) -> str:
        if nom in self.loi.regles:
            return self.loi.regles[nom][0].entite
        return self.loi.faits[nom].entite if nom in self.loi.faits else "personne"

    def _agregation(self, nom: str) -> str | None:
        return self.loi.regles[nom][0].agregation if nom in self.loi.regles else self.loi.faits[nom].agregation

    def _granularite(self, nom: str) -> Granularite:
        """Return the period that a value is of."""
        if nom in self.loi.regles:
            return self.loi.regles[nom][0].periode
        fait = self.loi.faits.get(nom)
        return "mois" if fait and fait.par_mois else "annee"

    def _valeur(self, nom: str, periode: Periode, granularite: str, entite: str, activite: int | None) -> int | None:
        """Return the node of a name as seen from an entity and a period: combined where it is of a narrower one."""
        if nom in CALENDRIER:
            return self._noeud(nom, periode, None)
        fine = self._granularite(nom)
        vue_de_la_personne = entite == "personne" and self._entite(nom) == "activite"
        rang = activite if self._entite(nom) == "activite" else None
        rangs_d_activite = list(range(self.activites)) if vue_de_la_personne else [rang]
        if _FINESSE[fine] > _FINESSE[granularite]:
            periodes = periode.decoupee(fine)
        else:
            periodes = (periode.englobante(fine),) if _FINESSE[fine] < _FINESSE[granularite] else (periode,)
        if not vue_de_la_personne and len(periodes) == 1:
            return self._noeud(nom, periodes[0], rang)
        mode = self._agregation(nom)
        if mode is None:
            raise LoiInvalide(
                [f"« {nom} » est d'une activité ou d'une période plus courte : il faut déclarer son agrégation."]
            )
        if mode == "principale":
            return self._noeud(nom, periodes[0], 0)
        parts = [self._noeud(nom, p, i) for p in periodes for i in rangs_d_activite]
        return self._combinaison(
            nom, periode, tuple(r for r in parts if r is not None), mode, activite=None if vue_de_la_personne else rang
        )

    def _noeud(self, nom: str, periode: Periode, activite: int | None) -> int | None:
        demande = (nom, periode, activite)
        if demande not in self.rangs:
            if demande in self.en_cours:
                boucle = " → ".join([*(n for n, _, _ in self.en_cours[self.en_cours.index(demande) :]), nom])
                raise LoiInvalide([f"ces règles s'appellent en rond au {periode.debut} : {boucle}."])
            self.en_cours.append(demande)
            self.rangs[demande] = self._nouveau(nom, periode, activite)
            self.en_cours.pop()
        return self.rangs[demande]

    def _nouveau(self, nom: str, periode: Periode, activite: int | None) -> int | None:
        fait = self.loi.faits.get(nom)
        cle = fait.cle(activite, periode) if fait else None
        if fait and (cle in self.remplaces or nom not in self.loi.regles):
            return self._ajouter(Noeud(Genre.FAIT, nom, periode, activite, fait=fait, cle=cle))
        if nom in self.loi.regles:
            if self.loi.regles[nom][0].texte == "segments":
                segments = periode.segments(self._coupures(nom, periode, set()))
                if len(segments) > 1:
                    parts = [(s, self._noeud(nom, s, activite)) for s in segments]
                    rangs = tuple(r for _, r in parts if r is not None)
                    poids = tuple((s.jours, periode.jours) for s, r in parts if r is not None)
                    return self._combinaison(nom, periode, rangs, "somme", poids, activite)
            return self._regle(nom, periode, activite)
        if nom in CALENDRIER:
            jours = {"premier_jour_periode": periode.debut, "dernier_jour_periode": periode.fin}
            constante = float(periode.annee) if nom == "annee" else float(numero(jours[nom]))
            return self._ajouter(Noeud(Genre.CONSTANTE, nom, periode, constante=constante))
        return self._parametre(nom, periode, periode.debut)

    def _regle(self, nom: str, periode: Periode, activite: int | None) -> int | None:
        versions = self._versions(nom, self._jour_du_droit(periode.debut), self._categorie(activite))
        if any(self.lus & v.pour.keys() for v in versions):
            return self._choix(nom, versions, periode, activite)
        return self._version(versions[0], periode, activite) if versions else None

    def _versions(self, nom: str, jour: date, categorie: Categorie) -> list[Regle]:
        """Return the versions of a rule on a day that the axes known do not exclude."""
        return [v for v in self.loi.regles[nom] if v.depuis <= jour <= v.jusqu_au and v.peut(categorie, self.lus)]

    def _version(self, regle: Regle, periode: Periode, activite: int | None) -> int | None:
        arguments = []
        for argument in regle.arguments:
            rang = self._argument(regle, argument, periode, activite)
            if argument in regle.defauts and (rang is None or self.plan.noeuds[rang].incertain):
                defaut = self._ajouter(Noeud(Genre.CONSTANTE, argument, periode, constante=regle.defauts[argument]))
                repli = Noeud(Genre.COMBINAISON, argument, periode, activite, (rang or 0, defaut), mode="repli")
                rang = defaut if rang is None else self._ajouter(repli)
            if rang is None:
                return None
            arguments.append(rang)
        vues = [self._argument(regle, nom, periode, activite) for nom in regle.reserves]
        reserves = tuple(r for r in vues if r is not None)
        return self._ajouter(Noeud(Genre.REGLE, regle.nom, periode, activite, tuple(arguments), reserves, regle))

    def _choix(self, nom: str, versions: list[Regle], periode: Periode, activite: int | None) -> int | None:
        """Return the node that chooses between versions by the axes; those of one function and inputs are one."""
        valeurs: dict[tuple[object, ...], int] = {}
        voies: list[tuple[dict[int, frozenset[int]], int]] = []
        for version in versions:
            axes = {axe: self._lu(axe) for axe in version.pour if axe in self.lus}
            rang = None if None in axes.values() else self._version(version, periode, activite)
            if rang is not None:
                calcul = (version.fonction, version.arrondi, self.plan.noeuds[rang].arguments)
                membres = {r: frozenset(map(int, version.pour[axe])) for axe, r in axes.items() if r is not None}
                voies.append((membres, valeurs.setdefault(calcul, rang)))
        arguments, branches = brancher(voies)
        return (
            self._ajouter(Noeud(Genre.CHOIX, nom, periode, activite, arguments, branches=branches)) if voies else None
        )

    def _lu(self, axe: type[IntEnum]) -> int | None:
        """Return the node that tells where the person stands on an axis."""
        return self._valeur(nom_d_axe(axe), self.plan.periode, "annee", "personne", None)

    def _categorie(self, activite: int | None) -> Categorie:
        """Return where a rule stands: the person's category, and for an activity its own members besides."""
        if activite is None or activite >= len(self.par_activite):
            return self.plan.categorie
        return {**self.plan.categorie, **self.par_activite[activite]}

    def _argument(self, regle: Regle, argument: str, periode: Periode, activite: int | None) -> int | None:
        nom, annees = sans_decalage(argument)
        if nom in self.loi.parametres and nom not in self.loi.regles:
            jour = periode.annees_avant(annees).debut
            suit = self.loi.parametres[nom].suit_la_periode
            return self._parametre(nom, periode, jour if suit else self._jour_du_droit(jour))
        # The value of a whole year keeps the law of its own first day, even inside a segment of it.
        modele = self.loi.regles[nom][0] if nom in self.loi.regles else None
        par_segments = modele is not None and (modele.texte, modele.periode) == ("segments", regle.periode)
        if regle.texte == "segments" and not par_segments and nom not in CALENDRIER:
            periode = periode.englobante(regle.periode)
        granularite = "annee" if annees else regle.periode
        if nom.endswith(_DEPUIS_JANVIER):
            return self._depuis_janvier(nom.removesuffix(_DEPUIS_JANVIER), periode, regle, activite)
        return self._valeur(nom, periode.annees_avant(annees), granularite, regle.entite, activite)

    def _depuis_janvier(self, nom: str, periode: Periode, regle: Regle, activite: int | None) -> int | None:
        """Return the node of the sum of a value since the beginning of the civil year, period by period."""
        avant = periode.precedente(regle.periode)
        parts = [] if avant is None else [self._depuis_janvier(nom, avant, regle, activite)]
        parts.append(self._valeur(nom, periode, regle.periode, regle.entite, activite))
        rangs = tuple(r for r in parts if r is not None)
        ici = activite if self._entite(nom) == regle.entite == "activite" else None
        return self._combinaison(nom + _DEPUIS_JANVIER, periode, rangs, "somme", activite=ici)

    def _jour_du_droit(self, jour: date) -> date:
        """Return the day of the text that applies to a day of the period: never later than the one asked for."""
        return min(jour, self.droit_du) if self.droit_du else jour

    def _parametre(self, nom: str, periode: Periode, jour: date) -> int | None:
        demande = (nom, Periode(jour, jour), None)
        if demande not in self.rangs:
            parametre = self.loi.parametres[nom]
            valeur = parametre.au(jour, extrapoler=self.extrapoler)
            if valeur is not None and parametre.est_extrapole(jour):
                self.plan.extrapoles[nom] = valeur
            noeud = Noeud(Genre.PARAMETRE, nom, periode, parametre=valeur, lu_le=jour)
            self.rangs[demande] = None if valeur is None else self._ajouter(noeud)
        return self.rangs[demande]

    def _combinaison(
        self,
        nom: str,
        periode: Periode,
        rangs: tuple[int, ...],
        mode: str,
        poids: tuple[tuple[int, int], ...] = (),
        activite: int | None = None,
    ) -> int | None:
        if not rangs or (len(rangs) == 1 and not poids):
            return rangs[0] if rangs else None
        demande = (f"{mode} {nom}", periode, activite)
        if demande not in self.rangs:
            poids = poids or ((1, 1),) * len(rangs)
            noeud = Noeud(Genre.COMBINAISON, nom, periode, activite, rangs, mode=mode, poids=poids)
            self.rangs[demande] = self._ajouter(noeud)
        return self.rangs[demande]

    def _coupures(self, nom: str, periode: Periode, vus: set[str]) -> set[date]:
        """Return the days of a period on which a value read segment by segment may change."""
        if nom in vus:
            return set()
        vus.add(nom)
        possibles = [r for r in self.loi.regles[nom] if r.peut(self.plan.categorie, self.lus)]
        jours = {j for r in possibles for j in bornes(r)}
        for regle in possibles:
            for argument in regle.arguments:
                if argument in self.loi.parametres:
                    jours.update(j for v in self.loi.parametres[argument].valeurs for j in bornes(v))
                elif argument in self.loi.regles and self.loi.regles[argument][0].texte == "segments":
                    jours |= self._coupures(argument, periode, vus)
        return {j for j in jours if periode.debut < j <= periode.fin}

    def _ajouter(self, noeud: Noeud) -> int:
        vient_d_un_choix = noeud.mode != "repli" and any(self.plan.noeuds[a].incertain for a in noeud.arguments)
        noeud.incertain = noeud.genre is Genre.CHOIX or vient_d_un_choix
        self.plan.noeuds.append(noeud)
        return len(self.plan.noeuds) - 1
