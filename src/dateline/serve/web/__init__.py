"""The web surfaces: pages, the JSON API and feeds, over one desk, read-only."""
