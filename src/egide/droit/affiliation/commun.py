"""Ce que partagent les règles de ce chapitre : leur déclaration, et les familles de fondements."""

from egide.droit.commun.categories import Fondement
from egide.moteur.regle import regle

METIERS = (
    Fondement.ARTISAN,
    Fondement.COMMERCANT,
    Fondement.DEBITANT_DE_TABAC,
    Fondement.AGENT_COMMERCIAL,
    Fondement.AUTO_ECOLE,
    Fondement.ENSEIGNEMENT_PRIVE,
    Fondement.CHAMBRES_D_HOTES,
    Fondement.LOCATION_MEUBLEE,
    Fondement.LOCATION_DE_BIENS,
    Fondement.VENTE_A_DOMICILE_INSCRITE,
)
"""Indépendants qui ne relèvent que du droit commun, quelle que soit la date de leur début."""

PAR_LA_SOCIETE = (
    Fondement.GERANT_MAJORITAIRE,
    Fondement.GERANT_ASSOCIE_UNIQUE,
    Fondement.ASSOCIE_UNIQUE,
    Fondement.ASSOCIE_EN_NOM,
    Fondement.GERANT_SOCIETE_CIVILE,
    Fondement.ASSOCIE_MAJORITAIRE,
    Fondement.ASSOCIE_EXERCANT,
)
"""Indépendants par leur place dans une société : leur régime est celui de leur profession."""

CONJOINTS = (Fondement.CONJOINT_COLLABORATEUR, Fondement.CONJOINT_ASSOCIE)

SECTIONS = (
    Fondement.LIBERALE_SECTION,
    Fondement.LIBERALE_ANCIENNE_CIPAV,
    Fondement.PSYCHOMOTRICIEN_CIPAV,
    Fondement.COMMISSAIRE_AUX_COMPTES,
    Fondement.MONITEUR_DE_SKI,
    Fondement.MANDATAIRE_PROTECTION_MAJEURS,
    Fondement.ARTISTE_HORS_CHAMP,
)
"""Professions libérales affiliées à une section de la CNAVPL."""

LIBERALES_SSI = (Fondement.LIBERALE_SSI, Fondement.LIBERALE_OPTION_SSI, Fondement.PSYCHOMOTRICIEN_SSI)

INDEPENDANTS = (*METIERS, *PAR_LA_SOCIETE, *CONJOINTS, *SECTIONS, *LIBERALES_SSI, Fondement.AVOCAT)
"""Affiliés à titre obligatoire, comme indépendants."""

VOLONTAIRES = (Fondement.VOLONTAIRE_A_L_ETRANGER, Fondement.VOLONTAIRE_APRES_CESSATION, Fondement.AIDE_FAMILIAL)

ASSIMILES = (
    Fondement.GERANT_EGALITAIRE_REMUNERE,
    Fondement.GERANT_MINORITAIRE_REMUNERE,
    Fondement.PRESIDENT_SAS,
    Fondement.DIRIGEANT_SA,
    Fondement.DIRIGEANT_SCOP,
    Fondement.VENTE_A_DOMICILE,
    Fondement.OPTION_REGIME_GENERAL,
    Fondement.OPTION_OCCASIONNELLE,
    Fondement.CONJOINT_COLLABORATEUR_REPUTE_SALARIE,
    Fondement.CONJOINT_PRESUME_SALARIE,
    Fondement.SALARIE,
    Fondement.ELU_LOCAL,
    Fondement.ETUDIANT_JUNIOR_ENTREPRISE,
    Fondement.COLLABORATEUR_OCCASIONNEL,
    Fondement.EXPERT_AUTORISE,
)
"""Affiliés au régime général comme les salariés."""

SANS_REGIME = (
    Fondement.PAS_COMMENCEE,
    Fondement.LOCATION_SOUS_SEUIL,
    Fondement.DIRIGEANT_NON_REMUNERE,
    Fondement.ASSOCIE_NON_AFFILIE,
    Fondement.VOLONTAIRE_REFUSE,
    Fondement.RADIE,
    Fondement.TERMINEE,
    Fondement.COLLECTIVITE,
    Fondement.AUTRE_TERRITOIRE,
    Fondement.AUTRE_LEGISLATION,
    Fondement.CONCUBIN_SANS_STATUT,
    Fondement.SOCIETE_A_ETABLIR,
    Fondement.LOCATION_A_ETABLIR,
)
"""Activités qui n'ouvrent, ce jour-là, de droits à retraite dans aucun des régimes décrits ici."""


def de_l_activite(*, unite="", **declaration):
    """Déclare une règle de l'activité ; pour la personne, celle de la première compte."""
    return regle(unite=unite, entite="activite", agregation="principale", **declaration)
