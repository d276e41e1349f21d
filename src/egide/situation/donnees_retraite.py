"""From a statement of career to sequences by civil year, which the rules of the pension read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from egide.droit.commun.enumerations import RegimeCarriere
from egide.moteur.faits import Cle
from egide.moteur.periode import numero
from egide.moteur.suites import Suite

if TYPE_CHECKING:
    from egide.situation.modele import Situation
    from egide.situation.modele_evenements import LigneCarriere

ALIGNES = (RegimeCarriere.REGIME_GENERAL, RegimeCarriere.SSI, RegimeCarriere.MSA_SALARIES, RegimeCarriere.MSA)
"""Schemes whose incomes and quarters are those of one pension; plain `msa` stands for farm employees."""
_OUTRE_MER = ("97", "98")
NON_DIT = -1.0
"""Quarters of a year whose statement does not give them: income tells."""


@dataclass(frozen=True)
class Annee:
    """One civil year of a career, every row of it added up.

    Attributes:
        revenu: income in the aligned schemes.
        trimestres: quarters that the statement gives for it, `NON_DIT` where it does not.
        assimiles: credited quarters of the aligned schemes.
        autres, autres_cotises: quarters of the other schemes, and those of them that were paid for.
        cotisation_rci: complementary contribution of the activities described.
        origine: where the year comes from: "relevé", "activités" or "projection".
    """

    annee: int
    revenu: float = 0.0
    trimestres: float = NON_DIT
    assimiles: float = 0.0
    autres: float = 0.0
    autres_cotises: float = 0.0
    cotisation_rci: float = 0.0
    origine: str = "relevé"

    def avec(self, ligne: LigneCarriere) -> Annee:
        """Return this year with one more row of the statement."""
        trimestres = NON_DIT if ligne.trimestres is None else float(ligne.trimestres)
        if ligne.regime is not None and ligne.regime not in ALIGNES:
            valides = max(trimestres, 0.0)
            cotises = valides if ligne.revenu else 0.0
            return replace(self, autres=self.autres + valides, autres_cotises=self.autres_cotises + cotises)
        if not ligne.revenu:
            return replace(self, assimiles=self.assimiles + max(trimestres, 0.0))
        connus = [t for t in (self.trimestres, trimestres) if t != NON_DIT]
        return replace(self, revenu=self.revenu + ligne.revenu, trimestres=sum(connus) if connus else NON_DIT)


def carriere_relevee(situation: Situation) -> dict[int, Annee]:
    """Return the years of the statement, rows of one year added up."""
    annees: dict[int, Annee] = {}
    for ligne in situation.carriere:
        if ligne.annee is not None:
            annees[ligne.annee] = annees.get(ligne.annee, Annee(ligne.annee)).avec(ligne)
    return annees


def donnees_retraite(situation: Situation, carriere: Mapping[int, Annee]) -> dict[Cle, Any]:
    """Return the facts of the pension, without its date of effect."""
    annees = suite_complete(carriere)
    personne, releve = situation.personne, situation.releve
    donnes: dict[str, Any] = {
        "date_naissance": None if personne.date_naissance is None else numero(personne.date_naissance),
        "enfants": personne.enfants,
        "trimestres_enfants": personne.trimestres_enfants,
        "ancien_invalide": None if personne.invalidite.depuis is None else 1.0,
        "points_rci_releves": releve.points_rci,
        "points_rco_1979_1996": releve.points_rco_1979_1996,
        "points_rco_avant_1979": releve.points_rco_avant_1979,
        "points_cnavpl_releves": releve.points_cnavpl,
        "autres_pensions": releve.autres_pensions,
        "annees_de_carriere": Suite(float(a.annee) for a in annees),
        "revenus_alignes": Suite(a.revenu for a in annees),
        "trimestres_releves": Suite(a.trimestres if a.revenu else 0.0 for a in annees),
        "trimestres_assimiles": Suite(a.assimiles for a in annees),
        "trimestres_autres_regimes": Suite(a.autres for a in annees),
        "trimestres_cotises_autres": Suite(a.autres_cotises for a in annees),
        "cotisations_rci": Suite(a.cotisation_rci for a in annees),
    }
    return {(nom, None, None): valeur for nom, valeur in donnes.items() if valeur is not None}


def revenus_fiscaux(situation: Situation, annee: int) -> dict[Cle, Any]:
    """Return what the deductions from a pension of a year read, or nothing where it cannot be told.

    They are known in metropolitan France, for whom the tax income of two years before is given; that of three years
    before is then the same unless it is given.
    """
    personne = situation.personne
    revenus = personne.foyer.revenu_fiscal_de_reference
    outre_mer = (personne.departement or personne.commune or "").startswith(_OUTRE_MER)
    if outre_mer or personne.residence_hors_de_france or annee - 2 not in revenus:
        return {}
    donnes = {
        "revenu_fiscal_avant_derniere_annee": revenus[annee - 2],
        "revenu_fiscal_antepenultieme_annee": revenus.get(annee - 3, revenus[annee - 2]),
        "parts_fiscales": personne.foyer.parts_fiscales,
    }
    return {(nom, None, None): valeur for nom, valeur in donnes.items() if valeur is not None}


def suite_complete(carriere: Mapping[int, Annee]) -> list[Annee]:
    """Return every civil year from the first to the last, empty ones included."""
    if not carriere:
        return []
    return [carriere.get(a, Annee(a)) for a in range(min(carriere), max(carriere) + 1)]
