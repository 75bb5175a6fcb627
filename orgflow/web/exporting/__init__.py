"""Pages that hand the registry out."""
