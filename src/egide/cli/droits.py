"""The commands about rights: benefits, care, complementary cover, pensions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from egide.cli.options import ecrire_explication, ecrire_json, en_json, extrapoler, jour_demande, situation


@click.command()
@situation
@extrapoler
@en_json
def prestations(situation: str, json_: bool, **options: Any) -> None:
    """Les droits qu'ouvre un événement : conditions, montants, jours indemnisés, démarches."""
    from egide.services.prestations import prestations as poser

    reponse = poser(situation, **options)
    if json_:
        ecrire_json(reponse.to_dict())
    else:
        from egide.cli.affichage_prestations import afficher_prestations

        afficher_prestations(reponse)


@click.command()
@situation
@extrapoler
@en_json
def soins(situation: str, json_: bool, **options: Any) -> None:
    """Le remboursement d'un acte de soins : taux, participation, franchise, reste à payer."""
    from egide.services.soins import soins as poser

    _afficher_droits(poser(situation, **options), json_=json_)


@click.command()
@situation
@click.option("--date", "jour", metavar="AAAA-MM-JJ", help="Jour de la demande (par défaut : le dernier vérifié).")
@extrapoler
@en_json
def c2s(situation: str, jour: str | None, json_: bool, **options: Any) -> None:
    """Complémentaire santé solidaire (CMU-C et ACS avant novembre 2019) : droit, plafonds, coût, démarches."""
    from egide.services.c2s import c2s as poser

    _afficher_droits(poser(situation, date=jour, **options), json_=json_)


def _afficher_droits(reponse: Any, *, json_: bool) -> None:
    if json_:
        ecrire_json(reponse.to_dict())
    else:
        from egide.cli.affichage_droits import afficher_droits

        afficher_droits(reponse)


@click.command()
@situation
@click.option("--date", "au", metavar="AAAA-MM-JJ", help="Date d'effet (par défaut : la première encore possible).")
@click.option("--expliquer", "explique", metavar="NOM", help="Comment une valeur de la réponse a été obtenue.")
@click.option("--departs", "compares", is_flag=True, help="Compare chaque mois de départ, jusqu'à 70 ans.")
@click.option("--graphique", metavar="FICHIER.svg", help="Dessine la pension selon le mois de départ.")
@en_json
def retraite(
    situation: str, au: str | None, explique: str | None, compares: bool, graphique: str | None, json_: bool
) -> None:
    """La retraite à une date d'effet : âges, trimestres, pension de base et complémentaire, étape par étape."""
    from egide.services.retraite import retraite as poser

    reponse = poser(situation, date=jour_demande(au))
    if explique:
        ecrire_explication(reponse.expliquer(explique), json_=json_)
        return
    mois = _departs(reponse.situation, graphique) if compares or graphique else []
    if json_:
        ecrire_json(reponse.to_dict() | ({"departs": [d.to_dict() for d in mois]} if mois else {}))
        return
    from egide.cli.affichage_retraite import afficher_departs, afficher_retraite

    afficher_retraite(reponse)
    if mois:
        afficher_departs(mois)


def _departs(situation: Any, graphique: str | None) -> list[Any]:
    """Return the months of departure, drawn in a file where one is named."""
    from egide.services.departs import departs

    trouves = departs(situation)
    if graphique and trouves:
        from egide.cli.graphique_retraite import dessiner

        try:
            dessiner(trouves, Path(graphique))
        except OSError as erreur:
            raise click.BadParameter(f"--graphique : {graphique} ne peut être écrit ({erreur.strerror}).") from None
    return trouves
