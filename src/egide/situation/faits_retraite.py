"""The facts that only the pension reads: a career as sequences by civil year, the date asked, points already held."""

from __future__ import annotations

from egide.moteur.faits import Fait, Genre


def _suite(nom: str, libelle: str, unite: str) -> Fait:
    return Fait(nom, Genre.SUITE, libelle, unite)


def _nombre(nom: str, libelle: str, unite: str) -> Fait:
    return Fait(nom, Genre.NOMBRE, libelle, unite, defaut=0.0)


FAITS_RETRAITE = {
    fait.nom: fait
    for fait in (
        Fait("date_naissance", Genre.DATE, "date de naissance"),
        Fait("date_effet", Genre.DATE, "date d'effet de la pension"),
        _suite("annees_de_carriere", "années de la carrière", "année"),
        _suite("revenus_alignes", "revenus de chaque année dans les régimes alignés", "€/an"),
        _suite("trimestres_releves", "trimestres du relevé de carrière, chaque année", "trimestres"),
        _suite("trimestres_assimiles", "trimestres assimilés de chaque année", "trimestres"),
        _suite("trimestres_autres_regimes", "trimestres de chaque année dans les autres régimes", "trimestres"),
        _suite("trimestres_cotises_autres", "trimestres cotisés de chaque année dans les autres régimes", "trimestres"),
        _suite("cotisations_rci", "cotisations de retraite complémentaire de chaque année", "€/an"),
        _nombre("enfants", "nombre d'enfants", "enfants"),
        _nombre("trimestres_enfants", "trimestres de majoration pour enfants", "trimestres"),
        Fait("ancien_invalide", Genre.OUI_NON, "pension d'invalidité avant la retraite", defaut=0.0, essais=(1.0,)),
        _nombre("points_rci_releves", "points de retraite complémentaire des indépendants", "points"),
        _nombre("points_rco_1979_1996", "points d'artisan acquis de 1979 à 1996, convertis", "points"),
        _nombre("points_rco_avant_1979", "points d'artisan acquis avant 1979, convertis", "points"),
        _nombre("points_cnavpl_releves", "points de retraite de base des professions libérales", "points"),
        _nombre("autres_pensions", "autres pensions personnelles", "€/an"),
        Fait("revenu_fiscal_avant_derniere_annee", Genre.NOMBRE, "revenu fiscal de l'avant-dernière année", "€/an"),
        Fait("revenu_fiscal_antepenultieme_annee", Genre.NOMBRE, "revenu fiscal de l'antépénultième année", "€/an"),
        Fait("parts_fiscales", Genre.NOMBRE, "nombre de parts du quotient familial", defaut=1.0, essais=(2.0,)),
    )
}
