"""Rows that are refused, by reason."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Rangees = NDArray[np.int64]


class Refus(dict[str, Rangees]):
    """The ranks of the rows refused, by reason; a reason without rows is not kept."""

    @classmethod
    def de(cls, motif: str, rangees: Rangees) -> Refus:
        """Return what one reason refuses."""
        refus = cls()
        refus.ajouter(motif, rangees)
        return refus

    def ajouter(self, motif: str, rangees: Rangees) -> None:
        """Add rows under a reason."""
        if len(rangees):
            self[motif] = np.concatenate([self[motif], rangees]) if motif in self else rangees

    def joindre(self, autre: Refus, parmi: Rangees | None = None) -> None:
        """Add what is refused of some rows, `parmi`, or of all."""
        for motif, rangees in autre.items():
            self.ajouter(motif, rangees if parmi is None else parmi[rangees])
