"""The same rules over columns: one array a fact, one array a target."""

try:
    from egide.population.calcul import LignesHorsChamp, calculer
    from egide.population.colonnes import ColonneInvalide
except ModuleNotFoundError as erreur:
    if erreur.name not in ("numpy", "numba"):
        raise
    raise ModuleNotFoundError(
        f"le calcul d'une population demande {erreur.name} : pip install 'egide[population]'", name=erreur.name
    ) from None

__all__ = ["ColonneInvalide", "LignesHorsChamp", "calculer"]
