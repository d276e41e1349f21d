"""An activity: what it is, how it is carried on, what it earns year by year."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict

from egide.situation import valeurs as v
from egide.situation.base import Modele, champ, vide

MoisReductionCovid = Annotated[dict[v.MontantCovid, v.MoisParAn], v.MontantsUniques, v.MontantsAcceptes]


class Exercice(Modele):
    """Les comptes d'une activité pour une année civile."""

    model_config = ConfigDict(title="Exercice")

    chiffre_affaires: v.Montant | None = champ("Chiffre d'affaires ou recettes, hors taxes", unite="€/an")
    charges: v.Montant | None = champ(
        "Charges professionnelles, sans les cotisations sociales personnelles", unite="€/an"
    )
    revenu_brut: v.MontantSigne | None = champ(
        "Chiffre d'affaires moins charges hors cotisations sociales personnelles "
        "(à l'IS : rémunérations et dividendes soumis à cotisations)",
        unite="€/an",
    )
    revenu_professionnel: v.MontantSigne | None = champ(
        "Revenu professionnel retenu pour les cotisations avant la réforme de 2025", unite="€/an"
    )
    remuneration: v.Montant | None = champ(
        "Rémunération du dirigeant (à l'IS) ou du vendeur à domicile, indemnités de l'élu, avant cotisations",
        unite="€/an",
    )
    dividendes_percus: v.Montant | None = champ("Dividendes perçus de la société (à l'IS)", unite="€/an")
    capital_et_compte_courant: v.Montant | None = champ(
        "Capital, primes d'émission et compte courant d'associé, dont le dixième des dividendes est franc", unite="€"
    )
    dividendes: v.Montant | None = champ(
        "Dividendes soumis à cotisations, déjà compris dans revenu_brut (pour information)", unite="€/an"
    )
    cotisations_facultatives: v.Montant | None = champ("Cotisations facultatives déduites (Madelin)", unite="€/an")
    revenus_remplacement: v.Montant | None = champ("Revenus de remplacement perçus", unite="€/an")
    revenus_etrangers: v.MontantSigne | None = champ("Revenus d'activité de source étrangère", unite="€/an")
    revenus_debit_tabac: v.Montant | None = champ("Remises nettes des débitants de tabac", unite="€/an")
    revenu_imposable: v.MontantSigne | None = champ("Revenu imposable de l'activité", unite="€/an")
    recettes_conventionnees: v.Montant | None = champ("Recettes conventionnées (PAMC)", unite="€/an")
    depassements_honoraires: v.Montant | None = champ("Dépassements d'honoraires (PAMC)", unite="€/an")
    taux_urssaf: v.Fraction | None = champ(
        "Taux Urssaf des dépassements, au relevé annuel de l'assurance maladie (chirurgiens-dentistes)",
        unite="fraction",
    )
    declare: v.OuiNon | None = champ("Le revenu de l'année a été déclaré")
    declare_le: v.Date | None = champ("Date de la déclaration du revenu de l'année")
    revenu_estime: v.MontantSigne | None = champ(
        "Revenu estimé par la personne pour ses cotisations provisionnelles", unite="€/an"
    )
    revenu_estime_le: v.Date | None = champ("Date de la demande de calcul sur le revenu estimé")
    cotisations_appelees: v.Montant | None = champ(
        "Cotisations provisionnelles appelées au titre de l'année, sans la formation professionnelle", unite="€/an"
    )
    revenu_a_ce_jour: v.MontantSigne | None = champ("Revenu constaté depuis le début de l'année", unite="€")
    cotisations_payees_sur_dues: v.Fraction | None = champ(
        "Part payée des cotisations dues au titre de l'année : 1 si tout est payé", unite="fraction"
    )
    mois_reduction_covid: MoisReductionCovid = vide(
        "Mois de réduction de la crise sanitaire accordés, par montant mensuel : 600, 300 ou 250 €",
        dict,
        unite="mois",
    )


Exercices = Annotated[dict[v.Annee, Exercice], v.AnneesUniques, v.AnneesAcceptees]
Recettes = Annotated[
    dict[v.Periode, dict[v.TypeActiviteMicro, v.Montant]],
    v.TableVide,
    v.VideAccepte,
]


class Parts(Modele):
    """Les parts du capital de la société, en pour cent."""

    model_config = ConfigDict(title="Parts")

    personne: v.PartPourCent | None = champ("Parts de la personne", unite="%")
    conjoint: v.PartPourCent | None = champ("Parts du conjoint ou partenaire de PACS", unite="%")
    enfants_mineurs: v.PartPourCent | None = champ("Parts des enfants mineurs non émancipés", unite="%")
    enfants_majeurs: v.PartPourCent | None = champ("Parts des enfants majeurs", unite="%")
    autres_gerants: v.PartPourCent | None = champ("Parts des autres gérants", unite="%")


class DemandeVolontaire(Modele):
    """Une demande d'assurance volontaire."""

    model_config = ConfigDict(title="Demande d'assurance volontaire")

    le: v.Date | None = champ("Date de la demande")
    annees_regimes_francais: v.NombreAnnees | None = champ(
        "Durée d'affiliation à des régimes obligatoires français", unite="années"
    )
    retroactive: v.OuiNon | None = champ("Demande que l'affiliation remonte à la radiation, ou au début de l'activité")
    location_gerance: v.OuiNon | None = champ("La fin de l'activité vient de la mise du fonds en location-gérance")


class Chef(Modele):
    """Le chef d'entreprise, sur l'activité de son conjoint."""

    model_config = ConfigDict(title="Chef d'entreprise")

    statut: v.Statut | None = champ("Statut du chef d'entreprise")
    exercices: Exercices = vide("Comptes de l'activité du chef d'entreprise, par année", dict)


class Contrat(Modele):
    """Le contrat de travail d'une activité salariée."""

    model_config = ConfigDict(title="Contrat de travail")

    duree_indeterminee: v.OuiNon | None = champ("Contrat à durée indéterminée")
    mois: v.MoisDeContrat | None = champ("Durée du contrat à durée déterminée", unite="mois")
    heures_mensuelles: v.HeuresMensuelles | None = champ("Durée de travail prévue par mois", unite="h")


class Classes(Modele):
    """Les classes de cotisation choisies dans une section professionnelle."""

    model_config = ConfigDict(title="Classes de cotisation")

    retraite_complementaire: v.Classe | None = champ("Classe de retraite complémentaire (b, d, 3, c2p…)")
    invalidite_deces: v.Classe | None = champ("Classe d'invalidité-décès")


class Demandes(Modele):
    """Ce que le professionnel a demandé à sa caisse ou à l'Urssaf ; rien n'est supposé demandé."""

    model_config = ConfigDict(title="Demandes à la caisse")

    reduction_retraite_complementaire: v.OuiNon | None = champ(
        "A demandé la réduction de la retraite complémentaire pour faible revenu (CARCDSF, CAVP)"
    )
    dispense_retraite_complementaire: v.OuiNon | None = champ(
        "A demandé la dispense de retraite complémentaire (CARCDSF les deux premières années, CAVP pendant l'Acre)"
    )
    asv_proportionnelle: v.OuiNon | None = champ("A demandé une ASV proportionnelle au revenu (médecins)")
    reduction_invalidite_deces: v.OuiNon | None = champ(
        "A demandé la cotisation réduite d'invalidité-décès (médecins remplaçants au régime simplifié)"
    )
    dispense_invalidite_deces: v.OuiNon | None = champ(
        "A demandé la dispense d'invalidité-décès pour faible revenu (Cipav jusqu'en 2022)"
    )
    dispense_indemnites_journalieres: v.OuiNon | None = champ(
        "A demandé à ne pas payer les indemnités journalières (pensionnés d'invalidité d'une section)"
    )


class ZoneFranche(Modele):
    """L'installation dans une zone franche urbaine, avant 2015."""

    model_config = ConfigDict(title="Zone franche urbaine")

    depuis: v.Date | None = champ("Date d'installation dans la zone franche urbaine")
    salaries: v.Salaries | None = champ("Nombre de salariés", unite="salariés")


class ChangementPrelevement(Modele):
    """Une demande de changer le jour ou la périodicité du paiement."""

    model_config = ConfigDict(title="Changement de prélèvement")

    le: v.Date | None = champ("Date de la demande")
    periodicite: v.Periodicite | None = champ("Périodicité demandée : mensuelle ou trimestrielle")
    jour: v.JourPrelevement | None = champ("Jour demandé : 5 ou 20", unite="jour du mois")


class Prelevement(Modele):
    """Le paiement des cotisations."""

    model_config = ConfigDict(title="Prélèvement")

    periodicite: v.Periodicite | None = champ("Mensuelle ou trimestrielle")
    jour: v.JourPrelevement | None = champ("Jour du prélèvement : 5 ou 20", unite="jour du mois")
    changements: Annotated[tuple[ChangementPrelevement, ...], v.ListeVide, v.VideAccepte] = vide(
        "Changements de jour ou de périodicité demandés", tuple
    )
    impayes: Annotated[tuple[v.Date, ...], v.ListeVide, v.VideAccepte] = vide("Échéances non payées à leur date", tuple)


class Micro(Modele):
    """Ce qui est propre au micro-entrepreneur."""

    model_config = ConfigDict(title="Micro-entrepreneur")

    periodicite: v.Periodicite | None = champ("Périodicité de la déclaration du chiffre d'affaires")
    versement_liberatoire: v.OuiNon | None = champ("A opté pour le versement libératoire de l'impôt sur le revenu")
    type_activite: v.TypeActiviteMicro | None = champ("Type d'activité, qui donne le taux")
    cotisations_minimales: v.OuiNon | None = champ("A demandé à payer au moins les cotisations minimales")
    declarations_manquantes: Annotated[tuple[v.Periode, ...], v.ListeVide, v.VideAccepte] = vide(
        "Mois (2026-01) ou trimestres (2026-T1) dont la déclaration manque", tuple
    )
    declarations_tardives: Annotated[dict[v.Periode, v.Date], v.TableVide, v.VideAccepte] = vide(
        "Mois (2026-01) ou trimestres (2026-T1) déclarés après leur date, avec le jour de la déclaration", dict
    )


class Activite(Modele):
    """Une activité de la personne."""

    model_config = ConfigDict(title="Activité")

    nature: v.Nature | None = champ("Nature de l'activité")
    profession: v.Profession | None = champ("Profession : nom de l'annuaire (plombier, consultant, avocat…)")
    statut: v.Statut | None = champ("Statut de la personne dans cette activité")
    forme: v.Forme | None = champ("Forme juridique")
    remunere: v.OuiNon | None = champ("La personne est rémunérée pour cette activité")
    parts: Annotated[Parts, v.TableVide, v.VideAccepte] = vide("Répartition du capital", Parts, unite="%")
    inscription: v.Inscription | None = champ(
        "Registre : rm (secteur des métiers du RNE depuis 2023), rcs, rsac ou aucune"
    )
    debut: v.Date | None = champ("Premier jour de l'activité")
    fin: v.Date | None = champ("Dernier jour de l'activité")
    commune: v.Commune | None = champ(
        "Commune de l'activité : code INSEE, code postal ou nom ; par défaut celle de la personne"
    )
    saisonniere: v.OuiNon | None = champ("Activité saisonnière exercée à titre accessoire")
    imposition: v.Imposition | None = champ("Impôt sur le revenu (ir) ou sur les sociétés (is)")
    conventionne: v.Conventionnement | None = champ("Position conventionnelle du professionnel de santé")
    acre: v.OuiNon | None = champ("Bénéficie de l'aide à la création ou à la reprise d'une entreprise (Acre)")
    option_regime_general: v.OuiNon | None = champ(
        "Location sous le seuil : a opté pour le régime général (CSS art. L. 311-3, 35°)"
    )
    lieu_d_exercice: v.LieuExercice | None = champ(
        "Où l'activité s'exerce : france, union_europeenne (avec EEE, Suisse et Royaume-Uni) ou ailleurs"
    )
    contrat: Annotated[Contrat, v.TableVide, v.VideAccepte] = vide(
        "Contrat de travail d'une activité salariée", Contrat
    )
    lien_avec_le_chef: v.LienAvecLeChef | None = champ("Lien d'un conjoint ou d'un aide avec le chef d'entreprise")
    remplacant: v.OuiNon | None = champ("Médecin ou étudiant en médecine qui exerce à titre de remplacement")
    regime_simplifie: v.OuiNon | None = champ(
        "Médecin remplaçant ou régulateur : a opté pour le régime simplifié (RSPM, CSS L. 642-4-2)"
    )
    zone_montagne_sous_dotee: v.OuiNon | None = champ(
        "Médecin retraité qui exerce ou remplace en zone de montagne où l'offre de soins manque (CSS L. 642-3)"
    )
    hors_champ_artistes_auteurs: v.OuiNon | None = champ("Artiste dont l'activité est hors du champ de CSS L. 382-1")
    traitement_d_independant: v.DateOuNon | None = champ(
        "Collaborateur occasionnel ou expert autorisé : date de sa demande de rester traité en indépendant, ou false"
    )
    option_activite_principale: v.DateOuNon | None = champ(
        "Date de la demande que cette activité soit la principale (CSS D. 171-12, III), ou false"
    )
    option_ssi: v.DateOuNon | None = champ("Date de l'option d'un ancien affilié de la CIPAV pour la SSI, ou false")
    option_taux_specifiques_rci: v.OuiNon | None = champ(
        "A opté pour les taux spécifiques de retraite complémentaire des libéraux non réglementés"
    )
    exoneration_age_invalidite_deces: v.OuiNon | None = champ(
        "Exonérée de la cotisation d'invalidité-décès en raison de l'âge"
    )
    secteur_covid: v.SecteurCovid | None = champ("Secteur des aides de la crise sanitaire")
    zfu: Annotated[ZoneFranche, v.TableVide, v.VideAccepte] = vide(
        "Installation dans une zone franche urbaine", ZoneFranche
    )
    demande_volontaire: Annotated[DemandeVolontaire, v.TableVide, v.VideAccepte] = vide(
        "Demande d'assurance volontaire", DemandeVolontaire
    )
    chef: Chef | None = champ("Sur l'activité d'un conjoint : le chef d'entreprise")
    classes: Annotated[Classes, v.TableVide, v.VideAccepte] = vide("Classes de cotisation choisies", Classes)
    demandes: Annotated[Demandes, v.TableVide, v.VideAccepte] = vide("Demandes faites à la caisse", Demandes)
    conjoint_collaborateur: v.OptionConjoint | None = champ("Assiette choisie pour le conjoint collaborateur")
    prelevement: Annotated[Prelevement, v.TableVide, v.VideAccepte] = vide("Paiement des cotisations", Prelevement)
    micro: Annotated[Micro, v.TableVide, v.VideAccepte] = vide("Propre au micro-entrepreneur", Micro)
    exercices: Exercices = vide("Comptes de l'activité, par année civile", dict)
    recettes: Recettes = vide(
        "Chiffre d'affaires encaissé du micro-entrepreneur, par mois (2026-01) ou trimestre (2026-T1)",
        dict,
        unite="€",
    )
