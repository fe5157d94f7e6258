"""YAML as people write it, read strictly: a key written twice is an error, never a silent loss."""

from collections.abc import Hashable
from typing import Any

import yaml

Raw = Any

_DEEPEST = 100


class UnreadableError(Exception):
    """Text that is no YAML, or says something twice; `where` is the line, the reasons name the remedy."""

    def __init__(self, where: str, reason: str, reason_zh: str) -> None:
        """Take where it is (`line 12`) and why it cannot be read, in both languages."""
        super().__init__(f"{where}: {reason}")
        self.where, self.reason, self.reason_zh = where, reason, reason_zh


class _Loader(yaml.CSafeLoader):
    """The safe loader of libyaml, which also refuses duplicate keys."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: dict[str, int] = {}
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                continue
            line = key.start_mark.line + 1
            if key.value in seen:
                raise UnreadableError(
                    f"line {line}",
                    f"{key.value!r} is written twice, first on line {seen[key.value]}: remove one",
                    f"“{key.value}”重复出现，首次在第{seen[key.value]}行：请删去一处",
                )
            seen[key.value] = line
        return super().construct_mapping(node, deep)


def read_yaml(text: str) -> Raw:
    """Return what `text` says, as dicts, lists, texts, numbers and booleans.

    Raises:
        UnreadableError: it is no YAML, has a key twice, or is nested absurdly deep.
    """
    try:
        _check_depth(text)
        return yaml.load(text, _Loader)  # noqa: S506  # _Loader is a safe loader
    except yaml.MarkedYAMLError as error:
        line = f"line {error.problem_mark.line + 1}" if error.problem_mark else ""
        raise UnreadableError(
            line, f"no YAML ({error.problem}): mend this line", "格式错误，请改正此行"
        ) from error
    except yaml.YAMLError as error:
        reason = str(error).splitlines()[0]
        raise UnreadableError(
            "", f"no YAML ({reason}): remove this character", "含有非法字符，请删除"
        ) from error


def _check_depth(text: str) -> None:
    """Refuse what is nested so deep that libyaml would run out of stack and take the process with it."""
    depth = 0
    for event in yaml.parse(text, _Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise UnreadableError(
                f"line {event.start_mark.line + 1}" if event.start_mark else "",
                f"nested deeper than {_DEEPEST} levels: a catalogue needs about ten",
                "嵌套过深",
            )
