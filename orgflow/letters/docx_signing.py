"""The lines of a signing block as Word styles them."""

from orgflow.letters import docx_styles as styles
from orgflow.letters.blocks import Runs, Signature, Text


def signed_lines(signature: Signature) -> list[tuple[str, Runs, float | None]]:
    """Return the lines of a signing block: each with its style and the room above it in centimetres."""
    titles = [*signature.lead, *((Text(line),) for line in signature.title_lines)]
    lines: list[tuple[str, Runs, float | None]] = [
        (styles.SIGN_TITLE, runs, 0.42 if position == 0 else None) for position, runs in enumerate(titles)
    ]
    if signature.mark:
        lines.append((styles.SIGN_TITLE, (Text(signature.mark),), 0.8))
    for position, runs in enumerate(signature.signer):
        style = styles.SIGN_REST if position else styles.SIGN_NAME
        lines.append((style, runs, 0.8 if signature.mark and position == 0 else None))
    return lines
