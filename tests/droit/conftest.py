"""What spares the tests of the law minutes of compilation."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest

from egide.moteur import compilation


@pytest.fixture
def boucles_de_python(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the loops of kernels to Python: only the rules they call are compiled, once for all categories."""

    def module(source: str, *_: Any) -> ModuleType:
        noyau = ModuleType("noyau")
        exec(source.replace("from numba import njit", "njit = lambda **_: lambda f: f"), noyau.__dict__)
        return noyau

    monkeypatch.setattr(compilation, "_module", module)
