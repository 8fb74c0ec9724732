"""Vietnamese capital letters, for character classes of regular expressions.

A range such as ``À-Ỵ`` will not do: it holds small letters too.
"""

from __future__ import annotations

CAPITALS = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
"""What goes between the brackets of a class that matches one capital letter."""
