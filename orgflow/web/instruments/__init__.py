"""Pages of legal instruments."""
