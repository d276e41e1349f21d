"""The facts of an act of care."""

from __future__ import annotations

from datetime import date

from egide.droit.commun.enumerations import TypeEvenement
from egide.droit.soins.enumerations import TypeActe
from egide.moteur.faits import Fait, Genre
from egide.moteur.periode import JOUR_MAX, numero

_JAMAIS = float(numero(JOUR_MAX))
_ESSAIS = (float(numero(date(2026, 6, 1))),)


def _oui_non(nom: str, libelle: str) -> Fait:
    return Fait(nom, Genre.OUI_NON, libelle, defaut=0.0, essais=(1.0,))


def _euros(nom: str, libelle: str) -> Fait:
    return Fait(nom, Genre.NOMBRE, libelle, "€", defaut=0.0, essais=(50.0,))


FAITS_NAISSANCE = (
    Fait("type_evenement", Genre.ENUMERATION, "nature de l'événement", enumeration=TypeEvenement),
    Fait("accouchement_prevu", Genre.DATE, "date prévue de l'accouchement", defaut=_JAMAIS, essais=_ESSAIS),
    Fait("accouchement", Genre.DATE, "date de l'accouchement, à défaut sa date prévue", defaut=_JAMAIS, essais=_ESSAIS),
    Fait("arrivee_de_l_enfant", Genre.DATE, "date d'arrivée de l'enfant adopté"),
    Fait("naissance_ou_adoption_attendue", Genre.DATE, "date prévue de la naissance ou de l'adoption"),
    Fait("rang_enfant", Genre.NOMBRE, "rang de l'enfant", "enfants", defaut=1.0, essais=(3.0,)),
    Fait("enfants_nes", Genre.NOMBRE, "nombre d'enfants nés ou adoptés ensemble", "enfants", defaut=1.0, essais=(2.0,)),
    Fait(
        "hospitalisation_nouveau_ne_jours",
        Genre.NOMBRE,
        "jours d'hospitalisation du nouveau-né",
        "jours",
        defaut=0.0,
        essais=(10.0,),
    ),
    _oui_non("enfant_hospitalise", "hospitalisation du nouveau-né après la naissance"),
    _oui_non("revenu_du_chef_suffisant", "revenu moyen du chef d'entreprise au moins égal au seuil"),
    Fait("cout_de_remplacement_par_jour", Genre.NOMBRE, "coût réel du remplacement", "€/jour"),
    Fait("jours_de_remplacement", Genre.NOMBRE, "jours de remplacement", "jours"),
)
"""Read by `droit/maternite`; `droit/soins` reads the dates of the birth."""

FAITS_SOINS = (
    *FAITS_NAISSANCE,
    Fait("type_acte", Genre.ENUMERATION, "acte de soins", enumeration=TypeActe),
    Fait("tarif", Genre.NOMBRE, "prix payé pour un acte", "€"),
    Fait("tarif_de_responsabilite", Genre.NOMBRE, "tarif de base du remboursement d'un acte", "€"),
    Fait("nombre", Genre.NOMBRE, "nombre d'actes ou de boîtes", defaut=1.0, essais=(2.0,)),
    Fait("parcours", Genre.OUI_NON, "parcours de soins coordonnés respecté", defaut=1.0, essais=(0.0,)),
    _oui_non("soins_en_ald", "soins prévus par le protocole d'une affection de longue durée"),
    _oui_non("complementaire_solidaire", "bénéfice de la complémentaire santé solidaire, ou de la CMU-C"),
    _euros("participations_deja_retenues", "participations forfaitaires déjà retenues dans l'année"),
    _euros("franchises_deja_retenues", "franchises déjà retenues dans l'année"),
    _euros("franchises_deja_retenues_ce_jour", "franchises déjà retenues le même jour"),
    Fait("jours_hospitalisation", Genre.NOMBRE, "jours d'hospitalisation, entrée et sortie comprises", "jours"),
    Fait("forfaits_des_jours", Genre.NOMBRE, "somme des forfaits journaliers du séjour", "€"),
    _oui_non("psychiatrie", "hospitalisation en psychiatrie"),
    _oui_non("acte_couteux", "acte d'au moins 120 € pendant le séjour"),
)
"""Read by `droit/soins`."""
