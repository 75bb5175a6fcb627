"""Pages about a regulation's commencement and what follows it."""
