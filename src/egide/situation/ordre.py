"""Days that must follow one another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from egide.situation.fautes import Faute


def dans_l_ordre(champ: str, jour: date | None, avant: date | None, quoi: str) -> Iterator[Faute]:
    """Yield a fault when a day comes before the one that it must follow; the same day is accepted."""
    if jour is not None and avant is not None and jour < avant:
        yield Faute(champ, jour, f"{jour} précède {avant} ({quoi}) ; attendu : au plus tôt {avant}")
