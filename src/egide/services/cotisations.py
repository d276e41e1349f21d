"""What a person owes for one income year: every contribution, its base, rate, amount and article."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from egide.droit.commun.categories import Caisse, NatureMontant
from egide.droit.commun.enumerations import Statut
from egide.moteur.completude import Influence, influences
from egide.moteur.evaluation import Evaluation, ecrire_inconnue
from egide.moteur.faits import Cle
from egide.services.appels import asseoir
from egide.services.conjoint import (
    asseoir_le_conjoint,
    est_le_conjoint,
    reduire_a_ses_jours,
    sans_le_conjoint,
    sans_revenu,
    vue_du_chef,
)
from egide.services.cumuls import verifier_les_acres
from egide.services.dossier_annuel import DossierAnnuel
from egide.services.loi import NOMS_DES_AXES, derniere_verification, loi, verifier_annee
from egide.services.noms import NomRefuse, parmi
from egide.services.reponse import Indisponible, Ligne, Reponse, ligne_de
from egide.services.revenu import completer_les_annees_passees, completer_revenu
from egide.services.sans_usage import remarques
from egide.situation import Situation, charger

if TYPE_CHECKING:
    from egide.services.micro_dossier import DossierMicro

LIGNES_DE_MAYOTTE = ("contribution_maladie_invalidite_deces_autonomie", "cotisation_maladie_additionnelle")
"""The sums that are due in Mayotte only, shown before the others."""
LIGNES_DES_LIBERALES = ("contribution_additionnelle_maladie", "cotisation_asv", "cotisation_pcv", "curps")
"""Among the lines, those that only liberal professions have."""
LIGNES = (
    "cotisation_maladie_maternite",
    "contribution_additionnelle_maladie",
    "cotisation_indemnites_journalieres",
    "cotisation_allocations_familiales",
    "cotisation_retraite_base",
    "cotisation_retraite_complementaire",
    "cotisation_asv",
    "cotisation_pcv",
    "cotisation_invalidite_deces",
    "csg_deductible",
    "csg_crds_non_deductible",
    "contribution_formation_professionnelle",
    "curps",
    "conjoint_cotisation_retraite_base",
    "conjoint_cotisation_retraite_complementaire",
    "conjoint_cotisation_invalidite_deces",
    "conjoint_cotisation_indemnites_journalieres",
)
"""The sums that make up the total, in the order in which they are shown."""
LIGNES_DU_REGIME_SIMPLIFIE = (
    "cotisation_maladie_maternite",
    "cotisation_indemnites_journalieres",
    "cotisation_retraite_base",
    "cotisation_retraite_complementaire",
    "cotisation_asv",
    "csg_crds",
    "cotisation_invalidite_deces",
)
"""Those of a replacement doctor under the simplified scheme, whose CSG and CRDS are one part of a global rate."""
DEDUCTIONS = {
    "reduction_covid": ("Réduction de la crise sanitaire", "réduction"),
    "csg_crds_en_moins": ("CSG et CRDS en moins, les cotisations étant réduites", "base"),
}
"""What is taken off after them: the title of the line, and the kind of gap it makes in a comparison."""
NATURES = {"definitives": NatureMontant.DEFINITIVES, "provisionnelles": NatureMontant.PROVISIONNELLES}
MICRO_SANS_APPEL = (
    "nature : un micro-entrepreneur n'a pas de cotisations provisionnelles, ce qu'il paie est définitif "
    "(CSS L. 613-7) ; attendu : definitives."
)
SIMPLIFIE_SANS_APPEL = (
    "nature : le régime simplifié des médecins remplaçants n'a pas de cotisations provisionnelles, ce qu'il demande "
    "est définitif (CSS L. 642-4-2) ; attendu : definitives."
)
AUSSI_CONJOINT = (
    "Aussi conjoint collaborateur : ces cotisations-là sont au compte du chef d'entreprise, qui les paie, et ne sont "
    "pas comprises ici. Pour les connaître, décrire cette seule activité. À confirmer : que chacun des deux comptes "
    "ait ses propres assiettes minimales."
)
TOTAL = "total_cotisations_et_contributions"
DES_LIBERALES = (
    "asv_forfait",
    "asv_ajustement",
    "participation_cpam",
    "participation_cpam_maladie",
    "participation_cpam_famille",
    "participation_cpam_retraite_base",
    "participation_cpam_asv",
    "total_urssaf",
    "total_caisse_retraite",
    "classe_retraite_complementaire",
    "classe_invalidite_deces",
    "points_retraite_base",
    "points_retraite_complementaire",
    "points_section_b",
    "points_section_c",
    "points_asv",
    "trimestres_annee",
)
"""What is told of liberal professions, beside the sums."""
CIBLES = (
    "revenu_professionnel",
    "revenu_brut",
    "revenu_avant_cotisations",
    "abattement_assiette",
    "assiette_sociale",
    "assiette_csg_crds",
    "assiette_maladie_maternite",
    "assiette_indemnites_journalieres",
    "assiette_retraite_base",
    "assiette_invalidite_deces",
    "plafond_proratise",
    "taux_cotisation_maladie_maternite",
    "taux_cotisation_indemnites_journalieres",
    "taux_cotisation_allocations_familiales",
    *LIGNES_DE_MAYOTTE,
    *LIGNES,
    "csg_crds",
    "exoneration_acre",
    "exoneration_drom",
    "exoneration_mayotte",
    "exoneration_zfu",
    *DEDUCTIONS,
    "conjoint_total_cotisations",
    *DES_LIBERALES,
    TOTAL,
    "revenu_net",
)
LIGNES_DU_CONJOINT = tuple(nom for nom in LIGNES if nom.startswith("conjoint_"))
ASSIETTES_DU_CONJOINT = ("conjoint_assiette", "conjoint_assiette_retraite_base", "conjoint_assiette_invalidite_deces")
TOTAL_DU_CONJOINT = "conjoint_total_cotisations"
_DE_L_ACTIVITE = ("revenu_brut", "revenu_professionnel", "revenu_imposable")


def cotisations(
    situation: Situation | Mapping[str, Any] | str,
    *,
    annee: int | None = None,
    nature: str = "definitives",
    extrapoler: bool = False,
) -> Reponse:
    """Return what a person owes for an income year.

    Args:
        situation: a `Situation`, its document as a dict, or the path of its file.
        annee: income year; the last one verified by default.
        nature: "definitives" (on the income of the year) or "provisionnelles" (what is called during the year).
        extrapoler: carry the figures beyond the last day they were checked; the answer says so.

    Raises:
        SituationInvalide: the document has faults.
        HorsPlage: the year is outside the range covered.
        FaitsManquants: a fact is needed; the message says where to write it.
        HorsChamp: the situation is not covered; the message says whom to turn to.
    """
    lue = charger(situation)
    micro = ouvrir_micro(lue, annee=annee, nature=nature, extrapoler=extrapoler, seul=False)
    if micro is None:
        return _sur_le_revenu(lue, annee=annee, nature=nature, extrapoler=extrapoler)
    from egide.services.micro import cotisations_micro

    reponse = cotisations_micro(micro)
    if not micro.autres:
        return reponse
    from egide.services.deux_regimes import reunir

    return reunir(micro, reponse, _sur_le_revenu(lue, annee=micro.annee, nature=nature, extrapoler=extrapoler))


def _sur_le_revenu(situation: Situation, *, annee: int | None, nature: str, extrapoler: bool) -> Reponse:
    """Return what is due on income: all activities but the micro-businesses of the year."""
    dossier = ouvrir(situation, annee=annee, nature=nature, extrapoler=extrapoler)
    reponse = Reponse("cotisations", dossier.annee, nature, verifie_le=derniere_verification())
    if dossier.inactivite:
        reponse.motif = dossier.inactivite
        return reponse
    completer_revenu(dossier)
    donnes = {nom for nom, _, _ in dossier.donnees}
    cibles = [nom for nom in _cibles(dossier) if nom in donnes or nom != "revenu_professionnel"]
    # Where the person stands on each axis rests on facts, given or assumed, that the answer has to tell.
    evaluation = dossier.evaluer([*cibles, *NOMS_DES_AXES])
    _remplir(reponse, dossier, evaluation)
    return reponse


def ouvrir_micro(
    situation: Situation, *, annee: int | None, nature: str, extrapoler: bool, seul: bool = True
) -> DossierMicro | None:
    """Return the dossier of a micro-entrepreneur for a year, or None for who is not one that year.

    Args:
        situation, annee, nature, extrapoler: what is asked.
        seul: refuse (`HorsChamp`) who contributes on an income too that year: the question is about one scheme.
    """
    if not any(a.statut is Statut.MICRO_ENTREPRENEUR for a in situation.activites):
        return None
    from egide.services.micro_dossier import DossierMicro, est_micro
    from egide.services.micro_option import a_opte

    demandee = derniere_verification().year if annee is None else annee
    if not est_micro(situation, demandee) or any(map(a_opte, situation.activites)):
        return None
    verifier_annee(demandee, extrapoler=extrapoler)
    if nature not in NATURES:
        raise parmi(str(nature), NATURES, "nature des montants inconnue")
    if NATURES[nature] is not NatureMontant.DEFINITIVES:
        raise NomRefuse(nature, MICRO_SANS_APPEL)
    dossier = DossierMicro.de(situation, demandee, extrapoler=extrapoler)
    if seul and dossier.autres:
        from egide.services.deux_regimes import refuser_les_deux

        refuser_les_deux(dossier)
    return dossier


def ouvrir(
    situation: Situation | Mapping[str, Any] | str, *, annee: int | None, nature: str, extrapoler: bool
) -> DossierAnnuel:
    """Read a situation for a year and a nature of amounts; see `cotisations`."""
    annee = derniere_verification().year if annee is None else annee
    verifier_annee(annee, extrapoler=extrapoler)
    if nature not in NATURES:
        raise parmi(str(nature), NATURES, "nature des montants inconnue")
    lue = charger(situation)
    notes: list[str] = []
    verifier_les_acres(lue)
    if any(activite.statut is Statut.GERANT for activite in lue.activites):
        from egide.services.majorite import etablir_la_majorite

        lue, notes = etablir_la_majorite(lue, annee)
    if any(a.micro.cotisations_minimales for a in lue.activites):
        from egide.services.micro_option import NOTE, sur_le_revenu

        lue, notes = sur_le_revenu(lue, annee), [*notes, NOTE]
    dossier = DossierAnnuel.de(loi(), lue, annee, NATURES[nature], extrapoler=extrapoler)
    if propres := sans_le_conjoint(lue, dossier):
        lue = propres
        dossier = DossierAnnuel.de(loi(), lue, annee, NATURES[nature], extrapoler=extrapoler)
        notes.append(AUSSI_CONJOINT)
    elif est_le_conjoint(lue, dossier):
        lue = vue_du_chef(lue, dossier.activites[0])
        dossier = DossierAnnuel.de(loi(), lue, annee, NATURES[nature], extrapoler=extrapoler)
        asseoir_le_conjoint(dossier)
    dossier.notes[:0] = [*lue.lieux, *notes]
    _asseoir(dossier, lue)
    if not dossier.inactivite:
        completer_les_annees_passees(dossier)
    return dossier


def _asseoir(dossier: DossierAnnuel, situation: Situation) -> None:
    """Put the income of the nature asked for in the file."""
    if dossier.inactivite:
        return
    if dossier.simplifie:
        _refuser_les_appels(dossier)
    elif dossier.du_conjoint and sans_revenu(dossier):
        dossier.donnees["annee_de_reference", None, None] = dossier.annee
    elif dossier.nature is NatureMontant.PROVISIONNELLES:
        asseoir(dossier, situation)
    elif dossier.du_conjoint:
        reduire_a_ses_jours(dossier)


def _refuser_les_appels(dossier: DossierAnnuel) -> None:
    if dossier.nature is NatureMontant.PROVISIONNELLES:
        raise NomRefuse("provisionnelles", SIMPLIFIE_SANS_APPEL)


def total_de(dossier: DossierAnnuel) -> str:
    """Return the name of what a person owes in all: a collaborating spouse owes their own contributions only."""
    return TOTAL_DU_CONJOINT if dossier.du_conjoint else TOTAL


def _cibles(dossier: DossierAnnuel) -> tuple[str, ...]:
    if dossier.simplifie:
        return (*LIGNES_DU_REGIME_SIMPLIFIE, TOTAL, "revenu_net")
    if dossier.du_conjoint:
        return (*ASSIETTES_DU_CONJOINT, *LIGNES_DU_CONJOINT, TOTAL_DU_CONJOINT)
    return CIBLES


def _lignes(dossier: DossierAnnuel) -> tuple[str, ...]:
    if dossier.simplifie:
        return LIGNES_DU_REGIME_SIMPLIFIE
    return LIGNES_DU_CONJOINT if dossier.du_conjoint else (*LIGNES_DE_MAYOTTE, *LIGNES)


def _remplir(reponse: Reponse, dossier: DossierAnnuel, evaluation: Evaluation) -> None:
    total = total_de(dossier)
    if evaluation.plan.categorie.get(Caisse, Caisse.SSI) is not Caisse.SSI:
        # Their total is given even without what is not known: the income of the year itself has to be.
        dossier.exiger(evaluation, "assiette_sociale")
    dossier.exiger(evaluation, total)
    reponse.retenir(evaluation, dossier.donnees, _cibles(dossier), total)
    reponse.valeurs[TOTAL] = reponse.valeurs[total]
    dues = [nom for nom in _lignes(dossier) if nom in evaluation]
    reponse.indisponibles = [i for nom in dues if (i := indisponible(dossier, evaluation, nom))]
    absentes = {i.nom for i in reponse.indisponibles}
    lignes = [ligne_de(evaluation, nom) for nom in dues if nom not in absentes]
    reponse.lignes = [*lignes, *_deductions(reponse)]
    reponse.notes = [*dossier.notes, *remarques(dossier, evaluation)]
    if len(dossier.activites) > 1:
        reponse.a_confirmer.append(
            "Plusieurs activités : les revenus sont additionnés et le groupe est celui de la première."
        )
        reponse.activites = _parts(dossier, evaluation, reponse.valeurs[TOTAL])
    reponse.influences = lambda: _influences(dossier, evaluation)


def indisponible(dossier: DossierAnnuel, evaluation: Evaluation, nom: str) -> Indisponible | None:
    """Return what keeps a contribution from being told, None where it is known."""
    noeud = evaluation.plan.noeuds[evaluation.plan.cibles[nom]]
    if evaluation.connue(evaluation.plan.cibles[nom]) or noeud.regle is None:
        return None
    manque = [ecrire_inconnue(n.parametre) if n.parametre else dossier.champ_de(n) for n in evaluation.absents(nom)]
    return Indisponible(nom, noeud.regle.titre, tuple(dict.fromkeys(manque)))


def _deductions(reponse: Reponse) -> list[Ligne]:
    """Return what is taken off after the contributions, so that the lines add up to the total.

    The reduction of the health crisis is taken off the sum; besides, the CSG and the CRDS are computed again on
    contributions that are lower.
    """
    return [
        Ligne(nom, titre, None, (), -montant, reponse.references.get(nom, ()), None, frozenset(), deduction)
        for nom, (titre, deduction) in DEDUCTIONS.items()
        if (montant := reponse.valeurs.get(nom, 0)) and round(montant, 2)  # sections keep the cents, floats their noise
    ]


def _parts(dossier: DossierAnnuel, evaluation: Evaluation, total: float) -> list[dict[str, Any]]:
    """Return what each activity brings: its income, and its share of the total in proportion to it.

    On the flat base of the first two years there is no income, and so no share.
    """
    nom, revenus = _revenus(dossier, evaluation)
    if not nom:
        return [{"activite": activite} for activite in dossier.activites]
    positifs = [max(revenu, 0.0) for revenu in revenus]
    somme = sum(positifs)
    parts = [positif / somme if somme else 1 / len(revenus) for positif in positifs]
    return [
        {"activite": activite, nom: revenu, TOTAL: round(total * part, 2)}
        for activite, revenu, part in zip(dossier.activites, revenus, parts, strict=True)
    ]


def _revenus(dossier: DossierAnnuel, evaluation: Evaluation) -> tuple[str, list[float]]:
    """Return the income of each activity and its name, or an empty name where some have none."""
    lus = {nom: [evaluation.valeurs[r] for r in rangs] for nom, rangs in evaluation.plan.par_activite.items()}
    rangs = range(len(dossier.activites))
    lus["revenu_imposable"] = [dossier.donnees.get(("revenu_imposable", k, dossier.annee)) for k in rangs]
    for nom in _DE_L_ACTIVITE:
        if lus.get(nom) and None not in lus[nom]:
            return nom, [float(revenu) for revenu in lus[nom]]
    return "", []


def _influences(dossier: DossierAnnuel, evaluation: Evaluation) -> list[Influence]:
    def recalculer(cle: Cle, essai: float) -> float:
        autre = DossierAnnuel(
            dossier.loi, dossier.annee, dossier.nature, dossier.extrapoler, {**dossier.donnees, cle: essai}
        )
        autre.activites = dossier.activites
        return float(autre.evaluer((total,))[total])

    total = total_de(dossier)
    return influences(evaluation, total, recalculer)
