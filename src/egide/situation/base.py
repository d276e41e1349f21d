"""What every model of a situation shares."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class Modele(BaseModel):
    """A part of a situation: closed, immutable, every key optional until a rule needs it."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False, defer_build=True)


def champ(description: str, *, unite: str | None = None) -> Any:
    """Describe an optional field.

    Args:
        description: what it is, in French; shown in the JSON Schema and in forms.
        unite: unit of the value, said in the description and kept beside it.
    """
    return Field(default=None, **_decrite(description, unite))


def vide(description: str, cls: type[Any], *, unite: str | None = None) -> Any:
    """Describe a list, a mapping or a part that is empty, never None, when it is not given."""
    return Field(default_factory=cls, **_decrite(description, unite))


def _decrite(description: str, unite: str | None) -> dict[str, Any]:
    if unite is None:
        return {"description": description}
    return {"description": f"{description} (en {unite})", "json_schema_extra": {"unite": unite}}
