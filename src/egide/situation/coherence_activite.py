"""Contradictions within one activity."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from egide.annuaire import profession
from egide.droit.commun.enumerations import (
    CategorieLiberale,
    Forme,
    Imposition,
    LienAvecLeChef,
    Nature,
    OptionConjoint,
    Statut,
    slug,
)
from egide.situation.coherence_micro import TOLERANCE, hors_activite, incoherences_micro
from egide.situation.donnees_liberales import fautes_des_classes, fautes_des_demandes
from egide.situation.fautes import Faute, nombre
from egide.situation.modele_activite import Activite, Exercice
from egide.situation.ordre import dans_l_ordre

OPTION_SSI_OUVERTE = (date(2019, 1, 1), date(2023, 12, 31))
"""First and last day on which a member of the Cipav could opt (L. 2017-1836 art. 15, XVI, 8°)."""

_SOCIETES_A_GERANT = {Forme.SARL, Forme.EURL, Forme.SELARL, Forme.SNC, Forme.SCS, Forme.SCA, Forme.SELCA}
_SOCIETES_A_GERANT |= {Forme.SCOP, Forme.SOCIETE_CIVILE, Forme.SCP}

# The legal forms in which a status can exist; a status that is not here says nothing of the form.
FORMES_DU_STATUT = {
    Statut.MICRO_ENTREPRENEUR: {Forme.EI, Forme.EIRL, Forme.EURL},
    Statut.ENTREPRISE_INDIVIDUELLE: {Forme.EI, Forme.EIRL},
    Statut.GERANT: _SOCIETES_A_GERANT,
    Statut.GERANT_MAJORITAIRE: _SOCIETES_A_GERANT,
    Statut.GERANT_MINORITAIRE: _SOCIETES_A_GERANT,
    Statut.GERANT_ASSOCIE_UNIQUE: {Forme.EURL, Forme.SARL, Forme.SELARL},
    Statut.ASSOCIE_SNC: {Forme.SNC},
    Statut.PRESIDENT_SAS: {Forme.SAS, Forme.SASU, Forme.SELAS},
}

_AVEC_CHEF = {
    Statut.CONJOINT_COLLABORATEUR,
    Statut.CONJOINT_ASSOCIE,
    Statut.AIDE_FAMILIAL,
    Statut.ASSURE_VOLONTAIRE,
}

# A company's head has a collaborating spouse only as the sole or majority manager of a SARL or a SELARL
# (c. com. L. 121-4); whoever works for another has none. On the activity of a
# collaborating spouse it is the base that they chose.
_SANS_CONJOINT_COLLABORATEUR = {
    Statut.GERANT_MINORITAIRE,
    Statut.ASSOCIE,
    Statut.ASSOCIE_SNC,
    Statut.PRESIDENT_SAS,
    Statut.SALARIE,
    *(_AVEC_CHEF - {Statut.CONJOINT_COLLABORATEUR}),
}

_PEUT_RESTER_INDEPENDANT = (Statut.COLLABORATEUR_OCCASIONNEL, Statut.EXPERT_AUTORISE)
_COMME_SALARIES = (
    Statut.FONCTIONNAIRE,
    Statut.ELU_LOCAL,
    Statut.ETUDIANT_JUNIOR_ENTREPRISE,
    *_PEUT_RESTER_INDEPENDANT,
)

_NATURES_DES_LIBERAUX = {Nature.LIBERALE, Nature.SALARIEE, Nature.ARTISTIQUE}


def incoherences_activite(activite: Activite, champ: str, naissance: date | None, aujourd_hui: date) -> Iterator[Faute]:
    """Yield every contradiction of an activity whose path is given."""
    yield from dans_l_ordre(f"{champ}.debut", activite.debut, naissance, "date de naissance")
    yield from dans_l_ordre(f"{champ}.fin", activite.fin, activite.debut, "début de l'activité")
    yield from _parts(activite, champ)
    yield from _statut(activite, champ)
    yield from _conjoint(activite, champ)
    yield from _taux_specifiques(activite, champ)
    yield from _option_ssi(activite, champ)
    yield from _comme_un_salarie(activite, champ)
    yield from _lien(activite, champ)
    yield from _acre(activite, champ)
    yield from _profession(activite, champ)
    yield from fautes_des_classes(activite, champ)
    yield from fautes_des_demandes(activite, champ)
    for annee, exercice in activite.exercices.items():
        ici = f"{champ}.exercices.{annee}"
        yield from hors_activite(ici, annee, date(annee, 1, 1), date(annee, 12, 31), activite)
        yield from _comptes(exercice, ici, activite.imposition)
        yield from _dividendes(exercice, ici, activite)
        yield from _declaration(exercice, ici, annee)
    if activite.chef is not None:
        for annee, exercice in activite.chef.exercices.items():
            yield from _comptes(exercice, f"{champ}.chef.exercices.{annee}", None)
    yield from incoherences_micro(activite, champ, aujourd_hui)


def _parts(activite: Activite, champ: str) -> Iterator[Faute]:
    total = sum(part for _, part in activite.parts if part is not None)
    if total > 100 + 1e-9:
        message = f"la somme des parts est {nombre(round(total, 6))} ; attendu : au plus 100"
        yield Faute(f"{champ}.parts", total, message)


def _statut(activite: Activite, champ: str) -> Iterator[Faute]:
    statut, forme = activite.statut, activite.forme
    if statut is None:
        return
    formes = FORMES_DU_STATUT.get(statut)
    if forme is not None and formes is not None and forme not in formes:
        connues = ", ".join(slug(f) for f in sorted(formes))
        message = f"« {slug(forme)} » contredit le statut « {slug(statut)} » ; attendu : {connues}"
        yield Faute(f"{champ}.forme", forme, message)
    if statut is Statut.MICRO_ENTREPRENEUR and activite.imposition is Imposition.IS:
        message = "« is » contredit le statut « micro_entrepreneur » ; attendu : ir"
        yield Faute(f"{champ}.imposition", activite.imposition, message)
    if activite.chef is not None and statut not in _AVEC_CHEF:
        connus = ", ".join(slug(s) for s in sorted(_AVEC_CHEF))
        message = f"contredit le statut « {slug(statut)} » ; attendu : seulement avec {connus}"
        yield Faute(f"{champ}.chef", activite.chef, message)


def _conjoint(activite: Activite, champ: str) -> Iterator[Faute]:
    option, statut = activite.conjoint_collaborateur, activite.statut
    if option is not None and option is not OptionConjoint.AUCUNE and statut in _SANS_CONJOINT_COLLABORATEUR:
        message = (
            f"« {slug(option)} » contredit le statut « {slug(statut)} », qui n'a pas de conjoint collaborateur ; "
            "attendu : entreprise_individuelle, gerant_majoritaire ou gerant_associe_unique, ou pas d'option"
        )
        yield Faute(f"{champ}.conjoint_collaborateur", option, message)


def _taux_specifiques(activite: Activite, champ: str) -> Iterator[Faute]:
    """The specific rates of complementary pension are those of liberal professions (D. 2019-386)."""
    if activite.option_taux_specifiques_rci and activite.nature not in (None, Nature.LIBERALE):
        message = f"true contredit la nature « {slug(activite.nature)} » ; attendu : false, ou nature: liberale"
        yield Faute(f"{champ}.option_taux_specifiques_rci", True, message)


def _option_ssi(activite: Activite, champ: str) -> Iterator[Faute]:
    option = activite.option_ssi
    if isinstance(option, date) and (message := option_ssi_fermee(option)):
        yield Faute(f"{champ}.option_ssi", option, f"{message}, ou false")


def option_ssi_fermee(option: date) -> str | None:
    """Say that the option of a former member of the Cipav was not open on a day; None when it was."""
    ouverte, fermee = OPTION_SSI_OUVERTE
    if ouverte <= option <= fermee:
        return None
    return f"le {option}, l'option n'était pas ouverte ; attendu : une date du {ouverte} au {fermee}"


def _comme_un_salarie(activite: Activite, champ: str) -> Iterator[Faute]:
    """Those whom the law treats as employees have no trade of their own, unless they ask to be treated otherwise."""
    demande, statut, nature = activite.traitement_d_independant, activite.statut, activite.nature
    if demande and statut not in _PEUT_RESTER_INDEPENDANT:
        connus = " ou ".join(slug(s) for s in _PEUT_RESTER_INDEPENDANT)
        message = f"ne vaut que pour un collaborateur ou un expert ; attendu : false, ou statut: {connus}"
        yield Faute(f"{champ}.traitement_d_independant", demande, message)
    if demande and nature is Nature.SALARIEE:
        message = "« salariee » contredit traitement_d_independant ; attendu : la nature du métier (liberale…)"
        yield Faute(f"{champ}.nature", nature, message)
    if statut in _COMME_SALARIES and not demande and nature not in (None, Nature.SALARIEE):
        message = f"« {slug(nature)} » contredit le statut « {slug(statut)} » ; attendu : salariee, ou rien"
        if statut in _PEUT_RESTER_INDEPENDANT:
            message += ", ou la date de la demande dans traitement_d_independant"
        yield Faute(f"{champ}.nature", nature, message)


def _lien(activite: Activite, champ: str) -> Iterator[Faute]:
    lien = activite.lien_avec_le_chef
    conjoints = (Statut.CONJOINT_COLLABORATEUR, Statut.CONJOINT_ASSOCIE)
    if lien is LienAvecLeChef.AUTRE and activite.statut in conjoints:
        message = "« autre » contredit un statut de conjoint ; attendu : mariage, pacs ou concubinage"
        yield Faute(f"{champ}.lien_avec_le_chef", lien, message)


def _acre(activite: Activite, champ: str) -> Iterator[Faute]:
    """The months of the Acre are counted from the first day: without it, nobody knows which years it covers."""
    if activite.acre and activite.debut is None:
        message = "l'Acre court à partir du premier jour de l'activité, qui manque ; attendu : une date AAAA-MM-JJ"
        yield Faute(f"{champ}.debut", None, message)


def _profession(activite: Activite, champ: str) -> Iterator[Faute]:
    """A regulated profession that has its own old-age section is liberal, or exercised as an employee."""
    if activite.profession is None or activite.nature is None:
        return
    metier = profession(activite.profession)
    section = metier.categorie_liberale
    a_section = section not in (CategorieLiberale.SANS_OBJET, CategorieLiberale.NON_REGLEMENTEE)
    reglementee = a_section and metier.nature == "liberale_reglementee"
    if reglementee and activite.nature not in _NATURES_DES_LIBERAUX:
        nature = slug(activite.nature)
        message = f"« {nature} » contredit la profession « {metier.slug} » ; attendu : liberale"
        yield Faute(f"{champ}.nature", activite.nature, message)


def _comptes(exercice: Exercice, champ: str, imposition: Imposition | None) -> Iterator[Faute]:
    ventes, charges, brut = exercice.chiffre_affaires, exercice.charges, exercice.revenu_brut
    # At the IS the gross income is pay and dividends: it is not the result of the business.
    if ventes is not None and charges is not None and brut is not None and imposition is not Imposition.IS:
        resultat = ventes - charges
        if abs(resultat - brut) > TOLERANCE:
            message = (
                f"{nombre(brut)} contredit chiffre_affaires - charges = {nombre(round(resultat, 2))} ; "
                "attendu : la même valeur, ou l'un des deux seulement"
            )
            yield Faute(f"{champ}.revenu_brut", brut, message)
    for nom in ("recettes_conventionnees", "depassements_honoraires"):
        partie = getattr(exercice, nom)
        if partie is not None and ventes is not None and partie > ventes + TOLERANCE:
            message = f"{nombre(partie)} dépasse le chiffre d'affaires ; attendu : au plus {nombre(ventes)}"
            yield Faute(f"{champ}.{nom}", partie, message)


def _dividendes(exercice: Exercice, champ: str, activite: Activite) -> Iterator[Faute]:
    """Dividends come from a business taxed at the IS; a sole trader is at the IR unless told otherwise."""
    seul = activite.statut in (Statut.ENTREPRISE_INDIVIDUELLE, Statut.MICRO_ENTREPRENEUR)
    if activite.imposition is Imposition.IS or (activite.imposition is None and not seul):
        return
    for nom in ("dividendes_percus", "dividendes"):
        montant = getattr(exercice, nom)
        if montant:
            message = (
                f"{nombre(montant)} € de dividendes, alors que l'activité est à l'impôt sur le revenu ; "
                "attendu : 0, ou imposition: is"
            )
            yield Faute(f"{champ}.{nom}", montant, message)


def _declaration(exercice: Exercice, champ: str, annee: int) -> Iterator[Faute]:
    le = exercice.declare_le
    if le is None:
        return
    if exercice.declare is False:
        yield Faute(f"{champ}.declare_le", le, f"{le} contredit declare: false ; attendu : l'un des deux seulement")
    if le < date(annee, 1, 1):
        yield Faute(f"{champ}.declare_le", le, f"{le} précède l'année déclarée ; attendu : au plus tôt {annee}-01-01")
