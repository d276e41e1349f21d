"""What a situation says of an act of care and of a household, as facts of the engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egide.droit.commun.enumerations import TypeEvenement

JUMEAUX = 2

if TYPE_CHECKING:
    from egide.situation.modele import Situation
    from egide.situation.modele_evenements import Acte
    from egide.situation.modele_personne import Foyer


def faits_acte(acte: Acte) -> dict[str, object]:
    """Return the facts of an act; without another base, the price paid is that of the reimbursement."""
    return {
        "type_acte": acte.type,
        "tarif": acte.tarif,
        "tarif_de_responsabilite": acte.tarif if acte.base is None else acte.base,
        "nombre": acte.nombre,
        "parcours": acte.parcours,
        "soins_en_ald": acte.ald,
        "complementaire_solidaire": acte.c2s,
        "participations_deja_retenues": acte.deja_dans_l_annee.participations,
        "franchises_deja_retenues": acte.deja_dans_l_annee.franchises,
        "franchises_deja_retenues_ce_jour": acte.deja_dans_la_journee.franchises,
        "psychiatrie": acte.psychiatrie,
        "acte_couteux": acte.acte_couteux,
    }


def faits_grossesse(situation: Situation) -> dict[str, object]:
    """Return what is told of a birth or an adoption; the dates of a birth are those of the mother's own care."""
    evenement = situation.evenement
    if evenement is None or evenement.type not in (
        TypeEvenement.MATERNITE,
        TypeEvenement.PATERNITE,
        TypeEvenement.ADOPTION,
    ):
        return {}
    enfants = evenement.multiple
    faits: dict[str, object] = {
        "type_evenement": evenement.type,
        "rang_enfant": evenement.rang_enfant,
        "enfants_nes": None if enfants is None else JUMEAUX if enfants is True else max(enfants, 1),
        "hospitalisation_nouveau_ne_jours": evenement.hospitalisation_nouveau_ne_jours,
        "enfant_hospitalise": bool(evenement.hospitalisation_nouveau_ne_jours) or None,
        "cout_de_remplacement_par_jour": evenement.cout_remplacement,
        "jours_de_remplacement": evenement.jours_remplacement,
        "arrivee_de_l_enfant": evenement.adoption_le,
    }
    if evenement.type is TypeEvenement.MATERNITE:
        faits["accouchement_prevu"] = evenement.accouchement_prevu
        faits["accouchement"] = evenement.naissance or evenement.accouchement_prevu
    return faits


def faits_foyer(foyer: Foyer) -> dict[str, object]:
    """Return the facts of a household."""
    return {
        "foyer_personnes": foyer.personnes,
        "enfants_en_residence_alternee": foyer.enfants_en_residence_alternee,
        "ressources_annuelles": foyer.ressources_annuelles,
        "proprietaire_ou_loge_gratuitement": foyer.proprietaire_ou_loge_gratuitement,
        "aide_au_logement": foyer.aide_au_logement,
        "foyer_au_rsa": foyer.rsa,
    }
