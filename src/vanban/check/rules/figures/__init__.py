"""SL: figures."""
