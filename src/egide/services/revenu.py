"""Finding the income retained for contributions before 2025 when only the income before contributions is given."""

from __future__ import annotations

from egide.moteur.ecriture import ecrire
from egide.moteur.inversion import premier_centime
from egide.services.dossier_annuel import DossierAnnuel


def completer_revenu(dossier: DossierAnnuel) -> None:
    """Before 2025, find `revenu_professionnel` from the turnover and expenses, or from `revenu_brut`.

    The income retained is what is left after the contributions it bears: it is the one that, its own contributions
    added back, gives the income before contributions.
    """
    if not dossier.ancienne_assiette or len(dossier.activites) != 1:
        return
    cle = ("revenu_professionnel", 0, dossier.annee)
    avant = _revenu_avant_cotisations(dossier)
    if cle in dossier.donnees or avant is None:
        return
    categorie, cible = dossier.categorie(), "revenu_avant_cotisations"
    # On a flat base no income counts; where the law is not covered the refusal is the caller's to give.
    if cible not in dossier.evaluer_sans_controle((cible,), categorie):
        return

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
