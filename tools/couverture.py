"""Write docs/couverture.md: for each fund, scheme and year, whether the contribution is computed, and from what.

Nothing is written by hand: for each fund a member is asked for, and what the plan of each contribution reads says
whether it rests on a figure that is not known, on one to be confirmed, or on confirmed ones only.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from egide.droit.commun.categories import Caisse, NatureMontant
from egide.moteur.evaluation import Evaluation
from egide.services.dossier_annuel import DossierAnnuel
from egide.services.loi import PREMIERE_ANNEE, derniere_verification, loi
from egide.services.revenu import completer_les_annees_passees
from egide.situation import charger

PAGE = Path(__file__).parent.parent / "docs" / "couverture.md"
ANNEES = range(PREMIERE_ANNEE, derniere_verification().year + 1)
REVENU, RECETTES, ANNEES_AVANT = 60_000, 150_000, 5
MEMBRES: dict[str, tuple[str, dict[str, object]]] = {
    "Cipav": ("architecte", {}),
    "CARMF, secteur 1": ("medecin", {"conventionne": "secteur_1"}),
    "CARMF, secteur 2": ("medecin", {"conventionne": "secteur_2"}),
    "CARCDSF, chirurgien-dentiste": ("chirurgien_dentiste", {}),
    "CARCDSF, sage-femme": ("sage_femme", {}),
    "CARPIMKO": ("infirmier", {}),
    "CAVP, pharmacien": ("pharmacien", {}),
    "CAVP, directeur de laboratoire": ("biologiste_medical_pharmacien", {}),
    "CARPV": ("veterinaire", {}),
    "CAVEC": ("expert_comptable", {}),
    "CAVAMAC": ("agent_general_assurance", {}),
    "CAVOM": ("commissaire_de_justice", {}),
    "CPRN": ("notaire", {}),
    "CNBF": ("avocat", {}),
}
REGIMES = {
    "cotisation_maladie_maternite": "maladie-maternité",
    "cotisation_indemnites_journalieres": "indemnités journalières",
    "cotisation_allocations_familiales": "allocations familiales",
    "cotisation_retraite_base": "retraite de base",
    "cotisation_retraite_complementaire": "retraite complémentaire",
    "cotisation_asv": "ASV",
    "cotisation_pcv": "PCV",
    "cotisation_invalidite_deces": "invalidité-décès",
    "curps": "Curps",
    "points_retraite_base": "points de base",
    "points_retraite_complementaire": "points complémentaires",
    "points_asv": "points d'ASV",
}
SUR, A_CONFIRMER, ABSENT, SANS_OBJET = "✓", "à confirmer", "—", ""


def main() -> None:
    """Write the page."""
    PAGE.write_text("\n".join(lignes()) + "\n", encoding="utf-8")


def lignes() -> Iterator[str]:
    """Yield the lines of the page."""
    yield "# Couverture : professions libérales"
    yield ""
    yield "*Page faite par `make couverture` à partir des chiffres et des règles : ne pas la modifier à la main.*"
    yield ""
    yield "Une ligne par régime, une colonne par année, pour un professionnel installé de longue date, au revenu moyen,"
    yield "dans sa classe par défaut, en cotisations définitives."
    yield ""
    yield f"- **{SUR}** : calculé, à partir de chiffres lus dans une source ;"
    yield f"- **{A_CONFIRMER}** : calculé, un chiffre ou une lecture reste à confirmer (la réponse dit lequel) ;"
    yield f"- **{ABSENT}** : un chiffre n'est pas connu ; la réponse dit lequel, et donne le reste ;"
    yield "- vide : ce régime n'existe pas pour cette profession cette année-là, ou l'article n'en parle pas."
    for caisse, (profession, particularites) in MEMBRES.items():
        yield ""
        yield f"## {caisse}"
        yield ""
        yield "| | " + " | ".join(map(str, ANNEES)) + " |"
        yield "|---" * (len(ANNEES) + 1) + "|"
        etats = {annee: etats_de(profession, particularites, annee) for annee in ANNEES}
        for nom, regime in REGIMES.items():
            cases = [etats[annee].get(nom, SANS_OBJET) for annee in ANNEES]
            if any(cases):
                yield f"| {regime} | " + " | ".join(cases) + " |"


def etats_de(profession: str, particularites: dict[str, object], annee: int) -> dict[str, str]:
    """Return how each contribution of a member of a fund is known for a year."""
    exercices: dict[int, dict[str, int]] = {}
    for an in range(annee - ANNEES_AVANT, annee + 1):
        nom = "revenu_professionnel" if an < loi_nouvelle() else "revenu_brut"
        exercices[an] = {nom: REVENU, "chiffre_affaires": RECETTES}
    membre = {
        "nature": "liberale",
        "profession": profession,
        "statut": "entreprise_individuelle",
        "debut": "1995-01-01",
        "exercices": exercices,
        **particularites,
    }
    dossier = DossierAnnuel.de(loi(), charger({"activites": [membre]}), annee, NatureMontant.DEFINITIVES)
    completer_les_annees_passees(dossier)
    evaluation = dossier.evaluer(tuple(REGIMES))
    assert evaluation.plan.categorie[Caisse] is not Caisse.SSI, profession
    return {nom: _etat(evaluation, nom) for nom in REGIMES if nom in evaluation}


def loi_nouvelle() -> int:
    """Return the first year of the single base."""
    return int(loi().parametres["premiere_annee_assiette_unique"].valeurs[0].flottant)


def _etat(evaluation: Evaluation, nom: str) -> str:
    if not evaluation.connue(evaluation.plan.cibles[nom]):
        return ABSENT
    noeuds, a_voir, vus = evaluation.plan.noeuds, [evaluation.plan.cibles[nom]], set()
    while a_voir:
        rang = a_voir.pop()
        if rang in vus:
            continue
        vus.add(rang)
        noeud = noeuds[rang]
        doute = noeud.regle.a_confirmer if noeud.regle else noeud.parametre and noeud.parametre.a_confirmer
        if doute and evaluation.valeurs[rang]:
            return A_CONFIRMER
        a_voir += noeud.arguments
    return SUR


if __name__ == "__main__":
    main()
