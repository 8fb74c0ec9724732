"""What becomes of a value that is newly asked for: followed where nothing speaks against it, else left to a person."""

from __future__ import annotations

from sauro.targets.enums import AskState
from sauro.targets.models import Ask, YearLine


def adopt_or_hold(ask: Ask) -> YearLine:
    """Follow a value when the year has none yet or has the same; otherwise hold it until a person decides.

    A value that was followed and has changed is held as well when another one asks for something else.
    """
    line, _made = YearLine.objects.get_or_create(share=ask.share, year=ask.year)
    others = Ask.objects.filter(share=ask.share, year=ask.year, state__in=(AskState.OPEN, AskState.ADOPTED))
    disputed = others.exclude(pk=ask.pk).exclude(value=ask.value).exists()
    follows_this = line.target_from_id == ask.pk
    if (line.target is None or follows_this) and not disputed:
        line.target, line.target_numerator, line.target_denominator = ask.value, ask.numerator, ask.denominator
        line.target_from = ask
        line.save()
        ask.state = AskState.ADOPTED
    else:
        ask.state = AskState.ADOPTED if line.target == ask.value else AskState.OPEN
    ask.save()
    return line
