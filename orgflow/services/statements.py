"""Operations as sentences in the office's words, one wording for the audit, the pages and the command."""

from collections.abc import Iterable, Mapping
from typing import Final, assert_never

from orgflow.domain.changes import operations as ops
from orgflow.domain.changes.operations import (
    Below,
    EndingOperation,
    Fate,
    FunctionOperation,
    Operation,
    PostOperation,
    UnitOperation,
)
from orgflow.domain.organisation.organisation import Organisation
from orgflow.services.wording import Clause, New, Plain, Words, clause, say

_CHILDREN: Final[Mapping[Below, str]] = {
    Below.TO_PARENT: say("; unit di bawahnya pindah ke %(parent)s"),
    Below.TO_HEIR: say("; unit di bawahnya pindah ke %(heir)s"),
    Below.ENDED: say(" beserta unit di bawahnya"),
}


def sentence(operation: Operation, standing: Organisation) -> str:
    """Return the operation as one plain Indonesian sentence without a full stop."""
    return "".join(part.said() for part in statement(operation, standing))


def statement(operation: Operation, standing: Organisation) -> tuple[Clause, ...]:
    """Return the clauses of an operation's sentence.

    Args:
        standing: the organisation that the operation meets, with the earlier ones applied.
    """
    words = Words(standing)
    if isinstance(operation, UnitOperation):
        return (_of_unit(operation, words),)
    if isinstance(operation, EndingOperation):
        return _of_ending(operation, words)
    if isinstance(operation, FunctionOperation):
        return _of_functions(operation, words)
    if isinstance(operation, PostOperation):
        return _of_post(operation, words)
    assert_never(operation)


def _of_unit(operation: UnitOperation, words: Words) -> Clause:
    match operation:
        case ops.RenameUnit(unit_id=unit_id, new_name=name):
            template = say("Nomenklatur %(unit)s diubah menjadi %(new)s")
            found = clause(template, unit=words.unit(unit_id), new=New(name))
        case ops.SwapNames(unit_id=unit_id, other_id=other_id):
            template = say("Nomenklatur %(unit)s dan %(other)s dipertukarkan")
            found = clause(template, unit=words.unit(unit_id), other=words.unit(other_id))
        case ops.CreateUnit(unit=unit):
            template = say("Dibentuk %(new)s di bawah %(parent)s")
            found = clause(template, new=New(unit.name), parent=words.unit(unit.parent_id))
        case ops.MoveUnit():
            found = _of_move(operation, words)
        case ops.ReorderUnits(parent_id=parent_id):
            found = clause(say("Urutan unit di bawah %(parent)s diubah"), parent=words.unit(parent_id))
        case ops.ChangeKind(unit_id=unit_id, kind_code=code):
            template = say("Jenis %(unit)s diubah menjadi %(new)s")
            found = clause(template, unit=words.unit(unit_id), new=New(words.kind(code)))
        case ops.RecodeUnit(unit_id=unit_id):
            found = clause(say("Nama singkat dan kode surat %(unit)s diubah"), unit=words.unit(unit_id))
        case ops.ReviseDutyField(unit_id=unit_id, duty_field=None):
            found = clause(say("Bidang tugas %(unit)s dikosongkan"), unit=words.unit(unit_id))
        case ops.ReviseDutyField(unit_id=unit_id, duty_field=field):
            template = say("Bidang tugas %(unit)s diubah menjadi %(new)s")
            found = clause(template, unit=words.unit(unit_id), new=New(field or ""))
        case _:
            assert_never(operation)
    return found


def _of_move(operation: ops.MoveUnit, words: Words) -> Clause:
    unit, target = words.unit(operation.unit_id), words.unit(operation.parent_id)
    source = words.parent(operation.unit_id)
    if source == target:
        return clause(say("Letak %(unit)s di bawah %(target)s dinyatakan lain"), unit=unit, target=target)
    template = say("%(unit)s dipindahkan dari %(source)s ke %(target)s")
    return clause(template, unit=unit, source=source, target=target)


def _of_ending(operation: EndingOperation, words: Words) -> tuple[Clause, ...]:
    match operation:
        case ops.AbolishUnit():
            return _of_abolition(operation, words)
        case ops.MergeUnits(unit_ids=unit_ids, into=into):
            template = say("%(units)s digabung menjadi %(new)s di bawah %(parent)s")
            merged = tuple(words.unit(unit_id) for unit_id in unit_ids)
            parent = words.unit(into.parent_id)
            return (clause(template, units=merged, new=New(into.name), parent=parent),)
        case ops.SplitUnit(unit_id=unit_id, parts=parts):
            news = tuple(New(part.unit.name) for part in parts)
            return (clause(say("%(unit)s dipecah menjadi %(news)s"), unit=words.unit(unit_id), news=news),)
        case _:
            assert_never(operation)


def _of_abolition(operation: ops.AbolishUnit, words: Words) -> tuple[Clause, ...]:
    heir = words.unit(operation.heir_id)
    clauses = [clause(say("%(unit)s dihapus"), unit=words.unit(operation.unit_id))]
    if operation.children in _CHILDREN:
        parent = words.parent(operation.unit_id)
        clauses.append(clause(_CHILDREN[operation.children], parent=parent, heir=heir))
    if operation.posts is Fate.TO_HEIR:
        clauses.append(clause(say("; jabatannya pindah ke %(heir)s"), heir=heir))
    if operation.functions is Fate.TO_HEIR:
        clauses.append(clause(say("; tugas dan fungsinya dialihkan ke %(heir)s"), heir=heir))
    if operation.heir_id is not None:
        clauses.append(clause(say("; surat dan usulannya dilanjutkan %(heir)s"), heir=heir))
    return tuple(clauses)


def _of_functions(operation: FunctionOperation, words: Words) -> tuple[Clause, ...]:
    match operation:
        case ops.ReviseFunctions():
            counted = (
                (say(" %(count)s ditambahkan"), len(operation.added)),
                (say(" %(count)s diubah"), len(operation.amended)),
                (say(" %(count)s dihapus"), len(operation.abolished)),
            )
            said = [clause(template, count=Plain(str(count))) for template, count in counted if count]
            first = clause(say("Tugas dan fungsi %(unit)s diubah:"), unit=words.unit(operation.unit_id))
            return (first, *_listed(said))
        case ops.TransferFunction(function_id=function_id, from_id=source, to_id=target):
            template = say("%(kind)s “%(text)s” dialihkan dari %(source)s ke %(target)s")
            kind, text = words.function(function_id)
            ends = {"source": words.unit(source), "target": words.unit(target)}
            return (clause(template, kind=kind, text=text, **ends),)
        case _:
            assert_never(operation)


def _of_post(operation: PostOperation, words: Words) -> tuple[Clause, ...]:
    match operation:
        case ops.CreatePost(post=post):
            title, unit = New(words.title(post)), words.unit(post.unit_id)
            first = clause(say("Dibentuk jabatan %(new)s pada %(unit)s"), new=title, unit=unit)
            if post.seats == 1:
                return (first,)
            return (first, clause(say(", %(count)s formasi"), count=Plain(str(post.seats))))
        case ops.AbolishPost(post_id=post_id):
            held, unit = words.post(post_id)
            return (clause(say("Jabatan %(post)s pada %(unit)s dihapus"), post=held, unit=unit),)
        case ops.ChangePost():
            return _of_post_change(operation, words)
        case ops.TransferPost(post_id=post_id, from_id=source, to_id=target):
            held, _ = words.post(post_id)
            template = say("Jabatan %(post)s dialihkan dari %(source)s ke %(target)s")
            return (clause(template, post=held, source=words.unit(source), target=words.unit(target)),)
        case _:
            assert_never(operation)


def _of_post_change(operation: ops.ChangePost, words: Words) -> tuple[Clause, ...]:
    title, unit = words.post(operation.post_id)
    first = clause(say("Jabatan %(post)s pada %(unit)s diubah:"), post=title, unit=unit)
    held = words.standing.posts.get(operation.post_id)
    if held is None:
        return (first,)
    said: list[Clause] = []
    if operation.title != held.title:
        said.append(clause(say(" nama menjadi %(new)s"), new=New(operation.title or say("kepala unit"))))
    if operation.role != held.role:
        said.append(clause(say(" peran")))
    if operation.echelon != held.echelon:
        said.append(clause(say(" eselon menjadi %(new)s"), new=New(operation.echelon or "-")))
    if operation.functional_rank != held.functional_rank:
        said.append(clause(say(" jenjang menjadi %(new)s"), new=New(operation.functional_rank or "-")))
    if operation.seats != held.seats:
        template = say(" formasi dari %(old)s menjadi %(new)s")
        said.append(clause(template, old=Plain(str(held.seats)), new=New(str(operation.seats))))
    return (first, *_listed(said))


def _listed(clauses: Iterable[Clause]) -> Iterable[Clause]:
    for place, one in enumerate(clauses):
        if place:
            yield Clause(",", {})
        yield one
