"""Rules for sessions beyond their shapes: they fit into their minutes, they end, and nobody is led to nowhere."""

import re

from simulator.packs import references
from simulator.packs.draft import Draft
from simulator.packs.findings import Findings, Place
from simulator.packs.kinds import FILE_NAME
from simulator.packs.session_draft import SessionDraft
from simulator.packs.session_shapes import Exercise, Session

ARRIVE, TALK, CLOSE = 4, 3, 3  # minutes (packs.md 2.6)
MOST_SESSIONS = 20


def check(draft: Draft, findings: Findings) -> None:
    """Note each session that is missing, never ends or takes too long, and each part harsher than the pack says."""
    _files(draft, findings)
    for session in draft.sessions.values():
        if session.frame is not None:
            _frame(session.frame, session, draft, findings)
        for path, exercise in session.exercises.items():
            if not session.part.at((*path, "steps")):
                findings.add("E111", session.part.value(*path, "steps"), "This exercise has no step.", expected="steps")
            _instead(exercise, session.part.value(*path, "instead"), session, draft, findings)
            _rated(exercise.content, session.part.value(*path, "content"), draft, findings)
        for path, reaction in session.reactions.items():
            _rated(reaction.content, session.part.value(*path, "content"), draft, findings)


def _files(draft: Draft, findings: Findings) -> None:
    """Hold the list of pack.yaml and the files in sessions/ against each other."""
    part = draft.part("pack")
    written = part.fields.get("sessions", [])
    there = [f"{name.removeprefix('sessions/')}.yaml" for name in draft.part_names("sessions") if "#" not in name]
    names = [entry.strip() for entry in written if isinstance(entry, str)] if isinstance(written, list) else []
    for number, entry in enumerate(written if isinstance(written, list) else ()):
        if not isinstance(entry, str) or not re.fullmatch(FILE_NAME, entry.strip()):
            continue  # noted where its shape was looked at
        place = part.value("sessions", number)
        if names.index(entry.strip()) != number and names.count(entry.strip()) > 1:
            findings.add("E113", place, "This session stands twice in the list.")
        elif entry.strip() not in there:
            findings.add("E101", place, f"There is no file sessions/{entry}.", got=entry, known=there)
    if len(draft.sessions) > MOST_SESSIONS:
        findings.add("E106", part.key("sessions"), f"A pack has at most {MOST_SESSIONS} sessions.")
    for name in there:
        if name not in names and draft.sure("pack"):
            message = "pack.yaml does not list this session."
            findings.add("E110", Place(f"sessions/{name}"), message, suggestion=f"Add {name} to its sessions.")


def _frame(frame: Session, session: SessionDraft, draft: Draft, findings: Findings) -> None:
    part = session.part
    for name in ("exercises", "you_will"):
        if not part.at((name,)):
            findings.add("E111", part.value(name), f'"{name}" is empty.', expected=name)
    references.own_step(frame.ends_with, part.value("ends_with"), part, draft, findings)
    for number, step in enumerate(frame.first_if_new):
        references.own_step(step, part.value("first_if_new", number), part, draft, findings)
    main = [
        step.minutes
        for path, step in session.steps.items()
        if step.live and (exercise := session.exercise_of(path)) and exercise.part == "main"
    ]
    whole = ARRIVE + sum(main) + TALK + CLOSE
    over = whole - frame.minutes
    if over > 0:
        message = (
            f"{over} {'minute' if over == 1 else 'minutes'} too many: arriving {ARRIVE}, main steps {sum(main)},"
            f" talking {TALK} and closing {CLOSE} make {whole}."
        )
        findings.add("P120", part.value("minutes"), message, suggestion="Make an exercise an extra.")


def _instead(exercise: Exercise, place: Place, session: SessionDraft, draft: Draft, findings: Findings) -> None:
    other = exercise.instead
    if other is None or other == "skip":
        return
    own = {id: one for id, one in draft.ids.of("exercise").items() if draft.parts[one.part] is session.part}
    if other not in own or other == exercise.exercise:
        message = f'No other exercise of this session is called "{other}".'
        findings.add("E122", place, message, got=other, suggestion="Or write skip.", known=own)


def _rated(content: str | None, place: Place, draft: Draft, findings: Findings) -> None:
    written = draft.part("pack").fields.get("content", [])
    known = [each.strip() for each in written if isinstance(each, str)] if isinstance(written, list) else []
    if content is not None and content not in known and draft.sure("pack"):
        message = f'pack.yaml does not say that the pack holds "{content}".'
        findings.add("E134", place, message, got=content, suggestion="Add it to its content.", known=known)
