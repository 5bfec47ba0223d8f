"""Carries out instructions to the reader that turn the text into an address.

All instructions of a paragraph are carried out one after the other, and the result is read without
them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, starmap
from typing import NamedTuple

from helpcenter.guard.instructions import corrections, parts, removals, sequences
from helpcenter.guard.instructions.swaps import (
    CLOSE,
    MAKE,
    NEW,
    OLD,
    TWINS,
    Q,
    further,
    in_rows,
    old,
    plain,
)
from helpcenter.guard.matching import bounds
from helpcenter.guard.matching.families import busy, together
from helpcenter.guard.matching.found import Found
from helpcenter.guard.matching.needed import finder
from helpcenter.guard.matching.passages import REACH, paragraph
from helpcenter.guard.numbers.spelling import AT_DESCRIBED

_SWAP = re.compile(
    r"(?:把|将|將"
    r"|(?<![A-Za-z])"
    r"(?:replace|swap|change|swapping|replacing|changing|turn|substitute|read|treat))\s?(?:"
    r"其中的?"
    r"|里面的?|中间的?|上面的?|[@＠.点]\s?[后前]面?的|字母|符号|数字|the |every |each |all "
    rf"|any )?{OLD}"
    rf"(?:都|全部|统一|请|号|字|符号|sign|character)?\s?{MAKE}{NEW}",
    re.IGNORECASE,
)
_MEANS = re.compile(
    rf"(?:(?:里|中|裡)的|在|最后的|其中的?|[，,；;（(。\s]|^)\s?{OLD}(?:请|都|全部|均|一律|改"
    r"|要|应|should be |is to be |must be )?\s?"
    r"(?:换成|換成|改成|改为|改写成|替换成|替换为|换为|看成|看作|当作|当成|读作|代表|表示"
    r"|就是|即是|即|等于"
    r"|(?:所在)?(?:处|處|的?位置|的?地方|那里)(?:请|都|要)?"
    r"(?:写上?|寫上?|填上?|输入|打上?|放上?|换上?|用)"
    r"|stands for|standing for|means|meaning|is really"
    r"|is(?= (?:@|(?:an? )?(?:at|dot)(?![a-z])))|=|＝|是|为)"
    r"\s?[\"'“‘「`（(]?(?P<new>"
    + AT_DESCRIBED
    + (
        r"|@|at(?![a-z])|艾特|圈\s?[aA]|小老鼠|\.(?!\w)|小数点|点|dot(?![a-z])|下划线|横线|横杠"
        r"|\d(?!\d)|(?<=[写换改]成 )[A-Za-z0-9.]{2,20}|(?<=[写换改]成)[A-Za-z0-9.]{2,20})"
    ),
    re.IGNORECASE,
)
_INSTEAD = re.compile(
    r"(?:use|put|type|write|insert|enter|and|输入|用|写|填)\s?(?:一个|an? "
    rf"|the )?{Q}?(?P<new>@|at sign|at|艾特|\.|点"
    rf"|dot){CLOSE}?\s?(?:sign )?(?:"
    r"(?:instead of|in place of|for|where(?:ver)?(?:\s(?:you see|there is))?)"
    r"(?:\s(?:the|an?|every|each)(?=\s))?"
    rf"|代替|替代|替换|取代|换掉){OLD}",
    re.IGNORECASE,
)
_DROP = re.compile(
    r"(?:去掉|去除|删掉|刪掉|删去|删除|略去|忽略|不要(?:输入)?|拿掉|抹去|remove|delete|drop"
    r"|without|ignor(?:e|ing)|omit|strip|take out|skip|minus)\s?"
    r"(?:其中的?|中间的?|里面的?|前面的?|所有的?|全部|多余的?|[两三几各]处|[两三几]个|all "
    rf"|the |every |any |both |two )?\s?(?:the |letters? |字母)?{OLD}",
    re.IGNORECASE,
)
_UNSAID = re.compile(
    rf"(?:[（(，,；;。\s]|^){OLD}(?:号|字|都|也|均|一律){{0,2}}\s?(?:不用|无需|不需要?|不必"
    r"|不要|别|免)(?:拨|输|打|填|写|念|按|管|读)",
    re.IGNORECASE,
)
"""“(`x` is not dialled)”."""
_INSERT = re.compile(
    rf"(?:在|于|the )?{OLD}(?P<where>后面|之后|后|前面|之前|前|右边|左边|右侧|左侧)(?:请|再"
    r"|都|要|应该?|分别)?(?:补上?|加上?|添上?|插入|填上?|写上?|接上?"
    rf"|输入)\s?(?:一个)?{Q}{{0,2}}\s?(?P<new>[A-Za-z0-9@._-]{{1,24}})"
    r"|(?:\b(?:add|insert|put|append|prepend|type|place|write)\s(?:an? "
    rf"|the )?{Q}?(?P<new2>[A-Za-z0-9@._-]{{1,24}}){CLOSE}?\s(?P<where2>after|behind"
    r"|before|in front of|to the end of|right after|just before)\s(?:the |word "
    rf"|letters )?{OLD.replace('?P<', '?P<e_')})"
    rf"|\b(?P<where3>after|before)\s(?:the |word |letters )?{OLD.replace('?P<', '?P<f_')},?"
    rf"\s?(?:please )?(?:add|insert|put|append|type|write)\s(?:an? |the )?{Q}?"
    rf"(?P<new3>[A-Za-z0-9@._-]{{1,24}})",
    re.IGNORECASE,
)
"""“Put `-x` behind `name`”."""
_INSERTING = re.compile(
    r"[后前左右](?:面|边|侧)?(?:请|再|都|要|应该?|分别)?(?:补|加|添|插|填|写|接|输入)"
    r"|\b(?:insert|append|prepend)\b"
    r"|\b(?:add|put|type|write|place)\b[^\n]{1,40}?\b(?:after|behind|before|in front|end of)"
    r"\b"
    r"|\b(?:after|before)\b[^\n]{1,30}?\b(?:add|put|type|write)\b",
    re.IGNORECASE,
)
"""What every insertion has, found fast."""
_BACKWARDS = re.compile(
    r"倒(?:着|过来|序|读|看|写|拨)|反(?:着|过来|向)(?:读|看|念|拨|写)?"
    r"|从(?:右|后|尾)(?:往|向|到)(?:左|前|头)"
    r"|(?<![.\w])revers(?:e|ed|ing)"
    r"(?![\w(=]|\s(?:mapping|proxy|look-?ups?|engineer\w*|charges?|dns|video)\b)"
    r"|backwards?(?![ -]compat)|right[- ]to[- ]left|from the end",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"[\w:-]=[\"']")
_IN_TAG = re.compile(r"<[?A-Za-z/][^<>]*+")
_CODE = re.compile(r"\w\(|\w_|_\w|(?:[\w)\]]\s?|[!<>=+-])=", re.ASCII)
_ROW = re.compile(r"(?<![!-~])[!-~]{1,40}(?: {1,2}[!-~]{1,40}){1,30}")
_TOKEN = re.compile(r"[\w.@:/+-]{7,120}", re.ASCII)
_LINK = re.compile(r"https?://[^\s\u3000-\u9fff\uff00-\uffef]{1,300}")
_MUST_STAY = frozenset("-/._:#?&=+")
"""Characters of ordinary links."""
together(*(_SWAP, _MEANS, _INSTEAD, _UNSAID, _DROP, _INSERTING, _BACKWARDS), of="a whole text")
busy(_INSERTING)


class Step(NamedTuple):
    """One replacement, and where its instruction stands."""

    start: int
    end: int
    old: str
    new: str


def carried_out(text: str, *, program: bool = False) -> Iterator[Found]:
    """For each paragraph with instructions its span, and what becomes of it.

    In a program what is code tells no reader anything; its literals are texts of their own.
    """
    steps = sorted({step for step in _steps(text) if step.old and step.old != step.new})
    if program:
        steps = [step for step in steps if not _CODE.search(text, step.start, step.end)]
    if len(steps) > bounds.INSTRUCTIONS:
        bounds.meet(f"> {bounds.INSTRUCTIONS} instructions")
        steps = steps[: bounds.INSTRUCTIONS]
    run: list[Step] = []
    for step in [*steps, None]:
        if step and (not run or step.start - run[-1].end < REACH):
            run.append(step)
            continue
        if run:
            yield from _changed(text, run)
        run = [step] if step else []
    yield from _backwards(text)
    yield from corrections.corrected(text)
    yield from sequences.assembled(text)
    yield from parts.in_order(text)
    yield from removals.removed(text)


def _backwards(text: str) -> Iterator[Found]:
    """What stands around “read backwards”, backwards; where its surroundings overlap, once."""
    last, done = -REACH, set[tuple[int, int]]()
    for match in finder(_BACKWARDS)(text):
        if match.start() - last < REACH // 2:
            continue
        last = match.start()
        start, end = paragraph(text, match.start(), match.end())
        for pattern in (_TOKEN, _ROW):
            for token in pattern.finditer(text, start, end):
                if token.span() not in done:
                    done.add(token.span())
                    yield *token.span(), token[0][::-1]


def _steps(text: str) -> Iterator[Step]:
    for pattern in (_SWAP, _MEANS, _INSTEAD):
        for match in islice(finder(pattern)(text), 2 * bounds.INSTRUCTIONS):
            if not _is_attribute(text, match):
                yield Step(match.start(), match.end(), old(match), plain(match["new"]))
                yield from starmap(Step, further(text, match.end()))
    yield from starmap(Step, in_rows(text))
    for hint in islice(finder(_INSERTING)(text), 2 * bounds.INSTRUCTIONS):
        for match in _INSERT.finditer(text, max(0, hint.start() - 60), hint.end() + 60):
            yield _inserted(match)
    for match in islice(finder(_UNSAID)(text), 2 * bounds.INSTRUCTIONS):
        yield Step(match.start(), match.end(), old(match), "")
    for match in islice(finder(_DROP)(text), 2 * bounds.INSTRUCTIONS):
        letter = match["letter"]
        if not letter or not letter.islower() or re.search(r"[\d._-]", letter) or letter == "x":
            yield Step(match.start(), match.end(), old(match).rstrip("，。"), "")


def _is_attribute(text: str, match: re.Match[str]) -> bool:
    """Whether `r="4"` stands in a tag, where it says how large something is."""
    if not _ATTRIBUTE.search(match[0]):
        return False
    open_ = text.rfind("<", max(match.start() - REACH, 0), match.start() + 1)
    return open_ >= 0 and _IN_TAG.fullmatch(text, open_, match.end()) is not None


def _inserted(match: re.Match[str]) -> Step:
    """An insertion, as a replacement of what it is put beside."""
    prefix = "" if match["where"] else "e_" if match["where2"] else "f_"
    beside = old(match, prefix)
    new = plain((match["new"] or match["new2"] or match["new3"]).rstrip("."))
    where = (match["where"] or match["where2"] or match["where3"]).lower()
    behind = not re.match("前|之前|左|before|in front|just before", where)
    return Step(match.start(), match.end(), beside, beside + new if behind else new + beside)


def _changed(text: str, run: list[Step]) -> Iterator[Found]:
    """The paragraph without its instructions, all of them followed; and each alone."""
    start, end = paragraph(text, run[0].start, run[-1].end)
    rest, done = "", start
    for step in run:
        rest += text[done : step.start] + "  "
        done = max(done, step.end)
    rest += text[done:end]
    together = rest
    for step in run:
        together = _replaced(together, step)
    for changed in dict.fromkeys([together, *(_replaced(rest, step) for step in run[:8])]):
        if changed != rest:
            yield start, end, changed


def _replaced(text: str, step: Step) -> str:
    if step.old in _MUST_STAY:
        text = _LINK.sub(" ", text)
    if step.old in TWINS and step.old not in text:
        return text.replace(TWINS[step.old], step.new)
    if step.old == " ":
        return re.sub(r"[ \t]*\n[ \t]+(?=\S)|[ \t]", "", text)
    if step.old == ",":
        text = re.sub(r",\s(?=[a-z]{2,8}(?![a-z]))", ",", text)
    return text.replace(step.old, step.new)
