# mypy: disallow-untyped-defs=False, disallow-incomplete-defs=False, disallow-untyped-decorators=False
"""Ce que rapportent les moulins, et ce qu'ils doivent au fil de l'année."""

from egide.moteur.mecanismes import (
    annee_du_jour,
    arrondi_centime,
    arrondi_euro,
    au_moins,
    au_plus,
    mois_du_jour,
    prorata,
)
from egide.moteur.regle import regle


@regle(depuis="2018-01-01", unite="€/an", references="Statuts Brume art. 1", entite="activite", agregation="somme")
def benefice(recette, frais):
    """Bénéfice d'un moulin.

    Sa recette diminuée de ses frais.
    """
    return recette - frais


@regle(depuis="2020-01-01", unite="meules", entite="activite", agregation="max")
def meules_en_service(meules, meules_de_rechange):
    """Meules en service."""
    return au_moins(meules - meules_de_rechange, 1)


@regle(depuis="2020-01-01", unite="jours", entite="activite", agregation="min")
def anciennete(ouverture, dernier_jour_periode):
    """Âge d'un moulin au dernier jour de l'année."""
    return dernier_jour_periode - ouverture


@regle(depuis="2020-01-01", unite="", entite="activite", agregation="max")
def annee_d_ouverture(ouverture):
    """Année d'ouverture d'un moulin, la suivante s'il ouvre après la moisson."""
    return annee_du_jour(ouverture) + (1 if mois_du_jour(ouverture) >= 9 else 0)  # noqa: PLR2004


@regle(depuis="2020-01-01", unite="oui/non", entite="activite", agregation="principale")
def vieux_moulin(ouverture, jour_de_la_crue):
    """Moulin ouvert avant la grande crue."""
    return ouverture < jour_de_la_crue


@regle(depuis="2020-01-01", unite="€", references="Statuts Brume art. 2", periode="trimestre", agregation="somme")
def cens(benefice, taux_cens):
    """Cens d'un trimestre.

    Un quart du bénéfice de l'année, au taux du premier jour du trimestre.
    """
    return arrondi_euro(prorata(benefice, 1, 4) * taux_cens)


@regle(depuis="2020-01-01", unite="€", periode="mois", agregation="somme")
def corvee(meules_en_service, prix_du_jour, premier_jour_periode, dernier_jour_periode):
    """Rachat de la corvée d'un mois : un jour de prix par jour et par meule."""
    jours = dernier_jour_periode - premier_jour_periode + 1
    return arrondi_centime(jours * prix_du_jour * meules_en_service)


@regle(depuis="2020-01-01", unite="€", periode="mois", agregation="max")
def veille(cens, corvee):
    """Gage laissé chaque mois : la corvée du mois et le tiers du cens du trimestre."""
    return corvee + cens / 3


@regle(depuis="2020-01-01", unite="€/an")
def charges_du_moulin(cens, corvee):
    """Cens et corvée de l'année."""
    return cens + corvee


@regle(depuis="2021-01-01", unite="€/an")
def perte_reportee(benefice_n_1, benefice_n_2):
    """Perte des deux années d'avant, qui se déduit."""
    return au_moins(-benefice_n_1, 0) + au_moins(-benefice_n_2, 0)


@regle(depuis="2020-01-01", unite="€/an")
def base(benefice, perte_reportee=0):
    """Base des droits : le bénéfice après report des pertes, jamais négatif."""
    reste = benefice - perte_reportee
    if reste <= 0:
        return 0
    return au_plus(reste, benefice)
