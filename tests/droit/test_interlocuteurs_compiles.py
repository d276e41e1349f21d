"""The rules of the interlocutors compile: on columns, they give what they give to one person."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from egide.droit.commun.enumerations import CategorieLiberale, Forme, Nature, Regime, ReseauConventionne, Statut
from egide.droit.commun.interlocuteurs import GestionnaireSante, RessortPersonnel
from egide.moteur.compilation import Colonne, compiler
from egide.moteur.evaluation import evaluer, situer
from egide.moteur.faits import Cle
from egide.moteur.periode import Periode, numero
from egide.moteur.regle import Categorie, nom_d_axe
from egide.services.elements_interlocuteurs import AXES, CIBLES
from egide.services.loi import loi

LIGNES = 400
JOURS = [date(2018, 2, 28), date(2019, 6, 1), date(2020, 2, 1), date(2026, 11, 24)]
DEBUTS = [numero(date(2014, 3, 1)), numero(date(2018, 6, 1)), numero(date(2019, 6, 1))]


def colonnes() -> dict[Cle, Colonne]:
    """Draw rows over everything that the rules read."""
    alea = np.random.default_rng(2018)
    choix: dict[str, list[float]] = {
        "regime": [float(Regime.SSI), float(Regime.CNAVPL), float(Regime.CNBF)],
        "section": [float(CategorieLiberale.CIPAV), float(CategorieLiberale.CARMF)],
        "assure_a_titre": [1.0, 2.0, 3.0],
        "effet": [float(d) for d in DEBUTS],
        "nature": [float(n) for n in (Nature.ARTISANALE, Nature.COMMERCIALE, Nature.LIBERALE)],
        "statut": [float(Statut.ENTREPRISE_INDIVIDUELLE), float(Statut.MICRO_ENTREPRENEUR)],
        "inscription": [0.0, 1.0, 2.0, 3.0],
        "forme": [float(f) for f in Forme],
        "profession_particuliere": [0.0, 1.0, 13.0],
        "ressort_activite": [float(r) for r in RessortPersonnel],
        "ressort_residence": [float(r) for r in RessortPersonnel],
        "residence_hors_de_france": [0.0, 1.0],
        "premiere_affiliation": [float(d) for d in DEBUTS],
        "reprise_apres_cessation": [0.0, 1.0],
        "rattachement_cpam_notifie": [float(numero(date(1, 1, 1))), float(numero(date(2020, 1, 25)))],
        "rattachement_cpam_non_recu": [0.0, 1.0],
        "reseau_conventionne": [float(r) for r in ReseauConventionne],
    }
    faits = loi().faits
    return {
        (nom, 0 if faits[nom].entite == "activite" else None, None): alea.choice(valeurs, LIGNES)
        for nom, valeurs in choix.items()
    }


@pytest.mark.parametrize("jour", JOURS, ids=str)
def test_le_rangement_et_les_reponses_compiles_sont_ceux_d_une_personne(jour: date) -> None:
    tirees, periode = colonnes(), Periode(jour, jour)
    rangees = [{cle: float(colonne[i]) for cle, colonne in tirees.items()} for i in range(LIGNES)]
    noms = tuple(nom_d_axe(axe) for axe in AXES)
    plan = loi().plan(noms, {}, periode, donnes=tirees.keys())
    noyau = compiler(plan, {}, tirees.keys())
    resultats = [np.full(LIGNES, np.nan) for _ in noyau.sorties]
    noyau.executer(tirees, resultats)
    axes = {nom_d_axe(axe): axe for axe in AXES}
    for i, donnees in enumerate(rangees):
        situe = situer(loi(), AXES, donnees, periode)
        for nom, colonne in zip(noyau.sorties, resultats, strict=True):
            assert colonne[i] == situe[axes[nom]], (nom, donnees)
    premiere = situer(loi(), AXES, rangees[0], periode)
    sante = evaluer(loi().plan(("gestionnaire_sante",), premiere, periode, donnes=tirees.keys()), rangees[0])
    categorie: Categorie = {**premiere, GestionnaireSante: GestionnaireSante(int(sante["gestionnaire_sante"]))}
    reponses = compiler(loi().plan(CIBLES, categorie, periode, donnes=tirees.keys()), {}, tirees.keys())
    sorties = [np.full(LIGNES, np.nan) for _ in reponses.sorties]
    reponses.executer(tirees, sorties)
    une = evaluer(loi().plan(CIBLES, categorie, periode, donnes=tirees.keys()), rangees[0])
    compilees = {**reponses.constantes, **{n: c[0] for n, c in zip(reponses.sorties, sorties, strict=True)}}
    assert compilees == {nom: une[nom] for nom in compilees}
