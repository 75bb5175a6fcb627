"""Bagan, the classical chart."""
