"""From an activity to the facts that only liberal professions have: health profession, convention, classes chosen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from egide.annuaire import profession
from egide.droit.commun.enumerations import (
    CategorieLiberale,
    Conventionnement,
    Nature,
    ProfessionSante,
    TypeEvenement,
)
from egide.situation.faits_liberaux import DEMANDES
from egide.situation.fautes import Faute, refus

if TYPE_CHECKING:
    from egide.situation.modele_activite import Activite, Exercice
    from egide.situation.modele_evenements import Evenement

_SANTE = {
    "biologiste_medical_pharmacien": ProfessionSante.DIRECTEUR_DE_LABORATOIRE,
    "chirurgien_dentiste": ProfessionSante.CHIRURGIEN_DENTISTE,
    "sage_femme": ProfessionSante.SAGE_FEMME,
}
_SANTE_DE_LA_SECTION = {
    CategorieLiberale.CARMF: ProfessionSante.MEDECIN,
    CategorieLiberale.CARPIMKO: ProfessionSante.AUXILIAIRE_MEDICAL,
    CategorieLiberale.CAVP: ProfessionSante.PHARMACIEN,
}


def _lettres(derniere: str) -> dict[str, int]:
    return {chr(code): rang for rang, code in enumerate(range(ord("a"), ord(derniere) + 1), 1)}


_REDUITES = {"super_speciale_1": -3, "super_speciale_2": -2, "speciale_1": -1, "speciale_2": 0}
CLASSES: dict[CategorieLiberale, tuple[dict[str, int], dict[str, int]]] = {
    CategorieLiberale.CIPAV: (_lettres("h"), _lettres("c")),
    CategorieLiberale.CARCDSF: ({}, _lettres("c")),
    CategorieLiberale.CAVP: ({str(k): k for k in range(3, 14)}, {}),
    CategorieLiberale.CARPV: ({**_REDUITES, **_lettres("e")}, {str(k): k for k in range(1, 4)}),
    CategorieLiberale.CAVEC: (_lettres("i"), _lettres("d")),
    CategorieLiberale.CAVOM: ({}, _lettres("d")),
    CategorieLiberale.CPRN: ({str(k): k for k in range(1, 9)}, {}),
    CategorieLiberale.CNBF: ({"c1": 1, "c2": 2, "c3": 3, "c2p": 3}, {}),
}
"""Classes that a member may choose, by section: of the complementary pension, and of the invalidity and death cover."""

COMMUNES = ("dispense_indemnites_journalieres",)
DEMANDES_DES_SECTIONS = {
    CategorieLiberale.CARMF: ("asv_proportionnelle", "reduction_invalidite_deces"),
    CategorieLiberale.CARCDSF: ("reduction_retraite_complementaire", "dispense_retraite_complementaire"),
    CategorieLiberale.CAVP: ("reduction_retraite_complementaire", "dispense_retraite_complementaire"),
    CategorieLiberale.CIPAV: ("dispense_invalidite_deces",),
}
"""What a member may ask of the section, where its figures are known; the rest is asked of the Urssaf."""


def faits_liberaux(activite: Activite) -> dict[str, object]:
    """Return what is read of an activity for the contributions of a liberal profession."""
    section = _section(activite)
    complementaire, invalidite = CLASSES.get(section, ({}, {}))
    sante = None if activite.profession is None else profession_de_sante(activite.profession)
    # Who is known not to be of a health profession is not asked where they stand with the convention.
    hors_sante = sante is None and (activite.profession is not None or activite.nature not in (None, Nature.LIBERALE))
    convention = activite.conventionne
    if hors_sante and convention is None:
        convention = Conventionnement.NON_CONVENTIONNE
    return {
        "profession_sante": ProfessionSante.AUCUNE if hors_sante else sante,
        "conventionne": convention,
        "convention_connue": True if convention is not None else None,
        "classe_retraite_complementaire": complementaire.get(activite.classes.retraite_complementaire or ""),
        "classe_invalidite_deces": invalidite.get(activite.classes.invalidite_deces or ""),
        "regime_simplifie": activite.regime_simplifie,
        "zone_montagne_sous_dotee": activite.zone_montagne_sous_dotee,
        **{f"demande_{nom}": getattr(activite.demandes, nom) for nom in DEMANDES},
    }


def profession_de_sante(metier: str) -> ProfessionSante | None:
    """Return the health profession of a slug of the directory, None where it is none."""
    return _SANTE.get(metier) or _SANTE_DE_LA_SECTION.get(profession(metier).categorie_liberale)


def parts_conventionnees(exercice: Exercice) -> dict[str, object]:
    """Return the part of the receipts that are under the convention, and that of the excess fees among these."""
    sous_convention = exercice.recettes_conventionnees
    if sous_convention is None:
        sous_convention = exercice.chiffre_affaires
    recettes = exercice.chiffre_affaires if exercice.chiffre_affaires is not None else sous_convention
    parts: dict[str, object] = {"taux_urssaf": exercice.taux_urssaf}
    if exercice.recettes_conventionnees is not None and recettes:
        parts["part_recettes_conventionnees"] = min(exercice.recettes_conventionnees / recettes, 1.0)
    if exercice.depassements_honoraires is not None and sous_convention:
        parts["part_depassements"] = min(exercice.depassements_honoraires / sous_convention, 1.0)
    return parts


def annee_d_accouchement(evenement: Evenement | None) -> int | None:
    """Return the year in which the person gave birth, None where the event told is not that one."""
    if evenement is None or evenement.type is not TypeEvenement.MATERNITE or evenement.naissance is None:
        return None
    return evenement.naissance.year


def fautes_des_demandes(activite: Activite, champ: str) -> Iterator[Faute]:
    """Refuse a request that the section of the profession does not know."""
    section = _section(activite)
    if section <= CategorieLiberale.NON_REGLEMENTEE:
        return
    connues = (*DEMANDES_DES_SECTIONS.get(section, ()), *COMMUNES)
    for nom in DEMANDES:
        if getattr(activite.demandes, nom) and nom not in connues:
            attendu = f"parmi ce que la {section.name} connaît ici : {', '.join(connues)}"
            yield refus(f"{champ}.demandes.{nom}", True, attendu)


def fautes_des_classes(activite: Activite, champ: str) -> Iterator[Faute]:
    """Refuse a class that the section of the profession does not have."""
    section = _section(activite)
    for nom, connues in zip(
        ("retraite_complementaire", "invalidite_deces"), CLASSES.get(section, ({}, {})), strict=True
    ):
        classe = getattr(activite.classes, nom)
        if classe is not None and section > CategorieLiberale.NON_REGLEMENTEE and classe not in connues:
            attendu = ", ".join(connues) or f"rien, la {section.name} n'a pas de classe à choisir"
            yield refus(f"{champ}.classes.{nom}", classe, attendu)


def _section(activite: Activite) -> CategorieLiberale:
    if activite.profession is None or activite.nature not in (None, Nature.LIBERALE):
        return CategorieLiberale.SANS_OBJET
    section = profession(activite.profession).categorie_liberale
    # Whoever never left the Cipav is still its member, off its list.
    return CategorieLiberale.CIPAV if section is CategorieLiberale.NON_REGLEMENTEE else section
