"""What a birth or an adoption opens: allowance, daily indemnities, replacement, the calendar, when to stop."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from egide.droit.commun.enumerations import Regime, TypeEvenement
from egide.droit.maternite.enumerations import Beneficiaire
from egide.moteur.doutes import doutes
from egide.moteur.ecriture import ecrire
from egide.moteur.evaluation import Evaluation
from egide.moteur.mecanismes import arrondi_centime
from egide.moteur.periode import jour as jour_du_numero
from egide.services.demarches_naissance import demarches_d_une_naissance
from egide.services.dossier_naissance import Dates, DossierNaissance, chef_de, dates_de, verifier_l_activite
from egide.services.dossier_prestations import condition, exiger, noeud_de, valeur
from egide.services.loi import derniere_verification
from egide.services.reponse import articles_de, ecrire_suppose
from egide.services.reponse_prestations import Condition, Jour, Montant, ReponsePrestations, compter, suites
from egide.situation import Situation

SOMMES = (
    "revenu_annuel_moyen",
    "seuil_revenu",
    "allocation_repos_maternel",
    "allocation_adoption",
    "indemnite_forfaitaire",
    "plafond_indemnite_remplacement",
    "indemnite_remplacement",
)
RENOMMEES = {"indemnite_forfaitaire": "indemnite_journaliere", "duree_maximale_du_conge": "duree_maximale"}
ALLOCATIONS = ("allocation_repos_maternel", "allocation_adoption")
DUREES = (
    "duree_maximale_du_conge",
    "arret_minimal",
    "arret_minimal_apres",
    "debut_de_la_periode",
    "fin_de_la_periode",
    "jours_d_hospitalisation_indemnises",
    "conge_pathologique",
)
SUPPLEMENT = ("indemnite_supplementaire_premier_mois", "indemnite_supplementaire_second_mois")
INDEPENDANTS = (Regime.SSI, Regime.CNAVPL, Regime.CNBF)
UN_JOUR = timedelta(days=1)
PREMIER_CHEF = date(2022, 1, 1)
"""From that day on the income of the head of the business decides of the spouse's allowance."""
PERIODES = {
    TypeEvenement.MATERNITE: "maternité",
    TypeEvenement.PATERNITE: "paternité et accueil de l'enfant",
    TypeEvenement.ADOPTION: "adoption",
}


def repondre(situation: Situation, *, extrapoler: bool = False) -> ReponsePrestations:
    """Return the rights that a birth or an adoption opens."""
    dossier, dates = _ouvrir(situation, extrapoler=extrapoler)
    evenement = situation.evenement
    assert evenement is not None
    assert evenement.type is not None
    if dossier.affiliations(dossier.jour)[dossier.rang].regime not in INDEPENDANTS and not dossier.maintien:
        return _hors_des_independants(dossier, evenement.type)
    debut = dossier.jour
    durees = dossier.evaluer_le(DUREES, _jour_des_durees(evenement.type, debut, dates))
    exiger(durees, DUREES)
    _lire_les_revenus(dossier)
    sommes = dossier.evaluer((*SOMMES, "affiliation_suffisante_pour_la_naissance", "revenu_suffisant"))
    _exiger_les_sommes(sommes)
    reponse = ReponsePrestations(evenement.type, debut, derniere_verification())
    fin = evenement.fin or _fin(durees, debut, dates, evenement.type)
    _remplir(reponse, dossier, sommes, durees, dates, debut, fin)
    return reponse


def _ouvrir(situation: Situation, *, extrapoler: bool) -> tuple[DossierNaissance, Dates]:
    """Return the file of a person on the first day of the stop: the one given, else the first one that is paid."""
    evenement = situation.evenement
    assert evenement is not None
    dates = dates_de(evenement)
    verifier_l_activite(situation, dates)
    dossier = DossierNaissance.de(situation, evenement.debut or dates.arrivee, extrapoler=extrapoler)
    dossier.poser_les_dates(dates)
    debut = evenement.debut or _date(dossier.evaluer(("debut_de_la_periode",)), "debut_de_la_periode")
    if debut != dossier.jour:
        dossier = DossierNaissance.de(situation, debut, extrapoler=extrapoler)
        dossier.poser_les_dates(dates)
    return dossier, dates


def evaluer_pour(situation: Situation, cibles: tuple[str, ...], *, extrapoler: bool = False) -> Evaluation:
    """Evaluate some rules for the birth of a situation: durations under their own law, the rest under the stop's."""
    dossier, dates = _ouvrir(situation, extrapoler=extrapoler)
    evenement = situation.evenement
    assert evenement is not None
    assert evenement.type is not None
    if set(cibles) <= set(DUREES):
        return dossier.evaluer_le(cibles, _jour_des_durees(evenement.type, dossier.jour, dates))
    _lire_les_revenus(dossier)
    return dossier.evaluer(cibles)


def _jour_des_durees(type_: TypeEvenement, debut: date, dates: Dates) -> date:
    """Return the day whose law gives the durations: that of the stop, or for a father that of the birth.

    A child expected after the reform of paternity and born before it has the durations of the reform.
    """
    if type_ is TypeEvenement.MATERNITE:
        return debut
    return max(dates.arrivee, dates.prevue)


def _lire_les_revenus(dossier: DossierNaissance) -> None:
    """Write the mean income that decides: the person's own, or that of the head of the business."""
    evenement = dossier.situation.evenement
    assert evenement is not None
    if dossier.beneficiaire is Beneficiaire.ASSURE:
        if not dossier.situation.personne.rsa_ou_prime_activite:
            dossier.lire_les_revenus()
    elif evenement.type is TypeEvenement.MATERNITE and dossier.jour >= PREMIER_CHEF:
        chef = chef_de(dossier.situation, dossier.rang, dossier.jour, extrapoler=dossier.extrapoler)
        chef.poser_les_dates(dates_de(evenement))
        chef.lire_les_revenus()
        suffisant = chef.evaluer(("revenu_suffisant", "revenu_annuel_moyen", "seuil_revenu"))
        dossier.donnees["revenu_du_chef_suffisant", None, None] = float(suffisant["revenu_suffisant"])
        moyen, seuil = (ecrire(float(suffisant[n]), "€") for n in ("revenu_annuel_moyen", "seuil_revenu"))
        dossier.notes.append(f"revenu moyen du chef d'entreprise : {moyen}, pour un seuil de {seuil}")


def _exiger_les_sommes(sommes: Evaluation) -> None:
    """Ask for what is missing, but for the replacement of a spouse: without its cost, only its ceiling is told."""
    exiger(sommes, [n for n in SOMMES if not n.endswith("_remplacement") and n not in ("revenu_annuel_moyen",)])


def _fin(durees: Evaluation, debut: date, dates: Dates, type_: TypeEvenement) -> date:
    """Return the last day that can be paid."""
    duree = int(durees["duree_maximale_du_conge"])
    if type_ is TypeEvenement.MATERNITE:
        depuis = max(debut, _date(durees, "debut_de_la_periode"))
        return min(_date(durees, "fin_de_la_periode"), depuis + timedelta(days=duree - 1))
    hopital = int(valeur(durees, "jours_d_hospitalisation_indemnises") or 0) if debut == dates.arrivee else 0
    return debut + timedelta(days=duree + hopital - 1)


def _date(evaluation: Evaluation, nom: str) -> date:
    return jour_du_numero(float(evaluation[nom]))


def _hors_des_independants(dossier: DossierNaissance, type_: TypeEvenement) -> ReponsePrestations:
    reponse = ReponsePrestations(type_, dossier.jour, derniere_verification())
    reponse.valeurs = {
        "droit_ouvert": False,
        "motif": "L'activité ne relève pas de l'assurance maternité des indépendants à cette date : s'adresser au "
        "régime dont elle relève.",
    }
    reponse.notes = [*dossier.situation.lieux, *dossier.notes]
    return reponse


def _remplir(
    reponse: ReponsePrestations,
    dossier: DossierNaissance,
    sommes: Evaluation,
    durees: Evaluation,
    dates: Dates,
    debut: date,
    fin: date,
) -> None:
    valeurs = reponse.valeurs
    reponse.conditions = list(_conditions(dossier, sommes, durees, dates, debut, fin))
    manquantes = [c.libelle for c in reponse.conditions if c.remplie is False]
    ouvert = not manquantes
    valeurs["droit_ouvert"] = ouvert
    valeurs["motif"] = None if ouvert else f"condition non remplie : {' ; '.join(manquantes)}"
    for nom, evaluation in (*((n, sommes) for n in SOMMES), ("duree_maximale_du_conge", durees)):
        if nom not in evaluation or evaluation.valeurs[evaluation.plan.cibles[nom]] is None:
            continue
        _retenir(reponse, evaluation, nom, ouvert=ouvert)
    if "indemnite_forfaitaire" in sommes:
        jours = _jours(reponse.evenement, durees, debut, fin, float(sommes["indemnite_forfaitaire"]), ouvert=ouvert)
        reponse.calendrier = suites(jours)
        compter(reponse.calendrier, valeurs)
    _versements(reponse, durees, debut, fin, ouvert=ouvert)
    _supplement(reponse, dossier, dates, fin, ouvert=ouvert)
    if reponse.evenement is TypeEvenement.ADOPTION and dossier.beneficiaire is Beneficiaire.CONJOINT:
        reponse.a_confirmer.append(
            "L'allocation de repos d'un conjoint collaborateur qui adopte est prévue (CSS L. 663-1), mais son montant "
            "n'est écrit nulle part : il n'est pas calculé."
        )
    reponse.demarches = demarches_d_une_naissance(dossier, durees, dates, debut)
    reponse.notes = [*dossier.situation.lieux, *dossier.notes, *_notes(reponse, durees, dates)]
    faits = {f.nom: f for f in [*sommes.supposes.values(), *durees.supposes.values()]}
    reponse.supposes = {nom: f.defaut for nom, f in faits.items() if f.defaut is not None}
    reponse.hypotheses = [ecrire_suppose(f) for f in faits.values()]
    cible = next((n for n in ("indemnite_forfaitaire", *ALLOCATIONS) if n in sommes), SOMMES[0])
    tous = [*doutes(sommes, dossier.donnees, cible), *doutes(durees, dossier.donnees, "duree_maximale_du_conge")]
    reponse.a_confirmer = list(dict.fromkeys([*reponse.a_confirmer, *(f"{d.nom} : {d.texte}" for d in tous)]))


def _retenir(reponse: ReponsePrestations, evaluation: Evaluation, nom: str, *, ouvert: bool) -> None:
    """Write a value under its public name, and its line; what is paid is nil where the right is not open."""
    regle = noeud_de(evaluation, nom).regle
    assert regle is not None
    lue = float(evaluation[nom])
    if nom == "revenu_annuel_moyen":
        lue = float(arrondi_centime(lue))
    if not ouvert and (nom in ALLOCATIONS or nom in ("indemnite_forfaitaire", "indemnite_remplacement")):
        lue = 0.0
    public = RENOMMEES.get(nom, nom)
    lue = float(f"{lue:.12g}")
    reponse.valeurs[public] = int(lue) if lue.is_integer() else lue
    reponse.references[public] = articles_de(regle)
    unite = regle.unite.removesuffix("/jour").removesuffix("/an")
    reponse.montants.append(Montant(public, regle.titre, lue, unite, articles_de(regle)))


def _conditions(
    dossier: DossierNaissance, sommes: Evaluation, durees: Evaluation, dates: Dates, debut: date, fin: date
) -> Iterable[Condition]:
    nom = "affiliation_suffisante_pour_la_naissance"
    exiges = next(n for n in sommes.plan.noeuds if n.nom == "mois_d_affiliation_pour_la_naissance")
    mois = int(exiges.parametre.flottant) if exiges.parametre else 0
    yield condition(sommes, nom, f"{dossier.assure_depuis()} ; exigé : {mois} mois au {dates.prevue:%d/%m/%Y}")
    if "arret_minimal" not in durees:
        return
    minimal, jours = int(durees["arret_minimal"]), (fin - debut).days + 1
    if "arret_minimal_apres" in durees:
        apres, pris = int(durees["arret_minimal_apres"]), (fin - dates.arrivee).days + 1
        yield Condition(
            "S'arrêter assez longtemps",
            f"{jours} jours, dont {pris} après la naissance ; exigé : {minimal}, dont {apres} après",
            jours >= minimal and pris >= apres,
            articles_de(noeud_de(durees, "arret_minimal").regle),  # type: ignore[arg-type]
        )
        return
    hopital = int(valeur(durees, "jours_d_hospitalisation_indemnises") or 0)
    des_la_naissance = debut == dates.arrivee or (hopital > 0 and debut <= dates.arrivee + timedelta(days=hopital))
    yield Condition(
        "S'arrêter dès la naissance",
        f"arrêt de {jours} jours à partir du {debut:%d/%m/%Y} ; exigé : {minimal} jours à partir du "
        f"{dates.arrivee:%d/%m/%Y}",
        des_la_naissance and jours >= minimal,
        articles_de(noeud_de(durees, "arret_minimal").regle),  # type: ignore[arg-type]
    )


def _jours(
    type_: TypeEvenement, durees: Evaluation, debut: date, fin: date, montant: float, *, ouvert: bool
) -> Iterable[tuple[date, Jour, str, float]]:
    """Yield each day of the stop with what it is."""
    du, au = _date(durees, "debut_de_la_periode"), date.max
    if "fin_de_la_periode" in durees:
        au = _date(durees, "fin_de_la_periode")
    maximum = int(durees["duree_maximale_du_conge"])
    hopital = int(valeur(durees, "jours_d_hospitalisation_indemnises") or 0) if debut == du else 0
    payes = 0
    jour = debut
    while jour <= fin:
        if not ouvert:
            yield jour, Jour.NON_INDEMNISE, "droit non ouvert", 0.0
        elif jour < du:
            yield jour, Jour.NON_INDEMNISE, "avant la période indemnisée", 0.0
        elif hopital > 0:
            hopital -= 1
            yield jour, Jour.INDEMNISE, "hospitalisation du nouveau-né", montant
        elif jour > au:
            yield jour, Jour.NON_INDEMNISE, "après la période indemnisée", 0.0
        elif payes >= maximum:
            yield jour, Jour.NON_INDEMNISE, "durée maximale atteinte", 0.0
        else:
            payes += 1
            yield jour, Jour.INDEMNISE, PERIODES[type_], montant
        jour += UN_JOUR


def _versements(reponse: ReponsePrestations, durees: Evaluation, debut: date, fin: date, *, ouvert: bool) -> None:
    """Write what is paid, and when: the allowance in halves, then what the days add up to."""
    if not ouvert:
        return
    versements: list[dict[str, Any]] = []
    if (allocation := reponse.valeurs.get("allocation_repos_maternel")) is not None:
        fin_minimale = debut + timedelta(days=int(durees["arret_minimal"]) - 1)
        moitie = float(arrondi_centime(allocation / 2))
        quoi = "moitié de l'allocation de repos maternel"
        versements = [
            {"date": debut.isoformat(), "montant": moitie, "quoi": quoi},
            {"date": fin_minimale.isoformat(), "montant": round(allocation - moitie, 2), "quoi": quoi},
        ]
    elif (allocation := reponse.valeurs.get("allocation_adoption")) is not None:
        versements = [{"date": debut.isoformat(), "montant": allocation, "quoi": "allocation de repos d'adoption"}]
    if total := reponse.valeurs.get("montant_total"):
        quoi = "indemnités journalières, versées au fil de l'arrêt"
        versements.append({"date": fin.isoformat(), "montant": total, "quoi": quoi})
    if remplacement := reponse.valeurs.get("indemnite_remplacement"):
        quoi = "indemnité de remplacement, sur justificatifs"
        versements.append({"date": fin.isoformat(), "montant": remplacement, "quoi": quoi})
    if versements:
        reponse.valeurs["versements"] = versements
        somme = round(sum(v["montant"] for v in versements), 2)
        reponse.valeurs["montant_avec_allocation"] = somme
        reponse.montants.append(Montant("montant_avec_allocation", "Allocation et indemnités, en tout", somme, "€"))


def _supplement(
    reponse: ReponsePrestations, dossier: DossierNaissance, dates: Dates, fin: date, *, ouvert: bool
) -> None:
    """Add the months of the additional birth leave of 2026, from its first day on."""
    if not ouvert or fin.year < SUPPLEMENT_DEPUIS.year:
        return
    jour = max(fin + UN_JOUR, SUPPLEMENT_DEPUIS)
    cibles = ("indemnites_supplementaires_possibles", "fin_des_indemnites_supplementaires", *SUPPLEMENT)
    lue = dossier.evaluer_le(cibles, min(jour, derniere_verification()))
    if not valeur(lue, "indemnites_supplementaires_possibles"):
        return
    limite = _date(lue, "fin_des_indemnites_supplementaires")
    for nom in SUPPLEMENT:
        if nom in lue and jour <= limite:
            _retenir(reponse, lue, nom, ouvert=True)
    if SUPPLEMENT[0] in reponse.valeurs:
        reponse.a_confirmer += [f"{d.nom} : {d.texte}" for d in doutes(lue, dossier.donnees, SUPPLEMENT[0])][:1]
        dossier.notes.append(
            f"un ou deux mois supplémentaires de naissance, à prendre du {jour:%d/%m/%Y} au {limite:%d/%m/%Y}, en "
            "cessant toute activité ; leurs montants ne sont pas dans le total"
        )


SUPPLEMENT_DEPUIS = date(2026, 7, 1)
"""First day of the additional months, as announced; the rules that give their amounts begin then."""


def _notes(reponse: ReponsePrestations, durees: Evaluation, dates: Dates) -> list[str]:
    notes = []
    if not dates.connue:
        notes.append(f"naissance supposée à la date prévue, le {dates.arrivee:%d/%m/%Y}")
    if "conge_pathologique" in durees:
        jours = int(durees["conge_pathologique"])
        notes.append(f"état pathologique certifié : jusqu'à {jours} jours de plus au même montant, non comptés ici")
    if reponse.valeurs.get("indemnite_remplacement") is None and "plafond_indemnite_remplacement" in reponse.valeurs:
        notes.append(
            "indemnité de remplacement : donner evenement.cout_remplacement (par jour) et evenement.jours_remplacement"
        )
    return notes
