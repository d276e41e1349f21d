"""A year with a micro-business and another self-employed activity, in turn or at once: each computed in its own way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from egide.moteur.erreurs import HorsChamp
from egide.services.loi import loi
from egide.services.micro import BRANCHES, TOTAL_MICRO, ReponseMicro
from egide.services.micro_dossier import DossierMicro
from egide.services.reponse import Reponse
from egide.situation import Situation
from egide.situation.modele_activite import Activite

TOTAL = "total_cotisations_et_contributions"
ADDITIONNEES = (*BRANCHES, "contribution_formation_professionnelle", "revenu_net")
"""Sums that both ways of contributing have: a person's is that of the two."""
HORS_COTISATIONS = ("versement_liberatoire", "penalite", "taxe_frais_de_chambre")
"""What a micro-entrepreneur pays to the Urssaf that is no social contribution."""
EN_MEME_TEMPS = (
    "{ou} : micro-entreprise et autre activité indépendante en même temps. CSS L. 613-7 ne met au taux global que les "
    "activités imposées selon les articles 50-0 ou 102 ter du CGI, sans dire ce qu'il advient de qui en exerce une "
    "autre : chacune est calculée ici à sa façon. Mais une personne n'a qu'une entreprise individuelle "
    "(bpifrance-creation.fr, service-public F33339) : si l'autre est aussi en nom propre, ou dans une société gérée à "
    "la majorité, l'Urssaf peut refuser le micro-social, et tout est alors dû sur le revenu. C'est elle qui décide, "
    "par lettre recommandée, à contester dans le mois (CSS R. 613-11)."
)
L_UNE_APRES_L_AUTRE = (
    "{ou} : micro-entreprise et autre activité indépendante, l'une après l'autre, la même année. Le plafond de la "
    "sécurité sociale de cette autre activité est réduit à ses jours (CSS R. 613-17) ; l'affiliation ne s'étant "
    "pas interrompue et ce passage n'étant pas un début d'activité (CSS R. 131-3), l'Urssaf peut retenir le "
    "plafond entier."
)


def refuser_les_deux(dossier: DossierMicro) -> None:
    """Refuse a question about one way of contributing to who has both that year."""
    motif = (
        f"Micro-entreprise et autre activité indépendante ({_lieux(dossier.autres)}) en {dossier.annee} : "
        "« egide cotisations » les donne ensemble, chacune à sa façon ; pour cette question-ci, décrire l'une ou "
        "l'autre seule."
    )
    raise HorsChamp([("hors_champ_micro_et_autre", motif)])


@dataclass(slots=True)
class ReponseDeuxRegimes(ReponseMicro):
    """The answer about a year in two schemes: the declarations of one, the contributions on income of the other."""


def reunir(dossier: DossierMicro, micro: ReponseMicro, ordinaire: Reponse) -> ReponseDeuxRegimes:
    """Put together what is due on turnover and what is due on income.

    Args:
        dossier: the person, that year.
        micro, ordinaire: both answers.
    """
    rangs = (list(dossier.recettes), dossier.autres)
    reponse = ReponseDeuxRegimes("cotisations", micro.annee, "definitives", verifie_le=micro.verifie_le)
    reponse.declarations, reponse.avertissements = micro.declarations, micro.avertissements
    reponse.valeurs = _valeurs(micro.valeurs, ordinaire.valeurs)
    reponse.lignes = [*micro.lignes, *ordinaire.lignes]
    reponse.indisponibles = ordinaire.indisponibles
    reponse.activites = [
        {"activites": siens, "regime_social": regime, "valeurs": partie.valeurs}
        for siens, regime, partie in zip(rangs, ("micro_social", "ordinaire"), (micro, ordinaire), strict=True)
    ]
    reponse.references = {**ordinaire.references, **micro.references}
    reponse.parametres = list({p["nom"]: p for p in (*ordinaire.parametres, *micro.parametres)}.values())
    for nom in ("notes", "hypotheses", "donnes", "manquants"):
        setattr(reponse, nom, _une_fois(getattr(micro, nom), getattr(ordinaire, nom)))
    reponse.supposes = {**ordinaire.supposes, **micro.supposes}
    doute = _doute(dossier.situation, micro.annee, rangs)
    # The total of another reading is that of one part only: which one is said.
    des_parties = [
        f"{_lieux(siens)} : {texte}"
        for siens, partie in zip(rangs, (micro, ordinaire), strict=True)
        for texte in partie.a_confirmer
    ]
    reponse.a_confirmer = [doute, *des_parties]
    reponse.influences = lambda: [*micro.influences(), *ordinaire.influences()]
    return reponse


def _valeurs(micro: dict[str, Any], ordinaire: dict[str, Any]) -> dict[str, Any]:
    """Return the person's values: sums of what adds up, and what only one of them has.

    A base is that of one scheme: both having one, it is told of each only.
    """
    communes = micro.keys() & ordinaire.keys()
    valeurs = {nom: v for nom, v in {**micro, **ordinaire}.items() if nom not in communes}
    # The share of a branch is known of both or of neither: half of it would pass for the whole.
    seules = {nom for nom in BRANCHES if nom in ordinaire and nom not in micro}
    valeurs = {nom: v for nom, v in valeurs.items() if nom not in seules}
    valeurs |= {nom: round(micro[nom] + ordinaire[nom], 2) for nom in ADDITIONNEES if nom in communes}
    if "trimestres_annee" in communes:
        au_plus = loi().parametres["trimestres_par_an"].valeurs[0].flottant
        valeurs["trimestres_annee"] = min(micro["trimestres_annee"] + ordinaire["trimestres_annee"], int(au_plus))
    valeurs[TOTAL_MICRO] = round(micro[TOTAL_MICRO] + ordinaire[TOTAL], 2)
    valeurs[TOTAL] = round(valeurs[TOTAL_MICRO] - sum(micro.get(nom, 0) for nom in HORS_COTISATIONS), 2)
    return valeurs


def _une_fois(*textes: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(t for suite in textes for t in suite))


def _doute(situation: Situation, annee: int, rangs: tuple[list[int], list[int]]) -> str:
    ensemble = any(
        _se_recouvrent(situation.activites[m], situation.activites[o], annee) for m in rangs[0] for o in rangs[1]
    )
    texte = EN_MEME_TEMPS if ensemble else L_UNE_APRES_L_AUTRE
    return texte.format(ou=_lieux(sorted((*rangs[0], *rangs[1]))))


def _lieux(rangs: Iterable[int]) -> str:
    return ", ".join(f"activites[{rang}]" for rang in rangs)


def _se_recouvrent(une: Activite, autre: Activite, annee: int) -> bool:
    """Tell whether two activities are both carried on some day of a year."""
    debut = max(une.debut or date.min, autre.debut or date.min, date(annee, 1, 1))
    return debut <= min(une.fin or date.max, autre.fin or date.max, date(annee, 12, 31))
