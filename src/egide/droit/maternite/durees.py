"""Les durées de la maternité, de la paternité et de l'adoption, et la période où elles se prennent."""

from egide.droit.commun.enumerations import TypeEvenement
from egide.droit.maternite.enumerations import GenreDeNaissance
from egide.moteur.mecanismes import au_moins, au_plus, jour_apres_mois, partie_entiere
from egide.moteur.regle import regle

AUTRES_NAISSANCES = (GenreDeNaissance.TROISIEME_ENFANT, GenreDeNaissance.JUMEAUX, GenreDeNaissance.TRIPLES)


@regle(depuis="2018-01-01", unite="", references=("CSS L. 331-3 (2006-03-24)", "CSS L. 331-4 (2006-12-22)"))
def genre_de_naissance(rang_enfant, enfants_nes, rang_du_troisieme_enfant, jumeaux):
    """Genre de naissance : simple, troisième enfant ou plus, jumeaux, triplés ou plus."""
    if enfants_nes > jumeaux:
        return GenreDeNaissance.TRIPLES
    if enfants_nes == jumeaux:
        return GenreDeNaissance.JUMEAUX
    if rang_enfant >= rang_du_troisieme_enfant:
        return GenreDeNaissance.TROISIEME_ENFANT
    return GenreDeNaissance.SIMPLE


@regle(
    depuis="2018-01-01",
    unite="semaines",
    references=("CSS L. 331-3 (2006-03-24)", "CSS L. 331-4 (2006-12-22)"),
    pour=GenreDeNaissance.SIMPLE,
)
def semaines_avant(semaines_avant_naissance_simple):
    """Semaines indemnisées avant la date prévue de l'accouchement."""
    return semaines_avant_naissance_simple


@regle(
    depuis="2018-01-01",
    unite="semaines",
    references=("CSS L. 331-3 (2006-03-24)", "CSS L. 331-4 (2006-12-22)"),
    pour=GenreDeNaissance.TROISIEME_ENFANT,
)
def semaines_avant__troisieme(semaines_avant_troisieme_enfant):
    """Semaines indemnisées avant la date prévue de l'accouchement d'un troisième enfant."""
    return semaines_avant_troisieme_enfant


@regle(
    depuis="2018-01-01",
    unite="semaines",
    references=("CSS L. 331-3 (2006-03-24)", "CSS L. 331-4 (2006-12-22)"),
    pour=GenreDeNaissance.JUMEAUX,
)
def semaines_avant__jumeaux(semaines_avant_jumeaux):
    """Semaines indemnisées avant la date prévue de l'accouchement de jumeaux."""
    return semaines_avant_jumeaux


@regle(
    depuis="2018-01-01",
    unite="semaines",
    references=("CSS L. 331-3 (2006-03-24)", "CSS L. 331-4 (2006-12-22)"),
    pour=GenreDeNaissance.TRIPLES,
)
def semaines_avant__triples(semaines_avant_triples):
    """Semaines indemnisées avant la date prévue de l'accouchement de triplés ou plus."""
    return semaines_avant_triples


@regle(
    depuis="2018-01-01",
    unite="semaines",
    references=("CSS L. 331-3 (2006-03-24)", "CSS L. 331-4 (2006-12-22)"),
    pour=GenreDeNaissance.SIMPLE,
)
def semaines_apres(semaines_apres_naissance_simple):
    """Semaines indemnisées après l'accouchement."""
    return semaines_apres_naissance_simple


@regle(
    depuis="2018-01-01",
    unite="semaines",
    references=("CSS L. 331-3 (2006-03-24)", "CSS L. 331-4 (2006-12-22)"),
    pour=GenreDeNaissance.TROISIEME_ENFANT,
)
def semaines_apres__troisieme(semaines_apres_troisieme_enfant):
    """Semaines indemnisées après l'accouchement d'un troisième enfant."""
    return semaines_apres_troisieme_enfant


@regle(
    depuis="2018-01-01",
    unite="semaines",
    references=("CSS L. 331-3 (2006-03-24)", "CSS L. 331-4 (2006-12-22)"),
    pour=(GenreDeNaissance.JUMEAUX, GenreDeNaissance.TRIPLES),
)
def semaines_apres__multiple(semaines_apres_naissances_multiples):
    """Semaines indemnisées après l'accouchement de plusieurs enfants."""
    return semaines_apres_naissances_multiples


@regle(
    depuis="2018-01-01",
    jusqu_au="2018-12-31",
    unite="jours",
    references="CSS D. 613-4-2 (2015-02-04)",
    pour=(TypeEvenement.MATERNITE, GenreDeNaissance.SIMPLE),
)
def duree_maximale_du_conge__2018(jours_de_l_arret_minimal, jours_des_prolongations_de_2018):
    """Jours d'indemnité au plus : en 2018, quarante-quatre, prolongés deux fois de quinze sur demande."""
    return jours_de_l_arret_minimal + jours_des_prolongations_de_2018


@regle(
    depuis="2018-01-01",
    jusqu_au="2018-12-31",
    unite="jours",
    references="CSS D. 613-4-2 (2015-02-04)",
    pour=(TypeEvenement.MATERNITE, *AUTRES_NAISSANCES),
    a_confirmer=(
        "La durée des naissances multiples ou d'un troisième enfant, pour un arrêt commencé en 2018, n'a pas été lue : "
        "celle d'une naissance simple est appliquée."
    ),
)
def duree_maximale_du_conge__2018_autres(jours_de_l_arret_minimal, jours_des_prolongations_de_2018):
    """Jours d'indemnité au plus : en 2018, quarante-quatre, prolongés deux fois de quinze sur demande."""
    return jours_de_l_arret_minimal + jours_des_prolongations_de_2018


@regle(
    depuis="2019-01-01",
    unite="jours",
    references=("CSS D. 623-2", "CSS L. 331-3 (2006-03-24)", "CSS L. 331-4 (2006-12-22)"),
    pour=TypeEvenement.MATERNITE,
)
def duree_maximale_du_conge__maternite(debut_de_la_periode, fin_de_la_periode):
    """Jours d'indemnité au plus : ceux de la période d'avant et d'après l'accouchement, comme pour les salariées."""
    return fin_de_la_periode - debut_de_la_periode + 1


@regle(
    depuis="2018-01-01",
    unite="jours",
    references="CSS L. 623-1, III (2025-12-24)",
    pour=(TypeEvenement.ADOPTION, GenreDeNaissance.SIMPLE),
)
@regle(
    depuis="2018-01-01",
    unite="jours",
    references="CSS L. 623-1, III (2025-12-24)",
    pour=(TypeEvenement.ADOPTION, *AUTRES_NAISSANCES),
    a_confirmer=(
        "Les trois quarts de la durée de la maternité ne font pas un nombre entier de jours, ou se comptent sur une "
        "durée d'adoption multiple que le texte ne précise pas : le nombre entier inférieur est retenu."
    ),
)
def duree_maximale_du_conge__adoption(semaines_avant, semaines_apres, jours_par_semaine, part_de_la_duree_adoption):
    """Jours d'indemnité au plus : les trois quarts de la durée de la maternité, après l'arrivée de l'enfant."""
    return partie_entiere((semaines_avant + semaines_apres) * jours_par_semaine * part_de_la_duree_adoption)


@regle(
    depuis="2018-01-01",
    jusqu_au="2021-06-30",
    unite="jours",
    references=("CSS L. 331-8", "CSS D. 613-4-2 (2019-06-26)"),
    pour=TypeEvenement.PATERNITE,
)
@regle(
    depuis="2021-07-01",
    unite="jours",
    references=("CSS L. 623-1, II (2025-12-24)", "CSS D. 623-2 (2021-07-01)"),
    pour=TypeEvenement.PATERNITE,
)
def duree_maximale_du_conge__paternite(enfants_nes, jours_de_paternite, jours_de_paternite_naissances_multiples):
    """Jours d'indemnité au plus pour la paternité et l'accueil de l'enfant.

    Onze jours (dix-huit pour plusieurs enfants), puis vingt-cinq (trente-deux) pour les enfants nés depuis le 1er
    juillet 2021 ou dont la naissance était prévue depuis ce jour.
    """
    return jours_de_paternite_naissances_multiples if enfants_nes > 1 else jours_de_paternite


@regle(
    depuis="2018-01-01",
    jusqu_au="2018-12-31",
    unite="jours",
    references="CSS D. 613-4-2 (2015-02-04)",
    pour=TypeEvenement.MATERNITE,
)
@regle(depuis="2019-01-01", unite="jours", references="CSS D. 623-2 (2021-07-01)", pour=TypeEvenement.MATERNITE)
def arret_minimal(jours_de_l_arret_minimal):
    """Durée minimale de l'arrêt, sans laquelle ni l'allocation ni l'indemnité ne sont dues."""
    return jours_de_l_arret_minimal


@regle(depuis="2021-07-01", unite="jours", references="CSS D. 623-2 (2021-07-01)", pour=TypeEvenement.PATERNITE)
def arret_minimal__paternite(jours_de_paternite_des_la_naissance):
    """Durée minimale de l'arrêt, prise immédiatement à compter de la naissance."""
    return jours_de_paternite_des_la_naissance


@regle(depuis="2018-01-01", unite="jours", references="CSS D. 623-2 (2021-07-01)", pour=TypeEvenement.MATERNITE)
def arret_minimal_apres(jours_de_l_arret_minimal_apres):
    """Part de l'arrêt minimal qui se prend après l'accouchement."""
    return jours_de_l_arret_minimal_apres


@regle(
    depuis="2018-01-01",
    jusqu_au="2018-12-31",
    unite="date",
    references="CSS D. 613-4-2 (2015-02-04)",
    pour=TypeEvenement.MATERNITE,
)
def debut_de_la_periode__2018(
    accouchement_prevu, accouchement, jours_de_l_arret_minimal, jours_de_l_arret_minimal_apres
):
    """Premier jour où l'indemnité peut être due : en 2018, quatorze jours avant la date prévue de l'accouchement."""
    return au_plus(accouchement_prevu - (jours_de_l_arret_minimal - jours_de_l_arret_minimal_apres), accouchement)


@regle(
    depuis="2018-01-01",
    jusqu_au="2018-12-31",
    unite="date",
    references="CSS D. 613-4-2 (2015-02-04)",
    pour=TypeEvenement.MATERNITE,
)
def fin_de_la_periode__2018(debut_de_la_periode, duree_maximale_du_conge):
    """Dernier jour où l'indemnité peut être due : en 2018, les deux prolongations de quinze jours comprises."""
    return debut_de_la_periode + duree_maximale_du_conge - 1


@regle(
    depuis="2019-01-01",
    unite="date",
    references=("CSS L. 331-3 (2006-03-24)", "CSS L. 331-4 (2006-12-22)"),
    pour=TypeEvenement.MATERNITE,
)
def debut_de_la_periode(accouchement_prevu, accouchement, semaines_avant, jours_par_semaine):
    """Premier jour où l'indemnité peut être due : celui du congé prénatal, ou la naissance si elle vient avant."""
    return au_plus(accouchement_prevu - semaines_avant * jours_par_semaine, accouchement)


@regle(depuis="2018-01-01", unite="date", references="CSS L. 623-1, III (2025-12-24)", pour=TypeEvenement.ADOPTION)
def debut_de_la_periode__adoption(arrivee_de_l_enfant):
    """Premier jour où l'indemnité peut être due : l'arrivée de l'enfant au foyer."""
    return arrivee_de_l_enfant


@regle(depuis="2018-01-01", unite="date", references="CSS L. 623-1, II (2025-12-24)", pour=TypeEvenement.PATERNITE)
def debut_de_la_periode__paternite(accouchement):
    """Premier jour où l'indemnité peut être due : la naissance."""
    return accouchement


@regle(
    depuis="2019-01-01",
    unite="date",
    references=("CSS L. 331-3 (2006-03-24)", "CSS L. 331-4 (2006-12-22)"),
    pour=TypeEvenement.MATERNITE,
)
def fin_de_la_periode(
    accouchement_prevu,
    accouchement,
    debut_de_la_periode,
    semaines_avant,
    semaines_apres,
    jours_par_semaine,
    enfant_hospitalise,
):
    """Dernier jour où l'indemnité peut être due.

    Les semaines d'après l'accouchement partent de la naissance si elle est tardive. Une naissance en avance ne réduit
    pas la durée totale ; si elle précède le congé prénatal et que l'enfant est hospitalisé, les jours d'avance
    s'ajoutent.
    """
    prevue = au_moins(accouchement_prevu, accouchement) + semaines_apres * jours_par_semaine - 1
    entiere = debut_de_la_periode + (semaines_avant + semaines_apres) * jours_par_semaine - 1
    if enfant_hospitalise or accouchement > accouchement_prevu:
        return prevue
    return au_plus(prevue, entiere)


@regle(depuis="2018-01-01", unite="date", references="CSS L. 623-1, II (2025-12-24)", pour=TypeEvenement.PATERNITE)
def fin_de_la_periode__paternite(accouchement, mois_pour_prendre_la_paternite, jours_d_hospitalisation_indemnises):
    """Dernier jour où le congé de paternité peut être pris : quatre mois, puis six depuis juillet 2021.

    Le délai part de la fin de l'hospitalisation de l'enfant, quand il est hospitalisé à la naissance.
    """
    return jour_apres_mois(accouchement + jours_d_hospitalisation_indemnises, mois_pour_prendre_la_paternite)


@regle(
    depuis="2018-01-01", jusqu_au="2019-06-30", unite="jours", references="CSS L. 623-1", pour=TypeEvenement.PATERNITE
)
def jours_d_hospitalisation_indemnises__avant(accouchement):
    """Jours d'hospitalisation du nouveau-né indemnisés en plus : aucun pour les naissances d'avant juillet 2019."""
    return 0


@regle(
    depuis="2019-07-01",
    unite="jours",
    references=("CSS L. 623-1, II (2025-12-24)", "CSS D. 331-6 (2021-07-01)"),
    pour=TypeEvenement.PATERNITE,
)
def jours_d_hospitalisation_indemnises__depuis(
    hospitalisation_nouveau_ne_jours, jours_d_hospitalisation_du_nouveau_ne_au_plus
):
    """Jours d'hospitalisation du nouveau-né indemnisés en plus, trente de suite au plus."""
    return au_plus(hospitalisation_nouveau_ne_jours, jours_d_hospitalisation_du_nouveau_ne_au_plus)


@regle(
    depuis="2018-01-01",
    jusqu_au="2020-05-24",
    unite="jours",
    references="CSS D. 613-4-3",
    pour=TypeEvenement.MATERNITE,
)
@regle(depuis="2020-05-25", unite="jours", references="CSS D. 623-4 (2020-05-25)", pour=TypeEvenement.MATERNITE)
def conge_pathologique(jours_de_conge_pathologique):
    """Jours de plus au plus, sur certificat, pour un état pathologique : deux fois quinze, quinze au plus après."""
    return jours_de_conge_pathologique


@regle(
    depuis="2018-01-01",
    jusqu_au="2020-05-24",
    unite="oui/non",
    references=("CSS D. 613-13-1 (2018-01-01)", "CSS L. 172-2 (2018-01-01)"),
)
@regle(depuis="2020-05-25", unite="oui/non", references=("CSS D. 623-8 (2023-08-20)", "CSS L. 172-2 (2018-01-01)"))
def affiliation_suffisante_pour_la_naissance(
    assure_sans_interruption_depuis, naissance_ou_adoption_attendue, mois_d_affiliation_pour_la_naissance
):
    """Affilié depuis assez longtemps.

    Dix mois, puis six pour les arrêts commencés depuis le 20 août 2023, à la date prévue de l'accouchement ou de
    l'adoption. Les périodes d'assurance dans un autre régime, sans interruption, comptent.
    """
    exigee = jour_apres_mois(assure_sans_interruption_depuis, mois_d_affiliation_pour_la_naissance)
    return exigee <= naissance_ou_adoption_attendue
