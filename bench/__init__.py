"""Measures quality and speed on data named by an argument; floors are in ``floors.toml``."""
