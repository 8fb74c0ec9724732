"""Vietnamese text: normal forms, comparison keys, numbers, dates and names. Knows nothing of file formats."""
