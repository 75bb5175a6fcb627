"""A whole office as the ground of a walk: each try goes through the use case that a page calls."""

from collections.abc import Callable
from datetime import date
from typing import Final

from orgflow.domain.changes.rebase_conflicts import Choice
from orgflow.domain.ministry.grants import Reply
from orgflow.domain.ministry.items import ItemKind, NewItem
from orgflow.domain.notes.anchoring import PlaceKind
from orgflow.domain.notes.note import NoteAct, NoteKind
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.values import OperationId, ProposalId
from orgflow.services.changes import ChangeOperations, change_operations
from orgflow.services.commencement_days import (
    CorrectCommencement,
    SetCommencement,
    correct_commencement,
    set_commencement,
)
from orgflow.services.commencement_questions import DecideCommencement, Decision, decide_commencement
from orgflow.services.commencing_by_itself import commence_due
from orgflow.services.context import Context
from orgflow.services.enactment import Commence, Enact, Promulgate, commence, enact, promulgate
from orgflow.services.evidence import AttachDocument, attach_document
from orgflow.services.incoming_letters import RegisterIncoming, register_incoming
from orgflow.services.letters import RecordNumber, record_number
from orgflow.services.ministry_answers import ComposeAnswer, RecordAnswer, compose_answer, record_answer
from orgflow.services.ministry_items import AnswerItem, AskItems, answer_item, ask_items
from orgflow.services.notes import ReplyToNote, WriteNote, reply_to_note, write_note
from orgflow.services.proposals import (
    CopyProposal,
    CreateProposal,
    EditProposal,
    copy_proposal,
    create_proposal,
    edit_proposal,
)
from orgflow.services.road import TakeStep, take_step
from orgflow.services.routes import MoveToRoute, move_to_route
from orgflow.store import letters, ministry, notes, proposals
from orgflow.store.letters import LetterRow
from orgflow.store.proposals import Scope
from tests.factories.ministry import OTDA, answer_revision
from tests.factories.roads import a_scan, freeze
from tests.walks.office_people import change_people
from tests.walks.trying import Try, What, Who
from tests.walks.whole_office import Records, questions_of

A = Action
_SCAN: Final = a_scan()
_OF_PEOPLE: Final = frozenset({What.LEND, What.SUBSTITUTE, What.RECALL, What.LEAVE, What.APPOINT})


class WholeOffice(Records):
    """The ground of a walk that goes through every use case it needs."""

    def turn_to(self, day: date) -> None:
        """Let it be another day."""
        self.office.clock.set_to(day)

    def ready(self, tried: Try) -> bool:
        """Let TU issue and number the letter that a step needs; say whether anything was done."""
        if tried.action not in (A.SIGN, A.SEND):
            return False
        proposal_id = self.cases[tried.case]
        with self.office.resources.reading() as session:
            state = proposals.load_row(session, Scope(self.office.government_id), proposal_id).state
            live = [one for one in letters.main_letters_of(session, proposal_id) if one.state != "void"]
        if state != ProposalState.SIGNING or not live:
            return False
        if live[0].state == "draft":
            freeze(self.office, proposal_id)
            return True
        return tried.action is A.SEND and live[0].number is None and self._number(live[0])

    def begin(self, who: Who, name: str) -> None:
        """Let somebody draft a proposal that renames the bureau."""
        ctx = self.context(who)
        command = CreateProposal(self.units["bureau"], name, "alasan pertama\nalasan kedua")
        self._add(ctx, ProposalId(create_proposal(ctx, command)))

    def do(self, tried: Try) -> None:
        """Carry it out; what the rules refuse raises a DomainError."""
        if tried.what is What.DUE:
            commence_due(self.office.as_system())
            return
        ctx = self.context(tried.who)
        if tried.what in _OF_PEOPLE:
            change_people(self, ctx, tried)
            return
        doing: dict[What, Callable[[Context, Try], object]] = {
            What.EDIT: self._edit,
            What.OPERATION: self._add_operation,
            What.TAKE: self._take,
            What.REROUTE: self._reroute,
            What.COPY: self._copy,
            What.NOTE: self._note,
            What.REPLY: self._reply,
            What.LETTER: self._letter,
            What.ASK: self._ask,
            What.ANSWER: self._answer,
            What.COMPOSE: self._compose,
            What.RECORD: self._record,
            What.SET_DAY: self._set_day,
            What.CORRECT_DAY: self._correct_day,
            What.DECIDE: self._decide,
            What.COMMENCE: lambda ctx, t: commence(ctx, Commence(*self._at(t))),
        }
        doing[tried.what](ctx, tried)

    def _at(self, tried: Try) -> tuple[ProposalId, int]:
        """Return the proposal and the revision that somebody sees; a stale page shows an earlier one."""
        return self.cases[tried.case], self.revision(tried.case) - (1 if tried.is_stale else 0)

    def _add(self, ctx: Context, proposal_id: ProposalId) -> None:
        self.cases.append(proposal_id)
        self.letters.append([])
        for code in ("KAJIAN", "RANPERGUB"):
            seen = self.revision(len(self.cases) - 1)
            attach_document(ctx, AttachDocument(proposal_id, seen, code, _SCAN))

    def _number(self, letter: LetterRow) -> bool:
        given = f"000.8.1.2/{letter.id.int}/UJI/2026"
        command = RecordNumber(letter.id, letter.revision, given, self.office.clock.now.date())
        record_number(self.context(Who.TU), command)
        return True

    def _edit(self, ctx: Context, tried: Try) -> None:
        edit_proposal(ctx, EditProposal(*self._at(tried), f"alasan {self.new_id()}", "", None, None))

    def _add_operation(self, ctx: Context, tried: Try) -> None:
        change_operations(ctx, ChangeOperations(*self._at(tried), tried.operation))

    def _copy(self, ctx: Context, tried: Try) -> None:
        self._add(ctx, ProposalId(copy_proposal(ctx, CopyProposal(*self._at(tried)))))

    def _reroute(self, ctx: Context, tried: Try) -> None:
        route = self.routes[tried.number]
        move_to_route(ctx, MoveToRoute(*self._at(tried), route.id, "Disesuaikan"))

    def _take(self, ctx: Context, tried: Try) -> None:
        proposal_id, seen = self._at(tried)
        scan = None if tried.lacks else _SCAN
        if tried.action is A.ENACT:
            number = f"UJI-{tried.case + 2}"
            command = Enact(
                proposal_id, seen, number, tried.on.year, "Perubahan Susunan", tried.on, scan, tried.late
            )
            enact(ctx, command)
        elif tried.action is A.PROMULGATE:
            gazette = "" if tried.lacks else "UJI-BD-001"
            promulgate(ctx, Promulgate(proposal_id, seen, gazette, tried.on, tried.effective, tried.late))
        else:
            assert tried.action is not None
            told = (
                ("", "", "") if tried.lacks else ("Mohon dilengkapi.", "Contoh Satu, S.Sos.", "UJI-SURAT-001")
            )
            take_step(
                ctx,
                TakeStep(
                    proposal_id,
                    tried.action,
                    seen,
                    tried.on,
                    *told,
                    scan,
                    tried.key,
                    tried.outcome,
                    tried.late,
                    doubt="Menurut lembar paraf",
                ),
            )

    def _note(self, ctx: Context, tried: Try) -> None:
        command = WriteNote(self.cases[tried.case], NoteKind.QUESTION, PlaceKind.PROPOSAL, "", tried.text)
        write_note(ctx, command)

    def _reply(self, ctx: Context, tried: Try) -> None:
        with self.office.resources.reading() as session:
            row = notes.notes_of(session, self.cases[tried.case])[tried.number]
        act = tried.act or NoteAct.ANSWER
        reply_to_note(ctx, ReplyToNote(self.cases[tried.case], row.id, row.revision, act, tried.text))

    def _letter(self, ctx: Context, tried: Try) -> None:
        number = f"100.2.2/{self.new_id().int}/OTDA"
        today = self.office.clock.now.date()
        about = (self.cases[tried.case],)
        command = RegisterIncoming(today, number, tried.on, OTDA, "Tanggapan", _SCAN, None, about)
        self.letters[tried.case].append(register_incoming(ctx, command))

    def _ask(self, ctx: Context, tried: Try) -> None:
        proposal_id, seen = self._at(tried)
        items = tuple(NewItem(ItemKind.COMPLETION, text) for text in tried.text.splitlines())
        letter = self.letters[tried.case][tried.number]
        ask_items(ctx, AskItems(proposal_id, letter, seen, items, tried.late))

    def _answer(self, ctx: Context, tried: Try) -> None:
        with self.office.resources.reading() as session:
            rows = ministry.item_rows(session, self.cases[tried.case])
        row = sorted(rows, key=lambda item: item.id.int)[tried.number]
        answer_item(ctx, AnswerItem(self.cases[tried.case], row.id, row.revision, tried.text))

    def _compose(self, ctx: Context, tried: Try) -> None:
        proposal_id, letter = self.cases[tried.case], self.letters[tried.case][tried.number]
        with self.office.resources.reading() as session:
            placed = proposals.operations_of(session, proposal_id)
        replies = tuple(
            Reply(OperationId(placed[one.place].id), one.verdict, one.reason, one.become)
            for one in tried.said
        )
        seen = answer_revision(self.office, proposal_id, letter)
        compose_answer(ctx, ComposeAnswer(proposal_id, letter, seen, replies))

    def _record(self, ctx: Context, tried: Try) -> None:
        proposal_id, seen = self._at(tried)
        letter = self.letters[tried.case][tried.number]
        composed = answer_revision(self.office, proposal_id, letter)
        record_answer(ctx, RecordAnswer(proposal_id, letter, seen, composed, tried.late))

    def _set_day(self, ctx: Context, tried: Try) -> None:
        day = tried.effective or self.office.clock.now.date()
        set_commencement(ctx, SetCommencement(*self._at(tried), day, tried.late))

    def _correct_day(self, ctx: Context, tried: Try) -> None:
        correct_commencement(ctx, CorrectCommencement(*self._at(tried), tried.effective, tried.text))

    def _decide(self, ctx: Context, tried: Try) -> None:
        proposal_id, seen = self._at(tried)
        wanted = tried.choice or Choice.LATEST
        decisions = tuple(
            Decision(one.key, wanted if one.can_keep else Choice.LATEST, "menurut rapat uji")
            for one in questions_of(self.context(Who.TU), proposal_id)
            if one.is_open
        )
        decide_commencement(ctx, DecideCommencement(proposal_id, seen, decisions))
