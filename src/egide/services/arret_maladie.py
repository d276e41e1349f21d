"""What a sick leave opens: conditions, daily indemnity, calendar of days, what to send."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from egide.droit.commun.enumerations import CategorieLiberale, MotifArret, TypeEvenement, slug
from egide.droit.sante.enumerations import CouvertureMaladie, ExceptionCarence
from egide.moteur.doutes import doutes
from egide.moteur.ecriture import ecrire
from egide.moteur.erreurs import FaitsManquants
from egide.moteur.evaluation import Evaluation
from egide.moteur.mecanismes import arrondi_centime, atteint, jour_apres_mois
from egide.moteur.periode import numero
from egide.services.calendrier_arret import Arret, Regles, calendrier, sans_droit, suite_sans_reprise
from egide.services.demarches import demarches_d_un_arret
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
from egide.services.reponse_prestations import Condition, Montant, ReponsePrestations, compter
from egide.situation import Situation
from egide.situation.modele_evenements import ArretAnterieur, Evenement

COUVERTS = {
    CouvertureMaladie.INDEPENDANT: "sécurité sociale des indépendants",
    CouvertureMaladie.LIBERAL: "profession libérale affiliée à la CNAVPL",
    CouvertureMaladie.CONJOINT_D_INDEPENDANT: "conjoint collaborateur d'un indépendant",
    CouvertureMaladie.CONJOINT_DE_LIBERAL: "conjoint collaborateur d'un libéral affilié à la CNAVPL",
    CouvertureMaladie.AVOCAT: "avocat",
    CouvertureMaladie.AUTRE: "autre régime",
}
CIBLES = (
    "droit_ouvert",
    "seuil_revenu",
    "revenu_annuel_moyen",
    "base_de_l_indemnite",
    "indemnite_journaliere",
    "indemnite_a_temps_partiel",
    "delai_carence",
    "duree_maximale",
    "taux_des_prelevements_sur_indemnites",
)
AUTRES = (
    "couvert_en_cas_d_arret",
    "exclu_par_une_pension_d_invalidite",
    "exclu_par_une_retraite",
    "exclu_par_un_autre_revenu",
    "affiliation_suffisante",
    "a_jour_des_cotisations",
    "arret_derogatoire",
    "revenu_suffisant",
    "indemnites_maximales",
    "mois_de_la_periode",
    "mois_de_reprise",
    "mois_de_la_periode_a_temps_partiel",
    "indemnites_maximales_par_incapacite",
    "indemnites_maximales_en_retraite",
    "jours_a_temps_partiel",
    "prescription_au_dela_du_plafond",
    "arret_court_prolonge",
)
MAINTIEN = (
    "si un autre régime, ou France Travail, vous assurait il y a moins de douze mois, son droit aux indemnités peut "
    "être maintenu : le demander à la caisse (CSS L. 161-8, R. 161-3, L. 311-5)"
)
CAISSES_QUI_PRENNENT_LE_RELAIS = (
    CategorieLiberale.CARMF,
    CategorieLiberale.CARCDSF,
    CategorieLiberale.CARPIMKO,
    CategorieLiberale.CAVEC,
)
"""The sections that pay an allowance of their own after ninety days."""


def repondre(situation: Situation, *, extrapoler: bool = False) -> ReponsePrestations:
    """Return the rights that a sick leave opens."""
    dossier, arret, avant = ouvrir_l_arret(situation, extrapoler=extrapoler)
    reponse = ReponsePrestations(TypeEvenement.ARRET_MALADIE, dossier.jour, derniere_verification())
    if not dossier.evaluer(("couvert_en_cas_d_arret",))["couvert_en_cas_d_arret"]:
        _sans_couverture(reponse, dossier, arret, CouvertureMaladie(dossier.membre(CouvertureMaladie)))
        return reponse
    evaluation = dossier.evaluer((*CIBLES, *AUTRES))
    exiger(evaluation, CIBLES)
    _remplir(reponse, dossier, evaluation, arret, avant)
    return reponse


def ouvrir(situation: Situation, *, extrapoler: bool = False) -> DossierPrestations:
    """Return the facts of a sick leave, from which every value of its law is computed."""
    return ouvrir_l_arret(situation, extrapoler=extrapoler)[0]


def ouvrir_l_arret(situation: Situation, *, extrapoler: bool) -> tuple[DossierPrestations, Arret, list[Arret]]:
    """Return the facts of a sick leave, the stop itself, and those before it; the law is that of the first finding."""
    evenement = situation.evenement
    assert evenement is not None
    arret, avant = _lire(evenement)
    chaine = suite_sans_reprise(arret, avant)
    dossier = DossierPrestations.de(situation, (chaine[0] if chaine else arret).debut, extrapoler=extrapoler)
    _poser_l_arret(dossier, arret, avant, chaine)
    couvert = dossier.evaluer(("couvert_en_cas_d_arret",))["couvert_en_cas_d_arret"]
    if couvert and dossier.membre(CouvertureMaladie) in (CouvertureMaladie.INDEPENDANT, CouvertureMaladie.LIBERAL):
        dossier.lire_les_revenus()
    return dossier, arret, avant


def _lire(evenement: Evenement) -> tuple[Arret, list[Arret]]:
    """Return the stop asked about and those before it."""
    for nom in ("debut", "fin"):
        if getattr(evenement, nom) is None:
            quoi = {"debut": "premier jour de l'arrêt", "fin": "dernier jour de l'arrêt"}[nom]
            raise FaitsManquants(f"Il manque evenement.{nom} ({quoi}).", (nom,))
    avant = [_anterieur(a, rang) for rang, a in enumerate(evenement.arrets_anterieurs)]
    assert evenement.debut
    assert evenement.fin
    arret = Arret(
        evenement.debut,
        evenement.fin,
        ald=bool(evenement.ald),
        a_temps_partiel=bool(evenement.temps_partiel_therapeutique),
        motif=evenement.motif or MotifArret.MALADIE,
    )
    return arret, avant


def _anterieur(lu: ArretAnterieur, rang: int) -> Arret:
    for nom in ("debut", "fin"):
        if getattr(lu, nom) is None:
            raise FaitsManquants(f"Il manque evenement.arrets_anterieurs[{rang}].{nom} (jour de l'arrêt).", (nom,))
    assert lu.debut
    assert lu.fin
    return Arret(
        lu.debut,
        lu.fin,
        ald=bool(lu.ald),
        meme_affection=lu.meme_affection is not False,
        a_temps_partiel=bool(lu.temps_partiel_therapeutique),
        motif=lu.motif or MotifArret.MALADIE,
        payes=lu.jours_indemnises,
        hospitalisation=bool(lu.hospitalisation),
    )


def _poser_l_arret(dossier: DossierPrestations, arret: Arret, avant: Sequence[Arret], chaine: Sequence[Arret]) -> None:
    """Write what the stop is once those before it are known: its whole length, and why it has no waiting days."""
    donnees = dossier.donnees
    entiers = [a for a in (*chaine, arret) if not a.a_temps_partiel] or [arret]
    donnees["duree_arret", None, None] = float(sum(a.jours for a in entiers))
    donnees["duree_premier_arret", None, None] = float(entiers[0].jours)
    if len(entiers) > 1:
        dossier.notes.append(
            f"prolongation : le revenu moyen, le plafond et la carence sont ceux du premier arrêt, commencé le "
            f"{entiers[0].debut:%d/%m/%Y}"
        )
    cle = ("exception_carence", None, None)
    if cle not in donnees and not chaine and (exception := _exception(dossier, arret, avant)):
        donnees[cle] = float(exception)


def _exception(dossier: DossierPrestations, arret: Arret, avant: Sequence[Arret]) -> ExceptionCarence | None:
    """Return why a new stop has no waiting days: the first one for the same illness, or accident, had them."""
    mois = int(valeur(dossier.evaluer(("mois_de_la_periode",)), "mois_de_la_periode") or 0)
    for passe in avant:
        recent = jour_apres_mois(numero(passe.debut), mois) > numero(arret.debut)
        if passe.meme_affection and passe.ald and arret.ald and recent:
            return ExceptionCarence.RECHUTE_ALD
        if passe.meme_affection and arret.motif is MotifArret.ACCIDENT and passe.motif is MotifArret.ACCIDENT:
            return ExceptionCarence.MEME_ACCIDENT
    return None


def _sans_couverture(
    reponse: ReponsePrestations, dossier: DossierPrestations, arret: Arret, couverture: CouvertureMaladie
) -> None:
    evaluation = dossier.evaluer(("couvert_en_cas_d_arret",))
    regle = noeud_de(evaluation, "couvert_en_cas_d_arret").regle
    assert regle is not None
    motif = " ".join(regle.explication.split("\n", 1)[1].split())
    reponse.valeurs |= {"droit_ouvert": False, "motif": motif, "indemnite_journaliere": 0}
    regime = slug(dossier.affiliations(dossier.jour)[dossier.rang].regime)
    chiffres = f"régime ce jour-là : {regime}" if couverture is CouvertureMaladie.AUTRE else COUVERTS[couverture]
    reponse.conditions = [condition(evaluation, "couvert_en_cas_d_arret", chiffres)]
    reponse.calendrier = sans_droit(arret, "activité non assurée contre l'arrêt de travail")
    compter(reponse.calendrier, reponse.valeurs)
    reponse.references["droit_ouvert"] = articles_de(regle)
    reponse.notes = [*dossier.situation.lieux, *dossier.notes]


def _remplir(
    reponse: ReponsePrestations,
    dossier: DossierPrestations,
    evaluation: Evaluation,
    arret: Arret,
    avant: Sequence[Arret],
) -> None:
    valeurs = reponse.valeurs
    reponse.conditions = list(_conditions(dossier, evaluation))
    ouvert = bool(evaluation["droit_ouvert"])
    manquantes = [c.libelle for c in reponse.conditions if c.remplie is False]
    valeurs["droit_ouvert"] = ouvert
    valeurs["motif"] = None if ouvert else f"condition non remplie : {' ; '.join(manquantes)}"
    for nom in CIBLES[1:]:
        if (lue := valeur(evaluation, nom)) is not None:
            valeurs[nom] = _lisible(nom, lue)
    if not ouvert:
        dossier.notes.append(MAINTIEN)
    regles = _regles(dossier, evaluation)
    anciens = _avec_leur_carence(dossier, arret, avant)
    if ouvert:
        reponse.calendrier = calendrier(arret, anciens, regles)
    else:
        reponse.calendrier = sans_droit(arret, "droit non ouvert")
    compter(reponse.calendrier, valeurs)
    _prelever(valeurs, evaluation)
    reponse.montants = list(_montants(valeurs, evaluation, arret))
    reponse.demarches = demarches_d_un_arret(dossier, arret)
    retenir_les_references(reponse, evaluation)
    faits = {f.nom: f for f in evaluation.supposes.values()}
    reponse.supposes = {nom: fait.defaut for nom, fait in faits.items() if fait.defaut is not None}
    reponse.notes = [*dossier.situation.lieux, *dossier.notes]
    reponse.hypotheses = [ecrire_suppose(f) for f in faits.values()]
    reponse.a_confirmer = [f"{d.nom} : {d.texte}" for d in doutes(evaluation, dossier.donnees, "indemnite_journaliere")]


def _lisible(nom: str, lue: float) -> float:
    """Return an amount in cents, a number of days as it is."""
    arrondie = lue if nom.startswith("taux_") else float(arrondi_centime(lue))
    arrondie = float(f"{arrondie:.12g}")
    return int(arrondie) if arrondie.is_integer() else arrondie


def _prelever(valeurs: dict[str, object], evaluation: Evaluation) -> None:
    """Write what is withheld from the total at source, and what is left."""
    total = valeurs["montant_total"]
    taux = evaluation["taux_des_prelevements_sur_indemnites"]
    assert isinstance(total, float | int)
    valeurs["prelevements"] = float(arrondi_centime(total * taux))
    valeurs["montant_net"] = round(total - valeurs["prelevements"], 2)  # type: ignore[operator]


def _regles(dossier: DossierPrestations, evaluation: Evaluation) -> Regles:
    def nombre(nom: str) -> int:
        return int(valeur(evaluation, nom) or 0)

    section = dossier.affiliations(dossier.jour)[dossier.rang].section
    relais = ""
    if section in CAISSES_QUI_PRENNENT_LE_RELAIS:
        relais = f" : la {section.name} prend le relais"
    elif dossier.membre(CouvertureMaladie) is CouvertureMaladie.LIBERAL:
        relais = " : la section de retraite ne verse rien ensuite"
    retraite = dossier.situation.personne.retraite.depuis
    return Regles(
        carence=nombre("delai_carence"),
        indemnite=float(evaluation["indemnite_journaliere"]),
        a_temps_partiel=float(evaluation["indemnite_a_temps_partiel"]),
        maximales=nombre("indemnites_maximales"),
        mois=nombre("mois_de_la_periode"),
        reprise=nombre("mois_de_reprise"),
        temps_partiel=nombre("jours_a_temps_partiel"),
        mois_temps_partiel=nombre("mois_de_la_periode_a_temps_partiel"),
        par_incapacite=nombre("indemnites_maximales_par_incapacite") or None,
        de_retraite=nombre("indemnites_maximales_en_retraite"),
        retraite=retraite,
        relais=relais,
    )


def _avec_leur_carence(dossier: DossierPrestations, arret: Arret, avant: Sequence[Arret]) -> list[Arret]:
    """Return the past stops with the waiting days that the law of their own day gave them."""
    datees = []
    for rang, passe in enumerate(avant):
        suite = [passe]
        for suivant in (*avant[rang + 1 :], arret):
            if suivant.suit(suite[-1]) and not suivant.a_temps_partiel:
                suite.append(suivant)
        datees.append(_avec_sa_carence(dossier, passe, sum(a.jours for a in suite)))
    return datees


def _avec_sa_carence(dossier: DossierPrestations, passe: Arret, duree: int) -> Arret:
    if passe.payes is not None or passe.a_temps_partiel:
        return passe
    ancien = DossierPrestations.de(dossier.situation, passe.debut, extrapoler=dossier.extrapoler)
    for nom, lu in (
        ("duree_arret", duree),
        ("hospitalisation", passe.hospitalisation),
        ("ald", passe.ald),
        ("motif_arret", passe.motif),
        ("temps_partiel_therapeutique", False),
        ("exception_carence", ExceptionCarence.AUCUNE),
    ):
        ancien.donnees[nom, None, None] = float(lu)
    return replace(passe, carence=int(valeur(ancien.evaluer(("delai_carence",)), "delai_carence") or 0))


def _conditions(dossier: DossierPrestations, evaluation: Evaluation) -> Iterable[Condition]:
    couverture = CouvertureMaladie(dossier.membre(CouvertureMaladie))
    personne = dossier.situation.personne
    yield condition(evaluation, "couvert_en_cas_d_arret", COUVERTS[couverture])
    if "exclu_par_une_pension_d_invalidite" in evaluation:
        quand = _depuis(personne.invalidite.depuis, "aucune pension")
        yield _sans(
            condition(evaluation, "exclu_par_une_pension_d_invalidite", quand, inverse=True),
            "Sans pension d'invalidité",
        )
    if "exclu_par_une_retraite" in evaluation:
        quand = _depuis(personne.retraite.depuis, "aucune retraite")
        lue = condition(evaluation, "exclu_par_une_retraite", quand, inverse=True)
        yield _sans(lue, "Sans retraite d'indépendant")
    autre = "oui" if evaluation["exclu_par_un_autre_revenu"] else "non"
    yield _sans(
        condition(evaluation, "exclu_par_un_autre_revenu", autre, inverse=True),
        "Sans chômage ni indemnités de maternité au même moment",
    )
    derogatoire = bool(evaluation["arret_derogatoire"])
    if derogatoire:
        yield condition(evaluation, "arret_derogatoire", "ni durée d'affiliation, ni revenu minimal exigés")
        return
    yield condition(evaluation, "affiliation_suffisante", _affiliation(dossier))
    if "a_jour_des_cotisations" in evaluation:
        part = dossier.donnees.get(("cotisations_payees_sur_dues", 0, dossier.jour.year - 1), 1.0)
        yield condition(
            evaluation, "a_jour_des_cotisations", f"part payée : {ecrire(part, 'fraction')} (supposé sinon)"
        )
    if "revenu_suffisant" in evaluation:
        yield condition(evaluation, "revenu_suffisant", _revenu(evaluation))


def _sans(lue: Condition, libelle: str) -> Condition:
    return Condition(libelle, lue.chiffres, lue.remplie, lue.articles)


def _depuis(jour: date | None, sinon: str) -> str:
    return sinon if jour is None else f"depuis le {jour:%d/%m/%Y}"


def _affiliation(dossier: DossierPrestations) -> str:
    return f"{dossier.assure_depuis()} ; exigé : 12 mois au {dossier.jour:%d/%m/%Y}"


def _revenu(evaluation: Evaluation) -> str:
    moyen, seuil = float(evaluation["revenu_annuel_moyen"]), float(evaluation["seuil_revenu"])
    signe = "≥" if atteint(moyen, seuil) else "<"
    return f"{ecrire(moyen, '€')} {signe} {ecrire(seuil, '€')}"


def _montants(valeurs: dict[str, object], evaluation: Evaluation, arret: Arret) -> Iterable[Montant]:
    unites = {
        "revenu_annuel_moyen": "€",
        "base_de_l_indemnite": "€",
        "indemnite_journaliere": "€",
        "delai_carence": "jours",
        "duree_maximale": "jours",
    }
    if arret.a_temps_partiel:
        unites["indemnite_a_temps_partiel"] = "€"
    for nom, unite in unites.items():
        regle = noeud_de(evaluation, nom).regle if nom in evaluation else None
        if regle is not None and nom in valeurs:
            yield Montant(nom, regle.titre, float(valeurs[nom]), unite, articles_de(regle))  # type: ignore[arg-type]
