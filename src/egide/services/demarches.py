"""What to send, to whom, within which delay, and how to contest."""

from __future__ import annotations

from egide.droit.commun.enumerations import Sujet
from egide.services.calendrier_arret import Arret
from egide.services.dossier_prestations import DossierPrestations
from egide.services.reponse_prestations import Demarche, lendemain

CONTESTER = (
    "deux mois à compter de la notification de la décision ; puis le tribunal judiciaire, deux mois après la réponse "
    "de la commission, ou son silence de deux mois"
)


def demarches_d_un_arret(dossier: DossierPrestations, arret: Arret) -> list[Demarche]:
    """Return what a sick leave asks for."""
    caisse = dossier.a_qui(Sujet.INDEMNITES_JOURNALIERES)
    limite = lendemain(arret.debut, 2)
    return [
        Demarche(
            "Envoyer l'avis d'arrêt de travail, sauf si le prescripteur l'a transmis lui-même par voie électronique",
            dossier.a_qui(Sujet.INDEMNITES_JOURNALIERES, joindre=True),
            f"deux jours après l'interruption du travail : au plus tard le {limite:%d/%m/%Y}",
            ("CSS R. 321-2", "CSS D. 323-2"),
        ),
        Demarche("Cesser toute activité pendant l'arrêt", caisse, "du premier au dernier jour", ("CSS L. 323-6",)),
        Demarche(
            "Demander les indemnités qui n'auraient pas été versées",
            caisse,
            "deux ans, à compter du premier jour du trimestre qui suit celui des jours dus",
            ("CSS L. 332-1",),
        ),
        contester(dossier),
    ]


def contester(dossier: DossierPrestations) -> Demarche:
    """Return how to contest a decision."""
    return Demarche(
        "Contester un refus ou un montant, par lettre motivée",
        f"commission de recours amiable : {dossier.a_qui(Sujet.INDEMNITES_JOURNALIERES)}",
        CONTESTER,
        ("CSS L. 142-4", "CSS R. 142-1", "CSS R. 142-1-A", "CSS R. 142-6"),
    )
