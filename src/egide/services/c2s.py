"""The complementary health cover given on income: CMU-C and ACS, then C2S; its ceilings, its cost, how to ask."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date as Date  # noqa: N812 — `date` is the name of the option
from enum import IntEnum
from typing import Any

from egide.droit.commun.enumerations import slug
from egide.droit.solidarite.enumerations import BaseDesRevenus, C2sDroit
from egide.moteur.ecriture import ecrire
from egide.moteur.erreurs import ErreurEgide
from egide.moteur.evaluation import Evaluation
from egide.moteur.faits import Cle, Nombre
from egide.moteur.periode import jour as jour_du_numero
from egide.services.affiliation import jour_demande
from egide.services.loi import loi_de
from egide.services.reponse import articles_de
from egide.services.reponse_droits import ReponseDroits, evaluer_au, exiger
from egide.services.reponse_prestations import Condition, Demarche
from egide.services.revenus_du_foyer import revenus
from egide.situation import Situation, charger

RESSOURCES = ("revenu_d_activite_retenu", "ressources_annuelles", "forfait_logement", "ressources_retenues")
PLAFONDS = ("c2s_plafond", "c2s_plafond_payante")
COUTS = ("c2s_participation_mensuelle", "acs_cheque")
DATES = (
    "decision_au_plus_tard",
    "effet_au_plus_tard",
    "fin_du_droit",
    "renouvellement_a_partir_du",
    "renouvellement_jusqu_au",
)
PERIODE = ("debut_periode_ressources", "fin_periode_ressources")
ANCIENS = (C2sDroit.CMU_C, C2sDroit.ACS)
PREMIER_JOUR_DE_LA_C2S = Date(2019, 11, 1)
MOTIFS = {
    C2sDroit.CMU_C: "Les ressources du foyer sont inférieures au plafond : CMU complémentaire, gratuite.",
    C2sDroit.ACS: "Les ressources sont entre le plafond de la CMU-C et ce plafond majoré : aide à la mutuelle (ACS).",
    C2sDroit.GRATUITE: "Les ressources du foyer sont inférieures au plafond : complémentaire santé solidaire gratuite.",
    C2sDroit.PAYANTE: "Les ressources sont entre le plafond, compris, et ce plafond majoré : complémentaire santé "
    "solidaire avec participation.",
    C2sDroit.AUCUN: "Les ressources du foyer dépassent le plafond majoré.",
}
SANS_RESIDENCE = "Cette couverture n'existe pas dans ce territoire à cette date, ou la résidence est hors de France."
AU_RSA = "Le foyer reçoit le RSA : il est réputé remplir la condition de ressources, et la couverture est gratuite."


def c2s(
    situation: Situation | Mapping[str, Any] | str, *, date: Date | str | None = None, extrapoler: bool = False
) -> ReponseDroits:
    """Return the right of a household to a complementary health cover asked for on a day.

    Args:
        situation: a `Situation`, its document as a dict, or the path of its file.
        date: the day of the request, or its ISO text; the last one verified by default.
        extrapoler: answer beyond the known law, carried over; the answer says so.

    Raises:
        SituationInvalide: the document has faults.
        HorsPlage: the day is outside the range covered.
        FaitsManquants: a fact is needed; the message says where to write it.
    """
    lue = charger(situation)
    jour = jour_demande(date, extrapoler=extrapoler)
    foyer = lue.personne.foyer
    donnees, categorie, notes = _lire(lue, jour)
    reponse = ReponseDroits("c2s", jour, notes=notes)
    loi = loi_de("solidarite")
    premiere = ("c2s_droit", "residence_ouvrant_droit", *RESSOURCES, *PLAFONDS, *PERIODE, *DATES)
    evaluation = evaluer_au(loi, premiere, donnees, jour, categorie, extrapoler=extrapoler)
    droit = C2sDroit(int(evaluation["c2s_droit"]))
    reponse.retenir(evaluation, donnees, (*RESSOURCES, *PLAFONDS), "c2s_plafond_payante")
    motif = AU_RSA if foyer.rsa else MOTIFS[droit]
    if not evaluation["residence_ouvrant_droit"]:
        motif = SANS_RESIDENCE
    reponse.valeurs |= {"c2s_droit": slug(droit), "droit_ouvert": droit is not C2sDroit.AUCUN, "motif": motif}
    reponse.references["c2s_droit"] = _articles(evaluation, "c2s_droit")
    dates = {nom: jour_du_numero(evaluation[nom]) for nom in (*PERIODE, *DATES)}
    reponse.valeurs["periode_ressources"] = {
        "du": dates[PERIODE[0]].isoformat(),
        "au": dates[PERIODE[1]].isoformat(),
    }
    if droit is not C2sDroit.AUCUN:
        _cout(lue, reponse, donnees, {**categorie, C2sDroit: droit}, droit, extrapoler=extrapoler)
    _conditions(reponse, evaluation, droit, au_rsa=bool(foyer.rsa))
    _demarches(lue, reponse, evaluation, dates, droit)
    if lue.personne.rsa_ou_prime_activite and not foyer.rsa:
        reponse.notes.append(
            "si c'est le RSA que reçoit le foyer (personne.foyer.rsa: true), la couverture est gratuite"
        )
    if foyer.ressources_annuelles is not None:
        reponse.notes.append("ressources_annuelles : toutes celles du foyer, revenu d'activité compris, hors logement")
    return reponse


def _lire(situation: Situation, jour: Date) -> tuple[dict[Cle, Nombre], dict[type[IntEnum], IntEnum], list[str]]:
    """Return the facts of a household, what its income is made of, and what was supposed to know it."""
    foyer = situation.personne.foyer
    exiger(foyer.personnes, "personne.foyer.personnes", "nombre de personnes du foyer")
    donnees = situation.donnees()
    if foyer.ressources_annuelles is not None or foyer.rsa:
        return donnees, {BaseDesRevenus: BaseDesRevenus.DERNIER_AVIS}, []
    retenus = revenus(situation, jour)
    return donnees | retenus.faits, {BaseDesRevenus: retenus.base}, retenus.notes


def evaluer_pour(situation: Situation, cibles: tuple[str, ...], *, extrapoler: bool = False) -> Evaluation:
    """Evaluate some rules for the household of a situation, on the last day verified; see `c2s` for what it raises."""
    jour = jour_demande(None, extrapoler=extrapoler)
    donnees, categorie, _ = _lire(situation, jour)
    loi = loi_de("solidarite")
    droit = evaluer_au(loi, ("c2s_droit",), donnees, jour, categorie, extrapoler=extrapoler)
    categorie[C2sDroit] = C2sDroit(int(droit["c2s_droit"]))
    return evaluer_au(loi, cibles, donnees, jour, categorie, extrapoler=extrapoler)


def _articles(evaluation: Evaluation, nom: str) -> tuple[str, ...]:
    regle = evaluation.plan.noeuds[evaluation.plan.cibles[nom]].regle
    assert regle is not None
    return articles_de(regle)


def _cout(
    situation: Situation,
    reponse: ReponseDroits,
    donnees: dict[Cle, Nombre],
    categorie: dict[type[IntEnum], IntEnum],
    droit: C2sDroit,
    *,
    extrapoler: bool,
) -> None:
    """Add what the cover costs, or what the cheque pays, at the person's age."""
    if droit not in (C2sDroit.PAYANTE, C2sDroit.ACS):
        return
    if situation.personne.date_naissance is None:
        reponse.notes.append("le coût dépend de l'âge : personne.date_naissance n'est pas donnée")
        return
    evaluation = evaluer_au(loi_de("solidarite"), COUTS, donnees, reponse.date, categorie, extrapoler=extrapoler)
    reponse.retenir(evaluation, donnees, COUTS, next(nom for nom in COUTS if nom in evaluation))
    reponse.notes.append("montant pour la personne ; chaque autre personne du foyer a le sien, selon son âge")


def _conditions(reponse: ReponseDroits, evaluation: Evaluation, droit: C2sDroit, *, au_rsa: bool) -> None:
    ancien = reponse.date < PREMIER_JOUR_DE_LA_C2S
    plafond, payant = (ecrire(reponse.valeurs[nom], "€") for nom in PLAFONDS)
    articles = reponse.references["c2s_droit"]
    residence = bool(evaluation["residence_ouvrant_droit"])
    reponse.conditions.append(
        Condition("Résider où cette couverture existe", "", residence, _articles(evaluation, "residence_ouvrant_droit"))
    )
    if au_rsa or "ressources_retenues" not in reponse.valeurs:
        reponse.conditions.append(Condition("Foyer qui reçoit le RSA", "", au_rsa, articles))
        return
    ressources = reponse.valeurs["ressources_retenues"]
    lues = ecrire(ressources, "€")
    gratuite = "CMU-C : ressources" if ancien else "Gratuite : ressources"
    payante = "ACS : ressources" if ancien else "Avec participation : ressources"
    inferieures = ressources < reponse.valeurs["c2s_plafond"]
    reponse.conditions += [
        Condition(f"{gratuite} inférieures au plafond", f"{lues} pour {plafond}", inferieures, articles),
        Condition(
            f"{payante} jusqu'au plafond majoré",
            f"{lues} pour {plafond} à {payant}",
            not inferieures and ressources <= reponse.valeurs["c2s_plafond_payante"],
            articles,
        ),
    ]


def _demarches(
    situation: Situation, reponse: ReponseDroits, evaluation: Evaluation, dates: dict[str, Date], droit: C2sDroit
) -> None:
    """Add to whom to ask, what then happens, and how to contest."""
    qui = _interlocuteur(situation, reponse)
    decision, effet = dates["decision_au_plus_tard"], dates["effet_au_plus_tard"]
    if droit is not C2sDroit.AUCUN:
        reponse.demarches.append(
            Demarche(
                "Demander, par le téléservice ou le formulaire, avec les justificatifs des ressources du foyer",
                qui,
                f"quand on veut ; réponse au plus tard le {decision:%d/%m/%Y} pour une demande complète du "
                f"{reponse.date:%d/%m/%Y} (sans réponse : accordé), couverture au plus tard le {effet:%d/%m/%Y}",
                ("CSS L. 861-5", *_articles(evaluation, "decision_au_plus_tard")[1:], "CSS R. 861-16"),
            )
        )
        reponse.demarches.append(
            Demarche(
                "Demander le renouvellement (automatique pour qui reçoit le RSA)",
                qui,
                f"pour un droit qui finit le {dates['fin_du_droit']:%d/%m/%Y} : du "
                f"{dates['renouvellement_a_partir_du']:%d/%m/%Y} au {dates['renouvellement_jusqu_au']:%d/%m/%Y}",
                _articles(evaluation, "renouvellement_jusqu_au"),
            )
        )
    if droit is C2sDroit.PAYANTE:
        reponse.demarches.append(
            Demarche(
                "Renvoyer le bulletin d'adhésion et le moyen de paiement",
                "l'organisme gestionnaire choisi",
                "trois mois après l'envoi de ces documents",
                ("CSS R. 861-16-3",),
            )
        )
    reponse.demarches.append(
        Demarche(
            "Contester un refus : recours préalable, puis le tribunal judiciaire",
            "l'organisme qui a notifié la décision (commission de recours amiable)",
            "deux mois après la notification de la décision",
            ("CSS L. 142-4", "CSS R. 142-1", "CSS R. 142-1-A"),
        )
    )


def _interlocuteur(situation: Situation, reponse: ReponseDroits) -> str:
    """Return who receives the request on that day, and note what is uncertain about it."""
    sujet = "cmu_c_acs" if reponse.date < PREMIER_JOUR_DE_LA_C2S else "c2s"
    if not situation.activites:
        return "la caisse qui prend en charge les frais de santé"
    from egide.services.interlocuteurs import interlocuteurs

    try:
        trouve = interlocuteurs(situation, date=reponse.date, sujet=sujet, extrapoler=True).valeurs[sujet]
    except ErreurEgide as erreur:
        reponse.notes.append(f"à qui s'adresser n'a pu être établi : {erreur}")
        return "la caisse qui prend en charge les frais de santé"
    reponse.valeurs["organisme"] = trouve["organisme"]
    reponse.references[f"organisme_{sujet}"] = tuple(trouve["articles"])
    reponse.a_confirmer += [i for i in trouve["incertitudes"] if i not in reponse.a_confirmer]
    nom = trouve["nom"] or "la caisse qui prend en charge les frais de santé"
    if trouve["contact"]:
        reponse.notes.append(f"contact ({nom}) : {trouve['contact']}")
    return str(nom)
