"""From an activity to the facts that decide its affiliation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egide.annuaire import profession
from egide.droit.commun.enumerations import (
    Collectivite,
    Conventionnement,
    Legislation,
    Nature,
    ProfessionParticuliere,
    Statut,
    TypeActiviteMicro,
)
from egide.moteur.periode import JOUR_MAX, JOUR_MIN

if TYPE_CHECKING:
    from egide.situation.modele_activite import Activite, Exercice
    from egide.situation.modele_personne import Personne

_NOMMEES = {
    "buraliste": ProfessionParticuliere.DEBITANT_DE_TABAC,
    "buraliste_debitant_de_tabac": ProfessionParticuliere.DEBITANT_DE_TABAC,
    "exploitant_auto_ecole": ProfessionParticuliere.AUTO_ECOLE,
    "chef_etablissement_enseignement": ProfessionParticuliere.ENSEIGNEMENT_PRIVE,
    "exploitant_d_ecole_privee": ProfessionParticuliere.ENSEIGNEMENT_PRIVE,
    "moniteur_de_ski": ProfessionParticuliere.MONITEUR_DE_SKI,
    "moniteur_de_ski_syndicat_association": ProfessionParticuliere.MONITEUR_DE_SKI,
    "mandataire_judiciaire_a_la_protection_des_majeurs": ProfessionParticuliere.MANDATAIRE_PROTECTION_MAJEURS,
    "psychomotricien": ProfessionParticuliere.PSYCHOMOTRICIEN,
    "commissaire_aux_comptes": ProfessionParticuliere.COMMISSAIRE_AUX_COMPTES,
}
"""Professions that the law names, by their slug in the directory."""

_NATURES = {
    "artisanale": Nature.ARTISANALE,
    "commerciale": Nature.COMMERCIALE,
    "agent_commercial": Nature.COMMERCIALE,
    "liberale_reglementee": Nature.LIBERALE,
    "liberale_non_reglementee": Nature.LIBERALE,
    "agricole": Nature.AGRICOLE,
    "salarie": Nature.SALARIEE,
    "assimile_salarie": Nature.VENTE_DOMICILE,
    "gestion_de_biens": Nature.LOCATION_MEUBLEE,
}
"""Nature of an activity, by that of its profession in the one-stop shop's list."""

_COLLECTIVITES = {
    "975": Collectivite.SAINT_PIERRE_ET_MIQUELON,
    "977": Collectivite.SAINT_BARTHELEMY,
    "978": Collectivite.SAINT_MARTIN,
    "984": Collectivite.TERRES_AUSTRALES,
    "986": Collectivite.WALLIS_ET_FUTUNA,
    "987": Collectivite.POLYNESIE_FRANCAISE,
    "988": Collectivite.NOUVELLE_CALEDONIE,
}
"""Territories that have a body of their own, by their code among the départements."""

_CHEFS_ASSIMILES = (Statut.GERANT_MINORITAIRE, Statut.PRESIDENT_SAS, Statut.SALARIE)
STATUTS_DE_SALARIE = (
    Statut.SALARIE,
    Statut.FONCTIONNAIRE,
    Statut.ELU_LOCAL,
    Statut.ETUDIANT_JUNIOR_ENTREPRISE,
    Statut.COLLABORATEUR_OCCASIONNEL,
    Statut.EXPERT_AUTORISE,
)
"""Statuses of those whom the law treats as employees, whatever they do."""

_COURTE_DUREE = (TypeActiviteMicro.MEUBLE_TOURISME, TypeActiviteMicro.MEUBLE_TOURISME_CLASSE)
REVENUS = ("chiffre_affaires", "revenu_brut", "revenu_professionnel", "revenu_imposable", "remuneration")


def faits_affiliation(activite: Activite) -> dict[str, object]:
    """Return what is read of an activity to know where it is affiliated."""
    parts = activite.parts
    return {
        "profession_particuliere": profession_particuliere(activite),
        "forme": activite.forme,
        "remunere": activite.remunere,
        "parts_connues": any(part is not None for _, part in parts) or None,
        "part_personne": parts.personne,
        "part_conjoint": parts.conjoint,
        "part_enfants_mineurs": parts.enfants_mineurs,
        "part_autres_gerants": parts.autres_gerants,
        "option_regime_general": activite.option_regime_general,
        "option_occasionnelle": activite.option_regime_general,
        "courte_duree": activite.micro.type_activite in _COURTE_DUREE or None,
        "demande_le": activite.demande_volontaire.le,
        "annees_regimes_francais": activite.demande_volontaire.annees_regimes_francais,
        "demande_retroactive": activite.demande_volontaire.retroactive,
        "location_gerance": activite.demande_volontaire.location_gerance,
        "lieu_d_exercice": activite.lieu_d_exercice,
        "lien_avec_le_chef": activite.lien_avec_le_chef,
        "chef_assimile_salarie": (activite.chef is not None and activite.chef.statut in _CHEFS_ASSIMILES) or None,
        "avocat": activite.profession == "avocat" or None,
        "remplacant": activite.remplacant,
        "non_conventionne": activite.conventionne is Conventionnement.NON_CONVENTIONNE or None,
        "hors_champ_artistes_auteurs": activite.hors_champ_artistes_auteurs,
        "contrat_decrit": any(valeur is not None for _, valeur in activite.contrat) or None,
        "contrat_indetermine": _indetermine(activite),
        "contrat_mois": activite.contrat.mois,
        "heures_mensuelles": activite.contrat.heures_mensuelles,
        "traitement_d_independant_le": activite.traitement_d_independant or None,
        "option_principale_le": activite.option_activite_principale or None,
    }


def _indetermine(activite: Activite) -> bool | None:
    """Return whether a contract has no term: one whose length is given has one."""
    contrat = activite.contrat
    return False if contrat.duree_indeterminee is None and contrat.mois is not None else contrat.duree_indeterminee


def faits_du_certificat(personne: Personne) -> dict[str, object]:
    """Return the days that a certificate covers, and the law that it designates; open where a day is not given."""
    certificat = personne.certificat
    if certificat.legislation is None:
        return {}
    return {
        "certificat_du": certificat.du or JOUR_MIN,
        "certificat_au": certificat.au or JOUR_MAX,
        "certificat_etranger": certificat.legislation is Legislation.ETRANGERE,
    }


def collectivite(departement: str | None) -> Collectivite | None:
    """Return the territory, with a body of its own, where an activity is carried on, if it is in one."""
    return _COLLECTIVITES.get(departement or "")


def nature_de_la_profession(activite: Activite) -> Nature | None:
    """Return the nature that the profession of an activity has in the directory."""
    return None if activite.profession is None else nature_du_metier(activite.profession)


def nature_du_metier(slug: str) -> Nature | None:
    """Return the nature of a profession in the directory."""
    return _NATURES.get(profession(slug).nature)


def profession_particuliere(activite: Activite) -> ProfessionParticuliere | None:
    """Return what the law says of the profession of an activity by its name."""
    if activite.profession is None:
        return None
    return particularite_du_metier(activite.profession, activite.nature, activite.conventionne)


def particularite_du_metier(
    slug: str, nature: Nature | None, conventionne: Conventionnement | None = None
) -> ProfessionParticuliere:
    """Return what the law says of a profession by its name; a fund of the directory outside livre VI says it too."""
    metier = profession(slug)
    if metier.slug in _NOMMEES:
        return _NOMMEES[metier.slug]
    if metier.pamc and conventionne is not Conventionnement.NON_CONVENTIONNE:
        return ProfessionParticuliere.PRATICIEN_CONVENTIONNE
    caisses = metier.caisse_si_debut_depuis_2019.split()
    if "artiste-auteur" in caisses and nature is not Nature.LIBERALE:
        return ProfessionParticuliere.ARTISTE_AUTEUR
    for mot, membre in (("MSA", ProfessionParticuliere.AGRICOLE), ("Enim", ProfessionParticuliere.MARIN)):
        if mot in caisses:
            return membre
    if metier.nature == "agent_commercial":
        return ProfessionParticuliere.AGENT_COMMERCIAL
    if metier.nature == "salarie":
        return ProfessionParticuliere.SALARIEE
    return ProfessionParticuliere.AUCUNE


def sans_revenu(exercice: Exercice) -> bool | None:
    """Tell whether a year has neither turnover nor income; None where its accounts do not say."""
    donnes = [valeur for nom in REVENUS if (valeur := getattr(exercice, nom)) is not None]
    return not any(donnes) if donnes else None
