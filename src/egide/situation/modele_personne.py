"""The person: civil status, household, health, pension."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict

from egide.situation import valeurs as v
from egide.situation.base import Modele, champ, vide

RevenusFiscaux = Annotated[dict[v.Annee, v.Montant], v.AnneesUniques, v.AnneesAcceptees]


class Foyer(Modele):
    """Le foyer, pour la complémentaire santé solidaire et les conditions de ressources."""

    model_config = ConfigDict(title="Foyer")

    personnes: v.NombrePersonnes | None = champ("Nombre de personnes du foyer")
    parts_fiscales: v.PartsFiscales | None = champ("Nombre de parts du quotient familial")
    revenu_fiscal_de_reference: RevenusFiscaux = vide(
        "Revenu fiscal de référence du foyer, par année de revenus", dict, unite="€/an"
    )
    ressources_annuelles: v.Montant | None = champ("Ressources du foyer sur douze mois", unite="€/an")
    proprietaire_ou_loge_gratuitement: v.OuiNon | None = champ("Propriétaire de son logement, ou logé gratuitement")
    aide_au_logement: v.Montant | None = champ("Aide au logement perçue par le foyer, chaque mois", unite="€/mois")
    enfants_en_residence_alternee: v.NombreEnfants | None = champ(
        "Nombre d'enfants mineurs du foyer en résidence alternée, à charge égale des deux parents"
    )
    rsa: v.OuiNon | None = champ("Le foyer perçoit le RSA")
    dernier_avis: v.Annee | None = champ("Année des revenus du dernier avis d'imposition reçu")
    autres_revenus: v.MontantSigne | None = champ("Autres revenus du foyer, hors activités décrites", unite="€/an")


class Invalidite(Modele):
    """La pension d'invalidité de la personne."""

    model_config = ConfigDict(title="Invalidité")

    depuis: v.Date | None = champ("Date d'effet de la pension d'invalidité")
    categorie: v.CategorieInvalidite | None = champ(
        "Catégorie : 1, 2 ou 3 au régime général, partielle ou totale chez les indépendants"
    )
    pension_annuelle: v.Montant | None = champ("Montant de la pension d'invalidité", unite="€/an")


class Retraite(Modele):
    """La retraite déjà prise."""

    model_config = ConfigDict(title="Retraite")

    depuis: v.Date | None = champ("Date d'effet de la première pension de retraite de base")
    revenus_mensuels: v.Montant | None = champ("Revenus d'activité mensuels d'avant la retraite", unite="€/mois")
    reprise: v.Date | None = champ("Date de reprise d'une activité après la retraite")
    regime: v.RegimeCarriere | None = champ("Régime qui verse la pension")
    cumul_integral: v.OuiNon | None = champ(
        "Toutes ses pensions prises, à l'âge et avec la durée du cumul intégral avec une activité (CSS L. 161-22)"
    )


class Certificat(Modele):
    """Le certificat A1, ou de détachement, qui dit la législation de sécurité sociale applicable."""

    model_config = ConfigDict(title="Certificat de législation")

    legislation: v.Legislation | None = champ("Législation désignée : francaise ou etrangere")
    du: v.Date | None = champ("Premier jour couvert par le certificat")
    au: v.Date | None = champ("Dernier jour couvert par le certificat")


class Personne(Modele):
    """La personne dont on décrit la situation."""

    model_config = ConfigDict(title="Personne")

    date_naissance: v.Date | None = champ("Date de naissance")
    commune: v.Commune | None = champ("Commune de résidence : code INSEE, code postal ou nom")
    departement: v.Departement | None = champ("Département de résidence, quand la commune n'est pas connue")
    residence_hors_de_france: v.OuiNon | None = champ("Réside hors de France")
    domicile_fiscal_etranger: v.OuiNon | None = champ("A son domicile fiscal hors de France")
    enfants: v.NombreEnfants | None = champ("Nombre d'enfants")
    foyer: Annotated[Foyer, v.TableVide, v.VideAccepte] = vide("Le foyer de la personne", Foyer)
    regime_local_alsace_moselle: v.OuiNon | None = champ("Relève du régime local d'Alsace-Moselle")
    rsa_ou_prime_activite: v.OuiNon | None = champ("Perçoit le RSA ou la prime d'activité")
    assistance_tierce_personne: v.OuiNon | None = champ(
        "Invalidité qui oblige à l'assistance d'une tierce personne pour les actes ordinaires de la vie"
    )
    incapacite_plus_de_6_mois: v.OuiNon | None = champ("En incapacité physique depuis plus de six mois")
    invalidite: Annotated[Invalidite, v.TableVide, v.VideAccepte] = vide("Pension d'invalidité", Invalidite)
    retraite: Annotated[Retraite, v.TableVide, v.VideAccepte] = vide("Retraite déjà prise", Retraite)
    certificat: Annotated[Certificat, v.TableVide, v.VideAccepte] = vide("Certificat A1, ou de détachement", Certificat)
    part_de_l_activite_en_france: v.PartPourCent | None = champ(
        "Part de l'activité exercée en France, pour qui travaille dans plusieurs États", unite="%"
    )
    trimestres_enfants: v.Trimestres | None = champ("Trimestres de majoration pour enfants", unite="trimestres")
    organisme_conventionne: v.Texte | None = champ("Nom de l'organisme conventionné, jusqu'en 2020")
    rattachement_cpam_notifie: v.DateOuNon | None = champ(
        "Date de la lettre de rattachement à la CPAM, ou false si elle n'a pas été reçue"
    )
