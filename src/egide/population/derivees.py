"""The facts read from other columns, as the answer to one person reads them from a situation.

For a year and for a day:

* `profession` gives the section and what the law says of the profession by its name (with `nature`);
* `commune` gives the territories: of the residence, and of the activities that have no `activites__0__commune` of
  theirs; `departement` does where no commune is given;
* `organisme_conventionne` (a name, or nothing) tells the RAM from the others;
* a birth date says that it is known.

For a day only:

* `profession` gives `nature` too, where there is no such column; a `statut` not given is the individual business;
* a column of shares, the turnover or the income of a year say that these are known;
* `debut` gives `premiere_affiliation`.

A fact given as a column stays as it is given. Every other fact is asked under its own name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial, reduce

import numpy as np
from numpy.typing import NDArray

from egide.annuaire import (
    DEPARTEMENTS,
    departement_de_commune,
    ressort_du_departement,
    territoire_du_departement,
)
from egide.droit.commun.enumerations import (
    CategorieLiberale,
    Nature,
    ProfessionSante,
    Regime,
    ReseauConventionne,
    Statut,
)
from egide.moteur.mecanismes import DE_LONGUE_DATE, JAMAIS
from egide.moteur.periode import numero
from egide.population.colonnes import ColonneInvalide, Colonnes, Mots, Valeurs
from egide.services.activites_liees import ordre_des_annees
from egide.situation import FAITS
from egide.situation.donnees import reseau_conventionne, section_du_metier
from egide.situation.donnees_affiliation import REVENUS, nature_du_metier, particularite_du_metier
from egide.situation.donnees_liberales import profession_de_sante

PARTS = ("part_personne", "part_conjoint", "part_enfants_mineurs", "part_autres_gerants")


def completer(lues: Colonnes, jour: date | None) -> None:
    """Put in the facts read from other columns; `jour` is None for a year.

    Raises:
        ColonneInvalide, ProfessionInconnue, CommuneInvalide: a word that is not known.
    """
    if ("organisme_conventionne", None) in lues.mots:
        lues.poser("reseau_conventionne", None, lues.mots["organisme_conventionne", None].traduire(_reseau))
    lues.poser("ressort_residence", None, _du_departement(lues, None, ressort_du_departement))
    lues.poser("naissance_connue", None, lues.lue("date_naissance", None))
    lues.poser("territoire", 0, _du_departement(lues, 0, territoire_du_departement))
    lues.poser("ressort_activite", 0, _du_departement(lues, 0, ressort_du_departement))
    _du_metier(lues, 0, jour)
    if jour:
        _du_jour(lues, 0, jour)
    debut = lues.lue("debut", 0)
    if jour and debut is not None:
        lues.poser("premiere_affiliation", None, np.where(np.less_equal(debut, numero(jour)), debut, DE_LONGUE_DATE))


def completer_les_prestations(lues: Colonnes) -> None:
    """Put in what benefits read: the scheme, as the nature and the section tell it, and since when it insures."""
    nature, section = lues.lue("nature", 0), lues.lue("categorie_liberale", 0)
    if nature is not None and section is not None:
        ssi = (CategorieLiberale.SANS_OBJET, CategorieLiberale.NON_REGLEMENTEE)
        liberal = np.where(np.equal(section, CategorieLiberale.CNBF), Regime.CNBF, Regime.CNAVPL)
        independant = np.isin(nature, (Nature.ARTISANALE, Nature.COMMERCIALE, Nature.LIBERALE))
        regime = np.where(np.isin(section, ssi), Regime.SSI, liberal)
        lues.poser("regime", 0, np.where(independant, regime, Regime.AUCUN))
    lues.poser("assure_sans_interruption_depuis", None, lues.lue("premiere_affiliation", None))


def _reseau(nom: str) -> float:
    return float(reseau_conventionne(nom) if nom else ReseauConventionne.INCONNU)


def _du_departement(lues: Colonnes, rang: int | None, sens: Callable[[str], int]) -> Valeurs | None:
    """Return what the département of an activity, or of the person, stands for."""
    communes = lues.mots.get(("commune", rang), lues.mots.get(("commune", None)))
    if communes is not None:
        return communes.traduire(lambda code: sens(departement_de_commune(code)))
    departements = lues.mots.get(("departement", None))
    return None if departements is None else departements.traduire(lambda code: sens(_departement(code)))


def _departement(code: str) -> str:
    if code not in DEPARTEMENTS:
        raise ColonneInvalide(f"departement : « {code} » n'est pas un code de département (35, 2A, 974).")
    return code


def _du_metier(lues: Colonnes, rang: int, jour: date | None) -> None:
    """Put in what a profession tells, or, without one, that no section is needed where no activity is liberal."""
    natures, mots = lues.lue("nature", rang), lues.mots.get(("profession", rang))
    if lues.lue("conventionne", rang) is not None:
        lues.poser("convention_connue", rang, 1.0)
    if mots is not None:
        lues.poser("profession_particuliere", rang, _selon_le_metier(mots, natures, particularite_du_metier))
        lues.poser("profession_sante", rang, mots.traduire(_sante))
        if natures is None and jour:
            natures = mots.traduire(_nature)
            lues.poser("nature", rang, natures)
        lues.poser("categorie_liberale", rang, _selon_le_metier(mots, natures, section_du_metier))
    elif natures is not None and not np.equal(natures, Nature.LIBERALE).any():
        lues.poser("categorie_liberale", rang, float(CategorieLiberale.SANS_OBJET))


def _selon_le_metier(
    mots: Mots, natures: Valeurs | None, sens: Callable[[str, Nature | None], int]
) -> NDArray[np.float64]:
    """Return what a profession tells, as it is carried on, where the nature of the activity is given."""
    if natures is None:
        return mots.traduire(lambda metier: sens(metier, None))
    selon = np.array([[float(sens(metier, nature)) for nature in Nature] for metier in mots.ecrits]).reshape(
        -1, len(Nature)
    )
    return np.asarray(selon[mots.rangs, np.asarray(natures, dtype=np.intp) - min(Nature)])


def _sante(metier: str) -> ProfessionSante:
    return profession_de_sante(metier) or ProfessionSante.AUCUNE


def _nature(metier: str) -> Nature:
    lue = nature_du_metier(metier)
    if lue is None:
        raise ColonneInvalide(
            f"profession : l'annuaire ne dit pas la nature de « {metier} » ; donnez la colonne nature."
        )
    return lue


def _du_jour(lues: Colonnes, rang: int, jour: date) -> None:
    """Put in what the affiliation of an activity reads from other facts."""
    lues.poser("statut", rang, float(Statut.ENTREPRISE_INDIVIDUELLE))
    if any(lues.lue(part, rang) is not None for part in PARTS):
        lues.poser("parts_connues", rang, 1.0)
    donnes = (*lues.scalaires, *lues.tableaux)
    annees = {annee for nom, de, annee in donnes if de == rang and annee is not None and FAITS[nom].par_annee}
    for annee in annees:
        nuls = [np.equal(v, 0) for nom in REVENUS if (v := lues.lue(nom, rang, annee)) is not None]
        if nuls:
            lues.poser("revenu_nul", rang, reduce(np.logical_and, nuls, _exercee(lues, rang, annee)), annee)
    _des_comptes(lues, rang, sorted(annees, key=partial(ordre_des_annees, jour)))


def _exercee(lues: Colonnes, rang: int, annee: int) -> NDArray[np.bool_]:
    """Tell whether an activity was carried on in a year: what a row holds of another year is no account."""
    debut, fin = lues.lue("debut", rang), lues.lue("fin", rang)
    commencee = np.less_equal(DE_LONGUE_DATE if debut is None else debut, numero(date(annee, 12, 31)))
    return commencee & np.greater_equal(JAMAIS if fin is None else fin, numero(date(annee, 1, 1)))


def _des_comptes(lues: Colonnes, rang: int, annees: Iterable[int]) -> None:
    """Put in the receipts and the taxable income of the first of the years in which the nature has the one it needs."""
    nature = lues.lue("nature", rang)
    chambres = np.equal(nature if nature is not None else 0.0, Nature.CHAMBRES_HOTES)
    connues, recettes, imposable = np.array(False), np.array(0.0), np.array(0.0)
    for annee in annees:
        vendu, impose = lues.lue("chiffre_affaires", rang, annee), lues.lue("revenu_imposable", rang, annee)
        ici = ~connues & np.where(chambres, impose is not None, vendu is not None) & _exercee(lues, rang, annee)
        recettes = np.where(ici, 0.0 if vendu is None else vendu, recettes)
        imposable = np.where(ici, 0.0 if impose is None else impose, imposable)
        connues = connues | ici
    if connues.any():
        lues.poser("recettes_connues", rang, connues)
        lues.poser("recettes_de_l_annee", rang, recettes)
        lues.poser("revenu_imposable_de_l_annee", rang, imposable)
