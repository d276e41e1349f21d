"""What stands for the income of the person's own activities when the complementary health cover is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date as Date  # noqa: N812 — as in the answer
from datetime import timedelta

from egide.droit.commun.enumerations import Statut, TypeActiviteMicro
from egide.droit.solidarite.enumerations import BaseDesRevenus
from egide.moteur.erreurs import FaitsManquants
from egide.moteur.faits import Cle, Nombre
from egide.services.loi import loi_de
from egide.situation import Situation
from egide.situation.modele_activite import Activite

AVIS_RECU_EN = 9
"""Month of the year from which the notice of the year before is supposed to have been received."""
DEPUIS_2022 = 2022
FAITS_DES_TYPES = {
    TypeActiviteMicro.VENTES: "ventes_des_quatre_trimestres",
    TypeActiviteMicro.PRESTATIONS_BIC: "services_des_quatre_trimestres",
    TypeActiviteMicro.PRESTATIONS_BNC: "honoraires_des_quatre_trimestres",
    TypeActiviteMicro.CIPAV: "honoraires_des_quatre_trimestres",
}
ABATTEMENTS = {
    TypeActiviteMicro.VENTES: "abattement_fiscal_ventes",
    TypeActiviteMicro.PRESTATIONS_BIC: "abattement_fiscal_services",
    TypeActiviteMicro.PRESTATIONS_BNC: "abattement_fiscal_honoraires",
    TypeActiviteMicro.CIPAV: "abattement_fiscal_honoraires",
}
TOUTES_LES_RESSOURCES = "ou toutes les ressources du foyer dans personne.foyer.ressources_annuelles"


@dataclass(slots=True)
class Revenus:
    """The facts of the income retained, how it was made, and what was supposed."""

    base: BaseDesRevenus
    faits: dict[Cle, Nombre]
    notes: list[str] = field(default_factory=list)


def revenus(situation: Situation, jour: Date) -> Revenus:
    """Return the income of the activities as the code takes it on a day.

    Raises:
        FaitsManquants: what the law takes is not given; the message says what, and where to write it.
    """
    exercees = [a for a in situation.activites if a.debut is None or a.debut <= jour]
    avis = situation.personne.foyer.dernier_avis
    annee = avis or jour.year - (1 if jour.month >= AVIS_RECU_EN else 2)
    notes = []
    if avis is None:
        notes.append(
            f"dernier avis d'imposition connu : celui des revenus de {annee} (sinon, personne.foyer.dernier_avis)"
        )
    if not exercees:
        return Revenus(BaseDesRevenus.DERNIER_AVIS, {("revenu_d_activite_du_dernier_avis", None, None): 0.0}, notes)
    if all(a.debut is not None and a.debut.year > annee for a in exercees):
        return _jamais_declare(exercees, jour, annee)
    montant = _du_dernier_avis(situation, exercees, annee, notes)
    return Revenus(BaseDesRevenus.DERNIER_AVIS, {("revenu_d_activite_du_dernier_avis", None, None): montant}, notes)


def _du_dernier_avis(situation: Situation, activites: list[Activite], annee: int, notes: list[str]) -> float:
    """Return the net income of a year: as given where it is, else what is left once the contributions are paid."""
    directs = [_direct(a, annee) for a in activites if a.debut is None or a.debut.year <= annee]
    if all(d is not None for d in directs):
        return sum(d for d in directs if d is not None)
    if any(d is not None for d in directs) or not any(annee in a.exercices for a in activites):
        raise FaitsManquants(
            f"Il manque le revenu de {annee}, celui du dernier avis d'imposition : donner "
            f"activites[…].exercices.{annee}.revenu_imposable, {TOUTES_LES_RESSOURCES}.",
            ("revenu_imposable",),
        )
    from egide.services.cotisations import cotisations

    net = cotisations(situation, annee=annee).valeurs.get("revenu_net")
    if net is None:
        raise FaitsManquants(
            f"Il manque le revenu net de {annee} : donner activites[…].exercices.{annee}.revenu_imposable, "
            f"{TOUTES_LES_RESSOURCES}.",
            ("revenu_imposable",),
        )
    notes.append(f"revenu net de {annee} : le revenu avant cotisations, moins les cotisations que calcule Égide")
    return max(net, 0.0)


def _direct(activite: Activite, annee: int) -> float | None:
    """Return the income of a year where it is given net, or made from the turnover of a micro-business."""
    exercice = activite.exercices.get(annee)
    if exercice is not None and exercice.revenu_imposable is not None:
        return exercice.revenu_imposable
    if exercice is not None and exercice.revenu_professionnel is not None:
        return exercice.revenu_professionnel
    if activite.statut is not Statut.MICRO_ENTREPRENEUR:
        return None
    ventes = _recettes(activite, [f"{annee}-{m:02d}" for m in range(1, 13)] + [f"{annee}-T{t}" for t in range(1, 5)])
    genre = activite.micro.type_activite
    if not ventes and exercice is not None and exercice.chiffre_affaires is not None and genre is not None:
        ventes = {genre: exercice.chiffre_affaires}
    if not ventes or any(t not in ABATTEMENTS for t in ventes):
        return None
    parametres = loi_de("solidarite").parametres
    restes = (montant * (1 - float(parametres[ABATTEMENTS[t]].valeurs[-1].flottant)) for t, montant in ventes.items())
    return sum(restes)


def _recettes(activite: Activite, periodes: Iterable[str]) -> dict[TypeActiviteMicro, float]:
    """Return the turnover cashed over some months and quarters, by type."""
    sommes: dict[TypeActiviteMicro, float] = {}
    for periode in periodes:
        for genre, montant in activite.recettes.get(periode, {}).items():
            sommes[genre] = sommes.get(genre, 0.0) + montant
    return sommes


def _jamais_declare(activites: list[Activite], jour: Date, annee: int) -> Revenus:
    """Return the turnover of the four civil quarters before a request, where nothing was declared to the tax office."""
    if jour.year < DEPUIS_2022:
        raise FaitsManquants(
            f"Activité commencée après {annee}, dernière année déclarée : la loi retient alors les revenus de l'année "
            "civile précédant la création, puis ceux de la première année ; les donner, avec ceux du foyer, dans "
            "personne.foyer.ressources_annuelles.",
            ("ressources_annuelles",),
        )
    trimestre = Date(jour.year, 3 * ((jour.month - 1) // 3) + 1, 1)
    du, fin = trimestre.replace(year=trimestre.year - 1), trimestre - timedelta(days=1)
    mois = [(trimestre.year - 1, m) for m in range(trimestre.month, 13)]
    mois += [(trimestre.year, m) for m in range(1, trimestre.month)]
    periodes = [f"{a}-{m:02d}" for a, m in mois]
    periodes += list(dict.fromkeys(f"{a}-T{(m + 2) // 3}" for a, m in mois))
    faits: dict[Cle, Nombre] = {(nom, None, None): 0.0 for nom in FAITS_DES_TYPES.values()}
    for rang, activite in enumerate(activites):
        ventes = _recettes(activite, periodes)
        if not ventes or any(t not in FAITS_DES_TYPES for t in ventes):
            raise FaitsManquants(
                "Rien n'a encore été déclaré aux impôts pour cette activité : la loi retient le chiffre d'affaires des "
                f"quatre trimestres civils du {du:%d/%m/%Y} au {fin:%d/%m/%Y} ; le donner dans "
                f"activites[{rang}].recettes (ventes, prestations_bic ou prestations_bnc), {TOUTES_LES_RESSOURCES}.",
                ("recettes",),
            )
        for genre, montant in ventes.items():
            cle = (FAITS_DES_TYPES[genre], None, None)
            faits[cle] = faits[cle] + montant
    note = f"activité commencée après {annee}, dernière année supposée déclarée aux impôts"
    return Revenus(BaseDesRevenus.CHIFFRE_AFFAIRES, faits, [note])
