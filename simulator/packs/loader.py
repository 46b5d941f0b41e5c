"""Reads a pack from its folder, whole or not at all; every fault is a finding with its place, never an exception."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from simulator.packs import (
    check_rules,
    dropped,
    head,
    later,
    media_rows,
    named_things,
    old_messages,
    old_tweets,
    pages,
    parts,
    people_rules,
    policy_rules,
    private_details,
    reading_rules,
    scene_rules,
    session_rules,
    step_rules,
    unique_ids,
    used_names,
    walkthrough_rules,
)
from simulator.packs.draft import Draft, drafted
from simulator.packs.files import PackFiles, gather
from simulator.packs.findings import Finding, Findings, Place
from simulator.packs.pack import Pack
from simulator.packs.policy_shapes import Policy
from simulator.packs.schema import World
from simulator.packs.session_shapes import Session
from simulator.packs.walkthrough_shapes import Walkthrough
from simulator.packs.yaml_reader import Document, lines, read_yaml

# What a draft is held against, one rule book after the other.
_RULES: tuple[Callable[[Draft, Findings], None], ...] = (
    head.check,
    people_rules.check,
    pages.check,
    used_names.check,
    old_tweets.check,
    old_messages.check,
    policy_rules.check,
    unique_ids.check,
    session_rules.check,
    step_rules.check,
    check_rules.check,
    scene_rules.check,
    walkthrough_rules.check,
    named_things.check,
    private_details.check,
    reading_rules.check,
    later.check,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a folder: the pack, or None where anything is wrong with it; every finding; its hash.

    The hash is empty where there was no pack to read: no such folder, no pack.yaml, or far too much.
    """

    pack: Pack | None
    findings: tuple[Finding, ...]
    hash: str
    left_out: int = 0  # findings that are not shown because there are too many


def read(folder: Path) -> Reading:
    """The pack in this folder, with all its findings at once, sorted by file and line; warnings do not stop it."""
    findings = Findings()
    raw: dict[str, bytes] = {}
    pack, digest = None, ""
    try:
        files = gather(folder, findings)
        if files is not None:
            raw = {f"{name}.yaml": files.read(f"{name}.yaml") for name in files.parts}
            draft = _draft(files, raw, findings)
            digest = files.hash()
            pack = None if findings.errors else _pack(files, draft, digest)
    except OSError:
        findings.add("E101", Place("pack.yaml"), "A file of this pack cannot be read.")
    blamed = findings.all({name: lines(content) for name, content in raw.items()})
    return Reading(pack, blamed, digest, findings.left_out)


def _draft(files: PackFiles, raw: Mapping[str, bytes], findings: Findings) -> Draft:
    documents: dict[str, Document] = {}
    for name, content in raw.items():
        document = read_yaml(content, name, findings)
        if document is not None:
            documents[name.removesuffix(".yaml")] = document
    found = parts.found(documents, findings)
    unread = frozenset(name for name in files.parts if name not in documents)
    draft = drafted(found, unread, findings)
    dropped.check(documents, found, findings)
    parts.later(files, documents, findings)
    parts.missing(found, documents, unread, findings)
    media_rows.check(draft, files, findings)
    for check in _RULES:
        check(draft, findings)
    return draft


def _pack(files: PackFiles, draft: Draft, digest: str) -> Pack:
    if draft.head is None:
        raise AssertionError("a pack without a head has an error")
    walks = {name: walk for name, walk in draft.walkthroughs.items() if not any(later.words(walk.lines, ()))}
    return Pack(
        folder=files.folder,
        hash=digest,
        head=draft.head,
        people=draft.people,
        world=World.model_validate(draft.part("world").data),
        web=draft.web,
        media=draft.media,
        sizes=media_rows.sizes(files),
        policy=Policy(signs=tuple(draft.signs.values())),
        sessions=tuple(Session.model_validate(session.part.data) for session in draft.sessions.values()),
        walkthroughs={
            name.removeprefix("walkthroughs/"): Walkthrough.model_validate(walk.part.data)
            for name, walk in walks.items()
        },
    )
