"""The proofs that cost an author nothing (packs.md 3.2): what walkthroughs leave unproved, as findings."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from simulator.packs.course import Course, Placed, course
from simulator.packs.findings import Finding, Findings, Place, shortened
from simulator.packs.pack import Pack
from simulator.packs.walkthrough_shapes import Line
from simulator.walkthroughs import machines
from simulator.walkthroughs.near_misses import Tripped, only_nearly
from simulator.walkthroughs.noted import Noted
from simulator.walkthroughs.places import Places
from simulator.walkthroughs.report import Played, play_everything

CODES = ("P100", "P101", "P102", "P103", "P104", "P105", *machines.CODES, "P110", "P111")
LONG = ("P107", "P108", "P109", "P110", "P113", "P114", "P115")  # what --quick leaves out


@dataclass(frozen=True, slots=True)
class Proved:
    """What came of a pack's walkthroughs and proofs: findings, a transcript for each walk, near misses to look through.

    `about` names for each finding the walkthrough, step, mistake or reaction that it is about. `nearly` are the near
    misses that only the automatic line answers (W112): no fault, but a mistake of the pack might say more.
    """

    findings: tuple[Finding, ...] = ()
    about: tuple[str, ...] = ()
    transcripts: Mapping[str, str] = field(default_factory=dict)
    nearly: tuple[Tripped, ...] = ()


def prove(pack: Pack, *, quick: bool, workers: int | None = None, only: Collection[str] | None = None) -> Proved:
    """Play every walkthrough of a sound pack and look for what they leave unproved; without sessions nothing is.

    `quick` leaves out what takes long, and all machine learners; `only` those that report none of these codes.
    """
    if not pack.sessions:
        return Proved()
    played, noted = play_everything(pack, quick=quick, workers=workers, only=only)
    return proved(pack, played, noted)


def proved(pack: Pack, played: Sequence[Played], noted: Sequence[Noted] = ()) -> Proved:
    """What the walkthroughs that were played prove and leave unproved; each of the pack has to be among them."""
    proofs = Proofs(pack, played, [*(one for each in played for one in each.noted), *noted])
    findings = proofs.findings()
    tripped = [one for each in played for one in each.tripped]
    transcripts = {each.walked.name: each.walked.transcript for each in played}
    return Proved(findings, tuple(proofs.about(one) for one in findings), transcripts, tuple(only_nearly(tripped)))


def subjects(pack: Pack) -> Iterator[tuple[str, str]]:
    """Every proof of a pack: its code, and the step, mistake, reaction or inject that it is about."""
    claimed = {step for walk in pack.walkthroughs.values() for line in walk.script for step in line.completes}
    for placed in course(pack).steps.values():
        step = placed.step
        if not step.live:
            continue
        yield from ((code, step.step) for code in ("P101", "P102"))
        yield from (("P103", slip.mistake) for slip in step.mistakes)
        if step.card is not None and step.card.scale is None:
            yield "P105", step.step
        if step.step in claimed:
            yield "P110", step.step
        if step.goal is not None:
            yield "P111", step.step
        if step.hints:
            yield "P106", step.step
        yield "P108", step.step
    for walk in pack.walkthroughs:
        yield from (("P109", walk), ("P113", walk))
    for session in pack.sessions:
        yield from ((code, session.session) for code in ("P107", "P114", "P115"))
        yield from (("P104", one.reaction) for one in session.reactions)
        yield from (("P104", one.inject) for one in session.timeline)


class Proofs:
    """Holds what was played against what a pack says."""

    def __init__(self, pack: Pack, played: Sequence[Played], noted: Sequence[Noted] = ()) -> None:
        self._pack, self._played, self._noted = pack, played, noted
        self._course: Course = course(pack)
        self._places = Places(pack)
        self._findings = Findings()
        self._about: dict[tuple[str, Place], str] = {}

    def about(self, finding: Finding) -> str:
        """What a finding is about."""
        return self._about[finding.code, Place(finding.file, finding.line, finding.column)]

    def _add(self, code: str, about: str, place: Place, message: str, cure: str, got: str = "") -> None:
        self._about.setdefault((code, place), about)
        self._findings.add(code, place, message, got=got, suggestion=cure)

    def findings(self) -> tuple[Finding, ...]:
        """Everything that is not proved, in the order of the files."""
        for code in _PROOFS:
            _PROOFS[code](self)
        for one in self._noted:
            self._add(one.code, one.about, self._place(one), one.message, one.cure)
        return self._places.shown(self._findings)

    def _walks(self) -> None:
        for each in self._played:
            for fault in each.walked.faults:
                place = self._places.line(each.walked.name, fault.line, fault.miss.word)
                miss = fault.miss
                self._add("P100", each.walked.name, place, miss.message, miss.cure, miss.got)

    def _already(self) -> None:
        for step in dict.fromkeys(step for each in self._played for step in sorted(each.walked.already)):
            placed = self._course.step(step)
            if placed is not None and not placed.step.may_be_done:
                message = f'The goal of "{step}" is met before anybody does anything for it.'
                cure = "Ask for more, or write may_be_done: true."
                self._add("P101", step, self._places.inside_step(step, "goal"), message, cure)

    def _completed(self) -> None:
        claimed = {step for line in self._lines() for step in line.completes}
        for placed in self._live():
            if placed.step.step not in claimed:
                message = f'No walkthrough completes the step "{placed.step.step}".'
                cure = f"Write a line that does, with completes: {placed.step.step}."
                self._add("P102", placed.step.step, self._places.of("step", placed.step.step), message, cure)

    def _triggered(self) -> None:
        claimed = {mistake for line in self._lines() for mistake in line.triggers}
        for placed in self._live():
            for slip in placed.step.mistakes:
                if slip.mistake not in claimed:
                    message = f'No walkthrough makes the mistake "{slip.mistake}".'
                    cure = f"Write a line that does, with triggers: {slip.mistake}."
                    self._add("P103", slip.mistake, self._places.of("mistake", slip.mistake), message, cure)

    def _came(self) -> None:
        came = {name for each in self._played for name in each.walked.happened}
        could_not = {name: why for each in self._played for name, why in each.walked.refused.items()}
        for kind in ("reaction", "inject"):
            for given in self._places.given(kind):
                if given.id in came:
                    continue
                why = f" It could not: {could_not[given.id]}" if given.id in could_not else ""
                message = f'"{given.id}" happens in no walkthrough.{why}'
                cure = "" if why else "Write lines that bring it about, and wait for it."
                self._add("P104", given.id, given.place, message, cure)

    def _picked(self) -> None:
        answers = {answer for each in self._played for answer in each.walked.answers}
        for placed in self._live():
            step, card = placed.step.step, placed.step.card
            if card is None:
                continue
            for number, option in enumerate(card.options or ()):
                if (step, "", option.pick) not in answers:
                    self._not_picked(step, ("card", "options", number, "pick"), f'picks "{option.pick}"')
            for number, item in enumerate(card.sort or ()):
                if not any(each[:2] == (step, item.item) for each in answers):
                    self._not_picked(step, ("card", "sort", number, "item"), f'sorts "{item.item}"')

    def _not_picked(self, step: str, path: tuple[str | int, ...], what: str) -> None:
        place = self._places.inside_step(step, *path)
        self._add("P105", step, place, f"No walkthrough {what}.", "Let somebody choose it.")

    def _easy(self) -> None:
        for each in self._played:
            for easy in each.easy:
                place = self._places.line(each.walked.name, easy.line, "completes")
                by = self._places.line(each.walked.name, easy.by).line
                message = f'Without this line "{easy.step}" is done all the same, by line {by} ({easy.act}).'
                self._add("P110", easy.step, place, message, "Is the goal too easy?")

    def _near(self) -> None:
        """One finding for each way in which a goal is missed; the first of its near misses stands for the others."""
        found: dict[tuple[str, str], list[Tripped]] = {}
        for one in (one for each in self._played for one in each.tripped if one.fate in _NEAR):
            found.setdefault((one.step, one.fate), []).append(one)
        for (step, fate), same in found.items():
            first, told = same[0], _NEAR[fate]
            more = f" And {len(same) - 1} more like it." if len(same) > 1 else ""
            message = f"{told[0]} ({first.name}): {shortened(first.did, 160)}.{more}"
            self._add("P111", step, self._places.inside_step(step, "goal"), message, told[1])

    def _place(self, one: Noted) -> Place:
        if one.kind == "line":
            return self._places.line(one.about, one.line, one.word)
        if one.kind == "step" and one.path:
            return self._places.inside_step(one.about, *one.path)
        return self._places.of(one.kind, one.about)

    def _lines(self) -> Iterator[Line]:
        for walk in self._pack.walkthroughs.values():
            yield from walk.script

    def _live(self) -> list[Placed]:
        return self._every_live

    @cached_property
    def _every_live(self) -> list[Placed]:
        return [placed for placed in self._course.steps.values() if placed.step.live]


_NEAR: Mapping[str, tuple[str, str]] = {
    "passes": ("A near miss passes this goal", "Ask for what is missing there."),
    "silent": ("Nothing is said to a near miss", "Write a mistake that answers it."),
    "stays": ("This has to pass as well, and does not", "Is a mistake in its way?"),
}
_PROOFS: Mapping[str, Callable[[Proofs], None]] = {
    "P100": Proofs._walks, "P101": Proofs._already, "P102": Proofs._completed, "P103": Proofs._triggered,
    "P104": Proofs._came, "P105": Proofs._picked, "P110": Proofs._easy, "P111": Proofs._near,
}  # fmt: skip
