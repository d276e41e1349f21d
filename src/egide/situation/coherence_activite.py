"""Contradictions within one activity."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from egide.annuaire import profession
from egide.droit.commun.enumerations import (
    CategorieLiberale,
    Forme,
    Imposition,
    Nature,
    OptionConjoint,
    Statut,
    slug,
)
from egide.situation.donnees_liberales import fautes_des_classes
from egide.situation.fautes import Faute, nombre
from egide.situation.modele_activite import Activite, Exercice
from egide.situation.ordre import dans_l_ordre

TOLERANCE = 1.0
"""Euros: accounts are often given rounded."""

MOIS_PAR_AN = 12

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
# (c. com. L. 121-4); whoever works for another has none.
_SANS_CONJOINT_COLLABORATEUR = {
    Statut.GERANT_MINORITAIRE,
    Statut.ASSOCIE,
    Statut.ASSOCIE_SNC,
    Statut.PRESIDENT_SAS,
    Statut.SALARIE,
    *_AVEC_CHEF,
}

_NATURES_DES_LIBERAUX = {Nature.LIBERALE, Nature.SALARIEE, Nature.ARTISTIQUE}


def incoherences_activite(activite: Activite, champ: str, naissance: date | None) -> Iterator[Faute]:
    """Yield every contradiction of an activity whose path is given."""
    yield from dans_l_ordre(f"{champ}.debut", activite.debut, naissance, "date de naissance")
    yield from dans_l_ordre(f"{champ}.fin", activite.fin, activite.debut, "début de l'activité")
    yield from _parts(activite, champ)
    yield from _statut(activite, champ)
    yield from _conjoint(activite, champ)
    yield from _taux_specifiques(activite, champ)
    yield from _option_ssi(activite, champ)
    yield from _acre(activite, champ)
    yield from _profession(activite, champ)
    yield from fautes_des_classes(activite, champ)
    for annee, exercice in activite.exercices.items():
        ici = f"{champ}.exercices.{annee}"
        yield from _hors_activite(ici, annee, date(annee, 1, 1), date(annee, 12, 31), activite)
        yield from _comptes(exercice, ici, activite.imposition)
        yield from _dividendes(exercice, ici, activite)
        yield from _declaration(exercice, ici, annee)
    if activite.chef is not None:
        for annee, exercice in activite.chef.exercices.items():
            yield from _comptes(exercice, f"{champ}.chef.exercices.{annee}", None)
    yield from _recettes(activite, champ)


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
    ouverte, fermee = OPTION_SSI_OUVERTE
    option = activite.option_ssi
    if isinstance(option, date) and not ouverte <= option <= fermee:
        message = f"le {option}, l'option n'était pas ouverte ; attendu : une date du {ouverte} au {fermee}, ou false"
        yield Faute(f"{champ}.option_ssi", option, message)


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


def _hors_activite(champ: str, valeur: object, premier: date, dernier: date, activite: Activite) -> Iterator[Faute]:
    """Yield a fault when a whole period lies before the first day of an activity or after its last."""
    if activite.debut is not None and activite.fin is not None and activite.fin < activite.debut:
        return  # already told
    if activite.debut is not None and dernier < activite.debut:
        yield Faute(champ, valeur, f"période antérieure au début de l'activité ({activite.debut})")
    if activite.fin is not None and premier > activite.fin:
        yield Faute(champ, valeur, f"période postérieure à la fin de l'activité ({activite.fin})")


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


# Micro-entrepreneur


def _recettes(activite: Activite, champ: str) -> Iterator[Faute]:
    for periode, montants in activite.recettes.items():
        premier, dernier = bornes(periode)
        ici = f"{champ}.recettes.{periode}"
        yield from _hors_activite(ici, montants, premier, dernier, activite)
        if "-T" in periode:
            mois = [m for m in activite.recettes if "-T" not in m and premier <= bornes(m)[0] <= dernier]
            if mois:
                message = f"trimestre déjà donné par mois ({', '.join(mois)}) ; attendu : l'un ou l'autre"
                yield Faute(ici, montants, message)
    for rang, periode in enumerate(activite.micro.declarations_manquantes):
        ici = f"{champ}.micro.declarations_manquantes[{rang}]"
        yield from _hors_activite(ici, periode, *bornes(periode), activite)
        if periode in activite.recettes:
            yield Faute(ici, periode, f"« {periode} » figure aussi dans recettes ; attendu : l'un ou l'autre")
    yield from _recettes_et_exercices(activite, champ)


def bornes(periode: str) -> tuple[date, date]:
    """Return the first and the last day of a month (2026-01) or of a quarter (2026-T1)."""
    annee, reste = int(periode[:4]), periode[5:]
    premier, dernier = (3 * int(reste[1]) - 2, 3 * int(reste[1])) if reste[0] == "T" else (int(reste), int(reste))
    return date(annee, premier, 1), date(annee, dernier, monthrange(annee, dernier)[1])


def _recettes_et_exercices(activite: Activite, champ: str) -> Iterator[Faute]:
    """The receipts of a year cannot exceed its turnover; when they cover it whole, they are its turnover."""
    for annee, exercice in activite.exercices.items():
        ventes = exercice.chiffre_affaires
        de_l_annee = {p: m for p, m in activite.recettes.items() if int(p[:4]) == annee}
        if ventes is None or not de_l_annee:
            continue
        total = sum(sum(montants.values()) for montants in de_l_annee.values())
        mois = sum(3 if "-T" in periode else 1 for periode in de_l_annee)
        if total > ventes + TOLERANCE or (mois == MOIS_PAR_AN and abs(total - ventes) > TOLERANCE):
            message = (
                f"{nombre(ventes)} contredit la somme des recettes de l'année ({nombre(round(total, 2))}) ; "
                "attendu : la même valeur, ou l'un des deux seulement"
            )
            yield Faute(f"{champ}.exercices.{annee}.chiffre_affaires", ventes, message)
