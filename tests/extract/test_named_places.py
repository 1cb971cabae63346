"""One word for a city and for another state: what else the document names decides."""

from __future__ import annotations

import pytest

from mithaq.extract import read_scene
from mithaq.extract.article import article
from tests.packs import pack

PLACES = [
    ("ar", "زار وزير الخارجية القطري عمان أمس، والتقى نظيره الأردني.", "JO"),
    ("ar", "وقعت قطر وعمان اتفاقية.", "OM"),
    ("ar", "التقى الوزير الأردني نظيره من سلطنة عمان، ثم غادر عمان.", "OM"),
    ("fa", "پادشاه اردن در عمان با وزیر خارجه مصر دیدار کرد.", "JO"),
    ("fa", "وزیر خارجه ایران به عمان سفر کرد.", "OM"),
]


@pytest.mark.parametrize(("language", "text", "state"), PLACES)
def test_the_state_that_the_document_names_elsewhere_holds(language: str, text: str, state: str) -> None:
    items = read_scene(article(text, pack(language)), None).article.items
    read = [code for item in items if item.text in {"عمان", "وعمان"} for code in item.codes if code.startswith(("state:", "city:"))]
    assert {code.partition(":")[2][:2] for code in read} == {state}
