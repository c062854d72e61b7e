"""When an expectation falls due: which of a sentence's dates belongs to what is to come."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.expect.forward import Forward
from dateline.expect.tree import Tree
from dateline.records import DateMention

_AT_ONCE = 4  # characters from a cue to the date that belongs to it


def choose_due(
    forward: Forward, dates: Sequence[DateMention], tree: Tree | None
) -> DateMention | None:
    """Return the date by which an expectation falls due, None where its sentence names none.

    In a parsed sentence it is the date nearest below the verb, or one that looks ahead where
    the parse lost it; elsewhere the one that follows the cue at once, the last one before it,
    since verbs come last, or the first after it.
    """
    if not dates:
        return None
    if tree is not None:
        if forward.cue.name == "postponed":  # "put off from Friday to March 3"
            dates = [m for m in dates if m.span.start > forward.start] or dates
            to = [m for m in dates if _moved_to(m, tree)]
            dates = to or dates
        return _by_parse(forward, dates, tree)
    own = [m for m in dates if m.span.start >= forward.clause[0]]
    at_once = [m for m in own if 0 <= m.span.start - forward.start <= _AT_ONCE]
    if at_once:
        return at_once[0]  # 将于13日
    before = [mention for mention in own if mention.span.end <= forward.end]
    return before[-1] if before else own[0] if own else None


def _by_parse(forward: Forward, dates: Sequence[DateMention], tree: Tree) -> DateMention | None:
    ranked = []
    for mention in dates:
        depth = _depth(forward, mention, tree)
        if depth is not None:
            ranked.append((depth, mention.span.start, mention))
        elif mention.direction == "future" and not _other_deed(forward, mention, tree):
            away = mention.span.start < forward.start
            ranked.append((50 + away, abs(mention.span.start - forward.start), mention))
    return min(ranked, key=lambda entry: entry[:2])[2] if ranked else None


def _moved_to(mention: DateMention, tree: Tree) -> bool:
    first = min(_tokens(mention, tree), default=0)
    return bool({"to", "until", "till", "for"} & set(tree.words[max(0, first - 1) : first + 1]))


def _depth(forward: Forward, mention: DateMention, tree: Tree) -> int | None:
    """Count the links from a date up to the verb that is to come, or to its cue word."""
    depths = []
    for index in _tokens(mention, tree):
        for steps, up in enumerate((index, *tree.ups(index))):
            token = tree.token(up)
            if token.start == forward.verb:
                depths.append(steps)
                break
            if token.start == forward.start:
                depths.append(steps + 1)
                break
            if token.rel == "relcl" and token.pos in ("VERB", "AUX"):
                break  # "New York, which has not voted so in 32 years": of another deed
    return min(depths) if depths else None


def _other_deed(forward: Forward, mention: DateMention, tree: Tree) -> bool:
    """Say whether a date hangs on another deed: on a verb in the past tense, or in the present
    tense where what is to come is what that verb says ("today reports say that ...").
    """
    verbs = [index for index, token in enumerate(tree.tokens) if token.start == forward.verb]
    above = {up for verb in verbs for up in tree.ups(verb)}
    for index in _tokens(mention, tree)[-1:]:
        for up in tree.ups(index):
            token = tree.token(up)
            if token.pos == "VERB":
                says = token.tag in ("VBZ", "VBP") and up in above
                return token.tag == "VBD" or (says and mention.span.end <= token.start)
    return False


def _tokens(mention: DateMention, tree: Tree) -> list[int]:
    return [
        index
        for index, token in enumerate(tree.tokens)
        if token.start < mention.span.end and mention.span.start < token.end
    ]
