"""What invalidity and death open: pensions, help of a third person, capitals, and on what conditions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from egide.droit.commun.enumerations import RegimeCarriere, Sujet, TypeEvenement
from egide.droit.sante.enumerations import CouvertureMaladie
from egide.moteur.doutes import doutes
from egide.moteur.ecriture import ecrire
from egide.moteur.erreurs import FaitsManquants, HorsChamp
from egide.moteur.evaluation import Evaluation
from egide.moteur.mecanismes import atteint
from egide.services.demarches import contester
from egide.services.dossier_prestations import (
    DossierPrestations,
    condition,
    exiger,
    noeud_de,
    retenir_les_references,
    valeur,
)
from egide.services.loi import derniere_verification
from egide.services.reponse import articles_de, ecrire_suppose
from egide.services.reponse_prestations import Condition, Demarche, Montant, ReponsePrestations
from egide.services.revenus_maladie import revenu_d_une_annee
from egide.situation import Situation

DES_INDEPENDANTS = (CouvertureMaladie.INDEPENDANT, CouvertureMaladie.CONJOINT_D_INDEPENDANT)
REGIMES_EXCLUS = (RegimeCarriere.CNBF, RegimeCarriere.MSA)
"""Schemes whose incomes do not count: that of lawyers, that of farmers (CSS R. 172-17-1)."""
DE_L_INVALIDITE = (
    "revenu_moyen_d_invalidite",
    "pension_invalidite_partielle",
    "pension_invalidite_totale",
    "majoration_tierce_personne",
    "seuil_cumul",
    "seuil_cumul_totale",
)
SOMMES = (*DE_L_INVALIDITE[1:4], "capital_deces_d_un_cotisant", "capital_deces_d_un_retraite", "capital_orphelin")
"""What is paid: nil where a condition is not met."""
DES_CONDITIONS = ("affiliation_suffisante_invalidite", "revenu_suffisant_invalidite", "age_permis", "sans_retraite")


def repondre(situation: Situation, *, extrapoler: bool = False) -> ReponsePrestations:
    """Return the rights that invalidity, or a death, opens."""
    dossier = ouvrir(situation, extrapoler=extrapoler)
    evenement = situation.evenement
    assert evenement is not None
    assert evenement.type is not None
    reponse = ReponsePrestations(evenement.type, dossier.jour, derniere_verification())
    if evenement.type is TypeEvenement.DECES:
        _deces(reponse, dossier)
    else:
        _invalidite(reponse, dossier)
    return reponse


def ouvrir(situation: Situation, *, extrapoler: bool = False) -> DossierPrestations:
    """Return the facts of an invalidity or of a death, from which every value of their law is computed."""
    evenement = situation.evenement
    assert evenement is not None
    deces = evenement.type is TypeEvenement.DECES
    if evenement.debut is None:
        quoi = "jour du décès" if deces else "jour de la constatation médicale"
        raise FaitsManquants(f"Il manque evenement.debut ({quoi}).", ("debut",))
    dossier = DossierPrestations.de(situation, evenement.debut, extrapoler=extrapoler)
    if dossier.membre(CouvertureMaladie) not in DES_INDEPENDANTS:
        qui = dossier.a_qui(Sujet.INVALIDITE_DECES, joindre=True)
        motif = (
            "L'invalidité et le décès ne sont calculés que pour les assurés de la sécurité sociale des indépendants ; "
            f"s'adresser à : {qui}."
        )
        raise HorsChamp([("evenement", motif)])
    if deces:
        _poser_le_deces(dossier)
    else:
        _poser_l_invalidite(dossier)
    return dossier


def _invalidite(reponse: ReponsePrestations, dossier: DossierPrestations) -> None:
    indemnise = bool(dossier.donnees["indemnise_au_constat", None, None])
    annees = int(dossier.donnees["annees_retenues", None, None])
    cibles = [*DE_L_INVALIDITE, *DES_CONDITIONS, "revenu_annuel_moyen", "seuil_revenu"]
    if ("revenus_compares", None, None) in dossier.donnees:
        cibles += ["depassement_cumul", "depassement_cumul_totale"]
    evaluation = dossier.evaluer(cibles)
    exiger(evaluation, DE_L_INVALIDITE)
    reponse.conditions = list(_conditions_d_invalidite(dossier, evaluation, indemnise=indemnise))
    _ouvrir(reponse)
    unites = {**dict.fromkeys(DE_L_INVALIDITE, "€"), "depassement_cumul": "€", "depassement_cumul_totale": "€"}
    _retenir(reponse, dossier, evaluation, unites)
    reponse.valeurs["revenu_annuel_moyen"] = reponse.valeurs["revenu_moyen_d_invalidite"]
    dossier.notes.append(f"revenu moyen de la pension : {annees} année{'s' if annees > 1 else ''} retenue(s)")
    caisse = dossier.a_qui(Sujet.INVALIDITE_DECES, joindre=True)
    reponse.demarches = [
        Demarche(
            "Demander la pension, avec l'avis du médecin",
            caisse,
            "dès que l'état est stabilisé, ou à la fin des indemnités journalières",
            ("CSS L. 632-1", "CSS L. 632-2"),
        ),
        Demarche(
            "Déclarer ses revenus d'activité et de remplacement",
            caisse,
            "le septième mois après l'attribution, puis chaque 1er octobre",
            ("Arr. 2023-08-01 art. 11",),
        ),
        contester(dossier),
    ]
    _finir(reponse, dossier, evaluation, "pension_invalidite_totale")


def _poser_l_invalidite(dossier: DossierPrestations) -> None:
    """Write the incomes of the pension, and whether daily indemnities are being paid."""
    evenement = dossier.situation.evenement
    assert evenement is not None
    arrets = [a.fin for a in evenement.arrets_anterieurs if a.fin is not None]
    indemnise = bool(arrets) and (dossier.jour - max(arrets)).days <= 1
    donnees = dossier.donnees
    donnees["indemnise_au_constat", None, None] = float(indemnise)
    if dossier.membre(CouvertureMaladie) is CouvertureMaladie.INDEPENDANT and not indemnise:
        dossier.lire_les_revenus()
    total, annees = _meilleures_annees(dossier)
    donnees["total_des_meilleures_annees", None, None] = total
    donnees["annees_retenues", None, None] = float(annees)
    compares = _revenus_compares(dossier)
    if compares is not None:
        donnees["revenus_compares", None, None] = compares


def _poser_le_deces(dossier: DossierPrestations) -> None:
    """Write the quarters of a pensioner, or the incomes of who still worked."""
    if _retraite(dossier):
        releve = dossier.situation.carriere
        trimestres = sum(x.trimestres or 0 for x in releve if x.regime is RegimeCarriere.SSI)
        dossier.donnees["trimestres_d_independant", None, None] = float(trimestres)
    elif dossier.membre(CouvertureMaladie) is CouvertureMaladie.INDEPENDANT:
        dossier.lire_les_revenus()


def _retraite(dossier: DossierPrestations) -> bool:
    """Tell whether the deceased had a pension."""
    depuis = dossier.situation.personne.retraite.depuis
    return depuis is not None and depuis <= dossier.jour


def _meilleures_annees(dossier: DossierPrestations) -> tuple[float, int]:
    """Return the sum of the best years before the event, each under its ceiling, and how many they are."""
    situation = dossier.situation
    revenus: defaultdict[int, float] = defaultdict(float)
    for ligne in situation.carriere:
        if ligne.annee is None or ligne.annee >= dossier.jour.year or not ligne.revenu:
            continue
        if ligne.regime not in REGIMES_EXCLUS:
            revenus[ligne.annee] += ligne.revenu
    du_releve = set(revenus)
    donnees = {an for k in dossier.independantes for an in situation.activites[k].exercices}
    donnees |= {int(p[:4]) for k in dossier.independantes for p in situation.activites[k].recettes}
    for annee in sorted(donnees - du_releve):
        if annee < dossier.jour.year:
            revenus[annee] = revenu_d_une_annee(situation, dossier.independantes, annee, dossier.loi)
    if not revenus:
        raise FaitsManquants(
            "Il manque carriere (relevé de carrière : revenus cotisés par année) ou activites[0].exercices.",
            ("carriere",),
        )
    plafonds, maximum = dossier.loi.parametres["pass_"], dossier.loi.parametres["annees_du_revenu_d_invalidite"]
    combien = maximum.au(dossier.jour, extrapoler=dossier.au_dela)
    assert combien is not None
    plafonnes = []
    for annee, revenu in revenus.items():
        plafond = plafonds.au(date(annee, 1, 1))
        assert plafond is not None
        plafonnes.append(min(revenu, plafond.flottant))
    retenus = sorted(plafonnes, reverse=True)[: int(combien.flottant)]
    return sum(retenus), len(retenus)


def _revenus_compares(dossier: DossierPrestations) -> float | None:
    """Return the income of the year before last, which the limit of work and pension is compared with."""
    annee = dossier.jour.year - 2
    du_releve = [x.revenu for x in dossier.situation.carriere if x.annee == annee and x.revenu is not None]
    if any(annee in dossier.situation.activites[k].exercices for k in dossier.independantes):
        return revenu_d_une_annee(dossier.situation, dossier.independantes, annee, dossier.loi)
    return sum(du_releve) if du_releve else None


def _conditions_d_invalidite(
    dossier: DossierPrestations, evaluation: Evaluation, *, indemnise: bool
) -> Iterable[Condition]:
    personne = dossier.situation.personne
    yield Condition(
        "Incapacité constatée par le contrôle médical",
        "plus des deux tiers de la capacité de travail (partielle), ou accès au travail durablement restreint (totale)",
        None,
        ("CSS L. 632-1",),
    )
    yield condition(
        evaluation, "affiliation_suffisante_invalidite", "indemnisé" if indemnise else dossier.assure_depuis()
    )
    if indemnise or "revenu_suffisant_invalidite" in evaluation:
        chiffres = "indemnisé d'un arrêt" if indemnise else comparer(evaluation)
        if "revenu_suffisant_invalidite" in evaluation and evaluation.connue(
            evaluation.plan.cibles["revenu_suffisant_invalidite"]
        ):
            yield condition(evaluation, "revenu_suffisant_invalidite", chiffres)
    naissance = personne.date_naissance
    ne = "date de naissance non donnée" if naissance is None else f"né le {naissance:%d/%m/%Y}"
    age = condition(evaluation, "age_permis", ne)
    yield age if naissance else Condition(age.libelle, ne, None, age.articles)
    retraite = personne.retraite.depuis
    yield condition(
        evaluation, "sans_retraite", "aucune" if retraite is None else f"retraite depuis le {retraite:%d/%m/%Y}"
    )


def comparer(evaluation: Evaluation) -> str:
    """Write the mean income beside its threshold."""
    moyen, seuil = float(evaluation["revenu_annuel_moyen"]), float(evaluation["seuil_revenu"])
    return f"{ecrire(moyen, '€')} {'≥' if atteint(moyen, seuil) else '<'} {ecrire(seuil, '€')}"


def _deces(reponse: ReponsePrestations, dossier: DossierPrestations) -> None:
    retraite_au_deces = _retraite(dossier)
    cibles = ["capital_orphelin"]
    if retraite_au_deces:
        cibles += ["capital_deces_d_un_retraite", "carriere_suffisante_deces"]
    else:
        cibles += ["capital_deces_d_un_cotisant"]
        if dossier.membre(CouvertureMaladie) is CouvertureMaladie.INDEPENDANT:
            cibles += ["revenu_annuel_moyen", "seuil_revenu", "revenu_suffisant_deces"]
    trimestres = int(dossier.donnees.get(("trimestres_d_independant", None, None), 0))
    evaluation = dossier.evaluer(cibles)
    exiger(evaluation, cibles)
    reponse.conditions = list(
        _conditions_de_deces(dossier, evaluation, trimestres, retraite_au_deces=retraite_au_deces)
    )
    _ouvrir(reponse)
    nom = "capital_deces_d_un_retraite" if retraite_au_deces else "capital_deces_d_un_cotisant"
    _retenir(reponse, dossier, evaluation, {nom: "€", "capital_orphelin": "€"})
    valeurs = reponse.valeurs
    valeurs["capital_deces"] = valeurs.pop(nom)
    reponse.references["capital_deces"] = reponse.references.pop(nom)
    orphelins = _orphelins(dossier)
    valeurs["montant_total"] = round(valeurs["capital_deces"] + orphelins * valeurs["capital_orphelin"], 2)
    reponse.montants.append(Montant("montant_total", f"Total, {orphelins} orphelin(s)", valeurs["montant_total"], "€"))
    reponse.demarches = [
        Demarche(
            "Demander le capital, avec l'acte de décès et l'identité bancaire des ayants droit",
            dossier.a_qui(Sujet.INVALIDITE_DECES, joindre=True),
            f"deux ans : jusqu'au {_dans_deux_ans(dossier.jour):%d/%m/%Y}",
            ("CSS L. 332-1", "CSS L. 632-2"),
        ),
        contester(dossier),
    ]
    _finir(reponse, dossier, evaluation, nom)


def _conditions_de_deces(
    dossier: DossierPrestations, evaluation: Evaluation, trimestres: int, *, retraite_au_deces: bool
) -> Iterable[Condition]:
    fin = dossier.maintien
    quand = "activité en cours" if fin is None else f"activité terminée le {fin:%d/%m/%Y}, droits maintenus douze mois"
    if not retraite_au_deces:
        yield Condition("Cotisant, ou en maintien de droits", quand, True, ("CSS L. 161-8", "Arr. 2023-08-01 art. 33"))
        if "revenu_suffisant_deces" in evaluation:
            yield condition(evaluation, "revenu_suffisant_deces", comparer(evaluation))
        return
    lue = condition(evaluation, "carriere_suffisante_deces", f"{trimestres} trimestres au relevé ; exigés : 80")
    yield lue if dossier.situation.carriere else Condition(lue.libelle, "relevé non donné", None, lue.articles)


def _orphelins(dossier: DossierPrestations) -> int:
    evenement = dossier.situation.evenement
    assert evenement is not None
    if evenement.orphelins is not None:
        return evenement.orphelins
    enfants = dossier.situation.personne.enfants or 0
    if enfants:
        dossier.notes.append(f"orphelins ouvrant droit au capital : les {enfants} enfants de la personne")
    return enfants


def _dans_deux_ans(jour: date) -> date:
    annee = jour.year + 2
    return jour.replace(year=annee) if (jour.month, jour.day) != (2, 29) else date(annee, 2, 28)


def _ouvrir(reponse: ReponsePrestations) -> None:
    manquantes = [c.libelle for c in reponse.conditions if c.remplie is False]
    reponse.valeurs["droit_ouvert"] = not manquantes
    reponse.valeurs["motif"] = f"condition non remplie : {' ; '.join(manquantes)}" if manquantes else None


def _retenir(
    reponse: ReponsePrestations, dossier: DossierPrestations, evaluation: Evaluation, unites: dict[str, str]
) -> None:
    """Take the amounts of an evaluation, and the lines that show them."""
    for nom in ("seuil_revenu", *unites):
        if nom in evaluation and evaluation.connue(evaluation.plan.cibles[nom]):
            du = nom not in SOMMES or reponse.valeurs["droit_ouvert"]
            lue = round(float(valeur(evaluation, nom) or 0.0), 2) if du else 0.0
            reponse.valeurs[nom] = int(lue) if lue.is_integer() else lue
            regle = noeud_de(evaluation, nom).regle
            if nom in unites and regle is not None:
                reponse.montants.append(Montant(nom, regle.titre, lue, unites[nom], articles_de(regle)))
    retenir_les_references(reponse, evaluation)


def _finir(reponse: ReponsePrestations, dossier: DossierPrestations, evaluation: Evaluation, cible: str) -> None:
    faits = {f.nom: f for f in evaluation.supposes.values()}
    reponse.supposes = {nom: fait.defaut for nom, fait in faits.items() if fait.defaut is not None}
    reponse.notes = [*dossier.situation.lieux, *dossier.notes]
    reponse.hypotheses = [ecrire_suppose(f) for f in faits.values()]
    reponse.a_confirmer = _sans_repeter(f"{d.nom} : {d.texte}" for d in doutes(evaluation, dossier.donnees, cible))


def _sans_repeter(textes: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(textes))
