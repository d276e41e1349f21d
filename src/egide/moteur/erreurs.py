"""Errors of the engine: what, where, why, how to mend it, did you mean."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class ErreurEgide(Exception):
    """Base of every error that is meant to be read by the person who asked."""


class LoiInvalide(ErreurEgide):
    """The law as written cannot be loaded: every fault found, one a line."""

    def __init__(self, fautes: Iterable[str]) -> None:
        self.fautes = tuple(fautes)
        super().__init__("\n".join(self.fautes))


class NomInconnu(ErreurEgide):
    """A name that is neither a rule, nor a parameter, nor a fact."""

    def __init__(self, nom: str, connus: Iterable[str], *, quoi: str = "nom") -> None:
        self.nom = nom
        super().__init__(f"{quoi} inconnu : « {nom} ».{suggestion(nom, connus)}")


class HorsPlage(ErreurEgide):
    """A date at which the law written here has not been verified."""


class FaitsManquants(ErreurEgide):
    """Facts without which the law cannot be applied.

    Attributes:
        faits: names of the missing facts, most direct first.
    """

    def __init__(self, message: str, faits: Iterable[str] = ()) -> None:
        self.faits = tuple(faits)
        super().__init__(message)


class HorsChamp(ErreurEgide):
    """A situation that the rules do not cover: which one, and whom to turn to.

    Attributes:
        motifs: (name of the exclusion rule, its explanation), in the order of the rules.
    """

    def __init__(self, motifs: Iterable[tuple[str, str]]) -> None:
        self.motifs = tuple((nom, " ".join(texte.split())) for nom, texte in motifs)
        super().__init__("\n".join(texte for _, texte in self.motifs))


class SansSolution(ErreurEgide):
    """An inversion that has no answer in the range searched."""


def suggestion(nom: str, connus: Iterable[str]) -> str:
    """Return " Vouliez-vous dire « x » ?" for the nearest known name, or an empty text."""
    proches = get_close_matches(nom, list(connus), n=1, cutoff=0.6)
    return f" Vouliez-vous dire « {proches[0]} » ?" if proches else ""
