"""Brume, a small imaginary country: everything the engine does, and not one word of French law."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from egide.moteur.faits import Cle, Fait, Genre
from egide.moteur.graphe import Legislation
from egide.moteur.parametres import Parametres, charger
from egide.moteur.periode import Periode, numero
from egide.moteur.regle import Categorie, regles_du_paquet
from pays import lois
from pays.lois.axes import Force, Ordre, RiveDuFleuve

PARAMETRES = Path(__file__).parent / "parametres"

FAITS: Mapping[str, Fait] = MappingProxyType(
    {
        f.nom: f
        for f in (
            Fait("recette", Genre.NOMBRE, "Recette", "€/an", "activite", par_annee=True, agregation="somme"),
            Fait("frais", Genre.NOMBRE, "Frais", "€/an", "activite", par_annee=True, defaut=0, agregation="somme"),
            Fait("force", Genre.ENUMERATION, "Force", entite="activite", agregation="principale", enumeration=Force),
            Fait("ouverture", Genre.DATE, "Jour d'ouverture", entite="activite", agregation="min"),
            Fait("meules", Genre.NOMBRE, "Meules", "meules", "activite", defaut=1, agregation="somme"),
            Fait("meules_de_rechange", Genre.NOMBRE, "Meules de rechange", "meules", "activite", defaut=0),
            Fait("habite_au_sud", Genre.OUI_NON, "Habite la rive sud", defaut=0),
            Fait("noble", Genre.OUI_NON, "Noble", defaut=0, essais=(1,)),
            Fait("enfants", Genre.NOMBRE, "Enfants", defaut=0),
            Fait("exil", Genre.OUI_NON, "En exil", defaut=0),
            # Facts that take the place of the rules of the same names.
            Fait("base", Genre.NOMBRE, "Base déclarée", "€/an", par_annee=True),
            Fait("benefice", Genre.NOMBRE, "Bénéfice déclaré", "€/an", "activite", par_annee=True, agregation="somme"),
        )
    }
)

MEUNIER_NORD: Categorie = {Ordre: Ordre.MEUNIER, RiveDuFleuve: RiveDuFleuve.NORD}
MEUNIER_SUD: Categorie = {Ordre: Ordre.MEUNIER, RiveDuFleuve: RiveDuFleuve.SUD}
SAUNIER_NORD: Categorie = {Ordre: Ordre.SAUNIER, RiveDuFleuve: RiveDuFleuve.NORD}
TISSERAND_SUD: Categorie = {Ordre: Ordre.TISSERAND, RiveDuFleuve: RiveDuFleuve.SUD}


@cache
def parametres() -> Parametres:
    return charger(PARAMETRES)


@cache
def brume() -> Legislation:
    """Return the whole law of the country."""
    return Legislation(regles_du_paquet(lois), parametres(), FAITS)


def an(annee: int) -> Periode:
    return Periode.de_l_annee(annee)


def moulin(
    annee: int,
    *recettes: float,
    force: float = Force.VENT,
    ouverture: date = date(1990, 1, 1),
    **personne: float,
) -> dict[Cle, float]:
    """Return the facts of a person who has one mill for each turnover of a year."""
    donnees: dict[Cle, float] = {(nom, None, None): valeur for nom, valeur in personne.items()}
    for rang, recette in enumerate(recettes):
        donnees["recette", rang, annee] = recette
        donnees["force", rang, None] = force
        donnees["ouverture", rang, None] = numero(ouverture)
    return donnees


def avec_base(annee: int, base: float, **personne: float) -> dict[Cle, float]:
    """Return the facts of a person whose base is given as it is."""
    return {**{(nom, None, None): valeur for nom, valeur in personne.items()}, ("base", None, annee): base}
