"""Makes the imaginary country importable by name, as compiled kernels import the rules they are made of."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ICI = str(Path(__file__).parent)
if ICI not in sys.path:
    sys.path.insert(0, ICI)


@pytest.fixture(autouse=True, scope="session")
def cache_a_part(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what the tests compile out of the cache of the person who runs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield
