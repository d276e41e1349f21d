"""Remboursement des soins : taux, participations, franchises, hospitalisation, complémentaire santé solidaire."""
