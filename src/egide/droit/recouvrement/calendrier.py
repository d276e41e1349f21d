"""Le calendrier des appels : première échéance, prise d'effet d'une déclaration, d'une demande, cessation."""

from egide.moteur.mecanismes import annee_du_jour, jour_du_calendrier, mois_du_jour
from egide.moteur.regle import regle

QUINZE_JOURS = (
    "Depuis le 31 mai 2021, le texte dit seulement que l'échéancier part dans les quinze jours de la déclaration : le "
    "délai de quinze jours d'avant cette date est gardé pour la prise d'effet."
)


@regle(depuis="2018-01-01", unite="date", references="CSS R. 613-4 (2019-07-08)", periode="jour")
def premiere_exigibilite(debut_de_l_activite, delai_premiere_exigibilite):
    """Premier jour où des cotisations peuvent être exigées : quatre-vingt-dix jours après le début d'activité."""
    return debut_de_l_activite + delai_premiere_exigibilite


@regle(
    depuis="2018-01-01",
    jusqu_au="2021-05-30",
    unite="date",
    references="CSS R. 131-5",
    periode="jour",
)
@regle(
    depuis="2021-05-31",
    unite="date",
    references="CSS R. 613-5 (2021-05-31)",
    periode="jour",
    a_confirmer=QUINZE_JOURS,
)
def effet_de_la_declaration(declaration_le, delai_effet_declaration):
    """Premier jour d'une échéance qui tient compte de la déclaration : quinze jours après elle."""
    return declaration_le + delai_effet_declaration


@regle(depuis="2018-01-01", unite="date", references="CSS R. 613-1-4 (2021-05-31)", periode="jour")
def effet_de_la_modulation(demande_de_paiement_le, delai_effet_modulation):
    """Premier jour d'une échéance calculée sur le revenu estimé : quinze jours après la demande."""
    return demande_de_paiement_le + delai_effet_modulation


@regle(depuis="2018-01-01", unite="date", references="CSS R. 613-3 (2021-05-31)", periode="jour")
def effet_de_l_option_trimestrielle(demande_de_paiement_le, delai_option_trimestrielle):
    """Premier jour d'une échéance trimestrielle après l'option en cours d'année : trente jours après la demande."""
    return demande_de_paiement_le + delai_option_trimestrielle


@regle(
    depuis="2018-01-01",
    unite="date",
    references=("CSS R. 613-2 (2021-05-31)", "CSS R. 613-3 (2021-05-31)"),
    periode="jour",
)
def effet_du_changement(demande_de_paiement_le, mois_effet_changement):
    """Mois où vaut au plus tard un nouveau jour de paiement, ou le retour au mois : le deuxième après la demande."""
    return jour_du_calendrier(
        annee_du_jour(demande_de_paiement_le), mois_du_jour(demande_de_paiement_le) + mois_effet_changement, 1
    )


@regle(
    depuis="2018-01-01",
    jusqu_au="2021-05-30",
    unite="date",
    references="CSS R. 131-6",
    periode="jour",
)
@regle(
    depuis="2021-05-31",
    unite="date",
    references="CSS R. 613-1-5 (2021-05-31)",
    periode="jour",
)
def date_limite_cessation(fin_de_l_activite, delai_declaration_cessation):
    """Dernier jour pour déclarer le revenu après la cessation : quatre-vingt-dix jours après la radiation."""
    return fin_de_l_activite + delai_declaration_cessation


@regle(
    depuis="2018-01-01",
    jusqu_au="2021-05-30",
    unite="date",
    references="CSS R. 131-6",
    periode="jour",
)
@regle(
    depuis="2021-05-31",
    unite="date",
    references="CSS R. 613-1-5 (2021-05-31)",
    periode="jour",
)
def paiement_apres_cessation(appel_le, delai_paiement_cessation):
    """Dernier jour pour payer le solde d'une activité cessée : trente jours après l'envoi de l'appel."""
    return appel_le + delai_paiement_cessation


@regle(depuis="2016-01-01", unite="date", references="CSS L. 613-2")
def date_limite_declaration(
    zone_de_declaration,
    date_limite_declaration_zone_1,
    date_limite_declaration_zone_2,
    date_limite_declaration_zone_3,
):
    """Dernier jour pour déclarer en ligne le revenu de l'année, selon le département de la résidence."""
    if zone_de_declaration <= 1:
        return date_limite_declaration_zone_1
    if zone_de_declaration - 1 <= 1:
        return date_limite_declaration_zone_2
    return date_limite_declaration_zone_3
