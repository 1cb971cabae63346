"""Lines of our own, read with the tables of names alone."""

from __future__ import annotations

import pytest

from mithaq.extract.items import read
from tests.data.names import pack


def named(language: str, text: str) -> list[str]:
    """The codes of states, cities and organisations that a line names, in order; those that need a frame are marked "?"."""
    found = []
    for item in read(text, pack(language)).items:
        mark = "?" if item.has("weak") else ""
        found += [f"{code}{mark}" for code in sorted(item.codes) if code.startswith(("state:", "city:", "org:"))]
    return found


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fa", "وزیر خارجه روسیه سفید در تهران با همتای ایرانی خود دیدار کرد", ["state:BY", "city:IR/Tehran", "state:IR.adj"]),
        ("fa", "روابط ایالات متحده و آمريكاي لاتين", ["state:US"]),
        ("fa", "بحران مالی روز دوشنبه در آستانه اجلاس بررسی شد", ["state:ML?"]),
        ("fa", "سازمان همکاریهای شانگهای و اتحادیه اقتصادی اوراسیا", ["org:org:sco", "org:org:eaeu"]),
        ("fa", "سیاست‌های آمریکایی‌ها در خلیج فارس", ["state:US.adj"]),
        ("ar", "انضمت بيلاروسيا للاتحاد الاقتصادي الأوراسي", ["state:BY", "org:org:eaeu"]),
        ("ar", "وبالولايات المتحدة وللصين والإمارات", ["state:US", "state:CN", "state:AE"]),
        ("ar", "الوفدان الروسي والإيراني في أستانا", ["state:RU.adj", "state:IR.adj", "city:KZ/Astana"]),
        ("ar", "كيف عاد إلى مسقط رأسه", []),
        ("ru", "российско-белорусские переговоры в Соединённых Штатах", ["state:RU.adj", "state:BY.adj", "state:US"]),
        ("ru", "саммит Большой восьмерки обсудил торговлю Боснии и Герцеговины", ["org:org:g8", "state:BA"]),
        ("ru", "Того и жди: кроме того, по чаду и кубу в Латинской Америке", ["state:TG?"]),
        ("en", "The US told us that the Netherlands and China buy china", ["state:US", "state:NL", "state:CN"]),
        ("en", "They who polish silver met Polish envoys of the WHO", ["state:PL.adj", "org:org:who"]),
        ("en", "Ships left the Gulf of Oman for the Persian Gulf", []),
    ],
)
def test_a_line_names_these_and_no_others(language: str, text: str, expected: list[str]) -> None:
    assert named(language, text) == expected


def test_the_half_space_changes_no_name() -> None:
    line = "نیروهای افغانستانی‌ها در اسلام‌آباد و سری‌لانکا"
    forms = {tuple(named("fa", line.replace("\u200c", glue))) for glue in ("\u200c", "", " ")}
    assert forms == {("state:AF.adj", "city:PK/Islamabad", "state:LK")}
