"""Conjoint collaborateur : ses cotisations, que paie le chef d'entreprise."""

from egide.droit.commun.categories import Assiette, Caisse, Conjoint, Exoneration, NatureMontant, OptionRci
from egide.droit.commun.enumerations import OptionConjoint
from egide.droit.cotisations.commun import FORFAIT_DEFINITIF, SUR_REVENU
from egide.moteur.mecanismes import arrondi_euro, au_moins, au_plus
from egide.moteur.regle import regle

AVEC = (Conjoint.FORFAIT, Conjoint.SANS_PARTAGE, Conjoint.AVEC_PARTAGE, Caisse.SSI)
SUR_LE_REVENU = (Conjoint.SANS_PARTAGE, Conjoint.AVEC_PARTAGE, Caisse.SSI)
ACRE_DU_CONJOINT = (Exoneration.ACRE, *SUR_LE_REVENU)
SANS_ACRE = tuple(e for e in Exoneration if e is not Exoneration.ACRE)


def du_conjoint(**declaration):
    """Déclare une cotisation du conjoint ; pour celui qu'exonère l'Acre, la même avant exonération."""

    def declarer(fonction):
        regle(pour=(Conjoint.FORFAIT, Caisse.SSI), arrondi=arrondi_euro, **declaration)(fonction)
        regle(pour=(*SUR_LE_REVENU, *SANS_ACRE), arrondi=arrondi_euro, **declaration)(fonction)
        nom = f"{fonction.__name__}_avant_exoneration"
        regle(pour=ACRE_DU_CONJOINT, nom=nom, **declaration)(fonction)
        return fonction

    return declarer


@regle(
    depuis="2018-01-01",
    unite="",
    references=("CSS L. 662-1 (2018-06-14)", "CSS D. 633-19-2 (2014-01-01)"),
    pour=SUR_LE_REVENU,
)
def diviseur_du_conjoint(conjoint_collaborateur_option, diviseur_conjoint_tiers, diviseur_conjoint_moitie):
    """Ce par quoi le revenu se divise : trois pour le tiers, deux pour la moitié."""
    if conjoint_collaborateur_option == OptionConjoint.REVENU_SANS_PARTAGE_TIERS:
        return diviseur_conjoint_tiers
    if conjoint_collaborateur_option == OptionConjoint.REVENU_AVEC_PARTAGE_TIERS:
        return diviseur_conjoint_tiers
    return diviseur_conjoint_moitie


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS L. 662-1 (2018-06-14)", "CSS D. 633-19-2 (2014-01-01)"),
    pour=SUR_LE_REVENU,
)
def fraction_du_revenu(assiette_sociale, deduction_debit_tabac, diviseur_du_conjoint):
    """Fraction du revenu du chef d'entreprise attribuée au conjoint : le tiers ou la moitié.

    Du revenu sur lequel le chef d'entreprise cotise pour la retraite : sans les remises de débit de tabac.
    """
    return arrondi_euro(au_moins(assiette_sociale - deduction_debit_tabac, 0) / diviseur_du_conjoint)


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references="CSS L. 662-1 (2018-06-14)",
    pour=(Conjoint.AVEC_PARTAGE, Caisse.SSI),
    a_confirmer="avec partage du revenu, l'assiette des indemnités journalières du chef reste entière : celle du "
    "conjoint est fixe. La lettre de l'article L. 662-1 (« risques de L. 661-1 ») pourrait la réduire.",
)
def part_du_conjoint(fraction_du_revenu):
    """Part du revenu attribuée au conjoint et retirée de l'assiette vieillesse du chef d'entreprise."""
    return fraction_du_revenu


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS L. 662-1 (2018-06-14)", "CSS D. 633-19-2 (2014-01-01)"),
    pour=(Conjoint.FORFAIT, Caisse.SSI),
)
def conjoint_assiette__forfait(plafond_proratise, diviseur_conjoint_tiers):
    """Assiette des cotisations du conjoint collaborateur : le tiers du plafond."""
    return arrondi_euro(plafond_proratise / diviseur_conjoint_tiers)


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS L. 662-1 (2018-06-14)", "CSS D. 633-19-2 (2014-01-01)"),
    pour=SUR_LE_REVENU,
)
def conjoint_assiette__revenu(fraction_du_revenu):
    """Assiette des cotisations du conjoint collaborateur : la fraction du revenu qui lui est attribuée."""
    return fraction_du_revenu


@regle(depuis="2018-01-01", unite="€/an", references="CSS D. 635-7", pour=(Conjoint.FORFAIT, Caisse.SSI))
@regle(depuis="2018-01-01", unite="€/an", references="CSS D. 635-7", pour=(*SUR_LE_REVENU, *SUR_REVENU))
@regle(
    depuis="2018-01-01",
    unite="€/an",
    references="CSS D. 131-1",
    pour=(*SUR_LE_REVENU, Assiette.FORFAIT, NatureMontant.PROVISIONNELLES),
)
def conjoint_assiette_retraite_complementaire(conjoint_assiette):
    """Assiette de la retraite complémentaire du conjoint collaborateur."""
    return conjoint_assiette


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS L. 756-3 (2017-01-01)", "CSS L. 662-1 (2018-06-14)"),
    pour=(*SUR_LE_REVENU, *FORFAIT_DEFINITIF),
)
def conjoint_assiette_retraite_complementaire__outre_mer(revenu_d_activite, diviseur_du_conjoint):
    """Assiette de la retraite complémentaire du conjoint collaborateur.

    En outre-mer, la base forfaitaire des deux premières années ne vaut pas pour la retraite complémentaire : c'est la
    même fraction du revenu réel.
    """
    return arrondi_euro(revenu_d_activite / diviseur_du_conjoint)


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS L. 756-3 (2017-01-01)", "CSS L. 662-1 (2018-06-14)"),
    pour=(Conjoint.AVEC_PARTAGE, *FORFAIT_DEFINITIF, Caisse.SSI),
)
def part_du_conjoint_en_retraite_complementaire(conjoint_assiette_retraite_complementaire):
    """Part du revenu réel attribuée au conjoint et retirée de l'assiette complémentaire du chef d'entreprise."""
    return conjoint_assiette_retraite_complementaire


@regle(depuis="2018-01-01", unite="€/an", references="CSS D. 635-7", pour=(*AVEC, OptionRci.NORMALE))
def conjoint_cotisation_retraite_complementaire(
    conjoint_assiette_retraite_complementaire,
    limite_tranche_1_retraite_complementaire,
    plafond_retraite_complementaire,
    plafond_proratise,
    taux_retraite_complementaire_tranche_1,
    taux_retraite_complementaire_tranche_2,
):
    """Retraite complémentaire du conjoint collaborateur."""
    sous_plafond = au_plus(
        conjoint_assiette_retraite_complementaire, plafond_retraite_complementaire * plafond_proratise
    )
    tranche_1 = au_plus(conjoint_assiette_retraite_complementaire, limite_tranche_1_retraite_complementaire)
    tranche_2 = sous_plafond - tranche_1
    return arrondi_euro(
        tranche_1 * taux_retraite_complementaire_tranche_1 + tranche_2 * taux_retraite_complementaire_tranche_2
    )


def conjoint_option_taux_specifiques__chef():
    """L'option n'engage que la personne qui l'a choisie : taux ordinaires pour le conjoint."""
    return False


@regle(
    depuis="2019-01-01",
    unite="oui/non",
    references=("CSS L. 661-1 (2018-06-14)", "D. 2019-386"),
    pour=(*AVEC, OptionRci.SPECIFIQUE),
    a_confirmer="l'option pour les taux spécifiques de retraite complémentaire vaut aussi pour le conjoint "
    "collaborateur, affilié pour ce risque au même régime que le chef d'entreprise (L. 661-1), comme le font tous les "
    "simulateurs de l'Urssaf ; le texte du décret 2019-386 n'a pas été lu.",
    autrement=conjoint_option_taux_specifiques__chef,
)
def conjoint_option_taux_specifiques(option_taux_specifiques_rci):
    """Taux spécifiques de retraite complémentaire du conjoint collaborateur : ceux qu'a choisis le chef."""
    return option_taux_specifiques_rci


@regle(
    depuis="2019-01-01",
    unite="€/an",
    references=("D. 2019-386", "CSS D. 635-7"),
    pour=(*AVEC, OptionRci.SPECIFIQUE),
)
def conjoint_cotisation_retraite_complementaire__specifique(
    conjoint_assiette_retraite_complementaire,
    conjoint_option_taux_specifiques,
    limite_tranche_1_retraite_complementaire,
    plafond_retraite_complementaire,
    plafond_proratise,
    taux_retraite_complementaire_tranche_1,
    taux_retraite_complementaire_tranche_2,
    taux_specifique_rci_tranche_1,
    taux_specifique_rci_tranche_2,
):
    """Retraite complémentaire du conjoint collaborateur.

    Aux taux spécifiques choisis par le chef d'entreprise, de profession libérale non réglementée.
    """
    sous_plafond = au_plus(
        conjoint_assiette_retraite_complementaire, plafond_retraite_complementaire * plafond_proratise
    )
    if conjoint_option_taux_specifiques:
        tranche_1 = au_plus(conjoint_assiette_retraite_complementaire, plafond_proratise)
        tranche_2 = sous_plafond - tranche_1
        return arrondi_euro(tranche_1 * taux_specifique_rci_tranche_1 + tranche_2 * taux_specifique_rci_tranche_2)
    tranche_1 = au_plus(conjoint_assiette_retraite_complementaire, limite_tranche_1_retraite_complementaire)
    tranche_2 = sous_plafond - tranche_1
    return arrondi_euro(
        tranche_1 * taux_retraite_complementaire_tranche_1 + tranche_2 * taux_retraite_complementaire_tranche_2
    )


def conjoint_dispense_assiette_minimale__lettre():
    """La lettre de L. 613-11 : la dispense ne vaut que pour la personne qui en remplit elle-même les conditions."""
    return 0


@regle(
    depuis="2018-01-01",
    unite="oui/non",
    references="CSS L. 613-11 (2018-06-14)",
    pour=AVEC,
    a_confirmer="l'article L. 613-11 dispense des cotisations minimales les foyers au RSA ou à la prime d'activité et "
    "les activités saisonnières, sans nommer le conjoint collaborateur ; le simulateur de l'Urssaf l'en dispense comme "
    "le chef d'entreprise. Le simulateur est suivi.",
    autrement=conjoint_dispense_assiette_minimale__lettre,
)
def conjoint_dispense_assiette_minimale(dispense_assiette_minimale):
    """Dispense des assiettes minimales du conjoint collaborateur : celle du chef d'entreprise."""
    return dispense_assiette_minimale


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS D. 633-2", "CSS L. 613-11 (2018-06-14)"),
    pour=AVEC,
)
def conjoint_assiette_retraite_base(
    conjoint_assiette,
    assiette_minimale_retraite_base,
    conjoint_dispense_assiette_minimale,
    jours_affiliation,
    duree_minimale_affiliation_retraite_base,
):
    """Assiette de la retraite de base du conjoint collaborateur.

    Au moins la même assiette minimale que le chef d'entreprise, aux mêmes conditions : pas de dispense, et une durée
    d'affiliation suffisante dans l'année.
    """
    if conjoint_dispense_assiette_minimale or jours_affiliation < duree_minimale_affiliation_retraite_base:
        return conjoint_assiette
    return au_moins(conjoint_assiette, assiette_minimale_retraite_base)


@du_conjoint(depuis="2018-01-01", unite="€/an", references="CSS D. 633-3")
def conjoint_cotisation_retraite_base(
    conjoint_assiette_retraite_base, plafond_proratise, taux_retraite_base_plafonne, taux_retraite_base_deplafonne
):
    """Retraite de base du conjoint collaborateur, aux mêmes taux que le chef d'entreprise."""
    sous_plafond = au_plus(conjoint_assiette_retraite_base, plafond_proratise)
    return sous_plafond * taux_retraite_base_plafonne + conjoint_assiette_retraite_base * taux_retraite_base_deplafonne


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS D. 632-1", "CSS L. 613-11 (2018-06-14)"),
    pour=AVEC,
)
def conjoint_assiette_invalidite_deces(
    conjoint_assiette, plafond_proratise, assiette_minimale_invalidite_deces, conjoint_dispense_assiette_minimale
):
    """Assiette de l'invalidité-décès du conjoint collaborateur.

    Sous le plafond ; au moins la même assiette minimale que le chef d'entreprise, sauf dispense.
    """
    plafonnee = au_plus(conjoint_assiette, plafond_proratise)
    if conjoint_dispense_assiette_minimale:
        return plafonnee
    return au_moins(plafonnee, arrondi_euro(assiette_minimale_invalidite_deces * plafond_proratise))


@du_conjoint(depuis="2018-01-01", unite="€/an", references="CSS D. 632-2")
def conjoint_cotisation_invalidite_deces(conjoint_assiette_invalidite_deces, taux_invalidite_deces):
    """Invalidité-décès du conjoint collaborateur, au même taux que le chef d'entreprise."""
    return conjoint_assiette_invalidite_deces * taux_invalidite_deces


@regle(depuis="2018-01-01", unite="€/an", references=("CSS D. 621-1", "CSS L. 662-1 (2018-06-14)"), pour=AVEC)
def conjoint_assiette_indemnites_journalieres(pass_, assiette_minimale_indemnites_journalieres):
    """Assiette des indemnités journalières du conjoint collaborateur : fixe, l'assiette minimale."""
    return arrondi_euro(assiette_minimale_indemnites_journalieres * pass_)


@du_conjoint(depuis="2018-01-01", jusqu_au="2021-12-31", unite="€/an", references="CSS D. 621-6 (2019-07-08)")
@du_conjoint(depuis="2022-01-01", unite="€/an", references=("CSS L. 662-1 (2022-08-18)", "CSS D. 621-2 (2022-12-10)"))
def conjoint_cotisation_indemnites_journalieres(
    conjoint_assiette_indemnites_journalieres, taux_indemnites_journalieres_conjoint
):
    """Indemnités journalières du conjoint collaborateur.

    Sur une assiette fixe, quel que soit le revenu.
    """
    return conjoint_assiette_indemnites_journalieres * taux_indemnites_journalieres_conjoint


def conjoint_part_acre__simulateur():
    """Le simulateur : pas d'Acre pour le conjoint sans partage du revenu."""
    return 0


@regle(
    depuis="2018-01-01",
    unite="fraction",
    references="CSS L. 131-6-4, II (2019-01-01)",
    pour=(Exoneration.ACRE, Conjoint.AVEC_PARTAGE, Caisse.SSI),
)
@regle(
    depuis="2018-01-01",
    unite="fraction",
    references="CSS L. 131-6-4, II (2019-01-01)",
    pour=(Exoneration.ACRE, Conjoint.SANS_PARTAGE, Caisse.SSI),
    a_confirmer="la loi donne l'Acre au conjoint sans exclure d'option ; le simulateur de l'Urssaf ne la donne qu'avec "
    "partage du revenu. La loi est suivie.",
    autrement=conjoint_part_acre__simulateur,
)
def conjoint_part_acre(conjoint_assiette, plafond_proratise, seuil_acre, part_acre):
    """Part exonérée par l'Acre des cotisations du conjoint, selon la fraction du revenu qui lui est attribuée."""
    if conjoint_assiette <= seuil_acre * plafond_proratise:
        return part_acre
    reste = au_moins(plafond_proratise - conjoint_assiette, 0)
    return part_acre * seuil_acre * reste / ((1 - seuil_acre) * conjoint_assiette)


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 131-6-4, II (2019-01-01)", pour=ACRE_DU_CONJOINT)
def conjoint_cotisation_retraite_base__acre(conjoint_cotisation_retraite_base_avant_exoneration, conjoint_part_acre):
    """Retraite de base du conjoint collaborateur, après exonération."""
    return arrondi_euro(conjoint_cotisation_retraite_base_avant_exoneration * (1 - conjoint_part_acre))


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 131-6-4, II (2019-01-01)", pour=ACRE_DU_CONJOINT)
def conjoint_cotisation_invalidite_deces__acre(
    conjoint_cotisation_invalidite_deces_avant_exoneration, conjoint_part_acre
):
    """Invalidité-décès du conjoint collaborateur, après exonération."""
    return arrondi_euro(conjoint_cotisation_invalidite_deces_avant_exoneration * (1 - conjoint_part_acre))


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 131-6-4, II (2019-01-01)", pour=ACRE_DU_CONJOINT)
def conjoint_cotisation_indemnites_journalieres__acre(
    conjoint_cotisation_indemnites_journalieres_avant_exoneration, conjoint_part_acre
):
    """Indemnités journalières du conjoint collaborateur, après exonération."""
    return arrondi_euro(conjoint_cotisation_indemnites_journalieres_avant_exoneration * (1 - conjoint_part_acre))


@regle(depuis="2018-01-01", unite="€/an", pour=AVEC)
def conjoint_total_cotisations(
    conjoint_cotisation_retraite_base,
    conjoint_cotisation_retraite_complementaire,
    conjoint_cotisation_invalidite_deces,
    conjoint_cotisation_indemnites_journalieres,
):
    """Cotisations du conjoint collaborateur, payées par le chef d'entreprise."""
    return (
        conjoint_cotisation_retraite_base
        + conjoint_cotisation_retraite_complementaire
        + conjoint_cotisation_invalidite_deces
        + conjoint_cotisation_indemnites_journalieres
    )
