"""Communes: every one of them is found again, and what a person writes gives one, or says why not."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egide.annuaire import DEPARTEMENTS, territoire_du_departement
from egide.annuaire.communes import (
    Commune,
    codes_par_code_postal,
    commune_du_code,
    communes,
    communes_du_code_postal,
    registre,
)
from egide.annuaire.departements import DepartementInconnu, departement, departements
from egide.annuaire.noms import normaliser, sans_accents
from egide.annuaire.recherche import CommuneAmbigue, CommuneInconnue, Voie, chercher_commune, commune
from egide.droit.commun.enumerations import Territoire

TOUTES = list(communes())
RENNES = "35238"


def _codes(erreur: CommuneAmbigue) -> set[str]:
    return {c.code for c in erreur.candidats}


def _lues(texte: str) -> tuple[set[str], set[str]]:
    try:
        trouvee = chercher_commune(texte)
    except CommuneAmbigue as erreur:
        return _codes(erreur), set()
    return {trouvee.commune.code}, {c.code for c in trouvee.autres}


def _trouvees(texte: str) -> set[str]:
    try:
        return {commune(texte).code}
    except CommuneAmbigue as erreur:
        return _codes(erreur)


def test_counts_are_those_of_the_package() -> None:
    lu = registre()
    natures = Counter(x.nature for x in lu.rattachees)
    assert len(TOUTES) == lu.actuelles == 34969  # noqa: PLR2004
    assert len(lu.par_code) - lu.actuelles == 20 + 16 + 9
    assert natures == {"commune déléguée": 2105, "commune associée": 471}
    assert len(codes_par_code_postal()) == 6310  # noqa: PLR2004
    # 4240 codes given as former ones; of the 2576 named former communes, 584 kept the code of the whole.
    assert len(lu.devenues) == 4240  # noqa: PLR2004
    assert [c.nom for c in TOUTES if not c.codes_postaux] == [c.nom for c in TOUTES if c.departement == "984"]


def test_every_commune_has_a_departement_and_its_region() -> None:
    assert {c.departement for c in TOUTES} == set(departements()) == DEPARTEMENTS
    assert all(c.region == departement(c.departement).region for c in TOUTES)


def test_every_commune_is_found_by_its_code() -> None:
    for code in registre().par_code:
        trouvee = chercher_commune(code)
        assert (trouvee.commune.code, trouvee.voie) == (code, Voie.CODE_INSEE)


def test_every_former_code_leads_to_a_current_commune() -> None:
    postaux = codes_par_code_postal()
    for ancien, code in registre().devenues.items():
        assert ancien in commune_du_code(code).anciens_codes
        trouves, autres = _lues(ancien)
        if ancien in postaux:
            # Read as a postal code: the former code is said when one commune answers.
            assert trouves == set(postaux[ancien])
            assert len(trouves) > 1 or trouves | autres == trouves | {code}
        else:
            assert trouves == {code}
            assert chercher_commune(ancien).voie is Voie.ANCIEN_CODE_INSEE


def test_every_commune_is_found_by_its_postal_codes() -> None:
    for c in TOUTES:
        for postal in c.codes_postaux:
            assert c in communes_du_code_postal(postal)
    for postal, codes in codes_par_code_postal().items():
        if postal not in registre().par_code:
            assert _trouvees(postal) == set(codes)


def test_a_text_that_is_both_codes_is_an_insee_code_and_says_so() -> None:
    doubles = [postal for postal in codes_par_code_postal() if postal in registre().par_code]
    assert len(doubles) == 3056 + 2  # current communes, then arrondissements of Paris and of Marseille or Lyon
    for double in doubles:
        trouvee = chercher_commune(double)
        assert trouvee.commune.code == double
        assert {c.code for c in trouvee.autres} == set(codes_par_code_postal()[double]) - {trouvee.commune.code}
        assert all(c.code in trouvee.explication for c in trouvee.autres)


def test_every_commune_is_found_by_its_name() -> None:
    for c in TOUTES:
        assert c.code in _trouvees(c.nom)


def test_every_commune_is_found_by_its_name_and_departement() -> None:
    for c in TOUTES:
        assert c.code in _trouvees(f"{c.nom} ({c.departement})")
        assert c.code in _trouvees(f"{c.nom} ({departement(c.departement).nom})")


def test_every_former_commune_is_found_by_its_name() -> None:
    for x in registre().rattachees:
        trouves, autres = _lues(x.nom)
        # The current communes of that name come first; when they are several, the error names only them.
        assert x.commune in trouves | autres or {sans_accents(commune_du_code(c).nom) for c in trouves} == {
            sans_accents(x.nom)
        }


@given(
    st.sampled_from(TOUTES), st.sampled_from([str.upper, str.lower, str.title, sans_accents]), st.sampled_from(" -'’")
)
def test_accents_case_and_hyphens_do_not_matter(c: Commune, casse: object, tiret: str) -> None:
    assert callable(casse)
    ecrit = casse(c.nom).replace("-", tiret)
    abrege = ecrit.replace("Saint ", "St ").replace("saint ", "st ").replace("Sainte ", "Ste ")
    assert c.code in _trouvees(ecrit)
    assert c.code in _trouvees(f"  {abrege} ")


@given(st.text(max_size=30))
def test_any_text_gives_a_commune_or_one_of_two_errors(texte: str) -> None:
    with suppress(CommuneAmbigue, CommuneInconnue):
        trouvee = chercher_commune(texte)
        assert trouvee.commune == commune_du_code(trouvee.commune.code)


@pytest.mark.parametrize(
    ("texte", "code", "voie"),
    [
        ("35238", RENNES, Voie.CODE_INSEE),
        ("35000", RENNES, Voie.CODE_POSTAL),
        ("35 700", RENNES, Voie.CODE_POSTAL),
        ("RENNES", RENNES, Voie.NOM),
        ("Saint-Denis (974)", "97411", Voie.NOM),
        ("st denis (la réunion)", "97411", Voie.NOM),
        ("Ste-Foy-lès-Lyon", "69202", Voie.NOM),
        ("l haÿ les roses", "94038", Voie.NOM),
        ("2a004", "2A004", Voie.CODE_INSEE),
        ("20000", "2A004", Voie.CODE_POSTAL),
        ("75012", "75056", Voie.CODE_POSTAL),
        ("75112", "75112", Voie.CODE_INSEE),
        ("Paris 12e", "75112", Voie.NOM),
        ("Marseille (13)", "13055", Voie.NOM),
        ("Marseille 13", "13213", Voie.NOM),
        ("Lyon 3", "69383", Voie.NOM),
        ("Marseille 1er arrondissement", "13201", Voie.NOM),
        ("Bors (Canton de Charente-Sud)", "16053", Voie.NOM),
        ("59298", "59350", Voie.ANCIEN_CODE_INSEE),
        ("02285", "59545", Voie.ANCIEN_CODE_INSEE),
        ("Hellemmes-Lille", "59350", Voie.ANCIEN_NOM),
        ("97150", "97801", Voie.CODE_POSTAL),
    ],
)
def test_what_a_person_writes(texte: str, code: str, voie: Voie) -> None:
    trouvee = chercher_commune(texte)
    assert (trouvee.commune.code, trouvee.voie) == (code, voie)
    assert texte in trouvee.explication
    assert trouvee.commune.nom in trouvee.explication


def test_ambiguous_name() -> None:
    with pytest.raises(CommuneAmbigue) as erreur:
        commune("Saint-Denis")
    assert str(erreur.value) == (
        "« Saint-Denis » : 4 communes possibles, donnez le code INSEE : Saint-Denis (11339, Aude), "
        "Saint-Denis (30247, Gard), Saint-Denis (93066, Seine-Saint-Denis), Saint-Denis (97411, La Réunion)"
    )


@pytest.mark.parametrize(
    ("texte", "proche"),
    [
        ("Sanit-Malo", "Saint-Malo (35288)"),
        ("Marseile", "Marseille (13055)"),
        ("Cherbourg", "Cherbourg-en-Cotentin (50129)"),
        ("Saint-Denis (35)", "Saint-Denis (93066)"),
        ("35998", "Saint-Malo"),
    ],
)
def test_unknown_commune(texte: str, proche: str) -> None:
    with pytest.raises(CommuneInconnue, match="commune inconnue") as erreur:
        commune(texte)
    if texte != "35998":
        assert f"« {proche} »" in str(erreur.value)
    assert erreur.value.proches
    assert isinstance(erreur.value, LookupError)


def test_municipal_arrondissements_have_their_city() -> None:
    for code in list(registre().par_code)[registre().actuelles :]:
        entiere = commune_du_code(code).commune_entiere
        assert entiere in {"75056", "13055", "69123"}
        assert set(commune_du_code(code).codes_postaux) <= set(commune_du_code(entiere).codes_postaux)


def test_departements() -> None:
    for code, d in departements().items():
        assert departement(code) == departement(d.nom) == departement(code.lower()) == d
        # Saint-Barthélemy and Saint-Martin are collectivities that contributions treat as départements.
        if d.type == "metropole":
            assert territoire_du_departement(code) is Territoire.METROPOLE
    assert departement("1").nom == "Ain"
    assert departement("cotes d’armor").code == "22"
    with pytest.raises(DepartementInconnu) as erreur:
        departement("Finistaire")
    assert str(erreur.value) == "département inconnu : « Finistaire » ; vouliez-vous dire « Finistère » ?"


def test_names_between_tabs_stay_apart() -> None:
    assert (
        sans_accents("L'Haÿ-les-Roses\tŒuilly\tBors (Canton)\t\tÎle") == "l hay les roses\toeuilly\tbors canton\t\tile"
    )
    assert normaliser(" St-Étienne – Ste Foy ") == "saint etienne sainte foy"
