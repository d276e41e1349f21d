"""Cotisations et contributions des artisans, commerçants et professions libérales non réglementées."""

from egide.droit.commun.categories import RegimeSocial

POUR = (RegimeSocial.ORDINAIRE,)
"""Toutes les règles de ce chapitre sont pour qui cotise sur un revenu."""
