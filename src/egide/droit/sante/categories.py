"""Où se place l'assuré : à quel titre il est couvert, et depuis combien d'années civiles."""

from egide.droit.commun.enumerations import Regime, Statut
from egide.droit.sante.enumerations import Carriere, CouvertureMaladie, OrigineDuRevenu
from egide.moteur.mecanismes import annee_du_jour
from egide.moteur.regle import regle


@regle(depuis="2018-01-01", unite="", references=("CSS L. 622-1 (2018-06-14)", "CSS L. 622-2 (2022-08-18)"))
def couverture_maladie(regime, statut):
    """Titre de l'assurance contre l'arrêt de travail.

    Artisan, commerçant ou libéral de la sécurité sociale des indépendants ; libéral affilié à une section de la
    CNAVPL ; leur conjoint collaborateur ; les avocats ont un régime à eux.
    """
    if regime == Regime.CNBF:
        return CouvertureMaladie.AVOCAT
    if regime == Regime.CNAVPL:
        if statut == Statut.CONJOINT_COLLABORATEUR:
            return CouvertureMaladie.CONJOINT_DE_LIBERAL
        return CouvertureMaladie.LIBERAL
    if regime == Regime.SSI:
        if statut == Statut.CONJOINT_COLLABORATEUR:
            return CouvertureMaladie.CONJOINT_D_INDEPENDANT
        return CouvertureMaladie.INDEPENDANT
    return CouvertureMaladie.AUTRE


@regle(depuis="2018-01-01", jusqu_au="2020-05-24", unite="", references="CSS D. 613-31 (2019-05-30)")
@regle(depuis="2020-05-25", unite="", references="CSS D. 622-7, II (2021-06-14)")
def carriere(premiere_affiliation, annee, annees_du_revenu_moyen):
    """Années civiles d'affiliation.

    L'année du constat compte : qui s'est installé dans l'année en est à la première. Après la troisième, la carrière
    est établie, et le revenu moyen est celui des trois années civiles d'avant le constat.
    """
    if annee_du_jour(premiere_affiliation) >= annee:
        return Carriere.PREMIERE_ANNEE
    if annee_du_jour(premiere_affiliation) == annee - 1:
        return Carriere.DEUXIEME_ANNEE
    if annee_du_jour(premiere_affiliation) > annee - annees_du_revenu_moyen:
        return Carriere.TROISIEME_ANNEE
    return Carriere.ETABLIE


@regle(depuis="2015-01-01", unite="", references="CSS L. 613-7 (2023-12-28)")
def origine_du_revenu(statut):
    """D'où vient le revenu : des comptes, ou du chiffre d'affaires pour un micro-entrepreneur."""
    if statut == Statut.MICRO_ENTREPRENEUR:
        return OrigineDuRevenu.RECETTES
    return OrigineDuRevenu.COMPTES
