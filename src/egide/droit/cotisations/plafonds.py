"""La durée d'affiliation dans l'année, et les plafonds qui s'en déduisent."""

from egide.droit.cotisations.commun import HORS_MAYOTTE
from egide.moteur.mecanismes import arrondi_euro, au_moins, au_plus, prorata
from egide.moteur.regle import regle


@regle(depuis="2018-01-01", unite="jours", references="CSS R. 613-17 (2019-07-08)")
def jours_affiliation(debut, fin, premier_jour_periode, dernier_jour_periode, jours_par_an):
    """Jours d'affiliation dans l'année.

    Du début à la fin de l'activité, l'un et l'autre compris ; une année entière compte toujours le même nombre.
    """
    premier = au_moins(debut, premier_jour_periode)
    dernier = au_plus(fin, dernier_jour_periode)
    return au_plus(au_moins(dernier - premier + 1, 0), jours_par_an)


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
