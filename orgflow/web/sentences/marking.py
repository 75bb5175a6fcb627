"""Marks sentences for translation where they stand; they are translated where they are said."""


def say(sentence: str) -> str:
    """Return the sentence; its being here tells the catalogue's collector of it."""
    return sentence
