"""Rendering happens in a process apart, which ends when it takes too long or too much."""

import os
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from orgflow.letters.child_process import ChildProcess, Died, TooSlow
from orgflow.letters.errors import FactsUnfit, RenderFailed, UnprintableText
from orgflow.letters.frames import BrokenFrame, Frame, frame_length, pack_frame, unpack_frame
from orgflow.letters.pdf_copies import READING, ArchiveCopy, AskedCopy, FileCopy
from orgflow.letters.pdf_structure import read_structure
from orgflow.letters.renderer import InProcessRenderer, Renderer
from orgflow.letters.templates import LetterTemplate
from orgflow.letters.worker import LetterRenderer
from tests.letters.examples import a_draft, a_template, a_wording, an_emblem, some_facts, with_emblem

MEBIBYTE = 1 << 20


@pytest.fixture(scope="module")
def renderer() -> Iterator[LetterRenderer]:
    """A renderer that no test ends or kills a process of."""
    renderer = LetterRenderer(workers=1, timeout_s=90)
    yield renderer
    renderer.close()


@pytest.fixture
def own_renderer() -> Iterator[LetterRenderer]:
    """A renderer of the test's own, without a process at first."""
    renderer = LetterRenderer(workers=1, timeout_s=90)
    yield renderer
    renderer.close()


def a_bomb() -> LetterTemplate:
    """Return a wording that is allowed and never ends within a minute."""
    loops = "{% for a in texts %}{% for b in texts %}<p>{{ a }}{{ b }}</p>{% endfor %}{% endfor %}"
    return a_wording(loops, 'texts = "texts"')


def bomb_facts() -> dict[str, tuple[str, ...]]:
    """Return what the bomb is filled with."""
    return {"texts": ("isi " * 20,) * 200}


def children() -> set[int]:
    """Return the processes that this one started and that still run."""
    found = set()
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == os.getpid() and fields[0] != "Z":
            found.add(int(entry.parent.name))
    return found


def test_a_child_renders_the_same_bytes_as_this_process(renderer: LetterRenderer) -> None:
    emblem = an_emblem()
    facts = with_emblem(a_draft(), emblem)
    here = InProcessRenderer()

    letter = renderer.render(a_template(), facts, emblem)

    assert letter == here.render(a_template(), facts, emblem)
    assert renderer.check(a_template(), facts, letter) == here.check(a_template(), facts, letter)
    assert renderer.gap_places(a_template(), letter.pdf) == here.gap_places(a_template(), letter.pdf)
    assert renderer.pictures(letter.pdf, 200) == here.pictures(letter.pdf, 200)


@pytest.mark.parametrize("kind", [READING, FileCopy(), ArchiveCopy(b"{}", datetime(2026, 3, 17, tzinfo=UTC))])
def test_a_child_writes_the_same_copies_as_this_process(renderer: LetterRenderer, kind: AskedCopy) -> None:
    emblem = an_emblem()
    facts = with_emblem(some_facts(), emblem)

    copy = renderer.copy(a_template(), facts, emblem, kind)

    assert copy == renderer.copy(a_template(), facts, emblem, kind)
    assert copy == InProcessRenderer().copy(a_template(), facts, emblem, kind)
    structure = read_structure(copy)
    assert structure.fields == ()
    assert len(structure.attachments) == isinstance(kind, ArchiveCopy)


def test_an_error_crosses_with_its_code_and_facts(renderer: LetterRenderer) -> None:
    with pytest.raises(UnprintableText) as unprintable:
        renderer.render(a_template(), replace(some_facts(), subject="\x00"), None)
    with pytest.raises(FactsUnfit) as unfit:
        renderer.render(a_template(), some_facts(unit_name=None), None)

    assert unprintable.value.facts == {"places": ("subject",)}
    assert unfit.value.facts == {"places": ("unit_name",)}


def test_no_process_is_started_before_it_is_needed_and_none_is_left() -> None:
    before = children()
    renderer = LetterRenderer(workers=2)
    assert children() == before

    renderer.render(a_template(), some_facts(), None)
    assert len(children() - before) == 1

    renderer.close()
    assert children() == before


def test_a_renderer_may_be_used_again_after_it_was_closed(own_renderer: LetterRenderer) -> None:
    first = own_renderer.render(a_template(), some_facts(), None)
    own_renderer.close()

    assert own_renderer.render(a_template(), some_facts(), None) == first


def test_a_rendering_that_takes_too_long_is_killed_and_its_place_is_free() -> None:
    before = children()
    renderer = LetterRenderer(workers=1, timeout_s=2)
    facts = replace(some_facts(), body=bomb_facts())

    for _ in range(2):
        with pytest.raises(RenderFailed) as failed:
            renderer.render(a_bomb(), facts, None)

        assert failed.value.facts == {"reason": "timeout"}
        assert children() == before


def test_a_rendering_that_takes_too_much_memory_fails_and_the_next_one_works() -> None:
    renderer = LetterRenderer(workers=1, memory_bytes=300 * MEBIBYTE)
    emblem = an_emblem(side=5_000)

    with pytest.raises(RenderFailed) as failed:
        renderer.render(a_template(), with_emblem(some_facts(), emblem), emblem)

    # Python says that memory is short; a native library aborts instead. Which of them asks first is chance.
    assert failed.value.facts["reason"] in {"memory", "died"}
    assert renderer.render(a_template(), some_facts(), None).page_count == 2
    renderer.close()


def test_a_child_that_was_killed_is_replaced(own_renderer: LetterRenderer) -> None:
    before = children()
    own_renderer.render(a_template(), some_facts(), None)
    (child,) = children() - before

    os.kill(child, 9)
    while child in children():
        time.sleep(0.01)

    assert own_renderer.render(a_template(), some_facts(), None).page_count == 2


def test_a_request_without_a_free_process_is_refused_in_time() -> None:
    renderer = LetterRenderer(workers=1, timeout_s=2)
    facts = replace(some_facts(), body=bomb_facts())
    reasons: list[object] = []

    def ask() -> None:
        try:
            renderer.render(a_bomb(), facts, None)
        except RenderFailed as failed:
            reasons.append(failed.facts["reason"])

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(reasons) == 3
    assert set(reasons) <= {"timeout", "busy"}
    renderer.close()


def test_threads_share_the_processes() -> None:
    before = children()
    renderer = LetterRenderer(workers=2)
    letters = []

    def ask() -> None:
        letters.append(renderer.render(a_template(), some_facts(), None))

    threads = [threading.Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(letters) == 6
    assert len(set(letters)) == 1
    assert len(children() - before) <= 2
    renderer.close()


def test_a_forked_process_starts_children_of_its_own(own_renderer: LetterRenderer) -> None:
    own_renderer.render(a_template(), some_facts(), None)

    pid = os.fork()
    if pid == 0:
        pages = own_renderer.render(a_template(), some_facts(), None).page_count
        own_renderer.close()
        os._exit(pages)
    _, status = os.waitpid(pid, 0)

    assert os.waitstatus_to_exitcode(status) == 2
    assert own_renderer.render(a_template(), some_facts(), None).page_count == 2


def test_the_child_sees_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ORGFLOW_SECRET_KEY", "rahasia")
    child = ChildProcess(MEBIBYTE * 1024)

    environment = Path(f"/proc/{child.pid}/environ").read_bytes()

    assert b"rahasia" not in environment
    child.kill()


def test_a_child_that_is_told_nonsense_dies_with_a_name() -> None:
    child = ChildProcess(MEBIBYTE * 1024)

    with pytest.raises(Died):
        child.ask(Frame({"act": "unknown"}), 10)
    child.bury()


def test_a_child_that_does_not_answer_is_too_slow() -> None:
    child = ChildProcess(MEBIBYTE * 1024)

    with pytest.raises(TooSlow):
        child.ask(Frame({"act": "pictures", "width_px": 9}, (b"x" * 10_000_000,)), 0.001)
    child.kill()


@pytest.mark.parametrize("content", [b"", b"x" * 20, pack_frame(Frame({"a": 1}, (b"file",)))[8:-1]])
def test_a_broken_frame_is_named(content: bytes) -> None:
    with pytest.raises(BrokenFrame):
        unpack_frame(content)
    with pytest.raises(BrokenFrame):
        frame_length(b"\xff" * 8)


def test_a_frame_comes_back_as_it_was_sent() -> None:
    frame = Frame({"a": "b", "n": None, "many": [1, {"x": "y"}]}, (b"", b"file", b"\x00" * 9))

    packed = pack_frame(frame)

    assert frame_length(packed[:8]) == len(packed) - 8
    assert unpack_frame(packed[8:]) == frame


def test_both_renderers_are_one_to_their_callers(renderer: LetterRenderer) -> None:
    both: tuple[Renderer, ...] = (renderer, InProcessRenderer())

    assert len({one.render(a_template(), some_facts(), None) for one in both}) == 1
    InProcessRenderer().close()
