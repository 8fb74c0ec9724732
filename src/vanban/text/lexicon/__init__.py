"""Word lists as data: names of bodies, verbs and phrases of directives."""
