"""The laws of collection and of the C3S: read by those questions only, and loaded for them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from functools import cache

from egide.moteur.evaluation import Evaluation, evaluer
from egide.moteur.faits import Cle, Nombre
from egide.moteur.graphe import Legislation
from egide.moteur.periode import Periode, jour, numero
from egide.services.loi import chiffres, regles_de
from egide.services.reponse import articles_de
from egide.situation.faits_recouvrement import FAITS_RECOUVREMENT

RECOUVREMENT, C3S = "recouvrement", "c3s"


@cache
def loi_a_part(paquet: str) -> Legislation:
    """Return the law of one of the chapters that the others do not read."""
    return Legislation(regles_de([paquet]), chiffres(), FAITS_RECOUVREMENT)


def appliquer(
    paquet: str, cibles: Collection[str], faits: Mapping[str, Nombre | date | bool | None], periode: Periode
) -> Evaluation:
    """Evaluate some values of a chapter on the facts given; those that are None are not."""
    donnees: dict[Cle, Nombre] = {
        (nom, None, None): float(numero(v)) if isinstance(v, date) else float(v)
        for nom, v in faits.items()
        if v is not None
    }
    plan = loi_a_part(paquet).plan(cibles, {}, periode, donnes=donnees.keys(), activites=0, extrapoler=True)
    return evaluer(plan, donnees)


def au_jour(nom: str, au: date, **faits: Nombre | date | bool | None) -> Evaluation:
    """Evaluate one value of the collection under the law of a day."""
    return appliquer(RECOUVREMENT, (nom,), faits, Periode(au, au))


def date_de(nom: str, au: date, **faits: Nombre | date | bool | None) -> date:
    """Return a day that the law of another one gives."""
    return jour(au_jour(nom, au, **faits)[nom])


def articles(paquet: str, nom: str, au: date) -> tuple[str, ...]:
    """Return the articles of a value, as they stand on a day."""
    regle = loi_a_part(paquet).variante(nom, {}, au)
    return articles_de(regle) if regle else ()
