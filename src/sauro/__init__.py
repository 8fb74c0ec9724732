"""The web product: turns directives into followed work. Built on Django; see docs/dev/architecture.md."""
