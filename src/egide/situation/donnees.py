"""From a situation to the facts of the engine: numbers keyed by (name, rank of the activity, year)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from egide.annuaire import departement_de_commune, profession, ressort_du_departement, territoire_du_departement
from egide.droit.commun.enumerations import CategorieLiberale, Nature, ReseauConventionne, Territoire
from egide.moteur.faits import Cle, Nombre
from egide.moteur.periode import numero
from egide.situation.donnees_affiliation import collectivite, faits_affiliation, faits_du_certificat, sans_revenu
from egide.situation.donnees_liberales import annee_d_accouchement, faits_liberaux, parts_conventionnees
from egide.situation.donnees_micro import faits_micro
from egide.situation.donnees_prestations import faits_evenement
from egide.situation.donnees_soins import faits_acte, faits_foyer, faits_grossesse
from egide.situation.faits import FAITS_EXERCICE, JAMAIS

if TYPE_CHECKING:
    from egide.situation.modele import Situation
    from egide.situation.modele_activite import Activite, Exercice
    from egide.situation.modele_personne import Personne


def mettre_a_plat(situation: Situation) -> dict[Cle, Nombre]:
    """Return the facts given in a situation; a fact that is absent or null has no key."""
    plat: dict[Cle, Nombre] = {}
    _poser(plat, _faits_personne(situation.personne), None, None)
    _poser(plat, faits_foyer(situation.personne.foyer), None, None)
    _poser(plat, faits_grossesse(situation), None, None)
    if situation.acte is not None:
        _poser(plat, faits_acte(situation.acte), None, None)
    for annee, revenu in situation.personne.foyer.revenu_fiscal_de_reference.items():
        _poser(plat, {"revenu_fiscal_de_reference": revenu}, None, annee)
    if situation.evenement is not None:
        _poser(plat, faits_evenement(situation.evenement), None, None)
    if naissance := annee_d_accouchement(situation.evenement):
        _poser(plat, {"accouchement_dans_l_annee": True}, None, naissance)
    for rang, activite in enumerate(situation.activites):
        _poser(plat, _faits_activite(activite), rang, None)
        _poser(plat, faits_affiliation(activite), rang, None)
        _poser(plat, faits_liberaux(activite), rang, None)
        _poser(plat, {"territoire": territoire(activite, situation.personne)}, rang, None)
        departement = departement_d_activite(activite, situation.personne)
        _poser(plat, {"ressort_activite": _ressort(departement), "collectivite": collectivite(departement)}, rang, None)
        _poser(plat, faits_micro(activite, departement), rang, None)
        for annee, exercice in activite.exercices.items():
            _poser(plat, _faits_exercice(exercice), rang, annee)
    return plat


def territoire(activite: Activite, personne: Personne) -> Territoire | None:
    """Return where an activity is carried on: its commune, else that of the person, else the person's département."""
    departement = departement_d_activite(activite, personne)
    return None if departement is None else territoire_du_departement(departement)


def departement_d_activite(activite: Activite, personne: Personne) -> str | None:
    """Return the département of an activity: that of its commune, else that of the person."""
    return departement_de_commune(activite.commune) if activite.commune else departement_de_residence(personne)


def departement_de_residence(personne: Personne) -> str | None:
    """Return the département of the person, None where it is not known."""
    return departement_de_commune(personne.commune) if personne.commune else personne.departement


def _ressort(departement: str | None) -> int | None:
    return None if departement is None else ressort_du_departement(departement)


def categorie_liberale(activite: Activite) -> CategorieLiberale | None:
    """Return the section of an activity's profession: none is needed unless it is a liberal one."""
    if activite.profession is None:
        return None if activite.nature in (None, Nature.LIBERALE) else CategorieLiberale.SANS_OBJET
    return section_du_metier(activite.profession, activite.nature)


def section_du_metier(slug: str, nature: Nature | None) -> CategorieLiberale:
    """Return the section of a profession, as it is carried on."""
    if nature is not None and nature is not Nature.LIBERALE:
        return CategorieLiberale.SANS_OBJET
    return profession(slug).categorie_liberale


def _faits_personne(personne: Personne) -> dict[str, object]:
    return {
        "rsa_ou_prime_activite": personne.rsa_ou_prime_activite,
        "domicile_fiscal_etranger": personne.domicile_fiscal_etranger,
        "residence_hors_de_france": personne.residence_hors_de_france,
        "incapacite_plus_de_6_mois": personne.incapacite_plus_de_6_mois,
        "regime_local_alsace_moselle": personne.regime_local_alsace_moselle,
        "enfants": personne.enfants,
        "date_naissance": personne.date_naissance,
        "naissance_connue": personne.date_naissance,
        "autres_revenus_du_foyer": personne.foyer.autres_revenus,
        "parts_fiscales": personne.foyer.parts_fiscales,
        "invalidite_depuis": personne.invalidite.depuis,
        "retraite_depuis": personne.retraite.depuis,
        "cumul_integral": personne.retraite.cumul_integral,
        "assistance_tierce_personne": personne.assistance_tierce_personne,
        "ressort_residence": _ressort(departement_de_residence(personne)),
        "part_de_l_activite_en_france": personne.part_de_l_activite_en_france,
        **faits_du_certificat(personne),
        **_rattachement(personne),
    }


def _rattachement(personne: Personne) -> dict[str, object]:
    """Return what is known of the transfer of the health file, in 2020."""
    lettre, nom = personne.rattachement_cpam_notifie, personne.organisme_conventionne
    return {
        "rattachement_cpam_notifie": None if lettre is False else lettre,
        "rattachement_cpam_non_recu": True if lettre is False else None,
        "reseau_conventionne": None if nom is None else reseau_conventionne(nom),
    }


def reseau_conventionne(nom: str) -> ReseauConventionne:
    """Return the network of an organisme conventionné, by its name."""
    from egide.annuaire.reseaux import est_la_ram

    return ReseauConventionne.RAM if est_la_ram(nom) else ReseauConventionne.AUTRE


def _faits_activite(activite: Activite) -> dict[str, object]:
    return {
        "nature": activite.nature,
        "statut": activite.statut,
        "inscription": activite.inscription,
        "imposition": activite.imposition,
        "categorie_liberale": categorie_liberale(activite),
        "saisonniere": activite.saisonniere,
        "acre": activite.acre,
        "option_taux_specifiques_rci": activite.option_taux_specifiques_rci,
        "exoneration_age_invalidite_deces": activite.exoneration_age_invalidite_deces,
        "debut": activite.debut,
        "fin": activite.fin,
        "option_ssi": _option_ssi(activite),
        "conjoint_collaborateur_option": activite.conjoint_collaborateur,
        "secteur_covid": activite.secteur_covid,
        "zfu_depuis": activite.zfu.depuis,
        "zfu_salaries": activite.zfu.salaries,
    }


def _option_ssi(activite: Activite) -> date | int | None:
    """Return the day of the option: one that never comes where there is none, or nothing to choose."""
    sans_objet = activite.nature not in (None, Nature.LIBERALE)
    return (
        JAMAIS if activite.option_ssi is False or (activite.option_ssi is None and sans_objet) else activite.option_ssi
    )


def _faits_exercice(exercice: Exercice) -> dict[str, object]:
    lus = {nom: getattr(exercice, nom) for nom in FAITS_EXERCICE}
    lus |= parts_conventionnees(exercice)
    lus |= {"declare": exercice.declare, "revenu_nul": sans_revenu(exercice)}
    lus |= {f"mois_covid_{montant}": mois for montant, mois in exercice.mois_reduction_covid.items()}
    autres = ("revenu_brut", "chiffre_affaires", "remuneration")
    if lus["revenu_imposable"] is not None and all(lus[nom] is None for nom in autres):
        lus["micro_fiscal"] = True
    return lus


def _poser(plat: dict[Cle, Nombre], faits: dict[str, object], rang: int | None, annee: int | None) -> None:
    for nom, valeur in faits.items():
        if valeur is not None:
            plat[nom, rang, annee] = _nombre(valeur)


def _nombre(valeur: object) -> float:
    """Return a fact as a number: the day of a date, 0 or 1 for a boolean, the number of a member."""
    if isinstance(valeur, date):
        return float(numero(valeur))
    assert isinstance(valeur, int | float)
    return float(valeur)
