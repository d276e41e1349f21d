"""La durée d'affiliation dans l'année, et les plafonds qui s'en déduisent."""

from egide.droit.cotisations.commun import HORS_MAYOTTE
from egide.moteur.mecanismes import arrondi_euro, au_moins, au_plus, prorata
from egide.moteur.regle import regle


@regle(
    depuis="2018-01-01",
    unite="date",
    references="CSS R. 613-17 (2019-07-08)",
    entite="activite",
    agregation="min",
)
def premier_jour_compte(debut):
    """Premier jour de l'activité qui compte dans la durée d'affiliation.

    Son début ; pour une activité commencée pendant une autre, le lendemain de la fin de celle-ci : un même jour ne
    compte qu'une fois.
    """
    return debut


@regle(
    depuis="2018-01-01",
    unite="jours",
    references="CSS R. 613-17 (2019-07-08)",
    entite="activite",
    agregation="somme",
)
def jours_activite(premier_jour_compte, fin, premier_jour_periode, dernier_jour_periode):
    """Jours de l'activité dans l'année.

    De son premier jour qui compte à son dernier, l'un et l'autre compris.
    """
    premier = au_moins(premier_jour_compte, premier_jour_periode)
    dernier = au_plus(fin, dernier_jour_periode)
    return au_moins(dernier - premier + 1, 0)


@regle(depuis="2018-01-01", unite="jours", references="CSS R. 613-17 (2019-07-08)")
def jours_affiliation(jours_activite, jours_par_an):
    """Jours d'affiliation dans l'année.

    Ceux où une activité au moins est exercée ; une année entière compte toujours le même nombre.
    """
    return au_plus(jours_activite, jours_par_an)


@regle(depuis="2018-01-01", unite="€/an", references="CSS R. 613-17 (2019-07-08)", pour=HORS_MAYOTTE)
def plafond_proratise(pass_, jours_affiliation, jours_par_an):
    """Plafond de la sécurité sociale.

    Sa valeur au 1er janvier de l'année au titre de laquelle les cotisations sont dues, réduite en proportion de la
    durée d'affiliation.
    """
    return arrondi_euro(prorata(pass_, jours_affiliation, jours_par_an))


@regle(depuis="2018-01-01", unite="oui/non", references="CSS L. 613-11 (2018-06-14)")
def dispense_assiette_minimale(rsa_ou_prime_activite, saisonniere):
    """Dispense des assiettes minimales.

    Les bénéficiaires du RSA ou de la prime d'activité et les activités accessoires saisonnières cotisent sur leur
    revenu réel, même très faible.
    """
    return rsa_ou_prime_activite or saisonniere
