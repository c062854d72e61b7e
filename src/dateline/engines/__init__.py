"""Ports and adapters for language models of every size."""
