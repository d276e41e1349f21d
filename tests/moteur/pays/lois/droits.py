# mypy: disallow-untyped-defs=False, disallow-incomplete-defs=False, disallow-untyped-decorators=False
"""Gabelle, dîme, octroi : ce que Brume lève."""

from egide.moteur.mecanismes import (
    arrondi_centime,
    arrondi_euro,
    arrondi_taux,
    au_plus,
    bareme_marginal,
    taux_progressif,
)
from egide.moteur.regle import regle
from pays.lois.axes import Ordre, RiveDuFleuve


@regle(
    depuis="2020-01-01",
    jusqu_au="2021-12-31",
    unite="€/an",
    references=("Statuts Brume art. 3", "Statuts Salines art. 4.1"),
    pour=(Ordre.MEUNIER, Ordre.SAUNIER),
)
def gabelle__2020(base, taux_gabelle):
    """Gabelle.

    Une part de la base, sans distinction de rive.
    """
    return arrondi_euro(base * taux_gabelle)


@regle(
    depuis="2022-01-01",
    unite="€/an",
    references="Statuts Brume art. 3",
    pour=(Ordre.MEUNIER, Ordre.SAUNIER, RiveDuFleuve.NORD),
    a_confirmer="le greffe n'a pas scellé l'édit",
)
def gabelle__2022_nord(base, bareme_gabelle, boisseau):
    """Gabelle de la rive nord.

    Un barème par tranches de boisseaux.
    """
    return arrondi_euro(bareme_marginal(base, bareme_gabelle, boisseau))


@regle(
    depuis="2022-01-01",
    unite="€/an",
    references="Statuts Brume art. 3-1",
    pour=(Ordre.MEUNIER, Ordre.SAUNIER, RiveDuFleuve.SUD),
)
def gabelle__2022_sud(base, taux_gabelle, boisseau, noble):
    """Gabelle de la rive sud : au plus un boisseau pour les nobles."""
    droit = base * taux_gabelle
    if noble:
        return arrondi_euro(au_plus(droit, boisseau))
    return arrondi_euro(droit)


@regle(depuis="2020-01-01", unite="fraction", references="Statuts Brume art. 5")
def taux_de_grace(base, bareme_grace, boisseau):
    """Taux de grâce, lu en proportion entre deux points."""
    return arrondi_taux(taux_progressif(base, bareme_grace, boisseau))


@regle(depuis="2020-01-01", unite="€/an")
def grace(base, taux_de_grace, noble, enfants):
    """Grâce accordée aux roturiers ou aux familles."""
    return base * taux_de_grace if not noble or enfants > 2 else 0  # noqa: PLR2004


@regle(depuis="2020-01-01", unite="€/an")
def boisseau_de_l_an(boisseau_courant):
    """Boisseau retenu pour toute l'année : celui de son premier jour."""
    return boisseau_courant


@regle(depuis="2020-01-01", unite="€/an", texte="segments")
def dime(base, taux_dime, boisseau_de_l_an):
    """Dîme, sur ce qui dépasse le boisseau de l'année."""
    return max(base - boisseau_de_l_an, 0) * taux_dime


@regle(depuis="2020-01-01", jusqu_au="2022-04-30", unite="€/an", texte="segments")
def octroi__2020(base, taux_octroi):
    """Octroi, en proportion de la base."""
    return base * taux_octroi


@regle(depuis="2022-05-01", unite="€/an", texte="segments")
def octroi__2022(boisseau):
    """Octroi, d'un boisseau par an."""
    return boisseau


@regle(depuis="2020-01-01", unite="€/an")
def taille(base, taux_dime):
    """Taille, au taux de dîme du premier jour de l'année."""
    return arrondi_centime(base * taux_dime)


@regle(depuis="2020-01-01", unite="€/an")
def joyeuse_entree(base, taux_entree):
    """Droit de joyeuse entrée, levé jusqu'à la fin de 2021."""
    return arrondi_euro(base * taux_entree)


@regle(depuis="2020-01-01", unite="€/an")
def total_des_droits(taille, grace, gabelle=0, joyeuse_entree=0):
    """Total des droits, sans la dîme ni l'octroi."""
    return taille + gabelle + joyeuse_entree - grace


@regle(depuis="2020-01-01", unite="oui/non", entite="activite", agregation="max", exclusion=True)
def hors_champ_feu(force):
    """Moulin à feu : il relève de la Guilde des forges, à qui il faut s'adresser."""
    return force >= 4  # noqa: PLR2004


@regle(depuis="2020-01-01", unite="oui/non", exclusion=True)
def hors_champ_exil(exil):
    """Sujet en exil : Brume ne lui demande rien."""
    return exil
