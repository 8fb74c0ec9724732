"""The rules of the proofreader as this site uses them: what each says, and which are switched off and why."""
