"""The rules: values in, new values or a named error out."""
