"""The settings of a check: the configuration file, and the options of the command over it."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from vanban.check.config import BadConfig, find_config, known_names, load_config
from vanban.check.settings import DEFAULT_SETTINGS, Settings


class SettingsByFolder:
    """Finds the settings for a file: those of ``--config``, else of the nearest ``vanban.toml``, with the options."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        """Raises :class:`BadConfig` when an option names no rule or the named file cannot be used."""
        self._select = _listed(arguments.select, "--select")
        self._ignore = _listed(arguments.ignore, "--ignore")
        self._preview: bool = arguments.preview
        self._fixed = self._with_options(_load(Path(arguments.config))) if arguments.config else None
        self._known: dict[Path | None, Settings] = {}

    def for_file(self, path: Path) -> Settings:
        """The settings for the file at ``path``. Raises :class:`BadConfig`."""
        if self._fixed is not None:
            return self._fixed
        config = find_config(path.parent)
        if config not in self._known:
            self._known[config] = self._with_options(_load(config) if config else DEFAULT_SETTINGS)
        return self._known[config]

    def _with_options(self, settings: Settings) -> Settings:
        """Options win: a selection replaces that of the file, what is ignored adds up."""
        return replace(
            settings,
            select=self._select or settings.select,
            ignore=(*settings.ignore, *self._ignore),
            preview=settings.preview or self._preview,
        )


def _load(path: Path) -> Settings:
    try:
        return load_config(path)
    except BadConfig as error:
        raise BadConfig(f"{path.name}: {error.message}") from error


def _listed(option: str | None, name: str) -> tuple[str, ...]:
    return known_names(tuple(part.strip() for part in (option or "").split(",") if part.strip()), name)
