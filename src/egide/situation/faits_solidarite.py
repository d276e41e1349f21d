"""The facts of a household that asks for the complementary health cover."""

from __future__ import annotations

from egide.droit.solidarite.enumerations import BaseDesRevenus
from egide.moteur.faits import Fait, Genre


def _euros(nom: str, libelle: str, unite: str = "€/an", defaut: float | None = 0.0) -> Fait:
    return Fait(nom, Genre.NOMBRE, libelle, unite, defaut=defaut, essais=() if defaut is None else (10000.0,))


FAITS_SOLIDARITE = (
    Fait(
        "base_des_revenus",
        Genre.ENUMERATION,
        "base du revenu d'activité",
        defaut=float(BaseDesRevenus.DERNIER_AVIS),
        enumeration=BaseDesRevenus,
        essais=(float(BaseDesRevenus.CHIFFRE_AFFAIRES),),
    ),
    Fait("foyer_personnes", Genre.NOMBRE, "nombre de personnes du foyer", "personnes"),
    Fait(
        "enfants_en_residence_alternee",
        Genre.NOMBRE,
        "enfants en résidence alternée dans le foyer",
        "enfants",
        defaut=0.0,
        essais=(1.0,),
    ),
    _euros("ressources_annuelles", "ressources du foyer sur douze mois", defaut=None),
    _euros("revenu_d_activite_du_dernier_avis", "revenu d'activité net du dernier avis d'imposition", defaut=None),
    _euros("ventes_des_quatre_trimestres", "ventes des quatre derniers trimestres civils"),
    _euros("services_des_quatre_trimestres", "prestations de services des quatre derniers trimestres civils"),
    _euros("honoraires_des_quatre_trimestres", "recettes non commerciales des quatre derniers trimestres civils"),
    Fait(
        "proprietaire_ou_loge_gratuitement",
        Genre.OUI_NON,
        "logement gratuit ou en propriété",
        defaut=0.0,
        essais=(1.0,),
    ),
    Fait(
        "aide_au_logement", Genre.NOMBRE, "aide au logement reçue par le foyer", "€/mois", defaut=0.0, essais=(200.0,)
    ),
    Fait("foyer_au_rsa", Genre.OUI_NON, "perception du RSA par le foyer", defaut=0.0, essais=(1.0,)),
)
"""Read by `droit/solidarite`."""
