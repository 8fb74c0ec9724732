"""Monthly plans: what each person had to deliver in a month, frozen when it opened (docs/adr/0014)."""
