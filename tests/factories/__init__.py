"""Builders with plain defaults: a test states only what matters to it."""
