"""What late payments cost: imputation of each payment, increases, waiver, small sums, prescription, notice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from egide.moteur.ecriture import ecrire
from egide.moteur.erreurs import FaitsManquants
from egide.moteur.mecanismes import jour_apres_mois
from egide.moteur.periode import Periode, jour, lire_jour, numero
from egide.services.loi import PREMIERE_ANNEE, derniere_verification
from egide.services.loi_recouvrement import RECOUVREMENT, appliquer, articles, au_jour, date_de
from egide.services.reponse import AVERTISSEMENT
from egide.situation import Situation, charger
from egide.situation.modele_evenements import Compte

ORDRE = (
    "csg_crds",
    "cotisation_maladie_maternite",
    "contribution_additionnelle_maladie",
    "cotisation_indemnites_journalieres",
    "cotisation_retraite_base",
    "cotisation_invalidite_deces",
    "cotisation_retraite_complementaire",
    "cotisation_allocations_familiales",
    "contribution_formation_professionnelle",
    "taxe_frais_de_chambre",
)
"""In which order a payment that is not enough goes to the contributions (D. 133-4); those of the reserve that the
decree does not name, daily benefits and additional contribution, go with sickness."""
PARTIES_DE_LA_CSG = ("csg_deductible", "csg_crds_non_deductible")
ENSEMBLE = "ensemble"
PRINCIPAL_D_ABORD = date(2020, 12, 16)
RANGS_DU_DECRET = date(2023, 1, 1)
REMISE_DEPUIS = date(2020, 1, 1)


@dataclass
class Echeance:
    """A sum called, what was paid of it, and what being late costs."""

    jour: date
    montant: float
    annee: int
    dues: dict[str, float]
    imputation: dict[str, float] = field(default_factory=dict)
    paiements: list[tuple[date, float]] = field(default_factory=list)
    majoration_retard: float = 0.0
    majoration_complementaire: float = 0.0
    remise: bool = False
    soldee_le: date | None = None
    prescription_le: date = date.max
    prescrite: bool = False
    explications: list[str] = field(default_factory=list)

    @property
    def paye(self) -> float:
        return sum(montant for _, montant in self.paiements)

    @property
    def reste(self) -> float:
        return round(self.montant - self.paye, 2)

    def impaye_apres(self, au: date) -> float:
        """Return what was still unpaid at the end of a day."""
        return round(self.montant - sum(m for j, m in self.paiements if j <= au), 2)

    def to_dict(self) -> dict[str, Any]:
        return {
            "date": self.jour.isoformat(),
            "annee": self.annee,
            "montant": self.montant,
            "paye": self.paye,
            "reste_du": self.reste,
            "imputation": self.imputation,
            "majoration_retard": self.majoration_retard,
            "majoration_complementaire": self.majoration_complementaire,
            "remise_automatique": self.remise,
            "prescription_le": self.prescription_le.isoformat(),
            "prescrite": self.prescrite,
            "explications": self.explications,
        }


@dataclass
class Majorations:
    """The increases of an account on a day, instalment by instalment."""

    au: date
    echeances: list[Echeance]
    seuil_abandon: float = 0.0
    abandon: bool = False
    trop_verse: float = 0.0
    reprises: dict[str, float] = field(default_factory=dict)
    dates: dict[str, date] = field(default_factory=dict)
    delais: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    a_confirmer: list[str] = field(default_factory=list)
    articles: list[str] = field(default_factory=list)

    def valeurs(self) -> dict[str, Any]:
        """Return the values of the contract."""
        imputation: dict[str, float] = {}
        for e in self.echeances:
            for nom, montant in e.imputation.items():
                imputation[nom] = round(imputation.get(nom, 0) + montant, 2)
        rendues = {
            "majoration_retard": sum(e.majoration_retard for e in self.echeances),
            "majoration_complementaire": sum(e.majoration_complementaire for e in self.echeances),
            "remise_automatique": any(e.remise for e in self.echeances),
            "reste_du": round(sum(e.reste for e in self.echeances), 2),
            "imputation": imputation,
            "seuil_abandon": self.seuil_abandon,
            "abandon": self.abandon,
            **{nom: jour.isoformat() for nom, jour in self.dates.items()},
            **self.reprises,
        }
        if self.echeances:
            rendues["prescription_le"] = min(e.prescription_le for e in self.echeances).isoformat()
            rendues["prescrite"] = all(e.prescrite for e in self.echeances)
        if self.trop_verse:
            rendues["trop_verse"] = self.trop_verse
        return rendues

    def to_dict(self) -> dict[str, Any]:
        return {
            "question": "majorations",
            "date": self.au.isoformat(),
            "valeurs": self.valeurs(),
            "echeances": [e.to_dict() for e in self.echeances],
            "delais": self.delais,
            "activites": [],
            "hypotheses": self.notes,
            "a_confirmer": self.a_confirmer,
            "references": [{"nom": "majorations", "articles": self.articles}],
            "avertissement": AVERTISSEMENT,
        }


def majorations(
    situation: Situation | Mapping[str, Any] | str, *, au: date | str | None = None, extrapoler: bool = False
) -> Majorations:
    """Return what the late payments of an account cost.

    Args:
        situation: with its `compte`: sums called, sums paid.
        au: day on which the account is looked at; the last one verified by default.
        extrapoler: carry the figures beyond the last day they were checked.

    Raises:
        FaitsManquants: no account, or an instalment without date or amount.
    """
    lue = charger(situation)
    jour_demande = derniere_verification() if au is None else lire_jour(au)
    compte = lue.compte
    if compte is None or not compte.echeances:
        raise FaitsManquants("Il manque compte.echeances : les sommes appelées (date, montant), et compte.versements.")
    echeances = [_echeance(compte, rang) for rang in range(len(compte.echeances))]
    echeances.sort(key=lambda e: e.jour)
    rendu = Majorations(jour_demande, echeances)
    _imputer(rendu, compte)
    for echeance in echeances:
        _majorer(echeance, compte, rendu)
    _delais(rendu, compte)
    _noter(rendu, compte)
    return rendu


def _echeance(compte: Compte, rang: int) -> Echeance:
    lue = compte.echeances[rang]
    montant = lue.montant if lue.montant is not None else (sum(lue.natures.values()) or None)
    if lue.date is None or montant is None:
        manque = "date" if lue.date is None else "montant"
        raise FaitsManquants(f"Il manque compte.echeances[{rang}].{manque}.")
    if lue.date.year < PREMIERE_ANNEE:
        raise FaitsManquants(f"compte.echeances[{rang}].date : avant {PREMIERE_ANNEE}, les majorations étaient autres.")
    natures = {nom: float(m) for nom, m in lue.natures.items()}
    dues = _dans_l_ordre(natures) if natures else {ENSEMBLE: float(montant)}
    if natures and abs(sum(natures.values()) - float(montant)) > 1:
        raise FaitsManquants(
            f"compte.echeances[{rang}] : ses natures font {ecrire(sum(natures.values()), '€')}, son montant "
            f"{ecrire(montant, '€')} ; attendu : la même somme."
        )
    return Echeance(lue.date, float(montant), lue.annee or lue.date.year, dues)


def _dans_l_ordre(natures: Mapping[str, float]) -> dict[str, float]:
    """Return the contributions of an instalment in the legal order; the CSG and the CRDS are one."""
    groupees: dict[str, float] = {}
    for nom, montant in natures.items():
        ou = "csg_crds" if nom in PARTIES_DE_LA_CSG else nom
        groupees[ou] = groupees.get(ou, 0.0) + montant
    rang = {nom: k for k, nom in enumerate(ORDRE)}
    return dict(sorted(groupees.items(), key=lambda paire: rang.get(paire[0], len(ORDRE))))


def _imputer(rendu: Majorations, compte: Compte) -> None:
    """Give each payment to the instalment of its day, then to the oldest ones still unpaid."""
    versements = [(v.date, float(v.montant)) for v in compte.versements if v.date and v.montant]
    for le, montant in sorted(versements, key=lambda v: v[0]):
        if le > rendu.au:
            continue
        reste = montant
        for echeance in _ordre_des_echeances(rendu.echeances, le):
            reste = _payer(echeance, le, reste)
        rendu.trop_verse = round(rendu.trop_verse + reste, 2)
    # What is left once the principal is paid goes to increases, then to legal costs (L. 133-4-11).
    libre = rendu.trop_verse
    for nom, du in (("majorations", compte.majorations), ("frais", compte.frais)):
        if du:
            pris = min(libre, float(du))
            libre = round(libre - pris, 2)
            rendu.reprises[f"{nom}_restant_dus"] = round(float(du) - pris, 2)
    rendu.trop_verse = libre


def _ordre_des_echeances(echeances: Sequence[Echeance], le: date) -> list[Echeance]:
    du_jour = [e for e in echeances if e.jour == le]
    if le < RANGS_DU_DECRET and not du_jour:  # the last instalment first, then the oldest ones
        echues = [e for e in echeances if e.jour <= le]
        du_jour = echues[-1:]
    return [*du_jour, *(e for e in echeances if e not in du_jour)]


def _payer(echeance: Echeance, le: date, somme: float) -> float:
    """Pay what can be of an instalment, contribution by contribution; return what is left."""
    pris = 0.0
    for nom, due in echeance.dues.items():
        deja = echeance.imputation.get(nom, 0.0)
        part = float(
            au_jour("somme_imputee", le, reste_a_imputer=somme, reste_du_de_la_nature=round(due - deja, 2))[
                "somme_imputee"
            ]
        )
        echeance.imputation[nom] = round(deja + part, 2)
        somme, pris = round(somme - part, 2), round(pris + part, 2)
    if pris:
        echeance.paiements.append((le, pris))
        if echeance.reste <= 0:
            echeance.soldee_le = le
    return somme


def _majorer(echeance: Echeance, compte: Compte, rendu: Majorations) -> None:
    periode = Periode(echeance.jour, echeance.jour)
    prescription = {
        "annee_de_la_dette": echeance.annee,
        "travail_dissimule": compte.travail_dissimule,
        "jour_de_la_reclamation": compte.mise_en_demeure or rendu.au,
    }
    lus = appliquer(RECOUVREMENT, ("prescription_le", "prescrite"), prescription, periode)
    echeance.prescription_le, echeance.prescrite = jour(lus["prescription_le"]), bool(lus["prescrite"])
    impaye = echeance.impaye_apres(echeance.jour)
    if echeance.jour >= rendu.au or impaye <= 0:
        echeance.explications.append("Payée à sa date, ou pas encore échue : aucune majoration.")
        return
    par_mois = _impaye_par_mois(echeance, rendu.au)
    fin = echeance.soldee_le or rendu.au
    faits = {
        "impaye_a_l_echeance": impaye,
        "impaye_par_mois_commence": sum(par_mois),
        "retard_en_jours": (fin - echeance.jour).days,
        "retard_recent": compte.retard_dans_les_24_mois,
        "declarations_faites": True,
    }
    noms = ["majoration_retard", "majoration_complementaire"]
    avec_remise = echeance.jour >= REMISE_DEPUIS
    noms += ["payee_assez_tot", "majorations_sous_le_plafond", "remise_automatique"] if avec_remise else []
    lus = appliquer(RECOUVREMENT, noms, faits, periode)
    retard, mensuelle = float(lus["majoration_retard"]), float(lus["majoration_complementaire"])
    _article(rendu, "majoration_retard", echeance.jour)
    echeance.explications += [
        f"Non payé à l'échéance : {ecrire(impaye, '€')}, dont la majoration de retard est de {ecrire(retard, '€')}.",
        f"{len(par_mois)} mois ou fraction de mois de retard : majoration complémentaire de {ecrire(mensuelle, '€')}.",
    ]
    if avec_remise:
        echeance.remise = bool(lus["remise_automatique"]) and echeance.soldee_le is not None
        echeance.explications += _conditions(echeance, lus, compte)
        _article(rendu, "remise_automatique", echeance.jour)
    if not echeance.remise:
        echeance.majoration_retard, echeance.majoration_complementaire = retard, mensuelle


def _conditions(echeance: Echeance, lus: Any, compte: Compte) -> list[str]:
    """Tell the conditions of the automatic waiver, each met or not."""
    payee = echeance.soldee_le is not None and bool(lus["payee_assez_tot"])
    jours = (
        "non soldée" if echeance.soldee_le is None else f"soldée en {(echeance.soldee_le - echeance.jour).days} jours"
    )
    lignes = [
        ("payée dans les trente jours", payee, jours),
        ("aucun autre retard en vingt-quatre mois", not compte.retard_dans_les_24_mois, ""),
        ("majorations inférieures au plafond mensuel", bool(lus["majorations_sous_le_plafond"]), ""),
    ]
    dites = " ; ".join(
        f"{nom} : {'oui' if bien else 'non'}{f' ({quoi})' if quoi else ''}" for nom, bien, quoi in lignes
    )
    sens = "les majorations ne sont pas dues" if echeance.remise else "les majorations restent dues"
    return [f"Remise automatique : {dites} : {sens} (CSS R. 243-11)."]


def _impaye_par_mois(echeance: Echeance, au: date) -> list[float]:
    """Return what was unpaid at the beginning of each month of delay that began."""
    debut = numero(echeance.jour)
    par_mois: list[float] = []
    while True:
        du_mois = jour(jour_apres_mois(debut, len(par_mois)))
        impaye = echeance.impaye_apres(du_mois)
        if impaye <= 0 or du_mois >= au:
            return par_mois
        par_mois.append(impaye)


def _delais(rendu: Majorations, compte: Compte) -> None:
    reste = sum(e.reste for e in rendu.echeances)
    lus = appliquer(RECOUVREMENT, ("seuil_abandon", "abandon"), {"reste_du": reste}, Periode(rendu.au, rendu.au))
    rendu.seuil_abandon, rendu.abandon = float(lus["seuil_abandon"]), bool(lus["abandon"])
    _article(rendu, "seuil_abandon", rendu.au)
    if rendu.abandon:
        rendu.delais.append(
            f"Reste dû inférieur à {ecrire(rendu.seuil_abandon, '€')} : l'Urssaf peut y renoncer (CSS D. 133-1)."
        )
    for e in rendu.echeances:
        if e.reste > 0:
            dit = "est prescrite depuis" if e.prescrite else "peut être réclamée jusqu'au"
            rendu.delais.append(
                f"L'échéance du {e.jour:%d/%m/%Y} {dit} le {e.prescription_le:%d/%m/%Y} (CSS L. 244-3)."
                if e.prescrite
                else f"L'échéance du {e.jour:%d/%m/%Y} {dit} {e.prescription_le:%d/%m/%Y} (CSS L. 244-3)."
            )
    if (mise := compte.mise_en_demeure) is not None:
        suites = (
            ("paiement_apres_mise_en_demeure", "payer, après quoi une contrainte peut être décernée (CSS R. 133-3)"),
            ("recours_amiable_le", "saisir la commission de recours amiable (CSS R. 142-1)"),
        )
        faits: dict[str, Any] = {"mise_en_demeure_le": mise}
        for nom, quoi in suites:
            rendu.dates[nom] = date_de(nom, mise, **faits)
            rendu.delais.append(f"Mise en demeure : jusqu'au {rendu.dates[nom]:%d/%m/%Y} pour {quoi}.")
        nom = "prescription_de_l_action_le"
        rendu.dates[nom] = date_de(nom, mise, **faits, travail_dissimule=compte.travail_dissimule)
        rendu.delais.append(
            f"L'Urssaf peut agir jusqu'au {rendu.dates[nom]:%d/%m/%Y} (CSS L. 244-8-1) ; contre une contrainte, "
            "l'opposition se forme dans les quinze jours, motivée, copie jointe (CSS R. 133-3)."
        )


def _noter(rendu: Majorations, compte: Compte) -> None:
    if compte.retard_dans_les_24_mois is None:
        rendu.notes.append(
            "Aucun autre retard supposé dans les vingt-quatre mois précédents (compte.retard_dans_les_24_mois)."
        )
    rendu.notes.append(
        "Déclarations de revenu supposées faites à temps. Une remise des majorations se demande une fois le principal "
        "payé, ou un plan signé (CSS R. 243-20)."
    )
    if any(e.jour < PRINCIPAL_D_ABORD for e in rendu.echeances):
        rendu.a_confirmer.append(
            "Avant le 16 décembre 2020, aucun texte ne disait si un paiement allait d'abord au principal "
            "(CSS L. 133-4-11)."
        )
    rendu.a_confirmer.append(
        "Majorations arrondies à l'euro ; indemnités journalières rangées avec la maladie : le décret ne les nomme pas "
        "(CSS D. 133-4). Un paiement hors échéance va ici à la plus ancienne dette, que le décret vise ensuite."
    )


def _article(rendu: Majorations, nom: str, au: date) -> None:
    rendu.articles += [a for a in articles(RECOUVREMENT, nom, au) if a not in rendu.articles]
