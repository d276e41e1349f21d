"""Les conditions du droit aux indemnités journalières, une à une."""

from egide.droit.commun.enumerations import MotifArret
from egide.droit.sante.enumerations import CouvertureMaladie
from egide.moteur.mecanismes import jour_apres_mois
from egide.moteur.regle import regle

LIBERALES = (CouvertureMaladie.LIBERAL, CouvertureMaladie.CONJOINT_DE_LIBERAL)
DES_INDEPENDANTS = (CouvertureMaladie.INDEPENDANT, CouvertureMaladie.CONJOINT_D_INDEPENDANT)
DE_LA_SECURITE_SOCIALE = (*DES_INDEPENDANTS, *LIBERALES)


@regle(
    depuis="2018-01-01",
    unite="oui/non",
    references="CSS L. 622-1 (2018-06-14)",
    pour=DES_INDEPENDANTS,
)
@regle(
    depuis="2021-07-01",
    unite="oui/non",
    references=("CSS L. 622-1 (2021-07-01)", "CSS L. 622-2 (2022-08-18)"),
    pour=CouvertureMaladie.LIBERAL,
)
@regle(
    depuis="2022-01-01",
    unite="oui/non",
    references=("CSS L. 622-2 (2022-08-18)", "CSS L. 662-1 (2023-12-28)"),
    pour=CouvertureMaladie.CONJOINT_DE_LIBERAL,
)
def couvert_en_cas_d_arret(regime):
    """Assuré contre l'arrêt de travail.

    L'assurance maladie verse des indemnités journalières aux artisans, aux commerçants, aux libéraux de la sécurité
    sociale des indépendants et, pour les arrêts commencés depuis le 1er juillet 2021, aux libéraux affiliés à la
    CNAVPL ; à leurs conjoints collaborateurs depuis 2022.
    """
    return True


@regle(
    depuis="2018-01-01",
    jusqu_au="2021-06-30",
    unite="oui/non",
    references="CSS L. 622-1 (2018-06-14)",
    pour=CouvertureMaladie.LIBERAL,
)
@regle(
    depuis="2018-01-01",
    jusqu_au="2021-12-31",
    unite="oui/non",
    references=("CSS L. 622-1 (2018-06-14)", "CSS L. 622-2 (2022-08-18)"),
    pour=CouvertureMaladie.CONJOINT_DE_LIBERAL,
)
def couvert_en_cas_d_arret__avant(regime):
    """Assuré contre l'arrêt de travail.

    L'assurance maladie n'indemnise les libéraux affiliés à la CNAVPL que pour les arrêts commencés depuis le 1er
    juillet 2021, et leurs conjoints collaborateurs depuis le 1er janvier 2022. Avant, voir la section de retraite :
    certaines versent une allocation à partir du 91e jour d'arrêt.
    """
    return False


@regle(
    depuis="2018-01-01",
    unite="oui/non",
    references=("CSS L. 622-1 (2018-06-14)", "CSS L. 651-1"),
    pour=CouvertureMaladie.AVOCAT,
)
def couvert_en_cas_d_arret__avocat(regime):
    """Assuré contre l'arrêt de travail.

    L'assurance maladie n'indemnise pas les avocats : s'adresser à La Prévoyance des avocats, ou à l'AON à Paris, pour
    les 90 premiers jours, puis à la CNBF.
    """
    return False


@regle(
    depuis="2018-01-01",
    unite="oui/non",
    references="CSS L. 622-1 (2018-06-14)",
    pour=CouvertureMaladie.AUTRE,
)
def couvert_en_cas_d_arret__autre(regime):
    """Assuré contre l'arrêt de travail.

    L'activité ne relève pas de l'assurance maladie des indépendants : l'arrêt est indemnisé, s'il l'est, par le régime
    dont elle relève.
    """
    return False


@regle(
    depuis="2018-01-01",
    jusqu_au="2020-05-24",
    unite="oui/non",
    references="CSS D. 613-15 (2019-05-30)",
    pour=DES_INDEPENDANTS,
)
@regle(
    depuis="2020-05-25",
    unite="oui/non",
    references="CSS D. 622-2 (2022-01-01)",
    pour=DES_INDEPENDANTS,
)
def exclu_par_une_pension_d_invalidite(invalidite_depuis, premier_jour_periode):
    """Titulaire d'une pension d'invalidité des indépendants : elle exclut l'indemnité."""
    return invalidite_depuis <= premier_jour_periode


@regle(
    depuis="2018-01-01",
    jusqu_au="2021-12-31",
    unite="oui/non",
    references=("CSS D. 613-15 (2019-05-30)", "CSS D. 622-2 (2021-06-14)"),
    pour=DES_INDEPENDANTS,
)
def exclu_par_une_retraite(retraite_depuis, premier_jour_periode):
    """Titulaire d'une retraite d'indépendant : jusqu'au 31 décembre 2021 elle exclut l'indemnité."""
    return retraite_depuis <= premier_jour_periode


@regle(
    depuis="2018-01-01",
    jusqu_au="2020-05-24",
    unite="oui/non",
    references="CSS D. 613-18 (2019-05-30)",
    pour=DE_LA_SECURITE_SOCIALE,
)
@regle(
    depuis="2020-05-25",
    unite="oui/non",
    references="CSS D. 622-2 (2022-01-01)",
    pour=DE_LA_SECURITE_SOCIALE,
)
def exclu_par_un_autre_revenu(revenu_de_remplacement):
    """Allocation de chômage, ou indemnités de maternité, de paternité ou d'adoption, au même moment."""
    return revenu_de_remplacement


@regle(
    depuis="2018-01-01",
    jusqu_au="2020-05-24",
    unite="oui/non",
    references=("CSS D. 613-16 (2019-05-30)", "CSS L. 172-2 (2018-01-01)"),
    pour=DE_LA_SECURITE_SOCIALE,
)
@regle(
    depuis="2020-05-25",
    unite="oui/non",
    references=("CSS D. 622-1 (2021-06-14)", "CSS L. 172-2 (2018-01-01)"),
    pour=DE_LA_SECURITE_SOCIALE,
)
def affiliation_suffisante(assure_sans_interruption_depuis, mois_d_affiliation_exiges, premier_jour_periode):
    """Affilié depuis assez longtemps.

    Un an au jour du constat médical ; les périodes d'assurance dans un autre régime, sans interruption, comptent.
    """
    return jour_apres_mois(assure_sans_interruption_depuis, mois_d_affiliation_exiges) <= premier_jour_periode


@regle(
    depuis="2018-01-01",
    jusqu_au="2018-12-31",
    unite="oui/non",
    references=("CSS L. 622-3 (2018-01-01)", "D. 2017-612"),
    pour=DES_INDEPENDANTS,
    a_confirmer="l'exigence d'être à jour est celle que l'article D. 613-13-1 de 2018 pose pour la maternité : toutes "
    "les cotisations exigibles dans l'année civile précédente, ou un échéancier respecté ; le texte de 2018 pour la "
    "maladie n'a pas été lu.",
)
@regle(
    depuis="2019-01-01",
    jusqu_au="2019-05-29",
    unite="oui/non",
    references=("CSS L. 622-3 (2019-01-01)", "D. 2019-529 art. 2"),
    pour=DES_INDEPENDANTS,
    a_confirmer="la loi a supprimé la condition d'être à jour pour les arrêts commencés depuis le 1er janvier 2019, le "
    "décret qui l'applique pour ceux prescrits depuis le 30 mai 2019 : entre les deux, un refus se conteste.",
)
def a_jour_des_cotisations(cotisations_payees_sur_dues_n_1):
    """À jour des cotisations.

    Celles de l'année civile précédente sont payées, ou l'échéancier accordé est respecté.
    """
    return cotisations_payees_sur_dues_n_1 >= 1


@regle(
    depuis="2018-01-01",
    unite="oui/non",
    references=("D. 2020-73", "D. 2021-13", "D. 2023-37"),
    pour=DE_LA_SECURITE_SOCIALE,
)
def arret_derogatoire(motif_arret, debut_des_arrets_derogatoires, fin_des_arrets_derogatoires, premier_jour_periode):
    """Arrêt dérogatoire de la crise sanitaire.

    Cas contact, personne vulnérable, garde d'enfant, test positif : ni condition d'ouverture, ni carence.
    """
    if motif_arret != MotifArret.COVID_DEROGATOIRE:
        return False
    if premier_jour_periode < debut_des_arrets_derogatoires:
        return False
    return premier_jour_periode < fin_des_arrets_derogatoires


@regle(
    depuis="2018-01-01",
    unite="oui/non",
    references=("CSS L. 622-1 (2023-07-09)", "CSS D. 622-1 (2021-06-14)", "CSS D. 622-2 (2022-01-01)"),
    pour=DE_LA_SECURITE_SOCIALE,
)
def droit_ouvert(
    couvert_en_cas_d_arret,
    exclu_par_un_autre_revenu,
    affiliation_suffisante,
    arret_derogatoire,
    exclu_par_une_pension_d_invalidite=0,
    exclu_par_une_retraite=0,
    a_jour_des_cotisations=1,
    revenu_suffisant=1,
):
    """Droit aux indemnités journalières : toutes les conditions sont remplies."""
    if not couvert_en_cas_d_arret:
        return False
    if exclu_par_une_pension_d_invalidite or exclu_par_une_retraite or exclu_par_un_autre_revenu:
        return False
    if arret_derogatoire:
        return True
    return affiliation_suffisante and a_jour_des_cotisations and revenu_suffisant
