"""Contradictions between sound values: only what is impossible whatever the law says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from egide.annuaire import departement_de_commune
from egide.situation.coherence_activite import incoherences_activite
from egide.situation.coherence_prelevement import incoherences_compte, incoherences_prelevement
from egide.situation.fautes import Faute, refus
from egide.situation.modele import Situation
from egide.situation.modele_evenements import Acte, Defunt, Evenement, LigneCarriere, Societe
from egide.situation.modele_personne import Personne
from egide.situation.ordre import dans_l_ordre


def incoherences(situation: Situation, aujourd_hui: date) -> list[Faute]:
    """Return every contradiction of a situation, in the order of the document."""
    naissance = situation.personne.date_naissance
    if naissance is not None and naissance > aujourd_hui:
        naissance = None  # one fault is enough: nothing else is held against an impossible birth
    fautes = [*_personne(situation.personne, aujourd_hui)]
    for rang, activite in enumerate(situation.activites):
        fautes += incoherences_activite(activite, f"activites[{rang}]", naissance, aujourd_hui)
        fautes += incoherences_prelevement(activite, f"activites[{rang}]")
    fautes += incoherences_compte(situation)
    fautes += _carriere(situation.carriere, naissance)
    if situation.evenement is not None:
        fautes += _evenement(situation.evenement, naissance)
        fautes += _avant_l_activite(situation)
    if situation.acte is not None:
        fautes += _acte(situation.acte)
    if situation.societe is not None:
        fautes += _societe(situation.societe)
    if situation.defunt is not None:
        fautes += _defunt(situation.defunt, aujourd_hui)
    return fautes


def _naissance(champ: str, naissance: date | None, aujourd_hui: date) -> Iterator[Faute]:
    if naissance is not None and naissance > aujourd_hui:
        yield refus(champ, naissance, "une date de naissance passée")


def _personne(personne: Personne, aujourd_hui: date) -> Iterator[Faute]:
    naissance = personne.date_naissance
    yield from _naissance("personne.date_naissance", naissance, aujourd_hui)
    retraite, invalidite = personne.retraite, personne.invalidite
    yield from dans_l_ordre("personne.invalidite.depuis", invalidite.depuis, naissance, "date de naissance")
    yield from dans_l_ordre("personne.retraite.depuis", retraite.depuis, naissance, "date de naissance")
    yield from dans_l_ordre("personne.retraite.reprise", retraite.reprise, retraite.depuis, "départ en retraite")
    certificat = personne.certificat
    yield from dans_l_ordre("personne.certificat.au", certificat.au, certificat.du, "début du certificat")
    if certificat.legislation is None and (certificat.du or certificat.au):
        message = "la législation désignée manque ; attendu : francaise ou etrangere"
        yield Faute("personne.certificat.legislation", None, message)
    if personne.commune is not None and personne.departement is not None:
        yield from _departement(personne.commune, personne.departement)


def _departement(commune: str, departement: str) -> Iterator[Faute]:
    attendu = departement_de_commune(commune)
    if departement != attendu:
        message = f"« {departement} » contredit la commune « {commune} » ; attendu : « {attendu} », ou rien"
        yield Faute("personne.departement", departement, message)


def _carriere(carriere: tuple[LigneCarriere, ...], naissance: date | None) -> Iterator[Faute]:
    for rang, ligne in enumerate(carriere):
        if ligne.annee is not None and naissance is not None and ligne.annee < naissance.year:
            message = f"{ligne.annee} précède la naissance ; attendu : une année à partir de {naissance.year}"
            yield Faute(f"carriere[{rang}].annee", ligne.annee, message)
    vues: set[tuple[int, object, bool]] = set()
    for rang, ligne in enumerate(carriere):
        # Paid years and credited quarters of one scheme are two rows of a statement.
        cle = (ligne.annee or 0, ligne.regime, bool(ligne.revenu))
        if ligne.annee is not None and ligne.regime is not None and cle in vues:
            message = f"{ligne.annee} est déjà donnée pour ce régime ; attendu : une ligne par année et par régime"
            yield Faute(f"carriere[{rang}].annee", ligne.annee, message)
        vues.add(cle)


def _evenement(evenement: Evenement, naissance: date | None) -> Iterator[Faute]:
    yield from dans_l_ordre("evenement.debut", evenement.debut, naissance, "date de naissance")
    yield from dans_l_ordre("evenement.fin", evenement.fin, evenement.debut, "début de l'événement")
    avant = None
    for rang, arret in enumerate(evenement.arrets_anterieurs):
        champ = f"evenement.arrets_anterieurs[{rang}]"
        yield from dans_l_ordre(f"{champ}.debut", arret.debut, naissance, "date de naissance")
        yield from dans_l_ordre(f"{champ}.fin", arret.fin, arret.debut, "début de l'arrêt")
        if avant is not None and arret.debut is not None and arret.debut <= avant:
            message = f"il chevauche l'arrêt d'avant, qui finit le {avant} ; attendu : des arrêts distincts, en ordre"
            yield Faute(f"{champ}.debut", arret.debut, message)
        avant = arret.fin
    if avant is not None and evenement.debut is not None and evenement.debut <= avant:
        message = f"l'événement chevauche le dernier arrêt antérieur, qui finit le {avant} ; attendu : une date après"
        yield Faute("evenement.debut", evenement.debut, message)


def _avant_l_activite(situation: Situation) -> Iterator[Faute]:
    """An event before every activity opens no right of the self-employed: a slip of the pen."""
    debuts = [a.debut for a in situation.activites]
    evenement = situation.evenement
    if evenement is None or evenement.debut is None or not debuts or None in debuts:
        return
    premier = min(d for d in debuts if d is not None)
    if evenement.debut < premier:
        message = f"{evenement.debut} précède l'activité, commencée le {premier} ; attendu : une date depuis ce jour"
        yield Faute("evenement.debut", evenement.debut, message)


def _acte(acte: Acte) -> Iterator[Faute]:
    yield from dans_l_ordre("acte.sortie", acte.sortie, acte.entree, "entrée à l'hôpital")


def _societe(societe: Societe) -> Iterator[Faute]:
    for annee, marge in societe.marge_brute.items():
        ventes = societe.chiffre_affaires.get(annee)
        if ventes is not None and marge > ventes:
            message = f"{marge:.0f} dépasse le chiffre d'affaires ; attendu : au plus {ventes:.0f}"
            yield Faute(f"societe.marge_brute.{annee}", marge, message)
    for nom in ("chiffre_affaires", "marge_brute"):
        for annee, valeur in getattr(societe, nom).items():
            if societe.debut is not None and annee < societe.debut.year:
                message = f"année antérieure à la création ({societe.debut})"
                yield Faute(f"societe.{nom}.{annee}", valeur, message)


def _defunt(defunt: Defunt, aujourd_hui: date) -> Iterator[Faute]:
    yield from _naissance("defunt.date_naissance", defunt.date_naissance, aujourd_hui)
    yield from dans_l_ordre("defunt.deces", defunt.deces, defunt.date_naissance, "date de naissance")
    for rang, mariage in enumerate(defunt.mariages):
        champ = f"defunt.mariages[{rang}]"
        yield from dans_l_ordre(f"{champ}.du", mariage.du, defunt.date_naissance, "date de naissance")
        yield from dans_l_ordre(f"{champ}.au", mariage.au, mariage.du, "date du mariage")
        if mariage.du is not None and defunt.deces is not None and mariage.du > defunt.deces:
            message = f"{mariage.du} suit le décès ; attendu : au plus tard {defunt.deces}"
            yield Faute(f"{champ}.du", mariage.du, message)
