"""Documents derived from a change-set: what each says, apart from its page, its PDF and its Word file."""
