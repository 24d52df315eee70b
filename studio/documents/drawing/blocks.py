"""How each part of a document lies on the sheet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch
from itertools import groupby

from studio.documents.drawing import marks, style
from studio.documents.drawing.document import (
    Answer,
    Answers,
    Block,
    Clause,
    Evidence,
    Facts,
    Figures,
    Heading,
    Paragraph,
    Picture,
    Signature,
)
from studio.documents.drawing.figures import draw_figures
from studio.documents.drawing.ink import Frame
from studio.documents.drawing.sheet import Photo, Shape, Sheet, Text
from studio.documents.drawing.signing import GAP, INITIALS, TALLEST, initials, signatures, stack, tall

GUTTER, LABEL = 26.0, 132.0


def lay(sheet: Sheet, blocks: Sequence[Block]) -> None:
    """All blocks, one below the other; signatures that follow each other go side by side."""
    for kind, group in groupby(blocks, key=type):
        if kind is Signature:
            signatures(sheet, [block for block in group if isinstance(block, Signature)])
        else:
            for block in group:
                draw(block, sheet)


@singledispatch
def draw(block: Block, sheet: Sheet) -> None:
    """One block, from where the sheet is."""
    raise TypeError(f"nobody knows how to draw {type(block).__name__}")


@draw.register
def _(block: Heading, sheet: Sheet) -> None:
    title = sheet.text(block.text, sheet.width, style.SECTION, bold=True)
    sheet.need(title.height + 96)
    sheet.y += 14 if sheet.y > style.FIRST else 0
    sheet.flow(title, 0)
    if block.lead:
        sheet.flow(sheet.text(block.lead, sheet.width, style.SMALL, ink=style.THIRD), 0)
    sheet.y += 6
    sheet.rule(0, sheet.width, style.INK, 1.0)
    sheet.y += 4


@draw.register
def _(block: Paragraph, sheet: Sheet) -> None:
    kind, ink = (style.SMALL, style.THIRD) if block.quiet else (style.BODY, style.INK)
    sheet.y += 4
    sheet.flow(sheet.text(block.text, sheet.width, kind, ink=ink), 0)
    sheet.y += 6


@draw.register
def _(block: Clause, sheet: Sheet) -> None:
    column = sheet.width - GUTTER - INITIALS - GAP
    title = sheet.text(block.title, column, style.STRONG, bold=True)
    words = sheet.text(block.text, column, style.BODY)
    sheet.need(12 + max(title.height + words.height, 60) if words.height < 420 else 120)
    sheet.y += 10
    page, top = len(sheet.pages), sheet.y
    sheet.write(sheet.text(block.number, GUTTER - 4, style.SECTION, bold=True), 0, top - 2)
    initials(sheet, block.initials, block.label, top)
    sheet.flow(title, GUTTER)
    sheet.flow(words, GUTTER)
    sheet.y = max(sheet.y, top + 58) if page == len(sheet.pages) else sheet.y
    sheet.y += 8
    sheet.rule(0, sheet.width)


@draw.register
def _(block: Facts, sheet: Sheet) -> None:
    if not block.abreast:
        for label, value in block.rows:
            _row(sheet, label, value, LABEL)
        return
    half = (sheet.width - GAP) / 2
    for pair in zip(block.rows[::2], [*block.rows[1::2], ("", "")][: len(block.rows[::2])], strict=True):
        cells = [_cell(sheet, label, value, half) for label, value in pair]
        height = max(map(tall, cells))
        if height > TALLEST:
            for label, value in pair:
                _row(sheet, label, value, LABEL)
            continue
        sheet.need(height + 13)
        for number, cell in enumerate(cells):
            stack(sheet, cell, number * (half + GAP), sheet.y + 6)
        sheet.y += height + 12
        for number in range(2 if pair[1] != ("", "") else 1):
            sheet.rule(number * (half + GAP), half)
    sheet.y += 6


@draw.register
def _(block: Answers, sheet: Sheet) -> None:
    for row in block.rows:
        _answer(sheet, row)
    sheet.y += 6


@draw.register
def _(block: Evidence, sheet: Sheet) -> None:
    sheet.turn()
    draw(Heading(block.title, block.lead), sheet)
    for label, value in block.rows:
        _row(sheet, label, value, LABEL - 14, style.SMALL)


@draw.register
def _(block: Picture, sheet: Sheet) -> None:
    height = min(max(block.height, 40.0), 560.0)
    sheet.need(height + 30)
    sheet.y += 8
    sheet.put(Photo(Frame(style.SIDE, sheet.y, sheet.width, height), block.data))
    sheet.y += height + 6
    if block.caption:
        sheet.flow(sheet.text(block.caption, sheet.width, style.SMALL, ink=style.THIRD), 0)
    sheet.y += 6


@draw.register
def _(block: Figures, sheet: Sheet) -> None:
    draw_figures(block, sheet)


def _row(sheet: Sheet, label: str, value: str, column: float, kind: tuple[float, float] = style.BODY) -> None:
    """A label and its value on one line; long values run on below, over pages where they must."""
    name = sheet.text(label, column - 12, style.SMALL, ink=style.THIRD)
    words = sheet.text(value, sheet.width - column, kind)
    tall = max(name.height, words.height)
    sheet.need(tall + 10 if tall < 300 else 60)
    sheet.y += 5
    top, page = sheet.y, len(sheet.pages)
    sheet.write(name, 0, top + max(0.0, kind[1] - name.leading) * 0.6)
    sheet.flow(words, column, follow=False)
    sheet.y = max(sheet.y, top + name.height) if page == len(sheet.pages) else sheet.y
    sheet.y += 5
    sheet.rule(0, sheet.width)


def _answer(sheet: Sheet, row: Answer) -> None:
    column = sheet.width - 110
    question = sheet.text(row.question, column, style.BODY)
    answer = sheet.text(row.answer, 86, style.BODY, bold=True, ink=style.WARN if row.marked else style.INK)
    detail = sheet.text(row.detail, column, style.SMALL, ink=style.SECOND) if row.detail else None
    tall = max(question.height + (detail.height if detail else 0), answer.height)
    sheet.need(tall + 10 if tall < 300 else 60)
    sheet.y += 4
    top, page = sheet.y, len(sheet.pages)
    sheet.write(answer, column + 24, top)
    if row.marked:
        sign = marks.placed(marks.LOOK, sheet.column(column + 8, 10), top + 2.5, 10)
        sheet.put(Shape(tuple(sign), style.WARN, 1.0))
    sheet.flow(question, 0)
    if detail:
        sheet.flow(detail, 0)
    sheet.y = max(sheet.y, top + answer.height) if page == len(sheet.pages) else sheet.y
    sheet.y += 4
    sheet.rule(0, sheet.width)


def _cell(sheet: Sheet, label: str, value: str, width: float) -> list[Text]:
    return [
        sheet.text(label, width, style.SMALL, ink=style.THIRD),
        sheet.text(value, width, style.BODY),
    ]
