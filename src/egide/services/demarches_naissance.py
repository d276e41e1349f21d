"""What a birth or an adoption asks for: when to stop, what to send, to whom, until when."""

from __future__ import annotations

from datetime import date, timedelta

from egide.droit.commun.enumerations import Sujet, TypeEvenement
from egide.droit.maternite.enumerations import Beneficiaire
from egide.moteur.evaluation import Evaluation
from egide.moteur.periode import jour as jour_du_numero
from egide.services.demarches import CONTESTER
from egide.services.dossier_naissance import Dates, DossierNaissance
from egide.services.reponse_prestations import Demarche


def demarches_d_une_naissance(
    dossier: DossierNaissance, durees: Evaluation, dates: Dates, debut: date
) -> list[Demarche]:
    """Return when to stop for all that can be paid, what to send, and how to contest."""
    caisse = dossier.a_qui(Sujet.REMBOURSEMENT_SOINS)
    evenement = dossier.situation.evenement
    assert evenement is not None
    demarches = [_s_arreter(durees, dates, evenement.type)]
    if dossier.beneficiaire is Beneficiaire.CONJOINT:
        demarches.append(
            Demarche(
                "Envoyer un double du bulletin de paie du remplaçant, ou la facture de l'intérim",
                caisse,
                "après le remplacement",
                ("CSS D. 663-3",),
            )
        )
    demarches += [
        Demarche(
            _quoi_envoyer(evenement.type),
            caisse,
            f"dès le début de l'arrêt, le {debut:%d/%m/%Y}",
            ("CSS D. 623-5", "CSS D. 623-6"),
        ),
        Demarche(
            "Contester un refus ou un montant, par lettre motivée",
            f"commission de recours amiable de l'organisme qui a décidé : {caisse}",
            CONTESTER,
            ("CSS L. 142-4", "CSS R. 142-1", "CSS R. 142-1-A", "CSS R. 142-6"),
        ),
    ]
    return demarches


def _quoi_envoyer(type_: TypeEvenement | None) -> str:
    if type_ is TypeEvenement.MATERNITE:
        return (
            "Demander l'allocation et les indemnités par le formulaire, avec la déclaration de cessation d'activité et "
            "le certificat médical qui dit la durée de l'arrêt"
        )
    if type_ is TypeEvenement.PATERNITE:
        return (
            "Demander les indemnités, avec la déclaration de cessation d'activité, l'acte de naissance et, s'il y a "
            "lieu, le bulletin d'hospitalisation de l'enfant"
        )
    return "Demander l'allocation et les indemnités par le formulaire, avec la déclaration de cessation d'activité"


def _s_arreter(durees: Evaluation, dates: Dates, type_: TypeEvenement | None) -> Demarche:
    """Return the days on which to stop and to resume."""
    du = jour_du_numero(float(durees["debut_de_la_periode"]))
    if type_ is TypeEvenement.MATERNITE:
        au = jour_du_numero(float(durees["fin_de_la_periode"]))
        minimal, apres = int(durees["arret_minimal"]), int(durees["arret_minimal_apres"])
        reprise = dates.arrivee + timedelta(days=apres)
        tard = reprise - timedelta(days=minimal)
        return Demarche(
            "Cesser toute activité",
            "",
            f"du {du:%d/%m/%Y} au {au:%d/%m/%Y} pour tous les jours possibles ; pour la durée minimale, du "
            f"{tard:%d/%m/%Y} au plus tard, et sans reprendre avant le {reprise:%d/%m/%Y} ; trois semaines au plus "
            "d'avant la naissance se reportent après, sur prescription",
            ("CSS D. 623-2", "CSS L. 331-3", "CSS L. 331-4", "CSS L. 331-4-1"),
        )
    if type_ is TypeEvenement.PATERNITE:
        limite = jour_du_numero(float(durees["fin_de_la_periode"]))
        if "arret_minimal" in durees:
            fin = dates.arrivee + timedelta(days=int(durees["arret_minimal"]) - 1)
            return Demarche(
                "Cesser toute activité",
                "",
                f"du {dates.arrivee:%d/%m/%Y} au {fin:%d/%m/%Y} au moins ; le reste en une fois, ou en trois périodes "
                f"en tout d'au moins cinq jours chacune, jusqu'au {limite:%d/%m/%Y}",
                ("CSS D. 623-2",),
            )
        return Demarche("Cesser toute activité", "", f"en une fois, jusqu'au {limite:%d/%m/%Y}", ("CSS L. 331-8",))
    return Demarche(
        "Cesser toute activité", "", f"à partir de l'arrivée de l'enfant, le {du:%d/%m/%Y}", ("CSS L. 623-1",)
    )
