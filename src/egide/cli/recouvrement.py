"""The commands about paying: the schedule, late payment, a call received, the C3S."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from egide.cli.options import annee, ecrire_json, en_json, extrapoler, jour_demande, situation


@click.command()
@situation
@annee
@click.option("--au", metavar="AAAA-MM-JJ", help="Jour où l'on se place (par défaut : le dernier vérifié).")
@click.option("--ics", metavar="FICHIER", help="Écrit aussi un agenda (iCalendar).")
@click.option("--xlsx", metavar="FICHIER", help="Écrit aussi un classeur, dont les sommes sont des formules.")
@click.option("--prevision", is_flag=True, help="Les vingt-quatre mois à venir, et ce qu'il faut mettre de côté.")
@extrapoler
@en_json
def echeancier(
    situation: str, json_: bool, au: str | None, ics: str | None, xlsx: str | None, prevision: bool, **options: Any
) -> None:
    """Ce qui se paie dans l'année, et quand : appels, régularisation, ou déclarations d'un micro-entrepreneur."""
    if prevision:
        _repondre_prevision(situation, jour_demande(au, "--au"), json_=json_)
        return
    from egide.services.echeancier import echeancier as poser

    reponse = poser(situation, au=jour_demande(au, "--au"), **options)
    if ics or xlsx:
        from egide.cli.exports import exporter_ics, exporter_xlsx

        for chemin, exporter in ((ics, exporter_ics), (xlsx, exporter_xlsx)):
            if chemin:
                exporter(reponse, chemin)
    if json_:
        ecrire_json(reponse.to_dict())
    else:
        _afficher_echeancier(reponse)


@click.command()
@situation
@click.option("--au", metavar="AAAA-MM-JJ", help="Jour où l'on se place (par défaut : le dernier vérifié).")
@extrapoler
@en_json
def majorations(situation: str, json_: bool, au: str | None, **options: Any) -> None:
    """Ce que coûte un retard de paiement du compte : majorations, remise, prescription, contestation."""
    from egide.services.majorations import majorations as poser

    reponse = poser(situation, au=jour_demande(au, "--au"), **options)
    if json_:
        ecrire_json(reponse.to_dict())
    else:
        from egide.cli.affichage_recouvrement import afficher_majorations

        afficher_majorations(reponse)


@click.command("verifier-appel")
@situation
@extrapoler
@en_json
def verifier_appel(situation: str, json_: bool, **options: Any) -> None:
    """Un appel reçu de l'Urssaf, comparé ligne à ligne, avec la cause probable de chaque écart."""
    from egide.services.verifier_appel import verifier_appel as poser

    reponse = poser(situation, **options)
    if json_:
        ecrire_json(reponse.to_dict())
    else:
        from egide.cli.affichage_recouvrement import afficher_verification

        afficher_verification(reponse)


@click.command()
@situation
@annee
@extrapoler
@en_json
def c3s(situation: str, json_: bool, **options: Any) -> None:
    """La contribution sociale de solidarité de la société : due ou non, combien, quand, à qui."""
    from egide.services.c3s import c3s as poser

    reponse = poser(situation, **options)
    if json_:
        ecrire_json(reponse.to_dict())
    else:
        from egide.cli.affichage_recouvrement import afficher_c3s

        afficher_c3s(reponse)


def _repondre_prevision(situation: str, au: date | None, *, json_: bool) -> None:
    from egide.services.prevision import prevision as poser

    reponse = poser(situation, au=au)
    if json_:
        ecrire_json(reponse.to_dict())
    else:
        from egide.cli.affichage_recouvrement import afficher_prevision

        afficher_prevision(reponse)


def _afficher_echeancier(reponse: Any) -> None:
    if hasattr(reponse, "declarations"):
        from egide.cli.affichage_micro import afficher_echeancier

        afficher_echeancier(reponse)
    else:
        from egide.cli.affichage_recouvrement import afficher_appels

        afficher_appels(reponse)
