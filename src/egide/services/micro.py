"""What a micro-entrepreneur owes for a year: each declaration, the year's sums, what the turnover gives rights to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from egide.droit.commun.enumerations import TypeActiviteMicro, slug
from egide.moteur.completude import Influence, influences
from egide.moteur.evaluation import Evaluation
from egide.moteur.faits import Cle
from egide.moteur.periode import JOUR_MAX, Periode, jour, numero
from egide.services.loi import derniere_verification
from egide.services.micro_avertissements import Avertissement, avertissements, chiffre
from egide.services.micro_dossier import DossierMicro
from egide.services.micro_periodes import MOIS_PAR_AN, Declaration, declarations, fin_de_mois, manquantes
from egide.services.reponse import EXTRAPOLATION, Ligne, Reponse

TOTAL_MICRO = "total_a_payer"
PAR_PERIODE = {
    "cotisations_micro_social": ("cotisation_de_la_periode", "Cotisations sociales"),
    "conjoint_total_cotisations": ("conjoint_de_la_periode", "Cotisations du conjoint collaborateur"),
    "contribution_formation_professionnelle": ("formation_de_la_periode", "Formation professionnelle"),
    "taxe_frais_de_chambre": ("taxe_de_la_periode", "Taxe pour frais de chambre"),
    "versement_liberatoire": ("versement_de_la_periode", "Versement libératoire de l'impôt"),
}
"""The sums of the year that add up amounts of declarations, and how a line of each is called."""
TAUX = {
    "cotisation_de_la_periode": ("taux_reduit", "taux_global"),
    "conjoint_de_la_periode": ("taux_global",),
    "formation_de_la_periode": ("taux_formation_micro",),
    "taxe_de_la_periode": ("taux_frais_de_chambre",),
    "versement_de_la_periode": ("taux_versement_liberatoire",),
}
"""The rates of an amount; the first that applies is that of the line."""
BRANCHES = (
    "cotisation_maladie_maternite",
    "cotisation_indemnites_journalieres",
    "cotisation_invalidite_deces",
    "cotisation_retraite_base",
    "cotisation_retraite_complementaire",
    "csg_crds",
)
ANNEE_DE_LA_CLE = 2022
"""The year during which the payment began to be split between branches, for other than the Cipav: a part of it only."""
ANNEE_SANS_POINTS_CIPAV = 2020
"""The year whose price of a point of the Cipav was not found."""
CIBLES_MICRO = (
    "chiffre_affaires_total",
    "chiffre_affaires_retenu_d_office",
    *PAR_PERIODE,
    "penalite",
    TOTAL_MICRO,
    "revenu_net",
    *BRANCHES,
    "revenu_apres_abattement",
    "assiette_indemnites_journalieres",
    "trimestres_annee",
    "points_retraite_base",
    "points_retraite_complementaire",
    "plafond_chiffre_affaires",
    "chiffre_affaires_annualise",
    "seuil_franchise_tva",
    "seuil_franchise_tva_majore",
    "plafond_revenu_fiscal_versement_liberatoire",
    "sortie_du_regime",
)
MEUBLES = (TypeActiviteMicro.MEUBLE_TOURISME, TypeActiviteMicro.MEUBLE_TOURISME_CLASSE)
_AUSSI = ("compte_dedie_obligatoire", "versement_liberatoire_ouvert", "services_du_mois")
"""Asked for what the warnings say."""


@dataclass(slots=True)
class ReponseMicro(Reponse):
    """The answer about a micro-entrepreneur: an answer, its declarations and what is to be watched."""

    declarations: list[dict[str, Any]] = field(default_factory=list)
    avertissements: list[Avertissement] = field(default_factory=list)

    @property
    def total(self) -> str:
        return TOTAL_MICRO

    def lignes_par_nom(self) -> dict[str, Ligne]:
        """Return one line a sum of the year: the lines of its types and of its rates together."""
        ensemble: dict[str, Ligne] = {}
        for ligne in self.lignes:
            titre = ligne.titre.partition(",")[0]
            if avant := ensemble.get(ligne.nom):
                base = (ligne.assiette or ("", 0.0))[1] + (avant.assiette or ("", 0.0))[1]
                taux = tuple(dict.fromkeys((*avant.taux, *ligne.taux)))
                ligne = replace(ligne, assiette=("recettes", base), taux=taux, montant=avant.montant + ligne.montant)  # noqa: PLW2901
            ensemble[ligne.nom] = replace(ligne, titre=titre, arrondis=MOIS_PAR_AN)
        return ensemble

    def to_dict(self) -> dict[str, Any]:
        document = Reponse.to_dict(self)
        document["declarations"] = self.declarations
        document["avertissements"] = [a.to_dict() for a in self.avertissements]
        return document


def cotisations_micro(dossier: DossierMicro) -> ReponseMicro:
    """Return what a micro-entrepreneur owes for a year; see `egide.services.cotisations.cotisations`."""
    evaluation = dossier.evaluer((*CIBLES_MICRO, *_AUSSI))
    reponse = ReponseMicro("cotisations", dossier.annee, "definitives", verifie_le=derniere_verification())
    reponse.retenir(evaluation, dossier.donnees, CIBLES_MICRO, TOTAL_MICRO)
    reponse.notes = list(dossier.notes)
    _arranger(reponse, dossier, evaluation)
    lecteur = Lecteur(dossier, evaluation)
    reponse.lignes = lecteur.lignes()
    reponse.declarations = lecteur.declarations()
    reponse.avertissements = avertissements(dossier, evaluation)
    reponse.influences = lambda: _influences(dossier, evaluation)
    return reponse


def avertissements_de(dossier: DossierMicro) -> list[Avertissement]:
    """Return what a micro-entrepreneur has to watch in a year."""
    return avertissements(dossier, dossier.evaluer((*CIBLES_MICRO, *_AUSSI)))


def _arranger(reponse: ReponseMicro, dossier: DossierMicro, evaluation: Evaluation) -> None:
    """Take out of the values what does not apply, and write the date of exit as a date."""
    valeurs: dict[str, Any] = reponse.valeurs
    sortie = date_de_sortie(dossier, evaluation)
    valeurs.pop("sortie_du_regime", None)
    if sortie is not None:
        valeurs["sortie_du_regime"] = sortie.isoformat()
    for nom in ("chiffre_affaires_retenu_d_office", "conjoint_total_cotisations"):
        if not valeurs.get(nom):
            valeurs.pop(nom, None)
    hors_cipav = any(p.type_ is not TypeActiviteMicro.CIPAV for p in dossier.parts)
    if dossier.annee == ANNEE_DE_LA_CLE and hors_cipav:
        for nom in (*BRANCHES, "points_retraite_complementaire"):
            valeurs.pop(nom, None)
        reponse.notes.append(
            "Part de chaque branche : elle n'est fixée que depuis le 1er octobre 2022 ; celle de l'année n'est pas "
            "donnée."
        )
    if any(nom in valeurs for nom in BRANCHES) and dossier.annee in range(2024, 2026):
        reponse.notes.append(
            "Part de chaque branche : la clé de juillet 2024 à 2025 a été lue dans les règles du simulateur officiel, "
            "non dans le texte."
        )
    if dossier.annee == ANNEE_SANS_POINTS_CIPAV and any(p.type_ is TypeActiviteMicro.CIPAV for p in dossier.parts):
        reponse.notes.append(
            "Points complémentaires de la Cipav : non donnés, le montant de la première classe de 2020 n'ayant pas été "
            "trouvé."
        )
    if not valeurs.get("seuil_franchise_tva"):
        reponse.notes.append("TVA : elle ne s'applique pas là où s'exerce l'activité (CGI 294) ; aucun seuil.")
        for nom in ("seuil_franchise_tva", "seuil_franchise_tva_majore"):
            valeurs.pop(nom, None)
    if not (dossier.lit_au_dela or dossier.extrapoler):
        reponse.a_confirmer = [t for t in reponse.a_confirmer if not t.startswith(EXTRAPOLATION)]
    reponse.hypotheses = [h for h in reponse.hypotheses if not h.startswith("chiffre d'affaires encaissé")]
    reponse.supposes.pop("recettes", None)
    reponse.references = {nom: articles for nom, articles in reponse.references.items() if nom in valeurs}


def date_de_sortie(dossier: DossierMicro, evaluation: Evaluation) -> date | None:
    """Return the day on which the scheme ends: this 1 January, or the next one when this year decides it."""
    du_jour = jour(float(evaluation["sortie_du_regime"]))
    if du_jour != JOUR_MAX:
        return du_jour
    types = {p.type_ for p in dossier.parts}
    bas = chiffre(dossier, "plafond_micro_services")
    # Ceilings only rise, but for furnished lets: under the lowest of this year, nothing is decided.
    if float(evaluation["chiffre_affaires_annualise"]) <= bas and not types.intersection(MEUBLES):
        return None
    # The ceilings of next year are those of the text in force, carried over if they are not known yet.
    suivante = dossier.de_l_annee(dossier.annee + 1, extrapoler=True)
    suivant = jour(float(suivante.evaluer(("sortie_du_regime",))["sortie_du_regime"]))
    return None if suivant == JOUR_MAX else suivant


def _influences(dossier: DossierMicro, evaluation: Evaluation) -> list[Influence]:
    def recalculer(cle: Cle, essai: float) -> float:
        return float(dossier.avec({cle: essai}).evaluer((TOTAL_MICRO,))[TOTAL_MICRO])

    sans_les_mois = Evaluation(
        evaluation.plan,
        evaluation.valeurs,
        evaluation.donnes,
        {cle: fait for cle, fait in evaluation.supposes.items() if not fait.par_mois},
        evaluation.manquants,
    )
    return influences(sans_les_mois, TOTAL_MICRO, recalculer)


@dataclass
class Lecteur:
    """Reads the amounts of each month in an evaluation, to show them by declaration and by line."""

    dossier: DossierMicro
    evaluation: Evaluation
    _valeurs: dict[tuple[str, int | None, Periode], float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        paires = zip(self.evaluation.plan.noeuds, self.evaluation.valeurs, strict=True)
        self._valeurs = {(n.nom, n.rang, n.periode): float(v) for n, v in paires if isinstance(v, int | float)}

    def valeur(self, nom: str, part: int, mois: Periode) -> float | None:
        return self._valeurs.get((nom, part, mois))

    def lignes(self) -> list[Ligne]:
        """Return the lines of the year: for each sum and type of turnover, what was due at each rate."""
        lignes = []
        for nom, (du_mois, titre) in PAR_PERIODE.items():
            for k, part in enumerate(self.dossier.parts):
                for taux, mois in self._par_taux(du_mois, k).items():
                    lignes.append(self._ligne(nom, du_mois, f"{titre}, {_type(part.type_)}", k, taux, mois))
        penalite = float(self.evaluation["penalite"])
        if penalite:
            titre = "Pénalité de déclarations manquantes ou tardives"
            lignes.append(
                Ligne("penalite", titre, None, (), penalite, ("CSS R. 613-9", "CSS R. 613-10"), None, frozenset())
            )
        return lignes

    def _ligne(self, nom: str, du_mois: str, titre: str, k: int, taux: tuple[float, ...], mois: list[Periode]) -> Ligne:
        base = sum(self.valeur("recettes_retenues", k, m) or 0.0 for m in mois)
        montant = sum(self.valeur(du_mois, k, m) or 0.0 for m in mois)
        if len(self._par_taux(du_mois, k)) > 1:
            titre += f", {_du_au(mois, self._tous_les_mois(k))}"
        regle = next(n.regle for n in self.evaluation.plan.noeuds if n.nom == du_mois and n.rang == k and n.regle)
        articles = tuple(c.sans_version for c in regle.references)
        return Ligne(nom, titre, ("recettes", base), taux, montant, articles, None, frozenset())

    def _par_taux(self, du_mois: str, k: int) -> dict[tuple[float, ...], list[Periode]]:
        """Return the months in which something was cashed, by the rates that applied to it."""
        groupes: dict[tuple[float, ...], list[Periode]] = {}
        for mois in self.dossier.periode.decoupee("mois"):
            if self.valeur("recettes_retenues", k, mois) and self.valeur(du_mois, k, mois) is not None:
                taux = self._taux(du_mois, k, mois)
                if taux or self.valeur(du_mois, k, mois):
                    groupes.setdefault(taux, []).append(mois)
        return {taux: m for taux, m in groupes.items() if any(self.valeur(du_mois, k, x) for x in m)}

    def _tous_les_mois(self, k: int) -> list[Periode]:
        return [m for m in self.dossier.periode.decoupee("mois") if self.valeur("recettes_retenues", k, m)]

    def _taux(self, du_mois: str, k: int, mois: Periode) -> tuple[float, ...]:
        """Return the rates that counted in a month: the reduced one, the full one beyond its limit, or both."""
        lus = [(nom, self.valeur(nom, k, mois)) for nom in TAUX[du_mois]]
        connus = {nom: round(v, 6) for nom, v in lus if v is not None}
        if not connus:
            return ()
        if "taux_reduit" not in connus:
            return (next(iter(connus.values())),)
        reduites, toutes = (self.valeur(nom, k, mois) or 0.0 for nom in ("recettes_a_taux_reduit", "recettes_retenues"))
        noms = [n for n, compte in (("taux_reduit", reduites > 0), ("taux_global", toutes > reduites)) if compte]
        return tuple(dict.fromkeys(connus[n] for n in noms if n in connus))

    def declarations(self) -> list[dict[str, Any]]:
        """Return each declaration of the year, its dates, its turnover, its lines and its amount."""
        activites = [self.dossier.situation.activites[r] for r in dict.fromkeys(p.rang for p in self.dossier.parts)]
        debut = min((a.debut for a in activites if a.debut), default=None)
        fins = [a.fin for a in activites]
        fin = None if None in fins else max(f for f in fins if f)
        attendues = declarations(debut, fin, self.dossier.periodicite, self.dossier.annee)
        return [self._declaration(d) for d in attendues]

    def _declaration(self, declaration: Declaration) -> dict[str, Any]:
        annee = self.dossier.annee
        mois = [Periode(date(an, m, 1), fin_de_mois((an, m))) for an, m in declaration.mois if an == annee]
        absentes = {cle for p in self.dossier.parts for cle in manquantes(p.activite)}
        lignes = [ligne for k in range(len(self.dossier.parts)) for ligne in self._lignes_du(k, mois)]
        recettes: dict[str, float] = {}
        for k, part in enumerate(self.dossier.parts):
            somme = sum(self.valeur("recettes_retenues", k, m) or 0.0 for m in mois)
            recettes[slug(part.type_)] = recettes.get(slug(part.type_), 0.0) + somme
        hors = [f"{an}-{m:02d}" for an, m in declaration.mois if an != annee]
        return {
            "periode": declaration.nom,
            "du": declaration.du.isoformat(),
            "au": declaration.au.isoformat(),
            "date_limite": declaration.date_limite.isoformat(),
            "chiffre_affaires": recettes,
            "lignes": lignes,
            "montant": sum(ligne["montant"] for ligne in lignes),
            **({"manquante": True} if any((m.debut.year, m.debut.month) in absentes for m in mois) else {}),
            **({"mois_d_une_autre_annee": hors} if hors else {}),
        }

    def _lignes_du(self, k: int, mois: Iterable[Periode]) -> list[dict[str, Any]]:
        lignes = []
        for nom, (du_mois, _) in PAR_PERIODE.items():
            for m in mois:
                montant, base = self.valeur(du_mois, k, m), self.valeur("recettes_retenues", k, m)
                if montant and base:
                    taux = list(self._taux(du_mois, k, m))
                    type_ = slug(self.dossier.parts[k].type_)
                    lignes.append({"nom": nom, "type_activite": type_, "base": base, "taux": taux, "montant": montant})
        return lignes


def _type(type_: TypeActiviteMicro) -> str:
    return {
        TypeActiviteMicro.VENTES: "ventes",
        TypeActiviteMicro.PRESTATIONS_BIC: "prestations commerciales ou artisanales",
        TypeActiviteMicro.PRESTATIONS_BNC: "prestations libérales",
        TypeActiviteMicro.CIPAV: "Cipav",
        TypeActiviteMicro.MEUBLE_TOURISME_CLASSE: "meublés de tourisme classés",
        TypeActiviteMicro.MEUBLE_TOURISME: "meublés de tourisme",
    }[type_]


def _du_au(mois: list[Periode], tous: list[Periode]) -> str:
    """Write the months of a rate: from the end of the turnover before it to its last month."""
    dernier = mois[-1].fin
    avant = [m.fin for m in tous if m.fin < mois[0].debut]
    premier = jour(numero(avant[-1]) + 1) if avant else date(dernier.year, 1, 1)
    return f"{premier:%d/%m} – {dernier:%d/%m}"
