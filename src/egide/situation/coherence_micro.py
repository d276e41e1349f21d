"""Contradictions of the turnover of a micro-entrepreneur: outside the activity, in the future, told twice, foreign."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from egide.annuaire import profession
from egide.droit.commun.enumerations import Nature, Statut, TypeActiviteMicro, slug
from egide.situation.fautes import Faute, nombre
from egide.situation.modele_activite import Activite

TOLERANCE = 1.0
"""Euros: accounts are often given rounded."""
MOIS_PAR_AN = 12
_T = TypeActiviteMicro
TYPES_DE_LA_NATURE = {
    Nature.ARTISANALE: (_T.VENTES, _T.PRESTATIONS_BIC),
    Nature.COMMERCIALE: (_T.VENTES, _T.PRESTATIONS_BIC),
    Nature.LIBERALE: (_T.PRESTATIONS_BNC, _T.CIPAV, _T.VENTES),
    Nature.LOCATION_MEUBLEE: (_T.MEUBLE_TOURISME, _T.MEUBLE_TOURISME_CLASSE, _T.VENTES),
    Nature.LOCATION_BIENS: (_T.PRESTATIONS_BIC,),
    Nature.CHAMBRES_HOTES: (_T.VENTES, _T.MEUBLE_TOURISME, _T.MEUBLE_TOURISME_CLASSE),
    Nature.VENTE_DOMICILE: (_T.VENTES, _T.PRESTATIONS_BIC, _T.PRESTATIONS_BNC),
}
"""The types of turnover that an activity of each nature may have (CGI 50-0, 102 ter; CSS D. 613-4)."""


def incoherences_micro(activite: Activite, champ: str, aujourd_hui: date) -> Iterator[Faute]:
    """Yield every contradiction of the turnover of an activity whose path is given."""
    yield from _recettes(activite, champ, aujourd_hui)
    if activite.statut is Statut.MICRO_ENTREPRENEUR:
        yield from _types(activite, champ)


def hors_activite(champ: str, valeur: object, premier: date, dernier: date, activite: Activite) -> Iterator[Faute]:
    """Yield a fault when a whole period lies before the first day of an activity or after its last."""
    if activite.debut is not None and activite.fin is not None and activite.fin < activite.debut:
        return  # already told
    if activite.debut is not None and dernier < activite.debut:
        yield Faute(champ, valeur, f"période antérieure au début de l'activité ({activite.debut})")
    if activite.fin is not None and premier > activite.fin:
        yield Faute(champ, valeur, f"période postérieure à la fin de l'activité ({activite.fin})")


def _recettes(activite: Activite, champ: str, aujourd_hui: date) -> Iterator[Faute]:
    for periode, montants in activite.recettes.items():
        premier, dernier = bornes(periode)
        ici = f"{champ}.recettes.{periode}"
        yield from hors_activite(ici, montants, premier, dernier, activite)
        if premier > aujourd_hui and any(montants.values()):
            message = f"période dans l'avenir ; attendu : au plus tard {aujourd_hui:%Y-%m}"
            yield Faute(ici, montants, message)
        if "-T" in periode:
            mois = [m for m in activite.recettes if "-T" not in m and premier <= bornes(m)[0] <= dernier]
            if mois:
                message = f"trimestre déjà donné par mois ({', '.join(mois)}) ; attendu : l'un ou l'autre"
                yield Faute(ici, montants, message)
    for rang, periode in enumerate(activite.micro.declarations_manquantes):
        ici = f"{champ}.micro.declarations_manquantes[{rang}]"
        yield from hors_activite(ici, periode, *bornes(periode), activite)
        if periode in activite.recettes:
            yield Faute(ici, periode, f"« {periode} » figure aussi dans recettes ; attendu : l'un ou l'autre")
    yield from _tardives(activite, champ, aujourd_hui)
    yield from _recettes_et_exercices(activite, champ)


def _tardives(activite: Activite, champ: str, aujourd_hui: date) -> Iterator[Faute]:
    """A declaration filed late has its turnover, and a day after the last one to file it: the end of the next month."""
    for periode, le in activite.micro.declarations_tardives.items():
        premier, dernier = bornes(periode)
        ici = f"{champ}.micro.declarations_tardives.{periode}"
        yield from hors_activite(ici, le, premier, dernier, activite)
        limite = date_limite(dernier)
        if le <= limite:
            yield Faute(ici, le, f"le {le}, elle n'était pas en retard ; attendu : une date après le {limite}")
        if le > aujourd_hui:
            yield Faute(ici, le, f"{le} est dans l'avenir ; attendu : au plus tard {aujourd_hui}")
        if periode in activite.micro.declarations_manquantes:
            yield Faute(ici, le, f"« {periode} » figure aussi dans declarations_manquantes ; attendu : l'un ou l'autre")
        elif periode not in activite.recettes:
            yield Faute(ici, le, f"le chiffre d'affaires de « {periode} » manque ; attendu : recettes.{periode}")


def date_limite(dernier: date) -> date:
    """Return the last day to file what ends on a day: that of the next month (CSS R. 613-8)."""
    annee, mois = (dernier.year, dernier.month + 1) if dernier.month < MOIS_PAR_AN else (dernier.year + 1, 1)
    return date(annee, mois, monthrange(annee, mois)[1])


def bornes(periode: str) -> tuple[date, date]:
    """Return the first and the last day of a month (2026-01) or of a quarter (2026-T1)."""
    annee, reste = int(periode[:4]), periode[5:]
    premier, dernier = (3 * int(reste[1]) - 2, 3 * int(reste[1])) if reste[0] == "T" else (int(reste), int(reste))
    return date(annee, premier, 1), date(annee, dernier, monthrange(annee, dernier)[1])


def _recettes_et_exercices(activite: Activite, champ: str) -> Iterator[Faute]:
    """The receipts of a year cannot exceed its turnover; when they cover it whole, they are its turnover."""
    for annee, exercice in activite.exercices.items():
        ventes = exercice.chiffre_affaires
        de_l_annee = {p: m for p, m in activite.recettes.items() if int(p[:4]) == annee}
        if ventes is None or not de_l_annee:
            continue
        total = sum(sum(montants.values()) for montants in de_l_annee.values())
        mois = sum(3 if "-T" in periode else 1 for periode in de_l_annee)
        if total > ventes + TOLERANCE or (mois == MOIS_PAR_AN and abs(total - ventes) > TOLERANCE):
            message = (
                f"{nombre(ventes)} contredit la somme des recettes de l'année ({nombre(round(total, 2))}) ; "
                "attendu : la même valeur, ou l'un des deux seulement"
            )
            yield Faute(f"{champ}.exercices.{annee}.chiffre_affaires", ventes, message)


def _types(activite: Activite, champ: str) -> Iterator[Faute]:
    """The types of turnover are those of the nature of the activity; an agent commercial is taxed as a liberal."""
    if activite.nature is None or activite.nature not in TYPES_DE_LA_NATURE:
        return
    permis: tuple[TypeActiviteMicro, ...] = TYPES_DE_LA_NATURE[activite.nature]
    if activite.profession is not None and profession(activite.profession).nature == "agent_commercial":
        permis = (*permis, _T.PRESTATIONS_BNC)
    donnes = [(f"{champ}.micro.type_activite", activite.micro.type_activite)]
    donnes += [(f"{champ}.recettes.{p}", t) for p, montants in activite.recettes.items() for t in montants]
    for ici, type_ in donnes:
        if type_ is not None and type_ not in permis:
            attendus = ", ".join(map(slug, permis))
            message = f"« {slug(type_)} » est étranger à une activité {slug(activite.nature)} ; attendu : {attendus}"
            yield Faute(ici, type_, message)
