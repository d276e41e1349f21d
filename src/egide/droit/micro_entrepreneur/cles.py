"""La clé qui répartit le versement entre les branches. Avant octobre 2022, seule la Cipav en a une."""

from egide.droit.micro_entrepreneur.commun import BIC, CIPAV, CLASSE, LIBERAL, regle_du_mois


@regle_du_mois(depuis="2022-10-01", unite="fraction", references="CSS D. 613-6", pour=BIC)
def repartition_maladie_maternite(repartition_maladie_maternite_ssi):
    """Part du versement : maladie-maternité, commerce et artisanat."""
    return repartition_maladie_maternite_ssi


@regle_du_mois(depuis="2022-10-01", unite="fraction", references="CSS D. 613-6", pour=CLASSE)
def repartition_maladie_maternite__meuble_tourisme_classe(repartition_maladie_maternite_meuble_tourisme_classe):
    """Part du versement : maladie-maternité, meublés de tourisme classés."""
    return repartition_maladie_maternite_meuble_tourisme_classe


@regle_du_mois(depuis="2022-10-01", unite="fraction", references="CSS D. 613-6", pour=LIBERAL)
def repartition_maladie_maternite__liberal(repartition_maladie_maternite_liberal):
    """Part du versement : maladie-maternité, libéraux non réglementés."""
    return repartition_maladie_maternite_liberal


@regle_du_mois(
    depuis="2019-01-01", unite="fraction", references=("CSS D. 613-6", "CSS D. 131-5-3 (2018-12-13)"), pour=CIPAV
)
def repartition_maladie_maternite__cipav(repartition_maladie_maternite_cipav):
    """Part du versement : maladie-maternité, Cipav."""
    return repartition_maladie_maternite_cipav


@regle_du_mois(depuis="2026-01-01", unite="fraction", references="CSS D. 613-6", pour=BIC)
def repartition_indemnites_journalieres(repartition_indemnites_journalieres_ssi):
    """Part du versement : indemnités journalières, commerce et artisanat ; avant, dans celle de la maladie."""
    return repartition_indemnites_journalieres_ssi


@regle_du_mois(depuis="2026-01-01", unite="fraction", references="CSS D. 613-6", pour=CLASSE)
def repartition_indemnites_journalieres__meuble_tourisme_classe(
    repartition_indemnites_journalieres_meuble_tourisme_classe,
):
    """Part du versement : indemnités journalières, meublés de tourisme classés."""
    return repartition_indemnites_journalieres_meuble_tourisme_classe


@regle_du_mois(depuis="2026-01-01", unite="fraction", references="CSS D. 613-6", pour=LIBERAL)
def repartition_indemnites_journalieres__liberal(repartition_indemnites_journalieres_liberal):
    """Part du versement : indemnités journalières, libéraux non réglementés."""
    return repartition_indemnites_journalieres_liberal


@regle_du_mois(
    depuis="2021-07-01", unite="fraction", references=("CSS D. 613-6", "CSS D. 131-5-3 (2018-12-13)"), pour=CIPAV
)
def repartition_indemnites_journalieres__cipav(repartition_indemnites_journalieres_cipav):
    """Part du versement : indemnités journalières, Cipav ; de juillet 2024 à 2025, dans celle de la maladie."""
    return repartition_indemnites_journalieres_cipav


@regle_du_mois(depuis="2022-10-01", unite="fraction", references="CSS D. 613-6", pour=BIC)
def repartition_invalidite_deces(repartition_invalidite_deces_ssi):
    """Part du versement : invalidité-décès, commerce et artisanat."""
    return repartition_invalidite_deces_ssi


@regle_du_mois(depuis="2022-10-01", unite="fraction", references="CSS D. 613-6", pour=CLASSE)
def repartition_invalidite_deces__meuble_tourisme_classe(repartition_invalidite_deces_meuble_tourisme_classe):
    """Part du versement : invalidité-décès, meublés de tourisme classés."""
    return repartition_invalidite_deces_meuble_tourisme_classe


@regle_du_mois(depuis="2022-10-01", unite="fraction", references="CSS D. 613-6", pour=LIBERAL)
def repartition_invalidite_deces__liberal(repartition_invalidite_deces_liberal):
    """Part du versement : invalidité-décès, libéraux non réglementés."""
    return repartition_invalidite_deces_liberal


@regle_du_mois(
    depuis="2019-01-01", unite="fraction", references=("CSS D. 613-6", "CSS D. 131-5-3 (2018-12-13)"), pour=CIPAV
)
def repartition_invalidite_deces__cipav(repartition_invalidite_deces_cipav):
    """Part du versement : invalidité-décès, Cipav."""
    return repartition_invalidite_deces_cipav


@regle_du_mois(depuis="2022-10-01", unite="fraction", references="CSS D. 613-6", pour=BIC)
def repartition_retraite_base(repartition_retraite_base_ssi):
    """Part du versement : retraite de base, commerce et artisanat."""
    return repartition_retraite_base_ssi


@regle_du_mois(depuis="2022-10-01", unite="fraction", references="CSS D. 613-6", pour=CLASSE)
def repartition_retraite_base__meuble_tourisme_classe(repartition_retraite_base_meuble_tourisme_classe):
    """Part du versement : retraite de base, meublés de tourisme classés."""
    return repartition_retraite_base_meuble_tourisme_classe


@regle_du_mois(depuis="2022-10-01", unite="fraction", references="CSS D. 613-6", pour=LIBERAL)
def repartition_retraite_base__liberal(repartition_retraite_base_liberal):
    """Part du versement : retraite de base, libéraux non réglementés."""
    return repartition_retraite_base_liberal


@regle_du_mois(
    depuis="2019-01-01", unite="fraction", references=("CSS D. 613-6", "CSS D. 131-5-3 (2018-12-13)"), pour=CIPAV
)
def repartition_retraite_base__cipav(repartition_retraite_base_cipav):
    """Part du versement : retraite de base, Cipav."""
    return repartition_retraite_base_cipav


@regle_du_mois(depuis="2022-10-01", unite="fraction", references="CSS D. 613-6", pour=BIC)
def repartition_retraite_complementaire(repartition_retraite_complementaire_ssi):
    """Part du versement : retraite complémentaire, commerce et artisanat."""
    return repartition_retraite_complementaire_ssi


@regle_du_mois(depuis="2022-10-01", unite="fraction", references="CSS D. 613-6", pour=CLASSE)
def repartition_retraite_complementaire__meuble_tourisme_classe(
    repartition_retraite_complementaire_meuble_tourisme_classe,
):
    """Part du versement : retraite complémentaire, meublés de tourisme classés."""
    return repartition_retraite_complementaire_meuble_tourisme_classe


@regle_du_mois(depuis="2022-10-01", unite="fraction", references="CSS D. 613-6", pour=LIBERAL)
def repartition_retraite_complementaire__liberal(repartition_retraite_complementaire_liberal):
    """Part du versement : retraite complémentaire, libéraux non réglementés."""
    return repartition_retraite_complementaire_liberal


@regle_du_mois(
    depuis="2019-01-01", unite="fraction", references=("CSS D. 613-6", "CSS D. 131-5-3 (2018-12-13)"), pour=CIPAV
)
def repartition_retraite_complementaire__cipav(repartition_retraite_complementaire_cipav):
    """Part du versement : retraite complémentaire, Cipav."""
    return repartition_retraite_complementaire_cipav


@regle_du_mois(depuis="2022-10-01", unite="fraction", references="CSS D. 613-6", pour=BIC)
def repartition_csg_crds(repartition_csg_crds_ssi):
    """Part du versement : CSG et CRDS, commerce et artisanat."""
    return repartition_csg_crds_ssi


@regle_du_mois(depuis="2022-10-01", unite="fraction", references="CSS D. 613-6", pour=CLASSE)
def repartition_csg_crds__meuble_tourisme_classe(repartition_csg_crds_meuble_tourisme_classe):
    """Part du versement : CSG et CRDS, meublés de tourisme classés."""
    return repartition_csg_crds_meuble_tourisme_classe


@regle_du_mois(depuis="2022-10-01", unite="fraction", references="CSS D. 613-6", pour=LIBERAL)
def repartition_csg_crds__liberal(repartition_csg_crds_liberal):
    """Part du versement : CSG et CRDS, libéraux non réglementés."""
    return repartition_csg_crds_liberal


@regle_du_mois(
    depuis="2019-01-01", unite="fraction", references=("CSS D. 613-6", "CSS D. 131-5-3 (2018-12-13)"), pour=CIPAV
)
def repartition_csg_crds__cipav(repartition_csg_crds_cipav):
    """Part du versement : CSG et CRDS, Cipav."""
    return repartition_csg_crds_cipav
