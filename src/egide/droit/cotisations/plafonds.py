"""Le plafond de l'année et ceux qui s'en déduisent."""

from egide.moteur.regle import regle


@regle(depuis="2018-01-01", unite="€/an", references="CSS R. 613-17 (2019-07-08)")
def plafond_proratise(pass_):
    """Plafond de la sécurité sociale.

    Sa valeur au 1er janvier de l'année au titre de laquelle les cotisations sont dues.
    """
    return pass_


@regle(depuis="2018-01-01", unite="oui/non", references="CSS L. 613-11 (2018-06-14)")
def dispense_assiette_minimale(rsa_ou_prime_activite, saisonniere):
    """Dispense des assiettes minimales.

    Les bénéficiaires du RSA ou de la prime d'activité et les activités accessoires saisonnières cotisent sur leur
    revenu réel, même très faible.
    """
    return rsa_ou_prime_activite or saisonniere
