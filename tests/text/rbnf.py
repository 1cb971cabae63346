"""A speller of whole numbers by the rules of CLDR (RBNF in XML), as far as cardinal numbers need it; for tests only."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

_MARK = re.compile(r"\[([^]]*)\]|(←|→|=)(%*[\w-]*)\2|\$\(cardinal,([^)]*)\)\$|([^\[\]←→=$]+)")


class Speller:
    """Spells whole numbers from 0 by the rule sets of one file."""

    def __init__(self, path: Path) -> None:
        self.sets: dict[str, list[tuple[int, int, str]]] = {}
        for ruleset in ElementTree.parse(path).getroot().iter("ruleset"):
            rules = []
            for rule in ruleset.iter("rbnfrule"):
                value, text = rule.get("value") or "", rule.text or ""
                if value.isdigit():
                    rules.append((int(value), int(rule.get("radix") or 10), text.rstrip(";").removeprefix("'")))
            self.sets[ruleset.get("type") or ""] = sorted(rules)

    def spell(self, number: int, name: str) -> str:
        """`number` by the rule set `name`."""
        base, radix, text = max((rule for rule in self.sets[name] if rule[0] <= number), key=lambda rule: rule[0])
        divisor = 1
        while base and divisor * radix <= base:
            divisor *= radix
        return self._filled(text, number, divisor, (name, base))

    def _filled(self, text: str, number: int, divisor: int, rule: tuple[str, int]) -> str:
        out = []
        for optional, arrow, target, plural, literal in _MARK.findall(text):
            if literal:
                out.append(literal)
            elif optional:
                out.append(self._filled(optional, number, divisor, rule) if number % divisor else "")
            elif plural:
                out.append(_form(plural, number // divisor))
            else:
                value = {"←": number // divisor, "→": number % divisor, "=": number}[arrow]
                out.append(self.spell(value, target.lstrip("%") or rule[0]))
        return "".join(out)


def _form(choices: str, count: int) -> str:
    """The form of a Russian noun for a count ("one{…}few{…}other{…}")."""
    forms: dict[str, str] = dict(re.findall(r"(\w+)\{([^}]*)\}", choices))
    if count % 10 == 1 and count % 100 != 11:
        return forms["one"]
    few = count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14)
    return forms["few"] if few and "few" in forms else forms["other"]
