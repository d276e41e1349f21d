"""One question, one function."""

from egide.services.cotisations import cotisations
from egide.services.explication import expliquer
from egide.services.inversion import inverser
from egide.services.parametres import parametres

__all__ = ["cotisations", "expliquer", "inverser", "parametres"]
