"""The lines of a signing block as paragraphs of a Word file."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from orgflow.letters import docx_styles as styles
from orgflow.letters.blocks import Signature, Text
from orgflow.letters.docx_blocks import written_runs
from orgflow.letters.docx_elements import Form, paragraph

_ABOVE_CM: Final = 0.42
_AROUND_MARK_CM: Final = 0.8


def signed_paragraphs(signature: Signature, left_cm: float) -> Iterator[etree._Element]:
    """Yield the lines of a block that begins so far from the left; all but the last stay together."""
    titles = [*signature.lead, *((Text(line),) for line in signature.title_lines)]
    for position, runs in enumerate(titles):
        above = _ABOVE_CM if position == 0 else None
        yield paragraph(styles.SIGN_TITLE, written_runs(runs), Form(before_cm=above, left_cm=left_cm))
    if signature.mark:
        form = Form(before_cm=_AROUND_MARK_CM, left_cm=left_cm)
        yield paragraph(styles.SIGN_TITLE, written_runs((Text(signature.mark),)), form)
    last = len(signature.signer) - 1
    for position, runs in enumerate(signature.signer):
        form = Form(
            before_cm=_AROUND_MARK_CM if signature.mark and position == 0 else None,
            left_cm=left_cm,
            keeps_next=position < last,
        )
        style = styles.SIGN_REST if position else styles.SIGN_NAME
        yield paragraph(style, written_runs(runs), form)
