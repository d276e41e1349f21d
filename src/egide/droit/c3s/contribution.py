"""La C3S : qui la doit, son assiette, son taux, son plafond, sa date."""

from egide.droit.commun.enumerations import Forme, SecteurSociete
from egide.moteur.mecanismes import arrondi_euro, au_moins, au_plus, jour_du_calendrier
from egide.moteur.regle import regle


@regle(depuis="2018-01-01", unite="oui/non", references="CSS L. 137-30 (2018-06-14)")
def c3s_forme_redevable(forme_de_la_societe):
    """La forme de la société la rend redevable.

    Sociétés par actions, à responsabilité limitée, en commandite et en nom collectif, coopératives, groupements. Une
    entreprise individuelle ou une société civile n'en est pas redevable.
    """
    if forme_de_la_societe == Forme.EI:
        return False
    if forme_de_la_societe == Forme.EIRL:
        return False
    if forme_de_la_societe == Forme.SOCIETE_CIVILE:
        return False
    if forme_de_la_societe == Forme.SCP:
        return False
    if forme_de_la_societe == Forme.SOCIETE_DE_FAIT:
        return False
    return forme_de_la_societe != Forme.SOCIETE_EN_PARTICIPATION


@regle(depuis="2018-01-01", unite="oui/non", references="CSS L. 137-32 (2018-06-14)")
def c3s_societe_existante(debut_de_la_societe, premier_jour_periode):
    """La société existe au 1er janvier de l'année : c'est le fait générateur."""
    return debut_de_la_societe <= premier_jour_periode


@regle(depuis="2018-01-01", unite="oui/non", references=("CSS L. 137-30 (2018-06-14)", "CSS L. 137-32 (2018-06-14)"))
def c3s_redevable(c3s_forme_redevable, c3s_societe_existante):
    """La société est redevable de la C3S cette année."""
    return c3s_forme_redevable and c3s_societe_existante


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 137-32 (2018-06-14)")
def c3s_assiette(chiffre_affaires_societe, abattement_c3s):
    """Assiette de la C3S : le chiffre d'affaires hors taxes de l'année précédente, moins l'abattement."""
    return au_moins(chiffre_affaires_societe - abattement_c3s, 0)


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 137-32 (2018-06-14)", arrondi=arrondi_euro)
def c3s_avant_plafonnement(c3s_assiette, taux_c3s):
    """Montant de la C3S avant tout plafonnement."""
    return c3s_assiette * taux_c3s


@regle(
    depuis="2018-01-01",
    unite="oui/non",
    references=(
        "CSS L. 137-32 (2018-06-14)",
        "CSS D. 137-30 (2020-05-25)",
        "CSS D. 137-31 (2020-05-25)",
        "CSS D. 137-32 (2020-05-25)",
    ),
)
def c3s_plafonnable(
    secteur_de_la_societe, marge_connue, marge_brute_societe, chiffre_affaires_societe, seuil_marge_c3s
):
    """La contribution est plafonnée : un négoce nommé par le décret, dont la marge ne dépasse pas 4 % des ventes.

    Négoce international, de produits agricoles ou de carburants.
    """
    if not marge_connue:
        return False
    if secteur_de_la_societe < SecteurSociete.COMMERCE_INTERNATIONAL:
        return False
    return marge_brute_societe <= seuil_marge_c3s * chiffre_affaires_societe


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS D. 137-30 (2020-05-25)", "CSS D. 137-31 (2020-05-25)", "CSS D. 137-32 (2020-05-25)"),
    arrondi=arrondi_euro,
)
def c3s_plafond(marge_brute_societe, taux_plafond_c3s):
    """Plafond de la C3S d'un négoce à faible marge : une part de la marge brute."""
    return marge_brute_societe * taux_plafond_c3s


@regle(depuis="2018-01-01", unite="€/an", references=("CSS L. 137-32 (2018-06-14)", "CSS L. 137-30 (2018-06-14)"))
def c3s(c3s_redevable, c3s_avant_plafonnement, c3s_plafonnable, c3s_plafond):
    """Contribution sociale de solidarité des sociétés."""
    if not c3s_redevable:
        return 0
    if c3s_plafonnable:
        return au_plus(c3s_avant_plafonnement, c3s_plafond)
    return c3s_avant_plafonnement


@regle(depuis="2018-01-01", unite="oui/non", references="CSS L. 137-33 (2018-06-14)")
def c3s_a_declarer(c3s_redevable, chiffre_affaires_societe, abattement_c3s):
    """Le chiffre d'affaires doit être déclaré : il dépasse l'abattement."""
    if not c3s_redevable:
        return False
    return chiffre_affaires_societe > abattement_c3s


@regle(depuis="2018-01-01", unite="date", references="CSS L. 137-32 (2018-06-14)")
def c3s_exigible_le(annee, mois_exigibilite_c3s, quantieme_exigibilite_c3s):
    """Jour où la C3S est exigible : le 15 mai."""
    return jour_du_calendrier(annee, mois_exigibilite_c3s, quantieme_exigibilite_c3s)


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 137-36 (2018-06-14)", arrondi=arrondi_euro)
def c3s_majoration_de_declaration_maximale(c3s, taux_majoration_declaration_c3s):
    """Majoration d'une déclaration tardive, au plus ; le directeur peut la moduler."""
    return c3s * taux_majoration_declaration_c3s


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 137-37 (2018-06-14)", arrondi=arrondi_euro)
def c3s_majoration_de_retard_maximale(c3s, taux_majoration_retard_c3s):
    """Majoration d'un paiement tardif, au plus ; le directeur peut la moduler."""
    return c3s * taux_majoration_retard_c3s


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 137-37 (2018-06-14)", arrondi=arrondi_euro)
def c3s_majoration_par_annee_maximale(c3s, taux_majoration_annuelle_c3s):
    """Majoration qui s'ajoute, au plus, par année ou fraction d'année au-delà d'un an de retard."""
    return c3s * taux_majoration_annuelle_c3s


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 137-35 (2018-06-14)", arrondi=arrondi_euro)
def c3s_majoration_hors_ligne(c3s, taux_majoration_hors_ligne_c3s):
    """Majoration d'une déclaration, ou d'un paiement, faits autrement que par voie électronique : 0,2 % pour chacun."""
    return c3s * taux_majoration_hors_ligne_c3s
