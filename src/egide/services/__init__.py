"""One question, one function."""

from egide.services.affiliation import affiliation
from egide.services.comparaison import comparer
from egide.services.cotisations import cotisations
from egide.services.explication import expliquer
from egide.services.interlocuteurs import interlocuteurs
from egide.services.inversion import inverser
from egide.services.parametres import parametres

__all__ = ["affiliation", "comparer", "cotisations", "expliquer", "interlocuteurs", "inverser", "parametres"]
