"""Les ressources du foyer, et la période sur laquelle elles sont prises."""

from egide.droit.solidarite.enumerations import BaseDesRevenus
from egide.moteur.mecanismes import (
    annee_du_jour,
    arrondi_centime,
    au_plus,
    bareme_marginal,
    jour_du_calendrier,
    mois_du_jour,
    palier_atteint,
)
from egide.moteur.regle import regle


@regle(depuis="2018-01-01", jusqu_au="2021-12-31", unite="date", references="CSS R. 861-8 (2019-11-01)")
@regle(depuis="2022-01-01", unite="date", references="CSS R. 861-8 (2025-10-01)")
def debut_periode_ressources(premier_jour_periode, recul_periode_ressources, mois_periode_ressources):
    """Premier jour de la période de douze mois des ressources.

    Jusqu'en 2021, les douze mois civils qui précèdent la demande ; depuis 2022, du treizième au deuxième mois civil
    précédant celui de la demande.
    """
    mois = mois_du_jour(premier_jour_periode) - recul_periode_ressources - mois_periode_ressources
    return jour_du_calendrier(annee_du_jour(premier_jour_periode), mois, 1)


@regle(depuis="2018-01-01", jusqu_au="2021-12-31", unite="date", references="CSS R. 861-8 (2019-11-01)")
@regle(depuis="2022-01-01", unite="date", references="CSS R. 861-8 (2025-10-01)")
def fin_periode_ressources(premier_jour_periode, recul_periode_ressources):
    """Dernier jour de la période de douze mois des ressources."""
    mois = mois_du_jour(premier_jour_periode) - recul_periode_ressources
    return jour_du_calendrier(annee_du_jour(premier_jour_periode), mois, 1) - 1


@regle(
    depuis="2018-01-01",
    jusqu_au="2019-10-31",
    unite="€/an",
    references="CSS R. 861-15",
    pour=BaseDesRevenus.DERNIER_AVIS,
    a_confirmer=(
        "La rédaction de l'article R. 861-15 d'avant le 1er novembre 2019 n'a pas été lue : celle qui l'a suivi est "
        "appliquée."
    ),
)
@regle(
    depuis="2019-11-01",
    jusqu_au="2021-12-31",
    unite="€/an",
    references="CSS R. 861-15 (2019-11-01)",
    pour=BaseDesRevenus.DERNIER_AVIS,
)
@regle(
    depuis="2022-01-01",
    unite="€/an",
    references="CSS R. 861-15 (2022-01-01)",
    pour=BaseDesRevenus.DERNIER_AVIS,
)
def revenu_d_activite_retenu__dernier_avis(revenu_d_activite_du_dernier_avis):
    """Revenu d'activité indépendante retenu.

    Le revenu professionnel net de la dernière année connue : depuis 2022, celui du dernier avis d'imposition, même
    s'il est plus ancien que la période de douze mois des autres ressources.
    """
    return revenu_d_activite_du_dernier_avis


@regle(
    depuis="2022-01-01",
    unite="€/an",
    references=("CSS R. 861-15 (2022-01-01)", "CGI 50-0", "CGI 102 ter"),
    pour=BaseDesRevenus.CHIFFRE_AFFAIRES,
)
def revenu_d_activite_retenu__chiffre_affaires(
    ventes_des_quatre_trimestres,
    services_des_quatre_trimestres,
    honoraires_des_quatre_trimestres,
    abattement_fiscal_ventes,
    abattement_fiscal_services,
    abattement_fiscal_honoraires,
):
    """Revenu d'activité indépendante retenu.

    Rien n'a encore été déclaré aux impôts : le chiffre d'affaires hors taxes des quatre trimestres civils qui précèdent
    la demande, moins l'abattement pour charges de son type d'activité.
    """
    ventes = ventes_des_quatre_trimestres * (1 - abattement_fiscal_ventes)
    services = services_des_quatre_trimestres * (1 - abattement_fiscal_services)
    return ventes + services + honoraires_des_quatre_trimestres * (1 - abattement_fiscal_honoraires)


@regle(depuis="2018-01-01", unite="€/an", references=("CSS L. 861-2", "CSS R. 861-4"))
def ressources_annuelles(revenu_d_activite_retenu, autres_revenus_du_foyer):
    """Ressources du foyer, hors logement.

    Les revenus d'activité et les autres revenus de toutes les personnes du foyer, nets de prélèvements sociaux. Ni le
    RSA, ni la prime d'activité, ni l'allocation de rentrée scolaire n'en font partie.
    """
    return revenu_d_activite_retenu + autres_revenus_du_foyer


@regle(depuis="2018-01-01", unite="€/mois", references="CASF L. 262-2", arrondi=arrondi_centime)
def rsa_du_foyer_de_reference(
    foyer_personnes, montant_forfaitaire_rsa, bareme_rsa_par_personne, foyer_maximal_logement
):
    """Montant forfaitaire du RSA qui sert au forfait logement : pour une, deux, ou trois personnes et plus."""
    personnes = au_plus(foyer_personnes, foyer_maximal_logement)
    return montant_forfaitaire_rsa * bareme_marginal(personnes, bareme_rsa_par_personne, 1)


@regle(
    depuis="2018-01-01",
    unite="€/mois",
    references=("CSS R. 861-5 (2016-01-01)", "CSS R. 861-7 (2019-09-01)"),
    arrondi=arrondi_centime,
)
def forfait_logement(
    foyer_personnes,
    proprietaire_ou_loge_gratuitement,
    aide_au_logement,
    rsa_du_foyer_de_reference,
    bareme_logement_gratuit,
    bareme_aide_au_logement,
):
    """Forfait logement ajouté aux ressources de chaque mois.

    Une part du RSA pour qui est propriétaire sans aide ou logé gratuitement ; pour qui reçoit une aide au logement,
    cette aide, dans la limite d'une autre part du RSA.
    """
    if aide_au_logement > 0:
        limite = rsa_du_foyer_de_reference * palier_atteint(foyer_personnes, bareme_aide_au_logement, 1)
        return au_plus(aide_au_logement, limite)
    if proprietaire_ou_loge_gratuitement:
        return rsa_du_foyer_de_reference * palier_atteint(foyer_personnes, bareme_logement_gratuit, 1)
    return 0


@regle(depuis="2018-01-01", unite="€/an", references=("CSS L. 861-2", "CSS R. 861-4"))
def ressources_retenues(ressources_annuelles, forfait_logement, mois_periode_ressources):
    """Ressources du foyer comparées au plafond, forfait logement compris."""
    return ressources_annuelles + forfait_logement * mois_periode_ressources
