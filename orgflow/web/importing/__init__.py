"""Pages of a file that is taken into the registry."""
