"""Draws an explanation: in colours on a terminal, plain into a pipe or where NO_COLOR is set."""

from __future__ import annotations

import io
import os
import textwrap
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.cli.destination import on_terminal, open_output
from dragoman.cli.labelled import bracketed, coloured, label_style, one_line, style_of
from dragoman.cli.tables import PIPE_WIDTH, printable
from dragoman.cli.tree_lines import tree_lines
from dragoman.reports.decision import Aside, Decision, Pair, Passage, Rule, TreeWord, Value
from dragoman.reports.explanation import Explanation, MentionView, Who

INDENT = 2
MOST = 5
"""Labels and roles that are told of a distribution."""


def print_explanation(told: Explanation) -> None:
    """Print an explanation to standard output."""
    screen = on_terminal()
    text = io.StringIO()
    width = None if screen else int(os.environ.get("COLUMNS") or PIPE_WIDTH)
    # news text may hold square brackets, which must never be taken for rich's markup
    console = Console(
        file=None if screen else text,
        width=width,
        no_color=None if screen else True,
        markup=False,
        highlight=False,
        emoji=False,
    )
    draw(told, console)
    if not screen:
        with open_output(None) as stream:
            lines = (line.rstrip() for line in text.getvalue().strip("\n").splitlines())
            stream.write(("\n".join(lines) + "\n").encode("utf-8"))


def draw(told: Explanation, console: Console) -> None:
    """Draw an explanation on a console, which tells width and colours."""
    plain = console.no_color or console.color_system is None
    if told.facts:
        console.print(Text(f"{told.head}  {told.id}", style="bold"))
        _facts(console, told.facts)
    if told.history:
        table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=False)
        for row in told.history:
            table.add_row(*(Text(printable(cell)) for cell in row))
        _section(console, "Status, as it was told")
        console.print(Padding(table, (0, 0, 0, INDENT)))
    drawn: dict[tuple[str, int], str] = {}
    for view in told.mentions:
        place = (view.mention.document.id, view.mention.evidence.start)
        _mention(console, view, plain=plain, drawn=drawn.get(place, ""))
        drawn.setdefault(place, view.id)
    _passages(console, told.passages, alone=not told.mentions)


def _mention(console: Console, view: MentionView, *, plain: bool, drawn: str) -> None:
    """Draw one mention; `drawn` is the id of the one above under which the sentence's whole tree stands, "" for none."""
    console.print()
    console.rule(style="dim", characters="─")
    console.print(Text(f"{view.head}  {view.id}", style="bold"))
    console.print(Text(one_line(view.article)))
    if view.address:
        console.print(Text(one_line(view.address), style="dim"))
    console.print()
    if plain:
        console.print(Padding(bracketed(view.pieces), (0, 4)))
    else:
        for line in coloured(view.pieces, console.width - 8):
            console.print(Padding(line, (0, 4)))
    console.print()
    console.print(Text(one_line("Who says so: " + " ← ".join(view.chain))))
    if any(step.said for step in view.sources):
        _sources(console, view)
    # what the sections below tell in full is not told twice, unless the record and the present reading differ
    told_below = ("rule", "status") if view.decision and not view.note else ()
    _facts(console, [fact for fact in view.facts if fact[0] not in told_below])
    if view.note:
        console.print()
        console.print(Text(printable(view.note), style="bold yellow"))
    if view.decision:
        _section(console, "Why this type")
        _decision(console, view.decision)
        _section(console, "Status, polarity, certainty, tense")
        _values(console, view.decision.values)
    if view.participants:
        _section(console, "Who takes part")
        _participants(console, view.participants)
    if view.tree:
        _section(console, f"Tree of this event's words (the whole one: {drawn})" if drawn else "Tree")
        _tree(console, _spine(view.tree) if drawn else view.tree)
    if view.left_out:
        _section(console, "Weighed in this sentence, and left out")
        _left_out(console, view.left_out)


def _passages(console: Console, passages: Sequence[Passage], *, alone: bool) -> None:
    """Sentences without an event: those in which something was weighed, and all where the text has no event."""
    shown = [p for p in passages if alone or p.left_out]
    if not shown:
        return
    console.print()
    console.rule(style="dim", characters="─")
    console.print(Text("Sentences without an event", style="bold"))
    for passage in shown:
        console.print()
        console.print(Padding(Text(one_line(passage.text)), (0, 4)))
        if passage.why:
            console.print(Padding(Text(passage.why, style="dim"), (0, 0, 0, INDENT)))
        if passage.left_out:
            _left_out(console, passage.left_out)
        if alone and len(shown) == 1:
            _section(console, "Tree")
            _tree(console, passage.tree)


def _sources(console: Console, view: MentionView) -> None:
    grid = _grid(2)
    for number, step in enumerate(view.sources, 1):
        told = [step.relation, step.kind, f"speaks as {step.stake}" if step.stake else ""]
        text = f"{step.speaker}{f' [{step.actor}]' if step.actor else ''}: {', '.join(filter(None, told))}"
        text += f"; in the text “{step.said}”" if step.said else ""
        grid.add_row(Text(f"step {number}"), Text(one_line(text)))
    console.print(Padding(grid, (0, 0, 0, INDENT)))


def _decision(console: Console, told: Decision) -> None:
    grid = _grid(2)
    first, *later = told.steps
    against = f", not {told.overruled}" if told.overruled else ""
    grid.add_row(Text("decided by"), Text(f"{first[0]} → {first[1]}{against}  ({told.meaning})"))
    for who, label in later:
        grid.add_row(Text("then by"), Text(f"{who} → {label}"))
    for number, rule in enumerate(told.rules):
        name = "rule" if number == 0 and told.rule_decided else "overruled" if number == 0 else "also fits"
        grid.add_row(Text(name), _rule(rule, console.width - 19, whole=number == 0))
    if told.definition:
        grid.add_row(Text("codebook"), Text(f"{told.label}: {told.definition}"))
    grid.add_row(Text("model reads"), Text(_shares(told.labels)))
    grid.add_row(
        Text("weighed"), Text(f"an event with probability {told.probability:.2f} (model, rule and surroundings)")
    )
    if told.pair:
        grid.add_row(Text("pair alone"), Text(_pair(told.pair)))
    console.print(Padding(grid, (0, 0, 0, INDENT)))


def _rule(rule: Rule, width: int, *, whole: bool) -> Text:
    place = f"{rule.file}:{rule.line}" if rule.file else rule.place
    marks, events, right = rule.counted
    counted = f"; of {marks:,} marks in coded articles {events:,} were events, {right:,} of this label" if marks else ""
    told = Text(f"{rule.id}, priority {rule.priority}, {place}{counted}")
    if not whole:
        return told
    for line in rule.definition.splitlines():
        for part in textwrap.wrap(line, max(width, 20), subsequent_indent=" " * (len(line) - len(line.lstrip()) + 4)):
            told.append(f"\n│ {part}", style="dim")
    slots = [
        f"{slot.slot} “{one_line(', '.join(slot.words))}”{f' → {slot.role}' if slot.role else ''}"
        for slot in rule.slots
    ]
    told.append("\nfits here: " + "; ".join([f"“{one_line(rule.anchor)}”", *slots]))
    return told


def _pair(pair: Pair) -> str:
    read = f"“{one_line(pair.source)}” to “{one_line(pair.target)}”: {_shares(pair.categories)}"
    asked = (
        f"asked; turns the label with a lead of {100 * pair.needed:.0f} points" if pair.asked else "not asked in coding"
    )
    return f"{read} ({asked})"


def _values(console: Console, values: Sequence[Value]) -> None:
    grid = _grid(3)
    for value in values:
        text = Text(f"by {value.by}; the model reads {_shares(value.model)}")
        for word in value.words:
            place = f"{word.file}:{word.line}, {word.group}"
            text.append(f"\n“{one_line(word.text)}” speaks for {word.sets[value.name]} ({place})", style="dim")
        grid.add_row(Text(value.name), Text(value.value, style="bold"), text)
    console.print(Padding(grid, (0, 0, 0, INDENT)))


def _participants(console: Console, participants: Sequence[Who]) -> None:
    for who in participants:
        head = Text(who.role, style=f"bold {style_of(who.kind)}")
        said = who.said + (" (another sentence)" if who.outside else "")
        actor = "; ".join(filter(None, [who.actor, who.person, who.exclusion]))
        head.append(f"  {one_line(said)}  →  {one_line(actor)}", style="not bold default")
        grid = _grid(2)
        for name, text in (
            ("who", who.why),
            ("role by", f"{who.role_by} ({who.role_place})" if who.role_place else who.role_by),
            ("model reads", _shares(who.roles)),
            ("path", who.path),
        ):
            if text:
                grid.add_row(Text(name), Text(one_line(text)))
        console.print(Padding(head, (0, 0, 0, INDENT)))
        console.print(Padding(grid, (0, 0, 0, 2 * INDENT)))


def _tree(console: Console, words: Sequence[TreeWord]) -> None:
    grid = Table.grid(padding=(0, 2, 0, 0))
    for _ in range(5):
        grid.add_column(no_wrap=True, overflow="ellipsis")
    places = {word.number: i for i, word in enumerate(words)}
    lines = tree_lines([places.get(word.head, -1) for word in words])
    for line, word in zip(lines, words, strict=True):
        style = style_of(word.kind)
        grid.add_row(
            Text(f"{line} ", style="dim").append(one_line(word.text), style=f"not dim {style}".strip()),
            Text(word.tag),
            Text(word.relation),
            Text(f"← {one_line(words[places[word.head]].text)}" if word.head else "", style="dim"),
            Text(word.mark, style=label_style(word.kind)),
        )
    console.print(Padding(grid, (0, 0, 0, INDENT)))


def _spine(words: Sequence[TreeWord]) -> list[TreeWord]:
    """The words that bear a part, and those between them and the root."""
    by_number = {word.number: word for word in words}
    kept: set[int] = set()
    for word in words:
        number = word.number if word.mark else 0
        while number and number not in kept:
            kept.add(number)
            number = by_number[number].head
    return [word for word in words if word.number in kept]


def _left_out(console: Console, found: Sequence[Aside]) -> None:
    grid = _grid(3)
    for aside in found:
        why = aside.why
        if aside.limit and aside.value is not None and aside.least is not None:
            why += f" ({aside.value:.2f}, {aside.limit} asks for {aside.least:.2f})"
        why += f"; rule {aside.rule}" if aside.rule else ""
        grid.add_row(Text(f"“{one_line(aside.text)}”"), Text(aside.read_as), Text(why))
    console.print(Padding(grid, (0, 0, 0, INDENT)))


def _facts(console: Console, facts: Iterable[tuple[str, str]]) -> None:
    grid = _grid(2)
    for name, value in facts:
        grid.add_row(Text(name), Text(one_line(value)))
    console.print(grid)


def _grid(columns: int) -> Table:
    """A table without lines: the first column dim and whole, the last one folded."""
    grid = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=False)
    grid.add_column(style="dim", no_wrap=columns == 2, overflow="fold")
    for _ in range(columns - 1):
        grid.add_column(overflow="fold")
    return grid


def _section(console: Console, name: str) -> None:
    console.print()
    console.print(Text(name, style="bold"))


def _shares(shares: dict[str, float]) -> str:
    return ", ".join(f"{label.replace('none', 'nothing')} {100 * p:.0f}%" for label, p in list(shares.items())[:MOST])
