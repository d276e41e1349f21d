"""The income on which the provisional contributions of a year are called."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from egide.droit.commun.categories import NatureMontant
from egide.moteur.erreurs import FaitsManquants
from egide.moteur.faits import Cle, Nombre
from egide.moteur.mecanismes import DE_LONGUE_DATE, JAMAIS
from egide.moteur.periode import JOUR_MIN, Periode, jour, numero
from egide.services.dossier_annuel import DossierAnnuel
from egide.services.revenu import completer_revenu
from egide.situation import FAITS, Situation

JOURS_PAR_AN = 365
REVENUS = ("revenu_professionnel", "revenu_brut", "chiffre_affaires", "remuneration", "revenu_imposable")


def asseoir(dossier: DossierAnnuel, situation: Situation) -> None:
    """Put the income that calls rest on in the place of the income of the year.

    An estimated income if there is one; a flat base (decided by the rules) for the first two civil years; else the
    income of the year before, or of two years before as long as that one is not known.

    Raises:
        FaitsManquants: no income of the two years before is given.
    """
    annee = dossier.annee
    if _estimer(dossier, situation):
        _noter(dossier, annee, f"Appels calculés sur le revenu de {annee} estimé par la personne.")
        if dossier.ancienne_assiette and dossier.revenu_de(annee) != "revenu_professionnel":
            dossier.notes.append(
                f"À confirmer : ce revenu estimé est lu dans l'ancienne définition (revenu professionnel, cotisations "
                f"déduites), comme tous les appels de {annee} ; la lettre de CSS L. 131-6-2 (2023-12-28) viserait le "
                "revenu brut."
            )
        return
    if dossier.avant:
        dossier.notes.append(
            "Reprise d'une activité cessée la même année ou la précédente : ce n'est pas un début d'activité "
            "(CSS R. 131-3)."
        )
    if _debut(dossier).year >= annee - 1:
        dossier.notes.append("Début d'activité : appels sur la base forfaitaire des deux premières années civiles.")
        return
    connues = {an for nom, _, an in dossier.donnees if nom in REVENUS and an is not None}
    reference = next((an for an in (annee - 1, annee - 2) if an in connues), None)
    if reference is None:
        ici = f"activites[{dossier.activites[0]}].exercices"
        raise FaitsManquants(
            f"Il manque le revenu de {annee - 1} (ou de {annee - 2}) : les appels de {annee} se calculent dessus ; "
            f"écrire {ici}.{annee - 1}.{dossier.revenu_de(annee - 1)}, ou estimer celui de {annee} dans "
            f"{ici}.{annee}.revenu_estime."
        )
    _reporter(dossier, reference)


def recalculer_la_deuxieme_annee(dossier: DossierAnnuel) -> None:
    """Put the income of the first year, brought to a whole one, in the place of the flat base of the second.

    The calls of the first year are never computed again before their regularisation; those of the second are, when
    the income of the first is declared (L. 131-6-2).
    """
    _reporter(dossier, dossier.annee - 1)


def _estimer(dossier: DossierAnnuel, situation: Situation) -> bool:
    """Take the incomes estimated; all the activities have one, or none.

    Raises:
        FaitsManquants: an activity has none beside one that has.
    """
    nom, annee = "revenu_professionnel" if dossier.ancienne_assiette else "revenu_brut", dossier.annee
    estimes: dict[Cle, Nombre] = {}
    for rang, ancien in enumerate(dossier.activites):
        exercice = situation.activites[ancien].exercices.get(annee)
        if exercice and exercice.revenu_estime is not None:
            estimes[nom, rang, annee] = float(exercice.revenu_estime)
    sans = [ancien for rang, ancien in enumerate(dossier.activites) if (nom, rang, annee) not in estimes]
    if estimes and sans:
        raise FaitsManquants(
            f"Il manque activites[{sans[0]}].exercices.{annee}.revenu_estime : un revenu estimé est donné pour une "
            "autre activité, il en faut un pour chacune."
        )
    if estimes:
        dossier.donnees = {**_sans_revenus_de(dossier.donnees, annee), **estimes}
    return bool(estimes)


def _reporter(dossier: DossierAnnuel, reference: int) -> None:
    source = replace(
        dossier, annee=reference, nature=NatureMontant.DEFINITIVES, notes=[], lus=set(), donnees=dict(dossier.donnees)
    )
    completer_revenu(source)
    dossier.notes += source.notes
    entiere = JOURS_PAR_AN if dossier.du_conjoint else jours_d_activite(dossier, reference)
    coefficient = jours_d_activite(dossier, dossier.annee) / entiere
    reportes: dict[Cle, Nombre] = {
        (nom, rang, dossier.annee): float(valeur) * (coefficient if FAITS[nom].unite else 1.0)
        for (nom, rang, an), valeur in source.donnees.items()
        if an == reference
    }
    dossier.donnees = {**_sans_revenus_de(dossier.donnees, dossier.annee), **reportes}
    _noter(dossier, reference, f"Appels calculés sur le revenu de {reference}.")
    if coefficient != 1:
        dossier.notes.append("Revenu ramené à la durée d'activité de l'année appelée.")


def _noter(dossier: DossierAnnuel, reference: int, note: str) -> None:
    dossier.donnees["annee_de_reference", None, None] = reference
    dossier.annee_des_revenus = reference
    dossier.notes.append(note)


def _sans_revenus_de(donnees: dict[Cle, Nombre], annee: int) -> dict[Cle, Nombre]:
    return {cle: valeur for cle, valeur in donnees.items() if cle[2] != annee}


def _debut(dossier: DossierAnnuel) -> date:
    debuts = [v for (nom, _, _), v in dossier.donnees.items() if nom in ("debut", "debut_d_activite")]
    return jour(float(min(debuts))) if debuts else JOUR_MIN


def jours_d_activite(dossier: DossierAnnuel, annee: int) -> int:
    """Return the days of a year on which an activity was carried on, out of 365."""
    periode = Periode.de_l_annee(annee)
    premier, dernier = int(numero(periode.debut)), int(numero(periode.fin))
    jours: set[int] = set()
    for debut, fin in _durees(dossier):
        jours |= set(range(max(debut, premier), min(fin, dernier) + 1))
    return min(max(len(jours), 1), JOURS_PAR_AN)


def _durees(dossier: DossierAnnuel) -> Iterator[tuple[int, int]]:
    """Yield the first and last days of the activities of the year, and of those that they take up again."""
    for rang in range(len(dossier.activites)):
        debut = dossier.donnees.get(("debut", rang, None), DE_LONGUE_DATE)
        fin = dossier.donnees.get(("fin", rang, None), JAMAIS)
        yield int(debut), int(fin)
    for premier, dernier in dossier.avant:
        yield int(numero(premier) if premier else DE_LONGUE_DATE), int(numero(dernier) if dernier else JAMAIS)
