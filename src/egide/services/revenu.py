"""Finding the income retained for contributions before 2025 when only the income before contributions is given."""

from __future__ import annotations

from dataclasses import replace

from egide.droit.commun.categories import Caisse, NatureMontant
from egide.moteur.ecriture import ecrire
from egide.moteur.erreurs import ErreurEgide, FaitsManquants
from egide.moteur.evaluation import Evaluation, ecrire_inconnue
from egide.moteur.inversion import premier_centime
from egide.moteur.periode import jour
from egide.services.dossier_annuel import DossierAnnuel

ANNEES_LUES = 4
"""Years before, whose incomes the sections of liberal professions read at most."""


def completer_les_annees_passees(dossier: DossierAnnuel) -> None:
    """Write the earlier incomes that sections of liberal professions read, where they follow from what is given.

    Before an activity began its income is nil. Before 2025 the income retained is found from the one before
    contributions, as for the year itself.
    """
    if dossier.categorie().get(Caisse, Caisse.SSI) is Caisse.SSI:
        return
    for annee in range(dossier.annee - 1, dossier.annee - ANNEES_LUES - 1, -1):
        nom = dossier.revenu_de(annee)
        for rang in range(len(dossier.activites)):
            debut = dossier.donnees.get(("debut", rang, None))
            if debut is not None and jour(float(debut)).year > annee:
                dossier.donnees.setdefault((nom, rang, annee), 0.0)
                dossier.donnees.setdefault(("chiffre_affaires", rang, annee), 0.0)
        if nom == "revenu_professionnel" and ("revenu_professionnel", 0, annee) not in dossier.donnees:
            _completer_l_annee(dossier, annee)


def _completer_l_annee(dossier: DossierAnnuel, annee: int) -> None:
    """Find the income retained of an earlier year; it stays missing where that year cannot be computed."""
    source = replace(
        dossier, annee=annee, nature=NatureMontant.DEFINITIVES, notes=[], lus=set(), donnees=dict(dossier.donnees)
    )
    try:
        completer_revenu(source)
    except ErreurEgide:
        return
    cle = ("revenu_professionnel", 0, annee)
    if cle in source.donnees:
        dossier.donnees[cle] = source.donnees[cle]
        dossier.notes += source.notes


def completer_revenu(dossier: DossierAnnuel) -> None:
    """Before 2025, find `revenu_professionnel` from the turnover and expenses, or from `revenu_brut`.

    The income retained is what is left after the contributions it bears: it is the one that, its own contributions
    added back, gives the income before contributions.
    """
    if dossier.simplifie or not dossier.ancienne_assiette or len(dossier.activites) != 1:
        return
    cle = ("revenu_professionnel", 0, dossier.annee)
    avant = _revenu_avant_cotisations(dossier)
    if cle in dossier.donnees or avant is None:
        return
    categorie, cible = dossier.categorie(), "revenu_avant_cotisations"
    # On a flat base no income counts; where the law is not covered the refusal is the caller's to give.
    essai = dossier.evaluer_sans_controle((cible,), categorie)
    if cible not in essai:
        return
    _exiger_le_reste(dossier, essai, cible)

    def assez(revenu: float) -> bool:
        dossier.donnees[cle] = revenu
        return bool(dossier.evaluer_sans_controle((cible,), categorie)[cible] >= avant)

    # Contributions take less than two thirds of the income before them, or some fixed amounts when it is low.
    bas = min(avant, avant / 3) - 10_000
    dossier.donnees[cle] = premier_centime(assez, bas, avant)
    dossier.notes.append(
        f"Revenu professionnel de {dossier.annee} retrouvé à partir du revenu avant cotisations "
        f"({ecrire(avant, '€')}) : {ecrire(dossier.donnees[cle], '€')}."
    )
    dossier.lus |= {(nom, 0, dossier.annee) for nom in ("revenu_brut", "chiffre_affaires", "charges")}


def _exiger_le_reste(dossier: DossierAnnuel, essai: Evaluation, cible: str) -> None:
    """Refuse to look for the income of a year of which something else is missing: the message says what."""
    absents = [n for n in essai.absents(cible) if n.nom != "revenu_professionnel" or n.periode.annee != dossier.annee]
    if absents:
        quoi = " ; ".join(ecrire_inconnue(n.parametre) if n.parametre else dossier.champ_de(n) for n in absents)
        raise FaitsManquants(
            f"Le revenu professionnel de {dossier.annee} ne se retrouve pas à partir du revenu avant cotisations, car "
            f"il manque : {quoi}. Le donner : activites[{dossier.activites[0]}].exercices.{dossier.annee}"
            ".revenu_professionnel.",
            [n.nom for n in absents],
        )


def _revenu_avant_cotisations(dossier: DossierAnnuel) -> float | None:
    donnees, annee = dossier.donnees, dossier.annee
    if (brut := donnees.get(("revenu_brut", 0, annee))) is not None:
        return float(brut)
    recettes, charges = donnees.get(("chiffre_affaires", 0, annee)), donnees.get(("charges", 0, annee))
    if recettes is None:
        return None
    if charges is None:
        dossier.notes.append("Charges professionnelles non données : supposées nulles.")
    return float(recettes) - float(charges or 0)
