"""How a fact is said to the official simulators, and which of their rules is which line of Égide."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

DU_CHEF = (
    "cotisation_maladie_maternite",
    "cotisation_indemnites_journalieres",
    "cotisation_allocations_familiales",
    "cotisation_retraite_base",
    "cotisation_retraite_complementaire",
    "cotisation_invalidite_deces",
)
DU_CONJOINT = (
    "conjoint_cotisation_indemnites_journalieres",
    "conjoint_cotisation_retraite_base",
    "conjoint_cotisation_retraite_complementaire",
    "conjoint_cotisation_invalidite_deces",
)
DE_MAYOTTE = ("contribution_maladie_invalidite_deces_autonomie", "cotisation_maladie_additionnelle")
TOTAL = "total_cotisations_et_contributions"
CONTRIBUTIONS = ("csg_crds", "contribution_formation_professionnelle")
COTISATIONS = DU_CHEF + DE_MAYOTTE + DU_CONJOINT
LIGNES = (*COTISATIONS, *CONTRIBUTIONS, TOTAL)
"""What is compared, under the names of Égide, the total last."""
SANS_LA_REFORME = (*DU_CHEF[1:3], DU_CHEF[5], DU_CONJOINT[0], DU_CONJOINT[3], CONTRIBUTIONS[1])
"""What the reform of 2025 left alone, for one and the same base: cash benefits, family, invalidity, training."""
LA_REUNION, MAYOTTE = "97411", "97608"
Traduction = Callable[[Any], dict[str, str]]


@dataclass(frozen=True)
class Dialecte:
    """How a family of rule files is spoken to.

    Attributes:
        lignes: for each line of Égide that they have, the rule of theirs.
        faits: for each fact, the rules that say it to them. A fact that is not here cannot be said.
        constantes: what is always said.
        jamais_ensemble: facts that their engine does not bear together.
    """

    lignes: Mapping[str, str]
    faits: Mapping[str, Traduction]
    constantes: Mapping[str, str]
    jamais_ensemble: frozenset[str] = frozenset()

    def situation(self, annee: int, faits: Mapping[str, Any]) -> dict[str, str]:
        """Return their situation for these facts; `KeyError` for a fact, or a value of it, that they do not know."""
        if self.jamais_ensemble and self.jamais_ensemble <= set(faits):
            raise KeyError(", ".join(sorted(self.jamais_ensemble)))
        situation = dict(self.constantes)
        for nom, valeur in {"annee": annee, **faits}.items():
            situation |= self.faits[nom](valeur)
        return situation


def _oui_non(regle: str) -> Traduction:
    return lambda valeur: {regle: "oui" if valeur else "non"}


def _euros(*regles: str, ouvre: str | None = None) -> Traduction:
    """Return how an amount is said, in one rule or several; `ouvre` is the question that comes before it."""
    return lambda valeur: dict.fromkeys(regles, f"{valeur} €/an") | ({ouvre: "oui"} if ouvre else {})


def _date(jour: Any) -> str:
    return "/".join(reversed(str(jour).split("-")))


def _jour(regle: str) -> Traduction:
    return lambda jour: {regle: _date(jour)}


def _cessation(jour: Any) -> dict[str, str]:
    return {"entreprise . en cessation d'activité": "oui", "entreprise . date de cessation": _date(jour)}


def _fin_d_annee(annee: int) -> dict[str, str]:
    # Some versions write « date > 01/2024 » where they mean « >= »: the first of January would miss it.
    return {"date": f"31/12/{annee}"}


def _un_de(regle: str, **noms: str) -> Traduction:
    return lambda valeur: {regle: f"'{noms[valeur]}'"}


def _conjoint(regle: str, choix: str, part: str) -> Traduction:
    def dire(option: str) -> dict[str, str]:
        if option == "forfait":
            return {regle: "oui", f"{regle} . {choix}": "'forfaitaire'"}
        *base, fraction = option.split("_")
        return {
            regle: "oui",
            f"{regle} . {choix}": f"'{' '.join(base)}'",
            f"{regle} . {choix} . {part}": f"'{'moitié' if fraction == 'moitie' else fraction}'",
        }

    return dire


def _invalidite(regle: str) -> Traduction:
    return lambda mois: {regle: "oui", f"{regle} . durée": f"{mois} mois"}


def _commune(departements: Mapping[str, str]) -> Traduction:
    return lambda commune: {"établissement . commune . département": f"'{departements[commune]}'"}


def _appels(debut: str, *rangs: str, **forfaits: tuple[str, ...]) -> Traduction:
    """Return how to say that amounts are the calls of a year: flat bases in the place of the real ones.

    `debut` is their rule for the calls at the start of an activity; `forfaits` gives, for each of its bases, the rules
    it stands for. Calls on a past income (« etabli ») go without saying: theirs are computed as the final amounts.
    """
    remplacees = {regle: f"{debut} . {forfait}" for forfait, regles in forfaits.items() for regle in regles}
    return lambda rang: {"etabli": {}, **dict.fromkeys(rangs, remplacees)}[rang]


_NATURES = {"artisanale": "artisanale", "commerciale": "commerciale", "liberale": "libérale"}
_INDEPENDANT = "dirigeant . indépendant"
_SOCIAL = f"{_INDEPENDANT} . cotisations et contributions"
_CONJOINT_SOCIAL = f"{_INDEPENDANT} . conjoint collaborateur"
_DEBUT_SOCIAL = f"{_SOCIAL} . début activité"
_SPECIFIQUES = f"{_INDEPENDANT} . PL . régime général . taux spécifique retraite complémentaire"
_COTISATIONS_SOCIAL = (
    "maladie",
    "indemnités journalières maladie",
    "allocations familiales",
    "retraite de base",
    "retraite complémentaire",
    "invalidité et décès",
)
_DU_CONJOINT = ("retraite de base", "retraite complémentaire", "invalidité et décès")


def _lignes_social(csg: str) -> dict[str, str]:
    du_conjoint = ("indemnités journalières maladie", *_DU_CONJOINT)
    return {
        **dict(zip(DU_CHEF, (f"{_SOCIAL} . {nom}" for nom in _COTISATIONS_SOCIAL), strict=True)),
        **dict(zip(DU_CONJOINT, (f"{_CONJOINT_SOCIAL} . cotisations . {nom}" for nom in du_conjoint), strict=True)),
        "csg_crds": f"{_SOCIAL} . {csg}",
        "contribution_formation_professionnelle": f"{_SOCIAL} . formation professionnelle",
        TOTAL: _SOCIAL,
    }


MODELE_2021 = Dialecte(
    lignes=_lignes_social("CSG et CRDS"),
    faits={
        "annee": lambda annee: {"entreprise . exercice . fin": f"31/12/{annee}"},
        "debut": _jour("entreprise . date de création"),
        "revenu_professionnel": _euros(f"{_INDEPENDANT} . revenu professionnel"),
        "nature": _un_de(
            "entreprise . catégorie d'activité", **_NATURES | {"commerciale": "commerciale ou industrielle"}
        ),
        "rsa": _oui_non("situation personnelle . RSA"),
        "etranger": _oui_non("situation personnelle . domiciliation fiscale à l'étranger"),
        "conjoint_collaborateur": _conjoint(_CONJOINT_SOCIAL, "assiette", "pourcentage"),
        "revenus_etrangers": _euros(
            f"{_INDEPENDANT} . revenus étrangers . montant", ouvre=f"{_INDEPENDANT} . revenus étrangers"
        ),
        "revenus_remplacement": _euros(
            f"{_INDEPENDANT} . IJSS . total", f"{_INDEPENDANT} . IJSS . imposable", ouvre=f"{_INDEPENDANT} . IJSS"
        ),
        "option_taux_specifiques_rci": _oui_non(_SPECIFIQUES),
        # They know a whole year only. Nor can the Acre be said: they take it off the total, and not off each line.
        "invalidite": lambda mois: {12: {f"{_SOCIAL} . exonérations . invalidité": "oui"}}[mois],
        "appels": _appels(""),
    },
    constantes={"dirigeant": "'indépendant'", "entreprise . ACRE": "non"},
)
MODELE_SOCIAL = Dialecte(
    lignes=_lignes_social("CSG-CRDS"),
    faits={
        "annee": _fin_d_annee,
        "debut": _jour("entreprise . date de création"),
        "fin": _cessation,
        "revenu_professionnel": _euros(f"{_INDEPENDANT} . revenu professionnel"),
        "nature": _un_de("entreprise . activité . nature", **_NATURES),
        "rsa": _oui_non("situation personnelle . RSA"),
        "saisonniere": _oui_non("entreprise . activités . saisonnière"),
        "etranger": _oui_non("situation personnelle . domiciliation fiscale à l'étranger"),
        "conjoint_collaborateur": _conjoint(_CONJOINT_SOCIAL, "assiette", "pourcentage"),
        "acre": _oui_non("dirigeant . exonérations . ACRE"),
        "invalidite": _invalidite(f"{_SOCIAL} . exonérations . pension invalidité"),
        "age": _oui_non(f"{_SOCIAL} . exonérations . âge"),
        "revenus_etrangers": _euros(
            f"{_INDEPENDANT} . revenus étrangers . montant", ouvre=f"{_INDEPENDANT} . revenus étrangers"
        ),
        "revenus_remplacement": _euros(
            f"{_INDEPENDANT} . IJSS . montant", f"{_INDEPENDANT} . IJSS . imposable", ouvre=f"{_INDEPENDANT} . IJSS"
        ),
        "revenus_debit_tabac": _euros(
            f"{_SOCIAL} . déduction tabac", ouvre="entreprise . activités . commerciale . débit de tabac"
        ),
        "option_taux_specifiques_rci": _oui_non(_SPECIFIQUES),
        "imposition": lambda impot: {
            "entreprise . catégorie juridique": {"is": "'SARL'"}[impot],
            "entreprise . associés": "'unique'",
            "entreprise . imposition": "'IS'",
        },
        "commune": _commune({LA_REUNION: "La Réunion"}),
        "appels": _appels(
            _DEBUT_SOCIAL,
            "premiere",
            **{
                "assiette forfaitaire": (
                    f"{_INDEPENDANT} . assiette des cotisations",
                    f"{_SOCIAL} . CSG-CRDS . assiette",
                ),
                "assiette forfaitaire maladie": (f"{_SOCIAL} . maladie . taux progressif . assiette",),
            },
        ),
    },
    constantes={
        "entreprise . catégorie juridique": "'EI'",
        "entreprise . catégorie juridique . EI . auto-entrepreneur": "non",
        "entreprise . imposition": "'IR'",
        "dirigeant . exonérations . ACRE": "non",
    },
    jamais_ensemble=frozenset({"appels", "etranger"}),
)
MODELE_SOCIAL_SANS_FIN = replace(
    MODELE_SOCIAL, faits={nom: dire for nom, dire in MODELE_SOCIAL.faits.items() if nom != "fin"}
)
_TI = "indépendant . cotisations et contributions"
_CONJOINT_TI = f"{_TI} . cotisations . conjoint collaborateur"
_DEBUT_TI = f"{_TI} . début activité"
MODELE_TI = Dialecte(
    lignes={
        **{
            ligne: f"{_TI} . cotisations . {nom}"
            for ligne, nom in zip(
                DU_CHEF, ("maladie-maternité", "indemnités journalières", *_COTISATIONS_SOCIAL[2:]), strict=True
            )
        },
        DE_MAYOTTE[0]: f"{_TI} . cotisations . maladie-maternité-invalidité-décès-autonomie",
        DE_MAYOTTE[1]: f"{_TI} . cotisations . maladie-maternité et autonomie",
        **{
            ligne: f"{_CONJOINT_TI} . {nom}"
            for ligne, nom in zip(DU_CONJOINT, ("indemnités journalières", *_DU_CONJOINT), strict=True)
        },
        "csg_crds": f"{_TI} . CSG-CRDS",
        "contribution_formation_professionnelle": f"{_TI} . formation professionnelle",
        TOTAL: _TI,
    },
    faits={
        "annee": _fin_d_annee,
        "debut": _jour("entreprise . date de création"),
        "fin": _cessation,
        "revenu_professionnel": _euros("indépendant . revenu professionnel"),
        "revenu_brut": _euros("indépendant . revenu brut"),
        "revenu_imposable": _euros(
            "entreprise . imposition . IR . régime micro-fiscal . revenu abattu",
            ouvre="entreprise . imposition . IR . régime micro-fiscal",
        ),
        "remuneration": _euros("indépendant . rémunération . brute"),
        "dividendes_soumis": _euros("indépendant . dividendes . soumis à cotisations sociales"),
        "nature": _un_de("entreprise . activité", **_NATURES),
        "rsa": _oui_non("situation personnelle . RSA"),
        "saisonniere": _oui_non("entreprise . activité . saisonnière"),
        "etranger": _oui_non("situation personnelle . domiciliation fiscale à l'étranger"),
        "conjoint_collaborateur": _conjoint("indépendant . conjoint collaborateur", "choix assiette", "proportion"),
        "acre": _oui_non(f"{_TI} . cotisations . exonérations . Acre"),
        "invalidite": _invalidite(f"{_TI} . cotisations . exonérations . invalidité"),
        "age": _oui_non(f"{_TI} . cotisations . exonérations . âge"),
        "revenus_etrangers": _euros(
            "indépendant . revenus étrangers . montant", ouvre="indépendant . revenus étrangers"
        ),
        "revenus_remplacement": _euros(
            "indépendant . revenus de remplacement . bruts",
            "indépendant . revenus de remplacement . imposables",
            ouvre="indépendant . revenus de remplacement",
        ),
        "revenus_debit_tabac": _euros(
            f"{_TI} . déduction tabac", ouvre="entreprise . activité . commerciale . débit de tabac"
        ),
        "option_taux_specifiques_rci": _oui_non(
            "indépendant . profession libérale . non réglementée . taux spécifique retraite complémentaire"
        ),
        "imposition": lambda impot: {"entreprise . imposition": {"is": "'IS'"}[impot]},
        "commune": _commune({LA_REUNION: "La Réunion", MAYOTTE: "Mayotte"}),
        "appels": _appels(
            _DEBUT_TI,
            "premiere",
            "seconde",
            **{
                "assiette forfaitaire": (f"{_TI} . assiette sociale", f"{_TI} . assiette CSG-CRDS"),
                "assiette forfaitaire indemnités journalières": (
                    f"{_TI} . cotisations . indemnités journalières . assiette",
                ),
            },
        ),
    },
    constantes={"entreprise . imposition": "'IR'"},
)
