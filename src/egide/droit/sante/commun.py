"""Ce que partagent les règles des indemnités journalières."""

from egide.droit.sante.enumerations import Carriere, CouvertureMaladie

ASSURES = (CouvertureMaladie.INDEPENDANT, CouvertureMaladie.LIBERAL)
"""Ceux dont l'indemnité dépend de leur revenu."""
CONJOINTS = (CouvertureMaladie.CONJOINT_D_INDEPENDANT, CouvertureMaladie.CONJOINT_DE_LIBERAL)
COURTES = (Carriere.PREMIERE_ANNEE, Carriere.DEUXIEME_ANNEE, Carriere.TROISIEME_ANNEE)
