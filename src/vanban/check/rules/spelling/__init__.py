"""CH: spelling and typing. One file a rule; this is the family's table."""

from __future__ import annotations

from vanban.check.rule import Rule
from vanban.check.rules.spelling import (
    homophone,
    impossible_syllable,
    misplaced_tone,
    missing_hook,
    near_word,
    onset_spelling,
    struck_twice,
    typing_residue,
    unbalanced_parenthesis,
    unused_syllable,
    words_run_together,
    wrong_word,
)

RULES: tuple[Rule, ...] = (
    unbalanced_parenthesis.RULE,
    impossible_syllable.RULE,
    misplaced_tone.RULE,
    onset_spelling.RULE,
    missing_hook.RULE,
    unused_syllable.RULE,
    typing_residue.RULE,
    struck_twice.RULE,
    words_run_together.RULE,
    wrong_word.RULE,
    homophone.RULE,
    near_word.RULE,
)
