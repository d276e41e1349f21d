"""The law, a folder a chapter: nothing but rules and enumerations. Docstrings are in French: they are shown."""
