"""What each kind of document says, from the proposal, the letters before and what people told."""

from collections.abc import Callable, Mapping
from typing import Final

from orgflow.domain.calendar import format_date
from orgflow.domain.letters.details import without_ends
from orgflow.domain.letters.facts import FactValue
from orgflow.domain.letters.kind_frames import enclosed_titles, subject_of_kind
from orgflow.domain.letters.kinds import LetterKind
from orgflow.domain.letters.letter_inputs import LetterInputs
from orgflow.domain.letters.meeting_bodies import attendance, invitation, minutes, notes
from orgflow.domain.letters.spelling import counted

Body = Mapping[str, FactValue]
LETTER_NAME: Final = "konsep surat {governor} kepada Menteri Dalam Negeri"
ASKED_BY: Final = "Direktur Jenderal Otonomi Daerah"
INSTRUCTIONS: Final = (
    "proses/tindak lanjuti",
    "tanggapan dan saran",
    "koordinasikan",
    "jadwalkan",
    "wakili/dampingi",
    "arsip",
)
_ORDINALS: Final = (
    "KESATU",
    "KEDUA",
    "KETIGA",
    "KEEMPAT",
    "KELIMA",
    "KEENAM",
    "KETUJUH",
    "KEDELAPAN",
    "KESEMBILAN",
    "KESEPULUH",
)


def _governor_letter(inputs: LetterInputs) -> Body:
    proposal, office = inputs.proposal, inputs.office
    return {
        "unit_name": proposal.unit_name,
        "new_name": proposal.new_name,
        "unit_kind_name": proposal.unit_kind_name,
        "secretariat": office.secretariat,
        "government_name": office.government_name,
        "governor": office.head,
        "duty_field": proposal.unit_duty_field,
        "guideline_name": proposal.guideline_name,
        "follows_guideline": proposal.follows_guideline,
        "considerations": _considerations(inputs),
        "structure_changes": proposal.structure_changes,
        "duties_change": proposal.duties_change,
        "adds_posts": proposal.adds_posts,
        "posts_before": proposal.posts_before if proposal.adds_posts else None,
        "posts_after": proposal.posts_after if proposal.adds_posts else None,
        "other_agency": proposal.other_agency,
        "enclosure_titles": enclosed_titles(inputs),
        "changes": tuple({"before": change.before, "after": change.after} for change in proposal.changes),
        "regulation": {**_regulation(inputs), "title": proposal.regulation.title},
    }


def _secretary_letter(inputs: LetterInputs) -> Body:
    return {
        "unit_name": inputs.proposal.unit_name,
        "new_name": inputs.proposal.new_name,
        "secretariat": inputs.office.secretariat,
        "topics": inputs.details.points("topics"),
        "wished_time": inputs.details.line("wished_time"),
    }


def _bureau_letter(inputs: LetterInputs) -> Body:
    return {
        "unit_name": inputs.proposal.unit_name,
        "overlaps": inputs.details.points("overlaps") or without_ends(inputs.proposal.overlaps),
        "answer_by": _day(inputs, "answer_by"),
    }


def _memo(inputs: LetterInputs) -> Body:
    details, proposal = inputs.details, inputs.proposal
    return {
        "unit_name": proposal.unit_name,
        "new_name": proposal.new_name,
        "governor": inputs.office.head,
        "guideline_name": None if proposal.follows_guideline else proposal.guideline_name,
        "options": details.points("options"),
        "chosen_option": details.line("chosen_option"),
        "adds_posts": proposal.adds_posts,
        "touches_budget": details.flag("touches_budget"),
        "coordination": details.points("coordination"),
        "regulation": _regulation(inputs),
    }


def _submission_memo(inputs: LetterInputs) -> Body:
    return {
        "letter_name": LETTER_NAME.format(governor=inputs.office.head),
        "letter_subject": inputs.letters.ours.subject or subject_of_kind(inputs),
        "reviewed_by": inputs.details.points("reviewed_by"),
        "has_all_paraf": inputs.has_all_paraf,
        "enclosed": len(enclosed_titles(inputs)),
    }


def _staff_study(inputs: LetterInputs) -> Body:
    proposal = inputs.proposal
    return {
        "unit_name": proposal.unit_name,
        "new_name": proposal.new_name,
        "secretariat": inputs.office.secretariat,
        "guideline_name": None if proposal.follows_guideline else proposal.guideline_name,
        "considerations": _considerations(inputs),
        "options": inputs.details.points("options"),
        "adds_posts": proposal.adds_posts,
    }


def _cover_letter(inputs: LetterInputs) -> Body:
    given = inputs.details.rows("sent", 3)
    told = given or tuple((_capital(title), "", "") for title in inputs.proposal.enclosure_titles)
    rows = tuple(
        {"number": f"{place}.", "what": what, "amount": amount or f"{counted(1)} berkas", "note": note}
        for place, (what, amount, note) in enumerate(told, start=1)
    )
    return {"sent": rows, "total": len(rows)}


def _disposition(inputs: LetterInputs) -> Body:
    details, ministry = inputs.details, inputs.letters.ministry
    is_ministry = ministry.number is not None
    received = details.day("received_on")
    incoming = details.day("incoming_on") or ministry.dated_on
    return {
        "sender": details.line("incoming_sender") or (ASKED_BY if is_ministry else None),
        "number": details.line("incoming_number") or ministry.number,
        "dated": format_date(incoming) if incoming is not None else None,
        "received": format_date(received) if received is not None else None,
        "agenda_number": details.line("agenda_number"),
        "urgency": inputs.class_words,
        "about": details.line("incoming_subject") or ministry.subject,
        "forward_to": details.lines("forward_to") or (f"Kepala {inputs.proposal.unit_name}",),
        "instructions": INSTRUCTIONS,
    }


def _completion(inputs: LetterInputs) -> Body:
    details, ministry = inputs.details, inputs.letters.ministry
    day = details.day("ministry_on") or ministry.dated_on
    derived = inputs.letters.items or tuple((asked, "", "") for asked in inputs.letters.asked)
    told = details.rows("answers", 3) or derived
    return {
        "ministry_letter_from": ASKED_BY,
        "ministry_number": details.line("ministry_number") or ministry.number,
        "ministry_date": format_date(day) if day is not None else None,
        "ministry_subject": details.line("ministry_subject") or ministry.subject,
        "rows": tuple(
            {"number": f"{place}.", "note": note, "answer": answer or None, "place": where or None}
            for place, (note, answer, where) in enumerate(told, start=1)
        ),
    }


def _follow_up(inputs: LetterInputs) -> Body:
    ours = inputs.letters.ours
    return {
        "governor": inputs.office.head,
        "first_number": ours.number,
        "first_date": format_date(ours.dated_on) if ours.dated_on is not None else None,
        "first_subject": ours.subject or "",
        "contact": inputs.details.line("contact_person"),
    }


def _assignment(inputs: LetterInputs) -> Body:
    details = inputs.details
    return {
        "bases": details.points("bases"),
        "people": tuple(
            {"number": f"{place}.", "name": name, "office": office}
            for place, (name, office) in enumerate(details.rows("people", 2), start=1)
        ),
        "tasks": details.points("tasks"),
    }


def _decree(inputs: LetterInputs) -> Body:
    about, unit = subject_of_kind(inputs), inputs.proposal.unit_name
    considerations = inputs.details.points("considerations") or (
        f"bahwa untuk menyusun usulan perubahan nomenklatur {unit} perlu dibentuk tim",
    )
    closing = (
        f"bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam {_letters(len(considerations))}, "
        f"perlu menetapkan Keputusan Gubernur tentang {about}"
    )
    dicta = inputs.details.lines("dicta") or (
        f"Membentuk Tim Penyusun Usulan Perubahan Nomenklatur {unit}.",
        (
            "Tim sebagaimana dimaksud dalam diktum KESATU bertugas menyusun kajian, matriks persandingan, "
            "dan rancangan Peraturan Gubernur."
        ),
        "Keputusan Gubernur ini mulai berlaku pada tanggal ditetapkan.",
    )
    return {
        "governor": inputs.office.head.upper(),
        "considerations": tuple(
            {"letter": f"{_letter(place)}.", "words": f"{words};"}
            for place, words in enumerate((*considerations, closing))
        ),
        "bases": tuple(
            {"number": f"{place}.", "words": f"{words};"}
            for place, words in enumerate(inputs.details.points("bases"), start=1)
        ),
        "decides_on": f"KEPUTUSAN GUBERNUR TENTANG {about.upper()}.",
        "dicta": tuple(
            {"name": _ordinal(place), "words": words} for place, words in enumerate(dicta, start=1)
        ),
    }


_BODIES: Final[Mapping[LetterKind, Callable[[LetterInputs], Body]]] = {
    LetterKind.GOVERNOR_LETTER: _governor_letter,
    LetterKind.SECRETARY_LETTER: _secretary_letter,
    LetterKind.BUREAU_LETTER: _bureau_letter,
    LetterKind.MEMO: _memo,
    LetterKind.SUBMISSION_MEMO: _submission_memo,
    LetterKind.STAFF_STUDY: _staff_study,
    LetterKind.COVER_LETTER: _cover_letter,
    LetterKind.INVITATION: invitation,
    LetterKind.ATTENDANCE: attendance,
    LetterKind.MINUTES: minutes,
    LetterKind.NOTES: notes,
    LetterKind.DISPOSITION: _disposition,
    LetterKind.COMPLETION: _completion,
    LetterKind.FOLLOW_UP: _follow_up,
    LetterKind.ASSIGNMENT: _assignment,
    LetterKind.DECREE: _decree,
}


def body_of(inputs: LetterInputs) -> Body:
    """Return what a document's wording is filled with."""
    return _BODIES[inputs.kind](inputs)


def _regulation(inputs: LetterInputs) -> Body:
    held = inputs.proposal.regulation
    return {"number": held.number, "year": str(held.year) if held.year is not None else None}


def _considerations(inputs: LetterInputs) -> tuple[str, ...]:
    return without_ends(inputs.proposal.considerations)


def _day(inputs: LetterInputs, key: str) -> str | None:
    day = inputs.details.day(key)
    return format_date(day) if day is not None else None


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _letter(place: int) -> str:
    """Return ``a`` to ``z``, then ``aa``."""
    rounds, rest = divmod(place, 26)
    return chr(ord("a") + rest) * (rounds + 1)


def _letters(count: int) -> str:
    if count == 1:
        return "huruf a"
    if count == 2:
        return "huruf a dan huruf b"
    return f"huruf a sampai dengan huruf {_letter(count - 1)}"


def _ordinal(place: int) -> str:
    return _ORDINALS[place - 1] if place <= len(_ORDINALS) else f"KE-{place}"
