"""Ce qui supprime la participation de l'assuré, ou les retenues d'un euro ou deux."""

from egide.moteur.mecanismes import au_plus, jour_apres_mois, jour_du_calendrier
from egide.moteur.regle import regle


@regle(depuis="2018-01-01", unite="", references=("CSS L. 160-9 (2019-12-28)", "CSS D. 160-3 (2016-01-01)"))
def assurance_maternite(
    premier_jour_periode, accouchement_prevu, accouchement, mois_maternite_avant, jours_maternite_apres
):
    """Soins pris en charge par l'assurance maternité.

    Tous les soins, même sans rapport avec la grossesse, depuis quatre mois avant la date prévue de l'accouchement
    jusqu'à douze jours après l'accouchement. Quand l'enfant naît avant cette période, elle commence à la naissance.
    """
    debut = au_plus(jour_apres_mois(accouchement_prevu, -mois_maternite_avant), accouchement)
    return premier_jour_periode >= debut and premier_jour_periode <= accouchement + jours_maternite_apres


@regle(
    depuis="2018-01-01",
    unite="",
    references=("CSS L. 160-14", "CSS R. 160-10", "CSS R. 160-11 (2016-10-15)", "CSS L. 160-9 (2019-12-28)"),
)
def exonere_de_la_participation(premier_jour_periode, soins_en_ald, assurance_maternite, invalidite_depuis):
    """Soins pris en charge à 100 %.

    Pour les soins prévus par le protocole d'une affection de longue durée, les soins de la période de maternité, et
    tous les soins des titulaires d'une pension d'invalidité.
    """
    return soins_en_ald or assurance_maternite or invalidite_depuis <= premier_jour_periode


@regle(depuis="2018-01-01", unite="", references=("CSS R. 160-20 (2016-01-01)", "CSS D. 160-12 (2016-01-01)"))
def mineur_au_1er_janvier(annee, premier_jour_periode, naissance_connue, age_majorite_mois):
    """Mineur au 1er janvier de l'année.

    Qui n'a pas atteint dix-huit ans au 1er janvier de l'année civile ne supporte ni participation forfaitaire, ni
    franchise.
    """
    if naissance_connue > premier_jour_periode:
        return False
    return jour_apres_mois(naissance_connue, age_majorite_mois) > jour_du_calendrier(annee, 1, 1)


@regle(
    depuis="2018-01-01",
    unite="",
    references=(
        "CSS L. 160-15 (2019-11-01)",
        "CSS L. 160-9 (2019-12-28)",
        "CSS R. 160-20 (2016-01-01)",
        "CSS D. 160-12 (2016-01-01)",
    ),
)
def dispense_des_retenues(complementaire_solidaire, mineur_au_1er_janvier, assurance_maternite):
    """Ni participation forfaitaire, ni franchise.

    Pour les bénéficiaires de la complémentaire santé solidaire (de la CMU-C avant le 1er novembre 2019), les mineurs,
    et pendant la période de maternité. Une affection de longue durée n'en dispense pas.
    """
    return complementaire_solidaire or mineur_au_1er_janvier or assurance_maternite
