"""Le régime de chaque fondement, un à un : ce que la loi en dit, ses articles, et à qui s'adresser."""

from egide.droit.affiliation.commun import METIERS, de_l_activite
from egide.droit.commun.categories import Fondement
from egide.droit.commun.enumerations import Regime


@de_l_activite(depuis="2017-12-31", jusqu_au="2017-12-31", references="CSS L. 611-1 (2017-01-01)", pour=METIERS)
def regime__rsi(annee):
    """Régime social des indépendants (RSI), pour son dernier jour.

    Le lendemain, les indépendants rejoignent le régime général. S'adresser à la caisse du RSI.
    """
    return Regime.RSI


@de_l_activite(
    depuis="2018-01-01",
    jusqu_au="2022-12-31",
    references=("CSS L. 611-1 (2018-06-14)", "CSS L. 631-1 (2018-06-14)"),
    pour=Fondement.ARTISAN,
)
def regime__artisan_2018(annee):
    """Artisan établi à son compte.

    L'inscription au répertoire des métiers en est la preuve habituelle, non la condition : qui exerce sans être
    inscrit est affilié aussi.
    """
    return Regime.SSI


@de_l_activite(
    depuis="2023-01-01",
    references=("CSS L. 611-1 (2018-06-14)", "CSS L. 631-1 (2018-06-14)", "CSS L. 311-3 (2023-01-01)"),
    pour=Fondement.ARTISAN,
)
def regime__artisan_2023(annee):
    """Artisan établi à son compte.

    Depuis 2023 l'inscription se fait au Registre national des entreprises, secteur des métiers et de l'artisanat, par
    le guichet unique. Elle est la preuve habituelle, non la condition.
    """
    return Regime.SSI


@de_l_activite(
    depuis="2018-01-01",
    references=("CSS L. 611-1 (2018-06-14)", "CSS L. 631-1 (2018-06-14)"),
    pour=Fondement.COMMERCANT,
)
def regime__commercant(annee):
    """Commerçant établi à son compte.

    L'inscription au registre du commerce et des sociétés en est la preuve habituelle, non la condition.
    """
    return Regime.SSI


@de_l_activite(
    depuis="2018-01-01",
    references=("CSS L. 611-1 (2018-06-14)", "CSS L. 631-1 (2018-06-14)"),
    pour=Fondement.DEBITANT_DE_TABAC,
)
def regime__debitant(annee):
    """Débitant de tabac : la loi le nomme parmi les indépendants."""
    return Regime.SSI


@de_l_activite(
    depuis="2018-01-01",
    references=("CSS L. 611-1 (2018-06-14)", "CSS L. 631-1 (2018-06-14)"),
    pour=Fondement.AGENT_COMMERCIAL,
)
def regime__agent_commercial(annee):
    """Agent commercial, inscrit au registre spécial : indépendant, sans section de retraite à lui.

    Ni le VRP, qui est salarié, ni l'agent général d'assurances, affilié à la Cavamac, ne sont dans ce cas.
    """
    return Regime.SSI


@de_l_activite(
    depuis="2018-01-01",
    references=("CSS L. 611-1 (2018-06-14)", "CSS L. 631-1 (2018-06-14)"),
    pour=Fondement.AUTO_ECOLE,
)
def regime__auto_ecole(annee):
    """Exploitant d'auto-école : indépendant, sa profession n'est pas dans la liste des sections libérales."""
    return Regime.SSI


@de_l_activite(
    depuis="2018-01-01",
    references=("CSS L. 611-1 (2018-06-14)", "CSS L. 631-1 (2018-06-14)"),
    pour=Fondement.ENSEIGNEMENT_PRIVE,
)
def regime__enseignement(annee):
    """Chef d'établissement d'enseignement privé : indépendant, hors de la liste des sections libérales."""
    return Regime.SSI


@de_l_activite(
    depuis="2018-01-01",
    references=("CSS L. 611-1 (2018-06-14)", "CSS L. 631-1 (2018-06-14)", "CSS D. 611-1 (2018-01-01)"),
    pour=Fondement.CHAMBRES_D_HOTES,
)
def regime__chambres_d_hotes(annee):
    """Loueur de chambres d'hôtes dont le revenu imposable dépasse 13 % du plafond de la sécurité sociale."""
    return Regime.SSI


@de_l_activite(
    depuis="2018-01-01",
    references=("CSS L. 611-1 (2018-06-14)", "CSS L. 631-1 (2018-06-14)", "CGI 155"),
    pour=Fondement.LOCATION_MEUBLEE,
)
def regime__location_meublee(annee):
    """Location meublée de plus de 23 000 € de recettes, de courte durée ou professionnelle."""
    return Regime.SSI


@de_l_activite(
    depuis="2018-01-01",
    references=("CSS L. 611-1 (2018-06-14)", "CSS L. 631-1 (2018-06-14)"),
    pour=Fondement.LOCATION_DE_BIENS,
)
def regime__location_de_biens(annee):
    """Location de biens meubles dont les recettes dépassent 20 % du plafond de la sécurité sociale."""
    return Regime.SSI


@de_l_activite(
    depuis="2018-01-01",
    references=("CSS L. 611-1 (2018-06-14)", "CSS L. 631-1 (2018-06-14)", "CSS L. 311-3 (2018-06-14)"),
    pour=Fondement.VENTE_A_DOMICILE_INSCRITE,
)
def regime__vdi_inscrit(annee):
    """Vendeur à domicile inscrit au registre du commerce ou à celui des agents commerciaux : indépendant."""
    return Regime.SSI


@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 311-3 (2020-12-16)", "CSS L. 611-1 (2018-06-14)"),
    pour=Fondement.GERANT_MAJORITAIRE,
)
def regime__gerant_majoritaire(regime_de_la_profession):
    """Gérant d'un collège majoritaire : indépendant, même sans parts ni rémunération.

    Les gérants détiennent ensemble plus de la moitié du capital, avec leurs conjoints et enfants mineurs. Qui n'est pas
    assimilé à un salarié est indépendant ; son régime est celui de sa profession.
    """
    return regime_de_la_profession


@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 311-3 (2020-12-16)", "CSS L. 611-1 (2018-06-14)", "CSS D. 611-1 (2018-01-01)"),
    pour=(Fondement.GERANT_ASSOCIE_UNIQUE, Fondement.ASSOCIE_UNIQUE),
)
def regime__associe_unique(regime_de_la_profession):
    """Associé unique qui travaille dans sa société (EURL) : indépendant, gérant ou non."""
    return regime_de_la_profession


@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 611-1 (2018-06-14)", "CSS D. 611-1 (2018-01-01)"),
    pour=Fondement.ASSOCIE_EN_NOM,
)
def regime__associe_en_nom(regime_de_la_profession):
    """Associé en nom collectif, commandité ou associé de fait : indépendant, gérant ou non."""
    return regime_de_la_profession


@de_l_activite(
    depuis="2017-12-31", references=("CSS L. 611-1 (2018-06-14)", "D. 2019-1080"), pour=Fondement.GERANT_SOCIETE_CIVILE
)
def regime__societe_civile(regime_de_la_profession):
    """Gérant associé et rémunéré d'une société civile qui exerce un métier : indépendant."""
    return regime_de_la_profession


@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 611-1 (2018-06-14)", "CSS D. 611-1 (2018-01-01)", "D. 2019-1080"),
    pour=Fondement.ASSOCIE_MAJORITAIRE,
)
def regime__associe_majoritaire(regime_de_la_profession):
    """Associé majoritaire, non gérant, dont l'activité dans la société est rémunérée : indépendant."""
    return regime_de_la_profession


@de_l_activite(depuis="2017-12-31", references="CSS L. 611-1 (2018-06-14)", pour=Fondement.ASSOCIE_EXERCANT)
def regime__associe_exercant(regime_de_la_profession):
    """Associé qui exerce une profession libérale dans la société : indépendant, dans la section de la profession."""
    return regime_de_la_profession


@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 661-1 (2018-06-14)", "c. com. L. 121-4"),
    pour=Fondement.CONJOINT_COLLABORATEUR,
)
def regime__conjoint_collaborateur(regime_de_la_profession):
    """Conjoint collaborateur : affilié en son nom aux mêmes régimes que le chef d'entreprise.

    Pour la retraite, l'invalidité-décès et les prestations en espèces. Ses soins sont pris en charge par la protection
    universelle maladie.
    """
    return regime_de_la_profession


@de_l_activite(
    depuis="2017-12-31", references=("CSS L. 661-1 (2018-06-14)", "c. com. L. 121-4"), pour=Fondement.CONJOINT_ASSOCIE
)
def regime__conjoint_associe(regime_de_la_profession):
    """Conjoint associé : affilié en son nom comme le chef d'entreprise, pour tous les risques."""
    return regime_de_la_profession


@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 640-1 (2018-06-14)", "CSS R. 641-1 (2012-05-06)"),
    pour=Fondement.LIBERALE_SECTION,
)
def regime__section(annee):
    """Profession libérale nommée par la loi : sa section de la CNAVPL, quelle que soit la date du début.

    Aucune option pour la sécurité sociale des indépendants ne lui est ouverte. S'adresser à la section pour la
    retraite et l'invalidité-décès, à la CPAM pour la santé, à l'Urssaf pour les autres cotisations.
    """
    return Regime.CNAVPL


@de_l_activite(
    depuis="2017-12-31",
    references=("L. 2017-1836 art. 15", "CSS L. 640-1 (2018-06-14)"),
    pour=Fondement.LIBERALE_ANCIENNE_CIPAV,
)
def regime__ancienne_cipav(annee):
    """Profession libérale sortie de la liste de la Cipav, commencée avant : elle y reste.

    Elle pouvait opter pour la sécurité sociale des indépendants du 1er janvier 2019 au 31 décembre 2023, sans retour.
    """
    return Regime.CNAVPL


@de_l_activite(
    depuis="2018-01-01",
    references=("L. 2017-1836 art. 15", "D. 2019-1358 art. 2", "CSS L. 631-1 (2018-06-14)"),
    pour=Fondement.LIBERALE_OPTION_SSI,
)
def regime__option_ssi(annee):
    """Ancien affilié de la Cipav qui a opté pour la sécurité sociale des indépendants, sans retour possible.

    L'option vaut du 1er janvier qui la suit.
    """
    return Regime.SSI


@de_l_activite(
    depuis="2018-01-01",
    references=("L. 2017-1836 art. 15", "CSS L. 631-1 (2018-06-14)", "CSS L. 640-1 (2018-06-14)"),
    pour=Fondement.LIBERALE_SSI,
)
def regime__liberale_ssi(annee):
    """Profession libérale que la loi ne nomme pas : sécurité sociale des indépendants.

    Pour une micro-entreprise commencée depuis 2018, pour une autre entreprise commencée depuis 2019.
    """
    return Regime.SSI


@de_l_activite(
    depuis="2017-12-31", jusqu_au="2017-12-31", references="CSS L. 611-1 (2017-01-01)", pour=Fondement.LIBERALE_SSI
)
def regime__liberale_rsi(annee):
    """Profession libérale sans section de retraite : RSI, pour son dernier jour."""
    return Regime.RSI


@de_l_activite(
    depuis="2018-01-01",
    references=("L. 2017-1836 art. 15", "CSS L. 640-1 (2018-06-14)", "CSS L. 631-1 (2018-06-14)"),
    pour=Fondement.PSYCHOMOTRICIEN_SSI,
)
def regime__psychomotricien_ssi(annee):
    """Psychomotricien installé entre le retrait et le retour de sa profession : indépendants, jusqu'à fin 2021."""
    return Regime.SSI


@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 640-1 (2022-12-25)", "CSS R. 641-1 (2023-03-05)", "L. 2017-1836 art. 15"),
    pour=Fondement.PSYCHOMOTRICIEN_CIPAV,
)
def regime__psychomotricien_cipav(annee):
    """Psychomotricien : Cipav, pour qui y était et, depuis le 1er juillet 2021 puis 2022, pour tous."""
    return Regime.CNAVPL


@de_l_activite(
    depuis="2017-12-31",
    jusqu_au="2023-12-27",
    references="CSS L. 640-1 (2022-12-25)",
    pour=Fondement.COMMISSAIRE_AUX_COMPTES,
    a_confirmer=(
        "De 2018 au 27 décembre 2023 la loi ne nommait pas les commissaires aux comptes : à la lettre, un nouveau "
        "relevait des indépendants ; la pratique de la Cavec n'a pas été lue."
    ),
)
@de_l_activite(depuis="2023-12-28", references="CSS L. 640-1 (2023-12-28)", pour=Fondement.COMMISSAIRE_AUX_COMPTES)
def regime__commissaire_aux_comptes(annee):
    """Commissaire aux comptes : la section des experts-comptables (Cavec), où la loi le nomme depuis fin 2023."""
    return Regime.CNAVPL


@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 611-1 (2018-06-14)", "CSS L. 640-1 (2018-06-14)"),
    pour=Fondement.MONITEUR_DE_SKI,
)
def regime__moniteur_de_ski(annee):
    """Moniteur de ski membre d'un syndicat ou d'une association : indépendant quel que soit son public, à la Cipav."""
    return Regime.CNAVPL


@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 611-1 (2018-06-14)", "CSS L. 640-1 (2018-06-14)", "CASF L. 472-1"),
    pour=Fondement.MANDATAIRE_PROTECTION_MAJEURS,
)
def regime__mandataire(annee):
    """Mandataire judiciaire à la protection des majeurs, agréé : indépendant, à la Cipav."""
    return Regime.CNAVPL


@de_l_activite(depuis="2017-12-31", references="CSS L. 651-1 (2018-06-14)", pour=Fondement.AVOCAT)
def regime__avocat(annee):
    """Avocat : Caisse nationale des barreaux français (CNBF) pour la retraite et l'invalidité-décès.

    Il n'a pas d'indemnités journalières maladie du régime des indépendants.
    """
    return Regime.CNBF


@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 742-6 (2018-06-14)", "CSS D. 742-17 (2020-05-25)"),
    pour=Fondement.VOLONTAIRE_A_L_ETRANGER,
)
def regime__a_l_etranger(annee):
    """Ancien indépendant établi hors de France : vieillesse volontaire, par la Caisse des Français de l'étranger.

    La nationalité française n'est pas exigée ; il faut cinq années dans des régimes obligatoires français.
    """
    return Regime.CFE


@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 742-6 (2018-06-14)", "CSS D. 742-16 (2020-05-25)", "CSS D. 742-17 (2020-05-25)"),
    pour=(Fondement.VOLONTAIRE_APRES_CESSATION, Fondement.AIDE_FAMILIAL),
)
def regime__volontaire(regime_de_la_profession):
    """Assuré volontaire : le régime de la dernière activité, ou celui du chef d'entreprise pour un aide familial.

    Pour la retraite de base, la retraite complémentaire et l'invalidité-décès seulement : pas pour la santé.
    """
    return regime_de_la_profession


@de_l_activite(
    depuis="2017-12-31",
    references=("CSS L. 161-8 (2018-01-01)", "CSS R. 161-3 (2019-01-01)", "CSS L. 160-1 (2016-01-01)"),
    pour=Fondement.RADIE_MAINTENU,
)
def regime__maintenu(regime_de_la_profession):
    """Ancien indépendant radié : ses prestations en espèces sont maintenues douze mois.

    Indemnités journalières, maternité, invalidité et décès, s'il réside en France et ne remplit pas les conditions d'un
    autre régime. Ses soins restent pris en charge sans limite de durée. Sa retraite n'est plus alimentée.
    """
    return regime_de_la_profession
