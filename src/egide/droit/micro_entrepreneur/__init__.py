"""Le régime micro-social : ce que doit un micro-entrepreneur, sur le chiffre d'affaires qu'il encaisse."""

from egide.droit.commun.categories import RegimeSocial

POUR = (RegimeSocial.MICRO_SOCIAL,)
"""Toutes les règles de ce chapitre sont pour les micro-entrepreneurs."""
