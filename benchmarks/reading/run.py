"""Read a set with our reader and its peers, and have the outside scorer judge each."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import gold, scorer
from benchmarks.reading import peers
from benchmarks.reading.rows import READ, Above, Measure, Part, Peer, Row, Set, Table

OURS = "ours"
RAISED = Measure("texts it raised on", "", asked=0, most=True)
Values = Mapping[str, float]


@dataclass(slots=True)
class Bench:
    """Readings are kept in `work`, so that a folder that two sets share is read once."""

    work: Path
    kept: dict[tuple[str, Path], Path] = field(default_factory=dict)

    def table(self, judged: Set, data: Path) -> Table:
        """The table of one set that lies in `data`."""
        why = _missing(judged, data)
        if why:
            return Table(judged.name, judged.title, skipped=why)
        notes = {peer.name: peers.about(peer) for peer in judged.peers}
        notes |= {p.name: f"published, {p.source}" for p in judged.published}
        rows: list[Row] = []
        for part in judged.parts(data, self._folder(judged.name)):
            rows += self._rows(judged, part, notes)
        columns = (OURS, *notes)
        return Table(judged.name, judged.title, columns, tuple(rows), _gathered(notes))

    def _rows(self, judged: Set, part: Part, notes: dict[str, str]) -> list[Row]:
        """The rows of a part; a note says so where a peer could not be run."""
        named = {m.name: m.pattern for m in judged.measures}
        mine = self._ours(part.accounts)
        found: dict[str, Values] = {OURS: scorer.measures(_command(part, mine), named)}
        for peer in judged.peers:
            try:
                said, raised = self._peer(peer, part.accounts, mine)
            except peers.NotRun as why:
                notes[peer.name] += f": not run, {why}"
                found[peer.name] = {}
            else:
                values = scorer.found(scorer.said(_command(part, said)), named)
                found[peer.name] = {**values, RAISED.name: raised} if raised else values
        broke = any(RAISED.name in values for values in found.values())
        found |= {p.name: p.values for p in judged.published}
        asked = (*judged.measures, RAISED) if broke else judged.measures
        return [_row(part.name, measure, found) for measure in asked]

    def _ours(self, accounts: Path) -> Path:
        key = (OURS, accounts)
        if key not in self.kept:
            path = self._folder(OURS) / f"{len(self.kept)}.jsonl"
            self.kept[key] = gold.write_without_case(path, accounts, text=True)
        return self.kept[key]

    def _peer(self, peer: Peer, accounts: Path, ours: Path) -> tuple[Path, int]:
        """The peer is given the very texts that ours was: the accounts as they were taken in."""
        taken = [json.loads(line)["account"] for line in ours.read_text("utf-8").splitlines()]
        path = self._folder(peer.name) / f"{accounts.name}.jsonl"
        return peers.answers(peer, taken, path)

    def _folder(self, name: str) -> Path:
        folder = self.work / name
        folder.mkdir(exist_ok=True)
        return folder


def _gathered(notes: Mapping[str, str]) -> tuple[str, ...]:
    """A line a note, with the names of all columns that it belongs to."""
    named: dict[str, list[str]] = {}
    for name, note in notes.items():
        named.setdefault(note, []).append(name)
    return tuple(f"{', '.join(names)}: {note}" for note, names in named.items())


def _missing(judged: Set, data: Path) -> str:
    if not data.exists():
        return f"{data} is not there; THIRDHAND_SHARED or --data may name the folder"
    return scorer.missing([f"score/{judged.scorer}"])


def _command(part: Part, read: Path) -> scorer.Words:
    return tuple(read if word == READ else word for word in part.command)


def _row(part: str, measure: Measure, found: Mapping[str, Values]) -> Row:
    name = f"{part}: {measure.name}" if part else measure.name
    values = tuple(of.get(name, of.get(measure.name)) for of in found.values())
    asked = measure.asked
    if isinstance(asked, Above):
        base = found.get(asked.peer, {}).get(measure.name)
        asked = None if base is None else base + asked.by
    return Row(name, asked, values, measure.most)
