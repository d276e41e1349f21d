"""Les situations des professions libérales que ce chapitre ne calcule pas : chacune est refusée par son nom."""

from egide.droit.commun.categories import AideCovid, Caisse, Conjoint, DomicileFiscal, Exoneration, Praticien
from egide.droit.commun.enumerations import OptionConjoint, ProfessionSante, Territoire
from egide.droit.cotisations.commun import refus, refus_d_activite
from egide.moteur.regle import regle


@refus_d_activite(depuis="2018-01-01", references=("CSS L. 162-5", "CSS L. 646-1 (2018-06-14)"))
def hors_champ_convention_inconnue(profession_sante, convention_connue):
    """Médecin dont la position conventionnelle manque : ses cotisations en dépendent.

    Écrire conventionne: secteur_1, secteur_2 ou non_conventionne dans l'activité.
    """
    return profession_sante == ProfessionSante.MEDECIN and not convention_connue


@refus_d_activite(depuis="2020-01-01", references="CSS L. 642-4-2 (2020-01-01)")
def hors_champ_regime_simplifie(regime_simplifie):
    """Médecin remplaçant au régime simplifié : ses cotisations sont un taux global de ses honoraires.

    Par colonnes, ce régime n'est pas calculé : les demander pour une personne à la fois.
    """
    return regime_simplifie


@refus_d_activite(depuis="2018-01-01", references=("CSS L. 751-1", "Ord. 96-1122 art. 28-8"))
def hors_champ_liberal_outre_mer(caisse, territoire):
    """Profession libérale à Mayotte ou à Saint-Pierre-et-Miquelon.

    Les textes qui y étendent les régimes des sections et de la CNBF n'ont pas été lus ; la caisse de la profession et
    la caisse de sécurité sociale du territoire renseignent.
    """
    couvert = territoire == Territoire.METROPOLE or territoire == Territoire.DROM  # noqa: PLR1714
    return caisse != Caisse.SSI and not couvert


@refus(depuis="2018-01-01", references=("CSS L. 756-4 (2018-06-14)", "CSS L. 646-1 (2018-06-14)"))
def hors_champ_praticien_outre_mer(praticien, exoneration):
    """Praticien ou auxiliaire médical sous convention, outre-mer.

    La loi ne dit pas si l'exonération d'outre-mer se calcule avant ou après la part que prend l'assurance maladie
    (L. 756-4, L. 162-14-1) ; la caisse générale de sécurité sociale renseigne.
    """
    sous_convention = praticien > Praticien.AUCUN and praticien < Praticien.DIRECTEUR_DE_LABORATOIRE
    return sous_convention and exoneration == Exoneration.OUTRE_MER


@regle(depuis="2018-01-01", unite="", references="CSS L. 640-1", entite="activite", agregation="min")
def premiere_caisse(caisse):
    """Première des caisses des activités, dans l'ordre de leurs numéros."""
    return caisse


@regle(depuis="2018-01-01", unite="", references="CSS L. 640-1", entite="activite", agregation="max")
def derniere_caisse(caisse):
    """Dernière des caisses des activités, dans l'ordre de leurs numéros."""
    return caisse


@refus(depuis="2018-01-01", references=("CSS L. 171-2-1 (2018-01-01)", "CSS R. 643-2"))
def hors_champ_plusieurs_caisses(premiere_caisse, derniere_caisse):
    """Plusieurs activités dans des caisses de retraite différentes : elles ne sont pas calculées ensemble.

    La loi fait cotiser à la fois aux régimes de toutes les activités (L. 171-2-1) ; les textes lus ne disent pas
    comment se partagent entre eux l'assiette minimale et les limites des tranches. Chaque caisse renseigne sur sa
    part ; pour connaître chacune comme si elle était seule, la décrire seule.
    """
    return premiere_caisse != derniere_caisse


@refus(depuis="2018-01-01", references=("L. 2020-935 art. 65", "D. 2021-75"))
def hors_champ_liberal_covid(premiere_caisse, aide_covid=0):
    """Réduction de cotisations de la crise sanitaire d'une profession libérale.

    Les textes lus ne disent pas si elle s'impute aussi sur ce que recouvre la caisse de la profession ; l'Urssaf et la
    caisse renseignent.
    """
    return premiere_caisse != Caisse.SSI and aide_covid == AideCovid.ACCORDEE


@refus(depuis="2018-01-01", references=("CSS L. 662-1 (2018-06-14)", "CSS D. 642-5-2"))
def hors_champ_part_du_conjoint(premiere_caisse, conjoint_collaborateur_option):
    """Part du revenu que le régime n'offre pas au conjoint collaborateur.

    Le tiers ou la moitié à la sécurité sociale des indépendants ; le quart ou la moitié dans les sections de la CNAVPL
    et à la CNBF. Écrire conjoint_collaborateur: revenu_sans_partage_quart, par exemple.
    """
    quart = conjoint_collaborateur_option >= OptionConjoint.REVENU_SANS_PARTAGE_QUART
    if premiere_caisse == Caisse.SSI:
        return quart
    sans_partage = conjoint_collaborateur_option == OptionConjoint.REVENU_SANS_PARTAGE_TIERS
    return sans_partage or conjoint_collaborateur_option == OptionConjoint.REVENU_AVEC_PARTAGE_TIERS


@refus(depuis="2018-01-01", references=("CSS L. 662-1 (2023-12-28)", "CSS D. 652-4 (2019-07-08)"))
def hors_champ_conjoint_avocat(premiere_caisse, conjoint):
    """Conjoint collaborateur d'un avocat au forfait, ou avec partage du revenu : la CNBF ne l'offre pas.

    Sa base est le quart ou la moitié du revenu, sans partage.
    """
    autre = conjoint != Conjoint.SANS and conjoint != Conjoint.SANS_PARTAGE  # noqa: PLR1714
    return premiere_caisse == Caisse.CNBF and autre


@refus(depuis="2018-01-01", references=("CSS L. 646-1 (2018-06-14)", "CSS D. 621-5 (2018-03-08)"))
def hors_champ_praticien_etranger(praticien, domicile_fiscal):
    """Praticien ou auxiliaire médical sous convention dont le domicile fiscal est hors de France.

    Son taux est alors de 14,5 %, et aucun texte lu ne dit quelle part l'assurance maladie en prend : L. 162-14-1
    renvoie à la convention. L'Urssaf renseigne.
    """
    sous_convention = praticien > Praticien.AUCUN and praticien < Praticien.DIRECTEUR_DE_LABORATOIRE
    return sous_convention and domicile_fiscal == DomicileFiscal.ETRANGER
