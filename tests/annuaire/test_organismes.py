"""Bodies: every part of France has each of them, or a stated reason why not."""

from __future__ import annotations

from datetime import date

import pytest

from egide.annuaire.communes import communes
from egide.annuaire.departements import DepartementInconnu, departements
from egide.annuaire.lecture import DONNEES, Marque, Preuve, lire
from egide.annuaire.maladie import Certitude, cpam
from egide.annuaire.organismes import Genre, SansOrganisme
from egide.annuaire.recherche import commune
from egide.annuaire.reperes import (
    RepereInconnu,
    activite_guichet,
    activites_guichet,
    contact,
    contacts,
    outre_mer,
    section,
    sections,
    transitions,
)
from egide.annuaire.reseaux import (
    OrganismeConventionneInconnu,
    agence_ssi,
    caisse_rsi,
    carsat,
    organisme_conventionne,
    organismes_conventionnes,
    urssaf,
)
from egide.droit.commun.enumerations import CategorieLiberale

AUJOURD_HUI = date(2026, 11, 24)
PACIFIQUE_ET_TERRES_AUSTRALES = {"984", "986", "987", "988", "989"}
PARTAGES = {"59": 5, "62": 2, "64": 2, "76": 2}
MILLIONS = 3_000_000


@pytest.mark.parametrize(
    ("demander", "sans"),
    [
        (cpam, set()),
        (carsat, set()),
        (lambda d: urssaf(d, AUJOURD_HUI), set()),
        (lambda d: urssaf(d, date(2020, 1, 1)), set()),
        (caisse_rsi, {"975", "976", "977", "978"}),
        (agence_ssi, {"975", "976", "977"}),
    ],
)
def test_every_departement_has_the_body_or_a_reason(demander: object, sans: set[str]) -> None:
    assert callable(demander)
    for code, d in departements().items():
        if code not in sans | PACIFIQUE_ET_TERRES_AUSTRALES:
            reponse = demander(d)
            assert reponse.source
            assert reponse.marque.parties
            continue
        with pytest.raises(SansOrganisme) as erreur:
            demander(d)
        assert erreur.value.motif in str(erreur.value)
        assert "dans l'annuaire" not in erreur.value.motif
        assert erreur.value.source
        assert erreur.value.marque.parties


def test_one_cpam_but_in_four_departements() -> None:
    for code in set(departements()) - PACIFIQUE_ET_TERRES_AUSTRALES:
        choix = cpam(code)
        assert len(choix.candidats) == PARTAGES.get(code, 1)
        assert (choix.unique is None) == (code in PARTAGES)
        assert (choix.certitude is Certitude.AMBIGUE) == (code in PARTAGES)
        assert choix.motif


def test_every_commune_of_the_shared_departements_has_its_cpam() -> None:
    lues = {r["commune"] for r in lire("cpam_communes")}
    attendues = [c for c in communes() if c.departement in PARTAGES]
    assert {c.code for c in attendues} == lues
    plusieurs = [c for c in attendues if len(cpam(c).candidats) > 1]
    assert len(plusieurs) == 55  # noqa: PLR2004
    for c in attendues:
        choix = cpam(c)
        assert all(caisse.departement == c.departement for caisse in choix.candidats)
        assert (choix.certitude is Certitude.PROBABLE) == (c in plusieurs)


@pytest.mark.parametrize(
    ("nom", "codes", "certitude"),
    [
        ("Lille", ["595"], Certitude.ETABLIE),
        ("Roubaix", ["597"], Certitude.ETABLIE),
        ("Villeneuve-d'Ascq", ["597"], Certitude.ETABLIE),
        ("Pérenchies", ["594"], Certitude.ETABLIE),
        ("Comines", ["595"], Certitude.ETABLIE),
        ("Saint-Palais (64)", ["641"], Certitude.ETABLIE),
        ("Mauléon-Licharre", ["642"], Certitude.ETABLIE),
        ("Eu", ["761"], Certitude.ETABLIE),
        ("Yvetot", ["761"], Certitude.ETABLIE),
        ("Gestas", ["641", "642"], Certitude.PROBABLE),
        ("Montreuil-sur-Mer", ["623"], Certitude.DEDUITE),
        ("Paris 12e", ["751"], Certitude.UNIQUE),
        ("Saint-Martin (978)", ["971"], Certitude.UNIQUE),
    ],
)
def test_cpam_of_a_commune(nom: str, codes: list[str], certitude: Certitude) -> None:
    choix = cpam(commune(nom))
    assert ([c.code for c in choix.candidats], choix.certitude) == (codes, certitude)


def test_the_rule_of_montreuil_is_partly_from_memory() -> None:
    assert not cpam(commune("Montreuil-sur-Mer")).marque.certaine
    assert cpam(commune("Arras")).marque.certaine


@pytest.mark.parametrize(
    ("departement", "jour", "genre", "nom"),
    [
        ("35", "2018-03-01", Genre.URSSAF, "Urssaf Bretagne"),
        ("76", "2021-12-31", Genre.URSSAF, "Urssaf Haute-Normandie"),
        ("76", "2022-01-01", Genre.URSSAF, "Urssaf Normandie"),
        ("14", "2021-12-31", Genre.URSSAF, "Urssaf Basse-Normandie"),
        ("48", "2018-03-01", Genre.CCSS, "CCSS de la Lozère"),
        ("974", "2018-01-01", Genre.CGSS, "CGSS La Réunion"),
        ("977", "2026-11-24", Genre.CPS, "CPS de Saint-Barthélemy (MSA)"),
    ],
)
def test_urssaf_on_a_day(departement: str, jour: str, genre: Genre, nom: str) -> None:
    reponse = urssaf(departement, date.fromisoformat(jour))
    assert (reponse.genre, reponse.nom) == (genre, nom)


@pytest.mark.parametrize(("departement", "jour"), [("35", "2013-12-31"), ("976", "2018-12-31")])
def test_days_before_the_directory(departement: str, jour: str) -> None:
    with pytest.raises(SansOrganisme, match="premier jour que l'annuaire connaît"):
        urssaf(departement, date.fromisoformat(jour))


def test_carsat_of_the_odd_territories() -> None:
    assert carsat("57").nom == "Carsat Alsace-Moselle"
    assert carsat("2A").nom == "Carsat Sud-Est"
    assert carsat("75").genre is Genre.CNAV
    assert carsat("974").genre is Genre.CGSS
    assert carsat("59").nom_annexe == "Nord-Picardie"
    assert carsat("59").marque.incertitudes == ("nom usuel : de mémoire, non vérifié",)


def test_rsi_then_ssi() -> None:
    assert caisse_rsi("57").nom == "Caisse RSI Lorraine"
    assert agence_ssi("35").nom == "Agence SSI Bretagne"
    assert (caisse_rsi("35").au, agence_ssi("35").du) == (date(2017, 12, 31), date(2018, 1, 1))
    assert agence_ssi("35", liberale=True).code == "PL"
    assert agence_ssi("974", liberale=True).code == "REU"
    assert not agence_ssi("978").marque.certaine
    assert not caisse_rsi("35").marque_siege.certaine
    assert caisse_rsi(commune("Rennes")) == caisse_rsi("Ille-et-Vilaine")
    with pytest.raises(DepartementInconnu):
        caisse_rsi("20")


def test_organismes_conventionnes() -> None:
    assert organisme_conventionne("ram").transferts == (date(2020, 1, 20),)
    assert organisme_conventionne("Apria RSA") == organisme_conventionne("RAM (Réunion des assureurs maladie)")
    assert organisme_conventionne("mut est").transferts == (date(2020, 2, 3), date(2020, 2, 17))
    assert all(o == organisme_conventionne(o.nom) for o in organismes_conventionnes())
    with pytest.raises(OrganismeConventionneInconnu, match=r"« Harmonie ».*en connaît 9"):
        organisme_conventionne("harmoni")


def test_every_section_of_the_categories_is_there() -> None:
    hors = {CategorieLiberale.SANS_OBJET, CategorieLiberale.NON_REGLEMENTEE}
    assert {c.name for c in CategorieLiberale if c not in hors} <= set(sections())
    assert not section("cavec").marque_contact.incertitudes
    assert section("CPRN").marque_contact.incertitudes == ("site : de mémoire, non vérifié",)
    with pytest.raises(RepereInconnu, match="section inconnue : « cipavv » ; vouliez-vous dire « CIPAV »"):
        section("cipavv")


def test_contacts() -> None:
    assert {c.numero for c in contact("cpam", AUJOURD_HUI)} == {"3646", "ameli.fr"}
    assert contact("36 46") == contact("3646")
    assert contact("agence_ssi", AUJOURD_HUI) != contact("agence_ssi")
    assert all(c in contact(c.numero) for c in contacts())
    with pytest.raises(RepereInconnu, match="contact inconnu"):
        contact("carsta")


def test_calendar_overseas_and_activities() -> None:
    dates = [t.date for t in transitions()]
    assert dates == sorted(dates)
    assert len(dates) == 52  # noqa: PLR2004
    assert outre_mer("35") == ()
    assert {o.organisme for o in outre_mer("974", AUJOURD_HUI) if "CSS" in o.sujet} == {
        "CGSS (fin du transfert santé le 2020-02-17)"
    }
    assert len(activites_guichet()) == 494  # noqa: PLR2004
    assert activite_guichet("01010101").affiliation == "MSA"
    with pytest.raises(RepereInconnu):
        activite_guichet("99")


@pytest.mark.parametrize(
    ("texte", "parties", "incertitudes"),
    [
        ("S", [(Preuve.LUE, "")], ()),
        ("2S", [(Preuve.DEUX_SOURCES, "")], ()),
        ("M", [(Preuve.MEMOIRE, "")], ("de mémoire, non vérifié",)),
        ("S(code) M(nom usuel)", [(Preuve.LUE, "code"), (Preuve.MEMOIRE, "nom usuel")], None),
        ("S / Open", [(Preuve.LUE, ""), (Preuve.INCONNUE, "")], ("non établi",)),
        ("S (site) / S (rue, non daté)", [(Preuve.LUE, "site"), (Preuve.LUE, "rue, non daté")], ()),
    ],
)
def test_marks(texte: str, parties: list[tuple[Preuve, str]], incertitudes: tuple[str, ...] | None) -> None:
    marque = Marque(texte)
    assert list(marque.parties) == parties
    assert marque.certaine == (incertitudes == ())
    if incertitudes is not None:
        assert marque.incertitudes == incertitudes


def test_every_mark_is_read_and_every_source_is_there() -> None:
    for chemin in DONNEES.glob("*.csv"):
        if chemin.stem in ("sources", "departements"):
            continue
        for ligne in lire(chemin.stem):
            marque = Marque(ligne["marque"])
            assert marque.parties, (chemin.stem, ligne)
            assert ligne["source"] or not marque.certaine
            assert not ligne["source"].startswith("@")


def test_the_directory_is_small() -> None:
    tout = sum(f.stat().st_size for f in DONNEES.parent.rglob("*") if f.suffix in (".csv", ".gz", ".py"))
    assert tout < MILLIONS
