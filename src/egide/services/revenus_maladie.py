"""The income of each year that daily indemnities rest on, as it was retained for contributions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from egide.droit.commun.enumerations import Statut, TypeActiviteMicro
from egide.droit.sante.enumerations import OrigineDuRevenu
from egide.moteur.erreurs import FaitsManquants
from egide.moteur.evaluation import evaluer
from egide.moteur.faits import Cle, Nombre
from egide.moteur.graphe import Legislation
from egide.moteur.periode import Periode
from egide.services.cotisations import ouvrir
from egide.services.loi import PREMIERE_ANNEE
from egide.services.micro_dossier import exercee, type_du_chiffre_d_affaires
from egide.services.revenu import completer_revenu
from egide.situation import FAITS, Situation
from egide.situation.coherence_micro import bornes
from egide.situation.donnees_prestations import RECETTES_DU_TYPE
from egide.situation.modele_activite import Activite

REVENU = "revenu_professionnel"


def revenus(
    situation: Situation, rangs: Sequence[int], annees: Sequence[int], origine: OrigineDuRevenu, loi: Legislation
) -> dict[Cle, Nombre]:
    """Return the facts that give the income of some years: from the accounts, or from the turnover of a micro-business.

    Args:
        rangs: ranks of the activities of the self-employed.
        origine: where the incomes of the person come from now; a year in which they came from elsewhere is given whole.

    Raises:
        FaitsManquants: the income of a year is not given; the message says where to write it.
    """
    faits: dict[Cle, Nombre] = {}
    manques: list[FaitsManquants] = []
    for annee in annees:
        try:
            faits |= _de_l_annee(situation, rangs, annee, origine, loi)
        except FaitsManquants as manque:
            manques.append(manque)
    if manques:
        raise FaitsManquants(" ".join(map(str, manques)), tuple(n for m in manques for n in m.faits))
    return faits


def _de_l_annee(
    situation: Situation, rangs: Sequence[int], annee: int, origine: OrigineDuRevenu, loi: Legislation
) -> dict[Cle, Nombre]:
    """Return the facts of one year: what its income is read from, or that income where it came from elsewhere."""
    exercees = [k for k in rangs if exercee(situation.activites[k], annee)]
    micro = [k for k in exercees if situation.activites[k].statut is Statut.MICRO_ENTREPRENEUR]
    autres = [k for k in exercees if k not in micro]
    propres = micro if origine is OrigineDuRevenu.RECETTES else autres
    lus = {
        OrigineDuRevenu.RECETTES: _des_recettes(situation, micro, annee) if micro else {},
        OrigineDuRevenu.COMPTES: {REVENU: _des_comptes(situation, autres, annee)} if autres else {},
    }
    if exercees and propres == exercees:
        return {_cle(nom, annee): valeur for nom, valeur in lus[origine].items()}
    total = sum(_evaluer(loi, o, annee, valeurs) for o, valeurs in lus.items() if valeurs)
    return {("revenu_maladie", None, annee): float(total)}


def revenu_a_ce_jour(situation: Situation, rangs: Sequence[int], constat: date, loi: Legislation) -> float:
    """Return the income of the year of the finding, until that day: what is given, or what was cashed before it."""
    total = 0.0
    for rang in rangs:
        activite = situation.activites[rang]
        if not exercee(activite, constat.year):
            continue
        exercice = activite.exercices.get(constat.year)
        if exercice is not None and exercice.revenu_a_ce_jour is not None:
            total += exercice.revenu_a_ce_jour
        elif activite.statut is Statut.MICRO_ENTREPRENEUR and activite.recettes:
            lues = dict.fromkeys(RECETTES_DU_TYPE.values(), 0.0)
            for periode, montants in activite.recettes.items():
                if bornes(periode)[0].year == constat.year and bornes(periode)[1] < constat:
                    for type_, montant in montants.items():
                        lues[RECETTES_DU_TYPE[type_]] += montant
            total += _evaluer(loi, OrigineDuRevenu.RECETTES, constat.year, lues)
        else:
            raise _manque(rang, constat.year, "revenu_a_ce_jour", "revenu de l'année jusqu'au constat")
    return total


def revenu_d_une_annee(situation: Situation, rangs: Sequence[int], annee: int, loi: Legislation) -> float:
    """Return the income retained for contributions of a year, without the minimum of daily indemnities."""
    exercees = [k for k in rangs if exercee(situation.activites[k], annee)]
    micro = [k for k in exercees if situation.activites[k].statut is Statut.MICRO_ENTREPRENEUR]
    autres = [k for k in exercees if k not in micro]
    des_comptes = max(_des_comptes(situation, autres, annee), 0.0) if autres else 0.0
    if not micro:
        return des_comptes
    return des_comptes + _evaluer(loi, OrigineDuRevenu.RECETTES, annee, _des_recettes(situation, micro, annee))


def _cle(nom: str, annee: int) -> Cle:
    return (nom, 0 if FAITS[nom].entite == "activite" else None, annee)


def _evaluer(loi: Legislation, origine: OrigineDuRevenu, annee: int, valeurs: dict[str, float]) -> float:
    """Return the income of one year from what gives it."""
    donnees: dict[Cle, Nombre] = {_cle(nom, annee): valeur for nom, valeur in valeurs.items()}
    periode = Periode.de_l_annee(annee)
    plan = loi.plan(("revenu_maladie",), {OrigineDuRevenu: origine}, periode, donnes=donnees.keys())
    return float(evaluer(plan, donnees)["revenu_maladie"])


def _des_comptes(situation: Situation, rangs: Sequence[int], annee: int) -> float:
    """Return the income retained for contributions, the one given first, else the one that they are computed on."""
    donnes = [situation.activites[k].exercices.get(annee) for k in rangs]
    if all(e is not None and e.revenu_professionnel is not None for e in donnes):
        return sum(e.revenu_professionnel or 0.0 for e in donnes if e is not None)
    if annee < PREMIERE_ANNEE:
        manque = next(k for k, e in zip(rangs, donnes, strict=True) if e is None or e.revenu_professionnel is None)
        raise _manque(manque, annee, REVENU, "revenu retenu pour les cotisations")
    activites = tuple(situation.activites[k] for k in rangs)
    seules = situation.model_copy(update={"activites": activites})
    dossier = ouvrir(seules, annee=annee, nature="definitives", extrapoler=False)
    completer_revenu(dossier)
    evaluation = dossier.evaluer(("assiette_sociale",))
    dossier.exiger(evaluation, "assiette_sociale")
    return float(evaluation["assiette_sociale"])


def _des_recettes(situation: Situation, rangs: Sequence[int], annee: int) -> dict[str, float]:
    """Return the turnover of micro-businesses in a year, by the fact of its allowance."""
    totaux = dict.fromkeys(RECETTES_DU_TYPE.values(), 0.0)
    for rang in rangs:
        for type_, montant in _recettes(situation.activites[rang], rang, annee):
            totaux[RECETTES_DU_TYPE[type_]] += montant
    return totaux


def _recettes(activite: Activite, rang: int, annee: int) -> list[tuple[TypeActiviteMicro, float]]:
    lues = [
        (type_, montant)
        for periode, montants in activite.recettes.items()
        if bornes(periode)[0].year == annee
        for type_, montant in montants.items()
    ]
    exercice = activite.exercices.get(annee)
    if lues:
        return lues
    if exercice is None or exercice.chiffre_affaires is None:
        raise _manque(rang, annee, "chiffre_affaires", "chiffre d'affaires encaissé dans l'année")
    type_ = type_du_chiffre_d_affaires(activite, annee, f"activites[{rang}]")
    return [(type_, exercice.chiffre_affaires)]


def _manque(rang: int, annee: int, nom: str, quoi: str) -> FaitsManquants:
    return FaitsManquants(f"Il manque activites[{rang}].exercices.{annee}.{nom} ({quoi}).", (nom,))
