"""Bodies, professions and territories: data files and their look-up. Nothing is read before it is asked for.

What every command needs is here. The rest is imported from its module by who needs it, so that it costs the others
nothing: `recherche` (a commune from what a person writes), `communes`, `departements`, `maladie` (CPAM), `reseaux`
(Carsat, Urssaf, RSI, SSI, organismes conventionnés), `reperes` (sections, contacts, calendar, overseas, activities).
"""

from egide.annuaire.professions import Profession, ProfessionInconnue, profession, professions
from egide.annuaire.territoires import (
    DEPARTEMENTS,
    CommuneInvalide,
    departement_de_commune,
    ressort_du_departement,
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
    "ressort_du_departement",
    "territoire_du_departement",
]
