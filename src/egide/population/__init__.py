"""The same rules over columns: one array a fact, one array a target."""

from egide.population.calcul import LignesHorsChamp, calculer

__all__ = ["LignesHorsChamp", "calculer"]
