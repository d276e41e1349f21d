"""What columns tell of other facts, as a situation does; what is given prevails; what cannot be used is refused."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pytest

from egide.annuaire import professions
from egide.annuaire.territoires import CommuneInvalide
from egide.droit.commun.enumerations import (
    CategorieLiberale,
    Nature,
    ProfessionParticuliere,
    ReseauConventionne,
    Statut,
    Territoire,
)
from egide.droit.commun.interlocuteurs import RessortPersonnel
from egide.moteur.mecanismes import DE_LONGUE_DATE
from egide.moteur.periode import numero
from egide.population.colonnes import ColonneInvalide, Colonnes, lire
from egide.population.derivees import completer
from egide.situation import SituationInvalide, charger

JOUR = date(2022, 6, 1)


def lues(colonnes: dict[str, Any], jour: date | None = JOUR) -> Colonnes:
    colonnes_lues = lire(colonnes, JOUR.year)
    completer(colonnes_lues, jour)
    return colonnes_lues


def valeurs(colonnes: dict[str, Any], nom: str, rang: int | None = 0, annee: int | None = None) -> Any:
    lue = lues(colonnes).lue(nom, rang, annee)
    return None if lue is None else np.asarray(lue).tolist()


@pytest.mark.parametrize("nature", [None, *Nature], ids=lambda n: n.name.lower() if n else "sans nature")
def test_chaque_profession_dit_ce_qu_elle_dit_dans_une_situation(nature: Nature | None) -> None:
    noms = list(professions())
    colonnes = {"profession": noms, **({} if nature is None else {"nature": nature.name.lower()})}
    tirees = lues(colonnes, None)
    for fait in ("categorie_liberale", "profession_particuliere"):
        for nom, lue in zip(noms, np.asarray(tirees.lue(fait, 0)), strict=True):
            activite = {"profession": nom} | ({} if nature is None else {"nature": nature.name.lower()})
            try:
                donnees = charger({"activites": [activite]}).donnees()
            except SituationInvalide:
                continue  # a liberal profession that has its section is not carried on otherwise
            assert lue == donnees[fait, 0, None], (nom, fait)


def test_la_profession_donne_la_nature_pour_un_jour_seulement() -> None:
    colonnes = {"profession": ["plombier", "avocat"]}
    assert valeurs(colonnes, "nature") == [Nature.ARTISANALE, Nature.LIBERALE]
    assert valeurs(colonnes, "categorie_liberale") == [CategorieLiberale.SANS_OBJET, CategorieLiberale.CNBF]
    assert lues(colonnes, None).lue("nature", 0) is None


def test_une_profession_liberale_exercee_autrement_n_a_pas_de_section() -> None:
    colonnes = {"profession": "architecte", "nature": ["liberale", "salariee"]}
    assert valeurs(colonnes, "categorie_liberale") == [CategorieLiberale.CIPAV, CategorieLiberale.SANS_OBJET]


def test_ce_qui_est_donne_prevaut() -> None:
    colonnes = {"profession": ["plombier", "plombier"], "profession_particuliere": "auto_ecole", "statut": "gerant"}
    assert valeurs(colonnes, "profession_particuliere") == ProfessionParticuliere.AUTO_ECOLE
    assert valeurs(colonnes, "statut") == Statut.GERANT


def test_le_statut_est_suppose_pour_un_jour_seulement() -> None:
    assert valeurs({"nature": "artisanale"}, "statut") == Statut.ENTREPRISE_INDIVIDUELLE
    assert lues({"nature": "artisanale"}, None).lue("statut", 0) is None


def test_la_commune_est_celle_de_la_residence_et_de_l_activite_qui_n_en_a_pas() -> None:
    colonnes = {"commune": ["48095", "97411"], "activites__0__commune": ["75114", "97611"]}
    assert valeurs(colonnes, "ressort_residence", None) == [RessortPersonnel.LOZERE, RessortPersonnel.DROM]
    assert valeurs(colonnes, "ressort_activite") == [RessortPersonnel.ILE_DE_FRANCE, RessortPersonnel.MAYOTTE]
    assert valeurs(colonnes, "territoire") == [Territoire.METROPOLE, Territoire.MAYOTTE]
    seule = {"personne__commune": np.array([1004, 48095])}  # a file lost the first zero
    assert valeurs(seule, "ressort_activite") == [RessortPersonnel.METROPOLE, RessortPersonnel.LOZERE]


def test_le_departement_sert_ou_la_commune_manque() -> None:
    assert valeurs({"departement": ["2A", "974"]}, "territoire") == [Territoire.METROPOLE, Territoire.DROM]
    colonnes = {"departement": "974", "activites__0__commune": "35238"}
    assert valeurs(colonnes, "ressort_residence", None) == RessortPersonnel.DROM
    assert valeurs(colonnes, "ressort_activite") == RessortPersonnel.METROPOLE


def test_l_organisme_conventionne_dit_son_reseau() -> None:
    attendus = [
        ReseauConventionne.RAM,
        ReseauConventionne.AUTRE,
        ReseauConventionne.INCONNU,
        ReseauConventionne.INCONNU,
    ]
    assert (
        valeurs({"organisme_conventionne": ["RAM", "Harmonie Mutuelle", "", None]}, "reseau_conventionne", None)
        == attendus
    )


def test_une_lettre_qui_n_est_pas_connue_de_tous_reste_vide() -> None:
    colonne = np.array(["2020-01-25", "NaT"], "M8[D]")
    attendus = [numero(date(2020, 1, 25)), DE_LONGUE_DATE]
    assert valeurs({"rattachement_cpam_notifie": colonne}, "rattachement_cpam_notifie", None) == attendus


def test_des_parts_et_une_naissance_donnees_sont_connues() -> None:
    assert valeurs({"part_conjoint": [0, 50]}, "parts_connues") == 1
    assert valeurs({"nature": ["artisanale"]}, "parts_connues") is None
    assert valeurs({"date_naissance": ["1960-01-01"]}, "naissance_connue", None) == [numero(date(1960, 1, 1))]


def test_les_comptes_d_une_annee_hors_de_l_activite_ne_comptent_pas() -> None:
    colonnes = {"debut": ["2010-01-01", "2022-03-01"], "chiffre_affaires_n_1": [0, 0], "revenu_brut_n_1": 0}
    assert valeurs(colonnes, "revenu_nul", 0, 2021) == [1, 0]
    assert valeurs({**colonnes, "chiffre_affaires_n_1": [5, 5]}, "revenu_nul", 0, 2021) == [0, 0]


def test_les_recettes_sont_celles_de_l_annee_ou_de_la_derniere_connue() -> None:
    colonnes = {
        "nature": ["location_meublee", "chambres_hotes", "location_meublee"],
        "debut": ["2010-01-01", "2010-01-01", "2022-02-01"],
        "chiffre_affaires_n_1": [40_000, 40_000, 40_000],
        "revenu_imposable_n_2": [9_000, 9_000, 9_000],
    }
    assert valeurs(colonnes, "recettes_connues") == [1, 1, 0]
    assert valeurs(colonnes, "recettes_de_l_annee") == [40_000, 0, 0]
    assert valeurs(colonnes, "revenu_imposable_de_l_annee") == [0, 9_000, 0]


def test_la_premiere_affiliation_est_le_debut_de_la_seule_activite() -> None:
    colonnes = {"debut": ["2018-06-01", "2030-01-01"]}
    assert valeurs(colonnes, "premiere_affiliation", None) == [numero(date(2018, 6, 1)), DE_LONGUE_DATE]
    donnee = {**colonnes, "premiere_affiliation": "2010-01-01"}
    assert valeurs(donnee, "premiere_affiliation", None) == numero(date(2010, 1, 1))


@pytest.mark.parametrize(
    ("colonnes", "erreur", "dit"),
    [
        ({"activites__0__rsa_ou_prime_activite": [1]}, ColonneInvalide, "colonne inconnue"),
        ({"personne__nature": ["artisanale"]}, ColonneInvalide, "colonne inconnue"),
        ({"activites__0__departement": ["35"]}, ColonneInvalide, "colonne inconnue"),
        ({"activites__1__nature": ["commerciale"]}, ColonneInvalide, "une seule activité par ligne"),
        ({"debut_n_1": ["2010-01-01"]}, ColonneInvalide, "colonne inconnue"),
        ({"profession_n_1": ["plombier"]}, ColonneInvalide, "colonne inconnue"),
        ({"departement": ["99"]}, ColonneInvalide, "« 99 » n'est pas un code de département"),
        ({"commune": ["35238", ""]}, CommuneInvalide, "code INSEE"),
    ],
)
def test_une_colonne_qu_on_ne_peut_pas_lire_est_refusee(
    colonnes: dict[str, Any], erreur: type[Exception], dit: str
) -> None:
    with pytest.raises(erreur, match=dit):
        lues(colonnes)


def test_des_colonnes_vides_se_lisent() -> None:
    vides = lues({"profession": [], "nature": np.array([]), "commune": [], "debut": []})
    assert {len(np.atleast_1d(t)) for t in vides.tableaux.values()} == {0}
