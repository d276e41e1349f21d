"""The pension by month of departure, as an SVG that is read without its colours and by a screen reader."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from egide.moteur.ecriture import ecrire
from egide.services.departs import Depart

LARGEUR, HAUTEUR = 760, 420
GAUCHE, DROITE, HAUT, BAS = 80, 34, 50, 60
MOIS_PAR_AN = 12
PARTS = 8


def dessiner(departs: Sequence[Depart], fichier: Path) -> None:
    """Write the drawing of at least one departure."""
    fichier.write_text("\n".join(_lignes(departs)) + "\n", encoding="utf-8")


def _lignes(departs: Sequence[Depart]) -> list[str]:
    premier, dernier = departs[0], departs[-1]
    pas = _pas(max(d.total for d in departs))
    sommet = (int(max(d.total for d in departs) / pas) + 1) * pas
    texte = (
        f"De {ecrire(premier.total, '€')} par mois pour un départ le {premier.date:%d/%m/%Y} à "
        f"{ecrire(dernier.total, '€')} pour un départ le {dernier.date:%d/%m/%Y}."
    )
    lignes = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LARGEUR} {HAUTEUR}" role="img" '
        'aria-labelledby="titre description" font-family="sans-serif" font-size="13" lang="fr">',
        '<title id="titre">Pension brute mensuelle selon le mois de départ</title>',
        f'<desc id="description">{texte}</desc>',
        f'<rect width="{LARGEUR}" height="{HAUTEUR}" fill="#ffffff"/>',
        f'<text x="{GAUCHE}" y="24" font-size="16" font-weight="bold" fill="#1a1a1a">'
        "Pension brute mensuelle selon le mois de départ</text>",
    ]
    for rang in range(int(sommet / pas) + 1):
        y = _y(rang * pas, sommet)
        lignes.append(f'<line x1="{GAUCHE}" y1="{y}" x2="{LARGEUR - DROITE}" y2="{y}" stroke="#d0d0d0"/>')
        montant = ecrire(float(rang * pas), "€")
        lignes.append(f'<text x="{GAUCHE - 8}" y="{y + 4}" text-anchor="end" fill="#1a1a1a">{montant}</text>')
    for rang, depart in enumerate(departs):
        if depart.age % MOIS_PAR_AN == 0:
            x, y = _x(rang, departs), HAUTEUR - BAS
            lignes.append(f'<line x1="{x}" y1="{y}" x2="{x}" y2="{y + 5}" stroke="#1a1a1a"/>')
            age = depart.age // MOIS_PAR_AN
            lignes.append(f'<text x="{x}" y="{y + 22}" text-anchor="middle" fill="#1a1a1a">{age} ans</text>')
    lignes.append(_courbe([d.base for d in departs], departs, sommet, "#8a4b00", "6 4"))
    lignes.append(_courbe([d.total for d in departs], departs, sommet, "#003f7d", ""))
    y = HAUTEUR - 14
    lignes += [
        f'<line x1="{GAUCHE}" y1="{y - 4}" x2="{GAUCHE + 36}" y2="{y - 4}" stroke="#003f7d" stroke-width="3"/>',
        f'<text x="{GAUCHE + 44}" y="{y}" fill="#1a1a1a">base et complémentaire</text>',
        f'<line x1="{GAUCHE + 250}" y1="{y - 4}" x2="{GAUCHE + 286}" y2="{y - 4}" stroke="#8a4b00" stroke-width="3" '
        'stroke-dasharray="6 4"/>',
        f'<text x="{GAUCHE + 294}" y="{y}" fill="#1a1a1a">base seule</text>',
        "</svg>",
    ]
    return lignes


def _pas(maximum: float) -> int:
    """Return a round step that cuts an amount in eight at most."""
    pas = [chiffre * puissance for puissance in (100, 1_000, 10_000) for chiffre in (1, 2, 5)]
    return next((p for p in pas if maximum < PARTS * p), pas[-1])


def _x(rang: int, departs: Sequence[Depart]) -> float:
    return round(GAUCHE + rang * (LARGEUR - GAUCHE - DROITE) / max(len(departs) - 1, 1), 1)


def _y(montant: float, sommet: float) -> float:
    return round(HAUTEUR - BAS - montant * (HAUTEUR - BAS - HAUT) / sommet, 1)


def _courbe(montants: Sequence[float], departs: Sequence[Depart], sommet: float, couleur: str, tirets: str) -> str:
    points = " ".join(f"{_x(k, departs)},{_y(m, sommet)}" for k, m in enumerate(montants))
    trait = f' stroke-dasharray="{tirets}"' if tirets else ""
    return f'<polyline points="{points}" fill="none" stroke="{couleur}" stroke-width="3"{trait}/>'
