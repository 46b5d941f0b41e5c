"""Reads an employer's settings.yaml, which stands beside a pack and never in it: its `$names` and its own signs."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from simulator import coach
from simulator.packs import head, policy_rules, used_names
from simulator.packs.draft import Draft
from simulator.packs.findings import Finding, Findings, Place
from simulator.packs.names import default_text
from simulator.packs.pack import Pack
from simulator.packs.part import Part
from simulator.packs.policy_shapes import Policy, Settings
from simulator.packs.shapes import shaped
from simulator.packs.yaml_reader import BIGGEST, Document, Plain, lines, read_yaml


@dataclass(frozen=True, slots=True)
class SettingsReading:
    """What came of reading settings: they are None where anything is wrong with them; and every finding."""

    settings: Settings | None
    findings: tuple[Finding, ...]

    @property
    def values(self) -> Mapping[str, str]:
        """The `$names` that are set, as they stand in texts: what casting takes."""
        written = self.settings.variables if self.settings else {}
        return {name: default_text(value) for name, value in written.items()}


def read_settings(path: Path, pack: Pack) -> SettingsReading:
    """The settings in this file, held against the pack they are for; every fault is a finding, never an exception."""
    findings = Findings()
    try:
        with path.open("rb") as file:
            raw = file.read(BIGGEST + 1)
    except OSError:
        findings.add("E101", Place(path.name), "There is no file of this name that can be read.")
        return SettingsReading(None, findings.all())
    document = read_yaml(raw, path.name, findings)
    settings = _settings(document, pack, findings) if document else None
    return SettingsReading(None if findings.errors else settings, findings.all({path.name: lines(raw)}))


def signs_of(*policies: Policy) -> coach.Policy:
    """What the care coach looks for beside its own signs: those of the pack and of the employer."""
    written = [sign for policy in policies for sign in policy.signs]
    return coach.Policy(tuple(coach.PolicySign(one.sign, one.words, one.severity, one.say) for one in written))


def _settings(document: Document, pack: Pack, findings: Findings) -> Settings | None:
    part = Part(document, (), document.data, Settings)
    settings: Settings | None = shaped(Settings, part.data, document, (), findings)
    draft = _beside(pack, part)
    head.values(part.below("variables").fields, part, ("variables",), draft, findings)
    signs = settings.policy.signs if settings else ()
    taken = [sign.sign for sign in pack.policy.signs]
    for number, sign in enumerate(signs):
        draft.signs[number] = sign
        if sign.sign in taken:
            place = part.value("policy", "signs", number, "sign")
            findings.add("E113", place, f'The pack has a sign "{sign.sign}" of its own.')
    policy_rules.check(draft, findings)
    used_names.check(draft, findings)
    return settings


def _beside(pack: Pack, part: Part) -> Draft:
    """The pack as the rules know it, with the settings in the place of its policy."""
    people: Plain = dict.fromkeys(pack.people, "")
    nothing: Plain = {}
    parts = {
        "pack": Part(Document("pack.yaml"), (), nothing, None),
        "people": Part(Document("people.yaml"), (), people, None),
        "policy": part.below("policy"),
        "settings": part,
    }
    return Draft(parts, head=pack.head, variables=dict(pack.head.variables), people=dict(pack.people))
