"""Memory for results, taken again once the caller has dropped them.

The system clears what it gives: on fresh memory the clearing takes longer than the computation. A block lent goes back
to the reserve when the last array over it is gone.
"""

from __future__ import annotations

import weakref
from threading import RLock
from typing import Any

import numpy as np
from numpy.typing import NDArray

OCTETS_GARDES = 512 * 2**20
"""Most that the reserve keeps from one call to the next."""

_reserve: list[NDArray[np.float64]] = []
_verrou = RLock()
"""Several threads compute; an array may be dropped by the collector while its thread holds the lock."""


class _Pret:
    """A block as arrays see it: they keep it alive, it does not keep them."""

    def __init__(self, bloc: NDArray[np.float64]) -> None:
        self.__array_interface__: dict[str, Any] = bloc.__array_interface__
        weakref.finalize(self, _rendre, bloc).atexit = False


def tableau(rangees: int, colonnes: int) -> NDArray[np.float64]:
    """Return an array of this shape that holds anything."""
    taille = rangees * colonnes
    bloc = _reprendre(taille)
    if bloc is None:
        bloc = np.empty(taille)
    return np.asarray(_Pret(bloc))[:taille].reshape(rangees, colonnes)


def vider() -> None:
    """Give what the reserve keeps back to the system."""
    _reserve.clear()


def _reprendre(taille: int) -> NDArray[np.float64] | None:
    """Take out of the reserve a block large enough, but not so large that most of it would be idle."""
    with _verrou:
        for rang, bloc in enumerate(_reserve):
            if taille <= bloc.size <= 2 * taille:
                return _reserve.pop(rang)
    return None


def _rendre(bloc: NDArray[np.float64]) -> None:
    """Put a block back, before older ones, which make room."""
    with _verrou:
        _reserve.insert(0, bloc)
        while sum(b.nbytes for b in _reserve) > OCTETS_GARDES:
            _reserve.pop()
