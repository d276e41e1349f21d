"""The JSON Schema of a situation."""

from __future__ import annotations

from typing import Any

from egide.situation.modele import Situation


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the document, described in French."""
    # Only who asks for the schema pays for its generator.
    from pydantic.json_schema import GenerateJsonSchema

    class SansTitre(GenerateJsonSchema):
        """A generator that gives no title to a field: its name is its title."""

        def field_title_should_be_set(self, schema: Any) -> bool:
            return False

    corps = Situation.model_json_schema(schema_generator=SansTitre)
    return {"$schema": GenerateJsonSchema.schema_dialect, **corps}
