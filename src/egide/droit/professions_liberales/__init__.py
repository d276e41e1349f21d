"""Cotisations des professions libérales affiliées à une section de la CNAVPL ou à la CNBF."""

from egide.droit.commun.categories import RegimeSocial

POUR = (RegimeSocial.ORDINAIRE,)
"""Les micro-entrepreneurs de la Cipav ont leur chapitre."""
