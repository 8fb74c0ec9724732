"""Documents taken in: files, texts, names, secrecy."""
