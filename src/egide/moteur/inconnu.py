"""What is not known, a fact not given or a figure not found: it only matters to the rules that use it."""

from __future__ import annotations

from typing import Any


class InconnuLu(Exception):
    """A value that is not known has been read."""


class _Inconnu:
    """Stands for what is not known: a rule that uses it has no value, one that does not is none the worse."""

    def _lire(self, *_: Any) -> Any:
        raise InconnuLu

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _lire
    __floordiv__ = __rfloordiv__ = __neg__ = __bool__ = __float__ = __iter__ = _lire
    __lt__ = __le__ = __gt__ = __ge__ = __eq__ = __ne__ = _lire
    __hash__ = object.__hash__


INCONNU = _Inconnu()
