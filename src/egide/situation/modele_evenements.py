"""What surrounds the person: career, points, events, care, account, company, deceased spouse."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict

from egide.situation import valeurs as v
from egide.situation.base import Modele, champ, vide


class LigneCarriere(Modele):
    """Une ligne du relevé de carrière."""

    model_config = ConfigDict(title="Ligne de carrière")

    annee: v.Annee | None = champ("Année civile")
    regime: v.RegimeCarriere | None = champ("Régime qui a validé la ligne")
    revenu: v.Montant | None = champ("Revenu cotisé ; 0 avec des trimestres : trimestres assimilés", unite="€/an")
    trimestres: v.TrimestresParAn | None = champ("Trimestres validés", unite="trimestres")
    reputes_cotises: v.TrimestresParAn | None = champ("Trimestres réputés cotisés", unite="trimestres")


class Releve(Modele):
    """Les points déjà acquis."""

    model_config = ConfigDict(title="Relevé de points")

    points_rci: v.Points | None = champ("Points de retraite complémentaire des indépendants", unite="points")
    points_cnavpl: v.Points | None = champ("Points de retraite de base des professions libérales", unite="points")
    points_rco_1979_1996: v.Points | None = champ(
        "Points d'artisan acquis de 1979 à 1996, déjà convertis en points RCI, à part de points_rci", unite="points"
    )
    points_rco_avant_1979: v.Points | None = champ(
        "Points d'artisan acquis avant 1979, déjà convertis en points RCI, à part de points_rci", unite="points"
    )
    autres_pensions: v.Montant | None = champ("Autres pensions de retraite personnelles, brutes", unite="€/an")


class ArretAnterieur(Modele):
    """Un arrêt de travail d'avant l'événement, qui compte pour la carence et pour les durées maximales."""

    model_config = ConfigDict(title="Arrêt antérieur")

    debut: v.Date | None = champ("Premier jour de l'arrêt")
    fin: v.Date | None = champ("Dernier jour de l'arrêt")
    meme_affection: v.OuiNon | None = champ("Même affection, ou même accident, que l'événement")
    ald: v.OuiNon | None = champ("Arrêt lié à une affection de longue durée")
    hospitalisation: v.OuiNon | None = champ("La personne a été hospitalisée")
    temps_partiel_therapeutique: v.OuiNon | None = champ("Reprise à temps partiel pour motif thérapeutique")
    motif: v.MotifArret | None = champ("Motif de l'arrêt")
    jours_indemnises: v.JoursDArret | None = champ("Jours indemnisés, s'ils sont connus", unite="jours")


class Evenement(Modele):
    """Un événement qui peut ouvrir droit à une prestation."""

    model_config = ConfigDict(title="Événement")

    type: v.TypeEvenement | None = champ("Nature de l'événement")
    debut: v.Date | None = champ("Premier jour (de l'arrêt, du congé)")
    fin: v.Date | None = champ("Dernier jour (de l'arrêt, du congé)")
    hospitalisation: v.OuiNon | None = champ("La personne est hospitalisée")
    ald: v.OuiNon | None = champ("L'arrêt est lié à une affection de longue durée")
    accouchement_prevu: v.Date | None = champ("Date prévue de l'accouchement")
    naissance: v.Date | None = champ("Date de naissance de l'enfant")
    adoption_le: v.Date | None = champ("Date d'arrivée de l'enfant adopté au foyer")
    rang_enfant: v.Rang | None = champ("Rang de l'enfant : 1 pour le premier")
    multiple: v.Multiple | None = champ("Naissance multiple : false, true pour des jumeaux, ou le nombre d'enfants")
    hospitalisation_nouveau_ne_jours: v.Jours | None = champ(
        "Durée d'hospitalisation du nouveau-né après la naissance", unite="jours"
    )
    temps_partiel_therapeutique: v.OuiNon | None = champ("Reprise à temps partiel pour motif thérapeutique")
    motif: v.MotifArret | None = champ("Motif de l'arrêt")
    exception_carence: v.ExceptionCarence | None = champ("Ce qui dispense de carence : deces_d_enfant, grossesse…")
    arrets_anterieurs: Annotated[tuple[ArretAnterieur, ...], v.ListeVide, v.VideAccepte] = vide(
        "Arrêts de travail d'avant, dans leur ordre", tuple
    )
    assure_depuis: v.Date | None = champ("Début de l'assurance sans interruption, tous régimes, avant l'événement")
    revenu_de_remplacement: v.OuiNon | None = champ("Chômage, ou indemnités de maternité, au même moment")
    cout_remplacement: v.Montant | None = champ(
        "Coût réel, par jour, du remplacement d'un conjoint collaborateur (maternité, paternité, adoption)",
        unite="€/jour",
    )
    jours_remplacement: v.Jours | None = champ("Jours pendant lesquels le conjoint est remplacé", unite="jours")
    orphelins: v.NombreEnfants | None = champ("Enfants du défunt qui ouvrent droit au capital (décès)")


class DejaDansLAnnee(Modele):
    """Ce qui a déjà été retenu dans l'année civile."""

    model_config = ConfigDict(title="Déjà retenu dans l'année")

    participations: v.Montant | None = champ("Participations forfaitaires déjà retenues", unite="€")
    franchises: v.Montant | None = champ("Franchises médicales déjà retenues", unite="€")


class DejaDansLaJournee(Modele):
    """Ce qui a déjà été retenu le même jour."""

    model_config = ConfigDict(title="Déjà retenu dans la journée")

    franchises: v.Montant | None = champ("Franchises déjà retenues ce jour pour des actes de même nature", unite="€")


class Acte(Modele):
    """Un acte de soins à rembourser."""

    model_config = ConfigDict(title="Acte de soins")

    type: v.TypeActe | None = champ("Acte")
    date: v.Date | None = champ("Date de l'acte")
    tarif: v.Montant | None = champ("Prix payé pour un acte", unite="€")
    parcours: v.OuiNon | None = champ("Dans le parcours de soins coordonnés")
    nombre: v.Nombre | None = champ("Nombre d'actes ou de boîtes")
    deja_dans_l_annee: Annotated[DejaDansLAnnee, v.TableVide, v.VideAccepte] = vide(
        "Déjà retenu dans l'année civile", DejaDansLAnnee
    )
    deja_dans_la_journee: Annotated[DejaDansLaJournee, v.TableVide, v.VideAccepte] = vide(
        "Déjà retenu le même jour", DejaDansLaJournee
    )
    base: v.Montant | None = champ("Tarif de base du remboursement, s'il est inférieur au prix payé", unite="€")
    ald: v.OuiNon | None = champ("Soins prévus par le protocole d'une affection de longue durée")
    c2s: v.OuiNon | None = champ("Complémentaire santé solidaire, ou CMU-C avant le 1er novembre 2019")
    entree: v.Date | None = champ("Date d'entrée à l'hôpital")
    sortie: v.Date | None = champ("Date de sortie de l'hôpital")
    psychiatrie: v.OuiNon | None = champ("Hospitalisation dans un service de psychiatrie")
    acte_couteux: v.OuiNon | None = champ("Séjour pendant lequel est fait un acte d'au moins 120 €")


class Echeance(Modele):
    """Une somme appelée."""

    model_config = ConfigDict(title="Échéance")

    date: v.Date | None = champ("Date d'exigibilité")
    montant: v.Montant | None = champ("Montant appelé", unite="€")
    annee: v.Annee | None = champ("Année au titre de laquelle la somme est due (par défaut : celle de la date)")
    natures: Annotated[dict[v.Texte, v.Montant], v.TableVide, v.VideAccepte] = vide(
        "Montant par nature de cotisation", dict, unite="€"
    )


class Versement(Modele):
    """Une somme payée."""

    model_config = ConfigDict(title="Versement")

    date: v.Date | None = champ("Date du paiement")
    montant: v.Montant | None = champ("Montant payé", unite="€")


class Compte(Modele):
    """Le compte cotisant."""

    model_config = ConfigDict(title="Compte cotisant")

    echeances: Annotated[tuple[Echeance, ...], v.ListeVide, v.VideAccepte] = vide("Sommes appelées", tuple)
    versements: Annotated[tuple[Versement, ...], v.ListeVide, v.VideAccepte] = vide("Sommes payées", tuple)
    retard_dans_les_24_mois: v.OuiNon | None = champ("Un autre retard de paiement dans les 24 mois précédents")
    majorations: v.Montant | None = champ("Majorations et pénalités restant dues", unite="€")
    frais: v.Montant | None = champ("Frais de justice restant dus", unite="€")
    mise_en_demeure: v.Date | None = champ("Date de réception de la mise en demeure")
    travail_dissimule: v.OuiNon | None = champ("Créance née d'un constat de travail dissimulé")


class Societe(Modele):
    """La société redevable de la contribution sociale de solidarité (C3S)."""

    model_config = ConfigDict(title="Société")

    forme: v.Forme | None = champ("Forme juridique")
    debut: v.Date | None = champ("Date de création")
    chiffre_affaires: Annotated[dict[v.Annee, v.MontantSociete], v.AnneesUniques, v.AnneesAcceptees] = vide(
        "Chiffre d'affaires hors taxes, par année", dict, unite="€/an"
    )
    marge_brute: Annotated[dict[v.Annee, v.MargeSociete], v.AnneesUniques, v.AnneesAcceptees] = vide(
        "Marge brute, par année", dict, unite="€/an"
    )
    secteur: v.SecteurSociete | None = champ("Négoce à assiette particulière")


class Mariage(Modele):
    """Un mariage du défunt."""

    model_config = ConfigDict(title="Mariage")

    du: v.Date | None = champ("Date du mariage")
    au: v.Date | None = champ("Date du divorce ou du décès")
    personne: v.OuiNonOuTexte | None = champ("Mariage avec la personne : true ou false, ou le nom du conjoint")


class Defunt(Modele):
    """Le conjoint ou ancien conjoint décédé, pour la pension de réversion."""

    model_config = ConfigDict(title="Défunt")

    date_naissance: v.Date | None = champ("Date de naissance")
    deces: v.Date | None = champ("Date du décès")
    pension_base: v.Montant | None = champ("Pension de base du défunt", unite="€/an")
    pension_rci: v.Montant | None = champ("Pension complémentaire des indépendants du défunt", unite="€/an")
    mariages: Annotated[tuple[Mariage, ...], v.ListeVide, v.VideAccepte] = vide("Mariages du défunt", tuple)
