"""The facts that rules may ask: what a person is, what an activity is, what it earned each year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import IntEnum
from itertools import chain
from types import MappingProxyType

from egide.droit.commun.enumerations import (
    CategorieLiberale,
    Forme,
    Imposition,
    Inscription,
    Nature,
    OptionConjoint,
    Periodicite,
    ProfessionParticuliere,
    Regime,
    ReseauConsulaire,
    ReseauConventionne,
    SecteurCovid,
    Statut,
    Territoire,
    TitreAssurance,
    TypeActiviteMicro,
)
from egide.droit.commun.interlocuteurs import RessortActivite, RessortPersonnel
from egide.moteur.faits import Entite, Fait, Genre
from egide.moteur.periode import JOUR_MAX, JOUR_MIN, numero
from egide.situation.faits_affiliation import FAITS_AFFILIATION
from egide.situation.faits_liberaux import FAITS_LIBERAUX
from egide.situation.faits_prestations import FAITS_PRESTATIONS
from egide.situation.faits_soins import FAITS_SOINS
from egide.situation.faits_solidarite import FAITS_SOLIDARITE

JAMAIS = numero(JOUR_MAX)
"""The day that never comes: an activity without an end, a pension not taken."""


def _oui_non(nom: str, libelle: str, entite: Entite = "personne", agregation: str | None = None) -> Fait:
    return Fait(nom, Genre.OUI_NON, libelle, None, entite, False, 0.0, agregation, essais=(1.0,))


def _date(
    nom: str,
    libelle: str,
    entite: Entite = "personne",
    agregation: str | None = None,
    *,
    defaut: float | None = None,
    essais: tuple[date, ...] = (),
) -> Fait:
    tries = tuple(float(numero(essai)) for essai in essais)
    return Fait(nom, Genre.DATE, libelle, None, entite, False, defaut, agregation, essais=tries)


def _membre(
    nom: str, libelle: str, cls: type[IntEnum], entite: Entite = "activite", *, defaut: IntEnum | None = None
) -> Fait:
    """Declare an enumeration; when a member is assumed, every other one is worth trying."""
    assume = None if defaut is None else float(defaut)
    essais = () if defaut is None else tuple(float(membre) for membre in cls if membre != defaut)
    agregation = "principale" if entite == "activite" else None
    return Fait(nom, Genre.ENUMERATION, libelle, None, entite, False, assume, agregation, cls, essais)


def _montant(nom: str, libelle: str, *, defaut: float | None = None) -> Fait:
    essais = () if defaut is None else (1000.0,)
    return Fait(nom, Genre.NOMBRE, libelle, "€/an", "activite", True, defaut, "somme", essais=essais)


_PERSONNE = (
    _oui_non("rsa_ou_prime_activite", "perception du RSA ou de la prime d'activité"),
    _oui_non("domicile_fiscal_etranger", "domicile fiscal hors de France"),
    _oui_non("residence_hors_de_france", "résidence hors de France"),
    _oui_non("incapacite_plus_de_6_mois", "incapacité physique de plus de six mois"),
    _oui_non("regime_local_alsace_moselle", "affiliation au régime local d'Alsace-Moselle"),
    Fait("annee_de_reference", Genre.NOMBRE, "année du revenu sur lequel les appels sont calculés", defaut=0.0),
    Fait("enfants", Genre.NOMBRE, "nombre d'enfants", "enfants", defaut=0.0, essais=(1.0, 3.0)),
    _date("date_naissance", "date de naissance"),
    _date(
        "invalidite_depuis",
        "date d'effet de la pension d'invalidité",
        defaut=float(JAMAIS),
        essais=(date(2018, 1, 1),),
    ),
    _date(
        "retraite_depuis",
        "date d'effet de la pension de retraite",
        defaut=float(JAMAIS),
        essais=(date(2018, 1, 1),),
    ),
)

_ACTIVITE = (
    _membre("nature", "nature de l'activité", Nature),
    _membre("statut", "statut dans l'activité", Statut),
    _membre("imposition", "impôt sur les bénéfices de l'activité", Imposition, defaut=Imposition.IR),
    _membre("categorie_liberale", "section de la profession libérale", CategorieLiberale),
    _membre("territoire", "territoire de l'activité", Territoire, defaut=Territoire.METROPOLE),
    _oui_non("saisonniere", "caractère saisonnier et accessoire de l'activité", "activite", "principale"),
    _oui_non("acre", "bénéfice de l'Acre", "activite", "max"),
    _oui_non(
        "option_taux_specifiques_rci",
        "option pour les taux spécifiques de retraite complémentaire",
        "activite",
        "max",
    ),
    _oui_non(
        "exoneration_age_invalidite_deces",
        "exonération d'invalidité-décès acquise avant 2015 en raison de l'âge",
        "activite",
        "max",
    ),
    _date("debut", "premier jour de l'activité", "activite", "min", defaut=float(numero(JOUR_MIN))),
    _date("fin", "dernier jour de l'activité", "activite", "max", defaut=float(JAMAIS)),
    _date("debut_d_activite", "premier jour de l'activité, ou de celle qu'elle reprend", "activite", "min"),
    _date("premier_jour_compte", "premier jour où aucune autre activité n'est déjà exercée", "activite", "min"),
    _date(
        "option_ssi",
        "date de l'option d'un ancien affilié de la CIPAV pour la sécurité sociale des indépendants",
        "activite",
        "min",
        defaut=float(JAMAIS),
        essais=(date(2019, 1, 1),),
    ),
    _membre(
        "conjoint_collaborateur_option",
        "assiette choisie pour le conjoint collaborateur",
        OptionConjoint,
        defaut=OptionConjoint.AUCUNE,
    ),
    _membre("secteur_covid", "secteur des aides de la crise sanitaire", SecteurCovid, defaut=SecteurCovid.AUCUN),
    _date(
        "zfu_depuis",
        "date d'installation dans une zone franche urbaine",
        "activite",
        "min",
        defaut=float(JAMAIS),
        essais=(date(2014, 1, 1),),
    ),
    Fait(
        "zfu_salaries",
        Genre.NOMBRE,
        "nombre de salariés dans la zone franche urbaine",
        "salariés",
        "activite",
        defaut=0.0,
        agregation="max",
        essais=(5.0,),
    ),
)

_INTERLOCUTEURS = (
    _membre("regime", "régime de l'activité", Regime),
    _membre("section", "section de retraite de la profession libérale", CategorieLiberale),
    _membre("assure_a_titre", "titre de l'assurance", TitreAssurance, defaut=TitreAssurance.OBLIGATOIRE),
    _date("effet", "premier jour de l'affiliation à la retraite", "activite", "min"),
    _membre("inscription", "registre où l'activité est inscrite", Inscription, defaut=Inscription.AUCUNE),
    _membre("ressort_activite", "territoire de l'activité", RessortActivite, defaut=RessortActivite.METROPOLE),
    _membre(
        "ressort_residence",
        "territoire de la résidence",
        RessortPersonnel,
        "personne",
        defaut=RessortPersonnel.METROPOLE,
    ),
    _date(
        "premiere_affiliation",
        "début de la suite ininterrompue d'activités indépendantes",
        defaut=float(numero(JOUR_MIN)),
        essais=(date(2019, 1, 1),),
    ),
    _oui_non("activite_terminee", "activité terminée, et aucune autre depuis", "activite", "principale"),
    _oui_non("reprise_apres_cessation", "activité indépendante antérieure à 2019, cessée avant celle en cours"),
    _date(
        "rattachement_cpam_notifie",
        "date de la lettre de rattachement à la CPAM",
        defaut=float(numero(JOUR_MIN)),
        essais=(date(2020, 1, 20),),
    ),
    _oui_non("rattachement_cpam_non_recu", "lettre de rattachement à la CPAM non reçue"),
    _membre(
        "reseau_conventionne",
        "organisme conventionné",
        ReseauConventionne,
        "personne",
        defaut=ReseauConventionne.INCONNU,
    ),
)


def _mesure(nom: str, libelle: str, unite: str, defaut: float = 0.0, essais: tuple[float, ...] = (50.0,)) -> Fait:
    return Fait(nom, Genre.NOMBRE, libelle, unite, "activite", False, defaut, "principale", essais=essais)


_AFFILIATION = (
    # The birth date itself is never assumed: this one is read where not knowing it only keeps an exception away.
    _date("naissance_connue", "date de naissance", defaut=float(JAMAIS), essais=(date(1960, 1, 1),)),
    Fait("autres_revenus_du_foyer", Genre.NOMBRE, "autres revenus du foyer", "€/an", defaut=0.0, essais=(30000.0,)),
    _membre(
        "profession_particuliere",
        "profession que la loi nomme",
        ProfessionParticuliere,
        defaut=ProfessionParticuliere.AUCUNE,
    ),
    Fait(
        "forme",
        Genre.ENUMERATION,
        "forme juridique",
        entite="activite",
        defaut=float(Forme.SARL),
        agregation="principale",
        enumeration=Forme,
        essais=(float(Forme.SAS),),
    ),
    Fait("remunere", Genre.OUI_NON, "rémunération", None, "activite", False, 1.0, "principale", essais=(0.0,)),
    _oui_non("parts_connues", "répartition du capital donnée", "activite", "principale"),
    _mesure("part_personne", "parts de la personne", "%"),
    _mesure("part_conjoint", "parts du conjoint ou partenaire de PACS", "%"),
    _mesure("part_enfants_mineurs", "parts des enfants mineurs non émancipés", "%"),
    _mesure("part_autres_gerants", "parts des autres gérants", "%"),
    _oui_non("option_regime_general", "option pour le régime général", "activite", "principale"),
    _oui_non("courte_duree", "location de courte durée à une clientèle de passage", "activite", "principale"),
    _oui_non("recettes_connues", "recettes de l'année données", "activite", "principale"),
    _mesure("recettes_de_l_annee", "recettes de l'année", "€/an", essais=(30000.0,)),
    _mesure("revenu_imposable_de_l_annee", "revenu imposable de l'année", "€/an", essais=(30000.0,)),
    _date(
        "demande_le",
        "date de la demande d'assurance volontaire",
        "activite",
        "principale",
        defaut=float(JAMAIS),
        essais=(date(2018, 1, 1),),
    ),
    _mesure(
        "annees_regimes_francais", "années d'affiliation à des régimes obligatoires français", "années", 5.0, (0.0,)
    ),
    _mesure("jours_conjoint_anterieurs", "jours déjà passés comme conjoint collaborateur depuis 2022", "jours"),
    _date(
        "radiation_precedente",
        "dernier jour de l'activité précédente",
        "activite",
        "principale",
        defaut=float(numero(JOUR_MIN)),
        essais=(date(2018, 1, 1),),
    ),
    Fait(
        "revenu_nul",
        Genre.OUI_NON,
        "année sans chiffre d'affaires ni revenu",
        entite="activite",
        par_annee=True,
        defaut=0.0,
        agregation="max",
        essais=(1.0,),
    ),
    Fait(
        "declare",
        Genre.OUI_NON,
        "déclaration du revenu de l'année",
        entite="activite",
        par_annee=True,
        defaut=1.0,
        agregation="min",
        essais=(0.0,),
    ),
)
"""What decides the affiliation of an activity."""

_EXERCICE = (
    _montant("chiffre_affaires", "chiffre d'affaires hors taxes"),
    _montant("charges", "charges professionnelles hors cotisations sociales personnelles", defaut=0.0),
    _montant("revenu_brut", "revenu avant déduction des cotisations sociales personnelles"),
    _montant("revenu_professionnel", "revenu professionnel retenu pour les cotisations avant 2025"),
    _montant("dividendes", "dividendes soumis à cotisations", defaut=0.0),
    _montant("cotisations_facultatives", "cotisations facultatives déduites", defaut=0.0),
    _montant("revenus_remplacement", "revenus de remplacement", defaut=0.0),
    _montant("revenus_etrangers", "revenus d'activité de source étrangère", defaut=0.0),
    _montant("revenus_debit_tabac", "remises nettes de débitant de tabac", defaut=0.0),
    _montant("remuneration", "rémunération du dirigeant à l'impôt sur les sociétés"),
    _montant("dividendes_percus", "dividendes perçus de la société", defaut=0.0),
    _montant("capital_et_compte_courant", "capital, primes d'émission et compte courant d'associé", defaut=0.0),
    Fait(
        "micro_fiscal",
        Genre.OUI_NON,
        "bénéfice imposé au régime de la micro-entreprise, hors micro-social",
        entite="activite",
        par_annee=True,
        defaut=0.0,
        agregation="max",
    ),
    _montant("revenu_imposable", "revenu imposable de l'activité"),
)

MONTANTS_COVID = (600, 300, 250)
"""Monthly amounts of the reductions of the health crisis, in euros."""

_MOIS_COVID = tuple(
    Fait(
        f"mois_covid_{montant}",
        Genre.NOMBRE,
        f"mois de réduction de la crise sanitaire à {montant} €",
        "mois",
        "activite",
        True,
        0.0,
        "somme",
        essais=(1.0,),
    )
    for montant in MONTANTS_COVID
)

_MICRO = (
    _membre("type_activite", "type de chiffre d'affaires du micro-entrepreneur", TypeActiviteMicro),
    _membre(
        "periodicite", "périodicité des déclarations du micro-entrepreneur", Periodicite, defaut=Periodicite.MENSUELLE
    ),
    _membre(
        "reseau_consulaire",
        "réseau de chambres de métiers de l'activité",
        ReseauConsulaire,
        defaut=ReseauConsulaire.DROIT_COMMUN,
    ),
    Fait(
        "tva_en_vigueur",
        Genre.OUI_NON,
        "la TVA s'applique là où s'exerce l'activité",
        entite="activite",
        agregation="max",
        defaut=1.0,
        essais=(0.0,),
    ),
    _oui_non("option_versement_liberatoire", "option pour le versement libératoire", "activite", "max"),
    _oui_non("taxation_d_office", "dernière date de déclaration de l'année passée", "activite", "max"),
    Fait("parts_fiscales", Genre.NOMBRE, "nombre de parts du quotient familial", defaut=1.0, essais=(2.0,)),
    Fait(
        "revenu_fiscal_de_reference",
        Genre.NOMBRE,
        "revenu fiscal de référence du foyer",
        "€/an",
        par_annee=True,
        defaut=0.0,
        essais=(100_000.0,),
    ),
    Fait(
        "recettes",
        Genre.NOMBRE,
        "chiffre d'affaires encaissé dans le mois",
        "€",
        "activite",
        par_mois=True,
        defaut=0.0,
        agregation="somme",
        essais=(1000.0,),
    ),
    Fait(
        "mois_de_la_declaration",
        Genre.NOMBRE,
        "mois d'activité de la déclaration comptée ce mois-ci",
        "mois",
        "activite",
        par_mois=True,
        defaut=1.0,
        agregation="somme",
        essais=(3.0,),
    ),
    Fait(
        "declaration_en_retard",
        Genre.OUI_NON,
        "déclaration du mois faite après sa date, mais avant la taxation d'office",
        entite="activite",
        par_mois=True,
        defaut=0.0,
        agregation="somme",
        essais=(1.0,),
    ),
    Fait(
        "declaration_regularisee",
        Genre.OUI_NON,
        "déclaration du mois faite après la taxation d'office",
        entite="activite",
        par_mois=True,
        defaut=0.0,
        agregation="somme",
        essais=(1.0,),
    ),
    Fait(
        "declaration_manquante",
        Genre.OUI_NON,
        "déclaration du mois manquante",
        entite="activite",
        par_mois=True,
        defaut=0.0,
        agregation="somme",
        essais=(1.0,),
    ),
)
"""What is known of a micro-entrepreneur."""


def _par_nom(*groupes: tuple[Fait, ...]) -> Mapping[str, Fait]:
    par_nom: dict[str, Fait] = {}
    for fait in chain(*groupes):
        if fait.nom in par_nom:
            raise ValueError(f"deux faits portent le nom « {fait.nom} »")
        par_nom[fait.nom] = fait
    return MappingProxyType(par_nom)


FAITS = _par_nom(
    _PERSONNE,
    _ACTIVITE,
    _AFFILIATION,
    FAITS_AFFILIATION,
    _INTERLOCUTEURS,
    _EXERCICE,
    _MOIS_COVID,
    _MICRO,
    FAITS_LIBERAUX,
    FAITS_PRESTATIONS,
    FAITS_SOINS,
    FAITS_SOLIDARITE,
)
"""Every fact that rules may ask, by name."""

FAITS_EXERCICE: tuple[str, ...] = tuple(fait.nom for fait in _EXERCICE if fait.nom != "micro_fiscal")
"""Names of the facts that an activity has for each year."""
