"""The facts of the chapters of collection: days, sums unpaid, the company liable to the C3S."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from egide.droit.commun.enumerations import Forme, SecteurSociete
from egide.moteur.faits import Fait, Genre
from egide.moteur.periode import JOUR_MIN, numero


def _date(nom: str, libelle: str, defaut: float | None = None) -> Fait:
    return Fait(nom, Genre.DATE, libelle, defaut=defaut)


def _nombre(nom: str, libelle: str, unite: str) -> Fait:
    return Fait(nom, Genre.NOMBRE, libelle, unite)


def _oui_non(nom: str, libelle: str, defaut: float = 0.0) -> Fait:
    return Fait(nom, Genre.OUI_NON, libelle, defaut=defaut, essais=(1.0 - defaut,))


FAITS_RECOUVREMENT: Mapping[str, Fait] = MappingProxyType(
    {
        fait.nom: fait
        for fait in (
            _date("debut_de_l_activite", "premier jour de l'activité"),
            _date("fin_de_l_activite", "dernier jour de l'activité"),
            _date("declaration_le", "jour de la déclaration du revenu"),
            _date("demande_de_paiement_le", "jour de la demande"),
            _date("appel_le", "jour de l'envoi de l'appel"),
            _nombre("zone_de_declaration", "zone de déclaration du département de la résidence", "zone"),
            _nombre("impaye_a_l_echeance", "somme non payée à l'échéance", "€"),
            _nombre(
                "impaye_par_mois_commence", "sommes non payées au début de chaque mois de retard, additionnées", "€"
            ),
            _nombre("reste_du", "somme restant due", "€"),
            _nombre("reste_a_imputer", "part du paiement qui reste à imputer", "€"),
            _nombre("reste_du_de_la_nature", "reste dû de la cotisation", "€"),
            _nombre("retard_en_jours", "jours entre l'échéance et le paiement complet", "jours"),
            _nombre("annee_de_la_dette", "année au titre de laquelle la somme est due", "année"),
            _oui_non("retard_recent", "autre retard de paiement dans les vingt-quatre mois précédents"),
            _oui_non("declarations_faites", "déclarations faites dans les délais", 1.0),
            _oui_non("travail_dissimule", "procès-verbal de travail illégal"),
            _date("jour_de_la_reclamation", "jour où la somme est réclamée"),
            _date("mise_en_demeure_le", "jour de réception de la mise en demeure"),
            Fait(
                "forme_de_la_societe",
                Genre.ENUMERATION,
                "forme juridique de la société",
                enumeration=Forme,
                defaut=float(Forme.SARL),
                essais=(float(Forme.EI),),
            ),
            _date("debut_de_la_societe", "date de création de la société", float(numero(JOUR_MIN))),
            _nombre("chiffre_affaires_societe", "chiffre d'affaires hors taxes de l'année précédente", "€/an"),
            Fait(
                "marge_brute_societe",
                Genre.NOMBRE,
                "marge brute de l'année précédente",
                "€/an",
                defaut=0.0,
            ),
            _oui_non("marge_connue", "marge brute donnée"),
            Fait(
                "secteur_de_la_societe",
                Genre.ENUMERATION,
                "négoce à marge réduite",
                enumeration=SecteurSociete,
                defaut=0.0,
                essais=(float(SecteurSociete.COMMERCE_INTERNATIONAL),),
            ),
        )
    }
)
"""Read by `droit/recouvrement` and `droit/c3s`, which have their own laws: nobody else waits for them."""
