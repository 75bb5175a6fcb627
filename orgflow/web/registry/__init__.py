"""Pages by which the registry is kept."""
