"""What people corrected on the desk: exported as annotated documents, and counted per field."""
