"""Papan dan laporan: all that runs, and what a month brought."""
