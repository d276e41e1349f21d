"""One question, one function. `affiliation` and `interlocuteurs` are in their modules, which read the directory."""

from egide.services.comparaison import comparer
from egide.services.cotisations import cotisations
from egide.services.explication import expliquer
from egide.services.inversion import inverser
from egide.services.parametres import parametres

__all__ = ["comparer", "cotisations", "expliquer", "inverser", "parametres"]
