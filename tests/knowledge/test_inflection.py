from __future__ import annotations

from mithaq.knowledge.inflection import inflected


def _forms(surface: str) -> set[str]:
    return {form for form, _ in inflected(surface)}


def _markers(surface: str, form: str) -> set[str]:
    return set(dict(inflected(surface))[form].split("+")) - {""}


def test_a_noun_gives_every_case_and_number() -> None:
    assert {"договор", "договора", "договору", "договором", "договоре", "договоры", "договоров"} <= _forms("договор")


def test_an_adjective_agrees_with_its_noun_in_every_case() -> None:
    forms = _forms("дорожная карта")
    assert {"дорожной карты", "дорожную карту", "дорожных карт"} <= forms
    assert "дорожная карту" not in forms


def test_what_follows_the_head_noun_stays() -> None:
    assert {"министра иностранных дел", "министры иностранных дел"} <= _forms("министр иностранных дел")
    assert all(form.endswith(" иностранных дел") for form in _forms("министр иностранных дел"))


def test_a_name_behind_its_noun_may_stay_or_follow() -> None:
    assert {"республики беларусь", "республики беларуси"} <= _forms("Республика Беларусь")


def test_a_plural_name_has_no_singular_and_a_singular_name_no_plural() -> None:
    assert "объединенных арабских эмиратов" in _forms("Объединённые Арабские Эмираты")
    assert "эмират" not in " ".join(_forms("Объединённые Арабские Эмираты")).split()
    assert "ираны" not in _forms("Иран")


def test_the_future_of_a_perfective_verb_its_infinitive_and_its_participles_are_marked() -> None:
    assert _markers("подписать", "подпишут") == {"future"}
    assert _markers("подписать", "подписать") == {"infinitive"}
    assert _markers("подписать", "подписано") == {"short", "passive"}
    assert _markers("подписать", "подписавший") == {"participle"}
    assert _markers("подписать", "подписали") == set()


def test_a_form_that_can_only_be_plural_is_marked() -> None:
    assert _markers("соглашение", "соглашений") == _markers("соглашение", "соглашениями") == {"plural", "oblique"}
    assert "plural" not in _markers("соглашение", "соглашения")
    assert "plural" in _markers("дорожная карта", "дорожных карт")
    assert "plural" not in _markers("Объединённые Арабские Эмираты", "объединенных арабских эмиратов")


def test_a_form_that_is_no_nominative_is_marked() -> None:
    assert _markers("глава МИД", "главе мид") == {"oblique"}
    assert _markers("глава МИД", "глава мид") == _markers("Сергей", "сергей") == set()
    assert "oblique" not in _markers("соглашение", "соглашения")  # genitive singular or nominative plural


def test_a_verb_in_the_first_person_is_marked() -> None:
    assert _markers("подписать", "подпишем") == {"first", "future"}
    assert _markers("надеяться", "надеемся") == {"first"}


def test_a_short_form_keeps_to_short_forms_and_its_tail() -> None:
    assert _forms("готов к") == {"готов к", "готова к", "готово к", "готовы к"}


def test_a_form_that_is_rather_a_preposition_is_left_out() -> None:
    assert "послом" in _forms("посол")
    assert "после" not in _forms("посол")


def test_a_phrase_without_a_head_stays_as_it_is() -> None:
    assert list(inflected("в соответствии с")) == [("в соответствии с", "")]
    assert list(inflected("США")) == [("сша", "")]
