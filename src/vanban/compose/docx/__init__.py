"""Writes a sheet as .docx with styles, automatic numbers and sections, for people who go on writing in Word."""
