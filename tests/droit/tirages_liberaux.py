"""Members of every fund of liberal professions, drawn around what is delicate: a column a fact."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from egide.droit.commun.categories import Caisse, Praticien
from egide.droit.commun.enumerations import (
    CategorieLiberale,
    Conventionnement,
    Nature,
    OptionConjoint,
    ProfessionSante,
    Statut,
    Territoire,
)
from egide.moteur.faits import Cle
from egide.moteur.periode import JOUR_MAX, numero
from egide.services.loi import loi
from egide.situation import FAITS
from egide.situation.faits_liberaux import DEMANDES

PREMIERE_ANNEE_ASSIETTE_UNIQUE = 2025
ANNEES_LUES = 4
OPTIONS_AVOCAT = [OptionConjoint.REVENU_SANS_PARTAGE_QUART, OptionConjoint.REVENU_SANS_PARTAGE_MOITIE]
OPTIONS = [
    *OPTIONS_AVOCAT,
    OptionConjoint.FORFAIT,
    OptionConjoint.REVENU_AVEC_PARTAGE_QUART,
    OptionConjoint.REVENU_AVEC_PARTAGE_MOITIE,
]
JAMAIS = float(numero(JOUR_MAX))
REVENU_MAXIMAL = 600_000
Colonne = NDArray[np.floating[Any]]


@dataclass(frozen=True)
class Membre:
    """What puts a person in a fund, under a convention or not."""

    categorie: CategorieLiberale
    sante: ProfessionSante
    convention: Conventionnement
    caisse: Caisse
    praticien: Praticien


_C, _S, _V, _P = CategorieLiberale, ProfessionSante, Conventionnement, Praticien
S1, S2, HORS = _V.SECTEUR_1, _V.SECTEUR_2, _V.NON_CONVENTIONNE
MEMBRES = (
    Membre(_C.CIPAV, _S.AUCUNE, S1, Caisse.CIPAV, _P.AUCUN),
    Membre(_C.CARMF, _S.MEDECIN, S1, Caisse.CARMF, _P.MEDECIN_SECTEUR_1),
    Membre(_C.CARMF, _S.MEDECIN, S2, Caisse.CARMF, _P.MEDECIN_SECTEUR_2),
    Membre(_C.CARMF, _S.MEDECIN, HORS, Caisse.CARMF, _P.AUCUN),
    Membre(_C.CARCDSF, _S.CHIRURGIEN_DENTISTE, S1, Caisse.CARCDSF_DENTISTE, _P.CHIRURGIEN_DENTISTE),
    Membre(_C.CARCDSF, _S.CHIRURGIEN_DENTISTE, HORS, Caisse.CARCDSF_DENTISTE, _P.AUCUN),
    Membre(_C.CARCDSF, _S.SAGE_FEMME, S1, Caisse.CARCDSF_SAGE_FEMME, _P.SAGE_FEMME),
    Membre(_C.CARPIMKO, _S.AUXILIAIRE_MEDICAL, S1, Caisse.CARPIMKO, _P.AUXILIAIRE_MEDICAL),
    Membre(_C.CAVP, _S.PHARMACIEN, S1, Caisse.CAVP, _P.AUCUN),
    Membre(_C.CAVP, _S.DIRECTEUR_DE_LABORATOIRE, S1, Caisse.CAVP, _P.DIRECTEUR_DE_LABORATOIRE),
    Membre(_C.CARPV, _S.AUCUNE, S1, Caisse.CARPV, _P.AUCUN),
    Membre(_C.CAVEC, _S.AUCUNE, S1, Caisse.CAVEC, _P.AUCUN),
    Membre(_C.CAVAMAC, _S.AUCUNE, S1, Caisse.CAVAMAC, _P.AUCUN),
    Membre(_C.CAVOM, _S.AUCUNE, S1, Caisse.CAVOM, _P.AUCUN),
    Membre(_C.CPRN, _S.AUCUNE, S1, Caisse.CPRN, _P.AUCUN),
    Membre(_C.CNBF, _S.AUCUNE, S1, Caisse.CNBF, _P.AUCUN),
)


def colonnes(membre: Membre, annee: int, lignes: int, graine: int = 0) -> dict[str, Colonne]:
    """Draw members of a fund for a year: columns, the names of earlier years with `_n_1`… as `calculer` takes them."""
    hasard = np.random.default_rng((annee, int(membre.caisse), int(membre.praticien), graine))
    fixes: dict[str, Any] = {
        "nature": Nature.LIBERALE,
        "statut": Statut.ENTREPRISE_INDIVIDUELLE,
        "categorie_liberale": membre.categorie,
        "profession_sante": membre.sante,
        "conventionne": membre.convention,
        "convention_connue": 1,
    }
    tirees: dict[str, Colonne] = {nom: np.full(lignes, float(v)) for nom, v in fixes.items()}
    debut = numero(date(annee, 1, 1)) - hasard.integers(-330, 3650, lignes)
    tirees["debut"] = np.where(hasard.random(lignes) < 1 / 3, float(numero(date(2001, 5, 1))), debut * 1.0)
    tirees["fin"] = np.where(hasard.random(lignes) < 1 / 5, numero(date(annee, 12, 1)) * 1.0, JAMAIS)
    tirees["rsa_ou_prime_activite"] = (hasard.random(lignes) < 1 / 6) * 1.0
    tirees["incapacite_plus_de_6_mois"] = (hasard.random(lignes) < 1 / 8) * 1.0
    tirees["retraite_depuis"] = np.where(hasard.random(lignes) < 1 / 8, numero(date(2017, 1, 1)) * 1.0, JAMAIS)
    tirees["invalidite_depuis"] = np.where(hasard.random(lignes) < 1 / 8, numero(date(annee, 4, 1)) * 1.0, JAMAIS)
    tirees["naissance_connue"] = numero(date(1970, 1, 1)) + hasard.integers(0, 9000, lignes) * 1.0
    for nom in (
        "cumul_integral",
        "accouchement_dans_l_annee",
        "assistance_tierce_personne",
        "zone_montagne_sous_dotee",
    ):
        tirees[nom] = (hasard.random(lignes) < 1 / 3) * 1.0
    for demande in DEMANDES:
        tirees[f"demande_{demande}"] = (hasard.random(lignes) < 1 / 6) * 1.0
    if membre.praticien in (_P.AUCUN, _P.DIRECTEUR_DE_LABORATOIRE):
        lieu = np.where(hasard.random(lignes) < 1 / 4, Territoire.DROM, Territoire.METROPOLE)
        tirees["territoire"] = lieu * 1.0
    tirees["acre"] = (hasard.random(lignes) < 1 / 3) * 1.0
    offertes = OPTIONS_AVOCAT if membre.caisse is Caisse.CNBF else OPTIONS
    option = np.where(hasard.random(lignes) < 1 / 3, hasard.choice(offertes, lignes), OptionConjoint.AUCUNE)
    tirees["conjoint_collaborateur_option"] = option * 1.0
    tirees["part_depassements"] = hasard.choice([0.0, 0.1, 0.25], lignes)
    tirees["taux_urssaf"] = hasard.choice([0.0, 0.43], lignes)
    for ecart in range(ANNEES_LUES + 1):
        an, suffixe = annee - ecart, f"_n_{ecart}" if ecart else ""
        revenu = np.choose(
            hasard.integers(0, 4, lignes),
            [_seuils(an, hasard, lignes), *(hasard.integers(0, m, lignes) for m in (9000, 120_000, REVENU_MAXIMAL))],
        )
        nom = "revenu_professionnel" if an < PREMIERE_ANNEE_ASSIETTE_UNIQUE else "revenu_brut"
        tirees[nom + suffixe] = revenu * 1.0
        if ecart:
            tirees[f"chiffre_affaires{suffixe}"] = revenu * 2.0
            tirees[f"part_recettes_conventionnees{suffixe}"] = hasard.choice([1.0, 0.75], lignes)
            tirees[f"part_depassements{suffixe}"] = hasard.choice([0.0, 0.1], lignes)
        else:
            tirees["part_recettes_conventionnees"] = hasard.choice([1.0, 0.75], lignes)
    return tirees


def _seuils(annee: int, hasard: np.random.Generator, lignes: int) -> NDArray[np.int64]:
    """Draw incomes on the thresholds of a year and one euro around."""
    pass_ = int(loi().parametres["pass_"].au(date(max(annee, 2017), 1, 1)).flottant)  # type: ignore[union-attr]
    parts = hasard.choice([0.2, 0.4, 0.5, 0.6, 1.0, 1.1, 1.4, 2.5, 3.0, 3.5, 5.0], lignes)
    return (pass_ * parts).astype(np.int64) + hasard.integers(-1, 2, lignes)


def faits(tirees: dict[str, Colonne], annee: int) -> list[dict[Cle, float]]:
    """Return each row as the facts of one person."""
    lignes = range(len(next(iter(tirees.values()))))
    return [{_cle(nom, annee): float(colonne[k]) for nom, colonne in tirees.items()} for k in lignes]


def _cle(nom: str, annee: int) -> Cle:
    base, _, ecart = nom.partition("_n_")
    fait = FAITS[base]
    an = annee - int(ecart or 0)
    return base, 0 if fait.entite == "activite" else None, an if fait.par_annee else None
