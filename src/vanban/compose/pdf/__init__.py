"""Sets a sheet as .pdf with typst, in a process of its own."""
