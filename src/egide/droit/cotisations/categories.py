"""Où se place la personne : groupe, assiette, domicile fiscal, exonération, conjoint."""

from egide.droit.commun.categories import (
    AideCovid,
    Assiette,
    Caisse,
    Conjoint,
    DomicileFiscal,
    Exoneration,
    Groupe,
    NatureMontant,
    OptionRci,
)
from egide.droit.commun.enumerations import Nature, OptionConjoint, SecteurCovid, Territoire
from egide.moteur.mecanismes import annee_du_jour
from egide.moteur.regle import regle


@regle(
    depuis="2018-01-01",
    unite="",
    references="CSS L. 611-1 (2018-06-14)",
    entite="activite",
    agregation="principale",
)
def groupe(nature, caisse):
    """Groupe professionnel.

    Artisan, commerçant, profession libérale non réglementée affiliée à la sécurité sociale des indépendants, ou
    profession libérale affiliée à une section de la CNAVPL ou à la CNBF.
    """
    if nature == Nature.ARTISANALE:
        return Groupe.ARTISAN
    if nature == Nature.COMMERCIALE:
        return Groupe.COMMERCANT
    if caisse != Caisse.SSI:
        return Groupe.LIBERAL
    if nature == Nature.LIBERALE:
        return Groupe.PLNR
    return Groupe.AUTRE


@regle(
    depuis="2018-01-01",
    jusqu_au="2024-12-31",
    unite="",
    references="CSS L. 131-6 (2018-06-14)",
    pour=NatureMontant.DEFINITIVES,
)
def assiette__2018(territoire, debut_d_activite, annee):
    """Assiette des cotisations : le revenu professionnel ; en outre-mer, d'abord un forfait définitif deux ans."""
    if territoire == Territoire.DROM and annee_du_jour(debut_d_activite) >= annee - 1:
        return Assiette.FORFAIT
    return Assiette.ANCIENNE


@regle(depuis="2025-01-01", unite="", references="CSS L. 136-3 (2025-02-28)", pour=NatureMontant.DEFINITIVES)
def assiette__2025(micro_fiscal, territoire, debut_d_activite, annee):
    """Assiette des cotisations : le revenu brut après abattement, ou le bénéfice du régime fiscal micro."""
    if territoire == Territoire.DROM and annee_du_jour(debut_d_activite) >= annee - 1:
        return Assiette.FORFAIT
    if micro_fiscal:
        return Assiette.MICRO_FISCALE
    return Assiette.UNIQUE


@regle(
    depuis="2018-01-01",
    unite="",
    references=("CSS L. 131-6-2 (2018-06-14)", "CSS D. 131-1 (2018-01-01)"),
    pour=NatureMontant.PROVISIONNELLES,
)
def assiette__appels(debut_d_activite, annee, annee_de_reference, premiere_annee_assiette_unique, micro_fiscal):
    """Assiette des cotisations provisionnelles.

    Une base forfaitaire les deux premières années civiles, sauf revenu estimé, et sauf pour la deuxième une fois
    déclaré le revenu de la première ; ensuite le revenu d'une année antérieure, dans la définition de cette année-là.
    Les appels de la première année de l'assiette unique restent
    calculés sur l'ancienne, même sur un revenu estimé : leur texte est celui de l'année d'avant.
    """
    if annee_du_jour(debut_d_activite) >= annee - 1 and annee_de_reference < annee - 1:
        return Assiette.FORFAIT
    if annee_de_reference < premiere_annee_assiette_unique or annee == premiere_annee_assiette_unique:
        return Assiette.ANCIENNE
    if micro_fiscal:
        return Assiette.MICRO_FISCALE
    return Assiette.UNIQUE


@regle(depuis="2018-01-01", unite="", references=("CSS L. 131-9 (2018-01-01)", "CSS D. 621-5 (2018-03-08)"))
def domicile_fiscal(domicile_fiscal_etranger):
    """Pays du domicile fiscal, dont dépendent la CSG, la CRDS et le taux maladie."""
    if domicile_fiscal_etranger:
        return DomicileFiscal.ETRANGER
    return DomicileFiscal.FRANCE


@regle(depuis="2018-01-01", unite="", references=("CSS L. 131-6-4 (2019-01-01)", "CSS L. 756-4 (2018-06-14)"))
def exoneration(
    acre,
    debut,
    premier_jour_periode,
    dernier_jour_periode,
    jours_par_an,
    invalidite_depuis,
    territoire,
    zfu_depuis,
    fin_des_installations_zfu,
    groupe,
):
    """Exonération dont bénéficie la personne.

    Celles d'outre-mer, puis celle des titulaires d'une pension d'invalidité, puis l'Acre pendant douze mois, puis
    celle des artisans et des commerçants installés dans une zone franche urbaine : la loi ne les cumule pas.
    """
    if territoire == Territoire.MAYOTTE:
        return Exoneration.MAYOTTE
    if territoire == Territoire.DROM:
        return Exoneration.OUTRE_MER
    if territoire == Territoire.COLLECTIVITE:
        return Exoneration.PETIT_REVENU
    if invalidite_depuis <= dernier_jour_periode:
        return Exoneration.INVALIDITE
    if acre and debut + jours_par_an > premier_jour_periode:
        return Exoneration.ACRE
    if zfu_depuis < fin_des_installations_zfu and groupe <= Groupe.COMMERCANT:
        return Exoneration.ZFU
    return Exoneration.AUCUNE


@regle(depuis="2018-01-01", unite="", references="CSS L. 662-1 (2018-06-14)")
def conjoint(conjoint_collaborateur_option, territoire):
    """Conjoint collaborateur, et partage ou non du revenu avec lui ; à Mayotte, il n'a pas le choix de sa base."""
    if conjoint_collaborateur_option == OptionConjoint.AUCUNE:
        return Conjoint.SANS
    if territoire == Territoire.MAYOTTE:
        return Conjoint.MAYOTTE
    if conjoint_collaborateur_option == OptionConjoint.FORFAIT:
        return Conjoint.FORFAIT
    if conjoint_collaborateur_option <= OptionConjoint.REVENU_SANS_PARTAGE_MOITIE:
        return Conjoint.SANS_PARTAGE
    if conjoint_collaborateur_option == OptionConjoint.REVENU_SANS_PARTAGE_QUART:
        return Conjoint.SANS_PARTAGE
    return Conjoint.AVEC_PARTAGE


@regle(depuis="2018-01-01", jusqu_au="2018-12-31", unite="", references="D. 2019-386")
def option_rci__2018(annee):
    """Option pour les taux spécifiques de retraite complémentaire : elle n'existe pas encore."""
    return OptionRci.NORMALE


@regle(depuis="2019-01-01", unite="", references=("D. 2019-386", "D. 2019-1358"))
def option_rci__2019(option_taux_specifiques_rci, groupe):
    """Option pour les taux spécifiques de retraite complémentaire des professions libérales non réglementées."""
    if option_taux_specifiques_rci and groupe == Groupe.PLNR:
        return OptionRci.SPECIFIQUE
    return OptionRci.NORMALE


@regle(depuis="2018-01-01", jusqu_au="2019-12-31", unite="", references="L. 2020-935 art. 65")
@regle(depuis="2023-01-01", unite="", references="L. 2020-935 art. 65")
@regle(
    depuis="2020-01-01",
    jusqu_au="2022-12-31",
    unite="",
    references="L. 2020-935 art. 65",
    pour=NatureMontant.PROVISIONNELLES,
)
def aide_covid__sans_objet(annee):
    """Réduction de cotisations de la crise sanitaire : elle s'impute sur les cotisations définitives de 2020 à 2022."""
    return AideCovid.AUCUNE


@regle(
    depuis="2020-01-01",
    jusqu_au="2020-12-31",
    unite="",
    references=("L. 2020-935 art. 65", "L. 2020-1576 art. 9"),
    pour=NatureMontant.DEFINITIVES,
)
def aide_covid__2020(secteur_covid, mois_covid_600, mois_covid_250, mois_covid_300):
    """Réduction de cotisations de la crise sanitaire : celle du secteur, et celle des mois de fermeture."""
    if secteur_covid != SecteurCovid.AUCUN:
        return AideCovid.ACCORDEE
    if mois_covid_600 + mois_covid_250 + mois_covid_300 > 0:
        return AideCovid.ACCORDEE
    return AideCovid.AUCUNE


@regle(
    depuis="2021-01-01",
    jusqu_au="2022-12-31",
    unite="",
    references=("L. 2020-1576 art. 9", "L. 2021-953 art. 25"),
    pour=NatureMontant.DEFINITIVES,
)
def aide_covid__2021(mois_covid_600, mois_covid_250, mois_covid_300):
    """Réduction de cotisations de la crise sanitaire : celle des mois pour lesquels elle a été accordée."""
    if mois_covid_600 + mois_covid_250 + mois_covid_300 > 0:
        return AideCovid.ACCORDEE
    return AideCovid.AUCUNE
