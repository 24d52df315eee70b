"""The studio's tags: renamed, joined, taken away, coloured."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from studio.clients import facts, refusals
from studio.clients.actions.many import tag_clients
from studio.clients.choosing import Chosen
from studio.clients.filing import TAGS
from studio.clients.labelling import one_tag, relabel
from studio.clients.models import TagColour
from studio.clients.models.views import PIGMENTS
from studio.kernel.undoing import Past
from studio.kernel.work import Work, action


@dataclass(frozen=True)
class Renamed:
    """What a renaming did, for taking it back: who had the old tag alone, and who had both."""

    old: str
    new: str
    moved: tuple[UUID, ...]
    both: tuple[UUID, ...]


@action("clients.tag.rename", needs="clients.tag.manage")
def rename_tag(work: Work, old: str, new: str) -> Renamed:
    """Give a tag another name everywhere; where that name is in use, the two become one."""
    before, after = one_tag(old), one_tag(new)
    carriers = _carriers(work, before)
    both = set(_carriers(work, after)) & set(carriers) if before != after else set()
    if before != after:
        relabel(work, carriers, add=[after], remove=[before])
        _hand_colour_on(work, before, after)
        work.emit(facts.ClientsTagged(len(carriers), added=(after,), removed=(before,)))
    return Renamed(before, after, tuple(one for one in carriers if one not in both), tuple(sorted(both)))


@action("clients.tag.split", needs="clients.tag.manage")
def undo_rename(work: Work, done: Renamed) -> None:
    """Take a renaming back for those it changed, as far as they still carry the new name."""
    still = set(_carriers(work, done.new))
    moved = [one for one in done.moved if one in still]
    changed = relabel(work, moved, add=[done.old], remove=[done.new])
    changed += relabel(work, [one for one in done.both if one in still], add=[done.old])
    work.emit(facts.ClientsTagged(len(changed), added=(done.old,), removed=(done.new,)))


@action("clients.tag.remove", needs="clients.tag.manage")
def remove_tag(work: Work, tag: str) -> list[UUID]:
    """Take a tag off everybody; gives those who carried it. Its colour is remembered, should it come back."""
    word = one_tag(tag)
    changed = relabel(work, _carriers(work, word), remove=[word])
    work.emit(facts.ClientsTagged(len(changed), removed=(word,)))
    return changed


@action("clients.tag.colour", needs="clients.tag.manage")
def colour_tag(work: Work, tag: str, pigment: int) -> None:
    """Draw a tag in one of the pigments, 1 to 6; 0 is plain."""
    word = one_tag(tag)
    if pigment not in range(PIGMENTS + 1):
        raise refusals.ColourIsUnknown("pigment")
    row = work.session.get(TagColour, word)
    if pigment:
        row = row or TagColour(tag=word, pigment=pigment)
        row.pigment = pigment
        work.add(row)
    elif row is not None:
        work.session.delete(row)
    work.emit(facts.TagColoured(word, pigment))


@rename_tag.undone_by
def _old_name(work: Work, past: Past) -> None:
    new, old = past.facts[0]["added"][0], past.facts[0]["removed"][0]
    had = {UUID(change["id"]): change["before"]["tags"] for change in past.of("client")}
    moved, both = ([one for one, tags in had.items() if (new in tags) is wanted] for wanted in (False, True))
    undo_rename(work, Renamed(old, new, tuple(moved), tuple(both)))


@remove_tag.undone_by
def _carried_again(work: Work, past: Past) -> None:
    ids = tuple(UUID(change["id"]) for change in past.of("client"))
    tag_clients(work, Chosen(ids=ids), past.facts[0]["removed"][0])


def _carriers(work: Work, tag: str) -> Sequence[UUID]:
    return list(work.connection.scalars(select(TAGS.c.client_id).where(TAGS.c.tag == tag).order_by(TAGS.c.client_id)))


def _hand_colour_on(work: Work, old: str, new: str) -> None:
    """The new name keeps its own colour; without one it takes the old one's."""
    was = work.session.get(TagColour, old)
    if was is not None and work.session.get(TagColour, new) is None:
        work.add(TagColour(tag=new, pigment=was.pigment))
