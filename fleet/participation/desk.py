"""The desk where residents take part: lists matters, gives out papers to those who may, takes answers, tells results."""

import json
import logging
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from config.catalogue.identifiers import birth_date_of, is_mobile
from fleet import messages
from fleet.clock import CHINA, Now
from fleet.database import Database
from fleet.digests import Digests
from fleet.holder_checks import HolderChecks
from fleet.lookups import Question
from fleet.opening import Opener
from fleet.participation import matters
from fleet.participation.box import STEPS as BOX
from fleet.participation.box import Box, Fate, code_of
from fleet.participation.matters import Matter
from fleet.participation.results import result
from fleet.participation.roll import STEPS as ROLL
from fleet.participation.roll import Roll, digest, new_paper
from fleet.problems import PlatformError, malformed, unknown
from fleet.sqlite import SqliteDatabase

log = logging.getLogger(__name__)

LONGEST_REMARK = 500


@dataclass(frozen=True, slots=True)
class Answer:
    """What came under a paper: an option for each question, and what was said besides; `mobile` is where to reply."""

    marks: Mapping[str, Any]
    remark: str
    mobile: str


@dataclass(frozen=True)
class Desk:
    """Keeps roll and box in two files, so that neither has what the other knows.

    They are files wherever the platform's tables are: a server's tables would keep the order in which answers came.
    """

    directory: Path
    database: Database
    roll: Roll
    box: Box
    files: tuple[Database, Database]
    opener: Opener
    digests: Digests
    holder_checks: HolderChecks
    now: Now

    @classmethod
    def open(
        cls,
        directory: Path,
        database: Database,
        *,
        opener: Opener,
        digests: Digests,
        holder_checks: HolderChecks,
        now: Now,
    ) -> "Desk":
        """Return the desk of the platform in `directory`; its files are made when they are not there."""
        roll, box = SqliteDatabase(directory / "roll.db", ROLL), SqliteDatabase(directory / "box.db", BOX)
        inside = Box(box)
        return cls(
            directory, database, Roll(roll, inside), inside, (roll, box), opener, digests, holder_checks, now
        )

    def close(self) -> None:
        """Close the files."""
        for file in self.files:
            file.close()

    def listed(self, item: str) -> list[dict[str, Any]]:
        """Return the matters of an item (schema Matter): the open ones first, what is over with its result."""
        now = self.now()
        shown = [one for one in matters.read(self.directory).values() if one.item == item]
        shown = [one for one in shown if one.is_open(now) or one.is_closed(now)]
        return [self._told(one) for one in sorted(shown, key=lambda one: (one.is_closed(now), one.closes_at))]

    def paper(self, terminal: str, name: str, asked: Question) -> tuple[str, Sequence[Mapping[str, Any]]]:
        """Return a paper for a matter, and what it asks; the options of a ballot are in an order drawn for it.

        Raises:
            PlatformError: there is no such matter, it is over, whoever asks may not, or has taken part.
        """
        matter = self._open(name)
        if not matter.secret:
            paper = new_paper()
            self.box.replace("", digest(paper), matter.id)
            return paper, matter.questions
        self._check_who(terminal, matter, asked)
        given = self.roll.paper(matter.id, self.digests.of("voter", matter.id, asked.id_number.upper()))
        if given is None:
            raise _problem(
                409, "took-part", "That person has taken part. 已参加过。", "One paper a person. 每人一次。"
            )
        return given, [_drawn(one) for one in matter.questions]

    def answer(self, name: str, paper: str, answer: Answer) -> tuple[str, bool]:
        """Take an answer; return its code, and whether it is new: the first one under a paper counts.

        Raises:
            PlatformError: the matter is over, the paper is void, or the answer does not fit.
        """
        matter = self._open(name)
        if not matter.fits(answer.marks) or (matter.secret and (answer.remark or answer.mobile)):
            raise malformed("Send one option for each question of the paper.", "请按选票逐项选择。")
        code = code_of(paper)
        fate = self.box.put(digest(paper), matter.id, answer.marks, code, self._sealed(answer))
        if fate is Fate.VOID:
            raise _problem(
                410,
                "void",
                "That paper is void. 选票已作废。",
                "A newer one was given out: the resident begins anew. 已另发新票，请重新开始。",
            )
        self.roll.forget(matter.id, paper)
        return code, fate is Fate.OUT

    def status(self, name: str, paper: str) -> str:
        """Return the code of what came under a paper; "" when nothing has, and then nothing will: the paper is void."""
        return code_of(paper) if self.box.settle(digest(paper), name) else ""

    def by_code(self, code: str) -> tuple[Matter, bool] | None:
        """Return the matter in whose box an answer is, and whether it is counted already; None when there is none."""
        matter = matters.read(self.directory).get(self.box.matter_of(code) or "")
        return (matter, matter.is_closed(self.now())) if matter else None

    def look(self) -> int:
        """Send the replies that are due to those who left a number; return how many."""
        sent = 0
        for matter in matters.read(self.directory).values():
            for number, sealed in self.box.unreplied(matter.id).items() if matter.reply else ():
                if mobile := json.loads(self.opener.open(sealed))["mobile"]:
                    with self.database.writing() as connection:
                        messages.tell_reply(connection, mobile, matter.title, matter.reply, self.now())
                self.box.replied(number)
                sent += 1
        return sent

    def _open(self, name: str) -> Matter:
        matter = matters.read(self.directory).get(name)
        if matter is None:
            raise unknown("List the matters of the item.", "请重新查询事项。")
        if not matter.is_open(self.now()):
            raise _problem(
                410, "closed", "That matter is closed. 已截止。", "Its result is published. 结果已公布。"
            )
        return matter

    def _check_who(self, terminal: str, matter: Matter, asked: Question) -> None:
        if not self.holder_checks.is_holder(terminal, asked.holder_check, asked.id_number):
            raise _problem(
                403,
                "holder-not-checked",
                "It is not sure who asks. 未核实本人身份。",
                "Have the card laid and the code checked first. 请先刷卡并核对验证码。",
            )
        born = birth_date_of(asked.id_number)
        estate = asked.answer("estate_unit", "estate")
        of_age = born is not None and _age(born, self.now().astimezone(CHINA).date()) >= matter.least_age
        if not of_age or (matter.estates and not any(one in estate for one in matter.estates)):
            raise _problem(
                403,
                "not-eligible",
                "That person may not take part. 不在参加范围。",
                "See who may. 请查看参加范围。",
            )

    def _sealed(self, answer: Answer) -> bytes:
        """Return what was said besides, sealed; only the platform's key opens it."""
        if not answer.remark and not is_mobile(answer.mobile):
            return b""
        said = {
            "remark": answer.remark[:LONGEST_REMARK],
            "mobile": answer.mobile if is_mobile(answer.mobile) else "",
        }
        return self.opener.seal(json.dumps(said, ensure_ascii=False).encode())

    def _told(self, matter: Matter) -> dict[str, Any]:
        now = self.now()
        closed = matter.is_closed(now)
        return {
            "id": matter.id,
            "title": matter.title,
            "text": matter.text,
            "who": matter.who,
            "counting": matter.counting,
            "closes_at": matter.closes_at,
            "open": not closed,
            "result": result(matter, *self.box.count(matter.id)) if closed else [],
            "reply": matter.reply,
        }


def _drawn(question: Mapping[str, Any]) -> Mapping[str, Any]:
    """A question with its options in an order drawn anew, abstaining last: no place on the page is better than another."""
    *options, abstain = question["options"]
    return {**question, "options": [*random.SystemRandom().sample(options, len(options)), abstain]}


def _age(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def _problem(status: int, code: str, title: str, detail: str) -> PlatformError:
    return PlatformError(status, code, title, detail)
