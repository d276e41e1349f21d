"""Le régime simplifié des médecins remplaçants (RSPM) : un taux global sur les honoraires, depuis 2020."""

from egide.droit.commun.categories import RegimeSocial

POUR = (RegimeSocial.SIMPLIFIE,)
"""Toutes les règles de ce chapitre sont pour qui a opté pour ce régime."""
