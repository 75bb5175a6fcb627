"""Files on disk, and what an upload must be."""
