"""The one table of periods: explicit days from and to and a closing moment, made a year ahead and edited by people."""
