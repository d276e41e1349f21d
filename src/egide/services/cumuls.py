"""Exemptions that the law does not grant together: claimed together, they are faults of the situation."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from egide.droit.commun.categories import Exoneration
from egide.moteur.evaluation import evaluer
from egide.moteur.faits import Cle, Donnees, Nombre
from egide.moteur.periode import Periode, jour, numero
from egide.moteur.regle import Categorie
from egide.services.loi import PREMIERE_ANNEE, loi
from egide.situation import Faute, Situation, SituationInvalide

PAR_DROIT = {
    Exoneration.OUTRE_MER: "les exonérations d'outre-mer",
    Exoneration.MAYOTTE: "celles de Mayotte",
    Exoneration.PETIT_REVENU: "celles des petits revenus dans les collectivités d'outre-mer",
    Exoneration.INVALIDITE: "celles des titulaires d'une pension d'invalidité",
}
"""Exemptions that the law grants by right, in the place of the Acre: it excludes any other (CSS L. 131-6-4, III)."""


class Cumuls:
    """The exemptions claimed in a period, each with the rank in the situation of its activity."""

    def __init__(self, donnees: Donnees, periode: Periode, activites: list[int]) -> None:
        duree = loi().parametres["jours_par_an"].valeurs[0].flottant
        premier = numero(periode.debut)

        def court(rang: int) -> bool:
            debut = donnees.get(("debut", rang, None))
            return bool(donnees.get(("acre", rang, None))) and debut is not None and debut + duree > premier

        self.acres = [activite for rang, activite in enumerate(activites) if court(rang)]
        self.zones = [activite for rang, activite in enumerate(activites) if ("zfu_depuis", rang, None) in donnees]

    def refuser(self, categorie: Categorie) -> None:
        """Refuse (`SituationInvalide`) an Acre and a tax-free zone at once, unless the law sets both aside."""
        if self.acres and self.zones and categorie.get(Exoneration) not in PAR_DROIT:
            message = (
                f"ne se cumule pas avec l'Acre de activites[{self.acres[0]}] (CSS L. 131-6-4, III) ; attendu : "
                "l'une des deux seulement"
            )
            raise SituationInvalide([Faute(f"activites[{rang}].zfu", None, message) for rang in self.zones])

    def remarques(self, categorie: Categorie) -> Iterator[str]:
        """Say which exemptions are not applied, and why."""
        if Exoneration not in categorie:
            if self.acres:
                yield "Acre sans effet : le régime simplifié des médecins remplaçants l'exclut (CSS L. 642-4-2)."
            return
        retenue = Exoneration(categorie[Exoneration])
        if self.acres and retenue in PAR_DROIT:
            yield (
                f"Acre sans effet : {PAR_DROIT[retenue]} s'appliquent à sa place, la loi ne les cumule pas "
                "(CSS L. 131-6-4, III)."
            )
        if self.acres and retenue not in (*PAR_DROIT, Exoneration.ACRE):
            yield (
                f"Acre de activites[{self.acres[0]}] non comptée : une autre activité était déjà exercée, et elle ne "
                "porte que sur les cotisations dues au titre de la nouvelle (CSS L. 131-6-4, II), qu'Égide ne sépare "
                "pas."
            )
        if self.zones and retenue is not Exoneration.ZFU:
            yield (
                "Zone franche urbaine sans effet : son exonération suppose un artisan ou un commerçant qui s'y est "
                "installé avant 2015, sans autre exonération."
            )


def verifier_les_acres(situation: Situation) -> None:
    """Refuse (`SituationInvalide`) an Acre granted again within three years of the end of another."""
    fautes = list(_acres_trop_proches(situation))
    if fautes:
        raise SituationInvalide(fautes)


def _acres_trop_proches(situation: Situation) -> Iterator[Faute]:
    acres = sorted((a.debut, rang) for rang, a in enumerate(situation.activites) if a.acre and a.debut)
    for place, (debut, rang) in enumerate(acres):
        for autre, rang_autre in acres[:place]:
            cesse, permise = _fin_et_retour(autre, situation.activites[rang_autre].fin)
            # A second activity begun while the first has the Acre is not "a new grant after the end of another".
            if cesse <= debut < permise:
                message = (
                    f"true à partir du {debut} : l'Acre de activites[{rang_autre}] a cessé le {cesse}, et ne peut être "
                    f"accordée de nouveau que le {permise} (CSS L. 131-6-4, IV) ; attendu : false"
                )
                yield Faute(f"activites[{rang}].acre", True, message)
                break


def _fin_et_retour(debut: date, fin: date | None) -> tuple[date, date]:
    """Return the day on which an Acre ceases, and the one on which another may be granted."""
    faits: dict[Cle, Nombre] = {("debut", 0, None): numero(debut)}
    if fin:
        faits["fin", 0, None] = numero(fin)
    periode = Periode.de_l_annee(max(debut.year, PREMIERE_ANNEE))
    plan = loi().plan(("fin_acre", "retour_acre"), {}, periode, donnes=faits.keys(), extrapoler=True)
    evaluation = evaluer(plan, faits)
    return jour(evaluation["fin_acre"]), jour(evaluation["retour_acre"])
