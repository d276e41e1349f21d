"""When an income was declared: the day given, else the last day to do it online."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from egide.moteur.periode import Periode, jour
from egide.services.loi_recouvrement import RECOUVREMENT, appliquer
from egide.services.revenus_connus import declaration_de
from egide.situation import Situation
from egide.situation.donnees import departement_de_residence

DERNIERE_ZONE_1, DERNIERE_ZONE_2, DERNIERE_ZONE_2_AVANT_2020 = 19, 54, 49
CORSE = ("2A", "2B", "20")
ANNEE_DES_ZONES = 2019
PARIS = "75"


class Declaration(NamedTuple):
    """The day of a declaration, and what was supposed to know it."""

    jour: date
    note: str | None


def declaration_connue(situation: Situation, annee: int) -> Declaration:
    """Return when the income of a year was declared, or is supposed to be."""
    if (donnee := declaration_de(situation, annee)) is not None:
        return Declaration(donnee, None)
    departement = departement_de_residence(situation.personne)
    limite = date_limite(zone(departement or PARIS, annee), annee)
    if limite is None:
        recente = next(d for a in range(annee, annee - 100, -1) if (d := date_limite(zone(departement or PARIS, a), a)))
        limite = date(annee + 1, recente.month, recente.day)
        return Declaration(limite, f"Revenu de {annee} : date de déclaration à venir, celle de {recente.year} reprise.")
    ou = "" if departement else ", zone 3 faute de département"
    return Declaration(limite, f"Revenu de {annee} supposé déclaré le dernier jour, {limite:%d/%m/%Y}{ou}.")


def zone(departement: str, annee: int) -> int:
    """Return the zone of a département for the declaration of a year's income (1, 2 or 3)."""
    if departement in CORSE:
        return 2
    rang = int(departement)
    if rang <= DERNIERE_ZONE_1:
        return 1
    return 2 if rang <= (DERNIERE_ZONE_2 if annee >= ANNEE_DES_ZONES else DERNIERE_ZONE_2_AVANT_2020) else 3


@lru_cache(maxsize=256)
def date_limite(rang: int, annee: int) -> date | None:
    """Return the last day to declare online, None where it is not published yet."""
    periode = Periode.de_l_annee(annee)
    evaluation = appliquer(RECOUVREMENT, ("date_limite_declaration",), {"zone_de_declaration": rang}, periode)
    valeur = evaluation.valeurs[evaluation.plan.cibles["date_limite_declaration"]]
    return None if valeur is None else jour(float(valeur))
