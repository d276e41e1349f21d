"""Ce que partagent les règles de ce chapitre : de quelles caisses et de quels praticiens elles parlent."""

from egide.droit.commun.categories import Assiette, Caisse, Exoneration, Praticien
from egide.droit.cotisations.commun import SUR_REVENU

LIBERALES = tuple(c for c in Caisse if c is not Caisse.SSI)
SECTIONS = tuple(c for c in LIBERALES if c is not Caisse.CNBF)
PAR_TRIMESTRE = tuple(c for c in SECTIONS if c is not Caisse.CIPAV)
"""Sections où l'affiliation commence et finit avec un trimestre civil ; la Cipav en était jusqu'en 2022."""
HORS_SSI_SUR_REVENU = (*LIBERALES, *SUR_REVENU)
CARCDSF = (Caisse.CARCDSF_DENTISTE, Caisse.CARCDSF_SAGE_FEMME)
MEDECINS = (Praticien.MEDECIN_SECTEUR_1, Praticien.MEDECIN_SECTEUR_2)
CONVENTIONNES = (*MEDECINS, Praticien.CHIRURGIEN_DENTISTE, Praticien.SAGE_FEMME, Praticien.AUXILIAIRE_MEDICAL)
"""Praticiens et auxiliaires médicaux de l'article L. 646-1."""
AIDES_EN_MALADIE = tuple(p for p in CONVENTIONNES if p is not Praticien.MEDECIN_SECTEUR_2)
SANS_CONVENTION = (Praticien.AUCUN, Praticien.DIRECTEUR_DE_LABORATOIRE)
ACRE, INVALIDITE = Exoneration.ACRE, Exoneration.INVALIDITE
FORFAIT = Assiette.FORFAIT
