"""What spares the tests of the law minutes of compilation."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest

from egide.moteur import compilation
from egide.population.noyaux import noyaux


@pytest.fixture
def boucles_de_python(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Leave the loops of kernels to Python: only the rules they call are compiled, once for all categories."""

    def module(source: str, *_: Any) -> ModuleType:
        noyau = ModuleType("noyau")
        exec(source.replace("from numba import njit", "njit = lambda **_: lambda f: f"), noyau.__dict__)
        return noyau

    # Kernels are kept from one request to the next: neither kind may serve where the other is meant.
    noyaux.cache_clear()
    monkeypatch.setattr(compilation, "_module", module)
    yield
    noyaux.cache_clear()
