"""Questions to the language model."""

from sauro.assistant.models.calls import ModelCall

__all__ = ["ModelCall"]
