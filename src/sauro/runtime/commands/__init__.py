"""The sub-commands of `sauro`, one module each: `configure(parser)` names its arguments, `run(options)` does it."""
