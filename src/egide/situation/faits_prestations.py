"""The facts that only benefits read: the event, the payment of contributions, the insurance before."""

from __future__ import annotations

from datetime import date

from egide.droit.commun.enumerations import MotifArret
from egide.droit.sante.enumerations import ExceptionCarence
from egide.moteur.faits import Fait, Genre
from egide.moteur.periode import JOUR_MIN, numero

_DE_LONGUE_DATE = float(numero(JOUR_MIN))


def _oui_non(nom: str, libelle: str) -> Fait:
    return Fait(nom, Genre.OUI_NON, libelle, defaut=0.0, essais=(1.0,))


RECETTES = {
    "recettes_ventes": "ventes et fourniture de logement",
    "recettes_prestations": "prestations commerciales et artisanales",
    "recettes_liberales": "prestations libérales",
    "recettes_meuble_tourisme_classe": "meublés de tourisme classés",
}
"""The turnover of a micro-entrepreneur, by the allowance that makes it an income."""

FAITS_PRESTATIONS = (
    Fait("revenu_maladie", Genre.NOMBRE, "revenu pris en compte pour les cotisations maladie", "€/an", par_annee=True),
    Fait(
        "cotisations_payees_sur_dues",
        Genre.NOMBRE,
        "part payée des cotisations dues au titre de l'année",
        "fraction",
        "activite",
        par_annee=True,
        defaut=1.0,
        agregation="min",
        essais=(0.5,),
    ),
    *(
        Fait(nom, Genre.NOMBRE, f"recettes de l'année, {de_quoi}", "€/an", par_annee=True, defaut=0.0, essais=(1000.0,))
        for nom, de_quoi in RECETTES.items()
    ),
    Fait("revenu_a_ce_jour", Genre.NOMBRE, "revenu de l'année jusqu'au constat", "€/an", par_annee=True),
    Fait(
        "assure_sans_interruption_depuis",
        Genre.DATE,
        "début de l'assurance sans interruption, tous régimes",
        defaut=_DE_LONGUE_DATE,
        essais=(float(numero(date(2026, 1, 1))),),
    ),
    _oui_non("revenu_de_remplacement", "allocations de chômage, ou indemnités de maternité, au même moment"),
    Fait("duree_arret", Genre.NOMBRE, "durée de l'arrêt prescrit", "jours", defaut=30.0, essais=(7.0,)),
    Fait("duree_premier_arret", Genre.NOMBRE, "durée de la première prescription", "jours", defaut=30.0, essais=(7.0,)),
    _oui_non("hospitalisation", "hospitalisation"),
    _oui_non("ald", "arrêt lié à une affection de longue durée"),
    _oui_non("temps_partiel_therapeutique", "reprise à temps partiel pour motif thérapeutique"),
    Fait(
        "motif_arret",
        Genre.ENUMERATION,
        "motif de l'arrêt",
        defaut=float(MotifArret.MALADIE),
        enumeration=MotifArret,
        essais=(float(MotifArret.ACCIDENT), float(MotifArret.COVID_DEROGATOIRE)),
    ),
    Fait(
        "exception_carence",
        Genre.ENUMERATION,
        "ce qui dispense de carence",
        defaut=float(ExceptionCarence.AUCUNE),
        enumeration=ExceptionCarence,
        essais=tuple(float(m) for m in ExceptionCarence if m),
    ),
    Fait("total_des_meilleures_annees", Genre.NOMBRE, "revenus des dix meilleures années, plafonnés", "€"),
    Fait("annees_retenues", Genre.NOMBRE, "années retenues, dix au plus", "années"),
    Fait("revenus_compares", Genre.NOMBRE, "revenus d'activité de l'avant-dernière année", "€/an"),
    _oui_non("indemnise_au_constat", "indemnités journalières perçues au jour de la demande"),
    Fait("trimestres_d_independant", Genre.NOMBRE, "trimestres validés au régime des indépendants", "trimestres"),
)
"""What decides daily indemnities, invalidity pensions and death capitals."""
