"""Ce que partagent les règles de ce chapitre : les familles d'actes."""

from egide.droit.soins.enumerations import TypeActe

MEDECIN = (TypeActe.CONSULTATION_GENERALISTE, TypeActe.CONSULTATION_MEDECIN)
TECHNIQUE = (TypeActe.ACTE_TECHNIQUE_MEDECIN,)
SAGE_FEMME = (TypeActe.CONSULTATION_SAGE_FEMME,)
DENTISTE = (TypeActe.SOIN_DENTAIRE, TypeActe.SOIN_DENTAIRE_CONSERVATEUR)
AUXILIAIRE = (TypeActe.SEANCE_KINESITHERAPEUTE, TypeActe.SOIN_INFIRMIER, TypeActe.SEANCE_ORTHOPHONISTE)
BIOLOGIE = (TypeActe.ANALYSE_BIOLOGIE,)
TRANSPORT = (TypeActe.TRANSPORT,)
MEDICAMENT = (TypeActe.MEDICAMENT_100, TypeActe.MEDICAMENT_65, TypeActe.MEDICAMENT_30, TypeActe.MEDICAMENT_15)
HOPITAL = (TypeActe.HOSPITALISATION,)
EN_VILLE = tuple(t for t in TypeActe if t not in HOPITAL)
SANS_PARCOURS = tuple(t for t in EN_VILLE if t not in (*MEDECIN, *TECHNIQUE))
"""Actes pour lesquels le parcours de soins coordonnés ne compte pas."""
A_TAUX_SEUL = tuple(t for t in EN_VILLE if t not in TECHNIQUE)
"""Actes dont la participation est toujours une fraction du tarif."""
