"""Ce que partagent les règles de ce chapitre : qui est indépendant, où, et comment se déclare un interlocuteur."""

from egide.droit.commun.enumerations import Regime
from egide.droit.commun.interlocuteurs import RessortActivite, RessortPersonnel, Titre
from egide.moteur.regle import regle

COMMERCE_ET_ARTISANAT = (Regime.RSI, Regime.SSI)
"""Les indépendants dont la retraite et l'invalidité-décès sont au RSI, puis à la Sécurité sociale des indépendants."""
LIBERAUX = (Regime.CNAVPL, Regime.CNBF)
INDEPENDANTS = (*COMMERCE_ET_ARTISANAT, *LIBERAUX)
NON_INDEPENDANTS = tuple(r for r in Regime if r not in INDEPENDANTS)

RESEAU_INDEPENDANTS = (
    RessortPersonnel.METROPOLE,
    RessortPersonnel.ILE_DE_FRANCE,
    RessortPersonnel.LOZERE,
    RessortPersonnel.DROM,
)
"""Territoires qui ont eu une caisse du RSI, puis une agence de la Sécurité sociale des indépendants."""
SANS_RESEAU_INDEPENDANTS = (
    RessortPersonnel.SAINT_BARTHELEMY,
    RessortPersonnel.MAYOTTE,
    RessortPersonnel.SAINT_PIERRE_ET_MIQUELON,
    RessortPersonnel.HORS_CHAMP,
)
SANS_CPSTI = (RessortPersonnel.MAYOTTE, RessortPersonnel.SAINT_PIERRE_ET_MIQUELON, RessortPersonnel.HORS_CHAMP)
AVEC_CPSTI = (*RESEAU_INDEPENDANTS, RessortPersonnel.SAINT_BARTHELEMY)

PAR_L_ACTIVITE = (Titre.ACTIVITE, Titre.PASSEE)
"""Une activité terminée laisse la santé à qui la gérait, tant qu'aucune autre ne la remplace."""

RECOUVREMENT_INDEPENDANTS = tuple(RessortActivite(int(r)) for r in RESEAU_INDEPENDANTS)
SANS_RECOUVREMENT_INDEPENDANTS = tuple(RessortActivite(int(r)) for r in SANS_RESEAU_INDEPENDANTS)


def de_l_activite(**declaration):
    """Déclare une règle de ce chapitre : d'une activité, vue de la personne par son activité principale."""
    return regle(**{"unite": "", "entite": "activite", "agregation": "principale"} | declaration)


def pour_les_sujets(*sujets, **declaration):
    """Déclare une même réponse pour plusieurs sujets."""

    def declarer(fonction):
        for sujet in sujets:
            de_l_activite(nom=f"organisme_{sujet}", **declaration)(fonction)
        return fonction

    return declarer
