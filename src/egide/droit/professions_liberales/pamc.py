"""Praticiens et auxiliaires médicaux conventionnés : part de l'assurance maladie, contribution de 3,25 %, Curps."""

from egide.droit.commun.categories import Assiette, Caisse, DomicileFiscal, Praticien
from egide.droit.cotisations.commun import SUR_REVENU, exonerable
from egide.droit.professions_liberales.commun import AIDES_EN_MALADIE, CONVENTIONNES, LIBERALES, MEDECINS
from egide.moteur.mecanismes import arrondi_euro, au_moins, au_plus, palier_atteint
from egide.moteur.regle import regle

FRANCE, FORFAIT = DomicileFiscal.FRANCE, Assiette.FORFAIT
SECTEUR_1, DENTISTE = Praticien.MEDECIN_SECTEUR_1, Praticien.CHIRURGIEN_DENTISTE
HORS_DENTISTES = tuple(p for p in CONVENTIONNES if p is not DENTISTE)


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS L. 162-14-1, 5°", "CSS L. 646-3 (2023-12-28)"),
    pour=HORS_DENTISTES,
)
def assiette_de_participation(assiette_sociale, part_recettes_conventionnees, part_depassements):
    """Assiette de la participation de l'assurance maladie.

    La part du revenu qui vient des actes sous convention, aux tarifs de la convention : sans les dépassements.
    """
    return assiette_sociale * part_recettes_conventionnees * (1 - part_depassements)


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS L. 162-14-1, 5°", "CSS L. 646-3 (2023-12-28)"),
    pour=DENTISTE,
)
def assiette_de_participation__dentiste(assiette_sociale, part_recettes_conventionnees, taux_urssaf):
    """Assiette de la participation de l'assurance maladie.

    La part du revenu qui vient des actes sous convention, sans les dépassements, que mesure le taux Urssaf du relevé
    annuel de l'assurance maladie.
    """
    return assiette_sociale * part_recettes_conventionnees / (1 + taux_urssaf)


@regle(
    depuis="2018-01-01",
    jusqu_au="2024-12-31",
    unite="€/an",
    references="CSS L. 162-14-1, 5°",
    pour=(*AIDES_EN_MALADIE, FRANCE),
)
def participation_cpam_maladie__2018(
    assiette_de_participation, taux_cotisation_maladie_maternite, taux_maladie_propre_des_conventionnes
):
    """Part de la cotisation maladie payée par l'assurance maladie.

    Tout le taux, sauf une part propre, sur le revenu sous convention ; aucune pour les médecins du secteur 2.
    """
    taux = au_moins(taux_cotisation_maladie_maternite - taux_maladie_propre_des_conventionnes, 0)
    return arrondi_euro(assiette_de_participation * taux)


@regle(
    depuis="2025-01-01",
    unite="€/an",
    references="CSS L. 162-14-1, 5°",
    pour=(*AIDES_EN_MALADIE, FRANCE),
)
def participation_cpam_maladie__2025(
    assiette_de_participation,
    assiette_sociale,
    plafond_proratise,
    taux_cotisation_maladie_maternite,
    taux_maladie_propre_des_conventionnes,
    seuil_maladie_taux_reduit,
    taux_maladie_au_dela,
):
    """Part de la cotisation maladie payée par l'assurance maladie.

    La cotisation du revenu sous convention, sauf une part propre ; aucune pour les médecins du secteur 2.
    """
    if assiette_sociale == 0:
        return 0
    jusqu_au_seuil = au_plus(assiette_sociale, seuil_maladie_taux_reduit * plafond_proratise)
    au_dela = assiette_sociale - jusqu_au_seuil
    entiere = jusqu_au_seuil * taux_cotisation_maladie_maternite + au_dela * taux_maladie_au_dela
    sous_convention = entiere * assiette_de_participation / assiette_sociale
    return arrondi_euro(
        au_moins(sous_convention - assiette_de_participation * taux_maladie_propre_des_conventionnes, 0)
    )


@exonerable(
    depuis="2018-01-01",
    jusqu_au="2024-12-31",
    unite="€/an",
    references=("CSS D. 621-3", "CSS L. 646-1 (2018-06-14)", "CSS L. 162-14-1, 5°"),
    pour=(*LIBERALES, *CONVENTIONNES, FRANCE),
)
def cotisation_maladie_maternite__convention_2018(
    assiette_maladie_maternite, taux_cotisation_maladie_maternite, participation_cpam_maladie=0
):
    """Cotisation maladie-maternité.

    Finance les soins et les prestations de maternité ; l'assurance maladie en paie la plus grande part pour le revenu
    sous convention, sauf celui des médecins du secteur 2.
    """
    entiere = arrondi_euro(assiette_maladie_maternite * taux_cotisation_maladie_maternite)
    return entiere - participation_cpam_maladie


@exonerable(
    depuis="2025-01-01",
    unite="€/an",
    references=("CSS D. 621-2 (2024-07-07)", "CSS L. 646-1 (2018-06-14)", "CSS L. 162-14-1, 5°"),
    pour=(*CONVENTIONNES, FRANCE),
)
def cotisation_maladie_maternite__convention_2025(
    assiette_maladie_maternite,
    taux_cotisation_maladie_maternite,
    seuil_maladie_taux_reduit,
    plafond_proratise,
    taux_maladie_au_dela,
    participation_cpam_maladie=0,
):
    """Cotisation maladie-maternité.

    Finance les soins et les prestations de maternité ; l'assurance maladie en paie la plus grande part pour le revenu
    sous convention, sauf celui des médecins du secteur 2.
    """
    jusqu_au_seuil = au_plus(assiette_maladie_maternite, seuil_maladie_taux_reduit * plafond_proratise)
    au_dela = assiette_maladie_maternite - jusqu_au_seuil
    entiere = jusqu_au_seuil * taux_cotisation_maladie_maternite + au_dela * taux_maladie_au_dela
    return arrondi_euro(entiere) - participation_cpam_maladie


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references="CSS L. 646-3 (2023-12-28)",
    pour=(*CONVENTIONNES, FRANCE),
    arrondi=arrondi_euro,
)
def contribution_additionnelle_maladie(assiette_sociale, assiette_de_participation, taux_contribution_additionnelle):
    """Contribution additionnelle maladie des praticiens et auxiliaires conventionnés.

    Sur les dépassements d'honoraires et sur le revenu hors convention ; rien ne la réduit.
    """
    return (assiette_sociale - assiette_de_participation) * taux_contribution_additionnelle


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references="CSS L. 162-14-1, 5°",
    pour=SECTEUR_1,
)
def participation_cpam_famille(
    assiette_sociale,
    assiette_de_participation,
    plafond_proratise,
    taux_cotisation_allocations_familiales,
    bareme_participation_famille,
):
    """Part de la cotisation d'allocations familiales payée par l'assurance maladie, en secteur 1.

    Entière sous un premier seuil de revenu, partielle au-delà.
    """
    part = palier_atteint(assiette_de_participation, bareme_participation_famille, plafond_proratise)
    return arrondi_euro(assiette_de_participation * taux_cotisation_allocations_familiales * part)


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references="CSS L. 162-14-1, 5°",
    pour=SECTEUR_1,
)
def participation_cpam_retraite_base(
    assiette_section, plafond_section, bareme_compensation_csg_secteur_1, incapacite_plus_de_6_mois
):
    """Part de la retraite de base payée par l'assurance maladie, en secteur 1 : elle compense une hausse de la CSG."""
    if incapacite_plus_de_6_mois or plafond_section == 0:
        return 0
    taux = palier_atteint(assiette_section, bareme_compensation_csg_secteur_1, plafond_section)
    return arrondi_euro(assiette_section * taux)


@regle(depuis="2018-01-01", unite="fraction", references="CSP L. 4031-4", pour=MEDECINS)
def taux_curps__medecin(taux_curps_medecins):
    """Taux de la contribution aux unions régionales des professionnels de santé."""
    return taux_curps_medecins


@regle(depuis="2018-01-01", unite="fraction", references="CSP L. 4031-4", pour=DENTISTE)
@regle(
    depuis="2018-01-01",
    unite="fraction",
    references="CSP L. 4031-4",
    pour=(Caisse.CAVP, Praticien.AUCUN, Praticien.DIRECTEUR_DE_LABORATOIRE),
)
def taux_curps__dentiste_et_pharmacien(taux_curps_dentistes_et_pharmaciens):
    """Taux de la contribution aux unions régionales des professionnels de santé."""
    return taux_curps_dentistes_et_pharmaciens


@regle(
    depuis="2018-01-01",
    unite="fraction",
    references="CSP L. 4031-4",
    pour=(Praticien.SAGE_FEMME, Praticien.AUXILIAIRE_MEDICAL),
)
def taux_curps__autres(taux_curps_autres):
    """Taux de la contribution aux unions régionales des professionnels de santé."""
    return taux_curps_autres


@regle(depuis="2018-01-01", unite="€/an", references=("CSP L. 4031-4", "CSS D. 131-1"), pour=FORFAIT)
def revenu_imposable_retenu__forfait(assiette_sociale):
    """Revenu retenu pour l'impôt sur le revenu : pour les appels de début d'activité, la base forfaitaire."""
    return assiette_sociale


@regle(depuis="2018-01-01", jusqu_au="2024-12-31", unite="€/an", references="CSP L. 4031-4", pour=SUR_REVENU)
def revenu_imposable_retenu__2018(revenu_professionnel):
    """Revenu retenu pour l'impôt sur le revenu : le revenu professionnel."""
    return au_moins(revenu_professionnel, 0)


@regle(
    depuis="2025-01-01",
    unite="€/an",
    references="CSP L. 4031-4",
    a_confirmer="le revenu retenu pour l'impôt est pris ici pour le revenu brut moins les cotisations, la CSG "
    "déductible et la formation professionnelle ; la contribution aux unions n'en change que sous son maximum.",
    pour=SUR_REVENU,
)
def revenu_imposable_retenu__2025(
    revenu_brut, cotisations_sociales, contribution_formation_professionnelle, csg_deductible=0
):
    """Revenu retenu pour l'impôt sur le revenu : le revenu brut moins ce qui s'en déduit."""
    deductible = cotisations_sociales + contribution_formation_professionnelle + csg_deductible
    return au_moins(revenu_brut - deductible, 0)


@regle(depuis="2018-01-01", unite="€/an", references="CSP L. 4031-4", arrondi=arrondi_euro)
def curps(
    revenu_imposable_retenu, taux_curps, plafond_curps, pass_, debut, fin, premier_jour_periode, part_jours_affiliation
):
    """Contribution aux unions régionales des professionnels de santé (Curps).

    Due par qui exerce sous convention le 1er janvier, en proportion des jours s'il cesse ; elle a un maximum.
    """
    if debut > premier_jour_periode or fin < premier_jour_periode:
        return 0
    return au_plus(revenu_imposable_retenu * taux_curps, plafond_curps * pass_) * part_jours_affiliation


@regle(depuis="2018-01-01", unite="part", references="CSP L. 4031-4")
def part_jours_affiliation(jours_affiliation, jours_par_an):
    """Part de l'année où l'activité est exercée, en jours."""
    return jours_affiliation / jours_par_an
