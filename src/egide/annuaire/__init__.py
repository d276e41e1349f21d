"""Bodies, professions and territories: data files and their look-up."""

from egide.annuaire.professions import Profession, ProfessionInconnue, profession, professions
from egide.annuaire.territoires import (
    DEPARTEMENTS,
    CommuneInvalide,
    departement_de_commune,
    territoire_du_departement,
)

__all__ = [
    "DEPARTEMENTS",
    "CommuneInvalide",
    "Profession",
    "ProfessionInconnue",
    "departement_de_commune",
    "profession",
    "professions",
    "territoire_du_departement",
]
