"""A career put together: the statement, the activities described since 2018, what is carried on; and its checks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from egide.moteur.erreurs import ErreurEgide
from egide.services.loi import PREMIERE_ANNEE, chiffres, derniere_verification
from egide.situation import Situation
from egide.situation.donnees_retraite import NON_DIT, Annee, carriere_relevee

TRIMESTRES_PAR_AN = 4


def carriere_de(situation: Situation) -> tuple[dict[int, Annee], list[str]]:
    """Return the years of a career, and what was assumed: years that the statement lacks come from the activities."""
    annees = carriere_relevee(situation)
    ajoutees = []
    for annee in range(PREMIERE_ANNEE, derniere_verification().year + 1):
        if annee not in annees and (calculee := _des_activites(situation, annee)):
            annees[annee] = calculee
            ajoutees.append(annee)
    calcul = "absentes du relevé, comptées d'après les cotisations des activités décrites."
    return annees, [f"Années {', '.join(map(str, ajoutees))} : {calcul}"] if ajoutees else []


def _des_activites(situation: Situation, annee: int) -> Annee | None:
    """Return what the contributions of a year give to the pension; None where they cannot be told."""
    if not any(annee in activite.exercices or _cles(activite, annee) for activite in situation.activites):
        return None
    from egide.services.cotisations import cotisations

    try:
        valeurs = cotisations(situation, annee=annee).valeurs
    except ErreurEgide:
        return None
    if "assiette_retraite_base" not in valeurs and "trimestres_annee" not in valeurs:
        return None
    revenu = float(valeurs.get("assiette_retraite_base", 0.0))
    cotisation = float(valeurs.get("cotisation_retraite_complementaire", 0.0))
    trimestres = float(valeurs.get("trimestres_annee", NON_DIT))
    return Annee(annee, revenu, trimestres, cotisation_rci=cotisation, origine="activités")


def _cles(activite: object, annee: int) -> bool:
    return any(str(cle).startswith(str(annee)) for cle in getattr(activite, "recettes", None) or ())


def projeter(carriere: Mapping[int, Annee], effet: date) -> tuple[dict[int, Annee], list[str]]:
    """Carry the last year of work on to the date of effect, where the career goes up to now."""
    annees = {a: v for a, v in carriere.items() if a <= effet.year}
    derniere, en_cours = max(carriere), derniere_verification().year
    if derniere >= effet.year or derniere < en_cours - 1 or not carriere[derniere].revenu:
        return annees, []
    # In a statement the year under way is not a whole one: the year before tells what a year brings.
    entieres = (a for a, v in carriere.items() if v.revenu and (a < en_cours or v.origine == "activités"))
    complete = max(entieres, default=derniere)
    modele = replace(carriere[complete], trimestres=NON_DIT, assimiles=0.0, origine="projection")
    premiere = min(derniere + 1, max(en_cours, complete + 1))
    for annee in range(premiere, effet.year + 1):
        annees[annee] = replace(modele, annee=annee)
    quand = f"En {premiere}" if premiere == effet.year else f"De {premiere} à {effet.year}"
    return annees, [f"{quand}, le revenu de {complete} est supposé se maintenir jusqu'au départ."]


def controler(situation: Situation, carriere: Mapping[int, Annee], effet: date) -> list[str]:
    """Return the likely errors of a statement, one sentence each."""
    return [*_annees_a_revoir(situation, carriere, effet), *_annees_manquantes(carriere, effet)]


def _annees_a_revoir(situation: Situation, carriere: Mapping[int, Annee], effet: date) -> Iterator[str]:
    plafonds = chiffres()["plafonds_des_annees"].au(effet, extrapoler=True)
    assert plafonds is not None
    for annee, lue in sorted(carriere.items()):
        if lue.revenu and lue.trimestres == 0:
            yield f"{annee} : un revenu de {lue.revenu:.0f} € mais aucun trimestre ; à faire vérifier par la caisse."
        if max(lue.trimestres, 0) + lue.assimiles + lue.autres > TRIMESTRES_PAR_AN:
            yield f"{annee} : plus de quatre trimestres au total ; quatre seulement comptent."
        plafond = _plafond(plafonds.flottant, annee)
        if lue.revenu > plafond > 0:
            yield (
                f"{annee} : le revenu ({lue.revenu:.0f} €) dépasse le plafond de l'année ({plafond:.0f} €) ; "
                "il est retenu à hauteur du plafond (un revenu en francs se divise par 6,55957)."
            )


def _plafond(bareme: object, annee: int) -> float:
    from egide.moteur.suites import valeur_de_l_annee

    return float(valeur_de_l_annee(annee, bareme))  # type: ignore[arg-type]


def _annees_manquantes(carriere: Mapping[int, Annee], effet: date) -> Iterator[str]:
    dernieres = max(carriere)
    vides = [a for a in range(min(carriere), min(dernieres, effet.year)) if a not in carriere]
    for debut, fin in _plages(vides):
        plage = f"{debut}" if debut == fin else f"de {debut} à {fin}"
        yield f"{plage} : rien au relevé entre deux périodes ; vérifier qu'aucune activité ni chômage n'y manque."


def _plages(annees: list[int]) -> Iterator[tuple[int, int]]:
    debut = fin = None
    for annee in annees:
        if fin is not None and debut is not None and annee != fin + 1:
            yield debut, fin
            debut = annee
        debut = annee if debut is None else debut
        fin = annee
    if debut is not None and fin is not None:
        yield debut, fin
