"""L'allocation forfaitaire et l'indemnité journalière."""

from egide.droit.commun.enumerations import TypeEvenement
from egide.droit.maternite.enumerations import Beneficiaire
from egide.moteur.mecanismes import arrondi_centime, au_plus, jour_apres_mois
from egide.moteur.regle import regle


@regle(depuis="2018-01-01", unite="€/mois", references="CSS D. 623-1 (2020-05-25)")
def plafond_mensuel(pass_, mois_par_an):
    """Valeur mensuelle du plafond de la sécurité sociale."""
    return pass_ / mois_par_an


@regle(
    depuis="2018-01-01",
    jusqu_au="2020-05-24",
    unite="fraction",
    references=("CSS D. 613-29 (2019-05-30)", "CSS D. 613-32 (2019-05-30)"),
    pour=Beneficiaire.ASSURE,
)
@regle(
    depuis="2020-05-25",
    unite="fraction",
    references=("CSS D. 623-3 (2022-01-01)", "CSS D. 622-9 (2020-05-25)"),
    pour=Beneficiaire.ASSURE,
)
def part_versee(revenu_suffisant, part_sous_le_seuil_de_revenu):
    """Part de l'allocation et de l'indemnité qui est versée.

    Un dixième quand le revenu moyen est inférieur au seuil, sauf pour qui reçoit le RSA ou la prime d'activité ; tout
    sinon.
    """
    return 1 if revenu_suffisant else part_sous_le_seuil_de_revenu


@regle(
    depuis="2018-01-01",
    jusqu_au="2020-05-24",
    unite="€",
    references=("CSS D. 613-4-1 (2019-05-30)", "CSS D. 613-29 (2019-05-30)"),
    pour=(Beneficiaire.ASSURE, TypeEvenement.MATERNITE),
    arrondi=arrondi_centime,
)
@regle(
    depuis="2020-05-25",
    unite="€",
    references=("CSS D. 623-1 (2020-05-25)", "CSS D. 623-3 (2022-01-01)"),
    pour=(Beneficiaire.ASSURE, TypeEvenement.MATERNITE),
    arrondi=arrondi_centime,
)
def allocation_repos_maternel(plafond_mensuel, part_versee):
    """Allocation forfaitaire de repos maternel.

    Le plafond mensuel à la date prévue du premier versement ; la moitié au début de l'arrêt, la moitié à la fin de la
    durée minimale d'arrêt.
    """
    return plafond_mensuel * part_versee


@regle(
    depuis="2018-01-01",
    unite="€",
    references=("CSS L. 623-1, III (2025-12-24)", "CSS D. 623-1 (2020-05-25)"),
    pour=(Beneficiaire.ASSURE, TypeEvenement.ADOPTION),
    arrondi=arrondi_centime,
)
def allocation_adoption(plafond_mensuel, part_versee, part_de_l_allocation_adoption):
    """Allocation forfaitaire de repos en cas d'adoption.

    La moitié de celle de la maternité, versée à l'arrivée de l'enfant, si l'autre parent ne l'a pas reçue.
    """
    return plafond_mensuel * part_de_l_allocation_adoption * part_versee


@regle(
    depuis="2018-01-01",
    jusqu_au="2020-05-24",
    unite="€/jour",
    references=("CSS D. 613-4-2 (2019-05-30)", "CSS D. 613-29 (2019-05-30)"),
    pour=Beneficiaire.ASSURE,
)
@regle(
    depuis="2020-05-25",
    unite="€/jour",
    references=("CSS D. 623-2 (2021-07-01)", "CSS D. 623-3 (2022-01-01)"),
    pour=Beneficiaire.ASSURE,
)
def indemnite_forfaitaire(pass_, diviseur_de_l_indemnite, part_versee):
    """Indemnité journalière forfaitaire.

    1/730 du plafond annuel à la date prévue du premier versement, au centime ; le dixième sous le seuil de revenu.
    """
    entiere = arrondi_centime(pass_ / diviseur_de_l_indemnite)
    return entiere * part_versee


@regle(
    depuis="2018-01-01",
    unite="€/jour",
    references=("CSS L. 623-1, II (2025-12-24)", "CSS D. 663-3 (2019-05-30)"),
    pour=(Beneficiaire.CONJOINT, TypeEvenement.PATERNITE),
    a_confirmer="Aucun texte ne dit de quel revenu dépend l'indemnité de paternité d'un conjoint collaborateur : elle "
    "est comptée entière.",
    arrondi=arrondi_centime,
)
def indemnite_forfaitaire__conjoint(pass_, diviseur_de_l_indemnite):
    """Indemnité journalière forfaitaire du conjoint collaborateur, pour la paternité et l'accueil de l'enfant."""
    return pass_ / diviseur_de_l_indemnite


@regle(depuis="2018-01-01", unite="€/mois", references="c. trav. L. 3231-2", arrondi=arrondi_centime)
def smic_mensuel(smic_horaire, heures_par_semaine, semaines_par_an, mois_par_an):
    """SMIC mensuel brut pour la durée légale du travail."""
    return smic_horaire * heures_par_semaine * semaines_par_an / mois_par_an


@regle(
    depuis="2018-01-01",
    jusqu_au="2020-05-24",
    unite="€",
    references=("CSS L. 663-1 (2019-01-01)", "CSS D. 613-4-1 (2019-05-30)"),
    pour=(Beneficiaire.CONJOINT, TypeEvenement.MATERNITE),
    arrondi=arrondi_centime,
)
def allocation_repos_maternel__conjoint_2018(plafond_mensuel):
    """Allocation forfaitaire de repos maternel de la conjointe collaboratrice : le plafond mensuel."""
    return plafond_mensuel


@regle(
    depuis="2020-05-25",
    jusqu_au="2021-12-31",
    unite="€",
    references=("CSS L. 663-1 (2019-01-01)", "CSS D. 663-5 (2020-05-25)"),
    pour=(Beneficiaire.CONJOINT, TypeEvenement.MATERNITE),
    arrondi=arrondi_centime,
)
def allocation_repos_maternel__conjoint_2020(smic_mensuel, smic_de_l_allocation_du_conjoint):
    """Allocation forfaitaire de repos maternel de la conjointe collaboratrice : deux fois le SMIC mensuel."""
    return smic_mensuel * smic_de_l_allocation_du_conjoint


@regle(
    depuis="2022-01-01",
    unite="€",
    references=("CSS L. 663-1 (2022-01-01)", "CSS D. 663-5 (2022-01-01)"),
    pour=(Beneficiaire.CONJOINT, TypeEvenement.MATERNITE),
    arrondi=arrondi_centime,
)
def allocation_repos_maternel__conjoint_2022(plafond_mensuel, revenu_du_chef_suffisant, part_sous_le_seuil_de_revenu):
    """Allocation forfaitaire de repos maternel de la conjointe collaboratrice.

    Le plafond mensuel ; le dixième quand le revenu moyen du chef d'entreprise est inférieur au seuil.
    """
    return plafond_mensuel if revenu_du_chef_suffisant else plafond_mensuel * part_sous_le_seuil_de_revenu


@regle(
    depuis="2018-01-01",
    unite="€/jour",
    references="CSS D. 663-2 (2019-05-30)",
    pour=Beneficiaire.CONJOINT,
    arrondi=arrondi_centime,
)
def plafond_indemnite_remplacement(smic_mensuel, smic_du_plafond_de_remplacement, jours_du_plafond_de_remplacement):
    """Plafond de l'indemnité de remplacement, par jour : un cinquante-sixième de deux SMIC mensuels."""
    return smic_mensuel * smic_du_plafond_de_remplacement / jours_du_plafond_de_remplacement


@regle(
    depuis="2018-01-01",
    jusqu_au="2019-05-29",
    unite="€",
    references=("CSS L. 663-1 (2018-06-14)", "CSS D. 663-2 (2019-05-30)"),
    pour=Beneficiaire.CONJOINT,
    a_confirmer="Avant le 30 mai 2019, le remplacement se comptait sur 28 jours, 56 sur demande, avec d'autres durées "
    "pour une grossesse pathologique, une naissance multiple ou une adoption : seule la limite de 56 jours "
    "est appliquée.",
    arrondi=arrondi_centime,
)
def indemnite_remplacement__2018(
    cout_de_remplacement_par_jour,
    jours_de_remplacement,
    plafond_indemnite_remplacement,
    jours_de_remplacement_de_2018_au_plus,
):
    """Indemnité de remplacement du conjoint collaborateur : le coût réel, dans la limite d'un plafond par jour."""
    jours = au_plus(jours_de_remplacement, jours_de_remplacement_de_2018_au_plus)
    return au_plus(cout_de_remplacement_par_jour, plafond_indemnite_remplacement) * jours


@regle(
    depuis="2019-05-30",
    unite="€",
    references=("CSS L. 663-1", "CSS D. 663-1", "CSS D. 663-2 (2019-05-30)"),
    pour=Beneficiaire.CONJOINT,
    arrondi=arrondi_centime,
)
def indemnite_remplacement__2019(
    cout_de_remplacement_par_jour, jours_de_remplacement, plafond_indemnite_remplacement, duree_maximale_du_conge
):
    """Indemnité de remplacement du conjoint collaborateur.

    Le coût réel du salarié ou de l'intérimaire qui le remplace, dans la limite d'un plafond par jour, pour les jours du
    congé au plus.
    """
    jours = au_plus(jours_de_remplacement, duree_maximale_du_conge)
    return au_plus(cout_de_remplacement_par_jour, plafond_indemnite_remplacement) * jours


DECRET_NON_LU = (
    "Le décret des indemnités supplémentaires de naissance n'a pas été lu : les montants (70 % puis 60 % de "
    "l'indemnité forfaitaire) et l'ouverture au 1er juillet 2026 sont ceux des annonces de décembre 2025 et de janvier "
    "2026."
)


@regle(depuis="2026-01-01", unite="oui/non", references=("CSS L. 623-2 (2025-12-31)", "L. 2025-1403 art. 99"))
def indemnites_supplementaires_possibles(accouchement, accouchement_prevu, premiere_naissance_du_conge_supplementaire):
    """Enfant né, adopté, ou attendu depuis le 1er janvier 2026 : un ou deux mois supplémentaires peuvent être pris."""
    if accouchement >= premiere_naissance_du_conge_supplementaire:
        return True
    return accouchement_prevu >= premiere_naissance_du_conge_supplementaire


@regle(depuis="2026-01-01", unite="date", references="CSS L. 623-2 (2025-12-31)", a_confirmer=DECRET_NON_LU)
def fin_des_indemnites_supplementaires(accouchement, mois_pour_le_conge_supplementaire):
    """Dernier jour pour prendre les mois supplémentaires de naissance."""
    return jour_apres_mois(accouchement, mois_pour_le_conge_supplementaire)


@regle(
    depuis="2026-07-01",
    unite="€/jour",
    references="CSS L. 623-2 (2025-12-31)",
    pour=Beneficiaire.ASSURE,
    a_confirmer=DECRET_NON_LU,
    arrondi=arrondi_centime,
)
def indemnite_supplementaire_premier_mois(indemnite_forfaitaire, part_du_premier_mois_supplementaire):
    """Indemnité supplémentaire de naissance, par jour du premier mois."""
    return indemnite_forfaitaire * part_du_premier_mois_supplementaire


@regle(
    depuis="2026-07-01",
    unite="€/jour",
    references="CSS L. 623-2 (2025-12-31)",
    pour=Beneficiaire.ASSURE,
    a_confirmer=DECRET_NON_LU,
    arrondi=arrondi_centime,
)
def indemnite_supplementaire_second_mois(indemnite_forfaitaire, part_du_second_mois_supplementaire):
    """Indemnité supplémentaire de naissance, par jour du second mois."""
    return indemnite_forfaitaire * part_du_second_mois_supplementaire
