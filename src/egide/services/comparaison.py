"""Two calculations line by line, with the cause of each gap: base, minimum, ceiling, rate, exemption."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from egide.droit.commun.enumerations import Statut, slug
from egide.moteur.ecriture import ecrire
from egide.moteur.erreurs import HorsPlage, suggestion
from egide.services.cotisations import NATURES, cotisations, ouvrir_micro
from egide.services.loi import PREMIERE_ANNEE
from egide.services.noms import NomRefuse
from egide.services.reponse import Ligne, Reponse
from egide.situation import Situation, charger

ARRONDIS = 1.0
"""Euros that one rounding of each of two amounts explains."""


@dataclass(frozen=True, slots=True)
class Cause:
    """Why a line differs.

    Attributes:
        nature: "base", "minimum", "plafond", "taux", "exonération", "réduction", "arrondi", or "ligne" when only
            one side has it.
        montant: how much of the gap it makes, in euros.
        texte: the two values, written out.
    """

    nature: str
    montant: float
    texte: str


@dataclass(frozen=True, slots=True)
class Ecart:
    """One line on both sides; an amount is None where the line does not apply."""

    nom: str
    titre: str
    gauche: float | None
    droite: float | None
    causes: tuple[Cause, ...]

    @property
    def montant(self) -> float:
        return (self.droite or 0) - (self.gauche or 0)


@dataclass(frozen=True, slots=True)
class Comparaison:
    """Two answers, what each is called, and their gaps, line by line; the total, which they add up to, comes last."""

    gauche: Reponse
    droite: Reponse
    noms: tuple[str, str]
    ecarts: tuple[Ecart, ...]

    def to_dict(self) -> dict[str, Any]:
        return {
            "question": "comparer",
            "gauche": _cote(self.noms[0], self.gauche),
            "droite": _cote(self.noms[1], self.droite),
            "ecarts": [{**asdict(e), "ecart": e.montant} for e in self.ecarts],
            "hypotheses": self.hypotheses(),
            "a_confirmer": list(dict.fromkeys([*self.gauche.a_confirmer, *self.droite.a_confirmer])),
        }

    def hypotheses(self) -> list[str]:
        """Return what was noted or assumed on both sides, then on one of them, whose name comes first."""
        gauche, droite = ([*r.notes, *r.hypotheses] for r in (self.gauche, self.droite))
        d_un_cote = [
            f"{nom} : {texte}"
            for nom, ici, ailleurs in ((self.noms[0], gauche, droite), (self.noms[1], droite, gauche))
            for texte in ici
            if texte not in ailleurs
        ]
        return [*(texte for texte in gauche if texte in droite), *d_un_cote]


def _cote(nom: str, reponse: Reponse) -> dict[str, Any]:
    motif = {"motif": reponse.motif} if reponse.motif else {}
    return {"nom": nom, "annee": reponse.annee, "nature": reponse.nature, **motif}


def comparer(
    situation: Situation | Mapping[str, Any] | str,
    avec: Situation | Mapping[str, Any] | str | int | None = None,
    *,
    annee: int | None = None,
    nature: str = "definitives",
    extrapoler: bool = False,
) -> Comparaison:
    """Compare two calculations of contributions.

    A micro-entrepreneur is compared with an individual business, unless `avec` is a year or another situation.

    Args:
        situation: the person on the left.
        avec: a year, a nature of amounts, another situation, or for a micro-entrepreneur another status; by default
            the year before.
        annee, nature, extrapoler: of the left side, and of the right one where `avec` does not say otherwise.

    Raises:
        the errors of `cotisations`, for either side.
    """
    lue = charger(situation)
    if (autre_statut := _statut(avec)) is not None or avec is None:
        seul = autre_statut is not None
        micro = ouvrir_micro(lue, annee=annee, nature=nature, extrapoler=extrapoler, seul=seul)
        if micro is not None and (seul or not micro.autres):
            from egide.services.statuts import comparer_statuts

            return comparer_statuts(micro, autre_statut or Statut.ENTREPRISE_INDIVIDUELLE)
    if autre_statut is not None:
        raise NomRefuse(
            str(avec), f"« {avec} » ne se compare qu'avec un micro-entrepreneur (statut: micro_entrepreneur)."
        )
    gauche = cotisations(lue, annee=annee, nature=nature, extrapoler=extrapoler)
    autre, annee_droite, nature_droite = lue, gauche.annee, nature
    if avec is None:
        annee_droite = gauche.annee - 1
    elif isinstance(avec, int) or (isinstance(avec, str) and avec.isdigit()):
        annee_droite = int(avec)
    elif isinstance(avec, str) and avec in NATURES:
        nature_droite = avec
    elif isinstance(avec, str) and avec.isidentifier() and not Path(avec).exists():
        raise NomRefuse(
            avec,
            f"« {avec} » n'est ni une année, ni une nature (definitives, provisionnelles), ni un fichier."
            f"{suggestion(avec, NATURES)}",
        )
    else:
        autre = charger(avec)
    if avec is None and annee_droite < PREMIERE_ANNEE:
        raise HorsPlage(f"{annee_droite} n'est pas couverte : dire avec quoi comparer {gauche.annee} (--avec).")
    droite = cotisations(autre, annee=annee_droite, nature=nature_droite, extrapoler=extrapoler)
    noms = (f"{gauche.annee}, {nature}", f"{annee_droite}, {nature_droite}")
    if autre is not lue:
        noms = (f"{_nom(situation)} {noms[0]}", f"{_nom(avec)} {noms[1]}")
    return Comparaison(gauche, droite, noms, tuple(_ecarts(gauche, droite)))


def _statut(avec: Any) -> Statut | None:
    """Return the status that a word names, when it is one that a micro-business is compared with."""
    return Statut.ENTREPRISE_INDIVIDUELLE if avec == slug(Statut.ENTREPRISE_INDIVIDUELLE) else None


def _nom(situation: Any) -> str:
    return Path(situation).stem if isinstance(situation, str) else "situation"


def _ecarts(gauche: Reponse, droite: Reponse) -> list[Ecart]:
    de_gauche, de_droite = gauche.lignes_par_nom(), droite.lignes_par_nom()
    ecarts = [_ecart(de_gauche.get(n), de_droite.get(n)) for n in dict.fromkeys([*de_gauche, *de_droite])]
    total = Ecart(gauche.total, "Total", gauche.valeurs.get(gauche.total), droite.valeurs.get(droite.total), ())
    return [*ecarts, total]


def _ecart(gauche: Ligne | None, droite: Ligne | None) -> Ecart:
    if gauche is None or droite is None:
        seule = gauche or droite
        assert seule is not None
        montant = seule.montant if gauche is None else -seule.montant
        cause = Cause(seule.deduction or "ligne", montant, "ne s'applique que d'un côté")
        return Ecart(
            seule.nom,
            seule.titre,
            gauche.montant if gauche else None,
            droite.montant if droite else None,
            (cause,) if montant else (),
        )
    return Ecart(gauche.nom, gauche.titre, gauche.montant, droite.montant, tuple(_causes(gauche, droite)))


def _causes(gauche: Ligne, droite: Ligne) -> list[Cause]:
    """Split a gap: the change of base at the rate of the left, the change of rate on the base of the right, exemptions.

    A line is its base times its mean rate; the three parts add up to the gap.
    """
    if gauche.montant == droite.montant and gauche.assiette == droite.assiette:
        return []
    if gauche.deduction:
        texte = f"{ecrire(gauche.montant, '€')} → {ecrire(droite.montant, '€')}"
        return [Cause(gauche.deduction, droite.montant - gauche.montant, texte)]
    avant = tuple(li.montant if li.avant_exoneration is None else li.avant_exoneration for li in (gauche, droite))
    bases = tuple(li.assiette[1] if li.assiette else 0.0 for li in (gauche, droite))
    moyen = avant[0] / bases[0] if bases[0] else (avant[1] / bases[1] if bases[1] else 0.0)
    par_la_base = (bases[1] - bases[0]) * moyen
    par_le_taux = avant[1] - avant[0] - par_la_base
    causes = []
    if bases[0] != bases[1]:
        texte = f"{ecrire(bases[0], '€')} → {ecrire(bases[1], '€')}"
        causes.append(Cause(_nature_de_base(gauche, droite), round(par_la_base, 2), texte))
    if gauche.taux != droite.taux and par_le_taux:
        causes.append(Cause("taux", round(par_le_taux, 2), f"{_taux(gauche)} → {_taux(droite)}"))
    elif abs(par_le_taux) > ARRONDIS * max(gauche.arrondis, droite.arrondis):
        causes.append(Cause("plafond", round(par_le_taux, 2), "la limite d'une tranche"))
    elif par_le_taux:
        causes.append(Cause("arrondi", round(par_le_taux, 2), "à l'euro"))
    exonerations = (avant[0] - gauche.montant, avant[1] - droite.montant)
    if exonerations[0] != exonerations[1]:
        texte = f"{ecrire(exonerations[0], '€')} → {ecrire(exonerations[1], '€')} exonérés"
        causes.append(Cause("exonération", exonerations[0] - exonerations[1], texte))
    return causes


def _nature_de_base(gauche: Ligne, droite: Ligne) -> str:
    """Say what moved a base: a minimum on either side, a ceiling, or the income itself."""
    decisifs = gauche.decisifs | droite.decisifs
    if any(nom.startswith("assiette_minimale") for nom in decisifs):
        return "minimum"
    if any(nom.startswith("assiette_maximale") or nom in ("pass_", "plafond_proratise") for nom in decisifs):
        return "plafond"
    return "base"


def _taux(ligne: Ligne) -> str:
    return " + ".join(ecrire(t, "fraction") for t in ligne.taux) or "0 %"
