"""Bodies that two parties have together, and projects with a name."""

from __future__ import annotations

import pytest

from mithaq import knowledge
from mithaq.extract import read_scene
from mithaq.extract.article import article
from mithaq.extract.institutions import bodies, projects
from mithaq.extract.scene import Scene


def scene(language: str, text: str) -> Scene:
    return read_scene(article(text, knowledge.load().packs[language]), None)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("fa", "نشست کمیسیون مشترک ایران و عمان در مسقط برگزار شد.", "کمیسیون مشترک ایران و عمان"),
        ("ar", "عقدت اللجنة المشتركة بين قطر وتركيا دورتها.", "اللجنة المشتركة بين قطر وتركيا"),
    ],
)
def test_a_commission_of_two_states_is_a_body(language: str, text: str, name: str) -> None:
    read = scene(language, text)
    (body,) = bodies(read)
    assert name in read.article.quote(body["evidence"])
    assert len(body["parties"]) == 2


def test_a_commission_of_one_state_is_none() -> None:
    assert bodies(scene("fa", "کمیسیون اقتصادی مجلس ایران تشکیل جلسه داد.")) == []


def test_a_pipeline_with_a_name_is_a_project() -> None:
    read = scene("en", "Turkey and Bulgaria will extend the gas pipeline between Turkey and Bulgaria.")
    (project,) = projects(read)
    assert project["sectors"] == ["energy"]
    assert set(project["states"]) == {"TR", "BG"}


def test_a_pipeline_without_a_name_is_none() -> None:
    assert projects(scene("en", "Turkey and Bulgaria need a pipeline.")) == []
