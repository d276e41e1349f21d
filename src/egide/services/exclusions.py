"""Activities that exclude one another: one person cannot carry them on at the same time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from egide.droit.commun.enumerations import Nature, Statut, slug
from egide.situation import Faute, Situation, SituationInvalide
from egide.situation.modele_activite import Activite

_AILLEURS = (Nature.SALARIEE, Nature.AGRICOLE, Nature.ARTISTIQUE)
_INDEPENDANTES = (
    Statut.MICRO_ENTREPRENEUR,
    Statut.ENTREPRISE_INDIVIDUELLE,
    Statut.GERANT_MAJORITAIRE,
    Statut.GERANT_ASSOCIE_UNIQUE,
    Statut.ASSOCIE_SNC,
    Statut.CONJOINT_COLLABORATEUR,
    Statut.CONJOINT_ASSOCIE,
)


def refuser_les_exclusions(situation: Situation) -> None:
    """Raise `SituationInvalide` when activities that exclude one another overlap."""
    if fautes := list(_fautes(situation)):
        raise SituationInvalide(fautes)


def _fautes(situation: Situation) -> Iterator[Faute]:
    for (i, une), (k, autre) in combinations(enumerate(situation.activites), 2):
        raison = _raison(une, autre) or _raison(autre, une)
        if raison and _se_recouvrent(une, autre):
            message = f"recouvre activites[{i}], et les deux s'excluent : {raison} ; attendu : des dates qui se suivent"
            yield Faute(f"activites[{k}]", autre, message)


def _raison(une: Activite, autre: Activite) -> str | None:
    """Say why two activities exclude one another, taken in this order."""
    ailleurs = une.nature in _AILLEURS or autre.nature in _AILLEURS
    if une.statut is Statut.MICRO_ENTREPRENEUR and autre.statut is Statut.ENTREPRISE_INDIVIDUELLE and not ailleurs:
        return "une entreprise individuelle est en micro-entreprise, ou ne l'est pas"
    if une.statut is Statut.ASSURE_VOLONTAIRE and autre.statut in _INDEPENDANTES and not ailleurs:
        return f"l'assurance volontaire suppose la fin de l'activité (statut « {slug(autre.statut)} »)"
    return None


def _se_recouvrent(une: Activite, autre: Activite) -> bool:
    debut = max(une.debut or date.min, autre.debut or date.min)
    return debut <= min(une.fin or date.max, autre.fin or date.max)
