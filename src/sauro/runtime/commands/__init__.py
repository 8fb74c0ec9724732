"""The sub-commands of `sauro`, one module each: `configure(parser)` names its arguments, `run(options)` does it."""

# Exit code of `sauro migrate --tell-empty` when nobody has an account yet.
EMPTY = 10
