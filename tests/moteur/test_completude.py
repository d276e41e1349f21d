"""Which assumed fact would change an artificial result most."""

from __future__ import annotations

import pytest

from egide.moteur.completude import Influence, influences
from egide.moteur.erreurs import FaitsManquants, HorsChamp
from egide.moteur.evaluation import Evaluation
from egide.moteur.faits import Cle, Fait, Genre
from egide.moteur.periode import Periode
from egide.moteur.plan import Genre as GenreDeNoeud
from egide.moteur.plan import Noeud, Plan

VALEUR = 100.0
FAITS = {
    nom: Fait(nom, Genre.NOMBRE, nom, defaut=0.0, essais=essais)
    for nom, essais in {"peu": (1.0,), "beaucoup": (1.0, 2.0), "rien": (1.0,), "interdit": (1.0,), "muet": ()}.items()
}
EFFETS = {"peu": -3.0, "beaucoup": 20.0, "rien": 0.0}


def evaluation(*noms: str) -> Evaluation:
    plan = Plan({}, Periode.de_l_annee(2020), cibles={"total": 0})
    return Evaluation(plan, [VALEUR], supposes={(nom, None, None): FAITS[nom] for nom in noms})


def recalculer(cle: Cle, essai: float) -> float:
    if cle[0] == "interdit":
        raise HorsChamp([("regle", "Ce cas n'est pas calculé.")])
    return VALEUR + EFFETS[cle[0]] * essai


def trouvees(*noms: str) -> list[tuple[str, float, float | None]]:
    lues = influences(evaluation(*noms), "total", recalculer)
    assert all(isinstance(i, Influence) and i.fait is FAITS[i.cle[0]] for i in lues)
    return [(i.cle[0], i.essai, i.ecart) for i in lues]


def test_le_plus_influent_vient_en_premier_dans_un_sens_ou_dans_l_autre() -> None:
    assert trouvees("peu", "beaucoup") == [("beaucoup", 2.0, 40.0), ("peu", 1.0, -3.0)]


def test_de_plusieurs_essais_on_garde_celui_qui_change_le_plus() -> None:
    assert trouvees("beaucoup") == [("beaucoup", 2.0, 40.0)]


@pytest.mark.parametrize("nom", ["rien", "muet"])
def test_un_fait_sans_effet_ou_sans_autre_valeur_n_est_pas_nomme(nom: str) -> None:
    assert trouvees(nom) == []
    assert [n for n, _, _ in trouvees(nom, "peu")] == ["peu"]


def test_un_fait_qui_sortirait_du_champ_est_nomme_sans_ecart_apres_ceux_qui_comptent() -> None:
    assert trouvees("interdit", "peu", "rien") == [("peu", 1.0, -3.0), ("interdit", 1.0, None)]


def test_sans_supposition_rien_a_donner() -> None:
    assert trouvees() == []


def test_une_cible_inconnue_faute_de_faits_n_a_pas_d_influence() -> None:
    sans_valeur = evaluation("peu")
    sans_valeur.valeurs[0] = None
    sans_valeur.plan.noeuds.append(Noeud(GenreDeNoeud.FAIT, "peu", sans_valeur.plan.periode))
    with pytest.raises(FaitsManquants, match="il manque de quoi calculer « total »"):
        influences(sans_valeur, "total", recalculer)
