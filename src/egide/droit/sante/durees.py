"""Les jours : délai de carence, nombre d'indemnités, temps partiel thérapeutique."""

from egide.droit.sante.enumerations import CouvertureMaladie, ExceptionCarence
from egide.droit.sante.ouverture import DE_LA_SECURITE_SOCIALE, DES_INDEPENDANTS, LIBERALES
from egide.moteur.mecanismes import jour_apres_mois
from egide.moteur.regle import regle


@regle(
    depuis="2018-01-01",
    jusqu_au="2020-05-24",
    unite="oui/non",
    references="CSS D. 613-19 (2019-05-30)",
    pour=DE_LA_SECURITE_SOCIALE,
)
@regle(
    depuis="2020-05-25",
    unite="oui/non",
    references=(
        "CSS R. 323-1 (2016-01-01)",
        "CSS D. 622-5 (2021-06-14)",
        "CSS D. 622-12 (2021-06-14)",
        "CSS L. 323-1-1 (2020-07-01)",
        "CSS L. 323-1-2 (2023-07-09)",
        "CSS L. 323-3 (2019-12-28)",
    ),
    pour=DE_LA_SECURITE_SOCIALE,
)
def sans_carence(exception_carence, temps_partiel_therapeutique, arret_derogatoire):
    """Indemnisé dès le premier jour.

    Rechute de la même affection de longue durée dans les trois ans, nouvel arrêt dû au même accident, prolongation,
    temps partiel thérapeutique, premier arrêt dans les treize semaines du décès d'un enfant, interruption ou
    complication de grossesse, arrêt dérogatoire de la crise sanitaire.
    """
    if exception_carence != ExceptionCarence.AUCUNE:
        return True
    return temps_partiel_therapeutique or arret_derogatoire


@regle(
    depuis="2018-01-01",
    jusqu_au="2020-03-23",
    unite="oui/non",
    references="CSS D. 613-19 (2019-05-30)",
    pour=DES_INDEPENDANTS,
)
def arret_court(duree_arret, hospitalisation, duree_de_l_arret_court):
    """Arrêt court : sept jours au plus, sans hospitalisation."""
    return duree_arret <= duree_de_l_arret_court and not hospitalisation


@regle(
    depuis="2018-01-01",
    jusqu_au="2020-03-23",
    unite="jours",
    references="CSS D. 613-19 (2019-05-30)",
    pour=DES_INDEPENDANTS,
)
def delai_carence__2018(sans_carence, arret_court, carence, carence_de_l_arret_court):
    """Délai de carence.

    Trois jours pour un arrêt de plus de sept jours ou une hospitalisation, sept pour un arrêt plus court : il n'est
    alors pas indemnisé. Chaque jour compte, ouvrable ou non.
    """
    if sans_carence:
        return 0
    if arret_court:
        return carence_de_l_arret_court
    return carence


@regle(
    depuis="2020-03-24",
    jusqu_au="2020-07-10",
    unite="jours",
    references="L. 2020-290 art. 8",
    pour=DES_INDEPENDANTS,
)
def delai_carence__urgence(arret_derogatoire):
    """Délai de carence : aucun pour les arrêts de l'état d'urgence sanitaire."""
    return 0


@regle(
    depuis="2020-07-11",
    unite="jours",
    references=("CSS D. 622-11 (2021-06-14)", "CSS R. 323-1 (2016-01-01)"),
    pour=DES_INDEPENDANTS,
)
@regle(depuis="2021-07-01", unite="jours", references="CSS D. 622-12 (2021-06-14)", pour=CouvertureMaladie.LIBERAL)
@regle(
    depuis="2022-01-01",
    unite="jours",
    references="CSS D. 622-12 (2021-06-14)",
    pour=CouvertureMaladie.CONJOINT_DE_LIBERAL,
)
def delai_carence__2020(sans_carence, carence):
    """Délai de carence.

    Trois jours : l'indemnité part du quatrième jour de l'incapacité. Chaque jour compte, ouvrable ou non.
    """
    if sans_carence:
        return 0
    return carence


@regle(
    depuis="2018-01-01",
    jusqu_au="2020-05-24",
    unite="jours",
    references="CSS D. 613-20 (2007-07-01)",
    pour=DE_LA_SECURITE_SOCIALE,
)
@regle(
    depuis="2020-05-25",
    unite="jours",
    references="CSS R. 323-1 (2016-01-01)",
    pour=DE_LA_SECURITE_SOCIALE,
)
def indemnites_maximales(indemnites_sur_trois_ans):
    """Nombre d'indemnités au plus dans toute période de trois ans, hors affection de longue durée."""
    return indemnites_sur_trois_ans


@regle(
    depuis="2018-01-01",
    jusqu_au="2020-05-24",
    unite="mois",
    references="CSS D. 613-20 (2007-07-01)",
    pour=DE_LA_SECURITE_SOCIALE,
)
@regle(
    depuis="2020-05-25",
    unite="mois",
    references="CSS R. 323-1 (2016-01-01)",
    pour=DE_LA_SECURITE_SOCIALE,
)
def mois_de_la_periode(mois_de_la_periode_d_indemnisation):
    """Période sur laquelle les indemnités se comptent ; et durée maximale en affection de longue durée."""
    return mois_de_la_periode_d_indemnisation


@regle(
    depuis="2018-01-01",
    jusqu_au="2020-05-24",
    unite="mois",
    references="CSS D. 613-20 (2007-07-01)",
    pour=DE_LA_SECURITE_SOCIALE,
)
@regle(
    depuis="2020-05-25",
    unite="mois",
    references="CSS R. 323-1 (2016-01-01)",
    pour=DE_LA_SECURITE_SOCIALE,
)
def mois_de_reprise(mois_de_reprise_pour_une_nouvelle_periode):
    """Reprise du travail après laquelle une affection de longue durée ouvre une nouvelle période."""
    return mois_de_reprise_pour_une_nouvelle_periode


@regle(
    depuis="2021-07-01",
    unite="jours",
    references=("CSS D. 622-12 (2021-06-14)", "CSS L. 622-2 (2022-08-18)"),
    pour=LIBERALES,
)
def indemnites_maximales_par_incapacite(indemnites_des_liberaux_par_incapacite):
    """Indemnités des libéraux pour une même incapacité : 87 jours de suite au plus, le 90e jour d'arrêt compris."""
    return indemnites_des_liberaux_par_incapacite


@regle(
    depuis="2022-01-01",
    unite="jours",
    references=("CSS L. 323-2 (2026-01-01)", "CSS R. 323-2 (2021-04-14)"),
    pour=DE_LA_SECURITE_SOCIALE,
)
def indemnites_maximales_en_retraite(
    retraite_depuis, premier_jour_periode, naissance_connue, age_de_la_retraite, indemnites_des_retraites
):
    """Indemnités au plus de qui travaille en étant retraité.

    Elles se comptent sur toute la retraite, à partir de l'âge légal ; 0 pour qui n'est pas retraité, ou n'a pas cet
    âge : la limite ne joue pas.
    """
    if retraite_depuis > premier_jour_periode:
        return 0
    if jour_apres_mois(naissance_connue, age_de_la_retraite) > premier_jour_periode:
        return 0
    return indemnites_des_retraites


@regle(
    depuis="2018-01-01",
    jusqu_au="2020-05-24",
    unite="jours",
    references="CSS D. 613-21-1 (2017-05-01)",
    pour=DES_INDEPENDANTS,
)
@regle(
    depuis="2020-05-25",
    unite="jours",
    references="CSS D. 622-10 (2021-06-14)",
    pour=DES_INDEPENDANTS,
)
def jours_a_temps_partiel(ald, jours_a_temps_partiel_au_plus, jours_a_temps_partiel_en_ald):
    """Jours de reprise à temps partiel thérapeutique indemnisés au plus, en plus des autres indemnités."""
    if ald:
        return jours_a_temps_partiel_en_ald
    return jours_a_temps_partiel_au_plus


@regle(depuis="2021-07-01", unite="jours", references="CSS D. 622-10 (2021-06-14)", pour=LIBERALES)
def jours_a_temps_partiel__liberal(jours_a_temps_partiel_au_plus):
    """Jours de reprise à temps partiel thérapeutique indemnisés au plus, en plus des autres indemnités."""
    return jours_a_temps_partiel_au_plus


@regle(
    depuis="2018-01-01",
    jusqu_au="2020-05-24",
    unite="jours",
    references="CSS D. 613-20 (2007-07-01)",
    pour=DES_INDEPENDANTS,
)
@regle(
    depuis="2020-05-25",
    unite="jours",
    references="CSS R. 323-1 (2016-01-01)",
    pour=DES_INDEPENDANTS,
)
def duree_maximale__independant(ald, premier_jour_periode, mois_de_la_periode, indemnites_maximales):
    """Nombre maximal d'indemnités.

    360 dans toute période de trois ans ; en affection de longue durée, tous les jours de trois ans de date à date.
    """
    if ald:
        return jour_apres_mois(premier_jour_periode, mois_de_la_periode) - premier_jour_periode
    return indemnites_maximales


@regle(depuis="2021-07-01", unite="jours", references="CSS D. 622-12 (2021-06-14)", pour=LIBERALES)
def duree_maximale__liberal(indemnites_maximales_par_incapacite):
    """Nombre maximal d'indemnités : 87 jours de suite pour une même incapacité, et 360 en trois ans."""
    return indemnites_maximales_par_incapacite


@regle(
    depuis="2018-01-01",
    jusqu_au="2020-05-24",
    unite="mois",
    references="CSS D. 613-21-1 (2017-05-01)",
    pour=DE_LA_SECURITE_SOCIALE,
    a_confirmer="le texte ne dit pas sur quelle période se comptent les 90 jours de temps partiel thérapeutique hors "
    "affection de longue durée : on retient trois ans, comme pour les 360 indemnités.",
)
@regle(
    depuis="2020-05-25",
    unite="mois",
    references="CSS D. 622-10 (2021-06-14)",
    pour=DE_LA_SECURITE_SOCIALE,
    a_confirmer="le texte ne dit pas sur quelle période se comptent les 90 jours de temps partiel thérapeutique hors "
    "affection de longue durée : on retient trois ans, comme pour les 360 indemnités.",
)
def mois_de_la_periode_a_temps_partiel__duree(
    temps_partiel_therapeutique, ald, mois_de_la_periode_d_indemnisation, mois_par_an
):
    """Période sur laquelle se comptent les jours de temps partiel thérapeutique ; 0 sans temps partiel."""
    if not temps_partiel_therapeutique:
        return 0
    if ald:
        return mois_de_la_periode_d_indemnisation + mois_par_an
    return mois_de_la_periode_d_indemnisation


@regle(
    depuis="2026-09-01",
    unite="oui/non",
    references=("L. 2025-1403 art. 81", "CSS L. 162-4-1 (2026-09-01)"),
    pour=DE_LA_SECURITE_SOCIALE,
    a_confirmer="depuis le 1er septembre 2026 une prescription d'arrêt ne peut dépasser une durée fixée par décret, "
    "d'un mois au moins (deux pour une prolongation), sauf raison écrite par le prescripteur ; le décret n'a pas été "
    "trouvé. Au-delà d'un mois, l'arrêt demande plusieurs prescriptions.",
)
def prescription_au_dela_du_plafond(duree_arret, premier_jour_periode, mois_de_la_premiere_prescription):
    """Arrêt plus long qu'une première prescription ne peut l'être."""
    return premier_jour_periode + duree_arret > jour_apres_mois(premier_jour_periode, mois_de_la_premiere_prescription)


@regle(
    depuis="2018-01-01",
    jusqu_au="2020-03-23",
    unite="oui/non",
    references="CSS D. 613-19 (2019-05-30)",
    pour=DES_INDEPENDANTS,
    a_confirmer="un arrêt de sept jours au plus prolongé au-delà est lu comme un seul arrêt de plus de sept jours, à "
    "trois jours de carence : le texte ne le dit pas, et une source fait payer à partir du huitième jour.",
)
def arret_court_prolonge(duree_premier_arret, duree_arret, duree_de_l_arret_court):
    """Arrêt court prolongé : sept jours au plus d'abord, plus de sept ensuite."""
    return duree_premier_arret <= duree_de_l_arret_court and duree_arret > duree_de_l_arret_court
